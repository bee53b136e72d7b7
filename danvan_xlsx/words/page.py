"""What is shown but not filled in: pages of blocks, and our own sheet in a staff workbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

Value = str | int | float | date | None

#: Roles of the spots of a page and of our own sheet; `excel.looks` alone knows what a role looks like.
Role = Literal[
    "title",  # of the sheet
    "owner",  # commune, unit, year
    "help",  # small print
    "code",  # machine codes, small and grey
    "head",  # heading of a column
    "section",  # a line that opens a group
    "text",  # wrapped, left
    "line",  # not wrapped, left
    "center",
    "number",  # whole, dot for thousands
    "share",  # a percentage typed as 33.9
    "day",
    "link",  # leads to a cell or a file
    "bad",
    "warn",
    "note",
    "good",
    "total",
    "lead",  # the one sentence that matters
    "annex",  # Phụ lục I
    "attached",  # (Kèm theo Báo cáo số …)
    "printed",  # the printed number of a column
    "form_head",  # heading of a column in a form of many columns
    "signed",  # under a form: who draws it up, who signs
]

#: What our own sheet uses: `_META` has one styled cell for each, so the patcher needs no new style.
OWN_ROLES: tuple[Role, ...] = (
    "title",
    "owner",
    "help",
    "code",
    "head",
    "text",
    "line",
    "center",
    "number",
    "day",
    "link",
    "bad",
    "warn",
    "note",
    "good",
)


class Spot(NamedTuple):
    """One cell of a page: its value, its role, and where a click leads.

    `link` is `#'Sổ tiếp công dân'!F9` inside the workbook, or a relative path of a file with or without such a tail.
    """

    value: Value
    role: Role = "text"
    link: str | None = None


class OwnSheet(NamedTuple):
    """Our own sheet in a staff workbook: a flat table in the common frame, drawn whole.

    code: the machine code in its cell A5, by which it is known whatever its title.
    lines: the rows from row 1; links lead inside the workbook.
    stamp: (row, column) of the cells that alone do not make it a changed sheet (number of the run, day).
    """

    code: str
    title: str
    widths: tuple[float, ...]
    lines: tuple[tuple[Spot, ...], ...]
    stamp: frozenset[tuple[int, int]] = frozenset()


class Paragraph(NamedTuple):
    """A text over the whole width (or `span` grid columns); its height is worked out from its length."""

    text: str
    role: Role = "text"
    link: str | None = None


class Gap(NamedTuple):
    """An empty line of this many points."""

    points: float = 8


class TableColumn(NamedTuple):
    """A column of a table on a page: its heading path (several for headings in rows), over how many grid columns."""

    heading: tuple[str, ...]
    span: int = 1


class Table(NamedTuple):
    """A table: headings in one row or more (equal neighbours are merged), then rows of spots."""

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Spot, ...], ...]
    #: Drop-down filters on the heading; only one table of a page may have them.
    filtered: bool = False
    #: The heading is repeated on each printed page and frozen on the screen.
    repeated: bool = False
    #: Machine codes of the columns, in a hidden line under the heading: so that figures that were sent can be read.
    codes: tuple[str, ...] = ()
    #: What its headings look like.
    heads: Role = "head"
    #: Lines around its cells; without them, what stands beside each other (two signatures).
    ruled: bool = True


class Chart(NamedTuple):
    """A small chart whose numbers stand in the page: bars by category, stacked by series."""

    title: str
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float, ...]], ...]
    height: float = 150


Block = Paragraph | Gap | Table | Chart


class Page(NamedTuple):
    """A sheet made of blocks from top to bottom, on A4, fitted to one page wide.

    widths: of the grid columns, in characters.
    one_page: everything must fit on a single printed page.
    """

    title: str
    widths: tuple[float, ...]
    blocks: Sequence[Block]
    landscape: bool = False
    one_page: bool = False
    #: Small grey line at the foot: where the figures come from and on which day.
    foot: str = ""
    #: On top of every printed page, to the left: BẢN NHÁP.
    mark: str = ""
    #: How many of the last grid columns are hidden and not printed: machine codes of the rows.
    hidden: int = 0
