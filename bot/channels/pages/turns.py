"""The conversation on the page: it travels in the form, so that the server keeps nothing and scripts are not needed."""

import re
from collections.abc import Mapping
from typing import Annotated, Self
from urllib.parse import parse_qs

from pydantic import Field, ValidationError

from bot.channels.pages.labels import label
from knowledge.model import Language, Model

MOST_TURNS = 30
_PRESS = re.compile(r"(?P<turn>\d{1,3}):(?P<fact>[\w-]{1,60})=(?P<values>[\w.,!-]{1,600})(?P<unsure>\??)", re.ASCII)

Name = Annotated[str, Field(max_length=80)]


class PageError(Exception):
    """What was posted cannot be answered; the text says why, in the language of the page."""


class Turn(Model):
    """A question as typed, the facts chosen by button, and the number of the turn that it follows on.

    The question of a button is the question of its turn once more, so it follows on what that turn follows on. `unsure`
    names the facts of which the strictest value was taken because the asker did not know.
    """

    question: str
    given: Mapping[Name, tuple[Name, ...]] = {}
    unsure: tuple[Name, ...] = ()
    after: int | None = Field(default=None, ge=0)
    id: Name = ""


class Posted(Model):
    """What the form sent: the turns so far, the language of the page, and what is asked now."""

    turns: tuple[Turn, ...] = ()
    language: Language = "nl"
    conversation: Name = ""
    draft: str = ""
    example: str = ""
    press: str = ""
    only_language: bool = False

    @classmethod
    def read(cls, body: bytes) -> Self:
        """What a form sent as `application/x-www-form-urlencoded`; raises PageError when it is not ours."""
        fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, errors="replace")
        last = {name: values[-1] for name, values in fields.items()}
        language = page_language(last.get("to_language") or last.get("language"))
        encoded = fields.get("turn", [])
        if len(encoded) >= MOST_TURNS:
            raise PageError(label("too_long", language))
        try:
            return cls(
                turns=tuple(Turn.model_validate_json(turn) for turn in encoded),
                language=language,
                conversation=last.get("conversation", ""),
                draft=last.get("question", ""),
                example=last.get("example", ""),
                press=last.get("press", ""),
                only_language="to_language" in last,
            )
        except ValidationError as error:
            raise PageError(label("garbled", language)) from error

    def next(self) -> Turn | None:
        """The turn that is asked for now; None when there is no more than a change of language.

        Raises PageError for an empty question, and for a button of a turn that is not there.
        """
        if self.only_language:
            return None
        if self.press:
            return self._pressed()
        text = self.example or self.draft
        if not text.strip():
            raise PageError(label("empty", self.language))
        return Turn(question=text, after=len(self.turns) - 1 if self.turns else None)

    def thread(self, turn: Turn) -> tuple[Turn, ...]:
        """The earlier turns that the turn follows on, oldest first."""
        earlier: list[Turn] = []
        below, follows = len(self.turns), turn.after
        while follows is not None:
            if follows >= below:  # forged: a turn can only follow on an earlier one
                raise PageError(label("garbled", self.language))
            below, turn = follows, self.turns[follows]
            earlier.insert(0, turn)
            follows = turn.after
        return tuple(earlier)

    def _pressed(self) -> Turn:
        found = _PRESS.fullmatch(self.press)
        if found is None or int(found["turn"]) >= len(self.turns):
            raise PageError(label("garbled", self.language))
        turn, fact = self.turns[int(found["turn"])], found["fact"]
        unsure = [name for name in turn.unsure if name != fact]
        return turn.model_copy(
            update={
                "given": {**turn.given, fact: tuple(found["values"].split(","))},
                "unsure": (*unsure, fact) if found["unsure"] else tuple(unsure),
                "id": "",
            }
        )


def page_language(asked: str | None) -> Language:
    """The language of the page that was asked for; Dutch unless it is one that we have."""
    return "en" if asked == "en" else "nl"
