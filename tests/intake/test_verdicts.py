"""A verdict is used again only where everything it depends on is the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from generator.errors import DataErrors
from generator.intake import load, structure
from generator.intake.sheets import Sheet
from generator.intake.verdicts import Finding, keep, kept, verdict_key
from tests.intake.small_bulletin import Bench


def test_a_second_run_asks_frictionless_nothing(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(bench.datasets, "demo", tmp_path / "cache")
    monkeypatch.setattr(structure, "_validated", lambda *_: pytest.fail("validated again"))
    assert load(bench.datasets, "demo", tmp_path / "cache").warnings == ()


def test_a_changed_file_is_validated_again_and_no_other(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(bench.datasets, "demo", tmp_path / "cache")
    bench.edit("investment/targets/2022-Q1.csv", ",1500,", ",1500亿元,")
    asked: list[str] = []
    plain = structure._validated

    def watched(sheet: Sheet, needed: Sequence[Sheet]) -> Iterator[Finding]:
        asked.append(sheet.resource.name)
        return plain(sheet, needed)

    monkeypatch.setattr(structure, "_validated", watched)
    with pytest.raises(DataErrors):
        load(bench.datasets, "demo", tmp_path / "cache")
    assert asked == ["targets-2022-q1"]


def test_a_bad_verdict_is_kept_too(bench: Bench, tmp_path: Path) -> None:
    bench.edit("investment/targets/2022-Q1.csv", ",1500,", ",1500亿元,")
    for _ in range(2):
        with pytest.raises(DataErrors) as caught:
            load(bench.datasets, "demo", tmp_path / "cache")
        assert [problem.rule for problem in caught.value.problems] == ["unit-in-cell"]


def test_a_change_of_the_table_referred_to_is_seen(bench: Bench, tmp_path: Path) -> None:
    """The unit of an indicator is a foreign key: the verdict on indicators depends on units."""
    load(bench.datasets, "demo", tmp_path / "cache")
    bench.edit("reference/units.csv", "days,天", "hours,天")
    with pytest.raises(DataErrors) as caught:
        load(bench.datasets, "demo", tmp_path / "cache")
    problem = caught.value.problems[0]
    assert (problem.rule, problem.file, problem.line, problem.column, problem.value) == (
        "unknown-id", "demo/reference/indicators.csv", 3, "unit", "days",
    )  # fmt: skip


def test_keys_differ_by_version_and_by_how_the_bytes_are_cut() -> None:
    assert verdict_key("5.21", [b"ab", b"c"]) != verdict_key("5.22", [b"ab", b"c"])
    assert verdict_key("5.21", [b"ab", b"c"]) != verdict_key("5.21", [b"a", b"bc"])


def test_what_cannot_be_read_is_no_verdict(tmp_path: Path) -> None:
    keep(tmp_path, "a", [Finding("type-error", 2, "value", "x", "note")])
    assert kept(tmp_path, "a") == (Finding("type-error", 2, "value", "x", "note"),)
    (tmp_path / "a.json").write_text("[[1]")
    assert kept(tmp_path, "a") is None
    assert kept(None, "a") is None
