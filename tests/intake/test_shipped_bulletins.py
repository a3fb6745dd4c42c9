"""The bulletins that come with the project are sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.intake import bulletins, load, worded

DATASETS = Path(__file__).resolve().parents[2] / "datasets"


def test_there_are_bulletins() -> None:
    assert {"taizhou", "qiyang"} <= set(bulletins(DATASETS))


@pytest.mark.parametrize("bulletin", bulletins(DATASETS))
def test_a_shipped_bulletin_loads(bulletin: str, tmp_path: Path) -> None:
    loaded = load(DATASETS, bulletin, tmp_path)
    assert len(loaded.tables.statements) > 50
    assert {warning.rule for warning in loaded.warnings} <= {"contact-example"}, [
        worded(warning, "en") for warning in loaded.warnings
    ]
