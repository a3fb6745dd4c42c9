"""The scoreboard (晾晒表) as a mechanism: the indicators that it puts up for comparison, area beside area."""

from __future__ import annotations

from generator.model.mechanism import Mechanism

from .. import scoreboard
from ..render import markdown_link
from ..volume import Volume
from .newest import told
from .panel import Panel, Section


def panel(volume: Volume, mechanism: Mechanism) -> Panel:
    """What the mechanism compares, as far as sources publish it, and the way to the table of all indicators."""
    voice = volume.voice
    board = scoreboard.extract(volume, mechanism.indicators, mechanism.area)
    link = markdown_link(voice.t("scoreboard"), "~/scoreboard/")
    said = voice.t("Every value and rank that a source publishes, area beside area, is on the {board}.", board=link)
    none = voice.t("Of what this mechanism compares, the sources publish no indicator for several areas.")
    text = (said,) if board else (none, said)
    return Panel(told(volume, mechanism), (Section("comparison", voice.t("Area beside area"), text, board),))
