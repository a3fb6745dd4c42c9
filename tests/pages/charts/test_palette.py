"""Colours: one a role, told apart from paper, and known to the page's stylesheet in every scheme."""

import re
from pathlib import Path

import pytest

from generator.pages.charts.palette import HATCHED, ROLES, dress

CSS = (Path(__file__).parents[3] / "docs" / "assets" / "bulletin.css").read_text("utf-8")


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def scheme(name: str) -> dict[str, str]:
    """The colour tokens of the stylesheet in the light or the dark scheme."""
    start = CSS.index(":root {" if name == "light" else ':root[data-scheme="dark"] {')
    block = CSS[start : CSS.index("}", start)]
    long = {key: "#" + "".join(2 * c for c in v) if len(v) == 3 else f"#{v}" for key, v in TOKEN.findall(block)}
    return {**(scheme("light") if name == "dark" else {}), **long}


TOKEN = re.compile(r"--([\w-]+): #([0-9a-f]{3}(?:[0-9a-f]{3})?);")


def test_a_known_contrast():
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


def test_every_role_has_a_colour_of_its_own():
    assert len(set(ROLES.values())) == len(ROLES)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_text_and_marks_stand_out_in_both_schemes(name):
    token = scheme(name)
    for text in ("ink", "muted", "accent", "warm"):
        assert contrast(token[text], token["paper"]) >= 4.5, text
        assert contrast(token[text], token["panel"]) >= 4.5, text
    for shape in ("chart-emphasis", "chart-plain", "chart-target", "chart-axis", "line-strong"):
        assert contrast(token[shape], token["paper"]) >= 3, shape


def test_the_fallback_colours_stand_out_on_paper():
    for role in ("ink", "muted", "target"):
        assert contrast(ROLES[role], ROLES["paper"]) >= 4.5, role
    for role in ("emphasis", "plain", "axis"):
        assert contrast(ROLES[role], ROLES["paper"]) >= 3, role


def test_the_two_dark_schemes_are_one():
    chosen = CSS[CSS.index(':root[data-scheme="dark"] {') :]
    system = CSS[CSS.index(':root:not([data-scheme="light"]) {') :]
    assert TOKEN.findall(chosen[: chosen.index("}")]) == TOKEN.findall(system[: system.index("}")])


def test_every_role_has_a_rule_in_the_stylesheet():
    for role in set(ROLES) - set(HATCHED):
        assert f".f-{role} {{" in CSS or f".s-{role} {{" in CSS, role


def test_provisional_is_hollow_and_dashed_planned_hatched_the_rest_solid():
    assert dress(True, "P") == {"fill": "#ffffff", "line": ROLES["emphasis"], "dash": [4, 3]}
    assert dress(False, "F")["fill"] == ROLES["plain-plan"]
    assert dress(True, "A") == {"fill": ROLES["emphasis"], "line": ROLES["emphasis"], "dash": []}
