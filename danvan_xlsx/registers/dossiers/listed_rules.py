"""Are the late dossiers of a month those that *Hồ sơ quá hạn* lists one by one?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from danvan_xlsx.registers.dossiers.months import stretches
from danvan_xlsx.registers.dossiers.sheet import DOSSIERS
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import DATA, WARNING, Register, sheet_rule
from danvan_xlsx.words.text import Text

Told = Iterator[tuple[Row | None, str, dict[str, Any]]]

COMPARE_BOTH = Text(
    "Đề nghị đối chiếu phần mềm một cửa, ghi đủ hồ sơ vào sổ Hồ sơ quá hạn hoặc sửa số của tháng.",
    "Please compare with the one-stop software, list every late dossier or correct the month's number.",
)


class Listed(NamedTuple):
    """The days of the late dossiers, each list in order: when they were due, and when those returned were returned."""

    due: list[date]
    returned: list[date]


def _listed(late_dossiers: Register) -> Listed | None:
    """None where a day could not be read: the row may be of any month."""
    if any("due_on" not in row.values or "returned_on" in row.refused for row in late_dossiers.rows):
        return None
    late = [row for row in late_dossiers.rows if row.get("returned_on", date.max) > row["due_on"]]
    returned = sorted(row["returned_on"] for row in late if "returned_on" in row.values)
    return Listed(sorted(row["due_on"] for row in late), returned)


@sheet_rule(
    "HC14",
    DOSSIERS,
    DATA,
    WARNING,
    message=Text(
        "{this} ghi {late} hồ sơ trả quá hạn; sổ Hồ sơ quá hạn có {listed} hồ sơ trả trong thời gian này.",
        "{this} has {late} dossiers returned late; {listed} returned in that time are listed one by one.",
    ),
    remedy=COMPARE_BOTH,
    reason=Text(
        "Mỗi hồ sơ trả quá hạn cần có nguyên nhân, bộ phận và thư xin lỗi, nên phải có ở sổ Hồ sơ quá hạn.",
        "Every dossier returned late has a cause, a section and an apology, and so a row of its own.",
    ),
    wrong="""
        month 3 | late 2
        late_dossiers: code HS-1 | due_on 22/03/2022 | returned_on 25/03/2022
    """,
    right="""
        month 3 | late 1
        late_dossiers: code HS-1 | due_on 22/03/2022 | returned_on 25/03/2022
    """,
)
def late_ones_not_listed(rows: Sequence[Row], late_dossiers: Register, plan: Any, as_of: date) -> Told:
    """Thông tư 01/2020/TT-VPCP, biểu II.06a/VPCP/KSTT; Nghị định 61/2018/NĐ-CP, Điều 19."""
    days = _listed(late_dossiers)
    if days is None:
        return
    for one in stretches(rows, plan.year):
        if one.until > as_of or "late" not in one.row.values:
            continue
        listed = bisect_right(days.returned, one.until) - bisect_left(days.returned, one.since)
        if listed != one.row["late"]:
            yield one.row, "late", {"this": one.title, "late": one.row["late"], "listed": listed}


@sheet_rule(
    "HC15",
    DOSSIERS,
    DATA,
    WARNING,
    message=Text(
        "{this} ghi {pending} hồ sơ đang xử lý quá hạn; sổ Hồ sơ quá hạn có {listed} hồ sơ đã qua ngày hẹn mà đến "
        "{until} chưa trả.",
        "{this} has {pending} pending dossiers that are overdue; {listed} past their day and not returned by {until} "
        "are listed one by one.",
    ),
    remedy=COMPARE_BOTH,
    reason=Text(
        "Hồ sơ đã qua ngày hẹn mà chưa trả cũng ghi ở sổ Hồ sơ quá hạn.",
        "A dossier past its day and not returned has a row of its own too.",
    ),
    wrong="""
        month 3 | pending_overdue 0
        late_dossiers: code HS-1 | due_on 29/03/2022 | returned_on 01/04/2022
    """,
    right="""
        month 3 | pending_overdue 1
        late_dossiers: code HS-1 | due_on 29/03/2022 | returned_on 01/04/2022
    """,
)
def overdue_ones_not_listed(rows: Sequence[Row], late_dossiers: Register, plan: Any, as_of: date) -> Told:
    """Thông tư 01/2020/TT-VPCP, biểu II.06a/VPCP/KSTT."""
    days = _listed(late_dossiers)
    if days is None:
        return
    for one in stretches(rows, plan.year):
        if one.until > as_of or "pending_overdue" not in one.row.values:
            continue
        returned = bisect_right(days.returned, one.until)
        listed = bisect_left(days.due, one.until) - returned
        # Software differs in whether what is due on the last day is overdue that evening.
        at_most = bisect_right(days.due, one.until) - returned
        pending = one.row["pending_overdue"]
        if not listed <= pending <= at_most:
            yield (
                one.row,
                "pending_overdue",
                {
                    "this": one.title,
                    "pending": pending,
                    "listed": listed,
                    "until": one.until,
                },
            )
