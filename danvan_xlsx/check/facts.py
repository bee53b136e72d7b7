"""What the reader saw beside the values: formulas, lost digits, hidden rows, values under merged cells → findings."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from danvan_xlsx.check.outcome import neighbours
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.kinds import LINE, NOTE, is_blank
from danvan_xlsx.words.kinds.texts import digits_lost
from danvan_xlsx.words.layout import LAST_COLUMN, LAST_ROW, Cell, Column, Grid, Place, Placed, Row, column_number
from danvan_xlsx.words.rules import found

#: Of a merged range this many covered cells are named, and of hidden rows this many runs.
_MOST_NAMED = 6
#: Merged ranges cannot overlap, so a sound sheet never needs this many looks; a hostile one ends here.
_MOST_LOOKS = 2_000_000

_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")


def fact_of(cell: Cell, column: Column, key: bool) -> str | None:
    """The code of what is told of a cell that could be read; `key`: it was prefilled, staff did not type it."""
    if digits_lost(cell) and column.kind in (LINE, NOTE):
        return "DL43"
    return "DL39" if cell.formula and not key else None


def sheet_facts(placed: Placed, grid: Grid, rows: Sequence[Row]) -> list[Finding]:
    """What is told of the sheet as a whole: rows that nobody sees, values that nobody sees."""
    return [*_hidden(placed, grid, rows), *_covered(placed, grid)]


def _hidden(placed: Placed, grid: Grid, rows: Iterable[Row]) -> Iterator[Finding]:
    keys = frozenset(placed.sheet.key)
    numbers = [row.number for row in rows if row.number in grid.hidden_rows and {*row.values, *row.refused} - keys]
    if numbers:
        named = neighbours(numbers)
        cut = ", …" if len(named) > _MOST_NAMED else ""
        listed = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in named[:_MOST_NAMED]) + cut
        yield found("DL40", Place(placed.file, placed.title), count=len(numbers), rows=listed)


def _covered(placed: Placed, grid: Grid) -> Iterator[Finding]:
    """One finding for each merged range that covers values in columns that staff fill."""
    if not grid.merged:
        return
    inputs = {placed.columns[c.code] for c in placed.sheet.columns if not c.ours and c.code in placed.columns}
    numbers = sorted(grid.rows)
    looks = 0
    for text in grid.merged:
        first, left, last, right = _box(text)
        within = numbers[bisect_left(numbers, max(first, placed.first_row)) : bisect_right(numbers, last)]
        looks += 1 + sum(len(grid.rows[number]) for number in within)
        if looks > _MOST_LOOKS:
            return
        cells = (
            Place(placed.file, placed.title, number, column)
            for number in within
            for column, cell in grid.rows[number].items()
            if left <= column <= right and (number, column) != (first, left) and column in inputs and not is_blank(cell)
        )
        named = [place.cell for place in islice(cells, _MOST_NAMED + 1)]
        if named:
            listed = ", ".join(str(cell) for cell in named[:_MOST_NAMED]) + (", …" if len(named) > _MOST_NAMED else "")
            # On the row, not on a cell: a cell is blamed once, and its own fault must not hide what is hidden.
            row = Place(placed.file, placed.title, max(first, placed.first_row))
            yield found("DL41", row, range=text.replace("$", ""), cells=listed)


def _box(text: str) -> tuple[int, int, int, int]:
    """`A1:C9` → first row and column, last row and column; nothing at all where Excel has no such range."""
    parts = _RANGE.fullmatch(text)
    if parts is None:
        return 1, 1, 0, 0
    left, right = column_number(parts[1]), column_number(parts[3])
    return int(parts[2]), left, min(int(parts[4]), LAST_ROW), min(right, LAST_COLUMN)
