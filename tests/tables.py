"""Sheets as small text tables: how a cell is typed in a test or in the source of the sample.

    | day        | session | people      |
    | 05/03/2022 | Định kỳ | 12          |
    | 12/03/2022 | Định kỳ | '12 người   |

A day in a day column and a number in a number column become what Excel would store. `'` forces text, `#44625` a plain
number, `%0,7` a number with a percent format, `=?` a formula never calculated, `#N/A` and its like an error, `TRUE` a
boolean; `␣` is a no-break space and `⏎` a line break. In the sample's source, `wrong => right` stands for a seeded
defect and what a sound copy has in its place; a row that begins with `!` is there only with defects, one with `?` only
without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date

from danvan_xlsx.words.frame import framed, status_mark
from danvan_xlsx.words.kinds import Kind, serial_of
from danvan_xlsx.words.layout import CODE_ROW, FIRST_ROW, HEAD_ROW, Cell, Grid, Sheet

ERRORS = frozenset({"#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"})
_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})")
_NUMBER = re.compile(r"-?\d+(,\d+)?")
_NUMERIC = frozenset({"count", "number", "percent", "money", "month"})


def typed(text: str, kind: Kind | None = None) -> Cell | None:
    """The cell that Excel would hold after this was typed into a column of that kind; None when blank."""
    text = text.strip()
    if not text:
        return None
    if text.startswith("'"):
        return Cell(text[1:].replace("␣", "\u00a0").replace("⏎", "\n"))
    if text == "=?":
        return Cell("", "uncalculated", True)
    if text in ERRORS:
        return Cell(text, "error")
    if text in ("TRUE", "FALSE"):
        return Cell(text == "TRUE", "bool")
    if text.startswith("#") and _NUMBER.fullmatch(text[1:]):
        return Cell(_amount(text[1:]), "number")
    if text.startswith("%") and _NUMBER.fullmatch(text[1:]):
        return Cell(_amount(text[1:]), "percent")
    if kind is not None and kind.role and (found := _DAY.fullmatch(text)):
        # 31/02/2022 stays text, as it does in Excel.
        with suppress(ValueError):
            return Cell(float(serial_of(date(int(found[3]), int(found[2]), int(found[1])))), "date")
    if kind is not None and kind.name in _NUMERIC and _NUMBER.fullmatch(text):
        return Cell(_amount(text), "number")
    return Cell(text.replace("␣", "\u00a0").replace("⏎", "\n"))


def _amount(text: str) -> float:
    return float(text.replace(",", "."))


def split(line: str) -> list[str]:
    """`| a | b |` → ["a", "b"]; `\\|` is a bar in a cell."""
    line = line.strip().removeprefix("|").removesuffix("|").replace("\\|", "\0")
    return [part.strip().replace("\0", "|") for part in line.split("|")]


def lines(text: str) -> Iterator[str]:
    """The lines of a table: no blanks, no remark lines; what stands behind the last bar is a remark too."""
    for line in text.splitlines():
        line = line.strip()
        if "|" in line and not line.startswith("# "):
            yield line[: line.rindex("|") + 1]


def table(sheet: Sheet, text: str, title: str | None = None) -> Grid:
    """A text table (first line: column codes) → the grid of that sheet in our frame, data from row 7."""
    head, *rows = lines(text)
    columns = framed(sheet)
    numbers = {column.code: number for number, column in enumerate(columns, 1)}
    grid: dict[int, dict[int, Cell]] = {
        CODE_ROW: {number: Cell(code) for code, number in numbers.items()} | {1: Cell(status_mark(sheet.code))},
        HEAD_ROW: {number: Cell(column.label.vi) for number, column in enumerate(columns, 1)},
    }
    codes = split(head)
    for number, line in enumerate(rows, FIRST_ROW):
        cells = {numbers[c]: typed(part, sheet.by_code[c].kind) for c, part in zip(codes, split(line), strict=True)}
        if any(cells.values()):
            grid[number] = {column: cell for column, cell in cells.items() if cell is not None}
    return Grid(title or sheet.title.vi, grid)


def sample_rows(sheet: Sheet, text: str, *, defects: bool) -> list[Mapping[str, Cell]]:
    """The rows of a table of the sample's source, with the seeded defects or with what is right in their place."""
    head, *rows = lines(text)
    codes = split(head)
    found: list[Mapping[str, Cell]] = []
    for line in rows:
        mark, line = (line[0], line[1:]) if line[0] in "!?" else ("", line)
        if mark == ("?" if defects else "!"):
            continue
        row = {}
        for code, part in zip(codes, split(line), strict=True):
            # The spaces at the ends of a cell are gone by now: either side may be empty.
            if " => " in f" {part} ":
                wrong, _, right = f" {part} ".partition(" => ")
                part = wrong if defects else right
            if (cell := typed(part, sheet.by_code[code].kind)) is not None:
                row[code] = cell
        found.append(row)
    return found
