"""Which days the office works: weekends, the public holidays of Viet Nam, and the days the plan says are swapped."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from danvan_xlsx.words.public_holidays import FIRST_YEAR, LAST_YEAR, LISTED
from danvan_xlsx.words.text import Text

_WEEKEND = {5: Text("Thứ Bảy", "Saturday"), 6: Text("Chủ nhật", "Sunday")}

_DAY_OFF_OF_THE_PLAN = Text("Ngày nghỉ theo lịch của kế hoạch", "A day off in the plan's calendar")

# (month, day) that the library counts though no text amending Bộ luật Lao động, Điều 112 has been seen:
# Ngày Văn hóa Việt Nam is so far announced by resolutions only. The plan's LichNghi adds it.
_ONLY_ANNOUNCED = frozenset({(11, 24)})


class DayChange(NamedTuple):
    """One day of the plan's LichNghi: `works` True is a day worked in exchange (làm bù), False a day off (nghỉ)."""

    day: date
    works: bool
    name: str = ""


class WorkingDays:
    """The office's calendar. What `changes` say of a day stands above the holidays library and the weekend.

    Saturday and Sunday are off unless a change says the day is worked; of two changes of one day the last stands.
    """

    def __init__(self, changes: Iterable[DayChange] = ()) -> None:
        self._changes = {change.day: change for change in changes}
        self._years: dict[int, list[date]] = {}

    def is_working(self, day: date) -> bool:
        change = self._changes.get(day)
        if change:
            return change.works
        return day.weekday() not in _WEEKEND and day not in _public_holidays(day.year)

    def why_off(self, day: date) -> Text | None:
        """The name of the day off (holiday, plan's wording, weekday), None when the office works that day."""
        if self.is_working(day):
            return None
        change = self._changes.get(day)
        if change and change.name:
            return Text(change.name, change.name)
        return _public_holidays(day.year).get(day) or _WEEKEND.get(day.weekday(), _DAY_OFF_OF_THE_PLAN)

    def add(self, start: date, count: int) -> date:
        """The `count`-th working day after `start`, or before it when `count` is negative; `start` is not counted.

        0 gives `start` itself, be it worked or not.
        """
        if count == 0:
            return start
        year, days = start.year, self._days(start.year)
        place = bisect_right(days, start) + count - 1 if count > 0 else bisect_left(days, start) + count
        while place >= len(days):
            place -= len(days)
            year += 1
            days = self._days(year)
        while place < 0:
            year -= 1
            days = self._days(year)
            place += len(days)
        return days[place]

    def between(self, start: date, end: date) -> int:
        """How many working days after `start` up to and with `end`; negative when `end` comes first.

        The inverse of `add`: `between(start, add(start, n)) == n`.
        """
        if end < start:
            return -self._count(end, start, bisect_left)
        return self._count(start, end, bisect_right)

    def on_or_before(self, day: date) -> date:
        return day if self.is_working(day) else self.add(day, -1)

    def on_or_after(self, day: date) -> date:
        return day if self.is_working(day) else self.add(day, 1)

    def _count(self, first: date, last: date, cut: Callable[[list[date], date], int]) -> int:
        whole_years = sum(len(self._days(year)) for year in range(first.year, last.year))
        return whole_years + cut(self._days(last.year), last) - cut(self._days(first.year), first)

    def _days(self, year: int) -> list[date]:
        """The days worked in one year, in order; worked out once."""
        if year not in self._years:
            first = date(year, 1, 1)
            length = (date(year, 12, 31) - first).days + 1
            every = (first + timedelta(days=number) for number in range(length))
            self._years[year] = [day for day in every if self.is_working(day)]
        return self._years[year]


@cache
def _public_holidays(year: int) -> Mapping[date, Text]:
    """Bộ luật Lao động 45/2019/QH14, Điều 112, and Điều 111 khoản 3 for those that fall on a weekend."""
    return _listed()[year] if FIRST_YEAR <= year <= LAST_YEAR else from_the_library(year)


@cache
def _listed() -> Mapping[int, Mapping[date, Text]]:
    years: dict[int, dict[date, Text]] = {year: {} for year in range(FIRST_YEAR, LAST_YEAR + 1)}
    for line in LISTED.splitlines():
        day, vi, en = line.split(" | ")
        years[int(day[:4])][date.fromisoformat(day)] = Text(vi, en)
    return years


def from_the_library(year: int) -> Mapping[date, Text]:
    """The days of a year that is not in our list."""
    import holidays  # slow to import

    vietnamese = holidays.country_holidays("VN", years=year, language="vi")
    english = holidays.country_holidays("VN", years=year, language="en_US")
    return {
        day: Text(name, english[day]) for day, name in vietnamese.items() if (day.month, day.day) not in _ONLY_ANNOUNCED
    }
