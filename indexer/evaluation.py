"""How good a ranking is: nDCG, recall and reciprocal rank against relevance judgments, with bootstrap intervals."""

from collections.abc import Collection, Mapping, Sequence
from math import log2
from typing import NamedTuple

import numpy as np

Run = Mapping[str, Sequence[str]]
"""Per question the ids that were found, best first."""

Qrels = Mapping[str, Collection[str]]
"""Per question the ids that are relevant."""


class Quality(NamedTuple):
    """Measures of one question, or their means over a set; all from 0 to 1."""

    ndcg_10: float
    recall_5: float
    recall_20: float
    mrr: float


class Interval(NamedTuple):
    """A mean with the bounds of its 95 % interval."""

    mean: float
    low: float
    high: float


def ndcg(ranking: Sequence[str], relevant: Collection[str], k: int) -> float:
    """The normalised discounted cumulative gain of the first `k` (Järvelin and Kekäläinen, TOIS 2002)."""
    gain = sum(1 / log2(rank + 1) for rank, found in enumerate(ranking[:k], start=1) if found in relevant)
    best = sum(1 / log2(rank + 1) for rank in range(1, min(k, len(relevant)) + 1))
    return gain / best if best else 0.0


def recall(ranking: Sequence[str], relevant: Collection[str], k: int) -> float:
    """The share of `relevant` among the first `k`."""
    return len(set(ranking[:k]) & set(relevant)) / len(relevant) if relevant else 0.0


def reciprocal_rank(ranking: Sequence[str], relevant: Collection[str]) -> float:
    """One over the rank of the first relevant id; 0 when there is none."""
    return next((1 / rank for rank, found in enumerate(ranking, start=1) if found in relevant), 0.0)


def evaluate(run: Run, qrels: Qrels) -> dict[str, Quality]:
    """The measures of every question in `qrels`; one that is not in `run` found nothing."""
    return {question: _quality(run.get(question, ()), relevant) for question, relevant in qrels.items()}


def mean(qualities: Collection[Quality]) -> Quality:
    """The mean of every measure; raises ZeroDivisionError for no questions."""
    return Quality(*(sum(values) / len(qualities) for values in zip(*qualities, strict=True)))


def paired_bootstrap(ours: Sequence[float], theirs: Sequence[float], samples: int = 10_000, seed: int = 1) -> Interval:
    """The mean difference over the same questions, with the percentile interval of `samples` resamplings.

    Sakai, "Evaluating evaluation metrics based on the bootstrap", SIGIR 2006.
    """
    differences = np.asarray(ours, dtype=np.float64) - np.asarray(theirs, dtype=np.float64)
    picks = np.random.default_rng(seed).integers(len(differences), size=(samples, len(differences)))
    low, high = np.quantile(differences[picks].mean(axis=1), (0.025, 0.975))
    return Interval(float(differences.mean()), float(low), float(high))


def _quality(ranking: Sequence[str], relevant: Collection[str]) -> Quality:
    return Quality(
        ndcg(ranking, relevant, 10),
        recall(ranking, relevant, 5),
        recall(ranking, relevant, 20),
        reciprocal_rank(ranking, relevant),
    )
