"""What is counted of the schedule: sessions due, held, delegated, postponed, announced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from danvan_xlsx.registers.schedule.sheet import CHAIRMAN, DELEGATED, HOLIDAY, POSTPONED, SCHEDULE
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, measure
from danvan_xlsx.words.text import Text


@measure(
    "chair_sessions_due",
    SCHEDULE,
    on="day",
    needs=("receiver",),
    unit=Text("kỳ", "sessions"),
    label=Text("Kỳ tiếp công dân theo lịch đã đến ngày", "Chairman's sessions due"),
)
def chair_sessions_due(rows: Iterable[Row], as_of: date) -> Iterator[Figure]:
    """Luật Tiếp công dân 2013, Điều 15: at least a day a week; a week of public holidays is left out by choice."""
    for row in rows:
        if row["day"] <= as_of and row.get("receiver") != HOLIDAY:
            yield Figure(row, "day", 1)


@measure(
    "chair_sessions_held",
    SCHEDULE,
    on="day",
    needs=("receiver",),
    unit=Text("kỳ", "sessions"),
    label=Text("Kỳ Chủ tịch trực tiếp tiếp công dân", "Sessions the chairman held himself"),
)
def chair_sessions_held(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("receiver") == CHAIRMAN:
            yield Figure(row, "receiver", 1)


@measure(
    "sessions_delegated",
    SCHEDULE,
    on="day",
    needs=("receiver",),
    unit=Text("kỳ", "sessions"),
    label=Text("Kỳ tiếp công dân ủy quyền", "Sessions delegated"),
)
def sessions_delegated(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("receiver") == DELEGATED:
            yield Figure(row, "receiver", 1)


@measure(
    "sessions_postponed",
    SCHEDULE,
    on="day",
    needs=("receiver",),
    unit=Text("kỳ", "sessions"),
    label=Text("Kỳ tiếp công dân hoãn", "Sessions postponed"),
)
def sessions_postponed(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("receiver") == POSTPONED:
            yield Figure(row, "receiver", 1)


@measure(
    "sessions_announced",
    SCHEDULE,
    on="day",
    needs=("receiver", "posted_on"),
    unit=Text("kỳ", "sessions"),
    label=Text("Kỳ tiếp công dân đã đến ngày, có công bố lịch trước", "Sessions due that were announced before"),
)
def sessions_announced(rows: Iterable[Row], as_of: date) -> Iterator[Figure]:
    for row in rows:
        posted = row.get("posted_on")
        if row["day"] <= as_of and row.get("receiver") != HOLIDAY and posted is not None and posted < row["day"]:
            yield Figure(row, "posted_on", 1)
