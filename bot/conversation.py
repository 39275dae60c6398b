"""What a thread has established, and what a further question adds to it."""

from datetime import date

from bot.understanding.tools import ToolFinder
from bot.understanding.understanding import Kind, Understanding
from knowledge.facts import FactValue
from knowledge.model import Language, Model
from knowledge.rules import Modality
from knowledge.vocabulary import Tool


class Case(Model):
    """A question in its thread: what it asks, and all that was said that still holds.

    `searched` is the text to search passages with: the question, after what it leans on.
    """

    kind: Kind
    language: Language
    searched: str
    modality: Modality | None = None
    duty: str | None = None
    facts: dict[str, FactValue] = {}
    tools: tuple[Tool, ...] = ()
    unknown_tool: str | None = None
    standpoint: str | None = None
    day: date | None = None
    readable: bool = True
    greeting: bool = False
    off_topic: bool = False
    on_topic: bool = True


def begin(understood: Understanding) -> Case:
    """The case of a question that stands by itself."""
    return Case(
        kind=understood.kind,
        language=understood.language,
        searched=understood.searched,
        modality=understood.modality,
        duty=understood.duty,
        facts=understood.facts,
        tools=understood.tools,
        unknown_tool=understood.unknown_tool,
        standpoint=understood.standpoint,
        day=understood.day,
        readable=understood.readable,
        greeting=understood.greeting,
        off_topic=understood.off_topic,
        on_topic=understood.on_topic,
    )


def go_on(case: Case, understood: Understanding, finder: ToolFinder) -> Case:
    """The case after a further question in the same thread.

    A question about the bot, or about something else altogether, stands by itself. Otherwise the tool and the facts of
    the thread hold until the question names others: another tool drops the terms of the first, other data replace
    the earlier data, and data that are taken out are no longer in.
    """
    if understood.kind == "meta" or not understood.readable or understood.off_topic:
        return begin(understood)
    if case.kind not in ("decision", "information"):
        return begin(understood)
    tools, unknown_tool = understood.tools, understood.unknown_tool
    narrowed = tuple(finder.narrowed(tool, understood.words) for tool in case.tools)
    follows = understood.elliptical or not understood.explicit
    adds = bool(understood.facts or tools or unknown_tool or narrowed != case.tools)
    kind, modality, duty = understood.kind, understood.modality, understood.duty
    if understood.conditional or (not understood.explicit and not understood.wh and (adds or understood.elliptical)):
        kind, modality = case.kind, case.modality
        duty = understood.topic or case.duty if modality == "duty" else None
    elif understood.explicit and not understood.wh and kind != "decision" and case.kind == "decision":
        kind, modality, duty = "decision", "permission", None
    elif kind == "out_of_scope":
        if not understood.elliptical:
            return begin(understood)
        kind = "information" if understood.wh else case.kind
        modality, duty = (None, None) if understood.wh else (case.modality, case.duty)
    if not tools and unknown_tool is None:
        tools, unknown_tool = narrowed, case.unknown_tool
    kept = dict(case.facts)
    if understood.tools and tools != case.tools:
        kept.pop("terms", None)
    if _elsewhere(case, understood):
        kept = {name: value for name, value in kept.items() if name in ("data", "purpose")}
    return Case(
        kind=kind,
        language=understood.language if understood.words else case.language,
        searched=_searched(case, understood, follows),
        modality=modality,
        duty=duty,
        facts={**kept, **{name: _updated(kept.get(name), value) for name, value in understood.facts.items()}},
        tools=tools,
        unknown_tool=unknown_tool,
        standpoint=understood.standpoint or case.standpoint,
        day=understood.day or case.day,
    )


def _elsewhere(case: Case, understood: Understanding) -> bool:
    """Whether the question is about another organisation than the thread: its contracts and decisions do not count."""
    before, now = case.facts.get("organisation"), understood.facts.get("organisation")
    return now is not None and bool(now.included) and (before is None or before.included != now.included)


def _searched(case: Case, understood: Understanding, follows: bool) -> str:
    if understood.tools:
        return understood.searched
    if case.tools:
        return " ".join([*(tool.name.split(" (")[0] for tool in case.tools), understood.searched])
    return f"{case.searched} {understood.searched}" if follows and understood.elliptical else understood.searched


def _updated(before: FactValue | None, now: FactValue) -> FactValue:
    """What is known of a fact after a further question speaks of it."""
    if before is None or now.included:
        return now
    # Taking the names out of a letter does not tell that nothing personal is left: no longer known, not absent.
    return now.model_copy(
        update={"included": before.included - now.excluded, "excluded": now.excluded - before.included}
    )
