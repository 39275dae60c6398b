"""`make bench`: every figure of the project, as JSON on standard output and as tables on standard error."""

import json
import platform
import sys
from importlib.metadata import version
from os import cpu_count
from pathlib import Path
from typing import Any

from bench import answerability, answers, bm25, retrieval
from bot.bootstrap import build_index, open_answerer, today
from bot.evaluation import evaluate, figures
from bot.settings import Settings

_LIBRARIES = ("rank-bm25", "bm25s", "tantivy", "numpy", "scipy", "pydantic", "simplemma", "rapidfuzz")


def main() -> None:
    """Runs all measurements; a set of questions that is not there is left out."""
    sets = Path("../shared/eval/retrieval")
    results: dict[str, Any] = {
        "machine": {
            "processor": platform.processor() or platform.machine(),
            "cores": cpu_count(),
            "python": platform.python_version(),
            "libraries": {name: version(name) for name in _LIBRARIES},
        },
        "answers": answers.run(),
        "quality": _quality(),
        "answerability": answerability.run(),
        "bm25": bm25.run(),
        "retrieval": retrieval.run(sets) if sets.exists() else f"{sets} is not there",
    }
    print(json.dumps(results, indent=2))
    for name, figure in _flat(results):
        print(f"{name:<72} {figure}", file=sys.stderr)


def _quality() -> dict[str, Any]:
    """The figures of the own question sets together."""
    settings = Settings(data=Path("build/bench"))
    build_index(settings)
    return figures(evaluate(answers.read_questions(), open_answerer(settings), today()))


def _flat(value: Any, path: str = "") -> list[tuple[str, Any]]:
    """Every figure on a line of its own, by its path."""
    if isinstance(value, dict):
        return [line for key, item in value.items() for line in _flat(item, f"{path}.{key}" if path else str(key))]
    return [(path, value)]


if __name__ == "__main__":
    main()
