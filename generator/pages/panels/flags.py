"""Red flags and snails: whom the published thresholds single out, and, apart from them, whom a body named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.figure import Figure
from generator.model.mechanism import Mechanism
from generator.model.project import Project
from generator.model.schedule import FLAGS, Candidate, Finding, Review

from ..projects import words
from ..render import block
from ..volume import Volume
from . import naming, newest
from .panel import FOLDED, NAMED, Panel, Section
from .recognition import awards


def panel(volume: Volume, mechanism: Mechanism) -> Panel:
    """Candidates and decisions, never in one table, and the history of both."""
    schedule, voice = volume.newest.schedule, volume.voice
    review = schedule.reviews[mechanism.id] if schedule else Review((), (), 0, 0, {})
    sections = [*_candidates(volume, mechanism, review), _decided(volume, review)]
    if history := list(_history(volume, mechanism)):
        table = block("flag_history", voice, lines=history, projects=volume.tables.projects, most=FOLDED)
        sections.append(Section("history", voice.t("Edition by edition"), block=table, projects=True))
    leads = [figure for one in review.candidates if (figure := _lead(volume, one))]
    told = voice.passage([_finding(volume, review), newest.told(volume, mechanism)])
    return Panel(told, tuple(sections), (*review.figures.values(), *leads))


def _finding(volume: Volume, review: Review) -> Markup:
    voice, t = volume.voice, volume.voice.t
    by_rule = [t("No threshold is published, so no project is singled out.")]
    if review.figures:
        found = (
            t("{flag} {count}", flag=words.award(voice, flag), count=voice.figure(figure, unit=False))
            for flag, figure in review.figures.items()
        )
        by_rule = [t("By the published thresholds the candidates are: {found}.", found=voice.listing(found))]
    named_by = t("No source says which projects were named.")
    if review.decided:
        named_by = voice.n(
            "A project was named {count} time.", "Projects were named {count} times.", len(review.decided)
        )
    return voice.passage([*by_rule, named_by])


def _candidates(volume: Volume, mechanism: Mechanism, review: Review) -> Iterator[Section]:
    """The thresholds, how many could be judged, and whom they single out with every reason."""
    if not review.figures:
        return
    voice, t = volume.voice, volume.voice.t
    text = [
        t("Thresholds: {words}.", words=t("; ").join(naming.thresholds(voice, mechanism))),
        t(
            "Judged by them are {judged} of {asked} projects: those with a plan of this year and a result, or with a "
            "milestone. The others are neither good nor bad: nothing is known to judge them by.",
            judged=voice.counted(review.judged),
            asked=voice.counted(review.asked),
        ),
        t("A candidate is not a decision: who is named is for the committee to decide, and stands below."),
    ]
    lines = [_line(volume, one) for one in review.candidates[:NAMED]]
    counts = [(words.award(voice, flag), figure) for flag, figure in review.figures.items()]
    table = block("candidates", voice, lines=lines, counts=counts, more=len(review.candidates) - len(lines))
    yield Section("candidates", t("Candidates by the rule"), tuple(text), table, projects=review.asked > 0)


@dataclass(frozen=True, slots=True)
class Line:
    """A candidate with its reasons in words."""

    project: Project
    flag: str
    word: Markup
    reasons: Sequence[Markup]


def _line(volume: Volume, one: Candidate) -> Line:
    reasons = [_reason(volume, one, finding) for finding in one.findings]
    return Line(volume.tables.projects[one.project], one.flag, words.award(volume.voice, one.flag), reasons)


def _reason(volume: Volume, one: Candidate, finding: Finding) -> Markup:
    voice, lead = volume.voice, _lead(volume, one)
    threshold = voice.counted(finding.threshold)
    if finding.parameter == "overdue" or lead is None:
        days = voice.counted(int(finding.found))
        return voice.t("a milestone is {days} days past due; threshold {threshold}", days=days, threshold=threshold)
    return voice.t(
        "against elapsed time {period}: {lead}; threshold {threshold}",
        period=voice.when_of(lead),
        lead=voice.figure(lead, prose=False),
        threshold=threshold if finding.parameter == "lead" else Markup("\u2212") + threshold,
    )


def _lead(volume: Volume, one: Candidate) -> Figure | None:
    """The figure of its lead in the year of the edition, as last told."""
    every = (figure for figure in volume.by_project.get(one.project, ()) if figure.key.concept == "plan_lead")
    return max(every, key=lambda figure: figure.period.sort_key, default=None)


def _decided(volume: Volume, review: Review) -> Section:
    t = volume.voice.t
    if not review.decided:
        return Section("decided", t("Named by the committee"), (t("No source says which projects were named."),))
    return Section("decided", t("Named by the committee"), block=awards(volume, review.decided), projects=True)


@dataclass(frozen=True, slots=True)
class Past:
    """What an edition had of a flag: the ids of the candidates by the rule, and of those it reported as named."""

    edition: str
    word: Markup
    candidates: Sequence[str]
    decided: Sequence[str]


def _history(volume: Volume, mechanism: Mechanism) -> Iterator[Past]:
    """Every edition with a candidate or a decision of its own, the newest first."""
    for edition in reversed(volume.editions):
        review = edition.schedule.reviews.get(mechanism.id) if edition.schedule else None
        if review is None:
            continue
        own_awards = [one for one in review.decided if one.edition == edition.name]
        for flag in FLAGS:
            found = [one.project for one in review.candidates if one.flag == flag]
            told = [one.project for one in own_awards if one.award == flag]
            if found or told:
                yield Past(edition.name, words.award(volume.voice, flag), found, told)
