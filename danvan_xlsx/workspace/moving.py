"""One old workbook and a unit's blank form → the form with what staff typed, drawn and read back, and what is left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from danvan_xlsx.check.place import mark_of
from danvan_xlsx.check.recognise import Recognised, recognise
from danvan_xlsx.excel.extras import Found, coloured, extras
from danvan_xlsx.excel.legacy import Opened
from danvan_xlsx.excel.package import Unreadable
from danvan_xlsx.forms.carrying import Carried, LeftBehind, Source, Why, carry, holds, stranded
from danvan_xlsx.forms.guide import GUIDE_TITLE
from danvan_xlsx.report.unit_summary import OWN_MARK
from danvan_xlsx.words.book import Book
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.frame import LIST_SHEET, META_SHEET
from danvan_xlsx.words.layout import Grid, Sheet, column_number
from danvan_xlsx.words.legacy_text import in_unicode
from danvan_xlsx.words.text import fold
from danvan_xlsx.workspace.leftovers import lost, not_carried
from danvan_xlsx.workspace.redrawing import Redrawn, changed, redraw


class OldBook(NamedTuple):
    """A workbook read for carrying: all its sheets by title as they stand, those of ours, and those of nobody.

    own: our summary in it.  converted: title → how many texts were brought into Unicode.
    """

    file: str
    grids: Mapping[str, Grid]
    ours: tuple[Recognised, ...]
    others: tuple[Grid, ...]
    own: Grid | None
    converted: Mapping[str, int]

    @property
    def sources(self) -> list[Source]:
        return [Source(one.placed, one.grid, one.marked) for one in self.ours]


def read_old(file: str, opened: Opened, sheets: Iterable[Sheet], *, by_letters: bool) -> OldBook:
    """by_letters: texts from before Unicode are converted also where only their letters tell. Unreadable as reading."""
    grids = {one.title: opened.grid(one) for one in opened.sheets}
    own, rest, converted = None, [], {}
    for title, grid in grids.items():
        if title in (META_SHEET, LIST_SHEET):
            continue
        if own is None and mark_of(grid, {}, OWN_MARK)[0]:
            own = grid
            continue
        plain, count = in_unicode(grid, by_letters=by_letters)
        rest.append(plain)
        if count:
            converted[title] = count
    ours, others = recognise(file, rest, list(sheets))
    return OldBook(file, grids, tuple(ours), tuple(others), own, converted)


class Moved(NamedTuple):
    """The new file, not yet in its place, and the account of the old one.

    whole: nothing of the old file would be missing if the new one took its place.
    """

    carried: Carried
    redrawn: Redrawn
    whole: bool
    findings: list[Finding]


def move(old: OldBook, path: Path, blank: Book, target: Path, created: date, unit: str, like: Path | None) -> Moved:
    """Fill the blank book from the old one and draw it beside `target`. Declined: BM33.

    path: of the old file, for what its cells do not show.  like: the file whose permissions the new one gets.
    """
    carried = carry(blank, old.sources)
    redrawn = redraw(carried.book, target, created, like)
    carried.left.extend(LeftBehind(one.source, Why.CHANGED) for one in changed(carried.moves, redrawn))
    others = [*_strangers(old, blank), *stranded(blank, old.sources)]
    beside = [*_extras(path), *_merges(old, carried), *_colours(path, redrawn.fills, carried)]
    findings = not_carried(carried, others, beside, old.file, unit)
    return Moved(carried, redrawn, not lost(carried, others, beside), findings)


def _strangers(old: OldBook, blank: Book) -> Iterable[Grid]:
    """Sheets of nobody; of our page *Hướng dẫn* what staff wrote beside it."""
    for grid in old.others:
        if fold(grid.title) != fold(GUIDE_TITLE.vi) or META_SHEET not in old.grids:
            yield grid
        elif beside := {n: {at: c for at, c in row.items() if at > 2 and holds(c)} for n, row in grid.rows.items()}:
            yield replace(grid, rows=beside)


def _extras(path: Path) -> list[Found]:
    try:
        return extras(path)
    except Unreadable:  # an older format, which shows nothing but its cells
        return []


def _merges(old: OldBook, carried: Carried) -> Iterable[Found]:
    """Merged cells among the rows that are carried."""
    here = {one.source.sheet for one in carried.moves}
    for one in old.ours:
        ranges = [ref for ref in one.grid.merged if _last_row(ref) >= one.placed.first_row]
        if ranges and one.grid.title in here:
            yield Found(one.grid.title, "merge", len(ranges))


def _last_row(ref: str) -> int:
    digits = "".join(letter for letter in ref.rpartition(":")[2] if letter.isdigit())
    return int(digits or 0)


def _colours(path: Path, known: frozenset[str], carried: Carried) -> Iterable[Found]:
    """Carried cells that staff coloured."""
    cells = {(one.source.sheet, one.source.row, one.source.column) for one in carried.moves}
    try:
        found = coloured(path, known)
    except Unreadable:
        return
    for title, places in found.items():
        many = sum((title, *_position(place)) in cells for place in places)
        if many:
            yield Found(title, "colour", many)


def _position(place: str) -> tuple[int, int]:
    letters = place.rstrip("0123456789")
    return int(place[len(letters) :]), column_number(letters)
