"""Whether the knowledge agrees with itself: pinned passages, names, conditions that clash, and worked examples."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from itertools import chain, combinations

from knowledge.base import KnowledgeBase
from knowledge.conditions import tests_of
from knowledge.errors import REGISTER, Finding, Lines, Place, Problem, choice, in_order, suggestion
from knowledge.examples import Row, problems_of_cases, rows_of
from knowledge.rules import Basis, Outcome, Requirement

_PERMISSION: tuple[Outcome, ...] = (
    "allowed",
    "allowed_if",
    "not_settled",
    "not_allowed_unless",
    "not_allowed",
    "depends",
)
_DUTY: tuple[Outcome, ...] = ("required", "required_if", "recommended", "not_required", "not_settled", "depends")


def passage_hash(text: str) -> str:
    """The SHA-256 of a passage's plain text with white space collapsed, in hexadecimal: what a basis pins."""
    return sha256(_collapsed(text).encode()).hexdigest()


def check(base: KnowledgeBase, lines: Lines | None = None) -> tuple[Finding, ...]:
    """Everything in the knowledge that does not agree, file by file; empty when all is well.

    `lines` are the sources that `read_knowledge` returns; without them a finding has the line of its rule or tool.
    """
    rows = rows_of(base)
    misnamed = [problem for row in rows for problem in _rule(base, row)]
    files = {problem.place.file for problem in misnamed}
    problems = chain(
        _repeated_names(base, rows),
        _tools(base),
        _definitions(base),
        _standpoints(base),
        _approvals(base),
        misnamed,
        *(_basis(base, place, basis) for row in rows for place, basis in _bases(row)),
        problems_of_cases(base, [row for row in rows if row.place.file not in files]),
    )
    return in_order(problem.found(lines) for problem in problems)


def _collapsed(text: str) -> str:
    return " ".join(text.split())


def _repeated_names(base: KnowledgeBase, rows: Iterable[Row]) -> Iterator[Problem]:
    def entries(file: str, ids: Iterable[str]) -> list[tuple[Place, str]]:
        return [(Place(file, (index, "id")), name) for index, name in enumerate(ids)]

    rules = []
    for row in rows:
        rules.append((row.place / "id", row.rule.id))
        for index, exception in enumerate(row.rule.exceptions):
            rules.append((row.place / "exceptions" / index / "id", exception.id))
    options = [
        [(Place("facts.yaml", (index, "options", at, "value")), value) for at, value in enumerate(fact.values)]
        for index, fact in enumerate(base.facts)
        if fact.id != "tool"
    ]
    anchors = [
        (Place(f"documents/{passage.document}.md", (), passage.line), anchor)
        for passage in base.passages
        for anchor in passage.anchors
    ]
    tools = [(Place("tools.yaml", (index, "id"), tool.line), tool.id) for index, tool in enumerate(base.tools.tools)]
    approvals = [(Place(REGISTER, (i, "tool"), entry.line), entry.tool) for i, entry in enumerate(base.approvals)]
    for group in (
        rules,
        anchors,
        tools,
        approvals,
        *options,
        entries("glossary.yaml", (term.id for term in base.glossary.terms)),
        entries("facts.yaml", (fact.id for fact in base.facts)),
        entries("duties.yaml", (duty.id for duty in base.duties)),
        entries("speech.yaml", (act.id for act in base.speech)),
    ):
        seen: set[str] = set()
        for place, name in group:
            if name in seen:
                yield Problem(place, f"`{name}` is used twice", "give one of the two another name, or merge them")
            seen.add(name)


def _tools(base: KnowledgeBase) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    ids = [tool.id for tool in base.tools.tools]
    for index, tool in enumerate(base.tools.tools):
        place = Place("tools.yaml", (index,), tool.line)
        for at, alias in enumerate(tool.aliases):
            owner = owners.setdefault(re.sub(r"[\W_]", "", alias.casefold()), tool.id)
            if owner != tool.id:
                problem = f"the alias `{alias}` of `{tool.id}` already stands for `{owner}`"
                yield Problem(place / "aliases" / at, problem, "keep it with one of the two, or make them variants")
        for at, variant in enumerate(tool.variants):
            if variant not in ids:
                advice = suggestion(variant, ids, "add that tool, or take the variant away")
                yield Problem(place / "variants" / at, f"unknown variant `{variant}`", advice)
        for at, anchor in enumerate(tool.basis):
            yield from _anchor(base, place / "basis" / at, anchor)
    for index, term in enumerate(base.glossary.terms):
        for at, anchor in enumerate(term.basis):
            yield from _anchor(base, Place("glossary.yaml", (index, "basis", at)), anchor)


def _definitions(base: KnowledgeBase) -> Iterator[Problem]:
    for index, fact in enumerate(base.facts):
        place = Place("facts.yaml", (index,))
        if fact.kind == "yes_no" and set(fact.values) != {"yes", "no"}:
            problem = f"`{fact.id}` has other values than `yes` and `no`"
            yield Problem(place / "options", problem, "give it those two, or `kind: one`")
        if fact.default is not None:
            yield from _value(base, place / "default", fact.id, fact.default)
        for at, value in enumerate(fact.proposals):
            yield from _value(base, place / "proposals" / at, fact.id, value)
        for at, option in enumerate(fact.options):
            for key, values in (("excludes", option.excludes), ("yields", option.yields)):
                for number, value in enumerate(values):
                    yield from _value(base, place / "options" / at / key / number, fact.id, value)
    topics = [duty.id for duty in base.duties]
    for index, duty in enumerate(base.duties):
        if duty.related is not None and duty.related not in topics:
            advice = suggestion(duty.related, topics, "choose an id of duties.yaml")
            yield Problem(Place("duties.yaml", (index, "related")), f"unknown duty `{duty.related}`", advice)


def _standpoints(base: KnowledgeBase) -> Iterator[Problem]:
    published = [one for one in base.standpoints if one.status not in ("draft", "withdrawn")]
    for one in published:
        if one.in_force_until is not None and one.in_force_until < one.in_force_from:
            place = Place(f"standpoints/{one.id}/standpoint.yaml", ("in_force_until",))
            yield Problem(place, f"`{one.id}` ends before it begins", "correct one of the two dates")
    for older, younger in combinations(sorted(published, key=lambda one: one.in_force_from), 2):
        if (older.in_force_until or date.max) >= younger.in_force_from:
            place = Place(f"standpoints/{younger.id}/standpoint.yaml", ("in_force_from",))
            problem = f"`{younger.id}` begins while `{older.id}` is still in force"
            yield Problem(place, problem, f"give `{older.id}` an `in_force_until` before {younger.in_force_from}")


def _approvals(base: KnowledgeBase) -> Iterator[Problem]:
    for index, approval in enumerate(base.approvals):
        place = Place(REGISTER, (index,), approval.line)
        yield from _value(base, place / "tool", "tool", approval.tool)
        if approval.terms is not None:
            yield from _value(base, place / "terms", "terms", approval.terms)
        for field, fact, values in (("purposes", "purpose", approval.purposes), ("data", "data", approval.data)):
            for at, value in enumerate(values):
                yield from _value(base, place / field / at, fact, value)
        if approval.status == "approved_for" and not (approval.purposes or approval.data):
            problem = f"`{approval.tool}` is approved for nothing in particular"
            yield Problem(place / "status", problem, "fill in `purposes` or `data`, or write `approved`")


def _value(base: KnowledgeBase, place: Place, fact: str, value: str | None = None) -> Iterator[Problem]:
    """What is wrong with naming the fact, or one of its values."""
    if fact not in base.definitions:
        advice = suggestion(fact, base.definitions, "add it to facts.yaml")
        yield Problem(place, f"unknown fact `{fact}`", advice)
    elif value is not None and value not in base.definitions[fact].values:
        values = base.definitions[fact].values
        advice = suggestion(value, values, "add it to tools.yaml" if fact == "tool" else "add it to facts.yaml")
        yield Problem(place, f"`{value}` is not a value of `{fact}`", advice)


def _rule(base: KnowledgeBase, row: Row) -> Iterator[Problem]:
    """What is wrong with the names in a rule, and with the keys that go together."""
    place, standpoint, rule = row
    for where, condition in row.conditions():
        for test in tests_of(condition):
            yield from _value(base, where, test.fact, test.value)
    for index, example in enumerate(rule.examples):
        for fact, values in example.facts.items():
            for value in values or (None,):
                where = (place / "examples" / index / "facts" / fact)._replace(line=example.line)
                yield from _value(base, where, fact, value and value.removeprefix("!"))
    others = [other.id for other in standpoint.rules.rules]
    for at, other in enumerate(rule.overrides):
        if other not in others:
            advice = suggestion(other, others, "choose the id of a rule of the same standpoint")
            yield Problem(place / "overrides" / at, f"unknown rule `{other}`", advice)
    topics = [duty.id for duty in base.duties]
    if rule.duty is not None and rule.duty not in topics:
        advice = suggestion(rule.duty, topics, "choose an id of duties.yaml")
        yield Problem(place / "duty", f"unknown duty `{rule.duty}`", advice)
    if (rule.duty is not None) != (rule.modality == "duty"):
        yield Problem(place, "`duty` and `modality: duty` do not come together", "write both or neither")
    if rule.asks is not None:
        yield from _value(base, place / "asks", rule.asks)
    if (rule.asks is not None) != (rule.outcome == "depends"):
        yield Problem(place, "`asks` and `outcome: depends` do not come together", "write both or neither")
    outcomes = _DUTY if rule.modality == "duty" else _PERMISSION
    for where, part in row.parts():
        if isinstance(part, Requirement) or part.outcome is None:
            continue
        if part.outcome not in outcomes:
            problem = f"`{part.outcome}` is no outcome of a {rule.modality}"
            yield Problem(where / "outcome", problem, f"choose {choice(outcomes)}")
        if part.outcome != "not_settled" and not part.basis:
            yield Problem(where, f"`{part.id}` has an outcome without a basis", "pin the passage that it rests on")


def _bases(row: Row) -> Iterator[tuple[Place, Basis]]:
    """Every pinned passage of a rule, its requirements and its exceptions."""
    for place, part in row.parts():
        for at, basis in enumerate(part.basis):
            yield place / "basis" / at, basis


def _anchor(base: KnowledgeBase, place: Place, anchor: str) -> Iterator[Problem]:
    if anchor not in base.by_anchor:
        advice = suggestion(anchor, base.by_anchor, "choose an anchor that stands in the documents")
        yield Problem(place, f"unknown anchor `{anchor}`", advice)


def _basis(base: KnowledgeBase, place: Place, basis: Basis) -> Iterator[Problem]:
    """What is wrong with a pinned passage; its place first, then its words."""
    passage = base.by_anchor.get(basis.anchor)
    if passage is None:
        yield from _anchor(base, place / "anchor", basis.anchor)
        return
    if passage.document != basis.document:
        problem = f"`{basis.anchor}` stands in `{passage.document}`, not in `{basis.document}`"
        yield Problem(place / "document", problem, f"write `document: {passage.document}`")
    quote = _collapsed(basis.quote)
    if not quote or quote not in _collapsed(passage.text):
        advice = "read the passage again and quote it as it now stands"
        yield Problem(place / "quote", f"`{quote}` does not stand in the passage `{basis.anchor}`", advice)
    right = passage_hash(passage.text)
    if basis.sha256 != right:
        problem = f"the passage `{basis.anchor}` is not the one that was pinned"
        advice = f"read it again, and if the rule still rests on it write `sha256: {right}`"
        yield Problem(place / "sha256", problem, advice)
