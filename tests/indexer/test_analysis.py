"""From text to terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis import Analyzer, normalise, terms
from indexer.compounds import Compounds, lexicon


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mag ik ChatGPT gebruiken?", ["chatgpt", "gebruik"]),
        ("de ARBIT-2022 en M365", ["arbit", "2022", "m365"]),
        ("gpt-4o", ["gpt", "4o"]),
        ("DPIA's", ["dpia"]),
        ("DPIA’s", ["dpia"]),
        ("AI-verordening", ["ai", "verorden"]),
        ("26.000 ambtenaren", ["26.000", "ambtenar"]),
        ("cafe\u0301 Café", ["caf", "caf"]),
        ("ﬁnancieel", ["financieel"]),
        ("Rijksorganisaties", ["rijksorganisaties"]),
        ("de het een", []),
        ("", []),
    ],
)
def test_words_are_normalised_and_stemmed(text: str, words: list[str]) -> None:
    assert [token.term for token in Analyzer("nl").words(text)] == words


def test_english_has_its_own_stop_words_and_stems() -> None:
    assert [token.term for token in Analyzer("en").words("May I use the regulations?")] == ["use", "regul"]


def test_a_compound_gives_its_parts_in_a_field_of_its_own() -> None:
    analyzer = Analyzer("nl", Compounds({"persoon", "gegevens"}))
    tokens = analyzer.tokens("persoonsgegevens")
    assert terms(tokens, "word") == ["persoonsgegeven"]
    assert terms(tokens, "part") == ["person", "gegeven"]  # stems
    assert terms(tokens, "gram")[:3] == ["_pers", "perso", "ersoo"]


def test_a_word_that_is_no_compound_is_its_own_part() -> None:
    assert terms(Analyzer("nl").tokens("beleid"), "part") == ["beleid"]


def test_a_short_word_is_one_run_of_letters() -> None:
    assert terms(Analyzer("nl").tokens("AI"), "gram") == ["_ai_"]


@given(st.text())
def test_a_token_points_to_the_words_it_stands_for(text: str) -> None:
    for token in Analyzer("nl").words(text):
        assert 0 <= token.start < token.end <= len(text)
        again = [found.term for found in Analyzer("nl").words(text[token.start : token.end])]
        assert again == [token.term]


@given(st.text())
def test_normalising_twice_is_normalising_once(word: str) -> None:
    once = normalise(word)
    assert normalise(once) in (once, once.removesuffix("'s"))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("persoonsgegevens", ("persoon", "gegevens")),
        ("overheidsorganisaties", ("overheid", "organisaties")),
        ("gegevensbeschermingseffectbeoordeling", ("gegevens", "bescherming", "effect", "beoordeling")),
        ("organisaties", ()),
        ("gegevens2", ()),
        ("onbekendwoord", ()),
    ],
)
def test_compounds_are_taken_apart_into_known_words(word: str, parts: tuple[str, ...]) -> None:
    known = {"persoon", "gegevens", "overheid", "organisaties", "bescherming", "effect", "beoordeling"}
    assert Compounds(known).parts(word) == parts


def test_the_lexicon_has_longer_words_of_at_least_two_passages() -> None:
    assert lexicon([["beleid", "ai", "eens"], ["beleid", "ai", "m365"]]) == {"beleid"}
