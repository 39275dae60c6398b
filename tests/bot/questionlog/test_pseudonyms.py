"""A pseudonym is the same for one asker in one month, and for nobody else."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questionlog.pseudonyms import month, pseudonym

SECRET = b"sixteen bytes or more"


def test_a_pseudonym_has_sixteen_hexadecimal_characters_and_does_not_change() -> None:
    assert pseudonym("U123", "slack", secret=SECRET, period="2026-11") == "ce77beab8744dd71"


@given(st.text(), st.text(), st.text(), st.text())
def test_user_and_kind_of_channel_are_told_apart(user: str, channel: str, other_user: str, other_channel: str) -> None:
    one = pseudonym(user, channel, secret=SECRET, period="2026-11")
    other = pseudonym(other_user, other_channel, secret=SECRET, period="2026-11")
    assert (one == other) == ((user, channel) == (other_user, other_channel))


def test_another_month_or_another_secret_gives_another_pseudonym() -> None:
    november = pseudonym("U123", "slack", secret=SECRET, period="2026-11")
    assert november != pseudonym("U123", "slack", secret=SECRET, period="2026-12")
    assert november != pseudonym("U123", "slack", secret=SECRET + b"!", period="2026-11")


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 16"):
        pseudonym("U123", "slack", secret=b"short", period="2026-11")


def test_the_month_is_that_of_utc() -> None:
    assert month(datetime(2026, 12, 1, 0, 30, tzinfo=timezone(timedelta(hours=1)))) == "2026-11"
    assert month(datetime(2026, 12, 1, tzinfo=UTC)) == "2026-12"
    with pytest.raises(ValueError, match="time zone"):
        month(datetime(2026, 12, 1, tzinfo=UTC).replace(tzinfo=None))
