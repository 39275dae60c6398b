"""Source documents and the passages that rules pin and answers quote."""

from typing import Literal

from knowledge.model import Model

DocumentKind = Literal[
    "nota", "kamerbrief", "advies", "rapport", "visie", "standpunt", "handreiking", "kader", "faq", "wet", "achtergrond"
]
DocumentStatus = Literal["in_force", "superseded", "background"]


class Passage(Model):
    """One statement of a document: what is indexed, pinned by a rule and quoted in an answer.

    `text` is plain text without Markdown marks; `heading_path` runs from the outermost section inwards, without the
    document's title; `line` is the line of the source file where the passage starts (1 = first).
    """

    id: str
    document: str
    anchors: tuple[str, ...]
    heading_path: tuple[str, ...]
    text: str
    page: int | None = None
    line: int = 1

    @property
    def section(self) -> str:
        """The heading directly above the passage, or the empty string."""
        return self.heading_path[-1] if self.heading_path else ""


class Document(Model):
    """A source document with its metadata and its passages in reading order.

    `text` says whether the words are the official text or a digest in our own words; a digest is never shown as
    official. `date` is as published: a day, a month (`2026-03`) or nothing.
    """

    id: str
    title: str
    short_title: str
    kind: DocumentKind
    text: Literal["official", "digest"]
    standpoint: str
    publisher: str
    reference: str
    date: str | None = None
    url: str | None = None
    status: DocumentStatus
    language: str = "nl"
    passages: tuple[Passage, ...] = ()
