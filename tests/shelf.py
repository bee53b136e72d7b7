"""A village bookcase as a register, sheets typed cell by cell, and codes written beside the rows that earn them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import danvan_xlsx.check.faults
import danvan_xlsx.plan.faults  # noqa: F401 - and what the plan tells
from danvan_xlsx.check.commune import BookRead, read_book
from danvan_xlsx.check.place import place
from danvan_xlsx.plan.plan import Plan, Unit
from danvan_xlsx.plan.terms import OFFICE
from danvan_xlsx.report.unit_summary import OWN_MARK
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.kinds import COUNT, FACT_DAY, NOTE, Kind, Option, choice
from danvan_xlsx.words.layout import Cell, Column, Grid, Row, Sheet
from danvan_xlsx.words.rules import CATALOGUE, MEASURES, Register
from danvan_xlsx.words.text import Text
from tests.registers.rows import read_table
from tests.tables import split, table, typed

STUDY = Option("study", Text("Học tập", "Study"))
WORK = Option("work", Text("Công việc", "Work"))


def column(code: str, label: str, kind: Kind, **facts: Any) -> Column:
    return Column(code, Text(label, code), kind, **facts)


#: In Excel's letters: A ours, B day, C people, D purpose, E reason, then ours again.
LOANS = Sheet(
    "loans",
    Text("Sổ mượn sách", "Loans"),
    (
        column("day", "Ngày mượn", FACT_DAY, required=True),
        column("people", "Số người", COUNT, required=True),
        column("purpose", "Mục đích", choice("loan_purpose", STUDY, WORK)),
        column("reason", "Lý do", NOTE, required_when=("purpose", ("work",))),
    ),
    closes="quarter",
)


def told(findings: Iterable[Finding]) -> list[tuple[str, str | None]]:
    """(code, cell) of every finding, sorted; one told twice stands twice."""
    return sorted(((one.code, one.place.cell) for one in findings), key=str)


def beside(text: str) -> list[tuple[str, str | None]]:
    """What stands behind the last bar of the lines of a table: `B8 DL12, C8 DL03`."""
    remarks = (line.rpartition("|")[2] for line in text.splitlines() if "|" in line)
    pairs = (part.split() for remark in remarks for part in remark.split(",") if part.strip())
    return sorted(((code, cell) for cell, code in pairs), key=str)


def typed_sheet(text: str, title: str = "Sổ mượn sách") -> Grid:
    """A sheet as it stands, frame and all: `5 | _status.loans | day`, the number of the row, then columns A, B, C."""
    rows: dict[int, dict[int, Cell]] = {}
    for line in filter(str.strip, text.splitlines()):
        number, *cells = split(line)
        found = {at: cell for at, one in enumerate(cells, 1) if (cell := typed(one)) is not None}
        rows[int(number)] = found
    return Grid(title, rows)


def register(sheet: Sheet, *texts: tuple[str, str] | str) -> Register:
    """The rows of a register over the commune: a text table for each unit, (unit, table) or that of VP."""
    rows: list[Row] = []
    placed = []
    for one in texts:
        unit, text = one if isinstance(one, tuple) else ("VP", one)
        read, _ = read_table(sheet, text, unit)
        home = read[0].at if read else None
        rows.extend(read)
        if home is not None:
            placed.append(home)
    return Register(sheet, tuple(rows), tuple(placed))


def unit(code: str, *registers: str, typed_in: str | None = None) -> Unit:
    return Unit(code, f"Đơn vị {code}", OFFICE, "", "", registers, typed_in, None, None)


def plan(*units: Unit, **facts: Any) -> Plan:
    return Plan("minh-son", "Minh Sơn", 2022, units={one.code: one for one in units}, **facts)


def book(unit: str, sheets: Iterable[Sheet], without: str = "", **tables: str | Grid) -> BookRead:
    """A unit's workbook: for a sheet, by its code, a text table or the sheet as it stands; else its form is blank.

    without: the code of a sheet that was deleted.
    """
    sheets = list(sheets)
    grids = []
    for one in sheets:
        text = tables.get(one.code, f"| {one.columns[0].code} |")
        if one.code != without:
            grids.append(text if isinstance(text, Grid) else table(one, text))
    return read_book(f"{unit}.xlsx", unit, place(f"{unit}.xlsx", unit, grids, sheets, OWN_MARK))


@contextmanager
def catalogue_kept() -> Iterator[None]:
    """Rules and measures entered meanwhile are taken out again."""
    rules, measures = dict(CATALOGUE), dict(MEASURES)
    try:
        yield
    finally:
        CATALOGUE.clear()
        CATALOGUE.update(rules)
        MEASURES.clear()
        MEASURES.update(measures)
