"""YAML files and tables as plain values, with the line of everything in them."""

import csv
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from knowledge.errors import Finding, KnowledgeError, Step

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_TAG = "tag:yaml.org,2002:"
_ORDINARY = frozenset({f"{_TAG}str", f"{_TAG}seq", f"{_TAG}map"})


class Source(NamedTuple):
    """A file as read: its values, the line of everything in it, and what is wrong with its form.

    Values are text, None, lists and dictionaries: `yes`, `no`, numbers and dates stay the words they are.
    """

    file: str
    data: Any
    line_of: Callable[[Sequence[Step]], int]
    findings: tuple[Finding, ...] = ()

    def finding(self, path: Sequence[Step], problem: str, advice: str) -> Finding:
        """A finding about what stands at `path` (keys and positions from the outside inwards)."""
        return Finding(path=self.file, line=self.line_of(path), problem=problem, advice=advice)


class Sources(NamedTuple):
    """The files that a knowledge base was read from, by path, and the path of the own register."""

    files: Mapping[str, Source]
    register: str

    def line(self, file: str, path: Sequence[Step]) -> int | None:
        """The line of what stands at `path` in `file`, or of the last step that is there; None for another file."""
        source = self.files.get(file)
        return None if source is None else source.line_of(path)


def read_yaml(path: Path, file: str) -> Source:
    """The YAML file at `path`, called `file` in findings; raises KnowledgeError if it is missing or is no YAML.

    Aliases are followed; keys that are given twice, tags and aliases to what they stand in are findings.
    """
    text = _text(path, file)
    try:
        root = yaml.CBaseLoader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(file, error) from error
    except yaml.reader.ReaderError as error:
        line = text[: text.find(chr(error.character)) + 1].count("\n") + 1
        advice = "remove it, it does not belong in text"
        raise KnowledgeError(file, line, f"invisible character `{error.character:#06x}`", advice) from error
    findings: list[Finding] = []
    data = None if root is None else _plain(root, file, findings, ())
    return Source(file, data, partial(_line_of, root), tuple(findings))


def read_table(path: Path, file: str, lists: Collection[str]) -> Source:
    """The CSV table at `path` as a list of rows; raises KnowledgeError if it cannot be read.

    Columns are divided by commas, semicolons or tabs, whichever the first line has; an empty cell is left out. The
    cells of the columns in `lists` hold several words, with spaces or punctuation between.
    """
    lines = _text(path, file).splitlines(keepends=True)
    heading = lines[0] if lines else ""
    reader = csv.reader(lines, delimiter=max(",;\t", key=heading.count))
    columns = [name.strip().lower() for name in next(reader, [])]
    rows: list[dict[str, Any]] = []
    starts: list[int] = []
    findings: list[Finding] = []
    start = reader.line_num + 1
    for cells in reader:
        given = [cell.strip() for cell in cells]
        if any(given):
            if len(given) > len(columns):
                problem = f"the row has {len(given)} cells under {len(columns)} columns"
                advice = 'put quotation marks around a cell that has a comma or semicolon in it: `"a, b"`'
                findings.append(Finding(path=file, line=start, problem=problem, advice=advice))
            row = {name: cell for name, cell in zip(columns, given, strict=False) if cell}
            rows.append({name: re.findall(r"[\w-]+", cell) if name in lists else cell for name, cell in row.items()})
            starts.append(start)
        start = reader.line_num + 1
    return Source(file, rows, partial(_row_line, starts), tuple(findings))


def _text(path: Path, file: str) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise KnowledgeError(file, 1, "the file is missing", f"add `{path.name}` or name the right folder") from error
    except OSError as error:
        raise KnowledgeError(file, 1, "the file cannot be opened", "check its name and who may read it") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise KnowledgeError(file, line, "the file is not UTF-8 text", "save it again as UTF-8") from error


def _syntax_error(file: str, error: yaml.MarkedYAMLError) -> KnowledgeError:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark is not None else 1
    problem = error.problem or error.context or "unknown error"
    advice = "check the indentation, the brackets and the colons here and on the line above"
    if "tab" in problem or "cannot start any token" in problem:
        advice = "indent with spaces, and put quotation marks around text that begins with a special character"
    elif "mapping values are not allowed" in problem:
        advice = "put quotation marks around text that has a colon in it"
    elif "undefined alias" in problem:
        advice = "define it first with `&`, or put quotation marks around text that begins with `*`"
    return KnowledgeError(file, line, f"this is not YAML: {problem}", advice)


def _plain(node: yaml.Node, file: str, findings: list[Finding], above: tuple[yaml.Node, ...]) -> Any:
    """The value of a node; what is wrong with its form is added to `findings`."""

    def found(at: yaml.Node, problem: str, advice: str) -> None:
        findings.append(Finding(path=file, line=_line(at), problem=problem, advice=advice))

    if any(node is other for other in above):
        found(node, "an alias repeats what it stands in", "write the value out")
        return None
    if node.tag not in _ORDINARY:
        tag = node.tag.replace(_TAG, "!!")
        found(node, f"the tag `{tag}` has no meaning here", "leave it out: every value is plain text")
    if isinstance(node, yaml.ScalarNode):
        return None if not node.style and node.value in _NOTHING else node.value
    inside = (*above, node)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, file, findings, inside) for item in node.value]
    data: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            found(key, "a key is a list or a group of keys", "write one word before the colon")
        elif key.value in data:
            advice = f"keep one of the two; the first is on line {lines[key.value]}"
            found(key, f"`{key.value}` is given twice", advice)
        else:
            lines[key.value] = _line(key)
            data[key.value] = _plain(value, file, findings, inside)
    return data


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _line_of(root: yaml.Node | None, path: Sequence[Step]) -> int:
    """The line of what stands at `path`, or of the last step that is there."""
    node, line = root, 1 if root is None else _line(root)
    for step in path:
        if isinstance(node, yaml.MappingNode):
            pair = next(((key, value) for key, value in node.value if key.value == step), None)
            if pair is None:
                break
            line, node = _line(pair[0]), pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = _line(node)
        else:
            break
    return line


def _row_line(starts: Sequence[int], path: Sequence[Step]) -> int:
    return starts[path[0]] if path and isinstance(path[0], int) else 1
