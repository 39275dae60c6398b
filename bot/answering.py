"""Answering: a question, the knowledge and the index in; the whole answer out. Pure."""

from collections.abc import Mapping

from bot.answer import Answer, Gap, IndexView, StandpointView, Status
from bot.answerability import Answerability
from bot.cases import with_given
from bot.citing import Citations
from bot.conversation import Case, begin, go_on
from bot.deciding import DecidedCase, decided
from bot.finding import PassageFinder
from bot.messages import say
from bot.plaintext import plain_text
from bot.questions import LONGEST, Question
from bot.understanding.language import Known
from bot.understanding.understanding import Reader
from indexer.search import Searcher
from knowledge.base import KnowledgeBase
from knowledge.facts import Facts
from knowledge.model import Language
from knowledge.standpoints import Standpoint, in_force_on

_RELATED = 2
_FOUND = 3
_NEAR = 3
_CLEARLY = 0.5


class Answerer:
    """Answers questions from one knowledge base at one publication."""

    def __init__(self, base: KnowledgeBase, searcher: Searcher, index: IndexView, known: Known) -> None:
        self.base = base
        self.searcher = searcher
        self.index = index
        self.reader = Reader(base, known)
        self.finder = PassageFinder(base, searcher)
        self.answerability = Answerability(searcher, self.finder)

    def answer(self, question: Question) -> Answer:
        """The answer to the question in its thread.

        Raises KeyError for a standpoint, fact or value that does not exist.
        """
        case = self.case_of(question)
        standpoint = self.standpoint_for(question, case)
        language = question.language or case.language
        if case.kind == "decision":
            return self._decision(question, case, standpoint, language)
        if case.kind == "information":
            return self._information(question, case, standpoint, language)
        return self._rescued(question, case, standpoint, language) or self._about(question, case, standpoint, language)

    def choices(self, question: Question) -> str:
        """A sentence that lists what a question may name: standpoints, facts and their values."""
        for name in question.given:
            definition = self.base.definitions.get(name)
            if definition is not None and definition.options:
                unknown = [value for value in question.given[name] if value.lstrip("!") not in definition.values]
                if unknown:
                    return f"`{name}` can be {', '.join(f'`{value}`' for value in definition.values)}"
            elif definition is None:
                return f"the facts are {', '.join(f'`{known}`' for known in self.base.definitions)}"
        return f"the standpoints are {', '.join(f'`{standpoint.id}`' for standpoint in self.base.standpoints)}"

    def standpoint_for(self, question: Question, case: Case) -> Standpoint:
        """The version asked for by option, by the words of the question, or in force on the day of asking."""
        if question.standpoint is not None:
            return self.base.standpoint(question.standpoint)
        if question.as_of is None and case.standpoint is not None:
            return self.base.standpoint(case.standpoint)
        past = case.day if case.day is not None and case.day < question.today else None
        day = question.as_of or past or question.today
        found = in_force_on(self.base.standpoints, day)
        return found or min(self.base.standpoints, key=lambda standpoint: standpoint.in_force_from)

    def case_of(self, question: Question) -> Case:
        """The case of the question in its thread, with the facts that were given along the way.

        Raises KeyError for a fact or value that is not declared.
        """
        case: Case | None = None
        given = (*question.thread_given, *({} for _ in question.thread))
        for text, facts in zip(question.thread, given, strict=False):
            after = self._after(case, text, facts)
            # A word with the bot in between does not end the thread.
            case = after if case is None or after.kind in ("decision", "information") else case
        return self._after(case, question.text, question.given)

    def _after(self, case: Case | None, text: str, given: Mapping[str, tuple[str, ...]]) -> Case:
        """The case after one more question with the facts given with it."""
        understood = self.reader.read(text[:LONGEST], case.language if case is not None else "nl")
        case = begin(understood) if case is None else go_on(case, understood, self.reader.tools)
        return with_given(self.base, case, given)

    def _decision(self, question: Question, case: Case, standpoint: Standpoint, language: Language) -> Answer:
        result = decided(self.base, case, standpoint, language)
        hits = self.finder.find(case.searched, language, standpoint, case.tools)
        result.citations.find(hits, self.searcher, case.searched, language, _RELATED)
        status: Status = "answered"
        gap: Gap | None = None
        if result.view.outcome == "depends":
            status = "needs_facts"
        elif result.view.outcome == "not_settled":
            status, gap = "unanswered", Gap(kind="not_settled")
        if case.unknown_tool is not None and not case.tools:
            gap = Gap(kind="unknown_tool", tool=case.unknown_tool)
        return self._finished(question, case, standpoint, language, status, gap, result)

    def _information(self, question: Question, case: Case, standpoint: Standpoint, language: Language) -> Answer:
        hits = self.finder.find(case.searched, language, standpoint, case.tools)
        citations = Citations(self.base)
        sure = case.on_topic or (bool(hits) and self.answerability.margin(case.searched, hits, language) > _CLEARLY)
        if sure and self.answerability.answers(case.searched, hits, language):
            citations.find(hits, self.searcher, case.searched, language, _FOUND)
            return self._finished(question, case, standpoint, language, "answered", None, None, citations)
        citations.find(hits, self.searcher, case.searched, language, _NEAR)
        return self._finished(
            question, case, standpoint, language, "unanswered", Gap(kind="no_passage"), None, None, citations
        )

    def _rescued(self, question: Question, case: Case, standpoint: Standpoint, language: Language) -> Answer | None:
        """The answer to a question without any familiar word, if the documents clearly answer it all the same."""
        if case.kind != "out_of_scope" or not case.readable or case.off_topic:
            return None
        hits = self.finder.find(case.searched, language, standpoint)
        if not hits or self.answerability.margin(case.searched, hits, language) < _CLEARLY:
            return None
        return self._information(question, case.model_copy(update={"kind": "information"}), standpoint, language)

    def _about(self, question: Question, case: Case, standpoint: Standpoint, language: Language) -> Answer:
        status: Status = "answered" if case.kind == "meta" else "unanswered"
        gap = None if case.readable else Gap(kind="not_understood")
        return self._finished(question, case, standpoint, language, status, gap)

    def _finished(
        self,
        question: Question,
        case: Case,
        standpoint: Standpoint,
        language: Language,
        status: Status,
        gap: Gap | None,
        result: DecidedCase | None = None,
        citations: Citations | None = None,
        near: Citations | None = None,
    ) -> Answer:
        facts = result.facts if result is not None else Facts(values=case.facts)
        answer = Answer(
            question=question.text.encode("utf-8", errors="replace").decode("utf-8"),
            language=language,
            kind=case.kind,
            status=status,
            headline=_headline(case, result, gap, status, language),
            understood=result.understood if result is not None else "",
            decision=result.view if result is not None else None,
            facts=_stated(facts),
            citations=result.citations.all if result is not None else citations.all if citations is not None else (),
            near_misses=near.all if near is not None else (),
            gap=gap,
            standpoint=StandpointView(
                id=standpoint.id, title=standpoint.title.get(language), in_force_from=standpoint.in_force_from
            ),
            index=self.index,
        )
        return answer.model_copy(update={"text": plain_text(answer, standpoint, case.greeting)})


def _headline(case: Case, result: DecidedCase | None, gap: Gap | None, status: Status, language: Language) -> str:
    if result is not None:
        return result.view.headline
    if case.kind == "meta":
        return say("hello" if case.greeting else "meta", language)
    if case.kind == "information":
        return say("found" if status == "answered" else "no_passage", language)
    return say("not_understood" if gap is not None else "out_of_scope", language)


def _stated(facts: Facts) -> dict[str, str | list[str]]:
    """The facts as JSON: what is included, a single value as a string where the fact has one."""
    stated: dict[str, str | list[str]] = {}
    for name, value in facts.values.items():
        if value.included:
            values = sorted(value.included)
            stated[name] = values if name in ("data", "purpose") else values[0]
    return stated
