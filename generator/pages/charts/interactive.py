"""The one script that interactive charts need: Vega, Vega-Lite and Vega-Embed, hosted with the site."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path


def bundle(cache: Path) -> bytes:
    """The script, to be written once to ``assets/vega.js``. It sets ``vegaEmbed``, ``vega`` and ``vegaLite``.

    Made once for a version of the library and kept in ``cache``: making it takes seconds.
    """
    kept = cache / f"vega-{version('vl-convert-python')}.js"
    if not kept.is_file():
        import vl_convert

        script: str = vl_convert.javascript_bundle()  # type: ignore[call-arg]  # its stub forgets the default
        cache.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_suffix(".new")
        fresh.write_text(script, "utf-8")
        fresh.replace(kept)
    return kept.read_bytes()
