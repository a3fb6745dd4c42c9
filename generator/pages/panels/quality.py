"""Data quality (数据质量): how complete, how early and how firm the figures are, and where sources disagree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from markupsafe import Markup

from generator.model.codes import NOT_APPLICABLE, TOTAL
from generator.model.mechanism import Mechanism
from generator.model.period import Period
from generator.model.quality import Quality, Returns
from generator.model.statement import Key

from ..render import block
from ..volume import Volume
from ..wording.voice import Voice
from .panel import Panel, Section

COLUMNS = ("named", "filled", "provisional", "late", "revised")
NOTHING = Markup("")
Inside = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table of returns: an area or an edition, with the counts in the order of COLUMNS."""

    head: Markup
    href: str
    small: Markup
    counts: tuple[tuple[str, Markup], ...]  # id of the figure, if it is one, and number
    complete: Markup
    unconfirmed: Markup
    released: Markup = NOTHING


def panel(volume: Volume, mechanism: Mechanism) -> Panel:
    """The figures of the place of ``mechanism`` and of the places in it."""
    period = Period.parse(volume.newest.name)
    ids = {
        column: Key("mechanism", mechanism.area, mechanism.id, column, TOTAL, NOT_APPLICABLE, period).id
        for column in COLUMNS
    }
    counted = [volume.newest.figures[name] for name in ids.values() if name in volume.newest.figures]
    inside = partial(volume.tables.reference.lies_in, whole=mechanism.area)
    return Panel(_finding(volume, inside), tuple(_sections(volume, inside, ids)), tuple(counted))


def whole(volume: Volume) -> Panel:
    """All figures of the bulletin."""
    return Panel(_finding(volume, bool), tuple(_sections(volume, bool, {})))


def _finding(volume: Volume, inside: Inside) -> Markup:
    voice, returns = volume.voice, volume.newest.quality.of(inside)
    if returns.complete is None:
        return voice.t("The newest edition names no figure of this place.")
    said = voice.t(
        "Of {named} figures that the edition of the {edition} names, {filled} have a value ({share}).",
        edition=voice.edition(volume.newest.name, inside=True),
        share=_share(voice, returns.complete),
        named=voice.counted(returns.named),
        filled=voice.counted(returns.filled),
    )
    provisional = voice.n("{count} is provisional", "{count} are provisional", returns.provisional)
    late = voice.n("{count} came late", "{count} came late", returns.late)
    revised = voice.n("{count} earlier one was corrected", "{count} earlier ones were corrected", returns.revised)
    counted = ((provisional, returns.provisional), (late, returns.late), (revised, returns.revised))
    if not (found := [words for words, number in counted if number]):
        return voice.passage([said, voice.t("None is provisional or came late, and no earlier one was corrected.")])
    return voice.passage([said, voice.t("{statement}.", statement=voice.t("; ").join(found))])


def _sections(volume: Volume, inside: Inside, ids: dict[str, str]) -> Iterator[Section]:
    t = volume.voice.t
    yield Section("returns", t("By area"), block=_by_area(volume, inside, ids))
    yield Section("editions", t("By edition"), block=_by_edition(volume, inside))
    if files := _files(volume, inside):
        yield Section("files", t("Files on projects"), block=files)
    yield Section("checks", t("Checks"), tuple(_checks(volume)))
    yield Section("counting", t("What is counted"), _rules(volume.voice))


def _by_area(volume: Volume, inside: Inside, ids: dict[str, str]) -> str:
    """Each area in the newest edition that names it, and all of the newest edition."""
    voice, lines = volume.voice, []
    latest = {code: edition for edition in volume.editions for code in edition.quality.areas if inside(code)}
    for code in volume.tables.reference.areas:
        if edition := latest.get(code):
            small = Markup("") if edition is volume.newest else voice.short(edition.name)
            lines.append(_line(voice, voice.area(code), f"~/areas/{code}/", edition.quality.areas[code], small))
    total = volume.newest.quality.of(inside)
    lines.append(_line(voice, voice.t("all"), "", total, voice.short(volume.newest.name), ids))
    caption = voice.t("Figures of each area in the newest edition that names it")
    return block("returns", voice, name="areas", caption=caption, lines=lines, dated=False)


def _by_edition(volume: Volume, inside: Inside) -> str:
    voice, lines = volume.voice, []
    for edition in reversed(volume.editions):
        quality = edition.quality
        made = _line(voice, voice.short(edition.name), f"~/editions/{edition.name}/", quality.of(inside), Markup(""))
        lines.append(replace(made, released=_released(voice, quality)))
    caption = voice.t("Figures of each edition, and when it was released")
    return block("returns", voice, name="editions", caption=caption, lines=lines, dated=True)


def _released(voice: Voice, quality: Quality) -> Markup:
    if (delay := quality.delay) is None:
        return voice.t("not released yet")
    if quality.afterwards:
        return voice.t("compiled later, not announced in advance")
    if delay > 0:
        return voice.n("{count} day late", "{count} days late", delay)
    return voice.n("{count} day early", "{count} days early", -delay) if delay else voice.t("on the day announced")


def _line(
    voice: Voice, head: Markup, href: str, returns: Returns, small: Markup, ids: dict[str, str] | None = None
) -> Line:
    counts = tuple(((ids or {}).get(name, ""), voice.counted(getattr(returns, name))) for name in COLUMNS)
    return Line(head, href, small, counts, _share(voice, returns.complete), _share(voice, returns.unconfirmed))


def _share(voice: Voice, value: Decimal | None) -> Markup:
    return Markup("–") if value is None else voice.percent(value)


def _files(volume: Volume, inside: Inside) -> str:
    files = {code: one for code, one in volume.newest.quality.files.items() if inside(code)}
    if not files:
        return ""
    voice = volume.voice
    lines = [
        (
            voice.area(code),
            f"~/areas/{code}/",
            _counted(voice, (one.projects, one.staged, one.dated, one.sized, one.posted)),
        )
        for code, one in files.items()
    ]
    return block("project_files", voice, lines=lines)


def _counted(voice: Voice, numbers: Iterable[int]) -> list[Markup]:
    return [voice.counted(number) for number in numbers]


def _checks(volume: Volume) -> Iterator[Markup]:
    """What was checked; where the sources disagree with themselves, and why."""
    voice, relations = volume.voice, volume.tables.reference.relations.values()
    verified = sum(one.verdict == "verified" and one.rule != "none" for one in relations)
    yield voice.t("Every row entered passes the checks of the editors’ handbook; if one fails, nothing is published.")
    if verified:
        yield voice.n(
            "{count} published figure can be computed from others, and agrees.",
            "{count} published figures can be computed from others, and agree.",
            verified,
        )
    failed = [one for one in relations if one.verdict == "conflict"]
    if not failed:
        yield voice.t("No source was found to disagree with itself.")
    else:
        yield voice.t("Where the sources disagree within themselves, they are quoted as they are, with a note, below.")
    for one in failed:
        said = voice.t("{statement}. {note}", statement=voice.say(one.statement), note=voice.say(one.note))
        yield voice.t("The sources disagree: {check}", check=said)


def _rules(voice: Voice) -> tuple[Markup, ...]:
    t = voice.t
    return (
        t(
            "Counted are the observations that an edition names, with or without a value. What cannot exist, targets, "
            "amounts of projects and what we compute are left out; what no source speaks of is not known to be missing."
        ),
        t(
            "A value is late if it is first stated after an edition whose data reached to the end of its period. "
            "Filling a gap that was named is late, and no correction."
        ),
    )
