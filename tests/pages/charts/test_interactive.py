"""The script of the interactive charts."""

from pathlib import Path

import pytest
import vl_convert

from generator.pages.charts import bundle


def test_one_script_that_brings_vega_along_and_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    script = bundle(tmp_path)
    assert b"window.vegaEmbed" in script
    assert b"/npm/vega@" not in script
    monkeypatch.setattr(vl_convert, "javascript_bundle", lambda: "made again")
    assert bundle(tmp_path) == script
    (kept,) = tmp_path.iterdir()
    kept.write_text("damaged", "utf-8")
    assert bundle(tmp_path) == b"made again"
