"""What a call of the program asks for, and how it is answered: in which language, in words or as JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import build as shell
from generator import intake
from generator.errors import DataErrors, Problem, UsageError, UserError
from generator.model.catalog import translator
from generator.model.text import Lang
from generator.progress import reporter
from generator.stages import Silent, Stages


@dataclass(frozen=True, slots=True)
class Session:
    """The options of this call, and how it speaks."""

    options: shell.Options
    as_json: bool
    lang: Lang  # of messages

    def say(self, message: str, **parts: object) -> str:
        return translator(self.lang, "problems").gettext(message).format(**parts)

    def count(self, one: str, many: str, count: int) -> str:
        """A number of things: "1 note", "2 notes"."""
        return translator(self.lang, "problems").ngettext(one, many, count).format(count=count)

    def listed(self, parts: Sequence[str]) -> str:
        return self.say(", ").join(parts)

    def stages(self) -> Stages:
        return Stages(Silent() if self.as_json else reporter())

    def worded(self, problem: Problem) -> str:
        return intake.worded(problem, self.lang)

    def document(self, **problems: Sequence[Problem]) -> str:
        """Problems as one line of JSON, under the names that they are given by."""
        said = {name: [intake.as_json(one, self.lang) for one in some] for name, some in problems.items()}
        return json.dumps(said, ensure_ascii=False)


def message_language() -> Lang:
    """Chinese where the surroundings are Chinese: BULLETIN_MESSAGES, else LC_ALL, LC_MESSAGES, LANG."""
    for name in ("BULLETIN_MESSAGES", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def sound(session: Session, bulletins: int, warnings: Sequence[Problem]) -> str:
    """The data was checked, and can be published."""
    count = session.count("{count} bulletin", "{count} bulletins", bulletins)
    return session.say("The data is sound: {counted}.", counted=session.listed([count, *_notes(session, warnings)]))


def made(session: Session, summary: shell.Summary) -> str:
    """The site was built, and holds so much."""
    counted = [
        session.count("{count} page", "{count} pages", summary.pages),
        session.count("{count} chart", "{count} charts", summary.charts),
        session.count("{count} data file", "{count} data files", summary.files),
    ]
    return session.say("Made: {counted}.", counted=session.listed([*counted, *_notes(session, summary.warnings)]))


def refusal(session: Session, error: UserError) -> Iterator[str]:
    """An error of the user's in the user's words, line by line."""
    if isinstance(error, DataErrors):
        yield from map(session.worded, error.problems)
        errors = sum(problem.severity == "error" for problem in error.problems)
        count = session.count("{count} problem", "{count} problems", errors)
        counted = session.listed([count, *_notes(session, error.problems)])
        yield session.say("{counted}. Nothing was written.", counted=counted)
    elif isinstance(error, UsageError):
        yield session.say(error.message, **error.facts)
    else:
        yield str(error)


def _notes(session: Session, problems: Sequence[Problem]) -> list[str]:
    """How many of ``problems`` are notes, as a part of a list; nothing if none is."""
    count = sum(problem.severity == "warning" for problem in problems)
    return [session.count("{count} note", "{count} notes", count)] if count else []
