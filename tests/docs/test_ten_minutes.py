"""The worked example of datasets/README.md is a bulletin: typed in as it stands, it passes every check."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import click
import pytest

from generator import intake
from generator.cli import cli
from generator.intake.rules import RULES

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "datasets" / "README.md").read_text(encoding="utf-8")
FILES = (
    "bulletin.yaml", "releases.yaml", "reference/areas.csv", "reference/sources.csv", "reference/indicators.csv",
    "reference/breakdowns.csv", "reference/peers.csv", "investment/observations/2026-Q3.csv",
    "investment/targets/2026-Q3.csv", "projects/projects.csv", "projects/status/2026-Q3.csv",
    "projects/amounts/2026-Q3.csv",
)  # fmt: skip


def part(anchor: str) -> str:
    """The section of the README that ``anchor`` begins."""
    return README.split(f'<a id="{anchor}"></a>')[1].split("<a id=")[0]


def blocks(text: str) -> list[str]:
    """The CSV and YAML of the section, in its order, without the indent of a list."""
    return [
        re.sub(r"^  (?=99)", "", found, flags=re.MULTILINE)
        for found in re.findall(r"```(?:yaml|csv)\n(.*?)```", text, re.DOTALL)
    ]


@pytest.fixture
def datasets(tmp_path: Path) -> Path:
    """What an editor has after following the ten minutes."""
    intake.new_edition(tmp_path, "luming", "2026-Q3")
    for name, content in zip(FILES, blocks(part("ten-minutes")), strict=True):
        file = tmp_path / "luming" / name
        assert name in part("ten-minutes") or file.name in part("ten-minutes")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    intake.new_edition(tmp_path, "luming", "2026-Q3")
    return tmp_path


def test_the_example_is_sound(datasets: Path) -> None:
    loaded = intake.load(datasets, "luming")
    assert [warning.rule for warning in loaded.warnings] == ["contact-example"]
    stated = {row.key.id: row for row in loaded.tables.statements}
    assert len(stated) == 7
    assert loaded.tables.project_status[0].stage == "started"
    assert stated["amount.bamboo_plant.total_investment.undated"].value == Decimal("1.2")
    growth = stated["obs.990101.fixed_asset_investment.growth_yoy._T._Z.2026-01_2026-09"]
    assert (str(growth.value), growth.unit) == ("8.0", "pct")
    assert stated["obs.990101.signed_projects.level._T._Z.2026-01_2026-09"].bound == "over"


def test_the_revision_and_the_withdrawal_are_sound(datasets: Path) -> None:
    intake.new_edition(datasets, "luming", "2026-Q4")
    file = datasets / "luming" / "investment" / "observations" / "2026-Q4.csv"
    header = file.read_text(encoding="utf-8").splitlines()[0]
    file.write_text("\n".join([header, *(row.strip() for row in blocks(part("revising")))]) + "\n", encoding="utf-8")
    sources = datasets / "luming" / "reference" / "sources.csv"
    known = sources.read_text(encoding="utf-8")
    sources.write_text(known + known.splitlines()[1].replace("ls2026q3", "ls2026q4") + "\n", encoding="utf-8")
    later = [row for row in intake.load(datasets, "luming").tables.statements if row.edition == "2026-Q4"]
    assert [row.value for row in later] == [Decimal("8.2"), None]
    assert all(row.reason.zh and row.reason.en for row in later)


def test_the_league_of_the_example_is_sound(datasets: Path) -> None:
    (league,) = blocks(part("leagues"))
    (datasets / "luming" / "leagues.yaml").write_text(league, encoding="utf-8")
    loaded = intake.load(datasets, "luming")
    assert [warning.rule for warning in loaded.warnings] == ["contact-example"]
    (contest,) = loaded.tables.contests
    shares = {item.id: str(share) for item, share in contest.league.root.items()}
    assert shares == {"fixed_asset_investment": "1/2", "signed_projects": "1/3", "large_projects": "1/6"}


def test_every_rule_that_the_readme_explains_exists() -> None:
    named = {
        rule
        for row in re.findall(r"^\| (`[^|]*`) \|", part("errors"), re.MULTILINE)
        for rule in re.findall(r"`([\w-]+)`", row)
    }
    assert len(named - {"rule"}) > 20
    assert named - {"rule"} <= set(RULES)


def test_the_commands_and_options_of_the_readme_are_those_of_the_program() -> None:
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = set(re.findall(r"^\| `bulletin (\w+)", told, re.MULTILINE))
    options = set(re.findall(r"^\| `(--\w+)", told, re.MULTILINE))
    assert isinstance(cli, click.Group)
    assert commands == set(cli.commands)
    known = {flag for command in cli.commands.values() for option in command.params for flag in option.opts}
    assert options == {flag for flag in known if flag.startswith("--")}
