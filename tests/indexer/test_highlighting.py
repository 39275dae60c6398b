"""Sentences: where they end, and which one answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis import Analyzer
from indexer.highlighting import highlight, sentences


@pytest.mark.parametrize(
    "expected",
    [
        ["Dit mag niet.", "Dat wel."],
        ["Zie art. 5 en nr. 1098, p. 3.", "Meer staat er niet."],
        ["Denk aan o.a. Copilot en m.b.t. DPIA's aan risico's.", "Einde."],
        ["Mag het?", "Ja!", "Wel opletten…", "Goed."],
        ["De brief (26 643, nr. 1125) is van J. Jansen en drs. Bos.", "Die is oud."],
        ["Het begon in 2023.", "De rest volgde."],
        ["1. Kennisnemen van de brief.", "2. Akkoord gaan."],
        ["'Nee, tenzij.'", "'Ja, mits.'"],
        ["Zie https://example.nl/a.b?c=D. voor meer.", "Klaar."],
        ["State of the art.", "No more."],
        ["zonder punt"],
        [],
    ],
)
def test_sentences_end_where_a_reader_ends_them(expected: list[str]) -> None:
    assert [sentence.text for sentence in sentences(" ".join(expected))] == expected


@given(st.text(alphabet="Ab .!?'(1\n"))
def test_sentences_are_stretches_of_the_text_and_lose_no_letter(text: str) -> None:
    found = sentences(text)
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in found)
    assert "".join("".join(sentence.text for sentence in found).split()) == "".join(text.split())


def _terms_of(sentence: str) -> set[tuple[str, str]]:
    return {(token.field, token.term) for token in Analyzer("nl").tokens(sentence)}


def test_the_sentence_with_the_heaviest_terms_is_taken_and_the_first_of_equals() -> None:
    text = "Een chatbot. Een chatbot lekt. Een chatbot lekt."
    weights = {("word", "chatbot"): 1.0, ("word", "lekt"): 2.0}
    best = highlight(text, weights, _terms_of)  # type: ignore[arg-type]
    assert best is not None
    assert (best.text, best.start) == ("Een chatbot lekt.", 13)
    assert highlight("", weights, _terms_of) is None  # type: ignore[arg-type]
