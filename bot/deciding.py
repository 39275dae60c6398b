"""A decision in the words of its reader: the rules' outcome on a case, with its citations and its alternatives."""

from collections import Counter
from typing import NamedTuple

from bot.answer import (
    Assumption,
    Change,
    Condition,
    DecisionView,
    ExceptionLine,
    MissingFact,
    Option,
    OtherStandpoint,
)
from bot.cases import facts_of, resolved_tool
from bot.citing import Citations
from bot.conversation import Case
from bot.messages import headline, listed, say
from knowledge.alternatives import what_would_change, worth_asking
from knowledge.approvals import REGISTER, restricted
from knowledge.base import KnowledgeBase
from knowledge.deciding import decide
from knowledge.decisions import POLARITY, STRICTNESS, Branch, CheckedRequirement, Decision, Policy
from knowledge.facts import Facts
from knowledge.model import Language
from knowledge.standpoints import Standpoint
from knowledge.vocabulary import Tool

_MANY = 8
"""With more replies than this, those that lead to the usual outcome are shown as one: the first of them."""


class DecidedCase(NamedTuple):
    """A decision as it is shown, with the citations and the facts it rests on."""

    view: DecisionView
    citations: Citations
    facts: Facts
    tool: Tool | None
    understood: str


def decided(base: KnowledgeBase, case: Case, standpoint: Standpoint, language: Language) -> DecidedCase:
    """The decision on the case under the standpoint; of several tools, that on the one treated most strictly."""
    decision, facts, tool = _decision(base, case, standpoint)
    policy = _policy(base, standpoint)
    citations = Citations(base)
    if REGISTER in decision.rules and tool is not None:
        citations.register(base.approval(tool.id), tool, language)
    citations.pin(decision.basis)
    exceptions = tuple(
        ExceptionLine(
            text=exception.label.get(language),
            rule=exception.id,
            citations=citations.pin(exception.basis),
            conditions=tuple(_condition(line, citations, language) for line in exception.requirements),
        )
        for exception in decision.exceptions
    )
    lines = [(line.advice, _condition(line, citations, language)) for line in decision.requirements]
    branches = () if REGISTER in decision.rules else worth_asking(decision, policy, facts)
    asked = tuple(_missing(base, branches, tool, language)) if branches else ()
    unless = listed([exception.text for exception in exceptions], language)
    view = DecisionView(
        modality=decision.modality,
        outcome=decision.outcome,
        headline=headline(decision.outcome, language, unless=unless, asked=asked[0].question if asked else ""),
        reason=_reason(base, decision, case, facts, tool, language),
        conditions=tuple(line for advice, line in lines if not advice),
        exceptions=exceptions,
        advice=tuple(line for advice, line in lines if advice),
        rules=decision.rules,
        conflicts=decision.conflicts,
        assumptions=_assumptions(base, facts, language) if decision.modality == "permission" else (),
        missing_facts=asked,
        would_change=tuple(
            Change(fact=b.fact, value=b.value, label=label_of(base, b.fact, b.value, language), outcome=b.outcome)
            for b in (() if REGISTER in decision.rules else what_would_change(decision, policy, facts))
        ),
        other_standpoints=_others(base, case, standpoint, decision, language),
    )
    return DecidedCase(view, citations, facts, tool, _understood(base, facts, case, tool, language))


def label_of(base: KnowledgeBase, fact: str, value: str, language: Language) -> str:
    """How a value of a fact is called in the language; a tool by its name."""
    if fact == "tool":
        tool = base.tools.get(value)
        return tool.called(language) if tool is not None else value
    return base.definitions[fact].option(value).label.get(language)


def _policy(base: KnowledgeBase, standpoint: Standpoint) -> Policy:
    return Policy(rules=standpoint.rules, definitions=base.definitions, tools=base.tools)


def _decision(base: KnowledgeBase, case: Case, standpoint: Standpoint) -> tuple[Decision, Facts, Tool | None]:
    policy = _policy(base, standpoint)
    modality = case.modality or "permission"
    duty = _duty(base, standpoint, case.duty) if modality == "duty" else None
    options: list[tuple[Decision, Facts, Tool | None]] = []
    for named in case.tools or (None,):
        tool = resolved_tool(base, named, case.facts) if named is not None else None
        facts = facts_of(base, case, tool)
        decision = decide(policy, facts, modality, duty)
        approval = base.approval(tool.id) if tool is not None else None
        options.append((restricted(decision, approval, facts) if approval else decision, facts, tool))
    return max(options, key=lambda option: STRICTNESS.index(option[0].outcome))


def _duty(base: KnowledgeBase, standpoint: Standpoint, duty: str | None) -> str | None:
    """The duty topic, or the related one where this standpoint has no rule for it; `unknown` without a topic."""
    topics = {topic.id: topic for topic in base.duties}
    ruled = {rule.duty for rule in standpoint.rules.rules if rule.modality == "duty"}
    if duty is None:
        return "unknown"
    related = topics[duty].related
    return duty if duty in ruled or related not in ruled else related


def _condition(line: CheckedRequirement, citations: Citations, language: Language) -> Condition:
    return Condition(
        text=line.text.get(language), state=line.state, rule=line.rule, citations=citations.pin(line.basis)
    )


def _reason(
    base: KnowledgeBase, decision: Decision, case: Case, facts: Facts, tool: Tool | None, language: Language
) -> str:
    parts = []
    if decision.outcome == "depends" and case.unknown_tool is not None and not case.tools:
        parts.append(say("unknown_tool", language, tool=case.unknown_tool))
    elif decision.branches and facts.unclear(decision.branches[0].fact):
        parts.append(say("unclear", language))
    elif decision.outcome == "depends" and tool is not None:
        parts.append(tool.note.get(language))
    if decision.reason is not None:
        parts.append(decision.reason.get(language))
    elif decision.outcome == "depends" and decision.branches:
        parts.append(base.definitions[decision.branches[0].fact].why.get(language))
    if decision.outcome == "not_settled":
        parts.append(say("not_settled", language))
    if len(case.tools) > 1 and tool is not None:
        names = listed([named.called(language) for named in case.tools], language)
        parts.append(say("several_tools", language, tool=tool.called(language), list=names))
    if decision.conflicts:
        parts.append(say("conflict", language, pair=" / ".join(decision.conflicts[0])))
    return " ".join(parts)


def _missing(
    base: KnowledgeBase, branches: tuple[Branch, ...], tool: Tool | None, language: Language
) -> list[MissingFact]:
    definition = base.definitions[branches[0].fact]
    if len(branches) > _MANY:
        usual = Counter(branch.outcome for branch in branches).most_common(1)[0][0]
        first = next(branch for branch in branches if branch.outcome == usual)
        branches = tuple(branch for branch in branches if branch is first or branch.outcome != usual)
    question = definition.question.get(language)
    if definition.id == "tool" and tool is not None:
        question = say("which_tool", language, tool=tool.called(language).split(" (")[0])
    options = tuple(
        Option(fact=b.fact, value=b.value, label=label_of(base, b.fact, b.value, language), outcome=b.outcome)
        for b in branches
    )
    return [MissingFact(fact=definition.id, question=question, why=definition.why.get(language), options=options)]


def _assumptions(base: KnowledgeBase, facts: Facts, language: Language) -> tuple[Assumption, ...]:
    return tuple(
        Assumption(fact=name, value=value, label=label_of(base, name, value, language))
        for name, known in facts.values.items()
        if known.source == "assumed"
        for value in sorted(known.included)
    )


def _others(
    base: KnowledgeBase, case: Case, standpoint: Standpoint, decision: Decision, language: Language
) -> tuple[OtherStandpoint, ...]:
    """What the other versions say of the same case, where that has another polarity."""
    found = []
    for other in base.standpoints:
        if other.id != standpoint.id and other.status in ("in_force", "superseded"):
            outcome = _decision(base, case, other)[0].outcome
            if POLARITY[outcome] != POLARITY[decision.outcome]:
                found.append(OtherStandpoint(standpoint=other.id, title=other.title.get(language), outcome=outcome))
    return tuple(found)


def _understood(base: KnowledgeBase, facts: Facts, case: Case, tool: Tool | None, language: Language) -> str:
    """What was read from the question: the tool and every fact that was said, in words."""
    named = tool.called(language) if tool is not None else case.unknown_tool
    items = [named] if named is not None else []
    for name in ("terms", "organisation", "data", "purpose"):
        known = facts.get(name)
        if known is not None and known.source not in ("assumed", "register"):
            items += [label_of(base, name, value, language) for value in sorted(known.included)]
            items += [
                say("without", language, label=label_of(base, name, value, language))
                for value in sorted(known.excluded)
                if name == "data" and "public" not in known.included
            ]
    return say("understood", language, list=", ".join(items)) if items else ""
