"""A league table printed on its own, without a site: as text for a reader, or as its published files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from unicodedata import east_asian_width

from generator import build as shell
from generator import intake, measures, site
from generator.errors import UsageError
from generator.model.edition import Edition
from generator.model.standing import LeagueTable
from generator.model.text import Lang
from generator.stages import Stages

NEWEST = "newest"
Say = Callable[..., str]  # a message in the reader's language, with its named parts


def found(
    options: shell.Options, bulletin: str, league: str, edition: str, stages: Stages
) -> tuple[Edition, LeagueTable]:
    """The table of ``league`` in ``edition``, or "newest"; UsageError that lists what there is."""
    shell.chosen(options)
    held = {one.name: one for one in shell.check(replace(options, bulletins=(bulletin,)), stages).editions[bulletin]}
    name = [*held][-1] if edition == NEWEST else edition
    if name not in held:
        raise UsageError("There is no edition {edition}, only: {known}.", edition=edition, known=", ".join(held))
    leagues = held[name].leagues
    if league not in leagues:
        facts = {"edition": name, "name": league, "known": ", ".join(leagues) or "—"}
        raise UsageError("The edition {edition} has no league {name}, only: {known}.", **facts)
    return held[name], leagues[league]


def reweighted(table: LeagueTable, words: str) -> LeagueTable:
    """The table under other weights, "gdp=3/10,jobs=0.7,air=5%"; its ranks so far become those before.

    Weights are those of blocks and items in their block; the others keep theirs, and each block scales its own to 1.
    What gets 0 is left out, and nobody needs a figure for it. How sure such ranks are is not worked out.
    """
    league, weights = table.contest.league, {}
    known = sorted(member.id for block in league.root.blocks() for member in block.members)
    for word in words.split(","):
        name, _, share = word.strip().partition("=")
        try:
            weights[name] = intake.share_of(share)
        except (ValueError, ZeroDivisionError):
            weights[name] = Fraction(-1)
        if name not in known or weights[name] < 0:
            facts = {"word": word, "known": ", ".join(known)}
            raise UsageError("“{word}” is no weight, 0 or more, of one of: {known}.", **facts)
    try:
        other = replace(league, root=league.root.reweighted(weights))
    except ValueError as block:
        raise UsageError("In “{block}” one weight at least must be above 0.", block=block) from None
    return replace(
        table,
        contest=replace(table.contest, league=other),
        standings=measures.compute(other, table.values),
        before={area: one.rank for area, one in table.standings.items() if one.rank is not None},
        changes={},
        method=replace(table.method, spreads={}, groups=()),
    )


def published(edition: Edition, table: LeagueTable, form: str) -> bytes:
    """``league.csv`` or ``league.json``, byte for byte as it is published."""
    league, files = table.contest.league.id, site.league_files(edition, table, 0)
    if edition.release.locked and table is edition.leagues[league]:
        files = site.published(edition, {}, 0)
    names = (f"league.{form}", f"/league-{league}/league.{form}")
    return next(file.content for file in files if file.path == names[0] or file.path.endswith(names[1]))


def as_text(edition: Edition, table: LeagueTable, lang: Lang, say: Say) -> str:
    """The table in columns, aligned also where Chinese characters are two wide."""
    areas, units = edition.tables.reference.areas, edition.tables.reference.units
    unit = units[table.contest.unit].name.of(lang) if table.contest.unit in units else ""
    award = say("award ({unit})", unit=unit) if unit else say("award")
    head = [say("rank"), say("change"), say("area"), say("score"), "5–95 %", award, say("missing")]
    rows = [list(_row(table, area, areas[area].name.of(lang))) for area in table.standings]
    title = f"{table.contest.league.title.of(lang)}  {edition.name}"
    own = table is not edition.leagues[table.contest.league.id]
    said = [say("With other weights; this is not the published result.")] if own else []
    return "\n".join([title, *said, *aligned([head, *rows], left=(2, 6))])


def _row(table: LeagueTable, area: str, name: str) -> Iterator[str]:
    one, before, spread = table.standings[area], table.before.get(area), table.method.spreads.get(area)
    yield "" if one.rank is None else str(one.rank)
    yield "" if one.rank is None or before is None else f"{before - one.rank:+d}" if before != one.rank else "="
    yield name
    yield "" if one.score is None else f"{one.score:f}"
    yield f"{spread.low}–{spread.high}" if spread else ""
    yield "" if one.award is None else f"{one.award:f}"
    yield " ".join(one.missing)


def aligned(rows: Sequence[Sequence[str]], left: Sequence[int] = ()) -> Iterator[str]:
    """Lines of cells in columns, numbers to the right, the columns ``left`` to the left; empty columns are left out."""
    columns = [place for place in range(len(rows[0])) if any(row[place] for row in rows[1:])]
    widths = {place: max(width(row[place]) for row in rows) for place in columns}
    for row in rows:
        cells = []
        for place in columns:
            space = " " * (widths[place] - width(row[place]))
            cells.append(row[place] + space if place in left else space + row[place])
        yield "  ".join(cells).rstrip()


def width(text: str) -> int:
    """Columns of a terminal that ``text`` takes."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
