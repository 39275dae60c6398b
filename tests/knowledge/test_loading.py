"""Reading the content: what it becomes, and what a policy owner is told about every way of getting it wrong."""

from pathlib import Path

import pytest

from knowledge.approvals import Approval
from knowledge.conditions import AllOf, AnyOf, Is, Not
from knowledge.errors import Finding, KnowledgeError, KnowledgeErrors
from knowledge.loading import load_knowledge, read_knowledge
from knowledge.model import Text
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


def findings(content: Path, approvals: Path | None = None) -> tuple[Finding, ...]:
    with pytest.raises(KnowledgeErrors) as caught:
        load_knowledge(content, (), approvals)
    return caught.value.findings


# ------------------------------------------------------------------------------------------- what the files become


def test_a_note_and_a_definition_are_read_in_both_languages() -> None:
    base = load_knowledge(SOUND, ())
    assert base.tools.tools[0].note == Text(nl="Gratis.", en="Free.")
    assert base.glossary.terms[0].definition == Text(nl="Onderzoek vooraf.", en="Prior assessment.")


def test_null_is_nothing_and_yes_no_and_dates_are_words() -> None:
    base = load_knowledge(SOUND, ())
    assert base.tools.tools[0].statement is None
    assert base.definitions["sandbox"].values == ("yes", "no")
    assert base.standpoints[0].in_force_from.isoformat() == "2025-04-22"


def test_a_quoted_null_is_a_word(tmp_path: Path) -> None:
    base = load_knowledge(broken(tmp_path, TOOLS, "statement: null", "statement: 'null'"), ())
    assert base.tools.tools[0].statement == "null"


def test_the_options_of_the_fact_tool_are_the_tools_of_the_register() -> None:
    assert load_knowledge(SOUND, ()).definitions["tool"].values == ("chat", "chat-team")


def test_the_documents_are_those_that_were_handed_in() -> None:
    assert load_knowledge(SOUND, documents()).by_anchor["Q-1"].document == "faq"


def test_rules_tools_and_examples_know_their_lines() -> None:
    base = load_knowledge(SOUND, ())
    rule = base.standpoints[0].rules.rule("contract")
    assert (rule.line, rule.examples[0].line, base.tools.tools[1].line) == (30, 45, 15)


def test_the_values_of_an_example_may_be_one_word_or_a_list() -> None:
    rules = load_knowledge(SOUND, ()).standpoints[0].rules
    assert rules.rule("classified").examples[0].facts == {"terms": ("contract",), "data": ("public", "classified")}


def test_an_alias_stands_for_what_was_written_before() -> None:
    rules = load_knowledge(SOUND, ()).standpoints[0].rules
    assert rules.rule("unknown").basis == rules.rule("consumer").basis


@pytest.mark.parametrize(
    ("short", "condition"),
    [
        ("{terms: consumer}", Is(fact="terms", value="consumer")),
        ("{terms: [consumer]}", Is(fact="terms", value="consumer")),
        (
            "{data: [public, classified]}",
            AnyOf(parts=(Is(fact="data", value="public"), Is(fact="data", value="classified"))),
        ),
        (
            "{terms: consumer, sandbox: no}",
            AllOf(parts=(Is(fact="terms", value="consumer"), Is(fact="sandbox", value="no"))),
        ),
        ("{not: {sandbox: yes}}", Not(part=Is(fact="sandbox", value="yes"))),
        ("{all: [{sandbox: yes}]}", AllOf(parts=(Is(fact="sandbox", value="yes"),))),
        (
            "{any: [{sandbox: yes}, {not: {terms: contract}}]}",
            AnyOf(parts=(Is(fact="sandbox", value="yes"), Not(part=Is(fact="terms", value="contract")))),
        ),
    ],
)
def test_a_condition_is_read_from_its_short_form(tmp_path: Path, short: str, condition: object) -> None:
    content = broken(tmp_path, RULES, "{terms: consumer}", short)
    assert load_knowledge(content, ()).standpoints[0].rules.rules[0].when == condition


def test_a_rule_without_a_condition_always_holds() -> None:
    assert load_knowledge(SOUND, ()).standpoints[0].rules.rule("unknown").when == AllOf()


# --------------------------------------------------------------------------------------------------- the own register

REGISTER = (
    Approval(
        tool="chat",
        status="approved_for",
        purposes=("explore", "daily_work"),
        data=("public",),
        date="2026-01-01",
        line=2,
    ),
    Approval(tool="chat-team", status="forbidden", note="too\nexpensive", line=3),
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "own.yaml",
            "# own\n"
            "- {tool: chat, status: approved_for, purposes: [explore, daily_work], data: [public], date: 2026-01-01}\n"
            '- {tool: chat-team, status: forbidden, note: "too\\nexpensive"}\n',
        ),
        (
            "comma.csv",
            "tool,status,purposes,data,date,note\n"
            'chat,approved_for,"explore, daily_work",public,2026-01-01,\n'
            'chat-team,forbidden,,,,"too\nexpensive"\n',
        ),
        (
            "semicolon.CSV",
            "\ufeffTool;Status;Purposes;Data;Date;Note;;\n"
            "chat;approved_for;explore,daily_work;public;2026-01-01;;;\n"
            'chat-team;forbidden;;;;"too\nexpensive";;\n;;;;;;;\n',
        ),
    ],
)
def test_the_own_register_is_a_list_or_a_table(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert load_knowledge(SOUND, (), tmp_path / name).approvals == REGISTER


def test_an_empty_register_approves_nothing(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("# nothing yet\n", encoding="utf-8")
    assert load_knowledge(SOUND, (), tmp_path / "own.yaml").approvals == ()


ALL_COLUMNS = "choose `tool`, `status`, `terms`, `purposes`, `data`, `date`, `by` or `note`"


@pytest.mark.parametrize(
    ("text", "line", "problem", "advice"),
    [
        (
            "tool,status\nchat,aproved\n",
            2,
            "`aproved` is not a value of `status`",
            "did you mean `approved`?",
        ),
        ("tool,status,owner\n\nchat,approved,me\n", 3, "unknown key `owner`", ALL_COLUMNS),
        ("tool,purposes\nchat,explore\n", 2, "`status` is missing", "add `status: …`"),
        (
            "tool,status\nchat,approved,for all\n",
            2,
            "the row has 3 cells under 2 columns",
            'put quotation marks around a cell that has a comma or semicolon in it: `"a, b"`',
        ),
    ],
)
def test_a_mistake_in_the_table_is_found_in_its_row(
    tmp_path: Path, text: str, line: int, problem: str, advice: str
) -> None:
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    assert findings(SOUND, path) == (Finding(path=str(path), line=line, problem=problem, advice=advice),)


# ---------------------------------------------------------------------------------- every way of getting it wrong

MISTAKES = [
    (TOOLS, "  vendor: Acme\n", "", 1, "`vendor` is missing", "add `vendor: …`"),
    (TOOLS, "  note_en: Free.\n", "", 1, "`note_en` is missing", "add `note_en: …`"),
    (TOOLS, "  note_en: Free.", "  note_en: Free.\n  note: Free.", 14, "unknown key `note`", "did you mean `note_nl`?"),
    (
        TOOLS,
        "terms: consumer",
        "terms: consumers",
        7,
        "`consumers` is not a value of `terms`",
        "did you mean `consumer`?",
    ),
    (TOOLS, "terms: consumer", "terms: [consumer]", 7, "`terms` is a list or a group of keys", "write plain text"),
    (
        TOOLS,
        "aliases: [chat, acme chat]",
        "aliases: chat",
        5,
        "`aliases` is not a list",
        "put its items in square brackets, or each on a line after `- `",
    ),
    (
        TOOLS,
        "aliases: [chat, acme chat]",
        "aliases: [chat, ~]",
        5,
        "an item of `aliases` has no value",
        "write one, or take the line away",
    ),
    (
        TOOLS,
        "aliases: [chat, acme chat]",
        "aliases: [chat, [acme]]",
        5,
        "an item of `aliases` is a list or a group of keys",
        "write plain text",
    ),
    (TOOLS, "  name: Chat\n", "  name:\n", 2, "`name` has no value", "write one, or take the line away"),
    (TOOLS, "  name: Chat\n", "  name: Chat\n  line: 3\n", 3, "unknown key `line`", "leave it out: lines are counted"),
    (
        TOOLS,
        "  name: Chat\n",
        "  name: Chat\n  name: Chatter\n",
        3,
        "`name` is given twice",
        "keep one of the two; the first is on line 2",
    ),
    (
        TOOLS,
        "  name: Chat\n",
        "  name: Chat: the tool\n",
        2,
        "this is not YAML: mapping values are not allowed in this context",
        "put quotation marks around text that has a colon in it",
    ),
    (
        TOOLS,
        "  name: Chat\n",
        "\tname: Chat\n",
        2,
        "this is not YAML: found a tab character that violates indentation",
        "indent with spaces, and put quotation marks around text that begins with a special character",
    ),
    (
        TOOLS,
        "[chat, acme chat]",
        "[chat, acme chat",
        6,
        "this is not YAML: did not find expected ',' or ']'",
        "check the indentation, the brackets and the colons here and on the line above",
    ),
    (
        TOOLS,
        "name: Chat\n",
        "name: *chat\n",
        2,
        "this is not YAML: found undefined alias",
        "define it first with `&`, or put quotation marks around text that begins with `*`",
    ),
    (
        TOOLS,
        "name: Chat\n",
        "name: !secret Chat\n",
        2,
        "the tag `!secret` has no meaning here",
        "leave it out: every value is plain text",
    ),
    (
        TOOLS,
        "name: Chat\n",
        "name: Ch\x07at\n",
        2,
        "invisible character `0x0007`",
        "remove it, it does not belong in text",
    ),
    (
        FACTS,
        "{nl: voorwaarden, en: terms}",
        "{nl: voorwaarden, en: terms, [nl]: x}",
        10,
        "a key is a list or a group of keys",
        "write one word before the colon",
    ),
    (
        TOOLS,
        "- id: chat\n",
        "- chat\n- id: chat\n",
        1,
        "an entry is not a group of keys",
        "write lines of `key: value`",
    ),
    (
        GLOSSARY,
        "nl: [DPIA]",
        "nl: {a: DPIA}",
        2,
        "`nl` is not a list",
        "put its items in square brackets, or each on a line after `- `",
    ),
    (
        FACTS,
        "label: {nl: voorwaarden, en: terms}",
        "label: voorwaarden",
        10,
        "`label` is not a group of keys",
        "write lines of `key: value`",
    ),
    (FACTS, "kind: set", "kind: sets", 23, "`sets` is not a value of `kind`", "did you mean `set`?"),
    (FACTS, "ask: true", "ask: maybe", 13, "`maybe` is neither true nor false", "write `true` or `false`"),
    (
        FACTS,
        "      excludes: [classified]",
        "      exclude: [classified]",
        30,
        "unknown key `exclude`",
        "did you mean `excludes`?",
    ),
    (
        DUTIES,
        "  label: {nl: een DPIA, en: a DPIA}\n",
        "  label: {nl: een DPIA, en: }\n",
        2,
        "`en` has no value",
        "write one, or take the line away",
    ),
    (SPEECH, "cues: [mag, may]", "cues:", 2, "`cues` has no value", "write one, or take the line away"),
    (
        STANDPOINT,
        "in_force_from: 2025-04-22",
        "in_force_from: 22 april",
        5,
        "`22 april` is not a date",
        "write year, month and day: `2025-04-22`",
    ),
    (
        STANDPOINT,
        "status: in_force",
        "status: inforce",
        4,
        "`inforce` is not a value of `status`",
        "did you mean `in_force`?",
    ),
    (
        STANDPOINT,
        'id: "2025"',
        'id: "2026"',
        1,
        "the standpoint `2026` is in the folder `2025`",
        "give both the same name",
    ),
    (STANDPOINT, 'id: "2025"\n', 'id: "2025"\nrules: []\n', 2, "unknown key `rules`", "rules go in `rules.yaml`"),
    (
        STANDPOINT,
        'id: "2025"',
        '- id: "2025"',
        2,
        "this is not YAML: did not find expected '-' indicator",
        "check the indentation, the brackets and the colons here and on the line above",
    ),
    (
        RULES,
        "{terms: consumer}",
        "consumer",
        3,
        "a condition is not a group of keys",
        "write `{fact: value}`, or leave `when` out for what always holds",
    ),
    (
        RULES,
        "{terms: consumer}",
        "{}",
        3,
        "a condition is empty",
        "write `{fact: value}`, or leave `when` out for what always holds",
    ),
    (RULES, "{terms: consumer}", "{terms: }", 3, "`terms` is not followed by values", "write `terms: [a, b]`"),
    (RULES, "{terms: consumer}", "{terms: {a: b}}", 3, "`terms` is not followed by values", "write `terms: [a, b]`"),
    (
        RULES,
        "{terms: consumer}",
        "{any: {terms: consumer}}",
        3,
        "`any` is not followed by conditions",
        "write `any: [{fact: value}, {fact: value}]`",
    ),
    (
        RULES,
        "{terms: consumer}",
        "{all: [terms]}",
        3,
        "a condition is not a group of keys",
        "write `{fact: value}`, or leave `when` out for what always holds",
    ),
    (
        RULES,
        "{terms: consumer}",
        "\n    not:\n      terms: []",
        5,
        "`terms` is not followed by values",
        "write `terms: [a, b]`",
    ),
    (
        RULES,
        "{purpose: explore, sandbox: yes}",
        "[purpose]",
        20,
        "a condition is not a group of keys",
        "write `{fact: value}`, or leave `when` out for what always holds",
    ),
    (
        RULES,
        "outcome: not_allowed",
        "outcome: not_alowed",
        4,
        "`not_alowed` is not a value of `outcome`",
        "did you mean `not_allowed`?",
    ),
    (RULES, "  outcome: not_allowed", "  outcom: not_allowed", 4, "unknown key `outcom`", "did you mean `outcome`?"),
    (
        RULES,
        "facts: {terms: consumer, sandbox: no}",
        "facts: none",
        24,
        "`facts` is not a group of keys",
        "write lines of `key: value`",
    ),
    (
        RULES,
        "facts: {terms: consumer, sandbox: no}",
        "facts: {terms: {a: b}}",
        24,
        "`terms` is not a list",
        "put its items in square brackets, or each on a line after `- `",
    ),
    (
        RULES,
        "    - name: an ordinary question",
        "    - name: an ordinary question\n      line: 4",
        24,
        "unknown key `line`",
        "leave it out: lines are counted",
    ),
    (
        RULES,
        "  title: {nl: Contract, en: Contract}",
        "  <<: {a: b}\n  title: {nl: Contract, en: Contract}",
        31,
        "unknown key `<<`",
        "leave it out",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "line", "problem", "advice"), MISTAKES)
def test_a_mistake_is_found_where_it_stands(
    tmp_path: Path, file: str, old: str, new: str, line: int, problem: str, advice: str
) -> None:
    content = broken(tmp_path, file, old, new)
    assert findings(content) == (Finding(path=file, line=line, problem=problem, advice=advice),)


def test_a_misspelt_key_is_both_unknown_and_missing(tmp_path: Path) -> None:
    found = findings(broken(tmp_path, RULES, "quote: Free tools", "qoute: Free tools"))
    assert [str(finding) for finding in found] == [
        f"{RULES}:7: `quote` is missing; add `quote: …`",
        f"{RULES}:10: unknown key `qoute`; did you mean `quote`?",
    ]


def test_a_definition_without_a_language_is_unknown(tmp_path: Path) -> None:
    found = findings(broken(tmp_path, GLOSSARY, "  definition_nl: ", "  definition: "))
    assert [str(finding) for finding in found] == [
        f"{GLOSSARY}:4: unknown key `definition`; did you mean `definition_nl`?",
        f"{GLOSSARY}:4: `definition_nl` is missing; add `definition_nl: …`",
    ]


def test_an_alias_to_what_it_stands_in_is_found_and_not_followed(tmp_path: Path) -> None:
    found = findings(broken(tmp_path, TOOLS, "[chat, acme chat]", "&all [chat, *all]"))
    assert str(found[0]) == f"{TOOLS}:5: an alias repeats what it stands in; write the value out"


def test_every_mistake_in_every_file_is_reported_at_once(tmp_path: Path) -> None:
    broken(tmp_path, TOOLS, "terms: consumer", "terms: consumers")
    broken(tmp_path, RULES, "outcome: not_allowed", "outcome: no")
    broken(tmp_path, RULES, "when: {data: classified}", "when: classified")
    content = broken(tmp_path, FACTS, "kind: set", "kind: many")
    (content / SPEECH).unlink()
    register = tmp_path / "own.yaml"
    register.write_text("- tool: chat\n  status: fine\n", encoding="utf-8")
    assert [(finding.path, finding.line) for finding in findings(content, register)] == sorted(
        [(str(register), 2), (FACTS, 23), (SPEECH, 1), (RULES, 4), (RULES, 51), (TOOLS, 7)]
    )


def test_a_value_far_from_any_other_is_met_with_the_choice(tmp_path: Path) -> None:
    found = findings(broken(tmp_path, FACTS, "kind: set", "kind: heap"))
    assert found[0].advice == "choose `one`, `set` or `yes_no`"


@pytest.mark.parametrize("file", [TOOLS, GLOSSARY, FACTS, DUTIES, SPEECH, RULES, STANDPOINT])
def test_a_missing_file_is_named(tmp_path: Path, file: str) -> None:
    content = broken(tmp_path, file, "", "")
    (content / file).unlink()
    advice = f"add `{Path(file).name}` or name the right folder"
    assert findings(content) == (Finding(path=file, line=1, problem="the file is missing", advice=advice),)


def test_content_without_a_standpoint_is_no_content(tmp_path: Path) -> None:
    content = broken(tmp_path, RULES, "", "")
    (content / "standpoints").rename(content / "elsewhere")
    advice = "add a folder with a `standpoint.yaml` and a `rules.yaml`"
    assert findings(content) == (Finding(path="standpoints", line=1, problem="there is no standpoint", advice=advice),)


def test_an_empty_file_is_no_list(tmp_path: Path) -> None:
    content = broken(tmp_path, DUTIES, "", "")
    (content / DUTIES).write_text("# nothing\n", encoding="utf-8")
    advice = "write one, or take the line away"
    assert findings(content) == (Finding(path=DUTIES, line=1, problem="the file has no value", advice=advice),)


def test_another_encoding_is_refused_at_the_line_of_the_first_strange_byte(tmp_path: Path) -> None:
    content = broken(tmp_path, SPEECH, "", "")
    (content / SPEECH).write_bytes(b"- id: permission\n  cues: [co\xf6rdinatie]\n")
    advice = "save it again as UTF-8"
    assert findings(content) == (Finding(path=SPEECH, line=2, problem="the file is not UTF-8 text", advice=advice),)


def test_a_folder_in_the_place_of_a_file_cannot_be_opened(tmp_path: Path) -> None:
    found = findings(SOUND, tmp_path)
    assert [str(finding) for finding in found] == [
        f"{tmp_path}:1: the file cannot be opened; check its name and who may read it"
    ]


# ----------------------------------------------------------------------------------------------------------- errors


def test_all_mistakes_are_one_error_of_the_package(tmp_path: Path) -> None:
    broken(tmp_path, TOOLS, "terms: consumer", "terms: consumers")
    content = broken(tmp_path, FACTS, "kind: set", "kind: sets")
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(content, ())
    assert (caught.value.path, caught.value.line) == (FACTS, 23)
    assert str(caught.value).splitlines() == [
        f"{FACTS}:23: `sets` is not a value of `kind`; did you mean `set`?",
        f"{TOOLS}:7: `consumers` is not a value of `terms`; did you mean `consumer`?",
    ]


def test_the_sources_know_the_line_of_everything_that_was_read() -> None:
    _, sources = read_knowledge(SOUND, ())
    assert sources.line(RULES, (0, "exceptions", 0, "requirements", 0, "when")) == 20
    assert sources.line(RULES, (0, "basis", 0, "no such key")) == 7
    assert sources.line("documents/law.md", ()) is None
