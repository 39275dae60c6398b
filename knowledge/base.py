"""Everything the bot knows, at one revision."""

from collections.abc import Mapping
from functools import cached_property

from knowledge.approvals import Approval
from knowledge.documents import Document, Passage
from knowledge.facts import FactDefinition
from knowledge.model import Model
from knowledge.standpoints import Standpoint
from knowledge.vocabulary import DutyTopic, Glossary, SpeechAct, ToolRegister


class KnowledgeBase(Model):
    """Documents, vocabulary, facts and standpoints that belong together.

    `approvals` is the organisation's own register, empty by default.
    """

    documents: tuple[Document, ...]
    tools: ToolRegister
    glossary: Glossary
    facts: tuple[FactDefinition, ...]
    duties: tuple[DutyTopic, ...]
    speech: tuple[SpeechAct, ...]
    standpoints: tuple[Standpoint, ...]
    approvals: tuple[Approval, ...] = ()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, document by document, in reading order."""
        return tuple(passage for document in self.documents for passage in document.passages)

    @cached_property
    def by_anchor(self) -> Mapping[str, Passage]:
        """The passage of every anchor."""
        return {anchor: passage for passage in self.passages for anchor in passage.anchors}

    @cached_property
    def by_document(self) -> Mapping[str, Document]:
        """The documents by id."""
        return {document.id: document for document in self.documents}

    @cached_property
    def definitions(self) -> Mapping[str, FactDefinition]:
        """The fact definitions by id, in the order of the file."""
        return {definition.id: definition for definition in self.facts}

    def standpoint(self, standpoint_id: str) -> Standpoint:
        """The standpoint called `standpoint_id`; raises KeyError if there is none."""
        for standpoint in self.standpoints:
            if standpoint.id == standpoint_id:
                return standpoint
        raise KeyError(standpoint_id)

    def approval(self, tool: str) -> Approval | None:
        """What the own organisation recorded about `tool`, or None."""
        return next((approval for approval in self.approvals if approval.tool == tool), None)
