"""Maps of industry chains (产业链图谱): a drawing from upstream to downstream, and the same in a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.chain import ChainLink, ChainMap, LinkState
from generator.model.mechanism import Mechanism
from generator.model.project import Project

from ..charts import Graph, Node, graph
from ..render import block
from ..volume import Volume
from ..wording.voice import Voice
from .panel import NAMED, Section


@dataclass(frozen=True, slots=True)
class Line:
    """One link in words."""

    id: str
    name: Markup
    state: Markup
    kind: LinkState
    feeds: Markup
    candidates: Markup
    note: Markup


def sections(volume: Volume, mechanism: Mechanism) -> Iterator[Section]:
    """A section a chain that is a part of the mechanism's indicators or holds a project of its list; of a mechanism
    that has neither, a section a chain."""
    own = _own(volume, mechanism)
    for chain, one in volume.newest.chains.items():
        if chain in own or not own:
            yield _section(volume, one)


def _own(volume: Volume, mechanism: Mechanism) -> set[str]:
    parts = {figure.key.breakdown for name in mechanism.indicators for figure in volume.by_indicator.get(name, ())}
    return parts | {one.chain for one in volume.tables.projects.values() if mechanism.id in one.programmes}


def _section(volume: Volume, one: ChainMap) -> Section:
    voice, reference = volume.voice, volume.tables.reference
    links, name = reference.chain_links, voice.name(reference.breakdowns[one.chain])
    own = [links[link] for layer in one.layers for link in layer]
    said = _said(voice, name, own)
    projects = _projects(volume, one.chain)
    sources = [reference.sources[link.source] for link in own if link.source in reference.sources]
    cited = (Markup('<a href="~/sources/{}/">{}</a>').format(one.id, voice.source(one)) for one in sources)
    html = block(
        "chain",
        voice,
        name=f"chain-{one.chain}",
        caption=voice.t("Industry chain: {chain}", chain=name),
        alt=said.striptags(),
        drawing=_drawing(volume, one),
        layers=[[_line(volume, links[link]) for link in layer] for layer in one.layers],
        projects=projects[:NAMED],
        more=len(projects[NAMED:]),
        sources=voice.listing(dict.fromkeys(cited)),
    )
    title = voice.t("Industry chain: {chain}", chain=name)
    return Section(f"chain-{one.chain}", title, (said,), html, projects=bool(projects))


def _said(voice: Voice, name: Markup, links: Sequence[ChainLink]) -> Markup:
    """How many links the chain has, and which are weak or missing, by name."""
    parts = [voice.n("{chain} has {count} link.", "{chain} has {count} links.", len(links), chain=name)]
    gaps, weak = ([voice.say(link.name) for link in links if link.state == state] for state in ("gap", "weak"))
    if gaps:
        parts.append(voice.t("Gaps: {links}.", links=voice.listing(gaps)))
    if weak:
        parts.append(voice.t("Weak: {links}.", links=voice.listing(weak)))
    if not gaps and not weak:
        parts.append(voice.t("None is weak or missing."))
    return voice.passage(parts)


def _drawing(volume: Volume, one: ChainMap) -> Graph:
    links, words = volume.tables.reference.chain_links, _states(volume.voice)
    own = {name: links[name] for layer in one.layers for name in layer}
    nodes = {
        name: Node(link.name.of(volume.lang), "" if link.state == "present" else str(words[link.state]), link.state)
        for name, link in own.items()
    }
    return graph(one.layers, nodes, {name: link.feeds for name, link in own.items()})


def _states(voice: Voice) -> dict[LinkState, Markup]:
    return {"present": voice.t("present"), "weak": voice.t("weak"), "gap": voice.t("gap")}


def _line(volume: Volume, link: ChainLink) -> Line:
    voice, links = volume.voice, volume.tables.reference.chain_links
    return Line(
        id=link.id,
        name=voice.say(link.name),
        state=_states(voice)[link.state],
        kind=link.state,
        feeds=voice.listing(voice.say(links[below].name) for below in link.feeds),
        candidates=voice.say(link.candidates),
        note=voice.say(link.note),
    )


def _projects(volume: Volume, chain: str) -> list[tuple[Project, Markup]]:
    """The projects of a chain, each with its stage."""
    stages = {name: status.stage for name, status in volume.newest.project_status.items()}
    projects = (one for one in volume.tables.projects.values() if one.chain == chain)
    return [(one, volume.voice.stage(stages.get(one.id, "not_stated"))) for one in projects]
