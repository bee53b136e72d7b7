"""A small sound plan as text tables, and registers it may name: what the tests of the plan begin with."""

from __future__ import annotations

from collections.abc import Iterable

import danvan_xlsx.check.faults  # noqa: F401 - what reading tells is in the catalogue
from danvan_xlsx.plan.build import Known, build
from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.plan.sheets import SHEETS
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.frame import framed
from danvan_xlsx.words.kinds import CODE, COUNT, FACT_DAY, LINE, YES_NO, Option, choice
from danvan_xlsx.words.layout import Column, Placed, Sheet
from danvan_xlsx.words.rules import CATALOGUE, ERROR, Figure, Measure
from danvan_xlsx.words.text import Text
from tests.registers.rows import read_table

KINDS = (
    Option("complaint", Text("Khiếu nại", "Complaint"), ("KN",)),
    Option("proposal", Text("Kiến nghị, phản ánh", "Proposal")),
)
PETITIONS = Sheet(
    "petitions",
    Text("Sổ đơn thư", "Petitions"),
    (
        Column("code", Text("Mã đơn", "Code"), CODE),
        Column("received", Text("Ngày nhận", "Received"), FACT_DAY),
        Column("kind", Text("Loại", "Kind"), choice("petition_kinds", *KINDS)),
        Column("field", Text("Lĩnh vực", "Field"), choice("fields")),
        Column("group", Text("Đông người", "Group"), YES_NO),
        Column("person", Text("Họ tên", "Person"), LINE, personal=True),
    ),
)
NEWS = Sheet(
    "news",
    Text("Tin, bài", "News"),
    (Column("day", Text("Ngày", "Day"), FACT_DAY), Column("count", Text("Số tin", "Count"), COUNT)),
)
DOCUMENTS = Sheet(
    "documents", Text("Văn bản ban hành", "Documents"), (Column("day", Text("Ngày ban hành", "Day"), FACT_DAY),)
)


def one_each(rows: Iterable[object]) -> Iterable[Figure]:
    return ()


def measure(code: str, sheet: Sheet, on: str, label: str, unit: str) -> Measure:
    return Measure(code, sheet, on, Text(unit, unit), Text(label, code), one_each, ())


KNOWN = Known(
    {sheet.code: sheet for sheet in (PETITIONS, NEWS, DOCUMENTS)},
    {
        one.code: one
        for one in (
            measure("petitions_received", PETITIONS, "received", "Đơn tiếp nhận", "đơn"),
            measure("petitions_resolved", PETITIONS, "received", "Đơn đã giải quyết", "đơn"),
            measure("news_published", NEWS, "day", "Tin, bài đã đăng", "tin, bài"),
            measure("documents_issued", DOCUMENTS, "day", "Văn bản đã ban hành", "văn bản"),
        )
    },
)

SOUND = {
    "settings": """
        | key             | value               |
        | year            | 2022                |
        | commune_code    | minh-son            |
        | commune_name    | Minh Sơn            |
        | superior        | UBND huyện Ngọc Lặc |
        """,
    "units": """
        | code    | name                 | kind  | registers            | typed_in |
        | VP      | Văn phòng – Thống kê | UBND  | Sổ đơn thư           |          |
        | VANHOA  | Văn hóa – Xã hội     | UBND  | Tin, bài             |          |
        | CHUTICH | Chủ tịch UBND        | UBND  |                      | VP       |
        """,
    "plan_tasks": """
        | code  | title               | lead             | frequency    | target_basis |
        | II.4.5 | Giải quyết khiếu nại | Chủ tịch UBND    | Thường xuyên | luật         |
        | III.3.2 | Đưa tin, bài        | VANHOA           | Tháng        | đề xuất      |
        """,
}

META = {"commune": "minh-son", "year": "2022"}


def built(known: Known = KNOWN, meta: dict[str, str] | None = None, **tables: str) -> tuple[Plan, list[Finding]]:
    """The plan of the sound tables with some of them replaced; what reading itself tells comes first."""
    rows, placed, told = {}, {}, []
    for sheet in SHEETS:
        if text := {**SOUND, **tables}.get(sheet.code):
            rows[sheet.code], findings = read_table(sheet, text, "KH")
            numbers = {column.code: number for number, column in enumerate(framed(sheet), 1)}
            placed[sheet.code] = Placed(sheet, "ke-hoach.xlsx", sheet.title.vi, "", numbers)
            told += [one for one in findings if CATALOGUE[one.code].severity is ERROR]
    plan, findings = build(rows, placed, known, META if meta is None else meta)
    return plan, told + findings


def faults_of(**tables: str) -> set[tuple[str, str | None]]:
    return {(one.code, one.place.cell) for one in built(**tables)[1]}


TASK_HEAD = "| code | title | lead | typed_by | frequency | starts | deadline | evidence | overlaps |\n"
TASK = "| II.4.5 | Giải quyết khiếu nại | VP | | Thường xuyên | | | | |\n"
INDICATOR_HEAD = "| task | label | measure | of | filter | window | comparison | target |\n"
PERIOD_HEAD = "| code | name | since | until | deadline | task |\n"
UNIT_HEAD = "| code | name | kind | registers | typed_in | since | until |\n"
UNIT = (
    "| VP | Văn phòng – Thống kê | UBND | Sổ đơn thư | | | |\n| VANHOA | Văn hóa – Xã hội | UBND | Tin, bài | | | |\n"
)
SETTING_HEAD = "| key | value | basis |\n"
SETTING = (
    "| year | 2022 | |\n| commune_code | minh-son | |\n| commune_name | Minh Sơn | |\n| superior | UBND huyện | |\n"
)
LIST_HEAD = "| list | code | label | words |\n"
EXCEPTION_HEAD = "| code | unit | cell | reason | decided_by |\n"


def tasks(*rows: str) -> dict[str, str]:
    return {"plan_tasks": TASK_HEAD + TASK + "\n".join(rows)}


def indicators(*rows: str) -> dict[str, str]:
    return {"indicators": INDICATOR_HEAD + "\n".join(rows)}


def units(*rows: str) -> dict[str, str]:
    return {"units": UNIT_HEAD + UNIT + "\n".join(rows), "plan_tasks": TASK_HEAD + TASK}


def settings(*rows: str) -> dict[str, str]:
    return {"settings": SETTING_HEAD + SETTING + "\n".join(rows)}


def periods(*rows: str) -> dict[str, str]:
    return {"periods": PERIOD_HEAD + "\n".join(rows)}
