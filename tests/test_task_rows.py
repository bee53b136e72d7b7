"""The tasks in the units' workbooks: each of the unit's once and no other; rows that name two are the same work."""

from __future__ import annotations

from danvan_xlsx.check.task_rows import judge_overlaps, judge_task_rows
from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.registers.tasks import TASKS
from danvan_xlsx.words.kinds import CODE, LINE
from danvan_xlsx.words.layout import Sheet
from danvan_xlsx.words.rules import Register, say
from danvan_xlsx.words.text import Text
from tests.shelf import beside, column, plan, register, told
from tests.standing import task

PLAN = plan(
    tasks={
        one.code: one
        for one in (
            task(code="II.1.1", typed_by="VP"),
            task(code="II.2.9", typed_by="VP", overlaps=("III.1.3",)),
            task(code="III.1.3", typed_by="VP"),
            task(code="III.3.2", typed_by="VH"),
        )
    }
)


def rows(text: str, unit: str = "VP") -> Register:
    return register(TASKS, (unit, text))


def judged(of: Register, of_plan: Plan = PLAN) -> list[tuple[str, str | None]]:
    return told(judge_task_rows(of_plan, {"tasks": of}))


def test_each_task_of_the_unit_once_is_in_order_whatever_the_order_and_the_case() -> None:
    assert judged(rows("| code |\n| III.1.3 |\n| ii.1.1␣ |\n| II.2.9 |\n| KK-6T |\n| kk-nam |")) == []
    assert judged(rows("| code |\n| III.3.2 |", "VH")) == []


def test_rows_doubled_or_added_are_told_at_their_code_and_missing_ones_at_the_heading() -> None:
    text = """
        | code    | assessment     |
        | II.1.1  |                | B6 KH23
        | II.9.9  | Hoàn thành     | B8 KH25
        | II.1.1  |                | B9 KH24
        | III.3.2 |                | B10 KH25, B6 KH23
        """
    findings = judge_task_rows(PLAN, {"tasks": rows(text)})

    assert told(findings) == beside(text)
    assert [say(one).message for one in findings if one.code == "KH23"] == [
        "Trang Nhiệm vụ thiếu dòng II.2.9.",
        "Trang Nhiệm vụ thiếu dòng III.1.3.",
    ]
    assert next(say(one).message for one in findings if one.code == "KH24") == "Nhiệm vụ II.1.1 đã có ở ô B7."


def test_nothing_is_missing_while_a_code_cannot_be_read() -> None:
    assert judged(rows("| code |\n| II.1.1 |\n| #84,01 |\n| III.1.3 |")) == []


def test_a_row_without_a_code_is_no_task() -> None:
    assert judged(rows("| code | remarks |\n| III.3.2 | |\n| | cả quý |", "VH")) == []


def test_a_sheet_of_tasks_that_was_not_read_is_not_asked_about() -> None:
    assert judge_task_rows(PLAN, {}) == []
    assert judged(Register(TASKS, ())) == []


PAPERS = Sheet("papers", Text("Văn bản", "Papers"), (column("task", "Mã nhiệm vụ", CODE, many=True),))
PLAIN = Sheet("plain", Text("Sổ", "Plain"), (column("task", "Mã nhiệm vụ", LINE),))


def test_a_row_may_name_two_tasks_only_where_the_plan_calls_them_the_same_work() -> None:
    text = """
        | task                    |
        | II.2.9; III.1.3         |
        | iii.1.3; ii.2.9         |
        | II.1.1                  |
        | II.1.1; II.1.1          |
        | II.1.1; II.2.9          | B11 KH32
        | II.2.9; III.1.3; II.1.1 | B12 KH32
        | II.2.9; X.9             | B13 KH32
        """
    findings = judge_overlaps(PLAN, {"papers": register(PAPERS, text)})

    assert told(findings) == beside(text)
    assert say(findings[0]).message.startswith("Dòng này ghi cho II.1.1, II.2.9; kế hoạch không coi")


def test_a_register_that_takes_one_task_a_row_is_not_asked() -> None:
    assert judge_overlaps(PLAN, {"plain": register(PLAIN, "| task |\n| II.1.1; II.2.9 |")}) == []
