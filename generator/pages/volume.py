"""All editions of a bulletin in one language: what every page module reads, with the indexes they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from generator.aside import Packing
from generator.memory import Memory
from generator.model.bulletin import Tables
from generator.model.codes import NOT_APPLICABLE
from generator.model.edition import Edition
from generator.model.figure import Figure
from generator.model.page import File
from generator.model.project import Project
from generator.model.reference import Area
from generator.model.text import Lang

from .order import grouped, places, placing
from .origins import Origins
from .render import templates_state
from .wording.voice import Voice

Made = TypeVar("Made")

FEW_PERIODS = 3  # a series of more dated periods is long: a line in its area's tables instead of a row a figure
STATED = frozenset({"obs", "target"})  # kinds of figures that stand on the pages of areas and indicators
NO_HEADLINE = 99  # the place of what no headline speaks of


@dataclass(frozen=True)
class Volume:
    """One bulletin in one language. ``packages`` are the published data files, which the data pages describe."""

    lang: Lang
    editions: tuple[Edition, ...]  # oldest first
    packages: tuple[File, ...] = ()
    cache: Path | None = None  # where drawings are kept
    memory: Memory = field(default_factory=Memory)  # of the last run of a preview
    aside: Packing | None = None  # where its pages and files go as they are made; a preview holds them
    voice: Voice = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "voice", Voice(self.lang, self.tables))

    @property
    def tables(self) -> Tables:
        return self.newest.tables

    @property
    def newest(self) -> Edition:
        return self.editions[-1]

    def figure(self, figure_id: str) -> Figure | None:
        return self.newest.figures.get(figure_id)

    @cached_property
    def origins(self) -> Origins:
        return Origins(self.editions, self.memory)

    @cached_property
    def sizes(self) -> Mapping[str, int]:
        """Bytes of each published data file, by path."""
        return {file.path: file.size for file in self.packages}

    def recall(self, step: tuple[str, ...], figures: object, make: Callable[[], Made]) -> Made:
        """What ``make`` gives: anew if these figures, or anything else that pages are made from, have changed. What a
        build makes goes aside at once, so that it holds none of it."""

        def anew() -> Made:
            return self.aside.made(make()) if self.aside else make()

        return self.memory.recall((self.tables.bulletin.id, self.lang, *step), (self._frame, figures), anew)

    @cached_property
    def _frame(self) -> object:
        """All that any page may read besides the figures that it shows. The very object of the last run if unchanged,
        so that a thousand pages compare it at no cost."""
        tables = self.tables
        data = (tables.bulletin, tables.releases, tables.packages, tables.reference, tables.projects)
        figures = (self._long, self.headlines_of, self._asked_for, self.by_project, self.newest.project_status)
        packed = self.sizes.get(f"{tables.bulletin.id}/data/projects/projects.zip")
        beside = (templates_state(), packed, self.origins.listed_ones)
        frame = (data, tables.boundaries, tables.project_status, figures, beside)
        return self.memory.same((tables.bulletin.id, self.lang, "frame"), frame)

    @cached_property
    def _long(self) -> frozenset[tuple[str, ...]]:
        """The series of observations with more than ``FEW_PERIODS`` dated periods."""
        name = self.tables.bulletin.id
        found = (
            self.memory.recall((name, "long", area), figures, partial(_long_series, figures))
            for area, figures in self.by_area.items()
        )
        return self.memory.same((name, "long"), frozenset(series for some in found for series in some))

    def long(self, figure: Figure) -> bool:
        """True if ``figure`` belongs to a long series. A target goes with the series that it is set for."""
        series = figure.key.series
        return series in self._long or (series[0] == "target" and ("obs", *series[1:-1], NOT_APPLICABLE) in self._long)

    @cached_property
    def by_area(self) -> Mapping[str, list[Figure]]:
        """Observations and targets of each area, newest period first in the order of topics and indicators."""
        return self._in_order("area", attrgetter("key.subject"))

    @cached_property
    def by_indicator(self) -> Mapping[str, list[Figure]]:
        return self._in_order("indicator", attrgetter("key.concept"))

    def _in_order(self, step: str, key: Callable[[Figure], str]) -> dict[str, list[Figure]]:
        """What is stated, in groups, each sorted; a preview sorts only the groups that have changed."""
        data = (self.tables.reference, self.tables.bulletin)
        stated = [figure for kind in sorted(STATED) for figure in self.of_kind.get(kind, ())]
        groups = {
            name: self.memory.recall((data[1].id, step, name), (figures, data), partial(self.ordered, figures))
            for name, figures in grouped(stated, key).items()
        }
        return dict(sorted(groups.items(), key=lambda group: self._place(group[1][0])))

    @cached_property
    def of_kind(self) -> Mapping[str, list[Figure]]:
        """The newest figures by their kind, in the order of the edition."""
        return grouped(self.newest.figures.values(), attrgetter("key.kind"))

    @cached_property
    def operands_of(self) -> Mapping[str, list[Figure]]:
        """For each indicator what its derived figures were computed from."""
        return {name: self.operands(figures) for name, figures in self.by_indicator.items()}

    def operands(self, figures: Iterable[Figure]) -> list[Figure]:
        """What the derived ones among ``figures`` were computed from."""
        known = self.newest.figures
        derived = (figure for figure in figures if figure.inputs and figure.key.kind in {"obs", "amount"})
        return [known[name] for figure in derived for name in figure.inputs if name in known]

    @cached_property
    def by_project(self) -> Mapping[str, list[Figure]]:
        return grouped(self.of_kind.get("amount", ()), lambda figure: figure.key.subject)

    @cached_property
    def amounts_in(self) -> Mapping[str, list[Figure]]:
        """Amounts of projects, by the area that the project is in."""
        amounts = [figure for figures in self.by_project.values() for figure in figures]
        return grouped(amounts, lambda figure: self.tables.projects[figure.key.subject].area)

    @cached_property
    def stated_in(self) -> Counter[str]:
        """How many figures with a value each area has, those of its projects included."""
        counts: Counter[str] = Counter()
        for step, groups in (("area", self.by_area), ("amounts", self.amounts_in)):
            for area, figures in groups.items():
                counts[area] += self.stated((step, area), figures)
        return counts

    def stated(self, step: tuple[str, ...], figures: Sequence[Figure]) -> int:
        """How many of ``figures`` a source gives with a value."""
        name = self.tables.bulletin.id
        return self.memory.recall((name, "stated", *step), figures, partial(_stated, figures))

    def area_of(self, figure: Figure) -> str:
        """The area that a figure is about; for a project's amount the area that the project is in."""
        return self.tables.projects[figure.key.subject].area if figure.key.kind == "amount" else figure.key.subject

    @cached_property
    def projects_in(self) -> Mapping[str, list[Project]]:
        return grouped(self.tables.projects.values(), lambda project: project.area)

    @cached_property
    def continued_by(self) -> Mapping[str, list[Area]]:
        """For an area's code the former codes that it continues, in their order."""
        areas = sorted(self.tables.reference.areas.values(), key=lambda area: area.code)
        return grouped((area for area in areas if area.successor), lambda area: area.successor)

    @cached_property
    def headlines_of(self) -> Mapping[str, list[Figure]]:
        """The editors' headlines that still stand as they stood, by what they are about; the newest edition first."""
        chosen = (
            (edition.figures[name], self.newest.figures[name])
            for edition in reversed(self.editions)
            for name in edition.release.headlines
            if name in edition.figures
        )
        standing = [now for then, now in chosen if then == now and not now.missing and now.key.kind in STATED]
        return grouped(standing, lambda figure: figure.key.subject)

    @cached_property
    def _asked_for(self) -> Mapping[tuple[str, ...], int]:
        """What the newest edition's headlines speak of, whatever the area, and its place among them."""
        figures = [self.newest.figures[name] for name in self.newest.release.headlines if name in self.newest.figures]
        return places(figure.key.series[2:] for figure in figures)

    def headline_place(self, figure: Figure) -> int:
        """The place among the headlines of what ``figure`` is about, in any area; ``NO_HEADLINE`` if in none."""
        return self._asked_for.get(figure.key.series[2:], NO_HEADLINE)

    def concept_place(self, concept: str) -> int:
        """The place among the headlines of the first that speaks of an indicator; ``NO_HEADLINE`` if none does."""
        return min((at for series, at in self._asked_for.items() if series[0] == concept), default=NO_HEADLINE)

    @cached_property
    def computed_from(self) -> Mapping[str, list[Figure]]:
        """Computed figures by the page that shows them: the indicator (or ``projects``) of their first operand."""
        return grouped(self.of_kind.get("calc", ()), self._told_under)

    def _told_under(self, figure: Figure) -> str:
        first = figure if figure.key.kind != "calc" else self.newest.figures[figure.inputs[0]]
        return "projects" if first.key.kind == "amount" else first.key.concept

    def home_of(self, figure: Figure) -> str:
        """Address of the page where a figure has its row: its area's if its series is long, else its indicator's; the
        results of a league stand in the table of their edition."""
        if figure.key.kind == "league":
            return f"editions/{figure.edition}/league/{figure.key.concept}/"
        if figure.key.kind == "mechanism":
            return f"mechanisms/{figure.key.concept}/"
        if self.long(figure):
            return f"areas/{figure.key.subject}/"
        under = self._told_under(figure)
        if figure.key.kind == "amount":
            return f"projects/{figure.key.subject}/"
        return "projects/" if under == "projects" else f"indicators/{under}/"

    @cached_property
    def on_file(self) -> object:
        """What the editions hold besides figures and leagues, and what is computed from any figures with those. The
        very object of the last run if unchanged."""
        held = [
            (one.project_status, one.dossier, one.chains, one.limits, one.schedule, one.pipelines, one.quality)
            for one in self.editions
        ]
        computed = self.of_kind.get("calc", ())
        used = [self.newest.figures[name] for one in computed for name in one.inputs]
        return self.memory.same((self.tables.bulletin.id, self.lang, "on file"), (held, computed, used))

    @cached_property
    def raced(self) -> object:
        """All that pages read of the leagues, in every edition. The very object of the last run if unchanged."""
        held = self.newest.figures
        tables = tuple((edition.name, edition.leagues) for edition in self.editions if edition.leagues)
        every = (table for _, leagues in tables for table in leagues.values())
        named = {name for table in every for row in table.figures.values() for name in row.values()}
        figures = [figure for name, figure in held.items() if figure.key.kind == "league" or name in named]
        return self.memory.same((self.tables.bulletin.id, self.lang, "raced"), (tables, figures))

    def ordered(self, figures: Iterable[Figure]) -> list[Figure]:
        """By topic, indicator, area, breakdown, measure; the newest period first."""
        return sorted(figures, key=self._place)

    @cached_property
    def _place(self) -> Callable[[Figure], tuple[object, ...]]:
        return placing(self.tables)

    def topics(self) -> Iterator[tuple[str, str]]:
        """Each topic with its title in this language, in page order."""
        for topic in self.tables.bulletin.topics:
            if package := self.tables.packages.get(topic):
                yield topic, package.title.of(self.lang)


def _stated(figures: Iterable[Figure]) -> int:
    return sum(not figure.missing and not figure.computed for figure in figures)


def _long_series(figures: Iterable[Figure]) -> frozenset[tuple[str, ...]]:
    observed = (figure for figure in figures if figure.key.kind == "obs" and figure.period.dated)
    periods = Counter(figure.key[:-1] for figure in observed)  # the key without its period
    return frozenset(series for series, count in periods.items() if count > FEW_PERIODS)
