"""A real publication of the content, and a desk with an empty question log on it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.answering import Answerer
from bot.bootstrap import build_index, open_answerer
from bot.desk import PolicyDesk
from bot.questionlog.sqlite import SqliteQuestionLog
from bot.settings import Settings
from knowledge.base import KnowledgeBase

TODAY = date(2026, 11, 2)
NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
SECRET = "a secret for tests"


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings with a data folder in which the content is published."""
    settings = Settings(data=tmp_path_factory.mktemp("data"), secret=SECRET)
    build_index(settings)
    return settings


@pytest.fixture(scope="session")
def answerer(published: Settings) -> Answerer:
    return open_answerer(published)


@pytest.fixture(scope="session")
def base(answerer: Answerer) -> KnowledgeBase:
    return answerer.base


@pytest.fixture
def desk(answerer: Answerer, tmp_path: Path) -> PolicyDesk:
    log = SqliteQuestionLog(tmp_path / "questions.db")
    return PolicyDesk(answerer, log, SECRET.encode(), lambda: NOW)
