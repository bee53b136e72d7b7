"""The plan's tasks in the units' workbooks: rows missing, doubled or added, and rows named for two tasks."""

from __future__ import annotations

from collections.abc import Mapping

from danvan_xlsx.check.overlaps import Overlaps
from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.registers.tasks import BOX, TASKS
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Register, found, key
from danvan_xlsx.words.text import fold


def judge_task_rows(plan: Plan, registers: Mapping[str, Register]) -> list[Finding]:
    """Every workbook's *Nhiệm vụ*: each task of the unit once (KH23, KH24), no others (KH25)."""
    register = registers.get(TASKS.code)
    if register is None:
        return []
    findings: list[Finding] = []
    for placed in register.placed:
        rows = [row for row in register.rows if row.at is placed and "code" in row.values]
        owed = {key(one.code): one.code for one in plan.tasks.values() if one.typed_by == placed.unit}
        first: dict[str, Row] = {}
        for row in rows:
            code = key(row["code"])
            held = first.setdefault(code, row)
            if held is not row:
                findings.append(found("KH24", row.place("code"), task=row["code"], other=held.place("code").cell))
            elif code not in owed and not code.startswith(fold(BOX)):
                findings.append(found("KH25", row.place("code"), task=row["code"]))
        refused = any("code" in row.refused for row in register.rows if row.at is placed)
        if not refused:
            missing = (code for folded, code in owed.items() if folded not in first)
            findings.extend(found("KH23", placed.heading("code"), task=code) for code in missing)
    return findings


def judge_overlaps(plan: Plan, registers: Mapping[str, Register]) -> list[Finding]:
    """A row that names several tasks counts for each only where the plan calls them the same work (KH32)."""
    overlaps = Overlaps(plan)
    return [
        found("KH32", row.place("task"), tasks=row["task"])
        for register in registers.values()
        if "task" in register.sheet.by_code
        for row in register.rows
        if isinstance(row.get("task"), tuple) and not overlaps.same_work(row["task"])
    ]
