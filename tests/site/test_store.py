"""What decides a built shell is in its key: wherever a file of the theme stands, whatever it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.site.store import Store, frame_key, shell_key


def test_the_frame_knows_each_file_of_the_theme_by_its_place(tmp_path: Path) -> None:
    theme, settings = tmp_path / "theme", tmp_path / "mkdocs.yml"
    settings.write_text("a: 1")
    keys = set()
    for name in ("partials/words.html", "words.html", "partials/other.html"):
        file = theme / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("words")
        keys |= {frame_key(builder, settings, theme, "own") for builder in ("mkdocs", "zensical")}
        file.unlink()
    assert len(keys) == 6


def test_a_key_tells_frame_from_source() -> None:
    assert shell_key("frame", "text") != shell_key("fram", "etext")


def test_only_the_shells_of_the_last_build_are_kept(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    for key in ("old", "new"):
        (tmp_path / "page.html").write_text(key)
        store.take(tmp_path / "page.html", key)
    store.keep_only(["new"])
    again = Store(tmp_path / "store")
    assert again.missing(["old", "new"]) == ["old"]
    assert again.place("new").read_text() == "new"


@pytest.mark.parametrize("content", [b"", b"new", b"\xe6\x96"], ids=str)
def test_a_shell_that_is_not_as_it_was_built_is_built_again(content: bytes, tmp_path: Path) -> None:
    """As when the power fails before the disk has it."""
    store = Store(tmp_path / "store")
    (tmp_path / "page.html").write_text("whole")
    store.take(tmp_path / "page.html", "one")
    store.place("one").write_bytes(content)
    again = Store(tmp_path / "store")
    assert again.missing(["one"]) == ["one"]
    (tmp_path / "page.html").write_text("another")
    again.take(tmp_path / "page.html", "one")
    again.keep_only(["one"])
    assert [file.read_text() for file in (tmp_path / "store").iterdir()] == ["another"]
