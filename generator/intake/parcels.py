"""One package off the disk: its descriptor, its files as sheets, and whatever lies beside them undeclared."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from generator.errors import Problem
from generator.memory import Memory
from generator.model.bulletin import Bulletin, Package, Resource

from .contract import PROJECT_TABLES, PROJECTS, REFERENCE, REFERENCE_TABLES, schema_of
from .descriptor import DESCRIPTOR, read_package, table_and_edition
from .folders import opened
from .sheets import Sheet, read_sheet
from .yamlfile import YamlFile

MAX_DEPTH = 8  # folders below a package; the contract has one
_TABLES_OF = {REFERENCE: REFERENCE_TABLES, PROJECTS: PROJECT_TABLES}


@dataclass(frozen=True, slots=True)
class Parcel:
    """A package as it was found. ``lost`` names the tables of which a declared file could not be read."""

    package: Package
    file: YamlFile
    sheets: tuple[Sheet, ...]
    lost: frozenset[str]


def package_names(folder: Path, bulletin: Bulletin | None) -> tuple[str, ...]:
    """The packages that a bulletin must have; where its declaration cannot be read, those that it seems to have."""
    found = sorted(part.name for part in folder.iterdir() if (part / DESCRIPTOR).is_file())
    if bulletin is None:
        return tuple(found)
    projects = (PROJECTS,) if (folder / PROJECTS).exists() else ()
    return (REFERENCE, *bulletin.topics, *projects)


def undeclared_packages(folder: Path, names: tuple[str, ...]) -> list[Problem]:
    """Packages on the disk that the bulletin does not name among its topics."""
    return [
        Problem("package-undeclared", f"{folder.name}/{part.name}", file=f"{folder.name}/{part.name}", value=part.name)
        for part in sorted(folder.iterdir())
        if part.name not in names and not part.name.startswith(".") and (part / DESCRIPTOR).is_file()
    ]


def lost_tables(packages: Iterable[str]) -> frozenset[str]:
    """The tables that packages would hold of which not even the descriptor can be read."""
    tables: set[str] = set()
    for name in packages:
        tables |= set(_TABLES_OF.get(name, ("observations", "targets")))
    return frozenset(tables)


def read_parcel(folder: Path, name: str, memory: Memory) -> tuple[Parcel | None, list[Problem]]:
    """The package ``name`` with all of its files that can be read."""
    package, file, problems = read_package(folder, name, memory)
    if package is None:
        return None, problems
    sheets: list[Sheet] = []
    for resource in package.resources:
        sheet, wrong = _sheet(package, resource, file.place, memory)
        problems += wrong
        sheets += [sheet] if sheet else []
    if not isinstance(file.data.get("resources"), list):
        return Parcel(package, file, (), lost_tables([name])), problems
    read = [sheet.resource.name for sheet in sheets]
    lost = frozenset(str(data.get("table")) for data in _declared(file) if data.get("name") not in read)
    return Parcel(package, file, tuple(sheets), lost), problems + _undeclared_files(package, file)


def without(parcel: Parcel, files: Collection[str]) -> Parcel:
    """The parcel as if some of its files could not be read."""
    left = tuple(sheet for sheet in parcel.sheets if sheet.place.file not in files)
    lost = {sheet.table for sheet in parcel.sheets if sheet.place.file in files}
    return replace(parcel, sheets=left, lost=parcel.lost | lost)


def _declared(file: YamlFile) -> list[dict[str, Any]]:
    return [data for data in file.data["resources"] if isinstance(data, dict)]


def _sheet(package: Package, resource: Resource, place: Problem, memory: Memory) -> tuple[Sheet | None, list[Problem]]:
    """The sheet of one resource, once its schema is known to be the contract's."""
    base = place.file.removesuffix(DESCRIPTOR)
    here = replace(place, resource=resource.name, file=base + resource.path)
    schema = f"schemas/{resource.table}.json"
    copy, problems = opened(package.folder, schema, replace(here, file=base + schema))
    if not problems and copy != schema_of(resource.table).content:
        problems = [replace(here, rule="schema-copy", file=base + schema, value=schema)]
    content, unopened = opened(package.folder, resource.path, here)
    if unopened:
        return None, problems + unopened
    inputs = (content, package.name, resource, here)
    sheet, wrong = memory.recall(("sheet", here.file), inputs, partial(read_sheet, *inputs))
    return sheet, problems + wrong


def _undeclared_files(package: Package, file: YamlFile) -> list[Problem]:
    """CSV files that no resource declares: an editor would think they are published."""
    declared = {str(data.get("path")) for data in _declared(file)}
    base = file.place.file.removesuffix(DESCRIPTOR)
    found = [path for path in data_files(package.folder) if path not in declared]
    return [replace(file.place, rule=_undeclared(path), file=base + path, value=path) for path in found]


def _undeclared(path: str) -> str:
    return "file-undeclared" if any(table_and_edition(path)) else "file-name"


def data_files(folder: Path) -> list[str]:
    """The CSV files of a package on the disk, relative to it; linked folders are not entered, nor endless ones."""
    found: list[str] = []
    for place, folders, names in os.walk(folder):
        inside = Path(place).relative_to(folder)
        if len(inside.parts) == MAX_DEPTH:
            folders.clear()
        found += [(inside / name).as_posix() for name in names if _is_data(name)]
    return sorted(found)


def _is_data(name: str) -> bool:
    return name.lower().endswith(".csv") and not name.startswith((".", "~"))
