"""The published data packages of an edition, as files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Any

from generator.errors import BuildError
from generator.memory import Memory
from generator.model.bulletin import Package
from generator.model.edition import Edition
from generator.model.figure import Figure
from generator.model.page import File
from generator.model.project import Dossier, Project, ProjectStatus
from generator.model.reference import Relation, Source
from generator.model.statement import Statement
from generator.model.text import Text

from .archive import archive, kept
from .descriptor import descriptor, identity, notice
from .leagues import league_files
from .tables import in_order, rows_to_csv, table, to_csv, written
from .used import breakdowns, peers, sources, used_by_projects, used_by_statements

Schemas = Mapping[str, Mapping[str, Any]]
Records = Mapping[str, Sequence[object]]  # of a package, by name of the table
EXCEL_MARK = b"\xef\xbb\xbf"  # without it Excel reads UTF-8 as the local code page
FIGURES = (
    "id", "value", "value_high", "unit", "status", "bound", "period", "edition", "source",
    "formula_zh", "formula_en", "inputs",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rows:
    """What is stated up to an edition, the newest statement of every key."""

    statements: tuple[Statement, ...]
    projects: tuple[Project, ...]
    status: tuple[ProjectStatus, ...]
    dossier: Dossier

    def by_package(self, topics: Mapping[str, str]) -> dict[tuple[str, str], list[Statement]]:
        """The statements of each kind and topic; ``topics`` by indicator. Amounts of projects are of no topic."""
        found: dict[tuple[str, str], list[Statement]] = {}
        for row in self.statements:
            topic = "" if row.key.kind == "amount" else topics.get(row.key.concept, "")
            found.setdefault((row.key.kind, topic), []).append(row)
        return found


def edition_folder(bulletin: str, edition: str) -> str:
    return f"{bulletin}/editions/{edition}/"


def published(edition: Edition, schemas: Schemas, epoch: int, memory: Memory | None = None) -> list[File]:
    """The data files of the edition: the kept bytes if it is released, else made from its rows."""
    if not edition.release.locked:
        memory, tables = memory or Memory(), edition.tables
        last = edition.name
        rows = tuple(row for row in tables.statements if row.edition <= last)  # with reasons, unlike figures
        shown = (edition.release, rows, edition.figures, edition.leagues, edition.project_status, tables.projects)
        inputs = (shown, edition.dossier, tables.bulletin, tables.packages, tables.reference, epoch)
        make = partial(edition_files, edition, schemas, epoch, memory)
        return memory.recall(("edition", tables.bulletin.id, edition.name), inputs, make)
    path = edition.tables.folder / "released" / f"{edition.name}.zip"
    if not path.is_file():
        raise BuildError(f"{edition.name} is released, but its kept files are missing: released/{path.name}")
    files, folder = kept(path), edition_folder(edition.tables.bulletin.id, edition.name)
    if strays := [file.path for file in files if not file.path.startswith(folder)]:
        raise BuildError(f"released/{path.name} holds files that are not of this edition: {', '.join(strays)}")
    return files


def edition_files(edition: Edition, schemas: Schemas, epoch: int, memory: Memory | None = None) -> list[File]:
    """Every data file of the edition: its packages, and ``figures.csv`` with the computed figures among them."""
    memory = memory or Memory()
    folder = edition_folder(edition.tables.bulletin.id, edition.name)
    files = [File(f"{folder}figures.csv", figures_csv(edition, memory))]
    for name, records in package_records(edition, rows_of(edition), memory).items():
        texts = _texts(edition, name, [source for source in records["sources"] if isinstance(source, Source)], epoch)
        inputs = (name, records, texts, f"{folder}data/{name}/", epoch)
        files += memory.recall(("package", folder, name), inputs, partial(_package, *inputs, schemas))
    for held in edition.leagues.values():
        name = held.contest.league.package
        files += _packed(name, league_files(edition, held, epoch), f"{folder}data/{name}/", epoch)
    return files


def newest_files(
    files: Iterable[File], bulletin: str, edition: str, epoch: int, memory: Memory | None = None, *, stale: bool = False
) -> list[File]:
    """The files of the newest edition at the addresses that always hold the newest, and all packages in one ZIP.

    With ``stale`` that ZIP may be the one in ``memory``, whatever the packages are now.
    """
    folder = f"{edition_folder(bulletin, edition)}data/"
    found = {file.path.removeprefix(folder): file.held for file in files if file.path.startswith(folder)}
    loose = [File(path, held) for path, held in found.items() if not path.endswith(".zip")]
    inputs = () if stale else (loose, epoch)
    packed = (memory or Memory()).recall(("whole", bulletin), inputs, partial(archive, loose, epoch))
    whole = File(f"{bulletin}/data/{bulletin}.zip", packed)
    return [*(File(f"{bulletin}/data/{path}", held) for path, held in found.items()), whole]


def rows_of(edition: Edition) -> Rows:
    """The rows behind the edition's stated figures; a project counts once a source of it is known."""
    known = edition.figures
    rows = {
        row.figure: row
        for row in edition.tables.statements
        if (figure := known.get(row.figure)) and figure.edition == row.edition and not figure.inputs
    }
    statements = tuple(rows.values())
    projects = edition.tables.projects
    status = tuple(edition.project_status[project] for project in sorted(edition.project_status))
    read = {row.source for row in statements} | {row.source for row in status}
    filed = edition.dossier
    named = {row.key.subject for row in statements} | {row.project for row in status} | filed.projects
    counted = {key for key, project in projects.items() if key in named or project.source in read}
    counted |= {projects[key].host for key in counted if key in projects}
    return Rows(statements, tuple(project for key, project in projects.items() if key in counted), status, filed)


def package_records(edition: Edition, rows: Rows, memory: Memory) -> dict[str, Records]:
    """The records of every package that has rows, by name of the package, in page order."""
    reference, bulletin = edition.tables.reference, edition.tables.bulletin
    stated = rows.by_package({key: indicator.topic for key, indicator in reference.indicators.items()})
    packages: dict[str, Records] = {}
    for topic in bulletin.topics:
        seen, aims = stated.get(("obs", topic), []), stated.get(("target", topic), [])
        if seen or aims:
            make = partial(used_by_statements, reference, [*seen, *aims])
            used = memory.recall(("used", bulletin.id, edition.name, topic), (reference, seen, aims), make)
            packages[topic] = {"observations": seen, "targets": aims, **used}
    if rows.projects:
        amounts = stated.get(("amount", ""), [])
        filed = rows.dossier
        stages: Records = {"projects": rows.projects, "status": rows.status, "amounts": amounts}
        own = {**stages, **filed.tables}
        packages["projects"] = {**own, **used_by_projects(reference, rows.projects, rows.status, amounts, filed)}
    return {**packages, "reference": _reference(edition, rows)}


def figures_csv(edition: Edition, memory: Memory) -> bytes:
    """Every figure of the edition, stated and computed, with its formula and inputs."""
    groups: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in edition.figures.values():  # apart by what their ids begin with, so that these sort like the groups
        groups[figure.key[:1] if figure.key.kind == "calc" else figure.key[:2]].append(figure)
    parts = [to_csv(FIGURES, ())]
    for name, held in sorted(groups.items(), key=lambda group: f"{'.'.join(group[0])}."):
        step = ("figures.csv", edition.tables.bulletin.id, edition.name, name)
        parts.append(memory.recall(step, held, partial(_figure_rows, held)))
    return b"".join(parts)


def _figure_rows(figures: Sequence[Figure]) -> bytes:
    """In the order of their ids."""
    return rows_to_csv(
        (
            figure.id, written(figure.value), written(figure.value_high), figure.unit.id, figure.status, figure.bound,
            str(figure.period), figure.edition, figure.source, figure.formula.zh, figure.formula.en,
            " ".join(figure.inputs),
        )
        for figure in sorted(figures, key=attrgetter("id"))
    )  # fmt: skip


def _reference(edition: Edition, rows: Rows) -> Records:
    """The vocabularies whole; sources, relations and trace as far as this edition knows them."""
    reference, releases = edition.tables.reference, edition.tables.releases
    names = [release.edition for release in releases]
    seen = {*names[: names.index(edition.name) + 1], ""}
    trace = [line for line in reference.trace if line.edition in seen]
    cited = {source.id for source in sources(reference, [*rows.statements, *rows.projects, *rows.status])}
    cited |= {line.source for line in trace if line.edition}
    if edition.name == names[-1]:  # whose source no row cites is in force today
        cited |= {one.source for one in reference.mechanisms.values()}
        cited |= {one.source for one in reference.chain_links.values()}
    told = {name: one for name, one in reference.mechanisms.items() if one.source in cited}
    return {
        "areas": [*reference.areas.values()],
        "indicators": [*reference.indicators.values()],
        "measures": [*reference.measures.values()],
        "breakdowns": [*breakdowns(reference).values()],
        "peers": [*peers(reference).values()],
        "units": [*reference.units.values()],
        "sources": [source for key, source in reference.sources.items() if key in cited],
        "glossary": [*reference.glossary.values()],
        "mechanisms": [*told.values()],
        "chain_links": [one for one in reference.chain_links.values() if one.source in cited],
        "relations": [one for one in reference.relations.values() if _known(edition, told, one)],
        "trace": [line for line in trace if line.source in cited],
    }


def _known(edition: Edition, mechanisms: Container[str], relation: Relation) -> bool:
    """True if nothing in ``relation`` belongs to a later edition, no figure and none but these ``mechanisms``."""
    ids = (word for word in (*relation.operands, relation.result) if word[:1].isalpha())
    return all(word in edition.figures or word in mechanisms for word in ids)


def _texts(edition: Edition, name: str, cited: Sequence[Source], epoch: int) -> dict[str, Any]:
    """Title, description, version and identity of the package ``name``."""
    bulletin, package = edition.tables.bulletin, edition.tables.packages.get(name)
    title, standing = package.title if package else Text(name, name), notice(bulletin)
    return {
        "title": f"{bulletin.title.of('zh')}：{title.of('zh')}",
        "title_en": f"{bulletin.title.of('en')}: {title.of('en')}",
        "description": f"{_about(package).zh}{standing.zh}",
        "description_en": f"{_about(package).en} {standing.en}".strip(),
        "version": package.version if package else "1.0.0",
        "edition": edition.name,
        "data_until": edition.release.data_until.isoformat(),
        **identity(bulletin, cited, epoch),
    }


def _about(package: Package | None) -> Text:
    return package.description if package else Text()


def _package(
    name: str, records: Records, texts: Mapping[str, Any], folder: str, epoch: int, schemas: Schemas
) -> list[File]:
    """The files of one package: CSV, their copies for Excel, descriptor, checksums, and all of it as a ZIP."""
    tables = [table(kind, in_order(rows)) for kind, rows in records.items() if rows]
    contents = [(one, to_csv(one.columns, one.rows)) for one in tables]
    loose = [File("datapackage.json", descriptor(name, texts, contents, schemas))]
    loose += [File(f"{one.name}.csv", content) for one, content in contents]
    loose += [File(f"{one.name}.excel.csv", EXCEL_MARK + content) for one, content in contents]
    return _packed(name, loose, folder, epoch)


def _packed(name: str, files: Iterable[File], folder: str, epoch: int) -> list[File]:
    """The files with their checksums, and all of them as a ZIP, in ``folder``."""
    loose = [*files]
    loose.append(File("SHA256SUMS", checksums(loose)))
    packed = File(f"{name}.zip", archive(loose, epoch))
    return [File(folder + file.path, file.content) for file in (*loose, packed)]


def checksums(files: Iterable[File]) -> bytes:
    """Lines as ``sha256sum -c`` reads them, sorted by path."""
    lines = (f"{file.digest}  {file.path}\n" for file in files)
    return "".join(sorted(lines, key=lambda line: line[66:])).encode()
