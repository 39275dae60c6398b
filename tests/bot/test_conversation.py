"""What a thread has established; the last question leans on the ones before it."""

import pytest

from bot.answer import Answer
from bot.answering import Answerer
from bot.conversation import Case
from bot.questions import Question
from knowledge.truth import Truth
from tests.bot.conftest import TODAY

CLAUDE_WITH_DATA = "Mag ik persoonsgegevens in Claude zetten?"


def case(answerer: Answerer, *thread: str) -> Case:
    *earlier, text = thread
    return answerer.case_of(Question(text=text, thread=tuple(earlier), today=TODAY))


def answer(answerer: Answerer, *thread: str) -> Answer:
    *earlier, text = thread
    return answerer.answer(Question(text=text, thread=tuple(earlier), today=TODAY))


def outcome(answered: Answer) -> str | None:
    return answered.decision.outcome if answered.decision is not None else None


@pytest.mark.parametrize(
    "thread",
    [
        ("Mag ik ChatGPT gebruiken met een contract?", "En Claude?"),
        ("May I use ChatGPT with a contract?", "What about Claude?"),
    ],
)
def test_another_tool_drops_the_terms_of_the_first(answerer: Answerer, thread: tuple[str, ...]) -> None:
    first, second = answer(answerer, thread[0]), answer(answerer, *thread)
    assert (first.facts["terms"], outcome(first)) == ("contract", "allowed_if")
    assert (second.facts["tool"], second.facts["terms"]) == ("claude", "consumer")
    assert outcome(second) == "not_allowed_unless"


def test_another_tool_keeps_the_data(answerer: Answerer) -> None:
    facts = case(answerer, CLAUDE_WITH_DATA, "En vlam-chat?").facts
    assert facts["data"].included == {"personal"}


def test_the_tool_holds_until_another_is_named(answerer: Answerer) -> None:
    assert [tool.id for tool in case(answerer, "Mag ik Claude gebruiken?", "En om te vertalen?").tools] == ["claude"]


@pytest.mark.parametrize("further", ["En met openbare gegevens?", "And with public data?"])
def test_other_data_replace_the_earlier_data(answerer: Answerer, further: str) -> None:
    assert case(answerer, CLAUDE_WITH_DATA, further).facts["data"].included == {"public"}


@pytest.mark.parametrize(
    ("first", "further"),
    [
        (CLAUDE_WITH_DATA, "De namen haal ik eruit."),
        (CLAUDE_WITH_DATA, "En zonder persoonsgegevens?"),
        ("May I paste personal data into Claude?", "And without names?"),
    ],
)
def test_data_that_are_taken_out_are_no_longer_known(answerer: Answerer, first: str, further: str) -> None:
    assert outcome(answer(answerer, first)) == "not_allowed"
    assert case(answerer, first, further).facts["data"].has("personal") is Truth.UNKNOWN
    assert outcome(answer(answerer, first, further)) == "not_allowed_unless"


@pytest.mark.parametrize(
    ("thread", "outcomes"),
    [
        (("Mag ik Claude gebruiken?", "En als ik er persoonsgegevens in zet?"), "not_allowed"),
        (("Mag ik Claude gebruiken?", "Maar als we een contract hebben?"), "allowed_if"),
        (("May I use Claude?", "And what if our organisation has a contract?"), "allowed_if"),
        (("May I use Claude?", "And if I put personal data in it?"), "not_allowed"),
    ],
)
def test_a_condition_asks_the_same_again(answerer: Answerer, thread: tuple[str, ...], outcomes: str) -> None:
    assert outcome(answer(answerer, *thread)) == outcomes


@pytest.mark.parametrize(
    ("thread", "tool"),
    [
        (("Mag ik Copilot gebruiken?", "De betaalde versie in Word"), "m365-copilot"),
        (("Mag ik Copilot gebruiken?", "De gratis versie in Windows"), "copilot-free"),
        (("May I use Copilot?", "The free one in Windows"), "copilot-free"),
        (("May I use Copilot?", "With my work account"), "copilot-chat"),
        (("Mag ik Gemini gebruiken?", "In Google Workspace"), "gemini-workspace"),
    ],
)
def test_a_variant_is_clarified(answerer: Answerer, thread: tuple[str, ...], tool: str) -> None:
    first, second = answer(answerer, thread[0]), answer(answerer, *thread)
    assert (first.status, second.status) == ("needs_facts", "answered")
    assert second.facts["tool"] == tool


@pytest.mark.parametrize(
    ("further", "kind"),
    [
        ("Wie ben jij?", "meta"),
        ("Dank je", "meta"),
        ("Wat wordt het weer morgen?", "out_of_scope"),
        ("qwrt zxcvb plmkn fghjk", "out_of_scope"),
    ],
)
def test_a_question_about_something_else_stands_by_itself(answerer: Answerer, further: str, kind: str) -> None:
    answered = answer(answerer, CLAUDE_WITH_DATA, further)
    assert (answered.kind, answered.decision, answered.facts) == (kind, None, {})


def test_information_asked_in_between_does_not_end_the_case(answerer: Answerer) -> None:
    thread = (CLAUDE_WITH_DATA, "Wat is vlam-chat?", "En mag het daarmee wel?")
    answered = answer(answerer, *thread)
    assert (answered.facts["tool"], answered.facts["data"]) == ("vlam-chat", ["personal"])
    assert outcome(answered) == "allowed_if"


def test_a_duty_may_be_asked_of_the_tool_of_the_thread(answerer: Answerer) -> None:
    answered = answer(answerer, "Mag ik Copilot Chat gebruiken?", "Moet ik dan een DPIA doen?")
    assert answered.decision is not None
    assert (answered.decision.modality, answered.facts["tool"]) == ("duty", "copilot-chat")


def test_a_named_standpoint_holds_in_the_thread(answerer: Answerer) -> None:
    answered = answer(answerer, "Mag ik ChatGPT gebruiken onder het standpunt van 2023?", "En Claude?")
    assert answered.standpoint.id == "2023-voorlopig"


def test_an_unknown_tool_may_get_its_terms_later(answerer: Answerer) -> None:
    answered = answer(answerer, "Mag ik JuriBot gebruiken?", "We hebben er een contract voor")
    assert (outcome(answered), answered.gap is not None and answered.gap.tool) == ("allowed_if", "JuriBot")


def test_the_last_question_chooses_the_language(answerer: Answerer) -> None:
    assert answer(answerer, "Mag ik Claude gebruiken?", "And with personal data?").language == "en"
