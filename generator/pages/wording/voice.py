"""How a bulletin speaks in one language: areas and figures by its own tables.

``figure`` is the one place that writes a number into a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from html import escape

from markupsafe import Markup

from generator.model.bulletin import Tables
from generator.model.figure import Figure
from generator.model.period import UNDATED, Period
from generator.model.reference import Source

from . import numbers, periods
from .code_words import CodeWords
from .escape import inert, spaced
from .numbers import Wording
from .speech import labelled, timed

FEW = 4  # areas that are named each
BEYOND = 3  # digits after those that a series publishes: more are a program's, which divides and does not round
_MISSING_MARK = {"O": "…", "L": "…", "M": "–", "Q": "x"}


@dataclass(frozen=True)
class Voice(CodeWords):
    """The wording of one language over one bulletin's tables."""

    tables: Tables

    def lowered(self, name: str) -> str:
        """An English name inside a sentence: lower case, unless it begins with an abbreviation or a place."""
        first = name.partition(" ")[0]
        return name if not name[1:2].islower() or first in self.places else name[:1].lower() + name[1:]

    @property
    def places(self) -> frozenset[str]:
        """The first words of the areas' English names: Taizhou, Zhejiang ..."""
        return _first_words(tuple(area.name.en for area in self.tables.reference.areas.values()))

    def area(self, code: str) -> Markup:
        area = self.tables.reference.areas.get(code)
        return self.name(area) if area else inert(code)

    def areas(self, codes: Sequence[str]) -> Markup:
        """Names of areas; of more than ``FEW`` the first, and how many more."""
        shown = len(codes) if len(codes) <= FEW else FEW - 1  # never one more, whose name would take no more room
        named, more = self.listing(self.area(code) for code in codes[:shown]), len(codes) - shown
        return self.n("{area} and {count} more", "{area} and {count} more", more, area=named) if more else named

    def published(self, source: Source | None) -> Markup:
        """The day or time at which a source came out; blank if nobody says."""
        found = Period.parse((source and source.published_on) or UNDATED)
        if found.kind == "day" and found.first:
            return self.day(found.first)
        return self.time(found) if found.dated else Markup("")

    def time_of(self, figure: Figure) -> Markup:
        """The period of a figure for tables: cut at the edition's last day of data if it had not ended by then."""
        return labelled(figure.period, self.lang, self._until(figure))

    def when_of(self, figure: Figure) -> Markup:
        """The period of a figure inside a sentence."""
        if not figure.period.dated:
            return Markup("")
        return timed(figure.period, periods.phrase(figure.period, self.lang, self._until(figure)))

    def _until(self, figure: Figure) -> date | None:
        """The last day of data of the figure's edition, if a span of months reaches beyond it."""
        if figure.period.kind != "months" or figure.period.last is None:
            return None
        until = next((one.data_until for one in self.tables.releases if one.edition == figure.edition), None)
        return until if until and figure.period.last > until else None

    def figure(self, figure: Figure, *, prose: bool = True, unit: bool = True, magnitude: bool = False) -> Markup:
        """A number as a page shows it: bound, digits in ``<data>``, unit, and the mark of its status. The element has
        the true value even where the digits are the ``magnitude`` alone."""
        if figure.missing:
            return self.missing(figure)
        words = self.worded(figure, prose=prose, unit=unit, magnitude=magnitude)
        # Put together by hand: tables of thousands of figures are made of this.
        before, after, row = (
            words.before and spaced(words.before),
            words.after and spaced(words.after),
            escape(figure.id),
        )
        shown = f'{before}<data class="figure" value="{figure.value}" data-row="{row}">{words.digits}</data>{after}'
        mark = self.mark(figure)
        return Markup(f"{shown}{mark}" if mark else shown)  # noqa: S704 - digits are ours, all else was escaped

    def worded(self, figure: Figure, *, prose: bool = True, unit: bool = True, magnitude: bool = False) -> Wording:
        """A number in words. ``magnitude``: in prose that says itself that it is below zero."""
        figure = self._legible(figure)
        if prose:
            return numbers.in_prose(figure, self.lang, with_unit=unit, magnitude=magnitude)
        return numbers.in_table(figure, self.lang, with_unit=unit)

    def _legible(self, figure: Figure) -> Figure:
        """The figure with the digits that its series publishes, if it has so many more that a program wrote them:
        3.819961576419156 as 3.8. What a source may have written stays, and the file of data has every digit."""
        if figure.value is None or numbers.decimals(figure.value) <= BEYOND:
            return figure
        reference = self.tables.reference
        held = (reference.measures.get(figure.key.measure), reference.indicators.get(figure.key.concept))
        decimals = next((one.decimals for one in held if one is not None and one.decimals is not None), None)
        if decimals is None or numbers.decimals(figure.value) <= decimals + BEYOND:
            return figure
        high = None if figure.value_high is None else numbers.shortened(figure.value_high, decimals)
        return replace(figure, value=numbers.shortened(figure.value, decimals), value_high=high)

    def missing(self, figure: Figure) -> Markup:
        """The mark of a missing value, with its meaning for those who cannot see the mark's page."""
        mark = Markup('<data class="figure missing" value="" data-row="{}"><abbr title="{}">{}</abbr></data>')
        return mark.format(figure.id, self.status(figure.status), _MISSING_MARK.get(figure.status, "…"))

    def mark(self, figure: Figure) -> Markup:
        """(p) provisional, (r) revised since, (f) planned or expected; nothing for a normal value."""
        if figure.status != "P" and not figure.revised:
            return Markup("")
        return self._marks["p" * (figure.status == "P") + "r" * figure.revised]

    @cached_property
    def _marks(self) -> dict[str, Markup]:
        """The marks of every combination: tables of thousands of provisional figures repeat the same."""
        shape = Markup('<sup class="mark mark-{0}"><abbr title="{1}">({0})</abbr></sup>')
        each = {code: shape.format(code, self.mark_meaning(code)) for code in "pr"}
        return {codes: Markup("").join(each[code] for code in codes) for codes in ("p", "r", "pr")}


@lru_cache(maxsize=8)
def _first_words(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in names)
