"""Addresses and ranges as the parts of a workbook write them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from danvan_xlsx.excel.xml_bytes import Odd
from danvan_xlsx.words.layout import LAST_COLUMN, LAST_ROW, column_letters, column_number

_ADDRESS = re.compile("([A-Za-z]{1,3})([1-9][0-9]{0,6})")
_ROW_NUMBER = re.compile("[1-9][0-9]{0,6}")


class Box(NamedTuple):
    """A range of cells; all four are inside it."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


def address(text: str) -> tuple[int, int]:
    """`F9` → (9, 6). Odd: not an address that Excel has."""
    found = _ADDRESS.fullmatch(text)
    if not found or not 1 <= int(found[2]) <= LAST_ROW:
        raise Odd("address")
    return int(found[2]), column_of(found[1].encode())


def box(text: str) -> Box:
    """`A1:C9`, `A1` alone, whole columns `A:C`, whole rows `1:3`. Odd: none of these."""
    first, _, last = text.replace("$", "").partition(":")
    if first.isalpha() and last.isalpha():
        first, last = f"{first}1", f"{last}{LAST_ROW}"
    elif first.isdigit() and last.isdigit():
        first, last = f"A{first}", f"{column_letters(LAST_COLUMN)}{last}"
    (top, left), (bottom, right) = address(first), address(last or first)
    return Box(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


@lru_cache(maxsize=512)
def column_of(letters: bytes) -> int:
    """`XFD` → 16384. Odd: Excel has no such column."""
    number = column_number(letters.decode())
    if number > LAST_COLUMN:
        raise Odd("address")
    return number


def row_after(own: str | None, previous: int) -> int:
    """The number of a row that says `own`, or nothing, behind another. Odd: it says no number."""
    if not own:
        return previous + 1
    if not _ROW_NUMBER.fullmatch(own):  # `int` reads other digits, signs and blanks, which no reader does
        raise Odd("row number")
    return int(own)
