"""A chain runs one way: no link feeds, over others, itself; and it has an end in sight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.model.chain import ChainLink

LONGEST = 100  # links one below another: those that are published have a handful


def endless(gathered: Gathered) -> Iterator[Problem]:
    """Links that lie deeper below one another than any map could show: each chain once, at the first too deep."""
    depths, told = _depths(gathered.tables.reference.chain_links), set[str]()
    for sheet in gathered.sheets_of("chain_links"):
        for record in sheet.records:
            chain = record.cells.get("chain", "")
            if chain not in told and depths.get(record.cells.get("id", ""), 0) > LONGEST:
                told.add(chain)
                yield sheet.problem("chain-long", record.line, "feeds", chain, limit=str(LONGEST))


def _depths(links: Mapping[str, ChainLink]) -> dict[str, int]:
    """How many links lie above each one and itself, along the longest way; none of those in or below a circle."""
    waiting = Counter(below for link in links.values() for below in link.feeds)
    depths = dict.fromkeys((name for name in links if not waiting[name]), 1)
    ready = [*depths]
    for name in ready:  # grows as it is read
        for below in links[name].feeds:
            depths[below] = max(depths.get(below, 1), depths[name] + 1)
            waiting[below] -= 1
            if not waiting[below] and below in links:
                ready.append(below)
    return depths


def circles(gathered: Gathered) -> Iterator[Problem]:
    """Links that are downstream of themselves: each circle once, at the first of its links."""
    links, told = _feeding(gathered.tables.reference.chain_links), set[str]()
    for sheet in gathered.sheets_of("chain_links"):
        for record in sheet.records:
            circle = _circle(links, record.cells.get("id", "")) if record.cells.get("id") not in told else ()
            told.update(circle)
            if circle:
                value, path = record.cells["chain"], " → ".join((*circle, circle[0]))
                yield sheet.problem("chain-circle", record.line, "feeds", value, parts=path)


def _feeding(links: Mapping[str, ChainLink]) -> dict[str, list[str]]:
    """What each link feeds, without the links at which a chain begins or ends: what is left may lie in a circle."""
    feeds = {link: [one for one in said.feeds if one in links] for link, said in links.items()}
    for _ in range(2):  # from the ends upstream, then from the beginnings downstream
        fed: dict[str, list[str]] = {link: [] for link in feeds}
        for link, below in feeds.items():
            for one in below:
                fed[one].append(link)
        open_ways = {link: len(below) for link, below in feeds.items()}
        loose = [link for link, count in open_ways.items() if not count]
        for link in loose:  # grows as it is read
            for above in fed[link]:
                open_ways[above] -= 1
                if not open_ways[above]:
                    loose.append(above)
        gone = {*loose}
        feeds = {link: [one for one in above if one not in gone] for link, above in fed.items() if link not in gone}
    return feeds


def _circle(feeds: Mapping[str, list[str]], start: str) -> tuple[str, ...]:
    """The shortest way from ``start`` downstream back to it; empty if there is none."""
    ways, above = [start], dict[str, str]()
    for link in ways:  # grows as it is read
        for below in feeds.get(link, ()):
            if below not in above:
                above[below] = link
                ways.append(below)
        if start in above:
            way = [above[start]]
            while way[-1] != start:
                way.append(above[way[-1]])
            return tuple(reversed(way))
    return ()
