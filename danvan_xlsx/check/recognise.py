"""Which of our sheets the sheets of any workbook are, and where their columns stand: old forms and home-made copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from danvan_xlsx.check.place import HEAD_ROWS, LIKENESS, code_of, mark_of, words_in
from danvan_xlsx.words.frame import framed, status_mark
from danvan_xlsx.words.layout import CODE_ROW, Column, Grid, Placed, Sheet
from danvan_xlsx.words.nearest import Nearest
from danvan_xlsx.words.text import fold, tidy

#: No heading is longer: what follows is a title or a text.
_LONGEST = 60
#: So many headings of ours make a sheet known whose title says nothing.
_FEWEST = 3


class Recognised(NamedTuple):
    """A sheet of ours in a file, with the columns that were found of it.

    marked: it carries our machine code.  near: column code → heading as typed, where that is only a slip away.
    """

    placed: Placed
    grid: Grid
    marked: bool
    near: Mapping[str, str]


class _Likeness(NamedTuple):
    """How much a grid is a sheet: what is certain first."""

    marked: bool
    titled: bool
    headings: int
    grid: int
    sheet: int
    code_row: int
    head_row: int


def recognise(file: str, grids: Sequence[Grid], sheets: Sequence[Sheet]) -> tuple[list[Recognised], list[Grid]]:
    """Each sheet of ours that is found, in the order of the grids, and the grids that are none (or one for a second
    time: it might repeat its rows).
    """
    found: dict[int, Recognised] = {}
    taken: set[int] = set()
    for one in sorted(_likenesses(grids, sheets), reverse=True):
        if -one.grid in found or -one.sheet in taken:
            continue
        taken.add(-one.sheet)
        found[-one.grid] = _recognised(file, grids[-one.grid], sheets[-one.sheet], one)
    others = [grid for number, grid in enumerate(grids) if number not in found]
    return [found[number] for number in sorted(found)], others


def _likenesses(grids: Sequence[Grid], sheets: Sequence[Sheet]) -> Iterator[_Likeness]:
    marks = {fold(status_mark(sheet.code)): sheet.code for sheet in sheets}
    titles = Nearest(sheet.title.vi for sheet in sheets)
    for at, grid in enumerate(grids):
        mark, code_row = mark_of(grid, marks, "")
        title = titles(tidy(grid.title)) or ""
        for number, sheet in enumerate(sheets):
            titled = title == sheet.title.vi
            if mark and marks[mark] != sheet.code:
                continue
            head_row, count, texts = _heading_row(sheet, grid, code_row)
            alike = count >= _FEWEST and count >= LIKENESS * min(len(sheet.columns), texts)
            if mark or (titled and count) or alike:
                # Of equals the first grid and the first sheet.
                yield _Likeness(bool(mark), titled, count, -at, -number, code_row, head_row)


def _heading_row(sheet: Sheet, grid: Grid, code_row: int) -> tuple[int, int, int]:
    """The row with the most headings of the sheet, how many, and how many texts it has; below the codes where they are.

    0 where there is none.
    """
    below = words_in(grid, code_row + 1).keys() & {fold(column.label.vi) for column in framed(sheet)}
    if code_row and below:
        return code_row + 1, len(below), len(below)
    nearest = Nearest(fold(column.label.vi) for column in sheet.columns)
    best = (0, 0, 0)
    for number in sorted(number for number in grid.rows if number <= HEAD_ROWS):
        words = [word for word in words_in(grid, number) if len(word) <= _LONGEST]
        count = len({nearest(_without_brackets(word)) for word in words} - {None})
        if count > best[1]:
            best = (number, count, len(words))
    return best


def _matches(words: Mapping[str, Sequence[int]], columns: Iterable[Column]) -> Iterator[tuple[str, str]]:
    """(column code, folded heading): equal, then equal without what stands in brackets, then a slip of the hand away.

    Each heading and each column once.
    """
    left = {fold(column.label.vi): column.code for column in columns}
    free = dict.fromkeys(words)
    for match in (_equal, _bare, _near):
        for word in list(free):
            label = match(word, left)
            if label is not None:
                yield left.pop(label), word
                del free[word]


def _equal(word: str, labels: Mapping[str, str]) -> str | None:
    return word if word in labels else None


def _bare(word: str, labels: Mapping[str, str]) -> str | None:
    """`Số người (người)` is *Số người*."""
    return _equal(_without_brackets(word), labels)


def _without_brackets(word: str) -> str:
    return word.partition("(")[0].strip(" *:.") or word


def _near(word: str, labels: Mapping[str, str]) -> str | None:
    return Nearest(labels)(word) if len(word) > 2 else None


def _recognised(file: str, grid: Grid, sheet: Sheet, like: _Likeness) -> Recognised:
    columns: dict[str, int] = {}
    near: dict[str, str] = {}
    by_code = words_in(grid, like.code_row)
    for column in framed(sheet):
        numbers = [one for one in by_code.get(code_of(sheet, column), ()) if one not in columns.values()]
        if numbers:
            columns[column.code] = numbers[0]
    last = like.head_row
    # A heading of two rows has words in the one above or below too.
    for row in (like.head_row, like.head_row - 1, like.head_row + 1):
        if row < 1 or row == like.code_row or (like.marked and row != like.head_row):
            continue
        words = {word: at for word, at in words_in(grid, row).items() if at[0] not in columns.values()}
        lacking = [column for column in framed(sheet) if column.code not in columns]
        for code, word in _matches(words, lacking):
            columns[code] = words[word][0]
            last = max(last, row)
            if word != fold(_label(sheet, code)):
                near[code] = tidy(str(grid.rows[row][columns[code]].value))
    first = max(like.code_row, last) + 1
    placed = Placed(sheet, file, grid.title, "", columns, first, last or like.code_row or CODE_ROW)
    return Recognised(placed, grid, like.marked, near)


def _label(sheet: Sheet, code: str) -> str:
    return next(column.label.vi for column in framed(sheet) if column.code == code)
