"""Spans: which characters of a text are personal data, and of which kind."""

from collections.abc import Iterable
from typing import Literal, NamedTuple, get_args

Kind = Literal["e-mail", "telefoon", "bsn", "iban", "naam", "adres", "geboortedatum", "kaartnummer"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Span(NamedTuple):
    """The characters from `start` up to `end`, and what they are."""

    start: int
    end: int
    kind: Kind


def token(kind: Kind) -> str:
    """What stands in the masked text in place of a span: the kind in square brackets."""
    return f"[{kind}]"


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in the order of the text that do not overlap and together cover the same characters.

    Spans that overlap become one, with the kind of the one that begins first, the longest if several do.
    """
    disjoint: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end, KINDS.index(span.kind))):
        if disjoint and span.start < disjoint[-1].end:
            last = disjoint[-1]
            disjoint[-1] = last._replace(end=max(last.end, span.end))
        else:
            disjoint.append(span)
    return tuple(disjoint)
