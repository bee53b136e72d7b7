"""Văn bản ban hành: one row proves the tasks it names; numbers, citations and reports are in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from danvan_xlsx.plan.plan import Period
from danvan_xlsx.registers.documents import DOCUMENTS
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.rules import NOTE, WARNING, say
from tests.registers.judged import check, minh_son
from tests.registers.rows import faults, figures, rows, total

TABLE = """
| number     | day        | kind     | subject  | task            | sent_on    | asked_by   | asked_on   | due        |
| 12/KH-UBND | 08/04/2022 | Kế hoạch | Dân vận  | III.1.5; II.3.1 |            |            |            |            |
| 05/BC-UBND | 27/05/2022 | Báo cáo  | 6 tháng  | III.1.6         | 27/05/2022 |            |            |            |
|            | 20/06/2022 | Biên bản | Rà soát  | II.5.1          |            |            |            |            |
| 21/BC-UBND | 08/04/2022 | BC       | Đột xuất | III.1.8         | 08/04/2022 | 12/UBND-NV | 04/04/2022 | 08/04/2022 |
| 30/BC-UBND | 10/06/2022 | Báo cáo  | Đột xuất | III.1.8         | 10/06/2022 | 40/UBND-NV | 01/06/2022 | 09/06/2022 |
| 41/BC-UBND | 01/07/2022 | Báo cáo  | Đột xuất | III.1.8         |            | 77/UBND-NV | 20/06/2022 | 05/07/2022 |
| 50/CV-UBND | 01/07/2022 | Công văn | Đôn đốc  | III.1.1         | 01/07/2022 |            |            |            |
"""


def test_documents_and_reports_are_counted_where_they_stand() -> None:
    found = rows(DOCUMENTS, TABLE)

    assert total("documents_issued", found) == 7
    assert [one.column for one in figures("documents_issued", found)][2] == "day"
    assert [one.row.number for one in figures("reports_sent", found)] == [8, 10, 11]


def test_a_report_on_request_is_in_time_on_the_day_itself_and_due_once_that_day_is_past() -> None:
    found = rows(DOCUMENTS, TABLE)

    assert [one.row.number for one in figures("reports_asked", found, as_of=date(2022, 7, 5))] == [10, 11]
    assert [one.row.number for one in figures("reports_asked", found, as_of=date(2022, 7, 6))] == [10, 11, 12]
    assert [one.row.number for one in figures("reports_sent_in_time", found)] == [10]


def test_a_document_names_its_tasks_as_codes() -> None:
    assert rows(DOCUMENTS, TABLE)[0]["task"] == ("III.1.5", "II.3.1")


def test_minutes_need_no_number_and_a_letter_that_asks_needs_its_day() -> None:
    found = faults(
        DOCUMENTS,
        """
        | number     | day        | kind      | subject | task   | asked_by   | asked_on   | due |
        |            | 20/06/2022 | Giấy mời  | Mời họp | II.5.2 |            |            |     |
        |            | 20/06/2022 | Kế hoạch  | QCDC    | II.3.1 |            |            |     |  DL28
        | 05/BC-UBND | 20/06/2022 | Báo cáo   | Đất đai | III.1.8| 12/UBND-NV | 04/04/2022 |     |  DL28
        | 06         | 20/06/2022 | Phụ lục   | QCDC    |        |            |            |     |  DL11, DL09, DL01
        """,
    )

    assert found == [
        ("DL28", "B8"),
        ("DL28", "N9"),
        ("DL11", "B10"),
        ("DL09", "D10"),
        ("DL01", "F10"),
    ]


# -- rules ------------------------------------------------------------------------------


def early(text: str, **asked: Any) -> list[Finding]:
    """On a day on which no report of the plan is owed yet."""
    return check(DOCUMENTS, text, as_of="01/02/2022", **asked)


def test_a_number_has_the_form_of_its_office_and_the_mark_of_its_kind() -> None:
    early(
        """
        | number             | kind       | expect           |
        | 12/2022/KH-UBND    | Kế hoạch   | VB01@number      |
        | 13/KH-UBND         | Kế hoạch   | ~VB01 ~VB04      |
        | 13-KH/UBND         | Kế hoạch   | VB01@number      |
        | 14/kh-ubnd         | Kế hoạch   | VB01@number      |
        | 15/KH              | Kế hoạch   | VB01@number      |
        | 01/2022/QĐ-UBND    | Quyết định | ~VB01            |
        | 02/2022/CT-UBND    | Chỉ thị    | VB01@number      |
        | 547-CV/TU          | Công văn   | ~VB01 ~VB04      |
        | 50/CV-UBND         | Công văn   | VB01@number      |
        | 50/UBND-VP         | Công văn   | ~VB01 ~VB04      |
        | 07-BC/BDV          | Báo cáo    | ~VB01 ~VB04      |
        | 15/KH-MTTQ-BTT     | Kế hoạch   | ~VB01 ~VB04      |
        | 16/BC-UBND         | Kế hoạch   | VB04@number      |
        | 17/UBND-VP         | Báo cáo    | VB04@number      |
        | 18/TB-UBND         | Công văn   | VB04@number      |
        | 19/TB-UBND         | Kết luận   | ~VB04            |
        | 20/QyĐ-UBND        | Quy định   | ~VB04            |
        | 01/QCPH-UBND-MTTQ  | Quy chế    | ~VB04            |
        | 6/KH-UBND          | Kế hoạch   | VB06@number      |
        | 06/PA-UBND         | Phương án  | ~VB06            |
        | 6-NQ/ĐU            | Nghị quyết | ~VB06            |
        | 7/2022/KH-UBND     | Kế hoạch   | VB01@number ~VB06|
        |                    | Biên bản   | ~VB01            |
        """,
    )


def test_a_number_stands_once_however_it_is_written() -> None:
    # 09/BC-UBND twice alike is a value that stands twice, told of the column.
    early(
        """
        | number     | day        | expect      |
        | 15/BC-UBND | 04/02/2022 |             |
        | 15 /BC-UBND| 08/02/2022 | VB03@number |
        | 15/BC-UBND | 08/02/2022 | ~VB03       |
        | 15/KH-UBND | 08/02/2022 | ~VB03       |
        | 15-BC/BDV  | 08/02/2022 | ~VB03       |
        | 015/BC-UBND| 08/02/2023 | ~VB03       |
        """,
    )


def test_numbers_of_a_kind_go_up_with_their_days() -> None:
    found = early(
        """
        | number     | day        | expect    |
        | 02/KH-UBND | 10/01/2022 |           |
        | 09/KH-UBND | 28/02/2022 | VB08@day  |
        | 12/KH-UBND | 21/01/2022 |           |
        | 14/KH-UBND | 15/02/2022 |           |
        | 15/KH-UBND | 15/02/2022 | ~VB08     |
        | 16/KH-UBND | 05/01/2022 | VB08@day  |
        | 17/KH-UBND | 20/02/2022 |           |
        | 01/BC-UBND | 20/03/2022 | ~VB08     |
        | 01-KH/ĐU   | 20/03/2022 | ~VB08     |
        | 01/KH-UBND | 20/12/2021 | ~VB08     |
        | 30/KH-UBND |            | ~VB08     |
        |            | 20/03/2022 | ~VB08     |
        """,
    )

    assert [(one.values["other"], one.values["number"]) for one in found] == [
        ("12/KH-UBND", "09/KH-UBND"),
        ("15/KH-UBND", "16/KH-UBND"),
    ]


def test_a_document_comes_after_what_it_carries_out_or_answers() -> None:
    early(
        """
        | day        | task            | asked_by       | asked_on   | expect        |
        | 07/04/2022 | II.5.1          |                |            | VB02@day      |
        | 08/04/2022 | II.5.1          |                |            | ~VB02         |
        | 21/03/2022 | III.1.5         |                |            | VB02@day      |
        | 22/03/2022 | III.1.5         |                |            | ~VB02         |
        | 10/01/2022 | II.2.9          |                |            | ~VB02         |
        | 10/01/2022 | II.5.1; II.2.1  |                |            | ~VB02         |
        | 10/01/2022 | II.9.9          |                |            | ~VB02         |
        | 03/04/2022 | III.1.8         | 112/UBND-NV    | 04/04/2022 | VB07@day      |
        | 04/04/2022 | III.1.8         | 112/UBND-NV    | 04/04/2022 | ~VB07         |
        | 03/04/2022 | III.1.8         | 112/UBND-NV    |            | ~VB07         |
        | 05/04/2022 | III.1.8         | 112/2022/UBND-NV |          | VB15@asked_by |
        | 05/04/2022 | III.1.8         | 50/CV-UBND     |            | ~VB15         |
        """,
    )


def test_a_subject_cites_documents_by_their_number_and_while_in_force() -> None:
    early(
        """
        | day        | subject                                                  | expect       |
        | 08/04/2022 | Thực hiện Chỉ thị 33/2021/CT-TTg và 14/CTTTg              | VB05@subject |
        | 08/04/2022 | Thực hiện Chỉ thị 33/CT-TTg và 14/CT-TTg, biểu 01/TCD     | ~VB05        |
        | 08/04/2022 | Pháp lệnh 34/2017/PL-UBTVQH11                             | VB05@subject |
        | 08/04/2022 | Nghị định 60/2014/NĐ-CP về dân chủ                        | VB05@subject |
        | 08/04/2022 | Nghị định 60/2014/NĐ-CP về hoạt động in                   | ~VB05        |
        | 30/06/2023 | Kiểm tra theo PL 34/2007                                  | ~VB09        |
        | 03/07/2023 | Kiểm tra theo PL 34/2007                                  | VB09@subject |
        | 03/07/2023 | Tổng kết Pháp lệnh 34/2007/PL-UBTVQH11                    | ~VB09        |
        | 02/07/2026 | Tiếp công dân theo Nghị định 64/2014/NĐ-CP                | VB09@subject |
        | 30/06/2026 | Tiếp công dân theo Nghị định 64/2014/NĐ-CP                | ~VB09        |
        | 08/04/2022 | Theo Luật Thanh tra 56/2010/QH12                          | ~VB13        |
        | 08/04/2024 | Theo Luật Thanh tra 56/2010/QH12                          | VB13@subject |
        | 10/03/2022 | Triển khai Nghị định 42/2022/NĐ-CP                        | VB10@subject |
        | 24/06/2022 | Triển khai Nghị định 42/2022/NĐ-CP                        | ~VB10        |
        | 07/04/2022 | Hướng dẫn Kế hoạch 31/KH-UBND                             | VB10@subject |
        | 14/04/2022 | Hướng dẫn Kế hoạch 31/KH-UBND                             | ~VB10        |
        | 08/04/2022 | Học tập Chỉ thị 06-CT/TW                                  | VB11@subject |
        | 08/04/2022 | Học tập Chỉ thị 06-CT/TW ngày 07/11/2006                  | ~VB11        |
        | 08/04/2022 | Học tập Chỉ thị 05-CT/TW, Quyết định 763-QĐ/TU            | ~VB11        |
        | 08/04/2022 | Quyết định 500/QĐ-UBND, Nghị định 30/2020/NĐ-CP           | ~VB12        |
        | 08/04/2022 | Họp giao ban tháng 4                                      |              |
        |            | Kiểm tra theo PL 34/2007                                  | ~VB09        |
        """,
    )


def test_law_texts_in_no_list_are_one_note_for_the_whole_register() -> None:
    found = early(
        """
        | day        | subject                             | expect |
        | 18/03/2022 | Triển khai Nghị định 17/2022/NĐ-CP  | ~VB12  |
        | 18/03/2022 | Nghị định 17/2022/NĐ-CP, 04/2022/NĐ-CP | ~VB12  |
        """,
        heading=("VB12@subject",),
    )

    assert (found[0].values["count"], found[0].values["unknown"]) == (2, ("17/2022/NĐ-CP", "04/2022/NĐ-CP"))


INSPECTED = """
        | kind    | period | expect |
        | Báo cáo | TTR-Q1 |        |
        | Báo cáo | ttr-6t |        |
        | Báo cáo | Tiếp công dân, đơn thư 9 tháng (ngành Thanh tra) | ~BC08 |
"""


def test_a_report_leaves_by_the_day_of_its_period_with_that_period_s_figures() -> None:
    found = check(
        DOCUMENTS,
        """
        | number     | kind     | task    | period | data_from  | data_to    | sent_on    | explanation | expect                     |
        | 36/BC-UBND | Báo cáo  | III.1.6 | 6 tháng | 01/01/2022 | 20/05/2022 | 30/05/2022 |            | BC01@sent_on               |
        | 37/BC-UBND | Báo cáo  | III.1.6 | 6 tháng | 01/01/2022 | 20/05/2022 | 02/06/2022 |            | ~BC01                      |
        | 38/BC-UBND | Báo cáo  | III.1.7 |        | 01/01/2022 | 31/10/2022 | 14/11/2022 |             | ~BC01 ~BC02                |
        | 39/BC-UBND | Báo cáo  | II.4.3  | TTR-Q1 | 01/01/2022 | 14/03/2022 | 18/03/2022 | Chờ mẫu     | BC01@sent_on BC02@data_from |
        | 40/BC-UBND | Báo cáo  | II.4.3  | TTR-6T | 15/12/2021 | 14/06/2022 | 17/06/2022 |             | ~BC01 ~BC02                |
        | 41/BC-UBND | Báo cáo  | III.1.6 |        |            | 14/06/2022 |            |             | BC02@data_to               |
        | 42/BC-UBND | Báo cáo  | III.1.6 |        |            |            |            |             | ~BC02                      |
        | 43/BC-UBND | Báo cáo  | II.4.3  | Quý I  | 01/01/2022 | 31/03/2022 | 20/06/2022 |             | ~BC01 ~BC02                |
        | 44/KH-UBND | Kế hoạch | III.1.6 |        | 01/01/2022 | 31/03/2022 | 20/06/2022 |             | ~BC01 ~BC02                |
        | 45/BC-UBND | Báo cáo  | II.4.3  | TTR-9T |            |            | 17/09/2022 |             |                            |
        """,  # noqa: E501
    )

    half_year, _, quarter, _ = sorted(found, key=lambda one: one.place)[:4]
    assert "muộn 1 ngày" in say(half_year).message
    assert "29/05/2022 (là Chủ nhật)" in say(half_year).message
    # Both faults of the report stand in its row; only the late one can be explained.
    assert {(one.code, one.severity, one.explained) for one in found if one.place.row == quarter.place.row} == {
        ("BC01", NOTE, True),
        ("BC02", WARNING, False),
    }


def test_a_report_owed_by_no_task_is_asked_for_once_where_reports_are_typed() -> None:
    asked = {"as_of": "14/11/2022"}
    check(DOCUMENTS, INSPECTED, **asked)
    found = check(
        DOCUMENTS,
        "| kind | period | expect |\n| Báo cáo | TTR-Q1 | ~BC08 |",
        heading=("BC08@period",),
        as_of="17/09/2022",
    )
    # On the last day itself the report may still leave.
    assert found[0].values["count"] == 1


def test_a_report_on_request_leaves_by_the_day_that_was_named() -> None:
    check(
        DOCUMENTS,
        """
        | kind     | asked_by    | due        | sent_on    | expect       |
        | Báo cáo  | 112/UBND-NV | 08/04/2022 | 09/04/2022 | BC07@sent_on |
        | Báo cáo  | 113/UBND-NV | 08/04/2022 | 08/04/2022 | ~BC07        |
        | Báo cáo  | 114/UBND-NV | 13/11/2022 |            | BC07@sent_on |
        | Báo cáo  | 115/UBND-NV | 14/11/2022 |            | ~BC07        |
        | Báo cáo  | 116/UBND-NV |            | 20/04/2022 | ~BC07        |
        | Công văn | 117/UBND-NV | 08/04/2022 | 20/04/2022 | ~BC07        |
        | Báo cáo  | 118/UBND-NV | 08/04/2022 | 9/4/22     | ~BC07        |
        """,
        heading=("BC08@period",),
    )


def inspection(code: str, until: date, deadline: date) -> Period:
    return Period(code, code, until - timedelta(180), until, deadline, strict=False, task=None)


def test_the_inspection_sector_s_report_leaves_by_the_17th_from_the_circular_of_2025_on() -> None:
    periods = (
        inspection("TTR-6T", date(2022, 6, 14), date(2022, 6, 30)),
        inspection("TTR-NAM", date(2025, 12, 14), date(2025, 12, 20)),
        inspection("TTR-Q1", date(2026, 3, 14), date(2026, 3, 16)),
    )
    check(
        DOCUMENTS,
        """
        | kind     | period  | data_to    | sent_on    | expect       |
        | Báo cáo  | TTR-6T  | 14/06/2022 | 30/06/2022 | ~BC06        |
        | Báo cáo  | TTR-NAM | 14/12/2025 | 17/12/2025 | ~BC06        |
        | Báo cáo  | TTR-NAM | 14/12/2025 | 18/12/2025 | BC06@sent_on |
        | Báo cáo  | TTR-Q1  | 14/03/2026 | 18/03/2026 | BC01@sent_on ~BC06 |
        | Báo cáo  | TTR-T5  | 14/05/2026 | 18/05/2026 | ~BC06        |
        | Báo cáo  | TTR-T5  | 14/05/2026 | 19/05/2026 | BC06@sent_on |
        | Báo cáo  | 6 tháng | 14/12/2025 | 18/12/2025 | ~BC06        |
        | Báo cáo  | TTR-NAM |            | 18/12/2025 | ~BC06        |
        | Công văn | TTR-T5  | 14/05/2026 | 19/05/2026 | ~BC06        |
        """,
        plan=replace(minh_son(), periods={one.code: one for one in periods}),
    )


def test_data_end_before_the_report_and_documents_leave_when_signed() -> None:
    check(
        DOCUMENTS,
        """
        | kind     | day        | data_to    | sent_on    | expect       |
        | Báo cáo  | 27/05/2022 | 30/06/2022 |            | BC09@data_to |
        | Báo cáo  | 27/05/2022 | 27/05/2022 |            | ~BC09        |
        | Kế hoạch | 27/05/2022 | 31/12/2022 |            | ~BC09        |
        | Báo cáo  |            | 31/12/2022 |            | ~BC09        |
        | Công văn | 12/04/2022 |            | 14/04/2022 | VB14@sent_on |
        | Công văn | 12/04/2022 |            | 13/04/2022 | ~VB14        |
        | Công văn | 08/04/2022 |            | 12/04/2022 | ~VB14        |
        | Công văn | 12/04/2019 |            | 14/05/2019 | ~VB14        |
        | Công văn | 12/04/2022 |            |            | ~VB14        |
        """,
        heading=("BC08@period",),
    )
