"""The front page of a bulletin and the pages of its editions: what happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from markupsafe import Markup

from generator.model.edition import Edition
from generator.model.figure import Figure
from generator.model.page import Page

from . import narrative, parts, race, rows, tally
from .findings import LEAST, MOST, findings
from .milestones import newly_missed
from .order import grouped
from .render import block, markdown
from .volume import Volume
from .wording.escape import inert

FIGURES_A_TOPIC = 5  # rows of a topic on the front page; the edition's own page has all
UNFOLDED = 12  # rows of a topic on an edition's page before the rest is folded
LISTED = 80  # rows of a topic that an edition's page names; more are counted by indicator, and are in its CSV
FOLDED = 8  # of fewer, folding would hide more than it spares


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
    return edition.release, edition.figures, edition.said, edition.leagues, missed, edition.revisions


def _front(volume: Volume) -> Page:
    edition = volume.newest
    topics = _topics(volume, edition, FIGURES_A_TOPIC)
    blocks = _shared_blocks(volume, edition, topics) | {"finder": parts.finder(volume)}
    told = _told(volume, edition, topics, blocks)
    text = markdown("front", volume.voice, **told, archive=len(volume.editions) > 1)
    title = volume.tables.bulletin.title.of(volume.lang)
    return Page(volume.lang, volume.tables.bulletin.id, "", title, _description(volume, edition), text, blocks, "front")


def _edition(volume: Volume, edition: Edition) -> Page:
    topics = _topics(volume, edition, None)
    blocks = _shared_blocks(volume, edition, topics)
    projects = [edition.figures[name] for name in edition.said if edition.figures[name].key.kind == "amount"]
    if projects:
        blocks["projects"] = _project_table(volume, edition.name, projects)
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


Topic = tuple[str, str, str]  # id, title, table


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
    description = str(voice.t("All editions of this bulletin, each as it was published."))
    blocks = {"editions": block("editions", voice, items=items)}
    return Page(volume.lang, volume.tables.bulletin.id, "editions/", title, description, text, blocks, "editions")


def _shared_blocks(volume: Volume, edition: Edition, topics: list[Topic]) -> dict[str, str]:
    said, first = [edition.figures[name] for name in edition.said], parts.headlines(edition)
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


def _topics(volume: Volume, edition: Edition, limit: int | None) -> list[Topic]:
    """Each topic that the edition speaks of: its id, title, and table."""
    said = [edition.figures[name] for name in edition.said if edition.figures[name].key.kind != "amount"]
    ordered = volume.recall(("said", edition.name), said, partial(volume.ordered, said))
    found: list[Topic] = []
    for topic, title, some in rows.by_topic(volume, ordered):
        step = ("topic", edition.name, topic, str(limit))
        make = partial(_table, volume, edition, topic, title, some, limit)
        found.append((topic, title, volume.recall(step, some, make)))
    return found


def _table(volume: Volume, edition: Edition, topic: str, title: str, figures: list[Figure], limit: int | None) -> str:
    """The figures of a topic, the first ``limit`` of them; without a limit all, counted if they are too many."""
    if limit is None and len(figures) > LISTED:
        caption = volume.voice.t("{topic}: figures of this edition, by indicator", topic=title)
        return tally.table(volume, f"t-{topic}", caption, figures, of=edition.name)
    cut = UNFOLDED if limit is None and len(figures) >= UNFOLDED + FOLDED else limit
    shown, rest = (figures, []) if cut is None else (figures[:cut], figures[cut:])
    caption = _caption(volume, title, len(shown), len(figures))
    found = _rows(volume, f"t-{topic}", caption, shown)
    if rest and limit is None:
        caption = volume.voice.t("{topic}: the other figures of this edition", topic=title)
        return found + block(
            "folded", volume.voice, count=len(rest), table=_rows(volume, f"t-{topic}-2", caption, rest)
        )
    if rest:
        found += block("more", volume.voice, href=f"~/editions/{edition.name}/#{topic}", count=len(figures))
    return found


def _rows(volume: Volume, name: str, caption: Markup, figures: list[Figure]) -> str:
    return rows.table(
        volume, name, caption, [rows.Group(Markup(""), rows.rows(volume, figures))], rows.Look(where=True)
    )


def _caption(volume: Volume, title: str, shown: int, of: int) -> Markup:
    voice = volume.voice
    if shown < of:
        return voice.t("{topic}: {shown} of {of} figures of this edition", topic=title, shown=shown, of=of)
    return voice.t("{topic}: figures of this edition", topic=title)


def _project_table(volume: Volume, edition: str, figures: list[Figure]) -> str:
    """The amounts that an edition states, project by project; counted by item if they are too many."""
    voice, held = volume.voice, grouped(figures, lambda figure: figure.key.subject)
    if len(figures) > LISTED:
        caption = voice.t("Single projects: figures of this edition, by item")
        return tally.table(volume, "t-projects", caption, figures, of=edition)
    groups = [
        rows.Group(voice.say(project.name), rows.rows(volume, held[name]), f"~/projects/{name}/")
        for name, project in volume.tables.projects.items()
        if name in held
    ]
    return rows.table(volume, "t-projects", voice.t("Single projects: figures of this edition"), groups, rows.Look())


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
