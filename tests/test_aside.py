"""What is set aside on the disk comes back as it was, and what is lost of it is not passed over."""

from __future__ import annotations

import pickle
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from generator.aside import Packing
from generator.model.page import File, Page

PAGE = Page("zh", "demo", "areas/1/", "县", "说明", "正文", {"table": "<p>一</p>", "empty": ""}, "area")


def test_files_and_blocks_come_back_byte_for_byte(tmp_path: Path) -> None:
    packing = Packing(tmp_path / "aside", "one")
    files = [packing.file(File(f"{content!r}", content)) for content in (b"1", b"", b"\r\n\x00", "一".encode())]
    page = packing.page(PAGE)
    assert [file.content for file in files] == [b"1", b"", b"\r\n\x00", "一".encode()]
    assert [(file.size, file.digest) for file in files] == [
        (len(file.content), sha256(file.content).hexdigest()) for file in files
    ]
    assert dict(page.utf8()) == {"table": "<p>一</p>".encode(), "empty": b""}
    assert replace(page, blocks=PAGE.blocks) == PAGE
    assert packing.pack.whole()


def test_equal_bytes_are_set_aside_once_and_are_equal(tmp_path: Path) -> None:
    one, two = Packing(tmp_path, "one"), Packing(tmp_path, "two")
    assert one.file(File("a", b"same")) == two.file(File("a", b"same")) == one.file(File("a", b"same"))
    assert one.file(File("a", b"same")) != one.file(File("a", b"other"))
    assert (tmp_path / "one").read_bytes() == b"sameother"


def test_a_pack_is_found_where_its_folder_is_said_to_be(tmp_path: Path) -> None:
    packing = Packing(tmp_path / "here", "one")
    kept = pickle.dumps(packing.file(File("a", b"1")))
    (tmp_path / "here").rename(tmp_path / "there")
    file: File = pickle.loads(kept)  # noqa: S301 - our own
    assert not isinstance(file.held, bytes)
    file.held.pack.folder = str(tmp_path / "there")  # type: ignore[attr-defined]
    assert file.content == b"1"


def test_a_shorter_pack_is_not_whole_and_cannot_be_read(tmp_path: Path) -> None:
    packing = Packing(tmp_path, "one")
    file = packing.file(File("a", b"12345"))
    (tmp_path / "one").write_bytes(b"1234")
    assert not packing.pack.whole()
    with pytest.raises(OSError, match="shorter"):
        _ = file.content
