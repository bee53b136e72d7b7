"""Rows that stand in a blank workbook before anybody types: tasks, closings, the chairman's reception days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from danvan_xlsx.plan.plan import Plan, Task
from danvan_xlsx.plan.terms import (
    BINDING,
    CONTINUOUS,
    HALF,
    MONTH,
    ON_REQUEST,
    QUARTER,
    WEEK,
    WEEKDAYS,
    YEAR,
    weekday,
)
from danvan_xlsx.registers import Registry
from danvan_xlsx.registers.closing import PERIODS, days_of
from danvan_xlsx.registers.schedule import HOLIDAY
from danvan_xlsx.registers.tasks import BOX
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.text import Text, shown

Values = Mapping[str, Any]

# -- tasks -------------------------------------------------------------------------

_OFTEN = {
    WEEK: Text("Hằng tuần", "Every week"),
    MONTH: Text("Hằng tháng", "Every month"),
    QUARTER: Text("Hằng quý", "Every quarter"),
    HALF: Text("6 tháng một lần", "Every half-year"),
    YEAR: Text("Hằng năm", "Every year"),
    ON_REQUEST: Text("Khi có yêu cầu", "On request"),
    CONTINUOUS: Text("Thường xuyên", "Continuously"),
}
_OFTEN_UNTIL = Text("{often}, đến {day}", "{often}, until {day}")
_REFERENCE = Text("{value} (mức tham khảo)", "{value} (for reference)")
_BOX = Text("Khó khăn, đề xuất chung của đơn vị – {period}", "Difficulties and proposals – {period}")

#: What a unit says of itself; where registers measure the task, it is not asked.
_OWN_WORD = frozenset({"assessment", "done_on"})


def task_rows(plan: Plan, unit: str) -> Iterator[tuple[Values, frozenset[str]]]:
    """Each row of *Nhiệm vụ* in a unit's workbook with the columns closed in it: its tasks, then a box a report."""
    for task in plan.tasks.values():
        if task.typed_by == unit:
            yield _task_row(plan, task), _OWN_WORD if task.indicators else frozenset()
    for period in plan.periods.values():
        if period.task is not None:
            title = _BOX.say("vi", {"period": period.name})
            yield {"code": f"{BOX}{period.code}", "title": title, "deadline": shown(period.last_day)}, _OWN_WORD


def _task_row(plan: Plan, task: Task) -> Values:
    return {
        "code": task.code,
        "title": task.title,
        "lead": plan.unit_name(task.lead) or task.lead,
        "deadline": _qualified(plan, task, _deadline(plan, task), task.deadline_basis),
        "target": _qualified(plan, task, task.target, task.target_basis),
    }


def _deadline(plan: Plan, task: Task) -> str:
    """`Hằng quý`, `30/06/2022`, `Hằng tháng, đến 30/11/2022`; the last days in time of a task that is a report."""
    reports = [period.last_day for period in plan.periods.values() if period.task == task.code]
    if reports:
        return "; ".join(shown(day) for day in sorted(reports))
    often = _OFTEN.get(task.frequency)
    day = shown(task.deadline)
    if often and day:
        return _OFTEN_UNTIL.say("vi", {"often": often, "day": day})
    return often.vi if often else day


def _qualified(plan: Plan, task: Task, value: str, basis: Option | None) -> str:
    """A proposal that the commune has not adopted is shown as such: nobody is held to it."""
    if not value or basis is None or basis in BINDING or task.code in plan.adopted:
        return value
    return _REFERENCE.say("vi", {"value": value})


def estimate_rows(plan: Plan) -> Iterator[Values]:
    """The indicators of the tasks that bind the commune by number: a share of the whole year nobody estimates."""
    for task in plan.tasks.values():
        for one in task.indicators:
            binds = task.code in plan.adopted or one.basis in BINDING
            if binds and one.of is None and not task.followed:
                yield {"indicator": one.code, "label": one.label, "unit": one.unit}


# -- closings ----------------------------------------------------------------------


class Closing(NamedTuple):
    """A register and a period that a unit closes in *Chốt số liệu*; the labels are what its row shows."""

    register: str
    title: Text
    period: Text
    since: date
    until: date


def closing_rows(plan: Plan, registry: Registry, unit: str, day: date) -> Iterator[Closing]:
    """In the order of the sheet: register by register, period by period of the plan's year."""
    owed = set(plan.registers_in(unit, day))
    for sheet in registry.sheets.values():
        if sheet.code not in owed or sheet.closes is None:
            continue
        for span in PERIODS[sheet.closes]:
            days = days_of(span.label.vi, plan.year)
            assert days is not None  # every label of PERIODS is known to days_of
            yield Closing(sheet.code, sheet.title, span.label, *days)


# -- the chairman's reception ---------------------------------------------------------

_MOVED = Text(
    "{weekday} {day} là ngày nghỉ ({holiday}); chuyển sang ngày làm việc khác trong tuần.",
    "{weekday} {day} is a day off ({holiday}); moved to another working day of the week.",
)


def schedule_rows(plan: Plan, day: date) -> Iterator[Values]:
    """A session a week on the day that the setting `reception_day` names; none where it names no day.

    Luật Tiếp công dân 2013, Điều 15: the chairman of a commune receives at least a day a week. A session on a day off
    goes to the nearest working day of that week; a week without one is written down as a holiday.
    """
    wanted = plan.value("reception_day", day)
    if wanted is None:
        return
    number = WEEKDAYS.index(wanted)
    first = date(plan.year, 1, 1)
    session = first + timedelta(days=(number - first.weekday()) % 7)
    while session.year == plan.year:
        yield _session(plan, session)
        session += timedelta(days=7)


def _session(plan: Plan, planned: date) -> Values:
    week = planned.isocalendar().week
    holiday = plan.calendar.why_off(planned)
    if holiday is None:
        return {"week": week, "day": planned}
    monday = planned - timedelta(days=planned.weekday())
    week_days = (monday + timedelta(days=number) for number in range(5))
    open_days = [one for one in week_days if one.year == plan.year and plan.calendar.is_working(one)]
    if not open_days:
        return {"week": week, "day": planned, "receiver": HOLIDAY, "reason": holiday.vi}
    moved = min(open_days, key=lambda one: (abs((one - planned).days), one < planned))
    name = weekday(planned).vi
    values = {"weekday": name[0].upper() + name[1:], "day": planned, "holiday": holiday}
    return {"week": week, "day": moved, "reason": _MOVED.say("vi", values)}
