"""A sheet part → its marks: the quick way where the part is plain, by expat's byte positions else."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable

from danvan_xlsx.excel.addresses import address, column_of, row_after
from danvan_xlsx.excel.around import Span
from danvan_xlsx.excel.marks import Marks, Patterns, RowMark, patterns_of
from danvan_xlsx.excel.package import MAIN, STRICT_MAIN
from danvan_xlsx.excel.xml_bytes import ATTRIBUTES, Attributes, Odd, attributes_of, refuse_encoding, tag_end, walk
from danvan_xlsx.words.layout import LAST_ROW, column_letters

_SHEET_DATA = re.compile(rb"<((?:[\w.-]+:)?)sheetData(?=[\s/>])" + ATTRIBUTES + rb"/?>")
#: A namespace that is spelt with references: another name for the main one, perhaps.
_SPELT = re.compile(rb"""xmlns[^=<>"']*=\s*(?:"[^"<&]*&|'[^'<&]*&)""")
_SAID = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3}[0-9]{1,7})["']""")


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
    every = map(bytes.upper, _SAID.findall(marks.data, marks.opening.end, marks.closing.start))
    said = sum(map(names.__contains__, every))
    if not said:
        return
    ours = (marks.span(marks.rows[row], column) for row, column in names.values() if row in marks.rows)
    if said > sum(
        bool(span and _SAID.search(marks.data, span.start, tag_end(marks.data, span.start))) for span in ours
    ):
        _exact(marks.data, ())


def _plain_shape(data: bytes) -> bool:
    """No comment, CDATA or instruction, and one name for the main namespace: then tags are what they look like."""
    if b"<!" in data or b"<?" in data[5:] or b"AlternateContent" in data or _SPELT.search(data):
        return False
    return data.count(MAIN.encode()) + data.count(STRICT_MAIN.encode()) == 1


def _fast(data: bytes, rows: Container[int] | None) -> Marks:
    opening = _SHEET_DATA.search(data)
    if not opening:
        raise Odd("no sheetData")
    patterns = patterns_of(opening[1])
    start = Span(*opening.span())
    if data[start.end - 2 : start.end] == b"/>":
        return Marks(data, opening[1], start, Span(start.end, start.end))
    closing = patterns.data_end.search(data, data.rfind(b"</" + opening[1] + b"sheetData"))
    if not closing or closing.start() < start.end:
        raise Odd("no sheetData")
    if data.count(b"<%bsheetData" % opening[1]) > 1:
        raise Odd("sheetData twice")
    marks = Marks(data, opening[1], start, Span(*closing.span()), plain=True)
    if rows is None or not _quick_rows(marks, patterns, rows):
        _fast_rows(marks, patterns, rows)
    marks.computed = _fast_computed(marks, patterns)
    return marks


def _fast_rows(marks: Marks, patterns: Patterns, rows: Container[int] | None) -> None:
    number = 0
    for found in patterns.row.finditer(marks.data, marks.opening.end, marks.closing.start):
        own = found[1].decode() if found[1] else attributes_of(found[0]).get("r")
        number = row_after(own, number)
        _order(marks, number, found.start())
        if rows is None or number in rows:
            _keep(marks, _fast_row(marks, patterns, number, found))
    if len(marks.found) != len(patterns.row_tag.findall(marks.data, marks.opening.end, marks.closing.start)):
        raise Odd("a row that is not seen")


def _quick_rows(marks: Marks, patterns: Patterns, rows: Container[int]) -> bool:
    """The same without a look at the other rows; False unless every row says its number first, and they ascend.

    A form has hundreds of rows that stand ready and are blank.
    """
    data, begin, end = marks.data, marks.opening.end, marks.closing.start
    numbers = [int(digits) for digits in patterns.row_number.findall(data, begin, end)]
    if len(numbers) != data.count(b"<%brow" % marks.prefix, begin, end) or numbers != sorted(set(numbers)):
        return False
    if numbers and numbers[-1] > LAST_ROW:
        return False
    marks.ascending = True
    for number in numbers:
        if number in rows:
            found = patterns.row.match(data, data.find(b'<%brow r="%d"' % (marks.prefix, number), begin, end), end)
            if not found:
                raise Odd("row")
            row = _fast_row(marks, patterns, number, found)
            _keep(marks, row)
            begin = row.whole.end
    return True


def _fast_row(marks: Marks, patterns: Patterns, number: int, found: re.Match[bytes]) -> RowMark:
    tag = whole = Span(*found.span())
    if marks.data[tag.end - 2] != ord("/"):
        close = marks.data.find(b"</%brow" % marks.prefix, tag.end, marks.closing.start)
        end = patterns.row_end.match(marks.data, close, marks.closing.start) if close >= 0 else None
        if not end:
            raise Odd("row without end")
        whole = Span(tag.start, end.end())
    return RowMark(number, tag, whole, lambda row: _fast_cells(marks.data, patterns, row))


def _fast_cells(data: bytes, patterns: Patterns, row: RowMark) -> dict[int, Span]:
    cells: dict[int, Span] = {}
    column, own = 0, b"%d" % row.number
    for cell in patterns.cell.finditer(data, row.tag.end, row.whole.end):
        letters, digits = cell.group(1, 2)
        column = column_of(letters) if digits == own else _column(cell, row.number, column)
        _once(cells, column, Span(*cell.span()))
    if len(cells) != len(patterns.cell_tag.findall(data, row.tag.end, row.whole.end)):
        raise Odd("a cell that is not seen")
    return cells


def _column(cell: re.Match[bytes], row: int, previous: int) -> int:
    return _column_of(attributes_of(cell[0][: tag_end(cell[0], 0)]).get("r"), row, previous)


def _column_of(reference: str | None, row: int, previous: int) -> int:
    if not reference:
        return previous + 1
    its_row, column = address(reference)
    if its_row != row:
        raise Odd("cell of another row")
    return column


def _fast_computed(marks: Marks, patterns: Patterns) -> list[tuple[str, str]]:
    if not any(one in marks.data for one in (b"array", b"dataTable", b"&#")):  # a reference may stand for a letter
        return []
    tags = patterns.formula.finditer(marks.data, marks.opening.end, marks.closing.start)
    return [one for tag in tags if (one := _computed(attributes_of(tag[1])))]


def _computed(formula: Attributes) -> tuple[str, str] | None:
    kind = {"array": "array", "dataTable": "data_table"}.get(formula.get("t", ""))
    return (kind, formula["ref"]) if kind and "ref" in formula else None


def _order(marks: Marks, number: int, start: int) -> None:
    marks.found.append((number, start))
    if not 1 <= number <= LAST_ROW or len(marks.found) > LAST_ROW:
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
                self.row = row_after(attributes.get("r"), self.row)
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
