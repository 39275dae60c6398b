import pytest

from bot.bootstrap import is_known
from bot.understanding.language import language_of
from knowledge.model import Language


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("mag ik dit gebruiken", "nl"),
        ("wat betekent deze term", "nl"),
        ("hoi", "nl"),
        ("vertaling toegestaan", "nl"),
        ("samenvatting notulen", "nl"),
        ("mag ik een compliance check laten reviewen", "nl"),
        ("may i use this", "en"),
        ("what does this term mean", "en"),
        ("thanks", "en"),
        ("translation allowed", "en"),
        ("summarise meeting minutes", "en"),
        ("can we put our beleidsnota in it", "en"),
    ],
)
def test_a_question_is_dutch_or_english(words: str, language: Language) -> None:
    other: Language = "en" if language == "nl" else "nl"
    assert language_of(words.split(), is_known, other) == language


@pytest.mark.parametrize("default", ["nl", "en"])
@pytest.mark.parametrize("words", ["", "qwrtz", "1234", "האם מותר"])
def test_words_of_neither_language_leave_the_default(words: str, default: Language) -> None:
    assert language_of(words.split(), is_known, default) == default
