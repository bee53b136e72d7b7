"""A sheet with far more filled rows than a commune has in years: a mark or a formula dragged down to its end."""

from __future__ import annotations

from itertools import islice

from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.kinds import is_blank
from danvan_xlsx.words.layout import Grid, Place, Placed
from danvan_xlsx.words.rules import found

#: Each faulty row is told and written; a few hundred thousand of them take minutes and gigabytes.
MOST_ROWS = 100_000


def overfull(placed: Placed, grid: Grid) -> Finding | None:
    """BM60 where it has more: the sheet is then not judged."""
    if len(grid.rows) <= MOST_ROWS:
        return None
    columns = [placed.columns[column.code] for column in placed.sheet.columns if column.code in placed.columns]
    filled = (
        number
        for number, cells in grid.rows.items()
        if number >= placed.first_row and any(at in cells and not is_blank(cells[at]) for at in columns)
    )
    if next(islice(filled, MOST_ROWS, None), None) is None:
        return None
    return found("BM60", Place(placed.file, placed.title), most=MOST_ROWS)
