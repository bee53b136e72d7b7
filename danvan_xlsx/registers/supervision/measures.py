"""How many members, boards and reports there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from danvan_xlsx.registers.supervision.sheet import BOARDS, INSPECTORATE
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, measure
from danvan_xlsx.words.text import Text

BOARD_UNIT = Text("Ban", "boards")

#: NĐ 29/2021/NĐ-CP, Điều 86; since 01/7/2023 Luật 10/2022/QH15, Điều 41 khoản 1: the same in both.
BOARD_SIZE = 5


@measure(
    "inspectorate_members",
    INSPECTORATE,
    on=None,
    unit=Text("người", "people"),
    label=Text("Thành viên Ban Thanh tra nhân dân đương nhiệm", "Members of the people's inspectorate"),
    needs=("since", "until"),
)
def inspectorate_members(rows: Sequence[Row], as_of: date) -> Iterator[Figure]:
    """In office on the day asked about."""
    for row in rows:
        since, until = row.get("since"), row.get("until")
        if since is not None and since <= as_of and (until is None or until >= as_of):
            yield Figure(row, "role", 1)


@measure(
    "boards_all",
    BOARDS,
    on=None,
    unit=BOARD_UNIT,
    label=Text("Ban Giám sát đầu tư của cộng đồng", "Investment supervision boards"),
    needs=("members", "reported_on"),
)
def boards_all(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        yield Figure(row, "project", 1)


@measure(
    "boards_with_five_members",
    BOARDS,
    on=None,
    unit=BOARD_UNIT,
    label=Text("Ban GSĐTCĐ có từ 5 thành viên", "Boards with five members or more"),
    needs=("members", "reported_on"),
)
def boards_with_five_members(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("members", 0) >= BOARD_SIZE:
            yield Figure(row, "members", 1)


@measure(
    "boards_with_report",
    BOARDS,
    on=None,
    unit=BOARD_UNIT,
    label=Text("Ban GSĐTCĐ đã có báo cáo giám sát", "Boards that have reported"),
    needs=("members", "reported_on"),
)
def boards_with_report(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        if "reported_on" in row.values:
            yield Figure(row, "reported_on", 1)


@measure(
    "board_reports",
    BOARDS,
    on="reported_on",
    unit=Text("báo cáo", "reports"),
    label=Text("Báo cáo giám sát của các Ban GSĐTCĐ", "Reports of the boards"),
)
def board_reports(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        yield Figure(row, "reported_on", 1)
