"""Checking the content: sound content passes, and every disagreement is found where it stands."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.base import KnowledgeBase
from knowledge.check import check, passage_hash
from knowledge.conditions import AllOf, AnyOf, Condition, Is, Not, evaluate
from knowledge.errors import Finding
from knowledge.examples import facts_of, run_examples, witness
from knowledge.facts import Facts, FactValue, fact_value
from knowledge.loading import load_knowledge, read_knowledge
from knowledge.truth import Truth
from tests.knowledge.broken.small import (
    DUTIES,
    FACTS,
    GLOSSARY,
    RULES,
    SOUND,
    SPEECH,
    STANDPOINT,
    TOOLS,
    broken,
    documents,
)
from tests.knowledge.conftest import CONTENT


def findings(content: Path, approvals: Path | None = None) -> tuple[Finding, ...]:
    base, sources = read_knowledge(content, documents(content), approvals)
    return check(base, sources)


def test_the_real_content_has_no_mistakes() -> None:
    assert findings(CONTENT) == ()


def test_the_small_content_has_no_mistakes() -> None:
    assert findings(SOUND) == ()


# ------------------------------------------------------------------------------------------ every way to disagree

DISAGREEMENTS = [
    (TOOLS, "basis: [F-1]", "basis: [F-9]", 11, "unknown anchor `F-9`", "choose `Q-1`, `F-1`, `F-2` or `F-3`"),
    (
        GLOSSARY,
        "basis: [Q-1]",
        "basis: [nothing-alike]",
        6,
        "unknown anchor `nothing-alike`",
        "choose `Q-1`, `F-1`, `F-2` or `F-3`",
    ),
    (RULES, "anchor: F-2", "anchor: F-22", 41, "unknown anchor `F-22`", "choose `Q-1`, `F-1`, `F-2` or `F-3`"),
    (RULES, "document: faq", "document: law", 81, "`Q-1` stands in `faq`, not in `law`", "write `document: faq`"),
    (
        RULES,
        "quote: may be used",
        "quote: must be used",
        42,
        "`must be used` does not stand in the passage `F-2`",
        "read the passage again and quote it as it now stands",
    ),
    (
        RULES,
        "quote: may be used",
        "quote: ''",
        42,
        "`` does not stand in the passage `F-2`",
        "read the passage again and quote it as it now stands",
    ),
    (RULES, "when: {terms: consumer}", "when: {term: consumer}", 3, "unknown fact `term`", "did you mean `terms`?"),
    (
        RULES,
        "when: {data: classified}",
        "when: {data: clasified}",
        51,
        "`clasified` is not a value of `data`",
        "did you mean `classified`?",
    ),
    (
        RULES,
        "when: {not: {sandbox: no}}",
        "when: {not: {sandbox: never}}",
        37,
        "`never` is not a value of `sandbox`",
        "choose `yes` or `no`",
    ),
    (
        RULES,
        "{purpose: explore, sandbox: yes}",
        "{purpose: exploring, sandbox: yes}",
        20,
        "`exploring` is not a value of `purpose`",
        "did you mean `explore`?",
    ),
    (
        RULES,
        "facts: {terms: consumer, sandbox: no}",
        "facts: {terms: consumers, sandbox: no}",
        24,
        "`consumers` is not a value of `terms`",
        "did you mean `consumer`?",
    ),
    (
        RULES,
        "facts: {terms: consumer, sandbox: no}",
        "facts: {terms: consumer, sand: no}",
        24,
        "unknown fact `sand`",
        "did you mean `sandbox`?",
    ),
    (RULES, '"!classified"', '"!secret"', 27, "`secret` is not a value of `data`", "choose `public` or `classified`"),
    (RULES, "tool: chat,", "tool: chatt,", 27, "`chatt` is not a value of `tool`", "did you mean `chat`?"),
    (RULES, "asks: terms", "asks: term", 68, "unknown fact `term`", "did you mean `terms`?"),
    (
        FACTS,
        "default: daily_work",
        "default: work",
        39,
        "`work` is not a value of `purpose`",
        "choose `daily_work` or `explore`",
    ),
    (
        FACTS,
        "proposals: [contract]",
        "proposals: [contracts]",
        14,
        "`contracts` is not a value of `terms`",
        "did you mean `contract`?",
    ),
    (
        FACTS,
        "excludes: [classified]",
        "excludes: [classified, personal]",
        30,
        "`personal` is not a value of `data`",
        "choose `public` or `classified`",
    ),
    (
        TOOLS,
        "variants: [chat-team]",
        "variants: [chat-teams]",
        9,
        "unknown variant `chat-teams`",
        "did you mean `chat-team`?",
    ),
    (DUTIES, "related: dpia", "related: dpai", 7, "unknown duty `dpai`", "did you mean `dpia`?"),
    (RULES, "duty: dpia", "duty: dpiaa", 78, "unknown duty `dpiaa`", "did you mean `dpia`?"),
    (
        RULES,
        "overrides: [contract]",
        "overrides: [contracts]",
        54,
        "unknown rule `contracts`",
        "did you mean `contract`?",
    ),
    (
        TOOLS,
        "aliases: [chat team, chat-team]",
        "aliases: [chat team, Acme-Chat]",
        19,
        "the alias `Acme-Chat` of `chat-team` already stands for `chat`",
        "keep it with one of the two, or make them variants",
    ),
    (
        GLOSSARY,
        "- id: sandbox",
        "- id: dpia",
        8,
        "`dpia` is used twice",
        "give one of the two another name, or merge them",
    ),
    (
        FACTS,
        "      label: {nl: geheim, en: classified}",
        "      label: {nl: geheim, en: classified}\n    - value: public\n      label: {nl: o, en: o}",
        33,
        "`public` is used twice",
        "give one of the two another name, or merge them",
    ),
    (
        DUTIES,
        "- id: prescan",
        "- id: dpia",
        5,
        "`dpia` is used twice",
        "give one of the two another name, or merge them",
    ),
    (
        SPEECH,
        "- id: permission",
        "- id: permission\n  cues: []\n- id: permission",
        3,
        "`permission` is used twice",
        "give one of the two another name, or merge them",
    ),
    (
        RULES,
        "- id: unknown",
        "- id: explore",
        65,
        "`explore` is used twice",
        "give one of the two another name, or merge them",
    ),
    (RULES, "  duty: dpia\n", "", 75, "`duty` and `modality: duty` do not come together", "write both or neither"),
    (RULES, "  asks: terms\n", "", 65, "`asks` and `outcome: depends` do not come together", "write both or neither"),
    (
        RULES,
        "  outcome: not_settled\n",
        "  outcome: not_settled\n  asks: data\n",
        49,
        "`asks` and `outcome: depends` do not come together",
        "write both or neither",
    ),
    (
        RULES,
        "outcome: required\n",
        "outcome: allowed\n",
        79,
        "`allowed` is no outcome of a duty",
        "choose `required`, `required_if`, `recommended`, `not_required`, `not_settled` or `depends`",
    ),
    (
        RULES,
        "outcome: allowed_if\n      requirements",
        "outcome: required\n      requirements",
        17,
        "`required` is no outcome of a permission",
        "choose `allowed`, `allowed_if`, `not_settled`, `not_allowed_unless`, `not_allowed` or `depends`",
    ),
    (
        RULES,
        "  basis: [*F-1]\n  examples:\n    - name: nothing",
        "  examples:\n    - name: nothing",
        65,
        "`unknown` has an outcome without a basis",
        "pin the passage that it rests on",
    ),
    (
        RULES,
        "      basis: [*F-1]\n",
        "      basis: []\n",
        14,
        "`explore` has an outcome without a basis",
        "pin the passage that it rests on",
    ),
    (
        RULES,
        "when: {terms: consumer}",
        "when: {terms: consumer, not: {terms: [consumer, contract]}}",
        3,
        "`consumer` can never hold",
        "ask for values that a case can have at the same time",
    ),
    (
        RULES,
        "when: {terms: consumer}",
        "when: {all: [{terms: consumer}, {terms: contract}]}",
        3,
        "`consumer` can never hold",
        "ask for values that a case can have at the same time",
    ),
    (
        RULES,
        "when: {purpose: explore, sandbox: yes}",
        "when: {terms: contract}",
        14,
        "the exception `explore` can never hold together with `consumer`",
        "change its `when`, or that of the rule",
    ),
    (
        RULES,
        "when: {not: {sandbox: no}}",
        "when: {all: [{sandbox: yes}, {sandbox: no}]}",
        36,
        "the requirement can never hold together with `contract`",
        "change its `when`, or that of the rule",
    ),
    (
        RULES,
        "when: {any: [{terms: contract}, {tool: [chat-team]}]}",
        "when: {terms: consumer}",
        30,
        "whenever `contract` holds, `consumer` holds too and says the opposite",
        "let one override the other, make it an exception, or narrow a condition",
    ),
    (
        RULES,
        "when: {any: [{terms: contract}, {tool: [chat-team]}]}",
        "when: {terms: consumer, purpose: explore}",
        30,
        "whenever `contract` holds, `consumer` holds too and says the opposite",
        "let one override the other, make it an exception, or narrow a condition",
    ),
    (
        RULES,
        "  reservation: {nl: er gaat niets geheims in, en: nothing classified goes in}\n",
        "",
        49,
        "`classified` has no reservation, so a positive answer cannot say that it may hold as well",
        "add a `reservation`: what must be so for the answer to stay positive",
    ),
    (
        RULES,
        "      outcome: not_allowed\n    - name",
        "      outcome: allowed_if\n    - name",
        25,
        "the example gives `not_allowed`, not `allowed_if`",
        "it is decided by `consumer`: correct the example or the rules",
    ),
    (
        RULES,
        "    - name: with a contract\n      facts: {terms: contract}\n      outcome: allowed_if\n",
        "    []\n",
        30,
        "no example shows `contract` at work",
        "add an example whose outcome it determines or adds to",
    ),
    (
        RULES,
        'facts: {tool: chat, purpose: explore, sandbox: yes, data: "!classified"}\n      outcome: allowed\n',
        "facts: {tool: chat, purpose: explore}\n      outcome: not_allowed_unless\n",
        14,
        "no example shows `explore` at work",
        "add an example whose outcome it determines or adds to",
    ),
    (
        STANDPOINT,
        "in_force_from: 2025-04-22",
        "in_force_from: 2025-04-22\nin_force_until: 2025-04-21",
        6,
        "`2025` ends before it begins",
        "correct one of the two dates",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "line", "problem", "advice"), DISAGREEMENTS)
def test_a_disagreement_is_found_where_it_stands(
    tmp_path: Path, file: str, old: str, new: str, line: int, problem: str, advice: str
) -> None:
    content = broken(tmp_path, file, old, new)
    assert findings(content) == (Finding(path=file, line=line, problem=problem, advice=advice),)


def said(content: Path, approvals: Path | None = None) -> list[str]:
    return [str(finding) for finding in findings(content, approvals)]


def test_a_passage_that_changed_around_the_quote_must_be_read_again(tmp_path: Path) -> None:
    content = broken(tmp_path, "documents/law.md", "after a risk analysis", "after an analysis")
    right = passage_hash("A tool under contract may be used after an analysis.")
    assert said(content) == [
        f"{RULES}:43: the passage `F-2` is not the one that was pinned; "
        f"read it again, and if the rule still rests on it write `sha256: {right}`"
    ]


def test_a_changed_quote_is_found_once_however_often_it_is_aliased(tmp_path: Path) -> None:
    content = broken(tmp_path, "documents/law.md", "are excluded. Staff", "are excluded; staff")
    assert [finding.line for finding in findings(content)] == [10, 12]


def test_the_hash_that_a_finding_gives_is_accepted(tmp_path: Path) -> None:
    content = broken(tmp_path, "documents/law.md", "after a risk analysis", "after an analysis")
    right = findings(content)[0].advice.split("`")[1].removeprefix("sha256: ")
    wrong = "8fb27ab75770d62f198a975f45635aff07242dfc4673e7062eabd38bfd12fdd5"
    assert findings(broken(tmp_path, RULES, wrong, right)) == ()


def test_the_hash_of_a_passage_does_not_depend_on_how_its_lines_are_broken() -> None:
    assert passage_hash("  a\n b\tc ") == passage_hash("a b c")
    # printf 'a b c' | sha256sum
    assert passage_hash("a b c") == "0e9f64031fcb2bc708b531c2a20441580425d151a38503f38592a7dd36019d3b"


def test_an_anchor_that_is_used_twice_is_found_in_the_document(tmp_path: Path) -> None:
    content = broken(tmp_path, "documents/law.md", "{#F-3}", "{#F-3 #Q-1}")
    assert said(content)[0].startswith("documents/law.md:20: `Q-1` is used twice; ")


def test_a_tool_that_is_named_twice_leaves_the_other_name_unknown(tmp_path: Path) -> None:
    assert said(broken(tmp_path, TOOLS, "- id: chat-team", "- id: chat")) == [
        f"{RULES}:32: `chat-team` is not a value of `tool`; did you mean `chat`?",
        f"{TOOLS}:9: unknown variant `chat-team`; did you mean `chat`?",
        f"{TOOLS}:15: `chat` is used twice; give one of the two another name, or merge them",
    ]


def test_a_yes_or_no_has_no_third_value(tmp_path: Path) -> None:
    content = broken(
        tmp_path, FACTS, "    - value: no\n", "    - value: no\n      label: {nl: n, en: n}\n    - value: maybe\n"
    )
    advice = "give it those two, or `kind: one`"
    problem = "`sandbox` has other values than `yes` and `no`"
    assert findings(content) == (Finding(path=FACTS, line=51, problem=problem, advice=advice),)


def test_a_duty_without_its_modality_is_found_with_its_outcome(tmp_path: Path) -> None:
    assert said(broken(tmp_path, RULES, "  modality: duty\n", "")) == [
        f"{RULES}:75: `duty` and `modality: duty` do not come together; write both or neither",
        f"{RULES}:78: `required` is no outcome of a permission; choose `allowed`, `allowed_if`, `not_settled`, "
        "`not_allowed_unless`, `not_allowed` or `depends`",
    ]


def test_a_strict_rule_that_is_narrower_than_a_permission_is_no_clash(tmp_path: Path) -> None:
    narrower = """- id: exploring
  title: {nl: Verkennen, en: Exploring}
  when: {terms: contract, purpose: explore}
  outcome: not_allowed
  reservation: {nl: je verkent niet, en: you do not explore}
  basis: [*F-1]
  examples:
    - {name: exploring, facts: {terms: contract, purpose: explore}, outcome: not_allowed}
"""
    assert findings(broken(tmp_path, RULES, "- id: unknown\n", f"{narrower}- id: unknown\n")) == ()


def test_two_rules_with_one_condition_clash_until_one_gives_way(tmp_path: Path) -> None:
    content = broken(
        tmp_path, RULES, "when: {any: [{terms: contract}, {tool: [chat-team]}]}", "when: {terms: consumer}"
    )
    assert [finding.line for finding in findings(content)] == [30]
    broken(
        tmp_path,
        RULES,
        "  outcome: allowed_if\n  requirements",
        "  outcome: allowed_if\n  overrides: [consumer]\n  requirements",
    )
    assert not [finding for finding in findings(content) if "says the opposite" in finding.problem]


def test_standpoints_do_not_overlap(tmp_path: Path) -> None:
    content = broken(tmp_path, STANDPOINT, "", "")
    older = content / "standpoints" / "2023"
    older.mkdir()
    (older / "rules.yaml").write_text("[]\n", encoding="utf-8")
    text = (content / STANDPOINT).read_text(encoding="utf-8").replace("2025", "2023")
    (older / "standpoint.yaml").write_text(text, encoding="utf-8")
    assert said(content) == [
        f"{STANDPOINT}:5: `2025` begins while `2023` is still in force; "
        "give `2023` an `in_force_until` before 2025-04-22"
    ]
    (older / "standpoint.yaml").write_text(text + "in_force_until: 2025-04-21\n", encoding="utf-8")
    assert findings(content) == ()
    (older / "standpoint.yaml").write_text(text.replace("in_force\n", "draft\n"), encoding="utf-8")
    assert findings(content) == ()


@pytest.mark.parametrize(
    ("entry", "problem", "advice"),
    [
        ("{tool: chatty, status: approved}", "`chatty` is not a value of `tool`", "did you mean `chat`?"),
        (
            "{tool: chat, status: approved, terms: self_hosted}",
            "`self_hosted` is not a value of `terms`",
            "choose `consumer` or `contract`",
        ),
        (
            "{tool: chat, status: approved_for, purposes: [explore, exploring]}",
            "`exploring` is not a value of `purpose`",
            "did you mean `explore`?",
        ),
        (
            "{tool: chat, status: approved_for, data: [personal]}",
            "`personal` is not a value of `data`",
            "choose `public` or `classified`",
        ),
        (
            "{tool: chat, status: approved_for}",
            "`chat` is approved for nothing in particular",
            "fill in `purposes` or `data`, or write `approved`",
        ),
        (
            "{tool: chat-team, status: forbidden}",
            "`chat-team` is used twice",
            "give one of the two another name, or merge them",
        ),
    ],
)
def test_the_own_register_names_what_exists(tmp_path: Path, entry: str, problem: str, advice: str) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(f"- {{tool: chat-team, status: under_review}}\n- {entry}\n", encoding="utf-8")
    assert findings(SOUND, own) == (Finding(path=str(own), line=2, problem=problem, advice=advice),)


def test_without_its_files_a_finding_has_the_line_of_its_rule_tool_or_example(tmp_path: Path) -> None:
    broken(tmp_path, RULES, "quote: may be used", "quote: must be used")
    content = broken(tmp_path, TOOLS, "variants: [chat-team]", "variants: [chat-teams]")
    base = load_knowledge(content, documents())
    assert [(finding.path, finding.line) for finding in check(base)] == [(RULES, 30), (TOOLS, 1)]


# -------------------------------------------------------------------------------------------------------- examples


def test_every_example_gives_what_it_says() -> None:
    results = run_examples(load_knowledge(SOUND, ()))
    assert [(result.rule, result.outcome, result.passed) for result in results] == [
        ("consumer", "not_allowed", True),
        ("consumer", "allowed", True),
        ("contract", "allowed_if", True),
        ("classified", "not_settled", True),
        ("unknown", "depends", True),
        ("dpia", "required", True),
    ]


def test_an_example_brings_along_what_a_question_does() -> None:
    facts = facts_of(load_knowledge(SOUND, ()), {"tool": ["chat"], "data": ["!classified"]})
    assert facts.has("terms", "consumer") is Truth.TRUE
    assert facts.has("purpose", "daily_work") is Truth.TRUE
    assert facts.has("purpose", "explore") is Truth.UNKNOWN
    assert facts.has("data", "classified") is Truth.FALSE


def test_an_example_without_a_tool_is_about_no_tool() -> None:
    facts = facts_of(load_knowledge(SOUND, ()), {})
    assert facts.has("tool", "chat") is Truth.FALSE


# ----------------------------------------------------------------------------------------------------------- laws

BASE: KnowledgeBase = load_knowledge(SOUND, ())
NAMES = {name: BASE.definitions[name].values for name in ("terms", "data", "sandbox")}
TESTS = st.sampled_from([Is(fact=name, value=value) for name, values in NAMES.items() for value in values])
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    TESTS,
    lambda inner: (
        st.builds(lambda part: Not(part=part), inner)
        | st.builds(lambda parts: AllOf(parts=tuple(parts)), st.lists(inner, max_size=4))
        | st.builds(lambda parts: AnyOf(parts=tuple(parts)), st.lists(inner, max_size=4))
    ),
    max_leaves=12,
)


def every_case() -> list[Facts]:
    """All that can be true at once of the three facts."""
    terms, data, sandbox = (BASE.definitions[name] for name in NAMES)
    some_data = [
        [value for at, value in enumerate(data.values) if number >> at & 1] for number in range(2 ** len(data.values))
    ]
    return [
        Facts(
            values={
                "terms": fact_value(terms, {term}),
                "data": FactValue(included=frozenset(included), closed=True),
                "sandbox": fact_value(sandbox, {yes}),
            }
        )
        for term in terms.values
        for included in some_data
        for yes in sandbox.values
    ]


CASES = every_case()


@given(CONDITIONS)
def test_a_case_is_found_exactly_when_there_is_one(condition: Condition) -> None:
    found = witness(condition, BASE.definitions)
    assert (found is not None) == any(evaluate(condition, case) is Truth.TRUE for case in CASES)
    assert found is None or evaluate(condition, found) is Truth.TRUE


def test_the_last_value_that_is_left_is_the_one() -> None:
    neither = AllOf(parts=tuple(Not(part=Is(fact="sandbox", value=value)) for value in ("yes", "no")))
    assert witness(neither, BASE.definitions) is None
