"""What the commands share: settings, errors as one clear sentence, and reading facts and days from options."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, NoReturn, TypeVar

import click
from pydantic import ValidationError

from bot.bootstrap import ContentWrong, NotPublished, open_desk
from bot.desk import PolicyDesk, QuestionError
from bot.questionlog.errors import QuestionLogError
from bot.settings import Settings
from indexer.errors import IndexerError
from knowledge.errors import Finding, KnowledgeError

WRONG = 1
"""The exit code for content or input that is wrong; 2 is wrong usage, 0 is done."""

Item = TypeVar("Item")


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; a usage error for anything else."""
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"`{value}` is not a day; write it as 2024-03-01", param, ctx)


def read_settings() -> Settings:
    """The settings; a clear sentence and exit code 1 when one of them is wrong."""
    try:
        return Settings()
    except (ValidationError, OSError, ValueError) as error:
        problem = error.errors()[0] if isinstance(error, ValidationError) else {"loc": ("file",), "msg": str(error)}
        fail(f"setting `{'.'.join(map(str, problem['loc']))}`: {problem['msg']}; see `magdat doctor --help`")


def fail(message: str) -> NoReturn:
    """Prints the sentence on standard error and ends with exit code 1."""
    click.echo(message, err=True)
    sys.exit(WRONG)


def show_findings(findings: Iterable[Finding]) -> NoReturn:
    """Prints every finding on a line of standard error and ends with exit code 1."""
    fail("\n".join(str(finding) for finding in findings))


@contextmanager
def clear_errors() -> Iterator[None]:
    """Turns the errors of content, index and log into one sentence each and exit code 1."""
    try:
        yield
    except ContentWrong as error:
        show_findings(error.findings)
    except (IndexerError, KnowledgeError, NotPublished, QuestionError, QuestionLogError, OSError) as error:
        fail(str(error))


def desk() -> PolicyDesk:
    """The desk on the active publication; exit code 1 when there is none."""
    return open_desk(read_settings())


def facts_of(pairs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Facts from `name=value` options; several values with commas or by repeating the option."""
    facts: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign or not value:
            raise click.UsageError(f"`{pair}` is no fact; write --fact name=value, such as --fact terms=contract")
        facts[name] = (*facts.get(name, ()), *value.split(","))
    return facts


def with_progress(items: Iterable[Item], label: str, length: int) -> Iterator[Item]:
    """The items, with a progress bar when standard error is a terminal, silently in a pipe."""
    if not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, length=length, label=label, file=sys.stderr) as bar:
        yield from bar


Command = Callable[..., None]
