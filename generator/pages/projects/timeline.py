"""The way of a project as a chart: stages that it reached, milestones due and done, against the day of the edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from markupsafe import Markup

from generator.model.period import Period
from generator.model.project import Project, ProjectStatus
from generator.model.schedule import Judged

from ..charts import ChartView, Mark
from ..pictures import picture, signed
from ..volume import Volume
from ..wording.escape import plain
from . import words

NOTHING = Decimal(0)


def timeline(
    volume: Volume, project: Project, stages: Sequence[ProjectStatus], judged: Sequence[Judged], finding: Markup
) -> ChartView | None:
    """The chart, ``finding`` its title; None if fewer than two steps are dated. ``judged`` on the last day of data."""
    voice = volume.voice
    steps = [list(_reached(volume, one)) for one in stages] + [list(_milestone(volume, one)) for one in judged]
    dated, undated = [marks for marks in steps if marks], [one for one in judged if not any(_milestone(volume, one))]
    if len(dated) < 2:
        return None
    marks = tuple(mark for some in dated for mark in some)
    reason, colon = plain(voice.t("Period not stated")), str(voice.t(": "))
    return picture(
        volume,
        "gantt",
        f"timeline-{project.id}",
        f"projects/{project.id}/",
        marks,
        title=finding,
        subtitle=voice.t("{project}: stages reached, milestones due and done", project=voice.say(project.name)),
        note=_sources(volume, [*(one.source for one in stages), *(one.milestone.source for one in judged)]),
        told=[f"{mark.label}{colon}{mark.text}" for mark in marks],
        missing=[(one.milestone.name.of(volume.lang), reason) for one in undated],
        target=_today(volume),
    )


def _today(volume: Volume) -> Mark:
    """The last day of data, on which all is judged."""
    voice, day = volume.voice, volume.newest.release.data_until
    label, period = plain(voice.t("Data until")), Period.parse(day.isoformat())
    return Mark(label, NOTHING, plain(voice.day(day)), "", "A", "exact", period=period)


def _reached(volume: Volume, status: ProjectStatus) -> Iterator[Mark]:
    if status.since.dated and status.stage != "not_stated":
        when = plain(words.on(volume.voice, status.since))
        yield Mark(plain(volume.voice.stage(status.stage)), NOTHING, when, "", "A", "exact", period=status.since)


def _milestone(volume: Volume, one: Judged) -> Iterator[Mark]:
    """When it was due, and when it was done, as far as either is dated."""
    row, voice = one.milestone, volume.voice
    label, late = row.name.of(volume.lang), one.state == "overdue"
    if row.due.dated:
        said = voice.t("due {period}", period=words.on(voice, row.due))
        if late:
            said = voice.n("{count} day past due", "{count} days past due", one.days or 0)
        yield Mark(label, NOTHING, plain(said), "", "F", "exact", emphasis=late, period=row.due)
    if row.done and row.done.dated and one.state not in ("open", "overdue"):
        said = voice.t("done {period}", period=words.on(voice, row.done))
        yield Mark(label, Decimal(one.days or 0), plain(said), "", "A", "exact", period=row.done)


def _sources(volume: Volume, names: Iterable[str]) -> Markup:
    sources, voice = volume.tables.reference.sources, volume.voice
    origins = dict.fromkeys(voice.say(sources[name].publisher) for name in names if name in sources)
    said = voice.t("Source: {source}", source=voice.listing(origins))
    return signed(volume, [said], voice.edition(volume.newest.name, inside=True))
