"""Compound words taken apart into words that the corpus itself uses: persoonsgegevens → persoon, gegevens."""

from collections import Counter
from collections.abc import Container, Iterable

_LINKS = ("", "s", "en", "e", "n")
"""Letters that Dutch puts between the parts of a compound."""

_SHORTEST = 4
_RAREST = 2


def lexicon(words: Iterable[Iterable[str]]) -> frozenset[str]:
    """The words of a corpus (an iterable of normalised words a passage) that are worth finding in compounds.

    These have at least four letters and occur in at least two passages.
    """
    passages = Counter(word for passage in words for word in set(passage) if len(word) >= _SHORTEST and word.isalpha())
    return frozenset(word for word, count in passages.items() if count >= _RAREST)


class Compounds:
    """Takes words apart into parts of `lexicon`."""

    def __init__(self, lexicon: Container[str]) -> None:
        self._lexicon = lexicon
        self._known: dict[str, tuple[str, ...]] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of `word` from left to right, without linking letters; empty when it is no compound.

        Of several ways the one with the fewest parts is taken, then the one whose shortest part is longest.
        """
        if word not in self._known:
            long_enough = len(word) >= 2 * _SHORTEST and word.isalpha()
            self._known[word] = self._best(word) if long_enough else ()
        return self._known[word]

    def _best(self, word: str) -> tuple[str, ...]:
        ways = [
            (head, *tail)
            for cut in range(_SHORTEST, len(word) - _SHORTEST + 1)
            if (head := self._head(word[:cut])) and (tail := self._tail(word[cut:]))
        ]
        return min(ways, key=lambda way: (len(way), -min(map(len, way))), default=())

    def _head(self, text: str) -> str | None:
        stripped = (text.removesuffix(link) for link in _LINKS if text.endswith(link))
        return next((head for head in stripped if len(head) >= _SHORTEST and head in self._lexicon), None)

    def _tail(self, text: str) -> tuple[str, ...]:
        return (text,) if text in self._lexicon else self.parts(text)
