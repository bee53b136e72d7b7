"""Rules asked of a text table: what they find stands beside the row that earns it.

    | code | received_on | kind      | accepted_on | expect            |
    | D-05 | 02/03/2022  | Khiếu nại | 15/03/2022  | DT02@accepted_on  |
    | D-06 | 02/03/2022  | Khiếu nại | 14/03/2022  | ~DT02             |

`~DT02` is a near miss: a row that all but earns the code, and does not. What is told at a heading (an absence, a note
for a whole period) is expected apart, `heading=("TCD01@held_on",)`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from danvan_xlsx.check.catalogue import catalogue
from danvan_xlsx.check.judge import judge_rows, judge_sheets
from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.registers import load
from danvan_xlsx.words.cases import day_of_check, lines_of
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.law import Law, Limit
from danvan_xlsx.words.layout import Placed, Sheet
from danvan_xlsx.words.rules import Register, Rule
from tests.registers.rows import read_table
from tests.tables import lines, split

AS_OF = "14/11/2022"


@cache
def minh_son() -> Plan:
    """The plan of the sample: its units, villages, lists, days off and settings."""
    from tests.sample.build import build_plan  # draws a workbook: only where a rule needs a plan

    with tempfile.TemporaryDirectory() as folder:
        return build_plan(Path(folder))


def day(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").date()


def judge(
    tables: Mapping[Sheet, str],
    *,
    as_of: str = AS_OF,
    plan: Plan | None = None,
    law: Law | None = None,
    only: Rule | None = None,
) -> list[Finding]:
    """Everything that the rules of these sheets find in these tables; other registers are there and empty."""
    context: dict[str, Any] = {"plan": plan or minh_son(), "as_of": day(as_of)}
    context["law"] = law or Law(context["plan"].overrides, context["plan"].calendar)
    typed = {sheet.code: text for sheet, text in tables.items()}
    registers = {code: register(sheet, typed.get(code, "")) for code, sheet in load().sheets.items()}
    of_these = [one for one in catalogue().values() if one.sheet is not None and one.sheet.code in typed]
    rules = [only] if only else of_these
    return [*judge_rows(registers, rules, context), *judge_sheets(registers, rules, context)]


def register(sheet: Sheet, text: str) -> Register:
    """A register of one workbook; one without a table is placed but empty."""
    found, _ = read_table(sheet, text or f"| {sheet.columns[0].code} |\n| |")
    home = found[0].at if found else _home(sheet)
    return Register(sheet, tuple(found), (home,))


def _home(sheet: Sheet) -> Placed:
    columns = {column.code: number for number, column in enumerate(sheet.columns, 2)}
    return Placed(sheet, "VP.xlsx", sheet.title.vi, "VP", columns)


def check(
    sheet: Sheet,
    text: str,
    *,
    heading: Collection[str] = (),
    others: Mapping[Sheet, str] | None = None,
    **asked: Any,
) -> list[Finding]:
    """Assert that the rules of a sheet find exactly what its column `expect` says; what they found, for more."""
    head, *body = lines(text)
    codes = split(head)
    at = codes.index("expect")
    table = "\n".join("| " + " | ".join(_without(split(line), at)) + " |" for line in (head, *body))
    findings = [one for one in judge({**(others or {}), sheet: table}, **asked) if _told_here(one, sheet)]
    expected = {
        (number, mark) for number, line in enumerate(body, 7) for mark in split(line)[at].split() if mark[0] != "~"
    } | {(6, mark) for mark in heading if mark[0] != "~"}

    assert {(one.place.row, f"{one.code}@{_column(one, sheet)}") for one in findings} == expected
    assert len(findings) == len(expected), "told twice"
    return findings


def _without(parts: list[str], at: int) -> list[str]:
    return parts[:at] + parts[at + 1 :]


def _told_here(one: Finding, sheet: Sheet) -> bool:
    return catalogue()[one.code].sheet is sheet


def _column(one: Finding, sheet: Sheet) -> str:
    """The code of the column that a finding of this sheet blames (framed: ours come before)."""
    assert one.place.column is not None
    return sheet.columns[one.place.column - 2].code


class Watched(Law):
    """The law, remembering which figures were looked up."""

    def __init__(self) -> None:
        super().__init__(minh_son().overrides, minh_son().calendar)
        self.asked: set[str] = set()

    def get(self, key: str, at: date) -> Limit | None:
        self.asked.add(key)
        return super().get(key, at)


def case_findings(rule: Rule, case: str, law: Law | None = None) -> list[Finding]:
    """What a rule finds in one of the cases it declares."""
    assert rule.sheet is not None
    sheets = load().sheets
    tables: dict[Sheet, str] = {rule.sheet: ""}
    by_register: dict[str, list[Mapping[str, str]]] = {}
    for line in lines_of(case, rule.sheet.code):
        by_register.setdefault(line.register, []).append(line.cells)
    for name, cells in by_register.items():
        tables[sheets[name]] = _table(cells)
    # Other rules of these sheets look other figures of the law up.
    return judge(tables, as_of=day_of_check(case) or AS_OF, law=law, only=rule)


def _table(rows: list[Mapping[str, str]]) -> str:
    codes = list(dict.fromkeys(code for row in rows for code in row))
    bodies = [[row.get(code, "") for code in codes] for row in rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (codes, *bodies))
