"""A release followed by an attempt to change it: an error that names file, rule and remedy, and nothing is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator import build as shell
from generator import intake
from generator.errors import DataErrors
from generator.model.text import LANGS
from generator.stages import Stages
from tests.vintages.conftest import Desk

SOURCE, ZIP = "labour/observations/2020-Q3.csv", "released/2020-Q3.zip"
LOCK, RELEASES = "releases.lock", "releases.yaml"
INDICATORS, MEASURES = "reference/indicators.csv", "reference/measures.csv"
BREAKDOWNS, UNITS = "reference/breakdowns.csv", "reference/units.csv"
RATE = 'Unemployment rate, seasonally adjusted",labour,pct,1,quarter'
Harm = Callable[[Desk], object]


def edited(file: str, old: str, new: str) -> Harm:
    return lambda desk: desk.edit(file, old, new)


def other_rate(old: str, new: str) -> Harm:
    return edited(INDICATORS, RATE, RATE.replace(old, new))


def deleted(*files: str) -> Harm:
    return lambda desk: [(desk.folder / file).unlink() for file in files]


def renamed(file: str, name: str) -> Harm:
    return lambda desk: (desk.folder / file).rename((desk.folder / file).with_name(name))


def redescribed(harm: Harm) -> Harm:
    """The harm, and ``bulletin new`` after it, which registers the files anew."""
    return lambda desk: (harm(desk), intake.write_descriptor(desk.folder / "labour"))


def written(file: str, content: bytes) -> Harm:
    return lambda desk: (desk.folder / file).write_bytes(content)


def unlocked(file: str) -> Harm:
    """One line of the lock struck out."""

    def harm(desk: Desk) -> None:
        locks = json.loads((desk.folder / LOCK).read_bytes())
        del locks["2020-Q3"][file]
        (desk.folder / LOCK).write_text(json.dumps(locks), encoding="utf-8")

    return harm


def both(*harms: Harm) -> Harm:
    return lambda desk: [harm(desk) for harm in harms]


def linked(desk: Desk) -> None:
    """The archive moved away and a link to it left in its place."""
    place = desk.folder / ZIP
    elsewhere = desk.options.datasets.parent / "elsewhere.zip"
    place.rename(elsewhere)
    place.symlink_to(elsewhere)


@pytest.mark.parametrize(
    ("rule", "file", "remedy", "harm"),
    [
        ("lock-changed", SOURCE, "Put the released file back", edited(SOURCE, "2020-Q3,6.0,", "2020-Q3,6.1,")),
        ("lock-changed", SOURCE, "Put the released file back", edited(SOURCE, ",19.6,", ",19.60,")),
        ("lock-removed", SOURCE, "Put the released file back", redescribed(deleted(SOURCE))),
        ("lock-removed", SOURCE, "Put the released file back", deleted(SOURCE)),
        ("lock-removed", SOURCE, "Put the released file back", renamed(SOURCE, "first.csv")),
        ("lock-removed", SOURCE, "Put the released file back", redescribed(renamed(SOURCE, "2020-Q2.csv"))),
        ("lock-changed", ZIP, "Put the released file back", written(ZIP, b"PK")),
        ("lock-removed", ZIP, "Put the released file back", deleted(ZIP)),
        ("lock-removed", ZIP, "Put the released file back", renamed(ZIP, "2020-Q4.zip")),
        ("lock-removed", ZIP, "Put the released file back", linked),
        ("lock-removed", ZIP, "Put the released file back", both(deleted(ZIP), unlocked(ZIP))),
        ("lock-changed", SOURCE, "Put the released file back", edited(LOCK, '2020-Q3.csv": "', '2020-Q3.csv": "0')),
        ("lock-added", SOURCE, "Move its rows", unlocked(SOURCE)),
        ("lock-entry", RELEASES, "Put its dates", unlocked(RELEASES)),
        ("lock-entry", RELEASES, "Put its dates", edited(RELEASES, "First issue", "The first issue")),
        ("lock-missing", RELEASES, "Put releases.lock back", deleted(LOCK)),
        (
            "lock-lost", RELEASES, "Put releases.lock back",
            both(deleted(LOCK), edited(RELEASES, "status: released", "status: open")),
        ),
        ("lock-form", LOCK, "Put the last version", written(LOCK, b"{")),
        ("lock-open", RELEASES, "Set its status to released", edited(RELEASES, "status: released", "status: open")),
        ("lock-meaning", INDICATORS, "Put the released one back", other_rate("quarter", "ytd")),
        ("lock-meaning", INDICATORS, "Put the released one back", other_rate("pct", "pp")),
        ("lock-meaning", MEASURES, "Put the released one back", edited(MEASURES, "level,,,", "level,pct,,")),
        ("lock-meaning", BREAKDOWNS, "Put the released one back", edited(BREAKDOWNS, "16 to 17,women,", "16 to 17,,")),
        ("lock-meaning", UNITS, "Put the released one back", edited(UNITS, "rate,,", "share,,")),
        ("file-missing", "reference/datapackage.yaml", "Put the file back", deleted(INDICATORS)),
    ],
)  # fmt: skip
def test_what_was_released_cannot_be_changed(desk: Desk, rule: str, file: str, remedy: str, harm: Harm) -> None:
    harm(desk)
    before = content(desk.options.datasets)
    with pytest.raises(DataErrors) as refused:
        shell.build(desk.options, Stages())
    (problem,) = {one for one in refused.value.problems if one.rule == rule}
    assert problem.file == f"ons/{file}"
    assert problem.severity == "error"
    told = intake.worded(problem, "en")
    assert remedy in told and f"file ons/{file}" in told and f"(rule {rule})" in told
    assert content(desk.options.datasets) == before
    assert not desk.options.site.exists()


def content(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


DEFINED = ("Unemployed people as a share of all", "Jobless people as a share of all")
NAMED = (",London,", ",Greater London,")


@pytest.mark.parametrize(
    ("table", "line", "column", "words"),
    [("areas", 3, "name_en", NAMED), ("indicators", 2, "definition_en", DEFINED)],
)
def test_other_words_after_a_release_are_pointed_out_and_the_release_keeps_its_own(
    desk: Desk, table: str, line: int, column: str, words: tuple[str, str]
) -> None:
    kept = desk.of("2020-Q3")
    file = desk.folder / "reference" / f"{table}.csv"
    file.write_text(file.read_text(encoding="utf-8").replace(*words, 1), encoding="utf-8")
    (problem,) = desk.problems()
    assert (problem.rule, problem.severity) == ("lock-wording", "warning")
    assert (problem.file, problem.line, problem.column) == (f"ons/reference/{table}.csv", line, column)
    for lang in LANGS:
        told = intake.worded(problem, lang)
        assert all(word.strip(",") in told for word in words) and "2020-Q3" in told
    after = desk.served()
    assert {path: after[path] for path in kept} == kept
    old, new = (word.encode() for word in words)
    assert old in after[f"ons/editions/2020-Q3/data/labour/{table}.csv"]
    for path in (f"ons/editions/2021-Q2/data/labour/{table}.csv", f"ons/data/labour/{table}.csv"):
        assert new in after[path]


def test_the_next_release_takes_the_new_name_as_said(desk: Desk) -> None:
    desk.edit("reference/areas.csv", ",London,", ",Greater London,")
    desk.release("2021-Q2")
    assert desk.problems() == ()


def test_a_row_that_no_released_edition_used_may_change(desk: Desk) -> None:
    units = desk.folder / "reference" / "units.csv"
    units.write_text(f"{units.read_text(encoding='utf-8')}days,天,days,day,time,,\n", encoding="utf-8")
    desk.release("2021-Q2")
    desk.edit("reference/units.csv", "day,time,,", "day,time,h,24")
    assert desk.problems() == ()


def test_what_is_released_is_no_longer_questioned_for_its_digits(desk: Desk) -> None:
    desk.release("2021-Q2")
    told = [one.file for one in shell.check(desk.options, Stages()).warnings["ons"] if one.rule == "revision-fine"]
    assert set(told) == {"ons/labour/observations/2023-Q1.csv"}


def test_code_lists_may_grow_after_a_release(desk: Desk) -> None:
    kept = desk.of("2020-Q3")
    with (desk.folder / "reference" / "areas.csv").open("a", encoding="utf-8") as areas:
        areas.write("W92000004,威尔士,Wales,prefecture,K02000001,,,,,,\n")
    assert desk.problems() == ()
    assert desk.of("2020-Q3") == kept


@pytest.mark.parametrize("content", [b"\xff\xfe not text", b'id,name\n"' + b"x" * 200_000], ids=["text", "quote"])
def test_a_doctored_archive_whose_lock_agrees_is_no_traceback(desk: Desk, content: bytes) -> None:
    """What it should hold is unknown then, and nothing is compared with it."""
    kept = desk.folder / "released" / "2020-Q3.zip"
    digest = sha256(kept.read_bytes()).hexdigest()
    with ZipFile(kept, "w") as archive:
        archive.writestr("ons/editions/2020-Q3/data/labour/areas.csv", content)
    desk.edit("releases.lock", digest, sha256(kept.read_bytes()).hexdigest())
    assert [problem.rule for problem in desk.problems() if problem.severity == "error"] == []
