"""Masking: a text in which personal data are replaced by what kind of data they were."""

from bot.questionlog.contacts import contacts
from bot.questionlog.dates import birth_dates
from bot.questionlog.errors import QuestionLogError
from bot.questionlog.names import names
from bot.questionlog.numbers import numbers
from bot.questionlog.shadow import shadow
from bot.questionlog.spans import Kind, Span, token, united
from knowledge.model import Model

_MOST_PASSES = 8


class MaskingError(QuestionLogError):
    """The text cannot be masked and must not be stored."""


class Masked(Model):
    """A text without personal data, and the kinds that were taken out, in the order in which they were found."""

    text: str
    kinds: tuple[Kind, ...] = ()


def mask(text: str) -> Masked:
    """`text` with each item of personal data replaced by its kind in square brackets, and nothing else changed.

    What an item stood next to can show to be personal once the item is gone; therefore a text is masked until nothing
    is found, so that masking again changes nothing. Raises MaskingError if that takes more than eight passes.
    """
    kinds: dict[Kind, None] = {}
    for _ in range(_MOST_PASSES):
        spans = find(text)
        if not spans:
            return Masked(text=text, kinds=tuple(kinds))
        kinds.update((span.kind, None) for span in spans)
        text = _replaced(text, spans)
    raise MaskingError(f"personal data are still found after {_MOST_PASSES} passes; the text is not stored")


def find(text: str) -> tuple[Span, ...]:
    """The personal data in `text`, in its order and without overlap."""
    plain = shadow(text)
    found = [*contacts(plain.text), *numbers(plain.text), *birth_dates(plain.text), *names(plain.text)]
    return united(Span(*plain.original(span.start, span.end), span.kind) for span in found)


def _replaced(text: str, spans: tuple[Span, ...]) -> str:
    pieces: list[str] = []
    place = 0
    for span in spans:
        pieces += text[place : span.start], token(span.kind)
        place = span.end
    return "".join([*pieces, text[place:]])
