"""A report that has come from a commune, read by its hidden machine codes: its figures without typing them anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from danvan_xlsx.words.frame import META_COMMUNE, META_FORM, META_PERIOD, META_SHEET, META_SINCE, META_UNTIL, META_YEAR
from danvan_xlsx.words.kinds import day_of
from danvan_xlsx.words.layout import Cell, Grid

#: The column of the annexes that holds the code of each row.
CODE = "code"

Value = str | float | bool | date


class ReadBack(NamedTuple):
    """Whose report of which period in which form it is, and its figures: code of the row → code of the column → value.

    A cell with a dash has no value. ISO days in since and until; "" where the workbook does not say.
    """

    commune: str
    year: str
    period: str
    since: str
    until: str
    figures: Mapping[str, Mapping[str, Value]]
    form: str = ""


class DoubledCode(ValueError):  # noqa: N818 - told to who reads
    """A code stands in two rows: whoever adds up would count it twice."""


def read_back(grids: Iterable[Grid]) -> ReadBack:
    """The sheets of an annex workbook, wherever its rows and columns have been moved to since. Raises DoubledCode."""
    meta: dict[str, str] = {}
    figures: dict[str, dict[str, Value]] = {}
    for grid in grids:
        if grid.title == META_SHEET:
            meta = dict(_entries(grid))
            continue
        for code, values in _rows(grid):
            if code in figures:
                raise DoubledCode(code)
            figures[code] = values
    return ReadBack(
        commune=meta.get(META_COMMUNE, ""),
        year=meta.get(META_YEAR, ""),
        period=meta.get(META_PERIOD, ""),
        since=meta.get(META_SINCE, ""),
        until=meta.get(META_UNTIL, ""),
        figures=figures,
        form=meta.get(META_FORM, ""),
    )


def _entries(grid: Grid) -> Iterator[tuple[str, str]]:
    for cells in grid.rows.values():
        if 1 in cells and 2 in cells:
            yield str(cells[1].value), str(cells[2].value)


def _rows(grid: Grid) -> Iterator[tuple[str, dict[str, Value]]]:
    """Below each hidden line of codes the rows that have a code of their own, until the next such line."""
    columns: dict[int, str] = {}
    for number, cells in sorted(grid.rows.items()):
        if number in grid.hidden_rows and CODE in {cell.value for cell in cells.values()}:
            columns = {place: str(cell.value) for place, cell in cells.items() if cell.value != ""}
            continue
        named = {column: cells[place] for place, column in columns.items() if place in cells}
        code = str(named.pop(CODE).value) if CODE in named else ""
        if code:
            yield code, dict(_values(named))


def _values(named: Mapping[str, Cell]) -> Iterator[tuple[str, Value]]:
    for column, cell in named.items():
        value: Value | None = cell.value
        if cell.kind == "date":
            value = day_of(float(cell.value))
        if value is not None and value not in ("", "–"):
            yield column, value
