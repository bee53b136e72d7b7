"""Lịch tiếp công dân: sessions due, held by the chairman himself, delegated, postponed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from danvan_xlsx.registers.schedule import SCHEDULE
from danvan_xlsx.words.rules import say
from tests.registers.judged import check, judge, minh_son
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


# -- rules -------------------------------------------------------------------------------


def test_every_session_is_announced_held_and_postponed_as_the_law_has_it() -> None:
    check(
        SCHEDULE,
        """
        | week | day        | receiver     | held_on    | posted_on  | notice_on  | reason | explanation | expect          |
        | 1    | 06/01/2022 | Chủ tịch     |            | 24/12/2021 |            |        |             | ~TCD12          |
        | 2    | 13/01/2022 | Chủ tịch     |            | 06/01/2022 |            |        |             | ~TCD02          |
        | 3    | 20/01/2022 | Chủ tịch     |            | 14/01/2022 |            |        |             | TCD02@posted_on |
        | 4    | 27/01/2022 | Chủ tịch     |            | 27/01/2022 |            |        | Báo gấp     | TCD02@posted_on |
        | 5    | 03/02/2022 | Nghỉ lễ, Tết |            | 02/02/2022 |            |        |             | ~TCD02 ~TCD19   |
        | 6    | 10/02/2022 | Chủ tịch     | 11/02/2022 | 20/01/2022 |            |        |             | TCD14@notice_on |
        | 7    | 17/02/2022 | Chủ tịch     | 16/02/2022 | 20/01/2022 |            |        |             | ~TCD14          |
        | 8    | 24/02/2022 | Hoãn         |            | 20/01/2022 |            | Họp    |             | TCD14@notice_on |
        | 9    | 03/03/2022 | Hoãn         |            | 20/01/2022 | 03/03/2022 | Họp    |             | ~TCD15          |
        | 10   | 10/03/2022 | Hoãn         |            | 20/01/2022 | 11/03/2022 | Họp    |             | TCD15@notice_on |
        | 11   | 17/03/2022 | Hoãn         | 18/03/2022 | 20/01/2022 | 16/03/2022 | Họp    |             | TCD16@held_on   |
        | 12   | 24/03/2022 | Chủ tịch     | 25/03/2022 | 20/01/2022 | 23/03/2022 |        |             | ~TCD16          |
        | 13   | 31/03/2022 |              |            | 20/01/2022 |            |        |             | TCD12@receiver  |
        | 14   | 07/04/2022 | Nghỉ lễ, Tết |            | 20/01/2022 |            |        |             | TCD19@receiver  |
        | 15   | 14/04/2022 | Chủ tịch     | 16/04/2022 | 20/01/2022 | 13/04/2022 |        |             | TCD18@held_on   |
        | 16   | 23/04/2022 | Chủ tịch     |            | 20/01/2022 |            |        |             | TCD18@day       |
        | 17   | 30/04/2022 | Hoãn         |            | 20/01/2022 | 20/04/2022 | Lễ     |             | ~TCD18          |
        | 18   | 01/05/2022 | Chủ tịch     |            | 20/01/2022 |            |        | Đã tiếp     | ~TCD18          |
        | 18   | 05/05/2022 |              |            |            |            |        |             | ~TCD12          |
        | 19   | 12/05/2022 | Chủ tịch     |            |            |            |        |             | TCD17@receiver  |
        | 20   | 19/05/2022 | Hoãn         |            |            |            | Họp    |             | ~TCD17 ~TCD14   |
        """,  # noqa: E501
        heading=("TCD01@receiver",),
        as_of="05/05/2022",
    )


def test_what_could_not_be_read_is_not_judged() -> None:
    check(
        SCHEDULE,
        """
        | week | day        | receiver | posted_on  | notice_on | held_on    | reason | expect |
        | 1    | 06/01/2022 | Bí thư   | 24/12/2021 |           |            |        | ~TCD12 |
        | 2    | 31/02/2022 |          |            |           |            |        | ~TCD12 |
        | 3    | 20/01/2022 | Hoãn     | 24/12/2021 | 19/1/22   |            | Bận    | ~TCD14 |
        | 4    | 27/01/2022 | Chủ tịch | 24/12/21   |           | 29/01/22   |        | ~TCD13 |
        | 70   | 06/01/1922 |          |            |           |            |        | ~TCD12 |
        """,
        heading=("TCD01@receiver",),
        as_of="28/01/2022",
    )


def told(text: str, as_of: str, year: int = 2022) -> list[str]:
    """The notes once a period, as a clerk reads them up to the source."""
    found = judge({SCHEDULE: text}, as_of=as_of, plan=replace(minh_son(), year=year))
    return [f"{one.code} {say(one).message}" for one in found if one.place.row == 6]


WEEKS = """
    | week | day        | receiver     | posted_on  | notice_on  | reason |
    | 1    | 06/01/2022 | Chủ tịch     | 24/12/2021 |            |        |
    | 2    | 13/01/2022 | Ủy quyền     | 24/12/2021 |            |        |
    | 3    | 20/01/2022 | Hoãn         | 24/12/2021 | 18/01/2022 | Họp    |
    | 4    | 27/01/2022 | Hoãn         | 24/12/2021 |            | Họp    |
    | 5    | 03/02/2022 | Nghỉ lễ, Tết |            |            |        |
    | 6    | 10/02/2022 |              |            |            |        |
"""


def test_the_chairman_s_sessions_are_summed_once_a_period() -> None:
    first, second = told(WEEKS, "10/02/2022")

    assert first == (
        "TCD01 Từ 01/01/2022 đến 10/02/2022: phải tiếp 4 kỳ (1 kỳ mỗi tuần, Luật Tiếp công dân 42/2013/QH13, Điều 15 "
        "khoản 2 điểm d); Chủ tịch tiếp 1, ủy quyền 1, hoãn có thông báo 1, còn lại 1; chưa trực tiếp tiếp: 13/01, "
        "20/01, 27/01."
    )
    assert second.startswith("TCD06 Từ 01/01/2022 đến 10/02/2022: 1 kỳ Chủ tịch ủy quyền tiếp (13/01)")


def test_a_session_of_today_is_not_owed_until_it_is_written_down() -> None:
    assert "phải tiếp 5 kỳ" in told(WEEKS, "11/02/2022")[0]
    assert "phải tiếp 4 kỳ" in told(WEEKS, "10/02/2022")[0]


def test_a_week_without_a_line_owes_its_session_unless_its_day_is_off() -> None:
    held = "| week | day | receiver | posted_on |\n| 1 | 06/01/2022 | Chủ tịch | 24/12/2021 |"

    assert told(held, "12/01/2022") == []  # ~TCD01 ~TCD06 ~TCD13
    assert "phải tiếp 2 kỳ" in told(held, "14/01/2022")[0]
    # 03/02 is Tết.
    assert "phải tiếp 4 kỳ" in told(held, "04/02/2022")[0]
    assert told(held + "\n| | 31/02/2022 | Chủ tịch | |", "14/01/2022") == []


def test_sessions_without_a_day_of_announcement_are_one_note() -> None:
    lines = "\n".join(f"| 1 | {day:02}/06/2022 | Chủ tịch | |" for day in (1, 2, 3, 6, 7, 8, 9, 10, 13, 14, 15))
    text = f"| week | day | receiver | explanation |\n{lines}\n| 2 | 16/06/2022 | Chủ tịch | Mất điện |"
    found = [one for one in told(text, "20/06/2022") if one.startswith("TCD13")]

    assert len(found) == 1
    assert "11 kỳ chưa thấy ngày công bố lịch (01/06, 02/06, 03/06, 06/06" in found[0]
    assert "14/06, …)" in found[0]


def test_from_july_2026_days_a_month_are_owed_and_a_blank_line_may_be_surplus() -> None:
    worked = [day for day in _thursdays(date(2026, 1, 8), 25) if minh_son().calendar.is_working(day)]
    weekly = "\n".join(f"| {day:%d/%m/%Y} | Chủ tịch | 15/12/2025 |" for day in worked)
    monthly = """
        | 02/07/2026 | Chủ tịch | 15/06/2026 |
        | 09/07/2026 |          | 15/06/2026 |
        | 16/07/2026 | Chủ tịch | 15/06/2026 |
        | 06/08/2026 | Chủ tịch | 15/06/2026 |
        | 13/08/2026 | Ủy quyền | 15/06/2026 |
        | 03/09/2026 |          | 15/06/2026 |
    """
    text = f"| day | receiver | posted_on |\n| 02/01/2026 | Chủ tịch | 15/12/2025 |\n{weekly}\n{monthly}"

    assert [one[:5] for one in told(text, "30/08/2026", 2026)] == ["TCD06"]
    first, second = told(text, "10/09/2026", 2026)
    assert first == (
        "TCD01 Từ 01/07/2026 đến 31/08/2026: phải tiếp 4 kỳ (2 kỳ mỗi tháng, Luật 136/2025/QH15, Điều 1 khoản 7 (sửa "
        "Điều 15 Luật 42/2013)); Chủ tịch tiếp 3, ủy quyền 1, hoãn có thông báo 0, còn lại 0; chưa trực tiếp tiếp: "
        "08/2026."
    )
    assert second.startswith("TCD06")
    rows_told = [
        one.code
        for one in judge({SCHEDULE: text}, as_of="10/09/2026", plan=replace(minh_son(), year=2026))
        if one.place.row != 6
    ]
    assert rows_told == []


def _thursdays(first: date, count: int) -> list[date]:
    return [date.fromordinal(first.toordinal() + 7 * number) for number in range(count)]
