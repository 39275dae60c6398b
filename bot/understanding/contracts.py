"""Whether a contract that a question speaks of is there, and is the contract for the tool it asks about."""

from collections.abc import Sequence

from bot.understanding.cues import STOP, TOOL, Match
from bot.understanding.negation import clause_of, denied_in_clause
from bot.understanding.words import words_of
from knowledge.vocabulary import Tool

_CONTRACTS = ("contract", "licen", "abonnement", "subscription", "overeenkomst", "agreement")
_BINDERS = frozenset("met with van of voor for tussen between bij over about".split())
# What a contract can be bound to and still be the contract for the tool.
_POINTING = frozenset(
    """ai chatbot er it this that them dit deze dat daar hier leverancier leveranciers aanbieder supplier vendor
    provider software systeem system tool toepassing dienst service taalmodel model gebruik use""".split()
)
_SUPPLIERS = frozenset("openai microsoft google anthropic mistral deepl adobe meta apple amazon perplexity".split())
# Somebody else's contract, or one that is about something else.
_OTHERS = frozenset(
    """ander andere another other elders elsewhere zij they ze hun their manager managers beheer beheerder schoonmaak
    schoonmaker uitzendbureau catering arbeidscontract arbeids tijdelijk tijdelijke vast jaarcontract employment
    temporary permanent jaar year maanden months bepaalde""".split()
)
_TEXT_WORK = (
    "samenvat", "nakijk", "controler", "opstel", "upload", "plak", "vertal", "analys", "herschrij", "lezen", "lees",
    "summar", "check", "draft", "paste", "translat", "rewrit", "review", "doorlopen", "beoordel", "schrijven",
)  # fmt: skip
# Not there yet, no longer there, or nobody knows.
_ABSENT = (
    "verlopen", "opgezegd", "beeindigd", "afgelopen", "expired", "cancelled", "terminated", "volgend", "straks",
    "binnenkort", "onderhandel", "negotiat", "offerte", "ontbreek", "ontbrek", "missing", "lacking", "misschien",
    "perhaps", "maybe", "wacht", "waiting", "planned", "juridisch", "unsure", "onzeker", "aangevraagd", "requested",
    "toekomst", "pending",
)  # fmt: skip
_ABSENT_WORDS = frozenset("ooit soon weet know next future later komt coming ended whether".split())
_HYPOTHESIS = frozenset("als if indien wanneer mits zodra when once".split())


class Contract:
    """Judges what the words of one question say of a contract."""

    def __init__(self, words: Sequence[str], named: Sequence[Tool], asked: Sequence[Tool]) -> None:
        self._words = words
        self._named = tuple(named)
        self._asked = tuple(asked)

    def about_another(self, match: Match) -> bool:
        """Whether it is somebody else's contract, for another tool, with another supplier, or a text to work on."""
        span = self._words[match.start : match.end]
        if not any(stem in word for word in span for stem in _CONTRACTS):
            return False
        clause = self._sentence(match)
        if _OTHERS & {*clause_of(self._words, match.start, match.end)}:
            return True
        if self._asked and self._other_tool(match):
            return True
        suppliers = _SUPPLIERS & {*clause}
        if suppliers and not any(self._supplies(name) for name in suppliers):
            return True
        rest = self._rest(match)
        if span[-1].startswith(_CONTRACTS) and rest and rest[0] in _BINDERS:
            return not ((_POINTING | _SUPPLIERS | {TOOL}) & {*rest[1:4]}) or bool(_OTHERS & {*rest[1:4]})
        return TOOL not in span and any(word.startswith(_TEXT_WORK) for word in rest)

    def not_there(self, match: Match) -> bool:
        """Whether the clause says that the contract is not there, not yet, no longer, or perhaps."""
        words = clause_of(self._words, match.start, match.end)
        if denied_in_clause(self._words, match.start, match.end):
            return True
        return not _HYPOTHESIS & {*words} and any(word.startswith(_ABSENT) or word in _ABSENT_WORDS for word in words)

    def _sentence(self, match: Match) -> Sequence[str]:
        """The words of the sentence in which the match stands."""
        start = max((i + 1 for i in range(match.start) if self._words[i] == STOP), default=0)
        end = next((i for i in range(match.end, len(self._words)) if self._words[i] == STOP), len(self._words))
        return self._words[start:end]

    def _other_tool(self, match: Match) -> bool:
        """Whether its sentence names only tools of other families than the one asked for."""
        start = max((i + 1 for i in range(match.start) if self._words[i] == STOP), default=0)
        before = sum(word == TOOL for word in self._words[:start])
        count = sum(word == TOOL for word in self._sentence(match))
        here = self._named[before : before + count]
        return bool(here) and not any(tool.family == asked.family for tool in here for asked in self._asked)

    def _supplies(self, name: str) -> bool:
        return any(name in {word.text for word in words_of(tool.vendor)} for tool in self._asked)

    def _rest(self, match: Match) -> list[str]:
        rest = list(self._words[match.end : match.end + 7])
        return rest[: rest.index(STOP)] if STOP in rest else rest
