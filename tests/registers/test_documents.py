"""Văn bản ban hành: one row proves the tasks it names."""

from __future__ import annotations

from datetime import date

from danvan_xlsx.registers.documents import DOCUMENTS
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
