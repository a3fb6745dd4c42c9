"""The one door to Jinja. Templates never compute; text from data is inert in Markdown and escaped in blocks."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from generator.model.figure import LETTERS

from .wording.escape import inert
from .wording.speech import Speech

_CODE = re.compile(r"[A-Za-z0-9_-]+")
_WITHIN = str.maketrans("“”", "‘’")
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


@lru_cache(maxsize=2)
def _environment(kind: str) -> jinja2.Environment:
    """``markdown`` writes text from data as character references; ``html`` escapes it."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        finalize=_inert_unless_safe if kind == "markdown" else None,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # Markdown writes heading ids as {#id}, which Jinja would read as the start of a comment
        comment_start_string="{##" if kind == "markdown" else "{#",
        comment_end_string="##}" if kind == "markdown" else "#}",
    )


def _inert_unless_safe(value: object) -> object:
    return inert(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def templates_state() -> tuple[tuple[str, int], ...]:
    """When each template last changed: a preview makes again what was made from an older one."""
    return tuple((path.as_posix(), path.stat().st_mtime_ns) for path in sorted(TEMPLATES.rglob("*.*")))


def markdown(template: str, voice: Speech, **view: object) -> str:
    """The page's prose, from ``templates/pages/<template>.md.j2``."""
    return _render("markdown", f"pages/{template}.md.j2", voice, view)


def block(template: str, voice: Speech, **view: object) -> str:
    """A block's HTML, from ``templates/blocks/<template>.html.j2``."""
    return _render("html", f"blocks/{template}.html.j2", voice, view)


def _render(kind: str, path: str, voice: Speech, view: dict[str, object]) -> str:
    return (
        _environment(kind)
        .get_template(path)
        .render(
            voice=voice, _=voice.t, n=voice.n, link=markdown_link, code=_code, quoted=_quoted, letters=LETTERS, **view
        )
    )


def markdown_link(text: Markup, address: str) -> Markup:
    """A link in Markdown, to be set into a sentence of the catalog."""
    return Markup("[{}]({})").format(inert(text), Markup(address))  # noqa: S704 - addresses are our own


def _quoted(words: str) -> str:
    """Words of a source in quotation marks. Marks within become single ones; words that have their own keep those."""
    if words[:1] + words[-1:] == "“”" and words.count("“") == words.count("”") == 1:
        return words
    return f"“{words.translate(_WITHIN)}”"


def _code(text: str) -> Markup:
    """An identifier as part of an address or a heading id. Intake lets no other characters into identifiers."""
    if not _CODE.fullmatch(text):
        raise ValueError(f"not an identifier: {text!r}")
    return Markup(text)  # noqa: S704 - letters, digits, hyphens and underscores only
