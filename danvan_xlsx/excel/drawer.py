"""The drawer: a book of sheets, pages and our own sheet → a new workbook, the same bytes each time."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from danvan_xlsx.excel.filled import draw_filled, list_of, offered, protect
from danvan_xlsx.excel.looks import DEFAULT_FORMAT, Looks, own_look
from danvan_xlsx.excel.package import Package
from danvan_xlsx.excel.pages import draw_own, draw_page
from danvan_xlsx.excel.values import put
from danvan_xlsx.words.book import Book, Filled, Leaf
from danvan_xlsx.words.frame import (
    LAYOUT,
    LAYOUT_VERSION,
    LIST_SHEET,
    META_KIND,
    META_LAYOUT,
    META_SHEET,
    META_STYLE,
    META_VERSION,
    OUTPUT_BOOK,
)
from danvan_xlsx.words.kinds import Kind
from danvan_xlsx.words.layout import FIRST_ROW, column_letters
from danvan_xlsx.words.page import OWN_ROLES, OwnSheet, Page
from danvan_xlsx.words.text import Text

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_NAME_PREFIX = "dm_"
_ASCII_NAME = re.compile(r"[a-z][a-z0-9_]*")


def draw(book: Book, path: Path, *, created: date) -> None:
    """Draw a workbook. The same book and day give the same bytes; nothing is left where something went wrong.

    ValueError: a book that Excel would not open as meant (two lists of one name, a text too long, a bad title);
    Warning: whatever xlsxwriter warns of; OSError: the disk is full or the folder cannot be written.
    """
    first, second = _beside(path, 1), _beside(path, 2)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            _write(book, first, created)
        _finish(book, first, second)
        second.replace(path)
    finally:
        for left in (first, second):
            with suppress(FileNotFoundError):
                left.unlink()


def draw_pages(
    pages: Sequence[Page], path: Path, *, title: Text, created: date, meta: Mapping[str, str] | None = None
) -> None:
    """Draw an output of ours: pages only, marked so that it is never taken for a workbook of staff.

    meta: further entries for whoever reads it (commune, period).
    """
    meta = {META_LAYOUT: LAYOUT, META_VERSION: str(LAYOUT_VERSION), META_KIND: OUTPUT_BOOK, **(meta or {})}
    draw(Book(path.stem, title, tuple(pages), meta), path, created=created)


def _beside(path: Path, number: int) -> Path:
    # Such names are swept when a folder is opened.
    return path.with_name(f".~danvan-{number}-{path.name}.tmp")


def _write(book: Book, path: Path, created: date) -> None:
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    workbook = Workbook(str(path), {"default_format_properties": DEFAULT_FORMAT, "in_memory": True})
    # Nothing of ours waits for a calculation, and a workbook that recalculates asks to be saved when it is closed.
    workbook.calc_on_load = False
    day = datetime(created.year, created.month, created.day)
    workbook.set_properties({"title": book.title.vi, "created": day})
    looks = Looks(workbook)
    lists = _lists(book)
    names = {name: f"{_NAME_PREFIX}{name}" for name in lists}
    for leaf in book.leaves:
        _draw_leaf(workbook, leaf, looks, names)
    if lists:
        _draw_lists(workbook, lists, names, looks)
    if book.meta:
        _draw_meta(workbook, book, looks)
    try:
        workbook.close()
    except FileCreateError as fault:
        raise fault.args[0] from fault  # xlsxwriter wraps every OSError


def _draw_leaf(workbook: Workbook, leaf: Leaf, looks: Looks, names: Mapping[str, str]) -> None:
    match leaf:
        case Filled():
            draw_filled(workbook.add_worksheet(leaf.sheet.title.vi), leaf, looks, names)
        case Page():
            draw_page(workbook, workbook.add_worksheet(leaf.title), leaf, looks)
        case OwnSheet():
            draw_own(workbook.add_worksheet(leaf.title), leaf, looks)


# -- hidden sheets -------------------------------------------------------------------


def _lists(book: Book) -> dict[str, tuple[str, ...]]:
    """Every list that a column offers, by name; a list that the plan left empty has no drop-down."""
    lists: dict[str, tuple[str, ...]] = {}
    for kind in _kinds(book):
        name, words = list_of(kind), offered(kind)
        if not name or not words:
            continue
        if not _ASCII_NAME.fullmatch(name):
            raise ValueError(f"list {name!r} cannot be the name of a range")
        if lists.setdefault(name, words) != words:
            raise ValueError(f"two lists are called {name}")
    return lists


def _kinds(book: Book) -> Iterator[Kind]:
    for leaf in book.leaves:
        if isinstance(leaf, Filled):
            yield from (column.kind for column in leaf.sheet.columns)


def _draw_lists(
    workbook: Workbook, lists: Mapping[str, tuple[str, ...]], names: Mapping[str, str], looks: Looks
) -> None:
    """One column for each list, its name on top; the ranges are exact, their names ASCII for every version."""
    sheet = workbook.add_worksheet(LIST_SHEET)
    style = looks.format({})
    for number, (name, words) in enumerate(lists.items(), 1):
        put(sheet, 1, number, name, style)
        for row, word in enumerate(words, 2):
            put(sheet, row, number, word, style)
        letters = column_letters(number)
        workbook.define_name(names[name], f"={LIST_SHEET}!${letters}$2:${letters}${len(words) + 1}")
    protect(sheet)
    sheet.hide()


def _draw_meta(workbook: Workbook, book: Book, looks: Looks) -> None:
    """What the program asks a workbook: whose it is, of which layout; and one styled cell for each role."""
    sheet = workbook.add_worksheet(META_SHEET)
    style = looks.format({})
    row = 0
    for row, (key, value) in enumerate(book.meta.items(), 1):
        put(sheet, row, 1, key, style)
        put(sheet, row, 2, value, style)
    if not all(isinstance(leaf, Page) for leaf in book.leaves):
        for number, role in enumerate(OWN_ROLES, row + 1):
            put(sheet, number, 1, f"{META_STYLE}{role}", style)
            put(sheet, number, 2, role, looks.format(own_look(role)))
    protect(sheet)
    sheet.very_hidden()


# -- what xlsxwriter cannot say --------------------------------------------------------

_FOOT = re.compile(rb"<oddFooter>(.*?)</oddFooter>", re.DOTALL)
#: What stands to the left in a header.
_MARK = re.compile(rb"<oddHeader>(&amp;L.*?)&amp;C.*?</oddHeader>", re.DOTALL)
_FIXED_ROW = re.compile(rb'<row r="(\d+)"[^>]*? customHeight="1"')


def _finish(book: Book, written: Path, out: Path) -> None:
    with Package(written) as package:
        changed = {}
        for number, leaf in enumerate(book.leaves, 1):
            part = f"xl/worksheets/sheet{number}.xml"
            data = _with_first_page(package.read(part))
            changed[part] = data if isinstance(leaf, Page) else _FIXED_ROW.sub(_loosened, data)
        with out.open("wb") as file:
            package.write(file, changed=changed, added={})


def _with_first_page(data: bytes) -> bytes:
    """No page number on the first page (Nghị định 30/2020/NĐ-CP, Phụ lục I); a mark and the foot line stay there."""
    mark, foot = _MARK.search(data), _FOOT.search(data)
    first = b"<firstHeader>%b</firstHeader>" % mark[1] if mark else b""
    first += b"<firstFooter>%b</firstFooter>" % foot[1] if foot else b""
    data = data.replace(b"<headerFooter>", b'<headerFooter differentFirst="1">', 1)
    return data.replace(b"</headerFooter>", first + b"</headerFooter>", 1)


def _loosened(row: re.Match[bytes]) -> bytes:
    """Below the frame a height is where the row begins: it must still grow when staff type more."""
    return row[0] if int(row[1]) < FIRST_ROW else row[0].removesuffix(b' customHeight="1"')
