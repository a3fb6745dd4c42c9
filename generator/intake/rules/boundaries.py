"""Rules of the boundary file that a bulletin may declare for its maps."""

from __future__ import annotations

from collections.abc import Mapping

from .rule import N_, Rule

BOUNDARIES: Mapping[str, Rule] = {
    "boundary-approval": Rule(
        N_("The map has no approval number."),
        N_(
            "Write it under “approval”: maps with boundaries are shown to the public with the number under which they "
            "were approved. Only a demonstration about fictional places does without."
        ),
    ),
    "boundary-large": Rule(
        N_("The boundaries are too large: at most {limit} MB and {positions} positions are drawn in good time."),
        N_("Simplify them in your GIS program; a map on a page shows a few thousand positions."),
    ),
    "boundary-json": Rule(
        N_("The file cannot be read: it is not JSON in UTF-8, or has a key twice or a number that is none."),
        N_("Export the map as GeoJSON again."),
    ),
    "boundary-collection": Rule(
        N_("The file is no FeatureCollection with features."),
        N_("Export the map as GeoJSON (RFC 7946), one feature an area."),
    ),
    "boundary-shape": Rule(
        N_("Feature {feature} is “{value}”, and not the Feature of a Polygon or MultiPolygon."),
        N_("Leave out lines and points; an area is a Polygon, one in several parts a MultiPolygon."),
    ),
    "boundary-code": Rule(
        N_("Feature {feature} has no code of its area; it says “{value}”."),
        N_('Write the code among its properties, in quotes: "code": "331000".'),
    ),
    "boundary-position": Rule(
        N_("Feature {feature} has the position “{value}”, which is no longitude with a latitude."),
        N_("Export the map in degrees (WGS 84), longitude first; coordinates in metres have to be converted."),
    ),
    "boundary-ring": Rule(
        N_("A boundary of feature {feature} has fewer than three corners, or does not end where it begins."),
        N_("Repair it in your GIS program: the last position of a ring is its first one again."),
    ),
    "boundary-area": Rule(
        N_("Feature {feature} is of “{value}”, which is no area of areas.csv at the end of {edition}."),
        N_("Correct its code, or leave the feature out."),
    ),
    "boundary-twice": Rule(
        N_("“{value}” has a second feature, number {feature}."),
        N_("Put all parts of an area together in one MultiPolygon, or correct the code."),
    ),
    "boundary-missing": Rule(
        N_("“{value}” has no feature, and others below {parent} have theirs."),
        N_("Add it: a map with a hole would be misread."),
    ),
}
