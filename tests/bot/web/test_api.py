"""`POST /api/ask`, `/healthz` and `/readyz`: what programs see."""

from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from bot.answer import Answer
from bot.channels.web import create_app
from bot.desk import PolicyDesk
from bot.questionlog.entries import Entry
from bot.questionlog.errors import LogUnavailable
from tests.bot.web.conftest import TODAY


class FullDisk:
    """A question log that can keep nothing."""

    def record(self, entry: Entry) -> None:
        raise LogUnavailable("the disk is full")

    def get(self, entry_id: str) -> Entry | None:
        raise LogUnavailable("the disk is full")

    def recent(self, limit: int) -> tuple[Entry, ...]:
        raise LogUnavailable("the disk is full")

    def count(self) -> int:
        raise LogUnavailable("the disk is full")


class Defect(FullDisk):
    """A question log with a programming mistake."""

    def record(self, entry: Entry) -> None:
        raise ZeroDivisionError("a private detail")


def client_with(log: FullDisk, desk: PolicyDesk) -> TestClient:
    broken = PolicyDesk(desk.answerer, log, b"a secret for tests", lambda: datetime(2026, 11, 2, tzinfo=UTC))
    return TestClient(
        create_app(broken, lambda: TODAY), base_url="http://localhost:8080", raise_server_exceptions=False
    )


def test_a_question_gets_the_whole_answer_and_is_in_the_log(client: TestClient, desk: PolicyDesk) -> None:
    before = desk.log.count()
    response = client.post("/api/ask", json={"question": "Mag ik Copilot gebruiken?"})
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    answer = Answer.model_validate(response.json())
    assert answer.decision is not None
    assert (answer.status, answer.decision.outcome) == ("needs_facts", "depends")
    assert desk.log.count() == before + 1
    entry = desk.log.get(answer.id)
    assert entry is not None
    assert entry.channel == "web"


@pytest.mark.parametrize("terms", ["contract", ["contract"]])
def test_a_fact_is_a_value_or_a_list_of_values(client: TestClient, terms: object) -> None:
    body = {"question": "Mag ik ChatGPT gebruiken?", "facts": {"terms": terms}}
    assert client.post("/api/ask", json=body).json()["decision"]["outcome"] == "allowed_if"


def test_a_question_leans_on_its_thread(client: TestClient) -> None:
    body = {"question": "En met persoonsgegevens?", "thread": ["Mag ik ChatGPT gebruiken?"]}
    assert client.post("/api/ask", json=body).json()["facts"]["tool"] == "chatgpt"


def test_another_day_is_another_standpoint(client: TestClient) -> None:
    body = {"question": "Mag ik ChatGPT gebruiken?", "as_of": "2024-01-15"}
    assert client.post("/api/ask", json=body).json()["standpoint"]["id"] == "2023-voorlopig"
    body = {"question": "Mag ik ChatGPT gebruiken?", "standpoint": "2023-voorlopig"}
    assert client.post("/api/ask", json=body).json()["standpoint"]["id"] == "2023-voorlopig"


def test_the_language_can_be_chosen(client: TestClient) -> None:
    answer = client.post("/api/ask", json={"question": "Mag ik ChatGPT gebruiken?", "language": "en"}).json()
    assert answer["headline"].startswith("No")


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("", "this is no JSON"),
        ("{", "this is no JSON"),
        ("[1]", "`the line`:"),
        ("{}", "`question`: field required"),
        ('{"question": 3}', "`question`: input should be a valid string"),
        ('{"question": null}', "`question`: input should be a valid string"),
        ('{"question": "x", "thread": "y"}', "`thread`:"),
        ('{"question": "x", "thread": [1]}', "`thread.0`:"),
        ('{"question": "x", "facts": []}', "`facts`:"),
        ('{"question": "x", "facts": {"data": 1}}', "`facts.data`:"),
        ('{"question": "x", "as_of": "tomorrow"}', "`as_of`:"),
        ('{"question": "x", "language": "fr"}', "`language`: input should be 'nl' or 'en'"),
        ('{"question": "x", "standpoint": "2031"}', "there is no `2031`"),
        ('{"question": "Mag ik Copilot gebruiken?", "facts": {"mood": "good"}}', "there is no `mood`"),
        ('{"question": "Mag ik Copilot gebruiken?", "facts": {"data": "secret"}}', "there is no `secret`"),
        ('{"question": "\\ud800"}', "this is no JSON"),
        (b'{"question": "\xff"}', "this is no JSON"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_sentence(client: TestClient, body: str, sentence: str) -> None:
    response = client.post("/api/ask", content=body)
    assert response.status_code == 400
    assert list(response.json()) == ["error"]
    assert response.json()["error"].startswith(sentence)


@pytest.mark.parametrize(
    "question",
    [
        "",
        " \n\t ",
        "\x00\x00",
        "Mag\x00ik ChatGPT gebruiken?",
        "<script>alert(1)</script> mag ik <b>ChatGPT</b> gebruiken",
        "\u202eGPTtahC ki gam\u202c \u2066mag ik ChatGPT",
        "mag ik " + "ChatGPT " * 1_250,
        "a" * 10_000,
        "'; DROP TABLE questions; --",
        "{{ 7 * 7 }} {% raw %} %(x)s {0}",
        "🤖" * 500,
    ],
    ids=range(11),
)
def test_hostile_questions_get_an_answer_like_any_other(client: TestClient, desk: PolicyDesk, question: str) -> None:
    before = desk.log.count()
    response = client.post("/api/ask", json={"question": question})
    assert response.status_code == 200
    assert response.json()["question"] == question
    assert desk.log.count() == before + 1


@pytest.mark.parametrize("path", ["/api/ask", "/ask"])
def test_a_body_over_64_kib_is_refused(client: TestClient, path: str) -> None:
    response = client.post(path, content=b"x" * (64 * 1024 + 1))
    assert response.status_code == 413
    assert "64 KiB" in response.json()["error"]


def test_a_body_without_a_declared_length_is_refused_as_soon_as_it_is_too_long(client: TestClient) -> None:
    response = client.post("/api/ask", content=(b"x" * 1024 for _ in range(65)))
    assert response.status_code == 413


def test_the_api_is_for_posts_only(client: TestClient) -> None:
    assert client.get("/api/ask").status_code == 405


def test_the_server_is_alive_and_ready(client: TestClient) -> None:
    assert (client.get("/healthz").status_code, client.get("/healthz").text) == (200, "ok")
    assert client.get("/readyz").status_code == 200


def test_a_server_that_cannot_record_is_alive_but_not_ready(desk: PolicyDesk) -> None:
    client = client_with(FullDisk(), desk)
    assert client.get("/healthz").status_code == 200
    assert (client.get("/readyz").status_code, client.get("/readyz").text) == (503, "the disk is full")


def test_without_a_log_there_is_no_answer(desk: PolicyDesk) -> None:
    client = client_with(FullDisk(), desk)
    response = client.post("/api/ask", json={"question": "Mag ik ChatGPT gebruiken?"})
    assert (response.status_code, response.json()) == (503, {"error": "the disk is full"})
    response = client.post("/ask", data={"question": "Mag ik ChatGPT gebruiken?"})
    assert response.status_code == 503
    assert "Je vraag kan nu niet worden vastgelegd" in response.text
    assert "\nMag ik ChatGPT gebruiken?</textarea>" in response.text  # what was typed is still there


@pytest.mark.parametrize("path", ["/api/ask", "/ask"])
def test_the_unforeseen_is_one_sentence_without_details(desk: PolicyDesk, path: str) -> None:
    response = client_with(Defect(), desk).post(
        path, content='{"question": "x"}' if path == "/api/ask" else "question=x"
    )
    assert response.status_code == 500
    assert response.json()["error"].startswith("something went wrong")
    assert "private" not in response.text
    assert "default-src 'none'" in response.headers["content-security-policy"]
