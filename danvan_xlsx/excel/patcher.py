"""Our cells → the same workbook with every other byte kept, proved before it may take the place of the old one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar, overload

from danvan_xlsx.excel import own_sheet
from danvan_xlsx.excel.addresses import box
from danvan_xlsx.excel.cells import Meaning
from danvan_xlsx.excel.content import Value, cell_xml, same
from danvan_xlsx.excel.fast import sheet_cells, string_cells
from danvan_xlsx.excel.limits import CELLS
from danvan_xlsx.excel.listing import Listed, Listing, free_title, read_listing, tables_on, with_sheet
from danvan_xlsx.excel.marking import mark, refuse_elsewhere
from danvan_xlsx.excel.marks import Marks
from danvan_xlsx.excel.package import Package, Unreadable, part_key, refuse_beyond, walk
from danvan_xlsx.excel.replacing import Declined, Prepared, Step, no_step, refuse_locked, write_temp
from danvan_xlsx.excel.splice import Blocked, Position, refuse_ranges, rest, splice
from danvan_xlsx.excel.xml_bytes import Odd, refuse_broken
from danvan_xlsx.words.frame import META_SHEET
from danvan_xlsx.words.layout import Cell
from danvan_xlsx.words.page import OwnSheet

Cells = Mapping[str, Mapping[Position, Value]]
_Edited = tuple[Marks, dict[Position, Value]]
_Of = TypeVar("_Of")


class _Texts(Sequence[Cell]):
    """The shared strings, read when a cell first asks for one."""

    def __init__(self, package: Package) -> None:
        self._package = package

    @cached_property
    def _cells(self) -> Sequence[Cell]:
        part = self._package.related(self._package.workbook_part, "/sharedStrings")
        return string_cells(self._package.read(part)) if part and self._package.has(part) else []

    @overload
    def __getitem__(self, index: int) -> Cell: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Cell]: ...
    def __getitem__(self, index: int | slice) -> Cell | Sequence[Cell]:
        return self._cells[index]

    def __len__(self) -> int:
        return len(self._cells)


@dataclass
class _Book:
    """A workbook being patched: what it is, and what of it will be other."""

    package: Package
    listing: Listing
    meaning: Meaning
    edited: dict[str, _Edited] = field(default_factory=dict)
    changed: dict[str, bytes] = field(default_factory=dict)
    added: dict[str, bytes] = field(default_factory=dict)
    own_part: str | None = None

    @property
    def date1904(self) -> bool:
        return self.listing.date1904

    def sheet(self, title: str) -> tuple[Listed, str]:
        listed = self.listing.worksheet(title)
        if listed is None or listed.part is None:
            raise Odd(title)
        return listed, listed.part


def prepare(
    path: Path,
    sha256: str,
    cells: Cells,
    own: OwnSheet | None,
    own_title: str | None,
    step: Step = no_step,
) -> Prepared | None:
    """Write the workbook anew beside the old one and prove it; None when the file shows everything already.

    sha256: of the file when it was read.  cells: sheet title as it stands → {(row, column): wanted value}.
    own: our sheet as it should be; own_title: the title under which it stands in the file, None: add it at the end.
    Declined: BM10 open elsewhere, BM11 read-only, BM22 signed, BM23 shared, BM24 a cell may not be written,
    BM25 not understood, BM28 changed since it was read, BM33 the folder cannot be written. ValueError: a value that
    no cell can hold.
    """
    _refuse_values(cells, own)
    path = path.resolve()
    if not path.is_file():
        raise Declined("BM28")
    refuse_locked(path)
    try:
        package = Package(path)
    except Unreadable as fault:
        raise Declined("BM28") from fault
    with package:
        _refuse_package(package, sha256)
        book = _planned(package, cells, own, own_title)
        return _written(path, book, own, step) if book.changed or book.added else None


def _refuse_values(cells: Cells, own: OwnSheet | None) -> None:
    drawn = own_sheet.values_of(own).values() if own else ()
    for value in (*drawn, *(value for wanted in cells.values() for value in wanted.values())):
        if not isinstance(value, str):
            cell_xml(b"", 1, 1, None, value, True)


def _refuse_package(package: Package, sha256: str) -> None:
    if package.sha256 != sha256:
        raise Declined("BM28")
    if package.has_signature:
        raise Declined("BM22")
    if package.has_revisions:
        raise Declined("BM23")


def _planned(package: Package, cells: Cells, own: OwnSheet | None, own_title: str | None) -> _Book:
    """What will be other in the workbook. Declined: BM24, BM25."""
    where = package.workbook_part
    try:
        book = _Book(package, read_listing(package), Meaning(_Texts(package), {}))
        for where, wanted in cells.items():
            _patch(book, where, wanted)
        if own is not None:
            where = own_title or own.title
            _put_own(book, own, own_title)
    except Blocked as blocked:
        values = {"cell": blocked.cell, "range": blocked.area, "kind": blocked.kind, "sheet": where}
        raise Declined("BM24", **values) from blocked
    except (Odd, Unreadable, LookupError, ValueError) as fault:
        raise Declined("BM25", reason_part=where) from fault
    return book


# -- registers -------------------------------------------------------------------


def _patch(book: _Book, title: str, wanted: Mapping[Position, Value]) -> None:
    listed, part = book.sheet(title)
    marks = mark(book.package.read(part), {row for row, _ in wanted})
    changes: dict[Position, Value] = {}
    formulas: list[tuple[Position, str]] = []
    for position, value in wanted.items():
        there = marks.cell(*position)
        if same(value, there.shown(book.meaning) if there else None, book.date1904):
            continue
        changes[position] = value
        if there and there.formula is not None:
            formulas.append((position, there.formula.get("t", "normal")))
    if not changes:
        return
    refuse_elsewhere(marks, wanted)
    refuse_ranges(marks, changes, tables_on(book.package, part))
    _refuse_formulas(book, listed, formulas)
    book.changed[part] = splice(marks, changes, book.date1904)
    book.edited[part] = marks, changes


def _refuse_formulas(book: _Book, listed: Listed, formulas: list[tuple[Position, str]]) -> None:
    """A formula that stands alone may be overwritten, but not while Excel's calculation chain names it."""
    chained = _chained(book.package, listed.sheet_id) if formulas else set()
    for position, kind in formulas:
        if kind != "normal":
            raise Blocked("shared_formula" if kind == "shared" else kind, position)
        if position in chained:
            raise Blocked("formula", position)


def _chained(package: Package, sheet_id: int) -> set[Position]:
    """The cells of a sheet that the calculation chain names; the sheet is told only where it changes."""
    part = package.related(package.workbook_part, "/calcChain")
    found: set[Position] = set()
    sheet = ""

    def visit(path: list[str], attributes: dict[str, str]) -> None:
        nonlocal sheet
        if len(path) == 2:
            sheet = attributes.get("i", sheet)
            if sheet == str(sheet_id):
                found.add(box(attributes["r"])[:2])
                refuse_beyond(CELLS, len(found))

    if part and package.has(part):
        walk(package.read(part), visit)
    return found


# -- our own sheet ---------------------------------------------------------------


def _put_own(book: _Book, own: OwnSheet, title: str | None) -> None:
    meta = book.listing.worksheet(META_SHEET)
    part = meta.part if meta else None
    styles = own_sheet.role_styles(book.package.read(part), book.meaning) if part else {}
    if title is None:
        xml = own_sheet.drawn(own, styles, book.date1904, book.package.strict)
        free = free_title(own.title, (sheet.title for sheet in book.listing.sheets))
        changed, book.added = with_sheet(book.package, book.listing, free, xml)
        book.changed |= changed
        (book.own_part,) = book.added
        return
    listed, part = book.sheet(title)
    marks = mark(book.package.read(part), None)
    # The stamp counts the runs that changed the file: whatever changed, it is written anew.
    if book.changed or own_sheet.differs(marks, own, book.meaning, book.date1904):
        _refuse_own(book, listed, marks, own)
        book.changed[part] = own_sheet.redrawn(marks, own, styles, book.date1904)
        book.own_part = part


def _refuse_own(book: _Book, listed: Listed, marks: Marks, own: OwnSheet) -> None:
    """Staff may have put a table, a pivot or a formula on our sheet; what it needs must still be there afterwards."""
    if chained := _chained(book.package, listed.sheet_id):
        raise Blocked("formula", min(chained))
    tables = tables_on(book.package, listed.part or "")
    wanted = own_sheet.values_of(own)
    shown = own_sheet.shown_cells(marks.data, book.meaning) if tables else {}
    for kind, area in tables:
        limits = box(area)
        for position in ((limits.first_row, at) for at in range(limits.first_column, limits.last_column + 1)):
            if kind == "pivot" or not same(wanted.get(position), shown.get(position), book.date1904):
                raise Blocked(kind, position, area)


# -- writing and proving ---------------------------------------------------------


def _written(path: Path, book: _Book, own: OwnSheet | None, step: Step) -> Prepared:
    try:
        temp = write_temp(path, lambda out: book.package.write(out, changed=book.changed, added=book.added))
    except (ValueError, Unreadable) as fault:
        raise Declined("BM25", reason_part=path.name) from fault
    try:
        step("temp written")
        new_sha256 = _proved(temp, book, own)
        step("temp proved")
    except BaseException:
        with suppress(OSError):
            temp.unlink()
        raise
    count = sum(len(changes) for _, changes in book.edited.values())
    return Prepared(path, temp, book.package.sha256, new_sha256, count, book.own_part is not None)


def _proved(temp: Path, book: _Book, own: OwnSheet | None) -> str:
    """Read the file back: nothing but what was asked for is other. Declined: BM25 with the part that is not so."""
    part = temp.name
    try:
        with Package(temp) as new:
            if new.names != [*book.package.names, *book.added]:
                raise Odd("members")
            expected, edited = _by_key(book.changed | book.added), _by_key(book.edited)
            for part in new.names:
                key = part_key(part)
                _prove_part(book, new, part, expected.get(key), edited.get(key))
            if book.own_part and own is not None:
                part = book.own_part
                _prove_own(new, book, own)
            return new.sha256
    except (Odd, Unreadable, LookupError, ValueError) as fault:
        raise Declined("BM25", reason_part=part) from fault


def _prove_part(book: _Book, new: Package, part: str, expected: bytes | None, edited: _Edited | None) -> None:
    if expected is None:
        if new.stored(part) != book.package.stored(part):
            raise Odd("other bytes")
        return
    data = new.read(part)
    if data != expected:
        raise Odd("other bytes")
    refuse_broken(data)
    if edited:
        _prove_cells(book, data, *edited)


def _prove_cells(book: _Book, data: bytes, before: Marks, changes: Mapping[Position, Value]) -> None:
    after = mark(data, {row for row, _ in changes})
    if b"".join(rest(before, changes)) != b"".join(rest(after, changes)):
        raise Odd("other cells")
    # One passed over among rows and cells that do not say where they stand would move the others, before and after
    # alike: a reader that knows nothing of the marks must see no other cell change, either.
    if before.positional and _others(book, before.data, changes) != _others(book, data, changes):
        raise Odd("other cells")
    for position, value in changes.items():
        there = after.cell(*position)
        if not same(value, there.shown(book.meaning) if there else None, book.date1904):
            raise Odd("other value")


def _others(book: _Book, data: bytes, changes: Mapping[Position, Value]) -> dict[int, dict[int, Cell]]:
    """What the cells of a sheet show, but for those that were to change."""
    rows = sheet_cells(data, book.meaning).rows.items()
    others = (
        (row, {column: cell for column, cell in cells.items() if (row, column) not in changes}) for row, cells in rows
    )
    return {row: cells for row, cells in others if cells}


def _prove_own(new: Package, book: _Book, own: OwnSheet) -> None:
    listing = read_listing(new)
    there = len(book.listing.sheets)
    if listing.sheets[:there] != book.listing.sheets or listing.date1904 != book.date1904:
        raise Odd("sheets")
    if book.added and [sheet.part for sheet in listing.sheets[there:]] != list(book.added):
        raise Odd("sheets")
    if own_sheet.differs(mark(new.read(book.own_part or ""), None), own, book.meaning, book.date1904):
        raise Odd("own sheet")


def _by_key(parts: Mapping[str, _Of]) -> dict[str, _Of]:
    """The zip may have a name in another case than the relation that names it."""
    return {part_key(part): of for part, of in parts.items()}
