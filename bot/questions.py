"""A question as it comes in, from whichever channel."""

from collections.abc import Mapping
from datetime import date

from knowledge.model import Language, Model

LONGEST = 4000
"""How many characters of a question are read; what follows is left aside."""


class Question(Model):
    """What somebody asks, and what is asked beside the words.

    `thread` holds the earlier questions of the conversation, oldest first, and `thread_given` the facts given with
    them, as far as there were any. `given` are facts by button or option: per fact the values, where a value with a
    `!` before it is known to be absent. `as_of` and `standpoint` choose another
    version than the one in force on `today`; `language` (`nl` or `en`) overrules that of the question.
    """

    text: str
    today: date
    thread: tuple[str, ...] = ()
    thread_given: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    given: Mapping[str, tuple[str, ...]] = {}
    as_of: date | None = None
    standpoint: str | None = None
    language: Language | None = None
