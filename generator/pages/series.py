"""Long series: a line each with the newest value and the course, and tables of all periods, newest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from markupsafe import Markup

from generator.model.figure import Figure
from generator.model.period import Period
from generator.model.text import Text

from .chart_views import cumulated, first_like_last
from .charts import Spark, spark
from .render import block
from .rows import badges, subject, what
from .volume import Volume
from .wording import sentences

PERIODS_A_TABLE = 12  # columns; older periods stand in further tables, folded
EMPTY = "<td></td>"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table of periods: whom or what it is about, and its figures by the text of their period."""

    head: Markup
    href: str
    small: Markup
    figures: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Course:
    """A long series in one line: the newest value, that of the year before, and the way between."""

    head: Markup
    href: str
    small: Markup
    value: Markup
    badges: tuple[tuple[str, Markup], ...]
    period: Markup
    before: Markup  # empty if none is stated
    spark: Spark | None  # of the values, oldest first; none of ranks and targets
    alt: Markup
    source: Markup
    source_href: str


Key = tuple[str, ...]
Long = dict[Key, list[Figure]]  # long series by what they share, each in the order given


def split(volume: Volume, figures: Iterable[Figure]) -> tuple[Long, list[Figure]]:
    """The long series among ``figures``, and the figures of all others."""
    found: Long = {}
    for figure in figures:
        found.setdefault(figure.key.series, []).append(figure)
    long = {key: series for key, series in found.items() if volume.long(series[0])}
    return long, [figure for figure in figures if figure.key.series not in long] if len(long) < len(found) else []


def newest(series: Sequence[Figure]) -> Figure:
    """The newest stated figure of a series, newest first; of one without a value the newest."""
    return next((figure for figure in series if not figure.missing), series[0])


def unit_line(volume: Volume, figure: Figure) -> Markup:
    """What a series is, besides its indicator: measure, part, peers; and its unit."""
    said = what(volume, figure)
    unit = Markup("") if figure.unit.kind == "rank" else volume.voice.say(figure.unit.name)
    return Markup(" · ").join(part for part in (said, unit) if part)


def computed(volume: Volume, series: Iterable[Figure]) -> Markup:
    """How the figures of a series were computed, if any of them was not stated by a source."""
    formula = next((figure.formula for figure in series if figure.computed), None)
    return volume.voice.t("computed by us: {formula}", formula=volume.voice.say(formula)) if formula else Markup("")


def courses(volume: Volume, name: str, caption: Markup, series: Iterable[Sequence[Figure]]) -> str:
    """The HTML of a table with one line a series."""
    return block("courses", volume.voice, name=name, caption=caption, lines=[_course(volume, one) for one in series])


def _course(volume: Volume, series: Sequence[Figure]) -> Course:
    voice, figure = volume.voice, newest(series)
    source = volume.tables.reference.sources.get(figure.source)
    earlier = figure.period.year_before()
    before = next((one for one in series if earlier and one.period.text == earlier.text and not one.missing), None)
    dated = [one for one in reversed(series) if one.period.dated]
    drawn = figure.unit.kind != "rank" and figure.key.kind == "obs"
    stated = [one for one in dated if not one.missing]
    return Course(
        head=subject(volume, figure),
        href=f"~/indicators/{figure.key.concept}/",
        small=what(volume, figure),
        value=sentences.place(voice, figure),
        badges=badges(volume, figure),
        period=voice.time_of(figure),
        before=voice.figure(before, unit=False) if before else Markup(""),
        spark=spark([one.value for one in dated], _anew(dated)) if drawn else None,
        alt=_way(volume, first_like_last(stated), stated[-1]) if drawn and stated else Markup(""),
        source=voice.source(source) if source else computed(volume, [figure]),
        source_href=f"~/sources/{source.id}/" if source else "",
    )


def _anew(dated: Sequence[Figure]) -> set[int]:
    """Where a sum of the year so far begins with a new year; nowhere for all else. ``dated``: oldest first."""
    if not all(cumulated(figure) for figure in dated):
        return set()  # a first quarter alone begins in January too
    years = [figure.period.text[:4] for figure in dated]
    return {place for place in range(1, len(years)) if years[place] != years[place - 1]}


def _way(volume: Volume, first: Figure, last: Figure) -> Markup:
    """The text alternative of a course: where it begins and where it ends."""
    voice = volume.voice
    return voice.t(
        "From {first} ({start}) to {last} ({end})",
        first=voice.worded(first, prose=False).plain,
        start=voice.time_of(first).striptags(),
        last=voice.worded(last, prose=False).plain,
        end=voice.time_of(last).striptags(),
    )


def lines(volume: Volume, series: Iterable[Sequence[Figure]]) -> list[Line]:
    """A line a series, named after its indicator."""
    return [
        Line(
            subject(volume, one[0]),
            f"~/indicators/{one[0].key.concept}/",
            Markup(" · ").join(filter(None, (unit_line(volume, one[0]), computed(volume, one)))),
            {figure.period.text: figure for figure in one},
        )
        for one in series
    ]


def history(volume: Volume, name: str, caption: Markup, lines: Sequence[Line], *, home: bool) -> str:
    """The HTML of tables of ``lines`` by periods, ``PERIODS_A_TABLE`` a table.

    ``home``: the figures live here, so that their cells have their ids. A period in which no line has a figure has no
    column, a line without a figure in a table's periods no row there.
    """
    known = {text: figure.period for line in lines for text, figure in line.figures.items()}
    periods = sorted(known.values(), key=lambda period: period.sort_key, reverse=True)
    parts = [periods[at : at + PERIODS_A_TABLE] for at in range(0, len(periods), PERIODS_A_TABLE)]
    notes = dict.fromkeys(figure.note for line in lines for figure in line.figures.values() if figure.note)
    numbers = {note: number for number, note in enumerate(notes, start=1)}
    cell = partial(_cell, volume, table=name, home=home, numbers=numbers)
    tables = [_part(volume, part, lines, cell) for part in parts]
    notes_said = [(number, volume.voice.say(note)) for note, number in numbers.items()]
    return block("history", volume.voice, name=name, caption=caption, parts=tables, notes=notes_said)


@dataclass(frozen=True, slots=True)
class Part:
    """Some periods of a history: their names, the lines with a figure in one of them, and the sources of each."""

    periods: list[Markup]
    span: Markup  # from the oldest to the newest period
    lines: list[tuple[Line, Markup]]  # each with its cells
    sources: list[list[tuple[str, Markup]]]  # id and title, by period


def _part(volume: Volume, periods: Sequence[Period], lines: Sequence[Line], cell: Callable[[Figure], str]) -> Part:
    voice = volume.voice
    names = [voice.time(period) for period in periods]
    rows = [(line, [line.figures.get(period.text) for period in periods]) for line in lines]
    shown = [(line, row) for line, row in rows if any(row)]
    span = voice.t("{first} to {last}", first=names[-1], last=names[0]) if len(names) > 1 else names[0]
    cells = [(line, Markup("".join(cell(figure) if figure else EMPTY for figure in row))) for line, row in shown]  # noqa: S704 - escaped
    columns = zip(*(row for _, row in shown), strict=True)
    return Part(names, span, cells, [_sources(volume, column) for column in columns])


def _cell(volume: Volume, figure: Figure, table: str, home: bool, numbers: Mapping[Text, int]) -> str:
    """A figure in a table of periods. Written here and not in a template, since a page has hundreds."""
    value = str(volume.voice.figure(figure, prose=False, unit=False))
    name, more = f' id="{escape(figure.id)}"' if home else "", ""
    plain = figure.missing or figure.status in {"A", "P"} or figure.key.kind == "target"
    if figure.note or not plain:
        said, note = () if plain else badges(volume, figure), numbers.get(figure.note, 0)
        more = block("remarks", volume.voice, table=table, badges=said, note=note)
    return f'<td class="num"{name}>{value}{more}</td>'


def _sources(volume: Volume, column: Iterable[Figure | None]) -> list[tuple[str, Markup]]:
    known = volume.tables.reference.sources
    used = dict.fromkeys(figure.source for figure in column if figure and figure.source in known)
    return [(name, volume.voice.source(known[name])) for name in used]
