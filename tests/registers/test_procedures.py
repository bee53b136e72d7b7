"""The list of procedures: what is in force, posted, offered online, and updated in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from danvan_xlsx.registers.procedures import PROCEDURES
from danvan_xlsx.words.working_days import DayChange
from tests.registers.declared import MINH_SON, example_faults
from tests.registers.rows import faults, figures, rows, total

LISTED = """
    | code  | name      | field    | level     | decision   | updated_on | posted_at      | posted_from | ended_on   |
    | 1.001 | Khai sinh | Hộ tịch  | Mức độ 3  | 1872/QĐ-UB | 02/06/2022 | Một cửa        | 02/06/2022  |            |
    | 1.002 | Kết hôn   | Hộ tịch  | 4         | 1872/QĐ-UB | 02/06/2022 | Bộ phận TN&TKQ | 02/06/2022  |            |
    | 1.003 | Khai tử   | Hộ tịch  | Toàn trình| 1872/QĐ-UB | 02/06/2022 |                |             |            |
    | 1.004 | Trợ cấp   | Bảo trợ  | Mức độ 2  | 1872/QĐ-UB | 02/06/2022 | Trụ sở         | 02/06/2022  |            |
    | 1.005 | Hòa giải  | Đất đai  | Một phần  | 1872/QĐ-UB | 02/06/2022 | Trụ sở         | 02/06/2022  |            |
    | 1.006 | Cũ        | Đất đai  | Mức độ 4  | 1872/QĐ-UB | 02/06/2022 | Trụ sở         | 02/06/2022  | 01/07/2022 |
    | 1.007 | Sắp hết   | Đất đai  | Mức độ 4  | 1872/QĐ-UB | 02/06/2022 | Trụ sở         | 02/06/2022  | 15/11/2022 |
"""
AS_OF = date(2022, 11, 14)


def test_the_examples_are_what_the_sheet_takes() -> None:
    assert example_faults(PROCEDURES) == []


def test_a_procedure_that_has_ended_is_no_longer_counted() -> None:
    found = rows(PROCEDURES, LISTED)

    assert total("procedures_listed", found, as_of=AS_OF) == 6
    assert total("procedures_listed", found, as_of=date(2022, 6, 30)) == 7
    assert total("procedures_listed", found, as_of=date(2022, 11, 15)) == 5


def test_a_procedure_is_posted_when_the_day_is_given() -> None:
    posted = figures("procedures_posted", rows(PROCEDURES, LISTED), as_of=AS_OF)

    assert [(figure.row["code"], figure.column) for figure in posted] == [
        ("1.001", "posted_from"),
        ("1.002", "posted_from"),
        ("1.004", "posted_from"),
        ("1.005", "posted_from"),
        ("1.007", "posted_from"),
    ]


def test_levels_3_and_4_and_wholly_online_count_and_partly_online_does_not() -> None:
    found = rows(PROCEDURES, LISTED)

    online = figures("services_at_level_3_4", found, as_of=AS_OF)
    assert [figure.row["code"] for figure in online] == ["1.001", "1.002", "1.003", "1.007"]
    assert total("services_listed", found, as_of=AS_OF) == 6


UPDATED = """
    | code  | name | field   | level    | decision   | received_on | updated_on |
    | 1.001 | A    | Hộ tịch | Mức độ 3 | 1872/QĐ-UB | 30/05/2022  | 06/06/2022 |  Monday to Monday: 5 working days
    | 1.002 | B    | Hộ tịch | Mức độ 3 | 1872/QĐ-UB | 30/05/2022  | 07/06/2022 |  6
    | 1.003 | C    | Hộ tịch | Mức độ 3 | 1872/QĐ-UB |             | 06/06/2022 |  nobody knows
    | 1.004 | D    | Hộ tịch | Mức độ 3 | 1872/QĐ-UB | 30/05/2022  | 30/05/2022 |  the same day
"""


def test_five_working_days_are_in_time_and_six_are_not() -> None:
    found = rows(PROCEDURES, UPDATED)

    in_time = figures("procedures_updated_in_five_days", found, plan=MINH_SON)
    assert [figure.row["code"] for figure in in_time] == ["1.001", "1.004"]
    assert total("procedures_updated", found) == 4


def test_a_day_off_of_the_plan_is_no_working_day() -> None:
    plan = replace(MINH_SON, days=(DayChange(date(2022, 6, 1), works=False),))

    in_time = figures("procedures_updated_in_five_days", rows(PROCEDURES, UPDATED), plan=plan)
    assert [figure.row["code"] for figure in in_time] == ["1.001", "1.002", "1.004"]


def test_where_it_is_posted_asks_for_the_day() -> None:
    table = """
        | code  | name | field   | level    | decision   | updated_on | posted_at |
        | 1.001 | A    | Hộ tịch | Mức độ 3 | 1872/QĐ-UB | 06/06/2022 | Một cửa   |
    """
    assert faults(PROCEDURES, table) == [("DL28", "K7")]
