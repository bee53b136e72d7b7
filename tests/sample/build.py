"""Draws the sample, xã Minh Sơn 2022, from its source: `python -m tests.sample.build DIR [--sound]`."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from danvan_xlsx.excel.drawer import draw
from danvan_xlsx.forms import plan_book, unit_book
from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.plan.sheets import SHEETS
from danvan_xlsx.registers import load
from danvan_xlsx.words.book import Book, Filled
from danvan_xlsx.words.layout import Sheet
from danvan_xlsx.words.text import fold
from danvan_xlsx.workspace.folder import Found
from danvan_xlsx.workspace.identify import identify
from danvan_xlsx.workspace.reading import read_plan
from tests.tables import sample_rows

SOURCE = Path(__file__).parent
COMMUNE, NAME, YEAR = "minh-son", "Minh Sơn", 2022
#: When the blank forms were drawn, and when the files are looked at.
DRAWN, AS_OF = date(2022, 1, 4), date(2022, 11, 14)
PLAN_FILE = "ke-hoach.xlsx"
FILES = {
    "VP": "van-phong.xlsx",
    "MOTCUA": "mot-cua.xlsx",
    "TUPHAP": "tu-phap.xlsx",
    "VANHOA": "van-hoa.xlsx",
    "KETOAN": "ke-toan.xlsx",
    "DIACHINH": "dia-chinh.xlsx",
    "MATTRAN": "mat-tran.xlsx",
}

Typed = Mapping[str, Any]


def build_sample(folder: Path, *, defects: bool = True) -> None:
    """The plan and the seven workbooks into `folder`, with the seeded defects or with what is right in their place."""
    folder.mkdir(parents=True, exist_ok=True)
    plan = build_plan(folder, defects=defects)
    for unit, name in FILES.items():
        blank = unit_book(plan, load(), unit, date(YEAR, 12, 31))
        draw(filled_in(blank, SOURCE / unit.lower(), defects), folder / name, created=DRAWN)


def build_plan(folder: Path, *, defects: bool = False) -> Plan:
    """The plan's workbook alone."""
    rows = {sheet.code: _source(SOURCE / "plan", sheet, defects) for sheet in SHEETS}
    draw(plan_book(COMMUNE, NAME, YEAR, SHEETS, rows), folder / PLAN_FILE, created=DRAWN)
    return plan_of(folder)


def plan_of(folder: Path) -> Plan:
    """The plan as the program reads it from the workbook just drawn."""
    (candidate,) = identify([Found(folder / PLAN_FILE, PLAN_FILE)])
    return read_plan(candidate, load()).plan


def filled_in(book: Book, source: Path, defects: bool) -> Book:
    """A unit's blank workbook as staff have filled it."""
    leaves = [_fill(leaf, source, defects) if isinstance(leaf, Filled) else leaf for leaf in book.leaves]
    return replace(book, leaves=tuple(leaves))


def _fill(blank: Filled, source: Path, defects: bool) -> Filled:
    typed = _source(source, blank.sheet, defects)
    rows = _into(blank.rows, typed, blank.sheet) if blank.rows else typed
    return replace(blank, rows=tuple(rows))


def _source(folder: Path, sheet: Sheet, defects: bool) -> list[Typed]:
    path = folder / f"{sheet.code}.txt"
    return sample_rows(sheet, path.read_text(encoding="utf-8"), defects=defects) if path.exists() else []


def _into(blank: Sequence[Typed | None], typed: Sequence[Typed], sheet: Sheet) -> list[Typed]:
    """What was typed, put into the row that stands ready for it; a row of nobody's key is one that staff added."""
    rows: list[Typed] = [dict(row or {}) for row in blank]
    for one in typed:
        named = [column for column in sheet.key if column in one]
        place = next((n for n, row in enumerate(rows) if all(_same(row, one, column) for column in named)), None)
        if place is None:
            rows.append(one)
        else:
            rows[place] = {**rows[place], **{code: cell for code, cell in one.items() if code not in named}}
    return rows


def _same(row: Typed, one: Typed, column: str) -> bool:
    stands, typed = row.get(column), one[column].value
    return stands == typed if isinstance(typed, float) else fold(str(stands)) == fold(str(typed))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sound", action="store_true", help="what is right in place of every seeded defect")
    asked = parser.parse_args()
    build_sample(asked.folder, defects=not asked.sound)
