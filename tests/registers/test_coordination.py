"""Phối hợp: meetings, reports of the organisations, joint work."""

from __future__ import annotations

from danvan_xlsx.registers.coordination import COORDINATION
from tests.registers.rows import faults, figures, rows, total

TABLE = """
| day        | kind                  | body         | content  | task   |
| 25/03/2022 | Giao ban, họp         | MTTQ         | Quý I    | II.5.2 |
| 10/05/2022 | Báo cáo của đoàn thể  | Hội Nông dân | 6 tháng  | II.3.8 |
| 12/05/2022 | Báo cáo của đoàn thể  | Hội Phụ nữ   | 6 tháng  | II.3.8 |
| 20/06/2022 | báo cáo               | Hội Nông dân | Bổ sung  | II.3.8 |
"""


def test_an_organisation_that_reports_twice_counts_once() -> None:
    found = rows(COORDINATION, TABLE)

    assert [one.row.number for one in figures("organisations_reporting", found)] == [8, 9]
    assert total("coordination_meetings", found) == 1
    assert total("coordination_activities", found) == 4


def test_a_row_says_with_whom_about_what_and_for_which_task() -> None:
    found = faults(
        COORDINATION,
        """
        | day        | kind | body | content | task   |
        | 25/03/2022 | họp  |      |         | II.5.2 |
        | 25/03/2022 | họp  | MTTQ | Quý I   |        |
        """,
    )

    assert found == [("DL01", "D7"), ("DL01", "E7"), ("DL01", "H8")]
