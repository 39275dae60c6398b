"""README.md and the code name the same commands, options, settings, targets and outcomes."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click
import pytest

from bot.__main__ import main
from bot.settings import Settings
from knowledge.rules import Outcome

ROOT = Path(__file__).resolve().parent.parent
OUTCOMES: tuple[str, ...] = get_args(Outcome)


@pytest.fixture(scope="module")
def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def code_of(readme: str) -> list[str]:
    """The lines of code blocks and the code within sentences."""
    blocks = re.findall(r"^```[^\n]*\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    rest = re.sub(r"^```[^\n]*\n.*?^```", "", readme, flags=re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()] + re.findall(r"`([^`\n]+)`", rest)


def commands(command: click.Command = main, path: tuple[str, ...] = ("magdat",)) -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, with its full name."""
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from commands(below, (*path, name))
    else:
        yield " ".join(path), command


COMMANDS = dict(commands())
SETTINGS = {str(field.alias or f"MAGDAT_{name}".upper()) for name, field in Settings.model_fields.items()}
TARGETS = {*re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)}
PUBLIC_TARGETS = {*re.findall(r"^# make (\w+)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)}


def test_every_command_in_the_readme_exists(readme: str) -> None:
    used = [words for code in code_of(readme) for words in re.findall(r"\bmagdat((?: [a-z][a-z-]*)+)", code)]
    groups = {" ".join(name.split()[:2]) for name in COMMANDS}
    for words in used:
        first, *more = words.split()
        assert f"magdat {first}" in groups, words
        if f"magdat {first}" not in COMMANDS and more:
            assert f"magdat {first} {more[0]}" in COMMANDS, words


def test_every_option_of_a_command_in_the_readme_exists(readme: str) -> None:
    for code in code_of(readme):
        named = next((name for name in COMMANDS if re.search(rf"\b{name}\b", code)), None)
        if named is not None:
            known = {option for parameter in COMMANDS[named].params for option in parameter.opts} | {"--help"}
            unquoted = re.sub(r"\"[^\"]*\"|'[^']*'", "", code.split(named, 1)[1].split("|")[0])
            assert {*re.findall(r"(?<=\s)--[a-z-]+", unquoted)} <= known, code


def test_every_setting_in_the_readme_exists(readme: str) -> None:
    assert {*re.findall(r"MAGDAT_[A-Z_]+", readme)} <= SETTINGS


def test_every_make_target_in_the_readme_exists(readme: str) -> None:
    assert {target for code in code_of(readme) for target in re.findall(r"\bmake ([a-z]+)", code)} <= TARGETS


def test_every_outcome_in_the_readme_exists(readme: str) -> None:
    outcome = re.compile(r"(?:not_)?(?:allowed|required|settled)(?:_[a-z]+)?")
    assert {code for code in code_of(readme) if outcome.fullmatch(code)} <= {*OUTCOMES}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(readme: str, command: str) -> None:
    assert re.search(rf"{command}(?![\w-])", readme)


@pytest.mark.parametrize("setting", sorted(SETTINGS))
def test_every_setting_is_in_the_readme(readme: str, setting: str) -> None:
    assert setting in readme


@pytest.mark.parametrize("target", sorted(PUBLIC_TARGETS))
def test_every_make_target_for_users_is_in_the_readme(readme: str, target: str) -> None:
    assert f"make {target}" in readme


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_is_in_the_readme(readme: str, outcome: str) -> None:
    assert f"`{outcome}`" in readme
