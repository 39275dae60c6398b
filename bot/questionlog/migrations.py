"""The table of the question log and its changes through time; append, never edit."""

import re
from typing import cast

from sqlite_utils import Database, Migrations
from sqlite_utils.db import Table

migrations = Migrations("magdat.questionlog")


def questions(db: Database) -> Table:
    """The table with one row a question."""
    return cast(Table, db["questions"])


@migrations()
def m001_questions(db: Database) -> None:
    """One row a question; `facts`, `rules`, `anchors` and `text_kinds` hold JSON, `asked_at` ISO 8601 in UTC."""
    texts = dict.fromkeys(
        re.findall(
            r"\w+",
            "id asked_at channel thread text text_kinds asker language kind status outcome gap standpoint index_version"
            " facts rules anchors tool",
        ),
        str,
    )
    columns: dict[str, type] = {**texts, "duration_ms": float}
    optional = {"thread", "text", "outcome", "gap", "tool"}
    questions(db).create(columns, pk="id", not_null=set(columns) - optional)


@migrations()
def m002_ways_in(db: Database) -> None:
    """Indexes for the latest questions and for those of one asker."""
    questions(db).create_index(["asked_at"])
    questions(db).create_index(["asker", "asked_at"])
