"""Terms and tools: the names people use, and what is known of the things they name."""

from typing import Literal

from knowledge.model import Language, Model, Text

Terms = Literal["consumer", "contract", "government", "self_hosted", "built_in", "unavoidable"]


class Term(Model):
    """A term of the field: preferred label first, then alternative labels, in Dutch and in English."""

    id: str
    nl: tuple[str, ...]
    en: tuple[str, ...]
    definition: Text
    basis: tuple[str, ...] = ()


class Glossary(Model):
    """All terms, in the order of the file."""

    terms: tuple[Term, ...] = ()


class Tool(Model):
    """An entry of the tool register.

    `terms` is how the name is normally meant, None when the name alone does not tell; `variants` are the ids the
    name can stand for; `basis` are anchors of passages about the tool. `name_en` is there
    where `name` holds Dutch words.
    """

    id: str
    name: str
    name_en: str | None = None
    vendor: str
    country: str | None
    aliases: tuple[str, ...]
    kinds: tuple[str, ...]
    terms: Terms | None
    family: str | None
    variants: tuple[str, ...] = ()
    statement: str | None
    basis: tuple[str, ...] = ()
    note: Text
    line: int = 1

    def called(self, language: Language) -> str:
        """The name to show in the language."""
        return self.name_en if language == "en" and self.name_en is not None else self.name


class ToolRegister(Model):
    """All known tools, in the order of the file."""

    tools: tuple[Tool, ...] = ()

    def get(self, tool_id: str) -> Tool | None:
        """The tool called `tool_id`, or None."""
        return self._by_id().get(tool_id)

    def _by_id(self) -> dict[str, Tool]:
        return {tool.id: tool for tool in self.tools}

    def branches(self, tool: Tool) -> tuple[Tool, ...]:
        """The tools with known terms that an ambiguous name can stand for; empty when the register does not say."""
        found = (self.get(variant) for variant in tool.variants)
        return tuple(variant for variant in found if variant is not None)


class DutyTopic(Model):
    """Something one may be obliged to do, and the words by which people ask for it.

    `related` names the topic that answers instead under a standpoint that has no rule for this one.
    """

    id: str
    label: Text
    related: str | None = None
    cues: tuple[str, ...] = ()


class SpeechAct(Model):
    """Something that a sentence can do, such as asking permission, and the words by which it shows."""

    id: str
    cues: tuple[str, ...]
