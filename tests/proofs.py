"""Proof that a workbook was written without a loss: its parts, its cells, and what three readers see.

Nothing here knows how the patcher finds its way: parts are taken apart by expat anew, values are read by openpyxl,
calamine and our reader.
"""

from __future__ import annotations

import re
import shutil
import warnings
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.parsers import expat
from zipfile import ZipFile

from danvan_xlsx.excel.content import Value, same
from danvan_xlsx.excel.package import Package, part_key
from danvan_xlsx.excel.patcher import prepare
from danvan_xlsx.excel.reader import Workbook
from danvan_xlsx.excel.replacing import commit, sha256_of
from danvan_xlsx.words.layout import Cell, column_number
from tests.rich_book import stored_at

Position = tuple[int, int]
#: Sheet title → what is written into it.
Wanted = Mapping[str, Mapping[Position, Value]]
#: Sheet title → place → what a reader sees there.
Seen = dict[str, dict[Position, Any]]

_DIMENSION = re.compile(rb"<(?:[\w.-]+:)?dimension\b[^>]*>")
_ADDRESS = re.compile(r"\$?([A-Za-z]+)\$?(\d+)$")


# -- parts ------------------------------------------------------------------------


def parts_of(path: Path) -> list[tuple[str, bytes]]:
    """Every member with its bytes as they lie in the file, in order; a name may stand twice."""
    data = path.read_bytes()
    with ZipFile(path) as book:
        return [(one.orig_filename, stored_at(data, one)) for one in book.infolist()]


def changed_parts(before: Path, after: Path) -> set[str]:
    """Parts that have other bytes, are new, gone, or stand elsewhere in the order."""
    old, new = parts_of(before), parts_of(after)
    changed = {name for (name, _), (other, _) in zip(old, new, strict=False) if name != other}
    changed |= {name for one, (name, data) in zip(old, new, strict=False) if one != (name, data)}
    shorter = min(len(old), len(new))
    return changed | {name for name, _ in (*old[shorter:], *new[shorter:])}


# -- the cells of a part -------------------------------------------------------------


@dataclass
class SheetXml:
    """A sheet part taken apart.

    around: all bytes outside the rows but the dimension.  rows: number and attributes (but `spans`) of each, in order.
    cells: place and bytes of each, in order.  between: what else stands among rows and cells.
    """

    around: bytes = b""
    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    cells: list[tuple[Position, bytes]] = field(default_factory=list)
    between: bytes = b""


def taken_apart(data: bytes) -> SheetXml:
    """Cut at the places where expat says that one thing ends and the next begins."""
    return _Cutter(data).sheet


class _Cutter:
    """Every event cuts the bytes; each piece goes to what was open when it began."""

    def __init__(self, data: bytes) -> None:
        self.sheet = SheetXml()
        self._data = data
        self._path: list[str] = []
        self._pieces: dict[str, list[bytes]] = {"around": [], "between": [], "cell": [], "tag": []}
        self._target, self._begin = "around", 0
        self._row = self._column = 0
        parser = self._parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = parser.CommentHandler = parser.DefaultHandler = self._other
        parser.ProcessingInstructionHandler = self._other
        parser.Parse(data, True)
        self._cut(len(data))
        before, _, behind = b"".join(self._pieces["around"]).partition(b"\0")
        self.sheet.around = _DIMENSION.sub(b"", before, count=1) + behind
        self.sheet.between = b"".join(self._pieces["between"])

    def _cut(self, at: int) -> None:
        self._pieces[self._target].append(self._data[self._begin : at])
        self._begin = at

    def _here(self) -> None:
        """The piece before this event is over; the next one belongs to what is open now."""
        self._cut(self._parser.CurrentByteIndex)
        inside = [one.rpartition(":")[2] for one in self._path[1:4]]
        if self._target == "cell" and inside != ["sheetData", "row", "c"]:
            self.sheet.cells.append(((self._row, self._column), b"".join(self._pieces["cell"])))
            self._pieces["cell"].clear()
        self._target = "cell" if inside[2:] == ["c"] else "between" if inside[:1] == ["sheetData"] else "around"

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._here()
        self._path.append(name)
        match [one.rpartition(":")[2] for one in self._path]:
            case [_, "sheetData"]:
                self._target = "tag"
                self._pieces["around"].append(b"\0")
            case [_, "sheetData", "row"]:
                self._row, self._column = int(attributes.get("r") or self._row + 1), 0
                more = {key: value for key, value in attributes.items() if key not in ("r", "spans")}
                self.sheet.rows.append((self._row, more))
                self._target = "tag"
            case [_, "sheetData", "row", "c"]:
                found = _ADDRESS.match(attributes.get("r", ""))
                self._column = column_number(found[1]) if found else self._column + 1
                self._target = "cell"

    def _end(self, name: str) -> None:
        tag = [one.rpartition(":")[2] for one in self._path[1:]] in (["sheetData"], ["sheetData", "row"])
        self._here()
        self._path.pop()
        if tag:
            self._target = "tag"  # an empty element has no end tag of its own

    def _other(self, *_: object) -> None:
        self._here()


def range_end(area: str) -> int:
    """The last column of `A1:C9`; 0 for whole rows."""
    found = _ADDRESS.match(area.rpartition(":")[2])
    return column_number(found[1]) if found else 0


def lost_in_part(before: bytes, after: bytes, ours: Collection[Position]) -> list[str]:
    """What of a sheet part is other besides our cells; nothing, if all is well."""
    old, new = taken_apart(before), taken_apart(after)
    lost = []
    if old.around != new.around:
        lost.append("around the rows")
    if old.between != new.between:
        lost.append("between the cells")
    if [one for one in old.cells if one[0] not in ours] != [one for one in new.cells if one[0] not in ours]:
        lost.append("another cell")
    there = {number for number, _ in old.rows}
    made = {row for row, _ in ours} - there
    if old.rows != [one for one in new.rows if one[0] not in made]:
        lost.append("a row")
    return lost


# -- what readers see ------------------------------------------------------------------

#: A workbook that a reader cannot read, or only at a cost that nobody has.
UNREAD: Seen = {}
#: calamine and openpyxl hold every cell up to the last one.
_MOST_CELLS = 3_000_000


def ours_sees(path: Path) -> Seen:
    with Workbook(path) as book:
        grids = {info.title: book.grid(info) for info in book.sheets}
    return {title: _flat(grid.rows) for title, grid in grids.items()}


def _flat(rows: Mapping[int, Mapping[int, Any]]) -> dict[Position, Any]:
    return {(row, column): cell for row, cells in rows.items() for column, cell in cells.items()}


def openpyxl_sees(path: Path, *, results: bool) -> Seen:
    """Values (formulas, or their results) with their number formats. UNREAD: it cannot read the file."""
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(path, data_only=results)
        except Exception:  # whatever it stumbles over; it must stumble over the written file too
            return UNREAD
        return {
            sheet.title: {
                place: (_value(cell.value), cell.number_format)
                for place, cell in sheet._cells.items()
                if cell.value is not None
            }
            for sheet in book.worksheets
        }


def _value(value: Any) -> str:
    return repr(vars(value) if hasattr(value, "ref") else value)


def calamine_sees(path: Path) -> Seen:
    """Values, errors and uncalculated formulas as nothing. UNREAD: it cannot read the file."""
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_path(path)
        return {title: dict(_calamine_cells(book.get_sheet_by_name(title))) for title in book.sheet_names}
    except BaseException as fault:  # a panic of Rust is no Exception
        if isinstance(fault, KeyboardInterrupt | SystemExit):
            raise
        return UNREAD


def _calamine_cells(sheet: Any) -> Iterator[tuple[Position, str]]:
    if sheet.total_height * sheet.total_width > _MOST_CELLS:
        return
    for number, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
        for column, value in enumerate(values, 1):
            if value != "":
                yield (number, column), repr(value)


READERS = {
    "ours": ours_sees,
    "openpyxl": lambda path: openpyxl_sees(path, results=True),
    "openpyxl, formulas": lambda path: openpyxl_sees(path, results=False),
    "calamine": calamine_sees,
}


def seen_by_all(path: Path, readers: Iterable[str] = tuple(READERS)) -> dict[str, Seen]:
    return {name: READERS[name](path) for name in readers}


def lost_by_readers(before: Mapping[str, Seen], after: Mapping[str, Seen], wanted: Wanted) -> list[str]:
    """Readers to whom another cell, or one sheet more or less, looks other than before.

    One that could not read the file may be able to now: calamine stumbles over a dimension of whole rows (`1:4`), which
    our cells widen to one that it understands.
    """
    read = {name: seen for name, seen in before.items() if seen != UNREAD}
    return [name for name, seen in read.items() if _others(seen, wanted) != _others(after[name], wanted)]


def _others(seen: Seen, wanted: Wanted) -> Seen:
    return {
        title: {place: value for place, value in cells.items() if place not in wanted.get(title, ())}
        for title, cells in seen.items()
    }


def not_as_wanted(seen: Seen, wanted: Wanted, date1904: bool = False) -> list[str]:
    """Our cells that do not show what was written, by our own reader."""
    return [
        f"{title}!{place}"
        for title, values in wanted.items()
        for place, value in values.items()
        if not same(value, _as_number(seen[title].get(place), value, date1904), date1904)
    ]


def _as_number(cell: Cell | None, value: Value, date1904: bool) -> Cell | None:
    """The style of a cell may make a date of a number; the grid has dates of 1904 as those of 1900."""
    if cell is None or cell.kind not in ("date", "percent") or isinstance(value, str):
        return cell
    shift = 1462 if date1904 and cell.kind == "date" else 0
    return cell._replace(kind="number", value=float(cell.value) - shift)


# -- one writing, proved -----------------------------------------------------------------


def losses(path: Path, wanted: Wanted, before: Mapping[str, Seen]) -> list[str]:
    """Write into a workbook and tell what is lost by it. before: what readers saw. Declined as `prepare`."""
    old = path.with_name(f"truoc{path.suffix}")
    shutil.copyfile(path, old)
    prepared = prepare(path, sha256_of(path), wanted, None, None)
    if prepared is not None:
        commit(prepared, None)
    changed, sheets = changed_parts(old, path), parts_of_sheets(old, wanted)
    lost = [f"part {name}" for name in sorted(changed - sheets.keys())]
    with ZipFile(old) as one, ZipFile(path) as other:
        for part in sorted(changed & sheets.keys()):
            lost += lost_in_part(one.read(part), other.read(part), wanted[sheets[part]])
    after = seen_by_all(path, before)
    with Workbook(path) as book:
        date1904 = book.date1904
    lost += [f"seen by {name}" for name in lost_by_readers(before, after, wanted)]
    lost += [f"not shown {name}" for name in not_as_wanted(after["ours"], wanted, date1904)]
    if prepare(path, sha256_of(path), wanted, None, None) is not None:
        lost.append("written again")
    return lost


def parts_of_sheets(path: Path, wanted: Wanted) -> dict[str, str]:
    """The part of each sheet as the zip names it → the sheet's title."""
    with Workbook(path) as book, Package(path) as package:
        titles = {part_key(info.part): info.title for info in book.sheets if info.title in wanted}
        return {name: titles[part_key(name)] for name in package.names if part_key(name) in titles}
