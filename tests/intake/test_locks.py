"""Releasing an edition: its bytes are kept, its files are named with their digests, its status says so."""

from __future__ import annotations

import json
from hashlib import sha256

from generator.intake import lock, lock_of
from tests.intake.small_bulletin import Bench

FILES = [
    "investment/observations/2022-Q1.csv",
    "investment/targets/2022-Q1.csv",
    "projects/amounts/2022-Q1.csv",
    "projects/status/2022-Q1.csv",
]


def test_a_lock_names_the_files_of_its_edition_only(sound: Bench) -> None:
    found = lock_of(sound.load().tables, "2022-Q1")
    assert list(found) == [*FILES, "releases.yaml"]
    content = (sound.folder / FILES[0]).read_bytes()
    assert found[FILES[0]] == sha256(content).hexdigest()


def test_releasing_keeps_the_snapshot_and_marks_the_edition(bench: Bench) -> None:
    before = (bench.folder / "releases.yaml").read_text(encoding="utf-8")
    kept = lock(bench.load().tables, "2022-Q1", b"snapshot")
    assert kept == bench.folder / "released" / "2022-Q1.zip"
    assert kept.read_bytes() == b"snapshot"
    after = (bench.folder / "releases.yaml").read_text(encoding="utf-8")
    assert after == before.replace("status: open", "status: released", 1)
    locks = json.loads((bench.folder / "releases.lock").read_text(encoding="utf-8"))
    assert list(locks) == ["2022-Q1"]
    assert sorted(locks["2022-Q1"]) == [*FILES, "released/2022-Q1.zip", "releases.yaml"]
    assert bench.problems() == ()
    assert [release.locked for release in bench.load().tables.releases] == [True, False]


def test_a_second_release_keeps_the_first_lock(bench: Bench) -> None:
    lock(bench.load().tables, "2022-Q1", b"one")
    lock(bench.load().tables, "2022-Q2", b"two")
    assert sorted(json.loads((bench.folder / "releases.lock").read_bytes())) == ["2022-Q1", "2022-Q2"]
    assert bench.problems() == ()


def test_reference_tables_may_grow_after_a_release(bench: Bench) -> None:
    """The snapshot keeps those that the edition used."""
    lock(bench.load().tables, "2022-Q1", b"snapshot")
    bench.append("reference/areas.csv", "010205,新县,New County,county,010200,,,,,,")
    assert bench.problems() == ()


def test_an_entry_may_be_written_differently_but_not_say_anything_else(bench: Bench) -> None:
    lock(bench.load().tables, "2022-Q1", b"snapshot")
    bench.edit("releases.yaml", "note_en: First quarter", 'note_en: "First quarter"')
    bench.edit("releases.yaml", "    note_zh: 一季度\n", "\n    # said so\n    note_zh: 一季度\n")
    assert bench.problems() == ()
