from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.errors import BuildError
from generator.model.page import File
from generator.site.publish import checksums, recover, staging, swap
from generator.site.tree import add


def new_site(build: Path, text: str) -> Path:
    folder = staging(build)
    (folder / "index.html").write_text(text)
    return folder


def test_the_new_site_takes_the_place_of_the_last(tmp_path: Path) -> None:
    site, build = tmp_path / "site", tmp_path / "build"
    for text in ("first", "second"):
        swap(new_site(build, text), site, build)
        assert (site / "index.html").read_text() == text
    assert list(build.iterdir()) == []


def test_a_run_killed_between_the_renames_leaves_the_last_site_to_recover(tmp_path: Path) -> None:
    site, build = tmp_path / "site", tmp_path / "build"
    swap(new_site(build, "first"), site, build)
    site.rename(build / "site-last")
    recover(site, build)
    assert (site / "index.html").read_text() == "first"


def test_a_run_killed_after_the_renames_leaves_the_new_site(tmp_path: Path) -> None:
    site, build = tmp_path / "site", tmp_path / "build"
    swap(new_site(build, "second"), site, build)
    (build / "site-last").mkdir()
    recover(site, build)
    assert (site / "index.html").read_text() == "second"
    assert not (build / "site-last").exists()


def test_a_failed_swap_puts_the_last_site_back(tmp_path: Path) -> None:
    site, build = tmp_path / "site", tmp_path / "build"
    swap(new_site(build, "first"), site, build)
    with pytest.raises(OSError, match="nowhere"):
        swap(build / "nowhere", site, build)
    assert (site / "index.html").read_text() == "first"


def test_staging_forgets_an_unfinished_run(tmp_path: Path) -> None:
    new_site(tmp_path, "half")
    assert list(staging(tmp_path).iterdir()) == []


def test_checksums_name_every_file_as_sha256sum_reads_them(tmp_path: Path) -> None:
    add([File("b/x.csv", b"1"), File("a.html", b"2")], tmp_path)
    checksums(tmp_path)
    lines = (tmp_path / "SHA256SUMS").read_text().splitlines()
    assert [line[66:] for line in lines] == ["a.html", "b/x.csv"]
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=tmp_path, check=True)


def test_two_files_at_one_address_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"a\.csv"):
        add([File("a.csv", b"1"), File("a.csv", b"2")], tmp_path)
