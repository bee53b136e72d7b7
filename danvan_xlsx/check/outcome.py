"""The result of a check, as every output takes it: files, findings, tasks, and the rows behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.plan.status import TaskState
from danvan_xlsx.words.finding import Finding, Severity
from danvan_xlsx.words.layout import Place, Placed, Row, column_letters

FileStateName = Literal["checked", "left_alone", "unreadable", "duplicate", "other_year", "other_commune", "not_ours"]


@dataclass
class FileState:
    """A workbook of the folder: whose it is, what became of it, and whether it was written in this run.

    file: path from the folder, with `/`. rows: rows with data per sheet code. stamp: *Lượt kiểm tra* found in it.
    """

    file: str
    unit: str | None = None
    state: FileStateName = "checked"
    written: bool = False
    saved: datetime | None = None
    sha256: str = ""
    stamp: int = 0
    rows: Mapping[str, int] = field(default_factory=dict)


ReceivedState = Literal["filed", "same", "left", "waiting"]


class Received(NamedTuple):
    """A copy that lay in `nhan-ve`: whose it is, and what became of it.

    state: filed, the same as the workbook that is here (taken away), left where it lies (`code` says why), waiting for
    a check that may write. into: the workbook it became or is compared with. kept: where the one before lies now.
    rows: in the copy, in the one before; gone, added and changed ones (None: not compared).
    """

    file: str
    state: ReceivedState
    unit: str | None = None
    into: str | None = None
    kept: str | None = None
    code: str | None = None
    saved: datetime | None = None
    rows: int | None = None
    rows_before: int | None = None
    gone: int | None = None
    added: int | None = None
    changed: int | None = None


class SheetRead(NamedTuple):
    """A sheet found in a workbook and the rows read from it; `marked`: rows where our columns hold something now."""

    placed: Placed
    rows: tuple[Row, ...]
    marked: frozenset[int] = frozenset()


@dataclass
class Outcome:
    """What one check found, on the day it was asked for. Findings are sorted by file, sheet, row, column, code."""

    plan: Plan
    as_of: date
    files: list[FileState]
    findings: list[Finding]
    tasks: list[TaskState]
    sheets: list[SheetRead]
    #: Codes of the units whose workbook is missing (no file, or none that could be counted).
    missing: Sequence[str] = ()
    version: str = ""
    #: Figures of the whole commune, by key, as `report.key_figures` asked for them.
    figures: Mapping[str, float] = field(default_factory=dict)
    #: Copies found in `nhan-ve`.
    received: Sequence[Received] = ()
    #: Copies of workbooks with something to mend, for their units; and old ones that somebody uses, left as they are.
    handed_back: Sequence[str] = ()
    in_use: Sequence[str] = ()

    def of_file(self, file: str) -> list[Finding]:
        return [one for one in self.findings if one.place.file == file]

    def of_unit(self, unit: str) -> list[Finding]:
        files = {one.file for one in self.files if one.unit == unit}
        return [one for one in self.findings if one.place.file in files]

    def count(self, severity: Severity) -> int:
        return sum(one.severity is severity for one in self.findings)


class Group(NamedTuple):
    """Findings of one code in one column (or one sheet, or one file), told as one line."""

    findings: tuple[Finding, ...]
    cells: str

    @property
    def first(self) -> Finding:
        return self.findings[0]


def grouped(findings: Sequence[Finding]) -> list[Group]:
    """Same code, same column of the same sheet, same severity: one group. Errors first, then by place."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    told: Counter[tuple[str, Place]] = Counter()
    for one in findings:
        place = one.place
        # What is absent is told at the heading: there a code may stand for several things, each with its own line.
        key = (one.code, place.file, place.sheet, place.column, one.severity, one.accepted, told[one.code, place])
        told[one.code, place] += 1
        groups.setdefault(key, []).append(one)
    found = [Group(tuple(group), cells_of(group)) for group in groups.values()]
    return sorted(found, key=lambda group: group.first.severity.rank)


def cells_of(findings: Sequence[Finding]) -> str:
    """`D6, D9–D14`: the cells of one column, runs of neighbours joined; empty for a file or a sheet."""
    places = [one.place for one in findings if one.place.row and one.place.column]
    column = places[0].column if places else None
    return ", ".join(joined(column, {place.row or 0 for place in places})) if column else ""


def joined(column: int, rows: Collection[int]) -> list[str]:
    """`["D6", "D9–D14"]`: rows of one column, neighbours joined."""
    letters = column_letters(column)
    return [f"{letters}{a}" if a == b else f"{letters}{a}–{letters}{b}" for a, b in neighbours(rows)]


def neighbours(rows: Collection[int]) -> list[list[int]]:
    """`[[6, 6], [9, 14]]`: first and last of each run of neighbours."""
    found: list[list[int]] = []
    for row in sorted(rows):
        if found and row == found[-1][1] + 1:
            found[-1][1] = row
        else:
            found.append([row, row])
    return found
