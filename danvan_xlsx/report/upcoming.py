"""What comes up in the days after a check: receptions, reports to sign, tasks that fall due, registers to close."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from danvan_xlsx import registers
from danvan_xlsx.check.outcome import Outcome
from danvan_xlsx.plan.plan import Period
from danvan_xlsx.plan.settings import CLOSING_KEY
from danvan_xlsx.plan.status import Status, TaskState
from danvan_xlsx.plan.terms import WEEKDAYS, weekday
from danvan_xlsx.plan.windows import deadlines, sign_by
from danvan_xlsx.registers.closing import CLOSED, CLOSING, PERIODS, days_of
from danvan_xlsx.registers.schedule import HOLIDAY, POSTPONED, SCHEDULE
from danvan_xlsx.report.standing import DONE
from danvan_xlsx.report.wording import day_month, in_short
from danvan_xlsx.words.rules import key
from danvan_xlsx.words.text import Text

DAYS_AHEAD = 15
#: More tasks than this on one day are told by their number.
_MOST_TASKS_A_DAY = 2
_TITLE_LENGTH = 90

CHAIRMAN = Text("Chủ tịch UBND", "The chairman")
_RECEPTION = Text("Chủ tịch tiếp công dân định kỳ", "Reception by the chairman")
_REPORT = Text("Hạn gửi {name}", "{name} is to be sent")
_REPORT_OFF = Text(
    "Hạn gửi {name}; {last} là {why}: trình ký chậm nhất {weekday} {sign}",
    "{name} is to be sent; {last} is off ({why}): to be signed by {weekday} {sign}",
)
_TASKS = Text("{count} nhiệm vụ đến hạn, xem trang Nhiệm vụ", "{count} tasks fall due, see the sheet of tasks")
_TASK = Text("{title} ({unit})", "{title} ({unit})")
_CLOSING = Text(
    "Chốt số liệu {period}: {registers} sổ của {units} bộ phận",
    "Closing of {period}: {registers} registers of {units} units",
)


class Coming(NamedTuple):
    """A day (the first of several) as it is written, what comes up, and whose it is ("": everybody's)."""

    day: date
    days: str
    text: str
    who: str = ""


def upcoming(outcome: Outcome, ahead: int = DAYS_AHEAD) -> list[Coming]:
    """From the day of the check on, `ahead` days and that day itself, in order."""
    span = outcome.as_of, outcome.as_of + timedelta(days=ahead)
    found = [
        *_receptions(outcome, *span),
        *_reports(outcome, *span),
        *_tasks(outcome, *span),
        *_closings(outcome, *span),
    ]
    return sorted(found, key=lambda one: one.day)


def _named(day: date) -> str:
    name = weekday(day).vi
    return f"{name[0].upper()}{name[1:]} {day_month(day)}"


# -- receptions ------------------------------------------------------------------------


def _receptions(outcome: Outcome, first: date, last: date) -> Iterator[Coming]:
    days = _scheduled(outcome, first, last) or _by_weekday(outcome, first, last)
    if days:
        written = ", ".join((_named(days[0]), *(day_month(day) for day in days[1:])))
        yield Coming(days[0], written, _RECEPTION.vi, CHAIRMAN.vi)


def _scheduled(outcome: Outcome, first: date, last: date) -> list[date]:
    """The days of the schedule, without those postponed or off."""
    rows = (row for sheet in outcome.sheets if sheet.placed.sheet.code == SCHEDULE.code for row in sheet.rows)
    days = {
        row["day"]
        for row in rows
        if "day" in row.values and first <= row["day"] <= last and row.get("receiver") not in (POSTPONED, HOLIDAY)
    }
    return sorted(days)


def _by_weekday(outcome: Outcome, first: date, last: date) -> list[date]:
    chosen = outcome.plan.value("reception_day", outcome.as_of)
    if chosen not in WEEKDAYS:
        return []
    every = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in every if day.weekday() == WEEKDAYS.index(chosen) and outcome.plan.calendar.is_working(day)]


# -- reports and tasks -----------------------------------------------------------------


def open_reports(outcome: Outcome, first: date, last: date) -> list[tuple[Period, date]]:
    """Reports still to be sent whose last day, or last day for signing, lies in the span; with that last day."""
    done = {state.task.code for state in outcome.tasks if state.status in DONE}
    found = []
    for period in outcome.plan.periods.values():
        sign = sign_by(period.last_day, outcome.plan.calendar)
        if period.task not in done and period.last_day >= first and sign <= last:
            found.append((period, sign))
    return found


def _reports(outcome: Outcome, first: date, last: date) -> Iterator[Coming]:
    for period, sign in open_reports(outcome, first, last):
        why = outcome.plan.calendar.why_off(period.last_day)
        told = {
            "name": period.name,
            "last": day_month(period.last_day),
            "why": why,
            "weekday": weekday(sign),
            "sign": day_month(sign),
        }
        day = max(sign, first)
        task = outcome.plan.tasks.get(period.task or "")
        who = outcome.plan.unit_name(task.lead) if task else ""
        yield Coming(day, _named(day), (_REPORT_OFF if why else _REPORT).say("vi", told), who)


def _tasks(outcome: Outcome, first: date, last: date) -> Iterator[Coming]:
    """Binding tasks still open, by the day on which they fall due; reports are told as reports."""
    reports = {period.task for period in outcome.plan.periods.values()}
    due: dict[date, list[TaskState]] = {}
    for state in outcome.tasks:
        if not state.binding or state.task.code in reports or state.status in DONE or state.status is Status.FOLLOWED:
            continue
        for day in deadlines(state.task, outcome.plan):
            if first <= day <= last:
                due.setdefault(day, []).append(state)
    for day, states in due.items():
        if len(states) > _MOST_TASKS_A_DAY:
            yield Coming(day, _named(day), _TASKS.say("vi", {"count": len(states)}))
            continue
        for state in states:
            who = outcome.plan.unit_name(state.task.lead)
            told = {"title": in_short(state.task.title, _TITLE_LENGTH), "unit": who}
            yield Coming(day, _named(day), _TASK.say("vi", told), who)


# -- closings --------------------------------------------------------------------------


def _closings(outcome: Outcome, first: date, last: date) -> Iterator[Coming]:
    """Registers to be closed for a period, by the last day for it; those closed already are left out."""
    plan, closed = outcome.plan, _closed(outcome)
    wait = timedelta(days=int(plan.value(CLOSING_KEY, outcome.as_of) or 0))
    open_ones: dict[tuple[date, str], list[str]] = {}
    for unit in plan.workbooks(outcome.as_of):
        for code in plan.registers_in(unit, outcome.as_of):
            sheet = registers.load().sheets.get(code)
            for span in PERIODS.get(sheet.closes or "", ()) if sheet else ():
                bounds = days_of(span.label.vi, plan.year)
                assert sheet is not None and bounds is not None
                by = bounds[1] + wait
                if first <= by <= last and (unit, key(sheet.title.vi), key(span.label.vi)) not in closed:
                    open_ones.setdefault((by, span.label.vi), []).append(unit)
    for (by, period), units in open_ones.items():
        told = {"period": period, "registers": len(units), "units": len(set(units))}
        yield Coming(by, _named(by), _CLOSING.say("vi", told))


def _closed(outcome: Outcome) -> set[tuple[str, str, str]]:
    rows = (row for sheet in outcome.sheets if sheet.placed.sheet.code == CLOSING.code for row in sheet.rows)
    return {
        (row.unit, key(row["register"]), key(row["period"]))
        for row in rows
        if {"register", "period", "answer"} <= row.values.keys() and row["answer"].code in CLOSED
    }
