"""One pass over the built HTML: blocks are filled in, figures in prose linked, addresses made relative."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from generator.model.page import Page

from .addresses import relative
from .sources import SITE_LINK

_PLACEHOLDER = re.compile(rb'<div data-block="([^"]*)"></div>')
_UNFILLED = re.compile(rb"<div[^>]*\sdata-block=[^>]*></div>")
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


def filled(html: str, page: Page, home: str, links: Mapping[str, FigureLink]) -> tuple[bytes, list[str]]:
    """The finished page, and what is wrong with its placeholders. ``home`` is the front page of its run.

    Its blocks, which are nearly all of it, stay bytes.
    """
    prose = linked_figures(html.replace(f'="{SITE_LINK}', '="'), links).encode()
    blocks = {name.encode(): relative_links(block, page.path, home) for name, block in page.utf8()}
    return with_blocks(relative_links(prose, page.path, home), page.path, blocks)


def linked_figures(html: str, links: Mapping[str, FigureLink]) -> str:
    """Every figure in prose that has a link, linked. Runs before the blocks are filled in, so it meets only prose."""

    def link(found: re.Match[str]) -> str:
        to = links.get(found["row"] or "")
        if to is None:
            return found[0]
        return f'<a class="figure-link" href="{escape(to.href)}" title="{escape(to.about)}">{found[0]}</a>'

    return _FIGURE.sub(link, html) if links and "data-row" in html else html


def with_blocks(html: bytes, path: str, blocks: Mapping[bytes, bytes]) -> tuple[bytes, list[str]]:
    """The page at ``path`` with its blocks in their places, and the names that do not match."""
    used: set[bytes] = set()

    def block(found: re.Match[bytes]) -> bytes:
        name = found[1]
        if name not in blocks:
            return found[0]
        used.add(name)
        return b'<div data-block="%b">%b</div>' % (name, blocks[name])

    left = [found[0] for found in _UNFILLED.finditer(_PLACEHOLDER.sub(b"", html))]
    left += [found[0] for found in _PLACEHOLDER.finditer(html) if found[1] not in blocks]
    html = _PLACEHOLDER.sub(block, html)
    problems = [f'{path}: no placeholder for the block "{name.decode()}"' for name in blocks if name not in used]
    problems += [f"{path}: nothing to fill {text.decode()}" for text in left]
    return html, problems


def relative_links(html: bytes, path: str, home: str) -> bytes:
    """``~/`` and ``^/`` in every attribute as relative addresses, so that any sub-path works.

    Every address first goes up to the run's front page or the site's root: a plain replacement passes over thousands
    of figures many times as fast as a look at each address, which alone could find the shortest way.
    """
    up, root = (f'="{relative(path, place)}'.encode() for place in (home, ""))
    return html.replace(b'="~/', up).replace(b'="^/', root)
