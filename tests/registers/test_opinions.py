"""Ý kiến, kiến nghị: answered on the spot, in time, late, or not at all."""

from __future__ import annotations

from datetime import date

from danvan_xlsx.registers.opinions import OPINIONS
from tests.registers.rows import faults, figures, rows

TABLE = """
| raised_on  | source    | dialogue | content | way            | handler   | due        | answered_on |
| 27/05/2022 | Đối thoại | DT-01    | Mương   | Trả lời tại chỗ|           |            |             |
| 27/05/2022 | Đối thoại | DT-01    | Đường   | Trả lời sau    | Địa chính | 15/06/2022 | 15/06/2022  |
| 27/05/2022 | Đối thoại | DT-01    | Đất     | Trả lời sau    | Địa chính | 15/06/2022 | 16/06/2022  |
| 28/05/2022 | Họp thôn  |          | Chợ     | Trả lời sau    | Địa chính | 20/06/2022 |             |
| 29/05/2022 | Họp thôn  |          | Cầu     | Trả lời sau    | Địa chính | 30/06/2022 | 01/06/2022  |
"""


def numbers(measure: str, **context: object) -> list[int]:
    return [one.row.number for one in figures(measure, rows(OPINIONS, TABLE), **context)]


def test_an_opinion_is_answered_on_the_spot_or_on_its_day() -> None:
    assert numbers("opinions_raised") == [7, 8, 9, 10, 11]
    assert numbers("opinions_answered") == [7, 8, 9, 11]


def test_an_answer_is_in_time_on_the_last_day_and_late_the_day_after() -> None:
    assert numbers("opinions_answered_in_time") == [8, 11]
    assert numbers("opinions_due", as_of=date(2022, 6, 20)) == [8, 9, 11]
    assert numbers("opinions_due", as_of=date(2022, 6, 21)) == [8, 9, 10, 11]


def test_without_an_answer_an_opinion_is_overdue_once_its_day_is_past() -> None:
    assert numbers("opinions_overdue", as_of=date(2022, 6, 20)) == []
    assert numbers("opinions_overdue", as_of=date(2022, 6, 21)) == [10]


def test_an_opinion_to_be_answered_later_has_who_and_until_when() -> None:
    found = faults(
        OPINIONS,
        """
        | raised_on  | source    | dialogue | content | way            | handler   | due        |
        | 27/05/2022 | Đối thoại |          | Mương   | Trả lời tại chỗ|           |            |  DL28
        | 27/05/2022 | Họp thôn  |          | Đường   | Trả lời sau    |           |            |  DL28 twice
        """,
    )

    assert found == [("DL28", "D7"), ("DL28", "I8"), ("DL28", "J8")]
