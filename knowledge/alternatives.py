"""What else a case could be: the one fact worth asking for, and the changes that would turn the outcome."""

from knowledge.conditions import evaluate, open_facts
from knowledge.deciding import branches, decide, rules_for
from knowledge.decisions import POLARITY, Branch, Decision, Policy
from knowledge.facts import Facts, fact_value
from knowledge.truth import Truth


def worth_asking(decision: Decision, policy: Policy, facts: Facts) -> tuple[Branch, ...]:
    """The branches of the one fact that is worth asking for; empty when no single answer can change the outcome.

    Outcome `depends` brings its own branches. Duties are not asked about: their conditions say it all.
    """
    if decision.branches or decision.modality == "duty":
        return decision.branches
    unsettled: set[str] = set()
    for rule in rules_for(policy, decision.modality, decision.duty):
        if evaluate(rule.when, facts) is not Truth.FALSE:
            conditions = (rule.when, *(exception.when for exception in rule.exceptions))
            unsettled |= {fact for condition in conditions for fact in open_facts(condition, facts)}
    for definition in policy.definitions.values():
        if definition.ask and definition.id in unsettled:
            found = branches(policy, definition, facts, decision.modality, decision.duty)
            if len({branch.outcome for branch in found}) > 1:
                return found
    return ()


def what_would_change(decision: Decision, policy: Policy, facts: Facts) -> tuple[Branch, ...]:
    """The changes of one fact that would turn a permission to the other polarity; empty where there is none.

    An outcome that is not positive is turned by values that may be proposed; a positive one by any value of a fact
    that the bot may ask for, because that is what the asker has to know before acting on it.
    """
    if decision.modality == "duty" or decision.outcome == "depends":
        return ()
    wanted = "negative" if POLARITY[decision.outcome] == "positive" else "positive"
    changes = []
    for definition in policy.definitions.values():
        values = definition.proposals if wanted == "positive" else definition.values if definition.ask else ()
        for value in values:
            if facts.has(definition.id, value) is Truth.TRUE:
                continue
            changed = facts.including(definition.id, fact_value(definition, {value}))
            outcome = decide(policy, changed, decision.modality, decision.duty).outcome
            if POLARITY[outcome] == wanted:
                changes.append(Branch(fact=definition.id, value=value, outcome=outcome))
    return tuple(changes)
