"""Cases: the worked examples beside the rules, one in which a condition holds, and what both tell of the rules."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from knowledge.base import KnowledgeBase
from knowledge.conditions import AllOf, Condition, Is, Not, evaluate, tests_of
from knowledge.deciding import decide
from knowledge.decisions import POLARITY, STRICTNESS, Polarity, Policy
from knowledge.errors import Place, Problem
from knowledge.facts import FactDefinition, Facts, FactValue, fact_value
from knowledge.model import Model
from knowledge.rules import Example, Exception_, Outcome, Requirement, Rule
from knowledge.standpoints import Standpoint
from knowledge.truth import Truth


class ExampleResult(Model):
    """What the rules make of a worked example; `rules` are the rules and exceptions that had a say."""

    standpoint: str
    rule: str
    example: Example
    outcome: Outcome
    rules: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether the outcome is the one that the example says."""
        return self.outcome == self.example.outcome


def run_examples(base: KnowledgeBase) -> tuple[ExampleResult, ...]:
    """The results of all worked examples in the order of the files; raises KeyError for an undeclared fact or value."""
    return tuple(
        run_example(base, standpoint, rule, example)
        for standpoint in base.standpoints
        for rule in standpoint.rules.rules
        for example in rule.examples
    )


def run_example(base: KnowledgeBase, standpoint: Standpoint, rule: Rule, example: Example) -> ExampleResult:
    """The result of one worked example: a question of the rule's modality, and duty, under the rule's standpoint."""
    policy = Policy(rules=standpoint.rules, definitions=base.definitions, tools=base.tools)
    decision = decide(policy, facts_of(base, example.facts), rule.modality, rule.duty)
    return ExampleResult(
        standpoint=standpoint.id, rule=rule.id, example=example, outcome=decision.outcome, rules=decision.rules
    )


def facts_of(base: KnowledgeBase, given: Mapping[str, Iterable[str]]) -> Facts:
    """The facts of an example, with what a question would bring along; a `!` before a value says that it is absent.

    That is: the terms of a tool as registered, no tool where none is named, and the assumptions for the rest.
    """
    facts = {}
    for name, values in given.items():
        said = tuple(values)
        included = [value for value in said if not value.startswith("!")]
        excluded = [value[1:] for value in said if value.startswith("!")]
        facts[name] = fact_value(base.definitions[name], included, excluded)
    tool = base.tools.get(next(iter(given.get("tool", ())), ""))
    if tool is not None and tool.terms is not None and "terms" not in given:
        facts["terms"] = fact_value(base.definitions["terms"], {tool.terms}, source="register")
    facts.setdefault("tool", FactValue(closed=True))
    for name, definition in base.definitions.items():
        if definition.default is not None and name not in facts:
            facts[name] = fact_value(definition, {definition.default}, source="assumed")
    return Facts(values=facts)


def witness(
    condition: Condition, definitions: Mapping[str, FactDefinition], facts: Facts | None = None
) -> Facts | None:
    """Facts under which the condition holds, beginning from `facts`, or None if it never can.

    Splits on one test at a time and lets Kleene's logic cut the branches that are settled (the procedure of Davis,
    Logemann and Loveland, Communications of the ACM 5, 1962); exact, as facts have finitely many values.
    """
    facts = facts or Facts()
    truth = evaluate(condition, facts)
    if truth is not Truth.UNKNOWN:
        return facts if truth is Truth.TRUE else None
    test = _open_test(condition, facts)
    for value in _settled(test, definitions.get(test.fact), facts.get(test.fact) or FactValue()):
        found = witness(condition, definitions, facts.including(test.fact, value))
        if found is not None:
            return found
    return None


def _open_test(condition: Condition, facts: Facts) -> Is:
    """The first test that keeps an unknown condition unknown."""
    while not isinstance(condition, Is):
        parts = (condition.part,) if isinstance(condition, Not) else condition.parts
        condition = next(part for part in parts if evaluate(part, facts) is Truth.UNKNOWN)
    return condition


def _settled(test: Is, definition: FactDefinition | None, known: FactValue) -> Iterator[FactValue]:
    """What the fact can be, once the test holds and once it does not; a single-valued fact has one of its values."""
    excluded = known.excluded | {test.value}
    if definition is None or definition.kind == "set":
        yield known.model_copy(update={"included": known.included | {test.value}})
        yield known.model_copy(update={"excluded": excluded})
        return
    yield FactValue(included=frozenset({test.value}), closed=True)
    if not excluded.issuperset(definition.values):
        yield known.model_copy(update={"excluded": excluded})


class Row(NamedTuple):
    """A rule, where it stands, and the standpoint it belongs to."""

    place: Place
    standpoint: Standpoint
    rule: Rule

    def parts(self) -> Iterator[tuple[Place, Rule | Requirement | Exception_]]:
        """The rule, its requirements, its exceptions and theirs."""
        yield self.place, self.rule
        for index, requirement in enumerate(self.rule.requirements):
            yield self.place / "requirements" / index, requirement
        for index, exception in enumerate(self.rule.exceptions):
            place = self.place / "exceptions" / index
            yield place, exception
            for at, requirement in enumerate(exception.requirements):
                yield place / "requirements" / at, requirement

    def conditions(self) -> Iterator[tuple[Place, Condition]]:
        """The conditions that are written in the rule."""
        for place, part in self.parts():
            if not isinstance(part, Exception_) and part.when is not None:
                yield place / "when", part.when

    def stands(self, beside: Rule | None = None) -> Condition:
        """The condition under which the rule holds and no rule that it gives way to does, `beside` left aside."""
        others = [rule for rule in self.standpoint.rules.rules if self.rule.id in rule.overrides and rule is not beside]
        return AllOf(parts=(self.rule.when, *(Not(part=rule.when) for rule in others)))


def rows_of(base: KnowledgeBase) -> tuple[Row, ...]:
    """The rules of every standpoint, in the order of the files."""
    return tuple(
        Row(Place(f"standpoints/{standpoint.id}/rules.yaml", (index,), rule.line), standpoint, rule)
        for standpoint in base.standpoints
        for index, rule in enumerate(standpoint.rules.rules)
    )


def problems_of_cases(base: KnowledgeBase, rows: Sequence[Row]) -> Iterator[Problem]:
    """Conditions that never hold, rules that never have a say, and examples that fail or are missing.

    `rows` are all rules of some standpoints, and name nothing that is not declared. Where rules clash, examples show
    nothing and are left alone.
    """
    unsound = set()
    for row in rows:
        for problem in (*_never_holds(base, row), *_clashes(base, row, rows), *_unsaid(base, row, rows)):
            unsound.add(row.standpoint.id)
            yield problem
    sound = [row for row in rows if row.standpoint.id not in unsound]
    covered = set()
    for row in sound:
        for index, example in enumerate(row.rule.examples):
            result = run_example(base, row.standpoint, row.rule, example)
            covered |= {(row.standpoint.id, name) for name in result.rules}
            if not result.passed:
                place = (row.place / "examples" / index / "outcome")._replace(line=example.line)
                decided = f"decided by {', '.join(f'`{name}`' for name in result.rules) or 'no rule'}"
                failure = f"the example gives `{result.outcome}`, not `{example.outcome}`"
                yield Problem(place, failure, f"it is {decided}: correct the example or the rules")
    for row in sound:
        for place, part in row.parts():
            if not isinstance(part, Requirement) and (row.standpoint.id, part.id) not in covered:
                advice = "add an example whose outcome it determines or adds to"
                yield Problem(place, f"no example shows `{part.id}` at work", advice)


def _never_holds(base: KnowledgeBase, row: Row) -> Iterator[Problem]:
    """The problem that a rule, or else one of its requirements or exceptions, asks for what no case can have."""
    rule = row.rule
    if witness(rule.when, base.definitions) is None:
        advice = "ask for values that a case can have at the same time"
        yield Problem(row.place / "when", f"`{rule.id}` can never hold", advice)
        return
    parts = [(row.place / "requirements" / i, "the requirement", r.when) for i, r in enumerate(rule.requirements)]
    parts += [(row.place / "exceptions" / i, f"the exception `{e.id}`", e.when) for i, e in enumerate(rule.exceptions)]
    for place, name, when in parts:
        if when is not None and witness(AllOf(parts=(rule.when, when)), base.definitions) is None:
            problem = f"{name} can never hold together with `{rule.id}`"
            yield Problem(place, problem, "change its `when`, or that of the rule")


def _clashes(base: KnowledgeBase, mild: Row, rows: Iterable[Row]) -> Iterator[Problem]:
    """The problem that a rule never has a say: whenever it holds, a stricter one holds and says the opposite."""
    if witness(mild.stands(), base.definitions) is None:
        return
    for strict, polarities in _stricter(mild, rows):
        alone = AllOf(parts=(mild.stands(), Not(part=strict.stands())))
        opposite = set(polarities) == {"positive", "negative"} and mild.rule.id not in strict.rule.overrides
        if opposite and witness(alone, base.definitions) is None:
            problem = f"whenever `{mild.rule.id}` holds, `{strict.rule.id}` holds too and says the opposite"
            advice = "let one override the other, make it an exception, or narrow a condition"
            yield Problem(mild.place, problem, advice)


def _unsaid(base: KnowledgeBase, mild: Row, rows: Sequence[Row]) -> Iterator[Problem]:
    """The problem that a positive answer cannot say what would take it away, for want of a reservation.

    No reservation is needed about what is always known or asked for: the tool, a single value with a default, and
    what a `depends` rule asks for.
    """
    settled = {"tool", *(row.rule.asks for row in rows if row.standpoint is mild.standpoint)}
    settled |= {fact.id for fact in base.facts if fact.default is not None and fact.kind != "set"}
    for strict, (positive, other) in _stricter(mild, rows):
        when, modality = strict.rule.when, strict.rule.modality
        if strict.rule.reservation or modality == "duty" or positive != "positive" or other == "positive":
            continue
        if settled.issuperset(test.fact for test in tests_of(when)):
            continue
        both = (AllOf(parts=(mild.stands(strict.rule), part)) for part in (when, Not(part=when)))
        if all(witness(condition, base.definitions) is not None for condition in both):
            problem = f"`{strict.rule.id}` has no reservation, so a positive answer cannot say that it may hold as well"
            yield Problem(strict.place, problem, "add a `reservation`: what must be so for the answer to stay positive")


def _stricter(mild: Row, rows: Iterable[Row]) -> Iterator[tuple[Row, tuple[Polarity, Polarity]]]:
    """The rules that answer the same question more strictly, with the polarity of the milder and of the stricter."""
    rule = mild.rule
    for row in rows:
        other = row.rule
        if rule.outcome is None or other.outcome is None or other.outcome == "depends":
            continue
        same = row.standpoint is mild.standpoint and (other.modality, other.duty) == (rule.modality, rule.duty)
        if same and STRICTNESS.index(other.outcome) > STRICTNESS.index(rule.outcome):
            yield row, (POLARITY[rule.outcome], POLARITY[other.outcome])
