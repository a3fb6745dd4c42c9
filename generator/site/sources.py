"""From pages to what a builder reads: a Markdown file each, and the settings of one language and bulletin.

The source of a page and the settings of its run decide what a builder makes of it, and nothing else does: a page
names no other file. So pages can be built together or apart, now or in an earlier run, and those of one source once.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import yaml

from generator.errors import BuildError
from generator.memory import Memory
from generator.model.page import Page
from generator.model.text import Lang

from .addresses import relative
from .shells import Shell, Words

try:
    from yaml import CSafeDumper as SafeDumper
except ImportError:  # PyYAML without its C library
    from yaml import SafeDumper  # type: ignore[assignment]

SITE_LINK = "site:"  # a scheme of ours: the builder lets such links pass, the fill pass makes them relative
_TARGETS = (  # of links, and of what links are defined by
    re.compile(r"(\]\(\s*<?)([^\s)>]*)"),
    re.compile(r"(^\[[^\]\n]+\]:\s*<?)([^\s)>]*)", re.MULTILINE),
)
_ALLOWED = re.compile(r"~/|#|https?:|mailto:|site:")
_DATA_LINK = re.compile(r"=[\"']\^/")
# Builders escape neither titles nor descriptions, and a theme may or may not.
_INERT = str.maketrans({"<": "＜", ">": "＞", '"': "”", "\n": " ", "\r": " ", "\t": " "})


Crumb = dict[str, str]  # title of a page above another, and the address of it from there


@dataclass(frozen=True, slots=True)
class Run:
    """One bulletin (or "", the site's own front pages) in one language: pages that share their settings."""

    lang: Lang
    bulletin: str
    site_name: str
    nav: tuple[tuple[str, str], ...] = ()  # title and address of each section
    extra: Mapping[str, Any] = field(default_factory=dict)  # what the theme shows of the bulletin

    @property
    def home(self) -> str:
        """Address of the run's front page below the site's root."""
        return ("" if self.lang == "zh" else "en/") + (f"{self.bulletin}/" if self.bulletin else "")

    @property
    def name(self) -> str:
        return f"{self.lang}/{self.bulletin or '_root'}"


def shells(pages: Iterable[Page], runs: Iterable[Run], memory: Memory | None = None) -> dict[str, Shell]:
    """The shell of every page, by its path below the site's root."""
    memory, every = memory or Memory(), {page.path: page for page in pages}
    held = {(run.lang, run.bulletin): run for run in runs}
    found = {}
    for path, page in every.items():
        run = held[page.lang, page.bulletin]
        above, translated = crumbs(page, run, every), twin_of(page) in every
        make = partial(shell, page, run, above, translated=translated)
        found[path] = memory.recall(("shell", path), (page, run, above, translated), make)
    return found


def shell(page: Page, run: Run, above: Sequence[Crumb], *, translated: bool) -> Shell:
    """A page's Markdown file, front matter for the theme and then the prose, without the words that are its own.

    ``above`` are the pages above it, and it is ``translated`` if there is one in the other language. Nothing else than
    the source decides what a builder makes of it: neither does the page's address, of which the source knows how deep
    it lies.
    """
    words = Words()
    prose = words.take_prose(_links(page))
    title = _inert(page.title)
    head: dict[str, Any] = {
        "title": title if title == _inert(run.site_name) else words.take(escape(title)),  # the theme compares the two
        "description": words.take(escape(_inert(page.description))) if page.description else "",
        "kind": page.kind,
        "home": relative(page.path, run.home),
        "root": relative(page.path, ""),
        "section": section_of(page, run),
        "here": page.address == section_of(page, run),
        "crumbs": above,
    }
    if translated:
        head["other"] = words.take(relative(page.path, twin_of(page)))
    return Shell(f"---\n{json.dumps(head, ensure_ascii=False)}\n---\n\n{prose}\n", tuple(words.taken))


def twin_of(page: Page) -> str:
    """Address of the same page in the other language."""
    return page.path.removeprefix("en/") if page.lang == "en" else f"en/{page.path}"


def section_of(page: Page, run: Run) -> str:
    """Address of the section that the page is in, "" if in none."""
    return next((address for _, address in run.nav if address and page.address.startswith(address)), "")


def crumbs(page: Page, run: Run, every: Mapping[str, Page]) -> list[Crumb]:
    """The pages above this one, from the front page down, as far as there are pages."""
    parts = page.address.split("/")[:-1]
    above = [run.home + "".join(f"{part}/" for part in parts[:depth]) for depth in range(len(parts))]
    return [{"title": _inert(every[path].title), "href": relative(page.path, path)} for path in above if path in every]


def run_settings(run: Run, folder: Path, settings: Path, theme: Path) -> str:
    """mkdocs.yml of a run. Paths resolve from it, so the theme's overrides are named again, relative to it.

    The builder's own navigation is the front page alone: without any it would put every page in. The theme shows
    the sections instead.
    """
    sections = [{"title": title, "address": address} for title, address in run.nav]
    own = {
        "INHERIT": os.path.relpath(settings, folder),
        "site_name": _inert(run.site_name),
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"language": run.lang, "custom_dir": os.path.relpath(theme, folder)},
        "nav": [{_inert(run.site_name): "index.md"}],
        "extra": _inert_all({**run.extra, "sections": sections}),
    }
    text: str = yaml.dump(own, Dumper=SafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
    return text


def _links(page: Page) -> str:
    """The prose with ``~/x/`` as ``site:~/x/``. Whether each link leads somewhere is seen on the finished site."""

    def link(found: re.Match[str]) -> str:
        before, target = found.groups()
        if target and not _ALLOWED.match(target):
            raise BuildError(
                f"{page.path}: the link {target!r} must begin with ~/ (a page of the bulletin), # (a heading of this "
                "page) or https:; a link to a data file (^/) belongs in a block"
            )
        return f"{before}{SITE_LINK}{target}" if target.startswith("~/") else found[0]

    if _DATA_LINK.search(page.markdown):
        raise BuildError(f"{page.path}: a link to a data file (^/) belongs in a block, not in the Markdown")
    text = page.markdown
    for target in _TARGETS:
        text = target.sub(link, text)
    return text


def _inert(text: str) -> str:
    """Text that no theme can take for markup, whether it escapes it or not."""
    return text.translate(_INERT)


def _inert_all(value: Any) -> Any:
    """A setting with every text in it inert."""
    if isinstance(value, str):
        return _inert(value)
    if isinstance(value, Mapping):
        return {key: _inert_all(part) for key, part in value.items()}
    return [_inert_all(part) for part in value] if isinstance(value, (list, tuple)) else value
