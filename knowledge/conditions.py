"""Conditions over facts, and their three-valued evaluation."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from knowledge.facts import Facts
from knowledge.model import Model
from knowledge.truth import Truth, all_of, any_of


class Is(Model):
    """Holds when the fact has the value."""

    op: Literal["is"] = "is"
    fact: str
    value: str


class Not(Model):
    """Holds when the part does not."""

    op: Literal["not"] = "not"
    part: "Condition"


class AllOf(Model):
    """Holds when every part does; always, without parts."""

    op: Literal["all"] = "all"
    parts: tuple["Condition", ...] = ()


class AnyOf(Model):
    """Holds when at least one part does; never, without parts."""

    op: Literal["any"] = "any"
    parts: tuple["Condition", ...] = ()


Condition = Annotated[Is | Not | AllOf | AnyOf, Field(discriminator="op")]
"""A condition; `op` tells the kinds apart when it is read back from JSON."""

ALWAYS = AllOf()


def evaluate(condition: Condition, facts: Facts) -> Truth:
    """Whether the condition holds for these facts: true, false or unknown."""
    match condition:
        case Is(fact=fact, value=value):
            return facts.has(fact, value)
        case Not(part=part):
            return ~evaluate(part, facts)
        case AllOf(parts=parts):
            return all_of(evaluate(part, facts) for part in parts)
        case AnyOf(parts=parts):
            return any_of(evaluate(part, facts) for part in parts)


def tests_of(condition: Condition) -> Iterator[Is]:
    """Every test of a fact in the condition, from left to right."""
    match condition:
        case Is():
            yield condition
        case Not(part=part):
            yield from tests_of(part)
        case AllOf(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from tests_of(part)


def open_facts(condition: Condition, facts: Facts) -> tuple[str, ...]:
    """The facts that keep the condition unknown, in the order in which it names them; none when it is settled."""
    if evaluate(condition, facts) is not Truth.UNKNOWN:
        return ()
    match condition:
        case Is(fact=fact):
            return (fact,)
        case Not(part=part):
            return open_facts(part, facts)
        case AllOf(parts=parts) | AnyOf(parts=parts):
            names = [name for part in parts for name in open_facts(part, facts)]
            return tuple(dict.fromkeys(names))


for _model in (Not, AllOf, AnyOf):
    _model.model_rebuild()
