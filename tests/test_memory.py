"""What a preview remembers is made again when its inputs change, and only then."""

from __future__ import annotations

from generator.memory import Memory


def test_a_step_is_made_again_only_for_other_inputs() -> None:
    memory, made = Memory(), list[int]()

    def make() -> int:
        made.append(0)
        return len(made)

    assert [memory.recall("step", inputs, make) for inputs in ([1], [1], [2], [1], [1])] == [1, 1, 2, 3, 3]
    assert memory.recall("other step", [1], make) == 4


def test_a_result_of_nothing_is_remembered_too() -> None:
    memory = Memory()
    assert memory.recall("step", None, lambda: None) is None
    assert memory.recall("step", None, lambda: 1) is None


def test_what_is_equal_is_the_very_object_of_the_last_run() -> None:
    memory, first = Memory(), [1]
    assert memory.same("value", first) is first
    assert memory.same("value", [1]) is first
    other = [2]
    assert memory.same("value", other) is other
