"""In generated prose every digit is a figure, a time, a code, or stands in a text that the data gave."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from shipped import volume

from generator.model.bulletin import Tables
from generator.model.page import Page
from generator.model.text import LANGS, Lang, Text
from generator.pages import compose

ELEMENT = re.compile(r"<(data|time)\b[^>]*>.*?</\1>|<[^>]+>|`[^`]*`|\{[#:][^}]*\}", re.DOTALL)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
REFERENCE = re.compile(r"&#(\d+);")


def texts(tables: Tables) -> Iterator[str]:
    """Every text that editors wrote, the longest first."""
    reference = tables.reference
    things: list[object] = [tables.bulletin, *tables.releases, *tables.projects.values(), *tables.project_status]
    for part in fields(reference):
        table = getattr(reference, part.name)
        things += table.values() if hasattr(table, "values") else table
    things += tables.statements
    for thing in things:
        assert is_dataclass(thing)
        for part in fields(thing):
            value = getattr(thing, part.name)
            if isinstance(value, Text):
                yield from (value.zh, value.en, value.en[:1].lower() + value.en[1:])


def generated(bulletin: str, lang: Lang) -> list[Page]:
    return [page for page in compose(volume(bulletin, lang)).pages if page.kind != "guide"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("bulletin", ["taizhou", "qiyang"])
def test_no_digit_stands_alone(bulletin: str, lang: Lang) -> None:
    given = sorted({text for text in texts(volume(bulletin, lang).tables) if re.search(r"\d", text)}, key=len)[::-1]
    pattern = re.compile("|".join(re.escape(text) for text in given))
    for page in generated(bulletin, lang):
        left = ELEMENT.sub("", LINK.sub(r"\1", page.markdown))
        left = pattern.sub(" ", REFERENCE.sub(lambda found: chr(int(found[1])), left))
        assert not re.search(r"\d", left), f"{page.path}: {left}"
