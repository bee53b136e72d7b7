"""Our cells → the bytes of a sheet part, in which nothing else has changed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from danvan_xlsx.excel.addresses import Box, box
from danvan_xlsx.excel.content import Value, cell_xml
from danvan_xlsx.excel.marks import Marks, RowMark
from danvan_xlsx.excel.xml_bytes import ATTRIBUTES, Odd, attributes_of, tag_end
from danvan_xlsx.words.layout import column_letters

Position = tuple[int, int]
Edits = list[tuple[int, int, bytes]]

_SPANS = re.compile(rb"""\sspans\s*=\s*("[^"]*"|'[^']*')""")
_REF = re.compile(rb"""\sref\s*=\s*("[^"]*"|'[^']*')""")
_DIMENSION = re.compile(rb"<(?:[\w.-]+:)?dimension(?=[\s/>])" + ATTRIBUTES + rb"/?>")
_TAG_END = re.compile(rb"\s*/?>$")


class Blocked(Exception):  # noqa: N818 - it is the cell that is blocked
    """A cell of ours that may not be written: what it lies in, its address, the range.

    kind: merged, array, data_table, pivot, table_header, table_total, formula, shared_formula.
    """

    def __init__(self, kind: str, position: Position, area: str = "") -> None:
        self.kind, self.cell = kind, _name(position)
        self.area = area or self.cell
        super().__init__(f"{self.cell} {kind} {self.area}")


def splice(marks: Marks, cells: Mapping[Position, Value], date1904: bool = False) -> bytes:
    """The part with those cells as wanted: {(row, column): value}; None empties a cell and keeps its style.

    `marks` must have been made with every row that `cells` name. Odd: the part cannot be written safely.
    """
    work = _Work(marks, date1904)
    edits: Edits = []
    missing: dict[int, dict[int, Value]] = {}
    for row, values in sorted(by_row(cells).items()):
        there = marks.rows.get(row)
        if there:
            edits += work.in_row(there, values)
        elif values := _filled(values):
            missing[row] = values
    edits += work.new_rows(missing)
    edits += _dimension(marks, [position for position, value in cells.items() if value is not None])
    return applied(marks.data, edits)


def by_row(cells: Mapping[Position, Value]) -> dict[int, dict[int, Value]]:
    rows: dict[int, dict[int, Value]] = defaultdict(dict)
    for (row, column), value in sorted(cells.items(), key=lambda item: item[0]):
        rows[row][column] = value
    return dict(rows)


def applied(data: bytes, edits: Edits) -> bytes:
    """Replace each (start, end) by its bytes. Odd: two of them overlap."""
    pieces: list[bytes] = []
    position = 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        if start < position:
            raise Odd("overlap")
        pieces += (data[position:start], new)
        position = end
    return b"".join((*pieces, data[position:]))


def _filled(values: Mapping[int, Value]) -> dict[int, Value]:
    return {column: value for column, value in values.items() if value is not None}


def _name(position: Position) -> str:
    return f"{column_letters(position[1])}{position[0]}"


class _ColumnStyle(NamedTuple):
    first: int
    last: int
    style: str


class _Work:
    """The edits of one part."""

    def __init__(self, marks: Marks, date1904: bool) -> None:
        self.marks, self.data, self.prefix, self.date1904 = marks, marks.data, marks.prefix, date1904
        self.column_styles = [
            _ColumnStyle(int(at["min"]), int(at["max"]), at["style"])
            for at in marks.inside("cols", "col")
            if {"min", "max", "style"} <= at.keys()
        ]

    def in_row(self, row: RowMark, values: Mapping[int, Value]) -> Edits:
        edits: Edits = []
        new: dict[int, Value] = {}
        for column, value in values.items():
            if span := self.marks.span(row, column):
                style = attributes_of(self.data[span.start : tag_end(self.data, span.start)]).get("s")
                edits.append((*span, self._cell(row.number, column, style, value)))
            elif value is not None:
                new[column] = value
        return edits + (self._inserted(row, new) if new else [])

    def new_rows(self, rows: Mapping[int, Mapping[int, Value]]) -> Edits:
        if not rows:
            return []
        p, marks = self.prefix, self.marks
        made = {row: b'<%brow r="%d">%b</%brow>' % (p, row, self._cells(row, {}, values), p)
                for row, values in rows.items()}  # fmt: skip
        if marks.closing.start == marks.closing.end:
            tag = _opened(self.data[marks.opening.start : marks.opening.end])
            return [(*marks.opening, b"%b%b</%bsheetData>" % (tag, b"".join(made.values()), p))]
        return [(at, at, xml) for at, xml in zip(self._places(made), made.values(), strict=True)]

    def _places(self, rows: Iterable[int]) -> Iterator[int]:
        """Where new rows go: before the first row with a greater number; rows may stand out of order."""
        greatest, steps = 0, []
        for number, start in self.marks.order:
            if number > greatest:
                greatest = number
                steps.append((number, start))
        for row in rows:
            after = bisect_right(steps, row, key=lambda step: step[0])
            yield steps[after][1] if after < len(steps) else self.marks.closing.start

    def _inserted(self, row: RowMark, values: Mapping[int, Value]) -> Edits:
        tag = self.data[row.tag.start : row.tag.end]
        attributes = attributes_of(tag)
        widened = _widened(tag, attributes.get("spans", ""), values)
        if row.whole == row.tag:
            inside = self._cells(row.number, attributes, values)
            return [(*row.whole, b"%b%b</%brow>" % (_opened(widened), inside, self.prefix))]
        edits: Edits = [(*row.tag, widened)] if widened != tag else []
        last = self.data.rindex(b"</", row.tag.end, row.whole.end)
        for at, (column, value) in zip(self.marks.places(row, values), values.items(), strict=True):
            cell = self._cell(row.number, column, self._style(attributes, column), value)
            edits.append((min(at, last), min(at, last), cell))
        return edits

    def _cells(self, row: int, attributes: Mapping[str, str], values: Mapping[int, Value]) -> bytes:
        cells = (self._cell(row, column, self._style(attributes, column), value) for column, value in values.items())
        return b"".join(cells)

    def _cell(self, row: int, column: int, style: str | None, value: Value) -> bytes:
        return cell_xml(self.prefix, row, column, style, value, self.date1904)

    def _style(self, row: Mapping[str, str], column: int) -> str | None:
        """A new cell looks as Excel would make it: like its row, else like its column."""
        if row.get("s") and row.get("customFormat") in ("1", "true"):
            return row["s"]
        return next((one.style for one in self.column_styles if one.first <= column <= one.last), None)


def _opened(tag: bytes) -> bytes:
    return tag if tag[-2:] == b'">' else _TAG_END.sub(b">", tag)


def _widened(tag: bytes, spans: str, columns: Iterable[int]) -> bytes:
    """The row's hint of which columns it uses; with several parts it is left out, being optional."""
    if not spans or tag.count(b"spans") > 1:  # it stands in another attribute's value, too
        return tag
    try:
        first, last = (int(part) for part in spans.split(":"))
    except ValueError:
        return _SPANS.sub(b"", tag, count=1)
    wide = (min(first, *columns), max(last, *columns))
    return tag if wide == (first, last) else _SPANS.sub(b' spans="%d:%d"' % wide, tag, count=1)


def _dimension(marks: Marks, positions: list[Position]) -> Edits:
    there = marks.dimension()
    if there is None or not positions:
        return []
    tag, said = there
    try:
        old = box(said.get("ref", "A1"))
    except Odd:  # it is a hint that nobody needs; what makes no sense stays as it is
        return []
    rows, columns = zip(*positions, strict=True)
    new = Box(min(old[0], min(rows)), min(old[1], min(columns)), max(old[2], max(rows)), max(old[3], max(columns)))
    found = _REF.search(marks.data, *tag)
    if new == old or not found or marks.data.count(b"ref", *tag) > 1:
        return []
    ref = f"{_name(new[:2])}:{_name(new[2:])}".encode()
    return [(found.start(1) + 1, found.end(1) - 1, ref)]


# -- what may not be written ---------------------------------------------------


def refuse_ranges(marks: Marks, cells: Collection[Position], others: Iterable[tuple[str, str]] = ()) -> None:
    """Blocked: a cell lies in a merge (its first cell may be written) or in a range that is calculated as a whole.

    others: (kind, range) of the tables and pivots that lie on the sheet.
    """
    columns_of: dict[int, list[int]] = defaultdict(list)
    for row, column in cells:
        columns_of[row].append(column)
    rows, columns = sorted(columns_of), sorted({column for _, column in cells})
    for kind, area in (*_merges(marks), *marks.computed, *others):
        limits = box(area)
        # Of hundreds of thousands of ranges nearly all lie in other columns.
        if not any(limits.first_column <= column <= limits.last_column for column in columns):
            continue
        for position in _inside(limits, rows, columns_of):
            if kind != "merged" or position != limits[:2]:
                raise Blocked(kind, position, area)


def _merges(marks: Marks) -> Iterator[tuple[str, str]]:
    for merge in marks.inside("mergeCells", "mergeCell"):
        yield "merged", merge.get("ref", "")


def _inside(limits: Box, rows: list[int], columns_of: Mapping[int, list[int]]) -> Iterator[Position]:
    for row in rows[bisect_left(rows, limits.first_row) : bisect_right(rows, limits.last_row)]:
        for column in columns_of[row]:
            if limits.first_column <= column <= limits.last_column:
                yield row, column


# -- the proof -----------------------------------------------------------------


def rest(marks: Marks, cells: Collection[Position]) -> Iterator[bytes]:
    """Everything in a part but these cells, the spans of their rows, and the dimension; a row of theirs alone is not.

    Two parts with the same rest differ in those cells only. `marks` must have the rows of `cells`.
    """
    columns_of: dict[int, set[int]] = defaultdict(set)
    for number, column in cells:
        columns_of[number].add(column)
    yield from _head(marks)
    position = marks.opening.end
    for row in sorted(marks.rows.values(), key=lambda row: row.whole.start):
        if row.number in columns_of:
            yield marks.data[position : row.whole.start]
            yield _rest_of_row(marks, row, columns_of[row.number])
            position = row.whole.end
    yield marks.data[position : marks.closing.start]
    yield marks.data[marks.closing.end :]


def _head(marks: Marks) -> Iterator[bytes]:
    yield _DIMENSION.sub(b"", marks.data[: marks.opening.start], count=1)
    yield _opened(marks.data[marks.opening.start : marks.opening.end])


def _rest_of_row(marks: Marks, row: RowMark, columns: set[int]) -> bytes:
    tag = marks.data[row.tag.start : row.tag.end]
    if b"spans" in tag:
        tag = _SPANS.sub(b"", tag, count=1)
    tag = _opened(tag)
    last = row.tag.end if row.whole == row.tag else marks.data.rindex(b"</", row.tag.end, row.whole.end)
    pieces, position = [], row.tag.end
    for span in sorted(filter(None, (marks.span(row, column) for column in columns))):
        pieces.append(marks.data[position : span.start])
        position = span.end
    inside = b"".join((*pieces, marks.data[position:last]))
    bare = not inside and attributes_of(tag).keys() <= {"r"}
    return b"" if bare else tag + inside
