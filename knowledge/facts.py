"""The facts of a case: what is known, what is excluded, and what nobody said."""

from collections.abc import Iterable, Mapping
from typing import Literal

from knowledge.model import Model, Text
from knowledge.truth import Truth

FactKind = Literal["one", "set", "yes_no"]
Source = Literal["question", "thread", "button", "register", "organisation", "assumed"]


class Option(Model):
    """A value that a fact can have, its label, and the words by which people name it.

    `excludes` lists values that are taken to be absent once this one is said (who says that the data are public, says
    that they are not confidential), unless they are said as well. `cues` say the value outright; `implies` name
    things that usually come with it (a personnel file comes with personal data) and give way when it is denied, or
    when one of the `unless` words is said (correcting the spelling of a decision is not deciding). A value that
    `yields` to another is unknown once that other is said outright (exploring, to ordinary work).
    """

    value: str
    label: Text
    excludes: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    yields: tuple[str, ...] = ()


class FactDefinition(Model):
    """What a fact is called, which values it has, how to ask for it, and what is assumed when nothing was said.

    `one` has one value, `set` any number, `yes_no` the values `yes` and `no`. `ask` says whether the bot may ask for
    it; `proposals` are the values that it may propose as a way to a better outcome. A `step` is something that has to
    be done first: who merely mentions a risk analysis does not say that there is one.
    """

    id: str
    kind: FactKind
    label: Text
    question: Text
    why: Text
    options: tuple[Option, ...]
    default: str | None = None
    ask: bool = False
    proposals: tuple[str, ...] = ()
    step: bool = False

    def option(self, value: str) -> Option:
        """The option called `value`; raises KeyError if this fact has no such value."""
        for option in self.options:
            if option.value == value:
                return option
        raise KeyError(value)

    @property
    def values(self) -> tuple[str, ...]:
        """The names of the values, in the order of the file."""
        return tuple(option.value for option in self.options)


class FactValue(Model):
    """What is known of one fact, and the words it was read from.

    A value in neither set is unknown, unless the fact is `closed`: then what is not included is excluded. `unclear`
    says that something was said of the fact that nobody understood: that is asked, not assumed.
    """

    included: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    closed: bool = False
    unclear: bool = False
    source: Source = "question"
    words: str = ""

    @property
    def told(self) -> bool:
        """Whether anything is known of the fact, or was at least said of it."""
        return bool(self.included or self.excluded or self.closed or self.unclear)

    def has(self, value: str) -> Truth:
        """Whether `value` is one of the fact's values."""
        if value in self.included:
            return Truth.TRUE
        if self.closed or value in self.excluded:
            return Truth.FALSE
        return Truth.UNKNOWN


class Facts(Model):
    """All that is known of a case; a fact that is absent is unknown."""

    values: Mapping[str, FactValue] = {}

    def has(self, fact: str, value: str) -> Truth:
        """Whether the fact called `fact` has `value`; unknown when nothing was said about it."""
        known = self.values.get(fact)
        return Truth.UNKNOWN if known is None else known.has(value)

    def get(self, fact: str) -> FactValue | None:
        """What is known of `fact`, or None."""
        return self.values.get(fact)

    def unclear(self, fact: str) -> bool:
        """Whether something was said of `fact` that was not understood."""
        known = self.values.get(fact)
        return known is not None and known.unclear

    def one(self, fact: str) -> str | None:
        """The single value of `fact`, or None if it has none or several."""
        known = self.values.get(fact)
        return next(iter(known.included)) if known is not None and len(known.included) == 1 else None

    def including(self, fact: str, value: FactValue) -> "Facts":
        """These facts with what is known of `fact` replaced."""
        return Facts(values={**self.values, fact: value})

    def without(self, *facts: str) -> "Facts":
        """These facts with nothing known of `facts`."""
        return Facts(values={name: value for name, value in self.values.items() if name not in facts})


def fact_value(
    definition: FactDefinition,
    included: Iterable[str] = (),
    excluded: Iterable[str] = (),
    source: Source = "question",
    words: str = "",
) -> FactValue:
    """What is known when the given values were said or denied, after the definition's own exclusions.

    A value that is both said and denied is left unknown: a contradiction is a reason to ask, not to choose. The same
    holds for a `one` fact that is given two values.
    """
    said, denied = set(included), set(excluded)
    contradicted = said & denied
    said, denied = said - contradicted, denied - contradicted
    for option in definition.options:
        if option.value in said:
            denied |= {other for other in option.excludes if other not in said | contradicted}
    single = definition.kind != "set"
    if single and len(said) > 1:
        said = set()
    return FactValue(
        included=frozenset(said),
        excluded=frozenset(denied),
        closed=single and bool(said),
        source=source,
        words=words,
    )
