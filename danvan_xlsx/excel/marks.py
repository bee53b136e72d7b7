"""Where the rows and cells of a sheet part stand in its bytes, and what a cell shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from danvan_xlsx.excel.around import Element, Span, elements_around
from danvan_xlsx.excel.content import Content, content
from danvan_xlsx.excel.package import MAIN, STRICT_MAIN
from danvan_xlsx.excel.xml_bytes import ATTRIBUTES, Attributes, Odd, attributes_of, refuse_encoding, tag_end, walk
from danvan_xlsx.words.layout import LAST_COLUMN, LAST_ROW, column_letters, column_number

_SHEET_DATA = re.compile(rb"<((?:[\w.-]+:)?)sheetData(?=[\s/>])" + ATTRIBUTES + rb"/?>")
_ADDRESS = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_ROW_NUMBER = re.compile("[0-9]{1,7}")
_SAID = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3}[0-9]{1,7})["']""")


@dataclass(slots=True)
class RowMark:
    """One row: its number, its start tag, its whole, and how its cells are found, which is done when asked for.

    found: all its cells by column.  asked: single cells looked for before.  addressed: every cell of the row says its
    address first and in capitals, as nearly every program does; then one is found without looking at the others.
    """

    number: int
    tag: Span
    whole: Span
    find: Callable[[RowMark], dict[int, Span]]
    found: dict[int, Span] | None = None
    asked: dict[int, Span | None] = field(default_factory=dict)
    addressed: bool | None = None

    @property
    def cells(self) -> dict[int, Span]:
        """The cells by column."""
        if self.found is None:
            self.found = self.find(self)
        return self.found


class Box(NamedTuple):
    """A range of cells; all four are inside it."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(slots=True)
class Marks:
    """A sheet part and where things stand in it.

    prefix: of the elements of the part (`x:` or nothing).  order: number and start of every row as they follow.
    rows: the rows asked for.  opening, closing: the tags of `sheetData`; closing is empty when there is one tag only.
    computed: (kind, range) of arrays and data tables, calculated as a whole.  plain: tags are what they look like.
    """

    data: bytes
    prefix: bytes
    opening: Span
    closing: Span
    order: list[tuple[int, int]] = field(default_factory=list)
    rows: dict[int, RowMark] = field(default_factory=dict)
    computed: list[tuple[str, str]] = field(default_factory=list)
    plain: bool = False
    _frame: tuple[Element, ...] | None = None

    @property
    def frame(self) -> tuple[Element, ...]:
        """What stands around the rows. Odd: it is not well-formed, or no worksheet."""
        if self._frame is None:
            self._frame = elements_around(self.data, self.opening.end, self.closing.start)
        return self._frame

    def cell(self, row: int, column: int) -> Content | None:
        """None when the file has no such cell."""
        mark = self.rows.get(row)
        span = self.span(mark, column) if mark else None
        return content(self.data[span.start : span.end], self.prefix) if span else None

    def span(self, row: RowMark, column: int) -> Span | None:
        """Where a cell of a row stands."""
        if column not in row.asked:
            row.asked[column] = self._quick(row, column) if self._addressed(row) else row.cells.get(column)
        return row.asked[column]

    def places(self, row: RowMark, columns: Iterable[int]) -> Iterator[int]:
        """Where new cells of a row go: before the first one further right, else behind the last.

        What a row holds behind its cells (an extension) stays behind them.
        """
        starts = self._starts(row) if self._addressed(row) else {at: span.start for at, span in row.cells.items()}
        furthest, end = max(starts, default=0), self._cells_end(row, starts)
        for column in columns:
            yield end if column > furthest else next(start for there, start in starts.items() if there > column)

    def _starts(self, row: RowMark) -> dict[int, int]:
        starts: dict[int, int] = {}
        own = b"%d" % row.number
        for cell in _patterns(self.prefix).address.finditer(self.data, *row.whole):
            letters, digits = cell.groups()
            column = _number(letters)
            if digits != own or column in starts:
                raise Odd("cell twice" if digits == own else "cell of another row")
            starts[column] = cell.start()
        return starts

    def _cells_end(self, row: RowMark, starts: Mapping[int, int]) -> int:
        if not starts:
            return row.tag.end
        if not self._addressed(row):
            return max(span.end for span in row.cells.values())
        cell = _patterns(self.prefix).cell.match(self.data, max(starts.values()), row.whole.end)
        if not cell:
            raise Odd("cell")
        return cell.end()

    def _addressed(self, row: RowMark) -> bool:
        if row.addressed is None:
            cells, addresses = b"<%bc" % self.prefix, _patterns(self.prefix).address
            row.addressed = self.plain and self.data.count(cells, *row.whole) == len(
                addresses.findall(self.data, *row.whole)
            )
        return row.addressed

    def _quick(self, row: RowMark, column: int) -> Span | None:
        address = b'<%bc r="%b%d"' % (self.prefix, column_letters(column).encode(), row.number)
        start = self.data.find(address, *row.whole)
        if start < 0:
            return None
        cell = _patterns(self.prefix).cell.match(self.data, start, row.whole.end)
        if not cell or self.data.find(address, cell.end(), row.whole.end) >= 0:
            raise Odd("cell twice" if cell else "cell")
        return Span(*cell.span())

    def element(self, name: str) -> Element | None:
        """The first of that name around the rows."""
        return next((element for element in self.frame if element.name == name), None)

    def inside(self, name: str, child: str) -> Iterator[Attributes]:
        """What the children of the elements of that name say: `cols`, `col`."""
        elements = (element for element in self.frame if element.name == name)
        return (attributes for element in elements for there, attributes in element.inside if there == child)


def mark(data: bytes, rows: Container[int] | None, exact: bool = False) -> Marks:
    """Find the rows asked for (None: all) with their cells.

    A regular expression does it when the part is plain; else, or when `exact`, expat's byte positions do.
    Odd: another encoding than UTF-8, a DOCTYPE, no `sheetData`, a row or cell that stands twice.
    """
    refuse_encoding(data)
    return _exact(data, rows) if exact or not _plain_shape(data) else _fast(data, rows)


def refuse_elsewhere(marks: Marks, cells: Iterable[tuple[int, int]]) -> None:
    """Odd: a cell of another row says that it is one of these. Where it seems so, expat looks again."""
    if not marks.plain:
        return  # expat has looked at every cell
    names = {f"{column_letters(column)}{row}".encode(): (row, column) for row, column in cells}
    said = sum(one.upper() in names for one in _SAID.findall(marks.data, marks.opening.end, marks.closing.start))
    ours = (marks.span(marks.rows[row], column) for row, column in names.values() if row in marks.rows)
    if said > sum(
        bool(span and _SAID.search(marks.data, span.start, tag_end(marks.data, span.start))) for span in ours
    ):
        _exact(marks.data, ())


def address(text: str) -> tuple[int, int]:
    """`F9` → (9, 6). Odd: not an address that Excel has."""
    found = _ADDRESS.fullmatch(text)
    if not found or not 1 <= int(found[2]) <= LAST_ROW:
        raise Odd("address")
    return int(found[2]), _number(found[1].encode())


def box(text: str) -> Box:
    """`A1:C9`, `A1` alone, whole columns `A:C`, whole rows `1:3`. Odd: none of these."""
    first, _, last = text.replace("$", "").partition(":")
    if first.isalpha() and last.isalpha():
        first, last = f"{first}1", f"{last}{LAST_ROW}"
    elif first.isdigit() and last.isdigit():
        first, last = f"A{first}", f"{column_letters(LAST_COLUMN)}{last}"
    return Box(*address(first), *address(last or first))


def _plain_shape(data: bytes) -> bool:
    """No comment, CDATA or instruction, and one name for the main namespace: then tags are what they look like."""
    if b"<!" in data or b"<?" in data[5:] or b"AlternateContent" in data:
        return False
    return data.count(MAIN.encode()) + data.count(STRICT_MAIN.encode()) == 1


class _Patterns(NamedTuple):
    row: re.Pattern[bytes]
    row_end: re.Pattern[bytes]
    cell: re.Pattern[bytes]
    address: re.Pattern[bytes]
    formula: re.Pattern[bytes]
    data_end: re.Pattern[bytes]


# The address first is what nearly all programs write; the rest of the tag is then not looked at twice.
_QUICK = rb"""[^<>"']*(?:"[^<>"]*"[^<>"']*)*"""


@lru_cache(maxsize=16)
def _patterns(prefix: bytes) -> _Patterns:
    name = re.escape(prefix)
    slow = rb"(?=[\s/>])" + ATTRIBUTES + rb"/?"
    row = rb"<%brow(?: r=\"([0-9]+)\"" % name + _QUICK + rb"|" + slow + rb")>"
    cell = rb"<%bc(?: r=\"([A-Z]{1,3})([0-9]+)\"" % name + _QUICK + rb"|" + slow + rb")"
    inside = rb"(?:(?<=/)>|>[^<]*(?:<(?!/%bc[\s>])[^<]*)*</%bc\s*>)" % (name, name)
    return _Patterns(
        row=re.compile(row),
        row_end=re.compile(rb"</%brow\s*>" % name),
        cell=re.compile(cell + inside),
        address=re.compile(rb'<%bc r="([A-Z]{1,3})([0-9]+)"' % name),
        formula=re.compile(rb"<%bf(?=[\s/>])(" % name + ATTRIBUTES + rb")/?>"),
        data_end=re.compile(rb"</%bsheetData\s*>" % name),
    )


def _fast(data: bytes, rows: Container[int] | None) -> Marks:
    opening = _SHEET_DATA.search(data)
    if not opening:
        raise Odd("no sheetData")
    patterns = _patterns(opening[1])
    start = Span(*opening.span())
    if data[start.end - 2 : start.end] == b"/>":
        return Marks(data, opening[1], start, Span(start.end, start.end))
    closing = patterns.data_end.search(data, data.rfind(b"</" + opening[1] + b"sheetData"))
    if not closing or closing.start() < start.end:
        raise Odd("no sheetData")
    marks = Marks(data, opening[1], start, Span(*closing.span()), plain=True)
    _fast_rows(marks, patterns, rows)
    marks.computed = _fast_computed(marks, patterns)
    return marks


def _fast_rows(marks: Marks, patterns: _Patterns, rows: Container[int] | None) -> None:
    number, data = 0, marks.data

    def cells(row: RowMark) -> dict[int, Span]:
        return _fast_cells(data, patterns, row)

    for found in patterns.row.finditer(data, marks.opening.end, marks.closing.start):
        own = found[1].decode() if found[1] else attributes_of(found[0]).get("r")
        number = _row_number(own, number)
        _order(marks, number, found.start())
        if rows is None or number in rows:
            tag = whole = Span(*found.span())
            if data[tag.end - 2] != ord("/"):
                end = patterns.row_end.search(data, tag.end, marks.closing.start)
                if not end:
                    raise Odd("row without end")
                whole = Span(tag.start, end.end())
            _keep(marks, RowMark(number, tag, whole, cells))


def _fast_cells(data: bytes, patterns: _Patterns, row: RowMark) -> dict[int, Span]:
    cells: dict[int, Span] = {}
    column, own = 0, b"%d" % row.number
    for cell in patterns.cell.finditer(data, row.tag.end, row.whole.end):
        letters, digits = cell.group(1, 2)
        column = _number(letters) if digits == own else _column(cell, row.number, column)
        _once(cells, column, Span(*cell.span()))
    return cells


@lru_cache(maxsize=512)
def _number(letters: bytes) -> int:
    number = column_number(letters.decode())
    if number > LAST_COLUMN:
        raise Odd("address")
    return number


def _column(cell: re.Match[bytes], row: int, previous: int) -> int:
    return _column_of(attributes_of(cell[0][: tag_end(cell[0], 0)]).get("r"), row, previous)


def _column_of(reference: str | None, row: int, previous: int) -> int:
    if not reference:
        return previous + 1
    its_row, column = address(reference)
    if its_row != row:
        raise Odd("cell of another row")
    return column


def _fast_computed(marks: Marks, patterns: _Patterns) -> list[tuple[str, str]]:
    if b"array" not in marks.data and b"dataTable" not in marks.data:
        return []
    tags = patterns.formula.finditer(marks.data, marks.opening.end, marks.closing.start)
    return [one for tag in tags if (one := _computed(attributes_of(tag[1])))]


def _computed(formula: Attributes) -> tuple[str, str] | None:
    kind = {"array": "array", "dataTable": "data_table"}.get(formula.get("t", ""))
    return (kind, formula["ref"]) if kind and "ref" in formula else None


def _row_number(own: str | None, previous: int) -> int:
    if not own:
        return previous + 1
    if not _ROW_NUMBER.fullmatch(own):  # `int` reads other digits, signs and blanks, which no reader does
        raise Odd("row number")
    return int(own)


def _order(marks: Marks, number: int, start: int) -> None:
    marks.order.append((number, start))
    if not 1 <= number <= LAST_ROW or len(marks.order) > LAST_ROW:
        raise Odd("more rows than a sheet can have")


def _keep(marks: Marks, row: RowMark) -> None:
    if row.number in marks.rows:
        raise Odd("row twice")
    marks.rows[row.number] = row


def _once(cells: dict[int, Span], column: int, span: Span) -> None:
    if column in cells:
        raise Odd("cell twice")
    cells[column] = span


class _Walker:
    """Collects the marks of a part from the events of `walk`."""

    def __init__(self, data: bytes, rows: Container[int] | None) -> None:
        self.data, self.wanted = data, rows
        self.marks: Marks | None = None
        self.row = self.column = 0
        self.row_start = self.cell_start = 0
        self.cells: dict[int, Span] = {}
        self.path: list[str] = []

    def start(self, name: str, attributes: Attributes, position: int) -> None:
        self.path.append(name)
        match self.path:
            case ["worksheet", "sheetData"]:
                self._open(position)
            case ["worksheet", "sheetData", "row"] if self.marks:
                self.row = _row_number(attributes.get("r"), self.row)
                self.column, self.row_start, self.cells = 0, position, {}
                _order(self.marks, self.row, position)
            case ["worksheet", "sheetData", "row", "c"]:
                self.column = _column_of(attributes.get("r"), self.row, self.column)
                self.cell_start = position
            case ["worksheet", "sheetData", "row", "c", "f"] if self.marks and (one := _computed(attributes)):
                self.marks.computed.append(one)

    def _open(self, position: int) -> None:
        found = _SHEET_DATA.match(self.data, position)
        if not found or self.marks:
            raise Odd("sheetData twice")
        self.marks = Marks(self.data, found[1], Span(*found.span()), Span(found.end(), found.end()))

    def end(self, name: str, after: Callable[[], int]) -> None:
        depth, inside = len(self.path), self.path[:2] == ["worksheet", "sheetData"]
        self.path.pop()
        marks = self.marks
        if marks is None or not inside:
            return
        if depth == 4 and name == "c":
            _once(self.cells, self.column, Span(self.cell_start, after()))
        elif depth == 3 and name == "row" and (self.wanted is None or self.row in self.wanted):
            tag = Span(self.row_start, tag_end(self.data, self.row_start))
            cells = self.cells
            _keep(marks, RowMark(self.row, tag, Span(self.row_start, after()), lambda _: cells))
        elif depth == 2 and (behind := after()) > marks.opening.end:
            marks.closing = Span(self.data.rindex(b"</", 0, behind), behind)


def _exact(data: bytes, rows: Container[int] | None) -> Marks:
    walker = _Walker(data, rows)
    walk(data, walker.start, walker.end)
    if walker.marks is None:
        raise Odd("no sheetData")
    return walker.marks
