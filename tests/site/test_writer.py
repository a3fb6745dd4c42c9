"""What is not written again: files that stand in the last site as they were written."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from generator.aside import Packing
from generator.site.publish import swap
from generator.site.writer import Seal, Writer, keep_seals, sealed

FILES = {"index.html": b"front", "demo/data.csv": b"1\n", "demo/areas/index.html": b"areas"}


def made(folder: Path, files: dict[str, bytes]) -> Writer:
    """One run: everything written aside, then put in the place of the last site."""
    writer = Writer(folder / "new", folder / "site", sealed(folder / "seals"))
    for path, content in files.items():
        writer.write(path, content)
    swap(folder / "new", folder / "site")
    keep_seals(folder / "seals", writer.seals)
    return writer


def inodes(folder: Path) -> dict[str, int]:
    return {path: (folder / "site" / path).stat().st_ino for path in FILES}


def contents(folder: Path) -> dict[str, bytes]:
    return {path: (folder / "site" / path).read_bytes() for path in FILES}


def test_a_file_that_stays_the_same_is_the_same_file(tmp_path: Path) -> None:
    made(tmp_path, FILES)
    first = inodes(tmp_path)
    again = made(tmp_path, FILES | {"index.html": b"new"})
    now = inodes(tmp_path)
    assert [path for path in FILES if now[path] == first[path]] == ["demo/data.csv", "demo/areas/index.html"]
    assert contents(tmp_path) == FILES | {"index.html": b"new"}
    assert again.sums == {path: sha256(content).hexdigest() for path, content in contents(tmp_path).items()}


def test_what_somebody_changed_in_the_last_site_is_written_again(tmp_path: Path) -> None:
    """Even to the same length."""
    made(tmp_path, FILES)
    (tmp_path / "site" / "index.html").write_bytes(b"FRONT")
    (tmp_path / "site" / "demo" / "data.csv").unlink()
    made(tmp_path, FILES)
    assert contents(tmp_path) == FILES


def test_a_link_put_in_the_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    made(tmp_path, FILES)
    (tmp_path / "secret").write_bytes(b"front")
    (tmp_path / "site" / "index.html").unlink()
    (tmp_path / "site" / "index.html").symlink_to(tmp_path / "secret")
    made(tmp_path, FILES)
    assert not (tmp_path / "site" / "index.html").is_symlink()


def test_what_a_run_wrote_that_was_never_published_is_written_again(tmp_path: Path) -> None:
    made(tmp_path, FILES)
    lost = Writer(tmp_path / "lost", tmp_path / "site", sealed(tmp_path / "seals"))
    lost.write("index.html", b"never shown")
    keep_seals(tmp_path / "seals", lost.seals)
    made(tmp_path, FILES | {"index.html": b"never shown"})
    assert contents(tmp_path)["index.html"] == b"never shown"


def test_without_seals_every_file_is_a_new_one(tmp_path: Path) -> None:
    made(tmp_path, FILES)
    first = inodes(tmp_path)
    kept_open = [(tmp_path / "site" / path).open("rb") for path in FILES]  # or the disk gives their places away again
    (tmp_path / "seals").write_bytes(b"no seals")
    made(tmp_path, FILES)
    assert not set(inodes(tmp_path).values()) & set(first.values())
    for file in kept_open:
        file.close()


def test_what_was_set_aside_is_written(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "new")
    writer.write("one", Packing(tmp_path, "pack").put(b"12345"))
    assert (tmp_path / "new" / "one").read_bytes() == b"12345"
    assert writer.sums == {"one": sha256(b"12345").hexdigest()}


def test_an_edit_in_the_moment_before_the_link_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, FILES)
    link = os.link

    def editing(old: str, new: str, **how: bool) -> None:
        Path(old).write_bytes(b"FRONT!")
        link(old, new, **how)

    monkeypatch.setattr(os, "link", editing)
    made(tmp_path, FILES)
    assert contents(tmp_path) == FILES


def test_files_get_the_mode_that_is_usual_now(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        made(tmp_path, FILES)
        os.umask(0o022)
        made(tmp_path, FILES)
    finally:
        os.umask(before)
    assert {(tmp_path / "site" / path).stat().st_mode & 0o777 for path in FILES} == {0o644}


def test_without_a_place_for_seals_the_site_is_published_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "seals").mkdir()
    made(tmp_path, FILES)
    assert contents(tmp_path) == FILES


def test_two_things_at_one_address_are_refused_even_if_they_are_linked(tmp_path: Path) -> None:
    made(tmp_path, FILES)
    seals: dict[str, Seal] = dict(sealed(tmp_path / "seals"))
    writer = Writer(tmp_path / "new", tmp_path / "site", seals)
    writer.write("index.html", FILES["index.html"])
    with pytest.raises(FileExistsError):
        writer.write("index.html", FILES["index.html"])
