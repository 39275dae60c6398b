"""The composition root: where settings, knowledge, index, log and desk come together."""

import os
import secrets
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

import simplemma
from pydantic import ValidationError

from bot.answer import IndexView
from bot.answering import Answerer
from bot.desk import PolicyDesk
from bot.questionlog.sqlite import SqliteQuestionLog
from bot.settings import Settings
from indexer.publishing import Publication, open_active, publish
from indexer.readers.markdown import read_markdown
from knowledge.base import KnowledgeBase
from knowledge.check import check
from knowledge.errors import Finding
from knowledge.loading import read_knowledge
from knowledge.reading import Sources

CONTENT = Path(__file__).resolve().parent.parent / "knowledge" / "content"


class NotPublished(Exception):
    """There is no published index in the data folder yet."""


class ContentWrong(Exception):
    """The content has mistakes; `findings` says where and what to do."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"the content has {len(findings)} mistakes")
        self.findings = findings


def read_content(settings: Settings) -> tuple[KnowledgeBase, Sources]:
    """The knowledge as it stands in the content files, and where in them everything stands.

    Raises KnowledgeErrors or ReadError where it cannot be read.
    """
    files = sorted((CONTENT / "documents").glob("*.md"))
    documents = tuple(read_markdown(file.read_text(encoding="utf-8"), str(file)) for file in files)
    return read_knowledge(CONTENT, documents, settings.register_file)


def build_index(settings: Settings) -> Publication:
    """Checks the content and publishes it; raises ContentWrong, and publishes nothing, if there are findings."""
    base, sources = read_content(settings)
    findings = check(base, sources)
    if findings:
        raise ContentWrong(findings)
    settings.data.mkdir(parents=True, exist_ok=True)
    knowledge = base.model_dump_json(by_alias=True).encode()
    return publish(knowledge, base.passages, base.glossary, settings.data / "index")


def open_answerer(settings: Settings) -> Answerer:
    """The answerer of the active publication; raises NotPublished when there is none that this version can read."""
    publication = open_active(settings.data / "index")
    if publication is None:
        raise NotPublished(f"there is no index in `{settings.data}` yet; run `magdat index build`")
    try:
        base = KnowledgeBase.model_validate_json(publication.knowledge)
    except ValidationError as error:
        raise NotPublished("the index was made by another version of the program; run `magdat index build`") from error
    index = IndexView(version=publication.version, sha256=publication.sha256)
    is_known("is", "nl"), is_known("is", "en")  # loads the dictionaries now instead of at the first question
    return Answerer(base, publication.searcher, index, is_known)


def open_desk(settings: Settings, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> PolicyDesk:
    """The desk on the active publication, with the question log of the data folder."""
    answerer = open_answerer(settings)
    return PolicyDesk(answerer, SqliteQuestionLog(settings.data / "questions.db"), secret_of(settings), now)


def secret_of(settings: Settings) -> bytes:
    """The secret from the settings, else the one kept in the data folder, made there at first use."""
    if settings.secret is not None:
        return settings.secret.encode()
    file = settings.data / "secret"
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        with open(file, "x", encoding="ascii", opener=_private) as new:
            new.write(secrets.token_hex(32))
    except FileExistsError:
        pass
    return file.read_bytes()


def today() -> date:
    """The day on this machine's calendar."""
    return datetime.now().astimezone().date()


@lru_cache(maxsize=50_000)
def is_known(word: str, language: str) -> bool:
    """Whether the dictionary of the language (`nl` or `en`) has the word."""
    return bool(simplemma.is_known(word, lang=language))


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, mode=0o600)
