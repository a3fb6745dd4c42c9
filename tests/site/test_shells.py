"""Words that a builder would pass on give way to marks and come back, and everything else stays for the builder."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.shells import Words, put_back

MARK = '<sup class="mark"><abbr title="初步数">(p)</abbr></sup>'
FIGURE = f'<data class="figure" value="8.5" data-row="obs.1">8.5</data>%{MARK}'
EXTENSIONS = ["attr_list", "tables", "toc"]  # of mkdocs.yml


def rendered(source: str) -> str:
    return markdown.markdown(source, extensions=EXTENSIONS)


def taken(source: str) -> list[str]:
    words = Words()
    words.take_prose(source)
    return words.taken


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("# 甲县 {#top}", ["甲县"]),
        ("## Investment {#t1}\n\n### Race {#race}", ["Investment", "Race"]),
        (f"甲县同比增长{FIGURE}。\n{{: .finding }}", [f"甲县同比增长{FIGURE}。"]),
        ("R&#38;D, two lines\nof words.", ["R&#38;D, two lines\nof words."]),
        ('<ol class="happened">\n<li>一</li>\n<li>二</li>\n</ol>', ["\n<li>一</li>\n<li>二</li>\n"]),
    ],
)
def test_words_are_taken_out(source: str, words: list[str]) -> None:
    assert taken(source) == words


@pytest.mark.parametrize(
    "source",
    [
        "see [areas](~/areas/)",
        "*soft* words",
        "a `code` word",
        "R&D as Markdown escapes it",
        "- a list",
        "1. a list",
        "| a | table |\n|---|---|",
        "> quoted",
        "    indented",
        "two spaces  \nbreak",
        '<div data-block="t1"></div>',
        "<https://example.org/>",
        "## Two &#42; stars {#a}",
        "## A <b>bold</b> heading {#a}",
        "## No id",
        "Setext\n===",
        "```\nplain words\n\nmore of them\n```",
        "",
    ],
)
def test_what_a_builder_reads_stays(source: str) -> None:
    assert taken(source) == []


SOURCES = [
    f'# 甲县 {{#top}}\n\n甲县同比增长{FIGURE}。\n{{: .finding }}\n\n<div data-block="a"></div>\n',
    '## One {#a}\n\nWords.\nMore.\n\n- item\n\n- [b](#a)\n\n<ul class="x">\n<li>1</li>\n</ul>\n\nEnd &#42;.',
    "\n\nFirst\n\n\nsecond\n",
]


@pytest.mark.parametrize("source", SOURCES)
def test_a_builder_makes_the_same_of_either(source: str) -> None:
    words = Words()
    shell = words.take_prose(source)
    assert put_back(rendered(shell), words.taken) == rendered(source)
    assert words.taken


CHUNKS = [
    *("甲县", "one two", FIGURE, "&#42;", "&", "*", "_a_", "[a](#b)", "<b>", "</b>", "|", "`", "\\", ":", "  "),
    *("\n", "\n\n", "# ", " {#id}", "- ", "1. ", "\n{: .x }", "\n\n<ol>\n<li>1</li>\n</ol>\n\n"),
]


@given(st.lists(st.sampled_from(CHUNKS), max_size=12).map("".join))
def test_a_builder_makes_the_same_of_any(source: str) -> None:
    words = Words()
    assert put_back(rendered(words.take_prose(source)), words.taken) == rendered(source)


def test_marks_in_the_data_are_no_marks() -> None:
    words = Words()
    shell = words.take_prose("*\ue0000\ue001*\n\nplain \ue0000\ue001 words")
    assert put_back(shell, words.taken) == "*&#57344;0&#57345;*\n\nplain &#57344;0&#57345; words"
