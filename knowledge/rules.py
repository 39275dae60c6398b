"""Rules: an outcome under a condition, with its exceptions, its requirements and its pinned basis."""

from typing import Literal

from knowledge.conditions import ALWAYS, AllOf, Condition
from knowledge.model import Model, Text

Modality = Literal["permission", "duty"]
Outcome = Literal[
    "allowed",
    "allowed_if",
    "not_settled",
    "not_allowed_unless",
    "not_allowed",
    "required",
    "required_if",
    "recommended",
    "not_required",
    "depends",
]


class Basis(Model):
    """The passage a rule rests on: where it stands, the words that carry the point, and the passage as it then read.

    `sha256` is the hash of the whole passage's text (see `knowledge.check.passage_hash`), so that a change around
    the quote is noticed too.
    """

    document: str
    anchor: str
    quote: str
    sha256: str


class Requirement(Model):
    """Something that has to be so for the outcome to hold, as one line of a checklist.

    `when` tells when it is met; without it the facts cannot tell, and its state stays unknown. An `advice` is shown
    with the conditions' sources but its state changes nothing.
    """

    text: Text
    when: Condition | None = None
    basis: tuple[Basis, ...] = ()
    advice: bool = False


class Exception_(Model):
    """A way out of a rule: when all its requirements hold, its outcome beats the rule's.

    `label` completes "Nee, tenzij …".
    """

    id: str
    label: Text
    reason: Text
    outcome: Outcome
    requirements: tuple[Requirement, ...]
    basis: tuple[Basis, ...]

    @property
    def when(self) -> Condition:
        """The condition under which the exception holds: every requirement that facts can tell."""
        return AllOf(parts=tuple(r.when for r in self.requirements if r.when is not None))


class Example(Model):
    """A worked example beside a rule: these facts must give this outcome, by way of the rule it stands with."""

    name: str
    facts: dict[str, tuple[str, ...]]
    outcome: Outcome
    line: int = 1


class Rule(Model):
    """A row of the decision table.

    A rule without `outcome` only adds requirements. `duty` is the topic of a duty rule. `asks` names the fact that a
    rule with outcome `depends` asks for. `overrides` lists rules that give way when this one holds. `reservation` is
    the line that an answer carries while it is unknown whether this rule holds ("er gaan geen staatsgeheimen in").
    """

    id: str
    title: Text
    modality: Modality = "permission"
    duty: str | None = None
    when: Condition = ALWAYS
    outcome: Outcome | None = None
    asks: str | None = None
    reason: Text | None = None
    reservation: Text | None = None
    requirements: tuple[Requirement, ...] = ()
    exceptions: tuple[Exception_, ...] = ()
    overrides: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()
    examples: tuple[Example, ...] = ()
    line: int = 1


class RuleSet(Model):
    """The rules of one standpoint, in the order of the file."""

    standpoint: str
    rules: tuple[Rule, ...]

    def rule(self, rule_id: str) -> Rule:
        """The rule called `rule_id`; raises KeyError if there is none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)
