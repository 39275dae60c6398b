"""Whose requests are heard, and what a browser may do with the responses."""

import pytest
from starlette.testclient import TestClient

from bot.channels.pages.guard import hostname
from bot.channels.web import create_app
from bot.desk import PolicyDesk
from tests.bot.web.conftest import TODAY

QUESTION = {"question": "Mag ik ChatGPT gebruiken?"}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/assets/chat.css", 200),
        ("GET", "/assets/chat.js", 200),
        ("GET", "/healthz", 200),
        ("GET", "/nowhere", 404),
        ("GET", "/assets/../page.html", 404),
        ("GET", "/assets/%2e%2e/page.html", 404),
        ("POST", "/api/ask", 400),
        ("POST", "/ask", 400),
        ("PUT", "/ask", 405),
    ],
)
def test_every_response_tells_the_browser_to_stay_here(client: TestClient, method: str, path: str, status: int) -> None:
    response = client.request(method, path)
    assert response.status_code == status
    assert response.headers["content-security-policy"] == (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "evil.example:8080", "127.0.0.2", "", "[::2]"],
)
@pytest.mark.parametrize("path", ["/", "/api/ask", "/healthz"])
def test_another_name_for_this_machine_is_refused(client: TestClient, host: str, path: str) -> None:
    response = client.get(path, headers={"Host": host})
    assert response.status_code == 400
    assert "content-security-policy" in response.headers


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:9000", "127.0.0.1", "127.0.0.1:8080", "[::1]", "[::1]:8080"])
def test_this_machine_is_known_by_its_own_names(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_a_configured_name_is_known_too(desk: PolicyDesk) -> None:
    client = TestClient(
        create_app(desk, lambda: TODAY, hosts=["Magdat.example.nl"]), base_url="https://magdat.example.nl"
    )
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("path", ["/api/ask", "/ask"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9999"},
        {"Origin": "http://localhost:8080.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://localhost:8080", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"},
    ],
    ids=str,
)
def test_another_site_cannot_ask_in_a_visitors_name(
    client: TestClient, desk: PolicyDesk, path: str, headers: dict[str, str]
) -> None:
    before = desk.log.count()
    assert client.post(path, json=QUESTION, headers=headers).status_code == 403
    assert desk.log.count() == before


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://localhost:8080"},
        {"Origin": "http://localhost:8080", "Sec-Fetch-Site": "same-origin"},
        {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
    ],
    ids=str,
)
def test_the_servers_own_pages_and_programs_are_heard(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/api/ask", json=QUESTION, headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("authority", "host"),
    [("Example.NL:80", "example.nl"), ("[::1]:80", "[::1]"), ("[::1]", "[::1]"), ("a:b:c", "a"), ("", "")],
)
def test_a_host_is_read_without_its_port(authority: str, host: str) -> None:
    assert hostname(authority) == host
