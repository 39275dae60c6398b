"""The sentence of a passage that answers best: what is quoted when a whole passage is too long."""

import re
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from indexer.analysis import Term

_END = re.compile(r"[.!?…]+[\"'’”»)\]]*\s+(?=[\"'‘“«(\[]*[^\W_])")
_LAST_WORD = re.compile(r"[^\s(\[\"'‘“]+$")
_ABBREVIATIONS = frozenset(
    """a.h.w a.s bijv bv c.q ca d.d d.m.v d.w.z dr drs e.d e.g evt excl i.c i.e i.h.b i.p.v i.v.m incl ing ir jl m.a.w
    m.b.t m.b.v m.i.v m.n m.u.v mevr mr n.a.v n.v.t o.a o.b.v o.g.v o.m prof resp s.v.p st t.a.v t.b.v t.g.v t.o.v t.w
    t/m vgl vs w.o z.g zgn zie""".split()
)
_BEFORE_NUMBERS = frozenset("art arts artt blz fig hfst jrg lid no nr nrs p par pag pp sub".split())


class Sentence(NamedTuple):
    """A sentence with the stretch of the passage (in characters, end exclusive) where it stands."""

    text: str
    start: int
    end: int


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text`, Dutch or English, in order; an abbreviation or initial ends none."""
    starts = [0, *(match.end() for match in _END.finditer(text) if _ends(text, match))]
    found = (_trimmed(text, start, end) for start, end in zip(starts, [*starts[1:], len(text)], strict=True))
    return tuple(sentence for sentence in found if sentence.text)


def highlight(text: str, weights: Mapping[Term, float], terms_of: Callable[[str], Collection[Term]]) -> Sentence | None:
    """The sentence of `text` whose terms weigh most together, each counted once; the first of equals, None of nothing.

    `weights` says what every term is worth, such as the contributions of a hit; `terms_of` reads a sentence.
    """

    def weight(sentence: Sentence) -> float:
        return sum(weights.get(term, 0.0) for term in terms_of(sentence.text))

    return max(sentences(text), key=weight, default=None)


def _ends(text: str, match: re.Match[str]) -> bool:
    following = text[match.end() :].lstrip("\"'‘“«([")
    if following[:1].islower():
        return False
    if not match[0].startswith("."):
        return True
    word = _last_word(text[: match.start()])
    rest = text[: match.start() - len(word)].rstrip()
    initial = len(word) == 1 and word.isupper()
    numbered = word.isdigit() and (not rest or (rest[-1] in ".;:!?" and not _abbreviated(rest.rstrip("."))))
    reference = word.casefold() in _BEFORE_NUMBERS and following[:1].isdigit()
    return not (initial or numbered or reference or word.casefold() in _ABBREVIATIONS)


def _last_word(text: str) -> str:
    found = _LAST_WORD.search(text)
    return found[0] if found else ""


def _abbreviated(text: str) -> bool:
    return _last_word(text).casefold() in _ABBREVIATIONS | _BEFORE_NUMBERS


def _trimmed(text: str, start: int, end: int) -> Sentence:
    stripped = text[start:end].strip()
    begin = text.find(stripped, start) if stripped else start
    return Sentence(stripped, begin, begin + len(stripped))
