"""The whole answer as plain text: for a terminal, a notification, a search and a screen reader."""

from collections.abc import Iterable

from bot.answer import Answer, Citation, Condition, DecisionView
from bot.messages import day, say, short
from knowledge.decisions import POLARITY
from knowledge.model import Language
from knowledge.standpoints import Standpoint

_BOX = {"met": "☑", "unmet": "☒", "unknown": "☐"}
_IN_VIEW = 5


def plain_text(answer: Answer, standpoint: Standpoint, greeting: bool = False) -> str:
    """All that the answer says: verdict first, then why, the checklist, the sources, and what it rests on."""
    language = answer.language
    parts: list[str] = []
    if answer.decision is not None:
        parts = [*_decision(answer.decision, language), _sources(answer), *_footing(answer, standpoint)]
    elif answer.kind == "information":
        parts = [answer.headline]
        if answer.status == "answered":
            parts += [_sources(answer), say("disclaimer", language)]
        else:
            parts += [say("no_passage_why", language)]
    elif answer.kind == "meta":
        title, since = answer.standpoint.title, day(answer.standpoint.in_force_from.isoformat(), language)
        how = [] if greeting else [say("meta_how", language, title=title, day=since), say("meta_log", language)]
        parts = [answer.headline, *how, say("meta_examples", language)]
    else:
        why = "not_understood_why" if answer.gap is not None else "out_of_scope_why"
        parts = [answer.headline, say(why, language)]
    return "\n\n".join(part for part in parts if part)


def _decision(decision: DecisionView, language: Language) -> Iterable[str]:
    yield decision.headline
    yield decision.reason
    for exception in decision.exceptions:
        lines = exception.conditions
        unmet = any(line.state == "unmet" for line in lines)
        title = say("unmet" if unmet else "exception", language, label=exception.text)
        yield f"{title}{_marks(exception.citations)}\n" + "\n".join(_line(line, language) for line in lines)
    if decision.conditions:
        ordered = sorted(decision.conditions, key=lambda line: line.state == "met")
        shown, rest = ordered[:_IN_VIEW], ordered[_IN_VIEW:]
        yield say("conditions", language) + "\n" + "\n".join(_line(line, language) for line in shown)
        if rest:
            yield say("more_conditions", language, count=len(rest)) + "\n" + "\n".join(_line(x, language) for x in rest)
    if decision.advice:
        yield say("advice", language) + "\n" + "\n".join(f"– {x.text}{_marks(x.citations)}" for x in decision.advice)
    for missing in decision.missing_facts:
        sharper = f"{say('sharper', language)}: {missing.question}"
        title = say("choose", language) if decision.outcome == "depends" else sharper
        options = "\n".join(
            f"  {number}. {option.label} → {short(option.outcome, language)}"
            for number, option in enumerate(missing.options, start=1)
        )
        yield f"{title}\n{options}"
    if decision.would_change:
        key = "would_forbid" if POLARITY[decision.outcome] == "positive" else "would_allow"
        yield (
            say(key, language)
            + "\n"
            + "\n".join(
                f"– {change.label} ({say('then', language, outcome=short(change.outcome, language))})"
                for change in decision.would_change
            )
        )


def _line(line: Condition, language: Language) -> str:
    return f"{_BOX[line.state]} {line.text}{_marks(line.citations)} – {say(f'state_{line.state}', language)}"


def _marks(numbers: Iterable[int]) -> str:
    marks = "".join(f"[{number}]" for number in numbers)
    return f" {marks}" if marks else ""


def _sources(answer: Answer) -> str:
    """The quotes with their sources; of a document that was named before only the section is said again."""
    language = answer.language
    named: set[str] = set()
    blocks: list[str] = []
    decisive = answer.decision is not None
    for role in ("basis", "related"):
        lines = []
        for citation in answer.citations:
            if citation.role == role:
                lines.append(source_line(citation, language, full=citation.document not in named))
                named.add(citation.document)
        title = (
            "found_related" if role == "related" and decisive else "sources_quoted" if language == "en" else "sources"
        )
        if lines:
            blocks.append(say(title, language) + "\n" + "\n".join(lines))
    return "\n\n".join(blocks)


def source_line(citation: Citation, language: Language, full: bool = True) -> str:
    """A citation: number, quote, document, section; in full also date, reference, kind of text, status and address."""
    if not full:
        where = " · ".join(filter(None, [say("same_document", language), citation.section]))
        return f"[{citation.n}] «{citation.quote}» – {citation.title}, {where}"
    date = day(citation.date, language) if citation.date else ""
    parts = [citation.title, citation.section, date, citation.reference, say(citation.text, language)]
    parts += [say(citation.status, language), citation.url or ""]
    return f"[{citation.n}] «{citation.quote}» – {' · '.join(filter(None, parts))}"


def _footing(answer: Answer, standpoint: Standpoint) -> Iterable[str]:
    language, decision = answer.language, answer.decision
    assert decision is not None
    yield answer.understood
    if decision.assumptions:
        yield say("assumed", language, list=", ".join(assumption.label for assumption in decision.assumptions))
    since = day(standpoint.in_force_from.isoformat(), language)
    lines = []
    if standpoint.in_force_until is None:
        lines.append(say("standpoint", language, title=answer.standpoint.title, day=since))
    else:
        until = day(standpoint.in_force_until.isoformat(), language)
        lines.append(say("standpoint_past", language, title=answer.standpoint.title, day=since, until=until))
    lines += [
        say("other_standpoint", language, title=other.title, outcome=short(other.outcome, language))
        for other in decision.other_standpoints
    ]
    lines.append(say("disclaimer", language))
    yield " ".join(lines)
