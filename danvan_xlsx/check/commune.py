"""One commune judged: the sheets read from all its workbooks → findings, closings, the state of every task."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from danvan_xlsx.check.catalogue import catalogue
from danvan_xlsx.check.closings import closings, judge_closings
from danvan_xlsx.check.columns import judge_columns
from danvan_xlsx.check.exceptions import accept
from danvan_xlsx.check.facts import sheet_facts
from danvan_xlsx.check.judge import judge_rows, judge_sheets, once_a_cell
from danvan_xlsx.check.measuring import Measuring
from danvan_xlsx.check.outcome import SheetRead
from danvan_xlsx.check.overfull import overfull
from danvan_xlsx.check.place import Sheets
from danvan_xlsx.check.privacy import judge_privacy
from danvan_xlsx.check.read import marked_rows, read
from danvan_xlsx.check.task_rows import judge_overlaps, judge_task_rows
from danvan_xlsx.check.tasks import states
from danvan_xlsx.plan.plan import COMMON_SHEETS, Plan
from danvan_xlsx.plan.status import TaskState
from danvan_xlsx.plan.windows import Window
from danvan_xlsx.registers import Registry
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.layout import Place, Placed, Row
from danvan_xlsx.words.rules import Register


@dataclass
class BookRead:
    """What was read from one workbook: its sheets with rows, sheets that could not be used, findings on the way."""

    file: str
    unit: str
    sheets: list[SheetRead] = field(default_factory=list)
    broken: frozenset[str] = frozenset()
    own_title: str | None = None
    findings: list[Finding] = field(default_factory=list)

    @property
    def rows(self) -> dict[str, int]:
        """Rows with data per register: what the next run compares."""
        return {
            one.placed.sheet.code: sum(bool({*row.values, *row.refused} - {*row.at.sheet.key}) for row in one.rows)
            for one in self.sheets
        }


def read_book(file: str, unit: str, sheets: Sheets) -> BookRead:
    """The rows of every placed sheet; the grids are not kept."""
    book = BookRead(file, unit, broken=frozenset(sheets.broken), findings=list(sheets.findings))
    book.own_title = sheets.own.title if sheets.own else None
    for placed, grid in sheets.placed.values():
        if too_much := overfull(placed, grid):
            book.broken |= {placed.sheet.code}
            book.findings.append(too_much)
            continue
        rows, findings = read(placed, grid)
        book.sheets.append(SheetRead(placed, tuple(rows), marked_rows(placed, grid)))
        book.findings.extend(findings)
        book.findings.extend(sheet_facts(placed, grid, rows))
    return book


class Judged(NamedTuple):
    """figures: what was asked for beside the tasks, by its key; without those whose register nobody holds.

    measuring: counts whatever else a report asks for.
    """

    findings: list[Finding]
    tasks: list[TaskState]
    figures: dict[str, float]
    measuring: Measuring


def judge(
    plan: Plan,
    registry: Registry,
    books: Sequence[BookRead],
    plan_findings: Sequence[Finding],
    as_of: date,
    until: date | None = None,
    wanted: Mapping[str, tuple[str, Window]] | None = None,
    stand: date | None = None,
) -> Judged:
    """Everything the catalogue asks of the commune on a day. until: last day of the data (default: that day).

    wanted: key → measure and period of a figure of the whole commune. stand: the day on which the tasks are looked at,
    where it is not the same (a report tells how they stood when its data end).
    """
    registers = _registers(registry, books)
    present = {book.unit: None for book in books}
    unread = _unread(plan, books, as_of)
    partly = frozenset(code for _, code in unread)
    context = {"law": Law(plan.overrides, plan.calendar), "plan": plan, "as_of": as_of}
    rules = tuple(catalogue().values())
    asked = closings(plan, registry, registers, present, as_of)
    measuring = Measuring(registers, registry.measures, plan, stand or as_of, until, as_of)
    then = closings(plan, registry, registers, present, stand) if stand else asked
    tasks, told = states(plan, registry, registers, frozenset(present), unread, then, measuring)
    findings = [
        *plan_findings,
        *(one for book in books for one in book.findings),
        # A task that stands twice is told as one, not as any value that does.
        *judge_task_rows(plan, registers),
        *judge_columns(registers, plan, as_of, partly),
        *judge_privacy(registers),
        *judge_overlaps(plan, registers),
        *judge_closings(asked, registers, unread),
        *judge_rows(registers, rules, context),
        *judge_sheets(registers, rules, context, partly),
        *told,
    ]
    units = {book.file: book.unit for book in books}
    once = once_a_cell(findings, _headings(registers))
    accepted = accept(once, plan, units, frozenset(rule.code for rule in rules), as_of)
    return Judged(in_order(accepted), tasks, _figures(measuring, wanted or {}), measuring)


def _figures(measuring: Measuring, wanted: Mapping[str, tuple[str, Window]]) -> dict[str, float]:
    counted = {key: measuring.total(measure, window) for key, (measure, window) in wanted.items()}
    return {key: one.amount for key, one in counted.items() if one is not None}


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """By file, sheet, row, column, code."""
    return sorted(
        findings,
        key=lambda one: (
            one.place.file,
            one.place.sheet or "",
            one.place.row or 0,
            one.place.column or 0,
            one.code,
        ),
    )


def _unread(plan: Plan, books: Sequence[BookRead], as_of: date) -> frozenset[tuple[str, str]]:
    """(unit, sheet code) that should have been read and was not: what follows from that is not told."""
    present = {book.unit for book in books}
    missing = (unit for unit in plan.workbooks(as_of) if unit not in present)
    return frozenset(
        (
            *((book.unit, code) for book in books for code in book.broken),
            *((unit, code) for unit in missing for code in (*COMMON_SHEETS, *plan.registers_in(unit, as_of))),
        )
    )


def _headings(registers: Mapping[str, Register]) -> frozenset[Place]:
    return frozenset(one.place(one.head_row) for register in registers.values() for one in register.placed)


def _registers(registry: Registry, books: Sequence[BookRead]) -> dict[str, Register]:
    """Sheet code → all its rows over the commune; one that no workbook has is empty."""
    rows: dict[str, list[Row]] = {code: [] for code in registry.sheets}
    placed: dict[str, list[Placed]] = {code: [] for code in registry.sheets}
    for book in books:
        for one in book.sheets:
            rows[one.placed.sheet.code].extend(one.rows)
            placed[one.placed.sheet.code].append(one.placed)
    return {code: Register(sheet, tuple(rows[code]), tuple(placed[code])) for code, sheet in registry.sheets.items()}
