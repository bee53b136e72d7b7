"""What is counted in the register of documents: documents, reports sent, reports on request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from danvan_xlsx.registers.documents.sheet import DOCUMENTS, REPORT
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, measure
from danvan_xlsx.words.text import Text


@measure(
    "documents_issued",
    DOCUMENTS,
    on="day",
    unit=Text("văn bản", "documents"),
    label=Text("Văn bản đã ban hành", "Documents issued"),
)
def documents_issued(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        yield Figure(row, "number" if "number" in row.values else "day", 1)


@measure(
    "reports_sent",
    DOCUMENTS,
    on="sent_on",
    needs=("kind",),
    unit=Text("báo cáo", "reports"),
    label=Text("Báo cáo đã gửi", "Reports sent"),
)
def reports_sent(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("kind") == REPORT:
            yield Figure(row, "sent_on", 1)


@measure(
    "reports_asked",
    DOCUMENTS,
    on="due",
    needs=("kind",),
    unit=Text("báo cáo", "reports"),
    label=Text("Báo cáo đột xuất đã đến hạn", "Reports on request that are due"),
)
def reports_asked(rows: Iterable[Row], as_of: date) -> Iterator[Figure]:
    """Due by the day asked about: the day of the deadline itself is still in time."""
    for row in rows:
        if row.get("kind") == REPORT and (row["due"] < as_of or "sent_on" in row.values):
            yield Figure(row, "due", 1)


@measure(
    "reports_sent_in_time",
    DOCUMENTS,
    on="due",
    needs=("kind", "sent_on"),
    unit=Text("báo cáo", "reports"),
    label=Text("Báo cáo đột xuất gửi đúng hạn", "Reports on request sent in time"),
)
def reports_sent_in_time(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("kind") == REPORT and (sent := row.get("sent_on")) is not None and sent <= row["due"]:
            yield Figure(row, "sent_on", 1)
