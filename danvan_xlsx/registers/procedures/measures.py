"""What is counted of procedures: in force, posted, offered online, updated in time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.registers.procedures.sheet import LEVEL_3_4, PROCEDURES
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, measure
from danvan_xlsx.words.text import Text
from danvan_xlsx.words.working_days import WorkingDays

PROCEDURE_UNIT = Text("thủ tục", "procedures")
SERVICE_UNIT = Text("dịch vụ", "services")

#: The proposal of the plan's task II.2.2; no decree of 2022 gives a number of days.
UPDATE_WORKING_DAYS = 5


def _in_force(rows: Sequence[Row], as_of: date) -> Iterator[Row]:
    for row in rows:
        ended = row.get("ended_on")
        if ended is None or ended > as_of:
            yield row


@measure(
    "procedures_listed",
    PROCEDURES,
    on=None,
    unit=PROCEDURE_UNIT,
    label=Text("Thủ tục đang có hiệu lực trong danh mục", "Procedures in force on the list"),
    needs=("posted_from", "ended_on"),
)
def procedures_listed(rows: Sequence[Row], as_of: date) -> Iterator[Figure]:
    for row in _in_force(rows, as_of):
        yield Figure(row, "code", 1)


@measure(
    "procedures_posted",
    PROCEDURES,
    on=None,
    unit=PROCEDURE_UNIT,
    label=Text("Thủ tục đang có hiệu lực đã niêm yết", "Procedures in force that are posted"),
    needs=("posted_from", "ended_on"),
)
def procedures_posted(rows: Sequence[Row], as_of: date) -> Iterator[Figure]:
    for row in _in_force(rows, as_of):
        if "posted_from" in row.values:
            # The day is that of the latest version posted, and says nothing of those before: told at the code.
            yield Figure(row, "code", 1)


@measure(
    "services_listed",
    PROCEDURES,
    on=None,
    unit=SERVICE_UNIT,
    label=Text("Dịch vụ công của xã trong danh mục", "Public services on the list"),
    needs=("level", "ended_on"),
)
def services_listed(rows: Sequence[Row], as_of: date) -> Iterator[Figure]:
    for row in _in_force(rows, as_of):
        if "level" in row.values:
            yield Figure(row, "level", 1)


@measure(
    "services_at_level_3_4",
    PROCEDURES,
    on=None,
    unit=SERVICE_UNIT,
    label=Text("Dịch vụ công mức độ 3, 4 (hoặc toàn trình)", "Public services at level 3 or 4 (or wholly online)"),
    needs=("level", "ended_on"),
)
def services_at_level_3_4(rows: Sequence[Row], as_of: date) -> Iterator[Figure]:
    """*Toàn trình* counts with level 4, its predecessor; *một phần* does not, since it may stand for level 2."""
    for row in _in_force(rows, as_of):
        if row.get("level") in LEVEL_3_4:
            yield Figure(row, "level", 1)


@measure(
    "procedures_updated",
    PROCEDURES,
    on="updated_on",
    unit=PROCEDURE_UNIT,
    label=Text("Thủ tục được cập nhật trong danh mục", "Procedures updated on the list"),
    needs=("received_on",),
)
def procedures_updated(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        yield Figure(row, "updated_on", 1)


@measure(
    "procedures_updated_in_five_days",
    PROCEDURES,
    on="updated_on",
    unit=PROCEDURE_UNIT,
    label=Text("Thủ tục cập nhật trong 5 ngày làm việc", "Procedures updated within 5 working days"),
    needs=("received_on",),
)
def procedures_updated_in_five_days(rows: Sequence[Row], plan: Any) -> Iterator[Figure]:
    """Counted from the day the decision came; a row without that day cannot show that it was in time."""
    calendar = WorkingDays(plan.days)
    for row in rows:
        received = row.get("received_on")
        if received is not None and calendar.between(received, row["updated_on"]) <= UPDATE_WORKING_DAYS:
            yield Figure(row, "updated_on", 1)
