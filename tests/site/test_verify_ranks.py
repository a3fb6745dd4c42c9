"""The verifier that readers run: it agrees with the engine on any league, and with nothing that was tampered with."""

from __future__ import annotations

import ast
import copy
import csv
import json
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from generator.measures.league import compute
from generator.model.league import Block, Item, League, Normalisation
from generator.model.reference import Area
from generator.model.text import Text
from generator.site.league_document import VERIFIER, league_document, league_rows
from generator.site.verify_ranks import complaints, main
from tests.measures.league.leagues import Values, flat, league, leagues, table

Alter = Callable[[Any], object]


def documents(one: League, values: Values) -> tuple[Any, Any]:
    """league.json and league.csv as a reader has them."""
    standings = compute(one, values)
    areas = {name: Area(name, Text(name, name), "", "", None, None, "", "", None) for name in one.peers}
    header, *rows = league_rows(one, values, standings, areas)
    document = json.loads(json.dumps(league_document(one, values, standings)))
    return document, {row[0]: dict(zip(header, row, strict=True)) for row in rows}


@settings(max_examples=150, deadline=None, derandomize=True)
@given(leagues())
def test_it_agrees_with_the_engine(drawn: tuple[League, Values]) -> None:
    assert list(complaints(*documents(*drawn))) == []


@pytest.fixture(scope="module")
def sound() -> tuple[Any, Any]:
    inner = flat({"gdp": "2/3", "jobs": "1/3"}, aggregation="geometric")
    root = Block(
        "whole", (Block("economy", inner.members, Fraction(1, 2), "geometric"), Item("air", Fraction(1, 2), "down"))
    )
    values = table(gdp="10.0 12.5 11 9", jobs="3 1 2 4", air="40 30 35 -")
    one = league(root, "ABCD", normalisation=Normalisation("min-max", (Fraction(1), Fraction(100))))
    return documents(one, values)


def weight(document: Any) -> None:
    """Two weights exchanged: their sum still is 1."""
    first, second = document["root"]["members"][0]["members"]
    first["weight"], second["weight"] = second["weight"], first["weight"]


ALTERED: list[tuple[str, Alter, str]] = [
    ("score", lambda d: d["standings"]["A"].update(score="99.99"), "A：得分公布为99.99"),
    ("rank", lambda d: d["standings"]["A"].update(rank=1), "A：名次公布为1"),
    ("input", lambda d: d["values"]["A"].update(gdp="10.1"), "A gdp：两个文件不一致，10.1与10.0"),
    ("gap filled", lambda d: d["values"]["D"].update(air="33"), "D：得分公布为None"),
    ("score of an indicator", lambda d: d["scores"]["A"].update(gdp="1/2"), "A gdp：得分公布为1/2"),
    ("score of an indicator left out", lambda d: d["scores"].pop("A"), "A gdp：得分公布为None"),
    ("weight", weight, "得分公布为"),
    ("sum of weights", lambda d: d["root"]["members"][1].update(weight="2/3"), "权重之和不是1，而是7/6（whole）"),
    ("direction", lambda d: d["root"]["members"][1].update(direction="up"), "得分公布为"),
    ("impossible", lambda d: d["normalisation"].update(onto=["0", "100"]), "geometric: 0 <= 0"),
    ("an area dropped", lambda d: d["peers"].remove("B"), "B：不在参评地区之列"),
]


@pytest.mark.parametrize(("alter", "complaint"), [case[1:] for case in ALTERED], ids=[case[0] for case in ALTERED])
def test_tampering_is_found(
    sound: tuple[Any, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str], alter: Alter, complaint: str
) -> None:
    document, rows = copy.deepcopy(sound)
    alter(document)
    assert run(tmp_path, document, rows) == 1
    said = capsys.readouterr().out
    assert complaint in said and " / " in said


def test_a_table_that_says_otherwise_is_found(
    sound: tuple[Any, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document, rows = copy.deepcopy(sound)
    rows["C"]["rank"] = "9"
    assert run(tmp_path, document, rows) == 1
    assert "C rank：两个文件不一致" in capsys.readouterr().out


def test_a_reader_runs_it_with_nothing_but_python(sound: tuple[Any, Any], tmp_path: Path) -> None:
    write(tmp_path, *sound)
    alone = [sys.executable, "-I", "-S", "-X", "utf8", str(VERIFIER), str(tmp_path / "league.json")]
    done = subprocess.run(alone, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "3个地区的得分和名次全部相符。/ The scores and ranks of 3 areas agree.\n"


@pytest.mark.parametrize("text", ["", "[]", "{}", "not json"])
def test_a_broken_file_is_no_traceback(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "league.json").write_text(text, encoding="utf-8")
    assert main([str(tmp_path / "league.json")]) == 1
    assert "无法重算" in capsys.readouterr().out


def test_it_is_one_file_of_the_standard_library_for_python_3_8() -> None:
    tree = ast.parse(VERIFIER.read_text(encoding="utf-8"), feature_version=(3, 8))
    imported = {node.module if isinstance(node, ast.ImportFrom) else node.names[0].name for node in ast.walk(tree)
                if isinstance(node, ast.Import | ast.ImportFrom)}  # fmt: skip
    assert {str(name).partition(".")[0] for name in imported} <= sys.stdlib_module_names
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert not [call for call in calls if any(word.arg == "strict" for word in call.keywords)]  # of zip: from 3.10


def test_numbers_keep_their_digits_and_what_is_missing_is_null() -> None:
    document, _ = documents(league(flat({"gdp": "1"})), table(gdp="10.0 - 1E+3"))
    assert document["values"] == {"A": {"gdp": "10.0"}, "B": {"gdp": None}, "C": {"gdp": "1000"}}
    assert document["root"]["members"] == [
        {"indicator": "gdp", "weight": "1", "direction": "up", "worst": None, "best": None, "log": False}
    ]


def test_the_verifier_rounds_half_to_even() -> None:
    one = league(flat({"gdp": "1"}), "AB", normalisation=Normalisation("raw"), decimals=1)
    document, rows = documents(one, {"A": {"gdp": Decimal("0.25")}, "B": {"gdp": Decimal("-0.35")}})
    assert (rows["A"]["score"], rows["B"]["score"]) == ("0.2", "-0.4")
    assert list(complaints(document, rows)) == []


def write(folder: Path, document: Any, rows: Any) -> None:
    (folder / "league.json").write_text(json.dumps(document), encoding="utf-8")
    with (folder / "league.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, next(iter(rows.values())))
        writer.writeheader()
        writer.writerows(rows.values())


def run(folder: Path, document: Any, rows: Any) -> int:
    write(folder, document, rows)
    return main([str(folder / "league.json")])
