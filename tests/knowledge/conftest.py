"""The real content, read once; cases in one line; and a small policy of three facts to write rule sets about."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import pytest

from indexer.readers.markdown import read_markdown
from knowledge.base import KnowledgeBase
from knowledge.conditions import ALWAYS, AllOf, AnyOf, Condition, Is, Not
from knowledge.decisions import Policy
from knowledge.facts import FactDefinition, FactKind, Facts, FactValue, Option, fact_value
from knowledge.loading import load_knowledge
from knowledge.model import Text
from knowledge.rules import Basis, Exception_, Modality, Outcome, Requirement, Rule, RuleSet
from knowledge.vocabulary import Terms, Tool, ToolRegister

CONTENT = Path(__file__).resolve().parents[2] / "knowledge" / "content"
STANDPOINTS = ("2023-voorlopig", "2025-overheidsbreed")


@cache
def content() -> KnowledgeBase:
    """The real content; a fixture gives it to a test, and Hypothesis needs it before there are any fixtures."""
    files = sorted((CONTENT / "documents").glob("*.md"))
    documents = tuple(read_markdown(file.read_text(encoding="utf-8"), str(file)) for file in files)
    return load_knowledge(CONTENT, documents)


@pytest.fixture(scope="session")
def base() -> KnowledgeBase:
    return content()


def policy_of(base: KnowledgeBase, standpoint: str) -> Policy:
    return Policy(rules=base.standpoint(standpoint).rules, definitions=base.definitions, tools=base.tools)


# ------------------------------------------------------------------------------------------------------- few words


def facts_from(definitions: Mapping[str, FactDefinition], text: str) -> Facts:
    """`terms=contract data=personal,!classified`: what was said, and after a `!` what was denied."""
    values = {}
    for part in text.split():
        name, _, said = part.partition("=")
        words = said.split(",")
        included = [word for word in words if not word.startswith("!")]
        excluded = [word[1:] for word in words if word.startswith("!")]
        values[name] = fact_value(definitions[name], included, excluded)
    return Facts(values=values)


def case_from(base: KnowledgeBase, text: str) -> Facts:
    """The same for a real case: terms as registered, no tool where none is named, and the assumptions of the table."""
    said = facts_from(base.definitions, text)
    assumed = facts_from(base.definitions, "organisation=rijk purpose=daily_work").values
    tool = base.tools.get(said.one("tool") or "")
    registered = {}
    if tool is not None and tool.terms is not None:
        registered["terms"] = fact_value(base.definitions["terms"], {tool.terms})
    return Facts(values={"tool": FactValue(closed=True), **assumed, **registered, **said.values})


def when(text: str) -> Condition:
    """`terms=consumer & data=personal|secret & !sandbox=yes` as a condition; `|` separates values of one fact."""
    parts = [_test(part.strip()) for part in text.split("&")]
    return parts[0] if len(parts) == 1 else AllOf(parts=tuple(parts))


def _test(text: str) -> Condition:
    if text.startswith("!"):
        return Not(part=_test(text[1:]))
    fact, _, values = text.partition("=")
    tests = tuple(Is(fact=fact, value=value) for value in values.split("|"))
    return tests[0] if len(tests) == 1 else AnyOf(parts=tests)


# --------------------------------------------------------------------------------------------------- a small policy


def words(text: str) -> Text:
    return Text(nl=text, en=text)


def definition(
    name: str, kind: FactKind, options: Iterable[Option], proposals: tuple[str, ...] = (), ask: bool = True
) -> FactDefinition:
    return FactDefinition(
        id=name,
        kind=kind,
        label=words(name),
        question=words(f"{name}?"),
        why=words(name),
        options=tuple(options),
        proposals=proposals,
        ask=ask,
    )


def options(names: str) -> tuple[Option, ...]:
    return tuple(Option(value=name, label=words(name)) for name in names.split())


def tool(name: str, terms: Terms | None = None, variants: tuple[str, ...] = ()) -> Tool:
    return Tool(
        id=name,
        name=name,
        vendor="",
        country=None,
        aliases=(),
        kinds=(),
        terms=terms,
        family=None,
        variants=variants,
        statement=None,
        note=words(name),
    )


TOOLS = ToolRegister(
    tools=(
        tool("chat", variants=("chat-free", "chat-business")),
        tool("chat-free", "consumer"),
        tool("chat-business", "contract"),
        tool("toy", variants=("toy-free", "toy-plus")),
        tool("toy-free", "consumer"),
        tool("toy-plus", "consumer"),
        tool("loop", "consumer", variants=("loop-code",)),
        tool("loop-code", variants=("loop",)),
    )
)

DEFINITIONS: Mapping[str, FactDefinition] = {
    one.id: one
    for one in (
        definition(
            "tool", "one", options("chat chat-free chat-business toy toy-free toy-plus loop loop-code"), ask=False
        ),
        definition("terms", "one", options("consumer contract government"), ("contract",)),
        definition(
            "data",
            "set",
            (
                Option(value="public", label=words("public"), excludes=("personal", "secret")),
                *options("personal secret"),
            ),
            ("public",),
        ),
        definition("purpose", "set", options("work explore decide"), ask=False),
        definition("sandbox", "yes_no", options("yes no"), ("yes",)),
        definition("agreed", "yes_no", options("yes no"), ask=False),
    )
}


def known(text: str = "") -> Facts:
    """What is known of a case under the small policy."""
    return facts_from(DEFINITIONS, text)


def policy(*rules: Rule) -> Policy:
    """The small policy with these rules."""
    return Policy(rules=RuleSet(standpoint="small", rules=rules), definitions=DEFINITIONS, tools=TOOLS)


def basis(anchor: str) -> Basis:
    return Basis(document="law", anchor=anchor, quote="", sha256="")


def requirement(text: str, condition: str = "", advice: bool = False) -> Requirement:
    return Requirement(text=words(text), when=when(condition) if condition else None, advice=advice)


def exception(name: str, *requirements: Requirement, outcome: Outcome = "allowed_if") -> Exception_:
    return Exception_(
        id=name,
        label=words(name),
        reason=words(name),
        outcome=outcome,
        requirements=requirements,
        basis=(basis(f"A-{name}"),),
    )


def rule(
    name: str,
    condition: str = "",
    outcome: Outcome | None = None,
    *,
    requirements: tuple[Requirement, ...] = (),
    exceptions: tuple[Exception_, ...] = (),
    overrides: tuple[str, ...] = (),
    reservation: str | None = None,
    asks: str | None = None,
    duty: str | None = None,
) -> Rule:
    modality: Modality = "permission" if duty is None else "duty"
    return Rule(
        id=name,
        title=words(name),
        modality=modality,
        duty=duty,
        when=when(condition) if condition else ALWAYS,
        outcome=outcome,
        asks=asks,
        reason=words(f"because of {name}"),
        reservation=words(reservation) if reservation is not None else None,
        requirements=requirements,
        exceptions=exceptions,
        overrides=overrides,
        basis=(basis(f"A-{name}"),),
    )
