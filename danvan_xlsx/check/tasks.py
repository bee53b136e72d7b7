"""Every task of the plan on a day: its indicators measured, its registers closed or not, its status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from danvan_xlsx.check.closings import Closings
from danvan_xlsx.check.measuring import Measuring, counts_for, registers_of
from danvan_xlsx.check.overlaps import Overlaps
from danvan_xlsx.plan.plan import COMMON_SHEETS, Indicator, Plan, Task
from danvan_xlsx.plan.status import IndicatorState, TaskState, judge_indicator, task_state, unshown
from danvan_xlsx.plan.terms import DECLARED_NOT_BEGUN
from danvan_xlsx.plan.windows import deadlines, windows
from danvan_xlsx.registers import Registry
from danvan_xlsx.registers.documents import DOCUMENTS
from danvan_xlsx.registers.tasks import TASKS
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.layout import Place, Row
from danvan_xlsx.words.rules import Register, found, key
from danvan_xlsx.words.text import Text


def states(
    plan: Plan,
    registry: Registry,
    registers: Mapping[str, Register],
    present: frozenset[str],
    unread: frozenset[tuple[str, str]],
    closings: Closings,
    measuring: Measuring,
) -> tuple[list[TaskState], list[Finding]]:
    """The state of each task in the plan's order, and what is told of the way there.

    present: units whose workbook was read. unread: (unit, sheet code) of those that should have been and were not.
    """
    until, as_of = measuring.until, measuring.as_of
    overlaps = Overlaps(plan, as_of)
    declared = _declared(registers.get(TASKS.code), as_of)
    found_states: list[TaskState] = []
    findings: list[Finding] = []
    for task in plan.tasks.values():
        indicators = [_indicator(one, task, measuring, registry, plan, until) for one in task.indicators]
        needed = _needed(task, registry)
        row = declared.get((task.typed_by, key(task.code)))
        lacking = _lacking(task.typed_by, needed, plan, as_of, unread)
        state = task_state(
            task,
            plan,
            as_of,
            indicators,
            workbook_present=task.typed_by in present and not lacking,
            closed=closings.closed(task.typed_by, needed),
            nothing_arose=closings.nothing(task.typed_by, needed),
            declared=row.get("assessment") if row else None,
            declared_on=row.get("done_on") if row else None,
            shown_by=() if task.indicators else _shown_by(task, registers, overlaps),
        )
        found_states.append(state)
        if row is not None and not lacking:
            findings.extend(_declared_without_evidence(state, row))
            findings.extend(_evidence_without_declaration(state, row, plan, as_of))
    for straddling, column, window in measuring.straddling.values():
        findings.append(found("KH35", straddling.place(column), raw=str(straddling.number), period=window.label))
    return found_states, findings


def _indicator(
    one: Indicator, task: Task, measuring: Measuring, registry: Registry, plan: Plan, until: date
) -> IndicatorState:
    spans = windows(one.window, plan.year, until, task.starts)
    numerators = {span: measuring.count(one.measure, task, one.conditions, span) for span in spans}
    denominators = None
    if one.of:
        denominators = {span: measuring.count(one.of, task, one.conditions, span) for span in spans}
    return judge_indicator(one, numerators, denominators, registry.measures[one.measure].on)


def _needed(task: Task, registry: Registry) -> tuple[str, ...]:
    """The registers a task stands on: those its indicators count, else its documents and the plan's evidence."""
    return registers_of(task.indicators, registry.measures) or (DOCUMENTS.code, *task.evidence)


def _lacking(unit: str, needed: Iterable[str], plan: Plan, as_of: date, unread: frozenset[tuple[str, str]]) -> bool:
    """Whether a register that a task stands on was not read: the typist's own, or whoever's it is where he keeps none.

    Nobody knows then how the task stands.
    """
    kept = {*COMMON_SHEETS, *plan.registers_in(unit, as_of)}
    return any(code in needed and (keeper == unit or code not in kept) for keeper, code in unread)


def _declared(register: Register | None, as_of: date) -> dict[tuple[str, str], Row]:
    """(unit, task code) → the unit's own row of that task; of doubled rows the first.

    A row done later says nothing of the day asked for (a report of a period is drawn weeks after it).
    """
    rows: dict[tuple[str, str], Row] = {}
    for row in register.rows if register else ():
        if "code" in row.values and row.get("done_on", as_of) <= as_of:
            rows.setdefault((row.unit, key(row["code"])), row)
    return rows


def _shown_by(task: Task, registers: Mapping[str, Register], overlaps: Overlaps) -> tuple[Place, ...]:
    """Rows that name a task nothing measures: its documents, and lines of its registers of evidence."""
    places: list[Place] = []
    for code in dict.fromkeys((DOCUMENTS.code, *task.evidence)):
        register = registers.get(code)
        if register is not None and "task" in register.sheet.by_code:
            named = (row for row in register.rows if "task" in row.values)
            places.extend(row.place("task") for row in named if counts_for(row, task.code, (), overlaps))
    return tuple(places)


def _declared_without_evidence(state: TaskState, row: Row) -> Sequence[Finding]:
    """Declared done, and nothing shows it (KH07): told once, for the first period without evidence."""
    assessment = row.get("assessment")
    if assessment is None or assessment.code != "done" or state.status.value in _SHOWN:
        return ()
    lacking = unshown(state.indicators)
    if lacking is None and (state.indicators or state.shown_by):
        return ()
    period = lacking.window.label if lacking else _YEAR_LABEL
    return (found("KH07", row.place("assessment"), task=state.task.code, period=period),)


def _evidence_without_declaration(state: TaskState, row: Row, plan: Plan, as_of: date) -> Sequence[Finding]:
    """A task that nothing measures is over, rows show it, and its own unit has not said so (KH45)."""
    if state.task.indicators or state.task.unmeasured or not state.shown_by or state.status.value in _SHOWN:
        return ()
    assessment = row.get("assessment")
    not_said = assessment is None or assessment.code == DECLARED_NOT_BEGUN
    if "assessment" in row.refused or not not_said or not any(day < as_of for day in deadlines(state.task, plan)):
        return ()
    cells = _told(state.shown_by, row)
    return (found("KH45", row.place("assessment"), task=state.task.code, count=len(state.shown_by), cells=cells),)


#: So many places of evidence are named; the rest are counted.
_NAMED = 3


def _told(places: Sequence[Place], row: Row) -> tuple[str, ...]:
    """`Văn bản ban hành F24`, with the file where it is another one's."""
    named = []
    for one in places[:_NAMED]:
        file = "" if one.file == row.at.file else f", {one.file}"
        named.append(f"{one.sheet} {one.cell}{file}")
    return (*named, "…") if len(places) > _NAMED else tuple(named)


_YEAR_LABEL = Text("cả năm", "whole year")
_SHOWN = frozenset({"done", "done_late", "followed", "nothing_arose"})
