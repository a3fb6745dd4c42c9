"""Whole builds: every fact reaches page and package, one language alone works, bad data leaves the site alone."""

from __future__ import annotations

import csv
import json
import shutil
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import build as shell
from generator import intake
from generator.errors import DataErrors
from generator.model.reference import Trace
from generator.stages import Stages

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("site")]
DATASETS = shell.ROOT / "datasets"


@lru_cache(maxsize=256)
def ids(page: Path) -> frozenset[str]:
    nodes = LexborHTMLParser(page.read_text(encoding="utf-8")).css("[id]")
    return frozenset(node.attributes["id"] or "" for node in nodes)


@lru_cache(maxsize=64)
def rows(table: Path) -> frozenset[str]:
    with table.open(encoding="utf-8", newline="") as file:
        return frozenset(row.get("figure") or row.get("id") or row.get("project") or "" for row in csv.DictReader(file))


def traces() -> Iterator[tuple[str, Trace]]:
    for bulletin in ("taizhou", "qiyang"):
        for trace in intake.load(DATASETS, bulletin).tables.reference.trace:
            yield bulletin, trace


def test_every_fact_is_on_its_sources_page_its_own_page_and_in_its_package(built) -> None:  # type: ignore[no-untyped-def]
    seen = 0
    for bulletin, trace in traces():
        for home in (built.site / bulletin, built.site / "en" / bulletin):
            text = (home / "sources" / trace.source / "index.html").read_text(encoding="utf-8")
            assert trace.fact in text
        if trace.table == "none":
            continue
        seen += 1
        indicators = intake.load(DATASETS, bulletin).tables.reference.indicators
        kind, subject, concept, *_ = [*trace.row.split("."), ""]
        topic = indicators[concept].topic if kind in {"obs", "target"} else "projects"
        page = f"indicators/{concept}" if topic != "projects" else f"projects/{subject}"
        anchor = "way" if kind == "status" else trace.row
        assert anchor in ids(built.site / bulletin / page / "index.html"), trace.fact
        assert anchor in ids(built.site / "en" / bulletin / page / "index.html"), trace.fact
        package = built.site / bulletin / "data" / topic
        table = package / f"{'status' if kind == 'status' else trace.table}.csv"
        assert (subject if kind == "status" else trace.row) in rows(table), trace.fact
    assert seen > 240


def test_one_language_alone_is_a_whole_site(tmp_path: Path) -> None:
    options = shell.Options(site=tmp_path / "site", build=tmp_path / "build", languages=("en",), bulletins=("qiyang",))
    summary = shell.build(options, Stages())
    assert summary.pages > 70
    catalog = json.loads((tmp_path / "site" / "catalog.json").read_text(encoding="utf-8"))
    assert (tmp_path / "site" / catalog["bulletins"][0]["packages"][0]["zip"]["path"]).is_file()


def test_bad_data_leaves_the_last_site_as_it_was(built, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    shutil.copytree(DATASETS / "qiyang", tmp_path / "datasets" / "qiyang")
    file = tmp_path / "datasets" / "qiyang" / "investment" / "observations" / "2022-Q1.csv"
    file.write_text(file.read_text(encoding="utf-8").replace(",268,", ",2,68,"), encoding="utf-8")
    before = (built.site / "SHA256SUMS").read_bytes()
    with pytest.raises(DataErrors):
        shell.build(shell.Options(tmp_path / "datasets", built.site, tmp_path / "build"), Stages())
    assert (built.site / "SHA256SUMS").read_bytes() == before


def test_a_released_edition_is_served_as_it_was_kept(tmp_path: Path) -> None:
    shutil.copytree(Path(__file__).parent / "golden" / "datasets", tmp_path / "datasets")
    options = shell.Options(tmp_path / "datasets", tmp_path / "site", tmp_path / "build", languages=("zh",))
    kept = shell.release(options, "luming", "2026-Q1", Stages())
    shell.build(options, Stages())
    with zipfile.ZipFile(kept) as archive:
        names = archive.namelist()
        assert len(names) > 10
        assert [name for name in names if (options.site / name).read_bytes() != archive.read(name)] == []
    rows = tmp_path / "datasets" / "luming" / "investment" / "observations" / "2026-Q1.csv"
    rows.write_text(rows.read_text(encoding="utf-8").replace(",8.0,", ",8.1,"), encoding="utf-8")
    with pytest.raises(DataErrors) as refused:
        shell.build(options, Stages())
    assert [problem.rule for problem in refused.value.problems if problem.severity == "error"] == ["lock-changed"]
