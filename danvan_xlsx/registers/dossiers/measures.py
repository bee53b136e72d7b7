"""What is counted of dossiers: received, online, resolved, in time, late, with an apology."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from danvan_xlsx.registers.dossiers.sheet import DOSSIERS, IN_TIME, LATE_DOSSIERS, RECEIVED, RESOLVED
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, measure
from danvan_xlsx.words.text import Text

DOSSIER_UNIT = Text("hồ sơ", "dossiers")


def _each(rows: Sequence[Row], columns: Sequence[str]) -> Iterator[Figure]:
    """The amounts in these columns; a blank cell adds nothing (that it is blank is told at the cell)."""
    for row in rows:
        for column in columns:
            if column in row.values:
                yield Figure(row, column, row[column])


@measure(
    "dossiers_received",
    DOSSIERS,
    on="month",
    unit=DOSSIER_UNIT,
    label=Text("Hồ sơ tiếp nhận trong kỳ", "Dossiers received"),
    needs=(*RECEIVED, "from_day", "to_day"),
)
def dossiers_received(rows: Sequence[Row]) -> Iterator[Figure]:
    """Without those carried over: columns 4 + 5 of II.06a/VPCP/KSTT."""
    return _each(rows, RECEIVED)


@measure(
    "dossiers_online",
    DOSSIERS,
    on="month",
    unit=DOSSIER_UNIT,
    label=Text("Hồ sơ tiếp nhận trực tuyến", "Dossiers received online"),
    needs=(*RECEIVED, "from_day", "to_day"),
)
def dossiers_online(rows: Sequence[Row]) -> Iterator[Figure]:
    return _each(rows, ("online",))


@measure(
    "dossiers_in_software",
    DOSSIERS,
    on="month",
    unit=DOSSIER_UNIT,
    label=Text("Hồ sơ đã vào phần mềm một cửa", "Dossiers in the one-stop software"),
    needs=(*RECEIVED, "direct_in_software", "from_day", "to_day"),
)
def dossiers_in_software(rows: Sequence[Row]) -> Iterator[Figure]:
    """Those filed online are there by nature."""
    return _each(rows, ("online", "direct_in_software"))


@measure(
    "dossiers_resolved",
    DOSSIERS,
    on="month",
    unit=DOSSIER_UNIT,
    label=Text("Hồ sơ đã giải quyết trong kỳ", "Dossiers resolved"),
    needs=(*RESOLVED, "from_day", "to_day"),
)
def dossiers_resolved(rows: Sequence[Row]) -> Iterator[Figure]:
    return _each(rows, RESOLVED)


@measure(
    "dossiers_on_time",
    DOSSIERS,
    on="month",
    unit=DOSSIER_UNIT,
    label=Text("Hồ sơ giải quyết trước hạn, đúng hạn", "Dossiers resolved early or on time"),
    needs=(*RESOLVED, "from_day", "to_day"),
)
def dossiers_on_time(rows: Sequence[Row]) -> Iterator[Figure]:
    return _each(rows, IN_TIME)


@measure(
    "dossiers_late",
    DOSSIERS,
    on="month",
    unit=DOSSIER_UNIT,
    label=Text("Hồ sơ giải quyết quá hạn", "Dossiers resolved late"),
    needs=("late", "from_day", "to_day"),
)
def dossiers_late(rows: Sequence[Row]) -> Iterator[Figure]:
    return _each(rows, ("late",))


@measure(
    "late_dossiers_all",
    LATE_DOSSIERS,
    on="due_on",
    unit=DOSSIER_UNIT,
    label=Text("Hồ sơ quá hạn có ngày hẹn trả trong kỳ", "Late dossiers promised in the period"),
    needs=("apologised_on",),
)
def late_dossiers_all(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        yield Figure(row, "due_on", 1)


@measure(
    "late_dossiers_apologised",
    LATE_DOSSIERS,
    on="due_on",
    unit=DOSSIER_UNIT,
    label=Text("Hồ sơ quá hạn đã có thư xin lỗi", "Late dossiers with an apology"),
    needs=("apologised_on",),
)
def late_dossiers_apologised(rows: Sequence[Row]) -> Iterator[Figure]:
    """NĐ 61/2018/NĐ-CP: a written apology for every late dossier."""
    for row in rows:
        if "apologised_on" in row.values:
            yield Figure(row, "apologised_on", 1)
