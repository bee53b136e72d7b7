"""What is counted of news and broadcasts: items, times read out, villages that heard them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from danvan_xlsx.registers.news.sheet import BROADCASTS, NEWS, WHOLE_COMMUNE
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, key, measure
from danvan_xlsx.words.text import Text

VILLAGE_MONTH = Text("lượt thôn", "villages by month")


@measure(
    "news_items",
    NEWS,
    on="day",
    unit=Text("tin, bài", "items"),
    label=Text("Tin, bài đã đăng, phát", "News items published"),
)
def news_items(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        yield Figure(row, "day", 1)


@measure(
    "broadcasts_aired",
    BROADCASTS,
    on="month",
    unit=Text("buổi", "times"),
    label=Text("Buổi phát trên đài truyền thanh", "Times read out"),
    needs=("times",),
)
def broadcasts_aired(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        if "times" in row.values:
            yield Figure(row, "times", row["times"])


@measure(
    "villages_reached",
    BROADCASTS,
    on="month",
    unit=VILLAGE_MONTH,
    label=Text("Lượt thôn được nghe truyền thanh trong tháng", "Villages reached, month by month"),
    needs=("times", "reach", "villages_named"),
)
def villages_reached(rows: Sequence[Row], plan: Any) -> Iterator[Figure]:
    """Each village once a month, however many rows name it; a row aired no time reaches nobody."""
    every = {key(code) for code in plan.villages}
    heard: dict[int, set[str]] = {}
    for row in rows:
        if not row.get("times"):
            continue
        here = every if row.get("reach") == WHOLE_COMMUNE else {key(code) for code in row.get("villages_named", ())}
        known = heard.setdefault(row["month"].number, set())
        new = (here & every) - known
        known |= new
        if new:
            yield Figure(row, "reach", len(new))


@measure(
    "villages_to_reach",
    BROADCASTS,
    on="month",
    unit=VILLAGE_MONTH,
    label=Text("Lượt thôn cần được nghe truyền thanh trong tháng", "Villages to be reached, month by month"),
    needs=("times", "reach", "villages_named"),
)
def villages_to_reach(rows: Sequence[Row], plan: Any) -> Iterator[Figure]:
    """All villages of the plan for each month that has a row, told at the month's first row."""
    months = {row["month"].number: row for row in reversed(rows)}
    for row in months.values():
        yield Figure(row, "month", len(plan.villages))
