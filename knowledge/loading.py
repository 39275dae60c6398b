"""A knowledge base from its YAML files, or everything that is wrong with their form at once."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from knowledge.approvals import Approval
from knowledge.base import KnowledgeBase
from knowledge.conditions import AllOf, AnyOf, Condition, Is, Not
from knowledge.documents import Document
from knowledge.errors import Finding, KnowledgeError, KnowledgeErrors, Step, shape_problem
from knowledge.facts import FactDefinition, Option
from knowledge.model import LANGUAGES, Model, Text
from knowledge.reading import Source, Sources, read_table, read_yaml
from knowledge.rules import Rule, RuleSet
from knowledge.standpoints import Standpoint
from knowledge.vocabulary import DutyTopic, Glossary, SpeechAct, Term, Tool, ToolRegister

M = TypeVar("M", bound=Model)

_LINE = "line"  # a field that is counted here, not a key of the files
_BILINGUAL: Mapping[type[Model], str] = {Tool: "note", Term: "definition"}  # written as two keys: `note_nl`, `note_en`
_SEVERAL = ("purposes", "data")  # columns of the own register that hold several words


def load_knowledge(content: Path, documents: tuple[Document, ...], approvals: Path | None = None) -> KnowledgeBase:
    """The knowledge base in the folder `content`, with its documents as read by the indexer.

    `approvals` is the organisation's own register: a YAML list, or a CSV table with the same columns. Raises
    KnowledgeErrors with every mistake in the form of the files; whether they agree with each other is for `check`.
    """
    return read_knowledge(content, documents, approvals)[0]


def read_knowledge(
    content: Path, documents: tuple[Document, ...], approvals: Path | None = None
) -> tuple[KnowledgeBase, Sources]:
    """The same as `load_knowledge`, with the files it was read from, in which `check` finds exact lines."""
    files = _Files(content)
    tools = ToolRegister(tools=files.entries("tools.yaml", Tool))
    glossary = Glossary(terms=files.entries("glossary.yaml", Term))
    facts = files.entries("facts.yaml", FactDefinition)
    duties = files.entries("duties.yaml", DutyTopic)
    speech = files.entries("speech.yaml", SpeechAct)
    standpoints = tuple(files.standpoints())
    register = () if approvals is None else files.entries(str(approvals), Approval, approvals.absolute())
    if files.findings:
        raise KnowledgeErrors(files.findings)
    base = KnowledgeBase(
        documents=documents,
        tools=tools,
        glossary=glossary,
        facts=tuple(_with_tools(definition, tools) for definition in facts),
        duties=duties,
        speech=speech,
        standpoints=standpoints,
        approvals=register,
    )
    return base, Sources(files.sources, str(approvals))


class _Files:
    """The files of a content folder, read one by one, and all that was found wrong with them."""

    def __init__(self, content: Path) -> None:
        self._content = content
        self.sources: dict[str, Source] = {}
        self.findings: list[Finding] = []

    def entries(self, file: str, model: type[M], path: Path | None = None) -> tuple[M, ...]:
        """The entries of a file that is a list; none if something is wrong with it."""
        source = self._read(file, path)
        if source is None or (model is Approval and source.data is None):  # nothing recorded yet
            return ()
        for where, entry in _entries(source.data):
            if model in _BILINGUAL:
                self.findings.extend(_join_languages(source, where, entry, _BILINGUAL[model]))
            if model is Rule:
                self.findings.extend(_prepare_rule(source, where, entry))
            if _LINE in model.model_fields:
                self.findings.extend(_number(source, where, entry))
        return self._shaped(source, TypeAdapter(tuple[model, ...]), model) or ()  # type: ignore[valid-type]

    def standpoints(self) -> Iterator[Standpoint]:
        """The standpoints, folder by folder."""
        folders = sorted(path.name for path in self._content.glob("standpoints/*") if path.is_dir())
        if not folders:
            advice = "add a folder with a `standpoint.yaml` and a `rules.yaml`"
            self.findings.append(Finding(path="standpoints", line=1, problem="there is no standpoint", advice=advice))
        for folder in folders:
            rules = self.entries(f"standpoints/{folder}/rules.yaml", Rule)
            source = self._read(f"standpoints/{folder}/standpoint.yaml")
            if source is None:
                continue
            if isinstance(source.data, dict):
                if "rules" in source.data:
                    self.findings.append(source.finding(["rules"], "unknown key `rules`", "rules go in `rules.yaml`"))
                source.data["rules"] = RuleSet(standpoint=folder, rules=rules)
            standpoint = self._shaped(source, TypeAdapter(Standpoint), Standpoint)
            if standpoint is not None:
                if standpoint.id != folder:
                    problem = f"the standpoint `{standpoint.id}` is in the folder `{folder}`"
                    self.findings.append(source.finding(["id"], problem, "give both the same name"))
                yield standpoint

    def _read(self, file: str, path: Path | None = None) -> Source | None:
        path = path or self._content / file
        try:
            source = read_table(path, file, _SEVERAL) if path.suffix.lower() == ".csv" else read_yaml(path, file)
        except KnowledgeError as error:
            self.findings.extend(error.findings)
            return None
        self.sources[file] = source
        self.findings.extend(source.findings)
        return source

    def _shaped(self, source: Source, adapter: TypeAdapter[Any], model: type[Model]) -> Any:
        try:
            return adapter.validate_python(source.data)
        except ValidationError as error:
            for details in error.errors():
                problem, advice = shape_problem(model, details, _BILINGUAL)
                self.findings.append(source.finding(details["loc"], problem, advice))
            return None


def _with_tools(definition: FactDefinition, tools: ToolRegister) -> FactDefinition:
    """The definition of the fact `tool` with the register's tools as its options; any other as it is."""
    if definition.id != "tool" or definition.options:
        return definition
    options = (Option(value=tool.id, label=Text(nl=tool.name, en=tool.name)) for tool in tools.tools)
    return definition.model_copy(update={"options": tuple(options)})


def _entries(data: object, *path: Step) -> Iterator[tuple[tuple[Step, ...], dict[str, Any]]]:
    """The groups of keys in a list, each with its path; what is of another form is left to the model."""
    for index, entry in enumerate(data if isinstance(data, list) else ()):
        if isinstance(entry, dict):
            yield (*path, index), entry


def _join_languages(source: Source, path: tuple[Step, ...], entry: dict[str, Any], name: str) -> Iterator[Finding]:
    if name in entry:
        yield source.finding((*path, name), f"unknown key `{name}`", f"did you mean `{name}_nl`?")
    entry[name] = {tail: entry.pop(f"{name}_{tail}") for tail in LANGUAGES if f"{name}_{tail}" in entry}


def _number(source: Source, path: tuple[Step, ...], entry: dict[str, Any]) -> Iterator[Finding]:
    if _LINE in entry:
        yield source.finding((*path, _LINE), f"unknown key `{_LINE}`", "leave it out: lines are counted")
    entry[_LINE] = source.line_of(path)


def _prepare_rule(source: Source, path: tuple[Step, ...], rule: dict[str, Any]) -> Iterator[Finding]:
    """Put conditions for their short forms and lists for single values; what cannot be read is found and left out."""
    groups = [(path, rule), *_entries(rule.get("requirements"), *path, "requirements")]
    for where, exception in _entries(rule.get("exceptions"), *path, "exceptions"):
        groups += _entries(exception.get("requirements"), *where, "requirements")
    for where, group in groups:
        if "when" in group:
            findings: list[Finding] = []
            condition = _condition(source, (*where, "when"), group.pop("when"), findings)
            if condition is not None:
                group["when"] = condition
            yield from findings
    for where, example in _entries(rule.get("examples"), *path, "examples"):
        yield from _number(source, where, example)
        facts = example.get("facts")
        if isinstance(facts, dict):
            example["facts"] = {name: [value] if isinstance(value, str) else value for name, value in facts.items()}


def _condition(source: Source, path: tuple[Step, ...], data: object, findings: list[Finding]) -> Condition | None:
    """The condition that its short form stands for, or None with the reason among the findings."""
    if not isinstance(data, dict) or not data:
        problem = "a condition is not a group of keys" if data else "a condition is empty"
        advice = "write `{fact: value}`, or leave `when` out for what always holds"
        findings.append(source.finding(path, problem, advice))
        return None
    parts = [_part(source, (*path, key), key, value, findings) for key, value in data.items()]
    known = tuple(part for part in parts if part is not None)
    if len(known) < len(parts):
        return None
    return known[0] if len(known) == 1 else AllOf(parts=known)


def _part(source: Source, path: tuple[Step, ...], key: str, value: object, findings: list[Finding]) -> Condition | None:
    if key == "not":
        part = _condition(source, path, value, findings)
        return None if part is None else Not(part=part)
    several = value if isinstance(value, list) else []
    if key in ("all", "any") and several:
        parts = [_condition(source, (*path, index), item, findings) for index, item in enumerate(several)]
        known = tuple(part for part in parts if part is not None)
        if len(known) < len(parts):
            return None
        return AllOf(parts=known) if key == "all" else AnyOf(parts=known)
    names = [value] if isinstance(value, str) else several
    if key in ("all", "any") or not names or not all(isinstance(name, str) for name in names):
        wanted = ("conditions", "[{fact: value}, {fact: value}]") if key in ("all", "any") else ("values", "[a, b]")
        advice = f"write `{key}: {wanted[1]}`"
        findings.append(source.finding(path, f"`{key}` is not followed by {wanted[0]}", advice))
        return None
    tests = tuple(Is(fact=key, value=name) for name in names)
    return tests[0] if len(tests) == 1 else AnyOf(parts=tests)
