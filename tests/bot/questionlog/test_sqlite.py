"""The question log in SQLite: what was recorded is there, whoever else writes and whatever happens to the process."""

import signal
import sqlite3
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from bot.questionlog.entries import Entry
from bot.questionlog.errors import AlreadyRecorded, LogUnavailable
from bot.questionlog.log import QuestionLog
from bot.questionlog.migrations import migrations, questions
from bot.questionlog.sqlite import SqliteQuestionLog, entry, row

WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from bot.questionlog.entries import Entry
from bot.questionlog.sqlite import SqliteQuestionLog

log = SqliteQuestionLog(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    log.record(Entry(
        id=f"{sys.argv[2]}-{number}", asked_at=datetime(2026, 11, 23, tzinfo=UTC), channel="web", asker="a",
        language="nl", kind="decision", status="answered", standpoint="s", index_version="v", duration_ms=1,
    ))
    print(f"{sys.argv[2]}-{number}", flush=True)
"""
ROOT = Path(__file__).parents[3]


def asked(entry_id: str = "q1", at: datetime = datetime(2026, 11, 23, tzinfo=UTC), text: str | None = None) -> Entry:
    return Entry(
        id=entry_id,
        asked_at=at,
        channel="terminal",
        text=text,
        asker="0123456789abcdef",
        language="nl",
        kind="decision",
        status="answered",
        standpoint="2025-overheidsbreed",
        index_version="v1",
        duration_ms=3.1,
    )


def writer(path: Path, name: str, entries: int) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", WRITER, str(path), name, str(entries)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def entries() -> st.SearchStrategy[Entry]:
    texts = st.text(max_size=20)
    some, maybe = st.lists(texts, max_size=3).map(tuple), st.none() | texts
    return st.builds(
        Entry,
        id=texts,
        asked_at=st.datetimes(timezones=st.timezones()).filter(lambda at: 1 < at.year < 9999),
        channel=texts,
        thread=maybe,
        text=maybe,
        text_kinds=some,
        asker=texts,
        language=texts,
        kind=texts,
        status=texts,
        outcome=maybe,
        gap=maybe,
        standpoint=texts,
        index_version=texts,
        facts=st.dictionaries(texts, texts | some, max_size=3),
        rules=some,
        anchors=some,
        tool=maybe,
        duration_ms=st.floats(min_value=0, allow_infinity=False),
    )


@given(entries())
def test_an_entry_comes_back_from_its_row_as_it_was(one: Entry) -> None:
    assert entry(row(one)) == one


@given(entries())
@settings(max_examples=40, deadline=None)
def test_an_entry_comes_back_from_the_database_as_it_was(one: Entry) -> None:
    with tempfile.TemporaryDirectory() as folder:
        log = SqliteQuestionLog(Path(folder) / "log.db")
        log.record(one)
        assert log.get(one.id) == one


def test_an_entry_that_is_not_there_is_none(tmp_path: Path) -> None:
    log: QuestionLog = SqliteQuestionLog(tmp_path / "log.db")
    assert log.get("q1") is None
    assert log.recent(5) == ()
    assert log.count() == 0


def test_the_latest_questions_come_first(tmp_path: Path) -> None:
    log = SqliteQuestionLog(tmp_path / "log.db")
    noon = datetime(2026, 11, 23, 12, tzinfo=UTC)
    for entry_id, minutes in (("b", 1), ("c", 2), ("a", 0)):
        log.record(asked(entry_id, noon + timedelta(minutes=minutes)))
    assert [one.id for one in log.recent(2)] == ["c", "b"]
    assert log.recent(0) == log.recent(-1) == ()
    assert log.count() == 3


def test_recording_the_same_entry_again_changes_nothing(tmp_path: Path) -> None:
    log = SqliteQuestionLog(tmp_path / "log.db")
    log.record(asked())
    log.record(asked())
    assert log.count() == 1


def test_another_entry_with_the_same_id_is_refused_and_the_first_one_stays(tmp_path: Path) -> None:
    log = SqliteQuestionLog(tmp_path / "log.db")
    log.record(asked(text="mag dit?"))
    with pytest.raises(AlreadyRecorded, match="`q1`"):
        log.record(asked(text="mag dat?"))
    assert log.get("q1") == asked(text="mag dit?")


def test_a_file_that_cannot_be_opened_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(LogUnavailable, match="check that its folder exists"):
        SqliteQuestionLog(tmp_path / "nowhere" / "log.db")


def test_a_log_of_the_first_migration_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    with Database(path) as db:
        migrations.apply(db, stop_before="m002_ways_in")
        questions(db).insert(row(asked()))
    log = SqliteQuestionLog(path)
    assert log.get("q1") == asked()
    with Database(path) as db:
        assert [migration.name for migration in migrations.applied(db)] == ["m001_questions", "m002_ways_in"]
        assert {tuple(index.columns) for index in questions(db).indexes} >= {("asked_at",), ("asker", "asked_at")}


def test_reading_does_not_wait_for_writing(tmp_path: Path) -> None:
    log = SqliteQuestionLog(tmp_path / "log.db")
    log.record(asked())
    connection = sqlite3.connect(tmp_path / "log.db", isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    assert log.get("q1") == asked()
    connection.close()


def test_threads_share_one_log(tmp_path: Path) -> None:
    log = SqliteQuestionLog(tmp_path / "log.db")
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda number: log.record(asked(f"q{number}")), range(80)))
    assert log.count() == 80


def test_processes_that_begin_and_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    writers = [writer(path, f"w{number}", 50) for number in range(4)]
    said = [process.communicate()[0].split() for process in writers]
    assert [process.returncode for process in writers] == [0, 0, 0, 0]
    log = SqliteQuestionLog(path)
    assert log.count() == 200
    assert all(log.get(entry_id) is not None for ids in said for entry_id in ids)


def test_what_was_recorded_survives_a_kill_of_the_process(tmp_path: Path) -> None:
    process = writer(tmp_path / "log.db", "w", 100_000)
    assert process.stdout is not None
    recorded = [process.stdout.readline().strip() for _ in range(40)]
    process.send_signal(signal.SIGKILL)
    recorded += process.communicate()[0].split("\n")[:-1]
    log = SqliteQuestionLog(tmp_path / "log.db")
    assert [entry_id for entry_id in recorded if log.get(entry_id) is None] == []
    with Database(tmp_path / "log.db") as db:
        assert next(db.query("PRAGMA integrity_check")) == {"integrity_check": "ok"}
