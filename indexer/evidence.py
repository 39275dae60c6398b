"""How well passages carry a question: what a decision not to answer rests on."""

from collections.abc import Iterable, Sequence

from indexer.expansion import Reading, Unit
from indexer.index import Index


def coverage(units: Iterable[Unit], index: Index, position: int) -> float:
    """The share of the question's words that the passage at `position` has (0 to 1), each weighted by its idf.

    A phrase counts as far as its best reading is there; a word that occurs nowhere weighs as much as the rarest one.
    """
    weights = [(_weight(unit, index), max((_share(reading, index, position) for reading in unit.readings), default=0.0))
               for unit in units]  # fmt: skip
    total = sum(weight for weight, _ in weights)
    return sum(weight * share for weight, share in weights) / total if total else 0.0


def unknown(units: Iterable[Unit], index: Index) -> tuple[str, ...]:
    """The words of the question, as typed, that no passage has in any reading, also not as a part of a compound."""
    return tuple(unit.text for unit in units if not any(_known(reading, index) for reading in unit.readings))


def gap(scores: Sequence[float]) -> float:
    """How far the best score is ahead of the next, as a share of the best: 1 for a single hit, 0 for none."""
    if not scores:
        return 0.0
    return 1 - scores[1] / scores[0] if len(scores) > 1 else 1.0


def _words(reading: Reading) -> list[str]:
    return [term for field, term in reading.terms if field == "word"]


def _known(reading: Reading, index: Index) -> bool:
    return any(index.knows(("word", word)) or index.knows(("part", word)) for word in _words(reading))


def _weight(unit: Unit, index: Index) -> float:
    known = [word for reading in unit.readings for word in _words(reading) if index.knows(("word", word))]
    return max((index.idf(word) for word in known), default=index.highest_idf)


def _share(reading: Reading, index: Index, position: int) -> float:
    words = _words(reading)
    weights = [index.idf(word) or index.highest_idf for word in words]
    found = sum(
        weight
        for word, weight in zip(words, weights, strict=True)
        if index.has(("word", word), position) or index.has(("part", word), position)
    )
    return found / sum(weights) if weights else 0.0
