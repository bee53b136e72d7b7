"""Tasks and indicators in the making: what the tests of statuses begin with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from danvan_xlsx.check.measuring import Counted
from danvan_xlsx.plan import terms
from danvan_xlsx.plan.plan import Indicator, Plan, Setting, Task
from danvan_xlsx.plan.sheets import TASKS_SHEET
from danvan_xlsx.plan.status import IndicatorState, Status, TaskState, judge_indicator, task_state
from danvan_xlsx.plan.windows import windows
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.layout import Place, Placed, Row
from danvan_xlsx.words.rules import Figure
from danvan_xlsx.words.text import Text

AS_OF = date(2022, 11, 14)
HOME = Placed(TASKS_SHEET, "VP.xlsx", "Sổ", "VP", {"day": 2})
ROW = Row(HOME, 7, {})

DONE, UNDER_WAY, NOT_BEGUN = (Option(code, Text(code, code)) for code in ("done", "under_way", "not_begun"))


def day(text: str) -> date:
    number, month = text.split("/")
    return date(2022, int(month), int(number))


def indicator(
    window: Option = terms.YEAR,
    target: float = 2,
    comparison: Option = terms.AT_LEAST,
    basis: Option = terms.BY_PLAN,
    of: str | None = None,
) -> Indicator:
    return Indicator("II.2.9", "", "checks", of, (), window, comparison, target, "cuộc", basis, ROW)


def figures(days: str, value: Any = None) -> tuple[Figure, ...]:
    return tuple(
        Figure(Row(HOME, number, {"day": value or day(one)}), "day", 1.0) for number, one in enumerate(days.split(), 7)
    )


def judged(one: Indicator, days: str = "", as_of: date = AS_OF, whole: str | None = None) -> IndicatorState:
    """The indicator when one was counted on each of these days; of a share, `whole` has the days of the whole."""
    spans = windows(one.window, 2022, as_of)

    def count(listed: str) -> dict[Any, Counted]:
        found = {}
        for span in spans:
            inside = tuple(f for f in figures(listed) if span.holds(f.row["day"]))
            found[span] = Counted(float(len(inside)), inside, 0)
        return found

    return judge_indicator(one, count(days), count(whole) if whole is not None else None, "day")


def task(**changes: Any) -> Task:
    return Task(
        code="II.2.9",
        section="II.2",
        title="",
        lead="VP",
        lead_basis=terms.BY_PLAN,
        typed_by="VP",
        partners="",
        frequency=terms.YEAR,
        starts=None,
        deadline=None,
        deadline_basis=None,
        product="",
        target="",
        target_basis=terms.BY_PLAN,
        evidence=(),
        overlaps=(),
        followed=False,
        nothing_allowed=False,
        row=ROW,
    )._replace(**changes)


PLAN = Plan("x", "x", 2022)
ADOPTED = Plan("x", "x", 2022, (Setting("adopted", "II.2.9", None, None, "", ""),), tasks={"II.2.9": task()})
PROPOSED = {"target_basis": terms.PROPOSAL, "deadline_basis": terms.PROPOSAL}
DEADLINE = {"deadline": day("30/06"), "deadline_basis": terms.BY_PLAN}
SHOWN = (Place("VP.xlsx", "Văn bản", 7, 3),)


def state(
    *states: IndicatorState,
    plan: Plan = PLAN,
    as_of: date = AS_OF,
    reports: Mapping[str, Any] | None = None,
    **changes: Any,
) -> TaskState:
    said = {"workbook_present": True, "closed": True, "nothing_arose": False, **(reports or {})}
    owned = task(indicators=tuple(one.indicator for one in states), **changes)
    return task_state(owned, plan, as_of, states, **said)


def status(*states: IndicatorState, **changes: Any) -> Status:
    return state(*states, **changes).status


MET = judged(indicator(), "05/03 10/06")
HALF_MET = judged(indicator(), "05/03")
NOTHING = judged(indicator())
EARLY = judged(indicator(), as_of=day("10/01"))
QUARTERS = indicator(terms.QUARTER, 1)
Q3_MISSING = judged(QUARTERS, "05/03 10/06")
