"""A real desk, its application, and a real server with a real browser before it."""

import socket
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Thread
from time import sleep

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.testclient import TestClient

from bot.bootstrap import build_index, open_desk
from bot.channels.web import create_app
from bot.desk import PolicyDesk
from bot.settings import Settings

TODAY = date(2026, 11, 2)

# As root, without a graphics card, and without the calls to its maker that Chromium makes by itself.
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> PolicyDesk:
    data: Path = tmp_path_factory.mktemp("web")
    settings = Settings(data=data, secret="a secret for tests")
    build_index(settings)
    return open_desk(settings)


@pytest.fixture
def client(desk: PolicyDesk) -> TestClient:
    return TestClient(create_app(desk, lambda: TODAY), base_url="http://localhost:8080")


@pytest.fixture(scope="session")
def server(desk: PolicyDesk) -> Iterator[str]:
    """The address of a server on a free port of this machine."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        app = create_app(desk, lambda: TODAY)
        running = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none", lifespan="off"))
        thread = Thread(target=running.run, kwargs={"sockets": [listening]})
        thread.start()
        while not running.started:
            sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        running.should_exit = True
        thread.join()


@pytest.fixture(scope="module")  # an open Playwright keeps an event loop running, which other modules cannot have
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """The page in a fresh browser; afterwards nothing may have been asked of another machine, nor gone wrong."""
    context = browser.new_context(viewport={"width": 1000, "height": 800}, locale="nl-NL")
    context.set_default_timeout(10_000)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)
    asked: list[str] = []
    complaints: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("console", lambda message: complaints.append(message.text))
    page = context.new_page()
    page.goto(server)
    yield page
    context.close()
    assert asked
    assert [url for url in asked if not url.startswith(f"{server}/")] == []
    assert complaints == []
