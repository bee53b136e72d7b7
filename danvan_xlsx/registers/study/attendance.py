"""What the plan asks of attendance: enough of those invited, and a class for the boards of supervision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.registers.study.sheet import STUDIES, SUPERVISORS, TRAINING
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import CONDUCT, NOTE, WARNING, having, key, sheet_rule
from danvan_xlsx.words.text import Text

Told = Iterator[tuple[Row | None, str, dict[str, Any]]]

#: From this month on it is time to speak of what the year still lacks.
LAST_QUARTER = 10


@sheet_rule(
    "TH01",
    STUDIES,
    CONDUCT,
    WARNING,
    message=Text(
        "{audience} ngày {day}: {attended}/{invited} người dự, đạt {share}%; chỉ tiêu của {task} từ {target}%.",
        "{audience} on {day}: {attended} of {invited} came, {share}%; {task} asks {target}%.",
    ),
    remedy=Text(
        "Không phải sửa số liệu; đề nghị ghi lý do ở cột Giải trình, tổ chức học bù nếu cần.",
        "The figures stand; please say why under Explanation, and hold it again for those absent if need be.",
    ),
    reason=Text(
        "Kế hoạch đặt tỷ lệ dự hội nghị, lớp cho từng đối tượng.",
        "The plan sets how many of each audience should come.",
    ),
    wrong="kind Quán triệt | day 16/09/2022 | audience CBCC | invited 45 | attended 41 | task II.1.2",
    right="kind Quán triệt | day 16/09/2022 | audience CBCC | invited 45 | attended 43 | task II.1.2",
)
def fewer_came_than_planned(rows: Sequence[Row], plan: Any) -> Told:
    """Kế hoạch của xã, chỉ tiêu tỷ lệ dự (đã thông qua)."""
    told: set[int] = set()
    for task, target in _targets(plan):
        chosen = [row for row in having(rows, "day", "audience", "invited", "attended") if _asked(row, task, target)]
        invited, attended = (sum(row[column] for row in chosen) for column in ("invited", "attended"))
        if 100 * attended >= target.target * invited:
            continue
        for row in chosen:
            if 100 * row["attended"] < target.target * row["invited"] and id(row) not in told:
                told.add(id(row))
                yield row, "attended", {**_people(row), "task": task.code, "target": target.target}


def _targets(plan: Any) -> Iterator[tuple[Any, Any]]:
    """The tasks and indicators that bind the commune to a share of those invited."""
    for task in plan.tasks.values():
        for one in task.indicators:
            binds = task.code in plan.adopted or one.basis.code in ("plan", "law")
            share = one.measure == "study_attended" and one.of == "study_invited"
            if share and binds and one.comparison.code == "at_least" and not task.followed:
                yield task, one


def _asked(row: Row, task: Any, indicator: Any) -> bool:
    named = key(task.code) in {key(code) for code in row.get("task", ())}
    return named and all(key(row.get(one.column)) in one.values for one in indicator.conditions)


def _people(row: Row) -> dict[str, Any]:
    share = 100 * row["attended"] / row["invited"]
    return {**{column: row[column] for column in ("audience", "day", "attended", "invited")}, "share": round(share, 1)}


@sheet_rule(
    "GS07",
    STUDIES,
    CONDUCT,
    NOTE,
    message=Text(
        "Năm {year} chưa thấy lớp tập huấn nào cho Ban Thanh tra nhân dân, Ban GSĐTCĐ (nhiệm vụ {tasks}).",
        "No training of the inspectorate and the supervision boards is seen in {year} (task {tasks}).",
    ),
    remedy=Text(
        "Trân trọng đề nghị phối hợp bố trí lớp trong năm; nếu đã mở lớp, ghi vào sổ này.",
        "We ask that a class be held this year; if it was, please enter it here.",
    ),
    reason=Text(
        "Kế hoạch đặt mức mỗi năm ít nhất một lớp cho thành viên các Ban.",
        "The plan asks for at least one class a year for the members of these boards.",
    ),
    wrong="""
    kind Tập huấn | day 08/07/2022 | audience Cán bộ, công chức
    as_of: 01/10/2022
    """,
    right="""
    kind Tập huấn | day 08/07/2022 | audience Cán bộ, công chức
    as_of: 30/09/2022
    """,
)
def boards_not_trained(rows: Sequence[Row], plan: Any, as_of: date) -> Told:
    """Kế hoạch của xã, mục II.4 (tập huấn cho Ban Thanh tra nhân dân, Ban GSĐTCĐ)."""
    tasks = tuple(task.code for task in plan.tasks.values() if _of_the_boards(task))
    if not tasks or as_of < date(plan.year, LAST_QUARTER, 1):
        return
    open_to_doubt = (row for row in rows if row.refused & {"kind", "audience"})
    trained = (row for row in rows if row.get("kind") == TRAINING and row.get("audience") == SUPERVISORS)
    if not any(open_to_doubt) and not any(trained):
        yield None, "audience", {"year": str(plan.year), "tasks": tasks}


def _of_the_boards(task: Any) -> bool:
    conditions = (one for indicator in task.indicators for one in indicator.conditions)
    return any(one.column == "audience" and SUPERVISORS.code in one.values for one in conditions)
