"""What the plan workbook means: units, tasks, indicators, periods, settings, lists. Data only; `build` fills it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.text import Text, fold
from danvan_xlsx.words.working_days import DayChange


@dataclass(frozen=True)
class Setting:
    """A figure or name of the commune, valid from–to, with its basis and the document that adopted it."""

    key: str
    value: str
    since: date | None
    until: date | None
    basis: str
    document: str

    def holds(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Unit:
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


@dataclass(frozen=True)
class Village:
    """A village with its households and people on the plan's day."""

    code: str
    name: str
    households: int
    people: int
    poor: int
    near_poor: int


@dataclass(frozen=True)
class Condition:
    """One part of a filter: the column must hold one of these values (as `rules.key` compares them)."""

    column: str
    values: frozenset[Any]


@dataclass(frozen=True)
class Indicator:
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


@dataclass(frozen=True)
class Task:
    """A commitment of the plan. `deadline` is as typed; `due` in `plan.status` derives it from the frequency."""

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


@dataclass(frozen=True)
class Period:
    """A reporting period: its window of data and the day by which the report leaves (strict: before that day)."""

    code: str
    name: str
    since: date
    until: date
    deadline: date
    strict: bool
    task: str | None


@dataclass(frozen=True)
class Recipient:
    """Who receives a document: order, whether addressed (kính gửi), purpose (b/c, p/h, t/h), e-mail."""

    document: str
    order: int
    name: str
    addressed: bool
    purpose: str
    email: str


@dataclass(frozen=True)
class Cited:
    """A document the plan cites, from–to in force, and its successor."""

    number: str
    day: date | None
    issuer: str
    subject: str
    since: date | None
    until: date | None
    successor: str


@dataclass(frozen=True)
class Exempted:
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

    def setting(self, key: str, day: date, default: str = "") -> str:
        """The value of a setting in force on a day."""
        found = [one for one in self._by_key.get(fold(key), ()) if one.holds(day)]
        return found[-1].value if found else default

    @cached_property
    def _by_key(self) -> dict[str, list[Setting]]:
        settings: dict[str, list[Setting]] = {}
        for one in self.settings:
            settings.setdefault(fold(one.key), []).append(one)
        return settings

    def typist(self, unit: str) -> str:
        """The unit in whose workbook a unit's registers are typed."""
        return self.units[unit].typed_in or unit

    def workbooks(self, day: date) -> tuple[str, ...]:
        """Codes of the active units that keep a workbook of their own, in the plan's order."""
        return tuple(u.code for u in self.units.values() if u.registers and u.typed_in is None and u.active(day))

    def registers_in(self, unit: str, day: date) -> tuple[str, ...]:
        """Sheet codes in a unit's workbook: its own and those of the units that type there, in order, once each."""
        codes: dict[str, None] = {}
        for one in self.units.values():
            if one.active(day) and self.typist(one.code) == unit:
                codes.update(dict.fromkeys(one.registers))
        return tuple(codes)

    @cached_property
    def adopted(self) -> frozenset[str]:
        """Codes of the tasks whose proposed owner, target and deadline the commune has adopted (setting `adopted`)."""
        codes: set[str] = set()
        for one in self._by_key.get("adopted", ()):
            codes.update(part.strip() for part in one.value.split(";") if part.strip())
        return frozenset(codes)

    def owner(self, unit: str) -> Text:
        """The second line of a sheet: commune, unit, year."""
        name = self.units[unit].name
        return Text(
            f"UBND xã {self.commune_name} · {name} · Năm {self.year}", f"{self.commune_name} · {name} · {self.year}"
        )
