"""datasets/README.md is what editors rely on: its tables are those of the schemas, no column more or less."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.intake.league_form import LEAGUE
from generator.model.codes import BASES, BOUNDS, MISSING, STATUSES
from generator.model.period import Period

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "datasets" / "README.md").read_text(encoding="utf-8")
SCHEMAS = sorted((ROOT / "generator" / "intake" / "schemas").glob("*.json"))
ROW = re.compile(r"^\| `(\w+)` \| (●?) ", re.MULTILINE)


def section(table: str) -> str:
    """The part of the README under the heading of ``table``."""
    found = re.search(rf"^### `[\w<>/ ]*\b{table}(?:\.csv|/<E>\.csv)`.*?(?=^##)", README, re.MULTILINE | re.DOTALL)
    assert found, f"datasets/README.md has no heading for {table}"
    return found[0]


def rows_under(anchor: str) -> dict[str, str]:
    """First code of each table row below the header in the section that ``anchor`` begins, with the whole row."""
    part = README.split(f'<a id="{anchor}"></a>')[1].split("<a id=")[0].split("\n|---", 1)[1]
    return {found[1]: found[0] for found in re.finditer(r"^\| `([^`]+)` \|.*$", part, re.MULTILINE)}


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.stem)
def test_the_readme_lists_the_columns_of_every_table(path: Path) -> None:
    fields = json.loads(path.read_text(encoding="utf-8"))["fields"]
    expected = [(field["name"], bool(field.get("constraints", {}).get("required"))) for field in fields]
    assert [(name, bool(mark)) for name, mark in ROW.findall(section(path.stem))] == expected


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.stem)
def test_the_readme_names_every_allowed_word(path: Path) -> None:
    text = section(path.stem)
    for field in json.loads(path.read_text(encoding="utf-8"))["fields"]:
        words = field.get("constraints", {}).get("enum", ())
        row = next(line for line in text.splitlines() if line.startswith(f"| `{field['name']}` "))
        if "](#" not in row and field["name"] not in ("rule", "expected_stage"):
            assert [word for word in words if f"`{word}`" not in row] == []


def test_statuses_bounds_and_bases_are_those_of_the_model() -> None:
    statuses = rows_under("status")
    assert sorted(statuses) == sorted(STATUSES)
    assert {code for code, row in statuses.items() if "**空 blank**" in row} == MISSING
    assert tuple(rows_under("bounds")) == BOUNDS
    assert tuple(rows_under("basis")) == BASES


def test_the_readme_lists_every_key_and_word_of_leagues() -> None:
    known = LEAGUE.forms[0].known
    members = known["members"].each
    assert members
    forms = [*LEAGUE.forms, *members.forms, *(known[key].forms[0] for key in ("normalisation", "rewards", "doubt"))]
    text = README.split('<a id="leagues"></a>')[1].split("<a id=")[0]
    tables = re.findall(r"\n\|---.*\n((?:\|.*\n)+)", text)
    listed = [re.findall(r"`(\w+)`", " ".join(re.findall(r"^\| ([^|]+)", table, re.MULTILINE))) for table in tables]
    wanted = [sorted(form.known) for form in (forms[0], forms[2], forms[1], *forms[3:])]
    assert [sorted(keys) for keys in listed] == wanted
    words = {word for form in forms for entry in form.known.values() for word in entry.words}
    assert [word for word in words if f"`{word}`" not in text] == []


def test_every_period_of_the_readme_is_one_and_every_counterexample_is_none() -> None:
    periods = rows_under("periods")
    assert len({Period.parse(text).kind for text in periods}) == 8
    refused = README.split("*Not allowed: ")[1].split(", or spans")[0]
    examples = re.findall(r"`([^`]+)`", refused)
    assert len(examples) == 5
    for text in examples:
        with pytest.raises(ValueError, match="not a period"):
            Period.parse(text)


def test_every_link_within_the_readme_leads_somewhere() -> None:
    targets = set(re.findall(r'<a id="([\w-]+)">', README))
    links = set(re.findall(r"\]\(#([\w-]+)\)", README))
    assert links
    assert links <= targets
