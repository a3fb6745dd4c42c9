"""``releases.lock``: the digests of what belongs to a released edition, so that nobody changes what was published."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from hashlib import file_digest, sha256
from pathlib import Path, PurePosixPath

from generator.errors import DataErrors, Problem
from generator.model.bulletin import Release, Tables
from generator.model.peers import members
from generator.model.period import Period

from .contract import REFERENCE, REFERENCE_TABLES
from .declaration import RELEASES
from .folders import MAX_BYTES, opened, refusal_of_text
from .leagues import LEAGUES, said_of
from .yamlfile import read_yaml

LOCK = "releases.lock"
MAX_ARCHIVE = 200_000_000  # bytes, packed: the archive of a large panel has some ten million
MAX_UNPACKED = 1_000_000_000
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError, ValueError)
# Edition -> file below the bulletin's folder -> SHA-256; of releases.yaml only the entry of the edition counts,
# of leagues.yaml the leagues of the edition.
Locks = Mapping[str, Mapping[str, str]]


def snapshot_path(edition: str) -> str:
    """Where the published packages of a released edition are kept, with the reference tables that they used."""
    return f"released/{edition}.zip"


def snapshot_of(tables: Tables, edition: str) -> Path | None:
    """The snapshot of a released edition if it is a plain file in the bulletin's folder, and no larger than any is."""
    path = tables.folder / snapshot_path(edition)
    try:
        inside = path.resolve().is_relative_to(tables.folder.resolve())
        return path if inside and path.is_file() and path.stat().st_size <= MAX_ARCHIVE else None
    except (OSError, RuntimeError):  # not ours to look at, or links in a circle
        return None


def archive_fault(path: Path, bulletin: str) -> str:
    """What in a snapshot we cannot have written, in the words of the archive; blank if it can be unpacked safely."""
    inside = f"{bulletin}/editions/{path.stem}/"
    if not zipfile.is_zipfile(path):  # which whoever publishes it says
        return ""
    try:
        with zipfile.ZipFile(path) as snapshot:
            entries = snapshot.infolist()
    except (*_UNREADABLE, OSError):
        return path.name
    names = [entry.filename for entry in entries]
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED or len({*names}) < len(names):
        return path.name
    return next((entry.filename for entry in entries if _is_strange(entry, inside)), "")


def _is_strange(entry: zipfile.ZipInfo, inside: str) -> bool:
    """An entry that would leave the folder of its edition, or that cannot be unpacked."""
    astray = not entry.filename.startswith(inside) or bool(refusal_of_text(entry.filename))
    return astray or bool(entry.flag_bits & _ENCRYPTED) or entry.compress_type not in _METHODS


def released_rows(tables: Tables, edition: str) -> dict[tuple[str, str], Mapping[str, str]]:
    """The reference rows that a released edition used, by table and id, as its packages have them.

    Nothing if the snapshot is missing or not as it was released, which is a problem of its own.
    """
    path = snapshot_of(tables, edition)
    locks, _ = read_lock(tables.folder)
    if path is None or locks.get(edition, {}).get(snapshot_path(edition)) != digest(path):
        return {}
    if archive_fault(path, tables.folder.name):
        return {}
    try:
        return dict(_reference_rows(path))
    except (*_UNREADABLE, csv.Error):  # no archive of ours, whatever the lock says
        return {}


def _reference_rows(path: Path) -> Iterator[tuple[tuple[str, str], Mapping[str, str]]]:
    with zipfile.ZipFile(path) as snapshot:
        for entry in snapshot.infolist():
            member = PurePosixPath(entry.filename)
            # The package of reference tables lists whole vocabularies, used or not.
            used = member.suffix == ".csv" and member.stem in REFERENCE_TABLES and member.parent.name != REFERENCE
            if used and entry.file_size <= MAX_BYTES:
                with snapshot.open(entry) as packed:  # an entry may be longer than it says
                    content = packed.read(MAX_BYTES)
                for line in csv.DictReader(io.StringIO(content.decode(), newline="")):
                    yield (member.stem, next(iter(line.values()))), line


def edition_files(tables: Tables, edition: str) -> tuple[str, ...]:
    """The source files of an edition, relative to the bulletin's folder, sorted."""
    return tuple(
        sorted(
            f"{package.name}/{resource.path}"
            for package in tables.packages.values()
            for resource in package.resources
            if resource.edition == edition
        )
    )


def lock_of(tables: Tables, edition: str) -> dict[str, str]:
    """What the lock must say of an edition: the digest of each of its source files, of its snapshot if kept, and of
    its entry in ``releases.yaml``."""
    files = [*edition_files(tables, edition)]
    if snapshot_of(tables, edition):
        files.append(snapshot_path(edition))
    entry = next(release for release in tables.releases if release.edition == edition)
    leagues = leagues_digest(tables, edition)
    return {
        **{file: digest(tables.folder / file) for file in files},
        **({LEAGUES: leagues} if leagues else {}),
        RELEASES: entry_digest(entry),
    }


def entry_digest(release: Release) -> str:
    """SHA-256 of what ``releases.yaml`` says of an edition, however it is written. The status is what locking sets."""
    said = {
        "edition": release.edition,
        "data_until": release.data_until.isoformat(),
        "scheduled_at": release.scheduled_at.isoformat(),
        "released_at": release.released_at.isoformat() if release.released_at else "",
        "headlines": release.headlines,
        "note_zh": release.note.zh,
        "note_en": release.note.en,
    }
    return sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def leagues_digest(tables: Tables, edition: str) -> str:
    """SHA-256 of the leagues of an edition: their methods and who competed, however that is written; blank if it has
    none.

    Titles and notes are wording and may change. What a method leaves at its default is not part of it, so that a lock
    holds when leagues learn something new. Areas count, not only the set that names them: a new row of areas.csv may
    join the children of another.
    """
    said = [
        {"method": said_of(one), "peers": sorted(_competitors(tables, one.peers, edition))}
        for one in tables.contests
        if one.covers(edition)
    ]
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest() if said else ""


def _competitors(tables: Tables, peers: str, edition: str) -> tuple[str, ...]:
    """The areas of a peer set at the end of the edition's quarter; none of a set that is not declared."""
    day = Period.parse(edition).last
    return members(tables.reference, peers, day) if day and peers in tables.reference.peers else ()


def lock(tables: Tables, edition: str, snapshot: bytes) -> Path:
    """Locks an edition: keeps its published packages and the digests of its sources, marks it as released."""
    kept = tables.folder / snapshot_path(edition)
    kept.parent.mkdir(exist_ok=True)
    _write(kept, snapshot)
    locks, problems = read_lock(tables.folder)
    if problems:
        raise DataErrors(problems)
    _write(tables.folder / LOCK, lock_text({**locks, edition: lock_of(tables, edition)}).encode())
    releases = tables.folder / RELEASES
    _write(releases, _marked(releases.read_text(encoding="utf-8"), edition).encode())
    return kept


def _marked(text: str, edition: str) -> str:
    """``releases.yaml`` with the status of one edition set to released, every other character as it was."""
    file, _ = read_yaml(text.encode(), Problem(""))
    position = next(n for n, stanza in enumerate(file.data["editions"]) if stanza["edition"] == edition)
    lines = text.split("\n")
    line = file.lines["editions", position, "status"] - 1
    lines[line] = re.sub(r"(status:\s*)[\"']?open[\"']?", r"\1released", lines[line])
    return "\n".join(lines)


def _write(path: Path, content: bytes) -> None:
    """Written aside and moved into place, so that a run that is stopped leaves no half file."""
    aside = path.with_name(path.name + ".part")
    aside.write_bytes(content)
    aside.replace(path)


def digest(file: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with file.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()


def lock_text(locks: Locks) -> str:
    """The content of ``releases.lock``: JSON, sorted, one file a line, so that a difference is readable."""
    return json.dumps(locks, indent=2, sort_keys=True) + "\n"


def read_lock(folder: Path) -> tuple[Locks, list[Problem]]:
    """The locks of a bulletin; none if it has never released an edition."""
    if not os.path.lexists(folder / LOCK):  # a link that leads nowhere is not the same as none
        return {}, []
    place = Problem("", folder.name, file=f"{folder.name}/{LOCK}")
    content, problems = opened(folder, LOCK, place)
    if problems:
        return {}, problems
    try:
        locks = json.loads(content)
        if not all(isinstance(text, str) for files in locks.values() for text in (*files, *files.values())):
            raise TypeError
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}, [Problem("lock-form", folder.name, file=place.file)]
    return locks, []
