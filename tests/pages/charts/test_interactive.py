"""The script of the interactive charts."""

from generator.pages.charts import bundle


def test_one_script_that_brings_vega_along():
    script = bundle()
    assert b"window.vegaEmbed" in script
    assert b"/npm/vega@" not in script
