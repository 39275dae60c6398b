"""Laws of deciding, on the real rules of both standpoints, for whatever may be known of a case."""

from collections.abc import Iterator
from itertools import combinations
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from knowledge import conditions
from knowledge.alternatives import what_would_change, worth_asking
from knowledge.conditions import Condition, Is, evaluate
from knowledge.deciding import decide
from knowledge.decisions import POLARITY, Branch, CheckedRequirement, Policy
from knowledge.facts import FactDefinition, Facts, FactValue, fact_value
from knowledge.rules import Outcome, Requirement, Rule, RuleSet
from knowledge.truth import Truth
from tests.knowledge.conftest import STANDPOINTS, content, policy_of

BASE = content()
REAL = {standpoint: policy_of(BASE, standpoint) for standpoint in STANDPOINTS}
OLD, NEW = (REAL[standpoint] for standpoint in STANDPOINTS)

under_both = pytest.mark.parametrize("standpoint", STANDPOINTS)
# A law about a yes passes over every case that is a no, and the other way round: that is much, and all right.
thorough = settings(max_examples=300, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])


# ---------------------------------------------------------------------------------------------------- cases to draw


def values_of(definition: FactDefinition) -> st.SearchStrategy[FactValue]:
    said = [fact_value(definition, {value}) for value in definition.values]
    if definition.id == "tool":
        return st.sampled_from([FactValue(closed=True), *said])
    if definition.kind == "set":
        some = st.sampled_from(subsets(definition.values, 2))
        rest = st.sampled_from([{}, {"closed": True}, {"unclear": True}])
        return st.builds(heard, st.just(definition), some, some, rest)
    denied = [fact_value(definition, (), values) for values in subsets(definition.values, len(definition.values) - 1)]
    return st.sampled_from([FactValue(), *said]) | st.sampled_from(denied)


def subsets(values: tuple[str, ...], most: int) -> list[tuple[str, ...]]:
    return [some for size in range(most + 1) for some in combinations(values, size)]


def heard(
    definition: FactDefinition, said: tuple[str, ...], denied: tuple[str, ...], rest: dict[str, bool]
) -> FactValue:
    return fact_value(definition, said, denied).model_copy(update=rest)


def saying(policy: Policy, facts: Facts, **said: str) -> Facts:
    """The facts when these are said too; what was said or denied of other values of a set still counts."""
    for name, value in said.items():
        definition, known = policy.definitions[name], facts.get(name)
        after = fact_value(definition, {value})
        if known is not None and definition.kind == "set":
            after = fact_value(definition, known.included | {value}, known.excluded - {value})
            after = after.model_copy(update={"closed": known.closed, "unclear": known.unclear})
        facts = facts.including(name, after)
    return facts


def without_no(facts: Facts, kept: str) -> Facts:
    """The facts without those that are answered no, but for the one that is kept."""
    return facts.without(*(name for name in facts.values if facts.has(name, "no") is Truth.TRUE and name != kept))


@st.composite
def completions(draw: st.DrawFn, facts: Facts) -> Facts:
    """The same facts with everything that was unknown filled in, one way or another."""
    values = dict(facts.values)
    for name, definition in BASE.definitions.items():
        known = facts.get(name) or FactValue()
        unknown = tuple(value for value in definition.values if known.has(value) is Truth.UNKNOWN)
        included = known.included
        if unknown and definition.kind == "set":
            included = included.union(draw(st.sampled_from(subsets(unknown, 2))))
        elif unknown:
            included = frozenset({draw(st.sampled_from(unknown))})
        values[name] = FactValue(included=included, closed=True)
    return Facts(values=values)


# Some facts said, some denied, most unknown; the tool always closed. What is denied never takes away the last value of
# a single fact: it has one of them, though we may not know which.
anything = st.fixed_dictionaries({name: values_of(definition) for name, definition in BASE.definitions.items()}).map(
    lambda known: Facts(values={name: value for name, value in known.items() if value != FactValue()})
)
hopeful = st.builds(
    lambda facts, terms, kept: saying(NEW, without_no(facts, kept), terms=terms),
    anything,
    st.sampled_from(["contract", "self_hosted", "government", "built_in", "unavoidable"]),
    st.sampled_from(sorted(BASE.definitions)),
)
complete = anything.flatmap(completions)
before_and_after = anything.flatmap(lambda facts: st.tuples(st.just(facts), completions(facts)))


# ------------------------------------------------------------------------------------------- what the rules speak of


def conditions_of(rule: Rule) -> Iterator[Condition]:
    requirements = [*rule.requirements, *(line for exception in rule.exceptions for line in exception.requirements)]
    yield rule.when
    yield from (line.when for line in requirements if line.when is not None)


def mentioned(policy: Policy) -> set[Is]:
    """Every test in a rule that answers a permission question."""
    rules = [rule for rule in policy.rules.rules if rule.modality == "permission"]
    return {test for rule in rules for part in conditions_of(rule) for test in conditions.tests_of(part)}


def silent_values(policy: Policy) -> list[tuple[str, str]]:
    """The values that no rule mentions, and that settle none that a rule does; no tool, as it brings terms along."""
    tests = mentioned(policy)
    facts = {"tool", *(test.fact for test in tests)}
    return [
        (definition.id, option.value)
        for definition in policy.definitions.values()
        for option in definition.options
        if definition.id not in facts
        or (
            definition.kind == "set" and not option.excludes and Is(fact=definition.id, value=option.value) not in tests
        )
    ]


def sources_of(policy: Policy, line: CheckedRequirement) -> Iterator[Requirement]:
    """The requirements that the line of a decision comes from; none for a reservation."""
    for rule in policy.rules.rules:
        requirements = {rule.id: rule.requirements, **{one.id: one.requirements for one in rule.exceptions}}
        yield from (one for one in requirements.get(line.rule, ()) if one.text == line.text)


def told_by(policy: Policy, line: CheckedRequirement) -> Iterator[Is]:
    """The tests that tell whether the line's requirement is met."""
    for one in sources_of(policy, line):
        if one.when is not None:
            yield from conditions.tests_of(one.when)


def is_broken(policy: Policy, line: CheckedRequirement, facts: Facts) -> bool:
    """Whether the line's requirement turns out not to be met, or the rule that it makes a reservation for to hold."""
    sources = list(sources_of(policy, line))
    if sources:
        return any(unmet(one, facts) for one in sources)
    reserved = policy.rules.rule(line.rule)
    assert reserved.reservation == line.text
    return evaluate(reserved.when, facts) is Truth.TRUE


def turns_unmet(rule: Rule, facts: Facts, completed: Facts) -> bool:
    """Whether the rule turns out to hold, which was unknown, with a requirement that is not met."""
    turned = evaluate(rule.when, facts) is Truth.UNKNOWN and evaluate(rule.when, completed) is Truth.TRUE
    return turned and any(unmet(one, completed) for one in rule.requirements if not one.advice)


def unmet(requirement: Requirement, facts: Facts) -> bool:
    return requirement.when is not None and evaluate(requirement.when, facts) is Truth.FALSE


def outcome_of(policy: Policy, facts: Facts) -> Outcome:
    return decide(policy, facts).outcome


# ------------------------------------------------------------------------------------------------------------- laws


@under_both
@thorough
@given(facts=anything, data=st.data())
def test_an_outcome_survives_any_further_fact_that_no_rule_mentions(
    standpoint: str, facts: Facts, data: st.DataObject
) -> None:
    real = REAL[standpoint]
    fact, value = data.draw(st.sampled_from(silent_values(real)))
    before, after = decide(real, facts), decide(real, saying(real, facts, **{fact: value}))
    assert (after.outcome, after.rules, after.requirements) == (before.outcome, before.rules, before.requirements)


@under_both
@given(facts=anything)
def test_a_fact_that_was_never_declared_changes_nothing(standpoint: str, facts: Facts) -> None:
    rain = FactValue(included=frozenset({"rain"}))
    assert decide(REAL[standpoint], facts.including("weather", rain)) == decide(REAL[standpoint], facts)


@under_both
@thorough
@given(facts=anything, chance=st.randoms(use_true_random=False))
def test_the_order_of_the_rules_does_not_change_the_outcome(standpoint: str, facts: Facts, chance: Random) -> None:
    real = REAL[standpoint]
    shuffled = list(real.rules.rules)
    chance.shuffle(shuffled)
    other = real.model_copy(update={"rules": RuleSet(standpoint=standpoint, rules=tuple(shuffled))})
    one, two = decide(real, facts), decide(other, facts)
    assert (one.outcome, one.branches) == (two.outcome, two.branches)
    assert set(one.rules) == set(two.rules)
    assert set(one.basis) == set(two.basis)


@under_both
@thorough
@given(facts=complete)
def test_every_completion_of_the_facts_settles_the_outcome(standpoint: str, facts: Facts) -> None:
    decision = decide(REAL[standpoint], facts)
    assert decision.outcome != "depends"
    assert decision.branches == ()


@under_both
@thorough
@given(both=hopeful.flatmap(lambda facts: st.tuples(st.just(facts), completions(facts))))
def test_an_outcome_is_never_positive_because_something_is_unknown(standpoint: str, both: tuple[Facts, Facts]) -> None:
    """Whoever meets the conditions that come with a yes keeps it, whatever else turns out to be the case.

    A positive outcome may come with conditions: its lines that are not advice. Each is a requirement that facts can
    tell, a requirement that they cannot tell (and never turns an outcome), or the reservation of a stricter rule of
    which it is unknown whether it holds. So take any completion of the facts in which none of the first kind is unmet
    and no rule of the last kind holds: it must be positive too.

    It says less than it could in one respect: a rule that only adds requirements is not announced while it is unknown
    whether it holds. A completion in which such a rule turns out to hold, with a requirement that is not met, is
    passed over here.
    """
    real, (facts, completed) = REAL[standpoint], both
    decision = decide(real, facts)
    assume(POLARITY[decision.outcome] == "positive")
    lines = [line for line in decision.requirements if not line.advice]
    for line in lines:
        for test in told_by(real, line):
            if completed.has(test.fact, test.value) is Truth.FALSE:
                completed = saying(real, completed, **{test.fact: test.value})
    assume(not any(is_broken(real, line, completed) for line in lines))
    assume(not any(turns_unmet(rule, facts, completed) for rule in real.rules.rules if rule.outcome is None))
    assert POLARITY[outcome_of(real, completed)] == "positive"


@under_both
@thorough
@given(both=before_and_after)
def test_a_flat_no_is_never_turned_by_what_was_unknown(standpoint: str, both: tuple[Facts, Facts]) -> None:
    """Nor is what the policy does not settle, unless the decision itself shows a branch on which that may be.

    A name that can stand for several tools is left out: it only has the terms of these, and a completion may give it
    others.
    """
    real, (facts, completed) = REAL[standpoint], both
    decision = decide(real, facts)
    assume(decision.outcome in ("not_allowed", "not_settled") and not decision.branches)
    tool = real.tools.get(facts.one("tool") or "")
    assume(tool is None or not tool.variants or facts.one("terms") is not None)
    assert POLARITY[outcome_of(real, completed)] != "positive"


@pytest.mark.parametrize("stricter", ["personal", "classified"])
@under_both
@thorough
@given(facts=anything)
def test_a_stricter_fact_never_loosens(standpoint: str, stricter: str, facts: Facts) -> None:
    real = REAL[standpoint]
    assume(POLARITY[outcome_of(real, facts)] != "positive")
    assert POLARITY[outcome_of(real, saying(real, facts, data=stricter))] != "positive"


# -------------------------------------------------------------------------------------------- what is never allowed


@pytest.mark.parametrize("sensitive", ["personal", "special_personal", "confidential", "classified"])
@given(facts=anything)
def test_sensitive_data_never_go_into_a_tool_on_consumer_terms(sensitive: str, facts: Facts) -> None:
    assert outcome_of(NEW, saying(NEW, facts, terms="consumer", data=sensitive)) == "not_allowed"


@pytest.mark.parametrize("organisation", ["rijk", "rki", "supplier"])
@given(facts=anything)
def test_deepseek_is_never_allowed_in_central_government(organisation: str, facts: Facts) -> None:
    case = saying(NEW, facts, tool="deepseek-app", organisation=organisation)
    assert outcome_of(NEW, case) == "not_allowed"


@given(facts=anything)
def test_nor_is_it_ever_settled_that_its_open_weights_are(facts: Facts) -> None:
    assert POLARITY[outcome_of(NEW, saying(NEW, facts, tool="deepseek-local"))] != "positive"


@pytest.mark.parametrize("purpose", ["high_risk", "recruit_or_assess", "decide_on_person"])
@given(facts=anything)
def test_a_government_service_is_never_for_high_risk(purpose: str, facts: Facts) -> None:
    assert outcome_of(NEW, saying(NEW, facts, terms="government", purpose=purpose)) == "not_allowed"


@given(facts=anything)
def test_classified_data_are_never_allowed(facts: Facts) -> None:
    assert POLARITY[outcome_of(NEW, saying(NEW, facts, data="classified"))] != "positive"


@given(facts=anything)
def test_the_standpoint_of_2023_settles_nothing_for_a_municipality(facts: Facts) -> None:
    assert outcome_of(OLD, saying(OLD, facts, organisation="medeoverheid")) == "not_settled"


# ------------------------------------------------------------------------------------------------ what else could be


def answered(policy: Policy, facts: Facts, branch: Branch) -> Facts:
    """The facts once the question was answered with this branch; what was said or denied before still counts."""
    known = facts.get(branch.fact) or FactValue()
    clear = facts.including(branch.fact, known.model_copy(update={"unclear": False}))
    after = saying(policy, clear, **{branch.fact: branch.value})
    tool = policy.tools.get(branch.value) if branch.fact == "tool" else None
    return after if tool is None or tool.terms is None else saying(policy, after, terms=tool.terms)


@under_both
@thorough
@given(facts=anything)
def test_a_question_worth_asking_has_answers_that_give_what_they_promise(standpoint: str, facts: Facts) -> None:
    real = REAL[standpoint]
    decision = decide(real, facts)
    asked = worth_asking(decision, real, facts)
    for branch in asked:
        assert outcome_of(real, answered(real, facts, branch)) == branch.outcome
    assert len({branch.fact for branch in asked}) <= 1
    assert decision.outcome != "depends" or asked
    assert decision.outcome == "depends" or not asked or len({branch.outcome for branch in asked}) > 1


@under_both
@thorough
@given(facts=anything)
def test_what_would_change_the_outcome_does_so(standpoint: str, facts: Facts) -> None:
    real = REAL[standpoint]
    decision = decide(real, facts)
    for change in what_would_change(decision, real, facts):
        definition = real.definitions[change.fact]
        after = outcome_of(real, facts.including(change.fact, fact_value(definition, {change.value})))
        assert after == change.outcome
        assert [POLARITY[after], POLARITY[decision.outcome]].count("positive") == 1


@under_both
@thorough
@given(facts=anything)
def test_nothing_that_would_change_a_flat_no_is_kept_back(standpoint: str, facts: Facts) -> None:
    """A value that the bot may propose is listed exactly if saying it, and it alone of that fact, gives a yes."""
    real = REAL[standpoint]
    decision = decide(real, facts)
    assume(decision.outcome in ("not_allowed", "not_allowed_unless"))
    yes = {
        (definition.id, value)
        for definition in real.definitions.values()
        for value in definition.proposals
        if facts.has(definition.id, value) is not Truth.TRUE
        and POLARITY[outcome_of(real, facts.including(definition.id, fact_value(definition, {value})))] == "positive"
    }
    assert {(change.fact, change.value) for change in what_would_change(decision, real, facts)} == yes
