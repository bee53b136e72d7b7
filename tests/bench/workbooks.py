"""The workbooks that the bench looks at: the sample, and the same commune with many rows or many units."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from danvan_xlsx.excel.drawer import draw
from danvan_xlsx.forms import plan_book, unit_book
from danvan_xlsx.plan.sheets import SHEETS
from danvan_xlsx.registers import load
from danvan_xlsx.words.book import Filled
from danvan_xlsx.words.layout import Cell, Sheet
from tests.sample.build import COMMUNE, DRAWN, FILES, NAME, PLAN_FILE, SOURCE, YEAR, build_sample, plan_of
from tests.tables import sample_rows

Rows = list[Mapping[str, Cell]]

#: Where the rows come from that many rows and many units repeat.
SOURCES = {"reception": "vp", "opinions": "vp", "news": "vanhoa"}
REGISTERS = "Sổ tiếp công dân; Ý kiến, kiến nghị; Tin, bài"
UNIT = "| U{0:03} | Đơn vị {0:03} | Bộ phận, công chức của UBND | Trưởng đơn vị {0:03} | | {1} | | | |"
ROWS_OF_A_UNIT = 50


def build(kind: str, size: int, folder: Path) -> None:
    """`sample`, `rows` (the office's reception register has so many) or `units` (so many workbooks)."""
    if kind == "units":
        _units(size, folder)
    else:
        build_sample(folder)
    if kind == "rows":
        _fill(folder, "VP", FILES["VP"], {"reception": size})


def _units(size: int, folder: Path) -> None:
    build_sample(folder, defects=False)
    rows = {sheet.code: _source(sheet, "plan") for sheet in SHEETS}
    more = range(1, size - len(FILES) + 1)
    text = (SOURCE / "plan" / "units.txt").read_text(encoding="utf-8")
    text = "\n".join((text, *(UNIT.format(number, REGISTERS) for number in more)))
    units = next(sheet for sheet in SHEETS if sheet.code == "units")
    rows["units"] = sample_rows(units, text, defects=False)
    draw(plan_book(COMMUNE, NAME, YEAR, SHEETS, rows), folder / PLAN_FILE, created=DRAWN)
    for number in more:
        _fill(folder, f"U{number:03}", f"u{number:03}.xlsx", dict.fromkeys(SOURCES, ROWS_OF_A_UNIT))


def _fill(folder: Path, unit: str, name: str, counts: Mapping[str, int]) -> None:
    blank = unit_book(plan_of(folder), load(), unit, date(YEAR, 12, 31))
    leaves = [
        replace(leaf, rows=tuple(islice(cycle(_source(leaf.sheet, SOURCES[leaf.sheet.code])), counts[leaf.sheet.code])))
        if isinstance(leaf, Filled) and leaf.sheet.code in counts
        else leaf
        for leaf in blank.leaves
    ]
    draw(replace(blank, leaves=tuple(leaves)), folder / name, created=DRAWN)


def _source(sheet: Sheet, folder: str) -> Rows:
    path = SOURCE / folder / f"{sheet.code}.txt"
    return sample_rows(sheet, path.read_text(encoding="utf-8"), defects=False) if path.exists() else []


if __name__ == "__main__":
    build(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
