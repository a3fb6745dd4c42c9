"""Awards and lists: which projects a body named, in which period and by what rule. Nothing here is computed."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.model.mechanism import Mechanism
from generator.model.project import Award

from ..order import grouped
from ..projects import words
from ..render import block
from ..volume import Volume
from ..wording.sentences import tidy
from . import arithmetic, newest, own
from .movement import named
from .panel import Panel, Section


def panel(volume: Volume, mechanism: Mechanism) -> Panel:
    """Who was named by the mechanism, the newest period first, and its own figures."""
    stated, awards = own.figures_of(volume, mechanism), _awards(volume, mechanism)
    finding = [_finding(volume, awards)] if awards else []
    sections = [_history(volume, awards)] if awards else []
    sections += arithmetic.sections(volume, stated)
    shown = (*stated, *arithmetic.figures_of(volume, stated))
    return Panel(volume.voice.passage([*finding, newest.told(volume, mechanism)]), tuple(sections), shown)


def _awards(volume: Volume, mechanism: Mechanism) -> list[Award]:
    """Its awards, the newest period first; undated ones last."""
    own_awards = (one for one in volume.newest.dossier.awards if one.mechanism == mechanism.id)
    return sorted(own_awards, key=lambda one: one.period.sort_key, reverse=True)


def _finding(volume: Volume, awards: Sequence[Award]) -> Markup:
    """Whom the newest period named."""
    voice, last = volume.voice, awards[0]
    names = named(volume, [one.project for one in awards if (one.period, one.award) == (last.period, last.award)])
    said = {"award": words.award(voice, last.award), "names": names}
    if not last.period.dated:
        return tidy(voice, voice.t("{award}: {names}.", **said))
    return tidy(voice, voice.t("{award} ({period}): {names}.", period=voice.time(last.period), **said))


def _history(volume: Volume, awards: Sequence[Award]) -> Section:
    voice, t, tables = volume.voice, volume.voice.t, volume.tables
    text = [
        t(
            "{projects} in {periods}, as decided. Who decided and by what rule stands beside each as far as its source "
            "says so.",
            projects=voice.n("{count} project", "{count} projects", len({one.project for one in awards})),
            periods=voice.n("{count} period", "{count} periods", len({one.period.text for one in awards})),
        )
    ]
    often = [name for name, some in grouped(awards, lambda one: one.project).items() if len(some) > 1]
    if often:
        text.append(t("Named more than once: {names}.", names=named(volume, often)))
    lines = [(one, words.award(voice, one.award), tables.reference.sources.get(one.source)) for one in awards]
    table = block("awards", voice, lines=lines, projects=tables.projects, areas=tables.reference.areas)
    return Section("awards", t("Who was named"), tuple(text), table)
