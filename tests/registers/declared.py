"""The grey example row of a sheet, read and judged as a row that staff typed."""

from __future__ import annotations

from datetime import date

from danvan_xlsx.check.columns import judge_columns
from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.words.finding import Severity
from danvan_xlsx.words.layout import Sheet
from danvan_xlsx.words.rules import Register
from tests.registers.rows import read_table

MINH_SON = Plan("minh-son", "Minh Sơn", 2022)


def example_faults(sheet: Sheet) -> list[tuple[str, str | None]]:
    """(code, cell) of what is wrong with the examples; a note on how a number was read is nothing wrong.

    A value that another register or the plan must know is not looked up.
    """
    examples = [column for column in sheet.columns if column.example]
    head = " | ".join(column.code for column in examples)
    body = " | ".join(column.example for column in examples)
    found, findings = read_table(sheet, f"| {head} |\n| {body} |")
    register = Register(found[0].at.sheet, tuple(found))
    judged = judge_columns({sheet.code: register}, MINH_SON, date(2022, 12, 31))
    wrong = [one for one in (*findings, *judged) if one.severity is not Severity.NOTE and one.code != "DL10"]
    return [(one.code, one.place.cell) for one in wrong]
