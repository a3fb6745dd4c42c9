"""Makes this folder's data from four issues of one file: ``python -m tests.vintages.extract FOLDER``.

``FOLDER`` holds data/indicator_8-5-2.csv of the repository ONSdigital/sdg-data as it was at four commits, each named
``indicator_8-5-2@<commit>.csv``. Written are the values of all four side by side (``values.csv.gz``) and, of a few
series, the observations of the bulletin ``ons``, one edition an issue.
"""

from __future__ import annotations

import csv
import gzip
import io
import sys
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).parent
VALUES = HERE / "values.csv.gz"
ISSUES = {"2020-Q3": "39b6f1e86f", "2021-Q2": "de0e22cf19", "2023-Q1": "c1e6d6c945", "2023-Q2": "a55a91c8e0"}
# What tells one row from another. GeoCode follows from the area, unit, multiplier and status describe the value.
KEY = ("Year", "Series", "Age", "Country", "Region", "Country of birth", "Disability status", "Sex")
ABSENT = "-"  # in values.csv.gz: the issue has no such row; a blank cell is a row without a value
HEADER = (
    "area,indicator,measure,breakdown,peers,period,value,value_high,status,bound,source,locator,"
    "reason_zh,reason_en,note_zh,note_en\n"
)
QUARTERS = {
    *(f"2006 Q{quarter}" for quarter in range(1, 5)),
    "2019 Q4",
    *(f"{year} Q{quarter}" for year in range(2020, 2024) for quarter in range(1, 5)),
}
SA, NSA = "Seasonally adjusted", "Not seasonally adjusted"
SERIES = {  # the rest of the key -> area, indicator, breakdown
    (SA, "", "England", "London", "", "", ""): ("E12000007", "unemployment_rate", ""),
    (SA, "16 to 17", "", "", "", "", "Female"): ("K02000001", "unemployment_rate", "women_16_17"),
    (SA, "65 and over", "", "", "", "", "Female"): ("K02000001", "unemployment_rate", "women_65_over"),
    (NSA, "", "", "", "", "", ""): ("K02000001", "unemployment_rate_nsa", ""),
    (NSA, "", "", "", "", "", "Female"): ("K02000001", "unemployment_rate_nsa", "women"),
    (NSA, "65 and over", "", "", "", "", "Female"): ("K02000001", "unemployment_rate_nsa", "women_65_over"),
    (NSA, "", "", "", "Not born in UK", "", ""): ("K02000001", "unemployment_rate_nsa", "born_abroad"),
}
UPDATED = ("来源更新了该数，没有说明原因。", "Updated by the source, which gives no reason.")
FILLED = ("来源补上了原先空缺的数。", "Filled in by the source, which had left it blank.")
BLANK = {
    "O": ("来源文件此处空白，没有说明原因。", "Blank in the file of the source, which gives no reason."),
    "Q": ("来源注明：数值缺失，不予公布。", "The source says: missing value, suppressed."),
}

Issue = Mapping[tuple[str, ...], Mapping[str, str]]


def issue(file: Path) -> Issue:
    """The rows of one issue by key; every key stands once."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    found = {tuple(row[column] for column in KEY): row for row in rows}
    if len(found) != len(rows):
        raise ValueError(f"{file.name}: a key stands twice")
    return found


def published(cell: str) -> str:
    """A value as the series is published, with one decimal at least: the first issue has 6 for 6.0."""
    return cell if "." in cell or not cell else f"{cell}.0"


def side_by_side(issues: Sequence[Issue]) -> bytes:
    """Keys and the values of every issue as compressed CSV, the same bytes on every run."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*KEY, *ISSUES))
    for key in sorted(set().union(*issues)):
        writer.writerow((*key, *(one[key]["Value"] if key in one else ABSENT for one in issues)))
    return gzip.compress(text.getvalue().encode(), 9, mtime=0)


def observations(edition: str, now: Issue, before: Issue) -> Iterator[tuple[str, ...]]:
    """The rows of the chosen series in one edition, with a reason where the last issue says something else."""
    for key in sorted(now):
        if key[0] in QUARTERS and key[1:] in SERIES:
            area, indicator, breakdown = SERIES[key[1:]]
            value = published(now[key]["Value"])
            status = "A" if value else "Q" if "suppressed" in now[key]["Observation status"] else "O"
            yield (
                area, indicator, "level", breakdown, "", key[0].replace(" ", "-"), value, "", status, "exact",
                f"ons_{edition.lower().replace('-', '_')}", key[0], *reason(value, before.get(key)),
                *(("", "") if value else BLANK[status]),
            )  # fmt: skip


def reason(value: str, before: Mapping[str, str] | None) -> tuple[str, str]:
    """Why a value is another one than before: filled in, or moved by more than half of the published decimal."""
    if before is None or value == published(before["Value"]):
        return "", ""
    if not before["Value"]:
        return FILLED
    moved = abs(Decimal(value) - Decimal(before["Value"])) > Decimal("0.05")
    return UPDATED if moved else ("", "")


def main(folder: Path) -> None:
    issues = [issue(folder / f"indicator_8-5-2@{commit}.csv") for commit in ISSUES.values()]
    VALUES.write_bytes(side_by_side(issues))
    for edition, now, before in zip(ISSUES, issues, [{}, *issues], strict=False):
        file = HERE / "datasets" / "ons" / "labour" / "observations" / f"{edition}.csv"
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("w", encoding="utf-8", newline="") as target:
            target.write(HEADER)
            csv.writer(target, lineterminator="\n").writerows(observations(edition, now, before))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
