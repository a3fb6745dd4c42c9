"""The new site replaces the last one whole or not at all, and nothing but a site of ours is ever replaced."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path

import pytest

from generator.errors import BuildError, UsageError
from generator.model.page import File
from generator.site import publish
from generator.site.publish import checksums, recover, refuse_unless_ours, staging, swap
from generator.site.tree import add
from generator.site.writer import Writer


@pytest.fixture(params=["exchange", "renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to publish: where the system exchanges two folders in one step, and where it cannot."""
    if request.param == "renames":
        monkeypatch.setattr(publish, "exchange", lambda *_: False)
    return str(request.param)


def new_site(build: Path, text: str) -> Path:
    folder = staging(build)
    (folder / "index.html").write_text(text)
    return folder


def test_the_new_site_takes_the_place_of_the_last(tmp_path: Path, way: str) -> None:
    site, build = tmp_path / "site", tmp_path / "build"
    for text in ("first", "second"):
        swap(new_site(build, text), site)
        assert (site / "index.html").read_text() == text
    assert list(build.iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["build", "site"]


def test_a_run_killed_between_the_renames_leaves_the_last_site_to_recover(tmp_path: Path) -> None:
    site, build = tmp_path / "site", tmp_path / "build"
    swap(new_site(build, "first"), site)
    site.rename(tmp_path / ".site-bulletin-last")
    recover(site)
    assert (site / "index.html").read_text() == "first"


def test_a_run_killed_after_the_renames_leaves_the_new_site(tmp_path: Path) -> None:
    site, build = tmp_path / "site", tmp_path / "build"
    swap(new_site(build, "second"), site)
    (tmp_path / ".site-bulletin-last").mkdir()
    recover(site)
    assert (site / "index.html").read_text() == "second"
    assert not (tmp_path / ".site-bulletin-last").exists()


def test_a_failed_swap_puts_the_last_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "exchange", lambda *_: False)
    site, build = tmp_path / "site", tmp_path / "build"
    swap(new_site(build, "first"), site)
    plain = os.rename

    def full(old: str | Path, new: str | Path) -> None:
        if Path(old).name == ".site-bulletin-new":
            raise OSError(errno.ENOSPC, "full")
        plain(old, new)

    monkeypatch.setattr(os, "rename", full)
    with pytest.raises(OSError, match="full"):
        swap(new_site(build, "second"), site)
    assert (site / "index.html").read_text() == "first"


def test_a_target_on_another_disk_is_swapped_by_a_rename_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between disks only a copy is possible: it is made beside the last site, which stands until it is complete."""
    site, build = tmp_path / "elsewhere" / "site", tmp_path / "build"
    swap(new_site(build, "first"), site)
    monkeypatch.setattr(publish, "exchange", lambda *_: False)
    plain, renamed = os.rename, []

    def between_disks(old: str | Path, new: str | Path) -> None:
        if Path(old).parent != Path(new).parent:
            raise OSError(errno.EXDEV, "another disk")
        assert (Path(old) / "index.html").is_file()
        renamed.append((Path(old).name, Path(new).name))
        plain(old, new)

    monkeypatch.setattr(os, "rename", between_disks)
    swap(new_site(build, "second"), site)
    assert (site / "index.html").read_text() == "second"
    assert renamed == [("site", ".site-bulletin-last"), (".site-bulletin-new", "site")]
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_link_to_the_site_stays_a_link(tmp_path: Path, way: str) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real")
    swap(new_site(tmp_path / "build", "first"), tmp_path / "site")
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "real" / "index.html").read_text() == "first"


def test_a_finished_site_an_empty_and_a_new_folder_may_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "catalog.json").write_text("{}")
    checksums(tmp_path / "site", {"catalog.json": "0" * 64})
    for name in ("empty", "site", "new/site"):
        refuse_unless_ours(tmp_path / name, [tmp_path / "datasets"], tmp_path / "build")


@pytest.mark.parametrize(
    "files", [["letter.txt"], ["catalog.json"], ["SHA256SUMS"], ["SHA256SUMS", "catalog.json"]], ids=str
)
def test_a_folder_of_somebody_else_is_refused(files: list[str], tmp_path: Path) -> None:
    for name in files:
        (tmp_path / name).write_text("mine")
    with pytest.raises(UsageError, match="would be lost"):
        refuse_unless_ours(tmp_path, [], tmp_path.parent / "build")


@pytest.mark.parametrize("site", [".", "datasets", "datasets/luming", "build", "..", "link"])
def test_what_holds_the_sources_or_lies_in_them_is_refused(site: str, tmp_path: Path) -> None:
    (tmp_path / "datasets" / "luming").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "datasets")
    with pytest.raises(UsageError, match="lies in"):
        refuse_unless_ours(tmp_path / site, [tmp_path / "datasets"], tmp_path / "build")


def test_a_folder_of_the_build_may_hold_a_site(tmp_path: Path) -> None:
    refuse_unless_ours(tmp_path / "build" / "luming", [tmp_path / "datasets"], tmp_path / "build")


def test_a_file_is_no_target(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(UsageError, match="no folder"):
        refuse_unless_ours(tmp_path / "site", [], tmp_path / "build")


def test_staging_forgets_an_unfinished_run(tmp_path: Path) -> None:
    new_site(tmp_path, "half")
    assert list(staging(tmp_path).iterdir()) == []


def test_what_cannot_be_cleared_away_is_told_and_never_published(
    tmp_path: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A read-only folder of the site before the last: what is moved to a folder that stands ends up in it."""
    site, build = tmp_path / "site", tmp_path / "build"
    swap(new_site(build, "first"), site)
    left = tmp_path / (".site-bulletin-new" if way == "exchange" else ".site-bulletin-last")
    (left / "demo").mkdir(parents=True)
    monkeypatch.setattr(publish.shutil, "rmtree", lambda *_, **__: None)  # a test may run as who may do everything
    with pytest.raises(PermissionError, match=f"cannot be cleared away: '{left}'"):
        swap(new_site(build, "second"), site)
    assert (site / "index.html").read_text() == "first"
    (build / "site-new").mkdir(exist_ok=True)
    with pytest.raises(PermissionError, match="site-new"):
        staging(build)


def test_a_place_that_cannot_be_looked_at_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read or written"):
        refuse_unless_ours(tmp_path / ("x" * 300), [], tmp_path / "build")


def test_checksums_name_every_file_as_sha256sum_reads_them(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    add([File("b/x.csv", b"1"), File("a.html", b"2")], writer)
    checksums(tmp_path, writer.sums)
    lines = (tmp_path / "SHA256SUMS").read_text().splitlines()
    assert [line[66:] for line in lines] == ["a.html", "b/x.csv"]
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=tmp_path, check=True)


def test_two_files_at_one_address_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"a\.csv"):
        add([File("a.csv", b"1"), File("a.csv", b"2")], Writer(tmp_path))
