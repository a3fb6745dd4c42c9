"""A text that the data gives in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """One wording in Chinese and English. Either may be empty only if both are."""

    zh: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)

    def of(self, lang: Lang) -> str:
        """The wording in ``lang``; the other language's where this one is empty, so that nothing vanishes."""
        return (self.zh or self.en) if lang == "zh" else (self.en or self.zh)
