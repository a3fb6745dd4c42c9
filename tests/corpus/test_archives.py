"""The kept archive of a released edition: whatever lies in its place is refused in words, unpacked nowhere, and never
waited for."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.intake import lock
from generator.intake.locks import digest
from tests.intake.small_bulletin import Bench

ZIP, LOCK = "released/2022-Q1.zip", "releases.lock"
INSIDE = "demo/editions/2022-Q1/data/investment/areas.csv"
ROWS = "code,name_zh,name_en\n010203,鹿鸣县,Luming\n"


@pytest.fixture
def released(bench: Bench) -> Bench:
    """The small bulletin with its first edition released, and an archive such as the program writes."""
    made = bench.datasets / "made.zip"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(INSIDE, ROWS)
    lock(bench.load().tables, "2022-Q1", made.read_bytes())
    assert bench.found() == []
    return bench


def locked_as(bench: Bench, content: bytes) -> None:
    """Puts other bytes in the place of the archive, with a lock that knows them."""
    (bench.folder / ZIP).write_bytes(content)
    locks = json.loads((bench.folder / LOCK).read_bytes())
    locks["2022-Q1"][ZIP] = digest(bench.folder / ZIP)
    (bench.folder / LOCK).write_text(json.dumps(locks), encoding="utf-8")


def archive(bench: Bench, *names: str, content: str | bytes = ROWS, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = bench.datasets / "made.zip"
    with zipfile.ZipFile(made, "w", method) as target:
        for name in names:
            target.writestr(zipfile.ZipInfo(name), content, method)
    return made.read_bytes()


@pytest.mark.parametrize(
    "name",
    ["../areas.csv", "/tmp/areas.csv", f"{INSIDE}/../../../../../../areas.csv", "C:/areas.csv", "areas.csv",
     "demo/editions/2022-Q2/figures.csv", "other/editions/2022-Q1/figures.csv", INSIDE.replace("/", "\\")],
)  # fmt: skip
def test_an_entry_that_leaves_the_folder_of_its_edition_is_refused(name: str, released: Bench) -> None:
    locked_as(released, archive(released, INSIDE, name))
    assert released.found() == [("lock-archive", ZIP, None, "")]
    assert released.problems()[0].value == name
    assert sorted(path.name for path in released.datasets.iterdir()) == ["demo", "made.zip"]


def altered(content: bytes, local: int, central: int, value: int) -> bytes:
    """The archive with another byte in the header of its entry, which stands in it twice."""
    held = bytearray(content)
    held[held.index(b"PK\x03\x04") + local] = value
    held[held.index(b"PK\x01\x02") + central] = value
    return bytes(held)


def claiming(content: bytes, size: int) -> bytes:
    """The archive whose entry claims to have another size, in the directory at its end."""
    held = bytearray(content)
    at = held.index(b"PK\x01\x02") + 24
    held[at : at + 4] = size.to_bytes(4, "little")
    return bytes(held)


FAULTY: dict[str, Callable[[bytes], bytes]] = {
    "encrypted": lambda content: altered(content, 6, 8, 1),
    "packed in a way of its own": lambda content: altered(content, 8, 10, 99),
    "of four thousand million bytes": lambda content: claiming(content, 4_000_000_000),
}


@pytest.mark.parametrize("fault", FAULTY)
def test_an_archive_that_cannot_be_unpacked_is_refused(fault: str, released: Bench) -> None:
    locked_as(released, FAULTY[fault](archive(released, INSIDE)))
    assert released.found() == [("lock-archive", ZIP, None, "")]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_archive_says_each_thing_once(released: Bench) -> None:
    locked_as(released, archive(released, INSIDE, INSIDE))
    assert released.found() == [("lock-archive", ZIP, None, "")]


def test_damaged_rows_end_no_check(released: Bench) -> None:
    """Names and lengths are right, and what was packed is noise: no rows can be compared with it."""
    held = bytearray(archive(released, INSIDE, content="code,name_zh\n" + "010203,x\n" * 500))
    start = held.index(INSIDE.encode()) + len(INSIDE)
    held[start : start + 8] = b"\xff" * 8
    locked_as(released, bytes(held))
    assert released.found() == []


def test_an_entry_that_is_longer_than_it_says_is_not_unpacked_whole(released: Bench) -> None:
    locked_as(released, claiming(archive(released, INSIDE, content=b"0" * 30_000_000), 100))
    assert released.found() == []


def unbounded(path: Path) -> None:
    path.touch()
    os.truncate(path, 5_000_000_000)


@pytest.mark.parametrize(
    "put",
    [os.mkfifo, Path.mkdir, lambda path: path.symlink_to("/dev/zero"), lambda path: path.symlink_to(path.name),
     lambda path: path.symlink_to("/etc/passwd"), unbounded, lambda _: None],
    ids=["pipe", "folder", "device", "circle", "link", "without end", "nothing"],
)  # fmt: skip
def test_what_is_no_archive_is_neither_read_nor_waited_for(put: Callable[[Path], object], released: Bench) -> None:
    (released.folder / ZIP).unlink()
    put(released.folder / ZIP)
    assert released.found() == [("lock-removed", ZIP, None, "")]
