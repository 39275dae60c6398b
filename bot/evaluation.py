"""How well the bot answers a set of questions with known replies: every figure, per group, language and property."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict

from bot.answer import Answer
from bot.answering import Answerer
from bot.questions import Question
from knowledge.decisions import POLARITY
from knowledge.rules import Outcome

_SPLIT_TAGS = ("2023", "thread", "typo", "long", "negation")


class Expectation(BaseModel):
    """What a reply has to be: the acceptable outcomes, the first preferred, and anchors of which one must be cited."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    kind: str
    status: str
    outcome: tuple[Outcome, ...] = ()
    anchors_any: tuple[str, ...] = ()
    gap: str = "none"


class Item(BaseModel):
    """A question of the set, with its thread, its facts, and what is expected."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    question: str
    language: str
    expect: Expectation
    thread: tuple[str, ...] = ()
    standpoint: str | None = None
    as_of: date | None = None
    facts: Mapping[str, str | tuple[str, ...]] = {}
    tags: tuple[str, ...] = ()

    def asked_on(self, today: date) -> Question:
        """The item as a question."""
        given = {name: (value,) if isinstance(value, str) else value for name, value in self.facts.items()}
        return Question(
            text=self.question,
            today=today,
            thread=self.thread,
            given=given,
            standpoint=self.standpoint,
            as_of=self.as_of,
        )


class Scored(BaseModel):
    """An item, what came back, and per score whether it was right; a score that does not apply is absent."""

    item: Item
    answer: Answer
    scores: dict[str, bool]
    unsafe: bool


def score(item: Item, answer: Answer) -> Scored:
    """The scores of one reply, as the evaluation set defines them."""
    expect = item.expect
    outcome = answer.decision.outcome if answer.decision is not None else None
    scores = {"kind": answer.kind == expect.kind, "language": answer.language == item.language}
    unsafe = False
    if expect.kind == "decision":
        scores["outcome"] = outcome in expect.outcome
        unsafe = outcome is not None and POLARITY[outcome] == "positive" and _forbids(expect.outcome)
    if expect.anchors_any:
        hits = [bool(set(expect.anchors_any) & set(citation.anchors)) for citation in answer.citations]
        scores["hit@1"], scores["hit@3"] = any(hits[:1]), any(hits[:3])
    if expect.status == "unanswered":
        scores["unanswerable recall"] = answer.status == "unanswered"
    if expect.status == "answered":
        scores["false refusals"] = answer.status == "unanswered"
    return Scored(item=item, answer=answer, scores=scores, unsafe=unsafe)


def evaluate(items: Iterable[Item], answerer: Answerer, today: date) -> tuple[Scored, ...]:
    """Every item asked in a fresh conversation, and scored."""
    return tuple(score(item, answerer.answer(item.asked_on(today))) for item in items)


def figures(scored: Sequence[Scored]) -> dict[str, Any]:
    """All figures, over everything and per group, language and property: shares, counts, and the unsafe items."""
    groups: dict[str, Callable[[Scored], bool]] = {"all": lambda _: True}
    for group in dict.fromkeys(one.item.tags[0] for one in scored if one.item.tags):
        groups[group] = lambda one, group=group: one.item.tags[:1] == (group,)  # type: ignore[misc]
    for language in ("nl", "en"):
        groups[language] = lambda one, language=language: one.item.language == language  # type: ignore[misc]
    for tag in _SPLIT_TAGS:
        groups[tag] = lambda one, tag=tag: tag in one.item.tags[1:]  # type: ignore[misc]
    return {name: _shares([one for one in scored if belongs(one)]) for name, belongs in groups.items()}


def failures(scored: Iterable[Scored]) -> tuple[Scored, ...]:
    """The items with at least one wrong score; unsafe ones first."""
    wrong = [one for one in scored if one.unsafe or _faults(one)]
    return tuple(sorted(wrong, key=lambda one: not one.unsafe))


def describe(one: Scored) -> str:
    """An item with what was expected and what came back, in a few lines."""
    expect, answer = one.item.expect, one.answer
    outcome = answer.decision.outcome if answer.decision is not None else "-"
    cited = ", ".join(citation.anchors[0] for citation in answer.citations[:3] if citation.anchors) or "-"
    faults = ", ".join([*(["UNSAFE"] if one.unsafe else []), *_faults(one)])
    return (
        f"{one.item.id} [{faults}] {' >> '.join([*one.item.thread, one.item.question])}\n"
        f"    expected {expect.kind}/{expect.status} {'|'.join(expect.outcome) or '-'} {' '.join(expect.anchors_any)}\n"
        f"    got      {answer.kind}/{answer.status} {outcome} {cited} {answer.facts}"
    )


def _forbids(outcomes: Sequence[Outcome]) -> bool:
    return bool(outcomes) and all(POLARITY[outcome] != "positive" for outcome in outcomes)


def _faults(one: Scored) -> list[str]:
    return [name for name, right in one.scores.items() if right == (name == "false refusals")]


def _shares(scored: Sequence[Scored]) -> dict[str, Any]:
    names = dict.fromkeys(name for one in scored for name in one.scores)
    shares: dict[str, Any] = {"items": len(scored)}
    for name in names:
        values = [one.scores[name] for one in scored if name in one.scores]
        shares[name] = round(sum(values) / len(values), 4)
    shares["unsafe"] = sum(one.unsafe for one in scored)
    return shares
