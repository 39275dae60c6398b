"""The arrows between the packages, and the size of their modules."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("knowledge", "indexer", "bot", "bench")
MODULES = sorted(path.relative_to(ROOT) for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
LONGEST = 400  # lines

OURS = {"knowledge"}
ALLOWED = {"pydantic", "pydantic_core"}
ALLOWED_TO_READ_YAML = {"knowledge/loading.py", "knowledge/reading.py"}


def test_every_import_follows_the_arrows() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([lint, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_no_module_outgrows_a_reader(module: Path) -> None:
    lines = len((ROOT / module).read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST, f"{module} has {lines} lines: which second noun does it hold?"


@pytest.mark.parametrize("module", [path for path in MODULES if path.parts[0] == "knowledge"], ids=str)
def test_knowledge_takes_nothing_from_outside_but_pydantic(module: Path) -> None:
    allowed = ALLOWED | ({"yaml"} if module.as_posix() in ALLOWED_TO_READ_YAML else set())
    outside = set(imported(ROOT / module)) - sys.stdlib_module_names - OURS
    assert outside <= allowed


def imported(module: Path) -> Iterator[str]:
    """Yield the top-level packages that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]
