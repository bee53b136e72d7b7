"""*Tổng quan*: the chairman's page, one sheet of A4 that is understood in ten seconds, in black and white."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from danvan_xlsx.check.outcome import Outcome
from danvan_xlsx.plan.status import Status, TaskState
from danvan_xlsx.plan.terms import AT_MOST, weekday
from danvan_xlsx.report.key_figures import FigureLine, figure_lines, latest_month
from danvan_xlsx.report.standing import by, lead, share, standing
from danvan_xlsx.report.upcoming import DAYS_AHEAD, open_reports, upcoming
from danvan_xlsx.report.wording import day_month, decisive, in_short, section_label, with_unit
from danvan_xlsx.words.finding import Severity
from danvan_xlsx.words.page import Block, Chart, Gap, Page, Paragraph, Spot, Table, TableColumn
from danvan_xlsx.words.rules import CATALOGUE
from danvan_xlsx.words.text import Text, shown

TITLE = Text("Tổng quan", "Overview")

#: Sixteen narrow columns: tables of the page share them.
WIDTHS = (5.0,) * 16
_MOST_MATTERS, _MOST_COMING = 7, 6
_TITLE_LENGTH = 92

_HEAD = Text("TỔNG QUAN DÂN VẬN CHÍNH QUYỀN NĂM {year}", "THE PLAN OF {year} AT A GLANCE")
_OWNER = Text("UBND {kind} {commune} – số liệu đến ngày {day}", "{commune} – figures to {day}")
_MATTERS = Text("Việc cần Chủ tịch ký, chỉ đạo", "What the chairman should sign or direct")
_NO_MATTERS = Text("Không có việc quá hạn, chưa đạt hoặc sắp đến hạn.", "Nothing is overdue, unmet or due soon.")
_MORE_MATTERS = Text("Và {count} việc khác: xem trang Nhiệm vụ.", "And {count} others: see the sheet of tasks.")
_COMING = Text("{days} ngày tới (đến {last})", "The next {days} days (to {last})")
_NOTHING_COMING = Text("Không có lịch, hạn nào trong những ngày này.", "Nothing is scheduled or due.")
_MORE_COMING = Text("Và {count} mục khác: xem trang Nhiệm vụ.", "And {count} others: see the sheet of tasks.")
_FIGURES = Text("Tiếp công dân, đơn thư, hồ sơ một cửa", "Reception, petitions, dossiers")
_OVERDUE_PETITIONS = Text("Đơn quá hạn: {codes}.", "Petitions past their day: {codes}.")
_NOT_SENT = Text("Chưa gửi: {units}.", "Not sent: {units}.")
_ALL_SENT = Text("Các bộ phận đã gửi đủ tệp.", "Every unit has sent its workbook.")
_RECEIVED = Text("Đã nhận: {files}.", "Received: {files}.")
_CELLS = Text("Còn {count} ô số liệu đang giao các bộ phận sửa.", "{count} cells are with the units to be mended.")
_NO_CELLS = Text("Không còn ô số liệu nào phải sửa.", "No cell is left to be mended.")
_CHART = Text("Nhiệm vụ theo mục của kế hoạch", "Tasks by section of the plan")
_SERIES = (
    Text("Đã xong", "Done"),
    Text("Đang làm, chưa đến hạn", "Under way, not due"),
    Text("Chậm", "Late"),
    Text("Chưa có số liệu", "No figures"),
)
_FOOT = Text(
    "Lập từ sổ của các bộ phận, số liệu đến {day}. Tỷ lệ tính trên việc đã đến hạn; mức tham khảo chưa được xã thông "
    "qua không tính là chậm.",
    "From the units' registers, to {day}. Percentages are of what is due; proposals not adopted are never late.",
)
_WHAT, _WHO, _DUE, _LATENESS = (
    Text("Việc", "What"),
    Text("Ai", "Who"),
    Text("Hạn", "Due"),
    Text("Chậm", "Late by"),
)
_DAY = Text("Ngày", "Day")


def overview(
    outcome: Outcome, previous: Mapping[str, Any] | None = None, key_figures: Mapping[str, float] | None = None
) -> Page:
    """previous: the result object of the last comparable run. key_figures: as `report.key_figures` asks for them."""
    day = shown(outcome.as_of)
    kind = outcome.plan.setting("commune_kind", outcome.as_of)
    told = {"kind": kind, "commune": outcome.plan.commune_name, "day": day, "year": str(outcome.plan.year)}
    return Page(
        TITLE.vi,
        WIDTHS,
        (
            Paragraph(_HEAD.say("vi", told), "title"),
            Paragraph(_OWNER.say("vi", told), "owner"),
            Gap(4),
            *_standing(outcome, previous),
            *_matters(outcome),
            *_coming(outcome),
            *_figures(outcome, key_figures or {}),
            *_files(outcome),
            Gap(4),
            _chart(outcome),
        ),
        one_page=True,
        foot=_FOOT.say("vi", told),
    )


def _standing(outcome: Outcome, previous: Mapping[str, Any] | None) -> Iterator[Block]:
    now = standing(outcome.tasks, outcome.plan, outcome.as_of)
    text, told = lead(now, day_month(outcome.as_of), previous)
    yield Paragraph(text.say("vi", told), "lead")
    text, told = share(now)
    yield Paragraph(text.say("vi", told))


# -- what the chairman should sign or direct -------------------------------------------


class Matter(NamedTuple):
    """A line of the chairman: what, who, the day, how it stands (`12 ngày`), and the order it comes in."""

    what: str
    who: str
    due: str
    lateness: str
    order: tuple[int, int]


_DAYS_LATE = Text("{days} ngày", "{days} days")
_DAYS_LEFT = Text("còn {days} ngày", "{days} days left")
_NOW_AT = Text("mới {actual}, mức {target}", "at {actual}, target {target}")
_STILL_AT = Text("còn {actual}, mức {target}", "still {actual}, target {target}")
_TODAY = Text("hôm nay", "today")
_SIGN_FIRST, _DAYS_TO_SIGN = -1, 3
_NOTHING_SHOWS = Text("chưa thấy minh chứng", "nothing shows it")
_SIGN = Text("Ký {name}", "Sign {name}")
_SIGN_OFF = Text("Ký {name} (hạn gửi {last} là {why})", "Sign {name} (its last day, {last}, is off: {why})")


def matters(outcome: Outcome) -> list[Matter]:
    """What must be signed within days; binding tasks late, unmet or unproved, the latest first; what is soon due."""
    reports = {period.task for period in outcome.plan.periods.values()}
    found = [
        one
        for state in outcome.tasks
        if state.binding
        for one in _matter(outcome, state)
        # A report soon due is told as a document to sign.
        if not (state.status is Status.DUE_SOON and state.task.code in reports)
    ]
    late = {state.task.code for state in outcome.tasks if state.binding and state.status in _TOLD_FIRST}
    ahead = outcome.as_of + timedelta(days=DAYS_AHEAD)
    for period, sign in open_reports(outcome, outcome.as_of, ahead):
        if period.task not in late:
            found.append(_to_sign(outcome, period.name, period.task, period.last_day, sign))
    return sorted(found, key=lambda one: one.order)


_TOLD_FIRST = (Status.OVERDUE, Status.NOT_MET, Status.NO_EVIDENCE)


def _matter(outcome: Outcome, state: TaskState) -> Iterator[Matter]:
    what = in_short(state.task.title, _TITLE_LENGTH)
    who = outcome.plan.unit_name(state.task.lead)
    match state.status:
        case Status.OVERDUE | Status.NOT_MET | Status.NO_EVIDENCE:
            day = _late_since(state)
            days = (outcome.as_of - day).days if day else 0
            lateness = _DAYS_LATE.say("vi", {"days": days}) if days > 0 else _short_of(state)
            yield Matter(what, who, day_month(day) if day and days > 0 else "", lateness, (0, -days))
        case Status.DUE_SOON if state.next_due is not None:
            days = (state.next_due - outcome.as_of).days
            yield Matter(what, who, day_month(state.next_due), _DAYS_LEFT.say("vi", {"days": days}), (1, days))


def _late_since(state: TaskState) -> date | None:
    """The day it should have been done by: its deadline, or the end of the last period without the target."""
    if state.status is not Status.NOT_MET:
        return state.last_day
    ends = [
        one.window.until
        for indicator in state.indicators
        for one in indicator.measured
        if one.window.ended and one.met is False
    ]
    return max(ends, default=None)


def _short_of(state: TaskState) -> str:
    """`mới 51%, mức 70%`: a target to date that is not reached; whole figures."""
    for indicator in state.indicators:
        measured = decisive(indicator)
        if indicator.unmet and measured is not None and measured.actual is not None:
            unit = indicator.indicator.unit if indicator.indicator.unit == "%" else ""
            actual, target = (with_unit(one, unit, digits=0) for one in (measured.actual, indicator.indicator.target))
            wording = _STILL_AT if indicator.indicator.comparison == AT_MOST else _NOW_AT
            return wording.say("vi", {"actual": actual, "target": target})
    return _NOTHING_SHOWS.vi


def _to_sign(outcome: Outcome, name: str, task: str | None, last: date, sign: date) -> Matter:
    why = outcome.plan.calendar.why_off(last)
    days = (sign - outcome.as_of).days
    lead_unit = outcome.plan.tasks[task].lead if task and task in outcome.plan.tasks else ""
    told = {"name": name, "last": day_month(last), "why": why}
    return Matter(
        (_SIGN_OFF if why else _SIGN).say("vi", told),
        outcome.plan.unit_name(lead_unit),
        f"{weekday(sign).vi} {day_month(sign)}" if why else day_month(sign),
        _DAYS_LEFT.say("vi", {"days": max(days, 0)}) if days > 0 else _TODAY.vi,
        # A signature that cannot wait comes before what is late already.
        (_SIGN_FIRST if days <= _DAYS_TO_SIGN else 1, days),
    )


def _matters(outcome: Outcome) -> Iterator[Block]:
    yield _section(_MATTERS.vi)
    found = matters(outcome)
    if not found:
        yield Paragraph(_NO_MATTERS.vi)
        return
    columns = (
        TableColumn((_WHAT.vi,), 8),
        TableColumn((_WHO.vi,), 3),
        TableColumn((_DUE.vi,), 2),
        TableColumn((_LATENESS.vi,), 3),
    )
    rows = tuple(
        (
            Spot(one.what),
            Spot(one.who),
            Spot(one.due, "center"),
            Spot(one.lateness, "bad" if one.order[0] == 0 else "text"),
        )
        for one in found[:_MOST_MATTERS]
    )
    yield Table(columns, rows)
    if len(found) > _MOST_MATTERS:
        yield Paragraph(_MORE_MATTERS.say("vi", {"count": len(found) - _MOST_MATTERS}), "help")


# -- the other parts -------------------------------------------------------------------


def _section(text: str) -> Paragraph:
    return Paragraph(text, "section")


def _coming(outcome: Outcome) -> Iterator[Block]:
    last = outcome.as_of + timedelta(days=DAYS_AHEAD)
    yield _section(_COMING.say("vi", {"days": DAYS_AHEAD, "last": day_month(last)}))
    found = upcoming(outcome)
    if not found:
        yield Paragraph(_NOTHING_COMING.vi)
        return
    rows = tuple((Spot(one.days, "text"), Spot(one.text)) for one in found[:_MOST_COMING])
    yield Table((TableColumn((_DAY.vi,), 4), TableColumn((_WHAT.vi,), 12)), rows)
    if len(found) > _MOST_COMING:
        yield Paragraph(_MORE_COMING.say("vi", {"count": len(found) - _MOST_COMING}), "help")


def _figures(outcome: Outcome, key_figures: Mapping[str, float]) -> Iterator[Block]:
    """Two tables side by side: what people brought, and what the one-stop counter did."""
    yield _section(_FIGURES.vi)
    month = latest_month(key_figures)
    heads = (Text(f"Tháng {month}", f"Month {month}") if month else Text("Tháng", "Month"), Text("Lũy kế", "To date"))
    people, dossiers = figure_lines(key_figures, month)
    columns = [
        column
        for name in (Text("Tiếp dân, đơn", "People"), Text("Hồ sơ một cửa", "Dossiers"))
        for column in (TableColumn((name.vi,), 4), *(TableColumn((head.vi,), 2) for head in heads))
    ]
    rows = [(*_spots(left), *_spots(right)) for left, right in zip(people, dossiers, strict=True)]
    yield Table(tuple(columns), tuple(rows))
    codes = overdue_petitions(outcome)
    if codes:
        yield Paragraph(_OVERDUE_PETITIONS.say("vi", {"codes": codes}), "lead")


def _spots(line: FigureLine) -> Sequence[Spot]:
    return Spot(line.label.vi), Spot(line.month, "center"), Spot(line.to_date, "center")


def overdue_petitions(outcome: Outcome) -> tuple[str, ...]:
    """Codes of the petitions still open after their time; a code is no name.

    Of a step still open a finding has words instead of the day on which it was done.
    """
    found: dict[str, None] = {}
    for one in outcome.findings:
        unsettled = CATALOGUE[one.code].blamed == "settled_on" and isinstance(one.values.get("done"), Text)
        if unsettled and one.severity is Severity.WARNING and one.values.get("code"):
            found[shown(one.values["code"])] = None
    return tuple(found)


def _files(outcome: Outcome) -> Iterator[Block]:
    """Who has not sent, files received when, cells being mended."""
    plan = outcome.plan
    yield Gap(4)
    if outcome.missing:
        names = tuple(plan.unit_name(unit) for unit in outcome.missing)
        yield Paragraph(_NOT_SENT.say("vi", {"units": names}), "lead")
    else:
        yield Paragraph(_ALL_SENT.vi)
    received = [
        f"{plan.unit_name(one.unit)} {day_month(one.saved)}" if one.saved else plan.unit_name(one.unit)
        for one in outcome.files
        if one.unit and one.unit not in outcome.missing
    ]
    if received:
        yield Paragraph(_RECEIVED.say("vi", {"files": "; ".join(received)}))
    count = cells_to_mend(outcome)
    yield Paragraph(_CELLS.say("vi", {"count": count}) if count else _NO_CELLS.vi)


def cells_to_mend(outcome: Outcome) -> int:
    """Cells, each once, of which something must be mended."""
    errors = (one.place for one in outcome.findings if one.severity is Severity.ERROR)
    return len({place for place in errors if place.cell is not None})


def _chart(outcome: Outcome) -> Chart:
    watched = (one for one in outcome.tasks if one.status is not Status.FOLLOWED)
    sections = by(watched, lambda state: state.task.section)
    counts = [standing(tasks, outcome.plan, outcome.as_of) for tasks in sections.values()]
    values = (
        tuple(float(one.done) for one in counts),
        tuple(float(one.under_way) for one in counts),
        tuple(float(one.late) for one in counts),
        tuple(float(one.silent) for one in counts),
    )
    return Chart(
        _CHART.vi,
        tuple(section_label(outcome, section) for section in sections),
        tuple((name.vi, numbers) for name, numbers in zip(_SERIES, values, strict=True)),
        # A line for each section, and room for title, scale and legend.
        height=85 + 16 * max(len(sections), 3),
    )
