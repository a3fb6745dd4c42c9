"""Released editions are immutable: their files and entries are exactly those that ``releases.lock`` names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.errors import Problem
from generator.intake.declaration import RELEASES
from generator.intake.gathering import Gathered
from generator.intake.locks import LOCK, digest, edition_files, entry_digest, read_lock, snapshot_path


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
    known = {release.edition for release in tables.releases}
    for edition in sorted(set(locks) - known):
        yield Problem("lock-unknown", tables.bulletin.id, file=f"{tables.bulletin.id}/{LOCK}", value=edition)


def _differences(gathered: Gathered, edition: str, lock: Mapping[str, str]) -> Iterator[Problem]:
    tables = gathered.tables
    present = {*edition_files(tables, edition)}
    snapshot = tables.folder / snapshot_path(edition)
    if snapshot.is_file() and snapshot.resolve().is_relative_to(tables.folder.resolve()):
        present.add(snapshot_path(edition))
    for file in sorted((present | set(lock)) - {RELEASES}):
        if file not in present:
            rule = "lock-removed"
        elif file not in lock:
            rule = "lock-added"
        else:
            rule = "" if digest(tables.folder / file) == lock[file] else "lock-changed"
        if rule:
            package = f"{tables.bulletin.id}/{file.split('/')[0]}"
            yield Problem(rule, package, file=f"{tables.bulletin.id}/{file}", facts={"edition": edition})
