"""The facts under which a case is decided: said, given by button, known of the tool, recorded, or assumed."""

from collections.abc import Mapping

from bot.conversation import Case
from knowledge.approvals import Approval
from knowledge.base import KnowledgeBase
from knowledge.facts import Facts, FactValue, fact_value
from knowledge.vocabulary import Tool

# Terms that a question may state although the register knows the tool by others: whoever has a contract for ChatGPT
# does not use it on consumer terms.
_OVERRULING = frozenset({"consumer", "contract", "self_hosted"})
_FIXED = frozenset({"government", "unavoidable"})


def given_facts(base: KnowledgeBase, given: Mapping[str, tuple[str, ...]]) -> dict[str, FactValue]:
    """Facts given by button or option, as fact values; a `!` before a value says that it is absent.

    Raises KeyError for a fact or value that is not declared.
    """
    facts = {}
    for name, values in given.items():
        definition = base.definitions[name]
        included = [value for value in values if not value.startswith("!")]
        excluded = [value[1:] for value in values if value.startswith("!")]
        for value in (*included, *excluded):
            if definition.options:
                definition.option(value)
            elif base.tools.get(value) is None:
                raise KeyError(value)
        facts[name] = fact_value(definition, included, excluded, source="button")
    return facts


def with_given(base: KnowledgeBase, case: Case, given: Mapping[str, tuple[str, ...]]) -> Case:
    """The case with facts that were given beside the words; these count over what the words say.

    Of a set, what the words denied stays denied unless it was given. A given tool drops the terms of the one before.
    Whoever gives facts with "is that allowed?" asks about those facts. Raises KeyError for an undeclared fact or value.
    """
    if not given:
        return case
    facts = given_facts(base, given)
    tool = facts.pop("tool", None)
    kept = {name: value for name, value in case.facts.items() if tool is None or name != "terms"}
    for name, value in facts.items():
        before = kept.get(name)
        if before is not None and base.definitions[name].kind == "set":
            value = value.model_copy(update={"excluded": value.excluded | (before.excluded - value.included)})
        kept[name] = value
    named = [base.tools.get(name) for name in tool.included] if tool is not None else []
    tools = tuple(found for found in named if found is not None) or case.tools
    return case.model_copy(update={"facts": kept, "tools": tools})


def resolved_tool(base: KnowledgeBase, tool: Tool, facts: Mapping[str, FactValue]) -> Tool:
    """The variant of `tool` that the stated terms single out, or `tool` itself."""
    terms = facts.get("terms")
    if terms is None or len(terms.included) != 1:
        return tool
    fitting = [variant for variant in base.tools.branches(tool) if variant.terms in terms.included]
    return fitting[0] if len(fitting) == 1 and tool.terms not in terms.included else tool


def facts_of(base: KnowledgeBase, case: Case, tool: Tool | None) -> Facts:
    """All that is known of the case if it is about `tool`, with the assumptions for what was not said."""
    definitions = base.definitions
    facts = dict(case.facts)
    if tool is None:
        facts["tool"] = FactValue(closed=True)
    else:
        facts["tool"] = fact_value(definitions["tool"], {tool.id})
        facts["terms"] = _terms(base, tool, facts.get("terms"))
    approval = base.approval(tool.id) if tool is not None else None
    if approval is not None:
        facts.update(_recorded(base, approval, facts))
    for name, definition in definitions.items():
        known = facts.get(name)
        if definition.default is not None and (known is None or not known.told):
            facts[name] = fact_value(definition, {definition.default}, source="assumed").model_copy(
                update={"closed": definition.kind != "set"}
            )
    return Facts(values={name: value for name, value in facts.items() if value.told})


def _terms(base: KnowledgeBase, tool: Tool, said: FactValue | None) -> FactValue:
    """The terms of the tool: as stated where the register leaves room for that, else as registered."""
    definition = base.definitions["terms"]
    plausible = {variant.terms for variant in base.tools.branches(tool)} - {None}
    if said is not None and said.source == "button":
        return said
    if tool.terms is None:
        if said is not None and "self_hosted" in said.included and plausible and "self_hosted" not in plausible:
            said = None
        if said is not None and (said.included or said.excluded):
            return said
        excluded = set(definition.values) - plausible if plausible and None not in _all_terms(base, tool) else set()
        return FactValue(excluded=frozenset(excluded), source="register")
    registered = fact_value(definition, {tool.terms}, source="register", words=tool.name)
    if said is None or tool.terms in _FIXED:
        return registered
    own_variant = not tool.variants and any(tool.id in other.variants for other in base.tools.tools)
    if not said.included:
        # Nothing certain was said. The name of a variant still tells; otherwise a contradiction leaves the terms open,
        # and so does a denial of what the register says.
        open_ = not said.excluded or tool.terms in said.excluded
        return said if open_ and not own_variant else registered
    stated = next(iter(said.included))
    if stated not in _OVERRULING or (own_variant and tool.terms == "consumer"):
        return registered
    # Only a model with open weights can be run by oneself, whatever is installed on a laptop.
    if stated == "self_hosted" and "self_hosted" not in plausible:
        return registered
    return said


def _all_terms(base: KnowledgeBase, tool: Tool) -> set[str | None]:
    return {variant.terms for variant in base.tools.branches(tool)}


def _recorded(base: KnowledgeBase, approval: Approval, facts: Mapping[str, FactValue]) -> dict[str, FactValue]:
    """What the organisation's own register fills in: the terms, and what lies behind an approval."""
    recorded = {}
    if approval.terms is not None:
        recorded["terms"] = fact_value(base.definitions["terms"], {approval.terms}, source="organisation")
    if approval.status in ("approved", "approved_for"):
        for name in ("org_decision", "risk_analysis"):
            if name not in facts:
                recorded[name] = fact_value(base.definitions[name], {"yes"}, source="organisation")
    return recorded
