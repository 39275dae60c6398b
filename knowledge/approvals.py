"""The organisation's own register: what it decided about a tool, on top of the standpoint."""

from typing import Literal

from knowledge.decisions import POLARITY, CheckedException, Decision
from knowledge.facts import Facts
from knowledge.model import Model, Text
from knowledge.vocabulary import Terms


class Approval(Model):
    """What the own organisation recorded about one tool; it can make an outcome stricter, never looser.

    `purposes` and `data` limit an `approved_for`; `date` and `by` say who decided and when.
    """

    tool: str
    status: Literal["approved", "approved_for", "under_review", "forbidden"]
    terms: Terms | None = None
    purposes: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    date: str | None = None
    by: str | None = None
    note: str | None = None
    line: int = 1


REGISTER = "register"
"""What stands in the place of a rule's id when the own register determined the outcome."""

_APPROVED = Text(nl="je organisatie dit goedkeurt", en="your organisation approves this")
_FORBIDDEN = Text(nl="Je eigen organisatie staat dit niet toe.", en="Your own organisation does not allow this.")
_REVIEWED = Text(
    nl="Je eigen organisatie onderzoekt dit nog en heeft niet besloten.",
    en="Your own organisation is still reviewing this and has not decided.",
)
_OTHERWISE = Text(
    nl="Je eigen organisatie heeft dit wel goedgekeurd, maar niet hiervoor.",
    en="Your own organisation approved this, but not for this use.",
)


def restricted(decision: Decision, approval: Approval, facts: Facts) -> Decision:
    """The decision after the own register had its say: as it was, or stricter, never looser.

    `forbidden` makes a permission `not_allowed`. A positive outcome becomes `not_allowed_unless` while the tool is
    under review, and when it was approved for other purposes or data than those that were stated.
    """
    if decision.modality != "permission":
        return decision
    if approval.status == "forbidden":
        return decision.model_copy(
            update={
                "outcome": "not_allowed",
                "rules": (REGISTER, *decision.rules),
                "reason": _FORBIDDEN,
                "requirements": (),
                "exceptions": (),
                "branches": (),
            }
        )
    reason = _REVIEWED if approval.status == "under_review" else _OTHERWISE if _outside(approval, facts) else None
    if reason is None or POLARITY[decision.outcome] != "positive":
        return decision
    return decision.model_copy(
        update={
            "outcome": "not_allowed_unless",
            "rules": (REGISTER, *decision.rules),
            "reason": reason,
            "requirements": tuple(line for line in decision.requirements if line.advice),
            "exceptions": (CheckedException(id=REGISTER, label=_APPROVED, requirements=()),),
        }
    )


def _outside(approval: Approval, facts: Facts) -> bool:
    """Whether something that was stated is not among what the tool is approved for."""
    if approval.status != "approved_for":
        return False
    for name, approved in (("purpose", approval.purposes), ("data", approval.data)):
        known = facts.get(name)
        stated = known.included if known is not None and known.source != "assumed" else frozenset()
        if approved and stated - set(approved):
            return True
    return False
