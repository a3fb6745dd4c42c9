"""Bad input leaves the last site as it was, byte for byte, and ends with words, code 1 and no traceback."""

from __future__ import annotations

import io
import json
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from generator import build as shell
from generator.cli import main
from generator.errors import BuildError
from generator.site.archive import kept
from tests.corpus.altering import Case
from tests.corpus.cases import CASES
from tests.intake.small_bulletin import Bench

# One of each family; "file" is that of observations, others are named by their file.
REPRESENTATIVE = (
    "file GBK", "file UTF-16 without mark", "file half a character", "file semicolons", "file quote not closed",
    "file header missing", "file ten thousand columns", "file ten thousand cells", "file total left in",
    "value '13.7%'", "value 'NaN'", "period '2022/3/1'", "area '10203'", "locator '=增长'", "locator '增\\u202e长'",
    "reference/areas.csv area in itself", "reference/units.csv endless factor", "bulletin.yaml anchor",
    "bulletin.yaml object", "bulletin.yaml ten thousand levels", "releases.yaml an empty group",
    "releases.yaml release in the year 9999", "json endless number",
)  # fmt: skip
CHOSEN = [case for case in CASES if case.name in REPRESENTATIVE]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder that looks like a site of an earlier run."""
    folder = tmp_path / "site"
    (folder / "demo").mkdir(parents=True)
    (folder / "demo" / "index.html").write_bytes(b"<p>the last site</p>")
    (folder / "catalog.json").write_bytes(b"{}")
    (folder / "SHA256SUMS").write_text(f"{sha256(b'{}').hexdigest()}  catalog.json\n")
    return folder


def content(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_family_is_here() -> None:
    assert {case.name for case in CHOSEN} == set(REPRESENTATIVE)


@pytest.mark.parametrize("case", CHOSEN, ids=[ascii(case.name) for case in CHOSEN])
def test_a_failed_build_leaves_the_last_site(
    case: Case, bench: Bench, site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shell, "ROOT", site.parent / "program")
    file = bench.folder / case.file
    file.write_bytes(case.alter(file.read_bytes()))
    before = content(site)
    options = ["build", "--datasets", str(bench.datasets), "--site", str(site)]
    for lang in ("zh", "en"):
        assert main([*options, "--messages", lang]) == 1
        told = capsys.readouterr()
        assert "Traceback" not in told.err + told.out
        assert all(rule in told.err for rule, *_ in case.told)
    assert main([*options, "--json"]) == 1
    rules = {problem["rule"] for problem in json.loads(capsys.readouterr().out)["problems"]}
    assert rules == {rule for rule, *_ in case.told}
    assert content(site) == before


def test_a_name_that_is_no_text_can_be_told(
    bench: Bench, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shell, "ROOT", tmp_path / "program")
    (bench.folder / "investment" / "\udcff.csv").write_bytes(b"")
    for more in ([], ["--json"]):
        assert main(["check", "--datasets", str(bench.datasets), *more]) == 1
    capsys.readouterr().out.encode("utf-8")


def packed(entries: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return held.getvalue()


@pytest.mark.parametrize("name", ["../x.csv", "/x.csv", "a/../../x.csv", "C:/x.csv", "a\\x.csv", "a//x.csv", "./x"])
def test_a_kept_archive_cannot_leave_the_site(name: str, tmp_path: Path) -> None:
    (tmp_path / "2022-Q1.zip").write_bytes(packed({name: b"x"}))
    with pytest.raises(BuildError):
        kept(tmp_path / "2022-Q1.zip")


def test_a_kept_archive_cannot_unpack_without_end(tmp_path: Path) -> None:
    """The size that the directory names is what counts, and nothing is unpacked before it is known."""
    bomb = bytearray(packed({"a.csv": b"0" * 1000}))
    size = (2_000_000_000).to_bytes(4, "little")
    place = bomb.index(b"PK\x01\x02")
    bomb[place + 24 : place + 28] = size
    (tmp_path / "2022-Q1.zip").write_bytes(bytes(bomb))
    with pytest.raises(BuildError):
        kept(tmp_path / "2022-Q1.zip")


@pytest.mark.parametrize(
    "harm", [b"", b"PK\x03\x04", packed({"a": b"x"})[:-10]], ids=["nothing", "a beginning", "cut off"]
)
def test_a_kept_archive_that_is_none_is_said(harm: bytes, tmp_path: Path) -> None:
    (tmp_path / "2022-Q1.zip").write_bytes(harm)
    with pytest.raises(BuildError):
        kept(tmp_path / "2022-Q1.zip")
