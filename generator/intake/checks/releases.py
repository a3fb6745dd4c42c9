"""Released editions are immutable: their files and entries are exactly those that ``releases.lock`` names, and the
reference rows that they used still mean what they meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.errors import Problem
from generator.intake.declaration import RELEASES
from generator.intake.gathering import Gathered
from generator.intake.leagues import LEAGUES
from generator.intake.locks import (
    LOCK,
    archive_fault,
    digest,
    edition_files,
    entry_digest,
    read_lock,
    released_rows,
    snapshot_of,
    snapshot_path,
)

# What a number means hangs on these; everything else of a reference row is wording, or may come to an end.
MEANING: Mapping[str, tuple[str, ...]] = {
    "indicators": ("unit", "basis", "price_basis", "threshold"),
    "measures": ("unit",),
    "breakdowns": ("dimension", "parent", "additive", "nested"),
    "peers": ("members",),
    "units": ("kind", "base", "factor"),
}
WORDING: Mapping[str, tuple[str, ...]] = {
    "areas": ("name_zh", "name_en"),
    "indicators": ("name_zh", "name_en", "definition_zh", "definition_en"),
    **dict.fromkeys(("measures", "breakdowns", "peers", "units"), ("name_zh", "name_en")),
}


def locked_editions(gathered: Gathered) -> Iterator[Problem]:
    """Files of released editions that were changed, removed or added, and locks that fit no edition."""
    tables = gathered.tables
    locks, problems = read_lock(tables.folder)
    yield from problems
    if problems:
        return
    for position, release in enumerate(tables.releases):
        place = ("editions", position, "status")
        if release.locked and release.edition not in locks:
            yield gathered.releases_file.problem("lock-missing", place, release.status, edition=release.edition)
        elif release.locked:
            yield from _differences(gathered, release.edition, locks[release.edition])
            if locks[release.edition].get(RELEASES) != entry_digest(release):
                place = ("editions", position, "edition")
                yield gathered.releases_file.problem("lock-entry", place, release.edition, edition=release.edition)
        elif release.edition in locks:
            yield gathered.releases_file.problem("lock-open", place, release.status, edition=release.edition)
        elif snapshot_of(tables, release.edition):
            kept = snapshot_path(release.edition)
            yield gathered.releases_file.problem("lock-lost", place, release.status, edition=release.edition, kept=kept)
    known = {release.edition for release in tables.releases}
    for edition in sorted(set(locks) - known):
        yield Problem("lock-unknown", tables.bulletin.id, file=f"{tables.bulletin.id}/{LOCK}", value=edition)


def _differences(gathered: Gathered, edition: str, lock: Mapping[str, str]) -> Iterator[Problem]:
    tables = gathered.tables
    present = {*edition_files(tables, edition)}
    snapshot = snapshot_of(tables, edition)
    if snapshot:
        present.add(snapshot_path(edition))
    for file in sorted((present | set(lock) | {snapshot_path(edition)}) - {RELEASES, LEAGUES}):
        if file not in present:
            rule = "lock-removed"
        elif file not in lock:
            rule = "lock-added"
        else:
            rule = "" if digest(tables.folder / file) == lock[file] else "lock-changed"
        package = f"{tables.bulletin.id}/{file.split('/')[0]}"
        if rule:
            yield Problem(rule, package, file=f"{tables.bulletin.id}/{file}", facts={"edition": edition})
        elif file == snapshot_path(edition) and snapshot and (fault := archive_fault(snapshot, tables.bulletin.id)):
            yield Problem("lock-archive", package, file=f"{tables.bulletin.id}/{file}", value=fault)


def changed_references(gathered: Gathered) -> Iterator[Problem]:
    """Reference rows that say something else than when the last edition that used them was released."""
    tables = gathered.tables
    used: dict[tuple[str, str], tuple[str, Mapping[str, str]]] = {}
    for release in tables.releases:
        if release.locked:
            rows = released_rows(tables, release.edition)
            used |= {place: (release.edition, cells) for place, cells in rows.items()}
    for sheet in gathered.sheets_of(*MEANING, *WORDING):
        for record in sheet.records:
            key = record.cells.get(sheet.schema.key[0], "")
            edition, cells = used.get((sheet.table, key), ("", record.cells))
            for column in (*MEANING.get(sheet.table, ()), *WORDING[sheet.table]):
                now, old = record.cells.get(column, ""), cells.get(column, "")
                if now != old:
                    rule = "lock-meaning" if column in MEANING.get(sheet.table, ()) else "lock-wording"
                    yield sheet.problem(rule, record.line, column, now, key=key, edition=edition, old=old)
