"""What the sentences are made of: the plan's contents and duties as they stood on the last day of the data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from danvan_xlsx.plan.plan import Indicator, Period, Plan
from danvan_xlsx.plan.status import IndicatorState, Status, TaskState
from danvan_xlsx.plan.terms import BINDING
from danvan_xlsx.report.periodic.figures import Periodic, ReportFigure, Section
from danvan_xlsx.report.periodic.parts.phrases import Said, clean, figure
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import MEASURES


class Asked(NamedTuple):
    """An indicator with its figure in the window of the report, and how it stood."""

    indicator: Indicator
    figure: ReportFigure
    state: IndicatorState | None
    binding: bool

    @property
    def met(self) -> bool:
        return self.state is not None and self.state.met

    @property
    def unmet(self) -> bool:
        """A period has ended without the target that the commune is bound to."""
        return self.binding and self.state is not None and self.state.unmet and not self.met

    @property
    def said(self) -> Said | None:
        """In words; None of a share over nothing."""
        return figure(self.indicator, self.figure, self.state, binding=self.binding)

    @property
    def nothing_arose(self) -> bool:
        """A share over nothing, and no unreadable row hides what it is over."""
        return self.figure.share and self.figure.actual is None and not self.figure.left_out

    @property
    def missed(self) -> Iterator[Row]:
        """Of a share the rows that are in the whole and not in the part."""
        part, whole = (*self.figure.parts, (), ())[:2]
        counted = {(one.row.at.file, one.row.at.title, one.row.number) for one in part}
        yield from (one.row for one in whole if (one.row.at.file, one.row.at.title, one.row.number) not in counted)

    @property
    def registers(self) -> frozenset[str]:
        """Codes of the sheets that it is counted in."""
        measures = (self.indicator.measure, self.indicator.of)
        return frozenset(MEASURES[one].sheet.code for one in measures if one in MEASURES)


class Duty(NamedTuple):
    """A task that binds the commune, and what it is measured by."""

    state: TaskState
    asked: tuple[Asked, ...]

    @property
    def code(self) -> str:
        return self.state.task.code

    @property
    def title(self) -> str:
        return clean(self.state.task.title).rstrip(" .;:")

    @property
    def late(self) -> bool:
        """Behind what is owed; what is only silent is not late."""
        return self.state.status in (Status.OVERDUE, Status.NOT_MET, Status.DONE_LATE)


class Content(NamedTuple):
    """A section of the plan: `II.2`, `Cải cách hành chính`."""

    code: str
    name: str
    duties: tuple[Duty, ...]

    @property
    def registers(self) -> frozenset[str]:
        return frozenset(code for duty in self.duties for one in duty.asked for code in one.registers)


def contents(report: Periodic) -> tuple[Content, ...]:
    """The sections in the plan's order; the task that this report itself fulfils is no result of the period."""
    made = (_content(section, report) for section in report.sections)
    return tuple(one for one in made if one.duties)


def _content(section: Section, report: Periodic) -> Content:
    code = section.tasks[0].task.section if section.tasks else ""
    figures, duties = iter(section.figures), []
    for state in section.tasks:
        mine = [next(figures) for _ in state.task.indicators]
        if state.task.code != report.period.task:
            duties.append(_duty(state, mine, report))
    name = section.name.removeprefix(code).strip() if code else section.name
    return Content(code, name or section.name, tuple(duties))


def _duty(state: TaskState, figures: list[ReportFigure], report: Periodic) -> Duty:
    plan, task = report.outcome.plan, state.task
    states: list[IndicatorState | None] = list(state.indicators)
    states += [None] * (len(figures) - len(states))
    asked = (
        Asked(indicator, figure, known, indicator.basis in BINDING or task.code in plan.adopted)
        for indicator, figure, known in zip(task.indicators, figures, states, strict=False)
    )
    return Duty(as_it_stood(state, last_day_of_data(report)), tuple(asked))


def last_day_of_data(report: Periodic) -> date:
    return min(report.period.until, report.outcome.as_of)


def as_it_stood(state: TaskState, day: date) -> TaskState:
    """What was done after the data end is not yet done in this report."""
    if state.done_on is None or state.done_on <= day:
        return state
    late = state.last_day is not None and state.last_day < day
    return state._replace(status=Status.OVERDUE if late else Status.IN_PROGRESS, done_on=None)


# -- rows and periods ------------------------------------------------------------------


def rows(report: Periodic, sheet: str) -> Iterator[Row]:
    """Every row of a register, in the order of the files."""
    for one in report.outcome.sheets:
        if one.placed.sheet.code == sheet:
            yield from one.rows


def in_window(report: Periodic, column: str) -> Callable[[Row], bool]:
    """Whether a row's day lies in the window of the report."""
    since, until = report.period.since, last_day_of_data(report)

    def inside(row: Row) -> bool:
        day = row.values.get(column)
        return isinstance(day, date) and since <= day <= until

    return inside


def following(report: Periodic) -> Period | None:
    """The report period after this one; periods of another sort of report (no task of the plan) are of their own."""
    return next(iter(sorted(_later(report.outcome.plan, report.period), key=lambda one: one.until)), None)


def _later(plan: Plan, period: Period) -> Iterable[Period]:
    alike = (one for one in plan.periods.values() if (one.task is None) is (period.task is None))
    return (one for one in alike if one.until > period.until)
