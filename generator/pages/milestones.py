"""What is new in the course of a thing: an aim found missed, a record, a turning point."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise, takewhile

from markupsafe import Markup

from generator.model.aim import Aim
from generator.model.edition import Edition
from generator.model.figure import Figure

from .headlines import headlines
from .volume import Volume
from .wording.patterns import Say
from .wording.sentences import measured, tidy

NAMED = 3  # missed aims that get a sentence each; more are only counted
COMPARED = 8  # values of which one can be a record, itself among them
MOVES = 3  # in one direction, after which a move in the other is a turn
FINAL, KNOWN = frozenset("A"), frozenset("AP")  # statuses of what a record, and a turn, can be made of


def newly_missed(volume: Volume, edition: Edition) -> list[Aim]:
    """Aims that ``edition`` finds missed, and the edition before did not."""
    place = next(at for at, one in enumerate(volume.editions) if one.name == edition.name)
    before = volume.editions[place - 1].aims if place else ()
    known = {aim.target.id for aim in before if aim.state == "missed"}
    return [aim for aim in edition.aims if aim.state == "missed" and aim.target.id not in known]


def missed(volume: Volume, edition: Edition) -> Iterator[Markup]:
    """Each aim newly missed; of more than ``NAMED`` only how many. In the first edition none was missed before."""
    voice, found = volume.voice, newly_missed(volume, edition)
    if len(found) > NAMED:
        if edition.name == volume.editions[0].name:
            yield voice.n("{count} aim is found missed.", "{count} aims are found missed.", len(found))
        else:
            yield voice.n("{count} aim is newly found missed.", "{count} aims are newly found missed.", len(found))
        return
    for aim in found:
        if aim.result:
            words = _words(volume, aim.target) | {"result": voice.figure(aim.result)}
            yield tidy(
                voice, voice.t("The aim of {area} for {name} {period} was missed: {result} against {value}.", **words)
            )


def record(volume: Volume, edition: Edition) -> Iterator[Markup]:
    """Headlines of a home area that are above, or below, all comparable values without a gap before them."""
    for figure in _headlines(volume, edition):
        run = _run(volume, edition, figure, FINAL)
        others = [one.value or 0 for one in run[1:]]
        if len(run) >= COMPARED and not min(others) <= (figure.value or 0) <= max(others):
            parts = _words(volume, figure) | {"first": volume.voice.time(run[-1].period)}
            parts["count"] = volume.voice.counted(len(run))
            whole = figure.period.kind == "year" or _by_quarter(volume, figure)
            say = _highest if (figure.value or 0) > max(others) else _lowest
            yield tidy(volume.voice, say(volume.voice.t, whole, parts))


def _highest(t: Say, whole: bool, parts: dict[str, object]) -> Markup:
    if whole:
        return t("{name} in {area} {period} was {value}, the highest of {count} since {first}.", **parts)
    return t(
        "{name} in {area} {period} was {value}, the highest of {count} for this part of the year since {first}.",
        **parts,
    )


def _lowest(t: Say, whole: bool, parts: dict[str, object]) -> Markup:
    if whole:
        return t("{name} in {area} {period} was {value}, the lowest of {count} since {first}.", **parts)
    return t(
        "{name} in {area} {period} was {value}, the lowest of {count} for this part of the year since {first}.", **parts
    )


def turn(volume: Volume, edition: Edition) -> Iterator[Markup]:
    """Headline rates of a home area that change their sign, or their direction after ``MOVES`` in the other."""
    voice = volume.voice
    for figure in _headlines(volume, edition):
        run = _run(volume, edition, figure, KNOWN) if figure.unit.kind == "rate" else []
        if len(run) < 2:
            continue
        now, then = run[0].value or 0, run[1].value or 0
        parts = _words(volume, figure) | {"then": voice.when_of(run[1]), "before": voice.figure(run[1])}
        if figure.key.measure == "growth_yoy" and now * then < 0:
            yield tidy(voice, _sign(voice.t, now > 0, parts))
        elif (moves := _moves_before(run)) >= MOVES:
            yield tidy(voice, _direction(voice.t, now > then, parts | {"count": voice.counted(moves)}))


def _sign(t: Say, up: bool, parts: dict[str, object]) -> Markup:
    if up:
        return t("{name} in {area} turned positive: {value} {period}, {before} {then}.", **parts)
    return t("{name} in {area} turned negative: {value} {period}, {before} {then}.", **parts)


def _direction(t: Say, up: bool, parts: dict[str, object]) -> Markup:
    if up:
        return t("{name} in {area} rose after {count} falls in a row: {value} {period}, {before} {then}.", **parts)
    return t("{name} in {area} fell after {count} rises in a row: {value} {period}, {before} {then}.", **parts)


def _headlines(volume: Volume, edition: Edition) -> Iterator[Figure]:
    """The headlines that this edition itself states of a home area."""
    home = volume.tables.bulletin.home
    for figure in headlines(volume, edition):
        if figure.key.kind == "obs" and figure.edition == edition.name and figure.key.subject in home:
            yield figure


def _by_quarter(volume: Volume, figure: Figure) -> bool:
    """Is it measured within each quarter? All else compares with the same part of another year only."""
    return volume.tables.reference.indicators[figure.key.concept].basis == "quarter"


def _run(volume: Volume, edition: Edition, newest: Figure, statuses: Collection[str]) -> list[Figure]:
    """``newest`` and the comparable values before it, back to the first gap, other unit, bound, or break.

    A break in the series (B) is the last one in the run: what came before it does not compare.
    """
    found: list[Figure] = []
    figure: Figure | None = newest
    while figure and figure.unit == newest.unit and figure.single and figure.status in {*statuses, "B"}:
        found.append(figure)
        period = figure.period.predecessor() if _by_quarter(volume, newest) else figure.period.year_before()
        figure = edition.figures.get(newest.key._replace(period=period).id) if period and figure.status != "B" else None
    return found


def _moves_before(run: list[Figure]) -> int:
    """How many moves in a row went the other way before the last one; ``run`` is newest first."""
    moves = [(one.value or 0) - (two.value or 0) for one, two in pairwise(run)]
    return sum(1 for _ in takewhile(lambda move: move * moves[0] < 0, moves[1:]))


def _words(volume: Volume, figure: Figure) -> dict[str, object]:
    voice = volume.voice
    return {
        "name": measured(voice, figure),
        "area": voice.area(figure.key.subject),
        "period": voice.when_of(figure),
        "value": voice.figure(figure),
    }
