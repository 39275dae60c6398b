"""What becomes known when things are said and denied."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.facts import FactDefinition, Facts, FactValue, fact_value
from knowledge.truth import Truth
from tests.knowledge.conftest import DEFINITIONS, definition, known, options

T, U, F = Truth.TRUE, Truth.UNKNOWN, Truth.FALSE
TERMS, DATA, SANDBOX = DEFINITIONS["terms"], DEFINITIONS["data"], DEFINITIONS["sandbox"]


def truths(one: FactDefinition, included: Iterable[str] = (), excluded: Iterable[str] = ()) -> list[Truth]:
    value = fact_value(one, included, excluded)
    return [value.has(name) for name in one.values]


def test_of_a_single_fact_one_value_excludes_the_others() -> None:
    assert truths(TERMS, {"contract"}) == [F, T, F]
    assert truths(SANDBOX, {"no"}) == [F, T]


def test_of_a_set_one_value_leaves_the_others_unknown() -> None:
    assert truths(DATA, {"personal"}) == [U, T, U]


def test_what_is_denied_is_absent_and_the_rest_unknown() -> None:
    assert truths(TERMS, (), {"consumer"}) == [F, U, U]
    assert truths(DATA, (), {"secret"}) == [U, U, F]


def test_nothing_said_is_nothing_known() -> None:
    assert truths(TERMS) == [U, U, U]
    assert truths(DATA) == [U, U, U]
    assert Facts().has("terms", "contract") is U


def test_two_values_of_a_single_fact_are_a_reason_to_ask() -> None:
    assert truths(TERMS, {"consumer", "contract"}) == [U, U, U]


def test_two_values_of_a_set_are_both_there() -> None:
    assert truths(DATA, {"personal", "secret"}) == [U, T, T]


@pytest.mark.parametrize("one", [TERMS, DATA, SANDBOX], ids=lambda one: one.id)
def test_what_is_both_said_and_denied_is_unknown(one: FactDefinition) -> None:
    value = one.values[0]
    assert fact_value(one, {value}, {value}) == FactValue()


def test_a_contradiction_leaves_the_other_values_as_they_were_said() -> None:
    assert truths(DATA, {"personal", "secret"}, {"personal"}) == [U, U, T]
    assert truths(TERMS, {"consumer", "contract"}, {"consumer"}) == [F, T, F]


def test_public_data_are_not_personal_or_secret() -> None:
    assert truths(DATA, {"public"}) == [T, F, F]


def test_unless_that_is_said_as_well() -> None:
    assert truths(DATA, {"public", "personal"}) == [T, T, F]


def test_an_exclusion_does_not_settle_a_contradiction() -> None:
    assert truths(DATA, {"public", "personal"}, {"personal"}) == [T, U, F]


def test_denying_that_data_are_public_says_nothing_of_the_rest() -> None:
    assert truths(DATA, (), {"public"}) == [F, U, U]


def test_a_closed_fact_lacks_what_is_not_included() -> None:
    assert FactValue(closed=True).has("chat") is F
    assert FactValue(included=frozenset({"personal"}), closed=True).has("secret") is F
    assert FactValue(included=frozenset({"personal"}), closed=True).has("personal") is T


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (FactValue(), False),
        (FactValue(included=frozenset({"personal"})), True),
        (FactValue(excluded=frozenset({"personal"})), True),
        (FactValue(closed=True), True),
        (FactValue(unclear=True), True),
    ],
)
def test_a_fact_of_which_something_was_said_is_told_of(value: FactValue, told: bool) -> None:
    assert value.told is told


def test_what_was_not_understood_is_unknown_and_unclear() -> None:
    facts = Facts(values={"data": FactValue(unclear=True)})
    assert facts.has("data", "personal") is U
    assert [facts.unclear(name) for name in ("data", "terms")] == [True, False]


def test_a_value_keeps_its_words_and_where_they_came_from() -> None:
    value = fact_value(TERMS, {"consumer"}, source="register", words="de gratis versie")
    assert (value.source, value.words) == ("register", "de gratis versie")


def test_the_single_value_of_a_fact_is_none_if_there_are_none_or_several() -> None:
    facts = known("terms=contract data=personal,secret sandbox=!no")
    assert [facts.one(name) for name in ("terms", "data", "sandbox", "agreed")] == ["contract", None, None, None]


def test_facts_are_replaced_and_forgotten_without_changing_the_old_ones() -> None:
    before = known("terms=contract data=personal")
    after = before.including("terms", fact_value(TERMS, {"consumer"})).without("data")
    assert after == known("terms=consumer")
    assert before == known("terms=contract data=personal")
    assert after.get("data") is None


def test_a_definition_knows_its_options() -> None:
    assert DATA.values == ("public", "personal", "secret")
    assert DATA.option("public").excludes == ("personal", "secret")
    with pytest.raises(KeyError, match="prive"):
        DATA.option("prive")


values = st.sets(st.sampled_from("abcd"))
kinds = st.sampled_from([definition("fact", "one", options("a b c d")), definition("fact", "set", options("a b c d"))])


@given(kinds, values, values)
def test_what_is_known_was_said_or_denied_and_never_its_opposite(
    one: FactDefinition, said: set[str], denied: set[str]
) -> None:
    value = fact_value(one, said, denied)
    assert value.included <= said - denied
    assert value.excluded == denied - said
    assert value.closed == (one.kind == "one" and len(said - denied) == 1)
