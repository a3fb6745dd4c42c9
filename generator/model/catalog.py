"""Wording catalogs: the .po files of the repository, compiled in memory. Msgids are English."""

from __future__ import annotations

import gettext
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from .text import Lang

LOCALE = Path(__file__).resolve().parents[2] / "templates" / "locale"
FOLDERS: dict[Lang, str] = {"zh": "zh_Hans"}  # English needs no catalog: the msgids are English


def catalog_file(lang: Lang, domain: str) -> Path:
    """Where the catalog of ``domain`` (bulletin, problems) in ``lang`` lives."""
    return LOCALE / FOLDERS[lang] / "LC_MESSAGES" / f"{domain}.po"


@lru_cache(maxsize=16)
def translator(lang: Lang, domain: str) -> gettext.NullTranslations:
    """The translations of ``domain`` into ``lang``; for English those that change nothing."""
    if lang not in FOLDERS:
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo  # imported late: Babel is slow to load, English never needs it
    from babel.messages.pofile import read_po

    with catalog_file(lang, domain).open("rb") as text:
        catalog = read_po(text, locale=FOLDERS[lang], domain=domain)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
