"""The published files of a league table: method and results, the table, and the verifier that recomputes it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from generator.model.edition import Edition
from generator.model.page import File
from generator.model.reference import Source
from generator.model.standing import LeagueTable
from generator.model.text import Text

from .descriptor import PROFILE, identity, notice
from .league_document import FIRST, VERIFIER, league_document, league_rows
from .tables import to_csv

_TITLES: Mapping[str, tuple[str, Text, Text]] = {  # type, title, description
    "area": ("string", Text("地区代码", "Area code"), Text("参评地区的代码。", "Code of an area that takes part.")),
    "name_zh": ("string", Text("地区", "Area in Chinese"), Text("中文名称。", "Its name in Chinese.")),
    "name_en": ("string", Text("地区英文名", "Area in English"), Text("英文名称。", "Its name in English.")),
    "rank": ("integer", Text("位次", "Rank"), Text("空白表示未排位。", "Blank if the area is not ranked.")),
    "score": ("number", Text("得分", "Score"), Text("空白表示未排位。", "Blank if the area is not ranked.")),
}


def league_files(edition: Edition, table: LeagueTable, epoch: int) -> list[File]:
    """The files of one league in one edition, by their names in its package."""
    league, areas = table.contest.league, edition.tables.reference.areas
    header, *rows = league_rows(league, table.values, table.standings, areas)
    document = json.dumps(_document(edition, table), ensure_ascii=False, indent=1) + "\n"
    files = [
        File("league.csv", to_csv(header, rows)),
        File("league.json", document.encode()),
        File("verify_ranks.py", VERIFIER.read_bytes()),
    ]
    described = {**_about(edition, table, epoch), "resources": [*_resources(files, edition, table)]}
    return [File("datapackage.json", (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()), *files]


def _document(edition: Edition, table: LeagueTable) -> dict[str, Any]:
    bulletin, reference = edition.tables.bulletin, edition.tables.reference
    return {
        "edition": edition.name,
        "bulletin": {"id": bulletin.id, "title": asdict(bulletin.title)},
        "official": bulletin.official,
        "demonstration": bulletin.demonstration,
        "licence": bulletin.licence,
        "contact": bulletin.contact,
        **league_document(table.contest.league, table.values, table.standings),
        "names": {area: asdict(reference.areas[area].name) for area in table.standings},
        "series": {item: asdict(series) for item, series in table.contest.series.items()},
        "figures": {area: dict(own) for area, own in table.figures.items()},
    }


def _about(edition: Edition, table: LeagueTable, epoch: int) -> dict[str, Any]:
    bulletin, league, note = edition.tables.bulletin, table.contest.league, table.contest.note
    standing = notice(bulletin)
    return {
        "$schema": PROFILE,
        "name": league.package,
        "title": f"{bulletin.title.of('zh')}：{league.title.of('zh')}",
        "title_en": f"{bulletin.title.of('en')}: {league.title.of('en')}",
        "description": f"{note.zh}{standing.zh}",
        "description_en": f"{note.en} {standing.en}".strip(),
        "version": "1.0.0",
        "edition": edition.name,
        "data_until": edition.release.data_until.isoformat(),
        **identity(bulletin, _sources(edition, table), epoch),
    }


def _sources(edition: Edition, table: LeagueTable) -> list[Source]:
    """Where the values are from; of computed ones, where what they were computed from is."""
    waiting = [name for own in table.figures.values() for name in own.values()]
    taken: set[str] = set()
    while waiting:
        if (name := waiting.pop()) not in taken:
            taken.add(name)
            waiting += edition.figures[name].inputs
    cited = {edition.figures[name].source for name in taken}
    return [source for name, source in edition.tables.reference.sources.items() if name in cited]


def _resources(files: list[File], edition: Edition, table: LeagueTable) -> Iterator[dict[str, Any]]:
    kinds = {"csv": "text/csv", "json": "application/json", "py": "text/x-python"}
    for file in files:
        name, _, form = file.path.rpartition(".")
        said = {
            "name": {"csv": "league", "json": "method"}.get(form, name.replace("_", "-")),
            "path": file.path,
            "format": form,
            "mediatype": kinds[form],
            "encoding": "utf-8",
            "bytes": file.size,
            "hash": f"sha256:{file.digest}",
        }
        if form == "csv":
            schema = {"fields": [*_fields(edition, table)], "missingValues": [""], "primaryKey": ["area"]}
            said |= {"type": "table", "rows": len(table.standings), "schema": schema}
        yield said


def _fields(edition: Edition, table: LeagueTable) -> Iterator[dict[str, Any]]:
    reference = edition.tables.reference
    for column in FIRST:
        kind, title, about = _TITLES[column]
        yield _field(column, kind, title, about, required=kind == "string")
    for name in (item.id for item, _ in table.contest.league.root.items()):
        series = table.contest.series[name]
        indicator, measure = reference.indicators[series.indicator], reference.measures.get(series.measure)
        of, said = indicator.name, measure.name if measure else Text()
        title = Text(f"{of.of('zh')}（{said.of('zh')}）", f"{of.of('en')} ({said.of('en')})")
        about = Text("公布数；空白表示没有可用的数值。", "As published; blank if there is no certain value.")
        yield _field(name, "number", title, about, required=False)


def _field(name: str, kind: str, title: Text, about: Text, *, required: bool) -> dict[str, Any]:
    said = {"title": title.zh, "title_en": title.en, "description": about.zh, "description_en": about.en}
    constraints = {"constraints": {"required": True}} if required else {}
    return {"name": name, "type": kind, **said, **constraints}
