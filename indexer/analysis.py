"""From text to the terms that are indexed: words, parts of compounds, and runs of letters, each with its offsets."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

import Stemmer

from indexer.compounds import Compounds
from indexer.stopwords import STOPWORDS, Language

Field = Literal["word", "part", "gram"]
FIELDS: tuple[Field, ...] = ("word", "part", "gram")
Term = tuple[Field, str]

_STEMMERS = {"nl": "dutch_porter", "en": "english"}
_GRAM = 5
_WORD = re.compile(r"\d+(?:[.,:]\d+)+|(?:[^\W_][\u0300-\u036f]*)+(?:['’‘ʼ](?:[^\W_][\u0300-\u036f]*)+)*")
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼ", "'"))


class Token(NamedTuple):
    """A term with the stretch of the text (in characters, end exclusive) that it stands for."""

    term: str
    start: int
    end: int
    field: Field


class Analyzer:
    """Takes text of one language apart; every step is one that helped on the retrieval sets (bench/README.md).

    `compounds` knows the corpus; without it there are no parts.
    """

    def __init__(self, language: Language = "nl", compounds: Compounds = Compounds(())) -> None:
        self.language = language
        self._compounds = compounds
        self._stopwords = STOPWORDS[language]
        self._stemmer = Stemmer.Stemmer(_STEMMERS[language])

    def words(self, text: str) -> list[Token]:
        """The words with content, stemmed."""
        return [Token(self._stem(word), start, end, "word") for word, start, end in self._content(text)]

    def tokens(self, text: str) -> list[Token]:
        """The terms of all fields, in the order of the text."""
        return [token for word, start, end in self._content(text) for token in self._fields(word, start, end)]

    def surface(self, text: str) -> list[str]:
        """The words with content, normalised but not stemmed: what a lexicon for compounds is made of."""
        return [word for word, _, _ in self._content(text)]

    def _content(self, text: str) -> Iterator[tuple[str, int, int]]:
        for match in _WORD.finditer(text):
            word = normalise(match[0])
            if word and word not in self._stopwords:
                yield word, match.start(), match.end()

    def _fields(self, word: str, start: int, end: int) -> Iterator[Token]:
        yield Token(self._stem(word), start, end, "word")
        for part in self._compounds.parts(word) or (word,):
            yield Token(self._stem(part), start, end, "part")
        for gram in grams(word):
            yield Token(gram, start, end, "gram")

    def _stem(self, word: str) -> str:
        return str(self._stemmer.stemWord(word))


def normalise(word: str) -> str:
    """`word` in small letters without accents and without a plural or possessive 's (`DPIA's` → `dpia`)."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).casefold())
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter)).translate(_APOSTROPHES)
    return bare.removesuffix("'s").replace("'", "")


def grams(word: str) -> Iterable[str]:
    """All runs of five letters in `word` with a mark at either end (`_beleid_`), or all of it when that is shorter."""
    marked = f"_{word}_"
    return (marked[start : start + _GRAM] for start in range(max(len(marked) - _GRAM, 0) + 1))


def terms(tokens: Iterable[Token], field: Field) -> list[str]:
    """The terms of `tokens` that belong to `field`, in order."""
    return [token.term for token in tokens if token.field == field]
