"""The filter of an indicator, `Loại = Báo cáo; Lĩnh vực = Đất đai hoặc Khác`, read against a register's columns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from danvan_xlsx.plan.draft import Names
from danvan_xlsx.plan.faults import FILTER_COLUMN_UNKNOWN, FILTER_VALUE_UNKNOWN
from danvan_xlsx.plan.plan import Condition
from danvan_xlsx.words.kinds import Choice, Reading
from danvan_xlsx.words.layout import Cell, Column, Sheet
from danvan_xlsx.words.rules import key
from danvan_xlsx.words.text import Text

_OR = re.compile(r"\s+(?:hoặc|or)\s+|\s*\|\s*", re.IGNORECASE)


@dataclass(frozen=True)
class FilterFault:
    """A part of a filter that cannot be used: the code of the catalogue and the values of its sentences."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)


def read_filter(typed: str, sheet: Sheet) -> tuple[tuple[Condition, ...], tuple[FilterFault, ...]]:
    """The conditions, all of which a row must meet, and what is wrong with the filter.

    A column is named by heading or code; a value by an option's label, code or further wording, by Có or Không, or as
    it would be typed in the column. The sheet must be bound to the plan's lists. Personal columns cannot be named.
    """
    columns = {c.code: c for c in sheet.columns if not c.ours and not c.personal}
    names = Names.of({code: column.label for code, column in columns.items()})
    conditions: list[Condition] = []
    faults: list[FilterFault] = []
    for part in (part.strip() for part in typed.split(";")):
        if not part:
            continue
        heading, equals, words = part.partition("=")
        code = names.find(heading) if equals else None
        if code is None:
            faults.append(_no_column(part, sheet, columns))
            continue
        readings = _readings(words.strip(), columns[code])
        faults.extend(_no_value(columns[code], word) for word, reading in readings if reading.fault)
        conditions.append(Condition(code, frozenset(key(one.value) for _, one in readings if not one.fault)))
    return tuple(conditions), tuple(faults)


def _readings(words: str, column: Column) -> list[tuple[str, Reading]]:
    """Each value with its reading; a label that has “hoặc” in it is tried whole first."""
    if not words:
        return [("", Reading(fault=FILTER_VALUE_UNKNOWN))]
    if isinstance(column.kind, Choice) and not (whole := column.kind.read(Cell(words))).fault:
        return [(words, whole)]
    return [(word, column.kind.read(Cell(word))) for word in _OR.split(words)]


def _no_column(part: str, sheet: Sheet, columns: Mapping[str, Column]) -> FilterFault:
    listed = tuple(column.label for column in columns.values())
    example = _example(columns)
    return FilterFault(
        FILTER_COLUMN_UNKNOWN, {"raw": part, "register": sheet.title, "expected": listed, "example": example}
    )


def _example(columns: Mapping[str, Column]) -> Text:
    """A condition that this register could take."""
    for column in columns.values():
        if isinstance(column.kind, Choice) and column.kind.options:
            value = column.kind.options[0].label
            return Text(f"{column.label.vi} = {value.vi}", f"{column.label.vi} = {value.vi}")
    return Text("Loại = Khiếu nại", "Loại = Khiếu nại")


def _no_value(column: Column, word: str) -> FilterFault:
    kind, expected = column.kind, column.kind.label
    if isinstance(kind, Choice):
        expected = Text(kind.listed(), kind.listed()) if kind.options else _EMPTY
    return FilterFault(FILTER_VALUE_UNKNOWN, {"column": column.label, "raw": word, "expected": expected})


_EMPTY = Text("danh mục còn trống, xem trang DanhMuc", "its list is still empty, see sheet DanhMuc")
