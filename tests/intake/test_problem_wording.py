"""Every rule can be said in both languages, with nothing left open, and the catalog holds exactly what is said."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from generator.errors import Problem
from generator.intake import as_json, worded
from generator.intake.rules import RULES
from generator.model.catalog import catalog_file
from generator.model.text import LANGS, Lang

GENERATOR = Path(__file__).resolve().parents[2] / "generator"
SPEAKERS = {"N_", "say", "gettext", "UsageError"}  # functions whose first argument is a message of this domain
PLACEHOLDER = re.compile(r"\{(\w+)\}")
# What the checks pass along with each rule, beside value, column and file.
NAMES = """
    amounts area basis begin block breakdown character columns computed count decimals earlier edition example expected
    feature first floor from given indicator key kept known league letter limit limits low measure member note old
    operation other parent parts period place places positions published relation share status sum table to topic unit
    until wanted way weight
"""
FACTS = {name: f"<{name}>" for name in NAMES.split()}


def said() -> set[str]:
    """Every message that is handed to gettext as one of this domain; of a counted thing, the word for one."""
    found = set()
    for file in GENERATOR.rglob("*.py"):
        own = "pages" not in file.relative_to(GENERATOR).parts  # the pages speak from a catalog of their own
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if own else ():
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                text = node.args[0].value
                speaks = name in SPEAKERS or (name == "count" and len(node.args) == 3)
                found |= {text} if speaks and isinstance(text, str) else set()
    return found


def catalog() -> dict[str, str]:
    with catalog_file("zh", "problems").open("rb") as file:
        return {_first(message.id): _first(message.string) for message in read_po(file) if message.id}


def _first(text: str | Sequence[str]) -> str:
    """Of a counted thing the word for one: Chinese has no other."""
    return text if isinstance(text, str) else text[0]


@pytest.mark.parametrize("rule", sorted(RULES))
@pytest.mark.parametrize("lang", LANGS)
def test_every_rule_can_be_said(rule: str, lang: Lang) -> None:
    problem = Problem(rule, "demo/a", "r", "demo/a/r.csv", 3, "value", "１３.７", facts=FACTS)
    text = worded(problem, lang)
    assert not PLACEHOLDER.search(text)
    assert "demo/a/r.csv" in text
    assert rule in text
    assert text == text.strip()
    assert as_json(problem, lang)["message"] in text
    assert as_json(problem, lang)["remedy"]


def test_every_message_has_its_translation_and_none_is_obsolete() -> None:
    translations = catalog()
    assert set(translations) == said()
    assert [message for message, text in translations.items() if not text] == []


def test_translations_have_the_parts_of_their_messages() -> None:
    for message, text in catalog().items():
        assert set(PLACEHOLDER.findall(message)) == set(PLACEHOLDER.findall(text)), message


def test_chinese_has_full_width_punctuation() -> None:
    """Between Chinese characters stands no ASCII comma, semicolon, colon, question mark or bracket."""
    half = re.compile(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]")
    assert [text for text in catalog().values() if half.search(text)] == []


def test_the_wording_in_full() -> None:
    problem = Problem("per-cent-sign", "demo/a", "r", "demo/a/r.csv", 5, "value", "13.7%")
    assert worded(problem, "zh") == (
        "文件 demo/a/r.csv，第 5 行，value 列："
        "“13.7%”带有百分号。请删去百分号，单位已在代码表中注明。（规则 per-cent-sign）"
    )
    assert worded(problem, "en") == (
        "file demo/a/r.csv, line 5, column value: “13.7%” has a per-cent sign. "
        "Delete the sign; the unit stands in its table. (rule per-cent-sign)"
    )


def test_a_warning_says_that_it_is_one() -> None:
    problem = Problem("share-range", file="demo/a/r.csv", line=5, column="value", value="140", severity="warning")
    assert "提示" in worded(problem, "zh")
    assert "Note" in worded(problem, "en")


def test_hostile_cells_are_printed_harmlessly() -> None:
    text = worded(Problem("choice", file="a.csv", line=2, column="status", value="\x1b[31m{0}" + "x" * 500), "en")
    assert "\x1b" not in text
    assert "\\u001b[31m{0}" in text
    assert len(text) < 300


def test_a_rule_that_nobody_knows_is_still_told() -> None:
    assert "new-rule {x}".replace("{x}", "(x)") in worded(Problem("new-rule", file="a.csv", value="{x}"), "zh")


def test_facts_that_are_terms_are_translated() -> None:
    problem = Problem("yaml-type", file="bulletin.yaml", value="no", facts={"expected": "bool"})
    assert "应为：true 或 false。" in worded(problem, "zh")
