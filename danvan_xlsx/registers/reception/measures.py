"""What is counted of the visits: people, crowds, replies, and whether each was written down in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from danvan_xlsx.registers.reception.sheet import ACCEPTED, FORWARDED, RECEPTION, REPEATED
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, measure
from danvan_xlsx.words.text import Text

#: People on one matter who make a crowd (đoàn đông người): Luật Tiếp công dân 2013, Điều 29.
CROWD = 5


@measure(
    "visits",
    RECEPTION,
    on="day",
    unit=Text("lượt", "visits"),
    label=Text("Lượt tiếp công dân", "Visits received"),
)
def visits(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        yield Figure(row, "day", 1)


@measure(
    "people_received",
    RECEPTION,
    on="day",
    needs=("people",),
    unit=Text("người", "people"),
    label=Text("Người được tiếp", "People received"),
)
def people_received(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if "people" in row.values:
            yield Figure(row, "people", row["people"])


@measure(
    "visits_complete",
    RECEPTION,
    on="day",
    unit=Text("lượt", "visits"),
    label=Text("Lượt tiếp công dân ghi đủ nội dung", "Visits written down in full"),
)
def visits_complete(rows: Iterable[Row]) -> Iterator[Figure]:
    """Luật Tiếp công dân 2013, Điều 25: who came, about what, who received and how it was dealt with."""
    for row in rows:
        named = "petition" in row.values or {"person", "content"} <= row.values.keys()
        if named and {"session", "receiver", "people", "field", "matter", "outcome"} <= row.values.keys():
            yield Figure(row, "day", 1)


@measure(
    "visits_awaiting_reply",
    RECEPTION,
    on="day",
    needs=("outcome",),
    unit=Text("lượt", "visits"),
    label=Text("Lượt tiếp công dân phải trả lời sau", "Visits that are owed a reply"),
)
def visits_awaiting_reply(rows: Iterable[Row]) -> Iterator[Figure]:
    """Luật Tiếp công dân 2013, Điều 28: nothing is owed where the answer was given on the spot."""
    for row in rows:
        if row.get("outcome") in (ACCEPTED, FORWARDED):
            yield Figure(row, "outcome", 1)


@measure(
    "visits_replied",
    RECEPTION,
    on="day",
    needs=("outcome", "answered_on"),
    unit=Text("lượt", "visits"),
    label=Text("Lượt tiếp công dân đã trả lời sau", "Visits that got their reply"),
)
def visits_replied(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("outcome") in (ACCEPTED, FORWARDED) and "answered_on" in row.values:
            yield Figure(row, "answered_on", 1)


@measure(
    "crowds_received",
    RECEPTION,
    on="day",
    needs=("people",),
    unit=Text("đoàn", "groups"),
    label=Text("Đoàn đông người được tiếp", "Crowds received"),
)
def crowds_received(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("people", 0) >= CROWD:
            yield Figure(row, "people", 1)


@measure(
    "crowds_returning",
    RECEPTION,
    on="day",
    needs=("people", "times"),
    unit=Text("đoàn", "groups"),
    label=Text("Đoàn đông người đến nhiều lần", "Crowds that came again"),
)
def crowds_returning(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("people", 0) >= CROWD and row.get("times") == REPEATED:
            yield Figure(row, "people", 1)
