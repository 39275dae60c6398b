"""Kleene's three-valued logic: its tables in full, and its laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.truth import Truth, all_of, any_of

T, U, F = Truth.TRUE, Truth.UNKNOWN, Truth.FALSE

truths = st.sampled_from(Truth)
several = st.lists(truths, max_size=6)


@pytest.mark.parametrize(("value", "truth"), [(True, T), (False, F), (None, U)])
def test_a_boolean_has_its_truth_and_none_is_unknown(value: bool | None, truth: Truth) -> None:
    assert Truth.of(value) is truth


@pytest.mark.parametrize(("truth", "denied"), [(T, F), (U, U), (F, T)])
def test_not(truth: Truth, denied: Truth) -> None:
    assert ~truth is denied


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (T, T, T), (T, U, U), (T, F, F),
        (U, T, U), (U, U, U), (U, F, F),
        (F, T, F), (F, U, F), (F, F, F),
    ],
)  # fmt: skip
def test_and(one: Truth, other: Truth, both: Truth) -> None:
    assert all_of([one, other]) is both


@pytest.mark.parametrize(
    ("one", "other", "either"),
    [
        (T, T, T), (T, U, T), (T, F, T),
        (U, T, T), (U, U, U), (U, F, U),
        (F, T, T), (F, U, U), (F, F, F),
    ],
)  # fmt: skip
def test_or(one: Truth, other: Truth, either: Truth) -> None:
    assert any_of([one, other]) is either


def test_of_nothing_all_hold_and_none_does() -> None:
    assert all_of([]) is T
    assert any_of([]) is F


@pytest.mark.parametrize("truth", Truth)
def test_a_truth_is_no_boolean(truth: Truth) -> None:
    with pytest.raises(TypeError, match=r"compare it with Truth\.TRUE"):
        bool(truth)


@given(several)
def test_de_morgan(parts: list[Truth]) -> None:
    assert ~all_of(parts) is any_of([~part for part in parts])
    assert ~any_of(parts) is all_of([~part for part in parts])


@given(several.flatmap(lambda parts: st.tuples(st.just(parts), st.permutations(parts))))
def test_order_does_not_matter(both: tuple[list[Truth], list[Truth]]) -> None:
    parts, shuffled = both
    assert all_of(parts) is all_of(shuffled)
    assert any_of(parts) is any_of(shuffled)


@given(several, st.integers(0, 5), st.sampled_from([T, F]))
def test_what_is_settled_stays_so_when_an_unknown_part_becomes_known(
    parts: list[Truth], at: int, learnt: Truth
) -> None:
    more = [learnt if index == at and part is U else part for index, part in enumerate(parts)]
    for combine in (all_of, any_of):
        if combine(parts) is not U:
            assert combine(more) is combine(parts)
