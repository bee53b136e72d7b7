"""Of two versions of a register each row is the same, changed, gone or new, and counted once."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_xlsx.workspace.comparing import Line, _differ

CELLS = st.frozensets(st.tuples(st.sampled_from("abcdef"), st.sampled_from("xyz")), min_size=1, max_size=6)
LINES = st.lists(CELLS, max_size=12).map(lambda found: [Line(number, one) for number, one in enumerate(found, 7)])


@settings(max_examples=200, deadline=None)
@given(LINES, LINES)
def test_every_row_is_accounted_for_once(old: list[Line], new: list[Line]) -> None:
    gone, added, changed = _differ(old, new)
    equal = len(old) - gone - changed

    assert min(gone, added, changed, equal) >= 0
    assert len(new) == equal + changed + added


@settings(max_examples=200, deadline=None)
@given(LINES, st.randoms(use_true_random=False))
def test_rows_that_only_moved_are_neither_gone_nor_new(old: list[Line], chance: Any) -> None:
    moved = [Line(number, one.cells) for number, one in enumerate(chance.sample(old, len(old)), 20)]

    assert _differ(old, moved) == (0, 0, 0)


@settings(max_examples=100, deadline=None)
@given(LINES, LINES)
def test_no_more_rows_are_gone_than_there_were_and_at_least_the_difference(old: list[Line], new: list[Line]) -> None:
    gone, added, _ = _differ(old, new)

    assert max(0, len(old) - len(new)) <= gone <= len(old)
    assert max(0, len(new) - len(old)) <= added <= len(new)
