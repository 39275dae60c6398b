"""What the bot does not take for granted: tasks it does not know, steps not taken, high risk in other words."""

from datetime import date

import pytest

from bot.answering import Answerer
from bot.questions import Question

TODAY = date(2026, 11, 23)


def outcome(answerer: Answerer, text: str, *thread: str) -> str:
    answer = answerer.answer(Question(text=text, today=TODAY, thread=thread))
    assert answer.decision is not None
    return answer.decision.outcome


@pytest.mark.parametrize(
    "text",
    [
        "Mag ik vlam-chat gebruiken?",
        "Mag ik met vlam-chat een brief herschrijven?",
        "May I use vlam-chat to summarise a public report?",
        "Mag ik vlam-chat een presentatie over fraude laten maken?",
        "Mag onze interne chatbot de spelling van een besluit over een bezwaar nakijken?",
    ],
)
def test_ordinary_work_in_a_government_service_is_allowed_under_conditions(answerer: Answerer, text: str) -> None:
    assert outcome(answerer, text) == "allowed_if"


@pytest.mark.parametrize(
    "text",
    [
        "Mag ik met vlam-chat schooluitval berekenen?",
        "Mag VLAM de waterkering aansturen?",
        "May vlam-chat steer the traffic lights?",
    ],
)
def test_a_task_that_no_cue_knows_is_asked_about(answerer: Answerer, text: str) -> None:
    assert outcome(answerer, text) == "depends"


@pytest.mark.parametrize(
    "text",
    [
        "Mag vlam-chat sollicitanten rangschikken?",
        "Mag onze interne chatbot beslissen wie een uitkering krijgt?",
        "May vlam-chat decide which objections we reject?",
        "Mag VLAM emoties herkennen bij een hoorzitting?",
    ],
)
def test_high_risk_in_a_government_service_is_not_allowed(answerer: Answerer, text: str) -> None:
    assert outcome(answerer, text) == "not_allowed"


@pytest.mark.parametrize(
    "text",
    [
        "De risicoanalyse voor M365 Copilot loopt nog. Mag ik het al gebruiken?",
        "Onze CISO heeft M365 Copilot uitgezet. Mag ik het toch gebruiken?",
        "May we use M365 Copilot before the risk assessment is finished?",
        "Mag M365 Copilot gebruikt worden als niemand de uitkomst nakijkt?",
    ],
)
def test_a_step_that_is_not_taken_stands_in_the_way(answerer: Answerer, text: str) -> None:
    assert outcome(answerer, text) == "not_allowed_unless"


def test_a_contract_does_not_follow_into_another_tool(answerer: Answerer) -> None:
    thread = "Wij hebben een contract voor ChatGPT Enterprise. Mag ik het gebruiken?"
    assert outcome(answerer, "En Claude?", thread) == "not_allowed_unless"


def test_only_open_models_can_be_run_by_oneself(answerer: Answerer) -> None:
    assert outcome(answerer, "Mag ik ChatGPT lokaal installeren?") == "not_allowed_unless"
    assert outcome(answerer, "Mag ik Llama lokaal draaien?") == "allowed_if"
