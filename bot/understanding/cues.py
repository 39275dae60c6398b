"""Cues: short patterns of words, and where they occur in a question."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

GAP = 4
"""How many other words a `~` may stand for."""

WIDE_GAP = 12
"""How many other words a `~~` may stand for."""

STOP = "."
"""The word that stands for the end of a sentence."""

TOOL = "TOOL"
"""The word that stands for the name of a tool."""


_REMEMBERED = 20_000
_INITIALS = 3
_GAPS = {"~": GAP, "~~": WIDE_GAP}


class Match(NamedTuple):
    """Where a cue occurs: the label it stands for, its words (end exclusive), the words that its gaps
    took in, and whether it has gaps at all."""

    label: str
    start: int
    end: int
    between: tuple[str, ...] = ()
    loose: bool = False

    @property
    def weight(self) -> int:
        """How much the cue says: its words, and more for one that relates words that stand apart."""
        return self.end - self.start - len(self.between) + 2 * self.loose


class _Part(NamedTuple):
    """One place of a cue: the words that fit there, by how they are given."""

    exact: frozenset[str]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    inside: tuple[str, ...]

    def fits(self, word: str) -> bool:
        """Whether the word may stand here."""
        return (
            word in self.exact
            or word.startswith(self.starts)
            or word.endswith(self.ends)
            or any(part in word for part in self.inside)
        )


class _Pattern(NamedTuple):
    label: str
    parts: tuple[_Part, ...]
    gaps: tuple[int, ...]


class CueIndex:
    """Finds every occurrence of labelled cues in a row of words.

    A cue is a row of words; `*` at the start or end of a word stands for any letters, `~` between words for at most
    `GAP` other words of the same sentence, `~~` for at most `WIDE_GAP`; `|` within a word separates alternatives.
    """

    def __init__(self, cues: Iterable[tuple[str, str]]) -> None:
        self.vocabulary: set[str] = set()
        self._patterns = [self._pattern(label, cue) for label, cue in cues]
        self._exact: dict[str, list[_Pattern]] = {}
        self._starts: dict[str, list[tuple[str, _Pattern]]] = {}
        for pattern in self._patterns:
            for word in pattern.parts[0].exact:
                self._exact.setdefault(word, []).append(pattern)
            for beginning in pattern.parts[0].starts:
                self._starts.setdefault(beginning[:_INITIALS], []).append((beginning, pattern))
        self._inner = [pattern for pattern in self._patterns if pattern.parts[0].ends or pattern.parts[0].inside]
        self._opening: dict[str, tuple[_Pattern, ...]] = {}

    def _pattern(self, label: str, cue: str) -> _Pattern:
        parts: list[_Part] = []
        gaps: list[int] = []
        gap = 0
        for part in cue.split():
            if part in _GAPS:
                gap = _GAPS[part]
                continue
            parts.append(_part(part.split("|")))
            gaps.append(gap if len(parts) > 1 else 0)
            gap = 0
            self.vocabulary |= {word.strip("*") for word in part.split("|")}
        return _Pattern(label, tuple(parts), tuple(gaps))

    def find(self, words: Sequence[str]) -> list[Match]:
        """The matches in order of place; where matches of one label overlap, only the longest is kept."""
        longest: list[Match] = []
        for match in sorted(self.find_all(words), key=lambda m: (m.start - m.end, m.start, m.label)):
            if not any(m.label == match.label and m.start < match.end and match.start < m.end for m in longest):
                longest.append(match)
        return sorted(longest, key=lambda m: (m.start, m.end, m.label))

    def find_all(self, words: Sequence[str]) -> list[Match]:
        """All matches in order of place, also those that overlap."""
        found = {
            match
            for start, word in enumerate(words)
            for pattern in self._opened_by(word)
            if (match := _match(pattern, words, start)) is not None
        }
        return sorted(found, key=lambda m: (m.start, m.end, m.label))

    def _opened_by(self, word: str) -> tuple[_Pattern, ...]:
        """The patterns whose first word this can be; remembered, because people use the same words again."""
        patterns = self._opening.get(word)
        if patterns is None:
            initials = {word[:length] for length in range(1, _INITIALS + 1)}
            begun = [p for part in initials for start, p in self._starts.get(part, ()) if word.startswith(start)]
            inner = [pattern for pattern in self._inner if pattern.parts[0].fits(word)]
            patterns = tuple(dict.fromkeys((*self._exact.get(word, ()), *begun, *inner)))
            if len(self._opening) < _REMEMBERED:
                self._opening[word] = patterns
        return patterns


def _part(alternatives: Sequence[str]) -> _Part:
    exact, starts, ends, inside = [], [], [], []
    for word in alternatives:
        if word.startswith("*") and word.endswith("*"):
            inside.append(word.strip("*"))
        elif word.startswith("*"):
            ends.append(word[1:])
        elif word.endswith("*"):
            starts.append(word[:-1])
        else:
            exact.append(word)
    return _Part(frozenset(exact), tuple(starts), tuple(ends), tuple(inside))


def _match(pattern: _Pattern, words: Sequence[str], start: int) -> Match | None:
    """The earliest match of a pattern whose first word fits at `start`, or None; it never leaves the sentence."""
    position = start + 1
    between: list[str] = []
    for part, gap in zip(pattern.parts[1:], pattern.gaps[1:], strict=True):
        last = min(len(words), position + gap + 1)
        for candidate in range(position, last):
            word = words[candidate]
            if word == STOP:
                return None
            if part.fits(word):
                between += words[position:candidate]
                position = candidate + 1
                break
        else:
            return None
    return Match(pattern.label, start, position, tuple(between), any(pattern.gaps))
