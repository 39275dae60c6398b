"""Whatever people send, they get an answer in Dutch or English, and it is in the log."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer import Answer
from bot.answering import Answerer
from bot.desk import PolicyDesk
from bot.questionlog.sqlite import SqliteQuestionLog
from bot.questions import Question
from tests.bot.conftest import NOW, SECRET, TODAY


@pytest.fixture(scope="module")
def open_desk(answerer: Answerer, tmp_path_factory: pytest.TempPathFactory) -> PolicyDesk:
    log = SqliteQuestionLog(Path(tmp_path_factory.mktemp("log")) / "questions.db")
    return PolicyDesk(answerer, log, SECRET.encode(), lambda: NOW)


def checked(desk: PolicyDesk, text: str, thread: tuple[str, ...] = ()) -> Answer:
    answer = desk.ask(Question(text=text, thread=thread, today=TODAY), "web", "iemand")
    entry = desk.log.get(answer.id)
    assert answer.language in ("nl", "en")
    assert answer.text != ""
    assert entry is not None
    assert entry.kind == answer.kind
    return answer


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "a",
        "?",
        ".",
        "1",
        "ja",
        "x" * 10_000,
        "Mag ik Claude gebruiken? " * 400,
        "mag " * 2_500,
        "Mag ik \x00 Claude \x07 gebruiken?\x1b[31m",
        "\u202eMag ik Claude gebruiken?\u202c",
        "Mag ik Cl\u200baude gebruiken?",
        "😀😀😀",
        "👩‍👩‍👧 mag dit in Claude? 🤔",
        "<script>alert(1)</script> Mag ik Claude gebruiken?",
        "*Mag* _ik_ <@U123|piet> `Claude` <https://example.org|hier> gebruiken? :wave:",
        "האם מותר לי להשתמש ב-Claude?",
        "هل يجوز لي استخدام ChatGPT؟",
        "我可以使用 ChatGPT 吗？",
        "\ud800",
        "Mag ik \udfff Claude gebruiken?",
        "'; DROP TABLE questions; --",
        '{"question": "Mag ik Claude gebruiken?"}',
        "%s %n {0} {question} $HOME",
        "Ａｐｒｉｌ ２０２４",
        "Z̸̡̛a͠l̴g̵o mag ik C̷l̷a̷u̷d̷e̷ gebruiken?",
        "-" * 500,
        "in februari 2024 op 31 februari 2024 op 99 maart 2024",
    ],
)
def test_an_odd_question_gets_an_answer_and_is_logged(open_desk: PolicyDesk, text: str) -> None:
    checked(open_desk, text)


@pytest.mark.parametrize(
    "text",
    [
        "\u202eMag ik Claude gebruiken?\u202c",
        "Mag ik Cl\u200baude gebruiken?",
        "<b>Mag ik Claude gebruiken?</b>",
        "*Mag ik* `Claude` gebruiken? :wave:",
        "Mag ik \x00Claude\x07 gebruiken?",
        "MAG IK CLAUDE GEBRUIKEN?!?!",
        "mag  ik\n\nclaude\tgebruiken",
        "Mag ik Claude gebruiken? 😀",
        "Mag ik Claude gebruiken?" + " " * 10_000,
    ],
)
def test_decoration_does_not_change_the_decision(open_desk: PolicyDesk, text: str) -> None:
    decision = checked(open_desk, text).decision
    assert decision is not None
    assert decision.outcome == "not_allowed_unless"


@settings(max_examples=60)
@given(text=st.text(st.characters(), max_size=200), thread=st.lists(st.text(max_size=40), max_size=2))
def test_any_text_gets_an_answer_and_is_logged(open_desk: PolicyDesk, text: str, thread: list[str]) -> None:
    checked(open_desk, text, tuple(thread))


WORDS = (
    "mag ik moet niet geen zonder Claude Copilot DeepSeek vlam-chat namen contract gratis DPIA may we without data . ? "
    "2024 januari"
).split()


@settings(max_examples=80)
@given(words=st.lists(st.sampled_from(WORDS), max_size=14))
def test_any_row_of_our_own_words_gets_an_answer(answerer: Answerer, words: list[str]) -> None:
    answer = answerer.answer(Question(text=" ".join(words), today=TODAY))
    assert (answer.decision is not None) == (answer.kind == "decision")
    assert not (answer.gap is not None and answer.gap.kind == "no_passage" and answer.citations)
