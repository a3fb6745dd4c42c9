"""The scoreboard (晾晒表) as a mechanism: what is put up for comparison, and where it stands here."""

from __future__ import annotations

from markupsafe import Markup

from generator.model.mechanism import Mechanism

from ..volume import Volume
from . import own
from .panel import Panel, Section


def panel(volume: Volume, mechanism: Mechanism) -> Panel:
    """The indicators that the mechanism compares, newest period first, and the way to the table of all areas."""
    voice, figures = volume.voice, own.figures_of(volume, mechanism)
    link = Markup("[{}](~/scoreboard/)").format(voice.t("scoreboard"))
    text = voice.t(
        "Areas side by side, with every value and rank that a source publishes, are on the {board}.", board=link
    )
    section = Section("comparison", voice.t("Where it stands here"), (text,))
    return Panel(Markup(""), (section,), tuple(figures))
