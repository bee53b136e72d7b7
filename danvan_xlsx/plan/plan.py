"""What the plan workbook means: units, tasks, indicators, periods, settings, lists. Data only; `build` fills it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any, NamedTuple

from danvan_xlsx.plan.settings import ADOPTED_KEY, PLAN_DAY_KEY, PLAN_NUMBER_KEY, SETTINGS, TRIAL_KEY
from danvan_xlsx.words.citations import Document, Library, known_documents
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.law import Override
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.text import Text, fold
from danvan_xlsx.words.working_days import DayChange, WorkingDays

#: Sheets of every unit's workbook, not owed in DonVi: *Nhiệm vụ*, *Văn bản ban hành*, *Chốt số liệu*.
COMMON_SHEETS = ("tasks", "documents", "closing")


class Setting(NamedTuple):
    """A figure or name of the commune, valid from–to, with its basis and the document that adopted it."""

    key: str
    value: str
    since: date | None
    until: date | None
    basis: str
    document: str

    def holds(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Unit(NamedTuple):
    """Who reports. registers: sheet codes owed. typed_in: the unit in whose workbook they are typed (itself: None)."""

    code: str
    name: str
    kind: Option
    head: str
    email: str
    registers: tuple[str, ...]
    typed_in: str | None
    since: date | None
    until: date | None

    def active(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Village(NamedTuple):
    """A village with its households and people on the plan's day."""

    code: str
    name: str
    households: int
    people: int
    poor: int
    near_poor: int


class Condition(NamedTuple):
    """One part of a filter: the column must hold one of these values (as `rules.key` compares them)."""

    column: str
    values: frozenset[Any]


class Indicator(NamedTuple):
    """What is measured for a task: measure (over another one for a share, in per cent), when, against which target."""

    task: str
    label: str
    measure: str
    of: str | None
    conditions: tuple[Condition, ...]
    window: Option
    comparison: Option
    target: float
    unit: str
    basis: Option
    row: Row

    @property
    def code(self) -> str:
        """`II.2.11/dossiers_online:dossiers_received`: the same in every commune and year that counts the same."""
        over = f":{self.of}" if self.of else ""
        chosen = "".join(f"[{one.column}={'|'.join(sorted(map(str, one.values)))}]" for one in self.conditions)
        return f"{self.task}/{self.measure}{over}{chosen}"


class Task(NamedTuple):
    """A commitment of the plan. `deadline` is as typed; `plan.windows` derives the due days from the frequency.

    lead, typed_by: unit codes; "" where the plan names no unit that it has.
    unmeasured: indicators of the plan that cannot be measured as written; while there are any it is not done.
    """

    code: str
    section: str
    title: str
    lead: str
    lead_basis: Option
    typed_by: str
    partners: str
    frequency: Option
    starts: date | None
    deadline: date | None
    deadline_basis: Option | None
    product: str
    target: str
    target_basis: Option | None
    evidence: tuple[str, ...]
    overlaps: tuple[str, ...]
    followed: bool
    nothing_allowed: bool
    row: Row
    indicators: tuple[Indicator, ...] = ()
    unmeasured: int = 0


#: Codes of the periods of the inspection sector (ngành Thanh tra) begin so: `TTR-6T`, `TTR-NAM`.
INSPECTION = "ttr"


class Period(NamedTuple):
    """A reporting period: its window of data and the day by which the report leaves (strict: before that day)."""

    code: str
    name: str
    since: date
    until: date
    deadline: date
    strict: bool
    task: str | None

    @property
    def inspection(self) -> bool:
        """Whether its report is the inspection sector's forms, in their own window."""
        return fold(self.code).startswith(INSPECTION)

    @property
    def last_day(self) -> date:
        """The last day on which it is in time: “trước 30/5” means 29/5."""
        return self.deadline - timedelta(days=1) if self.strict else self.deadline


class Recipient(NamedTuple):
    """Who receives a document: order, whether addressed (kính gửi), purpose (b/c, p/h, t/h), e-mail."""

    document: str
    order: int
    name: str
    addressed: bool
    purpose: str
    email: str


class Cited(NamedTuple):
    """A document the plan cites, from–to in force, and its successor."""

    number: str
    day: date | None
    issuer: str
    subject: str
    since: date | None
    until: date | None
    successor: str


class Exempted(NamedTuple):
    """A finding the commune accepts (NgoaiLe): rule, unit, cell or row, reason, who decided, until when."""

    code: str
    unit: str
    sheet: str
    cell: str
    reason: str
    decided_by: str
    until: date | None
    row: Row


@dataclass(frozen=True)
class Plan:
    """The year's plan of one commune."""

    commune: str
    commune_name: str
    year: int
    settings: tuple[Setting, ...] = ()
    units: Mapping[str, Unit] = field(default_factory=dict)
    villages: Mapping[str, Village] = field(default_factory=dict)
    days: tuple[DayChange, ...] = ()
    tasks: Mapping[str, Task] = field(default_factory=dict)
    periods: Mapping[str, Period] = field(default_factory=dict)
    recipients: tuple[Recipient, ...] = ()
    documents: tuple[Cited, ...] = ()
    #: list name → options, villages, units and tasks among them: what `Sheet.bind` takes.
    lists: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)
    #: list name → further wording → option code.
    aliases: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    exempted: tuple[Exempted, ...] = ()
    #: (code of a period, code of a figure) → what it was in the same period of last year (CungKy).
    same_period: Mapping[tuple[str, str], float] = field(default_factory=dict)
    #: Figures of the law that the commune sets anew (settings whose key is the figure's name).
    overrides: tuple[Override, ...] = ()

    def setting(self, key: str, day: date, default: str = "") -> str:
        """A setting in force on a day, as it was typed; else `default`, else the one of `settings.SETTINGS`."""
        found = [one for one in self._by_key.get(fold(key), ()) if one.holds(day)]
        if found:
            return found[-1].value
        return default or (SETTINGS[key].default if key in SETTINGS else "")

    def value(self, key: str, day: date) -> Any:
        """A setting of `settings.SETTINGS` as its kind reads it: a number, a day, yes or no; None without one."""
        return SETTINGS[key].value(self.setting(key, day))

    @cached_property
    def _by_key(self) -> dict[str, list[Setting]]:
        settings: dict[str, list[Setting]] = {}
        for one in self.settings:
            settings.setdefault(fold(one.key), []).append(one)
        return settings

    @cached_property
    def calendar(self) -> WorkingDays:
        """The days the office works, with those exchanged in LichNghi."""
        return WorkingDays(self.days)

    @property
    def day(self) -> date:
        """The day the plan was issued, where CauHinh says it; else the first of its year."""
        day: date | None = self.value(PLAN_DAY_KEY, date(self.year, 12, 31))
        return day or date(self.year, 1, 1)

    @cached_property
    def library(self) -> Library:
        """The documents that may be cited: those of VanBan and the plan itself above those known everywhere."""
        own = [
            Document(
                one.number, one.day, one.issuer, one.subject, one.since, one.until, listed(one.successor), "VanBan"
            )
            for one in self.documents
        ]
        if number := self.setting(PLAN_NUMBER_KEY, date(self.year, 12, 31)):
            own.append(Document(number, self.value(PLAN_DAY_KEY, date(self.year, 12, 31)), source="CauHinh"))
        return known_documents().beneath(own)

    def unit_name(self, unit: str) -> str:
        """The name of a unit; "" for a code that the plan does not have."""
        return self.units[unit].name if unit in self.units else ""

    def typist(self, unit: str) -> str:
        """The unit in whose workbook a unit's registers are typed."""
        return self.units[unit].typed_in or unit

    def workbooks(self, day: date) -> tuple[str, ...]:
        """Codes of the active units that keep a workbook of their own, in the plan's order."""
        return tuple(u.code for u in self.units.values() if u.registers and u.typed_in is None and u.active(day))

    def registers_in(self, unit: str, day: date) -> tuple[str, ...]:
        """Sheet codes in a unit's workbook: its own and those of the units that type there, in order, once each.

        `COMMON_SHEETS` are not among them unless the plan names them.
        """
        codes: dict[str, None] = {}
        for one in self.units.values():
            if one.active(day) and self.typist(one.code) == unit:
                codes.update(dict.fromkeys(one.registers))
        return tuple(codes)

    @cached_property
    def adopted(self) -> frozenset[str]:
        """Codes of the tasks whose proposed owner, target and deadline the commune has adopted (setting `adopted`)."""
        typed = {fold(code) for one in self._by_key.get(ADOPTED_KEY, ()) for code in listed(one.value)}
        return frozenset(code for code in self.tasks if fold(code) in typed)

    @cached_property
    def trial_rules(self) -> frozenset[str]:
        """Codes of the rules that the commune only tries (setting `trial_rules`): what they find is a note."""
        return frozenset(code.upper() for one in self._by_key.get(TRIAL_KEY, ()) for code in listed(one.value))

    def owner(self, unit: str) -> Text:
        """The second line of a sheet: commune, unit (none: the plan's own workbook), year."""
        name = f" · {self.units[unit].name}" if unit else ""
        kind = self.setting("commune_kind", date(self.year, 12, 31))
        return Text(
            f"UBND {kind} {self.commune_name}{name} · Năm {self.year}",
            f"{self.commune_name}{name} · {self.year}",
        )


def listed(typed: str) -> tuple[str, ...]:
    """Codes typed in one cell, separated by `;` or `,`."""
    return tuple(part for part in (part.strip() for part in typed.replace(",", ";").split(";")) if part)
