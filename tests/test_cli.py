"""What the program says and returns: in the user's language, counted right, and never after doing harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import build as shell
from generator import site
from generator.cli import main
from generator.intake import write_descriptor
from tests.intake.small_bulletin import FILES, Bench

SUMMARY = shell.Summary(1, 1, 20, 1, 30, (), {"check": 0.5})
Q1 = "investment/observations/2022-Q1.csv"


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A sound bulletin, and a program that speaks English and keeps its verdicts beside it."""
    monkeypatch.setenv("BULLETIN_MESSAGES", "en")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    bench = Bench(tmp_path / "datasets", tmp_path / "cache")
    for file, content in FILES.items():
        bench.write(file, content, describe=False)
    for package in ("reference", "investment", "projects"):
        write_descriptor(bench.folder / package)
    return bench


def test_sound_data_is_counted_apart_from_notes(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--datasets", str(bench.datasets)]) == 0
    assert capsys.readouterr().out == "The data is sound: 1 bulletin.\n"
    bench.edit("bulletin.yaml", "luming.gov.cn", "luming.example")
    assert main(["check", "--datasets", str(bench.datasets)]) == 0
    assert capsys.readouterr().out == "The data is sound: 1 bulletin, 1 note.\n"
    assert main(["check", "--datasets", str(bench.datasets), "--messages", "zh"]) == 0
    assert capsys.readouterr().out == "数据检查通过：1 种季报，1 条提示。\n"


def test_problems_are_counted_apart_from_notes(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    bench.edit(Q1, ",13.7,", ",13.7%,")
    assert main(["check", "--datasets", str(bench.datasets)]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "1 problem. Nothing was written."
    bench.edit("bulletin.yaml", "luming.gov.cn", "luming.example")
    bench.edit(Q1, "010203,investment,share", "010203,investment,shares")
    assert main(["check", "--datasets", str(bench.datasets)]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "2 problems, 1 note. Nothing was written."


@pytest.mark.parametrize("written", [["--messages", "zh"], ["--messages=zh"]], ids=str)
def test_an_error_is_told_as_the_options_ask(
    written: list[str], bench: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--datasets", str(bench.datasets / "none"), *written]) == 2
    assert capsys.readouterr().err.splitlines()[-1].startswith("没有文件夹")
    assert main(["check", "--datasets", str(bench.datasets / "none")]) == 2
    assert capsys.readouterr().err.splitlines()[-1].startswith("There is no folder")


def test_a_folder_of_somebody_else_is_refused_before_anything_is_read(
    bench: Bench, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shell, "check", lambda *_: pytest.fail("the data was read"))
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("mine")
    assert main(["build", "--site", str(tmp_path / "letters"), "--messages=zh"]) == 2
    assert "未作任何改动" in capsys.readouterr().err
    assert (tmp_path / "letters" / "letter.txt").read_text() == "mine"
    for folder in (shell.ROOT, shell.ROOT / "docs", bench.datasets):
        assert main(["build", "--datasets", str(bench.datasets), "--site", str(folder)]) == 2
        assert "cannot go to" in capsys.readouterr().err


def test_only_the_usual_site_is_shown_by_make_serve(
    tmp_path: Path, bench: Bench, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And times stand once: in the summary, none on the way."""
    monkeypatch.setattr(shell, "build", lambda *_: SUMMARY)
    assert main(["build"]) == 0
    told = capsys.readouterr()
    assert "make serve" in told.out
    assert len([line for line in (told.out + told.err).splitlines() if line.split()[:1] == ["check"]]) == 1
    assert main(["build", "--site", str(tmp_path / "x")]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "  check         0.50 s", "Made: 20 pages, 1 chart, 30 data files.", f"The site is in {tmp_path / 'x'}.",
    ]  # fmt: skip


def test_serving_watches_the_data_that_is_served(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[object] = []
    monkeypatch.setattr(site, "serve", lambda *options: given.extend(options))
    assert main(["serve", "--datasets", str(bench.datasets), "--site", str(tmp_path / "x")]) == 0
    assert given[:3] == [shell.ROOT, bench.datasets, tmp_path / "x"]
    assert main(["serve", "--datasets", str(bench.datasets / "none"), "--site", str(tmp_path / "x")]) == 2


def test_an_edition_without_time_of_release_is_not_locked(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    """Of the small bulletin the first edition says when, the second does not."""
    options = ["--datasets", str(bench.datasets), "--bulletin", "demo"]
    assert main(["release", "2022-Q2", *options]) == 2
    assert "released_at" in capsys.readouterr().err
    assert not (bench.folder / "releases.lock").exists()
    assert main(["release", "2022-Q1", *options]) == 0
    assert main(["check", *options]) == 0
    bench.edit("releases.yaml", "First quarter", "The first quarter")
    assert main(["check", *options]) == 1
    assert "lock-entry" in capsys.readouterr().err


@pytest.mark.parametrize("declared", ["yesterday", "-1", "1.5", "９", "99999999999999"])
def test_a_time_that_is_none_is_wrong_usage(
    declared: str, bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", declared)
    assert main(["build", "--datasets", str(bench.datasets), "--site", str(tmp_path / "x")]) == 2
    assert f"SOURCE_DATE_EPOCH is “{declared}”" in capsys.readouterr().err
