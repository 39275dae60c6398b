"""Standpoints: versions of the policy, with the days on which they are in force."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from knowledge.model import Model, Text
from knowledge.rules import RuleSet

StandpointStatus = Literal["draft", "published", "in_force", "superseded", "withdrawn"]


class Standpoint(Model):
    """A version of the policy: its name, its days (`in_force_until` is the last day, or open), and its rules."""

    id: str
    title: Text
    short_title: Text
    status: StandpointStatus
    in_force_from: date
    in_force_until: date | None = None
    cues: tuple[str, ...] = ()
    rules: RuleSet

    def in_force_on(self, day: date) -> bool:
        """Whether this version holds on `day`; a draft or withdrawn version never does."""
        if self.status in ("draft", "withdrawn"):
            return False
        return self.in_force_from <= day and (self.in_force_until is None or day <= self.in_force_until)


def in_force_on(standpoints: Sequence[Standpoint], day: date) -> Standpoint | None:
    """The version in force on `day`, the youngest if several are, or None before the first."""
    candidates = [standpoint for standpoint in standpoints if standpoint.in_force_on(day)]
    return max(candidates, key=lambda standpoint: standpoint.in_force_from, default=None)
