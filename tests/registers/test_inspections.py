"""Kiểm tra, giám sát: what was found, with a day to put it right, and put right in time."""

from __future__ import annotations

from datetime import date

from danvan_xlsx.registers.inspections import INSPECTIONS
from danvan_xlsx.words.rules import say
from tests.registers.judged import check
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


# -- rules ------------------------------------------------------------------------------


def test_findings_are_put_right_by_their_day_and_named() -> None:
    check(
        INSPECTIONS,
        """
        | subject  | findings | content   | due        | fixed_on   | expect        |
        | Một cửa  | 2        | Niêm yết  | 29/07/2022 | 30/07/2022 | KT01@fixed_on |
        | Một cửa  | 2        | Niêm yết  | 29/07/2022 | 29/07/2022 | ~KT01         |
        | Một cửa  | 2        | Niêm yết  | 13/11/2022 |            | KT02@fixed_on |
        | Một cửa  | 2        | Niêm yết  | 14/11/2022 |            | ~KT02         |
        | Một cửa  | 2        | Niêm yết  | 29/07/2022 | quý III    |               |
        | Một cửa  | 2        | Niêm yết  |            |            | KT03@due      |
        | Một cửa  | 2        | Niêm yết  |            | 29/07/2022 | ~KT03         |
        | Một cửa  | 0        |           |            |            | ~KT03 ~KT05   |
        | Một cửa  | 1        |           | 29/07/2022 | 29/07/2022 | KT05@content  |
        | Một cửa  | 0        | Đủ biểu   | 29/07/2022 |            | KT06@findings |
        | Một cửa  | 0        | Đủ biểu   |            | 30/07/2022 | KT06@findings |
        | Một cửa  | 0        | Đủ biểu   |            |            | ~KT06         |
        |          | 2        | Niêm yết  | 29/07/2022 | 30/07/2022 |               |
        | Một cửa  | 'x       |           |            |            |               |
        """,
    )


def test_what_staff_have_explained_is_a_note() -> None:
    found = check(
        INSPECTIONS,
        """
        | subject | findings | content | due        | fixed_on   | explanation | expect        |
        | Một cửa | 2        | Bảng    | 29/07/2022 | 30/07/2022 | Chờ vật tư  | KT01@fixed_on |
        | Một cửa | 2        | Bảng    | 29/07/2022 | 30/07/2022 |             | KT01@fixed_on |
        """,
    )

    assert [one.severity.value for one in found] == ["note", "warning"]


def test_an_inspection_has_its_minutes_and_its_plan() -> None:
    check(
        INSPECTIONS,
        """
        | day        | kind         | subject | proof      | plan_number | expect            |
        | 18/03/2022 | một cửa      | A       |            | 09/KH-UBND  | KT04@proof        |
        | 19/03/2022 | một cửa      | A       | Biên bản   | 09/KH-UBND  | ~KT04 ~KT07       |
        | 20/03/2022 | một cửa      | A       | Biên bản   |             | KT07@plan_number  |
        | 21/03/2022 | Chủ tịch làm việc | A  | Thông báo  |             | ~KT07             |
        | quý I      | một cửa      | A       |            |             |                   |
        """,
    )


def test_one_inspection_stands_once_over_all_workbooks() -> None:
    check(
        INSPECTIONS,
        """
        | day        | kind    | subject   | proof | plan_number | expect       |
        | 12/08/2022 | QCDC    | Minh Hải  | BB    | 33/KH-UBND  |              |
        | 12/08/2022 | QCDC    | MINH  HẢI | BB    | 33/KH-UBND  | KT08@subject |
        | 12/08/2022 | Ban Dân vận | Minh Hải | BB | 33/KH-UBND  | ~KT08        |
        | 13/08/2022 | QCDC    | Minh Hải  | BB    | 33/KH-UBND  | ~KT08        |
        | 12/08/2022 | QCDC    |           | BB    | 33/KH-UBND  |              |
        """,
    )


def test_a_village_is_one_of_the_plan() -> None:
    check(
        INSPECTIONS,
        """
        | subject_kind | subject            | expect       |
        | Thôn         | Minh Hải           | ~KT09        |
        | Thôn         | thôn minh hải      | ~KT09        |
        | Thôn         | T05                | ~KT09        |
        | Thôn         | Minh Hải, Minh Phú | KT09@subject |
        | bộ phận      | Một cửa            | ~KT09        |
        """,
    )


def test_the_inspectorate_s_plan_is_sent_before_by_the_rules_of_the_day() -> None:
    found = check(
        INSPECTIONS,
        """
        | day        | kind     | subject | proof | plan_number | plan_sent_on | expect            |
        | 18/08/2022 | giám sát TTND | A       | BB    | 03/KH-TTND  | 13/08/2022   | ~GS04             |
        | 19/08/2022 | giám sát TTND | A       | BB    | 03/KH-TTND  | 15/08/2022   | GS04@plan_sent_on |
        | 20/08/2022 | một cửa  | A       | BB    | 03/KH-TTND  | 20/08/2022   | ~GS04 ~KT10       |
        | 21/08/2022 | giám sát TTND | A       | BB    | 03/KH-TTND  | 22/08/2022   | KT10@plan_sent_on |
        | 22/08/2022 | giám sát TTND | A       | BB    | 03/KH-TTND  |              | GS30@plan_sent_on |
        | 23/08/2022 | Ban GSĐTCĐ giám sát | A | BB | 03/KH-TTND |            | GS30@plan_sent_on |
        | 24/08/2022 | một cửa  | A       | BB    | 03/KH-TTND  |              | ~GS30             |
        | 25/08/2022 | giám sát TTND | A       | BB    |             |              | KT07@plan_number ~GS30 |
        | 20/07/2023 | giám sát TTND | A       | BB    | 03/KH-TTND  | 19/07/2023   |                   |
        | 18/10/2023 | giám sát TTND | A       | BB    | 03/KH-TTND  | 11/10/2023   | ~GS04             |
        | 19/10/2023 | giám sát TTND | A       | BB    | 03/KH-TTND  | 13/10/2023   | GS04@plan_sent_on |
        | 16/07/2026 | giám sát TTND | A       | BB    | 03/KH-TTND  | 10/07/2026   | GS04@plan_sent_on |
        """,
    )

    sent = [one for one in found if one.code == "GS04"]
    # Nobody has read the figure of 2022 in its text.
    assert [one.severity.value for one in sent] == ["note", "warning", "warning"]
    assert say(sent[0]).message == (
        "Kế hoạch giám sát ngày 19/08/2022 được gửi ngày 15/08/2022, trước 4 ngày; mức 5 ngày (NĐ 159/2016/NĐ-CP)."
    )
    assert "trước 4 ngày làm việc; mức 5 ngày làm việc" in say(sent[1]).message
