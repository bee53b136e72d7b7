"""Do the fields of a report period add up, to the months and to the period before?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from danvan_xlsx.registers.dossiers.month_rules import LOOK_INTO_THE_SOFTWARE
from danvan_xlsx.registers.dossiers.months import balance, covering, periods_by_name, stretches
from danvan_xlsx.registers.dossiers.sheet import FIELDS, RECEIVED, RESOLVED
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import DATA, ERROR, WARNING, Register, having, rule, sheet_rule
from danvan_xlsx.words.text import Text, fold

Told = Iterator[tuple[Row | None, str, dict[str, Any]]]

FLOWS = (*RECEIVED, *RESOLVED)
#: Service levels at which a dossier can be filed online.
FILED_ONLINE = frozenset({"level_3", "level_4", "partial", "full"})


@rule(
    "HC17",
    FIELDS,
    DATA,
    ERROR,
    message=Text(
        "Lĩnh vực {field}, kỳ {period}: đã trả {settled} hồ sơ, trong khi kỳ trước chuyển sang và tiếp nhận mới chỉ có "
        "{there} hồ sơ.",
        "Field {field}, period {period}: {settled} dossiers were settled, while only {there} were carried over or "
        "received.",
    ),
    remedy=LOOK_INTO_THE_SOFTWARE,
    reason=Text(
        "Không thể trả nhiều hồ sơ hơn số đã có.",
        "More dossiers than there were cannot be settled.",
    ),
    wrong="period 6T | field Hộ tịch | carried_over 4 | online 92 | direct 81 | early 120 | on_time 58 | late 0",
    right="period 6T | field Hộ tịch | carried_over 4 | online 92 | direct 81 | early 120 | on_time 57 | late 0",
)
def field_settled_more_than_there_was(
    *,
    early: float,
    on_time: float,
    late: float,
    carried_over: float,
    online: float,
    direct: float,
    field: Any = None,
    period: str | None = None,
) -> object:
    """Thông tư 01/2020/TT-VPCP, biểu II.06a/VPCP/KSTT."""
    was = balance(early=early, on_time=on_time, late=late, carried_over=carried_over, online=online, direct=direct)
    return was.left < 0 and was._asdict()


@rule(
    "HC18",
    FIELDS,
    DATA,
    ERROR,
    message=Text(
        "Lĩnh vực {field}, kỳ {period}: đang xử lý quá hạn ghi {pending_overdue} hồ sơ, trong khi cuối kỳ chỉ còn "
        "{left} hồ sơ chưa trả.",
        "Field {field}, period {period}: {pending_overdue} pending dossiers are overdue, while only {left} are left "
        "at the end.",
    ),
    remedy=LOOK_INTO_THE_SOFTWARE,
    reason=Text(
        "Hồ sơ đang xử lý quá hạn là một phần của hồ sơ chưa trả.",
        "Pending dossiers that are overdue are a part of those not yet settled.",
    ),
    wrong=(
        "period 6T | field Hộ tịch | carried_over 4 | online 92 | direct 81 | early 117 | on_time 56 | late 0 | "
        "pending_overdue 5"
    ),
    right=(
        "period 6T | field Hộ tịch | carried_over 4 | online 92 | direct 81 | early 117 | on_time 56 | late 0 | "
        "pending_overdue 4"
    ),
)
def field_more_overdue_than_left(
    *,
    pending_overdue: float,
    carried_over: float,
    online: float,
    direct: float,
    early: float,
    on_time: float,
    late: float,
    field: Any = None,
    period: str | None = None,
) -> object:
    """Thông tư 01/2020/TT-VPCP, biểu II.06a/VPCP/KSTT."""
    was = balance(early=early, on_time=on_time, late=late, carried_over=carried_over, online=online, direct=direct)
    return 0 <= was.left < pending_overdue and {"left": was.left}


@sheet_rule(
    "HC19",
    FIELDS,
    DATA,
    ERROR,
    message=Text(
        "Lĩnh vực {field} của kỳ {period} đã có ở dòng {other}.",
        "Field {field} of period {period} stands in row {other} already.",
    ),
    remedy=Text("Đề nghị gộp thành một dòng.", "Please make one row of the two."),
    reason=Text("Mỗi lĩnh vực của một kỳ chỉ tính một lần.", "A field is counted once a period."),
    wrong="""
        period 6T | field Hộ tịch
        period 6T | field Hộ tịch
    """,
    right="""
        period 6T | field Hộ tịch
        period NAM | field Hộ tịch
    """,
)
def field_written_twice(rows: Sequence[Row]) -> Told:
    """Hướng dẫn ghi sổ Hồ sơ theo lĩnh vực."""
    for row, first in _twice(rows):
        yield row, "field", {"field": row["field"], "period": row["period"], "other": str(first.number)}


def _twice(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Each row whose period and field stand in an earlier one, with that one."""
    first: dict[tuple[str, str], Row] = {}
    for row in having(rows, "period", "field"):
        held = first.setdefault((fold(row["period"]), row["field"].code), row)
        if held is not row:
            yield row, held


@sheet_rule(
    "HC07",
    FIELDS,
    DATA,
    ERROR,
    message=Text(
        "Kỳ {period}, cột {column}: các lĩnh vực cộng lại {total}; sổ Hồ sơ theo tháng từ {since} đến {until} có "
        "{expected}.",
        "Period {period}, column {column}: the fields add up to {total}; the months from {since} to {until} give "
        "{expected}.",
    ),
    remedy=LOOK_INTO_THE_SOFTWARE,
    reason=Text(
        "Hai sổ cùng nói về một số hồ sơ, báo cáo dùng cả hai.",
        "Both registers speak of the same dossiers, and reports use both.",
    ),
    wrong="""
        period 6T | field Hộ tịch | late 1
        period 6T | field Đất đai | late 0
        dossiers: month 1 | late 0
        dossiers: month 2 | late 0
        dossiers: month 3 | late 2
        dossiers: month 4 | late 0
        dossiers: month 5 | from_day 01/05/2022 | to_day 20/05/2022 | late 0
    """,
    right="""
        period 6T | field Hộ tịch | late 1
        period 6T | field Đất đai | late 1
        dossiers: month 1 | late 0
        dossiers: month 2 | late 0
        dossiers: month 3 | late 2
        dossiers: month 4 | late 0
        dossiers: month 5 | from_day 01/05/2022 | to_day 20/05/2022 | late 0
    """,
)
def fields_and_months_differ(rows: Sequence[Row], dossiers: Register, plan: Any) -> Told:
    """Thông tư 01/2020/TT-VPCP, biểu II.06a/VPCP/KSTT."""
    if any("period" not in row.values for row in rows):
        return
    twice = {fold(row["period"]) for row, _ in _twice(rows)}
    periods = periods_by_name(plan)
    months = stretches(dossiers.rows, plan.year)
    for name, fields in _by_period(rows).items():
        if name not in periods or name in twice:
            continue
        period = periods[name]
        inside = [one.row for one in covering(months, period.since, period.until)]
        for column, expected in _expected(inside).items():
            if not all(column in row.values for row in fields):
                continue
            total = sum(row[column] for row in fields)
            if total != expected:
                yield (
                    fields[-1],
                    column,
                    {
                        "period": period.code,
                        "column": FIELDS.by_code[column].label,
                        "total": total,
                        "expected": expected,
                        "since": period.since,
                        "until": period.until,
                    },
                )


def _by_period(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in having(rows, "period"):
        found.setdefault(fold(row["period"]), []).append(row)
    return found


def _expected(months: Sequence[Row]) -> Mapping[str, float]:
    """What the fields must add up to, by column, where the months show it.

    What came and went is added up; what was there before is that of the first month, what is pending of the last.
    """
    if not months:
        return {}
    expected = {
        column: sum(row[column] for row in months) for column in FLOWS if all(column in row.values for row in months)
    }
    edges = {"carried_over": months[0], "pending_overdue": months[-1]}
    return expected | {column: row[column] for column, row in edges.items() if column in row.values}


@sheet_rule(
    "HC20",
    FIELDS,
    DATA,
    WARNING,
    message=Text(
        "Lĩnh vực {field}, cột {column}: kỳ {period} ghi {amount}, kỳ {before} (cùng bắt đầu {since}, ngắn hơn) đã ghi "
        "{shorter}.",
        "Field {field}, column {column}: period {period} has {amount}, while period {before}, which begins on {since} "
        "too and is shorter, has {shorter}.",
    ),
    remedy=LOOK_INTO_THE_SOFTWARE,
    reason=Text(
        "Kỳ dài hơn gồm cả kỳ ngắn hơn: số phát sinh không thể ít đi, số chuyển sang đầu kỳ phải như nhau.",
        "The longer period holds the shorter: what came and went cannot fall, what was carried over is the same.",
    ),
    wrong="""
        period 6T | field Hộ tịch | online 92
        period NAM | field Hộ tịch | online 91
    """,
    right="""
        period 6T | field Hộ tịch | online 92
        period NAM | field Hộ tịch | online 92
    """,
)
def longer_period_has_less(rows: Sequence[Row], plan: Any) -> Told:
    """Thông tư 01/2020/TT-VPCP, biểu II.06a/VPCP/KSTT."""
    periods = periods_by_name(plan)
    by_field: dict[tuple[Any, str], list[tuple[Any, Row]]] = {}
    for row in having(rows, "period", "field"):
        if (period := periods.get(fold(row["period"]))) is not None:
            by_field.setdefault((period.since, row["field"].code), []).append((period, row))
    for held in by_field.values():
        ordered = sorted(held, key=lambda one: one[0].until)
        for (shorter, before), (longer, row) in pairwise(ordered):
            if shorter.until < longer.until:
                yield from _fallen(shorter, before, longer, row)


def _fallen(shorter: Any, before: Row, longer: Any, row: Row) -> Told:
    for column in ("carried_over", *FLOWS):
        if not (column in row.values and column in before.values):
            continue
        amount, was = row[column], before[column]
        if amount < was or (column == "carried_over" and amount != was):
            yield (
                row,
                column,
                {
                    "field": row["field"],
                    "column": FIELDS.by_code[column].label,
                    "period": longer.code,
                    "before": shorter.code,
                    "since": longer.since,
                    "amount": amount,
                    "shorter": was,
                },
            )


@sheet_rule(
    "HC06",
    FIELDS,
    DATA,
    WARNING,
    message=Text(
        "Lĩnh vực {field} ghi {online} hồ sơ trực tuyến; Danh mục TTHC chưa có thủ tục nào của lĩnh vực này ở mức độ "
        "nộp được trực tuyến.",
        "Field {field} has {online} dossiers filed online; the list of procedures has none of this field that can be "
        "filed online.",
    ),
    remedy=Text(
        "Đề nghị kiểm tra mức độ dịch vụ công trong Danh mục TTHC hoặc số hồ sơ trực tuyến của lĩnh vực.",
        "Please check the service levels in the list of procedures, or the number of dossiers filed online.",
    ),
    reason=Text(
        "Chỉ nộp trực tuyến được ở mức độ 3, 4, một phần hoặc toàn trình.",
        "Only what is offered at level 3 or 4, partly or wholly online can be filed so.",
    ),
    wrong="""
        period 6T | field Đất đai | online 18
        procedures: code 1.003554 | field Đất đai | level Mức độ 2
        procedures: code 1.001193 | field Hộ tịch | level Mức độ 4
    """,
    right="""
        period 6T | field Đất đai | online 18
        procedures: code 1.003554 | field Đất đai | level Mức độ 2
        procedures: code 2.001234 | field Đất đai | level Mức độ 3
    """,
)
def filed_online_where_nothing_is_offered(rows: Sequence[Row], procedures: Register) -> Told:
    """Nghị định 45/2020/NĐ-CP và Nghị định 42/2022/NĐ-CP (mức độ dịch vụ công trực tuyến)."""
    listed: dict[str, bool] = {}
    for row in procedures.rows:
        if "field" in row.values:
            # A level that could not be read may be one of them.
            offered = "level" not in row.values or row["level"].code in FILED_ONLINE
            listed[row["field"].code] = listed.get(row["field"].code, False) or offered
    if any("field" in row.refused for row in procedures.rows):
        return
    for row in having(rows, "field", "online"):
        if row["online"] > 0 and listed.get(row["field"].code) is False:
            yield row, "online", {"field": row["field"], "online": row["online"]}
