"""What staff typed in an older workbook, carried cell by cell into a blank one; what finds no place is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, NamedTuple

from danvan_xlsx.words.book import Book, Filled, Leaf
from danvan_xlsx.words.frame import STATUS, framed
from danvan_xlsx.words.layout import FIRST_ROW, Cell, Column, Grid, Place, Placed, Sheet
from danvan_xlsx.words.rules import key
from danvan_xlsx.words.text import fold, tidy

#: Blank rows between rows stay, so that rows keep their numbers; a stray cell far below comes this much nearer.
_MOST_BLANK = 30
#: A column that only counts its rows is worked out, never typed.
_COUNTING = frozenset({"stt", "tt", "số tt", "số thứ tự", "stt.", "tt."})
#: Excel holds no longer text in a cell; other programs do.
LONGEST_TEXT = 32767
_NUMBERING = re.compile(r"[(\[]?(\d{1,2})[)\]]?")

Cells = dict[str, Cell]


class Why(Enum):
    """Why a cell was not carried, or not whole."""

    NO_COLUMN = "no column of ours"
    OUTSIDE = "beside or above the table"
    FORMULA = "the formula is left, its result was carried"
    NO_VALUE = "a formula never calculated, or a damaged cell"
    CHANGED = "it does not read the same in the new file"


class Source(NamedTuple):
    """A sheet of the old workbook; marked: a form of ours, whose rows above the data are ours."""

    placed: Placed
    grid: Grid
    marked: bool = True


class Move(NamedTuple):
    """A cell and where it stands in the new workbook."""

    source: Place
    target: Place
    cell: Cell


class LeftBehind(NamedTuple):
    """Something of the old workbook that is not in the new one. heading: of its column, as typed."""

    place: Place
    why: Why
    heading: str = ""


@dataclass
class Carried:
    """The filled book and the account of every cell.

    rows: sheet code → rows with data that were carried.  added: rows whose key the blank form does not have; they
    stand below the others, told with the first words of their key.
    """

    book: Book
    moves: list[Move] = field(default_factory=list)
    left: list[LeftBehind] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    added: list[tuple[Place, tuple[Cell, ...]]] = field(default_factory=list)


def carry(blank: Book, sources: Iterable[Source]) -> Carried:
    """Fill the sheets of a blank book. Sources whose sheet it does not have are not touched: see `stranded`."""
    by_code = {one.placed.sheet.code: one for one in sources}
    carried = Carried(blank)
    leaves: list[Leaf] = []
    for leaf in blank.leaves:
        source = by_code.get(leaf.sheet.code) if isinstance(leaf, Filled) else None
        leaves.append(_refilled(leaf, source, carried) if isinstance(leaf, Filled) and source else leaf)
    carried.book = replace(blank, leaves=tuple(leaves))
    return carried


def stranded(blank: Book, sources: Iterable[Source]) -> list[Grid]:
    """Of the sheets of ours that the blank book does not have, what staff typed in them."""
    here = {leaf.sheet.code for leaf in blank.leaves if isinstance(leaf, Filled)}
    grids = []
    for one in sources:
        placed = one.placed
        given = {
            at for code, at in placed.columns.items() if code in placed.sheet.key or code not in placed.sheet.by_code
        }
        rows = {n: {at: cell for at, cell in row.items() if at not in given} for n, row in one.grid.rows.items()}
        typed = {n: row for n, row in rows.items() if n >= placed.first_row and any(map(holds, row.values()))}
        if placed.sheet.code not in here and typed:
            grids.append(replace(one.grid, rows=typed))
    return grids


def holds(cell: Cell) -> bool:
    """Whether there is anything in a cell: blanks alone are nothing, a dash is."""
    return cell.kind != "text" or cell.formula or bool(tidy(str(cell.value)))


# -- the rows of the old sheet -----------------------------------------------------------


def _refilled(leaf: Filled, source: Source, carried: Carried) -> Filled:
    _leave_others(source, carried.left)
    old = list(_typed_rows(source, carried.left))
    rows = _by_key(leaf, source, old, carried) if leaf.sheet.key else _in_order(source, old)
    numbers = {column.code: number for number, column in enumerate(framed(leaf.sheet), 1)}
    for index, row in enumerate(rows):
        for code, cell in (row.cells if row else {}).items():
            assert row is not None
            target = Place("", leaf.sheet.title.vi, FIRST_ROW + index, numbers[code])
            carried.moves.append(Move(source.placed.place(row.number, code), target, cell))
    carried.rows[leaf.sheet.code] = sum(row is not None and bool(row.cells) for row in rows)
    values = tuple(None if row is None else {**row.given, **row.cells} for row in rows)
    return replace(leaf, rows=values)


@dataclass
class _Row:
    """A row of the new sheet: what the blank form gives, and the cells that are carried into it from an old row."""

    number: int
    cells: Cells
    given: Mapping[str, Any] = field(default_factory=dict)


def _typed_rows(source: Source, left: list[LeftBehind]) -> Iterator[_Row]:
    """The old rows with something in a column that staff fill or that was given to them."""
    placed = source.placed
    columns = [(placed.columns[one.code], one) for one in placed.sheet.columns if one.code in placed.columns]
    columns = [(at, one) for at, one in columns if not one.ours]
    for number in sorted(source.grid.rows):
        row = source.grid.rows[number]
        if number < placed.first_row or (number == placed.first_row and _only_numbers_columns(source, row)):
            continue
        cells = {one.code: cell for at, one in columns if (cell := row.get(at)) is not None and holds(cell)}
        kept = {
            code: whole for code, cell in cells.items() if (whole := _whole(placed.place(number, code), cell, left))
        }
        if kept:
            yield _Row(number, kept)


def _whole(place: Place, cell: Cell, left: list[LeftBehind]) -> Cell | None:
    """The cell as it can be drawn; None: it cannot."""
    if cell.kind in ("uncalculated", "broken") or (isinstance(cell.value, str) and len(cell.value) > LONGEST_TEXT):
        left.append(LeftBehind(place, Why.NO_VALUE))
        return None
    if not cell.formula:
        return cell
    left.append(LeftBehind(place, Why.FORMULA))
    return cell._replace(formula=False) if holds(cell._replace(formula=False)) else None


def _only_numbers_columns(source: Source, row: Mapping[int, Cell]) -> bool:
    """A home-made table has `1 2 3 4` or `(1) (2) (3)` below its headings."""
    texts = [str(int(one.value)) if one.kind == "number" else str(one.value) for one in row.values() if holds(one)]
    numbers = [int(found[1]) if (found := _NUMBERING.fullmatch(tidy(one))) else -1 for one in texts]
    first = numbers[0] if numbers else 0
    return not source.marked and len(numbers) > 2 and numbers == list(range(first, first + len(numbers)))


def _in_order(source: Source, old: Sequence[_Row]) -> list[_Row | None]:
    """The rows of a form under their numbers; those of another table begin where ours do."""
    rows: list[_Row | None] = []
    last = source.placed.first_row - 1 if source.marked or not old else old[0].number - 1
    for row in old:
        rows.extend([None] * min(row.number - last - 1, _MOST_BLANK))
        rows.append(row)
        last = row.number
    return rows


# -- rows that the form gives ------------------------------------------------------------


def _by_key(leaf: Filled, source: Source, old: Sequence[_Row], carried: Carried) -> list[_Row | None]:
    """Old rows into the rows of the same key; those without one below, where staff typed in them.

    The words of the key are the plan's: those of the blank form stand.
    """
    sheet = leaf.sheet
    rows = [_Row(0, {}, given or {}) for given in leaf.rows]
    waiting: dict[Any, list[_Row]] = {}
    for row in rows:
        waiting.setdefault(_identity(sheet, row.given), []).append(row)
    added: list[_Row] = []
    for one in old:
        typed = {code: cell for code, cell in one.cells.items() if code not in sheet.key}
        free = waiting.get(_identity(sheet, _read(sheet, one.cells)), [])
        if free:
            row = free.pop(0)
            row.number, row.cells = one.number, typed
        elif typed:
            added.append(one)
            words = tuple(one.cells[code] for code in sheet.key[:2] if code in one.cells)
            carried.added.append((source.placed.place(one.number, sheet.key[0]), words))
    return [*rows, *added]


def _identity(sheet: Sheet, values: Mapping[str, Any]) -> Any:
    """What makes a row the same after its other words changed: the parts of the key that must be there."""
    parts = [code for code in sheet.key if sheet.by_code[code].required] or list(sheet.key)
    found = tuple(key(values.get(code)) for code in parts)
    return found if any(part is not None for part in found) else None


def _read(sheet: Sheet, cells: Mapping[str, Cell]) -> dict[str, Any]:
    return {code: sheet.by_code[code].kind.read(cells[code]).value for code in sheet.key if code in cells}


# -- what is not ours --------------------------------------------------------------------


def _leave_others(source: Source, left: list[LeftBehind]) -> None:
    """Cells outside our columns, and above the table of a copy that is no form."""
    placed, grid = source.placed, source.grid
    ours = set(placed.columns.values())
    headings = grid.rows.get(placed.head_row, {})
    counting = {at for at, cell in headings.items() if fold(str(cell.value)) in _COUNTING and _counts(source, at)}
    filled: set[int] = set()
    for number in sorted(grid.rows):
        row = grid.rows[number]
        if number < placed.first_row or (number == placed.first_row and _only_numbers_columns(source, row)):
            continue
        filled.update(at for at, cell in row.items() if holds(cell))
        for at in sorted(row.keys() - ours - counting):
            if holds(row[at]):
                heading = tidy(str(headings[at].value)) if at in headings else ""
                left.append(LeftBehind(Place(placed.file, placed.title, number, at), Why.NO_COLUMN, heading))
    left.extend(LeftBehind(place, Why.OUTSIDE) for place in _above(source, ours, filled | counting))


def _above(source: Source, ours: set[int], told: set[int]) -> Iterator[Place]:
    """What stood above the data of a form is the form's; the heading of a column is told with its cells."""
    placed = source.placed
    frame = ours | _coded(source) if source.marked else frozenset[int]()
    words = _frame_words(placed.sheet)
    for number, row in source.grid.rows.items():
        known = frame | ours | told if number == placed.head_row else frame
        for at, cell in row.items():
            if number < placed.first_row and at not in known and holds(cell) and fold(str(cell.value)) not in words:
                yield Place(placed.file, placed.title, number, at)


def _coded(source: Source) -> set[int]:
    """Columns with a machine code: also those that the form no longer has."""
    for number, row in source.grid.rows.items():
        words = {at: str(cell.value) for at, cell in row.items() if number < source.placed.first_row}
        if any(word.startswith(STATUS.code) for word in words.values()):
            return set(words)
    return set()


def _frame_words(sheet: Sheet) -> frozenset[str]:
    """What stands above the data of every form."""
    columns: tuple[Column, ...] = framed(sheet)
    texts = (sheet.title.vi, sheet.about.vi, *(one for c in columns for one in (c.label.vi, c.code, c.example)))
    return frozenset(map(fold, texts))


def _counts(source: Source, at: int) -> bool:
    """1, 2, 3 … down the rows."""
    first = source.placed.first_row
    rows = [row for number, row in sorted(source.grid.rows.items()) if number >= first and at in row]
    if rows and _only_numbers_columns(source, source.grid.rows.get(first, {})):
        rows = rows[1:]
    counted = [row[at].value for row in rows if holds(row[at])]
    return counted == [float(number) for number in range(1, len(counted) + 1)]
