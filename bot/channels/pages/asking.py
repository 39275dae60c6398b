"""What `POST /api/ask` takes: a question as JSON."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from bot.questions import Question
from knowledge.model import Model


class AskError(Exception):
    """The body is not a question; the text says what is wrong and what it should be."""


class AskRequest(Model):
    """A question with what may be asked beside its words, as a line of `magdat ask --jsonl` has it.

    `id` is the sender's own and is not used here.
    """

    question: str
    id: str | int | None = None
    thread: Annotated[tuple[str, ...], Field(max_length=50)] = ()
    facts: Mapping[str, str | tuple[str, ...]] = {}
    as_of: date | None = None
    standpoint: str | None = None
    language: Literal["nl", "en"] | None = None

    def as_question(self, today: date) -> Question:
        """The question as it is put to the desk."""
        return Question(
            text=self.question,
            today=today,
            thread=self.thread,
            given={name: (value,) if isinstance(value, str) else value for name, value in self.facts.items()},
            as_of=self.as_of,
            standpoint=self.standpoint,
            language=self.language,
        )


def read_request(body: bytes) -> AskRequest:
    """The question in the body; raises AskError, with a sentence that says what to send instead."""
    try:
        return AskRequest.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
    if first["type"] == "json_invalid":
        raise AskError('the body is not JSON; send an object such as {"question": "Mag ik Copilot gebruiken?"}')
    if not first["loc"]:
        raise AskError('the body is not an object; send one such as {"question": "Mag ik Copilot gebruiken?"}')
    if first["type"] == "extra_forbidden":
        known = ", ".join(f"`{name}`" for name in AskRequest.model_fields)
        raise AskError(f"there is no field `{first['loc'][0]}`; the fields are {known}")
    # A union names each of its members in the place of an error: `facts`, `data`, `str`.
    place = ".".join(str(part) for part in first["loc"][:2])
    wanted = "a text or a list of texts" if first["loc"][0] == "facts" else first["msg"][:1].lower() + first["msg"][1:]
    raise AskError(f"`{place}`: {wanted}")
