"""Dossiers by field: each field against its procedures, all of them against the months."""

from __future__ import annotations

import pytest

from danvan_xlsx.registers.dossiers import DOSSIERS, FIELDS
from danvan_xlsx.registers.procedures import PROCEDURES
from tests.registers.judged import check

TO_20_MAY = """
    | month | from_day   | to_day     | carried_over | online | direct | late | pending_overdue |
    | 1     |            |            | 15           | 10     | 20     | 0    | 3               |
    | 2     |            |            | 13           | 10     | 20     | 0    | 3               |
    | 3     |            |            | 11           | 10     | 20     | 2    | 3               |
    | 4     |            |            | 15           | 10     | 20     |      | 3               |
    | 5     | 01/05/2022 | 20/05/2022 | 14           | 10     | 20     | 0    | 1               |
    | 5     | 21/05/2022 | 31/05/2022 | 15           | 10     | 20     | 0    | 7               |
"""


def test_fields_add_up_to_the_months_of_their_period() -> None:
    check(
        FIELDS,
        """
        | period | field   | carried_over | online | direct | late | pending_overdue | expect               |
        | 6T     | Hộ tịch | 10           | 30     | 60     | 9    | 0               |                      |
        | 6t     | Đất đai | 5            | 20     | 39     | 9    | 1               | HC07@direct ~HC07    |
        | NAM    | Hộ tịch | 10           | 30     | 60     | 9    | 0               | ~HC07                |  months are missing
        | 9T     | Hộ tịch | 1            | 1      | 1      | 1    | 1               | ~HC07                |  no such period
        """,  # noqa: E501
        others={DOSSIERS: TO_20_MAY},
    )


@pytest.mark.parametrize(
    "row",
    [
        "| 6T | Đất đai | 4 | 20 | 40 | 1 | HC07@carried_over |",
        "| 6T | Đất đai | 5 | 20 | 40 | 0 | HC07@pending_overdue |",
        "| 6T | Đất đai | 5 | 20 | 40 | 1 | ~HC07 |",
        "| 6T | Đất đai | 5 | | 40 | 1 | ~HC07 |",
        "| 6T | Đất đai | 5 | 3 hồ sơ | 40 | 1 | ~HC07 |",
        "| 6T | Hộ tịch | 5 | 21 | 41 | 1 | HC19@field ~HC07 |",
        "| | Đất đai | 5 | 21 | 41 | 1 | ~HC07 |",
    ],
)
def test_what_was_there_is_of_the_first_month_and_what_is_pending_of_the_last(row: str) -> None:
    table = f"""
        | period | field | carried_over | online | direct | pending_overdue | expect |
        | 6T | Hộ tịch | 10 | 30 | 60 | 0 | |
        {row}
    """
    check(FIELDS, table, others={DOSSIERS: TO_20_MAY})


def test_months_that_overlap_or_are_not_split_show_nothing_of_a_period() -> None:
    fields = "| period | field | online | expect |\n| 6T | Hộ tịch | 1 | ~HC07 |"
    whole = TO_20_MAY.replace("| 01/05/2022 | 20/05/2022 |", "|  |  |")
    check(FIELDS, fields, others={DOSSIERS: whole})
    check(FIELDS, fields, others={DOSSIERS: TO_20_MAY.replace("| 2     |", "| 3     |")})


def test_each_field_balances_by_itself() -> None:
    check(
        FIELDS,
        """
        | period | field   | carried_over | online | direct | early | on_time | late | pending_overdue | expect               |
        | 6T     | Hộ tịch | 4            | 92     | 81     | 120   | 58      | 0    | 0               | HC17@early           |
        | 6T     | Đất đai | 4            | 92     | 81     | 120   | 57      | 0    | 0               | ~HC17                |
        | 6T     | Nội vụ  | 4            | 92     | 81     | 117   | 56      | 0    | 5               | HC18@pending_overdue |
        | 6T     | Khác    | 4            | 92     | 81     | 117   | 56      | 0    | 4               | ~HC18                |
        | 6T     | Y tế    | 4            | 92     | 81     | 117   | 156     |      | 4               | ~HC17 ~HC18          |
        """,  # noqa: E501
    )


def test_a_field_stands_once_in_a_period() -> None:
    check(
        FIELDS,
        """
        | period | field   | expect           |
        | 6T     | Hộ tịch |                  |
        | 6t     | Hộ tịch | HC19@field       |
        | NAM    | Hộ tịch | ~HC19            |
        | 6T     |         | ~HC19            |
        """,
    )


def test_a_longer_period_of_the_same_beginning_has_no_less() -> None:
    check(
        FIELDS,
        """
        | period | field   | carried_over | online | direct | expect                         |
        | NAM    | Hộ tịch | 4            | 91     | 81     | HC20@online                    |
        | 6T     | Hộ tịch | 4            | 92     | 81     | ~HC20                          |
        | NAM    | Đất đai | 5            | 62     |        | HC20@carried_over              |
        | 6T     | Đất đai | 4            | 18     | 30     |                                |
        | TTR-Q1 | Đất đai | 9            | 99     | 99     | ~HC20                          |  begins on another day
        """,
    )


def test_a_field_with_online_dossiers_has_a_procedure_that_can_be_filed_online() -> None:
    listed_procedures = """
        | code | field     | level      |
        | 1.1  | Đất đai   | Mức độ 2   |
        | 1.2  | Hộ tịch   | Mức độ 2   |
        | 1.3  | Hộ tịch   | Một phần   |
        | 1.4  | Xây dựng  | Mức độ 1   |
        | 1.5  | Bảo trợ   |            |
    """
    fields = """
        | period | field    | online | expect      |
        | 6T     | Đất đai  | 18     | HC06@online |
        | 6T     | Hộ tịch  | 18     | ~HC06       |
        | 6T     | Xây dựng | 0      | ~HC06       |
        | 6T     | Bảo trợ  | 3      | ~HC06       |  the level is not known
        | 6T     | Nội vụ   | 3      | ~HC06       |  nothing of it is listed
    """
    check(FIELDS, fields, others={PROCEDURES: listed_procedures})
    check(FIELDS, fields.replace("HC06@online", "~HC06"))
