"""What is kept from run to run: given again for the same sources and program only, and never a door for others."""

from __future__ import annotations

import os
import pickle
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest
from markupsafe import Markup

from generator import kept
from generator.model.page import File, Page

PAGE = Page("zh", "demo", "areas/1/", "县", "说明", "正文", {"table": "<p>1</p>"}, "area")


def test_what_is_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    result = File("a.csv", b"1"), PAGE, Markup("<b>1</b>"), Decimal("1.50"), date(2026, 1, 2), datetime.now(UTC)
    kept.keep(tmp_path / "one", "s", result)
    assert kept.recalled(tmp_path / "one", "s", tuple) == result
    assert [path.name for path in tmp_path.iterdir()] == ["one"]


def test_nothing_comes_back_for_another_stamp_or_kind_or_from_half_a_file(tmp_path: Path) -> None:
    place = tmp_path / "one"
    kept.keep(place, "first", PAGE)
    assert kept.recalled(place, "other", Page) is None and kept.recalled(place, "first", File) is None
    place.write_bytes(place.read_bytes()[:-9])
    assert kept.recalled(place, "first", Page) is None
    assert kept.recalled(tmp_path / "none", "first", Page) is None


def test_what_is_not_as_it_was_kept_does_not_come_back(tmp_path: Path) -> None:
    """Not even if it can be read, and is a page."""
    place = tmp_path / "one"
    kept.keep(place, "s", PAGE)
    content = place.read_bytes()
    assert content.count("正文".encode()) == 1
    place.write_bytes(content.replace("正文".encode(), "伪文".encode()))
    assert kept.recalled(place, "s", Page) is None


class Intruder:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (Path.touch, ("here",))


@pytest.mark.parametrize("result", [Intruder(), Path(), kept.recalled], ids=["call", "path", "function"])
def test_a_file_that_names_anything_else_is_not_read(tmp_path: Path, result: object) -> None:
    content = pickle.dumps(result)
    (tmp_path / "one").write_bytes(b"s" + sha256(content).digest() + content)
    assert kept.recalled(tmp_path / "one", "s", object) is None


def test_the_stamp_tells_names_bytes_and_borders_apart(tmp_path: Path) -> None:
    def stamp(**files: str) -> str:
        folder = tmp_path / "-".join((*files, *files.values()))
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_text(text)
        return kept.stamped(kept.contents(folder))

    found = [stamp(a="1", b="2"), stamp(a="2", b="1"), stamp(a="1b2"), stamp(ab="12"), stamp(b="2", a="1")]
    assert len(set(found)) == 4 and found[0] == found[4]


def test_a_link_is_no_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    (tmp_path / "one" / "a").write_text("1")
    (tmp_path / "elsewhere").write_text("1")
    (tmp_path / "two" / "a").symlink_to(tmp_path / "elsewhere")
    assert kept.stamped(kept.contents(tmp_path / "one")) != kept.stamped(kept.contents(tmp_path / "two"))


def test_neither_rights_nor_times_of_folders_and_small_files_count(tmp_path: Path) -> None:
    """A fresh copy of the same data is the same."""
    for name, time in (("one", 1_000_000_000), ("two", 1_700_000_000)):
        (tmp_path / name / "folder").mkdir(parents=True)
        (tmp_path / name / "folder" / "a").write_text("1")
        (tmp_path / name / "folder").chmod(0o700 if name == "one" else 0o755)
        for path in (tmp_path / name / "folder" / "a", tmp_path / name / "folder"):
            os.utime(path, (time, time))
    assert kept.stamped(kept.contents(tmp_path / "one")) == kept.stamped(kept.contents(tmp_path / "two"))
