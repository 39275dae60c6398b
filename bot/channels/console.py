"""The terminal: one question, a file of questions, or a conversation with follow-up by number."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from bot.answer import Answer
from bot.desk import PolicyDesk, QuestionError
from bot.messages import say
from bot.questions import Question
from bot.requests import RequestError, read_request

CHANNEL = "terminal"


def answers_to_lines(desk: PolicyDesk, lines: Iterable[str], today: date, asker: str) -> Iterator[str]:
    """One JSON answer a line of JSON, in order and with the same `id`; a line that is no question gets an error."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            request = read_request(line)
        except RequestError as error:
            yield json.dumps({"id": None, "line": number, "error": f"line {number}: {error}"}, ensure_ascii=False)
            continue
        try:
            answer = desk.ask(request.asked_on(today), CHANNEL, asker).model_dump(mode="json")
        except QuestionError as error:
            answer = {"error": str(error)}
        yield json.dumps(
            {**answer, "id": request.id if request.id is not None else answer.get("id")}, ensure_ascii=False
        )


class Conversation:
    """A conversation in the terminal: every line is a question, a number chooses one of the last answer's options."""

    def __init__(self, desk: PolicyDesk, today: Callable[[], date], asker: str) -> None:
        self._desk = desk
        self._today = today
        self._asker = asker
        self._turns: list[tuple[str, dict[str, tuple[str, ...]]]] = []
        self._last: Answer | None = None

    def say(self, line: str) -> str:
        """What the bot says to the line."""
        chosen = self._chosen(line.strip())
        if chosen is None:
            self._turns.append((line, {}))
        else:
            fact, value = chosen
            text, given = self._turns.pop()
            kept = given.get(fact, ()) if fact in ("data", "purpose") else ()
            self._turns.append((text, {**given, fact: (*kept, value)}))
        *earlier, (text, given) = self._turns
        question = Question(
            text=text,
            today=self._today(),
            thread=tuple(text for text, _ in earlier),
            thread_given=tuple(given for _, given in earlier),
            given=given,
        )
        self._last = answer = self._desk.ask(question, CHANNEL, self._asker)
        if answer.near_misses:
            near = "\n".join(f"  «{citation.quote}» – {citation.title}" for citation in answer.near_misses)
            return f"{answer.text}\n\n{say('near_misses', answer.language)}\n{near}"
        return answer.text

    def _chosen(self, line: str) -> tuple[str, str] | None:
        """The fact and value behind the number of an option of the last answer, or None."""
        decision = self._last.decision if self._last is not None else None
        if not line.isdigit() or decision is None or not decision.missing_facts:
            return None
        options = decision.missing_facts[0].options
        number = int(line)
        return (options[number - 1].fact, options[number - 1].value) if 1 <= number <= len(options) else None
