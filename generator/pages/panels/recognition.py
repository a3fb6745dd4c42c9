"""Awards and lists: which projects a body named, in which period and by what rule. Nothing here is computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from generator.model.mechanism import Mechanism
from generator.model.project import Award

from ..order import grouped
from ..projects import words
from ..render import block
from ..volume import Volume
from ..wording.sentences import tidy
from . import newest
from .movement import named
from .panel import NAMED, Panel, Section


def panel(volume: Volume, mechanism: Mechanism) -> Panel:
    """Who was named by the mechanism, the newest period first."""
    found = _awards(volume, mechanism)
    finding = [_finding(volume, found)] if found else []
    sections = [_history(volume, found)] if found else []
    return Panel(volume.voice.passage([*finding, newest.told(volume, mechanism)]), tuple(sections))


def _awards(volume: Volume, mechanism: Mechanism) -> list[Award]:
    """Its awards, the newest period first."""
    return _newest_first(one for one in volume.newest.dossier.awards if one.mechanism == mechanism.id)


def _finding(volume: Volume, found: Sequence[Award]) -> Markup:
    """Whom the newest period named."""
    voice, last = volume.voice, found[0]
    names = named(volume, [one.project for one in found if (one.period, one.award) == (last.period, last.award)])
    said = {"award": words.award(voice, last.award), "names": names}
    if not last.period.dated:
        return tidy(voice, voice.t("{award}: {names}.", **said))
    return tidy(voice, voice.t("{award} ({period}): {names}.", period=voice.time(last.period), **said))


def _history(volume: Volume, found: Sequence[Award]) -> Section:
    voice, t = volume.voice, volume.voice.t
    text = [
        t(
            "{projects} in {periods}, as decided. Who decided and by what rule stands beside each as far as its source "
            "says so.",
            projects=voice.n("{count} project", "{count} projects", len({one.project for one in found})),
            periods=voice.n("{count} period", "{count} periods", len({one.period.text for one in found})),
        )
    ]
    often = [name for name, some in grouped(found, lambda one: one.project).items() if len(some) > 1]
    if often:
        text.append(t("Named more than once: {names}.", names=named(volume, often)))
    return Section("awards", t("Who was named"), tuple(text), awards(volume, found), projects=True)


def awards(volume: Volume, found: Iterable[Award]) -> str:
    """The HTML of a table of awards, the newest period first; of more than ``NAMED`` the others are counted."""
    sources, newest_first = volume.tables.reference.sources, _newest_first(found)
    lines = [(one, words.award(volume.voice, one.award), sources.get(one.source)) for one in newest_first[:NAMED]]
    more = len(newest_first) - len(lines)
    return block("awards", volume.voice, lines=lines, projects=volume.tables.projects, more=more)


def _newest_first(found: Iterable[Award]) -> list[Award]:
    """By period; undated ones last."""
    return sorted(found, key=lambda one: one.period.sort_key, reverse=True)
