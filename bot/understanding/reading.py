"""Which facts of a case a question states, denies or leaves open."""

from collections.abc import Mapping, Sequence

from bot.understanding.cues import STOP, TOOL, CueIndex, Match
from bot.understanding.negation import (
    clause_of,
    denied_after,
    denied_before,
    denied_in_clause,
    denied_within,
    doubly_denied,
    removed,
)
from knowledge.facts import FactDefinition, FactValue, fact_value

# Names can be taken out of a text; that a text is secret or confidential cannot.
_REMOVABLE = frozenset({"personal", "special_personal"})

# What shows that a step was taken.
_DONE = (
    "gedaan", "klaar", "afgerond", "uitgevoerd", "gemaakt", "ligt", "liggen", "lag", "positief",
    "goedgekeurd", "akkoord", "hebben", "heeft", "heb", "is er", "geregeld", "getekend", "gesloten",
    "besloten", "genomen", "ingestemd", "gegeven", "gevolgd", "gehad", "opgeleid", "getraind", "afgesproken",
    "vastgelegd", "met", "done", "complet", "finish", "carried", "perform", "approv", "exist", "in place",
    "have", "has", "had", "signed", "decided", "made", "agreed", "trained", "followed", "gave", "given",
    "said", "gezegd", "took", "voldoet", "meets", "conducted",
)  # fmt: skip

_EXPLICIT = "cue"
_IMPLIED = "implied"
_UNLESS = "unless"

# A contract is about the tool only if what follows does not bind it to something else ("een contract met de
# schoonmaker") and nothing is done with its text ("een contract dat ik wil laten samenvatten").
_CONTRACTS = ("contract", "licen", "abonnement", "subscription", "overeenkomst", "agreement")
_BINDERS = frozenset("met with van of voor for tussen between bij over about".split())
_BOUND_TO_TOOL = frozenset(
    """ai chatbot er it this that them dit deze dat daar openai microsoft google anthropic mistral deepl adobe
    leverancier leveranciers aanbieder supplier vendor provider software systeem system tool toepassing dienst
    service taalmodel model copilot gebruik use""".split()
) | {TOOL}
_TEXT_WORK = (
    "samenvat", "nakijk", "controler", "opstel", "upload", "plak", "vertal", "analys", "herschrij", "lezen", "lees",
    "summar", "check", "draft", "paste", "translat", "rewrit", "review", "doorlopen", "beoordel", "schrijven",
)  # fmt: skip
_EMPLOYMENT = frozenset(
    """arbeidscontract arbeids tijdelijk tijdelijke vast jaarcontract werk employment temporary permanent""".split()
)


class FactReader:
    """Reads the values of all facts from the words of a question, by the cues of their definitions."""

    def __init__(self, definitions: Mapping[str, FactDefinition]) -> None:
        self._definitions = definitions
        self._cues = CueIndex(
            (f"{kind}/{definition.id}/{option.value}", cue)
            for definition in definitions.values()
            for option in definition.options
            for kind, cues in ((_EXPLICIT, option.cues), (_IMPLIED, option.implies), (_UNLESS, option.unless))
            for cue in cues
        )

    @property
    def vocabulary(self) -> set[str]:
        """Every word of every cue, without its stars."""
        return self._cues.vocabulary

    def read(self, words: Sequence[str]) -> dict[str, FactValue]:
        """The facts that the words speak of; a fact of which nothing can be told is left out.

        The last thing said of one word counts ("met namen … de namen haal ik weg"). A value that is said by one word
        and denied by another holds: taking out the names does not take out the addresses. What a thing merely implies
        gives way to a denial, and is then unknown.
        """
        heard: dict[str, dict[str, _Heard]] = {}
        for match in self._cues.find(words):
            kind, fact, value = match.label.split("/")
            if fact == "terms" and value == "contract" and _another_contract(words, match):
                continue
            said = heard.setdefault(fact, {}).setdefault(value, _Heard())
            if kind == _UNLESS:
                said.unless = True
            elif kind == _IMPLIED:
                said.implied.append(_wording(words, match))
            elif not (self._definitions[fact].step and value == "yes"):
                said.say(_wording(words, match), _said(words, match, value))
            elif denied_in_clause(words, match.start, match.end):
                said.say(_wording(words, match), False)
            elif _completed(words, match):
                said.say(_wording(words, match), True)
        facts = {}
        for fact, values in heard.items():
            definition = self._definitions[fact]
            known = _yes_or_no(definition, values) if definition.kind == "yes_no" else _values(definition, values)
            if known is not None:
                facts[fact] = known
        return facts


def _another_contract(words: Sequence[str], match: Match) -> bool:
    """Whether the contract that the words speak of is not the contract for the tool."""
    span = [*words[match.start : match.end]]
    if not any(word.startswith(_CONTRACTS) for word in span):
        return False
    if _EMPLOYMENT & {*match.between} and not any(word.startswith("werkaccount") for word in span):
        return True
    rest = list(words[match.end : match.end + 7])
    rest = rest[: rest.index(STOP)] if STOP in rest else rest
    if span[-1].startswith(_CONTRACTS) and rest and rest[0] in _BINDERS:
        return not _BOUND_TO_TOOL & {*rest[1:4]}
    return TOOL not in span and any(word.startswith(_TEXT_WORK) for word in rest)


class _Heard:
    """What was heard of one value: per wording whether it was said or denied, last mention first."""

    def __init__(self) -> None:
        self.said: dict[str, bool | None] = {}
        self.implied: list[str] = []
        self.unless = False

    def say(self, wording: str, said: bool | None) -> None:
        self.said[wording] = said

    @property
    def holds(self) -> bool:
        if any(said is True for said in self.said.values()):
            return True
        return bool(self.implied) and not self.said and not self.unless

    @property
    def denied(self) -> bool:
        return bool(self.said) and all(said is False for said in self.said.values()) and not self.implied

    @property
    def words(self) -> str:
        return ", ".join([*self.said, *self.implied])


def _wording(words: Sequence[str], match: Match) -> str:
    return " ".join(words[match.start : match.end])


def _said(words: Sequence[str], match: Match, value: str) -> bool | None:
    """Whether the value is said (True) or denied (False) here; None when nobody can tell."""
    if doubly_denied(words, match.start):
        return None
    if denied_before(words, match.start) or denied_within(match.between):
        return False
    return not (removed if value in _REMOVABLE else denied_after)(words, match.end)


def _completed(words: Sequence[str], match: Match) -> bool:
    """Whether the clause says that the step was taken."""
    return any(word.startswith(_DONE) for word in clause_of(words, match.start, match.end))


def _values(definition: FactDefinition, values: Mapping[str, _Heard]) -> FactValue | None:
    included = {value for value, heard in values.items() if heard.holds}
    excluded = {value for value, heard in values.items() if heard.denied}
    if not included and not excluded:
        return None
    words = ", ".join(heard.words for value, heard in values.items() if value in included | excluded)
    return fact_value(definition, included, excluded, words=words)


def _yes_or_no(definition: FactDefinition, values: Mapping[str, _Heard]) -> FactValue | None:
    yes, no = values.get("yes"), values.get("no")
    says_yes = (yes is not None and yes.holds) or (no is not None and no.denied)
    says_no = (no is not None and no.holds) or (yes is not None and yes.denied)
    if says_yes == says_no:
        return None
    words = ", ".join(heard.words for heard in (yes, no) if heard is not None)
    return fact_value(definition, {"yes" if says_yes else "no"}, words=words)
