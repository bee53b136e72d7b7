"""Indicators measured: which rows count for a task, in which period, and which could not be counted."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from danvan_xlsx.check.overlaps import Overlaps
from danvan_xlsx.plan.plan import Condition, Indicator, Plan, Task
from danvan_xlsx.plan.windows import Window
from danvan_xlsx.words.kinds import Month
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, Measure, Register, key

#: Columns by which a row of a month says which part of it is meant (a month split at a cut-off day).
FROM_DAY, TO_DAY = "from_day", "to_day"


class Counted(NamedTuple):
    """A measure in one window: the sum, the figures behind it, and how many rows had to be left out."""

    amount: float
    figures: tuple[Figure, ...]
    left_out: int


class Measuring:
    """Counts measures over the registers of one run; what a measure and a selection share is worked out once."""

    def __init__(
        self,
        registers: Mapping[str, Register],
        measures: Mapping[str, Measure],
        plan: Plan,
        as_of: date,
        until: date | None = None,
        read_on: date | None = None,
    ) -> None:
        """until: the last day of the data, where it is not the day asked for; what lies behind it never counts.

        read_on: the day up to which staff have written, where that is later than the day asked for.
        """
        self._registers = registers
        self._measures = measures
        self._plan = plan
        self._overlaps = Overlaps(plan, as_of)
        self.as_of = as_of
        self.until = until or as_of
        self._read_on = read_on or as_of
        self._selected: dict[Any, tuple[list[tuple[Row, date, date]], int]] = {}
        #: Rows whose from–to lies on both sides of a window's edge: told, and not counted.
        self.straddling: dict[tuple[str, str, int], tuple[Row, str, Window]] = {}

    def to(self, until: date) -> Measuring:
        """The same registers as a report knows them whose data end on that day."""
        return Measuring(self._registers, self._measures, self._plan, until, until, self._read_on)

    def count(self, code: str, task: Task, conditions: Sequence[Condition], window: Window) -> Counted:
        """A measure for a task in a window."""
        measure = self._measures[code]
        named = task.code if "task" in measure.sheet.by_code else None
        return self._count(measure, named, tuple(conditions), window)

    def rows(self, sheet: str) -> tuple[Row, ...]:
        """Every row of a register, by its sheet's code."""
        register = self._registers.get(sheet)
        return register.rows if register else ()

    def total(self, code: str, window: Window) -> Counted | None:
        """A measure over all its rows in a window; None where no workbook holds its register."""
        measure = self._measures[code]
        register = self._registers.get(measure.sheet.code)
        return self._count(measure, None, (), window) if register and register.placed else None

    def _count(self, measure: Measure, task: str | None, conditions: tuple[Condition, ...], window: Window) -> Counted:
        rows, left_out = self._rows(measure, task, conditions)
        inside = []
        last = min(window.until, self.until)
        for row, since, until in rows:
            if measure.on is None or (window.since <= since and until <= last):
                inside.append(row)
            elif since <= last and until >= window.since:
                place = (row.at.file, row.at.title, row.number)
                self.straddling.setdefault(place, (row, measure.on, window))
        shown = measure.count(inside, **self._context(measure))
        figures = tuple(one for one in shown if not _came_later(one, self.until))
        return Counted(sum(figure.amount for figure in figures), figures, left_out)

    def _context(self, measure: Measure) -> dict[str, Any]:
        known: dict[str, Any] = {"plan": self._plan, "as_of": self.as_of}
        empty = Register(measure.sheet, ())
        return {name: known.get(name, self._registers.get(name, empty)) for name in measure.context}

    def _rows(
        self, measure: Measure, task: str | None, conditions: tuple[Condition, ...]
    ) -> tuple[list[tuple[Row, date, date]], int]:
        """Readable rows that count (for a task), with the days they stand for; and how many were left out."""
        cached = (measure.code, task, conditions)
        if cached not in self._selected:
            register = self._registers.get(measure.sheet.code)
            rows = register.rows if register else ()
            chosen = [row for row in rows if counts_for(row, task, conditions, self._overlaps)]
            needed = {*measure.needs, *_on(measure), *_selecting(task, conditions)}
            readable = [row for row in chosen if not row.refused & needed]
            spans = [(row, *span) for row in readable if (span := self._span(measure, row))]
            self._selected[cached] = (spans, len(chosen) - len(readable))
        return self._selected[cached]

    def _span(self, measure: Measure, row: Row) -> tuple[date, date] | None:
        """First and last day a row stands for; None where its day is blank. What only stands, stands on any day."""
        if measure.on is None:
            return date.min, date.min
        value = row.get(measure.on)
        if isinstance(value, Month):
            year = value.year or self._plan.year
            first, last = date(year, value.number, 1), date(year, value.number, monthrange(year, value.number)[1])
            since, until = row.get(FROM_DAY) or first, row.get(TO_DAY) or last
            # The figures of a running month are figures to date: a month is over when it is over.
            return since, min(until, self._read_on) if since <= self._read_on else until
        return (value, value) if value is not None else None


def _came_later(figure: Figure, until: date) -> bool:
    """What shows it is a fact of a later day than the data reach: a report that closed before then cannot know it."""
    value = figure.row.get(figure.column)
    if not isinstance(value, date) or value <= until:
        return False
    return figure.row.at.sheet.by_code[figure.column].kind.role == "fact"


def _on(measure: Measure) -> tuple[str, ...]:
    return (measure.on,) if measure.on else ()


def _selecting(task: str | None, conditions: Iterable[Condition]) -> Iterable[str]:
    """The columns that say whether a row counts."""
    return (*(one.column for one in conditions), *(["task"] if task is not None else []))


def counts_for(row: Row, task: str | None, conditions: Sequence[Condition], overlaps: Overlaps) -> bool:
    """Whether a row counts; `task` is None in a register that names no tasks (or where all rows are asked for).

    A row that names tasks counts for these alone (of several that are not the same work, for the first); one that
    names none counts where a filter selects it. A cell that could not be read may well be the one asked for: its row
    is taken here, and left out where figures are added up.
    """
    if not all(_meets(row, condition) for condition in conditions):
        return False
    if task is None or "task" in row.refused:
        return True
    tasks = row.get("task")
    if tasks is None:
        return bool(conditions)
    names = tasks if isinstance(tasks, tuple) else (tasks,)
    return key(task) in {key(one) for one in names} and overlaps.counts(row, task)


def _meets(row: Row, condition: Condition) -> bool:
    if condition.column in row.refused:
        return True
    return condition.column in row.values and key(row[condition.column]) in condition.values


def registers_of(indicators: Iterable[Indicator], measures: Mapping[str, Measure]) -> tuple[str, ...]:
    """Sheet codes that a task's indicators are counted in."""
    codes: dict[str, None] = {}
    for one in indicators:
        for code in (one.measure, one.of):
            if code and code in measures:
                codes[measures[code].sheet.code] = None
    return tuple(codes)
