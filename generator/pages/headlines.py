"""The figures that stand first: those that the editors chose, or the first that an edition states of the home area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from generator.model.codes import TOTAL
from generator.model.edition import Edition
from generator.model.figure import Figure

from .volume import Volume

WITHOUT_CHOICE = 4  # figures that stand first where the editors chose none
AN_INDICATOR = 2  # of them on one indicator, and that of different areas or parts


def headlines(volume: Volume, edition: Edition) -> list[Figure]:
    """The figures that the editors put first; without a choice :func:`first_stated`."""
    chosen = [edition.figures[name] for name in edition.release.headlines if name in edition.figures]
    return chosen or first_stated(volume, edition)


def first_stated(volume: Volume, edition: Edition) -> list[Figure]:
    """What an edition states first: results, or targets if it states no result.

    The home areas come before others, totals before breakdowns, then the order of topics and indicators; of each
    indicator the newest period. Each indicator has one figure; where that gives too few, a second of another area or
    part. A correction of an earlier period, of which a newer one is known, comes last.
    """
    said = [edition.figures[name] for name in edition.said]
    make = partial(_first, volume, edition, said)
    return volume.recall(("first stated", edition.name), (said, edition.figures), make)


def _first(volume: Volume, edition: Edition, said: Sequence[Figure]) -> list[Figure]:
    stated = [figure for figure in said if not figure.missing]
    results = [figure for figure in stated if figure.key.kind == "obs"]
    figures = results or [figure for figure in stated if figure.key.kind == "target"]
    home, outdated = set(volume.tables.bulletin.home), _outdated(edition, figures)

    def place(figure: Figure) -> tuple[bool, ...]:
        return figure.id in outdated, figure.key.subject not in home, figure.key.breakdown != TOTAL

    in_order = sorted(volume.ordered(figures), key=place)
    return [figure for turn in range(AN_INDICATOR) for figure in _turn(in_order, turn)][:WITHOUT_CHOICE]


def _turn(figures: Sequence[Figure], turn: int) -> Iterator[Figure]:
    """Of each indicator the figure of the area or part that is the first (0) or the second (1) to be named."""
    named: dict[str, set[tuple[str, str]]] = {}
    for figure in figures:
        key = figure.key
        known = named.setdefault(key.concept, set())
        if (thing := (key.subject, key.breakdown)) not in known:
            if len(known) == turn:
                yield figure
            known.add(thing)


def _outdated(edition: Edition, figures: Sequence[Figure]) -> set[str]:
    """Those of which the edition knows a newer period."""
    newest = {figure.key.series: figure.period.sort_key for figure in figures}
    for other in edition.figures.values():
        if (known := newest.get(other.key.series)) is not None and not other.missing:
            newest[other.key.series] = max(known, other.period.sort_key)
    return {figure.id for figure in figures if figure.period.sort_key < newest[figure.key.series]}
