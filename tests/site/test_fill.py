from __future__ import annotations

from collections.abc import Mapping

from generator.model.page import Page
from generator.site.fill import FigureLink, filled, linked_figures, relative_links, with_blocks

FIGURE = '<data class="figure" value="13.7" data-row="obs.1">13.7</data>'
LINKS = {"obs.1": FigureLink("~/indicators/x/#obs.1", 'Source: "A" & B')}
LINKED = f'<a class="figure-link" href="~/indicators/x/#obs.1" title="Source: &quot;A&quot; &amp; B">{FIGURE}</a>'


def page(blocks: Mapping[str, str], address: str = "areas/331002/") -> Page:
    return Page("en", "demo", address, "t", "", "", blocks)


def test_blocks_stand_where_their_placeholders_are() -> None:
    html = b'<p>a</p><div data-block="one"></div><div data-block="two"></div>'
    done, problems = with_blocks(html, "", {b"one": rb"<b>\1</b>", b"two": b"2"})
    assert done == rb'<p>a</p><div data-block="one"><b>\1</b></div><div data-block="two">2</div>'
    assert problems == []


def test_a_block_without_a_place_and_a_place_without_a_block_are_problems() -> None:
    html = b'<div data-block="extra"></div><div class="x" data-block="odd"></div>'
    _, problems = with_blocks(html, "en/demo/areas/331002/", {b"one": b"1"})
    assert problems == [
        'en/demo/areas/331002/: no placeholder for the block "one"',
        'en/demo/areas/331002/: nothing to fill <div class="x" data-block="odd"></div>',
        'en/demo/areas/331002/: nothing to fill <div data-block="extra"></div>',
    ]


def test_figures_in_prose_are_linked() -> None:
    assert linked_figures(f"<p>rose {FIGURE} %</p>", LINKS) == f"<p>rose {LINKED} %</p>"
    assert linked_figures(f"<ul><li>{FIGURE}, {FIGURE}</li></ul>", LINKS) == f"<ul><li>{LINKED}, {LINKED}</li></ul>"


def test_figures_in_headings_tables_links_and_unknown_ones_are_left_alone() -> None:
    for html in (
        f'<h2 id="x">{FIGURE}</h2>',
        f'<p><a href="x">see {FIGURE}</a></p>',
        f"<table><tr><td>{FIGURE}</td></tr></table>",
        f"<nav><ul><li>{FIGURE}</li></ul></nav>",
        f"<p>{FIGURE.replace('obs.1', 'obs.2')}</p>",
    ):
        assert linked_figures(html, LINKS) == html
    assert linked_figures(f"<article><p>{FIGURE}</p></article>", LINKS) == f"<article><p>{LINKED}</p></article>"


def test_addresses_become_relative_in_any_attribute() -> None:
    html = b'<a href="~/x/#y"></a><a href="^/demo/data/m.zip"></a><i data-spec="^/demo/c.json"></i>'
    assert relative_links(html, "en/demo/areas/331002/", "en/demo/") == (
        b'<a href="../../x/#y"></a><a href="../../../../demo/data/m.zip"></a>'
        b'<i data-spec="../../../../demo/c.json"></i>'
    )


def test_a_whole_page_and_figures_in_blocks_stay_unlinked() -> None:
    html = f'<p>{FIGURE} <a href="site:~/x/">x</a></p><div data-block="t"></div>'
    done, problems = filled(html, page({"t": f'<p>{FIGURE}</p><a href="~/">h</a>'}), "en/demo/", LINKS)
    shown = LINKED.replace("~/indicators", "../../indicators")
    block = f'<div data-block="t"><p>{FIGURE}</p><a href="../../">h</a></div>'
    assert done.decode() == f'<p>{shown} <a href="../../x/">x</a></p>{block}'
    assert problems == []
