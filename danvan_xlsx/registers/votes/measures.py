"""How many votes were held and passed, and which villages held their yearly conference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from danvan_xlsx.registers.votes.sheet import CONFERENCE, PASSED, VOTE, VOTES
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, key, measure
from danvan_xlsx.words.text import Text

VOTE_UNIT = Text("cuộc", "votes")
VILLAGE_UNIT = Text("thôn", "villages")


@measure(
    "votes_held",
    VOTES,
    on="day",
    unit=VOTE_UNIT,
    label=Text("Cuộc biểu quyết của các thôn", "Votes held in the villages"),
    needs=("kind",),
)
def votes_held(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("kind") == VOTE:
            yield Figure(row, "kind", 1)


@measure(
    "votes_passed",
    VOTES,
    on="day",
    unit=VOTE_UNIT,
    label=Text("Cuộc biểu quyết ghi là thông qua", "Votes recorded as passed"),
    needs=("kind", "result", "in_favour", "households"),
)
def votes_passed(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("kind") == VOTE and row.get("result") == PASSED:
            yield Figure(row, "result", 1)


@measure(
    "votes_passed_by_more_than_half",
    VOTES,
    on="day",
    unit=VOTE_UNIT,
    label=Text("Cuộc thông qua có trên 50% tổng số hộ tán thành", "Votes passed by more than half of all households"),
    needs=("kind", "result", "in_favour", "households"),
)
def votes_passed_by_more_than_half(rows: Sequence[Row]) -> Iterator[Figure]:
    """Of all households of the village, not of those present (Pháp lệnh 34/2007, Điều 12).

    The least majority in every regime: since 01/7/2023 some matters need two thirds (Luật 10/2022/QH15, Điều 21).
    """
    for row in rows:
        if row.get("kind") != VOTE or row.get("result") != PASSED:
            continue
        if 2 * row.get("in_favour", 0) > row.get("households", 0):
            yield Figure(row, "in_favour", 1)


@measure(
    "villages_with_conference",
    VOTES,
    on="day",
    unit=VILLAGE_UNIT,
    label=Text("Thôn đã có hội nghị năm", "Villages with their yearly conference"),
    needs=("kind", "village"),
)
def villages_with_conference(rows: Sequence[Row]) -> Iterator[Figure]:
    """A village that met twice is one village."""
    found = {
        key(row["village"]): row for row in reversed(rows) if row.get("kind") == CONFERENCE and "village" in row.values
    }
    for row in found.values():
        yield Figure(row, "village", 1)


@measure(
    "villages_to_confer",
    VOTES,
    on="day",
    unit=VILLAGE_UNIT,
    label=Text("Thôn phải có hội nghị năm", "Villages that owe a yearly conference"),
)
def villages_to_confer(rows: Sequence[Row], plan: Any) -> Iterator[Figure]:
    """All villages of the plan; told at the first row, since what stands in the plan has no row of this register."""
    for row in rows[:1]:
        yield Figure(row, "village", len(plan.villages))
