"""From Vega's SVG to the page's: small, classed, with names for readers who cannot see it, and ids of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as Tree

from .palette import HATCHED, ROLES
from .sheet import WIDTH, Row
from .view import ChartView

SPACE: Final = "http://www.w3.org/2000/svg"
FONTS: Final = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif"
_SHAPE: Final = frozenset({"d", "transform", "x1", "x2", "y1", "y2"})
_PAINT: Final = frozenset({"fill", "stroke", "stroke-width", "stroke-dasharray"})
_TYPE: Final = frozenset({"text-anchor", "font-size", "font-weight"})
_IDLE: Final = frozenset(
    {("stroke-width", "1"), ("stroke-dasharray", ""), ("font-weight", "normal"), ("text-anchor", "start")}
)
_LONG: Final = re.compile(r"\d+\.\d{3,}")  # a coordinate finer than anyone can see
_ROLE_OF: Final = {colour: role for role, colour in ROLES.items()}


def finished(drawn: str, words: list[Row], view: ChartView, height: int) -> str:
    """The SVG of ``view`` as it stands in a page: the shapes as drawn, and the words that are still to be set."""
    root = Tree.fromstring(drawn)  # noqa: S314 - drawn by Vega a moment ago
    shapes = [shape for child in root for shape in _clean(child)] + [_set(word) for word in words]
    for shape in shapes:
        for element in shape.iter():
            _class(element, view.key)
    attributes = {
        "xmlns": SPACE,
        "viewBox": f"0 0 {WIDTH} {height}",
        "width": str(WIDTH),
        "height": str(height),
        "role": "img",
        "aria-labelledby": f"{view.key}-title {view.key}-desc",
        "class": "drawing",
        "font-family": FONTS,
    }
    svg = Tree.Element("svg", attributes)
    Tree.SubElement(svg, "title", {"id": f"{view.key}-title"}).text = view.title
    Tree.SubElement(svg, "desc", {"id": f"{view.key}-desc"}).text = view.alt
    fills = {element.get("fill") for shape in shapes for element in shape.iter()}
    used = [role for role in HATCHED if f"url(#{view.key}-{role})" in fills]
    if used:
        svg.append(_hatches(view.key, used))
    svg.extend(shapes)
    return Tree.tostring(svg, encoding="unicode")


def _clean(element: Tree.Element) -> Iterator[Tree.Element]:
    """``element`` without frames, empty groups and attributes for renderers; groups that do nothing dissolve."""
    tag = element.tag.removeprefix(f"{{{SPACE}}}")
    names = element.get("class", "").split()
    if "background" in names or "foreground" in names or (tag == "rect" and element.get("fill") == "transparent"):
        return
    children = [kept for child in element for kept in _clean(child)]
    wanted = _SHAPE | _PAINT | _TYPE
    kept = {name: value for name, value in element.attrib.items() if name in wanted and (name, value) not in _IDLE}
    if tag == "g":
        if kept.get("transform", "translate(0,0)") == "translate(0,0)":
            yield from children
            return
        kept = {"transform": kept["transform"]}
    for name in _SHAPE & kept.keys():
        kept[name] = _LONG.sub(lambda found: f"{float(found[0]):.2f}", kept[name])
    fresh = Tree.Element(tag, kept)
    fresh.text = element.text
    fresh.extend(children)
    yield fresh


def _set(word: Row) -> Tree.Element:
    """A word as Vega would set it, the middle of its letters at its height."""
    anchor = {"center": {"text-anchor": "middle"}, "right": {"text-anchor": "end"}}.get(word["align"], {})
    place = {"transform": f"translate({word['x']:g},{word['y'] + round(0.3 * word['size']):g})"}
    weight = {"font-weight": word["weight"]} if word["weight"] != "normal" else {}
    type_ = {"font-size": f"{word['size']:g}px"} | weight
    element = Tree.Element("text", anchor | place | type_ | {"fill": word["fill"]})
    element.text = word["text"]
    if "full" in word:
        Tree.SubElement(element, "title").text = word["full"]
    return element


def _class(element: Tree.Element, key: str) -> None:
    """Name the role of an element's colours, which stay as fallbacks; a planned mark gets its hatching."""
    names = []
    for name, short in (("fill", "f"), ("stroke", "s")):
        role = _ROLE_OF.get(element.get(name, ""))
        if role in HATCHED:
            element.set(name, f"url(#{key}-{role})")
        elif role:
            names.append(f"{short}-{role}")
    if names:
        element.set("class", " ".join(names))


def _hatches(key: str, used: list[str]) -> Tree.Element:
    """The patterns of planned marks: oblique lines in the colour of the mark."""
    definitions = Tree.Element("defs")
    for role in used:
        solid = role.removesuffix("-plan")
        attributes = {
            "id": f"{key}-{role}", "width": "6", "height": "6",
            "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)",
        }  # fmt: skip
        pattern = Tree.SubElement(definitions, "pattern", attributes)
        paper = {"width": "6", "height": "6", "fill": ROLES["paper"], "class": "f-paper"}
        Tree.SubElement(pattern, "rect", paper)
        line = {"width": "2.4", "height": "6", "fill": ROLES[solid], "class": f"f-{solid}"}
        Tree.SubElement(pattern, "rect", line)
    return definitions
