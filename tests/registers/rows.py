"""Rows of a register from a text table, read as a workbook's are: what measures and column checks get in tests."""

from __future__ import annotations

from typing import Any

import danvan_xlsx.check.faults  # noqa: F401 - what reading tells is in the catalogue
from danvan_xlsx.check.read import read
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.frame import framed
from danvan_xlsx.words.kinds import Choice, Option
from danvan_xlsx.words.layout import Placed, Row, Sheet
from danvan_xlsx.words.rules import MEASURES, Figure
from danvan_xlsx.words.text import Text
from tests.tables import lines, split, table


def read_table(sheet: Sheet, text: str, unit: str = "VP") -> tuple[list[Row], list[Finding]]:
    """The rows of a table (first line: column codes; data from row 7) and what reading found wrong with them.

    A column whose list the plan fills takes every value that stands in the table.
    """
    bound = sheet.bind(_open_lists(sheet, text), {})
    numbers = {column.code: number for number, column in enumerate(framed(bound), 1)}
    return read(Placed(bound, f"{unit}.xlsx", bound.title.vi, unit, numbers), table(bound, text))


def rows(sheet: Sheet, text: str, unit: str = "VP") -> list[Row]:
    """The same for a table whose every cell can be read."""
    found, findings = read_table(sheet, text, unit)
    refused = [one for one in findings if any(one.place == row.place(c) for row in found for c in row.refused)]
    assert not refused, refused
    return found


def faults(sheet: Sheet, text: str) -> list[tuple[str, str | None]]:
    """(code, cell) of everything that reading tells of a table."""
    return [(one.code, one.place.cell) for one in read_table(sheet, text)[1]]


def figures(measure: str, found: list[Row], **context: Any) -> list[Figure]:
    """What a measure yields for these rows; those whose deciding day is blank are left out, as the runner does."""
    declared = MEASURES[measure]
    usable = [row for row in found if declared.on is None or declared.on in row.values]
    return list(declared.count(usable, **context))


def total(measure: str, found: list[Row], **context: Any) -> float:
    return sum(figure.amount for figure in figures(measure, found, **context))


def _open_lists(sheet: Sheet, text: str) -> dict[str, tuple[Option, ...]]:
    head, *body = lines(text)
    lists: dict[str, dict[str, Option]] = {}
    for code, *values in zip(split(head), *(split(line) for line in body), strict=True):
        kind = sheet.by_code[code].kind
        if isinstance(kind, Choice) and not kind.options:
            lists.setdefault(kind.list_name, {}).update({v: Option(v, Text(v, v)) for v in values if v})
    return {name: tuple(options.values()) for name, options in lists.items()}
