"""A filled book drawn as a file, and read back: every carried cell must stand in it as it stood before."""

from __future__ import annotations

import math
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import BinaryIO, NamedTuple

from danvan_xlsx.excel.drawer import draw
from danvan_xlsx.excel.extras import fills
from danvan_xlsx.excel.reader import open_workbook
from danvan_xlsx.excel.replacing import Declined, Step, no_step, sha256_of, write_temp
from danvan_xlsx.forms.carrying import Move, holds
from danvan_xlsx.words.book import Book, Filled
from danvan_xlsx.words.frame import LIST_SHEET, META_SHEET, framed
from danvan_xlsx.words.layout import FIRST_ROW, Cell, Grid
from danvan_xlsx.words.page import OwnSheet


class Redrawn(NamedTuple):
    """A new file, not yet in its place: its sheets by title, the colours of its cells."""

    temp: Path
    sha256: str
    grids: Mapping[str, Grid]
    fills: frozenset[str]


def redraw(book: Book, path: Path, created: date, like: Path | None = None) -> Redrawn:
    """Draw a book beside `path` and read it back. Declined: BM33."""
    scratch = path.with_name(f".~danvan-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        draw(book, scratch, created=created)
        with open_workbook(scratch) as opened:
            grids = {one.title: opened.grid(one) for one in opened.sheets}
        temp = write_temp(path, lambda out: _copy(scratch, out), like)
        return Redrawn(temp, sha256_of(temp), grids, fills(temp))
    except OSError as fault:
        raise Declined("BM33") from fault
    finally:
        with suppress(OSError):
            scratch.unlink()


def _copy(scratch: Path, out: BinaryIO) -> None:
    out.write(scratch.read_bytes())


def put_new(redrawn: Redrawn, path: Path, step: Step = no_step) -> None:
    """Give a new file its name, which no other file has. Declined: BM33."""
    try:
        if path.exists():
            raise Declined("BM33")
        redrawn.temp.replace(path)
        step("replaced")
    except BaseException as fault:
        with suppress(OSError):
            redrawn.temp.unlink()
        if isinstance(fault, OSError):
            raise Declined("BM33") from fault
        raise


def changed(moves: Iterable[Move], redrawn: Redrawn) -> list[Move]:
    """The carried cells that do not read as they did."""
    return [one for one in moves if not same(one.cell, _at(redrawn.grids, one))]


def _at(grids: Mapping[str, Grid], move: Move) -> Cell | None:
    grid = grids.get(move.target.sheet or "")
    return grid.rows.get(move.target.row or 0, {}).get(move.target.column or 0) if grid else None


def same(one: Cell | None, other: Cell | None) -> bool:
    """Whether two cells hold the same, whatever gave it to them; numbers to the 15 digits that Excel keeps."""
    if one is None or other is None:
        return one is other or not holds(one or other or Cell(""))
    if isinstance(one.value, float) and isinstance(other.value, float):
        return one.kind == other.kind and math.isclose(one.value, other.value, rel_tol=1e-14, abs_tol=1e-300)
    return (one.kind, one.value) == (other.kind, other.value)


def same_form(book: Book, old: Mapping[str, Grid], redrawn: Redrawn) -> bool:
    """Whether an old workbook has all that the new one has: its sheets, rows, lists; our own cells aside."""
    for leaf in book.leaves:
        if isinstance(leaf, OwnSheet):
            continue
        title = leaf.sheet.title.vi if isinstance(leaf, Filled) else leaf.title
        ours = _ours(leaf) if isinstance(leaf, Filled) else frozenset[int]()
        last = len(framed(leaf.sheet)) if isinstance(leaf, Filled) else len(leaf.widths)
        if title not in old or not _same_cells(old[title], redrawn.grids[title], ours, last):
            return False
    return all(
        title in old and _same_cells(old[title], redrawn.grids[title], frozenset(), 1 << 14)
        for title in (META_SHEET, LIST_SHEET)
        if title in redrawn.grids
    )


def _ours(leaf: Filled) -> frozenset[int]:
    return frozenset(number for number, column in enumerate(framed(leaf.sheet), 1) if column.ours)


def _same_cells(old: Grid, new: Grid, ours: frozenset[int], last: int) -> bool:
    def cells(grid: Grid) -> dict[tuple[int, int], Cell]:
        return {
            (number, at): cell
            for number, row in grid.rows.items()
            for at, cell in row.items()
            if at <= last and not (number >= FIRST_ROW and at in ours) and _has_value(cell)
        }

    olds, news = cells(old), cells(new)
    return olds.keys() == news.keys() and all(same(cell, news[at]) for at, cell in olds.items())


def _has_value(cell: Cell) -> bool:
    """A formula never calculated, or a damaged cell, is none that a new form could have."""
    return cell.kind not in ("uncalculated", "broken") and holds(cell._replace(formula=False))
