"""The chat page as HTML: the whole page, or the one turn that a script adds to it."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.answer import Answer
from bot.channels.pages.labels import examples, label
from bot.channels.pages.turns import Turn
from bot.deciding import label_of
from bot.questions import LONGEST
from bot.rendering.html import Alternative, answer_html
from knowledge.base import KnowledgeBase
from knowledge.model import LANGUAGES, Language

ASSETS = Path(__file__).parent / "assets"

_PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_NAMES = {"nl": "Nederlands", "en": "English"}


def turn_html(base: KnowledgeBase, turn: Turn, answer: Answer, number: int, language: Language) -> str:
    """A turn of the conversation: the question, what was chosen, the answer, and the field that carries it along."""
    answered = turn.model_copy(update={"id": answer.id})
    return _PAGES.get_template("turn.html").render(
        label=label,
        language=language,
        turn=turn,
        encoded=answered.model_dump_json(exclude_defaults=True),
        number=number,
        spoken=answer.language,
        chosen=[_chosen(base, turn, fact, answer.language) for fact in turn.given],
        cut=label("cut", answer.language, longest=LONGEST) if len(turn.question) > LONGEST else "",
        article=answer_html(answer, base.standpoint(answer.standpoint.id), number, _alternatives(base, answer)),
    )


def page_html(turns: Sequence[str], language: Language, conversation: str, draft: str = "", problem: str = "") -> str:
    """The page with the turns so far, the question that was being typed, and what was wrong with it."""
    return _PAGES.get_template("page.html").render(
        label=label,
        language=language,
        languages=[(code, _NAMES[code]) for code in LANGUAGES],
        turns=turns,
        examples=examples(language),
        conversation=conversation,
        draft=draft,
        problem=problem,
    )


def _chosen(base: KnowledgeBase, turn: Turn, fact: str, language: Language) -> str:
    values = ", ".join(label_of(base, fact, value.lstrip("!"), language) for value in turn.given[fact])
    unsure = f" ({label('unsure', language)})" if fact in turn.unsure else ""
    return f"{base.definitions[fact].label.get(language)}: {values}{unsure}"


def _alternatives(base: KnowledgeBase, answer: Answer) -> dict[str, list[Alternative]]:
    """What each assumed fact could be instead."""
    assumed = answer.decision.assumptions if answer.decision is not None else ()
    return {
        assumption.fact: [
            Alternative(value=option.value, label=option.label.get(answer.language))
            for option in base.definitions[assumption.fact].options
        ]
        for assumption in assumed
    }
