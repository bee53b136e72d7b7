"""The small commune graded by a small scheme."""

from __future__ import annotations

from collections.abc import Mapping

from danvan_xlsx.check.measuring import Measuring
from danvan_xlsx.check.outcome import Outcome
from danvan_xlsx.plan.status import Status
from danvan_xlsx.registers import load
from danvan_xlsx.report.grading import Grading, Line, grade
from danvan_xlsx.report.official.schemes import scheme_of
from danvan_xlsx.words.rules import Register
from tests import outcomes
from tests.outcomes import AS_OF, PLAN, outcome
from tests.registers.rows import read_table

SCHEME = """
name = "Thang điểm thử"
source = "Văn bản thử"
total = 30
late = 0.5
ranks = [
    { name = "Tốt", at_least = 25, without_zero = true },
    { name = "Khá", at_least = 15 },
    { name = "Chưa đạt", at_least = 0 },
]
limits = [{ code = "G1", text = "Người đứng đầu bị cảnh cáo", at_most = "Khá" }]
[[groups]]
title = "A"
criteria = [
    { code = "A1", text = "Kỳ", points = 10, measure = "chair_sessions_held", of = "chair_sessions_due", target = 90 },
    { code = "A2", text = "Nhiệm vụ", points = 10, tasks = ["II.1.1", "II.2.1"] },
    { code = "A3", text = "Thái độ phục vụ", points = 10 },
]
[[groups]]
title = "Thưởng"
kind = "bonus"
criteria = [{ code = "C1", text = "Lượt tiếp", points = 2, measure = "visits", each = 1 }]
[[groups]]
title = "Trừ"
kind = "minus"
criteria = [{ code = "D1", text = "Bị nhắc nhở", points = 3 }]
"""
SESSIONS = "| week | day | receiver |\n"
HELD, DELEGATED = "| 1 | 06/01/2022 | Chủ tịch |\n", "| 2 | 13/01/2022 | Ủy quyền |\n"
VISIT = "| day | receiver |\n| 06/01/2022 | Chủ tịch |\n"


def measuring(**tables: str) -> Measuring:
    registry = load()
    registers = {}
    for code, text in tables.items():
        rows = tuple(read_table(registry.sheets[code], text)[0])
        registers[code] = Register(registry.sheets[code], rows, (rows[0].at,))
    return Measuring(registers, registry.measures, PLAN, AS_OF)


def with_tasks(**statuses: Status) -> Outcome:
    """The small commune with the states of two tasks set: II_1_1, II_2_1."""

    wanted = {code.replace("_", "."): status for code, status in statuses.items()}
    states = [one._replace(status=wanted.get(one.task.code, one.status)) for one in outcomes.states()]
    return outcome(tasks=states)


DONE = with_tasks(II_1_1=Status.DONE, II_2_1=Status.DONE)


def graded(
    typed: Mapping[str, Mapping[str, object]] | None = None,
    *,
    held: int = 9,
    delegated: int = 1,
    judged: Outcome = DONE,
    scheme: str = SCHEME,
    **tables: str,
) -> Grading:
    sessions = {"schedule": SESSIONS + HELD * held + DELEGATED * delegated, "reception": VISIT}
    return grade(judged, measuring(**{**sessions, **tables}), scheme_of(scheme), typed)


def lines(grading: Grading) -> dict[str, Line]:
    return {one.criterion.code: one for group in grading.groups for one in group.lines}


def points(grading: Grading) -> dict[str, float | None]:
    return {code: one.points for code, one in lines(grading).items()}


ALL = {"A3": {"points": 9}, "D1": {"points": 0}, "G1": {"points": "Không"}}
