"""Each case of the corpus: told with its rule, file, line and column, in both languages, and never a traceback."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from generator.errors import Problem
from generator.intake import worded
from generator.intake.rules import RULES
from generator.model.text import LANGS
from tests.corpus.altering import DESCRIPTOR, Q2, Case
from tests.corpus.cases import CASES
from tests.corpus.declarations import PATHS, WRONG, as_json
from tests.intake.small_bulletin import Bench


def alter(bench: Bench, case: Case) -> None:
    file = bench.folder / case.file
    file.write_bytes(case.alter(file.read_bytes()))


def assert_said(problem: Problem) -> None:
    """Where, what, what to do and which rule: short, printable, with nothing left open."""
    assert problem.rule in RULES
    for lang in LANGS:
        text = worded(problem, lang)
        assert text.isprintable()
        assert problem.rule in text
        assert problem.line is None or str(problem.line) in text
        assert not re.search(r"\{\w+\}|None", text), text
        assert len(text) < 900


@pytest.mark.parametrize("case", CASES, ids=[case.name.encode("ascii", "backslashreplace").decode() for case in CASES])
def test_a_case_is_told_where_it_stands(case: Case, bench: Bench) -> None:
    alter(bench, case)
    problems = bench.problems()
    found = [(one.rule, one.file.removeprefix("demo/"), one.line, one.column) for one in problems]
    assert sorted(found, key=str) == sorted(case.told, key=str)
    for problem in problems:
        assert_said(problem)


@pytest.mark.parametrize(("path", "rule"), PATHS.items(), ids=[ascii(path)[:40] for path in PATHS])
def test_an_unsafe_path_is_not_opened(path: str, rule: str, bench: Bench) -> None:
    bench.edit(DESCRIPTOR, "path: observations/2022-Q2.csv", f"path: {json.dumps(path)}")
    (bench.folder / Q2).unlink()
    found = bench.found()
    assert found[0] == (rule, DESCRIPTOR, 38, "resources.path")
    assert {tuple(place) for _, *place in found} == {(DESCRIPTOR, 38, "resources.path")}


KEYS = ("$schema", "name", "title", "description", "version", "licenses", "sources", "resources", "profile")
RESOURCE_KEYS = ("name", "path", "table", "schema", "edition", "dialect", "encoding", "scheme", "type", "title")


@pytest.mark.parametrize("key", [*KEYS, *(f"resources.{key}" for key in RESOURCE_KEYS)])
def test_any_type_anywhere_in_a_descriptor_ends_in_words(key: str, bench: Bench) -> None:
    file = bench.folder / DESCRIPTOR
    plain = file.read_bytes()
    for wrong in WRONG:

        def change(data: dict[str, Any], wrong: object = wrong) -> None:
            *way, last = key.split(".")
            (data["resources"][1] if way else data)[last] = wrong

        file.write_bytes(as_json(change)(plain))
        for problem in bench.problems():
            assert_said(problem)
