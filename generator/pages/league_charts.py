"""The charts of a round of a league: how sure its ranks are, how they came about, what the scores are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from markupsafe import Markup

from generator.model.period import Period
from generator.model.standing import Spread, Standing, Sureness

from . import league_lead
from .charts.view import ChartView, Kind, Mark
from .league_round import Round, rounded
from .pictures import picture, signed
from .wording import numbers
from .wording.escape import plain

DRAWN = 20  # areas of which a chart shows ranges or parts; the tables have all
NOTHING = Markup("")
LINES = 12  # areas whose ranks are drawn as lines: the first ten and the largest moves, or all if they are so few
FIRST = 10


def charts(one: Round) -> dict[str, ChartView]:
    """The charts by the section they stand in; none without a ranked area, no course of a single edition."""
    if not one.ranked:
        return {}
    found = {"sure": _ranges(one), "parts": _parts(one)}
    if behind := league_lead.rival(one):
        found["lead"] = _lead(one, behind)
    return found | ({"course": _course(one)} if len(one.editions) > 1 else {})


def _ranges(one: Round) -> ChartView:
    t, table, drawn = one.voice.t, one.table, one.ranked[:DRAWN]
    kinds = [(t("other choices"), table.method), (t("rounding"), table.rounding)]
    kinds += [(t("later revisions"), table.revisions)] if table.revisions else []
    begins = {group[0] for group in table.method.groups[1:]}
    marks = []
    for standing in drawn:
        marks.append(_rank_mark(one, standing, lit=standing.area in begins))
        marks += [_range_mark(one, standing.area, name, sure.spreads[standing.area]) for name, sure in kinds]
    widest = max(drawn, key=lambda standing: _width(table.method.spreads[standing.area]))
    told = dict.fromkeys((_reach(one, drawn[0]), _reach(one, widest)))
    title = t("With other choices: {areas}", areas=t("; ").join(told))
    return _view(one, "caterpillar", "ranks", marks, title, t("Rank, and the range that it may have"), _key(one, drawn))


def _key(one: Round, drawn: Sequence[Standing]) -> Markup:
    """What the lines are that the chart has: ranges that are the published rank alone are not drawn."""
    t, table = one.voice.t, one.table
    further = ((table.rounding, t("Thin line: by rounding.")), (table.revisions, t("Dashed line: by revisions.")))
    return one.voice.passage(
        [
            t("Dot: as published. Thick line: with other choices."),
            *(text for sure, text in further if sure and any(_open(sure, standing) for standing in drawn)),
        ]
    )


def _open(sure: Sureness, standing: Standing) -> bool:
    spread = sure.spreads[standing.area]
    return {spread.low, spread.high} != {standing.rank}


def _reach(one: Round, standing: Standing) -> Markup:
    spread = one.table.method.spreads[standing.area]
    low, high = _plain_place(one, spread.low), _plain_place(one, spread.high)
    area = one.voice.area(standing.area)
    if low == high:
        return one.voice.t("{area} {low}", area=area, low=low)
    return one.voice.t("{area} {low} to {high}", area=area, low=low, high=high)


def _plain_place(one: Round, rank: int) -> str:
    return numbers.place(rank, one.voice.lang).plain


def _width(spread: Spread) -> int:
    return spread.high - spread.low


def _rank_mark(one: Round, standing: Standing, *, lit: bool) -> Mark:
    rank, figure = standing.rank or 0, one.result(standing.area, "rank")
    row = figure.id if figure else ""
    name, text = _name(one, standing.area), _plain_place(one, rank)
    return Mark(name, Decimal(rank), text, row, "A", "exact", emphasis=lit, area=standing.area)


def _range_mark(one: Round, area: str, kind: str, spread: Spread) -> Mark:
    text = f"{spread.low}" if spread.low == spread.high else f"{spread.low}–{spread.high}"
    ends = Decimal(spread.low), Decimal(spread.high)
    group = plain(kind)
    return Mark(_name(one, area), ends[0], text, "", "A", "exact", value_high=ends[1], group=group, area=area)


def _course(one: Round) -> ChartView:
    """The ranks of the areas drawn, edition by edition."""
    t, drawn = one.voice.t, _followed(one)
    home = [area for area in one.volume.tables.bulletin.home if area in {standing.area for standing in drawn}]
    lit = {drawn[0].area, *home[:1]}
    marks = [mark for standing in drawn for mark in _way(one, standing, lit=standing.area in lit)]
    leader = [(edition, rank) for edition, rank in zip(one.editions, one.ranks(drawn[0].area), strict=True) if rank]
    words = {
        "area": one.voice.area(drawn[0].area),
        "before": _plain_place(one, leader[0][1]),
        "then": one.voice.edition(leader[0][0].name, inside=True),
        "now": _plain_place(one, leader[-1][1]),
    }
    title = t("{area}: {before} in the {then}, {now} now", **words)
    subtitle = t("Rank in each edition")
    if len(drawn) < len(one.ranked):
        subtitle = t("Rank in each edition, the first {count} and the largest moves", count=str(FIRST))
    return _view(one, "bump", "course", marks, title, subtitle)


def _followed(one: Round) -> list[Standing]:
    """The areas whose ranks are drawn as lines, in the order of rank."""
    if len(one.ranked) <= LINES:
        return one.ranked
    rest = sorted(one.ranked[FIRST:], key=lambda standing: -_move(one, standing.area))
    chosen = {standing.area for standing in (*one.ranked[:FIRST], *rest[: LINES - FIRST])}
    return [standing for standing in one.ranked if standing.area in chosen]


def _move(one: Round, area: str) -> int:
    change = one.table.changes.get(area)
    return abs(change.now - change.before) if change else 0


def _way(one: Round, standing: Standing, *, lit: bool) -> Iterator[Mark]:
    for edition, rank in zip(one.editions, one.ranks(standing.area), strict=True):
        if rank is None:
            continue
        period = Period.parse(edition.name)
        label, text = plain(one.voice.time(period)), _plain_place(one, rank)
        yield Mark(
            label, Decimal(rank), text, "", "A", "exact", emphasis=lit, period=period,
            group=_name(one, standing.area), area=standing.area,
        )  # fmt: skip


def _parts(one: Round) -> ChartView:
    """What each indicator brings to the scores."""
    t, drawn, marks = one.voice.t, one.ranked[:DRAWN], []
    for standing in drawn:
        score, figure = standing.score or Decimal(0), one.result(standing.area, "score")
        area, name, text = standing.area, _name(one, standing.area), numbers.digits(score, one.voice.lang)
        marks.append(Mark(name, score, text, figure.id if figure else "", "A", "exact", area=area))
        for item, _ in one.items:
            if item.id in standing.parts:
                part = rounded(standing.parts[item.id], one.league.decimals)
                words = numbers.digits(part, one.voice.lang)
                group = plain(one.head(item.id))
                marks.append(Mark(name, part, words, "", "A", "exact", group=group, area=area, part=item.id))
    what = t("Points that each indicator brings to the score")
    return _view(one, "contributions", "parts", marks, league_lead.widest(one), what)


def _lead(one: Round, behind: Standing) -> ChartView:
    """Why the first is first."""
    found, t = league_lead.gaps(one, behind), one.voice.t
    first, title = one.voice.area(one.ranked[0].area), league_lead.told(one, behind, found)
    what = t("Points of {area} less those of {rival}, by indicator", area=first, rival=one.voice.area(behind.area))
    return _view(one, "bars", "lead", league_lead.marks(one, found), title, what)


def _view(
    one: Round,
    kind: Kind,
    key: str,
    marks: Sequence[Mark],
    title: Markup,
    subtitle: Markup,
    remark: Markup = NOTHING,
) -> ChartView:
    t, league = one.voice.t, one.voice.say(one.league.title)
    note = signed(one.volume, [t("Computed by us")], one.voice.edition(one.edition.name, inside=True))
    return picture(
        one.volume,
        kind,
        f"league-{one.league.id}-{one.edition.name}-{key}",
        one.address,
        marks,
        title=title,
        subtitle=t("{league}. {what}", league=league, what=subtitle),
        note=one.voice.passage([remark, note]),
        unit=plain(t("Points") if kind in {"contributions", "bars"} else t("Rank")),
    )


def _name(one: Round, area: str) -> str:
    """The name of an area; where another that is ranked bears it too, with what it lies in, or its code."""
    areas, name = one.volume.tables.reference.areas, plain(one.voice.area(area))
    namesakes = {other.area for other in one.ranked if plain(one.voice.area(other.area)) == name}
    if len(namesakes) < 2:
        return name
    above = [areas[code].parent if code in areas else "" for code in namesakes]
    told = plain(one.voice.area(areas[area].parent)) if all(above) and len({*above}) == len(above) else area
    return f"{name}（{told}）" if one.voice.lang == "zh" else f"{name} ({told})"
