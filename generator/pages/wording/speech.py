"""How pages speak in one language: its catalog, and the inline shapes that sentences are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from markupsafe import Markup

from generator.model.catalog import translator
from generator.model.period import Period
from generator.model.reference import Area, Breakdown, Indicator, Peers, Source
from generator.model.text import Lang, Text

from . import numbers, periods
from .escape import inert


@lru_cache(maxsize=8192)
def _wording(lang: Lang, message: str) -> Markup:
    return Markup(translator(lang, "bulletin").gettext(message))  # noqa: S704 - from the catalog


def _with(text: str, parts: Mapping[str, object]) -> Markup:
    """A wording with its parts. All of them are made inert, so that plain formatting is as safe, and much faster."""
    return Markup(str.format(text, **{name: inert(part) for name, part in parts.items()}))  # noqa: S704


@dataclass(frozen=True)
class Speech:
    """The wording of one language, whatever bulletin it is about."""

    lang: Lang

    def t(self, message: str, **parts: object) -> Markup:
        """The catalog's wording of ``message`` with its ``{named}`` parts made inert."""
        text = _wording(self.lang, message)
        return _with(text, parts) if parts else text

    def n(self, one: str, many: str, count: int, **parts: object) -> Markup:
        """As :meth:`t`, with the singular or plural that ``count`` asks for."""
        text = translator(self.lang, "bulletin").ngettext(one, many, count)
        return _with(text, {"count": self.counted(count), **parts})

    def counted(self, count: int | Decimal) -> Markup:
        """A count of our own, or a threshold, as ``<data>``: no digit stands on a page without its value."""
        return Markup('<data value="{0}">{0}</data>').format(count)

    @property
    def between(self) -> Markup:
        """What stands between names that are listed: 、 in Chinese, a comma in English."""
        return Markup({"zh": "、", "en": ", "}[self.lang])  # noqa: S704 - a constant

    def percent(self, value: Decimal) -> Markup:
        """A percentage without a figure of its own."""
        return Markup('<data value="{}">{}</data>%').format(value, numbers.digits(value, self.lang))

    def listing(self, items: Iterable[Markup]) -> Markup:
        """Names one after another."""
        return self.between.join(items)

    def passage(self, sentences: Iterable[Markup]) -> Markup:
        """Sentences one after another, empty ones left out: no space between them in Chinese."""
        return Markup({"zh": "", "en": " "}[self.lang]).join(filter(None, sentences))  # noqa: S704 - a constant

    def say(self, text: Text) -> Markup:
        """A text from the data, inert."""
        return inert(text.of(self.lang))

    def other(self, text: Text) -> Markup:
        """The wording in the other language, marked as such."""
        shape = Markup('<span lang="{}">{}</span>')
        return shape.format(
            "en" if self.lang == "zh" else "zh-Hans", inert(text.of("en" if self.lang == "zh" else "zh"))
        )

    def head(self, words: Markup) -> Markup:
        """``words`` as they stand at the head of a row or a column: in English with a capital."""
        return words[:1].upper() + words[1:]

    def name(self, thing: Area | Indicator | Breakdown | Peers) -> Markup:
        return self.say(thing.name)

    def source(self, source: Source) -> Markup:
        title = self.say(source.title)
        return Markup("《{}》").format(title) if self.lang == "zh" else Markup("“{}”").format(title)

    def time(self, period: Period) -> Markup:
        """A period for tables, machine-readable."""
        return labelled(period, self.lang, None)

    def when(self, period: Period) -> Markup:
        """A period inside a sentence; empty if undated."""
        return timed(period, periods.phrase(period, self.lang)) if period.dated else Markup("")

    def day(self, value: date) -> Markup:
        return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), periods.day(value, self.lang))

    def edition(self, name: str, *, inside: bool = False) -> Markup:
        """The name of an edition; ``inside`` a sentence without its capital."""
        words = periods.edition(name, self.lang)
        return timed(Period.parse(name), words[:1].lower() + words[1:] if inside else words)

    def place(self, rank: int) -> Markup:
        """A rank without a figure of its own: 第3位; 3rd."""
        words = numbers.place(rank, self.lang)
        return Markup('{}<data value="{}">{}</data>{}').format(words.before, rank, words.digits, words.after)

    def short(self, edition: str) -> Markup:
        """The name of an edition in a table: 2022年一季度; Q1 2022."""
        return self.time(Period.parse(edition))

    def mark_meaning(self, code: str) -> Markup:
        return {"p": self.t("provisional"), "r": self.t("revised since")}[code]

    def size(self, count: int) -> Markup:
        """A file size as people read it: 12 KB, 1.3 MB (powers of ten)."""
        if count < 1000:
            return inert(f"{count} B")
        return inert(f"{count / 1000:.0f} KB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB")


@lru_cache(maxsize=4096)
def labelled(period: Period, lang: Lang, until: date | None) -> Markup:
    """A period for tables, machine-readable; cut at ``until`` if that is given."""
    return timed(period, periods.label(period, lang, until))


def timed(period: Period, words: str) -> Markup:
    """A period in these words, machine-readable."""
    if not period.dated:
        return Markup('<span class="undated">{}</span>').format(words)
    return Markup('<time data-period="{}">{}</time>').format(period.text, words)
