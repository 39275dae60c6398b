"""Whether the passages that were found answer a question for information: a small calibrated model."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from bot.answertypes import asked_types, missing_specifics
from bot.finding import PassageFinder
from bot.understanding.emptywords import EMPTY_WORDS
from bot.understanding.speech import QUESTION_WORDS
from bot.understanding.words import words_of
from indexer.search import Hit, Searcher
from knowledge.model import Language


class Evidence(NamedTuple):
    """What speaks for an answer: shares and scores between 0 and about 1, and small counts."""

    constant: float
    coverage_of_first: float
    best_coverage: float
    unknown_share: float
    unknown_words: float
    score_for_length: float
    gap_to_second: float
    tied_by_glossary: float
    longest_unknown: float
    content_covered: float
    content_missing: float
    focus_covered: float
    english: float
    length: float
    specifics_missing: float


# Logistic regression on questions of which a person said whether the documents answer them (`make bench` fits it
# again). The operating point refuses a little more than even odds would.
_WEIGHTS = Evidence(
    constant=-1.93,
    coverage_of_first=1.83,
    best_coverage=0.55,
    unknown_share=0.67,
    unknown_words=0.18,
    score_for_length=2.72,
    gap_to_second=0.06,
    tied_by_glossary=0.28,
    longest_unknown=-1.0,
    content_covered=-1.01,
    content_missing=-0.98,
    focus_covered=-0.03,
    english=0.15,
    length=3.52,
    specifics_missing=-2.64,
)
_THRESHOLD = 0.6


class Answerability:
    """Judges, from what the search reports and what the question asks for, whether the best passages answer it."""

    def __init__(self, searcher: Searcher, finder: PassageFinder) -> None:
        self._searcher = searcher
        self._finder = finder

    def answers(self, query: str, hits: Sequence[Hit], language: Language) -> bool:
        """Whether the first hits answer the query; when in doubt, not.

        Passages that lack the kind of thing that is asked for (an amount, a day, an address) never do.
        """
        if not hits:
            return False
        texts = [self._searcher.passage(hit.passage_id).text for hit in hits[:3]]
        if not all(any(kind.shown_in(text) for text in texts) for kind in asked_types(query)):
            return False
        return self.margin(query, hits, language) > 0

    def margin(self, query: str, hits: Sequence[Hit], language: Language) -> float:
        """How far above the operating point the evidence is, in log-odds."""
        evidence = self.evidence(query, hits, language)
        return sum(weight * value for weight, value in zip(_WEIGHTS, evidence, strict=True)) - _THRESHOLD

    def evidence(self, query: str, hits: Sequence[Hit], language: Language) -> Evidence:
        """What speaks for the first three hits as an answer to the query; there has to be at least one hit."""
        first = hits[:3]
        passages = [self._searcher.passage(hit.passage_id) for hit in first]
        folded = " ".join(word.text for word in words_of(query))
        content = [word for word in folded.split() if len(word) > 1 and word not in EMPTY_WORDS]
        unknown = [word for word in self._searcher.unknown(query, language) if word.casefold() not in EMPTY_WORDS]
        coverage = [self._searcher.coverage(query, hit, language) for hit in first]
        prior = self._finder.prior(query)
        ties = [min(1.0, prior.get(anchor, 0.0)) for passage in passages for anchor in passage.anchors]
        size = max(1, len(content))
        covered = [max(self._searcher.coverage(word, hit, language) for hit in first[:2]) > 0 for word in content]
        focus = _focus(folded.split(), content)
        return Evidence(
            constant=1.0,
            coverage_of_first=coverage[0],
            best_coverage=max(coverage),
            unknown_share=min(1.0, len(unknown) / size),
            unknown_words=float(min(2, len(unknown))),
            score_for_length=math.log1p(first[0].score) / math.log1p(5 * size),
            gap_to_second=self._searcher.gap(hits),
            tied_by_glossary=max(ties, default=0.0),
            longest_unknown=min(1.5, max((len(word) for word in unknown), default=0) / 10),
            content_covered=sum(covered) / size,
            content_missing=float(min(4, size - sum(covered))),
            focus_covered=1.0 if focus is None else float(covered[focus]),
            english=float(language == "en"),
            length=min(size, 12) / 12,
            specifics_missing=float(missing_specifics(query, [passage.text for passage in passages])),
        )


def _focus(words: Sequence[str], content: Sequence[str]) -> int | None:
    """Which of the content words is what is asked: the first one after the question word, or the first of all."""
    for index, word in enumerate(words):
        if word in QUESTION_WORDS:
            for later in words[index + 1 :]:
                if later in content:
                    return content.index(later)
    return 0 if content else None
