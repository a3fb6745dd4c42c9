"""catalog.json: everything a program needs to find every package of every edition, from one address."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.model.bulletin import Bulletin, Release
from generator.model.page import File

from .packages import edition_folder

FORMAT = "1.0"  # of the catalogue itself; the first number changes when a reader of the old one would break


def catalog(bulletins: Iterable[tuple[Bulletin, Sequence[Release]]], files: Iterable[File]) -> File:
    """The catalogue of these bulletins with their editions (oldest first), read off their published files.

    Every address is relative to the catalogue, so that the site may stand under any path.
    """
    published = {file.path: file for file in files}
    whole = {"format": FORMAT, "bulletins": [_bulletin(*one, published) for one in bulletins]}
    return File("catalog.json", (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode())


def _bulletin(bulletin: Bulletin, releases: Sequence[Release], published: Mapping[str, File]) -> dict[str, Any]:
    return {
        "id": bulletin.id,
        "title": bulletin.title.of("zh"),
        "title_en": bulletin.title.of("en"),
        "publisher": bulletin.publisher.of("zh"),
        "publisher_en": bulletin.publisher.of("en"),
        "official": bulletin.official,
        "demonstration": bulletin.demonstration,
        "contact": bulletin.contact,
        "licence": bulletin.licence,
        "address": f"{bulletin.id}/",
        "address_en": f"en/{bulletin.id}/",
        "newest": releases[-1].edition,
        "archive": _file(f"{bulletin.id}/data/{bulletin.id}.zip", published),
        "packages": _packages(f"{bulletin.id}/data/", bulletin, published),
        "editions": [_edition(bulletin, release, published) for release in reversed(releases)],
    }


def _edition(bulletin: Bulletin, release: Release, published: Mapping[str, File]) -> dict[str, Any]:
    folder = edition_folder(bulletin.id, release.edition)
    return {
        "edition": release.edition,
        "status": release.status,
        "data_until": release.data_until.isoformat(),
        "released_at": release.released_at.isoformat() if release.released_at else None,
        "address": folder,
        "address_en": f"en/{folder}",
        "figures": _file(f"{folder}figures.csv", published),
        "packages": _packages(f"{folder}data/", bulletin, published),
    }


def _packages(folder: str, bulletin: Bulletin, published: Mapping[str, File]) -> list[dict[str, Any]]:
    """The packages that stand in ``folder``, in page order, those of leagues last."""
    found = (path[len(folder) :].partition("/")[0] for path in published if path.startswith(f"{folder}league-"))
    places = [f"{folder}{name}/" for name in (*bulletin.topics, "projects", "reference", *sorted({*found}))]
    return [_package(place, published) for place in places if f"{place}datapackage.json" in published]


def _package(folder: str, published: Mapping[str, File]) -> dict[str, Any]:
    said = json.loads(published[f"{folder}datapackage.json"].content)
    name = said["name"]
    return {
        "name": name,
        "title": said["title"],
        "title_en": said["title_en"],
        "rows": {resource["name"]: resource["rows"] for resource in said["resources"] if "rows" in resource},
        "datapackage": _file(f"{folder}datapackage.json", published),
        "zip": _file(f"{folder}{name}.zip", published),
        "checksums": _file(f"{folder}SHA256SUMS", published),
    }


def _file(path: str, published: Mapping[str, File]) -> dict[str, Any] | None:
    """Address, size and hash of a published file; None if there is none."""
    if path not in published:
        return None
    return {"path": path, "bytes": published[path].size, "sha256": published[path].digest}
