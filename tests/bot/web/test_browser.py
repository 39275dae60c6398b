"""The page in a real browser; `page` checks afterwards that no request left the machine and nothing went wrong."""

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.desk import PolicyDesk

pytestmark = pytest.mark.browser

COPILOT = "Mag ik Copilot gebruiken?"
CHATGPT = "Mag ik ChatGPT gebruiken voor een brief?"


def ask(page: Page, question: str) -> None:
    turns = page.locator(".turn")
    before = turns.count()
    page.get_by_label("Je vraag").fill(question)
    page.get_by_role("button", name="Vraag", exact=True).click()
    expect(turns).to_have_count(before + 1)


def test_a_question_gets_an_answer_in_place(page: Page) -> None:
    expect(page.get_by_label("Je vraag")).to_be_focused()
    ask(page, CHATGPT)
    heading = page.get_by_role("heading", level=2)
    expect(heading).to_have_text("Nee, dat mag niet, tenzij je alleen verkent.")
    expect(heading).to_be_focused()
    expect(page.get_by_label("Je vraag")).to_have_value("")
    expect(page.get_by_text("Probeer bijvoorbeeld")).to_have_count(0)
    expect(page.get_by_role("log")).to_contain_text(CHATGPT)
    expect(page.get_by_role("log")).to_have_attribute("aria-busy", "false")


def test_an_example_is_a_question(page: Page) -> None:
    page.get_by_role("button", name="Mag DeepL").click()
    expect(page.locator(".turn")).to_have_count(1)


def test_a_further_question_leans_on_the_first(page: Page) -> None:
    ask(page, CHATGPT)
    ask(page, "En met persoonsgegevens?")
    expect(page.locator(".turn").last).to_contain_text("Ik lees: ChatGPT, persoonsgegevens")


def test_a_reply_asks_again_with_that_fact(page: Page) -> None:
    ask(page, COPILOT)
    page.get_by_role("button", name="Copilot Chat").click()
    turn = page.locator(".turn").last
    expect(turn.get_by_role("heading", level=2)).to_have_text("Ja, mits je aan de voorwaarden voldoet.")
    expect(turn.get_by_role("heading", level=2)).to_be_focused()
    expect(turn).to_contain_text(COPILOT)
    expect(turn).to_contain_text("Je koos: toepassing: Microsoft 365 Copilot Chat")


def test_a_mark_unfolds_its_quote(page: Page) -> None:
    ask(page, COPILOT)
    page.get_by_role("button", name="Copilot Chat").click()
    turn = page.locator(".turn").last
    folded = turn.locator(".sources .rest .source").last
    number = (folded.get_attribute("id") or "").rpartition("-")[2]
    expect(folded).to_be_hidden()
    for rest in turn.locator(".part > .rest > summary").all():
        if rest.inner_text().endswith("voorwaarden"):
            rest.click()
    turn.locator(f".mark[href$='-{number}']").first.click()
    expect(folded).to_be_visible()
    expect(folded.locator("xpath=../summary")).to_be_focused()


def test_a_quote_unfolds_by_hand_and_its_link_opens_apart(page: Page) -> None:
    ask(page, CHATGPT)
    quote = page.locator(".quotes details").first
    expect(quote.locator("blockquote")).to_be_hidden()
    quote.locator("summary").click()
    expect(quote.locator("blockquote")).to_be_visible()
    link = quote.get_by_role("link", name="opent in een nieuw tabblad")
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_the_keyboard_is_enough(page: Page) -> None:
    page.keyboard.type("Mag ik")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("Copilot gebruiken?")
    expect(page.get_by_label("Je vraag")).to_have_value("Mag ik\nCopilot gebruiken?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2)).to_be_focused()
    page.keyboard.press("Tab")  # the first thing after the verdict is the question back
    expect(page.get_by_role("button", name="Microsoft Copilot gratis")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.get_by_role("heading", level=2).last).to_be_focused()


def test_the_first_link_skips_to_the_question(page: Page) -> None:
    page.get_by_role("button", name="English").focus()
    page.keyboard.press("Shift+Tab")
    skip = page.get_by_role("link", name="Naar het vraagveld")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Je vraag")).to_be_focused()


def test_what_has_the_focus_is_not_hidden_behind_the_question_field(page: Page) -> None:
    ask(page, COPILOT)
    for _ in range(40):
        page.keyboard.press("Tab")
        overlap = page.evaluate("""() => {
            const focus = document.activeElement.getBoundingClientRect();
            const form = document.getElementById("ask");
            if (form.contains(document.activeElement) || document.activeElement === document.body) return -1;
            return focus.bottom - form.getBoundingClientRect().top;
        }""")
        if overlap == -1:
            break
        assert overlap <= 0


def test_the_language_of_the_page_switches_with_the_conversation_kept(page: Page, desk: PolicyDesk) -> None:
    ask(page, CHATGPT)
    before = desk.log.count()
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_label("Your question")).to_be_visible()
    expect(page.locator(".turn article")).to_have_attribute("lang", "nl")
    assert desk.log.count() == before
    page.get_by_label("Your question").fill("And with personal data?")
    page.keyboard.press("Enter")
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".turn article").last).to_have_attribute("lang", "en")
    expect(page.locator(".turn").last).to_contain_text("I read: ChatGPT, personal data")
    page.get_by_role("link", name="New conversation").click()
    expect(page.locator(".turn")).to_have_count(0)
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_answer_can_be_copied_as_text(page: Page) -> None:
    ask(page, CHATGPT)
    page.get_by_role("button", name="Kopieer als tekst").click()
    expect(page.get_by_role("button", name="Gekopieerd")).to_be_visible()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.startswith("Nee, dat mag niet, tenzij je alleen verkent.")
    assert "Bronnen" in copied


def test_an_empty_question_is_told_so(page: Page) -> None:
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("Typ eerst je vraag.")
    expect(page.get_by_label("Je vraag")).to_have_attribute("aria-invalid", "true")
    ask(page, CHATGPT)
    expect(page.get_by_role("alert")).to_have_text("")


def test_a_question_that_gets_lost_on_the_way_is_kept(browser: Browser, server: str) -> None:
    page = browser.new_page()
    page.goto(server)
    page.route("**/ask", lambda route: route.abort())
    page.get_by_label("Je vraag").fill(CHATGPT)
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("Er kwam geen antwoord. Probeer het nog eens.")
    expect(page.get_by_label("Je vraag")).to_have_value(CHATGPT)
    page.close()


def test_markup_in_a_question_is_text(page: Page) -> None:
    ask(page, "<img src=x onerror=document.title='taken'> \u202emag ik ChatGPT\x00 gebruiken")
    expect(page.locator(".typed")).to_contain_text("<img src=x")
    expect(page).to_have_title("Magdat – mag dat met generatieve AI?")


def test_the_page_works_without_scripts(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page.goto(server)
    page.get_by_label("Je vraag").fill(COPILOT)
    page.get_by_role("button", name="Vraag", exact=True).click()
    expect(page.locator(".turn")).to_have_count(1)
    page.get_by_role("button", name="Copilot Chat").click()
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".turn").last).to_be_in_viewport()
    page.get_by_role("button", name="English").click()
    expect(page.get_by_label("Your question")).to_be_visible()
    expect(page.get_by_role("button", name="Kopieer als tekst")).to_have_count(0)
    page.locator(".turn").last.locator(".mark").first.click()
    expect(page.locator(".turn").last.locator("blockquote").first).to_be_visible()
    assert [url for url in asked if not url.startswith(f"{server}/")] == []
    context.close()


def test_on_paper_everything_is_unfolded_and_nothing_can_be_pressed(page: Page) -> None:
    ask(page, CHATGPT)
    page.emulate_media(media="print")
    expect(page.locator("blockquote").first).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
