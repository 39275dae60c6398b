"""Which facts of a case a question states, denies or leaves open."""

from collections.abc import Mapping, Sequence

from bot.understanding.contracts import Contract
from bot.understanding.cues import CueIndex, Match
from bot.understanding.negation import (
    clause_of,
    denied_after,
    denied_before,
    denied_within,
    doubly_denied,
    not_taken,
    removed,
)
from knowledge.facts import FactDefinition, FactValue, fact_value
from knowledge.vocabulary import Tool

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

_TURNS = frozenset({"maar", "but", "wel"})

_EXPLICIT = "cue"
_IMPLIED = "implied"
_UNLESS = "unless"


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

    def without_steps(self, facts: Mapping[str, FactValue]) -> dict[str, FactValue]:
        """The facts without the steps: who asks whether a step is required does not say that it was taken."""
        return {name: value for name, value in facts.items() if not self._definitions[name].step}

    def find(self, words: Sequence[str]) -> list[Match]:
        """The matches of all cues, whatever they say."""
        return self._cues.find(words)

    def read(self, words: Sequence[str], named: Sequence[Tool], asked: Sequence[Tool]) -> dict[str, FactValue]:
        """The facts that the words speak of; a fact of which nothing can be told is left out.

        `named` are the tools that stand at the places of `TOOL` in the words, `asked` those that the question is about.

        The last thing said of one word counts ("met namen … de namen haal ik weg"). A value that is said by one word
        and denied by another holds: taking out the names does not take out the addresses. What a thing merely implies
        gives way to a denial, and is then unknown.
        """
        heard: dict[str, dict[str, _Heard]] = {}
        contract = Contract(words, named, asked)
        for match in self._cues.find_all(words):
            kind, fact, value = match.label.split("/")
            if fact == "terms" and value == "contract" and contract.about_another(match):
                continue
            said = heard.setdefault(fact, {}).setdefault(value, _Heard())
            if kind == _UNLESS:
                said.unless = True
            elif kind == _IMPLIED:
                said.implied.append(_wording(words, match))
            elif fact == "terms" and value == "contract" and contract.not_there(match):
                said.say(_wording(words, match), False)
            elif not (self._definitions[fact].step and value == "yes"):
                said.say(_wording(words, match), _said(words, match, value))
            elif not_taken(words, match.start, match.end):
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
    turned = bool(_TURNS & {*match.between})  # "geen sollicitanten selecteren maar alleen afwijzen"
    if not turned and (denied_before(words, match.start) or denied_within(match.between)):
        return False
    return not (removed if value in _REMOVABLE else denied_after)(words, match.end)


def _completed(words: Sequence[str], match: Match) -> bool:
    """Whether the clause says that the step was taken."""
    return any(word.startswith(_DONE) for word in clause_of(words, match.start, match.end))


def _values(definition: FactDefinition, values: Mapping[str, _Heard]) -> FactValue | None:
    included = {value for value, heard in values.items() if heard.holds}
    outright = {value for value in included if any(values[value].said.values())}
    included -= {value for value in included if outright & {*definition.option(value).yields}}
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
