"""``datapackage.yaml`` of one package -> Package. Only what the contract names is read; nothing is followed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from generator.errors import Problem
from generator.memory import Memory
from generator.model.bulletin import Package, Resource
from generator.model.text import Text

from .contract import EDITION, EDITION_TABLES, TABLES
from .folders import MEGABYTES, opened, refusal, refusal_of_folder
from .yamlfile import Shape, YamlFile, read_yaml, shape

DESCRIPTOR = "datapackage.yaml"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
# Said in full, since frictionless guesses whatever is left out, even which row is the header.
DIALECT = {
    "header": True,
    "headerRows": [1],
    "delimiter": ",",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
}

# Settings of a resource that have one right value: anything else would let a descriptor steer how its file is opened.
FIXED: Mapping[str, object] = {
    "type": "table", "scheme": "file", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
    "dialect": DIALECT,
}  # fmt: skip
_PACKAGE: Shape = {
    "name": str, "title": str, "title_en": str, "description": str, "description_en": str,
    "version": str, "licenses": list, "resources": list,
}  # fmt: skip
_PACKAGE_MAY: Shape = {"$schema": str, "sources": list, "keywords": list, "homepage": str, "contributors": list}
_RESOURCE: Shape = {
    "name": str, "path": str, "title": str, "title_en": str, "table": str, "schema": str,
    "type": str, "scheme": str, "format": str, "mediatype": str, "encoding": str, "dialect": dict,
}  # fmt: skip
_RESOURCE_MAY: Shape = {"edition": str, "description": str, "description_en": str}


def vetted(data: Mapping[str, Any]) -> dict[str, Any]:
    """What a validator may see of a descriptor: nothing that would make it open a file or an address."""
    known = {key: data[key] for key in {*_PACKAGE, *_PACKAGE_MAY} - {"$schema"} if data.get(key) is not None}
    return {"$schema": PROFILE, **known, "resources": []}


def read_package(
    bulletin: Path, name: str, memory: Memory | None = None
) -> tuple[Package | None, YamlFile, list[Problem]]:
    """The package ``name`` of a bulletin with the resources that may be opened, and what is wrong with the rest."""
    place = Problem("", f"{bulletin.name}/{name}", file=f"{bulletin.name}/{name}/{DESCRIPTOR}")
    if rule := refusal_of_folder(bulletin, name):
        return None, YamlFile(place), [Problem(rule, place.package, file=f"{bulletin.name}/{name}", value=name)]
    content, problems = opened(bulletin / name, DESCRIPTOR, place)
    if problems:
        return None, YamlFile(place), problems
    make = partial(read_yaml, content, place)
    file, found = (memory or Memory()).recall(("descriptor", place.file), content, make)
    problems = [*found]
    if not file.data:
        return None, file, problems
    problems += shape(file, (), file.data, _PACKAGE, _PACKAGE_MAY)
    if file.data.get("$schema") not in (None, PROFILE):  # another profile would be fetched from the network
        problems.append(file.problem("descriptor-profile", ("$schema",), file.data["$schema"], expected=PROFILE))
    if file.data.get("name") != name:
        problems.append(file.problem("package-name", ("name",), file.data.get("name"), expected=name))
    resources, wrong = _resources(bulletin / name, file)
    return _package(bulletin / name, file.data, resources), file, problems + wrong


def _package(folder: Path, data: Mapping[str, Any], resources: tuple[Resource, ...]) -> Package:
    return Package(
        name=folder.name,
        title=text_of(data, "title"),
        description=text_of(data, "description"),
        version=str(data.get("version", "")),
        folder=folder,
        resources=resources,
    )


def text_of(data: Mapping[str, Any], key: str) -> Text:
    """``key`` in Chinese and ``key_en`` in English, as descriptors and declarations write them."""
    return Text(str(data.get(key) or ""), str(data.get(f"{key}_en") or ""))


def _resources(folder: Path, file: YamlFile) -> tuple[tuple[Resource, ...], list[Problem]]:
    """The sound resources of the descriptor, and the problems of the others."""
    sound: dict[str, Resource] = {}
    problems: list[Problem] = []
    declared = file.data.get("resources")
    for position, data in enumerate(declared if isinstance(declared, list) else ()):
        found = _resource_problems(folder, file, position, data)
        name = data.get("name") if isinstance(data, dict) else None
        if isinstance(name, str) and name in sound:
            found.append(file.problem("resource-repeated", ("resources", position, "name"), name))
        problems += found
        if not found:
            sound[data["name"]] = Resource(
                data["name"], data["path"], data["table"], data.get("edition", ""), text_of(data, "title")
            )
    return tuple(sound.values()), problems


def _resource_problems(folder: Path, file: YamlFile, position: int, data: object) -> list[Problem]:
    here: tuple[str | int, ...] = ("resources", position)
    problems = shape(file, here, data, _RESOURCE, _RESOURCE_MAY)
    if problems or not isinstance(data, dict):
        return problems
    for key, value in FIXED.items():
        if data[key] != value:
            problems.append(file.problem("resource-setting", (*here, key), data[key], expected=str(value)))
    if data["table"] not in TABLES:
        problems.append(file.problem("table-unknown", (*here, "table"), data["table"], known=", ".join(TABLES)))
        return problems
    edition = data.get("edition") or ""
    if data["name"] != (name := name_of(data["table"], edition)):
        problems.append(file.problem("resource-setting", (*here, "name"), data["name"], expected=name))
    wanted = {"path": path_of(data["table"], edition or "EDITION"), "schema": f"schemas/{data['table']}.json"}
    for key, path in wanted.items():
        if rule := refusal(folder, data[key]):
            problems.append(file.problem(rule, (*here, key), data[key], limit=MEGABYTES))
        elif data[key] != path:
            problems.append(file.problem("resource-path", (*here, key), data[key], expected=path))
    return problems


def path_of(table: str, edition: str) -> str:
    """Where the rows of a table stand in their package: ``areas.csv``, ``observations/2022-Q1.csv``."""
    return f"{table}/{edition}.csv" if table in EDITION_TABLES else f"{table}.csv"


def table_and_edition(path: str) -> tuple[str, str]:
    """The table and the edition of a file of the contract: the reverse of path_of. Both blank for any other file."""
    folder, _, name = path.removesuffix(".csv").rpartition("/")
    table, edition = (folder, name) if folder else (name, "")
    known = table in EDITION_TABLES and EDITION.fullmatch(edition) if folder else table in TABLES
    return (table, edition) if known and path == path_of(table, edition) else ("", "")


def name_of(table: str, edition: str) -> str:
    """The name of a resource in its package: ``areas``, ``observations-2022-q1``."""
    return f"{table}-{edition.lower()}" if table in EDITION_TABLES else table
