from datetime import date

import pytest

from bot.understanding.period import named_day, named_standpoint, standpoint_cues
from bot.understanding.words import words_of
from knowledge.base import KnowledgeBase


@pytest.mark.parametrize(
    ("text", "standpoint"),
    [
        ("onder het standpunt van 2023", "2023-voorlopig"),
        ("volgens het voorlopige standpunt", "2023-voorlopig"),
        ("in het oude standpunt", "2023-voorlopig"),
        ("under the 2023 standpoint", "2023-voorlopig"),
        ("in the provisional position", "2023-voorlopig"),
        ("onder het huidige standpunt", "2025-overheidsbreed"),
        ("under the current standpoint", "2025-overheidsbreed"),
        ("het overheidsbrede standpunt", "2025-overheidsbreed"),
        ("het oude standpunt en het nieuwe standpunt", None),
        ("volgens het standpunt", None),
        ("in 2023", None),
    ],
)
def test_words_name_a_standpoint(base: KnowledgeBase, text: str, standpoint: str | None) -> None:
    words = [word.text for word in words_of(text)]
    assert named_standpoint(words, standpoint_cues(base.standpoints)) == standpoint


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("op 3 maart 2024", date(2024, 3, 3)),
        ("in januari 2024", date(2024, 1, 15)),
        ("in January 2024", date(2024, 1, 15)),
        ("on May 2024", date(2024, 5, 15)),
        ("in 2024", date(2024, 7, 1)),
        ("sinds 2024", date(2024, 7, 1)),
        ("31 december 2024", date(2024, 12, 31)),
        ("31 februari 2024", date(2024, 2, 15)),
        ("in januari 2024 of in februari 2024", None),
        ("2024", None),
        ("GPT versie 2024", None),
        ("in 1999", None),
        ("morgen", None),
    ],
)
def test_words_name_a_day(text: str, day: date | None) -> None:
    assert named_day([word.text for word in words_of(text)]) == day
