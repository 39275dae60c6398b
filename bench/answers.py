"""How fast answers are: in process, from a cold start, in bulk; and what publishing and memory take."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Any

from bot.bootstrap import build_index, open_answerer, today
from bot.evaluation import Item
from bot.settings import Settings

QUESTIONS = Path(__file__).parent / "questions"
_STARTS = 5

_COLD = """
import resource, sys, time
started = time.perf_counter()
from pathlib import Path
from bot.bootstrap import open_desk, today
from bot.questions import Question
from bot.settings import Settings
desk = open_desk(Settings(data=Path(sys.argv[1])))
desk.ask(Question(text="Mag ik ChatGPT gebruiken voor een brief?", today=today()), "bench", "bench")
elapsed = time.perf_counter() - started
for line in open(sys.argv[2], encoding="utf-8"):
    desk.ask(Question(text=line, today=today()), "bench", "bench")
print(elapsed, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def read_questions() -> list[Item]:
    """All questions of the own sets."""
    files = sorted(QUESTIONS.glob("*.jsonl"))
    return [Item.model_validate_json(line) for file in files for line in file.read_text("utf-8").splitlines()]


def run() -> dict[str, Any]:
    """Milliseconds an answer (p50, p99), seconds to publish and to the first answer, peak MB, answers a second."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder))
        started = perf_counter()
        build_index(settings)
        publishing = perf_counter() - started
        items = read_questions()
        texts = Path(folder) / "texts"
        texts.write_text("\n".join(" ".join(item.question.split()) for item in items), encoding="utf-8")
        cold = [_cold_start(settings.data, texts) for _ in range(_STARTS)]
        return {
            "questions": len(items),
            "publish_s": round(publishing, 3),
            "start_to_first_answer_s": round(min(start for start, _ in cold), 3),
            "peak_mb": round(max(peak for _, peak in cold), 1),
            "answer_ms": _latency(settings, items),
            "jsonl_per_s": round(_throughput(settings.data, items), 1),
        }


def _cold_start(data: Path, texts: Path) -> tuple[float, float]:
    """Seconds from the first import to the first answer, and the peak memory in MB after all questions."""
    command = [sys.executable, "-c", _COLD, str(data), str(texts)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    elapsed, peak = done.stdout.split()
    return float(elapsed), float(peak)


def _latency(settings: Settings, items: Sequence[Item]) -> dict[str, float]:
    """Milliseconds an answer in process: asked for the first time, and asked again."""
    answerer = open_answerer(settings)
    answerer.answer(items[0].asked_on(today()))
    result: dict[str, float] = {}
    for name in ("first", "again"):
        times = []
        for item in items:
            started = perf_counter()
            answerer.answer(item.asked_on(today()))
            times.append((perf_counter() - started) * 1000)
        cuts = quantiles(times, n=100)
        result |= {f"p50_{name}": round(cuts[49], 2), f"p99_{name}": round(cuts[98], 2)}
    return result


def _throughput(data: Path, items: Sequence[Item]) -> float:
    """Answers a second of `magdat ask --jsonl`, start-up and log included."""
    lines = "\n".join(json.dumps({"id": item.id, "question": item.question}) for item in items)
    started = perf_counter()
    subprocess.run(
        [sys.executable, "-m", "bot", "ask", "--jsonl"],
        input=lines,
        check=True,
        capture_output=True,
        text=True,
        env={"MAGDAT_DATA": str(data), "PATH": "", "LANG": "C.UTF-8"},
    )
    return len(items) / (perf_counter() - started)
