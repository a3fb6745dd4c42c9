"""Work in processes of their own comes back in its order, and says what went wrong as if it had been done here.

Each test is a program of its own: one with threads, as that of the tests may be, makes no copies of itself.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied as on Linux")
BEGINNING = """
import os, signal, sys
from functools import partial
from generator.apart import apart
from generator.errors import DataErrors, Problem, UsageError

def number(one):
    return one, os.getpid()

def fail(error):
    raise error

def told(task):
    try:
        apart([partial(number, 1), task])
    except Exception as error:
        print(type(error).__name__, getattr(error, "problems", getattr(error, "facts", "")), error, sep="|")
"""


def said(code: str) -> tuple[list[str], str]:
    """The lines that the program writes, and its complaints."""
    done = subprocess.run([sys.executable, "-c", BEGINNING + code], capture_output=True, text=True, check=True)
    return done.stdout.splitlines(), done.stderr


def test_each_task_has_a_process_of_its_own_and_its_place() -> None:
    code = "made = apart([partial(number, one) for one in range(5)])\n"
    code += "print([one for one, _ in made], len({process for _, process in made} | {os.getpid()}))"
    assert said(code) == (["[0, 1, 2, 3, 4] 6"], "")


def test_an_error_of_the_user_is_raised_here_as_it_was() -> None:
    code = "told(partial(fail, DataErrors([Problem('period-form', line=3)])))\n"
    code += "told(partial(fail, UsageError('There is no {thing}.', thing='that')))"
    lines, complaints = said(code)
    assert lines[0].startswith("DataErrors|(Problem(rule='period-form', package='', resource='', file='', line=3,")
    assert lines[1] == "UsageError|{'thing': 'that'}|There is no that."
    assert not complaints


def test_a_full_disk_is_told_as_such() -> None:
    lines, complaints = said("told(partial(fail, OSError(28, 'No space left', 'x.pack')))")
    assert lines == ["OSError||[Errno 28] No space left: 'x.pack'"] and not complaints


def test_a_mistake_of_ours_shows_where_it_is() -> None:
    lines, complaints = said("told(partial(fail, ValueError('what is wrong')))")
    assert lines == ["BuildError||a process of this run ended before its time (1)"]
    assert "in fail" in complaints and "ValueError: what is wrong" in complaints


def test_without_memory_enough_that_is_told() -> None:
    assert said("told(partial(fail, MemoryError()))") == (
        ["BuildError||a process of this run was killed: is there memory enough?"],
        "",
    )


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("partial(os._exit, 3)", "a process of this run ended before its time (3)"),
        ("lambda: os.kill(os.getpid(), signal.SIGKILL)", "a process of this run was killed: is there memory enough?"),
    ],
)
def test_a_process_that_vanishes_is_missed(end: str, told: str) -> None:
    assert said(f"told({end})") == ([f"BuildError||{told}"], "")


@pytest.mark.parametrize(
    "here",
    [
        "from generator import apart as module; module._THREADED = ('json',); import json",
        "import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()",
    ],
    ids=["a library that keeps threads", "another thread"],
)
def test_with_threads_nothing_is_copied(here: str) -> None:
    assert said(f"{here}\nprint(apart([partial(number, 1)]) == [(1, os.getpid())])") == (["True"], "")


@pytest.mark.parametrize("task", ["signal.pause()", "return bytes(1_000_000)"], ids=["at work", "with its result"])
def test_a_task_of_a_killed_run_ends_with_it(task: str) -> None:
    """Whether it is still at work, or has nobody to send its result to."""
    code = f"def task():\n    os.kill(os.getppid(), signal.SIGKILL)\n    {task}\napart([task, signal.pause])"
    held, end = os.pipe()  # which the copies have too, and lose when they end
    arguments = [sys.executable, "-c", BEGINNING + code]
    with subprocess.Popen(arguments, pass_fds=[end], stderr=subprocess.DEVNULL) as run:
        os.close(end)
        assert os.read(held, 1) == b""
    assert run.returncode == -9


def test_a_program_of_a_killed_run_ends_with_it() -> None:
    """It waits for its input, which does not end with the run."""
    code = "import subprocess\nfrom generator.apart import program\n"
    code += "subprocess.Popen(program('json.tool'))\nos.kill(os.getpid(), signal.SIGKILL)"
    held, end = os.pipe()  # which the program has as its output, and loses when it ends
    reading, writing = os.pipe()
    arguments = [sys.executable, "-c", BEGINNING + code]
    with subprocess.Popen(arguments, stdin=reading, stdout=end, stderr=subprocess.DEVNULL) as run:
        os.close(end)
        assert os.read(held, 1) == b""
    os.close(writing)
    assert run.returncode == -9


def test_a_program_sees_what_it_would_see_as_a_module() -> None:
    code = "import subprocess\nfrom generator.apart import program\n"
    code += "for command in (program('json.tool', '--help'), [sys.executable, '-m', 'json.tool', '--help']):\n"
    code += "    print(subprocess.run(command, capture_output=True, check=True).stdout)"
    (ours, plain), complaints = said(code)
    assert ours == plain and "json.tool" in ours and not complaints


def test_a_run_that_is_interrupted_twice_waits_for_nobody() -> None:
    code = """
from generator import apart as module
from multiprocessing.process import BaseProcess
join = BaseProcess.join

def once(*_):
    raise KeyboardInterrupt

def again(*_):
    BaseProcess.join = join
    raise KeyboardInterrupt

module.wait, BaseProcess.join = once, again
try:
    apart([signal.pause])
except KeyboardInterrupt:
    print("interrupted")
"""
    assert said(code) == (["interrupted"], "")
