"""The periods of a plan's year, when work falls due by them, and the last day on which it is still in time."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from danvan_xlsx.plan.plan import Plan, Task
from danvan_xlsx.plan.terms import CONTINUOUS, ON_REQUEST, TO_DATE, WEEK
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.text import Text, shown
from danvan_xlsx.words.working_days import WorkingDays


class Window(NamedTuple):
    """A period: its name in a sentence, its first and last day, and whether it has ended by the day asked for.

    A running period keeps its true last day; *to date* ends with the day asked for.
    """

    label: Text
    since: date
    until: date
    ended: bool

    def holds(self, day: date) -> bool:
        return self.since <= day <= self.until


def windows(window: Option | str, year: int, until: date, since: date | None = None) -> tuple[Window, ...]:
    """The periods of a year that have begun by `until`, in order; a period has ended when its last day is `until`.

    window: week, month, quarter, half, year, to_date (an option or its code); the frequencies without a period of
    their own (once, on request, continuous) have none. since: periods that end before it (a task that starts later in
    the year) are left out. A week is of the year that has its Thursday, as ISO 8601 counts.
    """
    code = window.code if isinstance(window, Option) else window
    if code == TO_DATE.code:
        first = date(year, 1, 1)
        last = min(until, date(year, 12, 31))
        return (Window(_to_date(last), first, last, True),) if first <= last else ()
    return tuple(
        Window(label, first, last, last <= until)
        for label, first, last in _periods(code, year)
        if first <= until and (since is None or since <= last)
    )


def _to_date(last: date) -> Text:
    return Text(f"lũy kế đến {shown(last)}", f"to {shown(last)}")


@cache
def _periods(code: str, year: int) -> tuple[tuple[Text, date, date], ...]:
    if code == WEEK.code:
        return _weeks(year)
    if code not in _MONTHS:
        return ()
    length = _MONTHS[code]
    return tuple(
        (_name(code, number, year), date(year, first, 1), _month_end(year, first + length - 1))
        for number, first in enumerate(range(1, 13, length), 1)
    )


_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_ROMAN = ("I", "II", "III", "IV")
_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _name(code: str, number: int, year: int) -> Text:
    match code:
        case "month":
            return Text(f"Tháng {number}", _ENGLISH_MONTHS[number - 1])
        case "quarter":
            return Text(f"Quý {_ROMAN[number - 1]}", f"Quarter {_ROMAN[number - 1]}")
        case "half":
            halves = (Text("6 tháng đầu năm", "First half-year"), Text("6 tháng cuối năm", "Second half-year"))
            return halves[number - 1]
    return Text(f"Năm {year}", f"Year {year}")


def _month_end(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def _weeks(year: int) -> tuple[tuple[Text, date, date], ...]:
    # 28 December always lies in the last week.
    count = date(year, 12, 28).isocalendar().week
    mondays = [date.fromisocalendar(year, number, 1) for number in range(1, count + 1)]
    return tuple(
        (Text(f"Tuần {number}", f"Week {number}"), monday, monday + timedelta(days=6))
        for number, monday in enumerate(mondays, 1)
    )


def due_days(task: Task, year: int) -> tuple[date, ...]:
    """The days by which a task falls due in a year, as its frequency and its typed deadline say.

    The ends of its periods, those before the deadline when one is typed, and then the deadline itself; once without a
    deadline: the year's end; on request and continuous: only a typed deadline.
    """
    if task.frequency in (ON_REQUEST, CONTINUOUS):
        return (task.deadline,) if task.deadline else ()
    ends = [last for _, _, last in _periods(task.frequency.code, year)] or [date(year, 12, 31)]
    if task.deadline is None:
        return tuple(ends)
    return (*(end for end in ends if end < task.deadline), task.deadline)


def deadlines(task: Task, plan: Plan) -> tuple[date, ...]:
    """The last days in time of a task: those of its report periods where it has some, else its due days."""
    periods = [period for period in plan.periods.values() if period.task == task.code]
    if periods:
        return tuple(sorted(period.last_day for period in periods))
    return due_days(task, plan.year)


def sign_by(last_day: date, calendar: WorkingDays) -> date:
    """The last day the office works on which a document can still be signed and sent, not after its last day."""
    return calendar.on_or_before(last_day)
