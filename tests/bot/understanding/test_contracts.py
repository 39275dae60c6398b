"""Whose contract a question speaks of, and whether it is there."""

import pytest

from bot.answering import Answerer


def terms_read(answerer: Answerer, text: str) -> tuple[set[str], set[str]]:
    terms = answerer.reader.read(text).facts.get("terms")
    return (set(), set()) if terms is None else (set(terms.included), set(terms.excluded))


@pytest.mark.parametrize(
    "text",
    [
        "Wij hebben een contract voor ChatGPT. Mag ik het gebruiken?",
        "Mag ik ChatGPT gebruiken als onze afdeling een zakelijk contract heeft?",
        "Our ministry has a contract with OpenAI. May I use ChatGPT?",
        "Mag ik Claude gebruiken onder onze raamovereenkomst?",
    ],
)
def test_a_contract_for_the_tool_counts(answerer: Answerer, text: str) -> None:
    assert terms_read(answerer, text)[0] == {"contract"}


@pytest.mark.parametrize(
    "text",
    [
        "We hebben een contract met Microsoft. Mag je ChatGPT gebruiken?",
        "Wij hebben een contract voor Copilot. Mag ik ook ChatGPT gebruiken?",
        "Een ander ministerie heeft een contract voor ChatGPT. Mag ik het gebruiken?",
        "Mag ik het contract met de schoonmaker door ChatGPT laten samenvatten?",
        "We have a contract with a cleaning company. May ChatGPT summarise it?",
        "Ik heb een tijdelijk contract bij de gemeente. Mag je ChatGPT gebruiken?",
        "Our contract manager wants to use ChatGPT. Is that allowed?",
    ],
)
def test_a_contract_for_something_else_does_not(answerer: Answerer, text: str) -> None:
    assert "contract" not in terms_read(answerer, text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "We hebben nog geen contract voor ChatGPT. Mag ik het gebruiken?",
        "Een contract voor ChatGPT hebben we nog niet. Mag ik het toch gebruiken?",
        "Ons contract voor ChatGPT is verlopen. Mag ik het nog gebruiken?",
        "Volgend jaar sluiten we een contract voor ChatGPT. Mag ik het nu al gebruiken?",
        "There is no contract for ChatGPT yet. May I use it?",
    ],
)
def test_a_contract_that_is_not_there_does_not(answerer: Answerer, text: str) -> None:
    assert "contract" not in terms_read(answerer, text)[0]
