"""A sorted list of words that is searched where it lies on disk: nothing is read into memory before it is asked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_BYTES = "words.npy"
_OFFSETS = "offsets.npy"
_STRIDE = 32


class Vocabulary:
    """Words in byte order, each known by its position.

    `content` holds the words in UTF-8 one after another, `offsets` where each starts, with the end of the last one.
    """

    def __init__(self, content: NDArray[np.uint8], offsets: NDArray[np.int64]) -> None:
        self._arrays = content, offsets
        self._content = content.data
        self._offsets = offsets.data
        self._positions = range(len(offsets) - 1)
        self._signposts = [self._word(position) for position in self._positions[::_STRIDE]]

    @classmethod
    def build(cls, words: Iterable[str]) -> "Vocabulary":
        """The vocabulary of `words`, each once."""
        encoded = sorted({word.encode() for word in words})
        content = np.frombuffer(b"".join(encoded), dtype=np.uint8)
        offsets = np.zeros(len(encoded) + 1, dtype=np.int64)
        np.cumsum([len(word) for word in encoded], out=offsets[1:])
        return cls(content, offsets)

    @classmethod
    def open(cls, folder: Path) -> "Vocabulary":
        """The vocabulary that was saved in `folder`, memory-mapped."""
        return cls(load_array(folder / _BYTES), load_array(folder / _OFFSETS))

    def save(self, folder: Path) -> None:
        """Write the vocabulary into `folder`, which is made when it does not exist."""
        folder.mkdir(parents=True, exist_ok=True)
        content, offsets = self._arrays
        np.save(folder / _BYTES, content)
        np.save(folder / _OFFSETS, offsets)

    def position(self, word: str) -> int | None:
        """The position of `word`, or None when it is not in the vocabulary."""
        key = word.encode()
        after = bisect_right(self._signposts, key) * _STRIDE  # most steps of the search are taken in memory
        found = bisect_left(self._positions, key, max(after - _STRIDE, 0), min(after, len(self)), key=self._word)
        return found if found < len(self._positions) and self._word(found) == key else None

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.position(word) is not None

    def __len__(self) -> int:
        return len(self._positions)

    def __iter__(self) -> Iterator[str]:
        return (self._word(position).decode() for position in self._positions)

    def _word(self, position: int) -> bytes:
        return bytes(self._content[self._offsets[position] : self._offsets[position + 1]])


def load_array(path: Path) -> NDArray[Any]:
    """The array saved in `path`, memory-mapped."""
    mapped: NDArray[Any] = np.load(path, mmap_mode="r", allow_pickle=False)
    return mapped
