"""The files of a league table: enough to compute it again, and accepted by others' validators."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import frictionless
import pytest

from generator.measures import assemble
from generator.model.edition import Edition
from generator.model.page import File
from generator.site.archive import archive, kept
from generator.site.catalog import catalog
from generator.site.packages import edition_files, newest_files
from generator.site.tree import add
from generator.site.writer import Writer
from tests.measures.league.races import tables

Schemas = dict[str, dict[str, Any]]
EPOCH = 1_795_309_200  # 2026-11-22T01:00:00Z
FOLDER = "demo/editions/2024-Q4/data/league-race/"


@cache
def edition() -> Edition:
    return assemble(tables())[1]


@pytest.fixture(scope="module")
def files(schemas: Schemas) -> list[File]:
    return edition_files(edition(), schemas, EPOCH)


@pytest.fixture
def folder(files: list[File], tmp_path: Path) -> Path:
    add(files, Writer(tmp_path))
    return tmp_path / FOLDER


def content(files: list[File], name: str) -> str:
    return next(file.content.decode() for file in files if file.path == FOLDER + name)


def test_the_table_has_names_ranks_scores_and_values(files: list[File]) -> None:
    """Output 11, 25 (250 000 万元), 31, 20 and firms 8, 6, 2, 4 at weights of 3 to 2."""
    assert list(csv.reader(io.StringIO(content(files, "league.csv")))) == [
        ["area", "name_zh", "name_en", "rank", "score", "output", "firms"],
        ["990102", "县02", "County 02", "1", "68.67", "25", "6"],
        ["990103", "县03", "County 03", "2", "60.00", "31.0", "2"],
        ["990104", "县04", "County 04", "3", "40.33", "20.0", "4"],
        ["990101", "县01", "County 01", "4", "40.00", "11.0", "8"],
    ]


def test_the_document_names_everything_that_the_table_follows_from(files: list[File]) -> None:
    said = json.loads(content(files, "league.json"))
    assert said["scores"]["990102"] == {"output": "70", "firms": "200/3"}
    assert said["names"]["990102"] == {"zh": "县02", "en": "County 02"}
    assert said["figures"]["990102"]["output"] == "obs.990102.output.level._T._Z.2024-01_2024-12"
    assert said["series"]["firms"] == {"indicator": "firms", "measure": "level", "breakdown": "_T"}
    assert [one["weight"] for one in said["root"]["members"]] == ["3/5", "2/5"]
    assert (said["edition"], said["bulletin"]["id"], said["licence"]) == ("2024-Q4", "demo", "CC-BY-4.0")
    assert (said["official"], said["demonstration"], said["contact"]) == (False, True, "a@b.example")


def verified(folder: Path) -> subprocess.CompletedProcess[str]:
    alone = [sys.executable, "-I", "-X", "utf8", "verify_ranks.py"]
    return subprocess.run(alone, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


def test_a_reader_verifies_it(folder: Path) -> None:
    assert verified(folder).stdout == "4个地区的得分和名次全部相符。/ The scores and ranks of 4 areas agree.\n"


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("league.csv", "20.0,4", "20.1,4", "990104 output"),
        ("league.json", '"output": "20.0"', '"output": "30.0"', "990104"),
        ("league.json", '"rank": 4', '"rank": 3', "990101"),
        ("league.json", '"score": "60.00"', '"score": "70.00"', "990103"),
        ("league.json", '"weight": "3/5"', '"weight": "4/5"', "6/5"),
    ],
)
def test_an_altered_file_is_found(folder: Path, file: str, old: str, new: str, complaint: str) -> None:
    whole = (folder / file).read_text("utf-8")
    assert whole.count(old) == 1
    (folder / file).write_text(whole.replace(old, new), "utf-8")
    done = verified(folder)
    assert done.returncode == 1 and complaint in done.stdout


def test_frictionless_accepts_the_package(folder: Path) -> None:
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.to_summary()
    (folder / "league.csv").write_text("area\n990101\n", "utf-8")
    assert not frictionless.validate(str(folder / "datapackage.json")).valid


def test_the_descriptor_names_licence_sources_and_standing(files: list[File]) -> None:
    said = json.loads(content(files, "datapackage.json"))
    assert (said["name"], said["title"], said["title_en"]) == (
        "league-race", "示例季报：赛马总榜", "Demo Bulletin: The race"
    )  # fmt: skip
    assert said["description"] == "说明。演示数据，地名和数字均为虚构。更正请联系 a@b.example。"
    assert [one["title_en"] for one in said["sources"]] == ["Report"]
    fields = {one["name"]: one for one in said["resources"][0]["schema"]["fields"]}
    assert fields["output"]["title_en"] == "output (level)" and all(one["description"] for one in fields.values())


def test_it_is_packed_found_and_kept_at_the_address_of_the_newest(files: list[File], tmp_path: Path) -> None:
    newest = newest_files(files, "demo", "2024-Q4", EPOCH)
    names = {file.path.rpartition("/")[2] for file in newest if file.path.startswith("demo/data/league-race/")}
    assert names == {
        "league.csv", "league.json", "verify_ranks.py", "datapackage.json", "SHA256SUMS", "league-race.zip"
    }  # fmt: skip
    entry = json.loads(catalog([(edition().tables.bulletin, [edition().release])], [*files, *newest]).content)[
        "bulletins"
    ][0]
    assert [one["name"] for one in entry["packages"]] == ["reference", "league-race"]
    assert entry["packages"][-1]["rows"] == {"league": 4}
    (tmp_path / "kept.zip").write_bytes(archive(files, EPOCH))
    assert {file.path: file.content for file in kept(tmp_path / "kept.zip")} == {
        file.path: file.content for file in files
    }


def test_two_runs_write_the_same_bytes(files: list[File], schemas: Schemas) -> None:
    assert edition_files(assemble(tables())[1], schemas, EPOCH) == files
