"""One round of a league: its table in one edition, and how to speak of the areas and members in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from functools import cached_property

from markupsafe import Markup

from generator.model.contest import Contest
from generator.model.edition import Edition
from generator.model.figure import Figure
from generator.model.league import Block, Item, League
from generator.model.standing import LeagueTable, Standing

from . import race
from .volume import Volume
from .wording import numbers
from .wording.escape import inert
from .wording.voice import FEW, Voice


@dataclass(frozen=True)
class Round:
    """What the page of a league in one edition is made of. Figures are those of that edition."""

    volume: Volume
    edition: Edition
    table: LeagueTable

    @property
    def voice(self) -> Voice:
        return self.volume.voice

    @property
    def contest(self) -> Contest:
        return self.table.contest

    @property
    def league(self) -> League:
        return self.table.contest.league

    @property
    def address(self) -> str:
        return f"editions/{self.edition.name}/league/{self.league.id}/"

    @property
    def peers(self) -> Markup:
        """Who takes part, by the name of the set; empty if it has none."""
        peers = self.volume.tables.reference.peers.get(self.contest.peers)
        return self.voice.name(peers) if peers else Markup("")

    @cached_property
    def ranked(self) -> list[Standing]:
        return race.ranked(self.table)

    @cached_property
    def unranked(self) -> list[Standing]:
        return [one for one in self.table.standings.values() if one.rank is None]

    @cached_property
    def editions(self) -> list[Edition]:
        """The editions of this league up to this one, oldest first."""
        held = [edition for edition in self.volume.editions if self.league.id in edition.leagues]
        return [edition for edition in held if edition.name <= self.edition.name]

    @cached_property
    def items(self) -> list[tuple[Item, Fraction]]:
        """The indicators with their shares of the whole weight."""
        return list(self.league.root.items())

    def ranks(self, area: str) -> list[int | None]:
        """The rank of an area in each of :attr:`editions`, under a former name too; None where it has none."""
        codes = [area, *race.former(self.volume, area)]
        tables = [edition.leagues[self.league.id].standings for edition in self.editions]
        return [next((one[code].rank for code in codes if code in one), None) for one in tables]

    def result(self, area: str, measure: str) -> Figure | None:
        return race.result(self.edition, self.table, area, measure)

    def figure(self, area: str, measure: str, *, unit: bool = True) -> Markup:
        """Score, rank or award of an area as a page shows it; nothing if it has none."""
        found = self.result(area, measure)
        return self.voice.figure(found, unit=unit) if found else Markup("")

    def place(self, rank: int) -> Markup:
        """A rank that is no figure of this edition: an earlier one, or one that might have been."""
        return self.voice.place(rank)

    def moved(self, places: int) -> Markup:
        """So many places up (negative, as in :class:`Change`) or down, in words."""
        return race.shifted(self.voice, places)

    def group(self, codes: Sequence[str]) -> Markup:
        """Neighbours by rank, by name; of more than ``FEW`` the first, the last, and how many."""
        names = [self.voice.area(code) for code in codes]
        if len(names) <= FEW:
            return self.voice.listing(names)
        return self.voice.n(
            "{first} to {last} ({count} area)",
            "{first} to {last} ({count} areas)",
            len(names),
            first=names[0],
            last=names[-1],
        )

    def item(self, name: str) -> Markup:
        """An indicator of the league inside a sentence."""
        return race.item_name(self.volume, self.contest, name)

    def head(self, name: str) -> Markup:
        """The same at the head of a row, a column or a key."""
        text = str(self.item(name))
        return Markup(text[:1].upper() + text[1:])  # noqa: S704 - only the first letter has changed

    def member(self, member: Block | Item) -> Markup:
        """A block or an indicator of the league."""
        if isinstance(member, Item):
            return self.item(member.id)
        title = member.title.of(self.voice.lang)
        return inert(title or member.id)

    def named_items(self, names: Iterable[str]) -> Markup:
        return self.voice.listing(self.item(name) for name in names)

    def number(self, value: Fraction | Decimal | float, decimals: int) -> Markup:
        """A number that has no row of its own, rounded half to even for the eye."""
        shown = rounded(value, decimals)
        return Markup('<data value="{}">{}</data>').format(shown, numbers.digits(shown, self.voice.lang))

    def percent(self, share: Fraction | float) -> Markup:
        """A share of one in per cent, with a decimal only where it needs one."""
        return self.voice.percent(numbers.percent(Fraction(share)))


def rounded(value: Fraction | Decimal | float, decimals: int) -> Decimal:
    """``value`` with so many decimals, half to even. Parts of a score are exact fractions, which no page can show."""
    exact = Fraction(value)
    quotient = Decimal(exact.numerator) / Decimal(exact.denominator)
    return quotient.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN)
