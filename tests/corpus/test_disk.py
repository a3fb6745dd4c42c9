"""What can lie where a file should: links, circles, pipes, folders, what may not be read or is suddenly gone."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.errors import DataErrors, UsageError
from generator.intake import load, new_edition
from tests.corpus.altering import BULLETIN, DESCRIPTOR, Q1, Q2, RELEASES
from tests.intake.small_bulletin import FILES, Bench

SCHEMA = "investment/schemas/observations.json"
# Where a problem of each file is told: of what a descriptor names, beside its name.
TOLD = {
    BULLETIN: (BULLETIN, None, ""),
    RELEASES: (RELEASES, None, ""),
    DESCRIPTOR: (DESCRIPTOR, None, ""),
    Q2: (DESCRIPTOR, 38, "resources.path"),
}


def circle(path: Path) -> None:
    path.symlink_to(path.name)


def nowhere(path: Path) -> None:
    path.symlink_to("nowhere")


def outside(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def listener(path: Path) -> None:
    place = Path.cwd()
    os.chdir(path.parent)  # the address of a socket may not be long
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path.name)
    os.chdir(place)


@pytest.mark.parametrize(
    ("put", "rule"),
    [
        (circle, "path-link"),
        (outside, "path-link"),
        (nowhere, "file-missing"),
        (os.mkfifo, "path-kind"),
        (Path.mkdir, "path-kind"),
        (listener, "path-kind"),
    ],
    ids=["circle", "outside", "nowhere", "pipe", "folder", "socket"],
)
def test_what_is_no_file_is_neither_opened_nor_waited_for(
    put: Callable[[Path], object], rule: str, bench: Bench
) -> None:
    for file, told in TOLD.items():
        path = bench.folder / file
        plain = path.read_bytes()
        path.unlink()
        put(path)
        assert (rule, *told) in bench.found()
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        path.write_bytes(plain)
    assert bench.found() == []


def test_a_hard_link_is_a_file_like_any_other(bench: Bench) -> None:
    os.link(bench.folder / Q1, bench.datasets / "other.csv")
    assert bench.found() == []


@pytest.mark.parametrize(
    ("error", "rule"), [(PermissionError(13, "no"), "file-unreadable"), (FileNotFoundError(2, "gone"), "file-missing")]
)
@pytest.mark.parametrize("file", [Q1, SCHEMA, DESCRIPTOR, BULLETIN])
def test_a_file_that_cannot_be_read_after_all(
    error: OSError, rule: str, file: str, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = Path.read_bytes

    def refusing(path: Path) -> bytes:
        if path == bench.folder / file:
            raise error
        return plain(path)

    monkeypatch.setattr(Path, "read_bytes", refusing)
    assert bench.found() == [(rule, file, None, "")]


def test_a_folder_that_cannot_be_read_is_said(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "no", str(bench.folder))

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(DataErrors) as caught:
        load(bench.datasets, "demo")
    assert [problem.rule for problem in caught.value.problems] == ["file-unreadable"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_without_permissions_is_said(bench: Bench) -> None:
    (bench.folder / Q1).chmod(0)
    assert bench.found() == [("file-unreadable", DESCRIPTOR, 18, "resources.path")]


def test_folders_without_end_are_not_followed(bench: Bench) -> None:
    place = Path.cwd()
    os.chdir(bench.folder / "investment")
    for _ in range(1500):
        Path("d").mkdir()
        os.chdir("d")
    os.chdir(place)
    found = bench.found()
    subprocess.run(["rm", "-r", bench.folder / "investment" / "d"], check=True)  # which Python cannot, nor pytest later
    assert found == []


@pytest.mark.parametrize("name", [b"\xff\xfe.csv", b"a\nb\x1b[31m.csv", b"2022Q1.csv", "２０２２-Q1.csv".encode()])
def test_a_file_of_another_name_is_said_whatever_it_is(name: bytes, bench: Bench) -> None:
    with open(os.fsencode(bench.folder / "investment" / "observations") + b"/" + name, "wb") as file:  # noqa: PTH123
        file.write(FILES[Q1].encode())
    assert [rule for rule, *_ in bench.found()] == ["file-name"]


@pytest.mark.parametrize("content", [b"", b"\xd6\xd0", FILES[Q2].encode("gbk"), b"a,b\n1,2\n", b'"', b"\0"])
def test_a_new_edition_does_not_begin_with_a_broken_one(content: bytes, bench: Bench) -> None:
    (bench.folder / Q2).write_bytes(content)
    with pytest.raises(UsageError, match=r"2022-Q2\.csv"):
        new_edition(bench.datasets, "demo", "2022-Q3")
    assert not (bench.folder / "investment/observations/2022-Q3.csv").exists()


def test_a_new_edition_leaves_out_what_has_no_period(bench: Bench) -> None:
    """And files of other names stay undeclared, instead of stopping the command."""
    bench.edit(Q2, "2022-H1,700.0", "2022H1,700.0")
    (bench.folder / "investment/observations/latest.csv").write_bytes(b"x")
    new_edition(bench.datasets, "demo", "2022-Q3")
    rows = (bench.folder / "investment/observations/2022-Q3.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == 1
    assert "latest" not in (bench.folder / DESCRIPTOR).read_text(encoding="utf-8")
