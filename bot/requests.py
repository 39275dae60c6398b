"""A question as JSON: one line of `ask --jsonl`, or the body of `POST /api/ask`."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from bot.questions import Question


class RequestError(ValueError):
    """Input that is no question; the text says what is wrong and what to write."""


class AskRequest(BaseModel):
    """What a question may say. A fact has one value or a list; `thread` are the earlier questions, oldest first, and
    `thread_facts` the facts given with each of them.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    question: str
    id: str | int | None = None
    thread: tuple[str, ...] = ()
    thread_facts: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    facts: Mapping[str, tuple[str, ...]] = {}
    as_of: date | None = None
    standpoint: str | None = None
    language: Literal["nl", "en"] | None = None

    @field_validator("facts", mode="before")
    @classmethod
    def _listed(cls, facts: Any) -> Any:
        return _with_lists(facts)

    @field_validator("thread_facts", mode="before")
    @classmethod
    def _all_listed(cls, turns: Any) -> Any:
        return [_with_lists(facts) for facts in turns] if isinstance(turns, list) else turns

    def asked_on(self, today: date) -> Question:
        """The question as it is asked on `today`."""
        return Question(
            text=self.question,
            today=today,
            thread=self.thread,
            thread_given=self.thread_facts,
            given=self.facts,
            as_of=self.as_of,
            standpoint=self.standpoint,
            language=self.language,
        )


def _with_lists(facts: Any) -> Any:
    """Facts with every single value as a list; anything else as it is, for the validation to refuse."""
    if not isinstance(facts, Mapping):
        return facts
    return {name: (value,) if isinstance(value, str) else value for name, value in facts.items()}


def read_request(raw: str | bytes) -> AskRequest:
    """The request in a JSON text; raises RequestError with one clear sentence for anything else."""
    try:
        return AskRequest.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors()[0]
        if first["type"] == "json_invalid":
            raise RequestError(
                'this is no JSON; write an object such as {"question": "Mag je ChatGPT gebruiken?"}'
            ) from None
        place = ".".join(map(str, first["loc"])) or "the line"
        raise RequestError(f"`{place}`: {first['msg'].casefold()}") from None
