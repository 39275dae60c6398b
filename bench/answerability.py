"""Fits the answerability model on the own question sets again, and reports its operating point on each of them."""

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from bench.answers import QUESTIONS
from bot.answerability import Evidence
from bot.answering import Answerer
from bot.answertypes import asked_types
from bot.bootstrap import build_index, open_answerer, today
from bot.evaluation import Item
from bot.settings import Settings

_RIDGE = 0.2
_ANSWERED_WEIGHT = 1.5
_THRESHOLD = 0.6


def run() -> dict[str, Any]:
    """The fitted weights by name, and per set, fitted on the others: AUC, and shares refused at the threshold."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder))
        build_index(settings)
        answerer = open_answerer(settings)
        sets = {file.stem: _evidence(answerer, file) for file in sorted(QUESTIONS.glob("*.jsonl"))}
    report: dict[str, Any] = {}
    for name, (values, answered) in sets.items():
        others = [sets[other] for other in sets if other != name]
        margin = values @ _fit(np.concatenate([v for v, _ in others]), np.concatenate([a for _, a in others]))
        report[name] = {
            "auc": round(_auc(margin, answered), 3),
            "unanswerable_refused": round(float(np.mean(margin[~answered] < _THRESHOLD)), 3),
            "answerable_refused": round(float(np.mean(margin[answered] < _THRESHOLD)), 3),
        }
    weights = _fit(np.concatenate([v for v, _ in sets.values()]), np.concatenate([a for _, a in sets.values()]))
    return {"weights": dict(zip(Evidence._fields, weights.round(2).tolist(), strict=True)), "left_out": report}


def _evidence(answerer: Answerer, file: Path) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """The evidence and the truth of every question for information that no answer type already refuses."""
    rows, answered = [], []
    for item in map(Item.model_validate_json, file.read_text("utf-8").splitlines()):
        if item.expect.kind != "information":
            continue
        question = item.asked_on(today())
        case = answerer.case_of(question)
        standpoint = answerer.standpoint_for(question, case)
        hits = answerer.finder.find(case.searched, case.language, standpoint, case.tools)
        texts = [answerer.searcher.passage(hit.passage_id).text for hit in hits[:3]]
        if hits and all(any(kind.shown_in(text) for text in texts) for kind in asked_types(case.searched)):
            rows.append(answerer.answerability.evidence(case.searched, hits, case.language))
            answered.append(item.expect.status == "answered")
    return np.array(rows), np.array(answered)


def _fit(values: NDArray[np.float64], answered: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Ridge logistic regression; a wrong refusal weighs a little more than a wrong answer."""
    weight = np.where(answered, _ANSWERED_WEIGHT, 1.0)

    def loss(weights: NDArray[np.float64]) -> float:
        margin = values @ weights
        fit = weight * (np.logaddexp(0, margin) - answered * margin)
        return float(np.sum(fit) + _RIDGE * np.sum(weights[1:] ** 2))

    fitted: NDArray[np.float64] = minimize(loss, np.zeros(values.shape[1])).x
    return fitted


def _auc(margin: NDArray[np.float64], answered: NDArray[np.bool_]) -> float:
    above = margin[answered][:, None] - margin[~answered][None, :]
    return float(np.mean((above > 0) + 0.5 * (above == 0)))
