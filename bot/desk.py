"""The policy desk: what every channel calls, and the only step with effects."""

from collections.abc import Callable
from datetime import datetime
from time import perf_counter
from uuid import uuid4

from bot.answer import Answer
from bot.answering import Answerer
from bot.questionlog.entries import Entry, redacted
from bot.questionlog.errors import LogUnavailable
from bot.questionlog.log import QuestionLog
from bot.questionlog.pseudonyms import month, pseudonym
from bot.questions import Question


class QuestionError(Exception):
    """A question that names a standpoint, fact or value that does not exist; the text says which."""


class PolicyDesk:
    """Answers questions and records every one of them before its answer leaves."""

    def __init__(self, answerer: Answerer, log: QuestionLog, secret: bytes, now: Callable[[], datetime]) -> None:
        self.answerer = answerer
        self.log = log
        self._secret = secret
        self._now = now

    def ask(self, question: Question, channel: str, asker: str, thread: str | None = None) -> Answer:
        """The answer to the question, which is in the log when this returns.

        `channel` is where it was asked (`terminal`, `web`, `slack:C123`), `asker` the channel's own id of who asked.
        Raises QuestionError for what does not exist, and LogUnavailable when the question cannot be recorded: then
        there is no answer either. An unexpected error is recorded as such and raised.
        """
        started, asked_at, question_id = perf_counter(), self._now(), uuid4().hex
        entry = Entry(
            id=question_id,
            asked_at=asked_at,
            channel=channel,
            thread=thread,
            asker=pseudonym(asker, channel.split(":")[0], secret=self._secret, period=month(asked_at)),
            language=question.language or "nl",
            kind="error",
            status="error",
            standpoint=question.standpoint or "",
            index_version=self.answerer.index.version,
            duration_ms=0.0,
        )
        try:
            answer = self.answerer.answer(question)
        except KeyError as error:
            raise QuestionError(f"there is no `{error.args[0]}`; {self.answerer.choices(question)}") from error
        except Exception:
            self.log.record(redacted(entry, question.text))
            raise
        elapsed = round((perf_counter() - started) * 1000, 3)
        answer = answer.model_copy(update={"id": question_id, "elapsed_ms": elapsed})
        self.log.record(redacted(_described(entry, answer), question.text))
        return answer

    def ready(self) -> str | None:
        """None when questions can be answered and recorded, else what is wrong."""
        try:
            self.log.count()
        except LogUnavailable as error:
            return str(error)
        return None


def _described(entry: Entry, answer: Answer) -> Entry:
    """The entry with what the answer was and what it rested on."""
    decision = answer.decision
    tool = answer.gap.tool if answer.gap is not None and answer.gap.tool is not None else answer.facts.get("tool")
    return entry.model_copy(
        update={
            "language": answer.language,
            "kind": answer.kind,
            "status": answer.status,
            "outcome": decision.outcome if decision is not None else None,
            "gap": answer.gap.kind if answer.gap is not None else None,
            "standpoint": answer.standpoint.id,
            "facts": {name: tuple(v) if isinstance(v, list) else v for name, v in answer.facts.items()},
            "rules": decision.rules if decision is not None else (),
            "anchors": tuple(anchor for citation in answer.citations for anchor in citation.anchors),
            "tool": tool if isinstance(tool, str) else None,
            "duration_ms": answer.elapsed_ms,
        }
    )
