"""How the blocks of a document (headings, paragraphs, lists, tables) become passages."""

from collections.abc import Iterable
from typing import Literal

from knowledge.documents import Passage
from knowledge.model import Model

BlockKind = Literal["heading", "paragraph", "list", "table"]

UNINDEXED_SECTIONS = frozenset({"Over deze samenvatting"})
"""Sections that say what kind of text a file holds: no statement of the document, so never an answer."""


class Block(Model):
    """A stretch of a document as a reader finds it: plain text with its anchors and its place in the source.

    `level` is the depth of a heading (1 = outermost section, 0 = the document's own title) and 0 for other kinds;
    `page` and `line` count from 1.
    """

    kind: BlockKind
    text: str
    level: int = 0
    anchors: tuple[str, ...] = ()
    page: int | None = None
    line: int = 1


def form_passages(document: str, blocks: Iterable[Block]) -> tuple[Passage, ...]:
    """One passage a block, in reading order, each with the path of headings above it.

    The id is `<document>#<first anchor>`, or `<document>#p<ordinal>` for a block without anchors (the first passage of
    a document has ordinal 1). Blocks without text, and blocks without anchors in a section that is not indexed, are
    left out.
    """
    passages: list[Passage] = []
    path: list[tuple[int, str]] = []
    for block in blocks:
        if block.kind == "heading":
            path = [heading for heading in path if heading[0] < block.level]
            if block.level > 0:
                path.append((block.level, block.text))
        elif block.text and (block.anchors or not _unindexed(path)):
            name = block.anchors[0] if block.anchors else f"p{len(passages) + 1}"
            passages.append(
                Passage(
                    id=f"{document}#{name}",
                    document=document,
                    anchors=block.anchors,
                    heading_path=tuple(text for _, text in path),
                    text=block.text,
                    page=block.page,
                    line=block.line,
                )
            )
    return tuple(passages)


def _unindexed(path: list[tuple[int, str]]) -> bool:
    return any(text in UNINDEXED_SECTIONS for _, text in path)
