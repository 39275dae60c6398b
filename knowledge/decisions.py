"""Decisions: the outcome of the rules on a case, with everything that is needed to defend it."""

from collections.abc import Mapping, Sequence
from typing import Literal

from knowledge.facts import FactDefinition
from knowledge.model import Model, Text
from knowledge.rules import Basis, Modality, Outcome, RuleSet
from knowledge.vocabulary import ToolRegister

Polarity = Literal["positive", "negative", "none"]
State = Literal["met", "unmet", "unknown"]

POLARITY: Mapping[Outcome, Polarity] = {
    "allowed": "positive",
    "allowed_if": "positive",
    "not_settled": "none",
    "not_allowed_unless": "negative",
    "not_allowed": "negative",
    "required": "positive",
    "required_if": "positive",
    "recommended": "none",
    "not_required": "negative",
    "depends": "none",
}

# From mild to strict; among the rules that hold, the strictest outcome wins.
STRICTNESS: Sequence[Outcome] = (
    "allowed",
    "allowed_if",
    "depends",
    "not_settled",
    "not_allowed_unless",
    "not_allowed",
    "not_required",
    "recommended",
    "required_if",
    "required",
)


class Policy(Model):
    """The rules of one standpoint with the facts and tools they speak of: what a case is decided under."""

    rules: RuleSet
    definitions: Mapping[str, FactDefinition]
    tools: ToolRegister


class CheckedRequirement(Model):
    """A requirement with its state in this case and the rule it comes from."""

    text: Text
    state: State
    rule: str
    basis: tuple[Basis, ...] = ()
    advice: bool = False


class CheckedException(Model):
    """A way out of a negative outcome that is still open, with the state of each of its requirements."""

    id: str
    label: Text
    requirements: tuple[CheckedRequirement, ...]
    basis: tuple[Basis, ...] = ()


class Branch(Model):
    """What the outcome would be if a fact had a value."""

    fact: str
    value: str
    outcome: Outcome


class Decision(Model):
    """What the rules say of a case, with everything that is needed to defend it.

    `rules` are the determining rules and exceptions first, then those that only added requirements. `basis` are the
    pinned passages in the order in which they matter. `branches` belong to the one fact worth asking for: with
    outcome `depends` it decides, otherwise it would sharpen the answer. `conflicts` are pairs of rules that hold at
    the same time with opposite outcomes and of which neither is said to give way.
    """

    modality: Modality
    duty: str | None
    outcome: Outcome
    rules: tuple[str, ...] = ()
    reason: Text | None = None
    requirements: tuple[CheckedRequirement, ...] = ()
    exceptions: tuple[CheckedException, ...] = ()
    basis: tuple[Basis, ...] = ()
    branches: tuple[Branch, ...] = ()
    conflicts: tuple[tuple[str, str], ...] = ()
