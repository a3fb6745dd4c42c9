from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import frictionless
import pytest

from generator.errors import BuildError
from generator.model.edition import Edition
from generator.model.page import File
from generator.site.archive import archive, kept
from generator.site.packages import edition_files, newest_files, published
from generator.site.tree import add
from generator.site.writer import Writer

Make = Callable[[str], Edition]
Schemas = dict[str, dict[str, Any]]
EPOCH = 1_795_309_200  # 2026-11-22T01:00:00Z


def contents(make_edition: Make, schemas: Schemas, name: str = "2022-Q4") -> dict[str, bytes]:
    return {file.path: file.content for file in edition_files(make_edition(name), schemas, EPOCH)}


def rows(files: dict[str, bytes], path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[path].decode())))


MONEY = "demo/editions/2022-Q4/data/money/"


def test_rows_are_the_newest_up_to_the_edition_with_their_digits(make_edition: Make, schemas: Schemas) -> None:
    newest = rows(contents(make_edition, schemas), f"{MONEY}observations.csv")
    values = {row["id"]: (row["value"], row["edition"]) for row in newest}
    assert values["obs.331000.investment.level._T._Z.2022-Q1"] == ("530.5", "2022-Q4")
    first = rows(contents(make_edition, schemas, "2022-Q1"), "demo/editions/2022-Q1/data/money/observations.csv")
    values = {row["id"]: (row["value"], row["edition"]) for row in first}
    assert values["obs.331000.investment.level._T._Z.2022-Q1"] == ("529.0", "2022-Q1")
    assert "obs.331000.investment.level._T._Z.2022" not in values


def test_total_and_not_applicable_are_written_out_and_have_rows(make_edition: Make, schemas: Schemas) -> None:
    files = contents(make_edition, schemas)
    growth = next(row for row in rows(files, f"{MONEY}observations.csv") if row["measure"] == "growth_yoy")
    assert (growth["breakdown"], growth["peers"], growth["value"]) == ("_T", "_Z", "-3.1")
    assert [row["id"] for row in rows(files, f"{MONEY}breakdowns.csv")] == ["_T", "big", "huge"]
    assert [row["id"] for row in rows(files, f"{MONEY}peers.csv")] == ["_Z", "cities"]


def test_a_package_carries_only_the_reference_rows_it_uses(make_edition: Make, schemas: Schemas) -> None:
    files = contents(make_edition, schemas)
    assert [row["code"] for row in rows(files, f"{MONEY}areas.csv")] == ["330000", "331000"]
    assert [row["id"] for row in rows(files, f"{MONEY}indicators.csv")] == ["investment"]
    assert {row["id"] for row in rows(files, f"{MONEY}units.csv")} == {"CNY", "CNY_100M", "pct", "rank"}
    first = contents(make_edition, schemas, "2022-Q1")
    assert [row["id"] for row in rows(first, "demo/editions/2022-Q1/data/money/sources.csv")] == ["s1"]


def test_an_edition_says_nothing_of_later_ones(make_edition: Make, schemas: Schemas) -> None:
    first = contents(make_edition, schemas, "2022-Q1")
    folder = "demo/editions/2022-Q1/data/"
    assert [row["id"] for row in rows(first, f"{folder}reference/relations.csv")] == ["r1"]
    assert [row["fact"] for row in rows(first, f"{folder}reference/trace.csv")] == ["f1-001"]
    assert [row["id"] for row in rows(first, f"{folder}projects/projects.csv")] == ["plant", "park"]
    assert b"later" in contents(make_edition, schemas)["demo/editions/2022-Q4/data/projects/projects.csv"]
    assert f"{folder}money/targets.csv" not in first


def test_figures_hold_the_computed_ones_with_formula_and_inputs(make_edition: Make, schemas: Schemas) -> None:
    figures = {row["id"]: row for row in rows(contents(make_edition, schemas), "demo/editions/2022-Q4/figures.csv")}
    computed = figures["calc.331000.investment.level._T._Z.2022-Q1"]
    assert (computed["value"], computed["formula_en"], computed["source"]) == ("1.5", "a / b", "")
    assert computed["inputs"] == "obs.331000.investment.level._T._Z.2022-Q1"
    assert figures["obs.331000.investment.level._T._Z.2022"]["value"] == "2000"


def test_the_descriptor_says_what_the_package_is(make_edition: Make, schemas: Schemas) -> None:
    files = contents(make_edition, schemas)
    said = json.loads(files[f"{MONEY}datapackage.json"])
    assert (said["title"], said["title_en"]) == ("示例季报：投资", "Demo Bulletin: Money")
    assert said["description"] == "说明。演示数据，地名和数字均为虚构。更正请联系 a@b.example。"
    assert (said["version"], said["edition"], said["created"]) == ("1.2.0", "2022-Q4", "2026-11-22T01:00:00Z")
    assert said["licenses"][0]["path"] == "https://creativecommons.org/licenses/by/4.0/"
    assert [source["title_en"] for source in said["sources"]] == ["First", "Second"]
    table = said["resources"][0]
    content = files[f"{MONEY}observations.csv"]
    assert table["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert (table["bytes"], table["rows"]) == (len(content), 5)
    fields = {field["name"]: field for field in table["schema"]["fields"]}
    assert fields["value"]["type"] == "number"
    assert all(field["description"] and field["description_en"] for field in fields.values())


def test_a_column_without_a_description_is_an_error(make_edition: Make, schemas: Schemas) -> None:
    without = {**schemas, "areas": {"fields": []}}
    with pytest.raises(BuildError, match="areas: code"):
        edition_files(make_edition("2022-Q1"), without, EPOCH)


def test_what_is_on_file_is_published_as_the_edition_knew_it(make_edition: Make, schemas: Schemas) -> None:
    folders = [f"demo/editions/{edition}/data/" for edition in ("2022-Q1", "2022-Q4")]
    files = [contents(make_edition, schemas, edition) for edition in ("2022-Q1", "2022-Q4")]
    done = [
        [row["done"] for row in rows(held, f"{folder}projects/milestones.csv")]
        for held, folder in zip(files, folders, strict=True)
    ]
    assert done == [[""], ["2022-06"]]
    (batch,) = rows(files[0], f"{folders[0]}projects/batches.csv")
    assert (batch["projects"], batch["edition"], batch["note_en"]) == ("plant park", "2022-Q1", "a note, with a comma")
    assert [row["id"] for row in rows(files[0], f"{folders[0]}projects/mechanisms.csv")] == ["starts"]
    (known,) = rows(files[0], f"{folders[0]}reference/mechanisms.csv")  # no row of that time cites the source of stars
    assert (known["frequency"], known["parameters"], known["core"]) == ("weekly monthly", "lag=10 lead=5", "true")
    assert len(rows(files[1], f"{folders[1]}reference/mechanisms.csv")) == 2, "today both are in force"


@pytest.mark.parametrize("package", ["money", "projects", "reference"])
def test_frictionless_accepts_the_published_package(
    make_edition: Make, schemas: Schemas, tmp_path: Path, package: str
) -> None:
    add(edition_files(make_edition("2022-Q4"), schemas, EPOCH), Writer(tmp_path))
    report = frictionless.validate(str(tmp_path / f"demo/editions/2022-Q4/data/{package}/datapackage.json"))
    assert report.valid, report.to_summary()


def test_frictionless_would_notice_a_foreign_key_that_leads_nowhere(
    make_edition: Make, schemas: Schemas, tmp_path: Path
) -> None:
    add(edition_files(make_edition("2022-Q4"), schemas, EPOCH), Writer(tmp_path))
    areas = tmp_path / MONEY / "areas.csv"
    areas.write_bytes(areas.read_bytes().replace(b"331000", b"331001"))
    report = frictionless.validate(str(tmp_path / MONEY / "datapackage.json"))
    assert "foreign-key" in {error.type for task in report.tasks for error in task.errors}


def test_the_excel_copy_differs_by_its_mark_only_and_is_no_resource(make_edition: Make, schemas: Schemas) -> None:
    files = contents(make_edition, schemas)
    assert files[f"{MONEY}observations.excel.csv"] == b"\xef\xbb\xbf" + files[f"{MONEY}observations.csv"]
    assert b".excel.csv" not in files[f"{MONEY}datapackage.json"]


def test_checksums_and_archive_hold_the_package(make_edition: Make, schemas: Schemas, tmp_path: Path) -> None:
    files = contents(make_edition, schemas)
    own = {path.removeprefix(MONEY): content for path, content in files.items() if path.startswith(MONEY)}
    (tmp_path / "money.zip").write_bytes(own.pop("money.zip"))
    assert {file.path: file.content for file in kept(tmp_path / "money.zip")} == own
    lines = {line[66:]: line[:64] for line in own.pop("SHA256SUMS").decode().splitlines()}
    assert lines == {path: hashlib.sha256(content).hexdigest() for path, content in own.items()}


def test_the_same_edition_gives_the_same_bytes(make_edition: Make, schemas: Schemas) -> None:
    assert contents(make_edition, schemas) == contents(make_edition, schemas)


def test_newest_files_are_those_of_the_edition_and_one_zip_of_all(
    make_edition: Make, schemas: Schemas, tmp_path: Path
) -> None:
    files = edition_files(make_edition("2022-Q4"), schemas, EPOCH)
    newest = {file.path: file.content for file in newest_files(files, "demo", "2022-Q4", EPOCH)}
    assert newest["demo/data/money/observations.csv"] == contents(make_edition, schemas)[f"{MONEY}observations.csv"]
    (tmp_path / "all.zip").write_bytes(newest["demo/data/demo.zip"])
    names = [file.path for file in kept(tmp_path / "all.zip")]
    assert "money/datapackage.json" in names
    assert names == sorted(names)
    assert not [name for name in names if name.endswith(".zip")]


def test_a_released_edition_is_kept_byte_for_byte(make_edition: Make, schemas: Schemas, tmp_path: Path) -> None:
    files = edition_files(make_edition("2022-Q1"), schemas, EPOCH)
    (tmp_path / "2022-Q1.zip").write_bytes(archive(files))
    again = kept(tmp_path / "2022-Q1.zip")
    assert sorted(again, key=lambda file: file.path) == sorted(files, key=lambda file: file.path)
    assert archive(again) == archive(files)


def test_a_released_edition_is_served_from_its_kept_files_only(make_edition: Make, schemas: Schemas) -> None:
    edition = make_edition("2022-Q1")
    locked = replace(edition, release=replace(edition.release, status="released"))
    zipped = edition.tables.folder / "released" / "2022-Q1.zip"
    with pytest.raises(BuildError, match=r"released/2022-Q1\.zip"):
        published(locked, schemas, EPOCH)
    zipped.parent.mkdir()
    own, stray = File("demo/editions/2022-Q1/figures.csv", b"as it was"), File("demo/index.html", b"")
    zipped.write_bytes(archive([own]))
    assert published(locked, schemas, EPOCH) == [own]
    zipped.write_bytes(archive([own, stray]))
    with pytest.raises(BuildError, match=r"demo/index\.html"):
        published(locked, schemas, EPOCH)


def test_an_archive_cannot_hold_a_path_out_of_the_site() -> None:
    with pytest.raises(BuildError):
        archive([File("../evil", b"")])
