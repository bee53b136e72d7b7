"""Values put into the cells of a new workbook: text is always text, days are serials, links never cost a value."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from danvan_xlsx.words.kinds import Kind, serial_of
from danvan_xlsx.words.layout import Cell
from danvan_xlsx.words.page import Value
from danvan_xlsx.words.text import Personal

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: Excel opens no sheet with more links; those beyond are plain text.
MOST_LINKS = 65530


class UndrawableError(ValueError):
    """Something that no workbook can hold: ours to mend, never a mistake of staff."""


def put(sheet: Worksheet, row: int, column: int, value: Value, style: Format, link: str | None = None) -> None:
    """One cell, row and column from 1. UndrawableError: a text beyond 32,767 characters, a place outside the sheet."""
    if link and value not in (None, "") and sheet.hlink_count < MOST_LINKS:
        _held(sheet.write_url(row - 1, column - 1, _target(link), style, string=str(value)))
    match value:
        case None | "":
            _held(sheet.write_blank(row - 1, column - 1, None, style))
        case str():
            _held(sheet.write_string(row - 1, column - 1, value, style))
        case date():
            _held(sheet.write_number(row - 1, column - 1, serial_of(value), style))
        case _:
            _held(sheet.write_number(row - 1, column - 1, value, style))


def put_cell(sheet: Worksheet, row: int, column: int, cell: Cell, style: Format) -> None:
    """A cell just as it is; an error or a formula's result stands behind a formula that gives it."""
    at = row - 1, column - 1
    if cell.kind == "broken":
        raise UndrawableError("a cell whose XML contradicts itself cannot be drawn")
    if cell.kind == "uncalculated":
        _held(sheet.write_formula(*at, "=NOW()", style, value=""))
    elif cell.kind == "error":
        _held(sheet.write_formula(*at, f"={cell.value}", style, value=cell.value))
    elif cell.formula:
        _held(sheet.write_formula(*at, _formula(cell.value), style, value=cell.value))
    elif cell.kind == "bool":
        _held(sheet.write_boolean(*at, bool(cell.value), style))
    elif cell.kind == "text":
        put(sheet, row, column, str(cell.value), style)
    else:
        _held(sheet.write_number(*at, float(cell.value), style))


def shown_value(kind: Kind, value: Any) -> Value:
    """What a value of a kind is in Excel; several values in one cell are joined by `;`."""
    if isinstance(value, Personal):
        # Its own cell is the one place where a personal value stands.
        value = value.reveal()
    if value is None:
        return None
    if isinstance(value, list | tuple | frozenset) and not hasattr(value, "_fields"):
        return "; ".join(str(kind.show(one)) for one in value)
    return kind.show(value)


def _held(answer: int) -> None:
    if answer:
        raise UndrawableError(f"xlsxwriter refused a cell ({answer})")


def _formula(value: str | float | bool) -> str:
    if isinstance(value, bool):
        return "=TRUE()" if value else "=FALSE()"
    if isinstance(value, str):
        quoted = value.replace('"', '""')
        return f'="{quoted}"'
    return f"={value!r}"


# What a path in a relationship may not show bare; `%` first.
_ESCAPES = tuple((mark, f"%{ord(mark):02x}") for mark in '%" <>#[]^`{}')


def _target(link: str) -> str:
    """`#'Sheet'!F9` inside the workbook; a relative path of a file, with such a tail or without, outside."""
    if link.startswith("#"):
        return f"internal:{link[1:]}"
    # A sheet's title may hold `#`, a file's name may too: the tail begins at the first `#'` or, without one, the last.
    cut = link.find("#'") if "#'" in link else link.rfind("#")
    path, tail = (link, "") if cut < 0 else (link[:cut], link[cut:])
    for mark, escape in _ESCAPES:
        path = path.replace(mark, escape)
    return f"external:{path}{tail}"
