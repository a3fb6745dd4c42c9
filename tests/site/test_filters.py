"""Filters of the search index in one order. The bytes are written by hand after RFC 8949, as Pagefind nests them."""

from __future__ import annotations

import gzip
from pathlib import Path

from generator.site.filters import in_order

MARK = b"pagefind_dcd"
FEW = b"\x82" + b"\x65Tea 1" + b"\x82\x00\x01"  # ["Tea 1", [0, 1]]
LONG = b"\x82" + b"\x78\x1b" + "青榆市县域统计季报".encode() + b"\x81\x18\x1e"  # a text of 27 bytes, page 30
FAR = b"\x82" + b"\x61T" + b"\x98\x19" + bytes(24) + b"\x19\x01\x00"  # 24 pages below 24, then page 256


def write(index: Path, digest: str, values: list[bytes]) -> None:
    """An index of one language with one filter."""
    (index / "filter").mkdir(parents=True)
    content = MARK + b"\x82" + b"\x68bulletin" + bytes([0x80 + len(values)]) + b"".join(values)
    (index / "filter" / f"en_{digest}.pf_filter").write_bytes(gzip.compress(content))
    meta = MARK + b"\x81\x82\x68bulletin\x6a" + f"en_{digest}".encode()
    (index / f"pagefind.en_{digest}99.pf_meta").write_bytes(gzip.compress(meta))


def read(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes())


def test_whatever_the_order_was_the_index_is_the_same(tmp_path: Path) -> None:
    """Values sort by their bytes: the head of a text tells its length, so the shorter comes first."""
    found = []
    for number, values in enumerate([[LONG, FEW, FAR], [FEW, FAR, LONG]]):
        index = tmp_path / str(number)
        write(index, f"abcdef{number}", values)
        assert in_order(index).keys() == {f"en_abcdef{number}99"}
        found.append({path.relative_to(index).as_posix(): path.read_bytes() for path in index.rglob("*.pf_*")})
        (file,) = index.glob("filter/*")
        assert read(file) == MARK + b"\x82\x68bulletin\x83" + FAR + FEW + LONG
    assert found[0] == found[1]


def test_the_new_names_are_found_where_the_old_ones_were(tmp_path: Path) -> None:
    write(tmp_path, "abcdef0", [LONG, FEW])
    ((old, new),) = in_order(tmp_path).items()
    assert old == "en_abcdef099"
    assert len(new) == len(old)
    (file,) = tmp_path.glob("filter/*")
    assert read(tmp_path / f"pagefind.{new}.pf_meta").endswith(b"\x68bulletin\x6a" + file.stem.encode())
    assert len(list(tmp_path.rglob("*.pf_*"))) == 2
