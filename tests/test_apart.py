"""Work in processes of their own comes back in its order, and says what went wrong as if it had been done here."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator import apart as module
from generator.apart import apart
from generator.errors import BuildError, DataErrors, Problem, UsageError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied as on Linux")


@pytest.fixture(autouse=True)
def copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever other tests have loaded: nothing here uses it."""
    monkeypatch.setattr(module, "_THREADED", ())


def number(one: int) -> tuple[int, int]:
    return one, os.getpid()


def fail(error: Exception) -> None:
    raise error


def vanish() -> None:
    os._exit(3)


def test_each_task_has_a_process_of_its_own_and_its_place() -> None:
    made = apart([partial(number, one) for one in range(5)])
    assert [one for one, _ in made] == [0, 1, 2, 3, 4]
    assert len({process for _, process in made} | {os.getpid()}) == 6


@pytest.mark.parametrize(
    ("task", "kind"),
    [
        (partial(fail, DataErrors([Problem("period-form", line=3)])), DataErrors),
        (partial(fail, UsageError("There is no {thing}.", thing="that")), UsageError),
        (partial(fail, ValueError("a mistake of ours")), BuildError),
        (vanish, BuildError),
    ],
)
def test_an_error_is_raised_here(task: Callable[[], None], kind: type[Exception]) -> None:
    with pytest.raises(kind) as raised:
        apart([lambda: None, task])
    if isinstance(raised.value, DataErrors):
        assert raised.value.problems == (Problem("period-form", line=3),)
    if isinstance(raised.value, UsageError):
        assert (str(raised.value), raised.value.facts) == ("There is no that.", {"thing": "that"})


def test_with_a_library_that_keeps_threads_nothing_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_THREADED", ("pytest",))
    assert apart([partial(number, 1)]) == [(1, os.getpid())]


def test_a_task_of_a_killed_run_ends_by_itself(tmp_path: Path) -> None:
    """It has nobody to send its result to, and waits for nothing."""
    code = (
        "import os, signal, sys; from pathlib import Path; from generator.apart import apart\n"
        "def task():\n"
        "    os.kill(os.getppid(), signal.SIGKILL)\n"
        "    Path(sys.argv[1], 'done').write_text(str(os.getpid()))\n"
        "apart([task])"
    )
    held, end = os.pipe()  # which the copy has too, and closes when it ends
    with subprocess.Popen([sys.executable, "-c", code, tmp_path], pass_fds=[end], stderr=subprocess.DEVNULL) as run:
        os.close(end)
        assert os.read(held, 1) == b""
    assert run.returncode == -9
    assert (tmp_path / "done").is_file()
