"""The named operations against hand calculation, and how bounds travel through them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.measures.operations import OPERATIONS, resulting_bound
from generator.measures.rounding import rounded
from generator.model.codes import Bound

# rule, operands, result, decimals compared; worked by hand
EXAMPLES = [
    ("ratio", ("132", "34"), "3.88", 2),
    ("percent", ("4", "5"), "80", 0),
    ("percent", ("500", "1.8", "10000"), "2.78", 2),
    ("sum", ("2", "16", "31"), "49", 0),
    ("difference", ("138.47", "21.7", "105.5"), "11.27", 2),
    ("product_percent", ("160", "60"), "96", 0),
    ("growth_base", ("1042.27", "26.7"), "822.63", 2),
    ("growth_increase", ("1042.27", "26.7"), "219.64", 2),
    ("contribution_base", ("1042.27", "26.7", "9.1"), "2413.65", 2),
    ("growth_of_mean", ("246", "65.1"), "109.57", 2),
    ("change_percent", ("160", "138.47"), "15.55", 2),
]


@pytest.mark.parametrize(("rule", "operands", "result", "decimals"), EXAMPLES)
def test_operation(rule: str, operands: tuple[str, ...], result: str, decimals: int) -> None:
    exact = OPERATIONS[rule].compute(*map(Decimal, operands))
    assert rounded(exact, decimals) == Decimal(result)


@pytest.mark.parametrize(
    ("rule", "bounds", "result"),
    [
        ("ratio", ("exact", "exact"), "exact"),
        ("ratio", ("exact", "over"), "at_most"),  # 6188 over "more than 150" projects is a ceiling
        ("ratio", ("over", "exact"), "at_least"),
        ("ratio", ("over", "at_least"), "about"),  # pulled both ways
        ("sum", ("under", "about"), "about"),
        ("difference", ("exact", "exact", "at_least"), "at_most"),
        ("product_percent", ("at_least", "at_least"), "at_least"),
    ],
)
def test_a_bound_travels_with_the_direction_of_its_operand(rule: str, bounds: tuple[Bound, ...], result: Bound) -> None:
    assert resulting_bound(OPERATIONS[rule], bounds) == result
