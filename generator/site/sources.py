"""From pages to what a builder reads: Markdown files and one mkdocs.yml for each language and bulletin."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.errors import BuildError
from generator.model.page import Page
from generator.model.text import Lang

from .addresses import checked, relative

SITE_LINK = "site:"  # a scheme of ours: the builder lets such links pass, the fill pass makes them relative
_LINK = re.compile(r"(\]\(\s*<?|^\[[^\]\n]+\]:\s*<?)~/([^\s)>#]*)(?:#([^\s)>]*))?", re.MULTILINE)
_DATA_LINK = re.compile(r"(?:\]\(\s*<?|^\[[^\]\n]+\]:\s*<?|\b(?:href|src)=[\"'])\^/", re.MULTILINE)
# Builders escape neither titles nor descriptions, and a theme may or may not.
_INERT = str.maketrans({"<": "＜", ">": "＞", '"': "”", "\n": " ", "\r": " ", "\t": " "})


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the builder: a bulletin (or "", the site's own front pages) in one language."""

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


def write_sources(pages: Iterable[Page], runs: Sequence[Run], build: Path, settings: Path, theme: Path) -> None:
    """Write ``build/<lang>/<bulletin>/`` for every run; ``settings`` is the shared mkdocs.yml, ``theme`` its overrides.

    Only files that differ are written, and files of pages that are gone are removed.
    """
    pages = list(pages)
    every = {page.path: page for page in pages}
    for run in runs:
        own = [page for page in pages if (page.lang, page.bulletin) == (run.lang, run.bulletin)]
        folder = build / run.name
        sources = {f"docs/{page.address}index.md": page_source(page, run, every) for page in own}
        sources["mkdocs.yml"] = run_settings(run, folder, settings, theme)
        _replace(folder, sources)


def page_source(page: Page, run: Run, every: Mapping[str, Page]) -> str:
    """The Markdown file of a page: front matter for the theme, then the prose with links the builder can check.

    ``every`` holds each page of the site by its path.
    """
    if _DATA_LINK.search(page.markdown):
        raise BuildError(f"{page.path}: a link to a data file (^/) belongs in a block, not in the Markdown")
    head: dict[str, Any] = {
        "title": _inert(page.title),
        "description": _inert(page.description),
        "kind": page.kind,
        "home": relative(page.path, run.home),
        "root": relative(page.path, ""),
        "crumbs": crumbs(page, run, every),
    }
    if (twin := twin_of(page)) in every:
        head["other"] = relative(page.path, twin)
    text = yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{text}---\n\n{_links(page, run, every)}\n"


def twin_of(page: Page) -> str:
    """Address of the same page in the other language."""
    return page.path.removeprefix("en/") if page.lang == "en" else f"en/{page.path}"


def crumbs(page: Page, run: Run, every: Mapping[str, Page]) -> list[dict[str, str]]:
    """The pages above this one, from the front page down, as far as there are pages."""
    parts = page.address.split("/")[:-1]
    above = [run.home + "".join(f"{part}/" for part in parts[:depth]) for depth in range(len(parts))]
    return [{"title": _inert(every[path].title), "href": relative(page.path, path)} for path in above if path in every]


def run_settings(run: Run, folder: Path, settings: Path, theme: Path) -> str:
    """mkdocs.yml of a run. Paths resolve from it, so the theme's overrides are named again, relative to it."""
    nav = run.nav or ((run.site_name, ""),)  # without any the builder would put every page in
    own = {
        "INHERIT": os.path.relpath(settings, folder),
        "site_name": _inert(run.site_name),
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"language": run.lang, "custom_dir": os.path.relpath(theme, folder)},
        "nav": [{_inert(title): f"{address}index.md"} for title, address in nav],
        "extra": _inert_all(run.extra),
    }
    return yaml.safe_dump(own, allow_unicode=True, sort_keys=False, width=10_000)


def _links(page: Page, run: Run, every: Mapping[str, Page]) -> str:
    """The prose with ``~/x/`` as the relative .md link that the builder checks.

    It knows no page of another run and no id inside a block; such links wait for our own check of the finished site.
    """

    def link(found: re.Match[str]) -> str:
        before, target, fragment = found.groups()
        there = every.get(run.home + target)
        rest = "" if fragment is None else f"#{fragment}"
        if there and (there.bulletin != run.bulletin or _in_block(there, fragment)):
            return f"{before}{SITE_LINK}~/{target}{rest}"
        return f"{before}{relative(page.address, f'{target}index.md')}{rest}"

    return _LINK.sub(link, page.markdown)


def _in_block(page: Page, fragment: str | None) -> bool:
    """True if the element with this id stands in a block, which is filled in after the builder."""
    return bool(fragment) and any(f'id="{fragment}"' in html for html in page.blocks.values())


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


def _replace(folder: Path, sources: Mapping[str, str]) -> None:
    """Make ``folder/docs`` and the settings exactly ``sources``, touching only what differs."""
    docs = folder / "docs"
    for path, text in sources.items():
        target, content = folder / checked(path), text.encode()
        if not target.is_file() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    for old in sorted(docs.rglob("*"), reverse=True):
        if old.is_dir():
            if not any(old.iterdir()):
                old.rmdir()
        elif old.relative_to(folder).as_posix() not in sources:
            old.unlink()
