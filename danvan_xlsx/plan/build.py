"""The plan from the rows of its workbook. A plan that is wrong in places still builds; what cannot be used is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from danvan_xlsx.plan import faults, setting_faults
from danvan_xlsx.plan.citations import check_citations
from danvan_xlsx.plan.commitments import add_indicators, build_tasks, check_keepers
from danvan_xlsx.plan.configuration import build_settings, check_adopted, year_of
from danvan_xlsx.plan.draft import Draft, Known, Names, parts
from danvan_xlsx.plan.lists import build_lists
from danvan_xlsx.plan.plan import Cited, Exempted, Period, Plan, Recipient, Unit, Village
from danvan_xlsx.plan.settings import COMMUNE_CODE_KEY, COMMUNE_NAME_KEY
from danvan_xlsx.plan.sheets import (
    CITED_SHEET,
    DAYS_SHEET,
    EXCEPTIONS_SHEET,
    PERIODS_SHEET,
    RECIPIENTS_SHEET,
    SAME_PERIOD_SHEET,
    UNITS_SHEET,
    VILLAGES_SHEET,
)
from danvan_xlsx.plan.terms import DAY_WORKED, OFFICE
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.frame import META_COMMUNE
from danvan_xlsx.words.layout import Placed, Row
from danvan_xlsx.words.working_days import DayChange

__all__ = ["Known", "build"]


def build(
    rows: Mapping[str, Sequence[Row]], placed: Mapping[str, Placed], known: Known, meta: Mapping[str, str]
) -> tuple[Plan, list[Finding]]:
    """The plan and what is wrong with it.

    rows, placed: by sheet code of `plan.sheets`; a sheet that was not found is missing from both. known: the registers
    and measures there are. meta: of `_META`; its commune and year stand in where CauHinh does not say.
    """
    draft = Draft(rows, placed, known)
    settings, overrides = build_settings(draft, meta)
    year = year_of(settings, meta, draft)
    units = _units(draft)
    villages = _villages(draft)
    tasks = build_tasks(draft, units, year)
    lists = build_lists(draft, units, villages, tasks, year)
    tasks = add_indicators(draft, tasks, lists)
    check_keepers(draft, tasks.values(), units)
    check_adopted(draft, tasks)
    typed = {one.key: one.value for one in settings}
    plan = Plan(
        commune=typed.get(COMMUNE_CODE_KEY) or meta.get(META_COMMUNE, ""),
        commune_name=typed.get(COMMUNE_NAME_KEY, ""),
        year=year,
        settings=settings,
        units=units,
        villages=villages,
        days=_days(draft, year),
        tasks=tasks,
        periods=_periods(draft, tuple(tasks)),
        recipients=_recipients(draft),
        documents=_documents(draft),
        lists=lists.options,
        aliases=lists.aliases,
        exempted=_exempted(draft, units),
        same_period={
            (row["period"], row["figure"]): row["value"]
            for row in draft.rows(SAME_PERIOD_SHEET, "period", "figure", "value")
        },
        overrides=overrides,
    )
    check_citations(draft, plan)
    return plan, draft.findings


def _units(draft: Draft) -> dict[str, Unit]:
    rows = {row["code"]: row for row in draft.once(UNITS_SHEET, "code")}
    names = Names({code: (row.get("name", code),) for code, row in rows.items()})
    typed_in = {code: _typed_in(draft, row, names) for code, row in rows.items()}
    return {code: _unit(draft, row, _home(draft, row, typed_in)) for code, row in rows.items()}


def _unit(draft: Draft, row: Row, typed_in: str | None) -> Unit:
    registers = {typed: draft.registers.find(typed) for typed in parts(row.get("registers"))}
    unknown = [typed for typed, code in registers.items() if code is None]
    if unknown:
        draft.tell(
            faults.REGISTER_UNKNOWN,
            row.place("registers"),
            unit=row["code"],
            raw=unknown,
            near=draft.registers.near(unknown[0]),
        )
    return Unit(
        code=row["code"],
        name=row.get("name", row["code"]),
        kind=row.get("kind", OFFICE),
        head=row.get("head", ""),
        email=row.get("email", ""),
        registers=tuple(dict.fromkeys(code for code in registers.values() if code)),
        typed_in=typed_in,
        since=row.get("since"),
        until=row.get("until"),
    )


def _typed_in(draft: Draft, row: Row, names: Names) -> str | None:
    typed = row.get("typed_in")
    if typed is None:
        return None
    unit = names.find(typed)
    if unit is None:
        draft.tell(faults.UNIT_UNKNOWN, row.place("typed_in"), raw=typed, near=names.near(typed))
    return None if unit == row["code"] else unit


def _home(draft: Draft, row: Row, typed_in: Mapping[str, str | None]) -> str | None:
    """The unit whose workbook it is in the end; None for its own, and where the units send each other round."""
    code = typed_in[row["code"]]
    seen = {row["code"]}
    told = False
    while code is not None and typed_in[code] is not None:
        if not told:
            draft.tell(faults.TYPED_IN_A_BORROWED_BOOK, row.place("typed_in"), unit=row["code"], other=code)
            told = True
        if code in seen:
            return None
        seen.add(code)
        code = typed_in[code]
    return code


def _villages(draft: Draft) -> dict[str, Village]:
    return {
        row["code"]: Village(
            code=row["code"],
            name=row.get("name", row["code"]),
            households=row.get("households", 0),
            people=row.get("people", 0),
            poor=row.get("poor", 0),
            near_poor=row.get("near_poor", 0),
        )
        for row in draft.once(VILLAGES_SHEET, "code")
    }


def _days(draft: Draft, year: int) -> tuple[DayChange, ...]:
    changes = []
    for row in draft.rows(DAYS_SHEET, "day", "change"):
        if row["day"].year != year:
            draft.tell(setting_faults.DAY_OUTSIDE_THE_YEAR, row.place("day"), raw=row["day"], year=str(year))
        changes.append(DayChange(row["day"], row["change"] == DAY_WORKED, row.get("name", "")))
    return tuple(changes)


def _periods(draft: Draft, tasks: Sequence[str]) -> dict[str, Period]:
    names = Names(dict.fromkeys(tasks, ()))
    periods = {}
    for row in draft.once(PERIODS_SHEET, "code", needed=("since", "until", "deadline")):
        since: date = row["since"]
        until: date = row["until"]
        code, deadline = row["code"], row["deadline"]
        task = names.find(row["task"]) if "task" in row.values else None
        if "task" in row.values and task is None:
            draft.tell(faults.TASK_UNKNOWN, row.place("task"), raw=row["task"])
        if until < since:
            draft.tell(setting_faults.WINDOW_INVERTED, row.place("until"), period=code, raw=until, since=since)
            continue
        if deadline < until:
            place = row.place("deadline")
            draft.tell(setting_faults.DUE_BEFORE_THE_DATA_END, place, period=code, raw=deadline, until=until)
        name = row.get("name", code)
        periods[code] = Period(code, name, since, until, deadline, row.get("strict", False), task)
    return periods


def _recipients(draft: Draft) -> tuple[Recipient, ...]:
    found = [
        Recipient(
            document=row["document"],
            order=row.get("order", 0),
            name=row["name"],
            addressed=row.get("addressed", False),
            purpose=row.get("purpose", ""),
            email=row.get("email", ""),
        )
        for row in draft.rows(RECIPIENTS_SHEET, "document", "name")
    ]
    return tuple(sorted(found, key=lambda one: (one.document, one.order)))


def _documents(draft: Draft) -> tuple[Cited, ...]:
    return tuple(
        Cited(
            number=row["number"],
            day=row.get("day"),
            issuer=row.get("issuer", ""),
            subject=row.get("subject", ""),
            since=row.get("since"),
            until=row.get("until"),
            successor=row.get("successor", ""),
        )
        for row in draft.rows(CITED_SHEET, "number")
    )


def _exempted(draft: Draft, units: Mapping[str, Unit]) -> tuple[Exempted, ...]:
    """An exception without its reason, or whose scope could not be read, would accept too much: it is left out."""
    names = Names({unit.code: (unit.name,) for unit in units.values()})
    found = []
    for row in draft.rows(EXCEPTIONS_SHEET, "code", "reason"):
        unit = names.find(row["unit"]) if "unit" in row.values else ""
        if unit is None:
            draft.tell(faults.UNIT_UNKNOWN, row.place("unit"), raw=row["unit"], near=names.near(row["unit"]))
        if unit is None or row.refused & {"unit", "sheet", "cell", "until"}:
            continue
        found.append(
            Exempted(
                code=row["code"],
                unit=unit,
                sheet=row.get("sheet", ""),
                cell=row.get("cell", ""),
                reason=row["reason"],
                decided_by=row.get("decided_by", ""),
                until=row.get("until"),
                row=row,
            )
        )
    return tuple(found)
