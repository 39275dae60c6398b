"""How fast a BM25 query is beside rank-bm25, bm25s and tantivy, on the same corpus in the same run."""

from collections.abc import Callable, Iterable, Sequence
from time import perf_counter
from typing import Any

import bm25s
import numpy as np
import tantivy
from rank_bm25 import BM25Okapi

from indexer.bm25 import BM25, top

SIZES = (1_000, 10_000, 100_000)
_WORDS = 50_000
_LENGTHS = (20, 100)
_QUERY = 5
_BEST = 10

Query = Sequence[str]
Answer = Callable[[Query], object]


def run(sizes: Sequence[int] = SIZES, queries: int = 200) -> dict[str, Any]:
    """Milliseconds a query (5 words, drawn from the passages) over a synthetic Zipf corpus of each size.

    `scores` is the score of every passage, `top10` the ten best; `times` says how much slower the others are at the
    median. `difference` is the largest difference between a score and rank-bm25's.
    """
    return {"unit": "ms", "words_a_query": _QUERY, "sizes": {str(size): _measure(size, queries) for size in sizes}}


def _measure(size: int, count: int) -> dict[str, Any]:
    corpus = _corpus(size)
    rng = np.random.default_rng(2)
    queries = [[corpus[passage][place] for passage, place in _picks(rng, size)] for _ in range(count)]
    built: dict[str, float] = {}
    ours = _built(built, "magdat", lambda: BM25.build(corpus))
    rank = _built(built, "rank_bm25", lambda: BM25Okapi(corpus))
    fast = _built(built, "bm25s", lambda: _bm25s(corpus))
    engine = _built(built, "tantivy", lambda: _tantivy(corpus))
    slow = queries[: max(20, min(count, 1_000_000 // size))]
    scores = _times({"magdat": ours.scores, "rank_bm25": rank.get_scores, "bm25s": fast.get_scores}, queries, slow)
    best = _times(
        {
            "magdat": lambda query: top(ours.scores(query), _BEST),
            "rank_bm25": lambda query: np.argsort(rank.get_scores(query))[::-1][:_BEST],
            "bm25s": lambda query: fast.retrieve([query], k=_BEST, show_progress=False),
            "tantivy": engine,
        },
        queries,
        slow,
    )
    differences = [float(np.abs(ours.scores(query) - rank.get_scores(query)).max()) for query in slow]
    return {
        "scores": scores,
        "top10": best,
        "times": {
            "scores": {name: scores[name]["p50"] / scores["magdat"]["p50"] for name in scores if name != "magdat"},
            "top10": {name: best[name]["p50"] / best["magdat"]["p50"] for name in best if name != "magdat"},
        },
        "difference": max(differences),
        "equal": all(np.array_equal(ours.scores(query), rank.get_scores(query)) for query in slow),
        "build_seconds": built,
    }


def _corpus(size: int) -> list[list[str]]:
    """Passages of 20 to 100 words whose frequencies follow Zipf's law; the same every time."""
    rng = np.random.default_rng(1)
    chances = 1 / np.arange(1, _WORDS + 1)
    lengths = rng.integers(*_LENGTHS, size=size)
    words = rng.choice(_WORDS, size=int(lengths.sum()), p=chances / chances.sum())
    return [[f"w{word}" for word in passage] for passage in np.split(words, np.cumsum(lengths)[:-1])]


def _picks(rng: np.random.Generator, size: int) -> Iterable[tuple[int, int]]:
    return zip(rng.integers(size, size=_QUERY), rng.integers(_LENGTHS[0], size=_QUERY), strict=True)


def _bm25s(corpus: list[list[str]]) -> Any:
    index = bm25s.BM25(k1=1.5, b=0.75)
    index.index(corpus, show_progress=False)
    return index


def _tantivy(corpus: list[list[str]]) -> Answer:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="whitespace")
    schema = builder.build()
    index = tantivy.Index(schema)
    writer = index.writer(num_threads=1)
    for words in corpus:
        writer.add_document(tantivy.Document(text=" ".join(words)))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(query: Query) -> object:
        terms = [(tantivy.Occur.Should, tantivy.Query.term_query(schema, "text", word)) for word in query]
        return searcher.search(tantivy.Query.boolean_query(terms), _BEST).hits

    return search


def _built(times: dict[str, float], name: str, build: Callable[[], Any]) -> Any:
    start = perf_counter()
    index = build()
    times[name] = round(perf_counter() - start, 3)
    return index


def _times(systems: dict[str, Answer], queries: Sequence[Query], slow: Sequence[Query]) -> dict[str, dict[str, float]]:
    """Every query to every system in turn, so that a busy moment of the machine hits all; rank-bm25 gets fewer."""
    took: dict[str, list[float]] = {name: [] for name in systems}
    for answer in systems.values():
        answer(queries[0])
    for number, query in enumerate(queries):
        for name, answer in systems.items():
            if name != "rank_bm25" or number < len(slow):
                start = perf_counter()
                answer(query)
                took[name].append((perf_counter() - start) * 1000)
    return {
        name: {"p50": float(np.median(times)), "p99": float(np.quantile(times, 0.99))} for name, times in took.items()
    }
