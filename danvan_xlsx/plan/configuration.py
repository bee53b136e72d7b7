"""The settings of CauHinh, each read as its kind says, and the figures of the law that the commune sets anew."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from danvan_xlsx.plan import setting_faults
from danvan_xlsx.plan.draft import Draft, Names
from danvan_xlsx.plan.faults import ADOPTED_TASK_UNKNOWN
from danvan_xlsx.plan.plan import Setting, Task, listed
from danvan_xlsx.plan.settings import ADOPTED_KEY, COMMUNE_CODE_KEY, SETTINGS, YEAR_KEY, SettingKey
from danvan_xlsx.plan.sheets import PERIODS_SHEET, SETTINGS_SHEET, TASKS_SHEET
from danvan_xlsx.words.frame import META_COMMUNE, META_YEAR
from danvan_xlsx.words.kinds import NUMBER
from danvan_xlsx.words.law import Override, known_cases
from danvan_xlsx.words.layout import Cell, Row
from danvan_xlsx.words.text import fold

_NAMES = Names({key: (one.label.vi, one.label.en) for key, one in SETTINGS.items()})


def build_settings(draft: Draft, meta: Mapping[str, str]) -> tuple[tuple[Setting, ...], tuple[Override, ...]]:
    """The settings that can be used, in the sheet's order, and the commune's own figures of the law."""
    settings: list[Setting] = []
    overrides: list[Override] = []
    asked = set(_said_by(meta))
    for row in draft.rows(SETTINGS_SHEET, "key"):
        known = SETTINGS.get(_NAMES.find(row["key"]) or "")
        if known is None:
            overrides.extend(_override(draft, row))
            continue
        # A key whose value is blank or unreadable has been told at its cell.
        asked.add(known.key)
        if "value" in row.values and _readable(draft, row, known):
            settings.append(_setting(row, known.key))
    for one in SETTINGS.values():
        if one.required and one.key not in asked:
            place = draft.heading(SETTINGS_SHEET, "key")
            draft.tell(setting_faults.SETTING_MISSING, place, label=one.label, key=one.key)
    return tuple(settings), tuple(overrides)


def _said_by(meta: Mapping[str, str]) -> tuple[str, ...]:
    pairs = ((META_YEAR, YEAR_KEY), (META_COMMUNE, COMMUNE_CODE_KEY))
    return tuple(key for entry, key in pairs if meta.get(entry))


def _readable(draft: Draft, row: Row, known: SettingKey) -> bool:
    if not known.read(row["value"]).fault:
        return True
    draft.tell(
        setting_faults.SETTING_OF_ANOTHER_KIND,
        row.place("value"),
        label=known.label,
        raw=row["value"],
        expected=known.wanted,
    )
    return False


def _setting(row: Row, key: str) -> Setting:
    return Setting(
        key=key,
        value=row["value"],
        since=row.get("since"),
        until=row.get("until"),
        basis=row.get("basis", ""),
        document=row.get("document", ""),
    )


def _override(draft: Draft, row: Row) -> tuple[Override, ...]:
    """`complaint.acceptance` or `complaint.first_resolution:complex`: a figure of the law, set anew with its reason."""
    key, _, case = row["key"].partition(":")
    cases = known_cases(key) if "." in key else frozenset()
    if not cases or (case and case not in cases):
        near = _NAMES.near(row["key"])
        draft.tell(setting_faults.SETTING_UNKNOWN, row.place("key"), raw=row["key"], near=near)
        return ()
    if "value" not in row.values:
        return ()
    reading = NUMBER.read(Cell(row["value"]))
    if reading.fault:
        draft.tell(
            setting_faults.SETTING_OF_ANOTHER_KIND,
            row.place("value"),
            label=row.get("label") or row["key"],
            raw=row["value"],
            expected=NUMBER.label,
        )
        return ()
    reason = ", ".join(part for part in (row.get("basis", ""), row.get("document", "")) if part)
    draft.tell(setting_faults.LIMIT_SET_ANEW, row.place("value"), key=row["key"], raw=row["value"], basis=reason)
    return (Override(key, case, reading.value, row.get("since"), row.get("until"), reason),)


def year_of(settings: tuple[Setting, ...], meta: Mapping[str, str], draft: Draft) -> int:
    """Of CauHinh, else of `_META`, else of the first deadline typed: a plan without a year has been told."""
    typed = [SETTINGS[YEAR_KEY].value(one.value) for one in settings if one.key == YEAR_KEY]
    if typed:
        return int(typed[-1])
    if meta.get(META_YEAR, "").isdigit():
        return int(meta[META_YEAR])
    days: list[date] = [
        row["deadline"] for sheet in (TASKS_SHEET, PERIODS_SHEET) for row in draft.rows(sheet, "deadline")
    ]
    return days[0].year if days else _NO_YEAR


#: Stands in where nothing in the workbook says the year.
_NO_YEAR = 1900


def check_adopted(draft: Draft, tasks: Mapping[str, Task]) -> None:
    known = {fold(code) for code in tasks} | {fold(row["code"]) for row in draft.rows(TASKS_SHEET, "code")}
    for row in draft.rows(SETTINGS_SHEET, "key", "value"):
        if _NAMES.find(row["key"]) == ADOPTED_KEY:
            unknown = [code for code in listed(row["value"]) if fold(code) not in known]
            if unknown:
                draft.tell(ADOPTED_TASK_UNKNOWN, row.place("value"), raw=unknown)
