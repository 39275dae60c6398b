"""Conditions over facts of which some are unknown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from knowledge import conditions
from knowledge.conditions import ALWAYS, AllOf, AnyOf, Condition, Is, Not, evaluate, open_facts
from knowledge.facts import Facts, FactValue
from knowledge.truth import Truth
from tests.knowledge.conftest import known, when

T, U, F = Truth.TRUE, Truth.UNKNOWN, Truth.FALSE

# Conditions over three yes/no facts, and everything that can be known of these.
tests = st.builds(Is, fact=st.sampled_from("abc"), value=st.sampled_from(["yes", "no"]))
trees = st.recursive(
    tests,
    lambda part: (
        st.builds(Not, part=part)
        | st.builds(AllOf, parts=st.lists(part, max_size=3).map(tuple))
        | st.builds(AnyOf, parts=st.lists(part, max_size=3).map(tuple))
    ),
    max_leaves=12,
)
answers = st.dictionaries(st.sampled_from("abc"), st.sampled_from(["yes", "no"]))


def answered(values: dict[str, str]) -> Facts:
    return Facts(values={name: FactValue(included=frozenset({value}), closed=True) for name, value in values.items()})


@pytest.mark.parametrize(
    ("condition", "facts", "truth"),
    [
        ("terms=consumer", "terms=consumer", T),
        ("terms=consumer", "terms=contract", F),
        ("terms=consumer", "terms=!consumer", F),
        ("terms=consumer", "terms=!contract", U),
        ("terms=consumer", "", U),
        ("terms=consumer|contract", "terms=contract", T),
        ("terms=consumer|contract", "terms=government", F),
        ("!terms=consumer", "terms=contract", T),
        ("!terms=consumer", "terms=consumer", F),
        ("!terms=consumer", "", U),
        ("terms=contract & data=personal", "terms=contract data=personal", T),
        ("terms=contract & data=personal", "terms=contract", U),
        ("terms=contract & data=personal", "terms=consumer", F),
        ("terms=contract & data=personal", "data=public", F),
        ("data=personal|secret", "data=!personal", U),
        ("data=personal|secret", "data=!personal,!secret", F),
        ("data=personal|secret", "data=!personal,secret", T),
        ("!data=personal|secret", "data=public", T),
    ],
)
def test_a_condition_is_as_true_as_the_facts_make_it(condition: str, facts: str, truth: Truth) -> None:
    assert evaluate(when(condition), known(facts)) is truth


def test_a_condition_without_parts_is_settled() -> None:
    assert evaluate(ALWAYS, Facts()) is T
    assert evaluate(AnyOf(), Facts()) is F


@pytest.mark.parametrize(
    ("condition", "facts", "asked"),
    [
        ("terms=consumer", "", ("terms",)),
        ("!terms=consumer", "", ("terms",)),
        ("terms=consumer", "terms=contract", ()),
        ("data=personal|secret & terms=contract", "", ("data", "terms")),
        ("data=personal|secret & terms=contract", "terms=contract", ("data",)),
        ("data=personal|secret & terms=contract", "data=personal", ("terms",)),
        ("data=personal|secret & terms=contract", "terms=consumer", ()),
        ("data=personal|secret & !data=public", "", ("data",)),
    ],
)
def test_only_facts_that_can_still_settle_it_are_open(condition: str, facts: str, asked: tuple[str, ...]) -> None:
    assert open_facts(when(condition), known(facts)) == asked


def test_a_part_that_is_settled_is_not_open() -> None:
    either = AnyOf(parts=(when("terms=contract & data=personal"), when("sandbox=yes")))
    assert open_facts(either, known("terms=consumer")) == ("sandbox",)


def test_the_tests_of_a_condition_come_from_left_to_right() -> None:
    condition = when("data=personal|secret & !terms=consumer")
    assert list(conditions.tests_of(condition)) == [
        Is(fact="data", value="personal"),
        Is(fact="data", value="secret"),
        Is(fact="terms", value="consumer"),
    ]


@given(trees, answers, answers)
def test_what_is_settled_survives_more_facts(condition: Condition, some: dict[str, str], more: dict[str, str]) -> None:
    truth = evaluate(condition, answered(some))
    if truth is not U:
        assert evaluate(condition, answered({**more, **some})) is truth


@given(trees, answers)
def test_a_condition_is_unknown_exactly_while_facts_are_open(condition: Condition, some: dict[str, str]) -> None:
    facts = answered(some)
    asked = open_facts(condition, facts)
    assert (evaluate(condition, facts) is U) == bool(asked)
    assert not set(asked) & set(some)


@given(trees, answers, st.sampled_from(["yes", "no"]))
def test_answering_the_open_facts_settles_it(condition: Condition, some: dict[str, str], answer: str) -> None:
    rest = dict.fromkeys(open_facts(condition, answered(some)), answer)
    assert evaluate(condition, answered({**some, **rest})) is not U


@given(trees)
def test_a_condition_comes_back_from_json_as_it_went(condition: Condition) -> None:
    adapter: TypeAdapter[Condition] = TypeAdapter(Condition)
    assert adapter.validate_json(adapter.dump_json(condition)) == condition
