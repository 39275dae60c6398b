"""Finding passages for a question: the search, with what glossary and tool register say belongs to its terms."""

from collections.abc import Iterable, Sequence

from bot.answertypes import asked_types
from bot.understanding.cues import CueIndex
from bot.understanding.words import words_of
from indexer.search import Hit, Searcher
from knowledge.base import KnowledgeBase
from knowledge.model import Language
from knowledge.standpoints import Standpoint
from knowledge.vocabulary import Tool

_DEPTH = 15
# Measured on questions with known passages: the share by which a passage gains that the glossary, or the register,
# gives as the basis of a term or tool of the question.
_TERM_SHARE = 0.3
_TOOL_SHARE = 0.2
_OTHER_STANDPOINT = 0.6
_WITHOUT_TYPE = 0.7


class PassageFinder:
    """Finds passages in one knowledge base and orders them for a question."""

    def __init__(self, base: KnowledgeBase, searcher: Searcher) -> None:
        self._base = base
        self._searcher = searcher
        self._basis = {term.id: term.basis for term in base.glossary.terms}
        self._terms = CueIndex(
            (term.id, " ".join(word.text for word in words_of(label)))
            for term in base.glossary.terms
            for label in (*term.nl, *term.en)
        )

    def find(
        self, query: str, language: Language, standpoint: Standpoint, tools: Iterable[Tool] = ()
    ) -> tuple[Hit, ...]:
        """The passages for the query, best first; those of other standpoints than the one asked for count less."""
        boost = {
            document.id: 1.0 if document.standpoint in ("all", standpoint.id) else _OTHER_STANDPOINT
            for document in self._base.documents
        }
        hits = self._searcher.search(query, language, limit=_DEPTH, boost=boost)
        prior = self.prior(query)
        types = asked_types(query)
        named = {anchor for tool in tools for anchor in tool.basis}

        def gain(hit: Hit) -> float:
            passage = self._searcher.passage(hit.passage_id)
            anchors = passage.anchors
            typed = all(kind.shown_in(passage.text) for kind in types)
            term = max((prior.get(anchor, 0.0) for anchor in anchors), default=0.0)
            tool = any(anchor in named for anchor in anchors)
            return hit.score * (1 + _TERM_SHARE * term + _TOOL_SHARE * tool) * (1 if typed else _WITHOUT_TYPE)

        return tuple(sorted(hits, key=gain, reverse=True))

    def prior(self, query: str) -> dict[str, float]:
        """Per anchor how much the glossary ties it to the terms of the query: less for a term with many passages."""
        found: dict[str, float] = {}
        for match in self._terms.find([word.text for word in words_of(query)]):
            basis: Sequence[str] = self._basis[match.label]
            for anchor in basis:
                found[anchor] = found.get(anchor, 0.0) + 1 / len(basis) ** 0.5
        return found
