"""Code lists: the closed vocabularies of the contract, each with its source."""

from __future__ import annotations

from typing import Literal, get_args

# SDMX CL_OBS_STATUS (cross-domain code list), the codes that a county bulletin meets.
Status = Literal["A", "P", "E", "I", "F", "B", "D", "U", "O", "M", "L", "Q", "N"]
STATUSES: tuple[Status, ...] = get_args(Status)
MISSING: frozenset[str] = frozenset({"O", "M", "L", "Q"})  # a row with one of these has no value, and only such a row

# A bound says how far the stated value holds; it is independent of the status.
Bound = Literal["exact", "at_least", "over", "about", "under", "at_most"]
BOUNDS: tuple[Bound, ...] = get_args(Bound)
AT_LEAST: frozenset[Bound] = frozenset({"at_least", "over"})
AT_MOST: frozenset[Bound] = frozenset({"at_most", "under"})
NOT_BELOW: frozenset[Bound] = AT_LEAST | {"exact"}  # certainly as much as it says
NOT_ABOVE: frozenset[Bound] = AT_MOST | {"exact"}  # certainly no more

Basis = Literal["quarter", "ytd", "year", "as_of", "span"]
BASES: tuple[Basis, ...] = get_args(Basis)

SUMMABLE = frozenset({"money", "count", "area"})  # kinds of unit that add up
RELATIVE = frozenset({"rate", "points", "rank", "version"})  # those in which nothing is counted: of none a per cent

TOTAL = "_T"  # SDMX: the total of a breakdown
NOT_APPLICABLE = "_Z"  # SDMX: the dimension does not apply (no peers)
