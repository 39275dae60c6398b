"""An answer as a piece of HTML, for the chat page and whoever else shows one in a browser."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.answer import Answer, Change, Citation, DecisionView, Option
from bot.messages import day, say, short
from knowledge.decisions import POLARITY, STRICTNESS
from knowledge.model import Language, Model, Text
from knowledge.rules import Outcome
from knowledge.standpoints import Standpoint

IN_VIEW = 5
"""How many lines of a list are in view; the rest unfolds."""

_ORDER = ("unmet", "unknown", "met")
_TONES: dict[Outcome, str] = {
    "allowed": "yes",
    "allowed_if": "yes-if",
    "not_allowed_unless": "no-unless",
    "not_allowed": "no",
    "depends": "open",
    "not_settled": "open",
    "required": "duty",
    "required_if": "duty",
    "recommended": "duty",
    "not_required": "duty",
}
_LABELS = {
    "source": Text(nl="bron", en="source"),
    "more_sources": Text(nl="Nog {count} bronnen", en="{count} more sources"),
    "more_choices": Text(nl="Nog {count} mogelijkheden", en="{count} more possibilities"),
    "unsure": Text(nl="Weet ik niet: ga uit van het strengste", en="I don't know: assume the strictest"),
    "leads_to": Text(nl="leidt tot", en="leads to"),
    "try": Text(nl="Kies er een om te zien wat dan geldt.", en="Choose one to see what then applies."),
    "wrong": Text(nl="Kies wat wel klopt", en="Choose what is right"),
    "instead": Text(nl="In plaats van ‘{value}’:", en="Instead of ‘{value}’:"),
    "closest": Text(nl="Wat kwam er het dichtst bij?", en="What came closest?"),
    "related": Text(
        nl="Ook gevonden, maar geen grondslag van dit antwoord", en="Also found, but not what this answer rests on"
    ),
    "official": Text(nl="Naar de officiële publicatie", en="To the official publication"),
    "background": Text(nl="Naar de publicatie", en="To the publication"),
    "new_tab": Text(nl="opent in een nieuw tabblad", en="opens in a new tab"),
    "page": Text(nl="pagina {page}", en="page {page}"),
    "passage": Text(nl="passage", en="passage"),
    "copy": Text(nl="Kopieer als tekst", en="Copy as text"),
    "copied": Text(nl="Gekopieerd", en="Copied"),
}

# Characters that nobody sees but that reorder or break what follows: controls, and direction overrides (UAX #9). A name
# taken from a question must not turn the sentence around it.
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Alternative(Model):
    """Another value that a fact could have, and what it is called."""

    value: str
    label: str


class Choice(Model):
    """A reply that can be pressed: what it says, where it leads if that is known, and what it sends."""

    label: str
    outcome: str | None
    press: str


def answer_html(
    answer: Answer, standpoint: Standpoint, number: int, alternatives: Mapping[str, Sequence[Alternative]]
) -> Markup:
    """The answer as an article whose ids start with `a<number>`.

    `standpoint` is the one that the answer rests on, `alternatives` the values that an assumed fact could have instead.
    Its buttons belong to a form with the id `ask` and send `press`: `<number>:<fact>=<value>,…`, with a `?` at the end
    when the asker does not know and the strictest value was taken.
    """
    language, decision = answer.language, answer.decision
    return Markup(
        _TEMPLATE.render(
            answer=answer,
            number=number,
            say=partial(say, language=language),
            short=partial(short, language=language),
            label=partial(_label, language),
            day=partial(day, language=language),
            tone=_TONES[decision.outcome] if decision is not None else "none",
            paragraphs=_paragraphs(answer.text)[1:] if decision is None and answer.kind != "information" else [],
            basis=[citation for citation in answer.citations if citation.role == "basis" or decision is None],
            related=[citation for citation in answer.citations if citation.role == "related" and decision is not None],
            asked=_asked(answer, decision, number) if decision is not None else [],
            changes=[_change(change, number, language) for change in decision.would_change] if decision else [],
            turned=decision is not None and POLARITY[decision.outcome] == "positive",
            assumptions=_assumptions(decision, number, alternatives) if decision is not None else [],
            until=standpoint.in_force_until.isoformat() if standpoint.in_force_until is not None else None,
        )
    )


def _label(language: Language, key: str, **values: object) -> str:
    return _LABELS[key].get(language).format(**values)


def _paragraphs(text: str) -> list[list[str]]:
    return [paragraph.split("\n") for paragraph in text.split("\n\n")]


def _asked(answer: Answer, decision: DecisionView, number: int) -> list[Choice]:
    """The replies to the question back, and as the last one what holds for whoever does not know."""
    options = [option for missing in decision.missing_facts for option in missing.options]
    choices = [_option(answer, option, number) for option in options]
    if options:
        strictest = max(options, key=lambda option: STRICTNESS.index(option.outcome))
        known = _option(answer, strictest, number)
        choices.append(Choice(label=_label(answer.language, "unsure"), outcome=known.outcome, press=f"{known.press}?"))
    return choices


def _option(answer: Answer, option: Option, number: int) -> Choice:
    """An option; a fact that has several values keeps those that it has."""
    known = answer.facts.get(option.fact)
    values = [value for value in known if value != option.value] if isinstance(known, list) else []
    press = f"{number}:{option.fact}={','.join([*values, option.value])}"
    return Choice(label=option.label, outcome=short(option.outcome, answer.language), press=press)


def _change(change: Change, number: int, language: Language) -> Choice:
    press = f"{number}:{change.fact}={change.value}"
    return Choice(label=change.label, outcome=short(change.outcome, language), press=press)


def _assumptions(
    decision: DecisionView, number: int, alternatives: Mapping[str, Sequence[Alternative]]
) -> list[tuple[str, list[Choice]]]:
    """Each assumption in words, with what could be so instead."""
    return [
        (
            assumption.label,
            [
                Choice(label=other.label, outcome=None, press=f"{number}:{assumption.fact}={other.value}")
                for other in alternatives.get(assumption.fact, ())
                if other.value != assumption.value
            ],
        )
        for assumption in decision.assumptions
    ]


def _open_first(lines: Sequence[Model]) -> list[Model]:
    return sorted(lines, key=lambda line: _ORDER.index(getattr(line, "state", "met")))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _web_address(citation: Citation) -> str | None:
    """The address of the publication if it is one that a browser may follow."""
    return citation.url if citation.url is not None and citation.url.startswith(("https://", "http://")) else None


def _seen(value: object) -> object:
    return _UNSEEN.sub("", value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _folded(lines: Iterable[object]) -> tuple[list[object], list[object]]:
    every = list(lines)
    return every[:IN_VIEW], every[IN_VIEW:]


def _template_environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_seen,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(open_first=_open_first, sentence=_sentence, address=_web_address, folded=_folded)
    return environment


_TEMPLATE = _template_environment().get_template("answer.html")
