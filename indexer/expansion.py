"""From a question to the terms that are looked for: the question's own words, and what the glossary makes of them."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from indexer.analysis import Analyzer, Term
from indexer.cognates import Cognates
from indexer.dictionary import ENGLISH_TO_DUTCH
from indexer.stopwords import Language
from knowledge.vocabulary import Glossary

Phrase = tuple[str, ...]

SYNONYM_WEIGHT = 0.5
"""What another Dutch word for the same thing counts for."""

_REMEMBERED = 4096


class Reading(NamedTuple):
    """One way to say a stretch of the question in the language of the passages: terms that count together."""

    terms: tuple[Term, ...]
    weight: float = 1.0


class Unit(NamedTuple):
    """A word or phrase of the question with its readings; a passage gets the score of the best one, not the sum."""

    text: str
    readings: tuple[Reading, ...]


class Expansion:
    """Reads questions as Dutch terms: in Dutch with synonyms, in English with translations and cognates."""

    def __init__(self, analyzer: Analyzer, glossary: Glossary, cognates: Cognates) -> None:
        self._analyzers: dict[Language, Analyzer] = {"nl": analyzer, "en": Analyzer("en")}
        self._dutch = analyzer
        self._cognates = cognates
        self._labels: dict[Language, Mapping[Phrase, tuple[str, ...]]] = {
            language: self._translations(glossary, language) for language in ("nl", "en")
        }
        self._terms = lru_cache(_REMEMBERED)(self._dutch_terms)  # labels of the glossary come back all the time
        self._longest = {language: max(map(len, labels), default=1) for language, labels in self._labels.items()}

    def units(self, question: str, language: Language) -> tuple[Unit, ...]:
        """The units of `question` in its order; the longest phrase of the glossary comes before its words."""
        words = self._analyzers[language].words(question)
        found: list[Unit] = []
        while words:
            phrase = self._phrase(tuple(word.term for word in words), language)
            text = question[words[0].start : words[len(phrase) - 1].end]
            found.append(Unit(text, tuple(self._readings(text, phrase, language))))
            words = words[len(phrase) :]
        return tuple(found)

    def _phrase(self, words: Phrase, language: Language) -> Phrase:
        lengths = range(min(self._longest[language], len(words)), 1, -1)
        return next((words[:length] for length in lengths if words[:length] in self._labels[language]), words[:1])

    def _readings(self, text: str, phrase: Phrase, language: Language) -> Iterator[Reading]:
        yield from self._reading(text, 1.0)
        weight = SYNONYM_WEIGHT if language == "nl" else 1.0
        for label in self._labels[language].get(phrase, ()):
            length = len(self._dutch.words(label)) or 1
            yield from self._reading(label, weight * min(1.0, len(phrase) / length))
        if language != "nl" and len(phrase) == 1:
            for cognate, likeness in self._cognates.of(text):
                yield from self._reading(cognate, likeness)

    def _reading(self, text: str, weight: float) -> Iterator[Reading]:
        if terms := self._terms(text):
            yield Reading(terms, weight)

    def _dutch_terms(self, text: str) -> tuple[Term, ...]:
        return tuple((token.field, token.term) for token in self._dutch.tokens(text))

    def _translations(self, glossary: Glossary, language: Language) -> dict[Phrase, tuple[str, ...]]:
        found: dict[Phrase, dict[str, None]] = {}
        entries = [(label, term.nl) for term in glossary.terms for label in (term.nl if language == "nl" else term.en)]
        for label, dutch in (*entries, *(ENGLISH_TO_DUTCH.items() if language == "en" else ())):
            phrase = tuple(word.term for word in self._analyzers[language].words(label))
            if phrase:
                found.setdefault(phrase, {}).update(dict.fromkeys(dutch))
        return {phrase: tuple(labels) for phrase, labels in found.items()}
