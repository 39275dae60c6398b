"""The one fact worth asking for, and the changes that would turn an outcome."""

import pytest

from knowledge.alternatives import what_would_change, worth_asking
from knowledge.deciding import decide
from knowledge.decisions import Branch, Policy
from knowledge.rules import Outcome
from tests.knowledge.conftest import exception, known, policy, requirement, rule

PLAY = exception("play", requirement("in a sandbox", "sandbox=yes"), requirement("nothing secret", "!data=secret"))
RULES = policy(
    rule("consumer", "terms=consumer", "not_allowed", exceptions=(PLAY,)),
    rule("contract", "terms=contract", "allowed_if", requirements=(requirement("agree", "agreed=yes"),)),
    rule("secret", "data=secret & !terms=consumer", "not_settled", reservation="nothing secret"),
    rule("terms-unknown", "", "depends", asks="terms"),
    rule("training", "", "required", duty="training"),
)


def asked(facts: str, rules: Policy = RULES) -> dict[tuple[str, str], Outcome]:
    return pairs(worth_asking(decide(rules, known(facts)), rules, known(facts)))


def changes(facts: str, rules: Policy = RULES) -> dict[tuple[str, str], Outcome]:
    return pairs(what_would_change(decide(rules, known(facts)), rules, known(facts)))


def pairs(branches: tuple[Branch, ...]) -> dict[tuple[str, str], Outcome]:
    return {(branch.fact, branch.value): branch.outcome for branch in branches}


# -------------------------------------------------------------------------------------------------- worth asking for


def test_what_the_outcome_depends_on_is_asked() -> None:
    assert asked("") == {
        ("terms", "consumer"): "not_allowed_unless",
        ("terms", "contract"): "allowed_if",
        ("terms", "government"): "not_settled",
    }


def test_a_fact_that_can_change_the_outcome_is_asked_in_the_order_of_the_definitions() -> None:
    assert asked("terms=consumer") == {
        ("data", "public"): "not_allowed_unless",
        ("data", "personal"): "not_allowed_unless",
        ("data", "secret"): "not_allowed",
    }


def test_once_that_is_known_the_next_one_is() -> None:
    assert asked("terms=consumer data=public") == {("sandbox", "yes"): "allowed", ("sandbox", "no"): "not_allowed"}


def test_nothing_is_asked_when_nothing_can_change_the_outcome() -> None:
    assert asked("terms=consumer data=secret") == {}
    assert asked("terms=consumer sandbox=no") == {}


def test_a_fact_that_the_bot_may_not_ask_for_is_not_asked() -> None:
    decide_on = rule("decide", "purpose=decide", "not_allowed", reservation="nothing is decided")
    rules = policy(rule("contract", "terms=contract", "allowed_if"), decide_on)
    assert asked("terms=contract", rules) == {}


def test_nothing_is_asked_about_a_duty() -> None:
    facts = known()
    assert worth_asking(decide(RULES, facts, "duty", "training"), RULES, facts) == ()


# ------------------------------------------------------------------------------------------------------ would change


def test_a_no_is_turned_by_what_may_be_proposed() -> None:
    assert changes("terms=consumer sandbox=no data=public") == {
        ("terms", "contract"): "allowed_if",
        ("sandbox", "yes"): "allowed",
    }


def test_a_change_that_is_not_enough_is_no_change() -> None:
    assert changes("terms=consumer sandbox=no data=secret") == {}


def test_a_yes_is_turned_by_what_the_bot_may_ask_for() -> None:
    assert changes("terms=contract") == {("terms", "consumer"): "not_allowed_unless"}


def test_what_is_not_settled_is_turned_by_what_gives_a_yes() -> None:
    assert changes("terms=contract data=secret") == {("data", "public"): "allowed_if"}


def test_what_was_said_already_is_no_change() -> None:
    assert changes("terms=contract data=public,secret") == {}


@pytest.mark.parametrize("facts", ["", "tool=chat"])
def test_nothing_is_turned_while_the_outcome_depends(facts: str) -> None:
    assert changes(facts) == {}


def test_a_duty_is_not_turned() -> None:
    facts = known("terms=consumer")
    assert what_would_change(decide(RULES, facts, "duty", "training"), RULES, facts) == ()
