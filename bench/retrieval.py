"""How well passages are found beside rank-bm25, bm25s and tantivy, on sets of real questions."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import bm25s
import Stemmer
import tantivy
from rank_bm25 import BM25Okapi

from indexer.analysis import Analyzer, terms
from indexer.bm25 import Parameters, top
from indexer.evaluation import Qrels, Quality, evaluate, mean, paired_bootstrap
from indexer.index import WEIGHTS, Index, IndexText
from indexer.search import Searcher
from indexer.stopwords import ENGLISH, SNOWBALL_DUTCH, Language
from knowledge.documents import Passage

FOLDER = Path("../shared/eval/retrieval")
SETS: tuple[tuple[str, Language], ...] = (
    ("vac", "nl"), ("corona", "nl"), ("lohelp", "nl"), ("corona", "en"), ("lohelp", "en")
)  # fmt: skip
_DEPTH = 20

Rank = Callable[[str], list[str]]


class Questions(NamedTuple):
    """A retrieval set in one language: texts by id, questions by id, and which texts answer which question."""

    texts: Mapping[str, str]
    questions: Mapping[str, str]
    qrels: Qrels


def run(folder: Path = FOLDER, sets: Sequence[tuple[str, Language]] = SETS) -> dict[str, Any]:
    """nDCG@10, recall@5, recall@20 and MRR of every system on every set, and how much better this project's are.

    `difference` holds the mean difference in nDCG@10 with a 95 % paired-bootstrap interval, `vac+corona/nl` both sets
    taken together. Titles are not indexed: in these sets they are the questions.
    """
    measured: dict[str, dict[str, list[Quality]]] = {}
    for name, language in sets:
        questions = read(folder / name, language)
        for system, build in SYSTEMS.items():
            rank = build(questions.texts, language)
            found = {question: rank(text) for question, text in questions.questions.items()}
            qualities = list(evaluate(found, questions.qrels).values())
            measured.setdefault(f"{name}/{language}", {})[system] = qualities
    if "vac/nl" in measured and "corona/nl" in measured:
        together = zip(SYSTEMS, measured["vac/nl"].values(), measured["corona/nl"].values(), strict=True)
        measured["vac+corona/nl"] = {system: vac + corona for system, vac, corona in together}
    return {name: _reported(systems) for name, systems in measured.items()}


def ablation(folder: Path = FOLDER) -> dict[str, Any]:
    """nDCG@10 of this project's search in Dutch with one thing changed at a time, per set."""
    changes: dict[str, tuple[dict[str, float], Parameters]] = {
        "as shipped": ({}, Parameters()),
        "without parts of compounds": ({"part": 0.0}, Parameters()),
        "without runs of letters": ({"gram": 0.0}, Parameters()),
        "words only": ({"part": 0.0, "gram": 0.0}, Parameters()),
        "BM25+ as published": ({}, Parameters(scoring="plus")),
    }
    table: dict[str, dict[str, float]] = {}
    for name, language in (found for found in SETS if found[1] == "nl"):
        questions = read(folder / name, language)
        for change, (weights, parameters) in changes.items():
            index = Index.build(map(IndexText, questions.texts.values()), parameters)
            index.weights = {field: weights.get(field, WEIGHTS[field]) for field in WEIGHTS}
            rank = _ranked(_searcher(questions.texts, index), language)
            found = {question: rank(text) for question, text in questions.questions.items()}
            quality = mean(list(evaluate(found, questions.qrels).values()))
            table.setdefault(change, {})[name] = quality.ndcg_10
    return table


def read(folder: Path, language: Language) -> Questions:
    """The retrieval set in `folder` with its questions in `language`; only those with an answer."""
    texts = {entry["id"]: entry["text"] for entry in _lines(folder / "corpus.jsonl")}
    questions = {entry["id"]: entry["text"] for entry in _lines(folder / f"queries_{language}.jsonl")}
    qrels: dict[str, set[str]] = {}
    for line in (folder / "qrels.tsv").read_text().splitlines():
        question, document, _ = line.split("\t")
        if question in questions:
            qrels.setdefault(question, set()).add(document)
    return Questions(texts, {name: text for name, text in questions.items() if name in qrels}, qrels)


def _lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _reported(systems: Mapping[str, Sequence[Quality]]) -> dict[str, Any]:
    ours = systems["magdat"]
    report: dict[str, Any] = {"questions": len(ours), "systems": {}}
    for name, qualities in systems.items():
        report["systems"][name] = {measure: round(value, 4) for measure, value in mean(qualities)._asdict().items()}
        if name != "magdat":
            pair = [quality.ndcg_10 for quality in ours], [quality.ndcg_10 for quality in qualities]
            interval = {bound: round(value, 4) for bound, value in paired_bootstrap(*pair)._asdict().items()}
            report["systems"][name]["difference"] = interval
    return report


def _magdat(texts: Mapping[str, str], language: Language) -> Rank:
    return _ranked(_searcher(texts, Index.build(map(IndexText, texts.values()))), language)


def _searcher(texts: Mapping[str, str], index: Index) -> Searcher:
    passages = [Passage(id=name, document="", anchors=(), heading_path=(), text=text) for name, text in texts.items()]
    return Searcher(index, passages)


def _ranked(searcher: Searcher, language: Language) -> Rank:
    return lambda question: [hit.passage_id for hit in searcher.search(question, language, _DEPTH)]


def _rank_bm25(texts: Mapping[str, str], language: Language) -> Rank:
    """What a developer builds in an afternoon: words by a regular expression, Snowball's stop words and stems."""
    stem = Stemmer.Stemmer("dutch_porter").stemWords
    ignored = SNOWBALL_DUTCH if language == "nl" else SNOWBALL_DUTCH | ENGLISH

    def analyse(text: str) -> list[str]:
        return list(stem([word for word in re.findall(r"\w+", text.lower()) if word not in ignored]))

    return _okapi(texts, analyse)


def _rank_bm25_our_words(texts: Mapping[str, str], language: Language) -> Rank:
    """rank-bm25 over this project's words, for what the other fields add."""
    analyzer = Analyzer("nl")
    ignored = frozenset(terms(analyzer.tokens(" ".join(ENGLISH)), "word")) if language == "en" else frozenset()
    return _okapi(texts, lambda text: [term for term in terms(analyzer.tokens(text), "word") if term not in ignored])


def _okapi(texts: Mapping[str, str], analyse: Callable[[str], list[str]]) -> Rank:
    names = list(texts)
    model = BM25Okapi([analyse(text) for text in texts.values()])
    return lambda question: [names[place] for place in top(model.get_scores(analyse(question)), _DEPTH)]


def _bm25s(texts: Mapping[str, str], language: Language) -> Rank:
    names, stemmer = list(texts), Stemmer.Stemmer("dutch")
    ignored = sorted(SNOWBALL_DUTCH if language == "nl" else SNOWBALL_DUTCH | ENGLISH)

    def analyse(text: Sequence[str]) -> Any:
        return bm25s.tokenize(list(text), stopwords=ignored, stemmer=stemmer, return_ids=False, show_progress=False)

    model = bm25s.BM25(k1=1.5, b=0.75)
    model.index(analyse(list(texts.values())), show_progress=False)

    def rank(question: str) -> list[str]:
        words = [word for word in analyse([question])[0] if word in model.vocab_dict]  # bm25s fails on no words at all
        return [names[place] for place in top(model.get_scores(words), _DEPTH)] if words else []

    return rank


def _tantivy(texts: Mapping[str, str], language: Language) -> Rank:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("text", tokenizer_name="dutch")
    steps = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
    stops = tantivy.Filter.custom_stopword(sorted(SNOWBALL_DUTCH if language == "nl" else SNOWBALL_DUTCH | ENGLISH))
    analyzer = steps.filter(stops).filter(tantivy.Filter.stemmer("dutch")).build()
    schema = builder.build()
    index = tantivy.Index(schema)
    index.register_tokenizer("dutch", analyzer)
    writer = index.writer(num_threads=1)
    for name, text in texts.items():
        writer.add_document(tantivy.Document(id=name, text=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def rank(question: str) -> list[str]:
        words = analyzer.analyze(question)
        terms = [(tantivy.Occur.Should, tantivy.Query.term_query(schema, "text", word)) for word in words]
        hits = searcher.search(tantivy.Query.boolean_query(terms), _DEPTH).hits
        return [str(searcher.doc(address)["id"][0]) for _, address in hits]

    return rank


SYSTEMS: Mapping[str, Callable[[Mapping[str, str], Language], Rank]] = {
    "magdat": _magdat,
    "rank-bm25": _rank_bm25,
    "rank-bm25, our words": _rank_bm25_our_words,
    "bm25s": _bm25s,
    "tantivy": _tantivy,
}
