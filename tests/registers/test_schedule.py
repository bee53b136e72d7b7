"""Lịch tiếp công dân: sessions due, held by the chairman himself, delegated, postponed."""

from __future__ import annotations

from datetime import date

from danvan_xlsx.registers.schedule import SCHEDULE
from tests.registers.rows import faults, figures, rows

TABLE = """
| week | day        | receiver      | held_on    | posted_on  | reason   |
| 1    | 06/01/2022 | Chủ tịch      |            | 28/12/2021 |          |
| 2    | 13/01/2022 | PCT           |            | 13/01/2022 | Đi họp   |
| 3    | 20/01/2022 | Hoãn          |            | 05/01/2022 | Bão      |
| 5    | 03/02/2022 | Nghỉ lễ, Tết  |            | 20/01/2022 |          |
| 6    | 10/02/2022 |               |            | 20/01/2022 |          |
| 7    | 17/02/2022 | Chủ tịch      | 18/02/2022 |            |          |
| 8    | 24/02/2022 |               |            | 20/01/2022 |          |
"""
AS_OF = date(2022, 2, 20)


def numbers(measure: str, **context: object) -> list[int]:
    return [one.row.number for one in figures(measure, rows(SCHEDULE, TABLE), **context)]


def test_a_session_whose_day_has_come_is_due_unless_it_is_a_holiday() -> None:
    assert numbers("chair_sessions_due", as_of=AS_OF) == [7, 8, 9, 11, 12]
    assert numbers("chair_sessions_due", as_of=date(2022, 2, 24)) == [7, 8, 9, 11, 12, 13]


def test_only_the_chairman_himself_counts_as_held() -> None:
    assert numbers("chair_sessions_held") == [7, 12]
    assert numbers("sessions_delegated") == [8]
    assert numbers("sessions_postponed") == [9]


def test_a_session_is_announced_when_its_schedule_was_posted_before_the_day() -> None:
    assert numbers("sessions_announced", as_of=AS_OF) == [7, 9, 11]


def test_a_session_to_come_is_blank_and_a_postponed_one_has_its_reason() -> None:
    found = faults(
        SCHEDULE,
        """
        | week | day        | receiver   | reason |
        | 9    | 03/03/2022 |            |        |
        | 10   | 10/03/2022 | Hoãn       |        |  DL28
        | 11   | 17/03/2022 | Bí thư     |        |  DL09
        """,
    )

    assert found == [("DL28", "H8"), ("DL09", "D9")]
