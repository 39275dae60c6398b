"""The command line: what it prints, where, and with which exit code."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.bootstrap import open_desk
from bot.settings import Settings
from tests.bot.conftest import SECRET

Run = Callable[..., Result]


@pytest.fixture
def run(published: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs `magdat` on the published data folder, in an empty working folder."""
    monkeypatch.chdir(tmp_path)

    def magdat(*arguments: str, data: Path = published.data, stdin: str | bytes | None = None, **env: str) -> Result:
        variables = {"MAGDAT_DATA": str(data), "MAGDAT_SECRET": SECRET, "MAGDAT_REGISTER": None, **env}
        return CliRunner().invoke(main, arguments, input=stdin, env=variables)

    return magdat


def json_lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


# ask


def test_ask_prints_the_answer_and_nothing_else(run: Run) -> None:
    result = run("ask", "Mag", "ik", "Claude", "gebruiken?")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Nee, dat mag niet, tenzij ")
    assert "Bronnen\n[1] «" in result.stdout


def test_ask_json_prints_one_object(run: Run) -> None:
    result = run("ask", "--json", "Mag ik Claude gebruiken?")
    answer = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert (answer["question"], answer["decision"]["outcome"]) == ("Mag ik Claude gebruiken?", "not_allowed_unless")


def test_an_answered_question_is_in_the_log_of_the_data_folder(run: Run, published: Settings) -> None:
    answer = json.loads(run("ask", "--json", "Mag ik Claude gebruiken?").stdout)
    entry = open_desk(published).log.get(answer["id"])
    assert entry is not None
    assert entry.channel == "terminal"


@pytest.mark.parametrize(
    ("options", "outcome"),
    [
        ((), "not_allowed_unless"),
        (("--fact", "terms=contract"), "allowed_if"),
        (("--fact", "data=personal,internal"), "not_allowed"),
        (("--fact", "data=internal", "--fact", "data=personal"), "not_allowed"),
        (("--fact", "tool=vlam-chat"), "allowed_if"),
    ],
)
def test_a_fact_may_be_given(run: Run, options: tuple[str, ...], outcome: str) -> None:
    answer = json.loads(run("ask", "--json", *options, "Mag ik Claude gebruiken?").stdout)
    assert answer["decision"]["outcome"] == outcome


@pytest.mark.parametrize(
    ("options", "standpoint"),
    [
        (("--as-of", "2024-03-01"), "2023-voorlopig"),
        (("--as-of", "2025-06-01"), "2025-overheidsbreed"),
        (("--standpoint", "2023-voorlopig"), "2023-voorlopig"),
    ],
)
def test_a_day_or_a_standpoint_chooses_the_version(run: Run, options: tuple[str, ...], standpoint: str) -> None:
    answer = json.loads(run("ask", "--json", *options, "Mag ik Claude gebruiken?").stdout)
    assert answer["standpoint"]["id"] == standpoint


def test_the_language_may_be_chosen(run: Run) -> None:
    assert run("ask", "--lang", "en", "Mag ik Claude gebruiken?").stdout.startswith("No, you may not, unless ")


def test_explain_shows_facts_rules_and_the_words_that_found_the_passages(run: Run) -> None:
    result = run("ask", "--explain", "Mag ik persoonsgegevens in Claude zetten?")
    trace = result.stdout[result.stdout.index("kind: ") :]
    assert result.exit_code == 0
    assert "fact data: personal · question: “persoonsgegevens”" in trace
    assert "tool: claude · registered terms: consumer" in trace
    assert "decision: not_allowed · rules: 25-consumer-sensitive" in trace
    assert "passage F-" in trace


def test_explain_is_the_same_twice(run: Run) -> None:
    once, again = (run("ask", "--explain", "Wat is vlam-chat?") for _ in range(2))
    assert once.stdout == again.stdout
    assert "answerability: +" in once.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("ask",), 2, "write a question"),
        (("ask", "--fact", "terms", "Mag dit?"), 2, "--fact terms=contract"),
        (("ask", "--as-of", "gisteren", "Mag dit?"), 2, "2024-03-01"),
        (("ask", "--lang", "fr", "Mag dit?"), 2, "'fr'"),
        (("ask", "--colour", "Mag dit?"), 2, "--colour"),
        (("wonder",), 2, "wonder"),
        (("ask", "--standpoint", "2031", "Mag dit?"), 1, "2023-voorlopig"),
        (("ask", "--fact", "terms=free", "Mag dit?"), 1, "contract"),
        (("ask", "--fact", "colour=red", "Mag dit?"), 1, "terms"),
        (("rules", "explain", "99-nothing"), 1, "25-consumer"),
        (("evaluate", "nowhere.jsonl"), 2, "nowhere.jsonl"),
        (("log", "mask"), 2, "--jsonl"),
    ],
)
def test_a_mistake_is_one_clear_sentence_on_standard_error(
    run: Run, arguments: tuple[str, ...], code: int, words: str
) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("arguments", [("ask", "Mag dit?"), ("index", "status"), ("chat",)])
def test_without_an_index_the_advice_is_to_build_one(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    result = run(*arguments, data=tmp_path / "empty")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "magdat index build" in result.stderr


def test_a_wrong_setting_is_named(run: Run) -> None:
    result = run("ask", "Mag dit?", MAGDAT_SECRET="short")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "secret" in result.stderr


# ask --jsonl


def test_answers_come_in_the_order_of_the_questions_with_their_ids(run: Run) -> None:
    lines = [
        '{"id": "b", "question": "Mag ik Claude gebruiken?"}',
        '{"id": 7, "question": "May I use vlam-chat?"}',
        "",
        '{"question": "Wat is vlam-chat?"}',
        '{"id": "a", "question": "Hallo", "extra": true}',
    ]
    result = run("ask", "--jsonl", stdin="\n".join(lines))
    answers = json_lines(result)
    assert (result.exit_code, result.stderr) == (0, "")
    assert [answer["id"] for answer in answers[:2]] == ["b", 7]
    assert [answer["kind"] for answer in answers] == ["decision", "decision", "information", "meta"]
    assert len(answers[2]["id"]) == 32
    assert answers[3]["id"] == "a"


@pytest.mark.parametrize(
    "broken",
    [
        b"{not json",
        b"[]",
        b'"Mag dit?"',
        b"{}",
        b'{"question": null}',
        b'{"question": "Mag dit?", "as_of": "gisteren"}',
        b'{"question": "Mag dit?", "thread": "Hallo"}',
        b'{"question": "Mag dit?", "facts": [1]}',
        b'{"question": "Mag dit?", "facts": {"terms": "free"}}',
        b'{"question": "Mag dit?", "standpoint": "2031"}',
        b'\x00\x00{"question": "Mag dit?"}',
        b'{"question": "Mag \xff',
    ],
)
def test_a_broken_line_gets_an_error_and_the_rest_goes_on(run: Run, broken: bytes) -> None:
    good = b'{"id": %d, "question": "Mag ik Claude gebruiken?"}'
    result = run("ask", "--jsonl", stdin=b"\n".join([good % 1, broken, good % 3]))
    first, second, third = json_lines(result)
    assert result.exit_code == 0
    assert (first["id"], third["id"]) == (1, 3)
    assert first["decision"]["outcome"] == third["decision"]["outcome"] == "not_allowed_unless"
    assert second["error"]
    assert "decision" not in second


def test_a_null_byte_in_a_question_is_no_obstacle(run: Run) -> None:
    (answer,) = json_lines(run("ask", "--jsonl", stdin='{"id": 1, "question": "Mag ik Cla\\u0000ude gebruiken?"}'))
    assert answer["facts"]["tool"] == "claude"


def test_half_a_surrogate_pair_in_a_question_is_no_obstacle(run: Run) -> None:
    lines = '{"id": 1, "question": "Mag ik \\ud800 Claude gebruiken?"}\n{"id": 2, "question": "Hallo"}'
    answers = json_lines(run("ask", "--jsonl", stdin=lines))
    assert len(answers) == 2
    assert answers[1]["kind"] == "meta"


def test_a_line_may_have_a_thread_facts_a_day_and_a_standpoint(run: Run) -> None:
    lines = [
        {"question": "En met persoonsgegevens?", "thread": ["Mag ik Claude gebruiken?"]},
        {"question": "Mag ik Claude gebruiken?", "facts": {"terms": "contract", "data": ["internal", "!personal"]}},
        {"question": "Mag ik Claude gebruiken?", "as_of": "2024-01-15"},
        {"question": "Mag ik Claude gebruiken?", "standpoint": "2023-voorlopig"},
        {"question": "Mag ik Claude gebruiken?", "language": "en"},
    ]
    threaded, given, then, under, english = json_lines(run("ask", "--jsonl", stdin="\n".join(map(json.dumps, lines))))
    assert (threaded["facts"]["tool"], threaded["decision"]["outcome"]) == ("claude", "not_allowed")
    assert (given["facts"]["data"], given["decision"]["outcome"]) == (["internal"], "allowed_if")
    assert then["standpoint"]["id"] == under["standpoint"]["id"] == "2023-voorlopig"
    assert english["language"] == "en"


# chat


def test_in_a_conversation_a_number_chooses_the_reply(run: Run) -> None:
    result = run("chat", stdin="Mag ik Copilot gebruiken?\n2\n")
    first, second = result.stdout.split("Dat hangt ervan af", 1)[1].split("\nJa, mits ", 1)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "  1. Microsoft Copilot gratis" in first
    assert "  2. Microsoft 365 Copilot Chat" in first
    assert "je aan de voorwaarden voldoet" in second


def test_a_conversation_goes_on_where_it_was(run: Run) -> None:
    result = run("chat", stdin="Mag ik Claude gebruiken?\n\nEn met persoonsgegevens?\n")
    assert "Nee, dat mag niet, tenzij " in result.stdout
    assert "\nNee, dat mag niet.\n" in result.stdout


def test_a_number_without_options_is_a_question(run: Run) -> None:
    assert "ChatGPT" in run("chat", stdin="33\n").stdout


def test_near_misses_are_shown_as_no_answer(run: Run) -> None:
    result = run("chat", stdin="Wat kost een abonnement op Copilot?\n")
    assert "Dit kwam het dichtst bij, maar is geen antwoord:\n  «" in result.stdout


# index and rules


def test_building_and_its_status_agree(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "new"
    built = json.loads(run("index", "build", "--json", data=data).stdout)
    status = json.loads(run("index", "status", "--json", data=data).stdout)
    assert (status["version"], status["sha256"]) == (built["version"], built["sha256"])
    assert status["passages"] == built["passages"] > 100
    assert status["standpoints"] == ["2023-voorlopig", "2025-overheidsbreed"]


def test_building_twice_publishes_the_same(run: Run, tmp_path: Path) -> None:
    once, again = (json.loads(run("index", "build", "--json", data=tmp_path).stdout) for _ in range(2))
    assert once["sha256"] == again["sha256"]


def test_the_status_reads_as_text(run: Run) -> None:
    lines = run("index", "status").stdout.splitlines()
    assert [line.split(":")[0] for line in lines] == ["version", "sha256", "passages", "documents", "standpoints"]


def test_a_mistake_in_the_own_register_is_reported_and_nothing_is_published(run: Run, tmp_path: Path) -> None:
    register = tmp_path / "register.yaml"
    register.write_text("- {tool: abacus, status: approved}\n", encoding="utf-8")
    built = run("index", "build", data=tmp_path / "data", MAGDAT_REGISTER=str(register))
    assert (built.exit_code, built.stdout) == (1, "")
    assert "abacus" in built.stderr
    assert run("index", "status", data=tmp_path / "data").exit_code == 1


def test_the_rules_have_no_mistakes(run: Run) -> None:
    result = run("rules", "check")
    assert result.exit_code == 0
    assert result.stdout.startswith("no mistakes: ")


def test_every_worked_example_of_the_rules_passes(run: Run) -> None:
    result = run("rules", "test")
    assert result.exit_code == 0
    assert result.stdout.endswith(" passed, 0 failed\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("25-consumer",), ("outcome: not_allowed", "unless (25-explore)", "source standpunt-2025 F-2025-28: «")),
        (("25-explore",), ("25-consumer – ",)),
        (("25-consumer", "--lang", "en"), ("condition: ",)),
    ],
)
def test_a_rule_is_explained_with_its_sources(run: Run, arguments: tuple[str, ...], words: tuple[str, ...]) -> None:
    result = run("rules", "explain", *arguments)
    assert result.exit_code == 0
    assert all(word in result.stdout for word in words)


# evaluate, doctor and log

ITEMS = [
    {
        "id": "1",
        "question": "Mag ik Claude gebruiken?",
        "language": "nl",
        "expect": {
            "kind": "decision",
            "status": "answered",
            "outcome": ["not_allowed_unless"],
            "anchors_any": ["F-2025-28"],
        },
        "tags": ["permission"],
    },
    {
        "id": "2",
        "question": "How do I bake bread?",
        "language": "en",
        "expect": {"kind": "out_of_scope", "status": "unanswered"},
        "tags": ["other"],
    },
    {
        "id": "3",
        "question": "Mag ik vlam-chat gebruiken?",
        "language": "nl",
        "expect": {"kind": "decision", "status": "answered", "outcome": ["not_allowed"]},
        "tags": ["permission"],
    },
]


@pytest.fixture
def items(tmp_path: Path) -> str:
    file = tmp_path / "items.jsonl"
    file.write_text("\n".join(map(json.dumps, ITEMS)), encoding="utf-8")
    return str(file)


def test_evaluating_counts_what_is_right_and_what_is_unsafe(run: Run, items: str) -> None:
    result = run("evaluate", items, "--json")
    figures = json.loads(result.stdout)["all"]
    assert result.exit_code == 0
    assert figures == {
        "items": 3,
        "kind": 1.0,
        "language": 1.0,
        "outcome": 0.5,
        "hit@1": 1.0,
        "hit@3": 1.0,
        "false refusals": 0.0,
        "unanswerable recall": 1.0,
        "unsafe": 1,
    }
    assert "3 [UNSAFE, outcome] Mag ik vlam-chat gebruiken?" in result.stderr


def test_the_figures_read_as_a_table(run: Run, items: str) -> None:
    lines = run("evaluate", items).stdout.splitlines()
    assert lines[0].split()[:3] == ["items", "kind", "language"]
    assert lines[1].split()[:4] == ["all", "3", "1.000", "1.000"]


def test_a_wrong_item_is_reported_with_its_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "items.jsonl"
    file.write_text(json.dumps(ITEMS[0]) + '\n{"id": "2"}\n', encoding="utf-8")
    result = run("evaluate", str(file))
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{file}:2: `question`" in result.stderr


def test_the_doctor_finds_nothing_missing(run: Run, published: Settings) -> None:
    result = run("doctor")
    assert result.exit_code == 0
    assert f"ok      data folder `{published.data}`" in result.stdout
    assert "missing" not in result.stdout


def test_the_doctor_says_what_is_missing_and_what_to_do(run: Run, tmp_path: Path) -> None:
    result = run("doctor", data=tmp_path / "empty", MAGDAT_REGISTER=str(tmp_path / "none.yaml"))
    assert result.exit_code == 1
    assert "missing data folder" in result.stdout
    assert "missing register of the own organisation" in result.stdout
    assert "magdat index build" in result.stdout


def test_masking_keeps_order_and_ids_and_goes_on_after_a_broken_line(run: Run) -> None:
    lines = ['{"id": 1, "text": "mail jan@voorbeeld.nl"}', "{oops", '{"id": "x", "text": "niets"}', "[1]"]
    result = run("log", "mask", "--jsonl", stdin="\n".join(lines))
    first, second, third, fourth = json_lines(result)
    assert (result.exit_code, first["id"], len(first["kinds"])) == (0, 1, 1)
    assert "jan@" not in first["masked_text"]
    assert second["error"].startswith("line 2: ")
    assert third == {"id": "x", "masked_text": "niets", "kinds": []}
    assert fourth["error"].startswith("line 4: ")


# real processes


def process(data: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    root = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "MAGDAT_DATA": str(data), "MAGDAT_SECRET": SECRET, "PYTHONPATH": str(root)}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments], input=stdin, capture_output=True, env=environment, check=False
    )


def test_a_process_writes_only_the_answers_to_standard_output(published: Settings) -> None:
    lines = b'{"id": 1, "question": "Mag ik Claude gebruiken?"}\n\x00\xff\n{"id": 3, "question": "Hallo"}\n'
    result = process(published.data, "ask", "--jsonl", stdin=lines)
    first, second, third = map(json.loads, result.stdout.decode().splitlines())
    assert (result.returncode, result.stderr) == (0, b"")
    assert (first["id"], "error" in second, third["id"]) == (1, True, 3)


def test_a_process_keeps_everything_in_its_data_folder(tmp_path: Path) -> None:
    built = process(tmp_path / "data", "index", "build")
    asked = process(tmp_path / "data", "ask", "Mag ik Claude gebruiken?")
    assert (built.returncode, asked.returncode, built.stderr, asked.stderr) == (0, 0, b"", b"")
    assert asked.stdout.decode().startswith("Nee, dat mag niet, tenzij ")
    assert {"index", "questions.db"} <= {file.name for file in (tmp_path / "data").iterdir()}


def test_a_process_without_an_index_ends_with_one(tmp_path: Path) -> None:
    result = process(tmp_path, "ask", "Mag dit?")
    assert (result.returncode, result.stdout) == (1, b"")
    assert b"Traceback" not in result.stderr
