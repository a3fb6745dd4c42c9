"""The published data packages of an edition, as files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.errors import BuildError
from generator.memory import Memory
from generator.model.bulletin import Package
from generator.model.edition import Edition
from generator.model.page import File
from generator.model.reference import Source
from generator.model.statement import Project, ProjectStatus, Statement
from generator.model.text import Text

from .archive import archive, kept
from .descriptor import descriptor, identity, notice
from .tables import by_key, table, to_csv, written
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

    def of(self, kind: str) -> list[Statement]:
        return [row for row in self.statements if row.key.kind == kind]


def edition_folder(bulletin: str, edition: str) -> str:
    return f"{bulletin}/editions/{edition}/"


def published(edition: Edition, schemas: Schemas, epoch: int, memory: Memory | None = None) -> list[File]:
    """The data files of the edition: the kept bytes if it is released, else made from its rows."""
    if not edition.release.locked:
        memory, tables = memory or Memory(), edition.tables
        rows = tuple(row for row in tables.statements if row.edition <= edition.name)  # with reasons, unlike figures
        shown = (edition.release, rows, edition.figures, edition.project_status, tables.projects)
        inputs = (shown, tables.bulletin, tables.packages, tables.reference, epoch)
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
    files = [File(f"{folder}figures.csv", figures_csv(edition))]
    for name, records in package_records(edition, rows_of(edition)).items():
        texts = _texts(edition, name, [source for source in records["sources"] if isinstance(source, Source)], epoch)
        inputs = (name, records, texts, f"{folder}data/{name}/", epoch)
        files += memory.recall(("package", folder, name), inputs, partial(_package, *inputs, schemas))
    return files


def newest_files(
    files: Iterable[File], bulletin: str, edition: str, epoch: int, memory: Memory | None = None, *, stale: bool = False
) -> list[File]:
    """The files of the newest edition at the addresses that always hold the newest, and all packages in one ZIP.

    With ``stale`` that ZIP may be the one in ``memory``, whatever the packages are now.
    """
    folder = f"{edition_folder(bulletin, edition)}data/"
    found = {file.path.removeprefix(folder): file.content for file in files if file.path.startswith(folder)}
    loose = [File(path, content) for path, content in found.items() if not path.endswith(".zip")]
    inputs = () if stale else (loose, epoch)
    packed = (memory or Memory()).recall(("whole", bulletin), inputs, partial(archive, loose, epoch))
    whole = File(f"{bulletin}/data/{bulletin}.zip", packed)
    return [*(File(f"{bulletin}/data/{path}", content) for path, content in found.items()), whole]


def rows_of(edition: Edition) -> Rows:
    """The rows behind the edition's stated figures; a project counts once a source of it is known."""
    stated = {(figure.id, figure.edition) for figure in edition.figures.values() if not figure.computed}
    rows = {row.figure: row for row in edition.tables.statements if (row.figure, row.edition) in stated}
    statements = tuple(sorted(rows.values(), key=by_key))
    projects = edition.tables.projects
    status = tuple(edition.project_status[project] for project in sorted(edition.project_status))
    read = {row.source for row in statements} | {row.source for row in status}
    named = {row.key.subject for row in statements} | {row.project for row in status}
    known = {key for key, project in projects.items() if key in named or project.source in read}
    known |= {projects[key].host for key in known if key in projects}
    return Rows(statements, tuple(project for key, project in projects.items() if key in known), status)


def package_records(edition: Edition, rows: Rows) -> dict[str, Records]:
    """The records of every package that has rows, by name of the package, in page order."""
    reference = edition.tables.reference
    packages: dict[str, Records] = {}
    for topic in edition.tables.bulletin.topics:
        ids = {key for key, indicator in reference.indicators.items() if indicator.topic == topic}
        seen = [row for row in rows.of("obs") if row.key.concept in ids]
        aims = [row for row in rows.of("target") if row.key.concept in ids]
        if seen or aims:
            stated: Records = {"observations": seen, "targets": aims}
            packages[topic] = {**stated, **used_by_statements(reference, [*seen, *aims])}
    if rows.projects:
        amounts = rows.of("amount")
        own: Records = {"projects": rows.projects, "status": rows.status, "amounts": amounts}
        packages["projects"] = {**own, **used_by_projects(reference, rows.projects, rows.status, amounts)}
    return {**packages, "reference": _reference(edition, rows)}


def figures_csv(edition: Edition) -> bytes:
    """Every figure of the edition, stated and computed, with its formula and inputs."""
    rows = [
        (
            figure.id, written(figure.value), written(figure.value_high), figure.unit.id, figure.status, figure.bound,
            str(figure.period), figure.edition, figure.source, figure.formula.zh, figure.formula.en,
            " ".join(figure.inputs),
        )
        for figure in sorted(edition.figures.values(), key=lambda figure: figure.id)
    ]  # fmt: skip
    return to_csv(FIGURES, rows)


def _reference(edition: Edition, rows: Rows) -> Records:
    """The vocabularies whole; sources, relations and trace as far as this edition knows them."""
    reference, releases = edition.tables.reference, edition.tables.releases
    names = [release.edition for release in releases]
    seen = {*names[: names.index(edition.name) + 1], ""}
    trace = [line for line in reference.trace if line.edition in seen]
    cited = {source.id for source in sources(reference, [*rows.statements, *rows.projects, *rows.status])}
    cited |= {line.source for line in trace if line.edition}
    return {
        "areas": [*reference.areas.values()],
        "indicators": [*reference.indicators.values()],
        "measures": [*reference.measures.values()],
        "breakdowns": [*breakdowns(reference).values()],
        "peers": [*peers(reference).values()],
        "units": [*reference.units.values()],
        "sources": [source for key, source in reference.sources.items() if key in cited],
        "glossary": [*reference.glossary.values()],
        "relations": [one for one in reference.relations.values() if _known(edition, (*one.operands, one.result))],
        "trace": [line for line in trace if line.source in cited],
    }


def _known(edition: Edition, ids: Iterable[str]) -> bool:
    """True if none of the figure ids belongs to a later edition; numbers and blanks are no ids."""
    return all(word in edition.figures for word in ids if word[:1].isalpha())


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
    tables = [table(kind, rows) for kind, rows in records.items() if rows]
    contents = [(one, to_csv(one.columns, one.rows)) for one in tables]
    loose = [File("datapackage.json", descriptor(name, texts, contents, schemas))]
    loose += [File(f"{one.name}.csv", content) for one, content in contents]
    loose += [File(f"{one.name}.excel.csv", EXCEL_MARK + content) for one, content in contents]
    loose.append(File("SHA256SUMS", checksums(loose)))
    packed = File(f"{name}.zip", archive(loose, epoch))
    return [File(folder + file.path, file.content) for file in (*loose, packed)]


def checksums(files: Iterable[File]) -> bytes:
    """Lines as ``sha256sum -c`` reads them, sorted by path."""
    lines = (f"{hashlib.sha256(file.content).hexdigest()}  {file.path}\n" for file in files)
    return "".join(sorted(lines, key=lambda line: line[66:])).encode()
