"""All editions of a bulletin in one language: what every page module reads, with the indexes they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.model.bulletin import Tables
from generator.model.edition import Edition
from generator.model.figure import Figure
from generator.model.page import File
from generator.model.reference import Trace
from generator.model.text import Lang

from .wording.voice import Voice


@dataclass(frozen=True)
class Volume:
    """One bulletin in one language. ``packages`` are the published data files, which the data pages describe."""

    lang: Lang
    editions: tuple[Edition, ...]  # oldest first
    packages: tuple[File, ...] = ()
    cache: Path | None = None  # where drawings are kept
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
    def by_area(self) -> Mapping[str, list[Figure]]:
        """Observations and targets of each area, newest period first in the order of topics and indicators."""
        return _grouped(self._ordered, lambda figure: figure.key.subject)

    @cached_property
    def by_indicator(self) -> Mapping[str, list[Figure]]:
        return _grouped(self._ordered, lambda figure: figure.key.concept)

    @cached_property
    def by_project(self) -> Mapping[str, list[Figure]]:
        amounts = [figure for figure in self.newest.figures.values() if figure.key.kind == "amount"]
        return _grouped(amounts, lambda figure: figure.key.subject)

    @cached_property
    def amounts_in(self) -> Mapping[str, list[Figure]]:
        """Amounts of projects, by the area that the project is in."""
        amounts = [figure for figures in self.by_project.values() for figure in figures]
        return _grouped(amounts, lambda figure: self.tables.projects[figure.key.subject].area)

    def area_of(self, figure: Figure) -> str:
        """The area that a figure is about; for a project's amount the area that the project is in."""
        return self.tables.projects[figure.key.subject].area if figure.key.kind == "amount" else figure.key.subject

    @cached_property
    def computed_from(self) -> Mapping[str, list[Figure]]:
        """Computed figures by the page that shows them: the indicator (or ``projects``) of their first operand."""
        computed = [figure for figure in self.newest.figures.values() if figure.key.kind == "calc"]
        return _grouped(computed, self.home_of)

    def home_of(self, figure: Figure) -> str:
        """Where a figure has its row: its indicator's id, or ``projects``."""
        first = figure if figure.key.kind != "calc" else self.newest.figures[figure.inputs[0]]
        return "projects" if first.key.kind == "amount" else first.key.concept

    @cached_property
    def facts_of(self) -> Mapping[str, list[Trace]]:
        """For each row, the facts of the source documents that it came from."""
        facts: dict[str, list[Trace]] = {}
        for trace in self.tables.reference.trace:
            facts.setdefault(trace.row, []).append(trace)
        return facts

    def ordered(self, figures: Iterable[Figure]) -> list[Figure]:
        """By topic, indicator, area, breakdown, measure; the newest period first."""
        return sorted(figures, key=self._place)

    @cached_property
    def _ordered(self) -> list[Figure]:
        stated = [figure for figure in self.newest.figures.values() if figure.key.kind in {"obs", "target"}]
        return self.ordered(stated)

    def _place(self, figure: Figure) -> tuple[object, ...]:
        reference, key = self.tables.reference, figure.key
        indicator = reference.indicators.get(key.concept)
        topic = self._topics.get(indicator.topic if indicator else "", 99)
        _, last = (date.toordinal() for date in figure.period.sort_key)
        return (
            topic,
            self._indicators.get(key.concept, 0),
            self._areas.get(key.subject, 0),
            key.kind == "target",
            self._breakdowns.get(key.breakdown, -1),
            -figure.period.sort_key[0].toordinal(),
            self._measures.get(key.measure, 0),
            key.peers,
            last,
        )

    @cached_property
    def _topics(self) -> Mapping[str, int]:
        return _places(self.tables.bulletin.topics)

    @cached_property
    def _indicators(self) -> Mapping[str, int]:
        return _places(self.tables.reference.indicators)

    @cached_property
    def _areas(self) -> Mapping[str, int]:
        return _places([*self.tables.bulletin.home, *self.tables.reference.areas])

    @cached_property
    def _breakdowns(self) -> Mapping[str, int]:
        return _places(self.tables.reference.breakdowns)

    @cached_property
    def _measures(self) -> Mapping[str, int]:
        return _places(self.tables.reference.measures)

    def topics(self) -> Iterator[tuple[str, str]]:
        """Each topic with its title in this language, in page order."""
        for topic in self.tables.bulletin.topics:
            if package := self.tables.packages.get(topic):
                yield topic, package.title.of(self.lang)


def _places(names: Iterable[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for name in names:
        places.setdefault(name, len(places))
    return places


def _grouped(figures: Iterable[Figure], key: Callable[[Figure], str]) -> dict[str, list[Figure]]:
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(key(figure), []).append(figure)
    return groups
