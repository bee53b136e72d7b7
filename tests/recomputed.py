"""The figures of a report counted anew from the raw cells, with openpyxl alone: nothing of the program is used here."""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
from openpyxl.utils import column_index_from_string

CODES, HEADINGS, FIRST = 5, 6, 7


class Raw(NamedTuple):
    """A row as it stands: its cells by the machine code of their column."""

    file: str
    title: str
    number: int
    cells: Mapping[str, Any]

    def __getitem__(self, code: str) -> Any:
        return self.cells.get(code)


@dataclass
class Books:
    """Every sheet of the folder by the code in its cell A5: its rows, its headings, and where each column stands."""

    rows: dict[str, list[Raw]] = field(default_factory=dict)
    headings: dict[str, dict[str, str]] = field(default_factory=dict)
    columns: dict[tuple[str, str], dict[int, str]] = field(default_factory=dict)
    sheets: dict[tuple[str, str], str] = field(default_factory=dict)

    def label(self, list_: str, typed: Any) -> str:
        """The wording of the plan's list for what was typed, one of its other words perhaps."""
        for row in self.rows["lists"]:
            words = (row["label"], *str(row["words"] or "").split(";"))
            if row["list"] == list_ and same(typed, *words):
                return str(row["label"])
        raise LookupError(typed)

    def setting(self, key: str) -> str:
        return next(str(row["value"]) for row in self.rows["settings"] if row["key"] == key)


def read(folder: Path) -> Books:
    books = Books()
    for path in sorted(folder.glob("*.xlsx")):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(path, data_only=True)
        for sheet in book.worksheets:
            mark = str(sheet.cell(CODES, 1).value or "")
            if mark.startswith("_status."):
                _read_sheet(books, path.name, sheet, mark.removeprefix("_status."))
    return books


def _read_sheet(books: Books, file: str, sheet: Any, code: str) -> None:
    marks = {cell.column: str(cell.value) for cell in sheet[CODES] if cell.value}
    codes = {number: mark for number, mark in marks.items() if not mark.startswith("_")}
    books.columns[file, sheet.title] = codes
    books.sheets[file, sheet.title] = code
    headings = books.headings.setdefault(code, {})
    for number, column in codes.items():
        headings[fold(sheet.cell(HEADINGS, number).value)] = column
    rows = books.rows.setdefault(code, [])
    for number in range(FIRST, sheet.max_row + 1):
        cells = {column: plain(sheet.cell(number, place).value) for place, column in codes.items()}
        if any(value is not None for value in cells.values()):
            rows.append(Raw(file, sheet.title, number, cells))


def plain(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value


def fold(value: Any) -> str:
    return " ".join(unicodedata.normalize("NFC", str(value or "")).split()).casefold()


def same(value: Any, *words: str) -> bool:
    return fold(value) in {fold(word) for word in words}


# -- what is counted -------------------------------------------------------------------


class Asked(NamedTuple):
    """The window, and the day the data end."""

    since: date
    until: date
    books: Books

    def inside(self, day: Any) -> bool:
        return isinstance(day, date) and self.since <= day <= self.until

    def known(self, day: Any) -> bool:
        """A fact that had happened when the data end."""
        return isinstance(day, date) and day <= self.until


class Part(NamedTuple):
    """What a cell adds to a figure."""

    row: Raw
    column: str
    amount: float


def total(found: Iterable[Part]) -> float:
    return sum(part.amount for part in found)


_STRETCH = re.compile(r"([A-Z]+)(\d+)(?:–[A-Z]+(\d+))?")


def cells_named(books: Books, file: str, title: str, text: str) -> Iterator[tuple[int, str]]:
    """`F7–F9, H7` → (row, code of the column) of each cell."""
    for stretch in text.split(", "):
        found = _STRETCH.fullmatch(stretch)
        assert found, text
        column = books.columns[file, title][column_index_from_string(found[1])]
        yield from ((row, column) for row in range(int(found[2]), int(found[3] or found[2]) + 1))
