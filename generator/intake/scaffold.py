"""What an editor need not write by hand: the descriptor of a package, made from the files present."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.model.licences import described
from generator.model.text import Text

from .contract import PROJECTS, REFERENCE, TABLES, TOPICS, schema_of
from .descriptor import DESCRIPTOR, FIXED, PROFILE, name_of, path_of, table_and_edition
from .folders import DECLARATION
from .parcels import data_files
from .sheets import rows_of

VERSION = "0.1.0"
TITLES: Mapping[str, Text] = {
    **TOPICS,
    REFERENCE: Text("代码表", "Code lists"),
    PROJECTS: Text("项目", "Projects"),
}


@dataclass(frozen=True, slots=True)
class PackageTexts:
    """The words of a descriptor."""

    title: Text
    description: Text
    licence: str
    sources: tuple[Mapping[str, str], ...] = ()


def descriptor_text(name: str, files: Iterable[str], texts: PackageTexts) -> str:
    """``datapackage.yaml`` of the package ``name`` that holds ``files``. The same input gives the same bytes."""
    tables = sorted((table_and_edition(file) for file in files), key=_order)
    descriptor: dict[str, Any] = {
        "$schema": PROFILE,
        "name": name,
        "title": texts.title.zh,
        "title_en": texts.title.en,
        "description": texts.description.zh,
        "description_en": texts.description.en,
        "version": VERSION,
        "licenses": [described(texts.licence)],
        "sources": [dict(source) for source in texts.sources],
        "resources": [_resource(table, edition) for table, edition in tables],
    }
    return yaml.dump(descriptor, Dumper=Unanchored, allow_unicode=True, sort_keys=False, width=120)


class Unanchored(yaml.SafeDumper):
    """Writes everything out, however often it is said: no anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _order(item: tuple[str, str]) -> tuple[int, str]:
    """Tables in the order of the contract, editions from oldest to newest."""
    return TABLES.index(item[0]), item[1]


def _resource(table: str, edition: str) -> dict[str, Any]:
    schema = schema_of(table).descriptor
    title, title_en = schema["title"], schema["title_en"]
    if edition:
        year, quarter = edition.split("-Q")
        title, title_en = f"{title}，{year}年第{quarter}季度", f"{title_en}, {year} Q{quarter}"
    resource = {
        "name": name_of(table, edition),
        "path": path_of(table, edition),
        "title": title,
        "title_en": title_en,
        "table": table,
        **({"edition": edition} if edition else {}),
    }
    return {**resource, **FIXED, "schema": f"schemas/{table}.json"}


def write_descriptor(folder: Path) -> list[Path]:
    """Writes the descriptor of the package in ``folder`` and the schemas that it needs. Returns what it changed."""
    files = [file for file in data_files(folder) if table_and_edition(file)[0]]
    written = {folder / DESCRIPTOR: descriptor_text(folder.name, files, texts_of(folder, files)).encode()}
    for table in sorted({table_and_edition(file)[0] for file in files}):
        written[folder / "schemas" / f"{table}.json"] = schema_of(table).content
    return [path for path, content in written.items() if write_if_changed(path, content)]


def write_if_changed(path: Path, content: bytes) -> bool:
    """Leaves a file alone that has the content already."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def texts_of(folder: Path, files: Sequence[str]) -> PackageTexts:
    """The words for a package: from the bulletin it belongs to, and the sources that its rows name."""
    data = yaml.safe_load((folder.parent / DECLARATION).read_text(encoding="utf-8"))
    bulletin = Text(data["title"], data["title_en"])
    title = _given_title(data, folder.name) or TITLES.get(folder.name) or _title_so_far(folder)
    return PackageTexts(title, _description(bulletin, folder.name, title), data["licence"], _sources(folder, files))


def _given_title(data: Mapping[str, Any], name: str) -> Text | None:
    """The title that the bulletin gives the topic, if it is in order: the check says what is not."""
    given = data.get("topic_titles")
    title = given.get(name) if isinstance(given, dict) else None
    if isinstance(title, dict) and title.get("zh") and title.get("en"):
        return Text(str(title["zh"]), str(title["en"]))
    return None


def _title_so_far(folder: Path) -> Text:
    """The title that the descriptor has already."""
    try:
        data = yaml.safe_load((folder / DESCRIPTOR).read_text(encoding="utf-8"))
        return Text(data["title"], data["title_en"])
    except (OSError, yaml.YAMLError, KeyError, TypeError):
        return Text(folder.name, folder.name)


def _description(bulletin: Text, name: str, title: Text) -> Text:
    if name == REFERENCE:
        return Text(
            f"《{bulletin.zh}》所用的地区、指标、度量、分组、单位、来源等代码表，以及名词、数量关系和事实去向。",
            f"Code lists of the {bulletin.en}: areas, indicators, measures, breakdowns, units, sources; "
            "with terms, relations between figures, and where each fact of the sources went.",
        )
    if name == PROJECTS:
        return Text(
            f"《{bulletin.zh}》所涉及的项目、园区和平台，及其进度和数额，每期一个文件。",
            f"Projects, parks and platforms in the {bulletin.en}, with their stage and amounts, one file an edition.",
        )
    return Text(
        f"《{bulletin.zh}》“{title.zh}”专题的观测值和目标值，每期一个文件。",
        f"Observations and targets of the {bulletin.en} on the topic “{title.en}”, one file an edition.",
    )


def _sources(folder: Path, files: Iterable[str]) -> tuple[Mapping[str, str], ...]:
    """The documents that the rows of the package name, in the order of the table of sources."""
    known = rows_of(folder.parent / REFERENCE / "sources.csv", "sources") or ()
    used = {row.get("source") for file in files for row in rows_of(folder / file, table_and_edition(file)[0]) or ()}
    cited = [row for row in known if row["id"] in used or folder.name == REFERENCE]
    return tuple(_cited(row) for row in cited)


def _cited(row: Mapping[str, str]) -> Mapping[str, str]:
    title = {
        "title": f"{row['publisher_zh']}：{row['title_zh']}",
        "title_en": f"{row['publisher_en']}: {row['title_en']}",
    }
    return {**title, "path": row["url"]} if row["url"] else title
