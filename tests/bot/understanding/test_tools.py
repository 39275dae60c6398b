from collections.abc import Callable

import pytest

from bot.answering import Answerer
from bot.understanding.tools import ToolFinder, telling_name, unknown_name
from bot.understanding.words import words_of
from knowledge.vocabulary import Tool, ToolRegister


@pytest.fixture(scope="module")
def named(answerer: Answerer) -> Callable[[str], list[str]]:
    return lambda text: [mention.tool.id for mention in answerer.reader.tools.find(words_of(text))]


@pytest.fixture(scope="module")
def asked(answerer: Answerer) -> Callable[[str], list[str]]:
    return lambda text: [tool.id for tool in answerer.reader.read(text).tools]


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("Mag je ChatGPT gebruiken?", "chatgpt"),
        ("may i use chat gpt", "chatgpt"),
        ("een beeld van Mid-Journey", "midjourney"),
        ("VLAM CHAT op mijn werk", "vlam-chat"),
        ("met github copilot", "github-copilot"),
        ("met DeepSeek R1", "deepseek-app"),
        ("met deepl pro", "deepl-pro"),
        ("through our own chatbot", "own-assistant"),
        ("met Azure OpenAI", "azure-openai"),
    ],
)
def test_a_tool_is_known_by_its_aliases(named: Callable[[str], list[str]], text: str, tool: str) -> None:
    assert named(text) == [tool]


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("mag ik chadgpt gebruiken", "chatgpt"),
        ("mag ik chatgptt gebruiken", "chatgpt"),
        ("mag ik perplexitie gebruiken", "perplexity"),
        ("is Midjorney toegestaan", "midjourney"),
        ("may I use Gramarly", "grammarly"),
        ("may I use deapseek", "deepseek-app"),
    ],
)
def test_a_misspelt_name_is_recognised(named: Callable[[str], list[str]], text: str, tool: str) -> None:
    assert named(text) == [tool]


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("mijn ge-chatgpt't verslag", "chatgpt"),
        ("hij heeft het gechatgpt", "chatgpt"),
        ("een notitie ge-copilot", "copilot"),
        ("mijn mail copilotten", "copilot"),
        ("deze notitie claude'en", "claude"),
        ("mijn midjourneys", "midjourney"),
    ],
)
def test_a_dutch_inflection_is_forgiven(named: Callable[[str], list[str]], text: str, tool: str) -> None:
    assert named(text) == [tool]


@pytest.mark.parametrize("word", ["copiloten", "copilots", "ge-copilot", "copilotje", "kopilot"])
def test_inflections_and_slips_of_a_word_that_no_dictionary_has(word: str) -> None:
    copilot = Tool.model_validate(COPILOT)
    finder = ToolFinder(ToolRegister(tools=(copilot,)), {"mag", "ik"}.__contains__)
    assert [mention.tool.id for mention in finder.find(words_of(f"mag ik {word}"))] == ["copilot"]


COPILOT = {
    "id": "copilot",
    "name": "Copilot",
    "vendor": "Microsoft",
    "country": "US",
    "statement": None,
    "aliases": ("copilot", "kopilot"),
    "kinds": ("text",),
    "terms": None,
    "family": "copilot",
    "basis": (),
    "note": {"nl": "Zonder toevoeging.", "en": "Without detail."},
}


@pytest.mark.parametrize(
    "text",
    [
        "Mag ik een team laten vergaderen?",
        "Mag ik de vlag uithangen?",
        "Mag ik de copiloot van het vliegtuig spreken?",
        "May I claim my travel costs?",
        "May our designer use a lama in the picture?",
        "Welke perspectieven zijn er?",
        "Hoe warm is de wind?",
        "We vliegen met een canvas tent op vakantie",
        "The gem stone is in the museum",
        "Ik heb een notitie geschreven",
    ],
)
def test_an_ordinary_word_is_no_tool(named: Callable[[str], list[str]], text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        ("Mag ik Copilot in Word gebruiken, de betaalde versie?", ["m365-copilot"]),
        ("Mag ik de gratis Copilot in Windows gebruiken?", ["copilot-free"]),
        ("May I use Copilot with my work account?", ["copilot-chat"]),
        ("Mag ik Copilot gebruiken?", ["copilot"]),
        ("May I use Microsoft 365 Copilot?", ["m365-copilot"]),
        ("Mag ik Gemini in Google Workspace gebruiken?", ["gemini-workspace"]),
        ("Mag ik ChatGPT of Claude gebruiken?", ["chatgpt", "claude"]),
        ("Mag ik vlam-chat gebruiken in plaats van ChatGPT?", ["vlam-chat"]),
        ("May I use a model like Llama?", ["llama"]),
        ("Ik heb Claude geprobeerd. Mag dat?", ["claude"]),
    ],
)
def test_the_question_is_about_these_tools(asked: Callable[[str], list[str]], text: str, tools: list[str]) -> None:
    assert asked(text) == tools


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mag ik JuriBot gebruiken?", "JuriBot"),
        ("May I use Zorblex for my notes?", "Zorblex"),
        ("mag ik zorblex gebruiken", "zorblex"),
        ("Is TekstWizard toegestaan?", "TekstWizard"),
        ("Mogen we met lawgpt werken?", "lawgpt"),
        ("Mag ik een zorblex gebruiken?", None),
        ("Mag ik mijn fiets gebruiken?", None),
        ("May I use our tool?", None),
    ],
)
def test_a_name_that_the_register_lacks(answerer: Answerer, text: str, name: str | None) -> None:
    assert unknown_name(text, words_of(text), answerer.reader.is_known) == name


@pytest.mark.parametrize(("text", "name"), [("JuriBot?", "JuriBot"), ("Zorblex?", None), ("robot?", None)])
def test_a_name_can_tell_by_itself_that_it_is_a_tool(answerer: Answerer, text: str, name: str | None) -> None:
    assert telling_name(text, words_of(text), answerer.reader.is_known) == name
