from collections.abc import Callable
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.words import Speller, clean, fold, sentences_of, words_of


def knows(*words: str) -> Callable[[str], bool]:
    return {*words}.__contains__


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Één", "een"),
        ("coördinatie", "coordinatie"),
        ("PRIVÉ", "prive"),
        ("cv's", "cvs"),
        ("cv’s", "cvs"),
        ("AI‑knop", "ai‐knop"),
        ("ﬁets", "fiets"),
        ("Straße", "strasse"),
        ("ChatGPT", "chatgpt"),
        ("２０２５", "2025"),
    ],
)
def test_spelling_variants_fold_to_one_form(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mag je ChatGPT gebruiken?", ["mag", "je", "chatgpt", "gebruiken"]),
        ("vlam-chat", ["vlam", "chat"]),
        ("e-mail/brief", ["e", "mail", "brief"]),
        ("de cv's van collega's", ["de", "cvs", "van", "collegas"]),
        ("I don't know", ["i", "dont", "know"]),
        ("snake_case_name", ["snake", "case", "name"]),
        ("GPT-4.5 in 2025", ["gpt", "4", "5", "in", "2025"]),
        ("…!?", []),
        ("", []),
        ("😀 ok", ["ok"]),
    ],
)
def test_words_are_separated_by_hyphens_and_joined_by_apostrophes(text: str, words: list[str]) -> None:
    assert [word.text for word in words_of(text)] == words


def test_a_word_knows_where_it_stood() -> None:
    text = "Zijn cv’s geheim?"
    assert [text[word.start : word.end] for word in words_of(text)] == ["Zijn", "cv’s", "geheim"]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Chat\u200bGPT", "ChatGPT"),
        ("\u202eMag ik\u202c", "Mag ik"),
        ("be\u00adleid", "beleid"),
        ("a\x00b", "ab"),
        ("\ufeffHallo", "Hallo"),
        ("een\ttwee\ndrie", "een\ttwee\ndrie"),
        ("cafe\u0301", "café"),
    ],
)
def test_invisible_characters_are_taken_out(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Hallo. Mag ik dit?", ("Hallo.", "Mag ik dit?")),
        ("Mag dit?En dat?", ("Mag dit?", "En dat?")),
        ("eerste\ntweede", ("eerste", "tweede")),
        ("Nee, ik bedoel Claude", ("ik bedoel Claude",)),
        ("yes - with a contract", ("with a contract",)),
        ("Versie 4.5 is nieuw!", ("Versie 4.5 is nieuw!",)),
        ("", ()),
    ],
)
def test_a_text_falls_apart_into_its_sentences(text: str, sentences: tuple[str, ...]) -> None:
    assert sentences_of(text) == sentences


@pytest.mark.parametrize(
    ("word", "corrected"),
    [
        ("gebuiken", "gebruiken"),
        ("gebruikne", "gebruiken"),
        ("persoongegevns", "persoonsgegevens"),
        ("allowd", "allowed"),
        ("mag", "mag"),
        ("gebruiken", "gebruiken"),
        ("xebruiken", "xebruiken"),
        ("geb2uiken", "geb2uiken"),
        ("allwe", "allwe"),
        ("fietsen", "fietsen"),
    ],
)
def test_a_slip_is_corrected_and_another_word_is_left(word: str, corrected: str) -> None:
    speller = Speller(["gebruiken", "persoonsgegevens", "allowed", "mag"], knows("fietsen"))
    assert speller.correct(word) == corrected


def test_a_known_word_is_never_taken_for_a_slip() -> None:
    assert Speller(["brieven"], knows("grieven", "brieden")).correct("brieden") == "brieden"


def test_an_inflection_of_a_long_word_is_no_slip() -> None:
    speller = Speller(["toestemming"], knows("toestemmingen", "toestemmink"))
    assert speller.correct("toestemmingen") == "toestemmingen"


@given(st.text().map(lambda text: normalize("NFKC", text)))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_every_word_stands_where_it_says(text: str) -> None:
    assert all(fold(text[word.start : word.end]) == word.text for word in words_of(text))
