"""Tasks and their indicators from the rows of NhiemVu and ChiTieu."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from danvan_xlsx.plan import faults
from danvan_xlsx.plan.draft import Draft, Names, parts
from danvan_xlsx.plan.filters import read_filter
from danvan_xlsx.plan.lists import Lists
from danvan_xlsx.plan.plan import COMMON_SHEETS, Condition, Indicator, Task, Unit
from danvan_xlsx.plan.sheets import INDICATORS_SHEET, TASKS_SHEET
from danvan_xlsx.plan.terms import CONTINUOUS, ONCE, PROPOSAL
from danvan_xlsx.words.layout import Row, Sheet
from danvan_xlsx.words.text import fold

#: Section, point, number as in the plan's text; whichever sections a commune's plan has.
_CODE = re.compile(r"[IVX]+\.\d+\.\d+")


def build_tasks(draft: Draft, units: Mapping[str, Unit], year: int) -> dict[str, Task]:
    """The tasks in the plan's order, without their indicators."""
    tasks: dict[str, Task] = {}
    names = Names({unit.code: (unit.name,) for unit in units.values()})
    for row in draft.once(TASKS_SHEET, "code"):
        if not _CODE.fullmatch(row["code"]):
            draft.tell(faults.TASK_CODE_OF_ANOTHER_FORM, row.place("code"), raw=row["code"])
            continue
        tasks[row["code"]] = _task(draft, row, units, names, year)
    for task in tasks.values():
        _check_overlaps(draft, task, tasks)
    return tasks


def _task(draft: Draft, row: Row, units: Mapping[str, Unit], names: Names, year: int) -> Task:
    code: str = row["code"]
    deadline = _deadline(draft, row, year)
    lead = _unit(draft, row, "lead", faults.LEAD_UNKNOWN, names)
    typed_by = _unit(draft, row, "typed_by", faults.UNIT_UNKNOWN, names)
    for column, unit in (("lead", lead), ("typed_by", typed_by)):
        if unit:
            _check_active(draft, row, column, units[unit], deadline, year)
    typed_by = typed_by or lead
    frequency = row.get("frequency", CONTINUOUS)
    if frequency == ONCE and "deadline" not in row.values and "deadline" not in row.refused:
        draft.tell(faults.ONCE_WITHOUT_DEADLINE, row.place("deadline"), task=code)
    return Task(
        code=code,
        section=row.get("section") or code.rpartition(".")[0],
        title=row.get("title", ""),
        lead=lead,
        lead_basis=row.get("lead_basis", PROPOSAL),
        typed_by=(units[typed_by].typed_in or typed_by) if typed_by else "",
        partners=row.get("partners", ""),
        frequency=frequency,
        starts=row.get("starts"),
        deadline=deadline,
        deadline_basis=row.get("deadline_basis"),
        product=row.get("product", ""),
        target=row.get("target", ""),
        target_basis=row.get("target_basis"),
        evidence=_registers(draft, row, "evidence", faults.EVIDENCE_UNKNOWN),
        overlaps=parts(row.get("overlaps")),
        followed=row.get("followed", False),
        nothing_allowed=row.get("nothing_allowed", False),
        row=row,
    )


def _unit(draft: Draft, row: Row, column: str, fault: str, names: Names) -> str:
    """The code of the unit named; "" where none is, or none that is known."""
    typed = row.get(column)
    if typed is None:
        return ""
    unit = names.find(typed)
    if unit is None:
        draft.tell(fault, row.place(column), raw=typed, near=names.near(typed))
    return unit or ""


def _registers(draft: Draft, row: Row, column: str, fault: str, **values: Any) -> tuple[str, ...]:
    """The sheet codes named in a cell; all that are unknown are told at once."""
    found = {typed: draft.registers.find(typed) for typed in parts(row.get(column))}
    unknown = [typed for typed, code in found.items() if code is None]
    if unknown:
        draft.tell(fault, row.place(column), raw=unknown, near=draft.registers.near(unknown[0]), **values)
    return tuple(dict.fromkeys(code for code in found.values() if code))


def _deadline(draft: Draft, row: Row, year: int) -> date | None:
    deadline: date | None = row.get("deadline")
    if deadline is not None and deadline.year != year:
        draft.tell(faults.DEADLINE_OUTSIDE_THE_YEAR, row.place("deadline"), raw=deadline, year=str(year))
        return None
    return deadline


def _check_active(draft: Draft, row: Row, column: str, unit: Unit, deadline: date | None, year: int) -> None:
    """On the deadline, or without one on some day of the year."""
    first, last = row.get("starts") or date(year, 1, 1), deadline or date(year, 12, 31)
    day = None
    if unit.since is not None and unit.since > last:
        day = last
    elif unit.until is not None and unit.until < (deadline or first):
        day = deadline or first
    if day is not None:
        draft.tell(faults.UNIT_NOT_ACTIVE, row.place(column), unit=unit.name, day=day, task=row["code"])


def _check_overlaps(draft: Draft, task: Task, tasks: Mapping[str, Task]) -> None:
    unknown = [code for code in task.overlaps if code not in tasks]
    if unknown:
        draft.tell(faults.OVERLAP_UNKNOWN, task.row.place("overlaps"), raw=unknown)


def add_indicators(draft: Draft, tasks: Mapping[str, Task], lists: Lists) -> dict[str, Task]:
    """The tasks with their indicators; those that cannot be measured as written are counted in `unmeasured`."""
    indicators: dict[str, list[Indicator]] = {code: [] for code in tasks}
    unmeasured: Counter[str] = Counter()
    names = Names(dict.fromkeys(tasks, ()))
    told = {fold(row["code"]) for row in draft.rows(TASKS_SHEET, "code")}
    bound = {code: sheet.bind(lists.options, lists.aliases) for code, sheet in draft.known.sheets.items()}
    first: dict[tuple[Any, ...], Row] = {}
    for row in draft.rows(INDICATORS_SHEET, "task"):
        code = names.find(row["task"])
        if code is None:
            # A task whose own row is at fault has been told there.
            if fold(row["task"]) not in told:
                draft.tell(faults.TASK_UNKNOWN, row.place("task"), raw=row["task"])
            continue
        one = _indicator(draft, row, code, bound)
        if one is None:
            unmeasured[code] += 1
            continue
        same = (one.task, one.measure, one.of, frozenset(one.conditions), one.window, one.comparison)
        held = first.setdefault(same, row)
        if held is row:
            indicators[code].append(one)
        else:
            draft.tell(faults.INDICATOR_TWICE, row.place("measure"), task=code, other=held.number)
    return {
        code: task._replace(indicators=tuple(indicators[code]), unmeasured=unmeasured[code])
        for code, task in tasks.items()
    }


def _indicator(draft: Draft, row: Row, task: str, bound: Mapping[str, Sheet]) -> Indicator | None:
    """None where a part cannot be used: a count without its filter, or a share without its whole, would be wrong."""
    measure, of = _measure(draft, row, "measure"), _measure(draft, row, "of")
    wanting = ("of" in row.values or "of" in row.refused) and of is None
    conditions = _conditions(draft, row, bound[draft.known.measures[measure].sheet.code]) if measure else None
    if measure is None or wanting or conditions is None:
        return None
    if not all(column in row.values for column in ("window", "comparison", "target")):
        return None
    if of is not None:
        _check_share(draft, row, measure, of)
    return Indicator(
        task=task,
        label=row.get("label") or draft.known.measures[measure].label.vi,
        measure=measure,
        of=of,
        conditions=conditions,
        window=row["window"],
        comparison=row["comparison"],
        target=row["target"],
        unit=row.get("unit") or ("%" if of else draft.known.measures[measure].unit.vi),
        basis=row.get("basis", PROPOSAL),
        row=row,
    )


def _measure(draft: Draft, row: Row, column: str) -> str | None:
    typed = row.get(column)
    if typed is None:
        return None
    code = draft.measures.find(typed)
    if code is None:
        draft.tell(faults.MEASURE_UNKNOWN, row.place(column), raw=typed, near=draft.measures.near(typed))
    return code


def _conditions(draft: Draft, row: Row, sheet: Sheet) -> tuple[Condition, ...] | None:
    if "filter" in row.refused:
        return None
    conditions, wrong = read_filter(row.get("filter", ""), sheet)
    for fault in wrong:
        draft.tell(fault.code, row.place("filter"), **fault.values)
    return None if wrong else conditions


def _check_share(draft: Draft, row: Row, measure: str, of: str) -> None:
    one, other = draft.known.measures[measure], draft.known.measures[of]
    if fold(one.unit.vi) != fold(other.unit.vi):
        draft.tell(
            faults.SHARE_OF_ANOTHER_UNIT,
            row.place("of"),
            measure=one.label,
            of=other.label,
            unit=one.unit,
            other=other.unit,
        )


def check_keepers(draft: Draft, tasks: Iterable[Task], units: Mapping[str, Unit]) -> None:
    """Each register that a task needs is kept by somebody, and some of them by who types the task."""
    kept: dict[str, set[str]] = {}
    for unit in units.values():
        if unit.registers:
            kept.setdefault(unit.typed_in or unit.code, set(COMMON_SHEETS)).update(unit.registers)
    by_anybody = set().union(*kept.values())
    for task in tasks:
        needed: dict[str, None] = {}
        for sheet, row, column in _needed(draft, task):
            if sheet not in by_anybody and sheet not in needed:
                title = draft.known.sheets[sheet].title if sheet in draft.known.sheets else sheet
                draft.tell(faults.REGISTER_KEPT_BY_NOBODY, row.place(column), task=task.code, register=title)
            needed[sheet] = None
        of_typist = kept.get(task.typed_by, set())
        if task.typed_by and needed.keys() & by_anybody and not needed.keys() & of_typist:
            titles = tuple(draft.known.sheets[code].title for code in needed if code in draft.known.sheets)
            draft.tell(
                faults.TYPED_WHERE_NOTHING_IS_KEPT,
                task.row.place("typed_by"),
                task=task.code,
                unit=units[task.typed_by].name,
                registers=titles,
            )


def _needed(draft: Draft, task: Task) -> Iterable[tuple[str, Row, str]]:
    """Each register that a task needs, with the cell that says so."""
    for code in task.evidence:
        yield code, task.row, "evidence"
    for one in task.indicators:
        yield draft.known.measures[one.measure].sheet.code, one.row, "measure"
        if one.of:
            yield draft.known.measures[one.of].sheet.code, one.row, "of"
