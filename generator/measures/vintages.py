"""Which statement of a key holds in which edition.

Rule: edition E uses, for each key, the newest statement among the editions up to E. A key once stated never
disappears; a withdrawal is a statement with a missing status.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from generator.model.bulletin import Release
from generator.model.figure import Revision, Value
from generator.model.project import Dossier, ProjectStatus
from generator.model.revision import changed
from generator.model.statement import Statement

if TYPE_CHECKING:
    import pandas as pd


class Filed(Protocol):
    """A row of the dossier."""

    @property
    def edition(self) -> str: ...
    @property
    def key(self) -> tuple[str, ...]: ...


Row = TypeVar("Row", bound=Filed)


def as_of(statements: Sequence[Statement], editions: Sequence[str]) -> dict[str, Statement]:
    """The newest statement of every key among ``editions`` (oldest first), by figure id."""
    rank = {edition: place for place, edition in enumerate(editions)}
    known = (statement for statement in statements if statement.edition in rank)
    return {row.figure: row for row in sorted(known, key=lambda row: rank[row.edition])}


def status_as_of(rows: Sequence[ProjectStatus], editions: Sequence[str]) -> dict[str, ProjectStatus]:
    """The newest status of every project among ``editions`` (oldest first)."""
    rank = {edition: place for place, edition in enumerate(editions)}
    known = [row for row in rows if row.edition in rank]
    return {row.project: row for row in sorted(known, key=lambda row: rank[row.edition])}


def dossier_as_of(dossier: Dossier, editions: Collection[str]) -> Dossier:
    """The newest row of every milestone, batch, award and lead among ``editions``; its rows stand oldest first."""

    def newest(rows: Iterable[Row]) -> tuple[Row, ...]:
        return tuple({row.key: row for row in rows if row.edition in editions}.values())

    return Dossier(newest(dossier.milestones), newest(dossier.batches), newest(dossier.awards), newest(dossier.leads))


def revisions(statements: Sequence[Statement], releases: Sequence[Release]) -> tuple[Revision, ...]:
    """Every change of a stated value between editions, in order of edition. Restating the same value is none.

    Statements of an edition that ``releases`` does not name are left out.
    """
    frame = _vintages(statements, [release.edition for release in releases])
    frame["before"] = frame.groupby("figure", sort=False)["row"].shift()
    restated = frame.dropna(subset=["before"]).sort_values("edition", kind="stable")
    pairs = zip(restated["before"].astype(int), restated["row"], strict=True)
    stated = ((statements[before], statements[row]) for before, row in pairs)
    return tuple(
        Revision(new.figure, new.edition, old.edition, _said(old), _said(new), new.reason)
        for old, new in stated
        if changed(old, new)
    )


def _vintages(statements: Sequence[Statement], editions: Sequence[str]) -> pd.DataFrame:
    """One line a statement of ``editions`` whose figure is stated again: figure id, place of its edition, place of
    the row; oldest edition first."""
    import pandas as pd  # imported late: a build in which nothing has changed does without

    rank, times = {edition: place for place, edition in enumerate(editions)}, Counter(one.figure for one in statements)
    lines = [
        (one.figure, rank[one.edition], row)
        for row, one in enumerate(statements)
        if times[one.figure] > 1 and one.edition in rank  # most are stated once, and never revised
    ]
    return pd.DataFrame(lines, columns=["figure", "edition", "row"]).sort_values("edition", kind="stable")


def _said(statement: Statement) -> Value:
    return Value(statement.value, statement.value_high, statement.bound, statement.unit)


def editions_up_to(releases: Sequence[Release], edition: str) -> list[str]:
    """The names of the editions up to and including ``edition``, oldest first."""
    names = [release.edition for release in releases]
    return names[: names.index(edition) + 1]
