"""Questions with known replies: the bot decides and finds as well as it did, and never permits wrongly."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.answering import Answerer
from bot.evaluation import Item, Scored, describe, evaluate, figures
from tests.bot import conftest

published, answerer = conftest.published, conftest.answerer

QUESTIONS = Path(__file__).resolve().parent.parent / "bench" / "questions"
TODAY = date(2026, 11, 2)

# A little under what the bot reaches. Whoever improves it raises these.
FIGURES = ("kind", "language", "outcome", "hit@1", "hit@3", "unanswerable recall")
FLOORS = {
    "ministry": dict(zip(FIGURES, (0.98, 0.99, 0.97, 0.91, 0.94, 0.87), strict=True)),
    "helpdesk": dict(zip(FIGURES, (0.96, 0.99, 0.97, 0.87, 0.92, 0.84), strict=True)),
    "agency": dict(zip(FIGURES, (0.97, 0.98, 0.98, 0.91, 0.94, 0.84), strict=True)),
}
MOST_FALSE_REFUSALS = {"ministry": 0.04, "helpdesk": 0.055, "agency": 0.05}


@pytest.fixture(scope="module")
def scored(answerer: Answerer) -> dict[str, tuple[Scored, ...]]:
    """Per set every question with its answer and scores."""
    sets = {file.stem: file.read_text(encoding="utf-8").splitlines() for file in sorted(QUESTIONS.glob("*.jsonl"))}
    return {
        name: evaluate([Item.model_validate_json(line) for line in lines], answerer, TODAY)
        for name, lines in sets.items()
    }


def of_all(scored: tuple[Scored, ...]) -> dict[str, Any]:
    found: dict[str, Any] = figures(scored)["all"]
    return found


def test_every_set_of_questions_has_floors(scored: dict[str, tuple[Scored, ...]]) -> None:
    assert scored.keys() == FLOORS.keys()


@pytest.mark.parametrize("name", FLOORS)
def test_nothing_that_is_forbidden_is_ever_permitted(scored: dict[str, tuple[Scored, ...]], name: str) -> None:
    assert [describe(one) for one in scored[name] if one.unsafe] == []


@pytest.mark.parametrize("name", FLOORS)
def test_the_bot_is_as_good_as_it_was(scored: dict[str, tuple[Scored, ...]], name: str) -> None:
    reached = of_all(scored[name])
    assert {figure: reached[figure] for figure, floor in FLOORS[name].items() if reached[figure] < floor} == {}


@pytest.mark.parametrize("name", FLOORS)
def test_the_bot_refuses_no_more_than_it_did(scored: dict[str, tuple[Scored, ...]], name: str) -> None:
    assert of_all(scored[name])["false refusals"] <= MOST_FALSE_REFUSALS[name]
