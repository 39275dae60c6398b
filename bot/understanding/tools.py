"""Which tool a question is about: known by name, alias or misspelling, or a name that the register lacks."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding.words import Word, words_of
from knowledge.vocabulary import Tool, ToolRegister

_ENDINGS = ("s", "t", "en", "je", "te", "ten", "de", "den", "ing")
_LONGEST_ALIAS = 6
_LONG_NAME = 7
# What stands before the name of a tool, and what follows it, when somebody asks whether it may be used.
_BEFORE = frozenset(
    """mag met via in gebruiken gebruik gebruikt inzetten tool app applicatie programma toepassing dienst website site
    is zijn kan using use uses with through called named software platform adopt install try into genaamd heet
    ik we wij wil zou using proberen naar to abonnement by recommended aanbevolen aangeraden tip over about
    around licentie""".split()
)
_AFTER = frozenset(
    """gebruiken gebruik inzetten toegestaan verboden mag mogen oke ok okay allowed permitted forbidden banned okay
    voor om toestaan installeren proberen aanschaffen kopen invoeren for to dan geoorloofd willen werken gaan
    laten as instead inkopen gaat helpt""".split()
)
_TELLING = re.compile(r"(gpt|bot|chat|copilot|llm|ai)$|^(gpt|chat)|gpt")
_NOT_A_NAME = frozenset(
    """een de het mijn ons onze deze die dit dat zijn haar hun jullie geen elke a an the my our this that these those
    their his her any some no every each of van""".split()
)


class Mention(NamedTuple):
    """A tool that a question names, and the words by which it does (indices, end exclusive)."""

    tool: Tool
    start: int
    end: int


class ToolFinder:
    """Finds tools of the register in the words of a question.

    The longest alias wins. A Dutch ending (`copiloten`, `ge-chatgpt't`) and small misspellings are forgiven where the
    word is no ordinary word.
    """

    def __init__(self, register: ToolRegister, known: Callable[[str], bool]) -> None:
        self.register = register
        self._known = known
        self._aliases: dict[str, Tool] = {}
        for tool in register.tools:
            for alias in tool.aliases:
                self._aliases.setdefault("".join(word.text for word in words_of(alias)), tool)
        self._fuzzy = [alias for alias in self._aliases if len(alias) >= 6]

    def find(self, words: Sequence[Word]) -> tuple[Mention, ...]:
        """The tools that the words name, in order; overlapping mentions give way to the longest."""
        found: list[Mention] = []
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + _LONGEST_ALIAS) + 1):
                tool = self._tool([word.text for word in words[start:end]])
                if tool is not None and not _is_object(words, start, end):
                    found.append(Mention(tool, start, end))
        kept: list[Mention] = []
        for mention in sorted(found, key=lambda m: (-_length(words, m), m.start, m.end)):
            if not any(mention.start < other.end and other.start < mention.end for other in kept):
                kept.append(mention)
        return tuple(sorted(kept, key=lambda m: m.start))

    def narrowed(self, tool: Tool, words: Sequence[str]) -> Tool:
        """The variant of an ambiguous `tool` that the other words of the question point at, or `tool` itself.

        `Copilot … de betaalde versie in Word` is found by what its aliases say beside the family's name.
        """
        best: tuple[int, Tool] = (0, tool)
        if tool.terms is not None:
            return tool
        texts = [word for word in words if word not in _NOT_A_NAME]
        for variant in self.register.branches(tool):
            for hint in _hints(variant, tool):
                if _contains(texts, hint) and len("".join(hint)) > best[0]:
                    best = (len("".join(hint)), variant)
        return best[1]

    def _tool(self, parts: Sequence[str]) -> Tool | None:
        name = "".join(parts)
        exact = self._aliases.get(name)
        if exact is not None:
            return exact
        if len(name) < 5:
            return None
        if all(self._known(part) for part in parts):
            plural = next((name[: -len(ending)] for ending in ("en", "s") if name.endswith(ending)), "")
            return self._aliases.get(plural) if len(parts) == 1 and len(plural) >= _LONG_NAME else None
        for stem in _stems(name):
            if len(stem) >= 5 and stem in self._aliases:
                return self._aliases[stem]
        if len(parts) > 2 or any(part.isdigit() for part in parts) or any(self._known(p) for p in parts if len(p) > 3):
            return None
        edits = 2 if len(name) >= 8 else 1
        near = [alias for alias in self._fuzzy if alias[0] == name[0] and (edits == 1 or alias[:2] == name[:2])]
        match = process.extractOne(name, near, scorer=OSA.distance, score_cutoff=edits)
        return None if match is None else self._aliases[match[0]]


def unknown_name(text: str, words: Sequence[Word], known: Callable[[str], bool]) -> str | None:
    """The name in a sentence of a tool that nobody knows: a word of no dictionary where a tool's name stands.

    A capital inside the word or a telling part (`…bot`, `…GPT`) is enough; a capital at the start needs a place where
    a tool's name stands, and a word without one needs such a place on both sides. A word with an article before it is
    a thing, not a name.
    """
    for index, word in enumerate(words):
        original = text[word.start : word.end]
        if len(word.text) < 3 or word.text.isdigit() or known(word.text):
            continue
        before = words[index - 1].text if index else ""
        after = words[index + 1].text if index + 1 < len(words) else ""
        camel = any(c.isupper() for c in original[1:]) and any(c.islower() for c in original)
        if camel or (_TELLING.search(word.text) and before not in _NOT_A_NAME):
            return original
        if before in _NOT_A_NAME:
            continue
        placed = before in _BEFORE, after in _AFTER or not after
        initial = index == 0 and (after in _AFTER or text[word.end : word.end + 1] in (",", ":") or not after)
        if original[0].isupper():
            if any(placed) or initial:
                return original
        elif all(placed) or (initial and after in _AFTER):
            return original
    return None


def telling_name(text: str, words: Sequence[Word], known: Callable[[str], bool]) -> str | None:
    """The first word of no dictionary that says itself that it names a tool (`JuriBot`), or None."""
    for word in words:
        if not known(word.text) and _TELLING.search(word.text):
            return text[word.start : word.end]
    return None


def _is_object(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the last word is what is worked on, not part of a name: "ChatGPT teams laten indelen"."""
    return (
        end - start > 1
        and words[end - 1].text in ("teams", "team")
        and any(word.text in ("laten", "indelen", "maken", "verdelen", "vormen") for word in words[end : end + 1])
    )


def _hints(variant: Tool, tool: Tool) -> Iterable[tuple[str, ...]]:
    """What the aliases of a variant say beside the words of the ambiguous name."""
    own = {word.text for alias in tool.aliases for word in words_of(alias)} | _NOT_A_NAME
    for alias in variant.aliases:
        rest = tuple(word.text for word in words_of(alias) if word.text not in own)
        if rest and (len(rest) > 1 or rest[0] not in ("in", "met", "with", "voor", "for", "ai", "app")):
            yield rest


def _contains(words: Sequence[str], part: Sequence[str]) -> bool:
    size = len(part)
    return any(tuple(words[i : i + size]) == tuple(part) for i in range(len(words) - size + 1))


def _stems(name: str) -> Iterable[str]:
    """The name without a Dutch inflection: `gechatgptt`, `copiloten`, `claudes`."""
    bare = [name, *([name[2:]] if name.startswith("ge") else [])]
    for form in bare:
        yield form
        for ending in _ENDINGS:
            if form.endswith(ending):
                yield form[: -len(ending)]


def _length(words: Sequence[Word], mention: Mention) -> int:
    return sum(len(word.text) for word in words[mention.start : mention.end])
