"""Text from data is inert in Markdown and in HTML."""

from __future__ import annotations

from html import unescape

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.wording.escape import inert

ATTACKS = [
    "[press](javascript:alert(1))",
    "![x](http://example.org/x.png)",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "x{: onclick=alert(1) }",
    "# heading",
    "- list",
    "1. list",
    "| a | b |",
    "`code` **bold** _it_ ~~no~~",
    "{{ 7 * 7 }} {% if x %}",
    '<div data-block="headlines"></div>',
    "&lt;b&gt; &#42;",
    "text[^1]\n\n[^1]: note",
    "http://example.org <http://example.org>",
    "line\n\n    code",
    "a  \nb\\\nc",
]


def shown(text: str) -> str:
    extensions = ["attr_list", "md_in_html", "tables", "footnotes", "def_list", "abbr"]
    return markdown.markdown(f"word {text} word", extensions=extensions)


@pytest.mark.parametrize("attack", ATTACKS)
def test_known_attacks_show_as_their_own_characters(attack: str) -> None:
    html = shown(inert(attack))
    assert html.startswith("<p>") and html.endswith("</p>") and "<" not in html[3:-4]
    assert unescape(html[3:-4]) == f"word {' '.join(attack.split())} word"


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cf", "Cn", "Co"))))
def test_any_text_shows_as_its_own_characters(text: str) -> None:
    html = shown(inert(text))
    assert "<" not in html.removeprefix("<p>").removesuffix("</p>")
    assert unescape(html.removeprefix("<p>").removesuffix("</p>")).split() == ["word", *text.split(), "word"]
