"""Cán bộ, công chức: numbers of people, never a person."""

from __future__ import annotations

import pytest

from danvan_xlsx.registers.staff import STAFF
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
