"""How many matters had to be made public and how many were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from danvan_xlsx.registers.publicity.sheet import PUBLICITY, SHOWN_ON
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, measure
from danvan_xlsx.words.text import Text


@measure(
    "publicity_due",
    PUBLICITY,
    on="decided_on",
    unit=Text("nội dung", "matters"),
    label=Text("Nội dung phải công khai", "Matters to be made public"),
    needs=SHOWN_ON,
)
def publicity_due(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        yield Figure(row, "decided_on", 1)


@measure(
    "publicity_posted",
    PUBLICITY,
    on="decided_on",
    unit=Text("nội dung", "matters"),
    label=Text("Nội dung đã công khai", "Matters made public"),
    needs=SHOWN_ON,
)
def publicity_posted(rows: Sequence[Row]) -> Iterator[Figure]:
    """Posted, read out, or made known in another form of the law."""
    for row in rows:
        shown = next((column for column in SHOWN_ON if column in row.values), None)
        if shown:
            yield Figure(row, shown, 1)
