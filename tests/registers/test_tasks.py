"""Nhiệm vụ: rows that are ready, three cells to fill."""

from __future__ import annotations

from danvan_xlsx.plan.terms import DECLARED_DONE, DECLARED_NOT_BEGUN, DECLARED_UNDER_WAY
from danvan_xlsx.registers.tasks import ASSESSMENTS, TASKS
from tests.registers.rows import faults


def test_staff_fill_three_cells_of_a_row_that_is_ready() -> None:
    assert [column.code for column in TASKS.inputs] == ["assessment", "done_on", "remarks"]
    assert TASKS.protected


def test_the_answers_are_those_that_the_status_of_a_task_reads() -> None:
    assert [one.code for one in ASSESSMENTS] == [DECLARED_NOT_BEGUN, DECLARED_UNDER_WAY, DECLARED_DONE]


def test_a_task_declared_done_says_when() -> None:
    found = faults(
        TASKS,
        """
        | code   | title        | assessment     | done_on    |
        | II.1.4 | Rèn luyện    |                |            |  nothing typed yet
        | II.3.1 | Kiện toàn    | Hoàn thành     |            |  DL28
        | II.5.1 | Quy chế      | đã xong        | 20/06/2022 |
        | II.5.2 | Giao ban     | Đang thực hiện |            |
        | KK-6T  | Khó khăn     | xem sau        |            |  DL09
        """,
    )

    assert found == [("DL28", "H8"), ("DL09", "G11")]
