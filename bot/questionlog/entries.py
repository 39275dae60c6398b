"""Entries of the question log: what was asked, by whom under a pseudonym, and what was answered on which grounds."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from pydantic import AwareDatetime, field_validator

from bot.questionlog.redaction import Masked, mask
from knowledge.model import Model

FAILED = ("failed",)

Masker = Callable[[str], Masked]


class Entry(Model):
    """A question that was asked and the answer that was given.

    `asked_at` is in UTC. `text` is masked, None when it was not kept; `text_kinds` are the kinds of personal data that
    were masked, `("failed",)` when masking failed. `asker` is a pseudonym. `channel` is its kind, with the place behind
    a colon where it has one (`terminal`, `web`, `slack:C123`). `index_version` and `rules` are what the answer was
    based on, `anchors` the passages that it cited. `duration_ms` is in milliseconds.
    """

    id: str
    asked_at: AwareDatetime
    channel: str
    thread: str | None = None
    text: str | None = None
    text_kinds: tuple[str, ...] = ()
    asker: str
    language: str
    kind: str
    status: str
    outcome: str | None = None
    gap: str | None = None
    standpoint: str
    index_version: str
    facts: Mapping[str, str | tuple[str, ...]] = {}
    rules: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    tool: str | None = None
    duration_ms: float

    @field_validator("asked_at")
    @classmethod
    def _in_utc(cls, at: datetime) -> datetime:
        return at.astimezone(UTC)


def redacted(entry: Entry, text: str, masker: Masker = mask) -> Entry:
    """`entry` with the raw `text` of its question masked, and with it the other words that an asker can have typed.

    Fails closed: if masking raises, whatever it raises, the entry has no text, no tool and no facts.
    """
    try:
        masked = masker(_valid(text))
        tool = None if entry.tool is None else masker(_valid(entry.tool)).text
        facts = {name: _masked_value(value, masker) for name, value in entry.facts.items()}
    except Exception:
        return entry.model_copy(update={"text": None, "text_kinds": FAILED, "tool": None, "facts": {}})
    return entry.model_copy(update={"text": masked.text, "text_kinds": masked.kinds, "tool": tool, "facts": facts})


def _masked_value(value: str | tuple[str, ...], masker: Masker) -> str | tuple[str, ...]:
    if isinstance(value, str):
        return masker(_valid(value)).text
    return tuple(masker(_valid(one)).text for one in value)


def _valid(text: str) -> str:
    """`text` as UTF-8 can hold it: half surrogate pairs, which JSON can bring in, become question marks."""
    return text.encode("utf-8", errors="replace").decode("utf-8")
