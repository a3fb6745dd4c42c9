"""Descriptors are made from the files present, and a new edition from the last one."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.errors import UsageError
from generator.intake import bulletins, load, new_edition, schemas, write_descriptor
from generator.intake.contract import TABLES
from generator.intake.editions import moved, year_to_date
from generator.intake.scaffold import PackageTexts, descriptor_text
from generator.model.text import Text
from tests.intake.small_bulletin import Bench

DATASETS = Path(__file__).resolve().parents[2] / "datasets"
TEXTS = PackageTexts(Text("投资", "Investment"), Text("说明", "About"), "CC-BY-4.0")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_descriptor_lists_tables_in_order_and_editions_by_age() -> None:
    files = ["targets/2022-Q1.csv", "observations/2022-Q4.csv", "observations/2019-Q4.csv"]
    found = yaml.safe_load(descriptor_text("investment", files, TEXTS))
    assert [resource["name"] for resource in found["resources"]] == [
        "observations-2019-q4", "observations-2022-q4", "targets-2022-q1",
    ]  # fmt: skip
    first = found["resources"][0]
    assert (first["path"], first["edition"], first["table"]) == ("observations/2019-Q4.csv", "2019-Q4", "observations")
    assert first["schema"] == "schemas/observations.json"
    assert (found["title"], found["title_en"], found["version"]) == ("投资", "Investment", "0.1.0")
    assert found["licenses"][0]["name"] == "CC-BY-4.0"
    assert found["licenses"][0]["title"] == "Creative Commons Attribution 4.0 International"
    assert "created" not in found


def test_a_descriptor_has_no_anchors_and_is_the_same_every_time() -> None:
    files = ["observations/2022-Q4.csv", "observations/2019-Q4.csv"]
    text = descriptor_text("investment", files, TEXTS)
    assert text == descriptor_text("investment", reversed(files), TEXTS)
    assert not any(getattr(event, "anchor", None) for event in yaml.parse(text))


def test_writing_again_changes_nothing(bench: Bench) -> None:
    assert write_descriptor(bench.folder / "investment") == []


def test_a_topic_of_its_own_has_the_title_that_the_bulletin_gives_it(bench: Bench) -> None:
    bench.edit(
        "bulletin.yaml", "topics: [investment]", "topics: [investment, tea]\ntopic_titles: {tea: {zh: 茶叶, en: Tea}}"
    )
    new_edition(bench.datasets, "demo", "2022-Q2")
    assert bench.problems() == ()
    package = bench.load().tables.packages["tea"]
    assert (package.title, package.description.en) == (
        Text("茶叶", "Tea"),
        "Observations and targets of the Luming County Bulletin on the topic “Tea”, one file an edition.",
    )
    bench.edit("bulletin.yaml", "zh: 茶叶", "zh: 茶产业")
    new_edition(bench.datasets, "demo", "2022-Q2")
    assert bench.load().tables.packages["tea"].title.zh == "茶产业"


def test_a_topic_of_its_own_keeps_the_title_it_was_given(bench: Bench) -> None:
    bench.write("fishery/observations/2022-Q1.csv", "x\n")
    bench.edit("fishery/datapackage.yaml", "\ntitle: fishery", "\ntitle: 渔业")
    write_descriptor(bench.folder / "fishery")
    assert "title: 渔业\n" in (bench.folder / "fishery/datapackage.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("bulletin", bulletins(DATASETS))
def test_the_shipped_descriptors_are_those_that_the_files_give(bulletin: str, tmp_path: Path) -> None:
    for descriptor in sorted((DATASETS / bulletin).glob("*/datapackage.yaml")):
        before = {path: path.read_bytes() for path in descriptor.parent.rglob("*") if path.is_file()}
        changed = write_descriptor(descriptor.parent)
        for path in changed:
            path.write_bytes(before[path]) if path in before else path.unlink()
        assert changed == [], f"run: bulletin --bulletin {bulletin} new EDITION"


def test_plain_frictionless_accepts_a_package(sound: Bench) -> None:
    descriptor = sound.folder / "reference" / "datapackage.yaml"
    run = subprocess.run(
        [Path(sys.executable).with_name("frictionless"), "validate", descriptor, "--json"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    report = json.loads(run.stdout)
    assert (run.returncode, report["valid"], report["stats"]["tasks"]) == (0, True, 9)


def test_every_table_has_a_schema_that_says_what_each_column_is() -> None:
    assert set(schemas()) == set(TABLES)
    for table, schema in schemas().items():
        names = [field["name"] for field in schema["fields"]]
        assert len(names) == len(set(names))
        assert set(schema["primaryKey"]) <= set(names)
        assert schema["missingValues"] == [""]
        for field in schema["fields"]:
            for key in ("type", "title", "title_en", "description", "description_en"):
                assert field[key], f"{table}.{field['name']} has no {key}"


def test_a_new_edition_carries_the_keys_of_the_last_one(bench: Bench) -> None:
    written = [path.relative_to(bench.folder).as_posix() for path in new_edition(bench.datasets, "demo", "2022-Q3")]
    assert written == ["investment/observations/2022-Q3.csv", "releases.yaml", "investment/datapackage.yaml"]
    prefilled = rows(bench.folder / "investment/observations/2022-Q3.csv")
    assert [(row["indicator"], row["measure"], row["period"]) for row in prefilled] == [
        ("investment", "level", "2022-01/2022-09"),
    ]  # fmt: skip
    assert (prefilled[0]["value"], prefilled[0]["status"], prefilled[0]["bound"], prefilled[0]["source"]) == (
        "", "O", "exact", "",
    )  # fmt: skip


def test_a_new_edition_waits_for_its_sources(bench: Bench) -> None:
    new_edition(bench.datasets, "demo", "2022-Q3")
    assert bench.found() == [
        ("blank-cell", "investment/observations/2022-Q3.csv", 2, "source"),
        ("headlines-none", "releases.yaml", 20, "editions.headlines"),
    ]
    bench.edit("investment/observations/2022-Q3.csv", ",O,exact,,", ",O,exact,s1,")
    newest = bench.load().tables.newest
    assert (newest.edition, newest.data_until.isoformat(), newest.locked) == ("2022-Q3", "2022-09-30", False)
    assert newest.scheduled_at.isoformat() == "2022-11-14T09:00:00+08:00"
    assert newest.released_at == newest.scheduled_at


def test_what_the_editor_wrote_is_not_touched(bench: Bench) -> None:
    before = (bench.folder / "releases.yaml").read_text(encoding="utf-8")
    new_edition(bench.datasets, "demo", "2022-Q3")
    assert (bench.folder / "releases.yaml").read_text(encoding="utf-8").startswith(before)
    file = bench.folder / "investment/observations/2022-Q3.csv"
    file.write_text(file.read_text(encoding="utf-8").replace(",O,exact,,", ",O,exact,s1,"), encoding="utf-8")
    content = file.read_bytes()
    assert new_edition(bench.datasets, "demo", "2022-Q3") == []
    assert file.read_bytes() == content


def test_running_it_again_registers_a_file_that_was_added(bench: Bench) -> None:
    bench.write("investment/targets/2022-Q2.csv", (bench.folder / "investment/targets/2022-Q1.csv").read_bytes(), False)
    assert bench.found() == [("file-undeclared", "investment/targets/2022-Q2.csv", None, "")]
    new_edition(bench.datasets, "demo", "2022-Q2")
    assert bench.found() == []


def test_running_it_again_makes_the_folder_of_a_new_topic(bench: Bench) -> None:
    bench.edit("bulletin.yaml", "topics: [investment]", "topics: [investment, services]")
    new_edition(bench.datasets, "demo", "2022-Q2")
    assert bench.found() == []


def test_editions_are_added_at_the_end_only(bench: Bench) -> None:
    with pytest.raises(UsageError):
        new_edition(bench.datasets, "demo", "2021-Q4")
    with pytest.raises(UsageError):
        new_edition(bench.datasets, "demo", "2022-13")
    with pytest.raises(UsageError):
        new_edition(bench.datasets, "../demo", "2022-Q3")


def test_a_new_bulletin_loads_as_it_is(tmp_path: Path) -> None:
    new_edition(tmp_path, "luming", "2026-Q3")
    loaded = load(tmp_path, "luming")
    assert {warning.rule for warning in loaded.warnings} == {"contact-example", "edition-empty"}
    assert loaded.tables.bulletin.topics == ("investment",)
    assert "growth_yoy" in loaded.tables.reference.measures


@pytest.mark.parametrize(
    ("period", "basis", "expected"),
    [
        ("2022-Q1", "quarter", "2022-Q2"),
        ("2022-Q1", "ytd", "2022-H1"),
        ("2022-01/2022-03", "ytd", "2022-H1"),
        ("2022-02", "ytd", ""),
        ("2022-03-31", "as_of", "2022-06-30"),
        ("2022-03-15", "as_of", ""),
        ("2021", "year", ""),
        ("undated", "span", ""),
    ],
)
def test_periods_move_with_the_edition(period: str, basis: str, expected: str) -> None:
    assert moved(period, basis, "2022-Q1", "2022-Q2") == expected


def test_the_year_to_date_as_the_contract_writes_it() -> None:
    assert [year_to_date(f"2022-Q{quarter}") for quarter in (1, 2, 3, 4)] == [
        "2022-Q1", "2022-H1", "2022-01/2022-09", "2022",
    ]  # fmt: skip
