"""Kleene's three truth values: true, false and unknown."""

from collections.abc import Iterable
from enum import Enum


class Truth(Enum):
    """A truth value that may be unknown; it refuses to be used as a plain boolean.

    The strong logic of Kleene (Introduction to Metamathematics, 1952, section 64).
    """

    FALSE = "false"
    UNKNOWN = "unknown"
    TRUE = "true"

    @classmethod
    def of(cls, value: bool | None) -> "Truth":
        """`True`, `False` or `None` as a truth value; `None` is unknown."""
        if value is None:
            return cls.UNKNOWN
        return cls.TRUE if value else cls.FALSE

    def __bool__(self) -> bool:
        raise TypeError("a truth value that may be unknown has no boolean; compare it with Truth.TRUE")

    def __invert__(self) -> "Truth":
        if self is Truth.UNKNOWN:
            return self
        return Truth.FALSE if self is Truth.TRUE else Truth.TRUE


def all_of(truths: Iterable[Truth]) -> Truth:
    """False if one is false, else unknown if one is unknown, else true; true for none."""
    result = Truth.TRUE
    for truth in truths:
        if truth is Truth.FALSE:
            return truth
        if truth is Truth.UNKNOWN:
            result = truth
    return result


def any_of(truths: Iterable[Truth]) -> Truth:
    """True if one is true, else unknown if one is unknown, else false; false for none."""
    result = Truth.FALSE
    for truth in truths:
        if truth is Truth.TRUE:
            return truth
        if truth is Truth.UNKNOWN:
            result = truth
    return result
