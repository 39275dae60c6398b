"""The words of a question, folded so that spelling variants meet, and corrected where a word is misspelt."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´"), None)
_INVISIBLE = re.compile(r"[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_WORD = re.compile(r"[^\W_]+(?:['’‘`´][^\W_]+)*")
# Their dot does not end a sentence; it is read as a space, so that places in the text stay as they are.
_ABBREVIATION = re.compile(
    r"\b(?:stg|dep|nr|art|dhr|mw|mevr|mr|mrs|ms|dr|drs|ir|prof|bijv|bv|evt|incl|excl|ca|min|max|resp|vs|e\.g|i\.e|o\.a"
    r"|d\.w\.z|m\.b\.t|t\.a\.v|m\.i|jl|a\.s|vgl|par|blz|p|red|afd|tel|div|etc|enz)\.(?=\s)",
    re.IGNORECASE,
)
_REPLY = re.compile(r"^\s*(?:no|nee|nope|yes|ja|yep|jawel)\s*[,;:–-]\s*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+|(?<=\?)")


class Word(NamedTuple):
    """A folded word with its place in the text it came from (characters, end exclusive)."""

    text: str
    start: int
    end: int


def clean(text: str) -> str:
    """The text without control, bidirectional and zero-width characters; line ends and tabs stay."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text))


def fold(text: str) -> str:
    """Lower case, without accents and apostrophes, in compatibility form: `Één` and `een` are the same."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_APOSTROPHES)


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order; hyphens, dots and slashes separate, apostrophes join (`cv's` is `cvs`)."""
    return tuple(Word(fold(match.group()), match.start(), match.end()) for match in _WORD.finditer(text))


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a question, in order and without a reply before it (`nee, …`); a question mark
    always ends one."""
    whole = _ABBREVIATION.sub(lambda found: found.group().replace(".", " "), text)
    parts = (_REPLY.sub("", part).strip() for part in _SENTENCE_END.split(whole) if part)
    return tuple(part for part in parts if part)


class Speller:
    """Corrects misspelt words to the nearest word of a vocabulary, and leaves every known word as it is.

    One edit is forgiven from five letters on, two from nine; the first letter must agree. Edits are those of optimal
    string alignment: insert, delete, replace, swap neighbours.
    """

    def __init__(self, vocabulary: Iterable[str], known: Callable[[str], bool]) -> None:
        self._vocabulary = frozenset(word for word in vocabulary if len(word) > 3)
        self._by_initial: dict[str, list[str]] = {}
        for word in sorted(self._vocabulary):
            self._by_initial.setdefault(word[0], []).append(word)
        self._known = known

    def correct(self, word: str) -> str:
        """The nearest word of the vocabulary, or `word` itself when it is known or nothing is near enough."""
        if len(word) < 5 or word in self._vocabulary or any(c.isdigit() for c in word):
            return word
        if self._known(word):
            return word if len(word) < 9 else self._slip(word)
        edits = 2 if len(word) >= 9 else 1
        found = process.extractOne(word, self._by_initial.get(word[0], ()), scorer=OSA.distance, score_cutoff=edits)
        return word if found is None else str(found[0])

    def _slip(self, word: str) -> str:
        """A long word that dictionaries happen to have, but that is one slip away from a word of the vocabulary.

        A difference at the end is an inflection, not a slip.
        """
        near = self._by_initial.get(word[0], ())
        found = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=1)
        if found is None or found[0][:-2] == word[: len(found[0]) - 2]:
            return word
        return str(found[0])
