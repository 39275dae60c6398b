"""How rules become a decision, on rule sets of a few lines."""

from itertools import permutations

import pytest

from knowledge.deciding import UNTIL_MET, branches, decide
from knowledge.decisions import Branch, CheckedException, CheckedRequirement, Decision
from knowledge.facts import FactValue
from knowledge.rules import Outcome, Rule
from tests.knowledge.conftest import (
    DEFINITIONS,
    basis,
    exception,
    known,
    policy,
    requirement,
    rule,
    words,
)

CONSUMER = rule("consumer", "terms=consumer", "not_allowed")
CONTRACT = rule("contract", "terms=contract", "allowed_if", requirements=(requirement("agree", "agreed=yes"),))
TERMS = (CONSUMER, CONTRACT, rule("terms-unknown", "", "depends", asks="terms"))
PLAY = exception("play", requirement("play", "purpose=explore"), requirement("in a sandbox", "sandbox=yes"))
UNLESS_PLAY = rule("consumer", "terms=consumer", "not_allowed", exceptions=(PLAY,))


def outcome(rules: tuple[Rule, ...], facts: str) -> Outcome:
    return decide(policy(*rules), known(facts)).outcome


def lines(decision: Decision) -> list[tuple[str, str]]:
    return [(line.text.nl, line.state) for line in decision.requirements]


def branched(decision: Decision) -> dict[str, Outcome]:
    return {branch.value: branch.outcome for branch in decision.branches}


# ------------------------------------------------------------------------------------------------------ single rules


def test_without_a_rule_the_policy_does_not_settle_it() -> None:
    assert decide(policy(), known("terms=contract")) == Decision(
        modality="permission", duty=None, outcome="not_settled"
    )


def test_a_rule_that_does_not_hold_settles_nothing() -> None:
    assert decide(policy(CONSUMER), known("terms=contract")).outcome == "not_settled"


def test_a_rule_that_holds_gives_its_outcome_its_reason_and_its_basis() -> None:
    assert decide(policy(CONSUMER), known("terms=consumer")) == Decision(
        modality="permission",
        duty=None,
        outcome="not_allowed",
        rules=("consumer",),
        reason=words("because of consumer"),
        basis=(basis("A-consumer"),),
    )


def test_not_settled_can_be_a_rule_too() -> None:
    silent = rule("silent", "data=secret", "not_settled")
    decision = decide(policy(silent), known("data=secret"))
    assert (decision.outcome, decision.rules) == ("not_settled", ("silent",))
    assert decision.reason == words("because of silent")


# ------------------------------------------------------------------------------------------------------ requirements


@pytest.mark.parametrize(
    ("facts", "expected", "state"),
    [
        ("terms=contract agreed=yes", "allowed", "met"),
        ("terms=contract", "allowed_if", "unknown"),
    ],
)
def test_a_requirement_is_listed_with_its_state(facts: str, expected: Outcome, state: str) -> None:
    decision = decide(policy(CONTRACT), known(facts))
    assert (decision.outcome, lines(decision)) == (expected, [("agree", state)])


def test_a_requirement_that_is_not_met_turns_a_yes_into_no_unless_it_is() -> None:
    decision = decide(policy(CONTRACT), known("terms=contract agreed=no"))
    assert decision.outcome == "not_allowed_unless"
    line = CheckedRequirement(text=words("agree"), state="unmet", rule="contract")
    assert decision.exceptions == (CheckedException(id="contract", label=UNTIL_MET, requirements=(line,)),)
    assert decision.requirements == ()


def test_several_requirements_that_are_not_met_are_one_way_out() -> None:
    both = rule(
        "contract",
        "terms=contract",
        "allowed_if",
        requirements=(
            requirement("agree", "agreed=yes"),
            requirement("hope"),
            requirement("in a sandbox", "sandbox=yes"),
        ),
    )
    decision = decide(policy(both), known("terms=contract agreed=no sandbox=no"))
    assert [[line.text.nl for line in way.requirements] for way in decision.exceptions] == [["agree", "in a sandbox"]]


def test_a_requirement_that_facts_cannot_tell_stays_unknown() -> None:
    vague = rule("contract", "terms=contract", "allowed_if", requirements=(requirement("be careful"),))
    decision = decide(policy(vague), known("terms=contract agreed=yes"))
    assert (decision.outcome, lines(decision)) == ("allowed_if", [("be careful", "unknown")])


def test_advice_changes_nothing() -> None:
    advised = rule(
        "contract",
        "terms=contract",
        "allowed_if",
        requirements=(requirement("agree", "agreed=yes"), requirement("ask around", "sandbox=yes", advice=True)),
    )
    assert outcome((advised,), "terms=contract agreed=yes sandbox=no") == "allowed"
    assert outcome((advised,), "terms=contract agreed=yes") == "allowed"
    assert outcome((advised,), "terms=contract sandbox=no") == "allowed_if"


def test_a_rule_without_outcome_adds_its_requirements_to_a_yes() -> None:
    personal = rule("personal", "data=personal", requirements=(requirement("in a sandbox", "sandbox=yes"),))
    decision = decide(policy(personal, CONTRACT), known("terms=contract data=personal"))
    assert lines(decision) == [("in a sandbox", "unknown"), ("agree", "unknown")]
    assert decision.rules == ("contract", "personal")
    assert decision.basis == (basis("A-contract"), basis("A-personal"))


def test_its_requirement_that_is_not_met_turns_that_yes() -> None:
    personal = rule("personal", "data=personal", requirements=(requirement("in a sandbox", "sandbox=yes"),))
    decision = decide(policy(personal, CONTRACT), known("terms=contract data=personal sandbox=no"))
    assert (decision.outcome, decision.rules) == ("not_allowed_unless", ("contract", "personal"))


def test_a_no_keeps_advice_and_drops_the_conditions_of_a_yes() -> None:
    law = rule("law", requirements=(requirement("obey"),))
    personal = rule("personal", "data=personal", requirements=(requirement("report it", advice=True),))
    decision = decide(policy(CONSUMER, law, personal), known("terms=consumer data=personal"))
    assert (decision.rules, lines(decision)) == (("consumer", "personal"), [("report it", "unknown")])


def test_the_same_sentence_is_said_once() -> None:
    again = rule("personal", "data=personal", requirements=(requirement("agree", "agreed=yes"),))
    decision = decide(policy(CONTRACT, again), known("terms=contract data=personal"))
    assert lines(decision) == [("agree", "unknown")]


def test_what_the_case_brings_with_it_comes_before_what_always_holds() -> None:
    law = rule("law", requirements=(requirement("obey"),))
    personal = rule("personal", "data=personal", requirements=(requirement("in a sandbox"),))
    decision = decide(policy(law, CONTRACT, personal), known("terms=contract data=personal"))
    assert [text for text, _ in lines(decision)] == ["in a sandbox", "agree", "obey"]


def test_a_rule_without_outcome_settles_nothing_by_itself() -> None:
    law = rule("law", requirements=(requirement("obey"),))
    assert outcome((law,), "terms=contract") == "not_settled"


# -------------------------------------------------------------------------------------------------------- exceptions


def test_an_exception_beats_its_rule() -> None:
    decision = decide(policy(UNLESS_PLAY), known("terms=consumer purpose=explore sandbox=yes"))
    assert decision.outcome == "allowed"
    assert decision.rules == ("play", "consumer")
    assert decision.reason == words("play")
    assert decision.basis == (basis("A-play"), basis("A-consumer"))
    assert lines(decision) == [("play", "met"), ("in a sandbox", "met")]


def test_an_exception_with_a_requirement_that_facts_cannot_tell_is_a_yes_if() -> None:
    careful = exception("play", requirement("play", "purpose=explore"), requirement("be careful"))
    only = rule("consumer", "terms=consumer", "not_allowed", exceptions=(careful,))
    assert outcome((only,), "terms=consumer purpose=explore") == "allowed_if"


@pytest.mark.parametrize("facts", ["", "purpose=explore", "sandbox=yes", "purpose=work sandbox=yes"])
def test_an_unknown_exception_softens_a_no(facts: str) -> None:
    decision = decide(policy(UNLESS_PLAY), known(f"terms=consumer {facts}"))
    assert decision.outcome == "not_allowed_unless"
    assert [way.id for way in decision.exceptions] == ["play"]
    assert decision.rules == ("consumer",)


def test_the_way_out_tells_what_is_met_already() -> None:
    decision = decide(policy(UNLESS_PLAY), known("terms=consumer purpose=explore"))
    assert [(line.text.nl, line.state) for line in decision.exceptions[0].requirements] == [
        ("play", "met"),
        ("in a sandbox", "unknown"),
    ]


@pytest.mark.parametrize("facts", ["sandbox=no", "purpose=!explore"])
def test_an_exception_out_of_reach_leaves_a_flat_no(facts: str) -> None:
    decision = decide(policy(UNLESS_PLAY), known(f"terms=consumer {facts}"))
    assert (decision.outcome, decision.exceptions) == ("not_allowed", ())


def test_of_two_exceptions_one_that_holds_is_enough() -> None:
    official = exception("official", requirement("agree", "agreed=yes"))
    both = rule("consumer", "terms=consumer", "not_allowed", exceptions=(PLAY, official))
    assert outcome((both,), "terms=consumer agreed=yes") == "allowed"
    assert outcome((both,), "terms=consumer agreed=no") == "not_allowed_unless"
    assert outcome((both,), "terms=consumer agreed=no sandbox=no") == "not_allowed"


def test_an_exception_to_one_rule_does_not_beat_another() -> None:
    secret = rule("secret", "data=secret", "not_allowed")
    decision = decide(policy(UNLESS_PLAY, secret), known("terms=consumer purpose=explore sandbox=yes data=secret"))
    assert (decision.outcome, decision.rules) == ("not_allowed", ("secret",))


# ----------------------------------------------------------------------------------------------------- several rules


@pytest.mark.parametrize(
    ("one", "other", "strictest"),
    [
        ("allowed", "allowed_if", "allowed_if"),
        ("allowed", "not_settled", "not_settled"),
        ("allowed", "not_allowed", "not_allowed"),
        ("allowed_if", "not_settled", "not_settled"),
        ("allowed_if", "not_allowed", "not_allowed"),
        ("not_settled", "not_allowed", "not_allowed"),
        ("not_settled", "not_allowed_unless", "not_allowed_unless"),
        ("not_allowed_unless", "not_allowed", "not_allowed"),
    ],
)
def test_the_most_restrictive_outcome_wins(one: Outcome, other: Outcome, strictest: Outcome) -> None:
    open_condition = (requirement("be careful"),)
    rules = [rule("one", "", one, requirements=open_condition), rule("other", "", other, requirements=open_condition)]
    expected = {"allowed": "allowed_if"}.get(strictest, strictest)
    assert {decide(policy(*order), known()).outcome for order in permutations(rules)} == {expected}


def test_a_prohibition_beats_a_permission_and_the_conflict_is_reported() -> None:
    secret = rule("secret", "data=secret", "not_allowed")
    decision = decide(policy(CONTRACT, secret), known("terms=contract data=secret"))
    assert (decision.outcome, decision.rules) == ("not_allowed", ("secret",))
    assert decision.conflicts == (("contract", "secret"),)


def test_there_is_no_conflict_when_one_gives_way() -> None:
    secret = rule("secret", "data=secret", "not_allowed", overrides=("contract",))
    decision = decide(policy(CONTRACT, secret), known("terms=contract data=secret"))
    assert (decision.outcome, decision.conflicts) == ("not_allowed", ())


def test_a_rule_that_overrides_can_be_the_milder_one() -> None:
    official = rule("official", "agreed=yes", "allowed_if", overrides=("consumer",))
    decision = decide(policy(CONSUMER, official), known("terms=consumer agreed=yes"))
    assert (decision.outcome, decision.rules) == ("allowed", ("official",))


def test_a_rule_gives_way_only_to_one_that_holds() -> None:
    official = rule("official", "agreed=yes", "allowed_if", overrides=("consumer",))
    assert outcome((CONSUMER, official), "terms=consumer agreed=no") == "not_allowed"
    assert outcome((CONSUMER, official), "terms=consumer") == "not_allowed"


def test_two_rules_with_the_same_outcome_both_have_a_say() -> None:
    secret = rule("secret", "data=secret", "not_allowed")
    decision = decide(policy(CONSUMER, secret), known("terms=consumer data=secret"))
    assert (decision.rules, decision.reason) == (("consumer", "secret"), words("because of consumer"))


def test_the_conditions_of_two_yesses_add_up() -> None:
    recruit = rule("recruit", "purpose=decide", "allowed_if", requirements=(requirement("have people decide"),))
    decision = decide(policy(recruit, CONTRACT), known("terms=contract purpose=decide"))
    assert decision.outcome == "allowed_if"
    assert lines(decision) == [("have people decide", "unknown"), ("agree", "unknown")]


# ------------------------------------------------------------------------------------------------ what is not known


SECRET = rule("secret", "data=secret", "not_settled", reservation="nothing secret goes in")


def test_a_yes_carries_a_reservation_for_a_stricter_rule_that_may_hold() -> None:
    decision = decide(policy(SECRET, CONTRACT), known("terms=contract agreed=yes"))
    assert decision.outcome == "allowed_if"
    assert lines(decision) == [("agree", "met"), ("nothing secret goes in", "unknown")]
    assert decision.requirements[1].basis == (basis("A-secret"),)


def test_a_rule_that_does_not_hold_needs_no_reservation() -> None:
    decision = decide(policy(SECRET, CONTRACT), known("terms=contract agreed=yes data=public"))
    assert (decision.outcome, lines(decision)) == ("allowed", [("agree", "met")])


def test_a_no_needs_no_reservation() -> None:
    decision = decide(policy(SECRET, CONSUMER), known("terms=consumer"))
    assert (decision.outcome, decision.requirements) == ("not_allowed", ())


def test_what_was_said_but_not_understood_is_asked_instead_of_reserved() -> None:
    facts = known("terms=contract").including("data", FactValue(unclear=True))
    decision = decide(policy(SECRET, CONTRACT), facts)
    assert decision.outcome == "depends"
    assert branched(decision) == {"public": "allowed_if", "personal": "allowed_if", "secret": "not_settled"}


def test_without_a_reservation_a_stricter_rule_that_may_hold_is_asked_about() -> None:
    secret = rule("secret", "sandbox=no", "not_allowed")
    decision = decide(policy(secret, CONTRACT), known("terms=contract agreed=yes"))
    assert (decision.outcome, branched(decision)) == ("depends", {"yes": "allowed", "no": "not_allowed"})


def test_what_decides_between_yes_and_no_is_asked_with_every_branch() -> None:
    decision = decide(policy(*TERMS), known("tool=chat-business"))
    assert decision == Decision(
        modality="permission",
        duty=None,
        outcome="depends",
        rules=("terms-unknown",),
        reason=words("because of terms-unknown"),
        basis=(basis("A-terms-unknown"),),
        branches=(
            Branch(fact="terms", value="consumer", outcome="not_allowed"),
            Branch(fact="terms", value="contract", outcome="allowed_if"),
            Branch(fact="terms", value="government", outcome="not_settled"),
        ),
    )


def test_the_other_facts_count_in_the_branches() -> None:
    decision = decide(policy(UNLESS_PLAY, CONTRACT), known("agreed=yes sandbox=no"))
    assert branched(decision) == {"consumer": "not_allowed", "contract": "allowed", "government": "not_settled"}


def test_a_value_that_was_denied_is_no_branch() -> None:
    assert branched(decide(policy(*TERMS), known("terms=!consumer"))) == {
        "contract": "allowed_if",
        "government": "not_settled",
    }


def test_an_ambiguous_name_branches_into_what_it_can_stand_for() -> None:
    decision = decide(policy(*TERMS), known("tool=chat"))
    assert decision.outcome == "depends"
    assert decision.branches == (
        Branch(fact="tool", value="chat-free", outcome="not_allowed"),
        Branch(fact="tool", value="chat-business", outcome="allowed_if"),
    )


def test_an_ambiguous_name_does_not_stand_for_what_was_denied() -> None:
    assert branched(decide(policy(*TERMS), known("tool=chat terms=!consumer"))) == {"chat-business": "allowed_if"}


def test_an_ambiguous_name_does_not_matter_once_the_terms_are_known() -> None:
    assert outcome(TERMS, "tool=chat terms=consumer") == "not_allowed"


def test_a_no_on_every_branch_is_said_at_once_as_mildly_as_the_mildest() -> None:
    rules = (UNLESS_PLAY, rule("contract", "terms=contract", "not_allowed"))
    decision = decide(policy(*rules), known("terms=!government"))
    assert decision.outcome == "not_allowed_unless"
    assert [way.id for way in decision.exceptions] == ["play"]
    assert branched(decision) == {"consumer": "not_allowed_unless", "contract": "not_allowed"}


def test_branches_that_agree_on_no_are_not_shown() -> None:
    rules = (CONSUMER, rule("contract", "terms=contract", "not_allowed"))
    decision = decide(policy(*rules), known("terms=!government"))
    assert (decision.outcome, decision.branches) == ("not_allowed", ())


def test_an_ambiguous_name_whose_variants_all_give_no_is_a_no() -> None:
    decision = decide(policy(*TERMS), known("tool=toy"))
    assert (decision.outcome, decision.branches) == ("not_allowed", ())


def test_names_that_stand_for_each_other_are_no_circle() -> None:
    assert decide(policy(*TERMS), known("tool=loop-code")).outcome == "not_allowed"


def test_what_was_said_of_a_set_still_counts_when_its_branches_all_give_no() -> None:
    both = rule("both", "data=personal & data=secret", "not_allowed")
    public = rule("public", "data=public & !data=personal", "allowed")
    decision = decide(policy(both, public), known("data=personal"))
    assert (decision.outcome, branched(decision)) == (
        "not_settled",
        {"public": "not_settled", "secret": "not_allowed"},
    )


def test_what_was_denied_of_a_set_is_denied_in_its_branches() -> None:
    rules = (rule("secret", "data=secret", "not_allowed"), rule("personal", "data=personal", "allowed_if"))
    decision = decide(policy(*rules), known("data=!secret"))
    assert branched(decision) == {"public": "not_settled", "personal": "allowed"}


def test_a_branch_of_a_set_keeps_what_was_said() -> None:
    found = branches(policy(CONTRACT), DEFINITIONS["data"], known("terms=contract data=personal"), "permission", None)
    assert [branch.value for branch in found] == ["public", "secret"]


@pytest.mark.parametrize("facts", ["terms=contract agreed=no", "tool=chat", "terms=consumer", "data=secret", ""])
def test_the_order_of_the_rules_does_not_matter(facts: str) -> None:
    rules = (UNLESS_PLAY, CONTRACT, SECRET, rule("play", "sandbox=yes", "allowed_if", overrides=("secret",)))
    found = [decide(policy(*order), known(facts)) for order in permutations(rules)]
    assert len({decision.outcome for decision in found}) == 1
    assert len({frozenset(decision.rules) for decision in found}) == 1


def test_a_requirement_that_is_known_to_be_unmet_counts_where_its_rule_may_hold() -> None:
    personal = rule("personal", "data=personal", requirements=(requirement("in a sandbox", "sandbox=yes"),))
    decision = decide(policy(CONTRACT, personal), known("terms=contract agreed=yes sandbox=no"))
    assert decision.outcome != "allowed"


# ------------------------------------------------------------------------------------------------------------ duties

ANALYSIS = rule("analysis", "", "required", duty="analysis")
DISCLOSE = rule("disclose", "", "required_if", duty="disclose", requirements=(requirement("published", "agreed=yes"),))


def test_a_duty_is_a_topic_of_its_own() -> None:
    rules = policy(ANALYSIS, DISCLOSE, CONSUMER)
    assert decide(rules, known("terms=consumer"), "duty", "analysis").outcome == "required"
    assert decide(rules, known("terms=consumer"), "duty", "disclose").outcome == "required_if"
    assert decide(rules, known("terms=consumer"), "duty", "training").outcome == "not_settled"
    assert decide(rules, known("terms=contract")).outcome == "not_settled"


@pytest.mark.parametrize(("facts", "state"), [("", "unknown"), ("agreed=yes", "met"), ("agreed=no", "unmet")])
def test_the_condition_of_a_duty_keeps_its_state_and_the_duty_its_outcome(facts: str, state: str) -> None:
    decision = decide(policy(DISCLOSE), known(facts), "duty", "disclose")
    assert (decision.outcome, lines(decision)) == ("required_if", [("published", state)])


@pytest.mark.parametrize(
    ("one", "other", "strictest"),
    [
        ("recommended", "not_required", "recommended"),
        ("recommended", "required_if", "required_if"),
        ("required_if", "required", "required"),
        ("not_settled", "recommended", "recommended"),
    ],
)
def test_the_most_demanding_duty_wins(one: Outcome, other: Outcome, strictest: Outcome) -> None:
    rules = [rule("one", "", one, duty="training"), rule("other", "", other, duty="training")]
    for order in permutations(rules):
        assert decide(policy(*order), known(), "duty", "training").outcome == strictest
