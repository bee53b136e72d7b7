"""Cán bộ, công chức: numbers of people, never a person."""

from __future__ import annotations

import pytest

from danvan_xlsx.registers.staff import STAFF
from tests.registers.judged import check
from tests.registers.rows import faults, figures, rows, total

TABLE = """
| group     | counted_on | people | registered | reviewed | scored | trained | succession_on |
| Cán bộ    | 31/10/2022 | 11     | 11         | 10       | 11     |         | 20/06/2022    |
| Công chức | 31/10/2022 | 10     | 9          |          | 10     | 4       | 20/06/2022    |
"""


@pytest.mark.parametrize(
    ("measure", "people"),
    [("staff_all", 21), ("staff_registered", 20), ("staff_reviewed", 10), ("staff_scored", 21), ("staff_trained", 4)],
)
def test_people_are_added_up_over_the_groups(measure: str, people: int) -> None:
    assert total(measure, rows(STAFF, TABLE)) == people


def test_groups_reviewed_on_one_day_are_one_review() -> None:
    assert [one.row.number for one in figures("succession_reviews", rows(STAFF, TABLE))] == [7]


def test_a_group_stands_once_and_no_part_is_larger_than_the_whole() -> None:
    columns = STAFF.by_code

    assert columns["group"].unique == "commune"
    assert {c.code for c in STAFF.columns if c.at_most == "people"} == {"registered", "reviewed", "scored", "trained"}


def test_no_column_takes_a_name() -> None:
    found = faults(
        STAFF,
        """
        | group       | counted_on | people |
        | Nguyễn Văn A| 31/10/2022 | 1      |
        """,
    )

    assert found == [("DL09", "B7")]


# -- rules ------------------------------------------------------------------------------


LATE = """
    | group           | counted_on | people | reviewed | scored | expect                    |
    | Cán bộ          | 31/12/2022 | 11     | 11       | 11     | ~CB01 ~CB02 ~CB03         |
    | Công chức       | 30/12/2022 | 10     | 9        |        | {}                        |
    | không chuyên trách | 31/12/2022 | 10  |          |        | ~CB01 ~CB02               |
    """


def test_everyone_is_reviewed_and_scored_when_the_year_is_over() -> None:
    check(STAFF, LATE.format("CB02@reviewed CB01@scored CB03@counted_on"), as_of="01/01/2023")
    check(STAFF, LATE.format("~CB01"), as_of="31/12/2022")


def test_the_figures_are_those_of_the_period_s_end() -> None:
    table = """
        | group     | counted_on | expect          |
        | Cán bộ    | 29/06/2022 | CB03@counted_on |
        | Công chức | 30/06/2022 | ~CB03           |
        """
    check(STAFF, table)
    check(STAFF, table.replace("CB03@counted_on", "~CB03"), as_of="30/06/2022")
