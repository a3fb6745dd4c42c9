"""What is most among the figures of an edition: the highest growth, the plan furthest behind, the most revised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from markupsafe import Markup

from generator.model.codes import SUMMABLE, TOTAL
from generator.model.edition import Edition
from generator.model.figure import Figure

from .volume import Volume
from .wording import numbers
from .wording.sentences import subject

NAMED = 3  # indicators that tie are named up to here
AMONG = 3  # growth rates, or plans, of one period of which a sentence can say which is furthest


def growth(volume: Volume, edition: Edition) -> Iterator[Markup]:
    """Of the first home area that has enough of them: where growth on the year before is highest, and lowest."""
    voice, indicators = volume.voice, volume.tables.reference.indicators
    rising = {
        name for name, one in indicators.items() if one.direction != "down"
    }  # less of these is no fall like others
    rates = [one for one in _own(edition) if one.key.measure == "growth_yoy" and _plain_rate(one)]
    rates = [one for one in rates if one.key.concept in rising]
    for code in volume.tables.bulletin.home:
        newest = _newest([one for one in rates if one.key.subject == code])
        falling = sorted(newest, key=lambda figure: -(figure.value or 0))
        if len(falling) < AMONG or falling[0].value == falling[-1].value:
            continue
        high, low = ([one for one in falling if one.value == end.value] for end in (falling[0], falling[-1]))
        yield voice.t(
            "Of {count} growth rates of {area} {period}, the highest is that of {high} ({most}), "
            "the lowest that of {low} ({least}).",
            count=voice.counted(len(falling)),
            area=voice.area(code),
            period=voice.when_of(falling[0]),
            high=voice.listing(subject(voice, figure) for figure in high[:NAMED]),
            low=voice.listing(subject(voice, figure) for figure in low[:NAMED]),
            most=voice.figure(high[0]),
            least=voice.figure(low[0]),
        )
        return


def behind(volume: Volume, edition: Edition) -> Iterator[Markup]:
    """How many annual plans are behind the time gone (序时进度). Only of sums: a rate does not grow with the year."""
    voice, reference = volume.voice, volume.tables.reference
    sums = {name for name, one in reference.indicators.items() if reference.units[one.unit].kind in SUMMABLE}
    rates = [one for one in _own(edition) if one.key.measure == "completion" and _plain_rate(one)]
    newest = _newest([one for one in rates if one.key.concept in sums and one.period.year_to_date])
    gone = newest[0].period.elapsed_share if newest else None
    if gone is None or len(newest) < AMONG:
        return
    late = sorted((one for one in newest if (one.value or 0) * gone.denominator < 100 * gone.numerator), key=_value)
    if late:
        yield voice.n(
            "Of {total} plans {count} is behind elapsed time ({gone}), furthest {indicator} in {area} ({value}).",
            "Of {total} plans {count} are behind elapsed time ({gone}), furthest {indicator} in {area} ({value}).",
            len(late),
            total=voice.counted(len(newest)),
            gone=voice.percent(numbers.percent(gone)),
            indicator=subject(voice, late[0]),
            area=voice.area(late[0].key.subject),
            value=voice.figure(late[0]),
        )


def revised(volume: Volume, edition: Edition) -> Iterator[Markup]:
    """What was revised most, if several indicators were."""
    voice, indicators = volume.voice, volume.tables.reference.indicators
    known = (edition.figures.get(one.figure) for one in edition.revisions if one.edition == edition.name)
    counts = Counter(figure.key.concept for figure in known if figure and figure.key.concept in indicators)
    first, second = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    if first[1] > second[1] > 0:
        name, count = first
        yield voice.n(
            "Of {total} revised figures, {count} is of {indicator}, more than of any other indicator.",
            "Of {total} revised figures, {count} are of {indicator}, more than of any other indicator.",
            count,
            total=voice.counted(sum(counts.values())),
            indicator=voice.name(indicators[name]),
        )


def _own(edition: Edition) -> Iterator[Figure]:
    """Observations of this edition, those computed from them included."""
    wanted = edition.name
    return (one for one in edition.figures.values() if one.edition == wanted and one.key.kind == "obs")


def _plain_rate(figure: Figure) -> bool:
    """A rate that compares: of the whole, dated, as stated and no range."""
    return figure.single and figure.unit.id == "pct" and figure.key.breakdown == TOTAL and figure.period.dated


def _newest(figures: list[Figure]) -> list[Figure]:
    """Those of the period that ended last; if several did, of a span before a day, then of the most common."""
    counts = Counter(figure.period for figure in figures)
    last = max(counts, key=lambda period: (period.last, period.kind != "day", counts[period]), default=None)
    return [figure for figure in figures if figure.period == last]


def _value(figure: Figure) -> Decimal:
    return figure.value or Decimal(0)
