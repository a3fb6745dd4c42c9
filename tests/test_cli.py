"""What the program says and returns: in the user's language, counted right, and never after doing harm."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from generator import build as shell
from generator import bulletins, site
from generator.cli import main
from generator.intake import write_descriptor
from generator.stages import Stages
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


@pytest.mark.parametrize(
    ("number", "english", "chinese"),
    [
        (errno.ENOSPC, "The disk is full.", "磁盘已满。"),
        (errno.EDQUOT, "The disk is full.", "磁盘已满。"),
        (errno.EACCES, "/x/y.html cannot be read or written.", "/x/y.html 无法读写。"),
    ],
)
def test_a_disk_that_refuses_is_told_in_words(
    number: int, english: str, chinese: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    bench: Bench, tmp_path: Path,
) -> None:  # fmt: skip
    def refused(*_: object) -> None:
        raise OSError(number, "no", "/x/y.html")

    monkeypatch.setattr(shell, "works", refused)
    options = ["--datasets", str(bench.datasets), "--site", str(tmp_path / "x")]
    for lang, told in (("en", english), ("zh", chinese)):
        assert main(["build", *options, "--messages", lang]) == 2
        said = capsys.readouterr().err
        assert told in said and "Traceback" not in said


def test_a_file_that_we_forgot_is_a_mistake_of_ours(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shell, "works", lambda *_: (tmp_path / "nowhere").read_bytes())
    assert main(["build", "--datasets", str(bench.datasets), "--site", str(tmp_path / "x")]) == 70


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


LEAGUES = """\
leagues:
- id: race
  title: 赛马榜
  title_en: The race
  peers: counties
  from: 2022-Q1
  members:
  - {indicator: investment, weight: 1/2}
  - {indicator: investment, measure: growth_yoy, id: growth, weight: 1/2}
  normalisation: raw
  rewards: {places: 1, amounts: [5], unit: CNY_100M}
"""


@pytest.fixture
def racing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """Two counties: 300.0 and 13.7 % by hand make 156.85, 100.0 and 20.0 % make 60.00; nobody has a half year."""
    bench.edit("reference/areas.csv", "010204,旧县", "010205,新县,New County,county,010200,,,,,,\n010204,旧县")
    bench.edit(
        Q1,
        "010203,approval",
        ROWS.format("investment,level", "100.0") + ROWS.format("investment,growth_yoy", "20.0") + "010203,approval",
    )
    bench.write("leagues.yaml", LEAGUES, describe=False)
    for package in ("reference", "investment"):
        write_descriptor(bench.folder / package)
    monkeypatch.setattr(shell, "ROOT", bench.cache)  # below which a call keeps what it worked out
    return bench


ROWS = "010205,{},,,2022-Q1,{},,P,exact,s1,新县,,,,\n"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "zh",
            "赛马榜  2022-Q1\n位次  地区      得分  5–95 %  奖励（亿元）\n"
            "   1  鹿鸣县  156.85     1–1          5.00\n   2  新县     60.00     2–2\n",
        ),
        (
            "en",
            "The race  2022-Q1\nrank  area         score  5–95 %  award (100 million yuan)\n"
            "   1  Luming      156.85     1–1                      5.00\n   2  New County   60.00     2–2\n",
        ),
    ],
)
def test_a_league_is_printed(lang: str, said: str, racing: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["league", "race", "2022-Q1", "--datasets", str(racing.datasets), "--messages", lang]) == 0
    assert capsys.readouterr().out == said


def test_the_newest_edition_says_what_is_missing(racing: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["league", "race", "--datasets", str(racing.datasets)]) == 0
    assert capsys.readouterr().out.splitlines()[2:] == ["Luming      growth", "New County  investment growth"]


def test_a_league_under_other_weights(racing: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    """At 1 to 19: 28.015, rounded half to even 28.02, and 24.00; one weight given, the other is scaled with it."""
    call = ["league", "race", "2022-Q1", "--datasets", str(racing.datasets), "--weights"]
    assert main([*call, "investment=1/38"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[1] == "With other weights; this is not the published result."
    assert [line.split()[-2:] for line in said[3:]] == [["28.02", "5.00"], ["County", "24.00"]]
    assert main([*call, "investment=5%,growth=95%"]) == 0
    assert capsys.readouterr().out.splitlines() == said
    assert main([*call, "investment=0"]) == 0  # 13.7 and 20.0 of the growth alone
    assert [line.split()[-2:] for line in capsys.readouterr().out.splitlines()[3:]] == [
        ["20.00", "5.00"],
        ["Luming", "13.70"],
    ]
    assert main([*call, "investment=-1"]) == 2
    assert "investment=-1" in capsys.readouterr().err
    assert main([*call, "investment=0,growth=0"]) == 2
    assert "In “race” one weight at least must be above 0." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "edition", "known"), [("race", "2022-Q3", "2022-Q1, 2022-Q2"), ("rase", "newest", "race")]
)
def test_what_there_is_is_listed_if_a_league_is_not_found(
    name: str, edition: str, known: str, racing: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["league", name, edition, "--datasets", str(racing.datasets)]) == 2
    assert capsys.readouterr().err.rstrip().endswith(f"only: {known}.")


def test_the_files_of_a_league_are_those_that_are_published(
    racing: Bench, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    checked = shell.check(shell.Options(datasets=racing.datasets, build=racing.cache / "build"), Stages())
    files = {file.path: file.content for file in bulletins.data_files(checked.editions["demo"])}
    for form in ("csv", "json"):
        assert main(["league", "race", "2022-Q1", "--datasets", str(racing.datasets), "--format", form]) == 0
        assert capsysbinary.readouterr().out == files[f"demo/editions/2022-Q1/data/league-race/league.{form}"]
