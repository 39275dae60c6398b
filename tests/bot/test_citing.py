import re

import pytest

from bot.answering import Answerer
from bot.citing import Citations
from bot.questions import Question
from knowledge.base import KnowledgeBase
from knowledge.rules import Basis
from tests.bot.conftest import TODAY


def basis_of(base: KnowledgeBase, anchor: str) -> Basis:
    found = (
        basis
        for standpoint in base.standpoints
        for rule in standpoint.rules.rules
        for basis in rule.basis
        if basis.anchor == anchor
    )
    return next(found)


def test_a_pinned_passage_is_cited_with_its_source(base: KnowledgeBase) -> None:
    citations = Citations(base)
    assert citations.pin([basis_of(base, "F-2025-28")]) == (1,)
    (citation,) = citations.all
    assert (citation.n, citation.role, citation.document, citation.anchors[0]) == (
        1,
        "basis",
        "standpunt-2025",
        "F-2025-28",
    )
    assert citation.quote.startswith("Voor ambtenaren is generatieve AI onder consumentenvoorwaarden")
    assert (citation.standpoint, citation.score) == ("2025-overheidsbreed", None)


def test_a_passage_has_one_number_however_often_it_is_cited(base: KnowledgeBase) -> None:
    citations = Citations(base)
    one, other = basis_of(base, "F-2025-28"), basis_of(base, "F-2025-30")
    assert citations.pin([one, other, one]) == (1, 2)
    assert citations.pin([other]) == (2,)
    assert [citation.n for citation in citations.all] == [1, 2]


def test_a_quote_that_its_passage_no_longer_has_is_refused(base: KnowledgeBase) -> None:
    moved = basis_of(base, "F-2025-28").model_copy(update={"quote": "Alles mag."})
    with pytest.raises(ValueError, match="F-2025-28"):
        Citations(base).pin([moved])


def test_an_anchor_that_no_document_has_is_refused(base: KnowledgeBase) -> None:
    lost = basis_of(base, "F-2025-28").model_copy(update={"anchor": "F-NERGENS-01"})
    with pytest.raises(KeyError):
        Citations(base).pin([lost])


def test_found_passages_are_related_and_never_cited_twice(answerer: Answerer) -> None:
    base, searcher = answerer.base, answerer.searcher
    standpoint = base.standpoint("2025-overheidsbreed")
    hits = answerer.finder.find("wat zijn consumentenvoorwaarden", "nl", standpoint)
    citations = Citations(base)
    citations.pin([basis_of(base, "F-2025-28")])
    found = citations.find(hits, searcher, "wat zijn consumentenvoorwaarden", "nl", 2)
    assert found == (2, 3)
    assert [citation.role for citation in citations.all] == ["basis", "related", "related"]
    assert all(citation.score is not None and citation.score > 0 for citation in citations.all[1:])


@pytest.mark.parametrize(
    "text",
    [
        "Mag ik Claude gebruiken met persoonsgegevens?",
        "Mag ik vlam-chat gebruiken om sollicitanten te beoordelen?",
        "Moet ik een DPIA doen voor Copilot Chat?",
        "Wat zijn consumentenvoorwaarden?",
        "May I use Copilot Chat?",
        "What does the standpoint say about hallucinations?",
    ],
)
def test_every_quote_is_in_its_passage(answerer: Answerer, text: str) -> None:
    citations = answerer.answer(Question(text=text, today=TODAY)).citations
    assert citations
    for citation in citations:
        passage = answerer.base.by_anchor[citation.anchors[0]]
        assert " ".join(citation.quote.split()) in " ".join(passage.text.split())
        assert citation.document == passage.document


@pytest.mark.parametrize(
    "text",
    [
        "Mag ik Claude gebruiken?",
        "Mag ik DeepSeek gebruiken bij een gemeente?",
        "Mag ik vlam-chat gebruiken?",
        "May I use Copilot Chat for personal data?",
        "Mag ik Copilot gebruiken?",
        "Moet ik mijn prompts bewaren?",
        "Wat is vlam-chat?",
    ],
)
def test_every_number_in_the_text_is_a_citation(answerer: Answerer, text: str) -> None:
    answered = answerer.answer(Question(text=text, today=TODAY))
    numbers = {int(number) for number in re.findall(r"\[(\d+)\]", answered.text)}
    assert numbers == {citation.n for citation in answered.citations}
    assert [citation.n for citation in answered.citations] == [*range(1, len(answered.citations) + 1)]
    if answered.decision is not None:
        decision = answered.decision
        cited = [line.citations for line in (*decision.conditions, *decision.advice)]
        cited += [exception.citations for exception in decision.exceptions]
        assert {number for each in cited for number in each} <= numbers
