"""Under which facts a case is decided: stated, registered, recorded by the own organisation, or assumed."""

from pathlib import Path

import pytest

from bot.answer import Answer
from bot.answering import Answerer
from bot.bootstrap import build_index, open_answerer
from bot.cases import given_facts, resolved_tool
from bot.questions import Question
from bot.settings import Settings
from knowledge.base import KnowledgeBase
from tests.bot.conftest import SECRET, TODAY


def ask(answerer: Answerer, text: str, **given: tuple[str, ...]) -> Answer:
    return answerer.answer(Question(text=text, given=given, today=TODAY))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Mag je ChatGPT gebruiken?", "consumer"),
        ("Mag ik ChatGPT gebruiken met een contract van onze organisatie?", "contract"),
        ("Mag ik ChatGPT Enterprise gebruiken?", "contract"),
        ("Mag ik de gratis versie van vlam-chat gebruiken?", "government"),
        ("May I use Copilot Chat?", "contract"),
        ("Mag ik Llama gebruiken?", "self_hosted"),
        ("Mag ik Copilot gebruiken zonder contract?", "consumer"),
        ("Mag ik ChatGPT Plus gebruiken?", "consumer"),
    ],
)
def test_terms_are_as_stated_where_the_register_leaves_room(answerer: Answerer, text: str, terms: str) -> None:
    assert ask(answerer, text).facts["terms"] == terms


def test_contradictory_terms_are_unknown_even_where_the_register_has_terms(answerer: Answerer) -> None:
    answered = ask(answerer, "Een gratis versie met een zakelijk contract van Claude, mag dat?")
    assert "terms" not in answered.facts
    assert answered.status == "needs_facts"


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("Mag ik Gemini gebruiken met een contract?", "gemini-workspace"),
        ("Mag ik Gemini gratis gebruiken?", "gemini-consumer"),
        ("Mag ik Copilot gebruiken?", "copilot"),
    ],
)
def test_stated_terms_single_out_the_variant(answerer: Answerer, text: str, tool: str) -> None:
    assert ask(answerer, text).facts["tool"] == tool


def test_terms_that_several_variants_share_single_out_none(base: KnowledgeBase) -> None:
    copilot = base.tools.get("copilot")
    assert copilot is not None
    facts = given_facts(base, {"terms": ("contract",)})
    assert resolved_tool(base, copilot, facts).id == "copilot"


def test_a_value_by_button_counts_and_may_be_denied(base: KnowledgeBase) -> None:
    facts = given_facts(base, {"data": ("internal", "!personal")})
    assert facts["data"].included == {"internal"}
    assert facts["data"].excluded == {"personal"}
    assert facts["data"].source == "button"


@pytest.mark.parametrize("given", [{"colour": ("red",)}, {"terms": ("free",)}, {"tool": ("abacus",)}])
def test_a_fact_or_value_that_does_not_exist_is_an_error(
    base: KnowledgeBase, given: dict[str, tuple[str, ...]]
) -> None:
    with pytest.raises(KeyError):
        given_facts(base, given)


def test_a_tool_by_button_replaces_the_tool_and_the_terms_of_the_words(answerer: Answerer) -> None:
    answered = ask(answerer, "Mag ik Copilot gratis gebruiken?", tool=("copilot-chat",))
    assert (answered.facts["tool"], answered.facts["terms"]) == ("copilot-chat", "contract")


def test_what_was_not_said_is_assumed_and_said_to_be(answerer: Answerer) -> None:
    decision = ask(answerer, "Mag ik Claude gebruiken?").decision
    assert decision is not None
    assert [(assumed.fact, assumed.value) for assumed in decision.assumptions] == [
        ("organisation", "rijk"),
        ("purpose", "daily_work"),
    ]


def test_what_was_said_is_not_assumed(answerer: Answerer) -> None:
    decision = ask(answerer, "Ik werk bij een gemeente, mag ik Claude gebruiken om te vertalen?").decision
    assert decision is not None
    assert decision.assumptions == ()


REGISTER = """\
- {tool: claude, status: approved, terms: contract}
- {tool: vlam-chat, status: forbidden}
- {tool: midjourney, status: under_review}
- {tool: copilot-chat, status: approved_for, purposes: [translate]}
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """An answerer for an organisation with a register of its own."""
    data = tmp_path_factory.mktemp("own")
    file = data / "register.yaml"
    file.write_text(REGISTER, encoding="utf-8")
    settings = Settings(data=data, secret=SECRET, MAGDAT_REGISTER=file)
    build_index(settings)
    return open_answerer(settings)


def states(answered: Answer) -> dict[str, str]:
    assert answered.decision is not None
    return {line.text: line.state for line in answered.decision.conditions}


def test_the_own_register_fills_in_the_terms_and_the_steps_behind_an_approval(own: Answerer) -> None:
    answered = ask(own, "Mag ik Claude gebruiken?")
    assert answered.decision is not None
    assert answered.decision.outcome in ("allowed", "allowed_if")
    assert answered.facts["terms"] == "contract"
    assert (answered.facts["org_decision"], answered.facts["risk_analysis"]) == ("yes", "yes")
    assert "met" in states(answered).values()


@pytest.mark.parametrize("text", ["Mag ik vlam-chat gebruiken?", "May I use vlam-chat?"])
def test_what_the_own_register_forbids_is_not_allowed(own: Answerer, text: str) -> None:
    decision = ask(own, text).decision
    assert decision is not None
    assert decision.outcome == "not_allowed"


def test_what_the_own_register_still_reviews_is_not_allowed_yet(own: Answerer) -> None:
    decision = ask(own, "Mag ik Midjourney gebruiken?").decision
    assert decision is not None
    assert decision.outcome in ("not_allowed", "not_allowed_unless")


def test_an_approval_for_one_purpose_is_none_for_another(own: Answerer) -> None:
    translating = ask(own, "Mag ik Copilot Chat gebruiken om te vertalen?").decision
    coding = ask(own, "Mag ik Copilot Chat gebruiken om te programmeren?").decision
    assert translating is not None
    assert coding is not None
    assert translating.outcome in ("allowed", "allowed_if")
    assert coding.outcome not in ("allowed", "allowed_if")


def test_a_tool_outside_the_own_register_is_decided_as_before(own: Answerer, answerer: Answerer) -> None:
    here, there = (ask(one, "Mag ik Grok gebruiken?").decision for one in (own, answerer))
    assert here is not None
    assert there is not None
    assert here.outcome == there.outcome


def test_a_register_may_be_a_table(tmp_path: Path) -> None:
    file = tmp_path / "register.csv"
    file.write_text("tool,status,terms,purposes\nclaude,forbidden,,\n", encoding="utf-8")
    settings = Settings(data=tmp_path / "data", secret=SECRET, MAGDAT_REGISTER=file)
    build_index(settings)
    decision = ask(open_answerer(settings), "Mag ik Claude gebruiken?").decision
    assert decision is not None
    assert decision.outcome == "not_allowed"
