"""The question log in a SQLite file."""

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from bot.questionlog.entries import Entry
from bot.questionlog.errors import AlreadyRecorded, LogUnavailable
from bot.questionlog.migrations import migrations, questions

BUSY_SECONDS = 30.0
_JSON = ("text_kinds", "facts", "rules", "anchors")


class SqliteQuestionLog:
    """The question log in the file at `path`, made or brought up to date when needed; for many threads and processes.

    Every call has a connection of its own, as one belongs to the thread that opened it. The journal is a write-ahead
    log, so that reading does not wait for writing, and `synchronous` is FULL: NORMAL would survive a killed process but
    can lose the last entries with the power (https://www.sqlite.org/pragma.html#pragma_synchronous).
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._database() as db:
            _enable_wal(db)
            if migrations.pending(db):
                db.execute("BEGIN IMMEDIATE")  # one process migrates, the others find it done
                migrations.apply(db)
                db.commit()

    def record(self, entry: Entry) -> None:
        """Keeps `entry`, on disk when this returns; the same entry again changes nothing.

        Raises AlreadyRecorded if another entry has its id, LogUnavailable if it could not be kept.
        """
        with self._database() as db:
            try:
                questions(db).insert(row(entry))
                return
            except sqlite3.IntegrityError:
                known = self.get(entry.id)
        if known != entry:
            raise AlreadyRecorded(f"another entry is called `{entry.id}`; give this one an id of its own")

    def get(self, entry_id: str) -> Entry | None:
        """The entry called `entry_id`, or None."""
        with self._database() as db:
            return next(map(entry, questions(db).rows_where("id = ?", [entry_id])), None)

    def recent(self, limit: int) -> tuple[Entry, ...]:
        """At most `limit` entries, the latest question first."""
        with self._database() as db:
            latest = questions(db).rows_where(order_by="asked_at desc, rowid desc", limit=max(0, limit))
            return tuple(map(entry, latest))

    def count(self) -> int:
        """How many entries there are."""
        with self._database() as db:
            return int(questions(db).count)

    @contextmanager
    def _database(self) -> Iterator[Database]:
        try:
            with closing(sqlite3.connect(self.path, timeout=BUSY_SECONDS)) as connection:
                db = Database(connection, execute_plugins=False)
                db.execute("PRAGMA synchronous = FULL")
                yield db
        except sqlite3.IntegrityError:
            raise
        except sqlite3.Error as error:
            raise LogUnavailable(
                f"question log `{self.path}`: {error}; check that its folder exists and can be written"
            ) from error


def row(entry: Entry) -> dict[str, Any]:
    """The columns of an entry."""
    values = entry.model_dump()
    values["asked_at"] = entry.asked_at.isoformat(timespec="microseconds")
    return values | {name: json.dumps(values[name], ensure_ascii=False) for name in _JSON}


def entry(row: dict[str, Any]) -> Entry:
    """The entry that a row holds."""
    read = {name: json.loads(row[name]) for name in _JSON}
    return Entry(**{**row, **read, "asked_at": datetime.fromisoformat(row["asked_at"])})


def _enable_wal(db: Database) -> None:
    """Turns the write-ahead log on; SQLite does not wait its busy time for this change, hence the repeated attempts."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            db.enable_wal()
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
