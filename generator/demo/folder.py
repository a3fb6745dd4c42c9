"""One folder: all files of a demonstration bulletin, byte for byte the same for the same plan."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from generator.errors import UsageError
from generator.intake import Unanchored, refuse_name, sheet_bytes, start_bulletin, write_descriptor

from . import dossier, mechanisms, prefecture, projects, publication
from .concepts import concept, indicators, others
from .leagues import leagues
from .panel import panel
from .places import areas, counties, peers
from .plan import Plan, edition
from .statements import rows
from .tables import Row, table
from .targets import PLANNED, WEIGHTS, targets, weights
from .tracks import Track

DECLARATION = "bulletin.yaml"
Lists = Mapping[str, list[Row]]
File = tuple[str, bytes]  # path below the bulletin, content


def write(datasets: Path, plan: Plan) -> Path:
    """Writes the bulletin of ``plan`` into the folder of its name in ``datasets``, in place of an earlier one.

    UsageError if the name cannot be one, or if anything else is in that folder; nothing has been touched then.
    """
    refuse_name(datasets, plan.name)
    folder = datasets / plan.name
    _clear(folder)
    start_bulletin(folder)
    packages = set()
    for name, content in _files(plan):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        packages |= {path.relative_to(folder).parts[0]} if path.parent != folder else set()
    for package in sorted(packages):
        write_descriptor(folder / package)
    return folder


def _clear(folder: Path) -> None:
    """Removes an earlier demonstration; whatever else is there is refused."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return
    try:
        found = yaml.safe_load((folder / DECLARATION).read_bytes())
        ours = found["demonstration"] is True and found["publisher_en"] == publication.PUBLISHER.en
    except (OSError, yaml.YAMLError, KeyError, TypeError):
        ours = False
    if not ours:
        raise UsageError("{folder} holds something else than a demonstration; nothing was changed.", folder=folder)
    shutil.rmtree(folder)


def _files(plan: Plan) -> Iterator[File]:
    """All files but the descriptors. The declaration comes first, so that a run cut short can be repeated."""
    known = projects.tracks(plan, areas(plan))
    lists = _code_lists(plan, known)
    concepts = [concept(row) for row in lists["indicators"] if row["typical"]]
    yield DECLARATION, _yaml(publication.declaration(plan, {row["topic"] for row in lists["indicators"]}))
    yield "releases.yaml", _yaml(publication.releases(plan, concepts))
    declared = leagues(plan, lists["areas"], lists["indicators"])
    if declared:
        yield "leagues.yaml", _yaml(declared)
    for name, content in lists.items():
        if content or name not in ("mechanisms", "chain_links"):
            yield f"reference/{name}.csv", sheet_bytes(name, content)
    for topic in dict.fromkeys(row["topic"] for row in lists["indicators"]):
        yield from _topic(plan, lists, topic, known)
    yield from _projects(plan, lists, known)


def _code_lists(plan: Plan, tracks: Sequence[Track]) -> Lists:
    places = areas(plan)
    own = (row for row in others() if row["id"] == WEIGHTS or mechanisms.full(plan))
    concepts = [*indicators(plan.indicators), *own]
    known = {"", *(row["id"] for row in concepts)}
    return {
        "areas": places,
        "indicators": concepts,
        "measures": [row for row in table("measures") if row["indicator"] in known],
        "breakdowns": [*table("breakdowns"), *mechanisms.batches(plan)],
        "peers": peers(places),
        "sources": publication.sources(plan),
        "mechanisms": mechanisms.mechanisms(plan, dossier.named(plan, tracks)),
        "chain_links": mechanisms.chain_links(plan),
        "glossary": [row for row in table("glossary") if row["indicator"] in known],
    }


def _topic(plan: Plan, lists: Lists, topic: str, known: Sequence[Track]) -> Iterator[File]:
    mine = [row for row in lists["indicators"] if row["topic"] == topic]
    places, ids = counties(plan, lists["areas"]), {row["id"] for row in mine}
    series = [one for row in mine if row["typical"] for one in panel(plan, concept(row), places)]
    series += prefecture.series(plan, [row for row in mine if not row["typical"]], known)
    for now in plan.published:
        stated = [row for one in series for row in rows(plan, one, now)]
        stated += weights(plan, now) if WEIGHTS in ids else []
        stated += prefecture.yearly(plan, ids, now)
        aims = [row for one in series if not one.peers and one.breakdown in PLANNED for row in targets(plan, one, now)]
        aims += prefecture.aims(plan, ids, now) if mechanisms.full(plan) else []
        yield from _sheets(topic, edition(now), {"observations": stated, "targets": aims})


def _projects(plan: Plan, lists: Lists, known: Sequence[Track]) -> Iterator[File]:
    codes = {row["code"] for row in lists["areas"]}
    programmes = {row["id"] for row in lists["mechanisms"]}
    yield "projects/projects.csv", sheet_bytes("projects", projects.projects(plan, known, programmes))
    for now in plan.published:
        told = {"status": [*projects.status(plan, known, now)], "amounts": [*projects.amounts(plan, known, now)]}
        told |= dossier.filed(plan, known, codes, now) if programmes else {}
        yield from _sheets("projects", edition(now), told)


def _sheets(package: str, name: str, tables: Lists) -> Iterator[File]:
    """A file each table that has rows."""
    return ((f"{package}/{one}/{name}.csv", sheet_bytes(one, content)) for one, content in tables.items() if content)


def _yaml(content: Mapping[str, Any]) -> bytes:
    return yaml.dump(dict(content), Dumper=Unanchored, allow_unicode=True, sort_keys=False, width=1000).encode()
