"""One folder: all files of a demonstration bulletin, byte for byte the same for the same plan."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.errors import UsageError
from generator.intake import refuse_name, sheet_bytes, start_bulletin, write_descriptor

from . import projects, publication
from .concepts import concept, indicators, others
from .panel import panel
from .places import areas, counties, peers
from .plan import Plan, edition
from .statements import rows
from .tables import Row, table
from .targets import WEIGHTS, targets, weights

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
    lists = _code_lists(plan)
    concepts = [concept(row) for row in lists["indicators"] if row["typical"]]
    yield DECLARATION, _yaml(publication.declaration(plan, {row["topic"] for row in lists["indicators"]}))
    yield "releases.yaml", _yaml(publication.releases(plan, concepts))
    for name, content in lists.items():
        yield f"reference/{name}.csv", sheet_bytes(name, content)
    for topic in dict.fromkeys(row["topic"] for row in lists["indicators"]):
        yield from _topic(plan, lists, topic)
    yield from _projects(plan, {row["code"] for row in lists["areas"]})


def _code_lists(plan: Plan) -> Lists:
    places = areas(plan)
    concepts = [*indicators(plan.indicators), *others()]
    known = {"", *(row["id"] for row in concepts)}
    return {
        "areas": places,
        "indicators": concepts,
        "breakdowns": table("breakdowns"),
        "peers": peers(places),
        "sources": publication.sources(plan),
        "glossary": [row for row in table("glossary") if row["indicator"] in known],
    }


def _topic(plan: Plan, lists: Lists, topic: str) -> Iterator[File]:
    mine = [row for row in lists["indicators"] if row["topic"] == topic]
    places = counties(plan, lists["areas"])
    series = [one for row in mine if row["typical"] for one in panel(plan, concept(row), places)]
    weighed = any(row["id"] == WEIGHTS for row in mine)
    for now in plan.published:
        stated = [row for one in series for row in rows(plan, one, now)]
        stated += weights(plan, now) if weighed else []
        aims = [row for one in series if not (one.peers or one.breakdown) for row in targets(plan, one, now)]
        yield from _sheets(topic, edition(now), {"observations": stated, "targets": aims})


def _projects(plan: Plan, codes: set[str]) -> Iterator[File]:
    known = projects.projects(plan, codes)
    yield "projects/projects.csv", sheet_bytes("projects", known)
    for now in plan.published:
        told = {"status": [*projects.status(plan, known, now)], "amounts": [*projects.amounts(plan, known, now)]}
        yield from _sheets("projects", edition(now), told)


def _sheets(package: str, name: str, tables: Lists) -> Iterator[File]:
    """A file each table that has rows."""
    return ((f"{package}/{one}/{name}.csv", sheet_bytes(one, content)) for one, content in tables.items() if content)


def _yaml(content: Mapping[str, Any]) -> bytes:
    return yaml.safe_dump(dict(content), allow_unicode=True, sort_keys=False, width=1000).encode()
