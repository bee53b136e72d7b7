"""Where the rows and cells of a sheet part stand in its bytes, and what a cell shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from danvan_xlsx.excel.addresses import column_of
from danvan_xlsx.excel.around import Element, Span, elements_around
from danvan_xlsx.excel.content import Content, content
from danvan_xlsx.excel.limits import MERGES
from danvan_xlsx.excel.xml_bytes import ATTRIBUTES, Attributes, Odd, attributes_of, refuse_broken
from danvan_xlsx.words.layout import column_letters


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


@dataclass(slots=True)
class Marks:
    """A sheet part and where things stand in it.

    prefix: of the elements of the part (`x:` or nothing).  rows: the rows asked for.  opening, closing: the tags of
    `sheetData`; closing is empty when there is one tag only.  found: number and start of every row as they follow,
    empty when they simply ascend.  computed: (kind, range) of arrays and data tables, calculated as a whole.
    plain: tags are what they look like.
    """

    data: bytes
    prefix: bytes
    opening: Span
    closing: Span
    found: list[tuple[int, int]] = field(default_factory=list)
    rows: dict[int, RowMark] = field(default_factory=dict)
    computed: list[tuple[str, str]] = field(default_factory=list)
    plain: bool = False
    ascending: bool = False
    _frame: tuple[Element, ...] | None = None
    _plain_frame: bool | None = None

    @property
    def frame(self) -> tuple[Element, ...]:
        """What stands around the rows. Odd: it is not well-formed, or no worksheet."""
        if self._frame is None:
            self._frame = elements_around(self.data, self.opening.end, self.closing.start)
        return self._frame

    @property
    def order(self) -> Iterator[tuple[int, int]]:
        """Number and start of every row as they follow."""
        if not self.ascending:
            return iter(self.found)
        every = patterns_of(self.prefix).row_number.finditer(self.data, self.opening.end, self.closing.start)
        return ((int(row[1]), row.start()) for row in every)

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
        for cell in patterns_of(self.prefix).address.finditer(self.data, *row.whole):
            letters, digits = cell.groups()
            column = column_of(letters)
            if digits != own or column in starts:
                raise Odd("cell twice" if digits == own else "cell of another row")
            starts[column] = cell.start()
        return starts

    def _cells_end(self, row: RowMark, starts: Mapping[int, int]) -> int:
        if not starts:
            return row.tag.end
        if not self._addressed(row):
            return max(span.end for span in row.cells.values())
        cell = patterns_of(self.prefix).cell.match(self.data, max(starts.values()), row.whole.end)
        if not cell:
            raise Odd("cell")
        return cell.end()

    def _addressed(self, row: RowMark) -> bool:
        if row.addressed is None:
            cells, addresses = b"<%bc" % self.prefix, patterns_of(self.prefix).address
            row.addressed = self.plain and self.data.count(cells, *row.whole) == len(
                addresses.findall(self.data, *row.whole)
            )
        return row.addressed

    def _quick(self, row: RowMark, column: int) -> Span | None:
        address = b'<%bc r="%b%d"' % (self.prefix, column_letters(column).encode(), row.number)
        start = self.data.find(address, *row.whole)
        if start < 0:
            return None
        cell = patterns_of(self.prefix).cell.match(self.data, start, row.whole.end)
        if not cell or self.data.find(address, cell.end(), row.whole.end) >= 0:
            raise Odd("cell twice" if cell else "cell")
        return Span(*cell.span())

    def dimension(self) -> tuple[Span, Attributes] | None:
        """The tag of `dimension` and what it says."""
        if self._simple:
            found = patterns_of(self.prefix).dimension.search(self.data, 0, self.opening.start)
            return (Span(*found.span()), attributes_of(found[0])) if found else None
        return next(((one.tag, one.attributes) for one in self.frame if one.name == "dimension"), None)

    def inside(self, name: str, child: str) -> Iterator[Attributes]:
        """What the children of the elements of that name say: `cols`, `col`."""
        if self._simple:
            return self._inside(self.prefix + name.encode(), self.prefix + child.encode())
        elements = (element for element in self.frame if element.name == name)
        return (attributes for element in elements for there, attributes in element.inside if there == child)

    def _inside(self, name: bytes, child: bytes) -> Iterator[Attributes]:
        for part in (self.data[: self.opening.start], self.data[self.closing.end :]):
            for element in _tags(name).finditer(part):
                tags = _tags(child).finditer(part, element.end(), max(part.find(b"</%b" % name, element.end()), 0))
                for number, tag in enumerate(tags):
                    if number > MERGES.most:
                        raise Odd("too much around the rows")
                    yield attributes_of(tag[0])

    @property
    def _simple(self) -> bool:
        """Around the rows, too, tags are what they look like, so that nobody need walk through them. Odd as `frame`."""
        if self._plain_frame is None:
            self._plain_frame = self.plain and self.data.count(b" xmlns=") <= 1
            if self._plain_frame:
                head = self.data[: self.opening.start]
                refuse_broken(head + self.data[self.closing.end :])
                if not _root(self.prefix).match(head):
                    raise Odd("not a worksheet")
        return self._plain_frame


@lru_cache(maxsize=64)
def _tags(name: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"<%b(?=[\s/>])" % re.escape(name) + ATTRIBUTES + rb"/?>")


@lru_cache(maxsize=16)
def _root(prefix: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*\?>)?\s*<%bworksheet[\s>]" % re.escape(prefix))


class Patterns(NamedTuple):
    row: re.Pattern[bytes]
    row_number: re.Pattern[bytes]
    row_end: re.Pattern[bytes]
    cell: re.Pattern[bytes]
    address: re.Pattern[bytes]
    formula: re.Pattern[bytes]
    data_end: re.Pattern[bytes]
    dimension: re.Pattern[bytes]


# The address first is what nearly all programs write; the rest of the tag is then not looked at twice.
_QUICK = rb"""[^<>"']*(?:"[^<>"]*"[^<>"']*)*"""


@lru_cache(maxsize=16)
def patterns_of(prefix: bytes) -> Patterns:
    name = re.escape(prefix)
    slow = rb"(?=[\s/>])" + ATTRIBUTES + rb"/?"
    row = rb"<%brow(?: r=\"([0-9]+)\"" % name + _QUICK + rb"|" + slow + rb")>"
    cell = rb"<%bc(?: r=\"([A-Z]{1,3})([0-9]+)\"" % name + _QUICK + rb"|" + slow + rb")"
    inside = rb"(?:(?<=/)>|>[^<]*(?:<(?!/%bc[\s>])[^<]*)*</%bc\s*>)" % (name, name)
    return Patterns(
        row=re.compile(row),
        row_number=re.compile(rb'<%brow r="([1-9][0-9]{0,6})"' % name),
        row_end=re.compile(rb"</%brow\s*>" % name),
        cell=re.compile(cell + inside),
        address=re.compile(rb'<%bc r="([A-Z]{1,3})([0-9]+)"' % name),
        formula=re.compile(rb"<%bf(?=[\s/>])(" % name + ATTRIBUTES + rb")/?>"),
        data_end=re.compile(rb"</%bsheetData\s*>" % name),
        dimension=re.compile(rb"<%bdimension(?=[\s/>])" % name + ATTRIBUTES + rb"/?>"),
    )
