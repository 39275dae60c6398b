"""WCAG 2.2 A and AA as far as axe-core can tell, and room for every screen."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.bot.web.test_browser import ask

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[3] / "build" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
QUESTIONS = [
    "Mag ik Copilot gebruiken?",
    "Mag ik ChatGPT gebruiken met persoonsgegevens?",
    "Mag ik Microsoft 365 Copilot gebruiken voor notulen?",
    "Moet ik mijn prompts bewaren?",
    "Moet ik een DPIA doen?",
    "Wat kost een licentie voor M365 Copilot?",
    "Wat is vlam-chat?",
    "May our contractor use Midjourney for pictures in our report?",
    "hallo",
    "Hoe laat gaat de trein?",
]
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong: the rule and the elements, one line each."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run({runOnly: tags})", TAGS)
    assert found["passes"]
    return [
        f"{violation['id']}: {[node['target'] for node in violation['nodes']][:3]} {violation['help']}"
        for violation in found["violations"]
    ]


def opened(browser: Browser, server: str, width: int, scheme: Literal["light", "dark"]) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 700}, color_scheme=scheme, reduced_motion="reduce", locale="nl-NL"
    )
    page = context.new_page()
    page.goto(server)
    return page


def unfold(page: Page) -> None:
    page.evaluate("() => { for (const details of document.querySelectorAll('details')) details.open = true; }")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1000, 320])
def test_no_barrier_is_found(browser: Browser, server: str, width: int, scheme: Literal["light", "dark"]) -> None:
    page = opened(browser, server, width, scheme)
    assert violations(page) == []
    for question in QUESTIONS:
        ask(page, question)
    assert violations(page) == []
    unfold(page)
    assert violations(page) == []
    page.get_by_label("Je vraag").fill(" ")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).not_to_be_empty()
    assert violations(page) == []
    page.context.close()


@pytest.mark.parametrize("width", [320, 256, 640])  # 256: 1280 at 500 %
def test_nothing_has_to_be_scrolled_sideways(browser: Browser, server: str, width: int) -> None:
    page = opened(browser, server, width, "light")
    for question in [*QUESTIONS, LONG]:
        ask(page, question)
    unfold(page)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    page.context.close()


def test_targets_are_large_enough_for_a_finger(browser: Browser, server: str) -> None:
    page = opened(browser, server, 320, "light")
    ask(page, QUESTIONS[0])
    for target in page.locator("button:visible, summary:visible").all():
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24, target.inner_text()
    page.context.close()


def test_who_wants_no_motion_gets_none(browser: Browser, server: str) -> None:
    page = opened(browser, server, 1000, "light")
    ask(page, QUESTIONS[0])
    assert page.locator(".turn").evaluate("turn => getComputedStyle(turn).animationName") == "none"
    page.context.close()


def test_a_dark_page_is_dark(browser: Browser, server: str) -> None:
    light, dark = opened(browser, server, 1000, "light"), opened(browser, server, 1000, "dark")
    background = "body => getComputedStyle(body).backgroundColor"
    assert light.locator("body").evaluate(background) == "rgb(245, 247, 248)"
    assert dark.locator("body").evaluate(background) == "rgb(18, 24, 27)"
    light.context.close()
    dark.context.close()
