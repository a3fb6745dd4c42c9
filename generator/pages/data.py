"""The data pages: a package in words, with its files, sizes, checksums and fields."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.model.page import File, Page
from generator.model.reference import Source
from generator.model.text import Text

from . import parts
from .render import block, markdown
from .volume import Volume

DESCRIPTOR = "datapackage.json"
EXCEL = ".excel.csv"  # the copy with a byte order mark, by which Excel knows UTF-8


@dataclass(frozen=True, slots=True)
class Published:
    """A published package: its descriptor, and the files beside it."""

    name: str
    descriptor: Mapping[str, Any]
    files: tuple[File, ...]

    @property
    def title(self) -> Text:
        return Text(self.descriptor.get("title", ""), self.descriptor.get("title_en", ""))

    @property
    def description(self) -> Text:
        return Text(self.descriptor.get("description", ""), self.descriptor.get("description_en", ""))


def pages(volume: Volume) -> Iterator[Page]:
    """The list of packages, and a page a package of the newest edition."""
    packages = published(volume)
    if packages:
        yield _index(volume, packages)
    for package in packages:
        stated = _sources(volume, package)
        yield volume.recall(("package", package.name), (package, stated), partial(_page, volume, package, stated))


def published(volume: Volume) -> list[Published]:
    """The newest edition's packages, in page order, found by their descriptors among the published files."""
    folder = f"{volume.tables.bulletin.id}/data/"
    found: dict[str, list[File]] = {}
    for file in volume.packages:
        if file.path.startswith(folder):
            found.setdefault(file.path.removeprefix(folder).partition("/")[0], []).append(file)
    described = {name: files for name, files in found.items() if any(file.path.endswith(DESCRIPTOR) for file in files)}
    order = [*volume.tables.bulletin.topics, "projects", "reference"]
    names = sorted(described, key=lambda name: (order.index(name) if name in order else len(order), name))
    return [_published(name, described[name]) for name in names]


def _published(name: str, files: list[File]) -> Published:
    descriptor = next(file for file in files if file.path.endswith(f"/{DESCRIPTOR}"))
    return Published(name, json.loads(descriptor.content), tuple(files))


def _index(volume: Volume, packages: list[Published]) -> Page:
    voice, bulletin = volume.voice, volume.tables.bulletin.id
    title = str(voice.t("Data"))
    sizes = volume.sizes
    everything = f"{bulletin}/data/{bulletin}.zip"
    links = (
        [(voice.t("Everything in one file"), f"^/{everything}", "ZIP", sizes[everything])]
        if everything in sizes
        else []
    )
    links.append((voice.t("Catalogue for programs"), "^/catalog.json", "JSON", 0))
    blocks = {
        "packages": block("packages", voice, packages=packages, bulletin=bulletin, sizes=sizes),
        "downloads": parts.downloads(volume, links),
    }
    text = markdown("data", voice, heading=title)
    description = str(voice.t("All data of this bulletin as open data packages, with descriptions and checksums."))
    return Page(volume.lang, bulletin, "data/", title, description, text, blocks, "data")


def _sources(volume: Volume, package: Published) -> list[Source]:
    """The sources that a package names, as this bulletin lists them."""
    titles = {source.get("title") for source in package.descriptor.get("sources", [])}
    return [source for source in volume.tables.reference.sources.values() if source.title.of("zh") in titles]


def _page(volume: Volume, package: Published, stated: Sequence[Source]) -> Page:
    voice, bulletin = volume.voice, volume.tables.bulletin
    resources = {resource["path"]: resource for resource in package.descriptor["resources"] if "schema" in resource}
    folder = f"{bulletin.id}/data/{package.name}/"
    blocks = {
        "identity": block("package", voice, package=package, bulletin=bulletin),
        "files": block("files", voice, files=_lines(package, folder)),
        **({"sources": block("sources", voice, sources=stated)} if stated else {}),
    }
    tables = []
    for place, (path, resource) in enumerate(resources.items(), start=1):
        blocks[f"table-{place}"] = block("fields", voice, resource=resource, place=place, lang=volume.lang)
        tables.append((place, path, Text(resource.get("title", path), resource.get("title_en", path)).of(volume.lang)))
    text = markdown(
        "package",
        voice,
        heading=package.title.of(volume.lang),
        description=package.description.of(volume.lang),
        tables=tables,
        sources=bool(stated),
        address=f"{folder}{DESCRIPTOR}",
    )
    title, description = package.title.of(volume.lang), package.description.of(volume.lang)
    return Page(volume.lang, bulletin.id, f"data/{package.name}/", title, description, text, blocks, "package")


@dataclass(frozen=True, slots=True)
class Line:
    """One file of a package, with its copy for spreadsheets if it has one."""

    name: str
    address: str
    size: int
    digest: str
    rows: int | None
    copy: str


def _lines(package: Published, folder: str) -> list[Line]:
    paths = {file.path for file in package.files}
    return [
        Line(
            name=file.path.removeprefix(folder),
            address=f"^/{file.path}",
            size=file.size,
            digest=file.digest,
            rows=_rows(file),
            copy=f"^/{copy}" if (copy := file.path.removesuffix(".csv") + EXCEL) in paths else "",
        )
        for file in package.files
        if not file.path.endswith(EXCEL)
    ]


def _rows(file: File) -> int | None:
    """Data rows of a CSV file, not counting its header; None for other files. Our CSVs have no line breaks in cells."""
    return max(0, file.content.count(b"\n") - 1) if file.path.endswith(".csv") else None
