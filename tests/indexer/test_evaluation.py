"""Measures of retrieval."""

from math import log2

import pytest

from indexer.evaluation import Quality, evaluate, mean, ndcg, paired_bootstrap, recall, reciprocal_rank


def test_a_perfect_ranking_scores_one() -> None:
    assert ndcg(["a", "b", "c"], {"a", "b"}, 10) == recall(["a", "b"], {"a", "b"}, 2) == 1
    assert reciprocal_rank(["a"], {"a"}) == 1


def test_a_relevant_passage_lower_down_counts_less() -> None:
    assert ndcg(["x", "a"], {"a"}, 10) == pytest.approx(1 / log2(3))
    assert reciprocal_rank(["x", "a"], {"a"}) == 0.5
    assert recall(["x", "a"], {"a", "b"}, 5) == 0.5


def test_what_comes_after_k_does_not_count() -> None:
    assert ndcg(["x", "a"], {"a"}, 1) == recall(["x", "a"], {"a"}, 1) == 0


def test_nothing_relevant_scores_nothing() -> None:
    assert ndcg(["a"], set(), 10) == recall(["a"], set(), 5) == reciprocal_rank(["a"], set()) == 0


def test_a_question_without_a_run_found_nothing() -> None:
    qualities = evaluate({"q1": ["a"]}, {"q1": {"a"}, "q2": {"b"}})
    assert qualities == {"q1": Quality(1, 1, 1, 1), "q2": Quality(0, 0, 0, 0)}
    assert mean(list(qualities.values())) == Quality(0.5, 0.5, 0.5, 0.5)


def test_the_interval_of_a_difference_holds_its_mean() -> None:
    interval = paired_bootstrap([1.0, 0.5, 0.7, 0.9], [0.5, 0.5, 0.6, 0.3], samples=500)
    assert interval.low <= interval.mean <= interval.high
    assert interval.mean == pytest.approx(0.3)
    assert paired_bootstrap([1.0] * 4, [0.5] * 4) == (0.5, 0.5, 0.5)
