"""The leagues (排行榜): who stands where, how sure that is, why it changed, and how it is computed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from generator.model.edition import Edition
from generator.model.page import File, Page

from . import league_reasons as reasons
from . import league_tables, parts, weights
from . import league_words as words
from .drawings import chart_blocks, chart_files
from .league_charts import charts
from .league_method import method
from .league_round import Round
from .league_unseating import unseated
from .render import block, markdown
from .volume import Volume

FILES = (("league.csv", "CSV"), ("league.json", "JSON"), ("verify_ranks.py", "Python"))


def pages(volume: Volume) -> Iterator[Page]:
    """The index, the table of every edition as it was published, and each league's home, which shows the newest."""
    newest = {one.league.id: one for one in _rounds(volume)}
    if newest:
        yield volume.recall(("leagues",), volume.raced, partial(_index, volume, list(newest.values())))
    for one in _rounds(volume):
        page = volume.recall(("league", one.address), _inputs(one), partial(_page, one))
        yield page
        if one.edition is newest[one.league.id].edition:
            yield replace(page, address=f"league/{one.league.id}/")


def files(volume: Volume) -> Iterator[File]:
    """The files beside the charts of every edition."""
    for one in _rounds(volume):
        yield from volume.recall(("league files", one.address), _inputs(one), partial(_files, one))


def _files(one: Round) -> list[File]:
    return [file for view in charts(one).values() for file in chart_files(one.volume, view)]


def _inputs(one: Round) -> object:
    """What a page of a league shows besides the frame of all pages."""
    return one.volume.raced, [one.volume.sizes.get(path) for _, path, _ in _wanted(one)]


def _rounds(volume: Volume) -> Iterator[Round]:
    """Every league of every edition, the oldest edition first."""
    for edition in volume.editions:
        for table in edition.leagues.values():
            yield Round(volume, edition, table)


@dataclass(frozen=True, slots=True)
class Entry:
    """A league in the index."""

    id: str
    title: Markup
    edition: Markup
    peers: Markup
    finding: Markup


def _index(volume: Volume, newest: list[Round]) -> Page:
    voice = volume.voice
    title = str(voice.t("Leagues"))
    entries = [
        Entry(
            one.league.id,
            voice.say(one.league.title),
            voice.edition(one.edition.name, inside=True),
            one.peers,
            voice.passage([words.finding(one), *list(words.besides(one))[:1]]),
        )
        for one in newest
    ]
    text = markdown("leagues", voice, heading=title, entries=entries)
    description = str(voice.t("Areas ranked by several indicators at once, with how sure each rank is."))
    return Page(volume.lang, volume.tables.bulletin.id, "league/", title, description, text, {}, "league")


def _page(one: Round) -> Page:
    voice, views = one.voice, charts(one)
    heading = voice.t(
        "{league}, {edition}",
        league=voice.say(one.league.title),
        edition=voice.edition(one.edition.name, inside=True),
    )
    blocks = _blocks(one)
    blocks |= {f"chart-{name}": chart_blocks([view], voice, one.volume.cache) for name, view in views.items()}
    finding = words.finding(one)
    text = markdown("league", voice, **_told(one), heading=heading, finding=finding, blocks=blocks)
    title, description = str(heading.striptags()), str(finding.striptags())
    bulletin = one.volume.tables.bulletin.id
    return Page(voice.lang, bulletin, one.address, title, description, text, blocks, "league")


def _blocks(one: Round) -> dict[str, str]:
    found = {
        "standings": league_tables.standings(one),
        "method": method(one),
        "values": league_tables.values(one),
    }
    if one.table.changes:
        found["changes"] = league_tables.changes(one)
    if league_tables.has_panels(one):
        found["panels"] = league_tables.panels(one)
    if any(path in one.volume.sizes for _, path, _ in _wanted(one)):
        found["downloads"] = _downloads(one)
        found["verify"] = block("league_verify", one.voice)
    return found


def _told(one: Round) -> dict[str, object]:
    last = _last(one)
    return {
        "besides": list(words.besides(one)),
        "newest": None if last is one.edition else last.name,
        "others": [edition for edition in reversed(one.volume.editions) if one.league.id in edition.leagues],
        "one": one,
        "sure": list(words.how_sure(one)),
        "gaps": list(reasons.gaps(one)),
        "unseated": list(unseated(one)),
        "influences": list(reasons.influences(one)),
        "turned": reasons.turned(one),
        "note": one.voice.say(one.contest.note),
        "weighable": weights.offered(one.league) and one.edition is one.volume.newest,
    }


def _last(one: Round) -> Edition:
    """The newest edition that has this league."""
    return next(edition for edition in reversed(one.volume.editions) if one.league.id in edition.leagues)


def _wanted(one: Round) -> list[tuple[Markup, str, str]]:
    """The files of this edition's table: what each is, its path, its format."""
    t, package = one.voice.t, one.league.package
    folder = f"{one.volume.tables.bulletin.id}/editions/{one.edition.name}/data/{package}/"
    said = (
        t("Ranks, scores and values"),
        t("Method, values and results"),
        t("The program that computes the ranks again"),
    )
    wanted = [(text, f"{folder}{name}", kind) for text, (name, kind) in zip(said, FILES, strict=True)]
    return [*wanted, (t("All of it (data package)"), f"{folder}{package}.zip", "ZIP")]


def _downloads(one: Round) -> str:
    sizes = one.volume.sizes
    links = [(text, f"^/{path}", kind, sizes[path]) for text, path, kind in _wanted(one) if path in sizes]
    return parts.downloads(one.volume, links)
