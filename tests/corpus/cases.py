"""The corpus: bad input after the kinds found in the wild, each with the rule and the place it is told with."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.altering import BULLETIN, DESCRIPTOR, Q1, RELEASES, Case, swap
from tests.corpus.declarations import JSON, WHOLE_YAML, YAML
from tests.corpus.tables import CELLS, EDITS, FILES_AS_A_WHOLE, HEADER, LOST, cell


def _cases() -> Iterator[Case]:
    for name, (alter, told) in FILES_AS_A_WHOLE.items():
        yield Case(f"file {name}", Q1, alter, tuple((rule, Q1, line, column) for rule, line, column in told))
    yield Case("file header only", Q1, lambda _: HEADER + b"\n", LOST)
    for column, written in CELLS.items():
        for text, rule in written.items():
            place = column if rule != "one-language" else "note_zh"
            yield Case(f"{column} {text[:20]!r}", Q1, cell(column, text), ((rule, Q1, 5, place),) if rule else ())
    for name, file, old, new, rule, line, column in [*EDITS, *YAML]:
        yield Case(f"{file} {name}", file, swap(old, new), ((rule, file, line, column),))
    for name, (alter, rule, line) in WHOLE_YAML.items():
        for file in (BULLETIN, RELEASES, DESCRIPTOR):
            yield Case(f"{file} {name}", file, alter, ((rule, file, line, ""),))
    for name, (alter, told) in JSON.items():
        yield Case(
            f"json {name}", DESCRIPTOR, alter, tuple((rule, DESCRIPTOR, line, column) for rule, line, column in told)
        )


CASES = tuple(_cases())
