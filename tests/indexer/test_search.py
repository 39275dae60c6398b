"""Searching: what is found, why, and how sure one can be."""

from pathlib import Path

import pytest

from indexer.cognates import Cognates
from indexer.index import Index
from indexer.search import Searcher
from knowledge.documents import Passage
from knowledge.model import Text
from knowledge.vocabulary import Glossary, Term

TEXTS = {
    "a": "Zet geen persoonsgegevens in een chatbot. Dat is een datalek volgens art. 33 van de AVG.",
    "b": "De gemeente heeft een beleid voor algoritmes.",
    "c": "Een gegevensbeschermingseffectbeoordeling is verplicht bij hoog risico.",
    "d": "Ervaringen van ambtenaren met transparante systemen.",
    "e": "Het beleid van de gemeente over gegevens en over systemen.",
}
GLOSSARY = Glossary(
    terms=(
        Term(
            id="personal-data",
            nl=("persoonsgegevens", "persoonlijke gegevens"),
            en=("personal data",),
            definition=Text(nl="", en=""),
        ),
        Term(
            id="dpia",
            nl=("gegevensbeschermingseffectbeoordeling", "DPIA"),
            en=("DPIA",),
            definition=Text(nl="", en=""),
        ),
    )
)


def passage(name: str, text: str, document: str = "doc", headings: tuple[str, ...] = ()) -> Passage:
    return Passage(id=name, document=document, anchors=(), heading_path=headings, text=text)


OTHERS = [passage(name, text) for name, text in TEXTS.items() if name not in ("b", "e")]


@pytest.fixture(name="searcher", scope="module")
def _searcher() -> Searcher:
    return Searcher.build([passage(name, text) for name, text in TEXTS.items()], GLOSSARY)


def found(searcher: Searcher, query: str, language: str = "nl") -> list[str]:
    return [hit.passage_id for hit in searcher.search(query, "en" if language == "en" else "nl")]


def test_the_passage_with_the_words_of_the_question_comes_first(searcher: Searcher) -> None:
    assert found(searcher, "Wanneer is het een datalek?")[0] == "a"


def test_a_search_explains_itself(searcher: Searcher) -> None:
    for hit in searcher.search("beleid van de gemeente voor persoonsgegevens"):
        assert sum(share.score for share in hit.contributions) == pytest.approx(hit.score)
        assert [share.score for share in hit.contributions] == sorted(
            (share.score for share in hit.contributions), reverse=True
        )
    best = searcher.search("datalek")[0].contributions[0]
    assert (best.term, best.field) == ("datalek", "word")


def test_limit_and_nothing_found(searcher: Searcher) -> None:
    assert len(searcher.search("beleid gemeente", limit=1)) == 1
    assert searcher.search("") == ()
    assert searcher.search("qqqqq xxxxx") == ()


def test_a_heading_counts_as_words_of_the_passage() -> None:
    texts = [passage("x", "Dat mag niet."), passage("y", "Dat mag wel.", headings=("Notulen",)), passage("z", "Niets.")]
    searcher = Searcher.build(texts)
    assert found(searcher, "notulen") == ["y"]


def test_a_boost_of_nought_leaves_a_document_out() -> None:
    searcher = Searcher.build([passage("x", "beleid", "old"), passage("y", "beleid, meer", "new"), *OTHERS])
    assert [hit.passage_id for hit in searcher.search("beleid")] == ["x", "y"]
    assert [hit.passage_id for hit in searcher.search("beleid", boost={"old": 0.0})] == ["y"]
    doubled = searcher.search("beleid", boost={"new": 2.0})[0]
    assert doubled.passage_id == "y"
    assert sum(share.score for share in doubled.contributions) == pytest.approx(doubled.score)


def test_another_name_for_a_thing_finds_it(searcher: Searcher) -> None:
    assert found(searcher, "Is een DPIA nodig?")[0] == "c"


def test_an_english_phrase_finds_its_dutch_term(searcher: Searcher) -> None:
    assert found(searcher, "May I enter personal data?", "en")[0] == "a"


def test_an_english_word_finds_its_translation(searcher: Searcher) -> None:
    assert found(searcher, "Which policy does the municipality have?", "en")[0] in ("b", "e")


def test_an_english_word_finds_its_cognate(searcher: Searcher) -> None:
    assert found(searcher, "algorithms", "en") == ["b"]


def test_a_word_counts_as_its_best_translation_and_not_as_their_sum() -> None:
    glossary = Glossary(terms=(Term(id="t", nl=("schip", "boot"), en=("vessel",), definition=Text(nl="", en="")),))
    searcher = Searcher.build([passage("x", "schip"), passage("y", "schip boot"), *OTHERS], glossary)
    for hit in searcher.search("vessel", "en"):
        assert {share.term for share in hit.contributions if share.field == "word"} in (
            {"schip"},
            {"bot"},
        )


def test_coverage_is_the_share_of_the_question_that_the_passage_has(searcher: Searcher) -> None:
    (first, *_) = searcher.search("persoonsgegevens in een chatbot")
    assert searcher.coverage("persoonsgegevens in een chatbot", first) == pytest.approx(1.0)
    assert 0 < searcher.coverage("persoonsgegevens in een parkeergarage", first) < 0.6
    assert searcher.coverage("de het", first) == 0
    assert searcher.coverage("personal data in a chatbot", first, "en") == pytest.approx(1.0)


def test_words_that_occur_nowhere_are_told_as_typed(searcher: Searcher) -> None:
    assert searcher.unknown("Hoeveel kost een Parkeervergunning voor persoonsgegevens?")[-1] == "Parkeervergunning"
    assert searcher.unknown("persoonsgegevens, chatbot, DPIA") == ()


def test_the_gap_is_how_far_the_first_is_ahead(searcher: Searcher) -> None:
    hits = searcher.search("beleid gemeente")
    assert searcher.gap(hits) == pytest.approx(1 - hits[1].score / hits[0].score)
    assert (searcher.gap(hits[:1]), searcher.gap(())) == (1, 0)


def test_the_sentence_that_answers_is_highlighted(searcher: Searcher) -> None:
    (hit, *_) = searcher.search("datalek AVG")
    sentence = searcher.highlight("datalek AVG", hit)
    assert sentence.text == "Dat is een datalek volgens art. 33 van de AVG."
    assert TEXTS["a"][sentence.start : sentence.end] == sentence.text
    assert searcher.passage(hit.passage_id).id == "a"


def test_a_saved_index_finds_the_same(tmp_path: Path, searcher: Searcher) -> None:
    searcher.index.save(tmp_path)
    opened = Searcher(Index.open(tmp_path), searcher.passages, GLOSSARY)
    for query in ("persoonsgegevens van ambtenaren", "algoritmes"):
        assert opened.search(query) == searcher.search(query)
    assert opened.search("algorithms", "en") == searcher.search("algorithms", "en")


def test_a_cognate_comes_with_its_likeness() -> None:
    cognates = Cognates(Cognates.spellings(["verificatie", "transparant", "huis", "m365"]))
    assert cognates.of("verification") == (("verificatie", 1.0),)
    assert cognates.of("transparent")[0][0] == "transparant"
    assert cognates.of("zoo") == cognates.of("keyboards") == Cognates(()).of("verification") == ()
