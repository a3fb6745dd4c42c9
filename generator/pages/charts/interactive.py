"""The one script that interactive charts need: Vega, Vega-Lite and Vega-Embed, hosted with the site."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from generator.kept import keep, recalled


def bundle(cache: Path) -> bytes:
    """The script, to be written once to ``assets/vega.js``. It sets ``vegaEmbed``, ``vega`` and ``vegaLite``.

    Made once for a version of the library and kept in ``cache``: making it takes seconds.
    """
    place = cache / f"vega-{version('vl-convert-python')}.pickle"
    if kept := recalled(place, "", bytes):
        return kept
    import vl_convert

    script: str = vl_convert.javascript_bundle()  # type: ignore[call-arg]  # its stub forgets the default
    keep(place, "", script.encode())
    return script.encode()
