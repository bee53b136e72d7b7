"""Did you mean: one slip of the hand is forgiven with a suggestion, two are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_xlsx.words.nearest import Nearest

CODES = Nearest(["D-01", "D-07", "D-08", "D-19", "II.2.9", "Văn hóa – Xã hội", "Định kỳ", "T1", "T2"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("D-09", "D-08"),  # the nearest of those that end otherwise
        ("D-8", "D-08"),  # one missing
        ("D-081", "D-08"),  # one too many
        ("D0-8", "D-08"),  # two exchanged
        ("d-o8", "D-08"),
        ("D-45", None),  # two slips
        ("D-80", "D-08"),  # two neighbours exchanged
        ("II.29", "II.2.9"),
        ("dinh ky", "Định kỳ"),
        ("Đinh kỹ", "Định kỳ"),
        ("Văn hoá - Xã hôi", "Văn hóa – Xã hội"),
        ("Định kỳ theo lịch", None),
        ("", None),
        ("T3", None),  # too short to tell
    ],
)
def test_one_slip_is_recognised(typed: str, meant: str | None) -> None:
    assert CODES(typed) == meant


def test_letters_exchanged_come_before_a_letter_wrong() -> None:
    assert Nearest(["D-08", "D-90"])("D-09") == "D-90"


@given(st.text("abcđ", min_size=3, max_size=8), st.data())
def test_whatever_letter_is_dropped_doubled_or_exchanged_the_word_is_found(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    slips = (word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], _exchanged(word, at))

    assert [Nearest([word])(slip) for slip in slips] == [word] * 3


def _exchanged(word: str, at: int) -> str:
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
