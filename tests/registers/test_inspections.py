"""Kiểm tra, giám sát: what was found, with a day to put it right, and put right in time."""

from __future__ import annotations

from datetime import date

from danvan_xlsx.registers.inspections import INSPECTIONS
from tests.registers.rows import faults, figures, rows, total

TABLE = """
| day        | kind     | subject_kind | subject    | findings | due        | fixed_on   | task          |
| 18/03/2022 | một cửa  | bộ phận      | TN&TKQ     | 2        | 31/03/2022 | 31/03/2022 | II.2.9        |
| 17/06/2022 | một cửa  | bộ phận      | TN&TKQ     | 1        |            |            | II.2.9        |
| 20/06/2022 | QCDC     | Thôn         | Minh Bình  | 3        | 30/06/2022 | 04/07/2022 | III.2.2       |
| 21/06/2022 | QCDC     | Thôn         | Minh Hải   | 0        |            |            | III.2.2       |
| 22/06/2022 | QCDC     | Thôn         | Minh Đức   | 4        | 30/09/2022 |            |               |
"""


def test_every_subject_is_an_inspection_and_findings_are_added_up() -> None:
    found = rows(INSPECTIONS, TABLE)

    assert total("inspections_held", found) == 5
    assert (total("findings_with_deadline", found), total("findings_all", found)) == (9, 10)


def test_a_finding_is_due_when_it_was_put_right_or_its_day_is_past() -> None:
    found = rows(INSPECTIONS, TABLE)

    assert total("findings_due", found, as_of=date(2022, 9, 30)) == 5
    assert total("findings_due", found, as_of=date(2022, 10, 1)) == 9
    assert [one.row.number for one in figures("findings_fixed_in_time", found)] == [7]


def test_no_finding_is_written_as_zero() -> None:
    found = faults(
        INSPECTIONS,
        """
        | day        | kind | subject_kind | subject   | findings |
        | 21/06/2022 | QCDC | Thôn         | Minh Hải  | 0        |
        | 22/06/2022 | QCDC | Thôn         | Minh Đức  |          |  DL01
        | 22/06/2022 | QCDC | Xóm          | Minh Đức  | ít       |  DL09, DL03
        """,
    )

    assert found == [("DL01", "F8"), ("DL09", "D9"), ("DL03", "F9")]
