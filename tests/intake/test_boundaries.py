"""The boundary file: read if it is declared, and every way to break it is told at its place."""

from __future__ import annotations

import pytest

from generator.intake import worded
from generator.model.boundaries import Boundaries
from generator.model.text import LANGS, Text
from tests.intake.boundary_cases import BROKEN, OPEN, SOUND, SQUARE, collection, feature
from tests.intake.small_bulletin import Bench

FILE, BULLETIN = "boundaries.geojson", "bulletin.yaml"
DECLARED = f"boundaries: {{file: {FILE}, approval: GS(2022)0000号, credit: {{zh: 测绘院, en: The surveyors}}}}"


@pytest.fixture
def mapped(bench: Bench) -> Bench:
    """The small bulletin with two counties and their boundaries."""
    bench.append("reference/areas.csv", "010205,新县,New County,county,010200,,,,,,")
    bench.append(BULLETIN, DECLARED)
    bench.write(FILE, collection(*SOUND), describe=False)
    return bench


def test_boundaries_are_read_as_they_are_written(mapped: Bench) -> None:
    def ring(east: float) -> tuple[tuple[float, float], ...]:
        return tuple((float(x + east), float(y)) for x, y in SQUARE)

    outlines = {"010203": (ring(0),), "010205": (ring(1), ring(3))}
    credit = Text("测绘院", "The surveyors")
    assert mapped.load().tables.boundaries == Boundaries("GS(2022)0000号", credit, outlines)


def test_a_file_that_is_not_declared_is_not_looked_at(mapped: Bench) -> None:
    mapped.edit(BULLETIN, DECLARED, "")
    mapped.write(FILE, "no map at all", describe=False)
    assert mapped.load().tables.boundaries is None


def test_only_a_demonstration_does_without_an_approval_number(mapped: Bench) -> None:
    mapped.edit(BULLETIN, "approval: GS(2022)0000号, ", "")
    assert mapped.problems() == ()
    mapped.edit(BULLETIN, "demonstration: true", "demonstration: false")
    assert mapped.found() == [("boundary-approval", BULLETIN, 16, "boundaries")]


@pytest.mark.parametrize(
    ("old", "new", "rule", "column"),
    [
        (f"file: {FILE}", "file: other.geojson", "file-missing", "boundaries.file"),
        (f"file: {FILE}", "file: ../other.geojson", "path-up", "boundaries.file"),
        (f"file: {FILE}", "file: http://example.org/map", "path-scheme", "boundaries.file"),
        (f"file: {FILE}, ", "", "yaml-key-missing", "boundaries"),
        (", en: The surveyors", "", "yaml-key-missing", "boundaries.credit"),
        ("approval: GS(2022)0000号", "approval: 2022", "yaml-type", "boundaries.approval"),
        ("approval:", "approved:", "yaml-key-unknown", "boundaries.approved"),
    ],
)
def test_how_it_is_declared(old: str, new: str, rule: str, column: str, mapped: Bench) -> None:
    mapped.edit(BULLETIN, old, new)
    assert mapped.found() == [(rule, BULLETIN, 16, column)]


@pytest.mark.parametrize(("content", "rule", "line"), BROKEN.values(), ids=BROKEN)
def test_one_thing_broken_is_one_problem_at_its_feature(
    content: str | bytes, rule: str, line: int | None, mapped: Bench
) -> None:
    mapped.write(FILE, content, describe=False)
    assert [(one, place, at) for one, place, at, _ in mapped.found()] == [(rule, FILE, line)]
    for lang in LANGS:
        text = worded(mapped.problems()[0], lang)
        assert "{" not in text, "a fact is missing"
        assert text.isprintable()


def test_all_features_are_told_of_at_once(mapped: Bench) -> None:
    mapped.write(FILE, collection(feature(1, SQUARE), feature("010205", OPEN)), describe=False)
    assert [(rule, line) for rule, _, line, _ in mapped.found()] == [("boundary-code", 2), ("boundary-ring", 3)]
    assert "Feature 2 " not in worded(mapped.problems()[0], "en")
