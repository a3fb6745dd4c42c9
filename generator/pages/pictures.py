"""A chart with the words of its page: marks, text alternative, and where its numbers are from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from markupsafe import Markup

from generator.model.figure import Figure

from .charts.view import ChartView, Kind, Mark
from .volume import Volume
from .wording.escape import plain

LISTED_IN_TITLE = 3  # up to so many values stand in the title; of more, the largest and the smallest


def picture(
    volume: Volume,
    kind: Kind,
    key: str,
    home: str,
    marks: Iterable[Mark],
    *,
    title: Markup,
    subtitle: Markup,
    note: Markup,
    unit: str = "",
    told: Iterable[str] = (),
    missing: Sequence[tuple[str, str]] = (),
    target: Mark | None = None,
    elapsed: Decimal | None = None,
    anew: bool = False,
) -> ChartView:
    """The chart of these ``marks``, its files at the address ``home``. ``key`` is unique within the bulletin.

    The text alternative says the title and what is ``told``: if nothing, the line under it and what is missing.
    """
    colon = str(volume.voice.t(": "))
    told = [*told] or [plain(subtitle), *(f"{name}{colon}{reason}" for name, reason in missing)]
    return ChartView(
        key=_slug(f"{volume.tables.bulletin.id}-{key}"),
        home=home,
        kind=kind,
        title=plain(title),
        subtitle=plain(subtitle),
        alt=_sentences(volume, [plain(title), *told]),
        unit=unit,
        marks=tuple(marks),
        missing=tuple(missing),
        target=target,
        elapsed=elapsed,
        lang=volume.lang,
        note=plain(note),
        anew=anew,
    )


def mark(volume: Volume, figure: Figure, label: str, *, group: str = "", lit: bool = False) -> Mark:
    """A figure with a value as a mark. ``group``: label of the mark that contains it."""
    return Mark(
        label=label,
        value=figure.value or Decimal(0),
        text=volume.voice.worded(figure, prose=False, unit=figure.unit.id == "pct").plain,
        row=figure.id,
        status=figure.status,
        bound=figure.bound,
        value_high=figure.value_high,
        emphasis=lit,
        period=figure.period,
        group=group,
    )


def origin(volume: Volume, figures: Sequence[Figure]) -> Markup:
    """The sources and editions of ``figures``."""
    t, sources = volume.voice.t, volume.tables.reference.sources
    origins = dict.fromkeys(
        volume.voice.say(sources[figure.source].publisher) if figure.source else t("computed by us")
        for figure in figures
    )
    return signed(volume, [t("Source: {source}", source=volume.voice.listing(origins))], _editions(volume, figures))


def signed(volume: Volume, by: Iterable[Markup], editions: Markup) -> Markup:
    """What a drawing says of its origin, so that a copy of it still does: ``by`` whom, where, and its standing."""
    t, bulletin = volume.voice.t, volume.tables.bulletin
    parts = [*by, t("{bulletin}, {edition}", bulletin=volume.voice.say(bulletin.title), edition=editions)]
    if bulletin.demonstration:
        parts.append(t("demonstration data"))
    elif not bulletin.official:
        parts.append(t("unofficial"))
    return t("; ").join(parts)


def _editions(volume: Volume, figures: Sequence[Figure]) -> Markup:
    """The editions that state ``figures``, oldest first; of many, the first and the last."""
    names = [volume.voice.edition(name, inside=True) for name in sorted({figure.edition for figure in figures})]
    if len(names) > LISTED_IN_TITLE:
        return volume.voice.t("{first} to {last}", first=names[0], last=names[-1])
    return volume.voice.listing(names)


def _sentences(volume: Volume, said: Sequence[str]) -> str:
    """One after another, each with one full stop before the next, whether it brings its own or not."""
    stop = plain(volume.voice.t(". "))
    *before, last = said
    return str(volume.voice.t(". ")).join([*(words.removesuffix(stop) for words in before), last])


def _slug(text: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "-_" else "-" for letter in text).strip("-")
