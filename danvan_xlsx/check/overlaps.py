"""Rows that name several tasks: for which of them a row counts, so that one piece of work is no evidence of two."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from danvan_xlsx.plan.plan import Exempted, Plan
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import key
from danvan_xlsx.words.text import fold

#: The fault of a row that names tasks which are not the same work; the commune may accept it on sheet NgoaiLe.
TWO_TASKS = "KH32"


class Overlaps:
    """Which tasks the plan calls the same work, and which rows the commune lets stand for several all the same."""

    def __init__(self, plan: Plan, as_of: date = date.min) -> None:
        """as_of: the day on which exceptions must still hold."""
        self._known = {key(code) for code in plan.tasks}
        self._overlapping = {key(code): {key(other) for other in one.overlaps} for code, one in plan.tasks.items()}
        self._accepted = [one for one in plan.exempted if one.code == TWO_TASKS and _holds(one, as_of)]

    def same_work(self, tasks: Iterable[str]) -> bool:
        """Whether each of these tasks is called the same work as each other one, by either of the two."""
        codes = [key(code) for code in tasks]
        return all(self._joined(one, other) for place, one in enumerate(codes) for other in codes[place + 1 :])

    def counts(self, row: Row, task: str) -> bool:
        """Whether a row that names this task counts for it: where it names others too, by the first of them."""
        tasks = row.get("task")
        if not isinstance(tasks, tuple) or len(tasks) == 1:
            return True
        codes = [code for code in map(key, tasks) if code in self._known]
        return not codes or self._joined(codes[0], key(task)) or self._accepts(row)

    def _joined(self, one: str, other: str) -> bool:
        if one == other:
            return True
        return other in self._overlapping.get(one, ()) or one in self._overlapping.get(other, ())

    def _accepts(self, row: Row) -> bool:
        return any(_meets(one, row) for one in self._accepted)


def _holds(one: Exempted, day: date) -> bool:
    return one.until is None or day <= one.until


def _meets(one: Exempted, row: Row) -> bool:
    """As `exceptions` meets the finding at the row's cell of tasks."""
    wanted = one.cell.upper().replace(" ", "")
    of_unit = not one.unit or one.unit == row.unit
    of_sheet = not one.sheet or fold(one.sheet) == fold(row.at.title)
    return of_unit and of_sheet and (not wanted or wanted in (row.place("task").cell, str(row.number)))
