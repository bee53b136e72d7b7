"""Openpyxl as the second reader: what other programs write is read alike."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.utils.datetime import to_excel

from danvan_xlsx.excel.reader import open_workbook
from danvan_xlsx.words.layout import Cell
from tests.craft import named


def written_by_xlsxwriter(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        look = {name: book.add_format({"num_format": code}) for name, code in FORMATS_OF_LOOKS.items()}
        for title in ("Sổ tiếp công dân", "Đơn thư"):
            sheet = book.add_worksheet(title)
            for at in range(40):
                sheet.write(at, 0, f"Công dân {at:02} & <Thôn {at % 7}>\nxã Minh Sơn")
                sheet.write_datetime(at, 1, datetime(2022, 1 + at % 12, 1 + at % 28), look["day"])
                sheet.write(at, 2, at / 40, look["percent"])
                sheet.write_formula(at, 3, "=A1&B1", None, "chữ" if at % 2 else "")
                sheet.write_formula(at, 4, f"=C{at + 1}*2", look["money"], at * 1.5)
                sheet.write_formula(at, 5, "=NA()", None, "#N/A")
                sheet.write_boolean(at, 6, at % 3 == 0)
                sheet.write_blank(at, 7, None, look["money"])
                sheet.write_rich_string(at, 8, "đậm ", look["bold"], "nhạt")
                sheet.write_number(at, 9, 0.375, look["clock"])
                sheet.write_formula(at, 10, "=1>0", None, True)
            sheet.set_row(5, None, None, {"hidden": True})
            sheet.merge_range("M1:N2", "gộp")
        book.get_worksheet_by_name("Đơn thư").hide()


FORMATS_OF_LOOKS = {
    "day": "dd/mm/yyyy",
    "percent": "0.0%",
    "money": '#,##0 "đồng"',
    "bold": "General",
    "clock": "hh:mm",
}


def written_by_openpyxl(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Sổ"
    for at in range(1, 41):
        values: list[Any] = [
            f"  Dòng {at} ",
            date(2022, 5, at % 28 + 1),
            at * 7,
            at / 3,
            at % 2 == 0,
            None,
            "#REF!",
            f"=C{at}",
        ]
        sheet.append(values)
        sheet.cell(at, 4).number_format = "0%"
        sheet.cell(at, 6).number_format = "0%"
    sheet.row_dimensions[3].hidden = True
    sheet.merge_cells("J1:K3")
    book.save(path)


WRITERS: dict[str, Callable[[Path], None]] = {"xlsxwriter": written_by_xlsxwriter, "openpyxl": written_by_openpyxl}


def as_openpyxl_sees(path: Path) -> dict[str, dict[str, tuple[Any, str, bool]]]:
    """Title → cell → value, kind and whether a formula gave it, from its two loads."""
    values, formulas = openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(path)
    seen: dict[str, dict[str, tuple[Any, str, bool]]] = {}
    for sheet in values:
        seen[sheet.title] = {}
        for cells in sheet.iter_rows():
            for cell in cells:
                formula = formulas[sheet.title][cell.coordinate].data_type == "f"
                if cell.value is not None or formula:
                    seen[sheet.title][cell.coordinate] = (*_seen(cell), formula)
    return seen


def _seen(cell: Any) -> tuple[Any, str]:
    value = cell.value
    if value is None:
        return "", "no value"
    if isinstance(value, datetime | date | time):
        return round(to_excel(value), 9), "date"
    if isinstance(value, bool):
        return value, "bool"
    if isinstance(value, str):
        return value, "error" if cell.data_type == "e" else "text"
    return round(float(value), 9), "percent" if cell.number_format.endswith("%") else "number"


def as_we_see(path: Path) -> dict[str, dict[str, tuple[Any, str, bool]]]:
    with open_workbook(path) as workbook:
        grids = [workbook.grid(sheet) for sheet in workbook.sheets]
    return {grid.title: {at: _ours(cell) for at, cell in named(grid).items()} for grid in grids}


def _ours(cell: Cell) -> tuple[Any, str, bool]:
    # Openpyxl has None both for a formula that was never calculated and for one whose result is empty text.
    if cell.formula and cell.value == "":
        return "", "no value", True
    value = round(cell.value, 9) if isinstance(cell.value, float) else cell.value
    return value, cell.kind, cell.formula


@pytest.mark.parametrize("writer", WRITERS)
def test_openpyxl_reads_the_same_values(writer: str, tmp_path: Path) -> None:
    path = tmp_path / "sổ.xlsx"
    WRITERS[writer](path)
    ours, theirs = as_we_see(path), as_openpyxl_sees(path)
    assert sum(map(len, ours.values())) > 250
    assert ours == theirs


def test_openpyxl_finds_the_same_merges_hidden_rows_and_sheets(tmp_path: Path) -> None:
    for writer in WRITERS.values():
        path = tmp_path / "sổ.xlsx"
        writer(path)
        theirs = openpyxl.load_workbook(path)
        with open_workbook(path) as workbook:
            for sheet in workbook.sheets:
                grid, other = workbook.grid(sheet), theirs[sheet.title]
                hidden = {at for at, look in other.row_dimensions.items() if look.hidden}
                assert (sheet.state, set(grid.merged), grid.hidden_rows) == (
                    other.sheet_state,
                    {str(merge) for merge in other.merged_cells.ranges},
                    hidden,
                )
