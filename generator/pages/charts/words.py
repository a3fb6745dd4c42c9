"""The few words that a drawing adds itself; all others come with the view."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from generator.model.catalog import translator
from generator.model.text import Lang


def time_gone(share: Decimal, lang: Lang) -> str:
    """The name of the tick at the share of the year gone (序时进度)."""
    return translator(lang, "bulletin").gettext("{share} of the year elapsed").format(share=percent(share))


def period_not_stated(lang: Lang) -> str:
    """Why a value has no place on a time axis."""
    return translator(lang, "bulletin").gettext("Period not stated")


def percent(share: Decimal) -> str:
    """A share of one as a percentage with at most one decimal: a third is 33.3%, a quarter 25%."""
    rounded = (share * 100).quantize(Decimal("0.1"), ROUND_HALF_EVEN)
    return f"{rounded:f}".removesuffix(".0") + "%"
