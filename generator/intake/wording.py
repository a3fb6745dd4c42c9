"""A problem in words, in the editor's language, and as plain data for programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.errors import Problem
from generator.model.catalog import translator
from generator.model.text import Lang

from .rules import RULES, Rule
from .rules.rule import N_

MAX_SHOWN = 80  # characters of a cell
TERMS: Mapping[str, str] = {  # names of types, in an editor's words
    "str": N_("text"),
    "bool": N_("true or false"),
    "list": N_("a list"),
    "dict": N_("a group of entries"),
    "date": N_("a date such as 2022-05-31"),
}


def worded(problem: Problem, lang: Lang) -> str:
    """Where it is, what is wrong, what to do, and the rule, in one paragraph."""
    say = translator(lang, "problems").gettext
    frame = N_("{place}: {message} {remedy} (rule {rule})")
    if problem.severity == "warning":
        frame = N_("{place}: Note: {message} {remedy} (rule {rule})")
    return say(frame).format(
        place=place(problem, lang), message=message(problem, lang), remedy=remedy(problem, lang), rule=problem.rule
    )


def place(problem: Problem, lang: Lang) -> str:
    """File, line and column, as far as they are known."""
    say = translator(lang, "problems").gettext
    parts = [say(N_("file {file}")).format(file=shown(problem.file or problem.package))]
    if problem.line is not None:
        parts.append(say(N_("line {line}")).format(line=problem.line))
    if problem.column:
        parts.append(say(N_("column {column}")).format(column=shown(problem.column)))
    return say(N_(", ")).join(parts)


def message(problem: Problem, lang: Lang) -> str:
    """What is wrong."""
    return _filled(_rule(problem).message, problem, lang)


def remedy(problem: Problem, lang: Lang) -> str:
    """What the editor can do about it."""
    return _filled(_rule(problem).remedy, problem, lang)


def as_json(problem: Problem, lang: Lang) -> dict[str, Any]:
    """The problem as plain data, with its wording."""
    return {
        "rule": problem.rule,
        "severity": problem.severity,
        "package": problem.package,
        "resource": problem.resource,
        "file": _encodable(problem.file),
        "line": problem.line,
        "column": problem.column,
        "value": _encodable(problem.value),
        "facts": {name: _encodable(fact) for name, fact in problem.facts.items()},
        "message": message(problem, lang),
        "remedy": remedy(problem, lang),
    }


def _encodable(text: str) -> str:
    """The text itself; of a file name that is no UTF-8, what can be written of it."""
    return text.encode("utf-8", "backslashreplace").decode()


def shown(text: str) -> str:
    """A text from the data as it may be printed: without control characters, and not without end."""
    plain = "".join(mark if mark.isprintable() else f"\\u{ord(mark):04x}" for mark in text)
    return plain if len(plain) <= MAX_SHOWN else plain[: MAX_SHOWN - 1] + "…"


def _rule(problem: Problem) -> Rule:
    """The rule that was broken; for one that another room made up and did not add here, its id has to do."""
    return RULES.get(problem.rule) or Rule(f"{problem.rule} {problem.value}".replace("{", "(").replace("}", ")"), "")


def _filled(text: str, problem: Problem, lang: Lang) -> str:
    say = translator(lang, "problems").gettext
    facts = {name: say(TERMS[fact]) if fact in TERMS else _fact(fact) for name, fact in problem.facts.items()}
    parts = {"value": shown(problem.value), "column": shown(problem.column), "file": shown(problem.file), **facts}
    return (say(text) if text else "").format_map(_Parts(parts))


class _Parts(dict[str, str]):
    """The parts of a message. One that is missing is our fault, and no reason to keep the rest from the editor."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def _fact(text: str) -> str:
    """Facts are named by our own code and may be long lists; the data that they quote is made printable."""
    return "".join(mark if mark.isprintable() else f"\\u{ord(mark):04x}" for mark in text)
