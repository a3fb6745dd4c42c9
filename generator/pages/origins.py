"""Where figures come from: what each source says, in which edition, and how much of it its page lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from operator import attrgetter

from generator.memory import Memory
from generator.model.bulletin import Tables
from generator.model.edition import Edition
from generator.model.figure import Figure
from generator.model.project import ProjectStatus
from generator.model.reference import Trace

from .order import grouped

LISTED = 200  # figures up to which a list names each; more are counted by indicator


@dataclass(frozen=True)
class Origins:
    """What the sources of a bulletin say, through all its ``editions``, oldest first."""

    editions: tuple[Edition, ...]
    memory: Memory  # of the last run of a preview

    @property
    def tables(self) -> Tables:
        return self.editions[-1].tables

    @cached_property
    def facts_of(self) -> Mapping[str, list[Trace]]:
        """For each row, the facts of the source documents that it came from."""
        return grouped(self.tables.reference.trace, attrgetter("row"))

    @cached_property
    def facts_in(self) -> Mapping[str, list[Trace]]:
        """For each source the facts that are traced from it."""
        return grouped(self.tables.reference.trace, attrgetter("source"))

    @cached_property
    def taken_from(self) -> Mapping[str, list[tuple[Figure, str]]]:
        """For each source what every edition took from it: the figure as it said it, and its name."""
        found: dict[str, list[tuple[Figure, str]]] = {}
        for edition in self.editions:
            said = (edition.figures, edition.said)
            step = (self.tables.bulletin.id, "taken", edition.name)
            for source, taken in self.memory.recall(step, said, partial(_taken, *said)).items():
                found.setdefault(source, []).extend((figure, edition.name) for figure in taken)
        return found

    @cached_property
    def stages_from(self) -> Mapping[str, list[ProjectStatus]]:
        return grouped(self.tables.project_status, attrgetter("source"))

    def staged(self, source: str) -> bool:
        """True if the page of a source lists what it says of the stages of projects, and does not count it."""
        return len(self.stages_from.get(source, ())) <= LISTED

    def listed(self, source: str) -> bool:
        """True if the page of a source lists what was taken from it, row by row, and does not count it."""
        return source in self.listed_ones

    @cached_property
    def listed_ones(self) -> frozenset[str]:
        """The sources whose page lists what was taken from them."""
        sources = self.tables.reference.sources
        return frozenset(source for source in sources if len(self.taken_from.get(source, ())) <= LISTED)


def _taken(figures: Mapping[str, Figure], said: Iterable[str]) -> dict[str, list[Figure]]:
    """What is ``said``, by source."""
    return grouped((figures[name] for name in said), attrgetter("source"))
