"""The names of tools, as a reader of each language sees them."""

from knowledge.loading import load_knowledge
from tests.knowledge.conftest import CONTENT


def test_no_tool_has_dutch_words_in_its_english_name() -> None:
    dutch = {"en", "van", "met", "zonder", "ook", "gratis", "betaald", "vroeger", "eigen", "andere"}
    for tool in load_knowledge(CONTENT, ()).tools.tools:
        words = {word.strip("(),") for word in tool.called("en").split()}
        assert not words & dutch, f"`{tool.id}` needs a `name_en`"
        assert tool.called("nl") == tool.name
