#!/usr/bin/env python3
"""Recomputes every score and rank of a league table from its published method and values.

    python3 verify_ranks.py [league.json [league.csv]]

Needs Python 3.8 or newer and nothing else. Exit code 0: everything agrees; 1: something does not, or cannot be read.
依据公布的方法和数据重新计算排行榜的全部得分和名次，只需Python 3.8以上版本。退出码0为全部相符，1为有不符或无法读取。

All sums are done in fractions. Roots, logarithms and geometric means are computed to 50 digits and rounded to 30,
scores of single indicators that rest on them to 20 decimals; Borda points compare scores at 15 decimals.
"""

from __future__ import annotations

import csv
import json
import sys
from decimal import Decimal, localcontext
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Column = dict[str, Fraction]

ZERO = Fraction(0)
POSITIVE = ("geometric", "harmonic", "mpi", "mpi_plus")  # means of positive scores only


def kept(function: Callable[..., Decimal], *operands: Fraction) -> Fraction:
    """A function of decimals at 50 digits, its result rounded to 30."""
    with localcontext() as context:
        context.prec = 50
        result = function(*(Decimal(x.numerator) / Decimal(x.denominator) for x in operands))
        context.prec = 30
        return Fraction(+result)


def leaves(block: Any, share: Fraction) -> Iterator[tuple[Any, Fraction]]:
    for member in block["members"]:
        part = share * Fraction(member["weight"])
        if "members" in member:
            yield from leaves(member, part)
        else:
            yield member, part


def moments_fail(values: list[Fraction]) -> bool:
    """|skewness| > 2 and excess kurtosis > 3.5, both corrected for the sample; squared, so as to need no root."""
    n, mean = len(values), sum(values, ZERO) / len(values)
    if n < 4 or min(values) == max(values):
        return False
    two, three, four = (sum(((x - mean) ** power for x in values), ZERO) / n for power in (2, 3, 4))
    skewness_squared = Fraction(n * (n - 1), (n - 2) ** 2) * three**2 / two**3
    kurtosis = Fraction(n - 1, (n - 2) * (n - 3)) * ((n + 1) * (four / two**2 - 3) + 6)
    return skewness_squared > 4 and kurtosis > Fraction(7, 2)


def logged(column: Column) -> Column:
    low, high = min(column.values()), max(column.values())
    return {area: kept(Decimal.ln, x - low + (high - low) / 100) for area, x in column.items()}


def treat(column: Column, outliers: Any) -> Column:
    kind, most = outliers["kind"], outliers["most"]
    if kind == "none" or min(column.values()) == max(column.values()):
        return column
    if kind == "log":
        return logged(column)
    if kind == "winsorise":
        ordered = sorted(column.values())
        cut = min(most, (len(ordered) - 1) // 2)
        inner = ordered[cut : len(ordered) - cut]
        return {area: max(inner[0], min(inner[-1], x)) for area, x in column.items()}
    left, touched = dict(column), 0
    while moments_fail(list(left.values())) and touched < most:
        values = sorted(left.values())
        mean = sum(values, ZERO) / len(values)
        long_end = max if sum((x - mean) ** 3 for x in values) >= 0 else min
        end, neighbour = long_end(values), long_end(x for x in values if x != long_end(values))
        left = {area: neighbour if x == end else x for area, x in left.items()}
        touched = sum(left[area] != column[area] for area in column)
    return logged(column) if moments_fail(list(left.values())) else left


def normalise(column: Column, item: Any, method: Any) -> Column:
    """Scores of one indicator; ``method`` is the whole document."""
    how = method["normalisation"]
    if item["log"]:
        column = {area: kept(Decimal.ln, x) for area, x in column.items()}
    if column:
        column = treat(column, method["outliers"])
    if item["direction"] == "down":
        column = {area: -x for area, x in column.items()}
    if how["kind"] == "raw":
        return column
    low, high = (Fraction(end) for end in how["onto"])
    if how["kind"] == "z":
        scores = {area: low + high * way for area, way in standardised(column, how["ddof"]).items()}
    else:
        ways = beaten(column, method) if how["kind"] == "rank" else between(column, item, method)
        scores = {area: low + (high - low) * way for area, way in ways.items()}
    exact = how["kind"] != "z" and not item["log"] and method["outliers"]["kind"] in ("none", "winsorise")
    return scores if exact or how["kind"] == "rank" else {area: round(x, 20) for area, x in scores.items()}


def standardised(column: Column, ddof: int) -> Column:
    n, equal = len(column), len(set(column.values())) < 2
    mean = sum(column.values(), ZERO) / max(n, 1)
    squares = sum(((x - mean) ** 2 for x in column.values()), ZERO)
    return {
        area: ZERO if equal else (x - mean) / kept(Decimal.sqrt, squares / (n - ddof)) for area, x in column.items()
    }


def beaten(column: Column, method: Any) -> Column:
    values = list(column.values())
    if len(set(values)) < 2:
        return dict.fromkeys(column, Fraction(method["constant"]))
    return {area: (points(x, values)) / (len(values) - 1) for area, x in column.items()}


def points(x: Fraction, values: list[Fraction]) -> Fraction:
    """How many of the others are less, an equal one counting half; x itself is among the values."""
    return Fraction(sum(y < x for y in values)) + Fraction(sum(y == x for y in values) - 1, 2)


def between(column: Column, item: Any, method: Any) -> Column:
    """The way from the worst to the best end. More is better here: the sign has been turned where it is not."""
    if not column:
        return column
    how, sign = method["normalisation"], 1 if item["direction"] == "up" else -1
    worst, best = min(column.values()), max(column.values())
    if how["kind"] != "min-max":
        best = sign * post(item, "best")
    if how["kind"] == "goalposts":
        worst = sign * post(item, "worst")
    elif how["kind"] == "completion":
        worst = best - abs(best)
    if best <= worst:
        return dict.fromkeys(column, Fraction(1 if how["kind"] == "target" else method["constant"]))
    ways = {area: (x - worst) / (best - worst) for area, x in column.items()}
    return {area: min(max(way, ZERO), Fraction(1)) for area, way in ways.items()} if how["cap"] else ways


def post(item: Any, end: str) -> Fraction:
    value = Fraction(item[end])
    return kept(Decimal.ln, value) if item["log"] else value


def combine(block: Any, columns: dict[str, Column], method: Any) -> Column:
    """Scores of a block by area; members without a score leave their weight to the others."""
    kind, members = block["aggregation"], []
    for member in block["members"]:
        scores = combine(member, columns, method) if "members" in member else columns[member["indicator"]]
        if kind == "borda":
            scores = {area: round(x, 15) for area, x in scores.items()}
            scores = {area: points(x, list(scores.values())) for area, x in scores.items()}
        if kind in POSITIVE and method["floor"] is not None:
            scores = {area: max(x, Fraction(method["floor"])) for area, x in scores.items()}
        members.append((Fraction(member["weight"]), scores))
    areas = {area for _, scores in members for area in scores}
    return {area: average(kind, [(w, scores[area]) for w, scores in members if area in scores]) for area in areas}


def average(kind: str, pairs: list[tuple[Fraction, Fraction]]) -> Fraction:
    total = sum((w for w, _ in pairs), ZERO)
    pairs = [(w / total, x) for w, x in pairs]
    mean = sum((w * x for w, x in pairs), ZERO)
    least = min(x for _, x in pairs)
    if kind in POSITIVE and least <= 0:
        raise ValueError(f"{kind}: {least} <= 0")
    if kind == "geometric":
        return kept(product, *(number for pair in pairs for number in pair))
    if kind == "harmonic":
        return 1 / sum((w / x for w, x in pairs), ZERO)
    if kind in ("mpi", "mpi_plus"):
        sign = 1 if kind == "mpi_plus" else -1
        return mean + sign * sum((w * (x - mean) ** 2 for w, x in pairs), ZERO) / mean
    if kind == "median":
        lower = min(x for _, x in pairs if sum(w for w, y in pairs if y <= x) * 2 >= 1)
        upper = max(x for _, x in pairs if sum(w for w, y in pairs if y >= x) * 2 >= 1)
        return (lower + upper) / 2
    return mean


def product(*numbers: Decimal) -> Decimal:
    """Of powers: weight, value, weight, value ..."""
    return sum((numbers[i] * numbers[i + 1].ln() for i in range(0, len(numbers), 2)), Decimal(0)).exp()


def rounded(x: Fraction, decimals: int) -> int:
    """Half to even, as an integer of the last decimal: 2.5 -> 2, 3.5 -> 4."""
    whole, rest = divmod(x * 10**decimals, 1)
    return int(whole) + int(rest * 2 > 1 or (rest * 2 == 1 and whole % 2 == 1))


def recompute(method: Any) -> tuple[dict[str, tuple[int, int]], dict[str, Column]]:
    """Score (as an integer of the last decimal) and rank of every area that is ranked; scores of each indicator."""
    items = list(leaves(method["root"], Fraction(1)))
    known = {
        area: {name: Fraction(x) for name, x in method["values"][area].items() if x is not None}
        for area in method["peers"]
    }
    least = Fraction(1) if method["missing"] == "exclude" else Fraction(method["threshold"])
    ranked = [
        a for a in method["peers"] if known[a] and sum(w for item, w in items if item["indicator"] in known[a]) >= least
    ]
    columns = {}
    for item, _ in items:
        name = item["indicator"]
        columns[name] = normalise({area: known[area][name] for area in ranked if name in known[area]}, item, method)
        if method["missing"] == "zero":
            columns[name] = {area: columns[name].get(area, Fraction(0)) for area in ranked}
    exact = combine(method["root"], columns, method)
    scores = {area: rounded(x, method["decimals"]) for area, x in exact.items()}
    pool = list(scores.values()) if method["ties"] == "competition" else set(scores.values())
    return {area: (score, 1 + sum(other > score for other in pool)) for area, score in scores.items()}, columns


def complaints(method: Any, table: Any) -> Iterator[str]:
    """What does not agree, in both languages. ``table``: the rows of league.csv by area, or None."""
    for block in [method["root"], *blocks(method["root"])]:
        total = sum(Fraction(member["weight"]) for member in block["members"])
        if total != 1:
            yield f"权重之和不是1，而是{total}（{block['id']}）/ the weights sum to {total}, not 1 ({block['id']})"
    if table is not None:
        yield from differences(method, table)
    found, columns = recompute(method)
    for area in method["peers"]:
        said, (score, rank) = method["standings"][area], found.get(area, (None, None))
        published = None if said["score"] is None else Fraction(said["score"]) * 10 ** method["decimals"]
        if published != score:
            again = None if score is None else Decimal(score).scaleb(-method["decimals"])
            one = said["score"]
            yield f"{area}：得分公布为{one}，重算为{again} / score published {one}, recomputed {again}"
        if said["rank"] != rank:
            yield f"{area}：名次公布为{said['rank']}，重算为{rank} / rank published {said['rank']}, recomputed {rank}"
        for name, column in columns.items():
            one, part = method["scores"].get(area, {}).get(name), column.get(area)
            if one != (None if part is None else str(part)):
                yield f"{area} {name}：得分公布为{one}，重算为{part} / score published {one}, recomputed {part}"


def blocks(block: Any) -> Iterator[Any]:
    for member in block["members"]:
        if "members" in member:
            yield member
            yield from blocks(member)


def differences(method: Any, table: Any) -> Iterator[str]:
    """Between the two published files."""
    for area in sorted(table.keys() - set(method["peers"])):
        yield f"{area}：不在参评地区之列 / is not among the peers"
    for area in method["peers"]:
        said, row = {**method["values"][area], **method["standings"][area]}, table.get(area, {})
        for name in [*method["values"][area], "score", "rank"]:
            one, other = said[name], row.get(name) or None
            if one != other and (one is None or other is None or Decimal(one) != Decimal(other)):
                yield f"{area} {name}：两个文件不一致，{one}与{other} / the two files differ: {one} and {other}"


def main(arguments: list[str]) -> int:
    document = Path(arguments[0] if arguments else "league.json")
    beside = Path(arguments[1]) if len(arguments) > 1 else document.with_suffix(".csv")
    try:
        method = json.loads(document.read_text(encoding="utf-8"))
        table = None
        if beside.exists() or len(arguments) > 1:
            with beside.open(encoding="utf-8-sig", newline="") as lines:
                table = {row["area"]: row for row in csv.DictReader(lines)}
        wrong = list(complaints(method, table))
    except (ArithmeticError, AttributeError, KeyError, OSError, TypeError, ValueError) as error:
        wrong = [f"无法重算：{error!r} / cannot be recomputed: {error!r}"]
    for line in wrong:
        print(line)
    if wrong:
        return 1
    ranked = sum(one["rank"] is not None for one in method["standings"].values())
    print(f"{ranked}个地区的得分和名次全部相符。/ The scores and ranks of {ranked} areas agree.")
    return 0


if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # a console without Chinese
    sys.exit(main(sys.argv[1:]))
