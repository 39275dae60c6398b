"""Markdown files with front matter: how the knowledge base keeps its documents."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from pydantic import ValidationError

from indexer.errors import ReadError
from indexer.passages import Block, form_passages
from knowledge.documents import Document

_FENCE = "---"
_ANCHORS = re.compile(r"\{#([^{}]*)\}")
_ANCHOR = re.compile(r"[A-Za-z][\w.-]*")
_FIELDS = frozenset(Document.model_fields) - {"passages"}


def read_markdown(text: str, source: str) -> Document:
    """The document in `text`, one passage a block; `source` is the path that errors name.

    Raises ReadError for front matter that is missing, not closed, not YAML or lacks a field, and for an anchor that is
    malformed, used twice, in a place where it belongs to no statement, or without a statement.
    """
    lines = text.removeprefix("\ufeff").splitlines()
    end = _end_of_front_matter(lines, source)
    fields = _front_matter(lines[1:end], source)
    blocks = _Reader(source, offset=end + 1).blocks("\n".join(lines[end + 1 :]))
    try:
        return Document(**fields, passages=form_passages(str(fields.get("id")), blocks))
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        problem = f"the front matter lacks `{name}`" if first["type"] == "missing" else f"`{name}`: {first['msg']}"
        line = _line_of(name, lines[:end])
        raise ReadError(source, line, problem, "see the fields in knowledge/content/README.md") from None


def _end_of_front_matter(lines: list[str], source: str) -> int:
    if not lines or lines[0].rstrip() != _FENCE:
        raise ReadError(
            source, 1, "no front matter", f"start the file with a line `{_FENCE}` and the document's fields"
        )
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _FENCE:
            return number
    raise ReadError(source, 1, "the front matter is not closed", f"put a line `{_FENCE}` after the last field")


def _front_matter(lines: list[str], source: str) -> dict[str, Any]:
    try:
        fields = yaml.safe_load("\n".join(lines))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise ReadError(source, line, f"the front matter is not YAML: {error.problem}", "quote the value") from None
    if not isinstance(fields, dict):
        raise ReadError(source, 1, "the front matter has no fields", "write one `field: value` a line")
    for name in fields:
        if name not in _FIELDS:
            advice = f"use one of {', '.join(sorted(_FIELDS))}"
            raise ReadError(source, _line_of(name, ["", *lines]), f"unknown field `{name}` in the front matter", advice)
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in fields.items()}


def _line_of(field: object, lines: list[str]) -> int:
    return next((number for number, line in enumerate(lines, start=1) if line.startswith(f"{field}:")), 1)


class _Reader:
    """Reads the blocks of one file; `offset` is the number of lines before the Markdown."""

    def __init__(self, source: str, offset: int) -> None:
        self._source = source
        self._offset = offset
        self._lines_of_anchors: dict[str, int] = {}
        self._markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
        self._markdown.normalizeLinkText = lambda link: link  # type: ignore[method-assign]  # quotes are verbatim

    def blocks(self, text: str) -> list[Block]:
        found: list[Block] = []
        for node in _leaves(SyntaxTreeNode(self._markdown.parse(text))):
            block = self._block(node)
            if block.text or not block.anchors:
                found.append(block)
            elif found and found[-1].kind != "heading" and not found[-1].anchors:
                found[-1] = found[-1].model_copy(update={"anchors": block.anchors})
            else:
                raise self._error(block.line, f"anchor `{block.anchors[0]}` has no statement", "put it after its text")
        return found

    def _block(self, node: SyntaxTreeNode) -> Block:
        line = self._offset + (node.map[0] if node.map else 0) + 1
        marked = " ".join(_text(node).split())
        end = re.search(rf"(?:\s*{_ANCHORS.pattern})*\s*$", marked)
        text = marked[: end.start()].removesuffix(" /") if end else marked
        last = self._offset + (node.map[1] if node.map else 0)
        anchors = self._anchors(marked[end.start() :] if end else "", last)
        if (node.type == "heading" and anchors) or _ANCHORS.search(text):
            misplaced = (_ANCHORS.findall(text) or anchors)[0]
            raise self._error(line, f"anchor `{misplaced}` does not end a statement", "give each statement a paragraph")
        if node.type == "heading":
            return Block(kind="heading", text=text, level=int(node.tag[1:]) - 1, line=line)
        kind = _KINDS.get(node.type, "paragraph")
        return Block(kind=kind, text=text, anchors=anchors, line=line)

    def _anchors(self, marks: str, line: int) -> tuple[str, ...]:
        names = [name for group in _ANCHORS.findall(marks) for name in f"#{group}".split()]
        for name in names:
            if not (name.startswith("#") and _ANCHOR.fullmatch(name[1:])):
                raise self._error(line, f"`{name}` is no anchor", "write `{#F-2025-01}` or `{#F-2025-01 #F-2025-02}`")
            if name in self._lines_of_anchors:
                before = self._lines_of_anchors[name]
                raise self._error(line, f"anchor `{name[1:]}` is also on line {before}", "give each statement its own")
            self._lines_of_anchors[name] = line
        return tuple(name[1:] for name in names)

    def _error(self, line: int, problem: str, advice: str) -> ReadError:
        return ReadError(self._source, line, problem, advice)


_KINDS = {"bullet_list": "list", "ordered_list": "list", "table": "table"}
_CONTAINERS = frozenset({"root", "blockquote"})


def _leaves(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """The blocks that become passages: a list or a table is one; a quotation is the blocks in it."""
    for child in node.children:
        if child.type in _CONTAINERS:
            yield from _leaves(child)
        elif child.type != "hr":
            yield child


def _text(node: SyntaxTreeNode) -> str:
    """The words of a block without marks: cells joined with ` | `, rows with ` / `; numbers of a list are kept."""
    match node.type:
        case "softbreak" | "hardbreak":
            return " "
        case "table":
            rows = (row for part in node.children for row in part.children)
            return " / ".join(filter(None, (_text(row) for row in rows)))
        case "tr":
            return " | ".join(filter(None, (_text(cell) for cell in node.children)))
        case "list_item":
            number = f"{node.info}{node.markup} " if node.info else ""
            return number + " ".join(_text(child) for child in node.children)
        case "bullet_list" | "ordered_list" | "blockquote":
            return " ".join(_text(child) for child in node.children)
        case _:
            return "".join(_text(child) for child in node.children) if node.children else node.content
