"""The only step with effects: what is in the log when an answer leaves, and when none does."""

from pathlib import Path

import pytest

from bot.answering import Answerer
from bot.desk import PolicyDesk, QuestionError
from bot.questionlog.entries import Entry
from bot.questionlog.errors import LogUnavailable
from bot.questionlog.sqlite import SqliteQuestionLog
from bot.questions import Question
from tests.bot.conftest import NOW, SECRET, TODAY


def recorded(desk: PolicyDesk, text: str) -> Entry:
    """The entry of the question, as it is in the log once the answer is there."""
    answer = desk.ask(Question(text=text, today=TODAY), "terminal", "jansen", thread="t1")
    entry = desk.log.get(answer.id)
    assert entry is not None
    return entry


def test_a_decision_is_in_the_log_with_all_that_it_rests_on(desk: PolicyDesk) -> None:
    entry = recorded(desk, "Mag ik Claude gebruiken voor een toespraak?")
    assert entry.text == "Mag ik Claude gebruiken voor een toespraak?"
    assert (entry.kind, entry.status, entry.outcome, entry.gap) == ("decision", "answered", "not_allowed_unless", None)
    assert (entry.language, entry.channel, entry.thread, entry.asked_at) == ("nl", "terminal", "t1", NOW)
    assert (entry.tool, entry.facts["tool"], entry.facts["terms"]) == ("claude", "claude", "consumer")
    assert "25-consumer" in entry.rules
    assert "F-2025-28" in entry.anchors
    assert entry.standpoint == "2025-overheidsbreed"
    assert entry.index_version == desk.answerer.index.version
    assert entry.duration_ms > 0


@pytest.mark.parametrize(
    ("text", "kind", "status", "outcome", "gap", "tool"),
    [
        ("Mag ik Copilot gebruiken?", "decision", "needs_facts", "depends", None, "copilot"),
        ("Mag ik JuriBot gebruiken?", "decision", "needs_facts", "depends", "unknown_tool", "JuriBot"),
        ("Moet ik mijn prompts bewaren?", "decision", "unanswered", "not_settled", "not_settled", None),
        ("Wat is vlam-chat?", "information", "answered", None, None, None),
        ("Wat is de boete voor AI-gebruik?", "information", "unanswered", None, "no_passage", None),
        ("What are you?", "meta", "answered", None, None, None),
        ("How do I bake bread?", "out_of_scope", "unanswered", None, None, None),
        ("qwrt zxcvb plmkn fghjk", "out_of_scope", "unanswered", None, "not_understood", None),
    ],
)
def test_every_kind_of_question_is_in_the_log(
    desk: PolicyDesk, text: str, kind: str, status: str, outcome: str | None, gap: str | None, tool: str | None
) -> None:
    entry = recorded(desk, text)
    assert (entry.kind, entry.status, entry.outcome, entry.gap, entry.tool) == (kind, status, outcome, gap, tool)
    assert desk.log.count() == 1


def test_personal_data_are_masked_and_the_asker_is_a_pseudonym(desk: PolicyDesk) -> None:
    text = "Mag ik mail aan pieter.devries@voorbeeld.nl of 06-12345678 in Claude zetten?"
    entry = recorded(desk, text)
    assert entry.text is not None
    assert "pieter" not in entry.text
    assert "12345678" not in entry.text
    assert len(entry.text_kinds) == 2
    assert "jansen" not in entry.model_dump_json()


def test_the_same_asker_has_the_same_pseudonym_and_another_has_another(desk: PolicyDesk) -> None:
    def pseudonym(asker: str) -> str:
        answer = desk.ask(Question(text="Hallo", today=TODAY), "terminal", asker)
        entry = desk.log.get(answer.id)
        assert entry is not None
        return entry.asker

    assert pseudonym("jansen") == pseudonym("jansen") != pseudonym("pietersen")


def test_an_answer_has_an_id_of_its_own(desk: PolicyDesk) -> None:
    ids = {desk.ask(Question(text="Hallo", today=TODAY), "terminal", "jansen").id for _ in range(3)}
    assert len(ids) == desk.log.count() == 3


@pytest.mark.parametrize(
    ("question", "wrong", "choices"),
    [
        (Question(text="Mag dit?", today=TODAY, standpoint="2031"), "2031", ("2023-voorlopig", "2025-overheidsbreed")),
        (Question(text="Mag dit?", today=TODAY, given={"colour": ("red",)}), "colour", ("terms", "data", "purpose")),
        (Question(text="Mag dit?", today=TODAY, given={"terms": ("free",)}), "free", ("consumer", "contract")),
        (Question(text="Mag dit?", today=TODAY, given={"data": ("!secret",)}), "secret", ("personal", "public")),
        (Question(text="Mag dit?", today=TODAY, given={"tool": ("abacus",)}), "abacus", ("chatgpt", "vlam-chat")),
    ],
)
def test_what_does_not_exist_is_an_error_that_names_the_choices(
    desk: PolicyDesk, question: Question, wrong: str, choices: tuple[str, ...]
) -> None:
    with pytest.raises(QuestionError) as error:
        desk.ask(question, "terminal", "jansen")
    assert all(f"`{word}`" in str(error.value) for word in (wrong, *choices))


def broken_log(tmp_path: Path) -> SqliteQuestionLog:
    """A log of which a folder has taken the place of the file."""
    log = SqliteQuestionLog(tmp_path / "questions.db")
    for file in tmp_path.iterdir():
        file.unlink()
    log.path.mkdir()
    return log


def test_without_a_log_there_is_no_answer(answerer: Answerer, tmp_path: Path) -> None:
    desk = PolicyDesk(answerer, broken_log(tmp_path), SECRET.encode(), lambda: NOW)
    assert desk.ready() is not None
    with pytest.raises(LogUnavailable, match=r"questions\.db"):
        desk.ask(Question(text="Mag ik Claude gebruiken?", today=TODAY), "terminal", "jansen")


def test_a_desk_with_a_log_is_ready(desk: PolicyDesk) -> None:
    assert desk.ready() is None
