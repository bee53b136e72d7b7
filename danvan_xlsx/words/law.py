"""The dated limits of the law: which figure was in force on a day, by which source, and what follows for a deadline."""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from math import isnan, nan
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from danvan_xlsx.words.amounts import amount_label, needs_figure
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.text import Text
from danvan_xlsx.words.working_days import WorkingDays

if TYPE_CHECKING:
    from fractions import Fraction

Standing = Literal["read", "secondary", "unverified", "plan"]

STANDINGS: Mapping[Standing, Text] = {
    "read": Text("đã đọc văn bản", "the text itself was read"),
    "secondary": Text("theo nguồn thứ cấp, chưa đọc toàn văn", "by a secondary source; the text was not read in full"),
    "unverified": Text("chưa đối chiếu với văn bản, chỉ để lưu ý", "not verified against the text; at most a note"),
    "plan": Text("theo kế hoạch của xã", "set by the commune's plan"),
}


class UnknownLimit(KeyError):  # noqa: N818  (a rule catches it by what it says)
    """No such figure, none in force on that day, or none was found in the text of that day."""

    def __init__(self, key: str, day: date | None = None, case: str | None = None) -> None:
        self.key, self.day, self.case = key, day, case
        of_case = "" if case is None else f", case {case!r}"
        on_day = "" if day is None else f" on {day.isoformat()}"
        super().__init__(f"no limit {key!r}{of_case}{on_day}")

    def __str__(self) -> str:
        return str(self.args[0])


class Override(NamedTuple):
    """A figure the plan sets instead of the law's (CauHinh), from `since` to `until`, both included, None open."""

    key: str
    case: str
    amount: float
    since: date | None
    until: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Limit:
    """A figure in force. `cases` are all figures of the same key in force on the same day, by the name of the case.

    `amount` is NaN where the law gives none (posted *thường xuyên*); `allowed` are the figures of a “one of these”.
    Of a figure the plan set, `overridden` is True, `standing` is "plan", `source` and `reason` are its reason.
    """

    key: str
    case_name: str
    amount: float
    unit: str
    start_event: str
    since: date | None
    until: date | None
    source: str
    standing: Standing
    note: str
    allowed: tuple[int, ...] = ()
    overridden: bool = False
    reason: str = ""
    cases: Mapping[str, Limit] = field(default_factory=dict, repr=False, compare=False)
    working_days: WorkingDays = field(default_factory=WorkingDays, repr=False, compare=False)

    def case(self, *names: str | Option | None) -> Limit:
        """The limit of the first of `names` that the law knows that day; else (or of None) the plain one.

        Raises UnknownLimit for a case the law does not know where it has no plain one to stand in: a vote on
        another matter, say, has another majority, and a guess would be wrong.
        """
        wanted = [name.code if isinstance(name, Option) else name for name in names if name is not None]
        for name in wanted:
            if name in self.cases:
                return self.cases[name]
        plain = _plain(self.cases)
        if wanted and plain.case_name not in _PLAIN:
            raise UnknownLimit(self.key, case=wanted[0])
        return plain

    @property
    def backwards(self) -> bool:
        """Whether it is counted back from its event (*trước ngày tiếp*): the act must come so long before."""
        return self.start_event.startswith("trước ")

    @property
    def standing_label(self) -> Text:
        return STANDINGS[self.standing]

    @property
    def label(self) -> Text:
        """The figure as a sentence shows it: `30 ngày`, `10 ngày làm việc`, `trên 50%`."""
        share = str(self.share) if self.unit == "phần (từ)" else ""
        return amount_label(self.amount, self.unit, self.allowed, share)

    @property
    def per(self) -> Literal["week", "month", "quarter", "year"] | None:
        """The period in which the amount is owed (`kỳ/tuần` → week), None when it is not owed by period."""
        _, slash, period = self.unit.rpartition("/")
        return _PERIODS.get(period) if slash else None

    def due(self, start: date) -> date:
        """The last day as counted, not moved when it is a day off; `start`, the day of the event, is not counted.

        Bộ luật Dân sự 2015, Điều 147 khoản 2 (the first day is not counted), Điều 148 khoản 1, 3, 4 (months and years
        end on the same day of the month, or on its last). Backwards limits give the latest day for the act before the
        event. Raises TypeError when the limit is not a time.
        """
        if self.unit not in _TIMES:
            raise TypeError(f"{self.key} is counted in {self.unit!r}, which is not a time")
        count = -int(self.amount) if self.backwards else int(self.amount)
        match _TIMES[self.unit]:
            case "working days":
                return self.working_days.add(start, count)
            case "days":
                return start + timedelta(days=count)
            case "months":
                return _months_later(start, count)
            case "years":
                return _months_later(start, 12 * count)

    def last_day(self, start: date) -> date:
        """The last day in time: `due`, and when that is a day off the next working day.

        Bộ luật Dân sự 2015, Điều 148 khoản 5. A backwards limit is not moved: that would shorten the notice.
        """
        due = self.due(start)
        return due if self.backwards else self.working_days.on_or_after(due)

    def why_moved(self, start: date) -> Text | None:
        """Which day off moved the deadline (`Chủ nhật`, a holiday's name); None when it was not moved."""
        return None if self.last_day(start) == self.due(start) else self.working_days.why_off(self.due(start))

    def late(self, start: date, end: date) -> int:
        """How many calendar days `end` comes after `last_day(start)`, the moved one; 0 when in time."""
        return max(0, -self.days_left(start, end))

    def days_left(self, start: date, day: date) -> int:
        """Calendar days from `day` to `last_day(start)`; negative when it has passed."""
        return (self.last_day(start) - day).days

    def breach(self, start: date, end: date) -> dict[str, Any] | None:
        """What a message says of an act that came after the last day; None when it was in time.

        `limit`, `source`, `late` (calendar days), `taken` (as `taken` counts), `due` (the last day; why, where it was
        moved off a day off).
        """
        late = self.late(start, end)
        if not late:
            return None
        return {
            "limit": self,
            "source": self.source,
            "late": late,
            "taken": self.taken(start, end),
            "due": self._due_told(start),
        }

    def _due_told(self, start: date) -> date | Text:
        last, why = self.last_day(start), self.why_moved(start)
        if why is None:
            return last
        due = self.due(start)
        return Text(
            f"{last:%d/%m/%Y} (ngày {due:%d/%m} là {why.vi})",
            f"{last:%d/%m/%Y} ({due:%d/%m} being {why.en})",
        )

    def taken(self, start: date, end: date) -> int:
        """How long it took, in working days where the limit is, else in calendar days; back from a backwards event."""
        counted = self.working_days.between(start, end) if self.unit == "ngày làm việc" else (end - start).days
        return -counted if self.backwards else counted

    @property
    def share(self) -> Fraction:
        """The exact amount of a share: 1/2 of `50 % (phải trên)`, 2/3 of `2/3`. Raises TypeError for other units."""
        from fractions import Fraction

        if self.unit != "phần (từ)" and not self.unit.startswith("%"):
            raise TypeError(f"{self.key} is counted in {self.unit!r}, which is not a share")
        exact = Fraction(self.amount).limit_denominator(1000)
        return exact / 100 if self.unit.startswith("%") else exact

    def reached(self, part: int, whole: int) -> bool:
        """Whether `part` of `whole` is enough, compared as fractions: exactly half is not *trên 50 %*."""
        share = self.share
        needed, got = share.numerator * whole, part * share.denominator
        return whole > 0 and (got > needed if self.unit == "% (phải trên)" else got >= needed)


_TIMES: Mapping[str, Literal["days", "working days", "months", "years"]] = {
    "ngày": "days",
    "ngày làm việc": "working days",
    # Two sources differ: back from a meeting, calendar days ask the shorter notice.
    "ngày (làm việc?)": "days",
    "tháng": "months",
    "năm": "years",
}

_PERIODS: Mapping[str, Literal["week", "month", "quarter", "year"]] = {
    "tuần": "week",
    "tháng": "month",
    "quý": "quarter",
    "năm": "year",
}


class Law:
    """Looks a figure up by name and day: `law("complaint.first_resolution", at=day)`.

    `overrides` are the plan's own figures; of two that speak of the same day and case the last stands. An override
    without a case is of the plain one. It may also give a figure where the law's was not found. Raises UnknownLimit
    for an override of a key or case that law.toml does not have: ask `known_cases` first.
    """

    def __init__(self, overrides: Sequence[Override] = (), working_days: WorkingDays | None = None) -> None:
        for one in overrides:
            if not known_cases(one.key) or (one.case and one.case not in known_cases(one.key)):
                raise UnknownLimit(one.key, case=one.case)
        self.overrides = tuple(overrides)
        self.working_days = working_days or WorkingDays()
        self._regimes: dict[str, tuple[list[date], list[dict[str, Limit]]]] = {}

    def __call__(self, key: str, at: date) -> Limit:
        """The plain limit in force on the day of the starting event; `.case()` gives the others of that day.

        Plain is the case without a name, else `normal`, else the first that law.toml has. Raises UnknownLimit.
        """
        limit = self.get(key, at)
        if limit is None:
            raise UnknownLimit(key, at)
        return limit

    def get(self, key: str, at: date) -> Limit | None:
        """As a call, but None where no figure was in force or found; a key that law.toml lacks still raises."""
        if key not in self._regimes:
            self._regimes[key] = self._split_by_day(key)
        starts, regimes = self._regimes[key]
        place = bisect_right(starts, at) - 1
        return _plain(regimes[place]) if place >= 0 and regimes[place] else None

    def _split_by_day(self, key: str) -> tuple[list[date], list[dict[str, Limit]]]:
        """The days on which anything changes for this key, and what is in force from each of them on."""
        overrides = [one for one in self.overrides if one.key == key]
        every: list[Limit | Override] = [*_rows(key), *overrides]
        starts = {one.since or date.min for one in every}
        starts |= {one.until + timedelta(days=1) for one in every if one.until and one.until < date.max}
        ordered = sorted(starts)
        return ordered, [self._in_force(key, day, overrides) for day in ordered]

    def _in_force(self, key: str, day: date, overrides: Sequence[Override]) -> dict[str, Limit]:
        found = {one.case_name: one for one in _rows(key) if _covers(one, day) and _has_figure(one)}
        for override in overrides:
            if _covers(override, day):
                limit = _overridden(_replaced_row(override, found, day), override)
                found[limit.case_name] = limit
        regime: dict[str, Limit] = {}
        for name, limit in found.items():
            regime[name] = replace(limit, cases=regime, working_days=self.working_days)
        return regime


def known_keys() -> tuple[str, ...]:
    """The names of all figures, in the order of law.toml."""
    return tuple(_file())


def every_limit(key: str) -> tuple[Limit, ...]:
    """Every row that law.toml has of a figure, of all days and cases, those without a figure too: to be shown, not
    counted with. Raises UnknownLimit.
    """
    return _rows(key)


def known_cases(key: str) -> frozenset[str]:
    """The cases that law.toml has of a key on any day (`""` the one without a name); empty for an unknown key."""
    return frozenset(one.case_name for one in _file().get(key, ()))


_PLAIN = ("", "normal")


def _plain(cases: Mapping[str, Limit]) -> Limit:
    return next((cases[name] for name in _PLAIN if name in cases), None) or next(iter(cases.values()))


def _covers(one: Limit | Override, day: date) -> bool:
    return (one.since or date.min) <= day <= (one.until or date.max)


def _has_figure(limit: Limit) -> bool:
    return not isnan(limit.amount) or not needs_figure(limit.unit)


def _replaced_row(override: Override, in_force: Mapping[str, Limit], day: date) -> Limit:
    """The row whose unit and event the plan's figure takes: the one in force, else the nearest of its case or key."""
    if override.case in in_force:
        return in_force[override.case]
    if in_force and not override.case:
        return _plain(in_force)
    rows = _rows(override.key)
    of_case = sorted(
        [one for one in rows if one.case_name == override.case] or rows, key=lambda one: one.since or date.min
    )
    begun = [one for one in of_case if one.since and one.since <= day]
    return begun[-1] if begun else of_case[0]


def _overridden(limit: Limit, override: Override) -> Limit:
    return replace(
        limit,
        amount=override.amount,
        allowed=(),
        since=override.since,
        until=override.until,
        source=override.reason,
        reason=override.reason,
        standing="plan",
        overridden=True,
    )


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _rows(key: str) -> tuple[Limit, ...]:
    try:
        return _file()[key]
    except KeyError:
        raise UnknownLimit(key) from None


@cache
def _file() -> Mapping[str, tuple[Limit, ...]]:
    import tomllib  # both are slow to import, and many commands ask no law
    from importlib.resources import files

    tables = tomllib.loads(files("danvan_xlsx.words").joinpath("law.toml").read_text(encoding="utf-8"))
    return {
        f"{subject}.{name}": tuple(_limit(f"{subject}.{name}", {**table, **row}) for row in table.get("rows", [{}]))
        for subject, named in tables.items()
        for name, table in named.items()
    }


def _limit(key: str, row: Mapping[str, Any]) -> Limit:
    amount = row.get("amount", nan)
    allowed = tuple(amount) if isinstance(amount, list) else ()
    if isinstance(amount, str):
        part, whole = amount.split("/")
        amount = int(part) / int(whole)
    return Limit(
        key=key,
        case_name=row.get("case", ""),
        amount=min(allowed) if allowed else amount,
        unit=row["unit"],
        start_event=row.get("start_event", ""),
        since=row["from"],
        until=row.get("to"),
        source=row["source"],
        standing=row["standing"],
        note=row.get("note", ""),
        allowed=allowed,
    )
