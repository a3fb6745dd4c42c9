"""When a statement was revised: the one rule, for whoever asks an editor for a reason and whoever tells a reader."""

from __future__ import annotations

from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_UP, Context, Decimal

from .statement import Statement

# Sources round 10.25 to 10.3. However many digits a cell has, comparing must not fail.
_EXACT = Context(prec=MAX_PREC, rounding=ROUND_HALF_UP, Emax=MAX_EMAX, Emin=MIN_EMIN)


def changed(old: Statement, new: Statement) -> bool:
    """True if the statement changed at its published precision, not merely in how it is written.

    A blank that was filled, a withdrawal, another bound and another unit are revisions; another status alone is none.
    """
    return restated(old, new) or old.bound != new.bound or old.unit != new.unit


def restated(old: Statement, new: Statement) -> bool:
    """True if the value itself, or the upper end of a range, differs."""
    return differs(old.value, new.value) or differs(old.value_high, new.value_high)


def differs(old: Decimal | None, new: Decimal | None) -> bool:
    """True if two values differ at the coarser of their precisions: 10.34 restated as 10.3 does not, 10.4 does."""
    if old is None or new is None:
        return old is not new
    step = Decimal(1).scaleb(max(_exponent(old), _exponent(new)))
    return old.quantize(step, context=_EXACT) != new.quantize(step, context=_EXACT)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
