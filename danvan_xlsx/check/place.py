"""Finding the declared sheets and their columns in the grids of a file, wherever they moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.frame import framed, status_mark
from danvan_xlsx.words.layout import Column, Grid, Place, Placed, Sheet
from danvan_xlsx.words.legacy_text import Legacy, legacy
from danvan_xlsx.words.rules import found
from danvan_xlsx.words.text import fold

#: The code row is looked for in the first rows only: below it data begin.
HEAD_ROWS = 40
#: Without a mark a sheet is known by its headings when at least this share of them is there.
LIKENESS = 0.6


@dataclass
class Sheets:
    """The declared sheets of one file: where each is, with its grid; those missing or broken; our own sheet."""

    placed: dict[str, tuple[Placed, Grid]] = field(default_factory=dict)
    broken: dict[str, Placed | None] = field(default_factory=dict)
    own: Grid | None = None
    findings: list[Finding] = field(default_factory=list)


def place(file: str, unit: str, grids: Iterable[Grid], sheets: Sequence[Sheet], own_mark: str) -> Sheets:
    """Locate every declared sheet among the grids; a missing sheet or column is one structure finding each."""
    marked: dict[str, list[tuple[Grid, int]]] = {}
    unmarked: list[Grid] = []
    marks = {fold(status_mark(sheet.code)): sheet.code for sheet in sheets}
    result = Sheets()
    for grid in grids:
        mark, row = mark_of(grid, marks, own_mark)
        if mark == own_mark:
            result.own = result.own or grid
        elif mark:
            marked.setdefault(marks[mark], []).append((grid, row))
        else:
            unmarked.append(grid)
    for sheet in sheets:
        _place_sheet(result, file, unit, sheet, marked.get(sheet.code, []), unmarked)
    return result


def mark_of(grid: Grid, marks: Mapping[str, str], own_mark: str) -> tuple[str, int]:
    for number in sorted(number for number in grid.rows if number <= HEAD_ROWS):
        for cell in grid.rows[number].values():
            if cell.kind == "text" and str(cell.value).startswith("_"):
                word = fold(str(cell.value))
                if word in marks or word == own_mark:
                    return word, number
    return "", 0


def _place_sheet(
    result: Sheets, file: str, unit: str, sheet: Sheet, marked: list[tuple[Grid, int]], unmarked: list[Grid]
) -> None:
    if not marked:
        grid = _alike(sheet, unmarked)
        if grid is None:
            if not sheet.optional:
                result.broken[sheet.code] = None
                result.findings.append(found("BM19", Place(file), sheet_title=sheet.title))
            return
        marked = [(grid, 0)]
    # Excel lays a copy before its original: the one with the title of the form is read.
    (grid, code_row), *copies = sorted(marked, key=lambda one: fold(one[0].title) != fold(sheet.title.vi))
    for copy, _ in copies:
        result.findings.append(found("BM27", Place(file, copy.title), other=grid.title))
    head_row = _head_row(sheet, grid, code_row)
    columns, faults = _columns(sheet, grid, code_row, head_row, Place(file, grid.title))
    first_row = max(code_row, head_row) + 1
    placed = Placed(sheet, file, grid.title, unit, columns, first_row, head_row or code_row)
    result.findings.extend(faults)
    missing = [column for column in framed(sheet) if column.code not in columns]
    if missing:
        names = tuple(column.label for column in missing)
        result.findings.append(found("BM20", Place(file, grid.title), columns=names))
    if any(not column.ours for column in missing):
        result.broken[sheet.code] = placed
    else:
        result.placed[sheet.code] = (placed, grid)


def _alike(sheet: Sheet, grids: Sequence[Grid]) -> Grid | None:
    """A sheet that lost its mark: the one most alike by its headings."""
    alike = [(grid, _headings_in(sheet, grid)[1]) for grid in grids]
    grid, count = max(alike, key=lambda one: one[1], default=(None, 0))
    return grid if count >= LIKENESS * len(sheet.columns) else None


def looks_like(grid: Grid, sheets: Iterable[Sheet]) -> bool:
    """A grid that has the marks or most of the headings of a declared sheet."""
    return any(
        mark_of(grid, {fold(status_mark(sheet.code)): sheet.code}, "")[0] or _alike(sheet, (grid,)) is not None
        for sheet in sheets
    )


def _headings_in(sheet: Sheet, grid: Grid) -> tuple[int, int]:
    """The row with the most of the sheet's headings, and how many."""
    wanted = {fold(column.label.vi) for column in sheet.columns}
    best = (0, 0)
    for number in grid.rows:
        if number <= HEAD_ROWS:
            count = len(wanted & words_in(grid, number).keys())
            if count > best[1]:
                best = (number, count)
    return best


def _head_row(sheet: Sheet, grid: Grid, code_row: int) -> int:
    """The row of the headings; 0 where staff took it away and only the codes are left."""
    # Below the codes any heading of ours will do; further down it may be a heading pasted again among the data.
    labels = {fold(column.label.vi) for column in framed(sheet)}
    if code_row and labels & words_in(grid, code_row + 1).keys():
        return code_row + 1
    number, count = _headings_in(sheet, grid)
    return number if count >= LIKENESS * len(sheet.columns) else 0


def _columns(sheet: Sheet, grid: Grid, code_row: int, head_row: int, at: Place) -> tuple[dict[str, int], list[Finding]]:
    """Column code → column number: by machine code, then by folded heading."""
    findings: list[Finding] = []
    by_code = words_in(grid, code_row)
    by_heading = words_in(grid, head_row)
    columns: dict[str, int] = {}
    for column in framed(sheet):
        for words, word in ((by_code, code_of(sheet, column)), (by_heading, fold(column.label.vi))):
            numbers = [number for number in words.get(word, []) if number not in columns.values()]
            if not numbers:
                continue
            columns[column.code] = numbers[0]
            if len(numbers) > 1 and not column.ours and words is by_code:
                where = Place(at.file, at.sheet, code_row, numbers[1])
                first = Place(at.file, at.sheet, code_row, numbers[0]).cell
                findings.append(found("BM35", where, column=column.label, other=first))
            if words is by_heading and (old := _written(grid, head_row, numbers[0])) is not None:
                heading = Place(at.file, at.sheet, head_row, numbers[0])
                findings.append(found("DL47", heading, encoding=old.encoding, expected=old.text))
            break
    return columns, findings


def code_of(sheet: Sheet, column: Column) -> str:
    return fold(status_mark(sheet.code) if column.code == "_status" else column.code)


def words_in(grid: Grid, number: int) -> dict[str, list[int]]:
    """The texts of a row as they are compared, each with its columns."""
    row = grid.rows.get(number, {})
    words: dict[str, list[int]] = {}
    for column in sorted(row):
        if row[column].kind == "text":
            old = _written(grid, number, column)
            words.setdefault(fold(old.text if old else str(row[column].value)), []).append(column)
    return words


def _written(grid: Grid, row: int, column: int) -> Legacy | None:
    """How a text was written that is not in Unicode."""
    return legacy(str(grid.rows[row][column].value), grid.fonts.get((row, column), ""))


def meta_of(grid: Grid) -> dict[str, str]:
    """The entries of `_META`: column A the key, column B the value."""
    entries: dict[str, Any] = {}
    for row in grid.rows.values():
        if 1 in row and 2 in row:
            value = row[2].value
            entries[str(row[1].value)] = str(int(value)) if isinstance(value, float) else str(value)
    return entries
