"""The kind of thing a question asks for (an amount, a day, an address), and how a passage shows that it has it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.understanding.words import fold, words_of


class AnswerType(NamedTuple):
    """A kind of answer: how questions ask for it, in folded words, and how passages show it."""

    asks: re.Pattern[str]
    shows: re.Pattern[str]

    def shown_in(self, text: str) -> bool:
        """Whether the text of a passage has this kind of thing."""
        return self.shows.search(text) is not None


def _answer_type(asks: str, shows: str) -> AnswerType:
    return AnswerType(re.compile(rf"\b(?:{asks})\b"), re.compile(shows, re.IGNORECASE))


_NUMBER = r"\d|\b(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|dertien|veertien|tientallen|helft)\b"
_DAY = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) (?:van )?20\d\d"
    r"|\b20\d\d\b"
)

_TYPES = (
    _answer_type(
        r"kost\w*|gekost|prij[sz]\w*|tarie\w+|costs?|pric\w+|budget|begroot|duur is", r"euro|€|miljoen|kosten"
    ),
    _answer_type(
        r"boete\w*|\w*boete|fines?|penalt\w+|sanctie\w*|sanctions?|straf\w*|fired|ontslagen", r"boete|sanctie|straf"
    ),
    _answer_type(
        r"hoe ?lang|how long|duurt|termijn\w*|doorlooptijd|binnen hoeveel|how (?:quickly|soon|fast)"
        r"|how many (?:days|weeks|hours)"
        r"|hoeveel (?:dagen|weken|uur|uren)|deadline|hoe vaak|how often",
        r"\b\w+ (?:dag|dagen|week|weken|maand|maanden|jaar|uur)\b|eenmalig|doorlo",
    ),
    _answer_type(
        r"hoe groot|how (?:large|big)|limie?t\w*|bestandsgrootte|file size", r"\d+ ?(?:MB|GB|pagina|tekens|woorden)"
    ),
    _answer_type(r"hoeveel|how many|how much|aantal|percentage|procent|hoe hoog|how high|max\w*", _NUMBER),
    _answer_type(
        r"(?:vanaf|sinds|tot|since|until) (?:wanneer|when)|welke datum|what date|ingangsdatum"
        r"|wanneer (?:komt|verschijnt|verscheen|kwam|werd|gaat|ging|begint|begon|start)|when (?:did|was|were|will)",
        _DAY,
    ),
    _answer_type(r"hoe laat|what time|openingstijd\w*|opening hours", r"\d[:.]\d\d uur|\d uur"),
    _answer_type(r"telefoon\w*|telnr|phone|bellen", r"\d{3}[- ]?\d{4}"),
    _answer_type(r"mail ?adres|e mail ?(?:adres|address)|email address", r"@"),
    _answer_type(
        r"(?:wie|who) (?:is|are|zijn|was) (?:nu |now |momenteel )?(?:de|the|cio|fg|onze|our|mijn|my)"
        r" .*\b(?:van|of|bij|at|voor|for)",
        r"ondertekend door|staatssecretaris (?-i:[A-Z])|aanbieder|gebruiksverantwoordelijke",
    ),
    _answer_type(
        r"(?:volgende|nieuwe) (?:versie|herziening|actualisatie)|next (?:version|revision|update)", r"volgende"
    ),
)


def asked_types(query: str) -> tuple[AnswerType, ...]:
    """The kinds of answer that the query asks for; mostly none."""
    folded = " ".join(word.text for word in words_of(query))
    return tuple(kind for kind in _TYPES if kind.asks.search(folded))


_COUNTED = re.compile(r"\b(?:hoeveel|how many) ((?:\w+ )?\w+)")
_YEAR = re.compile(r"\b20[0-4]\d\b")


def missing_specifics(query: str, texts: Sequence[str]) -> int:
    """How many specifics of the query no text has: a year it names, and a number before the things it counts.

    The counted thing is compared by its first five letters, so this only sees Dutch words and those alike.
    """
    folded = " ".join(word.text for word in words_of(query))
    missing = sum(not any(year in text for text in texts) for year in set(_YEAR.findall(folded)))
    for things in _COUNTED.findall(folded):
        stems = "|".join(re.escape(thing[:5]) for thing in things.split() if len(thing) > 3)
        near = re.compile(rf"(?:{_NUMBER})[\w.,]*(?: \S+){{0,3}} (?:{stems})", re.IGNORECASE)
        missing += bool(stems) and not any(near.search(fold(text)) for text in texts)
    return min(2, missing)
