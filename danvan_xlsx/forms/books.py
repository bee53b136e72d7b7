"""Blank workbooks: a unit's, composed from the plan, and the plan's own from rows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.forms.guide import guide_page
from danvan_xlsx.forms.prefilled import closing_rows, estimate_rows, schedule_rows, task_rows
from danvan_xlsx.plan.plan import COMMON_SHEETS, Plan
from danvan_xlsx.registers import Registry
from danvan_xlsx.registers.closing import CLOSING
from danvan_xlsx.registers.estimates import ESTIMATES
from danvan_xlsx.registers.schedule import SCHEDULE
from danvan_xlsx.registers.tasks import TASKS
from danvan_xlsx.report.unit_summary import empty_sheet
from danvan_xlsx.words.book import Book, Filled
from danvan_xlsx.words.frame import (
    LAYOUT,
    LAYOUT_VERSION,
    META_COMMUNE,
    META_KIND,
    META_LAYOUT,
    META_UNIT,
    META_VERSION,
    META_YEAR,
    PLAN_BOOK,
    UNIT_BOOK,
)
from danvan_xlsx.words.layout import Sheet
from danvan_xlsx.words.text import Text

Rows = Sequence[Mapping[str, Any] | None]

_TITLE = Text("Sổ dân vận chính quyền {year} – {unit}", "Registers {year} – {unit}")
_PLAN_TITLE = Text("Kế hoạch công tác dân vận chính quyền năm {year}", "Plan of the year {year}")
_PLAN_OWNER = Text("UBND xã {commune} · Năm {year}", "{commune} · {year}")
#: File name of the plan workbook, without its ending.
PLAN_NAME = "ke-hoach"


def unit_book(plan: Plan, registry: Registry, unit: str, day: date) -> Book:
    """The blank workbook of a unit: *Tổng hợp*, *Hướng dẫn*, the common sheets, the registers it owes on that day.

    KeyError: the plan has no such unit, or owes a register that nobody declares.
    """
    owner = plan.owner(unit)
    sheets = unit_sheets(plan, registry, unit, day)
    leaves = [_filled(plan, registry, unit, day, sheet) for sheet in sheets]
    guide = guide_page(plan, sheets, owner, day)
    values = {"year": str(plan.year), "unit": plan.unit_name(unit)}
    return Book(
        name=ascii_name(unit),
        title=Text(_TITLE.say("vi", values), _TITLE.say("en", values)),
        leaves=(empty_sheet(owner), guide, *leaves),
        meta={**_meta(UNIT_BOOK, plan.commune, plan.year), META_UNIT: unit},
    )


def unit_sheets(plan: Plan, registry: Registry, unit: str, day: date) -> tuple[Sheet, ...]:
    """The common sheets and the registers a unit owes, in the registry's order, with the plan's lists in them."""
    owed = dict.fromkeys((*COMMON_SHEETS, *plan.registers_in(unit, day)))
    unknown = [code for code in owed if code not in registry.sheets]
    if unknown:
        raise KeyError(*unknown)
    return tuple(sheet.bind(plan.lists, plan.aliases) for code, sheet in registry.sheets.items() if code in owed)


def _filled(plan: Plan, registry: Registry, unit: str, day: date, sheet: Sheet) -> Filled:
    owner = plan.owner(unit)
    if sheet.code == TASKS.code:
        rows = list(task_rows(plan, unit))
        closed = {number: columns for number, (_, columns) in enumerate(rows) if columns}
        return Filled(sheet, owner, tuple(row for row, _ in rows), closed)
    if sheet.code == CLOSING.code:
        closings = closing_rows(plan, registry, unit, day)
        return Filled(sheet, owner, tuple({"register": one.title.vi, "period": one.period.vi} for one in closings))
    if sheet.code == ESTIMATES.code:
        return Filled(sheet, owner, tuple(estimate_rows(plan)))
    if sheet.code == SCHEDULE.code:
        return Filled(sheet, owner, tuple(schedule_rows(plan, day)))
    return Filled(sheet, owner)


def plan_book(commune: str, name: str, year: int, sheets: Iterable[Sheet], rows: Mapping[str, Rows]) -> Book:
    """A plan workbook from rows by sheet code; blank where a sheet has none. commune: its code; name: `Minh Sơn`."""
    values = {"commune": name, "year": str(year)}
    owner = Text(_PLAN_OWNER.say("vi", values), _PLAN_OWNER.say("en", values))
    leaves = tuple(Filled(sheet, owner, tuple(rows.get(sheet.code, ()))) for sheet in sheets)
    title = Text(_PLAN_TITLE.say("vi", values), _PLAN_TITLE.say("en", values))
    return Book(PLAN_NAME, title, leaves, _meta(PLAN_BOOK, commune, year))


def _meta(kind: str, commune: str, year: int) -> dict[str, str]:
    return {
        META_LAYOUT: LAYOUT,
        META_VERSION: str(LAYOUT_VERSION),
        META_KIND: kind,
        META_COMMUNE: commune,
        META_YEAR: str(year),
    }


def ascii_name(code: str) -> str:
    """`ĐỊA CHÍNH` → `dia-chinh`: names of our files are ASCII."""
    letters = unicodedata.normalize("NFD", code.lower().replace("đ", "d"))
    plain = "".join(letter for letter in letters if letter.isascii())
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "so"
