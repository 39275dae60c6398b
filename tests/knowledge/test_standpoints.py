"""Which version of the policy is in force on a day."""

from datetime import date

import pytest

from knowledge.base import KnowledgeBase
from knowledge.rules import RuleSet
from knowledge.standpoints import Standpoint, StandpointStatus, in_force_on
from tests.knowledge.conftest import words


def standpoint(name: str, first: date, last: date | None = None, status: StandpointStatus = "in_force") -> Standpoint:
    return Standpoint(
        id=name,
        title=words(name),
        short_title=words(name),
        status=status,
        in_force_from=first,
        in_force_until=last,
        rules=RuleSet(standpoint=name, rules=()),
    )


OLD = standpoint("old", date(2023, 12, 11), date(2025, 4, 21), "superseded")
NEW = standpoint("new", date(2025, 4, 22))


@pytest.mark.parametrize(
    ("day", "old", "new"),
    [
        (date(2023, 12, 10), False, False),
        (date(2023, 12, 11), True, False),
        (date(2025, 4, 21), True, False),
        (date(2025, 4, 22), False, True),
        (date(2099, 1, 1), False, True),
    ],
)
def test_a_version_holds_from_its_first_day_through_its_last(day: date, old: bool, new: bool) -> None:
    assert (OLD.in_force_on(day), NEW.in_force_on(day)) == (old, new)


@pytest.mark.parametrize(
    ("status", "holds"),
    [("draft", False), ("withdrawn", False), ("published", True), ("in_force", True), ("superseded", True)],
)
def test_a_draft_or_withdrawn_version_never_holds(status: StandpointStatus, holds: bool) -> None:
    assert standpoint("one", date(2025, 1, 1), status=status).in_force_on(date(2026, 1, 1)) is holds


def test_before_the_first_version_none_is_in_force() -> None:
    assert in_force_on([OLD, NEW], date(2023, 12, 10)) is None
    assert in_force_on([], date(2025, 4, 22)) is None


def test_the_version_of_the_day_is_found_in_any_order() -> None:
    for versions in ([OLD, NEW], [NEW, OLD]):
        assert in_force_on(versions, date(2025, 4, 21)) == OLD
        assert in_force_on(versions, date(2025, 4, 22)) == NEW


def test_of_versions_that_overlap_the_youngest_holds() -> None:
    endless = standpoint("endless", date(2020, 1, 1))
    assert in_force_on([NEW, endless], date(2026, 1, 1)) == NEW


def test_a_draft_does_not_push_out_what_is_in_force() -> None:
    draft = standpoint("draft", date(2026, 1, 1), status="draft")
    assert in_force_on([NEW, draft], date(2026, 6, 1)) == NEW


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2023, 12, 10), None),
        (date(2023, 12, 11), "2023-voorlopig"),
        (date(2025, 4, 21), "2023-voorlopig"),
        (date(2025, 4, 22), "2025-overheidsbreed"),
    ],
)
def test_the_standpoint_of_2025_follows_that_of_2023_without_a_gap(
    base: KnowledgeBase, day: date, name: str | None
) -> None:
    found = in_force_on(base.standpoints, day)
    assert (found.id if found else None) == name
