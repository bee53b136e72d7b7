"""*Chốt số liệu* held against the registers: what had to be closed by now, what was answered, what contradicts it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.plan.settings import CLOSING_KEY
from danvan_xlsx.registers import Registry
from danvan_xlsx.registers.closing import CLOSED, CLOSING, FIGURES, NOTHING, PERIODS, days_of
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.kinds import Month, Option
from danvan_xlsx.words.layout import Placed, Row, Sheet
from danvan_xlsx.words.rules import Register, found, key
from danvan_xlsx.words.text import Text


class Due(NamedTuple):
    """A register of a unit and a period that had to be closed by now, with the row that answers, if there is one."""

    unit: str
    sheet: Sheet
    label: Text
    since: date
    until: date
    by: date
    row: Row | None

    @property
    def answer(self) -> Option | None:
        return self.row.get("answer") if self.row else None


@dataclass(frozen=True)
class Closings:
    """What each unit closed: asked by tasks, told as findings."""

    due: tuple[Due, ...]
    _by_unit: dict[tuple[str, str], list[Due]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for one in self.due:
            self._by_unit.setdefault((one.unit, one.sheet.code), []).append(one)

    def _asked(self, unit: str, registers: Iterable[str]) -> list[Due]:
        """What the unit that types a task had to close; of registers it does not keep, whoever keeps them."""
        asked: list[Due] = []
        for code in registers:
            own = self._by_unit.get((unit, code))
            if own is not None:
                asked.extend(own)
            else:
                asked.extend(one for (_, sheet), dues in self._by_unit.items() if sheet == code for one in dues)
        return asked

    def closed(self, unit: str, registers: Iterable[str]) -> bool:
        """Every period that had to be closed is closed, with figures or as nothing."""
        return all(one.answer is not None and one.answer.code in CLOSED for one in self._asked(unit, registers))

    def nothing(self, unit: str, registers: Iterable[str]) -> bool:
        """Every period that had to be closed is closed as *Không phát sinh*, and there is one."""
        asked = self._asked(unit, registers)
        return bool(asked) and all(one.answer == NOTHING for one in asked)


def closings(
    plan: Plan, registry: Registry, registers: Mapping[str, Register], present: Iterable[str], as_of: date
) -> Closings:
    """What had to be closed by `as_of` in every workbook that was read."""
    answers = _answers(registers.get(CLOSING.code))
    days = int(plan.value(CLOSING_KEY, as_of) or 0)
    due: list[Due] = []
    for unit in present:
        for code in plan.registers_in(unit, as_of):
            sheet = registry.sheets.get(code)
            for span in PERIODS.get(sheet.closes or "", ()) if sheet else ():
                bounds = days_of(span.label.vi, plan.year)
                assert sheet is not None and bounds is not None
                by = bounds[1] + timedelta(days=days)
                if by < as_of:
                    row = answers.get((unit, key(sheet.title.vi), key(span.label.vi)))
                    due.append(Due(unit, sheet, span.label, *bounds, by, row))
    return Closings(tuple(due))


def _answers(register: Register | None) -> dict[tuple[str, str, str], Row]:
    rows: dict[tuple[str, str, str], Row] = {}
    for row in register.rows if register else ():
        if "register" in row.values and "period" in row.values:
            rows.setdefault((row.unit, key(row["register"]), key(row["period"])), row)
    return rows


def judge_closings(
    asked: Closings, registers: Mapping[str, Register], unread: frozenset[tuple[str, str]]
) -> list[Finding]:
    """Not closed (KH26), closed as nothing though rows exist (KH27), with figures though there are none (KH28).

    unread: (unit, sheet code) that could not be read: what follows from that is not told.
    """
    findings: list[Finding] = []
    closing = registers.get(CLOSING.code)
    placed = {one.unit: one for one in closing.placed} if closing else {}
    for one in asked.due:
        if (one.unit, one.sheet.code) in unread or one.unit not in placed:
            continue
        findings.extend(_judge(one, registers.get(one.sheet.code), placed[one.unit]))
    return findings


def _judge(one: Due, register: Register | None, placed: Placed) -> Sequence[Finding]:
    where = one.row.place("answer") if one.row else placed.heading("answer")
    told = {"register": one.sheet.title, "period": one.label}
    if one.row is not None and "answer" in one.row.refused:
        return ()
    if one.answer is None:
        return (found("KH26", where, **told, due=one.by),)
    dated = _dated(one.sheet)
    if dated is None:
        return ()
    # A row that stands ready in the form is one only when something was typed into it.
    of_unit = (row for row in (register.rows if register else ()) if row.unit == one.unit)
    rows = [row for row in of_unit if {*row.values, *row.refused} - {*one.sheet.key}]
    count = sum(_falls(row, dated, one) for row in rows)
    if one.answer == NOTHING and count:
        return (found("KH27", where, **told, count=count),)
    if one.answer == FIGURES and not _something(one, rows, dated):
        return (found("KH28", where, **told),)
    return ()


def _something(one: Due, rows: Sequence[Row], dated: str) -> bool:
    """Whether a register may well have figures for a period: a row with any of its days in it, or one without a day.

    Where a row may be of another year what is written stands on (members, boards), and any row is a figure.
    """
    columns = [one.sheet.by_code[dated]]
    if dated not in one.sheet.key:
        columns = [c for c in one.sheet.columns if c.kind.role == "fact" or c.kind.name == "month"]
    if any(not c.window for c in columns) and rows:
        return True
    return any(dated not in row.values or any(_falls(row, c.code, one) for c in columns) for row in rows)


def _dated(sheet: Sheet) -> str | None:
    """The column that dates a row: the day that stands ready in it, else the first day on which something happened."""
    ready = (c.code for c in sheet.columns if c.code in sheet.key and c.kind.role)
    happened = (c.code for c in sheet.columns if c.kind.role == "fact" or c.kind.name == "month")
    return next(chain(ready, happened), None)


def _falls(row: Row, column: str, one: Due) -> bool:
    value = row.get(column)
    if isinstance(value, Month):
        return one.since.month <= value.number <= one.until.month
    return isinstance(value, date) and one.since <= value <= one.until
