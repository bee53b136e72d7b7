"""Visits held against the schedule of the chairman's reception: was there a session that day, and who received."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from danvan_xlsx.registers.reception.sheet import CHAIRMAN, DELEGATED, RECEPTION, SCHEDULED
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import DATA, WARNING, Register, having, key, sheet_rule
from danvan_xlsx.words.text import Text

#: Who holds a session, by the codes that the schedule has in common with the visits.
_HELD = frozenset({CHAIRMAN.code, DELEGATED.code})
_NO_SESSION = Text("không có kỳ tiếp", "no session")

_Told = tuple[Row | None, str, dict[str, Any]]


class _Sessions(NamedTuple):
    """The schedule by day: sessions held, sessions not held (with what is chosen), days that cannot be known."""

    held: Mapping[date, Row]
    other: Mapping[date, Row]
    #: Mondays of the weeks in which a session could not be read or has nothing chosen: that is told there.
    unclear: frozenset[date]


@sheet_rule(
    "TCD09",
    RECEPTION,
    DATA,
    WARNING,
    message=Text(
        "Lượt tiếp ngày {day} ghi {session}; ngày này ở Lịch tiếp công dân: {found}.",
        "The visit of {day} is called {session}; the schedule of that day says: {found}.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu sổ giấy: sửa ngày tiếp, hình thức hoặc Lịch tiếp công dân (Người tiếp, Ngày tiếp thực tế).",
        "Please look in the paper book and correct the day, the session or the schedule.",
    ),
    reason=Text(
        "Lượt tiếp định kỳ thuộc một kỳ tiếp của Chủ tịch có trong lịch.",
        "A scheduled visit belongs to a session of the chairman's schedule.",
    ),
    wrong="""
        day 11/03/2022 | session Định kỳ | receiver Chủ tịch
        schedule: week 10 | day 10/03/2022 | receiver Chủ tịch
        """,
    right="""
        day 11/03/2022 | session Định kỳ | receiver Chủ tịch
        schedule: week 10 | day 10/03/2022 | receiver Chủ tịch | held_on 11/03/2022
        """,
)
def no_session_that_day(*, rows: Iterable[Row], schedule: Register, plan: Any, as_of: date) -> Iterator[_Told]:
    """Luật Tiếp công dân 42/2013/QH13, Điều 15, Điều 24."""
    sessions = _sessions(schedule)
    for row in _scheduled(rows, sessions, plan, as_of):
        # A day off is told of the day itself.
        if row["day"] not in sessions.held and plan.calendar.is_working(row["day"]):
            other = sessions.other.get(row["day"])
            found = other["receiver"] if other else _NO_SESSION
            yield row, "day", {"day": row["day"], "session": row["session"], "found": found}


@sheet_rule(
    "TCD22",
    RECEPTION,
    DATA,
    WARNING,
    message=Text(
        "Lượt tiếp định kỳ ngày {day} ghi người tiếp là {receiver}; Lịch tiếp công dân ghi {found}.",
        "The scheduled visit of {day} was received by: {receiver}; the schedule says: {found}.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu sổ giấy, sửa ô chưa đúng ở một trong hai trang.",
        "Please look in the paper book and correct the cell that is wrong in one of the two sheets.",
    ),
    reason=Text(
        "Kỳ Chủ tịch trực tiếp tiếp và kỳ ủy quyền được tính riêng.",
        "Sessions of the chairman and delegated ones are counted apart.",
    ),
    wrong="""
        day 10/03/2022 | session Định kỳ | receiver Chủ tịch
        schedule: week 10 | day 10/03/2022 | receiver Ủy quyền
        """,
    right="""
        day 10/03/2022 | session Định kỳ | receiver Ủy quyền
        schedule: week 10 | day 10/03/2022 | receiver Ủy quyền
        """,
)
def session_of_another(*, rows: Iterable[Row], schedule: Register, plan: Any, as_of: date) -> Iterator[_Told]:
    """Mẫu biểu 01/TCD, Thông tư 02/2021/TT-TTCP."""
    sessions = _sessions(schedule)
    for row in having(_scheduled(rows, sessions, plan, as_of), "receiver"):
        session = sessions.held.get(row["day"])
        # That an officer held a session of the chairman is told of the visit alone.
        if session and key(row["receiver"]) in _HELD - {key(session["receiver"])}:
            yield row, "receiver", {"day": row["day"], "receiver": row["receiver"], "found": session["receiver"]}


def _sessions(schedule: Register) -> _Sessions:
    held: dict[date, Row] = {}
    other: dict[date, Row] = {}
    unclear: set[date] = set()
    for row in schedule.rows:
        days = [row[column] for column in ("day", "held_on") if column in row.values]
        if "receiver" not in row.values or row.refused & {"day", "held_on"}:
            unclear.update(_monday(day) for day in days)
        elif key(row["receiver"]) in _HELD:
            held.setdefault(days[-1], row)
        else:
            other.setdefault(row["day"], row)
    return _Sessions(held, other, frozenset(unclear))


def _scheduled(rows: Iterable[Row], sessions: _Sessions, plan: Any, as_of: date) -> Iterator[Row]:
    """The visits of scheduled sessions that can be held against the schedule."""
    for row in having(rows, "day", "session"):
        day = row["day"]
        # A day of another year or still to come is told of the day itself.
        asked = row["session"] == SCHEDULED and day.year == plan.year and day <= as_of
        if asked and _monday(day) not in sessions.unclear:
            yield row


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
