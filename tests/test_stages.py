"""The stages of a run: timed, and shown no longer than they last."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from generator import progress
from generator.progress import Moving
from generator.stages import Stages

HIDE, SHOW = "\x1b[?25l", "\x1b[?25h"


def test_a_stage_entered_twice_adds_up() -> None:
    stages = Stages()
    for name in ("check", "render", "check"):
        with stages.stage(name):
            pass
    assert list(stages.seconds) == ["check", "render"]


def test_the_cursor_comes_back_after_an_error() -> None:
    screen = StringIO()
    stages = Stages(Moving(Console(file=screen, force_terminal=True)))
    with pytest.raises(KeyboardInterrupt), stages.stage("check"):
        raise KeyboardInterrupt
    shown = screen.getvalue()
    assert HIDE in shown
    assert shown.rindex(SHOW) > shown.rindex(HIDE)


def test_a_log_gets_one_plain_line_a_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    log = StringIO()
    monkeypatch.setattr(progress.sys, "stderr", log)
    stages = Stages(progress.reporter())
    for name in ("check", "compute"):
        with stages.stage(name):
            pass
    assert log.getvalue() == "check …\ncompute …\n"
    assert list(stages.seconds) == ["check", "compute"]
