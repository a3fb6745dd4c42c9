"""The files of a new edition: prefilled with what the last one stated, so that an editor fills in values only."""

from __future__ import annotations

import csv
import io
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.errors import UsageError
from generator.model.bulletin import Bulletin, Release
from generator.model.period import Period

from .contract import EDITION, PROJECTS, REFERENCE, schema_of
from .declaration import RELEASES, read_bulletin, read_releases
from .folders import RESERVED_BULLETINS, is_name, refusal_of_folder
from .parcels import data_files
from .reading import readable
from .scaffold import write_descriptor, write_if_changed
from .sheets import rows_of
from .starting import start_bulletin

DAYS_TO_RELEASE = 45  # after the end of the quarter; an editor sets the real day
_KEYS = ("area", "indicator", "measure", "breakdown", "peers")


def new_edition(datasets: Path, bulletin: str, edition: str) -> list[Path]:
    """Prepares an edition, and the bulletin itself if it is new. Existing rows are never touched."""
    if not EDITION.fullmatch(edition):
        raise UsageError("{edition} is not an edition: write year and quarter, such as 2026-Q3.", edition=edition)
    refuse_name(datasets, bulletin)
    folder = datasets / bulletin
    written = start_bulletin(folder) if not folder.exists() else []
    identity, _, wrong = read_bulletin(folder)
    releases, _, also = read_releases(folder)
    if identity is None or (wrong + [one for one in also if one.rule != "editions-none"]):
        raise UsageError(
            "First mend bulletin.yaml or releases.yaml of {bulletin}: run “bulletin check”.", bulletin=bulletin
        )
    is_new = edition not in {release.edition for release in releases}
    written += _sheets(folder, identity, releases, edition, is_new)
    if is_new:
        written.append(_announced(folder, identity, releases, edition))
    for package in (REFERENCE, PROJECTS, *identity.topics):
        if not refusal_of_folder(folder, package) and data_files(folder / package):
            written += write_descriptor(folder / package)
    return list(dict.fromkeys(written))


def refuse_name(datasets: Path, bulletin: str) -> None:
    """UsageError if no bulletin of this name could stand in ``datasets``."""
    if not is_name(bulletin) or refusal_of_folder(datasets, bulletin) not in ("", "folder-missing"):
        raise UsageError(
            "{bulletin} is no name for a bulletin: use lower-case letters, digits, - and _.", bulletin=bulletin
        )
    if bulletin in RESERVED_BULLETINS:
        raise UsageError(
            "The site has a folder named {bulletin}: choose another name for the bulletin.", bulletin=bulletin
        )


def _sheets(folder: Path, bulletin: Bulletin, releases: tuple[Release, ...], edition: str, is_new: bool) -> list[Path]:
    """The CSV files of the edition: of every topic if it is new, else of topics that have no folder yet."""
    last = releases[-1].edition if releases else ""
    if is_new and edition < last:
        raise UsageError(
            "{edition} is older than {last}: editions are only added at the end.", edition=edition, last=last
        )
    written = []
    for topic in bulletin.topics:
        file = folder / topic / "observations" / f"{edition}.csv"
        before = folder / topic / "observations" / f"{last}.csv"
        rows = prefilled(_rows(before, "observations"), _bases(folder), last, edition) if is_new else ()
        if not file.exists() and (is_new or not (folder / topic).exists()):
            write_if_changed(file, sheet_bytes("observations", rows))
            written.append(file)
    return written


def _announced(folder: Path, bulletin: Bulletin, releases: tuple[Release, ...], edition: str) -> Path:
    """The stanza of the edition, at the end of ``releases.yaml``; what stands there already is not touched."""
    file = folder / RELEASES
    text = file.read_text(encoding="utf-8")
    stanza = _stanza(edition, ZoneInfo(bulletin.time_zone))
    text = f"{text.rstrip()}\n{_indented(stanza, text)}" if releases else f"editions:\n{stanza}"
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def prefilled(
    rows: Iterable[Mapping[str, str]], bases: Mapping[str, str], last: str, edition: str
) -> Iterator[dict[str, str]]:
    """The keys of the last edition's rows for the quarter it was about, moved to the new one, without values.

    The source stays blank, which the check reports until it is filled in: so no row is published by oversight.
    """
    for row in rows:
        if period := moved(row["period"], bases.get(row["indicator"], ""), last, edition):
            kept = {column: row[column] for column in _KEYS}
            yield {**kept, "period": period, "status": "O", "bound": "exact"}


def moved(period: str, basis: str, last: str, edition: str) -> str:
    """The period of a row in the new edition; blank for one that is not about the last edition's quarter."""
    if not readable(period):
        return ""
    now, then = Period.parse(last), Period.parse(period)
    if then.kind == "quarter" and basis == "quarter":
        return edition if period == last else ""
    if then.year_to_date and basis == "ytd" and then.last == now.last:
        return year_to_date(edition)
    if then.kind == "day" and then.last == now.last:
        return last_day(edition).isoformat()
    return ""


def year_to_date(edition: str) -> str:
    """From January to the end of the edition's quarter, as the contract writes it."""
    year, quarter = edition.split("-Q")
    return {"1": f"{year}-Q1", "2": f"{year}-H1", "3": f"{year}-01/{year}-09", "4": year}[quarter]


def last_day(edition: str) -> date:
    """The last day of the edition's quarter."""
    year, quarter = (int(part) for part in edition.split("-Q"))
    return date(year, quarter * 3, monthrange(year, quarter * 3)[1])


def sheet_bytes(table: str, rows: Iterable[Mapping[str, str]]) -> bytes:
    """A CSV file of the contract: UTF-8, comma, LF, header first. Of the rows, the columns of the contract."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, schema_of(table).columns, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _stanza(edition: str, zone: ZoneInfo) -> str:
    """The entry of an edition. When it is released is foreseen too: an editor corrects rather than forgets it."""
    day = last_day(edition) + timedelta(days=DAYS_TO_RELEASE)
    scheduled = datetime.combine(day, time(9), zone).isoformat()
    return (
        f"  - edition: {edition}\n"
        f"    data_until: {last_day(edition).isoformat()}\n"
        f'    scheduled_at: "{scheduled}"\n'
        f'    released_at: "{scheduled}"\n'
        f"    status: open\n"
        f"    headlines: []\n"
        f'    note_zh: ""\n'
        f'    note_en: ""\n'
    )


def _indented(stanza: str, text: str) -> str:
    """The stanza with the indent that the list in ``text`` has."""
    found = re.search(r"^( *)- edition:", text, re.MULTILINE)
    indent = found[1] if found else "  "
    return "".join(f"{indent}{line[2:]}\n" for line in stanza.splitlines())


def _bases(folder: Path) -> dict[str, str]:
    return {row["id"]: row["basis"] for row in _rows(folder / REFERENCE / "indicators.csv", "indicators")}


def _rows(path: Path, table: str) -> list[Mapping[str, str]]:
    """The rows to begin with; UsageError if they cannot be read, since a file once made is not filled again."""
    rows = rows_of(path, table)
    if rows is None:
        raise UsageError("First mend {file}: run “bulletin check”.", file=path)
    return rows
