"""Phối hợp: meetings, reports of the organisations, joint work."""

from __future__ import annotations

from danvan_xlsx.registers.coordination import COORDINATION
from tests.registers.judged import check
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


# -- rules ------------------------------------------------------------------------------


def test_joint_work_stands_once_with_its_paper() -> None:
    check(
        COORDINATION,
        """
        | day        | kind | body | content       | proof    | expect       |
        | 25/03/2022 | họp  | MTTQ | Giao ban quý I | Biên bản |              |
        | 25/03/2022 | họp  | MTTQ | giao ban quý i | Biên bản | GS31@content |
        | 25/03/2022 | họp  | MTTQ | Bàn đối thoại  | Biên bản | ~GS31        |
        | 25/03/2022 | họp  | HND  | Giao ban quý I | Biên bản | ~GS31 ~GS32  |
        | 26/03/2022 | họp  | MTTQ | Giao ban quý I |          | GS32@proof   |
        |            | họp  | MTTQ | Giao ban quý I |          |              |
        """,
    )
