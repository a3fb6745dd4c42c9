"""Tables of records by id, in the order in which pages show them."""

from __future__ import annotations

from typing import TypeVar

Name = TypeVar("Name")
Item = TypeVar("Item")


class InOrder(dict[Name, Item]):
    """A dictionary that equals another only if both hold the same in the same order: a reader can tell them apart, so
    what was made from one must not be taken for what is made from the other."""

    __hash__ = None

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return isinstance(other, dict) and dict.__eq__(self, other) is True and [*self] == [*other]

    def __ne__(self, other: object) -> bool:
        return not self == other
