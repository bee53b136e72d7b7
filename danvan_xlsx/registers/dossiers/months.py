"""The days that the rows of *Hồ sơ theo tháng* stand for, and what is left over at their end."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from danvan_xlsx.registers.dossiers.sheet import IN_TIME, RECEIVED, RESOLVED
from danvan_xlsx.words.kinds import Month
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import having
from danvan_xlsx.words.text import Text, fold

ONE_DAY = timedelta(days=1)


class Stretch(NamedTuple):
    """A row and its first and last day: a whole month, or the part of it that the row names."""

    row: Row
    since: date
    until: date

    @property
    def is_part(self) -> bool:
        return "from_day" in self.row.values

    @property
    def name(self) -> Text:
        """`tháng 5`, or `tháng 5 (21/05–31/05)`, as the middle of a sentence says it."""
        days = f" ({self.since:%d/%m}–{self.until:%d/%m})" if self.is_part else ""
        return Text(f"tháng {self.since.month}{days}", f"month {self.since.month}{days}")

    @property
    def title(self) -> Text:
        """The same as a sentence begins with it."""
        return Text(_capital(self.name.vi), _capital(self.name.en))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def first_and_last(month: Month, year: int) -> tuple[date, date]:
    """The days of a month; `year` is the plan's, for a month that names none."""
    year = month.year or year
    return date(year, month.number, 1), date(year, month.number, monthrange(year, month.number)[1])


def stretches(rows: Iterable[Row], year: int) -> list[Stretch]:
    """The rows whose days are known, in the order of these days.

    Left out: a row with only one of the two days, or with days out of order or outside its month (each told apart).
    """
    found = (_stretch(row, year) for row in having(rows, "month"))
    return sorted(filter(None, found), key=lambda one: (one.since, one.until))


def _stretch(row: Row, year: int) -> Stretch | None:
    first, last = first_and_last(row["month"], year)
    if row.refused & {"from_day", "to_day"} or ("from_day" in row.values) != ("to_day" in row.values):
        return None
    since, until = row.get("from_day", first), row.get("to_day", last)
    return Stretch(row, since, until) if first <= since <= until <= last else None


def overlapping(ordered: Iterable[Stretch]) -> Iterable[tuple[Stretch, Stretch]]:
    """Each stretch that begins before an earlier one has ended, with that one."""
    longest: Stretch | None = None
    for one in ordered:
        if longest is not None and one.since <= longest.until:
            yield longest, one
        if longest is None or one.until > longest.until:
            longest = one


def added_up(row: Row, columns: Iterable[str]) -> Any:
    """The sum of these cells; None where one of them is blank or unreadable."""
    columns = tuple(columns)
    return sum(row[column] for column in columns) if row.values.keys() >= set(columns) else None


def left_over(row: Row) -> Any:
    """What was there less what was settled; None where a cell is wanting."""
    there, settled = added_up(row, ("carried_over", *RECEIVED)), added_up(row, RESOLVED)
    return None if there is None or settled is None else there - settled


class Balance(NamedTuple):
    """What a row says was there, what of it was settled, and what is left."""

    there: float
    settled: float

    @property
    def left(self) -> float:
        return self.there - self.settled


def balance(**cells: float) -> Balance:
    """The balance of a row from its cells by column code."""
    there = cells["carried_over"] + sum(cells[column] for column in RECEIVED)
    return Balance(there, sum(cells[column] for column in (*IN_TIME, "late")))


def covering(ordered: Sequence[Stretch], since: date, until: date) -> tuple[Stretch, ...]:
    """The rows that fill these days, each once and none beyond; empty where they do not."""
    inside = tuple(one for one in ordered if since <= one.since and one.until <= until)
    edges = [since - ONE_DAY, *(one.until for one in inside)]
    whole = bool(inside) and edges[-1] == until
    joined = all(one.since == edge + ONE_DAY for edge, one in zip(edges, inside, strict=False))
    return inside if whole and joined else ()


def periods_by_name(plan: Any) -> dict[str, Any]:
    """The plan's report periods by their code as it is compared."""
    return {fold(code): period for code, period in plan.periods.items()}
