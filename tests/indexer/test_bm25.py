"""The BM25 index, with rank-bm25 as the oracle."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from indexer.bm25 import BM25, Parameters, top
from indexer.errors import IndexerError
from indexer.vocabulary import Vocabulary

words = st.text(alphabet="abcé", min_size=1, max_size=3)
corpora = st.lists(st.lists(words, max_size=12), min_size=1, max_size=12).filter(any)
queries = st.lists(words, max_size=8)

CORPUS = [["mag", "chatgpt", "mag"], ["beleid", "chatgpt"], ["beleid", "risico", "risico"], ["dpia"]]


@given(corpora, queries)
def test_scores_are_those_of_rank_bm25_to_the_bit(corpus: list[list[str]], query: list[str]) -> None:
    assert np.array_equal(BM25.build(corpus).scores(query), BM25Okapi(corpus).get_scores(query))


@given(corpora, queries, st.floats(0.1, 3), st.floats(0, 0.9), st.floats(0, 1))
def test_so_they_are_with_other_parameters(
    corpus: list[list[str]], query: list[str], k1: float, b: float, epsilon: float
) -> None:
    parameters = Parameters(k1=k1, b=b, epsilon=epsilon)
    theirs = BM25Okapi(corpus, k1=k1, b=b, epsilon=epsilon).get_scores(query)
    assert np.array_equal(BM25.build(corpus, parameters).scores(query), theirs)


def test_a_term_in_most_passages_has_the_floor_for_its_idf() -> None:
    corpus = [["de", "a"], ["de", "b"], ["de", "c"], ["d"]]
    index = BM25.build(corpus)
    assert index.idf("de") == BM25Okapi(corpus).idf["de"] > 0


def test_bm25_plus_adds_its_delta_where_the_term_occurs_only() -> None:
    index = BM25.build(CORPUS, Parameters(scoring="plus", k1=1.5, b=0.75, delta=1.0))
    scores = index.scores(["dpia"])
    assert scores[:3].tolist() == [0, 0, 0]
    norm = 1.5 * (1 - 0.75 + 0.75 * 1 / (9 / 4))
    assert scores[3] == pytest.approx(np.log(5 / 1) * (1 + 2.5 / (norm + 1)))


@given(corpora, queries)
def test_what_was_saved_is_what_is_opened(
    tmp_path_factory: pytest.TempPathFactory, corpus: list[list[str]], query: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("index")
    index = BM25.build(corpus)
    index.save(folder)
    opened = BM25.open(folder)
    assert np.array_equal(opened.scores(query), index.scores(query))
    assert [opened.document_frequency(word) for word in query] == [index.document_frequency(word) for word in query]


@given(corpora, st.lists(words, max_size=4, unique=True))
def test_the_impacts_of_the_terms_add_up_to_the_score(corpus: list[list[str]], query: list[str]) -> None:
    index = BM25.build(corpus)
    for passage, score in enumerate(index.scores(query)):
        assert sum(index.impact(word, passage) for word in query) == pytest.approx(score)


def test_frequencies_are_of_passages() -> None:
    index = BM25.build(CORPUS)
    assert [index.document_frequency(word) for word in ("mag", "chatgpt", "nergens")] == [1, 2, 0]
    assert index.idf("nergens") == 0
    assert index.postings("chatgpt").passages.tolist() == [0, 1]


def test_a_corpus_without_words_scores_nothing(tmp_path: Path) -> None:
    index = BM25.build([[], []])
    index.save(tmp_path)
    assert BM25.open(tmp_path).scores(["a"]).tolist() == [0, 0]


def test_a_corpus_without_passages_is_an_error() -> None:
    with pytest.raises(IndexerError, match="there are no passages to index"):
        BM25.build([])


@given(st.lists(st.sampled_from([-1.0, 0.0, 0.5, 1.0, 2.0]), max_size=700), st.integers(0, 12))
def test_the_top_is_the_beginning_of_the_whole_ranking(values: list[float], limit: int) -> None:
    scores = np.array(values, dtype=np.float64)
    ranking = [int(position) for position in np.argsort(-scores, kind="stable") if scores[position] > 0]
    assert top(scores, limit) == ranking[:limit]


@given(st.lists(st.text(max_size=6), max_size=200), st.text(max_size=6))
def test_a_vocabulary_finds_the_words_it_has_and_no_others(known: list[str], word: str) -> None:
    vocabulary = Vocabulary.build(known)
    ordered = sorted(set(known), key=str.encode)
    assert list(vocabulary) == ordered
    assert [vocabulary.position(each) for each in ordered] == list(range(len(ordered)))
    assert (word in vocabulary) == (word in known)
    assert 3 not in vocabulary
