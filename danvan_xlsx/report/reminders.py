"""What each person who types still has to do: in a few polite lines, without a name and without a denunciation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from danvan_xlsx.check.outcome import Group, Outcome, grouped
from danvan_xlsx.check.privacy import Names, names_in, told_of_somebody
from danvan_xlsx.plan.plan import Unit
from danvan_xlsx.plan.settings import DUE_SOON_KEY
from danvan_xlsx.plan.status import Status, TaskState
from danvan_xlsx.plan.terms import FRONT, PARTY
from danvan_xlsx.report.missing import NOT_CLOSED, missing
from danvan_xlsx.report.standing import DONE
from danvan_xlsx.report.wording import answered, cells_in_short, in_short
from danvan_xlsx.words.finding import Finding, Severity
from danvan_xlsx.words.rules import say
from danvan_xlsx.words.text import Text, shown

#: A message of Zalo has at most this many lines, greeting and thanks among them.
ZALO_LINES = 12
_FRAME_LINES = 4
_LINE_LENGTH = 220
#: So many tasks come before the cells.
_TASKS_FIRST = 2

_CELLS = Text("{sheet}, ô {cells}: {message} {remedy}", "{sheet}, {cells}: {message} {remedy}")
_WHOLE = Text("{sheet}: {message} {remedy}", "{sheet}: {message} {remedy}")
_APART = Text(
    "{sheet}: {count} nội dung thuộc hồ sơ riêng, đề nghị xem ở trang Tổng hợp của tệp.",
    "{sheet}: {count} things of separate files; please see the sheet Tổng hợp.",
)
_DUE = Text("{title}: đến hạn {day}.", "{title}: due on {day}.")
_LATE = Text("{title}: đã quá hạn {day}.", "{title}: was due on {day}.")
_MORE = Text(
    "Còn {count} việc khác, đề nghị xem ở trang Tổng hợp của tệp.",
    "{count} more; please see the sheet Tổng hợp.",
)
#: The denouncer's data are in no letter, nor what is wrong with them.
_NEVER_LISTED = frozenset({"DL36", "DT17"})


class Reminder(NamedTuple):
    """What is told to a unit. lines: everything, the most pressing first; partner: the Front or the Party."""

    unit: Unit
    lines: tuple[str, ...]
    partner: bool

    @property
    def in_short(self) -> tuple[str, ...]:
        """As many lines as a message has room for."""
        most = ZALO_LINES - _FRAME_LINES
        if len(self.lines) <= most:
            return self.lines
        more = _MORE.say("vi", {"count": len(self.lines) - most + 1})
        return (*self.lines[: most - 1], more)


def reminders(outcome: Outcome) -> list[Reminder]:
    """A reminder for each unit with something missing, wrong or due soon, in the plan's order; none for the others."""
    found = []
    names = names_in(row for one in outcome.sheets for row in one.rows)
    for code in outcome.plan.workbooks(outcome.as_of):
        unit = outcome.plan.units[code]
        tasks = list(_tasks(outcome, code))
        # What is late or due must not be lost behind many cells, nor push them all out of a short message.
        pressing, others = tasks[:_TASKS_FIRST], tasks[_TASKS_FIRST:]
        lines = (*_missing(outcome, code), *pressing, *_findings(outcome, code, names), *others)
        if lines:
            found.append(Reminder(unit, lines, unit.kind in (FRONT, PARTY)))
    return found


def _missing(outcome: Outcome, unit: str) -> Iterator[str]:
    for one in missing(outcome):
        if one.unit == unit:
            yield one.what.vi


# -- findings --------------------------------------------------------------------------


def _findings(outcome: Outcome, unit: str, names: Names) -> Iterator[str]:
    files = {one.file for one in outcome.files if one.unit == unit}
    owed = [one for one in outcome.findings if one.place.file in files and _to_mend(one)]
    apart = _denunciations(outcome)
    sheets: Counter[str] = Counter(one.place.sheet or "" for one in owed if _is_apart(one, apart))
    for group in grouped([one for one in owed if not _is_apart(one, apart)]):
        line = _group_line(group)
        if told_of_somebody(line, names):  # a name typed into a column of another sort
            sheets[group.first.place.sheet or ""] += len(group.findings)
        else:
            yield line
    yield from (_APART.say("vi", {"sheet": sheet, "count": count}) for sheet, count in sheets.items())


def _to_mend(one: Finding) -> bool:
    # What is not closed has been said with the rest of what is missing; of a file as a whole too.
    told = one.code == NOT_CLOSED or one.place.sheet is None
    return one.severity is not Severity.NOTE and not answered(one) and not told


def _group_line(group: Group) -> str:
    said = say(group.first)
    cells = cells_in_short(group.cells, len(group.findings))
    told = {"sheet": group.first.place.sheet, "cells": cells, "message": said.message, "remedy": said.remedy}
    # Of one cell the message itself says which.
    return in_short((_CELLS if len(group.findings) > 1 else _WHOLE).say("vi", told), _LINE_LENGTH)


#: Columns that say what a petition or a visit is.
_SAYS_WHAT = ("kind", "matter")
#: (file, sheet, row) of denunciations.
_Apart = frozenset[tuple[str, str | None, int | None]]


def _denunciations(outcome: Outcome) -> _Apart:
    return frozenset(
        (one.placed.file, one.placed.title, row.number)
        for one in outcome.sheets
        for row in one.rows
        if any(getattr(row.get(column), "code", "") == "denunciation" for column in _SAYS_WHAT)
    )


def _is_apart(one: Finding, apart: _Apart) -> bool:
    return one.code in _NEVER_LISTED or (one.place.file, one.place.sheet, one.place.row) in apart


# -- tasks -----------------------------------------------------------------------------


def _tasks(outcome: Outcome, unit: str) -> Iterator[str]:
    """Binding tasks that this unit types: those due within days, the next one first, then those that are late."""
    ahead = timedelta(days=int(outcome.plan.value(DUE_SOON_KEY, outcome.as_of) or 0))
    due: list[tuple[date, TaskState]] = []
    late: list[tuple[date, TaskState]] = []
    for state in outcome.tasks:
        if state.task.typed_by != unit or not state.binding or state.status in DONE:
            continue
        if state.status is Status.OVERDUE and state.last_day:
            late.append((state.last_day, state))
        elif state.next_due and outcome.as_of <= state.next_due <= outcome.as_of + ahead:
            due.append((state.next_due, state))
    yield from (_task_line(_DUE, state, day) for day, state in sorted(due, key=lambda one: one[0]))
    yield from (_task_line(_LATE, state, day) for day, state in sorted(late, key=lambda one: one[0]))


def _task_line(text: Text, state: TaskState, day: date) -> str:
    return text.say("vi", {"title": f"{state.task.code} {in_short(state.task.title, 90)}", "day": shown(day)})
