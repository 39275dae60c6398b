"""The page without scripts: the form carries the conversation."""

import json
from typing import cast

import pytest
from starlette.testclient import TestClient

from bot.channels.pages.labels import examples
from bot.channels.pages.turns import MOST_TURNS, PageError, Posted, Turn
from bot.desk import PolicyDesk
from bot.messages import short
from knowledge.model import LANGUAGES, Language
from knowledge.rules import Outcome
from tests.bot.web.forms import Form

COPILOT = "Mag ik Copilot gebruiken?"
CHATGPT = "Mag ik ChatGPT gebruiken voor een brief?"


def _texts(turns: tuple[Turn, ...]) -> tuple[str, ...]:
    return tuple(turn.question for turn in turns)


def post(client: TestClient, form: Form, *more: tuple[str, str], status: int = 200) -> Form:
    response = client.post("/ask", data=form.fields(*more))
    assert response.status_code == status
    return Form(response.text)


def asked(client: TestClient, *questions: str) -> Form:
    """The page after these questions."""
    form = Form(client.get("/").text)
    for question in questions:
        form = post(client, form, ("question", question))
    return form


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_begins_with_what_it_is_and_examples_that_have_an_answer(
    client: TestClient, language: Language
) -> None:
    form = Form(client.get(f"/?language={language}").text)
    assert ("html", {"lang": language}) in form.tags
    buttons = [value for name, value in form.buttons if name == "example"]
    assert buttons == list(examples(language))
    for example in buttons:
        assert ("article", language) in [
            (tag, v.get("lang")) for tag, v in post(client, form, ("example", example)).tags
        ]


def test_an_unknown_language_is_dutch(client: TestClient) -> None:
    assert ("html", {"lang": "nl"}) in Form(client.get("/?language=tlh").text).tags


def test_the_whole_conversation_comes_back(client: TestClient) -> None:
    form = asked(client, CHATGPT, "En met persoonsgegevens?", "hallo")
    assert [tag for tag, _ in form.tags].count("article") == 3
    for words in (CHATGPT, "En met persoonsgegevens?", "hallo", "Bronnen"):
        assert words in form.text
    assert ("input", "turn") in [(tag, values.get("name")) for tag, values in form.tags]


def test_earlier_questions_are_not_recorded_again(client: TestClient, desk: PolicyDesk) -> None:
    before = desk.log.count()
    form = asked(client, CHATGPT, "En met persoonsgegevens?")
    post(client, form, ("to_language", "en"))
    assert desk.log.count() == before + 2
    last, first = desk.log.recent(2)
    assert first.thread is not None
    assert first.thread == last.thread


def test_a_script_gets_the_new_turn_only(client: TestClient) -> None:
    form = asked(client, CHATGPT)
    response = client.post(
        "/ask", data=form.fields(("question", "En met persoonsgegevens?")), headers={"Magdat-Fragment": "1"}
    )
    assert "<html" not in response.text
    assert Form(response.text).hidden[0][0] == "turn"
    assert "En met persoonsgegevens?" in response.text
    assert CHATGPT not in response.text


def test_a_button_asks_the_same_question_with_one_fact_more(client: TestClient, desk: PolicyDesk) -> None:
    form = asked(client, COPILOT, "hallo")
    form = post(client, form, form.button("Copilot Chat"), ("question", "nog niet af"))
    turns = [json.loads(value) for name, value in form.hidden if name == "turn"]
    assert (turns[2]["question"], turns[2]["given"]) == (COPILOT, {"tool": ["copilot-chat"]})
    assert "after" not in turns[2]  # it follows on what its question followed on: nothing
    assert "Je koos: toepassing: Microsoft 365 Copilot Chat" in form.text
    assert "nog niet af" in form.text
    assert desk.log.recent(1)[0].outcome == "allowed_if"


def test_choices_add_up(client: TestClient) -> None:
    form = asked(client, COPILOT)
    form = post(client, form, form.button("Copilot Chat"))
    latest = [button for button in form.buttons if button[1].startswith("1:data=")]
    form = post(client, form, latest[0])
    turns = [json.loads(value) for name, value in form.hidden if name == "turn"]
    assert set(turns[2]["given"]) == {"tool", "data"}


def test_who_does_not_know_gets_the_strictest_and_is_told_so(client: TestClient, desk: PolicyDesk) -> None:
    form = asked(client, COPILOT)
    assert form.buttons[form.button("Weet ik niet")].endswith("nee, tenzij")
    form = post(client, form, form.button("Weet ik niet"))
    assert "je weet het niet, dus het strengste" in form.text
    assert desk.log.recent(1)[0].outcome == "not_allowed_unless"


@pytest.mark.parametrize(
    "question",
    [
        COPILOT,
        CHATGPT,
        "Mag ik ChatGPT gebruiken zonder persoonsgegevens?",
        "Mag de gemeente Claude gebruiken?",
        "Mag ik Microsoft 365 Copilot gebruiken voor notulen met persoonsgegevens?",
        "Mag ik een lokaal model gebruiken met vertrouwelijke gegevens?",
        "May our contractor use Midjourney for pictures?",
    ],
)
def test_every_button_leads_where_it_says(client: TestClient, desk: PolicyDesk, question: str) -> None:
    form = asked(client, question)
    promising = {press: words for press, words in form.buttons.items() if "→" in words}
    assert promising
    for press, words in promising.items():
        post(client, form, press)
        entry = desk.log.recent(1)[0]
        assert entry.outcome is not None
        assert words.rsplit(":", 1)[1].strip() == short(cast(Outcome, entry.outcome), cast(Language, entry.language)), (
            words
        )


def test_an_assumption_can_be_changed(client: TestClient) -> None:
    form = asked(client, CHATGPT)
    form = post(client, form, form.button("Een gemeente, provincie of waterschap"))
    assert "Je koos: organisatie: een gemeente, provincie of waterschap" in form.text


def test_the_language_of_the_page_changes_and_that_of_the_answers_does_not(client: TestClient) -> None:
    form = asked(client, CHATGPT, "May I use DeepL?")
    form = post(client, form, ("to_language", "en"), ("question", "half a"))
    assert ("html", {"lang": "en"}) in form.tags
    assert [values["lang"] for tag, values in form.tags if tag == "article"] == ["nl", "en"]
    assert "Your question" in form.text
    assert "half a" in form.text
    assert ("language", "en") in form.hidden


def test_dutch_quotes_in_an_english_answer_say_that_they_are_dutch(client: TestClient) -> None:
    form = asked(client, "May I use ChatGPT for a letter?")
    quotes = [values for tag, values in form.tags if tag == "blockquote"]
    assert quotes
    assert all(values["lang"] == "nl" for values in quotes)


@pytest.mark.parametrize("question", ["", "  \n "])
def test_an_empty_question_is_not_sent_to_the_desk(client: TestClient, desk: PolicyDesk, question: str) -> None:
    before = desk.log.count()
    form = post(client, Form(client.get("/").text), ("question", question), status=400)
    assert "Typ eerst je vraag." in form.text
    assert desk.log.count() == before


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "' onfocus='alert(1)' autofocus='",
        "</textarea><script>alert(1)</script>",
        "mag ik <svg/onload=alert(1)>GPT gebruiken",
        "{{ 7 * 7 }}{% import os %}",
    ],
)
def test_what_was_typed_is_shown_and_never_run(client: TestClient, hostile: str) -> None:
    form = asked(client, hostile)
    assert hostile in form.text
    assert {tag for tag, _ in form.tags}.isdisjoint({"img", "svg", "b"})
    assert [values for tag, values in form.tags if tag == "script"] == [{"src": "/assets/chat.js", "defer": None}]
    assert not [values for _, values in form.tags if any(name.startswith("on") for name in values)]
    form = post(client, form, ("question", ""), status=400)  # and once more, out of the hidden field
    assert hostile in form.text


def test_direction_marks_and_null_bytes_reach_no_sentence_of_the_answer(client: TestClient) -> None:
    form = asked(client, "Mag ik \u202eTPGtahC\x00 gebruiken?", "Mag ik de tool \u202eFooBarGPT\u2066 gebruiken?")
    assert [tag for tag, _ in form.tags].count("bdi") == 2
    copied = [values["data-text"] or "" for _, values in form.tags if "data-text" in values]
    assert copied
    assert not any(mark in text for text in copied for mark in "\u202e\u2066\x00")


def test_a_very_long_question_says_how_much_of_it_was_read(client: TestClient) -> None:
    assert "Alleen de eerste 4000 tekens zijn gelezen." in asked(client, "mag ik ChatGPT " * 600).text


@pytest.mark.parametrize(
    "field",
    [
        ("turn", "{"),
        ("turn", '{"question": 3}'),
        ("turn", '{"question": "x", "after": 0}'),
        ("turn", '{"question": "x", "after": -1}'),
        ("turn", '{"question": "x", "given": {"mood": ["good"]}}'),
        ("turn", '{"question": "x", "rank": 1}'),
        ("press", "0:tool=copilot-chat"),
        ("press", "nonsense"),
        ("press", "٣:tool=x"),
        ("conversation", "x" * 1000),
    ],
    ids=str,
)
def test_a_forged_form_is_refused_and_nothing_is_recorded(
    client: TestClient, desk: PolicyDesk, field: tuple[str, str]
) -> None:
    before = desk.log.count()
    response = client.post("/ask", data={"question": "En met persoonsgegevens?"} | dict([field]))
    assert response.status_code == 400
    assert "Dit gesprek is niet te lezen." in response.text
    assert desk.log.count() == before


def test_a_button_with_a_value_that_does_not_exist_is_refused(client: TestClient) -> None:
    post(client, asked(client, COPILOT), ("press", "0:tool=no-such-tool"), status=400)


def test_a_conversation_ends_before_the_form_grows_too_large(client: TestClient) -> None:
    turns = [("turn", json.dumps({"question": "hallo"}))] * MOST_TURNS
    response = client.post("/ask", data={"turn": [turn for _, turn in turns], "question": "x"})
    assert response.status_code == 400
    assert "Dit gesprek is te lang geworden." in response.text


def test_the_address_of_the_form_leads_back_to_the_page(client: TestClient) -> None:
    assert client.get("/ask").url.path == "/"


def test_a_thread_is_what_a_turn_follows_on() -> None:
    first, second = Turn(question="a"), Turn(question="b", after=0)
    again = Turn(question="a", given={"tool": ("x",)})
    posted = Posted(turns=(first, second, again), draft="c")
    turn = posted.next()
    assert turn == Turn(question="c", after=2)
    assert _texts(posted.thread(turn)) == ("a",)
    assert _texts(posted.thread(second)) == ("a",)
    assert _texts(posted.thread(Turn(question="d", after=1))) == ("a", "b")


def test_turns_that_follow_on_each_other_are_refused() -> None:
    posted = Posted(turns=(Turn(question="a", after=1), Turn(question="b", after=0)))
    with pytest.raises(PageError, match="niet te lezen"):
        posted.thread(Turn(question="c", after=1))
