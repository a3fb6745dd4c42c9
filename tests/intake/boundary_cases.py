"""A boundary file for the small bulletin, and what is told when one thing of it is broken."""

from __future__ import annotations

import json
from typing import Any

SQUARE = [[120, 30], [121, 30], [121, 31], [120, 31], [120, 30]]
EAST = [[x + 1, y] for x, y in SQUARE]
ISLAND = [[x + 3, y, 12.5] for x, y in SQUARE]  # with a height


def feature(code: object, *rings: Any, kind: str = "Polygon") -> dict[str, Any]:
    coordinates = list(rings) if kind == "Polygon" else [[ring] for ring in rings]
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"code": code, "name": "<b>"}, "geometry": geometry}


SOUND = [feature("010203", SQUARE), feature("010205", EAST, ISLAND, kind="MultiPolygon")]


def collection(*features: object) -> str:
    """One feature a line: the first stands in line 2."""
    listed = ",\n".join(json.dumps(one) for one in features)
    return f'{{"type": "FeatureCollection", "features": [\n{listed}\n]}}'


OPEN = [*SQUARE[:-1], [120, 30.5]]
LINE = {"type": "LineString", "coordinates": SQUARE}
BROKEN: dict[str, tuple[str | bytes, str, int | None]] = {
    "broken off": (collection(*SOUND)[:-9], "boundary-json", 3),
    "no UTF-8": (collection(*SOUND).replace("<b>", "县").encode("gb18030"), "boundary-json", None),
    "a key twice": (collection(*SOUND).replace('"name": "<b>"', '"code": "1"'), "boundary-json", None),
    "no number": (collection(*SOUND).replace("120, 30]", "NaN, 30]"), "boundary-json", None),
    "an endless number": (collection(*SOUND).replace("12.5", "9" * 5000), "boundary-json", None),
    "too deep": ("[" * 200_000, "boundary-json", None),
    "blank": ("", "boundary-json", 1),
    "a list": ("[]", "boundary-collection", 1),
    "no features": (collection(), "boundary-collection", 1),
    "a feature alone": (json.dumps(SOUND[0]), "boundary-collection", 1),
    "a text": (collection(SOUND[0], "010205"), "boundary-shape", None),
    "a line": (collection(SOUND[0], {**SOUND[1], "geometry": LINE}), "boundary-shape", 3),
    "no geometry": (collection(SOUND[0], {**SOUND[1], "geometry": None}), "boundary-shape", 3),
    "a code as number": (collection(SOUND[0], feature(10205, EAST)), "boundary-code", 3),
    "no properties": (collection(SOUND[0], {**SOUND[1], "properties": None}), "boundary-code", 3),
    "metres": (collection(SOUND[0], feature("010205", [[500000, 30], *EAST])), "boundary-position", 3),
    "latitude first": (collection(SOUND[0], feature("010205", [[y, x] for x, y in EAST])), "boundary-position", 3),
    "beyond all": (collection(*SOUND).replace("12.5", "1e999"), "boundary-position", 3),
    "a vast height": (collection(*SOUND).replace("12.5", "9" * 400), "boundary-position", 3),
    "true": (collection(SOUND[0], feature("010205", [[True, False], *EAST])), "boundary-position", 3),
    "one number": (collection(SOUND[0], feature("010205", [[120]])), "boundary-position", 3),
    "no position": (collection(SOUND[0], feature("010205", [None])), "boundary-position", 3),
    "too shallow": (collection(SOUND[0], feature("010205", *EAST)), "boundary-position", 3),
    "not closed": (collection(SOUND[0], feature("010205", EAST, OPEN)), "boundary-ring", 3),
    "two corners": (collection(SOUND[0], feature("010205", [EAST[0], EAST[1], EAST[1], EAST[0]])), "boundary-ring", 3),
    "an empty ring": (collection(SOUND[0], feature("010205", [])), "boundary-ring", 3),
    "no ring": (collection(SOUND[0], feature("010205")), "boundary-ring", 3),
    "unknown": (collection(*SOUND, feature("010299", SQUARE)), "boundary-area", 4),
    "an escape": (collection(*SOUND, feature("\x1b[31m\ud800", SQUARE)), "boundary-area", 4),
    "ended": (collection(*SOUND, feature("010204", SQUARE)), "boundary-area", 4),
    "twice": (collection(*SOUND, feature("010203", EAST)), "boundary-twice", 4),
    "missing": (collection(SOUND[0]), "boundary-missing", None),
    "too many positions": (
        collection(SOUND[0], feature("010205", EAST + [[121.5, 30.5], *EAST] * 20_000)), "boundary-large", None
    ),
    "too many features": (collection(*[1] * 25_001), "boundary-large", None),
    "too many bytes": (collection(*SOUND).ljust(5_000_001), "boundary-large", None),
}  # fmt: skip

# The number under which a map was approved is missing from bulletin.yaml.
OF_BOUNDARIES = {rule for _, rule, _ in BROKEN.values()} | {"boundary-approval"}
