"""A demonstration bulletin: sound, the same everywhere, as large as asked, and open about what it is."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import main
from generator.demo import Plan, write
from generator.errors import UsageError
from generator.intake import load

ROOT = Path(__file__).parents[2]
SMALL = Plan(areas=4, indicators=3, quarters=6, editions=3)
Row = Mapping[str, str]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration as it comes: nine counties, twenty-two indicators, twelve editions."""
    return write(tmp_path_factory.mktemp("demo"), Plan())


def sheet(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def observations(folder: Path) -> Iterator[tuple[str, Row]]:
    """Every observation with its edition, oldest edition first."""
    for path in sorted(folder.glob("*/observations/*.csv"), key=lambda path: (path.stem, path.parts)):
        yield from ((path.stem, row) for row in sheet(path))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_is_as_large_as_it_says(demo: Path) -> None:
    assert len(yaml.safe_load((demo / "releases.yaml").read_text(encoding="utf-8"))["editions"]) == 12
    areas = sheet(demo / "reference" / "areas.csv")
    assert sum(row["level"] == "county" and not row["valid_to"] for row in areas) == 9
    stated = {row["indicator"] for _, row in observations(demo) if row["area"] == "990121"}
    assert len(stated) == 22  # of the counties; others are those of the prefecture alone
    assert len(sheet(demo / "projects" / "projects.csv")) == 46


def test_the_shipped_one_is_what_the_command_writes(demo: Path) -> None:
    """If it is not, ``bulletin demo datasets`` makes it so. That it is sound is told by the tests of intake."""
    shipped, made = contents(ROOT / "datasets" / "demo"), contents(demo)
    assert sorted(name for name in shipped.keys() | made.keys() if shipped.get(name) != made.get(name)) == []


@pytest.mark.parametrize(
    "plan",
    [Plan(1, 1, 1, 1), Plan(areas=11, indicators=23, quarters=9, editions=1), Plan(areas=2, indicators=41, editions=2)],
    ids=str,
)
def test_panels_of_other_sizes_are_sound(plan: Plan, tmp_path: Path) -> None:
    """But for the address for corrections: one that reached somebody would be the wrong one."""
    write(tmp_path, plan)
    found = load(tmp_path, "demo")
    assert [problem.rule for problem in found.warnings] == ["contact-example"]


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    """In processes that hash differently, under other locales, in the place of an earlier run."""
    code = f"import sys; from pathlib import Path; from generator.demo import *; write(Path(sys.argv[1]), {SMALL!r})"
    for seed, language in (("1", "C"), ("2", "zh_CN.UTF-8")):
        surroundings = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": language, "TZ": "America/Lima"}
        command = [sys.executable, "-c", code, str(tmp_path / seed)]
        subprocess.run(command, cwd=ROOT, env=surroundings, check=True)
    first = contents(tmp_path / "1" / "demo")
    assert contents(tmp_path / "2" / "demo") == first
    write(tmp_path / "1", Plan())
    write(tmp_path / "1", SMALL)
    assert contents(tmp_path / "1" / "demo") == first


def test_another_seed_gives_other_figures_of_the_same_places(tmp_path: Path) -> None:
    one, other = (contents(write(tmp_path / str(seed), Plan(4, 3, 6, 3, seed=seed))) for seed in (1, 2))
    assert one["reference/areas.csv"] == other["reference/areas.csv"]
    file = "investment/observations/2026-Q3.csv"
    assert one[file] != other[file]


def test_a_county_stays_the_same_in_a_larger_panel(tmp_path: Path) -> None:
    def of_first(plan: Plan) -> list[Row]:
        rows = [row for _, row in observations(write(tmp_path / str(plan.areas), plan))]
        return [row for row in rows if row["area"] == "990121" and not row["peers"]]

    assert of_first(Plan(2, 3, 6, 3)) == of_first(Plan(12, 3, 6, 3))


@pytest.mark.parametrize(
    ("plan", "rows"),
    [
        (Plan(3, 2, 4, 1), 32),  # (3 counties + the prefecture) x 2 x 4
        (Plan(3, 4, 4, 1), 64),
        (Plan(3, 2, 8, 1), 64),
        (Plan(6, 2, 4, 1), 58),  # 7 x 2 x 4, and 2 of 2025-Q4 of the county that was merged into the fifth
        (Plan(3, 2, 4, 4), 56),  # all but the last quarter are stated again, 3 x 8
    ],
    ids=str,
)
def test_rows_are_areas_times_indicators_times_quarters(plan: Plan, rows: int, tmp_path: Path) -> None:
    """Each county's main figure once a quarter and the prefecture's; no figure of these panels is missing."""
    stated = [row for _, row in observations(write(tmp_path, plan))]
    main_figures = [row for row in stated if not row["peers"] and row["indicator"] != "evaluation_weight"]
    assert len(main_figures) == rows


def test_every_status_of_the_field_is_met(demo: Path) -> None:
    statuses = Counter(row["status"] for _, row in observations(demo))
    assert set(statuses) == {"A", "P", "B", "O", "L", "Q"}
    withheld = {row["area"] for _, row in observations(demo) if row["status"] == "Q"}
    assert withheld == {"990121", "990123", "990125"}  # the three mountain counties


def test_revisions_are_small_and_come_to_nothing_on_average(demo: Path) -> None:
    """A figure is provisional in its own quarter's edition, and final in the next."""
    history = defaultdict(list)
    for edition, row in observations(demo):
        history[row["area"], row["indicator"], row["measure"], row["breakdown"], row["peers"], row["period"]].append(
            (edition, row)
        )
    changes = []
    for key, said in history.items():
        values = [Decimal(row["value"]) for _, row in said if row["value"]]
        assert len(said) <= 2
        if len(values) == 2 and key[2] == "growth_yoy":
            changes.append(values[1] - values[0])
            assert [row["status"] for _, row in said] == ["P", "A"]
    revised = [change for change in changes if change]
    assert len(revised) > len(changes) / 5
    assert max(map(abs, revised)) <= Decimal("0.7")  # a fifth of the widest swing, 3.5 points
    assert abs(sum(revised)) < 5 * sum(change**2 for change in revised).sqrt()  # five standard errors


def test_what_was_late_comes_an_edition_later(demo: Path) -> None:
    rows = [*observations(demo)]
    late = {(row["area"], row["indicator"], row["measure"], row["peers"], row["period"]): edition
            for edition, row in rows if row["status"] == "O"}  # fmt: skip
    later = {(row["area"], row["indicator"], row["measure"], row["peers"], row["period"])
             for _, row in rows if row["reason_en"] == "Reported late by the county."}  # fmt: skip
    assert {key for key, edition in late.items() if edition != "2026-Q3"} == later
    assert late and later


def test_renamed_and_merged_counties_have_no_figures_out_of_their_time(demo: Path) -> None:
    """Qingwan was renamed at the end of 2024, Lianqian merged into Mailan at the end of 2025."""
    years: dict[str, set[str]] = {}
    for _, row in observations(demo):
        years.setdefault(row["area"], set()).add(row["period"][:4])
    assert years["990127"] == {"2023", "2024"}
    assert years["990181"] == {"2025", "2026"}
    assert years["990128"] == {"2023", "2024", "2025"}
    joined = {(row["area"], row["period"][:7]) for _, row in observations(demo) if row["status"] == "B"}
    assert joined == {("990124", "2026-Q1"), ("990124", "2026-03")}  # of states, the day 2026-03-31


def test_amounts_of_the_prefecture_are_the_sums_of_its_counties(demo: Path) -> None:
    """Where every county has reported, in the final figures."""
    newest = {(row["area"], row["indicator"], row["period"]): row["value"] for _, row in observations(demo)
              if row["measure"] == "level" and not row["breakdown"]}  # fmt: skip
    compared = 0
    for (area, indicator, period), value in newest.items():
        if area != "990100" or indicator not in {"key_project_investment", "signed_projects", "above_scale_firms"}:
            continue
        parts = [part for (code, *rest), part in newest.items() if code != "990100" and rest == [indicator, period]]
        if all(parts) and period != "2026-01/2026-09":
            compared += 1
            assert sum(map(Decimal, parts)) == Decimal(value), (indicator, period)
    assert compared > 10


def test_weights_change_once_and_always_sum_to_a_hundred(demo: Path) -> None:
    weights: dict[str, dict[str, int]] = {}
    for _, row in observations(demo):
        if row["indicator"] == "evaluation_weight":
            weights.setdefault(row["period"], {})[row["breakdown"]] = int(row["value"])
    assert all(sum(parts.values()) == 2 * parts[""] == 200 for parts in weights.values())
    assert weights["2023"] == weights["2024"] != weights["2025"] == weights["2026"]


def declared(demo: Path) -> dict[str, list[Mapping[str, Any]]]:
    """The leagues by id, one entry a method."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for entry in yaml.safe_load((demo / "leagues.yaml").read_text(encoding="utf-8"))["leagues"]:
        found.setdefault(entry["id"], []).append(entry)
    return found


def test_the_race_weighs_as_the_evaluation_does(demo: Path) -> None:
    """Block by block, in the years for which each method is declared."""
    stated: dict[str, dict[str, str]] = {}
    for _, row in observations(demo):
        if row["indicator"] == "evaluation_weight" and row["breakdown"]:
            stated.setdefault(row["period"], {})[row["breakdown"].removesuffix("_item")] = f"{row['value']}%"
    old, new = declared(demo)["race"]
    assert (old["from"], old["to"], new["from"]) == ("2023-Q4", "2024-Q4", "2025-Q1")
    for entry, years in ((old, ("2023", "2024")), (new, ("2025", "2026"))):
        weights = [*{block["block"]: block["weight"] for block in entry["members"]}.values()]
        assert [[*stated[year].values()] for year in years] == [weights, weights]


def test_a_league_stands_only_where_the_panel_has_all_it_takes(tmp_path: Path) -> None:
    write(tmp_path, Plan(areas=8, quarters=4))
    entries = declared(tmp_path / "demo")
    assert [one["from"] for one in entries["race"]] == ["2025-Q4"]  # the first edition; the old weights were before it
    assert "mountain_services" in entries
    for small in (Plan(areas=2, quarters=1), Plan(indicators=18, quarters=1)):
        assert not (write(tmp_path, small) / "leagues.yaml").exists()


def test_plans_are_met_about_as_plans_are(demo: Path) -> None:
    """Of the year's key projects a fifth in the first quarter, about all of it in the year; no county is far off."""
    plans = {(row["area"], row["period"]): Decimal(row["value"])
             for path in sorted(demo.glob("investment/targets/*.csv")) for row in sheet(path)
             if row["indicator"] == "key_project_investment"}  # fmt: skip
    done = {(row["area"], row["period"]): Decimal(row["value"]) for _, row in observations(demo)
            if row["indicator"] == "key_project_investment" and row["measure"] == "level" and row["value"]}  # fmt: skip
    shares = {key: value / plans[key[0], key[1][:4]] for key, value in done.items()}
    first = [share for (_, period), share in shares.items() if period.endswith("Q1")]
    whole = [share for (_, period), share in shares.items() if len(period) == 4]
    assert (len(first), len(whole)) == (11 + 11 + 10, 11 + 11 + 11)  # the counties of the time and the prefecture
    assert all(Decimal("0.15") < share < Decimal("0.30") for share in first)
    assert all(Decimal("0.75") < share < Decimal("1.25") for share in whole)


def test_everything_says_that_it_is_a_demonstration(demo: Path) -> None:
    declaration = yaml.safe_load((demo / "bulletin.yaml").read_text(encoding="utf-8"))
    assert (declaration["official"], declaration["demonstration"]) == (False, True)
    descriptors = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in demo.glob("*/datapackage.yaml")]
    assert len(descriptors) == 2 + len(declaration["topics"])
    for one in descriptors:
        assert "虚构地区演示" in one["description"]
        assert "fictional places, demonstration" in one["description_en"]
        assert all("（虚构）" in source["title"] for source in one["sources"])


def test_no_code_is_one_of_a_real_place(demo: Path) -> None:
    """GB/T 2260 begins with 11 to 65, 71, 81 and 82."""
    assert {row["code"][:2] for row in sheet(demo / "reference" / "areas.csv")} == {"99"}


def test_what_is_no_demonstration_of_ours_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("mine")
    (tmp_path / "county").mkdir()
    (tmp_path / "county" / "bulletin.yaml").write_text("demonstration: true\npublisher_en: Luming bulletin editors\n")
    (tmp_path / "file").write_text("mine")
    before = contents(tmp_path)
    for name in ("letters", "county", "file", "../above", "data"):
        with pytest.raises(UsageError):
            write(tmp_path, Plan(1, 1, 1, 1, name=name))
    assert contents(tmp_path) == before
    assert main(["demo", str(tmp_path), "--name", "letters", "--messages", "zh"]) == 2
    assert capsys.readouterr().err.strip().endswith("中不是本命令写的演示季报，未作任何改动。")


def test_the_command_takes_the_size_and_says_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    size = ["--areas", "2", "--indicators", "1", "--quarters", "2", "--editions", "9", "--name", "tiny"]
    assert main(["demo", str(tmp_path), *size, "--messages", "en"]) == 0
    assert capsys.readouterr().out == f"written: {tmp_path / 'tiny'}\n"
    assert [path.stem for path in sorted((tmp_path / "tiny").glob("investment/observations/*"))] == [
        "2026-Q2",
        "2026-Q3",
    ]
    assert main(["demo", str(tmp_path), "--areas", "0"]) == 2
