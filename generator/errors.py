"""Every error a user can see, apart from bugs.

A :class:`Problem` is one thing wrong in the data, as a value: checks return problems, nobody prints them on the way.
The wording of a rule lives in intake/rules/ in English and in problems.po in Chinese: editors read their own language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from errno import EACCES, EDQUOT, EFBIG, EIO, ENAMETOOLONG, ENOSPC, EPERM, EROFS, ESTALE
from typing import Any, Literal

EXIT_DATA = 1  # the data has problems; nothing was written
EXIT_USAGE = 2  # the command was called wrongly (click uses the same)
EXIT_BUG = 70  # EX_SOFTWARE of sysexits.h: our fault


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: where it is, which rule it breaks, and the facts that the rule's wording needs."""

    rule: str  # stable id, e.g. "period-form"; RULES in intake/rules/ gives wording and remedy
    package: str = ""  # <bulletin>/<package>
    resource: str = ""
    file: str = ""  # relative to the datasets folder
    line: int | None = None  # 1 is the header
    column: str = ""
    value: str = ""
    severity: Literal["error", "warning"] = "error"
    facts: dict[str, str] = field(default_factory=dict, hash=False)  # named parts of the message

    @property
    def place(self) -> tuple[str, int, str, str]:
        """Sort key: by file, line, column, rule."""
        return (self.file, self.line or 0, self.column, self.rule)


class UserError(Exception):
    """Base of the errors that are the user's to mend. ``exit_code`` is what the program returns."""

    exit_code = EXIT_USAGE


class DataErrors(UserError):
    """The data has problems. Holds all of them, sorted by place."""

    exit_code = EXIT_DATA

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set_of(problems), key=lambda problem: problem.place))
        super().__init__(f"{len(self.problems)} problems in the data")

    def __reduce__(self) -> tuple[object, ...]:
        """As a process sends it to another."""
        return DataErrors, (self.problems,)


class UsageError(UserError):
    """A command that cannot be carried out as asked: no such bulletin, no such edition, edition already released.

    ``message`` is English, as in the catalogs, with the ``{named}`` parts of ``facts``.
    """

    def __init__(self, message: str, **facts: object) -> None:
        super().__init__(message.format(**facts))
        self.message = message
        self.facts = facts

    def __reduce__(self) -> tuple[object, ...]:
        """As a process sends it to another."""
        return _usage_error, (self.message, self.facts)


def _usage_error(message: str, facts: Mapping[str, Any]) -> UsageError:
    return UsageError(message, **facts)


def disk_error(error: OSError) -> UsageError | None:
    """What to say of an error of the disk that is nobody's mistake; None of any other."""
    if error.errno in (ENOSPC, EDQUOT):
        return UsageError("The disk is full. Nothing was published: the last site is as it was.")
    if error.errno in (EACCES, EPERM, EROFS, EIO, ESTALE, EFBIG, ENAMETOOLONG):
        return UsageError(
            "{file} cannot be read or written. Nothing was published: the last site is as it was.",
            file=error.filename or "A file",
        )
    return None


class BuildError(UserError):
    """The data is sound but the site could not be built: a broken link, an unfilled block, a failed builder."""

    exit_code = EXIT_BUG


def set_of(problems: Iterable[Problem]) -> list[Problem]:
    """The problems without repetitions, in their order."""
    seen: dict[tuple[object, ...], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.place, problem.value, tuple(sorted(problem.facts.items()))), problem)
    return list(seen.values())
