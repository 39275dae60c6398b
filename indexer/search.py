"""Searching passages: a ranking in which every hit says which terms brought it there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from indexer import evidence
from indexer.analysis import Field, Term
from indexer.bm25 import Floats, top
from indexer.expansion import Expansion, Reading, Unit
from indexer.highlighting import Sentence, highlight
from indexer.index import Impacts, Index, IndexText
from indexer.stopwords import Language
from knowledge.documents import Passage
from knowledge.vocabulary import Glossary

_REMEMBERED_BYTES = 8_000_000
_REMEMBERED_QUESTIONS = 512
_REMEMBERED_SEARCHES = 4
_REMEMBERED_SENTENCES = 4096


class Contribution(NamedTuple):
    """What one term adds to a hit: the term as indexed, its field, and its part of the score."""

    term: str
    field: Field
    score: float


class Hit(NamedTuple):
    """A passage that was found; the scores of its contributions, largest first, add up to its score."""

    passage_id: str
    score: float
    contributions: tuple[Contribution, ...]


class _Found(NamedTuple):
    """A reading of a part of the question, what its terms add, and the scores that come of it."""

    reading: Reading
    impacts: Impacts
    scores: Floats

    def shares(self, position: int) -> Iterator[tuple[Term, float]]:
        """What each term adds to the passage at `position`."""
        entries = np.flatnonzero(self.impacts.passages == position)
        for number, value in zip(
            self.impacts.terms[entries].tolist(), self.impacts.values[entries].tolist(), strict=True
        ):
            yield self.reading.terms[number], value * self.reading.weight


class Searcher:
    """Finds passages by the words of a question; `passages` are those of `index`, in the same order."""

    def __init__(self, index: Index, passages: Sequence[Passage], glossary: Glossary = Glossary()) -> None:
        self.index = index
        self.passages = tuple(passages)
        self._expansion = Expansion(index.analyzer, glossary, index.cognates)
        kept = _REMEMBERED_BYTES // (self.index.size * np.dtype(np.float64).itemsize)
        self._remembered = lru_cache(kept)(self._look_up)  # translations and synonyms come back all the time
        # Coverage, highlights and the search itself read the same question, again and again.
        self._units = lru_cache(_REMEMBERED_QUESTIONS)(self._expansion.units)
        self._found_for = lru_cache(_REMEMBERED_SEARCHES)(self._readings)
        self._sentence_terms = lru_cache(_REMEMBERED_SENTENCES)(self._terms_of)
        self._positions = {passage.id: position for position, passage in enumerate(self.passages)}

    @classmethod
    def build(cls, passages: Sequence[Passage], glossary: Glossary = Glossary()) -> "Searcher":
        """A searcher in memory over `passages`; raises IndexerError when there are none."""
        texts = (IndexText(passage.text, " ".join(passage.heading_path)) for passage in passages)
        return cls(Index.build(texts), passages, glossary)

    def passage(self, passage_id: str) -> Passage:
        """The passage called `passage_id`; raises KeyError when there is none."""
        return self.passages[self._positions[passage_id]]

    def search(
        self, query: str, language: Language = "nl", limit: int = 10, boost: Mapping[str, float] | None = None
    ) -> tuple[Hit, ...]:
        """The passages that answer `query` best, best first; passages with equal scores keep their order.

        `boost` multiplies the scores of the passages of a document (by its id); 0 leaves a document out.
        """
        found = self._found_for(query, language)
        factors = np.array([boost.get(passage.document, 1.0) if boost else 1.0 for passage in self.passages])
        scores = self._total(found) * factors
        return tuple(
            self._hit(position, float(scores[position]), float(factors[position]), found)
            for position in top(scores, limit)
        )

    def coverage(self, query: str, hit: Hit, language: Language = "nl") -> float:
        """The share of the words of `query` that the passage of `hit` has (0 to 1), each weighted by its idf."""
        return evidence.coverage(self._units(query, language), self.index, self._positions[hit.passage_id])

    def unknown(self, query: str, language: Language = "nl") -> tuple[str, ...]:
        """The words of `query`, as typed, that no passage has in any reading, also not as a part of a compound."""
        return evidence.unknown(self._units(query, language), self.index)

    def gap(self, hits: Sequence[Hit]) -> float:
        """How far the first of `hits` is ahead of the second, as a share of its score; 1 for one hit, 0 for none."""
        return evidence.gap([hit.score for hit in hits])

    def highlight(self, query: str, hit: Hit, language: Language = "nl") -> Sentence:
        """The sentence of the passage of `hit` that answers `query` best, with its place in the passage's text."""
        position = self._positions[hit.passage_id]
        shares = self._hit(position, hit.score, 1.0, self._found_for(query, language)).contributions
        text = self.passages[position].text
        weights = {(share.field, share.term): share.score for share in shares}
        return highlight(text, weights, self._sentence_terms) or Sentence(text, 0, len(text))

    def _terms_of(self, sentence: str) -> frozenset[Term]:
        return frozenset((token.field, token.term) for token in self.index.analyzer.tokens(sentence))

    def _readings(self, query: str, language: Language) -> list[list[_Found]]:
        return [self._found(readings) for readings in _merged(self._units(query, language))]

    def _found(self, readings: Sequence[Reading]) -> list[_Found]:
        if len(readings) == 1:
            return [self._look_up(readings[0])]
        return [self._remembered(reading) for reading in readings]

    def _look_up(self, reading: Reading) -> _Found:
        impacts = self.index.impacts(reading.terms)
        return _Found(reading, impacts, self.index.scores(impacts) * reading.weight)

    def _total(self, found: Iterable[Sequence[_Found]]) -> Floats:
        best = (np.maximum.reduce([reading.scores for reading in readings]) for readings in found)
        return sum(best, start=np.zeros(self.index.size))

    def _hit(self, position: int, score: float, factor: float, found: Iterable[Sequence[_Found]]) -> Hit:
        shares: defaultdict[Term, float] = defaultdict(float)
        for readings in found:
            best = max(readings, key=lambda reading: float(reading.scores[position]))
            for term, share in best.shares(position):
                shares[term] += share * factor
        ordered = sorted(shares.items(), key=lambda share: -share[1])
        contributions = tuple(Contribution(term, field, share) for (field, term), share in ordered)
        return Hit(self.passages[position].id, score, contributions)


def _merged(units: Iterable[Unit]) -> Iterator[tuple[Reading, ...]]:
    """The readings of every unit, with all units that can be read in one way only as one: they are simply added up."""
    plain: list[Term] = []
    for unit in units:
        if len(unit.readings) == 1 and unit.readings[0].weight == 1:
            plain.extend(unit.readings[0].terms)
        elif unit.readings:
            yield unit.readings
    if plain:
        yield (Reading(tuple(plain)),)
