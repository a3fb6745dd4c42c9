"""What is set aside on the disk comes back as it was, and what is lost of it is not passed over."""

from __future__ import annotations

import pickle
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from generator.aside import Pack, Packing, Piece
from generator.model.page import File, Page

PAGE = Page("zh", "demo", "areas/1/", "县", "说明", "正文", {"table": "<p>一</p>", "empty": ""}, "area")


def pack_of(file: File) -> Pack:
    assert isinstance(file.held, Piece)
    return file.held.pack


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
    assert pack_of(files[0]).whole()


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
    pack_of(file).folder = str(tmp_path / "there")
    assert file.content == b"1"


@pytest.mark.parametrize("content", [b"1234", b"12354", b"123456", b"", None], ids=str)
def test_a_pack_that_is_not_what_it_was_is_not_whole(content: bytes | None, tmp_path: Path) -> None:
    file = Packing(tmp_path, "one").file(File("a", b"12345"))
    assert pack_of(file).whole()
    (tmp_path / "one").unlink() if content is None else (tmp_path / "one").write_bytes(content)
    assert not pack_of(file).whole()


def test_of_a_shorter_pack_nothing_is_read(tmp_path: Path) -> None:
    file = Packing(tmp_path, "one").file(File("a", b"12345"))
    (tmp_path / "one").write_bytes(b"1234")
    with pytest.raises(OSError, match="shorter"):
        _ = file.content


def test_what_a_disk_takes_in_pieces_is_set_aside_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow:
        """A file that takes two bytes at a time, as a full disk may."""

        def __init__(self) -> None:
            self.file = (tmp_path / "one").open("wb", buffering=0)

        def write(self, content: memoryview) -> int:
            return self.file.write(content[:2]) or 0

    packing = Packing(tmp_path, "one")
    monkeypatch.setattr(packing, "_file", Slow())
    assert [packing.file(File("a", content)).content for content in (b"12345", b"67")] == [b"12345", b"67"]
