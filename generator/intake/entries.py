"""Forms of entries in YAML files that hold more than names: which keys, words and numbers may stand where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

from generator.errors import Problem

from .contract import EDITION
from .folders import NAME
from .yamlfile import Path, YamlFile, shape


def share_of(text: str) -> Fraction:
    """3/10, 0.3 or 30%, exactly."""
    return Fraction(text.removesuffix("%")) / (100 if text.endswith("%") else 1)


_MADE: Mapping[str, Callable[[str], object]] = {"integer-form": int, "number-form": Decimal, "share-form": share_of}
# What is read from the characters of the file, by the rule that it would break. A part of a number has at most fifteen
# digits, as in the cells of tables.
_READ: Mapping[str, re.Pattern[str]] = {
    "integer-form": re.compile(r"-?\d{1,15}", re.ASCII),
    "number-form": re.compile(r"-?\d{1,15}(?:\.\d{1,15})?", re.ASCII),
    "edition-form": EDITION,
    "league-id": NAME,
    "share-form": re.compile(r"-?\d{1,15}(?:/[1-9]\d{0,14}|(?:\.\d{1,15})?%?)", re.ASCII),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What may stand at a key: a plain value of ``kind``, one of ``words``, characters of some form (the ``rule`` that
    others break; of numbers from ``least`` to ``most``), a list of ``each``, or a mapping of one of ``forms``: the
    first one whose first key it has, else the last."""

    kind: type = str
    words: tuple[str, ...] = ()
    rule: str = ""
    least: Fraction | None = None
    most: Fraction | None = None
    each: Entry | None = None
    forms: tuple[Form, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """The keys of a mapping. One that needs only its first key may be written as the value of that alone."""

    required: Mapping[str, Entry]
    optional: Mapping[str, Entry]

    @property
    def known(self) -> Mapping[str, Entry]:
        return {**self.required, **self.optional}

    def mapping(self, value: object) -> object:
        """The mapping that ``value`` is or, for a form of one required key, stands for."""
        alone = len(self.required) == 1 and not isinstance(value, dict | list)
        return {next(iter(self.required)): value} if alone else value


def read_as(rule: str, least: str = "", most: str = "") -> Entry:
    """What is read from the characters of the file, whatever YAML makes of them: 0.1 is a tenth, and 010 ten."""
    return Entry(object, rule=rule, least=Fraction(least) if least else None, most=Fraction(most) if most else None)


def group(*forms: Form) -> Entry:
    return Entry(object, forms=forms)


def list_of(each: Entry) -> Entry:
    return Entry(list, each=each)


def problems_of(file: YamlFile, path: Path, value: object, entry: Entry) -> Iterator[Problem]:
    """Everything wrong with the form of ``value``, which ``path`` leads to and which has the type of ``entry``."""
    if entry.forms:
        yield from _of_mapping(file, path, value, entry)
    elif entry.each:
        for position, one in enumerate(value if isinstance(value, list) else ()):
            if isinstance(one, entry.each.kind):
                yield from problems_of(file, (*path, position), one, entry.each)
            else:
                expected = entry.each.kind.__name__
                yield file.problem("yaml-type", (*path, position), one, expected=expected)
    elif entry.words and value not in entry.words:
        yield file.problem("choice", path, value, known=", ".join(entry.words))
    elif entry.rule:
        yield from _of_characters(file, path, value, entry)


def typed(file: YamlFile, path: Path, value: Any, entry: Entry) -> Any:
    """``value``, which has no problems, with exact numbers (int, Decimal or Fraction) and without blank entries."""
    if entry.forms:
        known = (form := _form(value, entry)).known
        given = cast(Mapping[str, Any], form.mapping(value)).items()
        return {key: typed(file, (*path, key), one, known[key]) for key, one in given if one not in (None, "")}
    if entry.each:
        return [typed(file, (*path, number), one, entry.each) for number, one in enumerate(value)]
    return _MADE.get(entry.rule, str)(_text(file, path)) if entry.rule else value


def _form(value: object, entry: Entry) -> Form:
    keys = value if isinstance(value, dict) else {}
    return next((one for one in entry.forms if next(iter(one.known)) in keys), entry.forms[-1])


def _of_mapping(file: YamlFile, path: Path, value: object, entry: Entry) -> Iterator[Problem]:
    form = _form(value, entry)
    known, value = form.known, form.mapping(value)
    required, optional = ({key: one.kind for key, one in keys.items()} for keys in (form.required, form.optional))
    yield from shape(file, path, value, required, optional)
    given = value if isinstance(value, dict) else {}
    for key, part in given.items():
        if key in known and part not in (None, "") and isinstance(part, known[key].kind):
            yield from problems_of(file, (*path, key), part, known[key])
    for key in form.optional:
        english = f"{key}_en"
        if english in form.optional and bool(given.get(key)) != bool(given.get(english)):
            blank, filled = (english, key) if given.get(key) else (key, english)
            yield file.problem("one-language", (*path, blank), given=filled)


def _text(file: YamlFile, path: Path) -> str:
    """The characters at ``path``, or those that stand alone for the mapping it belongs to; blank if they are none."""
    return file.written.get(path) or file.written.get(path[:-1], "")


def _of_characters(file: YamlFile, path: Path, value: object, entry: Entry) -> Iterator[Problem]:
    text = _text(file, path)
    if not _READ[entry.rule].fullmatch(text):
        yield file.problem(entry.rule, path, text or value)
        return
    if entry.least is None and entry.most is None:
        return
    found = share_of(text)
    if (entry.least is not None and found < entry.least) or (entry.most is not None and found > entry.most):
        ends = ((sign, end) for sign, end in (("≥", entry.least), ("≤", entry.most)) if end is not None)
        limits = ", ".join(f"{sign} {Decimal(end.numerator) / end.denominator}" for sign, end in ends)
        yield file.problem("out-of-range", path, text, limits=limits)
