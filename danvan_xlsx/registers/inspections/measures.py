"""What is counted of inspections: how many, what they found, what was put right in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from danvan_xlsx.registers.inspections.sheet import INSPECTIONS
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, measure
from danvan_xlsx.words.text import Text


def _past(row: Row, as_of: date) -> bool:
    return bool(row["due"] < as_of) or "fixed_on" in row.values


@measure(
    "inspections_held",
    INSPECTIONS,
    on="day",
    unit=Text("cuộc", "inspections"),
    label=Text("Cuộc kiểm tra, giám sát, làm việc", "Inspections held"),
)
def inspections_held(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        yield Figure(row, "day", 1)


@measure(
    "findings_all",
    INSPECTIONS,
    on="day",
    needs=("findings", "due"),
    unit=Text("tồn tại", "findings"),
    label=Text("Tồn tại qua kiểm tra, giám sát", "Findings of inspections"),
)
def findings_all(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("findings"):
            yield Figure(row, "findings", row["findings"])


@measure(
    "findings_with_deadline",
    INSPECTIONS,
    on="day",
    needs=("findings", "due"),
    unit=Text("tồn tại", "findings"),
    label=Text("Tồn tại có hạn khắc phục", "Findings with a day to be put right"),
)
def findings_with_deadline(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("findings") and "due" in row.values:
            yield Figure(row, "due", row["findings"])


@measure(
    "findings_due",
    INSPECTIONS,
    on="due",
    needs=("findings", "fixed_on"),
    unit=Text("tồn tại", "findings"),
    label=Text("Tồn tại đã đến hạn khắc phục", "Findings due to be put right"),
)
def findings_due(rows: Iterable[Row], as_of: date) -> Iterator[Figure]:
    """Put right before its day, or its day is past."""
    for row in rows:
        if row.get("findings") and _past(row, as_of):
            yield Figure(row, "due", row["findings"])


@measure(
    "findings_fixed_in_time",
    INSPECTIONS,
    on="due",
    needs=("findings", "fixed_on"),
    unit=Text("tồn tại", "findings"),
    label=Text("Tồn tại khắc phục đúng hạn", "Findings put right in time"),
)
def findings_fixed_in_time(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("findings") and (fixed := row.get("fixed_on")) is not None and fixed <= row["due"]:
            yield Figure(row, "fixed_on", row["findings"])
