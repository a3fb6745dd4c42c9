"""Numbers in words: digits as published, the unit as people say it, the bound in its place.

The parts of a value stay apart (:class:`Wording`), so that a macro can put the machine-readable element around the
digits alone, and a chart label or a text alternative can join the same parts to plain text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache

from generator.model.codes import Bound
from generator.model.figure import Figure
from generator.model.reference import Unit
from generator.model.text import Lang

MINUS = "\N{MINUS SIGN}"
THIN_SPACE = "\N{NARROW NO-BREAK SPACE}"
_BEFORE: dict[Lang, dict[Bound, str]] = {
    "zh": {"over": "超过", "about": "约", "under": "近", "at_most": "不超过"},
    "en": {"at_least": "at least ", "over": "over ", "about": "about ", "under": "nearly ", "at_most": "at most "},
}
_AFTER: dict[Lang, dict[Bound, str]] = {"zh": {"at_least": "以上"}, "en": {}}
_SPOKEN = ((Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))  # English words for large numbers
_COUNTED_IN = re.compile(r"(1[0,]*)(?: (million|billion))? (.+)")  # 10,000 persons; 100 million kWh
_IN_WAN = 100_000  # from here on Chinese counts round numbers in 万
_SPOKEN_CURRENCY = {"CNY": "yuan", "USD": "US dollars"}
_DASH: dict[Lang, str] = {"zh": "—", "en": "–"}
_ORDINAL_SUFFIX = {1: "st", 2: "nd", 3: "rd"}


@dataclass(frozen=True, slots=True)
class Wording:
    """A value in words, in the order of reading: before, digits, after. ``digits`` is what ``<data>`` encloses."""

    before: str
    digits: str
    after: str

    @property
    def plain(self) -> str:
        return f"{self.before}{self.digits}{self.after}"


def in_prose(figure: Figure, lang: Lang, *, with_unit: bool = True, magnitude: bool = False) -> Wording:
    """As in a sentence: 超过6188亿元; over 618.8 billion yuan; 第3位; 3rd.

    ``magnitude``: without its minus, where the words around it say that it is below zero.
    """
    return _worded(figure, lang, spoken=True, with_unit=with_unit, magnitude=magnitude)


def in_table(figure: Figure, lang: Lang, *, with_unit: bool = True) -> Wording:
    """As in a table or chart: the unit of the data, never converted."""
    return _worded(figure, lang, spoken=False, with_unit=with_unit)


def digits(value: Decimal, lang: Lang) -> str:
    """Digits as published, with a real minus sign, and thousands commas in English."""
    text = f"{abs(value):,f}" if lang == "en" else f"{abs(value):f}"
    return f"{MINUS}{text}" if value < 0 else text


def _worded(figure: Figure, lang: Lang, *, spoken: bool, with_unit: bool, magnitude: bool = False) -> Wording:
    if figure.value is None:
        return Wording("", "", "")
    if figure.unit.kind == "rank":
        return _rank(figure.value, figure.bound, lang)
    value, high = abs(figure.value) if magnitude else figure.value, figure.value_high
    word, unit = "", _unit(figure.unit, value if high is None else high, lang)
    if spoken and lang == "en" and (scale := _scale(figure.unit)):
        factor, name = scale
        value, high, word = _spoken(factor, value, high)
        unit = f" {name}" if word else f"{THIN_SPACE}{name}"
    if spoken and lang == "en" and figure.key.measure == "growth_multiple" and high is None:
        value, unit = value.scaleb(2), "%"  # "grew by 7 times" is a growth of 700 %, and English says the latter
    if spoken and lang == "zh" and figure.unit.kind != "money" and value >= _IN_WAN and value % 10000 == 0:
        value, word = (value / 10000).to_integral_value(), "万"
    text = digits(value, lang) if high is None else f"{digits(value, lang)}{_DASH[lang]}{digits(high, lang)}"
    after = word + (unit if with_unit else "") + _AFTER[lang].get(figure.bound, "")
    return Wording(_BEFORE[lang].get(figure.bound, ""), text, after)


def percent(share: Fraction | Decimal, most: int = 1) -> Decimal:
    """A share of one in per cent, rounded half to even, with as few decimals as it needs and at ``most`` so many:
    a third is 33.3, a quarter 25."""
    value = Decimal(round(Fraction(share) * 100 * 10**most)).scaleb(-most)
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def place(rank: int, lang: Lang) -> Wording:
    """A rank without a figure of its own: 第3位; 3rd."""
    return _rank(Decimal(rank), "exact", lang)


def _rank(value: Decimal, bound: Bound, lang: Lang) -> Wording:
    """A place: 第3位, 3rd; within the first ten: 前10位, in the top 10."""
    if bound == "at_most":
        return Wording("前", f"{value:f}", "位") if lang == "zh" else Wording("in the top ", f"{value:f}", "")
    if lang == "zh":
        return Wording("第", f"{value:f}", "位")
    place = int(value)
    suffix = "th" if 10 <= place % 100 <= 20 else _ORDINAL_SUFFIX.get(place % 10, "th")
    return Wording("", f"{value:f}", suffix)


def _unit(unit: Unit, value: Decimal, lang: Lang) -> str:
    """The unit as it follows the number, with the space that its language wants."""
    if unit.id == "pct":
        return "%"
    if lang == "zh":
        return unit.name.zh
    name = unit.name_one if value == 1 and unit.name_one else unit.name.en
    return f" × {name}" if name[:1].isdigit() else f"{THIN_SPACE}{name}"


def _scale(unit: Unit) -> tuple[Decimal, str] | None:
    """How many of what an English unit is, if a sentence says so in another way: of 100 million kWh 10^8 and kWh."""
    if unit.kind == "money":
        currency = _SPOKEN_CURRENCY.get(unit.base, unit.base)
        return (Decimal(unit.factor.numerator), currency) if unit.factor else None
    return _counted_in(unit.name.en)


@lru_cache(maxsize=256)
def _counted_in(name: str) -> tuple[Decimal, str] | None:
    found = _COUNTED_IN.fullmatch(name)
    if found is None:
        return None
    sizes = {word: size for size, word in _SPOKEN}
    return Decimal(found[1].replace(",", "")) * sizes.get(found[2], Decimal(1)), found[3]


def _spoken(factor: Decimal, value: Decimal, high: Decimal | None) -> tuple[Decimal, Decimal | None, str]:
    """Large numbers as English says them. The point moves, the digits stay: 102.8 CNY_100M is 10.28 billion yuan."""
    size, word = next(((size, word) for size, word in _SPOKEN if abs(value) * factor >= size), (Decimal(1), ""))
    shift = factor / size
    return _shifted(value, shift), None if high is None else _shifted(high, shift), word and f"{THIN_SPACE}{word}"


def _shifted(value: Decimal, shift: Decimal) -> Decimal:
    """``value`` times a power of ten, digit for digit. Zeros that the shift made, not the source, go: 1950 -> 19.5."""
    moved = value.scaleb(shift.adjusted())
    return moved if int(value.as_tuple().exponent) < 0 else moved.normalize()


def decimals(value: Decimal) -> int:
    """The digits after the point, as it is written."""
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def shortened(value: Decimal, decimals: int) -> Decimal:
    """``value`` with so many digits after the point, a half to the even one, however long it is."""
    return value.quantize(Decimal(1).scaleb(-decimals), context=Context(prec=len(value.as_tuple().digits) + 1))
