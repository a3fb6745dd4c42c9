"""Figures as rows of a table: the one shape in which every page lists them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.codes import NOT_APPLICABLE, TOTAL
from generator.model.figure import Figure
from generator.model.project import ProjectStatus

from .render import block
from .volume import Volume
from .wording import sentences
from .wording.escape import inert

TAKEN = "taken."  # before an indicator's id: its row on the page of a source that is counted


OPERANDS_NAMED = 8  # of a derived figure; of more, such as a rank among many areas, the files have the list


@dataclass(frozen=True, slots=True)
class Row:
    """One figure in a table. Every text is ready to be shown."""

    id: str
    area: Markup
    area_href: str
    subject: Markup  # indicator or project item
    home: str  # address of the page where the figure lives
    href: str  # of its row there
    what: Markup  # measure, part and peers; empty for a plain level
    period: Markup
    value: Markup
    badges: tuple[tuple[str, Markup], ...]  # class, word
    source: Markup
    source_href: str
    locator: str
    edition: str
    note: Markup
    formula: Markup
    inputs: tuple[tuple[str, Markup], ...]  # of a derived figure: address and words of each operand, in order
    many: int  # how many operands there are, if too many to be named
    missing: bool


def row(volume: Volume, figure: Figure) -> Row:
    """The row of ``figure``, in the language of ``volume``."""
    voice, source = volume.voice, volume.tables.reference.sources.get(figure.source)
    used = volume.operands([figure])
    named = len(used) <= OPERANDS_NAMED
    return Row(
        id=figure.id,
        area=voice.area(figure.key.subject),
        area_href=f"~/areas/{figure.key.subject}/",
        subject=subject(volume, figure),
        home=volume.home_of(figure),
        href=href(volume, figure),
        what=what(volume, figure),
        period=voice.time_of(figure),
        value=sentences.place(voice, figure),
        badges=badges(volume, figure),
        source=voice.source(source) if source else Markup(""),
        source_href=source_href(volume, figure) if source else "",
        locator=figure.locator,
        edition=figure.edition,
        note=voice.say(figure.note),
        formula=voice.say(figure.formula),
        inputs=tuple((href(volume, one), _operand(volume, figure, one)) for one in (used if named else ())),
        many=0 if named else len(used),
        missing=figure.missing,
    )


def rows(volume: Volume, figures: Iterable[Figure]) -> list[Row]:
    return [row(volume, figure) for figure in figures]


def _operand(volume: Volume, result: Figure, figure: Figure) -> Markup:
    """An operand in words: what it is, as far as that is not said by the row of ``result``, its period and value."""
    voice, reference = volume.voice, volume.tables.reference
    if figure.key.kind == "amount":
        return Markup(" ").join((subject(volume, figure), voice.time_of(figure), voice.figure(figure, prose=False)))
    name = what(volume, figure) or voice.say(reference.measures[figure.key.measure].name)
    if figure.key.concept != result.key.concept:
        name = Markup(" · ").join((subject(volume, figure), name))
    return Markup(" ").join((name, voice.time_of(figure), voice.figure(figure, prose=False)))


def href(volume: Volume, figure: Figure) -> str:
    """Address of the row where a figure lives, with its source, period and status."""
    return f"~/{volume.home_of(figure)}#{figure.id}"


def source_href(volume: Volume, figure: Figure) -> str:
    """Where the page of its source speaks of ``figure``: in a row of its own, or in that of its indicator."""
    if volume.origins.listed(figure.source):
        return f"~/sources/{figure.source}/#{anchor(volume, figure.id)}"
    return f"~/sources/{figure.source}/#{TAKEN}{figure.key.concept}"


def stage_href(volume: Volume, status: ProjectStatus) -> str:
    """Where the page of its source speaks of a stage of a project: in a row of its own, or counted with the others."""
    at = anchor(volume, f"status.{status.project}") if volume.origins.staged(status.source) else f"{TAKEN}stage"
    return f"~/sources/{status.source}/#{at}"


def anchor(volume: Volume, row: str) -> str:
    """Where a row stands on its source's page: under its fact where facts are traced, else under its own id."""
    return next((fact.fact for fact in volume.origins.facts_of.get(row, ())), f"from.{row}")


def what(volume: Volume, figure: Figure) -> Markup:
    """Measure, part of the whole and peers, as far as they say more than "the level"."""
    voice, reference, key = volume.voice, volume.tables.reference, figure.key
    parts: list[Markup] = []
    if key.kind == "target":
        parts.append(voice.t("target"))
    if key.kind in {"obs", "target"} and key.measure != "level":
        parts.append(voice.say(reference.measures[key.measure].name))
    if key.breakdown != TOTAL and key.breakdown in reference.breakdowns:
        parts.append(sentences.part(voice, figure))
    if key.peers != NOT_APPLICABLE and key.peers in reference.peers:
        among = voice.t("compared with {peers}", peers=sentences.peers(voice, figure))
        if figure.unit.kind == "rank":
            among = voice.t("among {peers}", peers=sentences.peers(voice, figure))
        parts.append(among)
    return voice.t(", ").join(parts)


def badges(volume: Volume, figure: Figure) -> tuple[tuple[str, Markup], ...]:
    """What a reader must know of a value before using it, as a word beside it."""
    voice, found = volume.voice, []
    if figure.missing:
        found.append(("missing", voice.t("withdrawn") if figure.revised else voice.status(figure.status)))
    elif figure.key.kind == "target":
        found.append(("planned", voice.t("target")))
    elif figure.status == "F" and figure.key.kind != "amount":  # an amount says so in its name
        found.append(("planned", voice.t("planned or expected")))
    elif figure.status not in {"A", "P"}:
        found.append(("status", voice.status(figure.status)))
    return tuple(found)


def subject(volume: Volume, figure: Figure) -> Markup:
    """What a figure is about: its indicator, the item of a project, or the statement that was computed."""
    reference = volume.tables.reference
    if figure.key.kind == "amount":
        return sentences.item_name(volume.voice, figure)
    if figure.key.kind == "calc":
        return volume.voice.say(reference.relations[figure.key.concept].statement)
    indicator = reference.indicators.get(figure.key.concept)
    return volume.voice.name(indicator) if indicator else inert(figure.key.concept)


def computed(volume: Volume, figures: Iterable[Figure]) -> str:
    """The HTML of a table of computed figures, each above what it was computed from."""
    groups = [(row(volume, one), rows(volume, (volume.newest.figures[name] for name in one.inputs))) for one in figures]
    caption = volume.voice.t("Computed by us from published figures")
    return block("computed", volume.voice, caption=caption, groups=groups)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a common heading inside one table."""

    title: Markup
    rows: Sequence[Row]
    href: str = ""


def by_topic(volume: Volume, figures: Iterable[Figure]) -> list[tuple[str, str, list[Figure]]]:
    """Topics in page order: id, title, and figures in the order given; topics without figures are left out."""
    indicators = volume.tables.reference.indicators
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        found.setdefault(indicators[figure.key.concept].topic, []).append(figure)
    return [(topic, title, found[topic]) for topic, title in volume.topics() if topic in found]


@dataclass(frozen=True, slots=True)
class Look:
    """How a table of figures shows its rows."""

    lead: str = "subject"  # what a row begins with: subject or area
    where: bool = False  # name the area under the subject
    edition: bool = False  # a column with the edition that states the figure
    home: str = ""  # address of the page: the rows of figures that live on it get their ids


def table(volume: Volume, name: str, caption: Markup, groups: Sequence[Group], look: Look) -> str:
    """The HTML of a table of figures; ``name`` keeps its footnotes apart from those of other tables."""
    notes = dict.fromkeys(row.note for group in groups for row in group.rows if row.note)
    return block(
        "figures",
        volume.voice,
        name=name,
        caption=caption,
        groups=groups,
        lead=look.lead,
        where=look.where,
        edition=look.edition,
        home=look.home,
        notes={note: number for number, note in enumerate(notes, start=1)},  # the same remark once
    )
