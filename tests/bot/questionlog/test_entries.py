"""An entry never holds what its asker typed without masking."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from pydantic import ValidationError

from bot.questionlog.entries import Entry, redacted
from bot.questionlog.redaction import Masked

ENTRY = Entry(
    id="q1",
    asked_at=datetime(2026, 11, 23, 20, 0, tzinfo=UTC),
    channel="slack:C123",
    asker="0123456789abcdef",
    language="nl",
    kind="decision",
    status="answered",
    outcome="not_allowed_unless",
    standpoint="2025-overheidsbreed",
    index_version="v1",
    facts={"tool": "chatgpt", "data": ("personal",)},
    rules=("25-consumer",),
    anchors=("F-2025-28",),
    tool="chatgpt",
    duration_ms=3.1,
)


def broken(text: str) -> Masked:
    raise RuntimeError("out of order")


def test_the_text_of_an_entry_is_masked() -> None:
    entry = redacted(ENTRY, "Mag ik de BSN 123456782 van mevrouw Jansen in ChatGPT zetten?")
    assert entry.text == "Mag ik de BSN [bsn] van mevrouw [naam] in ChatGPT zetten?"
    assert entry.text_kinds == ("bsn", "naam")
    assert entry.facts == ENTRY.facts


def test_when_masking_fails_nothing_that_was_typed_is_kept() -> None:
    entry = redacted(ENTRY, "Mag ik ChatGPT gebruiken?", masker=broken)
    assert (entry.text, entry.text_kinds, entry.tool, entry.facts) == (None, ("failed",), None, {})
    assert entry.outcome == "not_allowed_unless"


def test_the_name_of_an_unknown_tool_is_masked_too() -> None:
    entry = redacted(ENTRY.model_copy(update={"tool": "jan@x.nl", "facts": {"tool": "jan@x.nl"}}), "Mag dit?")
    assert (entry.tool, entry.facts) == ("[e-mail]", {"tool": "[e-mail]"})


def test_half_a_surrogate_pair_does_not_keep_a_question_out_of_the_log() -> None:
    assert redacted(ENTRY, "mag \ud800 dit").text == "mag ? dit"


def test_an_entry_without_time_zone_is_refused_and_any_other_is_put_in_utc() -> None:
    with pytest.raises(ValidationError):
        Entry(**{**ENTRY.model_dump(), "asked_at": ENTRY.asked_at.replace(tzinfo=None)})
    amsterdam = datetime(2026, 11, 23, 21, 0, tzinfo=timezone(timedelta(hours=1)))
    assert Entry(**{**ENTRY.model_dump(), "asked_at": amsterdam}).asked_at.isoformat() == "2026-11-23T20:00:00+00:00"


def test_an_entry_has_no_text_unless_it_was_masked() -> None:
    assert ENTRY.text is None
