"""When a statement was revised: the one rule, for whoever asks an editor for a reason and whoever tells a reader."""

from __future__ import annotations

from decimal import Decimal

from .statement import Statement


def changed(old: Statement, new: Statement) -> bool:
    """True if the statement changed at its published precision, not merely in how it is written.

    A blank that was filled, a withdrawal, another bound and another unit are revisions; another status alone is none.
    """
    return restated(old, new) or old.bound != new.bound or old.unit != new.unit


def restated(old: Statement, new: Statement) -> bool:
    """True if the value itself, or the upper end of a range, differs at the precision that the series publishes."""
    return _differ(old, new, new.decimals)


def rewritten(old: Statement, new: Statement) -> bool:
    """True if value or upper end differ as they are written, but not at the precision that the series publishes."""
    return _differ(old, new, None) and not restated(old, new)


def _differ(old: Statement, new: Statement, decimals: int | None) -> bool:
    return differs(old.value, new.value, decimals) or differs(old.value_high, new.value_high, decimals)


def differs(old: Decimal | None, new: Decimal | None, decimals: int | None = None) -> bool:
    """True if two values lie more than half a unit of the last published digit apart, or only one is missing.

    Published are ``decimals`` digits after the point, if that is declared: 4.0415 restated as 4.0567 does not differ at
    one, and 3 restated as 2.6 does, for programs cut the zero of 3.0. Otherwise the coarser of the two as written
    counts: 10.34 restated as 10.3 does not differ, as 10.4 does.
    """
    if old is None or new is None:
        return old is not new
    step = max(_exponent(old), _exponent(new)) if decimals is None else -decimals
    return abs(old - new) > Decimal("0.5").scaleb(step)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
