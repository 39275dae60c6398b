"""How an answer came about: what was read, which rules held, and which words found which passages."""

from bot.answer import Answer
from bot.answering import Answerer
from bot.questions import Question


def explanation(answerer: Answerer, question: Question, answer: Answer) -> str:
    """The trace of an answer as lines of text: the same input gives the same lines."""
    case = answerer.case_of(question)
    standpoint = answerer.standpoint_for(question, case)
    lines = [f"kind: {answer.kind} · status: {answer.status} · language: {answer.language}"]
    lines.append(f"standpoint: {answer.standpoint.id} · index: {answer.index.version}")
    for name, value in case.facts.items():
        said = ", ".join(sorted(value.included)) or "-"
        denied = f" · not: {', '.join(sorted(value.excluded))}" if value.excluded else ""
        lines.append(f"fact {name}: {said}{denied} · {value.source}: “{value.words}”")
    for tool in case.tools:
        lines.append(f"tool: {tool.id} · registered terms: {tool.terms or 'not told by the name'}")
    if answer.decision is not None:
        decision = answer.decision
        lines.append(f"decision: {decision.outcome} · rules: {', '.join(decision.rules) or '-'}")
        lines += [f"condition ({line.state}): {line.text} · {line.rule}" for line in decision.conditions]
        lines += [f"conflict: {one} / {other}" for one, other in decision.conflicts]
    lines.append(f"searched: {case.searched}")
    for hit in answerer.finder.find(case.searched, answer.language, standpoint, case.tools)[:5]:
        passage = answerer.searcher.passage(hit.passage_id)
        words = ", ".join(f"{share.term} {share.score:.2f}" for share in hit.contributions[:6])
        lines.append(f"passage {'/'.join(passage.anchors) or passage.id} ({hit.score:.2f}): {words}")
    if answer.kind == "information":
        hits = answerer.finder.find(case.searched, answer.language, standpoint, case.tools)
        margin = answerer.answerability.margin(case.searched, hits, answer.language) if hits else float("-inf")
        lines.append(f"answerability: {margin:+.2f} (answered above 0)")
    return "\n".join(lines)
