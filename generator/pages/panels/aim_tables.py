"""Aims in tables: each with when it is due, its result, the verdict, and why that is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model.aim import Aim, State
from generator.model.codes import AT_LEAST
from generator.model.figure import Figure
from generator.model.period import Period

from .. import rows
from ..order import grouped
from ..projects import words
from ..render import block
from ..volume import Volume
from ..wording import sentences
from . import verdicts


@dataclass(frozen=True, slots=True)
class Line:
    """An aim in the table: every text is ready to be shown."""

    subject: Markup
    href: str
    where: Markup  # area, measure and part
    aim: Markup
    due: Markup
    announced: Markup
    result: Markup
    when: Markup
    beside: Markup  # completion and lead of the result
    state: State
    word: Markup
    why: Markup
    note: Markup


def tables(volume: Volume, aims: Sequence[Aim]) -> Iterator[str]:
    """A table for each place, or for each indicator, whichever are fewer."""
    places = grouped(aims, lambda one: one.target.key.subject)
    things = grouped(aims, lambda one: one.target.key.concept)
    if len(things) < len(places):
        for some in things.values():
            lead = [replace(_line(volume, one), subject=volume.voice.area(one.target.key.subject)) for one in some]
            yield _table(volume, some[0].target.key.concept, rows.subject(volume, some[0].target), some, lead)
        return
    for area, some in places.items():
        yield _table(volume, area, volume.voice.area(area), some, [_line(volume, one) for one in some])


def _table(volume: Volume, name: str, title: Markup, aims: Sequence[Aim], lines: Sequence[Line]) -> str:
    """The newest aim for each thing; the earlier ones are folded, and those of areas that are no more."""
    pairs = sorted(zip(aims, lines, strict=True), key=lambda pair: pair[0].target.period.sort_key, reverse=True)
    today, areas = volume.newest.release.data_until, volume.tables.reference.areas
    seen = {aim.target.key[1:5] for aim in aims if (areas[aim.target.key.subject].valid_to or today) < today}
    now, earlier = list[Line](), list[Line]()
    for aim, line in pairs:
        thing = aim.target.key[1:5]
        (earlier if thing in seen else now).append(line)
        seen.add(thing)
    caption = volume.voice.t("{what}: aims and results", what=title)
    told = (now, earlier) if now else (earlier, now)
    return block("aims", volume.voice, name=name, caption=caption, lines=told[0], earlier=told[1])


def _line(volume: Volume, aim: Aim) -> Line:
    voice, target, result = volume.voice, aim.target, aim.result
    what = rows.what(volume, replace(target, key=target.key._replace(kind="obs")))
    return Line(
        subject=rows.subject(volume, target),
        href=rows.href(volume, target),
        where=what,
        aim=sentences.place(voice, target),
        due=words.on(voice, target.period),
        announced=_announced(volume, target),
        result=sentences.place(voice, result) if result else Markup(""),
        when=voice.time_of(result) if result else Markup(""),
        beside=beside(volume, aim),
        state=aim.state,
        word=verdicts.state(voice, aim.state),
        why=verdicts.why(voice, aim.why),
        note=voice.passage(dict.fromkeys(voice.say(one.note) for one in (target, result) if one and one.note.zh)),
    )


def beside(volume: Volume, aim: Aim) -> Markup:
    """Completion and lead of the result of an aim; once the year is over, there is nothing to be ahead of.

    An aim of "332 or more" is judged by 332, so what is computed from it is told by that number too, and says so:
    334.74 is 100.8 % of it. "At most 100.8 %", which holds of a plan that may be larger, would leave open beside the
    verdict that less than the whole was done.
    """
    shown = [one for one in (aim.completion, aim.lead if aim.state == "open" else None) if one]
    floor = aim.target.bound in AT_LEAST and aim.result is not None and aim.result.bound == "exact"
    if floor and shown and all(one.inputs and one.bound == "at_most" for one in shown):
        parts = volume.voice.t("; ").join(_named(volume, replace(one, bound="exact")) for one in shown)
        return volume.voice.t("against the lower bound of the aim: {parts}", parts=parts)
    return volume.voice.t("; ").join(_named(volume, one) for one in shown)


def _named(volume: Volume, figure: Figure) -> Markup:
    name = volume.voice.say(volume.tables.reference.measures[figure.key.measure].name)
    return volume.voice.t("{name}: {number}", name=name, number=volume.voice.figure(figure, prose=False))


def _announced(volume: Volume, target: Figure) -> Markup:
    """When the aim was announced; where nobody says, the document that states it."""
    voice, source = volume.voice, volume.tables.reference.sources.get(target.source)
    if target.set_on:
        return voice.t("announced {time}", time=words.on(voice, Period.parse(target.set_on)))
    if day := voice.published(source):
        return voice.t("stated in a document of {time}", time=day)
    return voice.t("not said when announced")
