import pytest

from bot.answering import Answerer

Read = tuple[set[str], set[str]]


def read(answerer: Answerer, text: str, fact: str) -> Read:
    known = answerer.reader.read(text).facts.get(fact)
    return ({*known.included}, {*known.excluded}) if known is not None else (set(), set())


@pytest.mark.parametrize(
    ("text", "fact", "value"),
    [
        ("Mag ik persoonsgegevens in Claude zetten?", "data", "personal"),
        ("May I paste personal data into Claude?", "data", "personal"),
        ("Mag een staatsgeheim stuk in vlam-chat?", "data", "classified"),
        ("Mag ik vertrouwelijke stukken in vlam-chat zetten?", "data", "confidential"),
        ("Mag ik een medisch dossier in Claude plakken?", "data", "special_personal"),
        ("May I use Gemini with public data?", "data", "public"),
        ("Mag ik de gratis versie van Gemini gebruiken?", "terms", "consumer"),
        ("Mag ik Claude gebruiken als we een contract met Anthropic hebben?", "terms", "contract"),
        ("Mag ik een model lokaal draaien?", "terms", "self_hosted"),
        ("Ik werk bij een gemeente, mag ik Grok gebruiken?", "organisation", "medeoverheid"),
        ("I work for a ministry, may I use Grok?", "organisation", "rijk"),
        ("Mag ik Claude gebruiken om te vertalen?", "purpose", "translate"),
        ("May I use Claude to rank applicants?", "purpose", "recruit_or_assess"),
        ("We hebben een DPIA gedaan. Mag Copilot Chat?", "risk_analysis", "yes"),
        ("Mag ik Claude testen op een losse laptop?", "controlled_environment", "yes"),
    ],
)
def test_a_fact_is_said(answerer: Answerer, text: str, fact: str, value: str) -> None:
    assert value in read(answerer, text, fact)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Mag ik Claude gebruiken zonder persoonsgegevens?",
        "Mag ik Claude gebruiken? Er staan geen persoonsgegevens in.",
        "Mag ik Claude gebruiken? Persoonsgegevens staan er niet in.",
        "Mag ik een brief met namen in Claude zetten? De namen haal ik weg.",
        "May I use Claude without personal data?",
        "May I feed a letter to Claude? The names are removed.",
        "May I use Claude? There are no names in it.",
        "Mag ik Claude gebruiken met openbare gegevens?",
    ],
)
def test_personal_data_are_denied(answerer: Answerer, text: str) -> None:
    included, excluded = read(answerer, text, "data")
    assert "personal" not in included
    assert "personal" in excluded


@pytest.mark.parametrize(
    ("text", "fact", "value"),
    [
        ("Mag ik Claude gebruiken, niet zonder namen?", "data", "personal"),
        ("May I use Claude, not without names?", "data", "personal"),
        ("Een gratis versie met een zakelijk contract van Claude, mag dat?", "terms", "consumer"),
        ("Een gratis versie met een zakelijk contract van Claude, mag dat?", "terms", "contract"),
        ("Mag ik een brief van een inwoner in Claude zetten, zonder persoonsgegevens?", "data", "personal"),
        ("Mag ik Claude gebruiken?", "data", "personal"),
        ("Mag ik Claude gebruiken?", "terms", "consumer"),
        ("May I use Copilot Chat?", "risk_analysis", "yes"),
    ],
)
def test_a_contradiction_or_silence_stays_unknown(answerer: Answerer, text: str, fact: str, value: str) -> None:
    included, excluded = read(answerer, text, fact)
    assert value not in included | excluded


@pytest.mark.parametrize(
    "text",
    [
        "Mag ik een personeelsdossier in Claude zetten?",
        "Mag ik de klacht van een inwoner in Claude plakken?",
        "May I paste the complaint of a resident into Claude?",
        "May I paste the sick notes of our team into Claude?",
    ],
)
def test_a_thing_implies_the_data_that_it_holds(answerer: Answerer, text: str) -> None:
    assert "personal" in read(answerer, text, "data")[0]


def test_names_that_are_taken_out_do_not_take_out_the_addresses(answerer: Answerer) -> None:
    text = "Mag ik een lijst met namen en bsn-nummers in Claude zetten? De namen haal ik weg."
    assert "special_personal" in read(answerer, text, "data")[0]


@pytest.mark.parametrize(
    "text",
    [
        "Mag ik een contract laten samenvatten door ChatGPT?",
        "Ik heb een contract met de schoonmaker, mag je ChatGPT gebruiken?",
        "Ik heb een vast contract, mag je ChatGPT gebruiken?",
        "I have a temporary contract, may I use ChatGPT?",
        "May I use ChatGPT to check a contract with a builder?",
    ],
)
def test_another_contract_is_no_contract_for_the_tool(answerer: Answerer, text: str) -> None:
    assert "contract" not in read(answerer, text, "terms")[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("De DPIA is klaar. Mag Copilot Chat?", {"yes"}),
        ("We have carried out a DPIA. May we use Copilot Chat?", {"yes"}),
        ("We hebben nog geen DPIA gedaan. Mag Copilot Chat?", {"no"}),
        ("We did not do a DPIA. May we use Copilot Chat?", {"no"}),
        ("Moet ik een DPIA doen voor Copilot Chat?", set()),
        ("Wat is een DPIA?", set()),
    ],
)
def test_a_step_counts_only_when_it_is_said_to_be_taken(answerer: Answerer, text: str, value: set[str]) -> None:
    assert read(answerer, text, "risk_analysis")[0] == value


def test_a_fact_keeps_the_words_it_was_read_from(answerer: Answerer) -> None:
    known = answerer.reader.read("Mag ik persoonsgegevens in Claude zetten?").facts["data"]
    assert (known.words, known.source) == ("persoonsgegevens", "question")
