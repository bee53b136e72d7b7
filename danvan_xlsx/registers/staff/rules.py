"""What is asked of the numbers of staff: everyone scored and reviewed in the end, counted anew each half-year."""

from __future__ import annotations

from datetime import date
from typing import Any

from danvan_xlsx.registers.staff.sheet import PART_TIME, STAFF
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.rules import CONDUCT, DATA, NOTE, rule
from danvan_xlsx.words.text import Text


@rule(
    "CB01",
    STAFF,
    CONDUCT,
    NOTE,
    message=Text(
        "{group}: năm {year} đã hết, {count}/{people} người có điểm thực hiện Quy chế dân chủ.",
        "{group}: {year} is over, {count} of {people} have a score for grassroots democracy.",
    ),
    remedy=Text(
        "Đề nghị ghi số người đã chấm; nếu chưa chấm hết, nêu lý do trong báo cáo.",
        "Please write how many are scored; if not all are, give the reason in the report.",
    ),
    reason=Text(
        "Kế hoạch đưa kết quả thực hiện Quy chế dân chủ vào tiêu chuẩn xếp loại của mọi cán bộ, công chức.",
        "The plan makes grassroots democracy part of the grading of everyone on the staff.",
    ),
    wrong="""
    group Công chức | people 10 | scored 9
    as_of: 01/01/2023
    """,
    right="""
    group Công chức | people 10 | scored 9
    as_of: 31/12/2022
    """,
)
def not_all_scored(*, scored: int | None = None, people: int, group: Option, plan: Any, as_of: date) -> object:
    """Kế hoạch, mục II.3 (điểm thực hiện Quy chế dân chủ trong tiêu chuẩn thi đua, xếp loại)."""
    return _short(scored, people, group, plan, as_of)


@rule(
    "CB02",
    STAFF,
    CONDUCT,
    NOTE,
    message=Text(
        "{group}: năm {year} đã hết, {count}/{people} người được nhận xét, xếp loại.",
        "{group}: {year} is over, {count} of {people} were reviewed.",
    ),
    remedy=Text(
        "Đề nghị ghi số người đã được xếp loại; nếu chưa xếp loại hết, nêu lý do trong báo cáo.",
        "Please write how many were reviewed; if not all were, give the reason in the report.",
    ),
    reason=Text(
        "Kế hoạch đặt mức 100% cán bộ, công chức được nhận xét về tác phong, phong cách phục vụ.",
        "The plan asks that everyone on the staff is reviewed.",
    ),
    wrong="""
    group Cán bộ | people 11
    as_of: 01/01/2023
    """,
    right="""
    group Cán bộ | people 11 | reviewed 11
    as_of: 01/01/2023
    """,
)
def not_all_reviewed(*, reviewed: int | None = None, people: int, group: Option, plan: Any, as_of: date) -> object:
    """Kế hoạch, mục II.1 (100% cán bộ, công chức được nhận xét)."""
    return _short(reviewed, people, group, plan, as_of)


def _short(counted: int | None, people: int, group: Option, plan: Any, as_of: date) -> dict[str, Any] | None:
    """What is said once the year is over and not everyone was counted; part-time posts are graded by others."""
    if group == PART_TIME or as_of.year <= plan.year or (counted or 0) >= people:
        return None
    return {"year": str(plan.year), "count": counted or 0}


@rule(
    "CB03",
    STAFF,
    DATA,
    NOTE,
    message=Text(
        "{group}: số liệu thống kê ngày {counted_on}, kỳ đã hết ngày {ended}.",
        "{group}: counted on {counted_on}; the period ended on {ended}.",
    ),
    remedy=Text(
        "Đề nghị cập nhật số người và ngày thống kê đến cuối kỳ; không đổi thì chỉ ghi lại ngày.",
        "Please bring figures and day up to the end of the period; if nothing changed, only the day.",
    ),
    reason=Text(
        "Báo cáo lấy số người tại ngày cuối kỳ.",
        "Reports take the staff as it stands on the last day of the period.",
    ),
    wrong="group Công chức | counted_on 29/06/2022",
    right="group Công chức | counted_on 30/06/2022",
)
def counted_before_the_period_ended(*, counted_on: date, group: Option, plan: Any, as_of: date) -> object:
    """Quy tắc ghi sổ: mỗi nhóm một dòng, có thay đổi thì sửa ngay trên dòng đó."""
    ends = (date(plan.year, 12, 31), date(plan.year, 6, 30))
    ended = next((day for day in ends if day < as_of), None)
    return ended is not None and counted_on < ended and {"ended": ended}
