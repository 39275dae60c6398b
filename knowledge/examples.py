"""Cases: the worked examples beside the rules, one in which a condition holds, and what both tell of the rules."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from knowledge.base import KnowledgeBase
from knowledge.conditions import AllOf, Condition, Is, Not, evaluate
from knowledge.deciding import decide
from knowledge.decisions import POLARITY, STRICTNESS, Policy
from knowledge.errors import Place, Problem, choice
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

    @property
    def stands(self) -> Condition:
        """The condition under which the rule holds and no rule that it gives way to does."""
        stronger = [rule.when for rule in self.standpoint.rules.rules if self.rule.id in rule.overrides]
        return AllOf(parts=(self.rule.when, *(Not(part=when) for when in stronger)))


def rows_of(base: KnowledgeBase) -> tuple[Row, ...]:
    """The rules of every standpoint, in the order of the files."""
    return tuple(
        Row(Place(f"standpoints/{standpoint.id}/rules.yaml", (index,), rule.line), standpoint, rule)
        for standpoint in base.standpoints
        for index, rule in enumerate(standpoint.rules.rules)
    )


def problems_of_cases(base: KnowledgeBase, rows: Sequence[Row]) -> Iterator[Problem]:
    """Conditions that never hold, rules that never have a say, and examples that fail or are missing."""
    unsound = set()
    for row in rows:
        yield from _never_holds(base, row)
        for problem in (*_clashes(base, row, rows), *_unsaid(base, row, rows)):
            unsound.add(row.standpoint.id)
            yield problem
    covered = set()
    sound = [row for row in rows if row.standpoint.id not in unsound]  # among rules that clash an example shows nothing
    for row in sound:
        for index, example in enumerate(row.rule.examples):
            if not _declared(base, example):
                continue
            result = run_example(base, row.standpoint, row.rule, example)
            covered |= {(row.standpoint.id, rule) for rule in result.rules}
            if not result.passed:
                place = (row.place / "examples" / index / "outcome")._replace(line=example.line)
                decided = f"decided by {', '.join(f'`{name}`' for name in result.rules) or 'no rule'}"
                problem = f"the example gives `{result.outcome}`, not `{example.outcome}`"
                yield Problem(place, problem, f"it is {decided}: correct the example or the rules")
    for row in sound:
        for place, part in row.parts():
            if not isinstance(part, Requirement) and (row.standpoint.id, part.id) not in covered:
                advice = "add an example whose outcome it determines or adds to"
                yield Problem(place, f"no example shows `{part.id}` at work", advice)


def _never_holds(base: KnowledgeBase, row: Row) -> Iterator[Problem]:
    rule = row.rule
    if witness(rule.when, base.definitions) is None:
        advice = "ask for values that a case can have at the same time"
        yield Problem(row.place / "when", f"`{rule.id}` can never hold", advice)
        return
    for place, part in row.parts():
        if part is rule or part.when is None:
            continue
        if witness(AllOf(parts=(rule.when, part.when)), base.definitions) is None:
            name = f"the exception `{part.id}`" if isinstance(part, Exception_) else "the requirement"
            problem = f"{name} can never hold together with `{rule.id}`"
            yield Problem(place, problem, "change its `when`, or that of the rule")


def _clashes(base: KnowledgeBase, mild: Row, rows: Iterable[Row]) -> Iterator[Problem]:
    """The problem that a rule never has a say: whenever it holds, a stricter one holds and says the opposite."""
    if witness(mild.rule.when, base.definitions) is None:
        return
    for strict in _stricter(mild, rows):
        opposite = {_polarity(mild.rule), _polarity(strict.rule)} == {"positive", "negative"}
        together = AllOf(parts=(mild.rule.when, Not(part=strict.stands)))
        if opposite and witness(together, base.definitions) is None:
            problem = f"whenever `{mild.rule.id}` holds, `{strict.rule.id}` holds too and says the opposite"
            advice = "let one override the other, make it an exception, or narrow a condition"
            yield Problem(mild.place, problem, advice)


def _unsaid(base: KnowledgeBase, strict: Row, rows: Sequence[Row]) -> Iterator[Problem]:
    """The problem that a permission cannot tell what would take it away, for want of a reservation.

    Facts that are always known or asked for need none: the tool, what has a default, what a `depends` rule asks for.
    """
    settled = {"tool", *(row.rule.asks for row in rows if row.standpoint is strict.standpoint)}
    settled |= {name for name, definition in base.definitions.items() if definition.default is not None}
    if strict.rule.reservation is not None or settled.issuperset(test.fact for test in tests_of(strict.rule.when)):
        return
    for mild in rows:
        if mild.rule.modality != "permission" or _polarity(mild.rule) != "positive" or _polarity(strict.rule) == "positive":
            continue
        ...


def _stricter(mild: Row, rows: Iterable[Row]) -> Iterator[Row]:
    """The rules that answer the same questions more strictly, other than those that are said to take precedence."""
    rule = mild.rule
    for row in rows:
        other = row.rule
        same = row.standpoint is mild.standpoint and (other.modality, other.duty) == (rule.modality, rule.duty)
        if same and rule.outcome and other.outcome and rule.id not in other.overrides:
            if STRICTNESS.index(other.outcome) > STRICTNESS.index(rule.outcome):
                yield row


def _declared(base: KnowledgeBase, example: Example) -> bool:
    return all(
        fact in base.definitions and value.removeprefix("!") in base.definitions[fact].values
        for fact, values in example.facts.items()
        for value in values
    )
