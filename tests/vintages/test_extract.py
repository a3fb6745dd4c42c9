"""Seven series of four issues as a bulletin: its record of revisions and the values of each edition.

Expected values were copied by hand from the upstream files. Old and new are digits as these files have them, except
that 6 and 5 are written 6.0 and 5.0.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import intake, measures
from generator.model.edition import Edition
from generator.model.text import LANGS, Lang
from generator.pages import Volume
from generator.pages import revisions as record
from tests.vintages.extract import FILLED, HERE, UPDATED

LONDON = "obs.E12000007.unemployment_rate.level._T._Z"
GIRLS = "obs.K02000001.unemployment_rate.level.women_16_17._Z"
OLDER = "obs.K02000001.unemployment_rate.level.women_65_over._Z"
ALL_RAW = "obs.K02000001.unemployment_rate_nsa.level._T._Z"
WOMEN_RAW = "obs.K02000001.unemployment_rate_nsa.level.women._Z"
OLDER_RAW = "obs.K02000001.unemployment_rate_nsa.level.women_65_over._Z"
ABROAD_RAW = "obs.K02000001.unemployment_rate_nsa.level.born_abroad._Z"
REVISIONS = {
    "2021-Q2": """
        LONDON 2020-Q1 4.7 4.8
        LONDON 2020-Q3 6.0 6.1
        GIRLS 2020-Q1 19.6 19.4
        GIRLS 2020-Q2 22.9 22.4
        GIRLS 2020-Q3 24.4 24.2
        OLDER 2020-Q1 1.5 1.4
        OLDER 2020-Q3 1.2 1.4
        ALL_RAW 2020-Q1 3.9 3.952347101103678
        ALL_RAW 2020-Q2 3.9 3.957660608951716
        ALL_RAW 2020-Q3 5.0 5.075016931100712
        WOMEN_RAW 2020-Q2 3.755107331 3.8119334566629175
        WOMEN_RAW 2020-Q3 4.479821155 4.644219402208325
        OLDER_RAW 2020-Q2 1.308701001 1.236161190064717
        OLDER_RAW 2020-Q3 1.037356785 1.2031751454076358
        ABROAD_RAW 2020-Q1 4.453897303 4.514919642684879
        ABROAD_RAW 2020-Q2 4.56267653 4.646414123736047
        ABROAD_RAW 2020-Q3 6.488861235 6.706701289464045
    """,
    "2023-Q1": """
        LONDON 2020-Q2 4.8 4.9
        LONDON 2021-Q1 6.9 7.0
        LONDON 2021-Q2 6.4 6.3
        GIRLS 2020-Q1 19.4 19.5
        GIRLS 2020-Q3 24.2 25.2
        GIRLS 2020-Q4 24.5 25.0
        GIRLS 2021-Q1 31.1 31.2
        OLDER 2020-Q2 1.3 1.2
        OLDER 2020-Q3 1.4 1.6
        OLDER 2020-Q4 1.7 1.8
        OLDER 2021-Q1 2.0 2.1
        OLDER 2021-Q2 3.3 3.2
        ALL_RAW 2021-Q1 4.835619553941164 4.897568595407185
        OLDER_RAW 2006-Q2 - 1.4488665504154272
        OLDER_RAW 2006-Q3 - 1.0191809610593243
        OLDER_RAW 2006-Q4 - 1.2581129567547331
        OLDER_RAW 2020-Q2 1.236161190064717 1.3064337387545515
        OLDER_RAW 2021-Q1 2.0885467659501846 2.1713778272312925
        ABROAD_RAW 2020-Q3 6.706701289464045 6.518311020147466
        ABROAD_RAW 2020-Q4 7.197369231464437 7.081476862389743
    """,
}
# As of 2020-Q3, 2021-Q2, 2023-Q1, 2023-Q2; no such row yet: x, no value: -
AS_OF = """
    LONDON 2020-Q3 6.0 6.1 6.1 6.1
    LONDON 2020-Q4 x 7.2 7.2 7.2
    LONDON 2023-Q1 x x 4.7 4.7
    GIRLS 2006-Q1 19.0 19.0 19.0 19.0
    GIRLS 2020-Q1 19.6 19.4 19.5 19.5
    OLDER 2006-Q1 2.0 2.0 2.0 2.0
    OLDER 2006-Q2 - - - -
    OLDER 2020-Q3 1.2 1.4 1.6 1.6
    OLDER 2020-Q2 1.3 1.3 1.2 1.2
    ALL_RAW 2006-Q1 5.2 5.2 5.222370436349961 5.222370436349961
    WOMEN_RAW 2020-Q1 3.698734431 3.714175299286364 3.7202865585965803 3.7202865585965803
    OLDER_RAW 2006-Q2 - - 1.4488665504154272 1.4488665504154272
    OLDER_RAW 2020-Q1 1.460444045 1.4397820163487738 1.4476699592536526 1.4476699592536526
    ABROAD_RAW 2023-Q1 x x 4.632231623697025 4.632231623697025
"""


@pytest.fixture(scope="module")
def editions(verdicts: Path) -> tuple[Edition, ...]:
    loaded = intake.load(HERE / "datasets", "ons", verdicts / "cache")
    assert {warning.rule for warning in loaded.warnings} == {"contact-example", "revision-fine"}
    return measures.assemble(loaded.tables)


def figure(name: str, period: str) -> str:
    return f"{globals()[name]}.{period}"


def revisions(edition: str) -> set[tuple[str, str, str]]:
    """Figure, old and new value of what the edition revised."""
    lines = (line.split() for line in REVISIONS.get(edition, "").strip().splitlines())
    return {(figure(name, period), old, new) for name, period, old, new in lines}


def test_the_record_of_each_edition_is_what_the_upstream_files_say(editions: tuple[Edition, ...]) -> None:
    for count, edition in enumerate(editions, start=1):
        names = [one.name for one in editions[:count]]
        found = {(one.figure, digits(one.old.value), digits(one.new.value), one.edition) for one in edition.revisions}
        assert found == {(*row, name) for name in names for row in revisions(name)}
        assert len(edition.revisions) == (0, 17, 37, 37)[count - 1]


def digits(value: Decimal | None) -> str:
    return "-" if value is None else str(value)


def test_each_revision_says_why_and_what_it_follows(editions: tuple[Edition, ...]) -> None:
    before = {"2021-Q2": "2020-Q3", "2023-Q1": "2021-Q2"}
    for one in editions[-1].revisions:
        assert one.previous_edition == before[one.edition]
        assert (one.reason.zh, one.reason.en) == (FILLED if one.old.value is None else UPDATED)


@pytest.mark.parametrize("line", AS_OF.strip().splitlines())
def test_an_edition_shows_what_was_published_then(editions: tuple[Edition, ...], line: str) -> None:
    name, period, *expected = line.split()
    found = [edition.figures.get(figure(name, period)) for edition in editions]
    assert ["x" if one is None else digits(one.value) for one in found] == expected


def test_a_blank_that_is_now_called_suppressed_is_no_revision(editions: tuple[Edition, ...]) -> None:
    found = [edition.figures[f"{OLDER}.2006-Q2"] for edition in editions]
    assert [one.status for one in found] == ["O", "O", "O", "Q"]
    assert not any(one.revised for one in found)


def test_the_mark_of_a_revised_figure_comes_with_the_edition_that_revised_it(editions: tuple[Edition, ...]) -> None:
    assert [edition.figures[f"{GIRLS}.2020-Q1"].revised for edition in editions] == [False, True, True, True]
    assert [edition.figures[f"{OLDER_RAW}.2006-Q2"].revised for edition in editions] == [False, False, True, True]
    assert not editions[-1].figures[f"{WOMEN_RAW}.2020-Q1"].revised, "moved by less than half a decimal"


LABELS = {  # of editions in tables
    "2020-Q3": ("2020年三季度", "Q3 2020"), "2021-Q2": ("2021年二季度", "Q2 2021"),
    "2023-Q1": ("2023年一季度", "Q1 2023"),
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_lists_every_revision_with_old_new_edition_and_reason(
    editions: tuple[Edition, ...], lang: Lang
) -> None:
    (page,) = record.pages(Volume(lang, editions))
    rows = LexborHTMLParser(page.blocks["revisions"]).css("tbody tr")
    texts = [" ".join(cell.text().split()) for row in rows for cell in row.css("td")]
    blank, words = ("无数值", 0) if lang == "zh" else ("no value", 1)
    label = {name: labels[words] for name, labels in LABELS.items()}
    expected = [
        (blank, f"{new}%", f"{label[before]} → {label[name]}", FILLED[words])
        if old == "-"
        else (f"{old}%", f"{new}%", f"{label[before]} → {label[name]}", UPDATED[words])
        for before, name in (("2020-Q3", "2021-Q2"), ("2021-Q2", "2023-Q1"))
        for _, old, new in revisions(name)
    ]
    assert sorted(zip(*[iter(texts)] * 4, strict=True)) == sorted(expected)
    assert [edition for edition in texts[2::4] if edition.endswith(label["2023-Q1"])] == texts[2:82:4], "newest first"


def test_the_files_of_the_extract_are_of_the_contract(editions: tuple[Edition, ...]) -> None:
    """Four editions, each with every chosen row of its issue; nothing is inherited silently."""
    counted = {file.stem: len(rows(file)) for file in sorted((HERE / "datasets/ons/labour/observations").glob("*.csv"))}
    assert counted == {"2020-Q3": 56, "2021-Q2": 77, "2023-Q1": 126, "2023-Q2": 126}
    assert [len(edition.figures) for edition in editions] == [56, 77, 126, 126]


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
