"""A preview that remembers its last run shows what a build from nothing shows, whatever was changed."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from trees import differences, tree

from generator import build as shell
from generator import demo
from generator.intake import sheet_bytes, write_descriptor
from generator.memory import Memory
from generator.stages import Stages

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("preview")]
PLAN = demo.Plan(areas=3, indicators=4, quarters=6, editions=2)


def another_digit(table: Path, line: int = -1, *, zero: bool = False) -> None:
    """Another last digit for the value in one line of a table, or a ``zero`` behind it."""
    lines = table.read_text("utf-8").splitlines(keepends=True)
    cells = lines[line].split(",")
    column = lines[0].strip().split(",").index("value")
    cells[column] = f"{cells[column]}0" if zero else cells[column][:-1] + ("1" if cells[column][-1] != "1" else "2")
    lines[line] = ",".join(cells)
    table.write_text("".join(lines), "utf-8")


def newest_value(bulletin: Path) -> None:
    another_digit(max(bulletin.glob("*/observations/*.csv"), key=lambda path: (path.stem, path.as_posix())))


def newest_zero(bulletin: Path) -> None:
    """The same number with one digit more: 8.0 is not written as 8.00."""
    table = max(bulletin.glob("*/observations/*.csv"), key=lambda path: (path.stem, path.as_posix()))
    another_digit(table, zero=True)


def older_value(bulletin: Path) -> None:
    another_digit(min(bulletin.glob("*/observations/*.csv"), key=lambda path: (path.stem, path.as_posix())), 1)


def names_and_projects(bulletin: Path) -> None:
    areas = bulletin / "reference" / "areas.csv"
    areas.write_text(areas.read_text("utf-8").replace("晴湾市", "晴海市"), "utf-8")
    another_digit(max((bulletin / "projects" / "amounts").glob("*.csv")))


def headlines(bulletin: Path) -> None:
    """The newest edition loses its first headline."""
    releases = bulletin / "releases.yaml"
    text = releases.read_text("utf-8")
    at = text.rindex("headlines:")
    releases.write_text(text[:at] + re.sub(r"\n\s*- \S+", "", text[at:], count=1), "utf-8")


def reasons(bulletin: Path) -> None:
    """Every row gets a reason, which only the packages and the record show: all figures stay as they are."""
    for table in bulletin.glob("*/observations/*.csv"):
        rows = list(csv.DictReader(table.read_text("utf-8").splitlines()))
        with table.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [*rows[0]], lineterminator="\n")
            writer.writeheader()
            writer.writerows(row | {"reason_zh": "说明", "reason_en": "a word"} for row in rows)


def on_file(bulletin: Path) -> None:
    """A lead is renamed, which only the package of projects shows."""
    table = next((bulletin / "projects" / "leads").glob("*.csv"))
    table.write_text(table.read_text("utf-8").replace("阀门", "水泵"), "utf-8")


def rules(bulletin: Path) -> None:
    """Completions are derived with one digit more."""
    measures = bulletin / "reference" / "measures.csv"
    measures.write_text(measures.read_text("utf-8").replace("pct,1,completion", "pct,2,completion"), "utf-8")


def rows_in_another_order(bulletin: Path) -> None:
    """The last rows of every table first. Pages show some of them in the order of their files."""
    for table in [*bulletin.glob("*/*.csv"), *bulletin.glob("*/*/*.csv")]:
        header, *lines = table.read_text("utf-8").splitlines(keepends=True)
        table.write_text("".join([header, *reversed(lines)]), "utf-8")


LEAGUE = """\
leagues:
- {id: race, title: 赛马, title_en: Race, peers: counties_of_xinglan, from: FIRST,
  missing: renormalise, threshold: 1/5, members: [
  {indicator: fixed_asset_investment, measure: growth_yoy, weight: 0.40}, {indicator: signed_projects, weight: 0.60}]}
"""


def weights(bulletin: Path) -> None:
    """Other weights in a league: its own pages, those of its areas, and the findings, change with it."""
    leagues = bulletin / "leagues.yaml"
    leagues.write_text(leagues.read_text("utf-8").replace("0.40", "0.95").replace("0.60", "0.05"), "utf-8")


def boundaries(bulletin: Path) -> None:
    """The maps of the scoreboards are drawn inside boundaries from now on."""
    areas = csv.DictReader((bulletin / "reference" / "areas.csv").read_text("utf-8").splitlines())
    counties = [row["code"] for row in areas if row["level"] == "county" and not row["valid_to"]]
    features = [
        {"type": "Feature", "properties": {"code": code}, "geometry": {"type": "Polygon", "coordinates": [square]}}
        for east, code in enumerate(counties)
        for square in [[[east, 0], [east + 1, 0], [east + 1, 1], [east, 1], [east, 0]]]
    ]
    (bulletin / "map.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    with (bulletin / "bulletin.yaml").open("a", encoding="utf-8") as file:
        file.write("boundaries: {file: map.geojson, approval: '1', credit: {zh: 甲, en: A}}\n")


def with_a_league(bulletin: Path) -> Path:
    """The bulletin with a league from its first edition on."""
    first = re.search(r"edition: (\S+)", (bulletin / "releases.yaml").read_text("utf-8"))
    assert first is not None
    (bulletin / "leagues.yaml").write_text(LEAGUE.replace("FIRST", first[1]), "utf-8")
    return bulletin


def with_a_lead(bulletin: Path) -> Path:
    """The bulletin with a lead on file."""
    row = {"id": "valves", "name_zh": "阀门", "name_en": "Valves", "step": "screening", "since": "undated"}
    newest = max((bulletin / "projects" / "status").glob("*.csv"))
    known = next(csv.DictReader((bulletin / "projects" / "projects.csv").read_text("utf-8").splitlines()))
    leads = bulletin / "projects" / "leads" / newest.name
    leads.parent.mkdir()
    leads.write_bytes(sheet_bytes("leads", [row | {"area": known["area"], "source": known["source"]}]))
    write_descriptor(bulletin / "projects")
    return bulletin


CHANGES: tuple[Callable[[Path], None], ...] = (
    newest_value, newest_zero, older_value, names_and_projects, headlines, reasons, weights, on_file, rules, boundaries,
    rows_in_another_order,
)  # fmt: skip


def test_what_is_remembered_is_what_would_be_made_again(tmp_path: Path) -> None:
    bulletin, memory = with_a_league(with_a_lead(demo.write(tmp_path / "datasets", PLAN))), Memory()
    options = shell.Options(tmp_path / "datasets", tmp_path / "site", tmp_path / "build", languages=("zh",))
    shell.build(options, Stages(), memory)
    last = tree(options.site)
    for change in CHANGES:
        change(bulletin)
        shell.build(options, Stages(), memory)
        remembered = tree(options.site)
        shell.build(options, Stages())
        assert differences(remembered, tree(options.site)) == "", change.__name__
        assert remembered != last, f"{change.__name__} changed nothing"
        last = remembered
