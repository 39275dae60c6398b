"""The BM25 index: rank-bm25's corpus statistics, compiled to a sparse term × passage matrix of impacts.

An impact is the score that one occurrence of a term in a query adds to a passage. Everything but the query is known
when the index is built, so that a search only adds up columns (Anh and Moffat, "Pruned query evaluation using
pre-computed impacts", SIGIR 2006).
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexer.errors import IndexerError
from indexer.vocabulary import Vocabulary, load_array
from knowledge.model import Model

Scoring = Literal["okapi", "plus"]
Floats = NDArray[np.float64]
Positions = NDArray[np.int64]

_REMEMBERED = 8192
_BLOCK = 128
_ARRAYS = ("starts", "passages", "impacts", "idf")


class Parameters(Model):
    """What can be set about BM25; the values are those of rank-bm25.

    `okapi` is `rank_bm25.BM25Okapi`, bit for bit, with `epsilon` of the mean idf in place of a negative idf; `plus` is
    BM25+ as published, which adds `delta` where the term occurs.
    """

    scoring: Scoring = "okapi"
    k1: float = 1.5
    b: float = 0.75
    epsilon: float = 0.25
    delta: float = 1.0


def length_norm(lengths: Floats, average: float, k1: float, b: float) -> Floats:
    """How much a passage's length (in terms) slows down the effect of repetition (Robertson et al., TREC-3, 1994)."""
    return k1 * (1 - b + b * lengths / average)


def okapi_impact(frequencies: Floats, norm: Floats, idf: Floats, k1: float) -> Floats:
    """The share of a term in Okapi BM25 (Robertson et al., "Okapi at TREC-3", 1994)."""
    return idf * (frequencies * (k1 + 1) / (frequencies + norm))


def plus_impact(frequencies: Floats, norm: Floats, idf: Floats, k1: float, delta: float) -> Floats:
    """The share of a term in BM25+ (Lv and Zhai, "Lower-bounding term frequency normalization", CIKM 2011, eq. 6)."""
    return idf * (delta + frequencies * (k1 + 1) / (norm + frequencies))


def top(scores: Floats, limit: int) -> list[int]:
    """The positions of at most `limit` passages with a score above 0, best first; of equals the earlier one first."""
    if limit <= 0:
        return []
    best = scores
    if len(scores) > limit * _BLOCK:  # the best of `limit` blocks are a lower bound, and quickly found
        best = np.maximum.reduceat(scores, np.arange(0, len(scores), _BLOCK))
    least = np.partition(best, -limit)[-limit] if limit < len(best) else 0.0
    candidates = np.flatnonzero(scores >= least if least > 0 else scores > 0)
    ranked = candidates[np.argsort(-scores[candidates], kind="stable")]
    return [int(position) for position in ranked[:limit]]


class Postings(NamedTuple):
    """The passages in which a term occurs, by position in ascending order, and the impact of the term in each."""

    passages: Positions
    impacts: Floats


class BM25:
    """An index over passages, which are known by their position in the corpus (0 = first).

    `starts[t]` and `starts[t + 1]` bound the postings of term `t` of the vocabulary in `passages` and `impacts`.
    """

    def __init__(
        self, size: int, vocabulary: Vocabulary, starts: Positions, passages: Positions, impacts: Floats, idf: Floats
    ) -> None:
        self.size = size
        self.vocabulary = vocabulary
        self._arrays = {"starts": starts, "passages": passages, "impacts": impacts, "idf": idf}
        self._starts, self._passages, self._impacts, self._idf = starts.data, passages, impacts, idf
        self._position = lru_cache(_REMEMBERED)(vocabulary.position)  # the words of questions come back all the time

    @classmethod
    def build(cls, corpus: Iterable[Sequence[str]], parameters: Parameters = Parameters()) -> "BM25":
        """The index of a corpus given as one sequence of terms a passage.

        Raises IndexerError when the corpus has no passages.
        """
        counts = _count(corpus)
        if not counts.size:
            raise IndexerError("there are no passages to index", "give at least one document with a statement")
        idf = counts.idf(parameters)
        order = np.argsort(np.array([term.encode() for term in counts.terms], dtype=object), kind="stable")
        widths = np.diff(counts.starts)
        norm = length_norm(counts.lengths, counts.lengths.sum() / counts.size or 1.0, parameters.k1, parameters.b)
        frequencies, norms, idfs = counts.frequencies, norm[counts.passages], np.repeat(idf, widths)
        if parameters.scoring == "okapi":
            impacts = okapi_impact(frequencies, norms, idfs, parameters.k1)
        else:
            impacts = plus_impact(frequencies, norms, idfs, parameters.k1, parameters.delta)
        starts = np.concatenate(([0], np.cumsum(widths[order]))).astype(np.int64)
        moves = np.repeat(counts.starts[:-1][order] - starts[:-1], widths[order]) + np.arange(len(impacts))
        vocabulary = Vocabulary.build(counts.terms)
        return cls(counts.size, vocabulary, starts, counts.passages[moves], impacts[moves], idf[order])

    @classmethod
    def open(cls, folder: Path) -> "BM25":
        """The index that was saved in `folder`, memory-mapped."""
        size = json.loads((folder / "bm25.json").read_text())["passages"]
        arrays: dict[str, Any] = {name: load_array(folder / f"{name}.npy") for name in _ARRAYS}
        return cls(size, Vocabulary.open(folder), **arrays)

    def save(self, folder: Path) -> None:
        """Write the index into `folder`, which is made when it does not exist."""
        self.vocabulary.save(folder)
        for name, array in self._arrays.items():
            np.save(folder / f"{name}.npy", array)
        (folder / "bm25.json").write_text(json.dumps({"passages": self.size}) + "\n")

    def scores(self, terms: Iterable[str]) -> Floats:
        """The score of every passage for a query; a term that is repeated counts every time."""
        scores = np.zeros(self.size)
        for term in terms:
            passages, impacts = self.postings(term)
            np.add.at(scores, passages, impacts)
        return scores

    def postings(self, term: str) -> Postings:
        """Where `term` occurs, and what it adds there; empty when it occurs nowhere."""
        position = self._position(term)
        start, end = (0, 0) if position is None else (self._starts[position], self._starts[position + 1])
        return Postings(self._passages[start:end], self._impacts[start:end])

    def impact(self, term: str, passage: int) -> float:
        """What one `term` in a query adds to the score of the passage at this position."""
        passages, impacts = self.postings(term)
        place = int(np.searchsorted(passages, passage))
        return float(impacts[place]) if place < len(passages) and passages[place] == passage else 0.0

    def document_frequency(self, term: str) -> int:
        """The number of passages in which `term` occurs."""
        return len(self.postings(term).passages)

    def idf(self, term: str) -> float:
        """The inverse document frequency of `term`; 0 when it occurs nowhere."""
        position = self._position(term)
        return 0.0 if position is None else float(self._idf[position])


class _Counts(NamedTuple):
    """How often every term occurs in every passage, term by term in order of first occurrence."""

    size: int
    terms: list[str]
    lengths: Floats
    starts: Positions
    passages: Positions
    frequencies: Floats

    def idf(self, parameters: Parameters) -> Floats:
        """The idf of every term as rank-bm25 computes it; its class is asked, so that it stays the same."""
        if not self.terms:
            return np.zeros(0)
        from rank_bm25 import BM25Okapi, BM25Plus

        kind = BM25Okapi if parameters.scoring == "okapi" else BM25Plus
        model = kind.__new__(kind)  # without its own counting, which keeps a dictionary for every passage
        model.corpus_size, model.epsilon, model.idf = self.size, parameters.epsilon, {}
        model._calc_idf(dict(zip(self.terms, np.diff(self.starts).tolist(), strict=True)))
        return np.fromiter(model.idf.values(), dtype=np.float64, count=len(self.terms))


def _count(corpus: Iterable[Sequence[str]]) -> _Counts:
    from scipy.sparse import csr_array  # only to build: a process that searches does without scipy

    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    lengths: list[int] = []
    occurrences = [_numbered(terms, numbers, lengths) for terms in corpus]
    indices = np.concatenate(occurrences) if occurrences else np.zeros(0, dtype=np.int64)
    starts = np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)
    shape = (max(len(lengths), 1), max(len(numbers), 1))
    matrix = csr_array((np.ones(len(indices)), indices, starts if lengths else [0, 0]), shape=shape).tocsc()
    matrix.sum_duplicates()
    ends = matrix.indptr.astype(np.int64)[: len(numbers) + 1]
    return _Counts(
        len(lengths), list(numbers), np.array(lengths, float), ends, matrix.indices.astype(np.int64), matrix.data
    )


def _numbered(terms: Sequence[str], numbers: defaultdict[str, int], lengths: list[int]) -> Positions:
    lengths.append(len(terms))
    return np.fromiter(map(numbers.__getitem__, terms), dtype=np.int64, count=len(terms))
