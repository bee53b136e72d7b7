"""Whether reports went out in time, with the figures of their period, and whether documents left when signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.registers.documents.sheet import DOCUMENTS, REPORT, heading
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.layout import Placed, Row
from danvan_xlsx.words.rules import CONDUCT, DATA, KEEP_THE_DAY, NOTE, WARNING, Register, having, rule, sheet_rule
from danvan_xlsx.words.text import Text, fold

Told = Iterator[tuple[Row | None, str, Mapping[str, Any]]]

#: How the plan names the periods of the inspection sector, whose figures have windows of their own.
_INSPECTION = "ttr"


@sheet_rule(
    "BC01",
    DOCUMENTS,
    CONDUCT,
    WARNING,
    message=Text(
        "{period} gửi ngày {sent_on}; chậm nhất {due}, muộn {late} ngày.",
        "{period} was sent on {sent_on}; due by {due}, {late} days late.",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Huyện, tỉnh tổng hợp theo ngày đã giao; báo cáo muộn làm chậm cả tuyến trên.",
        "The levels above put reports together by the day they set; a late one delays them all.",
    ),
    wrong="number 38/BC-UBND | kind Báo cáo | task III.1.6 | sent_on 30/05/2022",
    right="number 38/BC-UBND | kind Báo cáo | task III.1.6 | sent_on 29/05/2022",
)
def report_sent_after_its_deadline(*, rows: Sequence[Row], plan: Any) -> Told:
    """Kế hoạch của xã, mục III.1 và trang KyBaoCao (hạn gửi; “trước ngày” thì tính đến ngày liền trước)."""
    first: dict[str, tuple[Row, Any]] = {}
    for row, period in _reports(rows, plan):
        # One that follows (a correction, an annex) is not late.
        held = first.get(period.code)
        if "sent_on" in row.values and (held is None or row["sent_on"] < held[0]["sent_on"]):
            first[period.code] = row, period
    for row, period in first.values():
        late = (row["sent_on"] - period.last_day).days
        if late > 0:
            values = {"period": period.name, "sent_on": row["sent_on"], "late": late}
            yield row, "sent_on", {**values, "due": _day_told(period.last_day, plan)}


@sheet_rule(
    "BC02",
    DOCUMENTS,
    DATA,
    WARNING,
    message=Text(
        "{period}: số liệu từ {data_from} đến {data_to}; kỳ của kế hoạch từ {since} đến {until}.",
        "{period}: its data are of {data_from} to {data_to}; the plan's period is {since} to {until}.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu báo cáo đã ký; kỳ dân vận và kỳ của ngành Thanh tra có ngày chốt khác nhau.",
        "Please compare with the signed report; the inspection sector closes its periods on other days.",
    ),
    reason=Text(
        "Cùng gọi là 6 tháng nhưng hai ngành tính từ ngày khác nhau; số liệu lệch kỳ thì không so được.",
        "Two sectors say half-year of different days; figures of another window cannot be compared.",
    ),
    wrong="kind Báo cáo | task III.1.6 | data_from 01/01/2022 | data_to 14/06/2022",
    right="kind Báo cáo | task III.1.6 | data_from 01/01/2022 | data_to 20/05/2022",
)
def data_of_another_window(*, rows: Sequence[Row], plan: Any) -> Told:
    """Kế hoạch của xã, trang KyBaoCao (số liệu từ ngày, đến ngày)."""
    for row, period in _reports(rows, plan):
        wanted = {"data_to": period.until, "data_from": period.since}
        other = [column for column, day in wanted.items() if row.get(column, day) != day]
        if other:
            typed = {column: row.get(column, "–") for column in wanted}
            yield row, other[0], {**typed, "period": period.name, "since": period.since, "until": period.until}


@rule(
    "BC06",
    DOCUMENTS,
    CONDUCT,
    WARNING,
    message=Text(
        "Báo cáo {period} gửi ngày {sent_on}; chậm nhất {due} ({source}).",
        "The report {period} was sent on {sent_on}; due by {due} ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Cấp xã gửi thẳng báo cáo tiếp công dân, đơn thư lên tỉnh; ngày gửi do Thông tư định, tỉnh có thể định khác.",
        "The commune sends its figures on petitions to the province by a day of the circular, or the province's own.",
    ),
    wrong="kind Báo cáo | period TTR-NAM | data_to 14/12/2025 | sent_on 18/12/2025",
    right="kind Báo cáo | period TTR-NAM | data_to 14/12/2025 | sent_on 17/12/2025",
    limits=("report.inspection_commune_due",),
)
def inspection_report_sent_late(
    *, sent_on: date, data_to: date, period: str, kind: Option, plan: Any, law: Law
) -> object:
    """Thông tư 06/2025/TT-TTCP, Điều 7 khoản 2."""
    limit = law.get("report.inspection_commune_due", at=data_to)
    if kind != REPORT or not fold(period).startswith(_INSPECTION) or limit is None:
        return False
    due = law.working_days.on_or_after(data_to.replace(day=int(limit.amount)))
    owed = _by_name(plan).get(fold(period))
    if owed is not None and owed.until == data_to and sent_on > owed.last_day:
        # Late by the plan's own day: told there.
        return False
    return sent_on > due and {"limit": limit, "due": due}


@rule(
    "BC07",
    DOCUMENTS,
    CONDUCT,
    WARNING,
    message=Text(
        "Báo cáo theo văn bản {asked_by} đến hạn {due_told}, muộn {late} ngày (tính đến {until}).",
        "The report asked for by {asked_by} was due on {due_told}; {late} days late (up to {until}).",
    ),
    remedy=Text(
        "Nếu đã gửi, đề nghị ghi Ngày gửi; nếu muộn thì giữ nguyên ngày, ghi lý do ở cột Giải trình.",
        "If it has gone, please write the day sent; if it was late, leave the day and say why under Explanation.",
    ),
    reason=Text(
        "Báo cáo đột xuất có hạn riêng ghi trong văn bản giao.",
        "A report on request has its own day, named in the letter that asks for it.",
    ),
    wrong="kind Báo cáo | asked_by 112/UBND-NV | due 08/04/2022 | sent_on 09/04/2022",
    right="kind Báo cáo | asked_by 112/UBND-NV | due 08/04/2022 | sent_on 08/04/2022",
)
def answered_after_its_day(
    *, sent_on: date | None = None, due: date, asked_by: str, kind: Option, plan: Any, as_of: date
) -> object:
    """Văn bản giao báo cáo; kế hoạch của xã, mục III.1 (báo cáo đột xuất)."""
    until = sent_on or as_of
    late = (until - due).days
    return kind == REPORT and late > 0 and {"late": late, "until": until, "due_told": _day_told(due, plan)}


@sheet_rule(
    "BC08",
    DOCUMENTS,
    CONDUCT,
    NOTE,
    message=Text(
        "Chưa thấy báo cáo của {count} kỳ đã hết hạn gửi: {periods}.",
        "No report is entered of {count} periods whose deadline has passed: {periods}.",
    ),
    remedy=Text(
        "Nếu đã gửi, đề nghị vào sổ và ghi mã kỳ ở cột Kỳ báo cáo; nếu xã không phải gửi, bỏ kỳ ở trang KyBaoCao.",
        "If it was sent, please enter it with its period's code; if it is not owed, remove the period from KyBaoCao.",
    ),
    reason=Text(
        "Kỳ báo cáo không gắn nhiệm vụ nào thì không nơi nào khác nhắc.",
        "Of a period that belongs to no task nothing else reminds.",
    ),
    wrong="kind Báo cáo | period TTR-Q1\nkind Báo cáo | period TTR-6T",
    right="kind Báo cáo | period TTR-Q1\nkind Báo cáo | period TTR-6T\nkind Báo cáo | period TTR-9T",
)
def report_of_an_ended_period_absent(*, rows: Sequence[Row], documents: Register, plan: Any, as_of: date) -> Told:
    """Kế hoạch của xã, trang KyBaoCao."""
    there = {period.code for _, period in _reports(rows, plan)}
    # A period with a task is told as the task's status.
    owed = [one for one in plan.periods.values() if one.task is None and one.last_day < as_of and one.code not in there]
    if owed:
        named = tuple(f"{one.name} ({one.code})" for one in owed)
        yield heading(_where_reports_are_typed(documents, plan)), "period", {"count": len(owed), "periods": named}


def _where_reports_are_typed(documents: Register, plan: Any) -> Placed:
    """In the workbook of who types the reports that are tasks; else in the first."""
    typists = {plan.tasks[one.task].typed_by for one in plan.periods.values() if one.task in plan.tasks}
    return next((placed for placed in documents.placed if placed.unit in typists), documents.placed[0])


@rule(
    "BC09",
    DOCUMENTS,
    DATA,
    WARNING,
    message=Text(
        "Báo cáo ngày {day} ghi số liệu đến ngày {data_to}.", "The report of {day} says its data run to {data_to}."
    ),
    remedy=Text(
        "Đề nghị kiểm tra hai ngày; số ước thực hiện thì ghi rõ là ước, số liệu chỉ tính đến ngày chốt.",
        "Please check both days; an estimate is named as such, and data end on the day they were closed.",
    ),
    reason=Text("Không có số liệu của những ngày chưa đến.", "Of days to come there are no figures."),
    wrong="kind Báo cáo | day 27/05/2022 | data_to 30/06/2022",
    right="kind Báo cáo | day 27/05/2022 | data_to 27/05/2022",
)
def data_of_days_to_come(*, data_to: date, day: date, kind: Option) -> object:
    """Sổ văn bản của xã: ngày ban hành, số liệu đến ngày."""
    return kind == REPORT and data_to > day


@rule(
    "VB14",
    DOCUMENTS,
    CONDUCT,
    WARNING,
    message=Text(
        "Văn bản ký ngày {day}, gửi ngày {sent_on}; thời hạn {limit}, chậm nhất {due} ({source}).",
        "The document signed on {day} was sent on {sent_on}; limit {limit}, by {due} ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Văn bản đi được chuyển trong ngày ký, chậm nhất ngày làm việc tiếp theo.",
        "What is signed leaves on that day, on the next working day at the latest.",
    ),
    wrong="day 12/04/2022 | sent_on 14/04/2022",
    right="day 12/04/2022 | sent_on 13/04/2022",
    limits=("document.outgoing",),
)
def sent_days_after_it_was_signed(*, sent_on: date, day: date, law: Law) -> object:
    """Nghị định 30/2020/NĐ-CP, Điều 18 khoản 1."""
    limit = law.get("document.outgoing", at=day)
    return limit is not None and limit.breach(day, sent_on)


def _reports(rows: Sequence[Row], plan: Any) -> Iterator[tuple[Row, Any]]:
    """The reports that belong to a period of the plan: named in their own column, else by their task."""
    by_name = _by_name(plan)
    by_task: dict[str, list[Any]] = {}
    for one in plan.periods.values():
        if one.task is not None:
            by_task.setdefault(one.task, []).append(one)
    for row in having(rows, "kind"):
        if row["kind"] != REPORT:
            continue
        named = by_name.get(fold(row.get("period", "")))
        of_tasks = [one for code in row.get("task", ()) for one in by_task.get(code, ())]
        # Several periods of one task (a report a quarter): only its own column tells them apart.
        period = named or (of_tasks[0] if len(of_tasks) == 1 else None)
        if period is not None:
            yield row, period


def _by_name(plan: Any) -> dict[str, Any]:
    return {fold(word): one for one in plan.periods.values() for word in (one.name, one.code)}


def _day_told(day: date, plan: Any) -> date | Text:
    """A day, and which day off it is."""
    why = plan.calendar.why_off(day)
    return day if why is None else Text(f"{day:%d/%m/%Y} (là {why.vi})", f"{day:%d/%m/%Y} ({why.en})")
