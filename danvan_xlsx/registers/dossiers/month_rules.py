"""Does a month add up, and does it follow from the month before?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import Any

from danvan_xlsx.registers.dossiers.months import (
    ONE_DAY,
    Stretch,
    balance,
    first_and_last,
    left_over,
    overlapping,
    periods_by_name,
    stretches,
)
from danvan_xlsx.registers.dossiers.sheet import DOSSIERS
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import DATA, ERROR, WARNING, Register, having, rule, sheet_rule
from danvan_xlsx.words.text import Text, fold

Told = Iterator[tuple[Row | None, str, dict[str, Any]]]

LOOK_INTO_THE_SOFTWARE = Text(
    "Đề nghị đối chiếu phần mềm một cửa, sửa ô chưa đúng.",
    "Please compare with the one-stop software and correct the cell that is wrong.",
)


@rule(
    "HC01",
    DOSSIERS,
    DATA,
    ERROR,
    message=Text(
        "Đã trả {settled} hồ sơ, trong khi kỳ trước chuyển sang và tiếp nhận mới chỉ có {there} hồ sơ.",
        "{settled} dossiers were settled, while only {there} were carried over or received.",
    ),
    remedy=LOOK_INTO_THE_SOFTWARE,
    reason=Text(
        "Không thể trả nhiều hồ sơ hơn số đã có.",
        "More dossiers than there were cannot be settled.",
    ),
    wrong="month 1 | carried_over 15 | online 37 | direct 131 | early 130 | on_time 54 | late 0",
    right="month 1 | carried_over 15 | online 37 | direct 131 | early 130 | on_time 53 | late 0",
)
def settled_more_than_there_was(
    *, early: float, on_time: float, late: float, carried_over: float, online: float, direct: float
) -> object:
    """Thông tư 01/2020/TT-VPCP, biểu II.06a/VPCP/KSTT."""
    was = balance(early=early, on_time=on_time, late=late, carried_over=carried_over, online=online, direct=direct)
    return was.left < 0 and was._asdict()


@rule(
    "HC09",
    DOSSIERS,
    DATA,
    ERROR,
    message=Text(
        "Đang xử lý quá hạn ghi {pending_overdue} hồ sơ, trong khi cuối kỳ chỉ còn {left} hồ sơ chưa trả.",
        "{pending_overdue} pending dossiers are overdue, while only {left} are left at the end.",
    ),
    remedy=LOOK_INTO_THE_SOFTWARE,
    reason=Text(
        "Hồ sơ đang xử lý quá hạn là một phần của hồ sơ chưa trả.",
        "Pending dossiers that are overdue are a part of those not yet settled.",
    ),
    wrong=("month 1 | carried_over 15 | online 37 | direct 131 | early 117 | on_time 53 | late 0 | pending_overdue 14"),
    right=("month 1 | carried_over 15 | online 37 | direct 131 | early 117 | on_time 53 | late 0 | pending_overdue 13"),
)
def more_overdue_than_left(
    *,
    pending_overdue: float,
    carried_over: float,
    online: float,
    direct: float,
    early: float,
    on_time: float,
    late: float,
) -> object:
    """Thông tư 01/2020/TT-VPCP, biểu II.06a/VPCP/KSTT."""
    was = balance(early=early, on_time=on_time, late=late, carried_over=carried_over, online=online, direct=direct)
    return 0 <= was.left < pending_overdue and {"left": was.left}


@sheet_rule(
    "HC02",
    DOSSIERS,
    DATA,
    ERROR,
    message=Text(
        "{this}: kỳ trước chuyển sang {carried}; cuối {before} còn {left} hồ sơ.",
        "{this}: {carried} carried over; {left} dossiers were left at the end of {before}.",
    ),
    remedy=LOOK_INTO_THE_SOFTWARE,
    reason=Text(
        "Hồ sơ chưa trả cuối tháng này là hồ sơ chuyển sang tháng sau.",
        "What is left at the end of a month is what the next one begins with.",
    ),
    wrong="""
        month 5 | carried_over 14 | online 97 | direct 106 | early 140 | on_time 62 | late 0
        month 6 | carried_over 14
    """,
    right="""
        month 5 | carried_over 14 | online 97 | direct 106 | early 140 | on_time 62 | late 0
        month 6 | carried_over 15
    """,
)
def carried_over_otherwise(rows: Sequence[Row], plan: Any) -> Told:
    """Thông tư 01/2020/TT-VPCP, biểu II.06a/VPCP/KSTT."""
    for before, this in pairwise(stretches(rows, plan.year)):
        left, carried = left_over(before.row), this.row.get("carried_over")
        if this.since != before.until + ONE_DAY or left is None or carried is None:
            continue
        # What was settled beyond what there was is told in its own row.
        if left >= 0 and carried != left:
            yield (
                this.row,
                "carried_over",
                {"this": this.title, "before": before.name, "carried": carried, "left": left},
            )


@sheet_rule(
    "HC10",
    DOSSIERS,
    DATA,
    ERROR,
    message=Text(
        "Dòng của tháng {month} ghi ngày {day}, không thuộc tháng đó.",
        "The row of month {month} names {day}, which is not in it.",
    ),
    remedy=Text(
        "Đề nghị sửa ngày hoặc tháng; dòng ghi trọn tháng thì để trống hai ô ngày.",
        "Please correct the day or the month; leave both days blank where the row is the whole month.",
    ),
    reason=Text(
        "Từ ngày, đến ngày chỉ để tách một tháng thành hai phần.",
        "The two days only split a month into its parts.",
    ),
    wrong="month 5 | from_day 01/05/2022 | to_day 20/06/2022",
    right="month 5 | from_day 01/05/2022 | to_day 20/05/2022",
)
def part_outside_its_month(rows: Sequence[Row], plan: Any) -> Told:
    """Hướng dẫn ghi sổ Hồ sơ theo tháng."""
    for row in having(rows, "month", "from_day", "to_day"):
        first, last = first_and_last(row["month"], plan.year)
        outside = [column for column in ("from_day", "to_day") if not first <= row[column] <= last]
        # Days out of order are told as such.
        if outside and row["from_day"] <= row["to_day"]:
            yield row, outside[0], {"month": row["month"].number, "day": row[outside[0]]}


@sheet_rule(
    "HC11",
    DOSSIERS,
    DATA,
    ERROR,
    message=Text(
        "{this} có ngày đã ghi ở dòng {other} ({before}).",
        "{this} has days that row {other} ({before}) has too.",
    ),
    remedy=Text(
        "Đề nghị giữ một dòng cho mỗi tháng; khi tách tháng, ghi từ ngày, đến ngày không trùng nhau.",
        "Please keep one row a month; where a month is split, let the days of its parts not overlap.",
    ),
    reason=Text("Hồ sơ của ngày trùng bị tính hai lần.", "Dossiers of such days are counted twice."),
    wrong="""
        month 5 | from_day 01/05/2022 | to_day 20/05/2022
        month 5 | from_day 20/05/2022 | to_day 31/05/2022
    """,
    right="""
        month 5 | from_day 01/05/2022 | to_day 20/05/2022
        month 5 | from_day 21/05/2022 | to_day 31/05/2022
    """,
)
def days_written_twice(rows: Sequence[Row], plan: Any) -> Told:
    """Hướng dẫn ghi sổ Hồ sơ theo tháng."""
    for before, this in overlapping(stretches(rows, plan.year)):
        yield this.row, "month", {"this": this.title, "before": before.name, "other": str(before.row.number)}


@sheet_rule(
    "HC12",
    DOSSIERS,
    DATA,
    WARNING,
    message=Text(
        "Tháng {month} đã tách nhưng chưa có số liệu từ {since} đến {until}.",
        "Month {month} was split, and the days from {since} to {until} have no row.",
    ),
    remedy=Text(
        "Đề nghị thêm dòng cho những ngày còn thiếu hoặc sửa từ ngày, đến ngày.",
        "Please add a row for these days, or correct the days of the parts.",
    ),
    reason=Text(
        "Các phần của một tháng cộng lại phải đủ cả tháng.",
        "The parts of a month must add up to the month.",
    ),
    wrong="month 5 | from_day 01/05/2022 | to_day 20/05/2022",
    right="""
        month 5 | from_day 01/05/2022 | to_day 20/05/2022
        month 5 | from_day 21/05/2022 | to_day 31/05/2022
    """,
)
def part_of_a_month_missing(rows: Sequence[Row], plan: Any, as_of: date) -> Told:
    """Hướng dẫn ghi sổ Hồ sơ theo tháng."""
    if any(row.refused & {"month", "from_day", "to_day"} for row in rows):
        return
    ordered = stretches(rows, plan.year)
    for _, group in groupby(ordered, key=lambda one: (one.since.year, one.since.month)):
        parts = list(group)
        if not any(overlapping(parts)):
            yield from _gaps(parts, plan.year, as_of)


def _gaps(parts: Sequence[Stretch], year: int, as_of: date) -> Told:
    first, last = first_and_last(parts[0].row["month"], year)
    wanted = first
    for one in parts:
        if one.since > wanted:
            yield one.row, "from_day", _missing(wanted, one.since - ONE_DAY)
        wanted = one.until + ONE_DAY
    # The rest of a month that has not ended need not be there.
    if wanted <= last < as_of:
        yield parts[-1].row, "to_day", _missing(wanted, last)


def _missing(since: date, until: date) -> dict[str, Any]:
    return {"month": since.month, "since": since, "until": until}


@sheet_rule(
    "HC13",
    DOSSIERS,
    DATA,
    WARNING,
    message=Text(
        "Kỳ {period} lấy số liệu từ {since} đến {until}; {this} chưa tách ở ngày đó.",
        "Period {period} has its data from {since} to {until}; {this} is not split there.",
    ),
    remedy=Text(
        "Đề nghị tách tháng thành hai dòng, ghi từ ngày, đến ngày của mỗi phần.",
        "Please split the month into two rows, each with its first and last day.",
    ),
    reason=Text(
        "Tháng chưa tách thì số liệu theo tháng và theo lĩnh vực của kỳ không so được với nhau.",
        "Unless the month is split, the period's figures by month and by field cannot be compared.",
    ),
    wrong="""
        month 5
        fields: period 6T
    """,
    right="""
        month 5 | from_day 01/05/2022 | to_day 20/05/2022
        month 5 | from_day 21/05/2022 | to_day 31/05/2022
        fields: period 6T
    """,
)
def month_not_split_at_the_cut(rows: Sequence[Row], fields: Register, plan: Any) -> Told:
    """Kỳ báo cáo của kế hoạch (trang KyBaoCao)."""
    known = periods_by_name(plan)
    # Only periods for which fields are written; the inspection sector cuts elsewhere.
    used = {name: known[name] for row in having(fields.rows, "period") if (name := fold(row["period"])) in known}
    for one in stretches(rows, plan.year):
        for period in used.values():
            if one.since <= period.until < one.until or one.since < period.since <= one.until:
                values = {"period": period.code, "since": period.since, "until": period.until, "this": one.name}
                yield one.row, "month", values
                break
