"""The index of a corpus: a BM25 index for every field, and the words that the corpus uses."""

from collections.abc import Iterable, Mapping
from itertools import chain
from math import log
from pathlib import Path
from typing import NamedTuple

import numpy as np

from indexer.analysis import FIELDS, Analyzer, Field, Term, Token, terms
from indexer.bm25 import BM25, Floats, Parameters, Positions
from indexer.cognates import Cognates
from indexer.compounds import Compounds, lexicon
from indexer.vocabulary import Vocabulary

WEIGHTS: dict[Field, float] = {"word": 1.0, "part": 0.3, "gram": 0.2}
"""What a field counts for, as measured on the retrieval sets (bench/README.md)."""

HEADING_WEIGHT = 2
"""How often the words of the headings above a passage are counted as words of the passage."""


class IndexText(NamedTuple):
    """What is indexed of a passage: its text, and the headings above it."""

    text: str
    heading: str = ""


class Impacts(NamedTuple):
    """What terms add to passages: entry by entry the passage, the number of the term, and its weighted impact."""

    passages: Positions
    terms: Positions
    values: Floats


class Index:
    """Passages by position (0 = first), and what every term of every field adds to their scores."""

    def __init__(
        self,
        fields: Mapping[Field, BM25],
        lexicon: Vocabulary,
        spellings: Vocabulary,
        weights: Mapping[Field, float] = WEIGHTS,
    ) -> None:
        self.size = fields["word"].size
        self.weights = weights
        self.analyzer = Analyzer("nl", Compounds(lexicon))
        self.cognates = Cognates(spellings)
        self._fields = fields
        self._lexicon, self._spellings = lexicon, spellings

    @classmethod
    def build(cls, passages: Iterable[IndexText], parameters: Parameters = Parameters()) -> "Index":
        """The index of `passages`; raises IndexerError when there are none."""
        texts = list(passages)
        plain = Analyzer("nl")
        surfaces = [plain.surface(f"{passage.heading} {passage.text}") for passage in texts]
        parts = Vocabulary.build(lexicon(surfaces))
        analyzer = Analyzer("nl", Compounds(parts))
        tokens = [_tokens(analyzer, passage) for passage in texts]
        fields = {field: BM25.build([terms(found, field) for found in tokens], parameters) for field in FIELDS}
        return cls(fields, parts, Cognates.spellings(chain.from_iterable(surfaces)))

    @classmethod
    def open(cls, folder: Path) -> "Index":
        """The index that was saved in `folder`, memory-mapped."""
        fields = {field: BM25.open(folder / field) for field in FIELDS}
        return cls(fields, Vocabulary.open(folder / "lexicon"), Vocabulary.open(folder / "spellings"))

    def save(self, folder: Path) -> None:
        """Write the index into `folder`, which is made when it does not exist."""
        for field, index in self._fields.items():
            index.save(folder / field)
        self._lexicon.save(folder / "lexicon")
        self._spellings.save(folder / "spellings")

    def impacts(self, terms: Iterable[Term]) -> Impacts:
        """What each of `terms`, in order and counted as often as it is given, adds to the passages that have it."""
        postings = [(self._fields[field].postings(term), self.weights[field]) for field, term in terms]
        if not postings:
            return Impacts(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
        lengths = [len(found.passages) for found, _ in postings]
        return Impacts(
            np.concatenate([found.passages for found, _ in postings]),
            np.repeat(np.arange(len(postings)), lengths),
            np.concatenate([found.impacts * weight for found, weight in postings]),
        )

    def scores(self, impacts: Impacts) -> Floats:
        """The score of every passage: the sum of what is added to it."""
        return np.bincount(impacts.passages, impacts.values, self.size).astype(np.float64, copy=False)

    @property
    def highest_idf(self) -> float:
        """The inverse document frequency of a word that occurs nowhere: more than any word that does."""
        return log(self.size + 0.5) - log(0.5)

    def idf(self, term: str) -> float:
        """The inverse document frequency of a word; 0 when it occurs nowhere."""
        return self._fields["word"].idf(term)

    def has(self, term: Term, position: int) -> bool:
        """Whether the passage at `position` has the term."""
        field, word = term
        return self._fields[field].impact(word, position) != 0

    def knows(self, term: Term) -> bool:
        """Whether any passage has the term."""
        field, word = term
        return word in self._fields[field].vocabulary


def _tokens(analyzer: Analyzer, passage: IndexText) -> list[Token]:
    return analyzer.tokens(passage.heading) * HEADING_WEIGHT + analyzer.tokens(passage.text)
