"""Where the rows and cells of a sheet part stand in its bytes, and what a cell shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from danvan_xlsx.excel.addresses import column_of
from danvan_xlsx.excel.around import Element, Span, elements_around
from danvan_xlsx.excel.content import Content, content
from danvan_xlsx.excel.limits import MERGES
from danvan_xlsx.excel.xml_bytes import ATTRIBUTES, Attributes, Odd, attributes_of, refuse_broken
from danvan_xlsx.words.layout import column_letters


@dataclass(slots=True)
class RowMark:
    """One row: its number, its start tag, its whole, and how its cells are found, which is done when asked for.

    found: all its cells by column.  asked: single cells looked for before.  letters: the columns of its cells, each of
    which says its address first and in capitals, as nearly every program does; then one is found without a look at the
    others. False where they do not, or one stands twice.
    """

    number: int
    tag: Span
    whole: Span
    find: Callable[[RowMark], dict[int, Span]]
    found: dict[int, Span] | None = None
    asked: dict[int, Span | None] = field(default_factory=dict)
    letters: list[bytes] | Literal[False] | None = None

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

    @property
    def positional(self) -> bool:
        """Whether a row, or a cell of one that was asked about, may have its place from those before it."""
        return not self.ascending or any(row.letters is False for row in self.rows.values())

    def cell(self, row: int, column: int) -> Content | None:
        """None when the file has no such cell."""
        mark = self.rows.get(row)
        span = self.span(mark, column) if mark else None
        return content(self.data[span.start : span.end], self.prefix) if span else None

    def span(self, row: RowMark, column: int) -> Span | None:
        """Where a cell of a row stands."""
        if column not in row.asked:
            letters = self._letters(row)
            row.asked[column] = row.cells.get(column) if letters is None else self._quick(row, column, letters)
        return row.asked[column]

    def places(self, row: RowMark, columns: Iterable[int]) -> Iterator[int]:
        """Where new cells of a row go: before the first one further right, else behind the last.

        What a row holds behind its cells (an extension) stays behind them.
        """
        letters = self._letters(row)
        there = list(row.cells) if letters is None else [column_of(one) for one in letters]
        furthest = max(there, default=0)
        for column in columns:
            if column > furthest:
                yield self._span(row, there[-1]).end if there else row.tag.end
            else:
                yield self._span(row, next(one for one in there if one > column)).start

    def _span(self, row: RowMark, column: int) -> Span:
        span = self.span(row, column)
        if not span:
            raise Odd("cell")
        return span

    def _letters(self, row: RowMark) -> list[bytes] | None:
        """The columns of a row's cells as they follow; None where the quick way does not see them all."""
        if row.letters is None:
            found = patterns_of(self.prefix).address.findall(self.data, *row.whole) if self.plain else []
            letters = [letters for letters, _ in found]
            whole = self.plain and len(found) == self.data.count(b"<%bc" % self.prefix, *row.whole)
            alone = len(set(letters)) == len(letters) and {digits for _, digits in found} <= {b"%d" % row.number}
            row.letters = letters if whole and alone else False
        return None if row.letters is False else row.letters

    def _quick(self, row: RowMark, column: int, letters: list[bytes]) -> Span | None:
        name = column_letters(column).encode()
        if name not in letters:
            return None
        start = self.data.find(b'<%bc r="%b%d"' % (self.prefix, name, row.number), *row.whole)
        cell = patterns_of(self.prefix).cell.match(self.data, start, row.whole.end)
        if not cell:
            raise Odd("cell")
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
            head, tail = self.data[: self.opening.start], self.data[self.closing.end :]
            self._plain_frame = self.plain and len(_DEFAULT_SPACE.findall(head + tail)) <= 1
            if self._plain_frame:
                refuse_broken(head + tail)
                if not _root(self.prefix).match(head):
                    raise Odd("not a worksheet")
        return self._plain_frame


_DEFAULT_SPACE = re.compile(rb"\sxmlns\s*=")


@lru_cache(maxsize=64)
def _tags(name: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"<%b(?=[\s/>])" % re.escape(name) + ATTRIBUTES + rb"/?>")


@lru_cache(maxsize=16)
def _root(prefix: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*\?>)?\s*<%bworksheet[\s>]" % re.escape(prefix))


class Patterns(NamedTuple):
    row: re.Pattern[bytes]
    row_tag: re.Pattern[bytes]
    row_number: re.Pattern[bytes]
    row_end: re.Pattern[bytes]
    cell: re.Pattern[bytes]
    cell_tag: re.Pattern[bytes]
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
        row_tag=re.compile(rb"<%brow(?=[\s/>])" % name),
        row_number=re.compile(rb'<%brow r="([1-9][0-9]{0,6})"' % name),
        row_end=re.compile(rb"</%brow\s*>" % name),
        cell=re.compile(cell + inside),
        cell_tag=re.compile(rb"<%bc(?=[\s/>])" % name),
        address=re.compile(rb'<%bc r="([A-Z]{1,3})([0-9]+)"' % name),
        formula=re.compile(rb"<%bf(?=[\s/>])(" % name + ATTRIBUTES + rb")/?>"),
        data_end=re.compile(rb"</%bsheetData\s*>" % name),
        dimension=re.compile(rb"<%bdimension(?=[\s/>])" % name + ATTRIBUTES + rb"/?>"),
    )
