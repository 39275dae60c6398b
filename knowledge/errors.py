"""What can be wrong with the knowledge, said so that a policy owner knows where to look and what to do."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple, Protocol, get_args

from knowledge.model import LANGUAGES, Model

Step = str | int

REGISTER = "register"  # stands for the path of the own register until lines are looked up

_FEW = 8  # values that still fit in a sentence


class Finding(Model):
    """One thing that is wrong: the file, the line (1 = first), the problem, and what to do about it.

    `path` is relative to the folder of the content; that of the own register is as it was given.
    """

    path: str
    line: int
    problem: str
    advice: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.problem}; {self.advice}"


class Place(NamedTuple):
    """Something in a file of the content: `path` are keys and positions, from the outside inwards.

    `line` is where it stands if no `Lines` know better.
    """

    file: str
    path: tuple[Step, ...] = ()
    line: int = 1

    def __truediv__(self, step: Step) -> "Place":
        return self._replace(path=(*self.path, step))


class Lines(Protocol):
    """Where things stand in the files that the knowledge was read from; `knowledge.reading.Sources` are lines."""

    @property
    def register(self) -> str:
        """The path of the organisation's own register."""
        ...

    def line(self, file: str, path: Sequence[Step]) -> int | None:
        """The line of what stands at `path` in `file`, None if that is not known."""
        ...


class Problem(NamedTuple):
    """A finding whose line is still to be looked up."""

    place: Place
    problem: str
    advice: str

    def found(self, lines: Lines | None) -> Finding:
        """The finding, with the exact line if there are `lines` to look it up in."""
        file, path, line = self.place
        if lines is not None:
            file = lines.register if file == REGISTER else file
            line = lines.line(file, path) or line
        return Finding(path=file, line=line, problem=self.problem, advice=self.advice)


class KnowledgeError(Exception):
    """Something is wrong with the knowledge; the base of every error of this package."""

    def __init__(self, path: str, line: int, problem: str, advice: str) -> None:
        finding = Finding(path=path, line=line, problem=problem, advice=advice)
        super().__init__(str(finding))
        self.path, self.line, self.problem, self.advice = path, line, problem, advice
        self.findings: tuple[Finding, ...] = (finding,)


class KnowledgeErrors(KnowledgeError):
    """Everything that is wrong with the form of the files at once, file by file; at least one finding.

    `path`, `line`, `problem` and `advice` are those of the first.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        ordered = in_order(findings)
        first = ordered[0]
        super().__init__(first.path, first.line, first.problem, first.advice)
        self.findings = ordered

    def __str__(self) -> str:
        return "\n".join(str(finding) for finding in self.findings)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings file by file and line by line, each once."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: (finding.path, finding.line)))


def suggestion(offered: str, candidates: Iterable[str], otherwise: str) -> str:
    """Advice on a name that does not exist: the near miss, else the few names there are, else `otherwise`."""
    known = list(dict.fromkeys(candidates))
    near = get_close_matches(offered.casefold(), known, n=1)
    if near:
        return f"did you mean `{near[0]}`?"
    return f"choose {choice(known)}" if 0 < len(known) <= _FEW else otherwise


def choice(names: Sequence[str]) -> str:
    """The names as the end of a sentence: `a`, `b` or `c`."""
    quoted = [f"`{name}`" for name in names]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)


def shape_problem(
    model: type[Model], details: Mapping[str, Any], bilingual: Mapping[type[Model], str]
) -> tuple[str, str]:
    """The problem and the advice that one of pydantic's error details about `model` comes down to.

    `bilingual` are the fields that are written as a key per language: `note_nl` and `note_en`.
    """
    path, offered, kind = details["loc"], details["input"], details["type"]
    keys = [step for step in path if isinstance(step, str)]
    key = f"{keys[-2]}_{keys[-1]}" if keys[-2:-1] == [bilingual.get(model)] else "".join(keys[-1:])
    name = f"`{key}`"
    if path and isinstance(path[-1], int):
        name = f"an item of `{key}`" if key else "an entry"
    elif not key:
        name = "the file"
    if kind == "missing":
        return f"{name} is missing", f"add `{key}: …`"
    if kind == "extra_forbidden":
        return f"unknown key {name}", suggestion(key, _fields(model, keys[:-1], bilingual), "leave it out")
    if offered is None:
        return f"{name} has no value", "write one, or take the line away"
    if kind == "literal_error" and isinstance(offered, str):
        values = re.findall(r"'([^']*)'", details["ctx"]["expected"])
        return f"`{offered}` is not a value of `{key}`", suggestion(offered, values, f"choose {choice(values)}")
    if kind in ("string_type", "literal_error"):
        return f"{name} is a list or a group of keys", "write plain text"
    if kind == "tuple_type":
        return f"{name} is not a list", "put its items in square brackets, or each on a line after `- `"
    if kind in ("model_type", "dict_type"):
        return f"{name} is not a group of keys", "write lines of `key: value`"
    if kind.startswith("bool"):
        return f"`{offered}` is neither true nor false", "write `true` or `false`"
    if kind.startswith("date"):
        return f"`{offered}` is not a date", "write year, month and day: `2025-04-22`"
    return f"{name}: {str(details['msg']).lower()}", "compare it with the other entries"


def _fields(model: type[Model], keys: Sequence[str], bilingual: Mapping[type[Model], str]) -> list[str]:
    """The keys that may stand under `keys`, as they are written; lines are counted, not written."""
    for key in keys:
        field = model.model_fields.get(key)
        model = (_model_in(field.annotation) if field is not None else None) or model
    double = bilingual.get(model)
    names = [[f"{name}_{tail}" for tail in LANGUAGES] if name == double else [name] for name in model.model_fields]
    return [name for written in names for name in written if name != "line"]


def _model_in(annotation: Any) -> type[Model] | None:
    """The model that a field's type speaks of, also inside a list or an option."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part)) is not None), None)
