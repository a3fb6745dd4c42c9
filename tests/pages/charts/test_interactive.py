"""The script of the interactive charts."""

from pathlib import Path

from generator.pages.charts import bundle


def test_one_script_that_brings_vega_along_and_is_made_once(tmp_path: Path):
    script = bundle(tmp_path)
    assert b"window.vegaEmbed" in script
    assert b"/npm/vega@" not in script
    (kept,) = tmp_path.iterdir()
    kept.write_text("kept", "utf-8")
    assert bundle(tmp_path) == b"kept"
