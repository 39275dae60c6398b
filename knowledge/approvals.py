"""The organisation's own register: what it decided about a tool, on top of the standpoint."""

from typing import Literal

from knowledge.model import Model
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
