"""How rules and facts become a decision: defaults, exceptions, and the strictest outcome."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from knowledge.conditions import ALWAYS, evaluate, open_facts
from knowledge.decisions import (
    POLARITY,
    STRICTNESS,
    Branch,
    CheckedException,
    CheckedRequirement,
    Decision,
    Policy,
    State,
)
from knowledge.facts import FactDefinition, Facts, FactValue, fact_value
from knowledge.model import Text
from knowledge.rules import Exception_, Modality, Outcome, Requirement, Rule
from knowledge.truth import Truth

Item = TypeVar("Item", bound=Hashable)

UNTIL_MET = Text(nl="je dit eerst regelt", en="you arrange this first")
"""What completes "Nee, tenzij …" when the only thing in the way is a requirement that is not met yet."""

_STATE: Mapping[Truth, State] = {Truth.TRUE: "met", Truth.FALSE: "unmet", Truth.UNKNOWN: "unknown"}


class _Candidate(NamedTuple):
    """A rule that holds, and the outcome that it gives in this case."""

    rule: Rule
    outcome: Outcome
    taken: Exception_ | None = None
    reachable: tuple[Exception_, ...] = ()


def decide(policy: Policy, facts: Facts, modality: Modality = "permission", duty: str | None = None) -> Decision:
    """The decision of the policy on a case; `not_settled` when no rule speaks to it.

    An exception that holds beats its rule, one that is unknown but reachable softens `not_allowed` to
    `not_allowed_unless`, and of what remains the strictest outcome wins. A positive outcome carries, as an open
    condition, the reservation of every stricter rule of which it is unknown whether it holds; where something was said
    of the fact that decides, but not understood, that fact is asked for instead.
    """
    return _decide(policy, facts, modality, duty, frozenset())


def _decide(policy: Policy, facts: Facts, modality: Modality, duty: str | None, branched: frozenset[str]) -> Decision:
    """The decision in a branch of another one, which took up the facts in `branched` already."""
    rules = rules_for(policy, modality, duty)
    truths = {rule.id: evaluate(rule.when, facts) for rule in rules}
    holding = [rule for rule in rules if truths[rule.id] is Truth.TRUE]
    possible = [rule for rule in rules if truths[rule.id] is Truth.UNKNOWN and rule.outcome not in (None, "depends")]
    overridden = {other for rule in holding for other in rule.overrides}
    candidates = [candidate for rule in holding if rule.id not in overridden for candidate in _candidates(rule, facts)]
    if not candidates:
        return _undetermined(policy, possible, holding, facts, modality, duty, branched)
    outcome = max((candidate.outcome for candidate in candidates), key=STRICTNESS.index)
    reserved: list[Rule] = []
    if modality == "permission" and POLARITY[outcome] == "positive":
        stricter = [rule for rule in possible if rule.outcome is not None and POLARITY[rule.outcome] != "positive"]
        reserved = [rule for rule in stricter if rule.reservation is not None and not _spoken_of(rule, facts)]
        undecided = [rule for rule in stricter if rule not in reserved]
        if undecided:
            return _undetermined(policy, undecided, holding, facts, modality, duty, branched)
    more = any(
        truths[rule.id] is Truth.UNKNOWN and rule.outcome is None and not all(r.advice for r in rule.requirements)
        for rule in rules
    )
    return _determined(outcome, candidates, holding, reserved, more, facts, modality, duty)


def rules_for(policy: Policy, modality: Modality, duty: str | None) -> tuple[Rule, ...]:
    """The rules that speak to a question of this modality and, for a duty, this topic."""
    return tuple(rule for rule in policy.rules.rules if rule.modality == modality and rule.duty == duty)


def branches(
    policy: Policy, definition: FactDefinition, facts: Facts, modality: Modality, duty: str | None
) -> tuple[Branch, ...]:
    """The outcome for every value that the fact can still have; for the terms of an ambiguous name, its variants."""
    return tuple(
        Branch(fact=fact, value=value, outcome=decide(policy, case, modality, duty).outcome)
        for fact, value, case in _cases(policy, definition, facts)
    )


def _cases(
    policy: Policy, definition: FactDefinition, facts: Facts, closed: bool = False
) -> list[tuple[str, str, Facts]]:
    """Per value that the fact can still have: the fact to change, the value, and the facts with that change.

    A `closed` case takes a set to be complete with the value, so that it cannot be asked about again.
    """
    tool = policy.tools.get(facts.one("tool") or "")
    named = policy.tools.branches(tool) if definition.id == "terms" and tool is not None else ()
    denied = {value for value in definition.values if facts.has(definition.id, value) is Truth.FALSE}
    variants = [variant for variant in named if variant.terms not in denied]
    known = facts.get(definition.id) or FactValue()
    included, excluded = (known.included, known.excluded) if definition.kind == "set" else (frozenset(), frozenset())
    if variants:
        return [("tool", variant.id, as_variant(policy, facts, variant.id, variant.terms)) for variant in variants]
    cases = []
    for value in definition.values:
        if facts.has(definition.id, value) is Truth.UNKNOWN:
            chosen = fact_value(definition, included | {value}, excluded)
            chosen = chosen.model_copy(update={"closed": chosen.closed or closed})
            cases.append((definition.id, value, facts.including(definition.id, chosen)))
    return cases


def as_variant(policy: Policy, facts: Facts, tool: str, terms: str | None) -> Facts:
    """The facts of the same case with the tool, and its terms where the register knows them."""
    named = facts.including("tool", fact_value(policy.definitions["tool"], {tool}))
    return named if terms is None else named.including("terms", fact_value(policy.definitions["terms"], {terms}))


def _candidates(rule: Rule, facts: Facts) -> list[_Candidate]:
    """The rule with the outcome it gives here; none for a rule that only adds requirements or asks."""
    if rule.outcome is None or rule.outcome == "depends":
        return []
    truths = [(exception, evaluate(exception.when, facts)) for exception in rule.exceptions]
    for exception, truth in truths:
        if truth is Truth.TRUE:
            return [_Candidate(rule, exception.outcome, taken=exception)]
    reachable = tuple(exception for exception, truth in truths if truth is Truth.UNKNOWN)
    if reachable:
        return [_Candidate(rule, "not_allowed_unless", reachable=reachable)]
    return [_Candidate(rule, rule.outcome)]


def _determined(
    outcome: Outcome,
    candidates: Sequence[_Candidate],
    holding: Sequence[Rule],
    reserved: Sequence[Rule],
    more: bool,
    facts: Facts,
    modality: Modality,
    duty: str | None,
) -> Decision:
    """The decision by the strictest candidates; `more` says that further requirements may turn out to hold."""
    determining = [candidate for candidate in candidates if candidate.outcome == outcome]
    agreeing = [c for c in candidates if c.outcome != outcome and POLARITY[c.outcome] == POLARITY[outcome]]
    modifiers = [rule for rule in holding if rule.outcome is None]
    taken = [candidate.taken for candidate in determining if candidate.taken is not None]
    # What this case brings with it comes before what always holds.
    special = [rule for rule in modifiers if rule.when != ALWAYS]
    general = [rule for rule in modifiers if rule.when == ALWAYS]
    requirements = [
        *(line for rule in special for line in _checked(rule.requirements, rule.id, facts)),
        *(line for c in determining for line in _lines(c, facts)),
        *(_reservation(rule) for rule in reserved),
        *(line for rule in general for line in _checked(rule.requirements, rule.id, facts)),
        *(line for c in agreeing for line in _lines(c, facts)),
    ]
    exceptions = [exception for c in determining for exception in _reachable(c, facts)]
    if outcome == "allowed_if":
        unmet = [line for line in requirements if line.state == "unmet" and not line.advice]
        if unmet:
            exceptions, outcome = [_until_met(unmet)], "not_allowed_unless"
        elif not more and all(line.state == "met" for line in requirements if not line.advice):
            outcome = "allowed"
    if modality == "permission" and POLARITY[outcome] != "positive":
        telling = {line.rule for line in requirements if line.advice or (not taken and line.state == "unmet")}
        modifiers = [rule for rule in modifiers if rule.id in telling]
        requirements = [line for line in requirements if line.advice]
    return Decision(
        modality=modality,
        duty=duty,
        outcome=outcome,
        rules=_unique([e.id for e in taken] + [c.rule.id for c in determining] + [rule.id for rule in modifiers]),
        reason=taken[0].reason if taken else determining[0].rule.reason,
        requirements=_distinct(requirements),
        exceptions=tuple(exceptions),
        basis=_unique(
            [b for exception in taken for b in exception.basis]
            + [b for c in determining for b in c.rule.basis]
            + [b for rule in modifiers for b in rule.basis]
        ),
        conflicts=_conflicts(candidates),
    )


def _undetermined(
    policy: Policy,
    possible: Sequence[Rule],
    holding: Sequence[Rule],
    facts: Facts,
    modality: Modality,
    duty: str | None,
    branched: frozenset[str],
) -> Decision:
    """The decision when no rule settles the case: ask for the fact that does, or say that the policy is silent."""
    modifiers = [rule for rule in holding if rule.outcome is None and any(line.advice for line in rule.requirements)]
    counts = Counter(name for rule in possible for name in open_facts(rule.when, facts))
    if not counts:
        rules = [rule for rule in holding if rule.outcome == "not_settled"] or modifiers
        return Decision(
            modality=modality,
            duty=duty,
            outcome="not_settled",
            rules=tuple(rule.id for rule in rules),
            basis=_unique(b for rule in rules for b in rule.basis),
        )
    deciding = max(policy.definitions, key=lambda name: counts[name])
    # A set can be open again after one of its values is known; the second time it is taken to be complete.
    cases = _cases(policy, policy.definitions[deciding], facts, closed=deciding in branched)
    decisions = [_decide(policy, case, modality, duty, branched | {deciding}) for _, _, case in cases]
    found = tuple(
        Branch(fact=fact, value=value, outcome=decision.outcome)
        for (fact, value, _), decision in zip(cases, decisions, strict=True)
    )
    outcomes = {branch.outcome for branch in found}
    if not any(POLARITY[outcome] == "positive" or outcome == "depends" for outcome in outcomes):
        # Whatever the fact turns out to be, the answer is not yes: say so at once, as the mildest branch says it.
        mildest = min(decisions, key=lambda decision: STRICTNESS.index(decision.outcome))
        return mildest.model_copy(update={"branches": found if len(outcomes) > 1 else ()})
    asking = [rule for rule in rules_for(policy, modality, duty) if rule.asks == deciding]
    return Decision(
        modality=modality,
        duty=duty,
        outcome="depends",
        rules=tuple(rule.id for rule in (*asking, *modifiers)),
        reason=asking[0].reason if asking else None,
        basis=_unique(b for rule in (*(asking or possible), *modifiers) for b in rule.basis),
        branches=found,
    )


def _truth(requirement: Requirement, facts: Facts) -> Truth:
    return Truth.UNKNOWN if requirement.when is None else evaluate(requirement.when, facts)


def _checked(requirements: Iterable[Requirement], rule: str, facts: Facts) -> tuple[CheckedRequirement, ...]:
    return tuple(
        CheckedRequirement(
            text=requirement.text,
            state=_STATE[_truth(requirement, facts)],
            rule=rule,
            basis=requirement.basis,
            advice=requirement.advice,
        )
        for requirement in requirements
    )


def _lines(candidate: _Candidate, facts: Facts) -> tuple[CheckedRequirement, ...]:
    if candidate.taken is not None:
        return _checked(candidate.taken.requirements, candidate.taken.id, facts)
    return _checked(candidate.rule.requirements, candidate.rule.id, facts)


def _spoken_of(rule: Rule, facts: Facts) -> bool:
    """Whether the asker said something of a fact that decides about the rule, but it was not understood."""
    return any(facts.unclear(fact) for fact in open_facts(rule.when, facts))


def _reservation(rule: Rule) -> CheckedRequirement:
    assert rule.reservation is not None
    return CheckedRequirement(text=rule.reservation, state="unknown", rule=rule.id, basis=rule.basis)


def _reachable(candidate: _Candidate, facts: Facts) -> Iterable[CheckedException]:
    for exception in candidate.reachable:
        yield CheckedException(
            id=exception.id,
            label=exception.label,
            requirements=_checked(exception.requirements, exception.id, facts),
            basis=exception.basis,
        )


def _until_met(unmet: Sequence[CheckedRequirement]) -> CheckedException:
    """The way out of requirements that are known not to be met: meeting them."""
    return CheckedException(
        id=unmet[0].rule,
        label=UNTIL_MET,
        requirements=tuple(unmet),
        basis=_unique(basis for line in unmet for basis in line.basis),
    )


def _conflicts(candidates: Sequence[_Candidate]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (one.rule.id, other.rule.id)
        for index, one in enumerate(candidates)
        for other in candidates[index + 1 :]
        if {POLARITY[one.outcome], POLARITY[other.outcome]} == {"positive", "negative"}
    )


def _distinct(requirements: Iterable[CheckedRequirement]) -> tuple[CheckedRequirement, ...]:
    """Each sentence once, the first time it is said."""
    lines: dict[str, CheckedRequirement] = {}
    for requirement in requirements:
        lines.setdefault(requirement.text.nl, requirement)
    return tuple(lines.values())


def _unique(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys(items))
