"""The one script that interactive charts need: Vega, Vega-Lite and Vega-Embed, hosted with the site."""

from __future__ import annotations


def bundle() -> bytes:
    """The script, to be written once to ``assets/vega.js``. It sets ``vegaEmbed``, ``vega`` and ``vegaLite``."""
    import vl_convert  # takes seconds to start: only when the site is written

    script: str = vl_convert.javascript_bundle()  # type: ignore[call-arg]  # its stub forgets the default
    return script.encode()
