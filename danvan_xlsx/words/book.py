"""A workbook to be drawn: declared sheets with their rows, pages, and what its hidden sheets carry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from danvan_xlsx.words.layout import Sheet
from danvan_xlsx.words.page import OwnSheet, Page
from danvan_xlsx.words.text import Text


@dataclass(frozen=True)
class Filled:
    """A declared sheet with the rows to draw in it.

    owner: line 2 of the frame (commune, unit, year).
    rows: column code → a value of the column's kind, or a `Cell` to be written just as it is; None is an empty row.
    closed: row index → columns of that row that are not to be filled (drawn locked and grey).
    """

    sheet: Sheet
    owner: Text
    rows: tuple[Mapping[str, Any] | None, ...] = ()
    closed: Mapping[int, frozenset[str]] = field(default_factory=dict)


Leaf = Filled | Page | OwnSheet


@dataclass(frozen=True)
class Book:
    """A workbook: its leaves in order and the values of `_META`. The lists of its drop-downs follow from its sheets.

    name: the file's name without folder and ending, ASCII. title: for the document properties.
    """

    name: str
    title: Text
    leaves: tuple[Leaf, ...]
    meta: Mapping[str, str] = field(default_factory=dict)
