"""The Chinese catalog says everything the program says, and nothing it does not; no wording is half Latin."""

from __future__ import annotations

import re
import string
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
PO = ROOT / "templates" / "locale" / "zh_Hans" / "LC_MESSAGES" / "bulletin.po"
KEYWORDS = {"_": None, "t": None, "gettext": None, "n": (1, 2)}


def said() -> set[str]:
    """Every message that Python or a template asks the catalog for."""
    found: set[str] = set()
    for folder, method in ((ROOT / "generator" / "pages", "python"), (ROOT / "templates", "jinja2")):
        suffix = "**.py" if method == "python" else "**.j2"
        options = {"comment_start_string": "{##", "comment_end_string": "##}", "trim_blocks": "true"}
        for _, _, message, _, _ in extract_from_dir(
            folder, [(suffix, method)], {suffix: options if method == "jinja2" else {}}, KEYWORDS
        ):
            found.add(message[0] if isinstance(message, tuple) else message)
    return found


def catalog() -> Catalog:
    with PO.open("rb") as text:
        return read_po(text, locale="zh_Hans")


def messages() -> list[Message]:
    return [message for message in catalog() if message.id]


def msgid(message: Message) -> str:
    return message.id[0] if isinstance(message.id, tuple) else str(message.id)


def wording(message: Message) -> str:
    return message.string[0] if isinstance(message.string, tuple) else str(message.string)


def test_every_message_has_its_chinese_and_none_is_left_over() -> None:
    assert {msgid(message) for message in messages()} == said()
    assert not [msgid(message) for message in messages() if not wording(message) or message.fuzzy]


def test_the_named_parts_are_the_same() -> None:
    def parts(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert not [msgid(one) for one in messages() if parts(wording(one)) != parts(msgid(one))]


def test_chinese_uses_chinese_punctuation() -> None:
    half_width = re.compile(r"[一-鿿}][,;:?!()]|[,;:?!()][一-鿿]")
    assert not [wording(one) for one in messages() if half_width.search(wording(one))]
