"""What is far too large is refused in bounded time and memory: in a process of its own, which has little of both."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import build as shell
from tests.corpus.altering import Q1, RELEASES
from tests.corpus.tables import HEADER
from tests.intake.small_bulletin import FILES, Bench

MEMORY = 1_500_000_000  # bytes of addresses; the libraries alone take some 800 MB of them
SECONDS = 300  # a limit against hanging, far above what is needed
ROW = b"010203,investment,level,,,%d-01,3,,A,exact,s1,,,,,\n"
PROGRAM = """
import json, sys
from pathlib import Path
from generator.errors import DataErrors
from generator.intake import load
try:
    load(Path(sys.argv[1]), "demo")
except DataErrors as errors:
    print(json.dumps([[one.rule, one.file, one.line] for one in errors.problems]))
"""

LARGE: dict[str, tuple[Callable[[], bytes], str, int | None]] = {
    "a million rows": (
        lambda: HEADER + b"\n" + b"".join(ROW % n for n in range(1_000_000)), "file-size", 18,
    ),
    "a million short rows": (lambda: HEADER + b"\n" + b"a,b\n" * 1_000_000, "rows-many", 600_002),
    "a million blank lines": (lambda: HEADER + b"\n" * 1_000_000, "rows-many", 600_002),
    "a million columns": (lambda: HEADER + b",x" * 1_000_000 + b"\n", "columns-many", 1),
    "a million cells": (lambda: FILES[Q1].replace(",增长", ",增长" + ",x" * 1_000_000).encode(), "extra-cell", 5),
    "a cell of ten million bytes": (lambda: FILES[Q1].replace("增长", "增" * 3_500_000).encode(), "text-long", 5),
    "a number of ten million digits": (lambda: FILES[Q1].replace("13.7", "1" * 10_000_000).encode(), "number-long", 5),
    "a quote over ten million bytes": (lambda: FILES[Q1].encode() + b'"' + b"x\n" * 5_000_000, "quote", 9),
}  # fmt: skip


def poor() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def told(bench: Bench) -> list[list[object]]:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(bench.datasets)], cwd=Path(shell.__file__).parents[1],
        preexec_fn=poor, capture_output=True, text=True, timeout=SECONDS, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-2000:]
    return json.loads(run.stdout)  # type: ignore[no-any-return]


@pytest.mark.parametrize("name", LARGE)
def test_a_file_without_end_is_refused_with_little_memory(name: str, bench: Bench) -> None:
    make, rule, line = LARGE[name]
    (bench.folder / Q1).write_bytes(make())
    place = f"demo/{Q1}" if rule != "file-size" else "demo/investment/datapackage.yaml"
    assert [rule, place, line] in told(bench)


def test_a_flood_of_problems_is_told_in_part(bench: Bench) -> None:
    """A thousand rows with the same two mistakes: the first 200 of each, and how many more there are."""
    row = b"010203,investment,level,,,2022-13,3%,,A,exact,s1,,,,,\n"
    (bench.folder / Q1).write_bytes(FILES[Q1].encode() + row * 1_000)
    problems = bench.problems()
    counts = {rule: sum(one.rule == rule for one in problems) for rule in ("period-form", "per-cent-sign")}
    assert counts == {"period-form": 200, "per-cent-sign": 200}
    more = {one.value: one.facts["count"] for one in problems if one.rule == "more"}
    assert (more["period-form"], more["per-cent-sign"]) == ("800", "800")


def test_a_file_that_is_wrong_throughout_is_not_read_to_its_end(bench: Bench) -> None:
    """Two mistakes a row: with the 10,001st, in the 5,001st of these rows (the file has 8 lines), reading ends."""
    row = b"010203,investment,m%d,,,2022-13,3%%,,A,exact,s1,,,,,\n"
    (bench.folder / Q1).write_bytes(FILES[Q1].encode() + b"".join(row % n for n in range(20_000)))
    problems = [one for one in bench.problems() if one.file.endswith(Q1)]
    assert [(one.line, one.facts["limit"]) for one in problems if one.rule == "problems-many"] == [(5_009, "10000")]
    assert {one.rule for one in problems} == {"period-form", "per-cent-sign", "problems-many", "more"}
    assert {one.file.removeprefix("demo/") for one in bench.problems()} == {Q1}  # whoever names its rows is not blamed


def test_long_ways_are_walked_once(bench: Bench) -> None:
    """Twenty thousand areas, each in the one before it; and as many again in a circle."""
    row = "x%d,甲,A,county,%s,,,,,,\n"
    line = "".join(row % (n, f"x{n - 1}" if n else "010200") for n in range(20_000))
    bench.append("reference/areas.csv", line.rstrip())
    assert bench.found() == []
    bench.edit("reference/areas.csv", "x0,甲,A,county,010200", "x0,甲,A,county,x19999")
    problems = [one for one in bench.problems() if one.rule == "circle"]
    assert problems[0].facts["way"].split(" → ")[:2] == ["x0", "x19999"]
    assert len(problems[0].facts["way"]) < 200


def test_a_chain_that_no_map_could_show_is_told_once(bench: Bench) -> None:
    """A hundred links below one another are as many as may be: the hundred-and-first stands on line 102."""
    links = "".join(f"y{n},part_a,环节,Link,present,y{n + 1},,,s1,,,\n" for n in range(5_000))
    head = "id,chain,name_zh,name_en,state,feeds,candidates_zh,candidates_en,source,locator,note_zh,note_en\n"
    bench.write("reference/chain_links.csv", f"{head}{links}y5000,part_a,环节,Link,present,,,,s1,,,\n")
    assert bench.found() == [("chain-long", "reference/chain_links.csv", 102, "feeds")]


def test_a_thousand_editions_are_read(bench: Bench) -> None:
    """Long lists are no mistake: only their depth and size are limited."""
    rest = 'data_until: 2022-12-31, scheduled_at: "2022-01-01T09:00:00Z", status: open'
    rows = "".join(f"  - {{edition: {year}-Q{n}, {rest}}}\n" for year in range(1772, 2022) for n in range(1, 5))
    bench.edit(RELEASES, "editions:\n", f"editions:\n{rows}")
    found = [rule for rule, *_ in bench.found()]
    assert (found.count("edition-empty"), found.count("more-notes")) == (200, 1)
