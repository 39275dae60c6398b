"""The answer: what every channel gets, and the JSON that checks outside the project read."""

from datetime import date
from typing import Literal

from bot.understanding.understanding import Kind
from knowledge.decisions import State
from knowledge.model import Language, Model
from knowledge.rules import Modality, Outcome

Status = Literal["answered", "needs_facts", "unanswered"]
GapKind = Literal["not_settled", "unknown_tool", "no_passage", "not_understood"]


class Citation(Model):
    """A numbered quote with its source; `score` is that of the search, or null for a pinned passage."""

    n: int
    role: Literal["basis", "related"]
    document: str
    title: str
    text: Literal["official", "digest"]
    section: str
    page: int | None
    anchors: tuple[str, ...]
    quote: str
    reference: str
    date: str | None
    url: str | None
    standpoint: str
    status: str
    score: float | None


class Condition(Model):
    """A line of the checklist, its state, the rule it comes from and the citations that carry it."""

    text: str
    state: State
    rule: str
    citations: tuple[int, ...]


class ExceptionLine(Model):
    """A way out of a negative outcome: what it is, and its own checklist."""

    text: str
    rule: str
    conditions: tuple[Condition, ...]
    citations: tuple[int, ...]


class Assumption(Model):
    """A fact that nobody stated and that was taken to be so."""

    fact: str
    value: str
    label: str


class Option(Model):
    """A possible reply to the question back, and the outcome it leads to."""

    fact: str
    value: str
    label: str
    outcome: Outcome


class MissingFact(Model):
    """The one question back, why it is asked, and the replies."""

    fact: str
    question: str
    why: str
    options: tuple[Option, ...]


class Change(Model):
    """One changed fact that would turn the outcome."""

    fact: str
    value: str
    label: str
    outcome: Outcome


class OtherStandpoint(Model):
    """What another version of the policy says of the same case."""

    standpoint: str
    title: str
    outcome: Outcome


class DecisionView(Model):
    """The decision in the words of the reader's language."""

    modality: Modality
    outcome: Outcome
    headline: str
    reason: str
    conditions: tuple[Condition, ...]
    exceptions: tuple[ExceptionLine, ...]
    advice: tuple[Condition, ...]
    rules: tuple[str, ...]
    conflicts: tuple[tuple[str, str], ...]
    assumptions: tuple[Assumption, ...]
    missing_facts: tuple[MissingFact, ...]
    would_change: tuple[Change, ...]
    other_standpoints: tuple[OtherStandpoint, ...]


class Gap(Model):
    """Why the question has no answer, and the name of the tool that the register lacks."""

    kind: GapKind
    tool: str | None = None


class StandpointView(Model):
    """The version of the policy that the answer rests on."""

    id: str
    title: str
    in_force_from: date


class IndexView(Model):
    """The publication that was searched."""

    version: str
    sha256: str


class Answer(Model):
    """The whole answer to one question; `text` says all of it in plain text.

    `facts` are the facts as understood, a set as a list. With a refusal there are no citations.
    """

    id: str = ""
    question: str
    language: Language
    kind: Kind
    status: Status
    headline: str
    text: str = ""
    understood: str = ""
    decision: DecisionView | None = None
    facts: dict[str, str | list[str]] = {}
    citations: tuple[Citation, ...] = ()
    near_misses: tuple[Citation, ...] = ()
    gap: Gap | None = None
    standpoint: StandpointView
    index: IndexView
    elapsed_ms: float = 0.0
