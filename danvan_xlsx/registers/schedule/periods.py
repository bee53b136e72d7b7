"""Questions asked once a period: how many sessions the chairman owed, held himself, delegated, announced."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from danvan_xlsx.registers.schedule.sheet import CHAIRMAN, DELEGATED, HOLIDAY, POSTPONED, SCHEDULE
from danvan_xlsx.words.law import Law, Limit
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import CONDUCT, NOTE, having, sheet_rule
from danvan_xlsx.words.text import Text

_OWED = "reception.chair_sessions"
#: By weekday number, as the setting `reception_day` names them.
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
#: More days than this are not named one by one: a note must fit its cell.
_MOST_NAMED = 10

_Told = tuple[Row | None, str, dict[str, Any]]


class _Turn(NamedTuple):
    """A week or month in which the chairman owes sessions, and those that the schedule has in it."""

    since: date
    until: date
    limit: Limit
    sessions: Sequence[Row]
    #: What is missing where the schedule has no line.
    name: str

    @property
    def lacking(self) -> bool:
        return _count(self.sessions, CHAIRMAN) < self.limit.amount

    @property
    def not_himself(self) -> list[str]:
        days = [_short(row["day"]) for row in self.sessions if row.get("receiver") != CHAIRMAN]
        return days if days and self.limit.per == "week" else [self.name]


@sheet_rule(
    "TCD01",
    SCHEDULE,
    CONDUCT,
    NOTE,
    message=Text(
        "Từ {since} đến {until}: phải tiếp {owed} kỳ ({limit}, {source}); Chủ tịch tiếp {held}, ủy quyền {delegated}, "
        "hoãn có thông báo {announced}, còn lại {rest}; chưa trực tiếp tiếp: {days}.",
        "From {since} to {until}: {owed} sessions owed ({limit}, {source}); the chairman held {held}, delegated "
        "{delegated}, postponed with notice {announced}, others {rest}; not held himself: {days}.",
    ),
    remedy=Text(
        "Đề nghị ghi lý do các kỳ không trực tiếp tiếp; không sửa ngày đã ghi.",
        "Please give the reason of each session not held by the chairman; change no day.",
    ),
    reason=Text(
        "Chủ tịch trực tiếp tiếp công dân định kỳ; báo cáo nêu số kỳ phải tiếp và đã tiếp.",
        "The chairman receives in person at fixed times; the report tells how many sessions were owed and held.",
    ),
    wrong="""
        day 06/01/2022 | receiver Hoãn | notice_on 05/01/2022
        day 13/01/2022 | receiver Chủ tịch
        as_of: 14/01/2022
        """,
    right="""
        day 06/01/2022 | receiver Chủ tịch
        day 13/01/2022 | receiver Chủ tịch
        as_of: 14/01/2022
        """,
    limits=(_OWED,),
)
def chairman_received_too_rarely(*, rows: Sequence[Row], law: Law, plan: Any, as_of: date) -> Iterator[_Told]:
    """Luật Tiếp công dân 42/2013/QH13, Điều 15 khoản 2 điểm d; từ 01/7/2026 Luật 136/2025/QH15, Điều 1 khoản 7."""
    for turns in (_weeks(rows, law, plan, as_of), _months(rows, law, plan, as_of)):
        if any(turn.lacking for turn in turns):
            yield None, "receiver", _summed(turns)


def _summed(turns: Sequence[_Turn]) -> dict[str, Any]:
    sessions = [row for turn in turns for row in turn.sessions]
    owed = sum(int(turn.limit.amount) for turn in turns)
    held, delegated = _count(sessions, CHAIRMAN), _count(sessions, DELEGATED)
    announced = sum(row.get("receiver") == POSTPONED and "notice_on" in row.values for row in sessions)
    return {
        "since": turns[0].since,
        "until": turns[-1].until,
        "owed": owed,
        "held": held,
        "delegated": delegated,
        "announced": announced,
        "rest": max(0, owed - held - delegated - announced),
        "days": _named([day for turn in turns if turn.lacking for day in turn.not_himself]),
        "limit": turns[-1].limit,
    }


def _weeks(rows: Sequence[Row], law: Law, plan: Any, as_of: date) -> list[_Turn]:
    """The weeks of the plan's year whose session has come; one whose reception day is off owes none."""
    by_week: dict[date, list[Row]] = defaultdict(list)
    for row in having(rows, "day"):
        by_week[_monday(row["day"])].append(row)
    # A session that could not be read may be the one that a week seems to lack.
    all_placed = all("day" in row.values for row in rows)
    turns = []
    for day in _reception_days(plan, as_of):
        limit = law.get(_OWED, day)
        if limit is None or limit.per != "week":
            continue
        typed = by_week.get(_monday(day), [])
        sessions = [row for row in typed if _has_come(row, plan, as_of)]
        absent = all_placed and not typed and day < as_of and plan.calendar.is_working(day)
        if sessions or absent:
            turns.append(_Turn(day, day, limit, sessions, _short(day)))
    if turns:
        first, last = date(plan.year, 1, 1), min(as_of, _end_of_regime(turns[-1].limit, plan.year))
        turns[0], turns[-1] = turns[0]._replace(since=first), turns[-1]._replace(until=last)
    return turns


def _months(rows: Sequence[Row], law: Law, plan: Any, as_of: date) -> list[_Turn]:
    """The months of the plan's year that are over, where sessions are owed by the month."""
    if any("day" not in row.values for row in rows):
        return []
    by_month: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if row["day"].year == plan.year:
            by_month[row["day"].month].append(row)
    turns = []
    for month in range(1, 13):
        first, last = date(plan.year, month, 1), date(plan.year, month, monthrange(plan.year, month)[1])
        limit = law.get(_OWED, first)
        unread = any("receiver" in row.refused for row in by_month[month])
        if limit is not None and limit.per == "month" and last <= as_of and not unread:
            sessions = [row for row in by_month[month] if _has_come(row, plan, as_of)]
            turns.append(_Turn(first, last, limit, sessions, f"{month:02}/{plan.year}"))
    return turns


def _has_come(row: Row, plan: Any, as_of: date) -> bool:
    """Whether a session counts: its day has come, and it is neither a holiday nor an unheld day off."""
    day, receiver = row["day"], row.get("receiver")
    if receiver == HOLIDAY or "receiver" in row.refused or not (day < as_of or (day == as_of and receiver is not None)):
        return False
    return receiver in (CHAIRMAN, DELEGATED) or bool(plan.calendar.is_working(day))


def _reception_days(plan: Any, as_of: date) -> Iterator[date]:
    """The weekday of reception in every week of the plan's year, up to the day of the check's week."""
    monday = _monday(date(plan.year, 1, 1))
    while monday <= min(as_of, date(plan.year, 12, 31)):
        chosen = plan.value("reception_day", monday)
        if chosen is not None:
            day = monday + timedelta(days=_WEEKDAYS.index(chosen.code))
            if day.year == plan.year:
                yield day
        monday += timedelta(days=7)


def _end_of_regime(limit: Limit, year: int) -> date:
    return min(limit.until or date.max, date(year, 12, 31))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _count(sessions: Iterable[Row], receiver: object) -> int:
    return sum(row.get("receiver") == receiver for row in sessions)


def _short(day: date) -> str:
    return f"{day:%d/%m}"


def _named(days: Sequence[str]) -> tuple[str, ...]:
    return (*days[:_MOST_NAMED], "…") if len(days) > _MOST_NAMED else tuple(days)


@sheet_rule(
    "TCD06",
    SCHEDULE,
    CONDUCT,
    NOTE,
    message=Text(
        "Từ {since} đến {until}: {count} kỳ Chủ tịch ủy quyền tiếp ({days}), ghi riêng, không tính là kỳ Chủ tịch "
        "trực tiếp tiếp ({source}).",
        "From {since} to {until}: {count} sessions delegated ({days}); they stand apart and are not sessions of the "
        "chairman himself ({source}).",
    ),
    remedy=Text(
        "Không phải sửa số liệu; đề nghị ghi lý do ủy quyền ở cột Lý do.",
        "No figure need be changed; please give the reason under Reason.",
    ),
    reason=Text(
        "Biểu tổng hợp tiếp công dân ghi riêng các kỳ ủy quyền.",
        "The summary form on reception counts delegated sessions apart.",
    ),
    wrong="day 10/03/2022 | receiver Ủy quyền | reason Chủ tịch dự hội nghị",
    right="day 10/03/2022 | receiver Chủ tịch",
    limits=(_OWED,),
)
def sessions_were_delegated(*, rows: Iterable[Row], law: Law, plan: Any, as_of: date) -> Iterator[_Told]:
    """Luật Tiếp công dân 42/2013/QH13, Điều 15 khoản 2 điểm d; biểu 01/TCD."""
    days = sorted(row["day"] for row in having(rows, "day", "receiver") if row["receiver"] == DELEGATED)
    days = [day for day in days if day.year == plan.year and day <= as_of]
    # Asked for always, so that the figure it declares is the one it looks up.
    limit = law.get(_OWED, days[-1] if days else date(plan.year, 1, 1))
    if days and limit is not None:
        yield None, "receiver", {**_span(plan, as_of), "count": len(days), "days": _listed(days), "limit": limit}


@sheet_rule(
    "TCD13",
    SCHEDULE,
    CONDUCT,
    NOTE,
    message=Text(
        "Từ {since} đến {until}: {count} kỳ chưa thấy ngày công bố lịch ({days}); lịch được công bố trước ngày tiếp "
        "ít nhất {limit} ({source}).",
        "From {since} to {until}: {count} sessions without a day of announcement ({days}); they are announced at "
        "least {limit} ahead ({source}).",
    ),
    remedy=Text(
        "Đề nghị ghi ngày niêm yết, thông báo lịch có các kỳ này; nếu chưa công bố, nêu lý do ở cột Giải trình.",
        "Please give the day on which they were announced; if they were not, say why under Explanation.",
    ),
    reason=Text(
        "Ngày công bố cho biết người dân có biết trước lịch tiếp hay không.",
        "The day of announcement shows whether people knew ahead.",
    ),
    wrong="day 10/03/2022 | receiver Chủ tịch",
    right="day 10/03/2022 | receiver Chủ tịch | posted_on 25/02/2022",
    limits=("reception.schedule_posted",),
)
def sessions_not_announced(*, rows: Iterable[Row], law: Law, plan: Any, as_of: date) -> Iterator[_Told]:
    """Luật Tiếp công dân 42/2013/QH13, Điều 24 khoản 4."""
    limit = law.get("reception.schedule_posted", date(plan.year, 1, 1))
    days = sorted(
        row["day"]
        for row in having(rows, "day", "receiver")
        if row["receiver"] != HOLIDAY
        and not {"posted_on", "explanation"} & {*row.values, *row.refused}
        and row["day"].year == plan.year
        and row["day"] <= as_of
    )
    if days and limit is not None:
        yield None, "posted_on", {**_span(plan, as_of), "count": len(days), "days": _listed(days), "limit": limit}


def _span(plan: Any, as_of: date) -> dict[str, date]:
    return {"since": date(plan.year, 1, 1), "until": min(as_of, date(plan.year, 12, 31))}


def _listed(days: Sequence[date]) -> tuple[str, ...]:
    return _named([_short(day) for day in days])
