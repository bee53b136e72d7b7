"""How a task stands on a day: the first status of the table that fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from danvan_xlsx.plan.indicators import IndicatorState, Measured, judge_indicator, unshown
from danvan_xlsx.plan.plan import Indicator, Period, Plan, Task
from danvan_xlsx.plan.settings import DUE_SOON_KEY
from danvan_xlsx.plan.terms import BINDING, CONTINUOUS, DECLARED_DONE, DECLARED_NOT_BEGUN, ONCE, YEAR
from danvan_xlsx.plan.windows import deadlines
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.text import Text

__all__ = ["IndicatorState", "Measured", "Status", "TaskState", "judge_indicator", "task_state", "unshown"]


class Status(Enum):
    """How a task stands; of several that fit, the first of this order."""

    FOLLOWED = "followed"
    NOT_REPORTED = "not_reported"
    NOTHING_AROSE = "nothing_arose"
    DONE = "done"
    DONE_LATE = "done_late"
    NO_EVIDENCE = "no_evidence"
    OVERDUE = "overdue"
    NOT_MET = "not_met"
    DUE_SOON = "due_soon"
    IN_PROGRESS = "in_progress"
    NOT_DUE = "not_due"

    @property
    def label(self) -> Text:
        return _LABELS[self]


_LABELS = {
    Status.FOLLOWED: Text("Phối hợp, theo dõi", "Followed only"),
    Status.NOT_REPORTED: Text("Chưa có số liệu", "Not reported"),
    Status.NOTHING_AROSE: Text("Không phát sinh", "Nothing arose"),
    Status.DONE: Text("Hoàn thành", "Done"),
    Status.DONE_LATE: Text("Hoàn thành muộn", "Done late"),
    Status.NO_EVIDENCE: Text("Thiếu minh chứng", "No evidence"),
    Status.OVERDUE: Text("Quá hạn", "Overdue"),
    Status.NOT_MET: Text("Chưa đạt chỉ tiêu", "Target not met"),
    Status.DUE_SOON: Text("Sắp đến hạn", "Due soon"),
    Status.IN_PROGRESS: Text("Đang thực hiện", "In progress"),
    Status.NOT_DUE: Text("Chưa đến hạn", "Not due yet"),
}


class TaskState(NamedTuple):
    """How a task stands. deadline: as the plan says it; last_day: the last one in time; next_due: the next to come.

    binding: owed by the plan, a law or an adopted proposal; what is not binding is for reference only.
    shown_by: places that prove a task without indicators.
    """

    task: Task
    status: Status
    binding: bool
    deadline: date | None
    last_day: date | None
    next_due: date | None
    progress: int
    indicators: tuple[IndicatorState, ...]
    done_on: date | None
    shown_by: tuple[Place, ...] = ()

    @property
    def evidence(self) -> tuple[Place, ...]:
        """The cells behind the figures, each once, worked out when asked for: a register may have thousands."""
        figures = (figure for state in self.indicators for one in state.measured for figure in one.figures)
        return tuple(dict.fromkeys((*self.shown_by, *(figure.row.place(figure.column) for figure in figures))))


def task_state(
    task: Task,
    plan: Plan,
    as_of: date,
    indicators: Sequence[IndicatorState],
    *,
    workbook_present: bool,
    closed: bool,
    nothing_arose: bool,
    declared: Option | None = None,
    declared_on: date | None = None,
    shown_by: tuple[Place, ...] = (),
) -> TaskState:
    """The state of a task on a day, by the table of statuses; total: some status always fits.

    workbook_present: of the unit that types it. closed: its registers, for every period that had to be closed by now.
    nothing_arose: closed as *Không phát sinh* for all its registers. declared: the unit's own assessment and its day.
    shown_by: rows and documents that name a task without indicators.
    """
    case = _Case(
        task,
        plan,
        as_of,
        tuple(indicators),
        workbook_present and closed,
        nothing_arose,
        declared,
        declared_on,
        shown_by,
    )
    status = case.status()
    return TaskState(
        task=task,
        status=status,
        binding=case.binding,
        deadline=case.deadline,
        last_day=case.last_day,
        next_due=case.next_due,
        progress=case.progress(status),
        indicators=case.indicators,
        done_on=case.done_on if case.done else None,
        shown_by=shown_by,
    )


@dataclass(frozen=True)
class _Case:
    """The questions of the table, each answered from what is known of a task on a day."""

    task: Task
    plan: Plan
    as_of: date
    indicators: tuple[IndicatorState, ...]
    reported: bool
    nothing_arose: bool
    declared: Option | None
    declared_on: date | None
    shown_by: tuple[Place, ...]

    def status(self) -> Status:
        if self.task.followed:
            return Status.FOLLOWED
        if not self.reported:
            return Status.NOT_REPORTED
        if self.nothing_arose and self.task.nothing_allowed:
            return Status.NOTHING_AROSE
        if self.done:
            return Status.DONE_LATE if self.late else Status.DONE
        if self.declared_done and self.nothing_shows:
            return Status.NO_EVIDENCE
        if self.overdue:
            return Status.OVERDUE
        if any(state.unmet and self.binds(state.indicator) for state in self.indicators):
            return Status.NOT_MET
        if self.due_soon:
            return Status.DUE_SOON
        return Status.IN_PROGRESS if self.begun else Status.NOT_DUE

    @cached_property
    def done(self) -> bool:
        # A target that the plan sets in a way nobody can measure is not met by the others.
        if self.task.unmeasured:
            return False
        if not self.indicators:
            return self.declared_done and bool(self.shown_by)
        return all(one.met or one.idle for one in self.indicators) and any(one.met for one in self.indicators)

    @cached_property
    def done_on(self) -> date | None:
        if not self.indicators:
            return self.declared_on
        return max((one.met_on for one in self.indicators if one.met_on), default=None)

    @property
    def late(self) -> bool:
        """Nobody is late on a day that was only proposed."""
        if not self.deadline_binds or self.last_day is None or self.done_on is None:
            return False
        return self.done_on > self.last_day

    @property
    def declared_done(self) -> bool:
        return self.declared is not None and self.declared.code == DECLARED_DONE

    @property
    def nothing_shows(self) -> bool:
        if self.indicators:
            return unshown(self.indicators) is not None
        return not self.shown_by and not self.task.unmeasured

    @property
    def overdue(self) -> bool:
        if self.task.frequency == CONTINUOUS or not self.deadline_binds:
            return False
        return self.last_day is not None and self.last_day < self.as_of

    @property
    def due_soon(self) -> bool:
        if self.task.frequency == CONTINUOUS or not self.deadline_binds or self.next_due is None:
            return False
        return self.next_due <= self.as_of + timedelta(days=self.plan.value(DUE_SOON_KEY, self.as_of))

    @property
    def begun(self) -> bool:
        if self.shown_by or any(one.figures for state in self.indicators for one in state.measured):
            return True
        return self.declared is not None and self.declared.code != DECLARED_NOT_BEGUN

    @cached_property
    def deadline(self) -> date | None:
        """The final one: of its last report period, else as typed, else the year's end for once and yearly."""
        if self._periods:
            return max(period.deadline for period in self._periods)
        if self.task.deadline is None and self.task.frequency in (YEAR, ONCE):
            return date(self.plan.year, 12, 31)
        return self.task.deadline

    @cached_property
    def last_day(self) -> date | None:
        """The last day in time: the day before, where the plan says “before that day”."""
        return max((period.last_day for period in self._periods), default=self.deadline)

    @cached_property
    def _periods(self) -> tuple[Period, ...]:
        return tuple(period for period in self.plan.periods.values() if period.task == self.task.code)

    @cached_property
    def next_due(self) -> date | None:
        return next((day for day in deadlines(self.task, self.plan) if day >= self.as_of), None)

    def binds(self, indicator: Indicator) -> bool:
        return self.adopted or indicator.basis in BINDING

    @property
    def adopted(self) -> bool:
        return self.task.code in self.plan.adopted

    @property
    def target_binds(self) -> bool:
        bases = {self.task.target_basis, *(indicator.basis for indicator in self.task.indicators)}
        return self.adopted or bool(bases & BINDING)

    @property
    def deadline_binds(self) -> bool:
        """A typed deadline by its own basis; one that follows from how often it is owed by that of the target."""
        if self.task.deadline is None and self.task.deadline_basis is None:
            return self.target_binds
        return self.adopted or self.task.deadline_basis in BINDING

    @property
    def binding(self) -> bool:
        return not self.task.followed and (self.target_binds or self.deadline_binds)

    def progress(self, status: Status) -> int:
        if status in (Status.NOTHING_AROSE, Status.DONE, Status.DONE_LATE):
            return 100
        parts = [state.progress for state in self.indicators if not state.idle] + [0.0] * self.task.unmeasured
        return round(sum(parts) / len(parts)) if parts else 0
