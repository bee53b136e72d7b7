"""Cells → values: each row of a placed sheet read by the kinds of its columns, each fault told at its cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from danvan_xlsx.check.facts import fact_of
from danvan_xlsx.check.faults.letters import WRITTEN_IN_TCVN3, WRITTEN_IN_VNI
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.frame import framed
from danvan_xlsx.words.kinds import Choice, Kind, Month, Reading, day_of, is_blank
from danvan_xlsx.words.layout import Cell, Column, Grid, Placed, Row
from danvan_xlsx.words.legacy_text import TCVN3, VNI, legacy
from danvan_xlsx.words.rules import found
from danvan_xlsx.words.text import Personal, Text, as_typed, shown, tidy


def read(placed: Placed, grid: Grid) -> tuple[list[Row], list[Finding]]:
    """The rows of a sheet in order, blank ones skipped, and what is wrong with single cells."""
    rows: list[Row] = []
    findings: list[Finding] = []
    columns = [(placed.columns[c.code], c) for c in placed.sheet.columns if c.code in placed.columns]
    keys = frozenset(placed.sheet.key)
    for number in sorted(grid.rows):
        if number < placed.first_row:
            continue
        cells = grid.rows[number]
        filled = [(column, at, cells[at]) for at, column in columns if at in cells and not is_blank(cells[at])]
        if any(not column.ours and (not keys or column.code not in keys) for column, *_ in filled):
            rows.append(_read_row(placed, number, _in_unicode(grid, number, filled), findings))
        elif any(column.code in keys for column, *_ in filled):
            rows.append(_read_row(placed, number, _in_unicode(grid, number, filled), findings, untouched=True))
    return rows, findings


def _in_unicode(
    grid: Grid, number: int, filled: Iterable[tuple[Column, int, Cell]]
) -> Iterator[tuple[Column, Cell, str]]:
    """The cells of a row as they are meant, with how they were written where that was before Unicode."""
    for column, at, cell in filled:
        text = str(cell.value) if cell.kind == "text" else ""
        old = None if text.isascii() else legacy(text, grid.fonts.get((number, at), ""))
        yield (column, cell, "") if old is None else (column, cell._replace(value=old.text), old.encoding)


def marked_rows(placed: Placed, grid: Grid) -> frozenset[int]:
    """The rows where our own columns hold something from an earlier run."""
    ours = [
        placed.columns[column.code] for column in framed(placed.sheet) if column.ours and column.code in placed.columns
    ]
    return frozenset(
        number
        for number, cells in grid.rows.items()
        if number >= placed.first_row and any(at in cells and cells[at].value != "" for at in ours)
    )


def _read_row(
    placed: Placed,
    number: int,
    filled: Iterable[tuple[Column, Cell, str]],
    findings: list[Finding],
    untouched: bool = False,
) -> Row:
    values: dict[str, Any] = {}
    refused: set[str] = set()
    seen: list[Column] = []
    told: list[Finding] = []
    for column, cell, encoding in filled:
        if column.ours:
            continue
        seen.append(column)
        reading = column.kind.read(cell)
        if reading.fault:
            refused.add(column.code)
        else:
            values[column.code] = _value(column, reading.value)
        if code := reading.fault or reading.note or fact_of(cell, column, column.code in placed.sheet.key):
            told.append(_told(code, placed, number, column, cell, reading))
        if encoding and not reading.fault:
            told.append(_told_old(encoding, placed, number, column, cell))
    row = Row(placed, number, values, frozenset(refused))
    lone = None if untouched else _lone(row, seen)
    if lone is not None:
        # A stray letter: what is wrong with it as a number or a day does not matter.
        findings.append(found("DL26", row.place(lone.code), column=lone.label))
    else:
        findings.extend(told)
        findings.extend(() if untouched else _missing(row))
    return row


def _value(column: Column, value: Any) -> Any:
    if column.many and isinstance(value, str):
        value = tuple(part for part in (tidy(part) for part in value.replace(",", ";").split(";")) if part)
    return Personal(value) if column.personal else value


def _told(code: str, placed: Placed, number: int, column: Column, cell: Cell, reading: Reading) -> Finding:
    # What a fault proposes is made of what was typed: of a personal column only the kind is told.
    expected: Any = wanted(column.kind) if column.personal or not reading.expected else reading.expected
    if reading.note:
        expected = _as_read(reading.value)
    raw = as_shown(cell)
    return found(
        code,
        placed.place(number, column.code),
        column=column.label,
        raw=Personal(raw) if column.personal else raw,
        expected=Personal(expected) if column.personal and reading.note else expected,
    )


def _told_old(encoding: str, placed: Placed, number: int, column: Column, cell: Cell) -> Finding:
    said = as_shown(cell)
    expected = Personal(said) if column.personal else said
    return found(_OLD_CODES[encoding], placed.place(number, column.code), column=column.label, expected=expected)


_OLD_CODES = {TCVN3: WRITTEN_IN_TCVN3, VNI: WRITTEN_IN_VNI}


def _as_read(value: Any) -> Any:
    if isinstance(value, Month):
        return f"{value.number}/{value.year}" if value.year else str(value.number)
    return value


def wanted(kind: Kind) -> Text:
    """What a column takes, with an example: `số nguyên, ví dụ 12`."""
    if isinstance(kind, Choice):
        return Text(kind.listed(), kind.listed())
    if not kind.example:
        return kind.label
    return Text(f"{kind.label.vi}, ví dụ {kind.example}", f"{kind.label.en}, e.g. {kind.example}")


def as_shown(cell: Cell) -> str:
    """What stands in a cell, as a sentence quotes it: never more than a line."""
    if cell.kind == "bool":
        return "TRUE" if cell.value else "FALSE"
    if cell.kind in ("number", "percent", "date"):
        amount = float(cell.value)
        if cell.kind == "percent":
            return as_typed(amount * 100) + "%"
        if cell.kind == "date" and (day := _day(amount)):
            return day
        return as_typed(amount)
    text = tidy(str(cell.value))
    return text if len(text) <= 60 else text[:57] + "…"


def _day(serial: float) -> str | None:
    day = day_of(serial)
    return shown(day) if day else None


def _lone(row: Row, seen: list[Column]) -> Column | None:
    """The one cell typed in a row that lacks at least two which it needs."""
    keys = row.at.sheet.key
    if len(seen) > 1 + len(keys):
        return None
    typed = [column for column in seen if column.code not in keys]
    return typed[0] if len(typed) == 1 and len(_blank(row)) >= 2 else None


def _blank(row: Row) -> list[Column]:
    return [column for column in row.at.sheet.required if not _is_filled(row, column)]


def _is_filled(row: Row, column: Column) -> bool:
    return column.code in row.values or column.code in row.refused


def _missing(row: Row) -> list[Finding]:
    """Required cells that are blank, always or as another cell of the row has it."""
    findings = [found("DL01", row.place(column.code), column=column.label) for column in _blank(row)]
    for column in row.at.sheet.required_at_times:
        other, codes = column.required_when or ("", ())
        if other in row.values and not _is_filled(row, column) and _chosen(row.values[other], codes):
            asking = row.at.sheet.by_code[other]
            findings.append(
                found(
                    "DL28",
                    row.place(column.code),
                    column=column.label,
                    other_column=asking.label,
                    other_raw=row.values[other],
                )
            )
    return findings


def _chosen(value: Any, codes: tuple[str, ...]) -> bool:
    if not codes:
        return True
    if isinstance(value, bool):
        return ("yes" if value else "no") in codes
    return getattr(value, "code", value) in codes
