"""The list of procedures: what is in force, posted, offered online, and updated in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from danvan_xlsx.registers.procedures import PROCEDURES
from danvan_xlsx.words.finding import Severity
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.working_days import DayChange
from tests.registers.declared import MINH_SON, example_faults
from tests.registers.judged import check
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
        ("1.001", "code"),
        ("1.002", "code"),
        ("1.004", "code"),
        ("1.005", "code"),
        ("1.007", "code"),
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


def test_where_it_is_posted_asks_for_the_day_and_the_day_for_where() -> None:
    table = """
        | code  | name | field   | level    | decision   | updated_on | posted_at | posted_from |
        | 1.001 | A    | Hộ tịch | Mức độ 3 | 1872/QĐ-UB | 06/06/2022 | Một cửa   |             |
        | 1.002 | A    | Hộ tịch | Mức độ 3 | 1872/QĐ-UB | 06/06/2022 |           | 06/06/2022  |
    """
    assert faults(PROCEDURES, table) == [("DL28", "K7"), ("DL28", "J8")]


def test_a_new_decision_is_taken_over_and_posted_in_the_days_of_the_law_or_of_the_plan() -> None:
    found = check(
        PROCEDURES,
        """
        | code | received_on | updated_on | posted_from | explanation | expect           |
        | 01   | 18/08/2022  | 30/08/2022 | 23/08/2022  |             | HC05@updated_on  |  the plan's own 5 working days
        | 02   | 18/08/2022  | 25/08/2022 | 25/08/2022  |             | ~HC05 ~HC27      |
        | 03   | 18/08/2022  | 26/08/2022 | 31/08/2022  |             | HC05@updated_on  |  told once
        | 04   | 18/08/2022  | 25/08/2022 | 26/08/2022  |             | HC27@posted_from |
        | 05   | 30/08/2022  | 08/09/2022 | 08/09/2022  |             | ~HC05            |  1 and 2 September are off
        | 06   | 07/11/2022  |            | 08/11/2022  |             | ~HC05            |  due on this very 14/11
        | 07   | 04/11/2022  |            | 05/11/2022  |             | HC05@updated_on  |  nothing done since 11/11
        | 08   | 07/04/2022  | 30/06/2022 | 30/06/2022  |             | ~HC05 ~HC27      |  no figure before the plan
        | 09   |             | 30/08/2022 | 30/08/2022  |             | ~HC05            |
        | 10   | 18/08/2022  | 30/08/2022 | 23/08/2022  | Mất mạng    | HC05@updated_on  |
        | 11   | 18/08/2022  | 25/08/2022 | 31/08/2021  |             | ~HC27            |  the old posting stands
        """,  # noqa: E501
    )

    assert [one.severity for one in found if one.values["code"] == "10"] == [Severity.NOTE]
    assert {one.severity for one in found if one.values["code"] != "10"} == {Severity.WARNING}


def test_without_a_figure_of_the_plan_the_days_begin_with_the_law_of_2023() -> None:
    check(
        PROCEDURES,
        """
        | code | received_on | updated_on | posted_from | expect           |
        | 01   | 18/08/2022  | 30/12/2022 | 30/12/2022  | ~HC05 ~HC27      |
        | 02   | 30/06/2023  | 31/08/2023 | 31/08/2023  | ~HC05 ~HC27      |
        | 03   | 03/07/2023  | 11/07/2023 | 04/07/2023  | HC05@updated_on  |
        | 04   | 03/07/2023  | 10/07/2023 | 11/07/2023  | HC27@posted_from |
        | 05   | 01/07/2026  | 08/07/2026 | 08/07/2026  | ~HC05 ~HC27      |
        | 06   | 01/07/2026  | 09/07/2026 | 08/07/2026  | HC05@updated_on  |
        """,
        as_of="31/12/2026",
        law=Law(),
    )


def test_what_is_in_force_is_posted() -> None:
    check(
        PROCEDURES,
        """
        | code | posted_at      | posted_from | ended_on    | expect         |
        | 01   |                |             |             | HC26@posted_at |
        | 02   |                |             | 15/11/2022  | HC26@posted_at |  still in force today
        | 03   |                |             | 14/11/2022  | ~HC26          |
        | 04   | Bộ phận TN&TKQ |             |             | ~HC26          |  the day is asked for at its cell
        | 05   |                | 02/06/2022  |             | ~HC26          |
        | 06   |                | '02/06/22   |             | ~HC26          |  something is written
        | 07   |                |             | '14/11/22   | ~HC26          |
        |      |                |             |             | ~HC26          |
        """,
    )


def test_posting_was_not_looked_up_before_its_decree() -> None:
    check(PROCEDURES, "| code | decision | expect |\n| 01 | 1/QĐ-UBND | ~HC26 |", as_of="24/09/2017")
