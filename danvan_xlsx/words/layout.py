"""Sheets as they are declared (Sheet, Column) and as they stand in a file (Cell, Grid, Place, Row)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from danvan_xlsx.words.text import Text

if TYPE_CHECKING:
    from danvan_xlsx.words.kinds import Kind, Option

NO_TEXT = Text("", "")

#: The frame every sheet of ours has: title, owner, how to fill, an example, machine codes, headings, data.
TITLE_ROW, OWNER_ROW, HELP_ROW, EXAMPLE_ROW, CODE_ROW, HEAD_ROW, FIRST_ROW = 1, 2, 3, 4, 5, 6, 7

#: The last column and row that Excel has.
LAST_COLUMN, LAST_ROW = 16384, 1048576

CellKind = Literal["text", "number", "date", "percent", "bool", "error", "uncalculated", "broken"]


class Cell(NamedTuple):
    """A cell as it stands.

    `value` is a str (text, error, broken), a float (number, date, percent), a bool, or "" when never calculated.
    A date is the serial number of the 1900 system (a reader of a 1904 workbook adds 1462): converted late.
    `broken` is a cell whose XML contradicts itself, e.g. letters in a number cell.
    """

    value: str | float | bool
    kind: CellKind = "text"
    formula: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """One worksheet of a file, sparse: row number → column number → cell, both from 1.

    fonts: of cells in a font from before Unicode, (row, column) → its name.
    """

    title: str
    rows: Mapping[int, Mapping[int, Cell]]
    state: Literal["visible", "hidden", "veryHidden"] = "visible"
    hidden_rows: frozenset[int] = frozenset()
    merged: tuple[str, ...] = ()
    fonts: Mapping[tuple[int, int], str] = field(default_factory=dict)


@lru_cache(maxsize=1024)
def column_letters(number: int) -> str:
    """27 → `AA`."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """`AA` → 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a file, a sheet's title as it stands, a row and a column from 1; any tail may be None."""

    file: str
    sheet: str | None = None
    row: int | None = None
    column: int | None = None

    @property
    def cell(self) -> str | None:
        """`F9`; None for a whole row, sheet or file."""
        if self.row is None or self.column is None:
            return None
        return f"{column_letters(self.column)}{self.row}"


class Column(NamedTuple):
    """One column of a sheet: the only place where a fact about it is written.

    unique: the scope in which a value may stand once ("sheet", "unit" or "commune").
    required_when: (column, option codes): required where that choice was made; no codes: where that column is filled.
    at_most / not_before: the column of the same row that this one may not exceed / precede.
    refers: "sheet.column" that must hold this value; several values in one cell are split at `;` when `many`.
    window: for a fact day, False when it may lie outside the plan's year (e.g. received last year).
    ours: written by the program, never read as input.
    detail: stands in a collapsed group.
    """

    code: str
    label: Text
    kind: Kind
    required: bool = False
    required_when: tuple[str, tuple[str, ...]] | None = None
    width: int = 14
    hint: Text | None = None
    example: str = ""
    personal: bool = False
    unique: Literal["sheet", "unit", "commune"] | None = None
    at_most: str | None = None
    not_before: str | None = None
    refers: str | None = None
    many: bool = False
    window: bool = True
    ours: bool = False
    detail: bool = False


@dataclass(frozen=True)
class Sheet:
    """A register (or a sheet of the plan) as declared; the frame around its columns is `words.frame.framed`.

    closes: how often staff close the register in *Chốt số liệu* ("month", "quarter", "half", "year"; None: never).
    key: the columns whose prefilled values make a row that exists even when staff typed nothing.
    protected: only ours and the unlocked input cells; registers are not protected.
    """

    code: str
    title: Text
    columns: tuple[Column, ...]
    about: Text = NO_TEXT
    closes: Literal["month", "quarter", "half", "year"] | None = None
    key: tuple[str, ...] = ()
    protected: bool = False
    optional: bool = False

    @cached_property
    def by_code(self) -> dict[str, Column]:
        return {column.code: column for column in self.columns}

    @cached_property
    def inputs(self) -> tuple[Column, ...]:
        """What staff type: neither ours nor prefilled keys."""
        return tuple(c for c in self.columns if not c.ours and c.code not in self.key)

    @cached_property
    def required(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.required)

    @cached_property
    def required_at_times(self) -> tuple[Column, ...]:
        """Those required where another cell of the row says so."""
        return tuple(column for column in self.columns if not column.required and column.required_when is not None)

    def bind(self, lists: Mapping[str, tuple[Option, ...]], aliases: Mapping[str, Mapping[str, str]]) -> Sheet:
        """The same sheet with its lists filled: open ones from the plan, closed ones with the plan's aliases."""
        columns = tuple(c._replace(kind=c.kind.bind(lists, aliases)) for c in self.columns)
        return replace(self, columns=columns)


class Placed(NamedTuple):
    """A declared sheet found in a file: under which title it stands and in which column each code is."""

    sheet: Sheet
    file: str
    title: str
    unit: str
    columns: Mapping[str, int]
    first_row: int = FIRST_ROW
    head_row: int = HEAD_ROW

    def place(self, row: int | None = None, column: str | None = None) -> Place:
        number = self.columns.get(column) if column else None
        return Place(self.file, self.title, row, number)

    def heading(self, column: str) -> Place:
        """The heading of a column: where an absence is placed."""
        return self.place(self.head_row, column)


@dataclass(slots=True)
class Row:
    """A row of a register: the values that could be read, the columns whose cell was refused, and its place."""

    at: Placed
    number: int
    values: dict[str, Any]
    refused: frozenset[str] = frozenset()

    @property
    def unit(self) -> str:
        return self.at.unit

    def __getitem__(self, column: str) -> Any:
        return self.values[column]

    def get(self, column: str, default: Any = None) -> Any:
        return self.values.get(column, default)

    def place(self, column: str | None = None) -> Place:
        return self.at.place(self.number, column)
