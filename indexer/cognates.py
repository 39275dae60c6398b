"""Dutch words that are spelled like an English one: regulation → regulering, transparent → transparant."""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from indexer.vocabulary import Vocabulary

_LIKENESS = 0.7
_AT_MOST = 3
_SHORTEST = 4
_REMEMBERED = 4096
_SPELLINGS = tuple(
    (re.compile(written), common)
    for written, common in (
        (r"tions?$|ties?$", "ti"),
        (r"sions?$|sies?$", "si"),
        (r"ity$|iteit(en)?$", "tit"),
        (r"ical$|ische?$|iek$|ics?$", "ik"),
        (r"i[sz]e[ds]?$|iser(en|ing)$|iseert$", "is"),
        (r"ive$|ieve?$", "if"),
        (r"ous$|euze?$|eus$", "us"),
        (r"able$|bare?$|baar$", "bl"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"ck", "k"),
        (r"sch|sh", "sk"),
        (r"qu", "kw"),
        (r"x", "ks"),
        (r"c(?=[eiy])|z", "s"),
        (r"c", "k"),
        (r"v", "f"),
        (r"ie|ij|ei|y", "i"),
        (r"oe|ou|oo", "o"),
        (r"ea", "e"),
        (r"(.)\1", r"\1"),
        (r"(en|s|e|d|t)$", ""),
    )
)
"""Spellings of the same sound or ending in either language, rewritten in this order to one that both share."""


class Cognates:
    """The words of a Dutch corpus, to be found by an English word that looks like them.

    `spellings` holds a skeleton and a word a line; it is read when the first word is looked for.
    """

    def __init__(self, spellings: Iterable[str]) -> None:
        self._spellings = spellings
        self.of = lru_cache(_REMEMBERED)(self._of)
        """At most three words that look most like a word (in small letters), each with its likeness (0.7 to 1)."""

    @staticmethod
    def spellings(words: Iterable[str]) -> Vocabulary:
        """The words of at least four letters, each behind its skeleton."""
        return Vocabulary.build(f"{skeleton(word)} {word}" for word in set(words) if _comparable(word))

    def _of(self, word: str) -> tuple[tuple[str, float], ...]:
        skeletons, words = self._columns
        if not words or not _comparable(word):
            return ()
        scorer = Levenshtein.normalized_similarity
        likeness = cdist([skeleton(word)], skeletons, scorer=scorer, score_cutoff=_LIKENESS)[0]
        best = np.argsort(-likeness, kind="stable")[:_AT_MOST]
        return tuple((words[place], float(likeness[place])) for place in best if likeness[place] >= _LIKENESS)

    @cached_property
    def _columns(self) -> tuple[list[str], list[str]]:
        pairs = [line.split(" ") for line in self._spellings]
        return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def _comparable(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isalpha()


def skeleton(word: str) -> str:
    """`word` in a spelling that Dutch and English share, without its ending."""
    for written, common in _SPELLINGS:
        word = written.sub(common, word)
    return word
