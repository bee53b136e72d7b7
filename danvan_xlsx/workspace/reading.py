"""Reading the plan and the units' workbooks: files → sheets with rows; grids are dropped one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from danvan_xlsx.check.commune import BookRead, read_book
from danvan_xlsx.check.place import Sheets, place
from danvan_xlsx.excel.legacy import open_book
from danvan_xlsx.excel.package import Unreadable
from danvan_xlsx.plan.build import Known, build
from danvan_xlsx.plan.plan import COMMON_SHEETS, Plan
from danvan_xlsx.plan.sheets import SHEETS as PLAN_SHEETS
from danvan_xlsx.registers import Registry
from danvan_xlsx.report.unit_summary import OWN_MARK, TITLE, stamp_of
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.frame import LIST_SHEET, META_SHEET
from danvan_xlsx.words.layout import Grid, Place, Placed, Row, Sheet
from danvan_xlsx.words.rules import found
from danvan_xlsx.words.text import Text, fold
from danvan_xlsx.workspace.identify import Candidate


class Unusable(Exception):  # noqa: N818 - a plan that cannot be used, told to the clerk
    """The plan workbook cannot be read."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


class PlanRead(NamedTuple):
    """The plan with the workbook it stands in and what is wrong with it."""

    plan: Plan
    book: BookRead


def read_plan(candidate: Candidate, registry: Registry) -> PlanRead:
    """Raises Unusable where the file cannot be read or a sheet of it is missing."""
    try:
        sheets = _placed(candidate, PLAN_SHEETS)
    except Unreadable as fault:
        raise Unusable(found(fault.code, Place(candidate.found.name), **fault.values)) from fault
    if sheets.broken:
        raise Unusable(found("BM38", Place(candidate.found.name)))
    book = read_book(candidate.found.name, "", sheets)
    rows: Mapping[str, Sequence[Row]] = {one.placed.sheet.code: one.rows for one in book.sheets}
    placed: Mapping[str, Placed] = {one.placed.sheet.code: one.placed for one in book.sheets}
    plan, findings = build(rows, placed, Known(registry.sheets, registry.measures), candidate.meta)
    book.findings.extend(findings)
    return PlanRead(plan, book)


class Forms:
    """The declared sheets of each unit's workbook with the plan's lists; each is bound once for the whole commune."""

    def __init__(self, plan: Plan, registry: Registry, day: date) -> None:
        self._plan, self._registry, self._day = plan, registry, day
        self._bound: dict[str, Sheet] = {}

    def sheets(self, unit: str) -> list[Sheet]:
        codes = dict.fromkeys((*COMMON_SHEETS, *self._plan.registers_in(unit, self._day)))
        return [self._sheet(code) for code in codes if code in self._registry.sheets]

    def every(self) -> list[Sheet]:
        """All registers: what a copy without marks is compared with."""
        return [self._sheet(code) for code in self._registry.sheets]

    def _sheet(self, code: str) -> Sheet:
        if code not in self._bound:
            self._bound[code] = self._registry.sheets[code].bind(self._plan.lists, self._plan.aliases)
        return self._bound[code]


def read_unit(candidate: Candidate, unit: str, sheets: Sequence[Sheet]) -> BookRead | None:
    """A unit's workbook; None (and the candidate refused) where its inside cannot be read after all."""
    try:
        placed = _placed(candidate, sheets)
    except Unreadable as fault:
        candidate.refuse("unreadable", fault.code, **fault.values)
        return None
    book = read_book(candidate.found.name, unit, placed)
    candidate.state.stamp = stamp_of(placed.own)
    candidate.state.rows = book.rows
    return book


def _placed(candidate: Candidate, sheets: Sequence[Sheet]) -> Sheets:
    name = candidate.found.name
    with open_book(candidate.found.path) as book:
        candidate.state.sha256 = book.sha256
        titles: list[str] = []

        def grids() -> Iterator[Grid]:
            for info in book.sheets:
                if info.title not in (META_SHEET, LIST_SHEET):
                    titles.append(info.title)
                    yield book.grid(info)

        placed = place(name, candidate.state.unit or "", grids(), sheets, OWN_MARK)
    taken = next((title for title in titles if fold(title) == fold(TITLE.vi)), None)
    if taken is not None and (placed.own is None or fold(placed.own.title) != fold(taken)) and candidate.state.unit:
        placed.findings.append(found("BM26", Place(name, taken), title=taken))
    if candidate.older:
        placed.findings.append(found("BM42", Place(name), format=f".{candidate.older}", result=candidate.result))
    return placed


def two_files(candidates: Sequence[Candidate], plan: Plan, rows: Mapping[str, int]) -> set[str]:
    """Units of which there are several workbooks: none is counted or written into (BM16)."""
    by_unit: dict[str, list[Candidate]] = {}
    for one in candidates:
        if one.state.unit is not None and one.fault is None:
            by_unit.setdefault(one.state.unit, []).append(one)
    doubled = {unit: files for unit, files in by_unit.items() if len(files) > 1}
    for unit, files in doubled.items():
        first = files[0]
        first.state.state = "duplicate"
        for other in files[1:]:
            other.refuse(
                "duplicate",
                "BM16",
                unit=plan.unit_name(unit),
                saved=saved_in_words(other),
                rows=rows[other.found.name],
                other=first.found.name,
                other_saved=saved_in_words(first),
                other_rows=rows[first.found.name],
            )
    return set(doubled)


def saved_in_words(one: Candidate) -> Text:
    saved = one.state.saved
    moment = f"{saved:%H:%M} {saved.day:02}/{saved.month:02}" if saved else "?"
    return Text(moment, moment)
