"""The boundary file that ``bulletin.yaml`` names -> Boundaries; a bulletin that names none has tile maps.

A GeoJSON FeatureCollection (RFC 7946), one feature an area, its property ``code`` the area's. Nothing in it is trusted:
what is not read here (other properties, foreign members) goes nowhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.errors import Problem
from generator.model.boundaries import Boundaries, Ring
from generator.model.bulletin import Tables
from generator.model.period import Period
from generator.model.reference import Area, exists_in
from generator.model.text import Text

from .folders import opened
from .yamlfile import YamlFile

MAX_BYTES = 5_000_000
MAX_POSITIONS = 100_000  # a drawing of 360 pixels shows a few thousand
HIGHEST = 1e6  # metres, should a position have a height
_FEATURE = re.compile(r'"type"\s*:\s*"Feature"')


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The features of the file, and where they stand if that is sure."""

    place: Problem
    features: Sequence[Any]
    lines: Sequence[int]

    def problem(self, rule: str, number: int, value: object = "", **facts: str) -> Problem:
        """A problem of the feature at the position ``number``; people count from 1."""
        line = self.lines[number] if len(self.lines) == len(self.features) else None
        facts["feature"] = str(number + 1)
        return replace(self.place, rule=rule, line=line, column="features", value=str(value)[:40], facts=facts)


def read_boundaries(declared: YamlFile, tables: Tables) -> tuple[Boundaries | None, list[Problem]]:
    """The boundaries that ``bulletin.yaml`` (of sound form) declares, and what is wrong with them."""
    said, bulletin = declared.data.get("boundaries"), tables.bulletin
    if not said:
        return None, []
    approval = said.get("approval") or ""
    problems = []
    if not (approval or bulletin.demonstration):
        problems.append(declared.problem("boundary-approval", ("boundaries",)))
    content, refused = opened(tables.folder, said["file"], declared.problem("", ("boundaries", "file"), said["file"]))
    if refused:
        return None, [*problems, *refused]
    sheet, wrong = _sheet(content, Problem("", bulletin.id, file=f"{bulletin.id}/{said['file']}"))
    outlines = {}
    for number, feature in enumerate(sheet.features):
        found = list(_faults(sheet, number, feature))
        wrong += found
        if not found:
            outlines[feature["properties"]["code"]] = tuple(_rings(feature["geometry"]))
    if sum(len(ring) for rings in outlines.values() for ring in rings) > MAX_POSITIONS:
        wrong.append(_too_large(sheet.place))
    wrong += [] if wrong else _misplaced(sheet, tables)
    credit = Text(said["credit"]["zh"], said["credit"]["en"])
    return Boundaries(approval, credit, outlines), [*problems, *wrong]


def _sheet(content: bytes, place: Problem) -> tuple[_Sheet, list[Problem]]:
    nothing = _Sheet(place, (), ())
    if len(content) > MAX_BYTES:
        return nothing, [_too_large(place)]
    try:
        text = content.decode("utf-8-sig")
        document = json.loads(text, object_pairs_hook=_once, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        return nothing, [replace(place, rule="boundary-json", line=getattr(error, "lineno", None))]
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list) or not features or document.get("type") != "FeatureCollection":
        return nothing, [replace(place, rule="boundary-collection", line=1)]
    if 4 * len(features) > MAX_POSITIONS:  # a border has four positions or more
        return nothing, [_too_large(place)]
    lines = [number for number, line in enumerate(text.split("\n"), start=1) for _ in _FEATURE.findall(line)]
    return _Sheet(place, features, lines), []


def _too_large(place: Problem) -> Problem:
    facts = {"limit": str(MAX_BYTES // 1_000_000), "positions": str(MAX_POSITIONS)}
    return replace(place, rule="boundary-large", facts=facts)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError
    return dict(pairs)


def _refused(constant: str) -> None:
    """NaN and Infinity, which JSON does not have."""
    raise ValueError(constant)


def _faults(sheet: _Sheet, number: int, feature: object) -> Iterator[Problem]:
    """The first thing wrong with the form of a feature."""
    held = feature if isinstance(feature, dict) else {}
    properties: Any = held.get("properties")
    geometry: Any = held.get("geometry")
    code = properties.get("code") if isinstance(properties, dict) else None
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if held.get("type") != "Feature" or kind not in ("Polygon", "MultiPolygon"):
        yield sheet.problem("boundary-shape", number, kind or held.get("type") or "")
    elif not isinstance(code, str) or not code:
        yield sheet.problem("boundary-code", number, "" if code is None else code)
    elif not (rings := list(_written(geometry))):
        yield sheet.problem("boundary-ring", number)
    elif strays := [one for ring in rings for one in ring if not _on_earth(one)]:
        yield sheet.problem("boundary-position", number, json.dumps(strays[0]))
    elif any(len(set(ring)) < 3 or ring[0] != ring[-1] for ring in _rings(geometry)):
        yield sheet.problem("boundary-ring", number)


def _written(geometry: Mapping[str, Any]) -> Iterator[list[Any]]:
    """The rings of a geometry as they are written; what should be one and is none is a ring of that thing."""
    polygons = geometry.get("coordinates")
    for polygon in [polygons] if geometry["type"] == "Polygon" else _listed(polygons):
        yield from map(_listed, _listed(polygon))


def _listed(part: object) -> list[Any]:
    return part if isinstance(part, list) else [part]


def _on_earth(position: object) -> bool:
    """Whether it is a longitude and a latitude; a height may follow."""
    if not isinstance(position, list) or len(position) not in (2, 3):
        return False
    numbers = all(isinstance(one, int | float) and not isinstance(one, bool) and abs(one) < HIGHEST for one in position)
    return numbers and abs(position[0]) <= 180 and abs(position[1]) <= 90


def _rings(geometry: Mapping[str, Any]) -> Iterator[Ring]:
    """The rings of a geometry all of whose positions are on earth."""
    for ring in _written(geometry):
        yield tuple((float(position[0]), float(position[1])) for position in ring)


def _misplaced(sheet: _Sheet, tables: Tables) -> Iterator[Problem]:
    """Features of no area of the newest edition, or of one that has another; and areas without one whose neighbours
    under the same parent have theirs."""
    edition, areas = tables.newest.edition, tables.reference.areas
    day = Period.parse(str(Period.parse(edition).last))
    present = {code: area for code, area in areas.items() if exists_in(area, day)}
    seen = set()
    for number, feature in enumerate(sheet.features):
        code = feature["properties"]["code"]
        if code not in present:
            yield sheet.problem("boundary-area", number, code, edition=edition)
        elif code in seen:
            yield sheet.problem("boundary-twice", number, code)
        seen.add(code)
    drawn = {_family(present[code]) for code in seen & present.keys()}
    for code, area in present.items():
        if code not in seen and _family(area) in drawn:
            yield replace(sheet.place, rule="boundary-missing", value=code, facts={"parent": area.parent or "—"})


def _family(area: Area) -> tuple[str, str]:
    return area.parent, area.level
