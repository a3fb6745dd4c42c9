"""The front page of a bulletin and the pages of its editions: what happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from markupsafe import Markup

from generator.model.edition import Edition
from generator.model.page import Page

from . import narrative, parts, race, topic_tables
from .findings import LEAST, MOST, findings
from .headlines import headlines
from .milestones import newly_missed
from .render import block, markdown
from .topic_tables import Topic
from .volume import Volume
from .wording.escape import inert

FIGURES_A_TOPIC = 5  # rows of a topic on the front page; the edition's own page has all


def pages(volume: Volume) -> Iterator[Page]:
    """The front page, the archive, and a page an edition."""
    yield _front(volume)
    yield _archive(volume)
    for edition in volume.editions:
        more = (_links(volume, edition), volume.newest.revisions, volume.newest.name)
        shown = (*_told_of(volume, edition), *more)
        yield volume.recall(("edition", edition.name), shown, partial(_edition, volume, edition))


def _told_of(volume: Volume, edition: Edition) -> tuple[object, ...]:
    """All that the sentences about an edition are made from."""
    missed = newly_missed(volume, edition)
    opens = edition.name == volume.editions[0].name
    return edition.release, edition.figures, edition.said, edition.leagues, missed, edition.revisions, opens


def _front(volume: Volume) -> Page:
    edition = volume.newest
    topics = topic_tables.topics(volume, edition, FIGURES_A_TOPIC)
    blocks = _shared_blocks(volume, edition, topics) | {"finder": parts.finder(volume)}
    told = _told(volume, edition, topics, blocks)
    text = markdown("front", volume.voice, **told, archive=len(volume.editions) > 1)
    title = volume.tables.bulletin.title.of(volume.lang)
    return Page(volume.lang, volume.tables.bulletin.id, "", title, _description(volume, edition), text, blocks, "front")


def _edition(volume: Volume, edition: Edition) -> Page:
    topics = topic_tables.topics(volume, edition, None)
    blocks = _shared_blocks(volume, edition, topics)
    projects = [edition.figures[name] for name in edition.said if edition.figures[name].key.kind == "amount"]
    if projects:
        blocks["projects"] = topic_tables.projects(volume, edition.name, projects)
    text = markdown(
        "edition",
        volume.voice,
        **_told(volume, edition, topics, blocks),
        newest=None if edition is volume.newest else volume.newest.name,
        projects=bool(projects),
        revised=_revised_since(volume, edition),
    )
    title, bulletin = str(volume.voice.edition(edition.name).striptags()), volume.tables.bulletin.id
    address, description = f"editions/{edition.name}/", _description(volume, edition)
    return Page(volume.lang, bulletin, address, title, description, text, blocks, "edition")


def _told(volume: Volume, edition: Edition, topics: list[Topic], blocks: Mapping[str, str]) -> dict[str, object]:
    """What the front page and an edition's page tell alike."""
    return {
        "heading": volume.voice.edition(edition.name),
        "note": volume.voice.say(edition.release.note),
        "happened": _happened(volume, edition),
        "headlines": "headlines" in blocks,
        "race": "race" in blocks,
        "new": _new(volume, edition),
        "sources": "sources" in blocks,
        "topics": [(topic, name) for topic, name, _ in topics],
    }


def _new(volume: Volume, edition: Edition) -> Markup:
    make = partial(narrative.what_is_new, volume, edition)
    return volume.recall(("new", edition.name), _told_of(volume, edition), make)


def _happened(volume: Volume, edition: Edition) -> list[Markup]:
    """What an edition and, of the newest, the front page say first, and say of themselves."""
    shown = (*_told_of(volume, edition), volume.raced)
    return volume.recall(("happened", edition.name), shown, partial(_found, volume, edition))


def _found(volume: Volume, edition: Edition) -> list[Markup]:
    """The editors' headlines in words, then what the rules find; up to ``LEAST`` sentences, the first figures."""
    chosen = narrative.happened(volume, edition) if edition.release.headlines else []
    said = [*chosen, *findings(volume, edition, MOST - len(chosen))]
    more = [one for one in narrative.stated_first(volume, edition) if one not in said] if len(said) < LEAST else []
    return [*said, *more[: LEAST - len(said)]]


def _revised_since(volume: Volume, edition: Edition) -> int:
    """How many figures of this edition a later one states differently."""
    said, known = set(edition.said), set(edition.revisions)
    return len({change.figure for change in volume.newest.revisions if change not in known and change.figure in said})


def _archive(volume: Volume) -> Page:
    voice = volume.voice
    items = [
        (edition, voice.edition(edition.name), voice.say(edition.release.note), _new(volume, edition))
        for edition in reversed(volume.editions)
    ]
    title = str(voice.t("Editions"))
    text = markdown("editions", voice, heading=title, count=len(items))
    description = str(voice.t("All editions of this bulletin, the newest first."))
    blocks = {"editions": block("editions", voice, items=items)}
    return Page(volume.lang, volume.tables.bulletin.id, "editions/", title, description, text, blocks, "editions")


def _shared_blocks(volume: Volume, edition: Edition, topics: list[Topic]) -> dict[str, str]:
    said, first = [edition.figures[name] for name in edition.said], headlines(volume, edition)
    blocks = {
        "dateline": block("dateline", volume.voice, edition=edition, release=edition.release),
        "downloads": parts.downloads(volume, _links(volume, edition)),
    }
    if first:
        blocks["headlines"] = parts.cards(volume, first, edition)
    if edition.leagues:
        blocks["race"] = race.top(volume, edition)
    if said:
        blocks["sources"] = parts.sources(volume, said)
    return blocks | {f"topic-{topic}": table for topic, _, table in topics}


def _links(volume: Volume, edition: Edition) -> list[tuple[Markup, str, str, int]]:
    """The edition's own packages, which stay as they are; on the front page of a bulletin those are the newest."""
    voice, folder = volume.voice, f"{volume.tables.bulletin.id}/editions/{edition.name}/"
    sizes = volume.sizes
    wanted = [(voice.t("All figures of this edition, one table"), f"{folder}figures.csv", "CSV")]
    for name, package in volume.tables.packages.items():
        title = voice.t("{package} (data package)", package=voice.say(package.title))
        wanted.append((title, f"{folder}data/{name}/{name}.zip", "ZIP"))
    return [(text, f"^/{path}", kind, sizes[path]) for text, path, kind in wanted if path in sizes]


def _description(volume: Volume, edition: Edition) -> str:
    said = _happened(volume, edition)
    title = volume.tables.bulletin.title.of(volume.lang)
    return str(inert(title).unescape() if not said else said[0].striptags())
