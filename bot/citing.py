"""Citations: pinned passages and search hits as numbered quotes with their source."""

from collections.abc import Iterable

from bot.answer import Citation
from bot.messages import say
from indexer.search import Hit, Searcher
from knowledge.approvals import REGISTER, Approval
from knowledge.base import KnowledgeBase
from knowledge.documents import Passage
from knowledge.model import Language
from knowledge.rules import Basis
from knowledge.vocabulary import Tool


class Citations:
    """The growing list of citations of one answer; each passage has one number, in order of first use."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base
        self._by_passage: dict[str, Citation] = {}

    def pin(self, basis: Iterable[Basis]) -> tuple[int, ...]:
        """The numbers of the pinned passages, cited now if they were not yet.

        Raises KeyError for an anchor that is in no document, and ValueError for a quote that is no longer in its
        passage: an answer never shows words that the source does not have.
        """
        numbers = []
        for item in basis:
            passage = self._base.by_anchor[item.anchor]
            if " ".join(item.quote.split()) not in passage.text:
                raise ValueError(f"the quote of `{item.anchor}` is not in its passage")
            numbers.append(self._number(passage, "basis", item.quote, None, item.anchor))
        return tuple(dict.fromkeys(numbers))

    def register(self, approval: Approval | None, tool: Tool, language: Language) -> None:
        """Cites the entry of the organisation's own register about the tool; nothing without an entry."""
        if approval is None:
            return
        status = say(approval.status, language)
        ruling = f"{tool.called(language)}: {status}"
        entry = ", ".join(filter(None, [ruling, approval.date, approval.by, approval.note]))
        self._by_passage[REGISTER] = Citation(
            n=len(self._by_passage) + 1,
            role="basis",
            document=REGISTER,
            title=say("register", language),
            text="official",
            section="",
            page=None,
            anchors=(),
            quote=entry,
            reference="",
            date=None,
            url=None,
            standpoint="all",
            status="in_force",
            score=None,
        )

    def find(
        self, hits: Iterable[Hit], searcher: Searcher, query: str, language: Language, limit: int
    ) -> tuple[int, ...]:
        """The numbers of at most `limit` hits that are not cited yet, as related passages."""
        numbers: list[int] = []
        for hit in hits:
            if len(numbers) == limit:
                break
            if hit.passage_id not in self._by_passage:
                passage = searcher.passage(hit.passage_id)
                quote = searcher.highlight(query, hit, language).text
                numbers.append(self._number(passage, "related", quote, hit.score, None))
        return tuple(numbers)

    @property
    def all(self) -> tuple[Citation, ...]:
        """All citations, by number."""
        return tuple(self._by_passage.values())

    def _number(self, passage: Passage, role: str, quote: str, score: float | None, first: str | None) -> int:
        if passage.id not in self._by_passage:
            document = self._base.by_document[passage.document]
            anchors = sorted(passage.anchors, key=lambda anchor: anchor != first)
            self._by_passage[passage.id] = Citation.model_validate(
                {
                    "n": len(self._by_passage) + 1,
                    "role": role,
                    "document": document.id,
                    "title": document.short_title,
                    "text": document.text,
                    "section": passage.section,
                    "page": passage.page,
                    "anchors": tuple(anchors),
                    "quote": quote,
                    "reference": document.reference,
                    "date": document.date,
                    "url": document.url,
                    "standpoint": document.standpoint,
                    "status": document.status,
                    "score": None if score is None else round(score, 3),
                }
            )
        return self._by_passage[passage.id].n
