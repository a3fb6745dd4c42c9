"""One pass over the built HTML: blocks are filled in, figures in prose linked, addresses made relative."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from generator.model.page import Page

from .addresses import relative
from .sources import SITE_LINK

_PLACEHOLDER = re.compile(r'<div data-block="([^"]*)"></div>')
_UNFILLED = re.compile(r"<div[^>]*\sdata-block=[^>]*></div>")
_ADDRESS = re.compile(rf'="(?:{SITE_LINK})?([~^])/([^"]*)"')
# Figures stand in prose unless they are inside one of these, in which a link would be wrong or nested.
_FIGURE = re.compile(
    r"<(?P<skip>a|h[1-6]|table|nav|script|style|title|svg|button|summary)\b[^>]*>.*?</(?P=skip)>"
    r'|<data\b[^>]*\bclass="figure\b[^>]*\bdata-row="(?P<row>[^"]*)"[^>]*>.*?</data>',
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class FigureLink:
    """Where a figure in prose leads, and what it says of itself: source, period, status, formula."""

    href: str  # ~/indicators/x/#row
    about: str


def filled(html: str, page: Page, home: str, links: Mapping[str, FigureLink]) -> tuple[str, list[str]]:
    """The finished page, and what is wrong with its placeholders. ``home`` is the front page of its run."""
    html, problems = with_blocks(linked_figures(html, links), page)
    return relative_links(html, page.path, home), problems


def linked_figures(html: str, links: Mapping[str, FigureLink]) -> str:
    """Every figure in prose that has a link, linked. Runs before the blocks are filled in, so it meets only prose."""

    def link(found: re.Match[str]) -> str:
        to = links.get(found["row"] or "")
        if to is None:
            return found[0]
        return f'<a class="figure-link" href="{escape(to.href)}" title="{escape(to.about)}">{found[0]}</a>'

    return _FIGURE.sub(link, html) if links and "data-row" in html else html


def with_blocks(html: str, page: Page) -> tuple[str, list[str]]:
    """The page with its blocks in their places, and the names that do not match."""
    used: set[str] = set()

    def block(found: re.Match[str]) -> str:
        name = found[1]
        if name not in page.blocks:
            return found[0]
        used.add(name)
        return f'<div data-block="{name}">{page.blocks[name]}</div>'

    left = [found[0] for found in _UNFILLED.finditer(_PLACEHOLDER.sub("", html))]
    left += [found[0] for found in _PLACEHOLDER.finditer(html) if found[1] not in page.blocks]
    html = _PLACEHOLDER.sub(block, html)
    problems = [f'{page.path}: no placeholder for the block "{name}"' for name in page.blocks if name not in used]
    problems += [f"{page.path}: nothing to fill {text}" for text in left]
    return html, problems


def relative_links(html: str, path: str, home: str) -> str:
    """``~/`` and ``^/`` in every attribute as relative addresses, so that any sub-path works.

    A page names few others, but each of them many times, with ever other fragments.
    """
    known: dict[str, str] = {}

    def address(found: re.Match[str]) -> str:
        target, mark, fragment = f"{home if found[1] == '~' else ''}{found[2]}".partition("#")
        if target not in known:
            known[target] = relative(path, target)
        page = "" if mark and known[target] == "./" else known[target]
        return f'="{page}{mark}{fragment}"'

    return _ADDRESS.sub(address, html)
