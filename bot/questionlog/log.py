"""The question log as its users see it: a port that a database implements."""

from typing import Protocol

from bot.questionlog.entries import Entry


class QuestionLog(Protocol):
    """Keeps entries; what was recorded is there until retention or its asker removes it."""

    def record(self, entry: Entry) -> None:
        """Keeps `entry`, on disk when this returns; the same entry again changes nothing.

        Raises AlreadyRecorded if another entry has its id, LogUnavailable if it could not be kept.
        """

    def get(self, entry_id: str) -> Entry | None:
        """The entry called `entry_id`, or None."""

    def recent(self, limit: int) -> tuple[Entry, ...]:
        """At most `limit` entries, the latest question first."""

    def count(self) -> int:
        """How many entries there are."""
