"""The XML of one worksheet → its cells, hidden rows and merges, sparse and with nothing lost (expat)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import NamedTuple

from danvan_xlsx.excel.limits import CELLS, LEVELS, MERGES, READ_TEXT, ROWS
from danvan_xlsx.excel.package import Attributes, Unreadable, feed, main_namespace, new_parser, refuse_beyond
from danvan_xlsx.words.layout import LAST_COLUMN, LAST_ROW, Cell, CellKind, column_number

#: A formula whose result was never stored: not the same as an empty cell.
UNCALCULATED = Cell("", "uncalculated", True)

Rows = dict[int, dict[int, Cell]]


class Meaning(NamedTuple):
    """What the cells of a sheet need from the rest of the workbook.

    texts: the shared strings as cells.  kinds: style number as written → `date` or `percent`; absent: a number.
    shift: the days to add to a date's serial (1462 in a workbook of the 1904 system).
    """

    texts: Sequence[Cell]
    kinds: Mapping[str, CellKind]
    shift: int = 0


@dataclass(slots=True)
class SheetCells:
    """What stands in a sheet, rows and columns ascending; of hidden rows those that have cells."""

    rows: Rows
    hidden: set[int]
    merged: list[str]


class _Columns(dict[str, int]):
    """Column letters → number, remembered; 0 when Excel has no such column."""

    def __missing__(self, letters: str) -> int:
        if not (letters.isascii() and letters.isalpha() and len(letters) <= 3):
            return 0
        number = column_number(letters)
        if number > LAST_COLUMN:
            return 0
        self[letters] = number
        return number


COLUMNS = _Columns()

#: `worksheet`, `sheetData`, `row`, `c`: of a cell in a cell, or in no row, no two readers say the same.
_CELL_LEVEL = 4


# -- one cell -----------------------------------------------------------------


def cell_of(meaning: Meaning, type_: str | None, style: str | None, value: str | None, formula: bool) -> Cell | None:
    """The cell that type, style and stored value make; None when there is nothing in it.

    What contradicts itself (letters in a number, a shared string that is not there) is `broken` and keeps its text.
    """
    if value is None:
        return UNCALCULATED if formula else None
    if type_ in ("str", "inlineStr"):
        return Cell(unescape(value), "text", formula)
    value = value[:READ_TEXT]
    text = value.strip()
    if not text:
        return UNCALCULATED if formula else None
    read = _READERS.get(type_)
    return (read and read(meaning, style, text, formula)) or Cell(value, "broken", formula)


def _number(meaning: Meaning, style: str | None, text: str, formula: bool) -> Cell | None:
    if not _NUMBER.fullmatch(text):
        return None
    amount = float(text)
    if amount - amount != 0:  # 1E999 is infinite
        return None
    kind = meaning.kinds.get(style or "0", "number")
    return Cell(amount + meaning.shift if kind == "date" else amount, kind, formula)


def _shared(meaning: Meaning, style: str | None, text: str, formula: bool) -> Cell | None:
    if not _INDEX.fullmatch(text) or int(text) >= len(meaning.texts):
        return None
    return meaning.texts[int(text)]._replace(formula=formula)


def _boolean(meaning: Meaning, style: str | None, text: str, formula: bool) -> Cell | None:
    return Cell(text in ("1", "true"), "bool", formula) if text in ("0", "1", "true", "false") else None


def _error(meaning: Meaning, style: str | None, text: str, formula: bool) -> Cell | None:
    return Cell(text, "error", formula)


def _iso_day(meaning: Meaning, style: str | None, text: str, formula: bool) -> Cell | None:
    serial = iso_serial(text)
    return None if serial is None else Cell(serial, "date", formula)


_READERS: dict[str | None, Callable[[Meaning, str | None, str, bool], Cell | None]] = {
    None: _number,
    "": _number,
    "n": _number,
    "s": _shared,
    "b": _boolean,
    "e": _error,
    "d": _iso_day,
}
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", re.ASCII)
_INDEX = re.compile(r"\d{1,9}", re.ASCII)


def iso_serial(text: str) -> float | None:
    """`2026-11-24T08:30:00` → the serial of the 1900 system; a time alone is a part of a day; None: not a day."""
    try:
        if "-" not in text:
            clock = time.fromisoformat(text)
            return (clock.hour * 3600 + clock.minute * 60 + clock.second + clock.microsecond / 1e6) / 86400
        moment = datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None
    # Excel counts a 29 February 1900 that never was: serials before 1 March 1900 are one smaller.
    serial = (moment - datetime(1899, 12, 30)) / timedelta(days=1)
    serial = serial if serial >= 61 else serial - 1
    return serial if serial >= 0 else None


_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescape(text: str) -> str:
    """Undo `_x000D_`, Excel's writing of characters that XML cannot hold."""
    if "_x" not in text:
        return text[:READ_TEXT]
    plain = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text[: 7 * READ_TEXT])[:READ_TEXT]
    try:
        plain.encode()
    except UnicodeEncodeError:  # halves of a surrogate pair: join them, and mark one that stands alone
        plain = plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return plain


# -- the sheet ----------------------------------------------------------------


def read_sheet(data: bytes, meaning: Meaning) -> SheetCells:
    """Every cell with content, at its true place. Unreadable as `package.feed`, BM02 it is no worksheet, BM59 too much.

    Rows and cells may come without a reference, out of order or twice (the later one counts); a cell whose reference
    Excel cannot have stands after the one before it, broken. A cell in a cell is BM02.
    """
    reader = _SheetReader(main_namespace(data, "worksheet"), meaning)
    feed(reader.parser, data)
    reader.sheet.rows = in_order(reader.sheet.rows)
    return reader.sheet


def in_order(rows: Rows) -> Rows:
    """The same rows and cells, ascending."""
    for number, cells in rows.items():
        columns = list(cells)
        if columns != sorted(columns):
            rows[number] = dict(sorted(cells.items()))
    numbers = list(rows)
    return rows if numbers == sorted(numbers) else dict(sorted(rows.items()))


class _SheetReader:
    """The handlers of one sheet's parser; cells count inside `sheetData` only, where no extension can mimic them."""

    def __init__(self, space: str, meaning: Meaning) -> None:
        self.sheet = SheetCells({}, set(), [])
        self._meaning, self._texts = meaning, meaning.texts
        self._sheet_data, self._merge = f"{space} sheetData", f"{space} mergeCell"
        self._c, self._v, self._f, self._row = f"{space} c", f"{space} v", f"{space} f", f"{space} row"
        self._is, self._t, self._phonetic = f"{space} is", f"{space} t", f"{space} rPh"
        self._buffer: list[str] = []
        self._own_row = self._row_number = self._column = 0
        self._row_text = ""
        self._row_hidden = False
        self._held, self._cells = 0, dict[int, Cell]()
        self._depth = self._count = self._rows = 0
        self._value: str | None = None
        self._inline: list[str] | None = None
        self._begin_cell({})
        self.parser = new_parser()
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._start_outside, self._end_outside

    def _start_outside(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        refuse_beyond(LEVELS, self._depth)
        if name == self._sheet_data and self._depth == _CELL_LEVEL - 2:
            parser = self.parser
            parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
            parser.CharacterDataHandler = self._buffer.append
        elif name == self._merge and attributes.get("ref"):
            self.sheet.merged.append(attributes["ref"])
            refuse_beyond(MERGES, len(self.sheet.merged))

    def _end_outside(self, _: str) -> None:
        self._depth -= 1

    def _start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > LEVELS.most:
            refuse_beyond(LEVELS, self._depth)
        if name == self._c:
            if self._depth != _CELL_LEVEL:
                raise Unreadable("BM02")
            self._begin_cell(attributes)
        elif name == self._v or name == self._t:
            self._buffer.clear()
        elif name == self._row:
            self._begin_row(attributes)
        elif name == self._f:
            self._formula = True
        elif name == self._is:
            self._inline = []
        elif name == self._phonetic:
            self._reading_aid = True
        elif name.rpartition(" ")[2] in ("row", "c"):  # of another namespace, which not every reader looks at
            raise Unreadable("BM02")

    def _end(self, name: str) -> None:
        self._depth -= 1
        if name == self._v:
            self._value = "".join(self._buffer)
        elif name == self._c:
            if self._value is not None or self._formula or self._inline is not None:
                self._keep_cell()
        elif name == self._t:
            if self._inline is not None and not self._reading_aid:
                self._inline.append("".join(self._buffer))
        elif name == self._phonetic:
            self._reading_aid = False
        elif name == self._sheet_data:
            parser = self.parser
            parser.StartElementHandler, parser.EndElementHandler = self._start_outside, self._end_outside
            parser.CharacterDataHandler = None

    def _begin_row(self, attributes: Attributes) -> None:
        self._rows += 1
        if self._rows > ROWS.most:
            refuse_beyond(ROWS, self._rows)
        if self._depth != _CELL_LEVEL - 1:
            raise Unreadable("BM02")
        digits = attributes.get("r", "")
        number = _row_number(digits)
        self._row_number, self._row_text = (number, digits) if number else (self._own_row + 1, "")
        self._own_row, self._column = self._row_number, 0
        self._row_hidden = attributes.get("hidden") in ("1", "true")

    def _begin_cell(self, attributes: Attributes) -> None:
        self._style, self._type = attributes.get("s"), attributes.get("t")
        self._value = self._inline = None
        self._formula = self._misplaced = self._reading_aid = False
        reference = attributes.get("r")
        if not reference:
            self._stand_after()
            return
        letters = reference.rstrip("0123456789")
        digits = reference[len(letters) :]
        column = COLUMNS[letters]
        if column and digits == self._row_text:
            self._column = column
        elif column and (number := _row_number(digits)):
            self._column, self._row_number, self._row_text = column, number, digits
        else:
            self._stand_after()
            self._misplaced = True

    def _stand_after(self) -> None:
        """The cell says no place: it stands after the one before it, in its own row wherever that one said to be."""
        self._column += 1
        if self._row_number != self._own_row:
            self._row_number, self._row_text = self._own_row, ""

    def _keep_cell(self) -> None:
        self._count += 1
        if self._count > CELLS.most:
            refuse_beyond(CELLS, self._count)
        value, type_ = self._value, self._type
        if type_ == "s" and value is not None and _INDEX.fullmatch(value) and int(value) < len(self._texts):
            cell: Cell | None = self._texts[int(value)]
            if self._formula or self._misplaced or self._inline is not None:
                cell = self._unusual_cell()
        else:
            cell = self._unusual_cell()
        if cell is None or not 0 < self._column <= LAST_COLUMN or not 0 < self._row_number <= LAST_ROW:
            return
        if self._row_number != self._held:
            self._hold_row(self._row_number)
        self._cells[self._column] = cell

    def _unusual_cell(self) -> Cell | None:
        value, inline = self._value, self._inline
        if inline is not None and (self._type == "inlineStr" or value is None):
            value = "".join(inline)
        cell = cell_of(self._meaning, self._type, self._style, value, self._formula)
        contradicts = inline is not None and self._type != "inlineStr"
        if cell is not None and (self._misplaced or contradicts):
            return Cell((value or "")[:READ_TEXT], "broken", self._formula)
        return cell

    def _hold_row(self, number: int) -> None:
        rows = self.sheet.rows
        if number not in rows:
            rows[number] = {}
            if self._row_hidden:
                self.sheet.hidden.add(number)
        self._held, self._cells = number, rows[number]


def _row_number(digits: str) -> int:
    """0 when Excel has no such row; none is written `07`."""
    if not _INDEX.fullmatch(digits) or digits[0] == "0":
        return 0
    number = int(digits)
    return number if number <= LAST_ROW else 0
