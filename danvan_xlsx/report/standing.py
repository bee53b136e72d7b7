"""How many tasks are watched, due, done and late: one count for the page, the summary and the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.plan.status import Status, TaskState
from danvan_xlsx.plan.terms import CONTINUOUS, TO_DATE
from danvan_xlsx.plan.windows import deadlines
from danvan_xlsx.words.text import Text

DONE = frozenset({Status.DONE, Status.DONE_LATE, Status.NOTHING_AROSE})
LATE = frozenset({Status.OVERDUE, Status.NOT_MET})
#: The same as they stand in the result object.
DONE_CODES, LATE_CODES = (frozenset(one.value for one in group) for group in (DONE, LATE))


class Standing(NamedTuple):
    """Tasks counted; those only followed are in none of the numbers.

    due: binding, and a day or a period of theirs has passed. done_due: those of them that are done, the only two
    numbers a percentage is made of. silent: no figures from whoever types them, which is not lateness.
    """

    watched: int
    due: int
    done: int
    done_due: int
    late: int
    silent: int

    @property
    def under_way(self) -> int:
        """The others: in progress, due soon, not due yet, declared without evidence."""
        return self.watched - self.done - self.late - self.silent

    @property
    def share(self) -> int | None:
        """Of what is due, how much is done, in whole per cent; None while nothing is due."""
        return round(100 * self.done_due / self.due) if self.due else None


def standing(tasks: Iterable[TaskState], plan: Plan, as_of: date) -> Standing:
    watched = [one for one in tasks if one.status is not Status.FOLLOWED]
    due = [one for one in watched if is_due(one, plan, as_of)]
    return Standing(
        watched=len(watched),
        due=len(due),
        done=_count(watched, DONE),
        done_due=_count(due, DONE),
        late=_count(watched, LATE),
        silent=_count(watched, {Status.NOT_REPORTED}),
    )


def _count(tasks: Sequence[TaskState], statuses: frozenset[Status] | set[Status]) -> int:
    return sum(one.status in statuses for one in tasks)


def is_due(state: TaskState, plan: Plan, as_of: date) -> bool:
    """Something of it had to be done by this day: a deadline has come, or a period of an indicator has ended.

    What nobody has adopted is owed to no one and never due (it stays outside every percentage).
    """
    if not state.binding or state.status is Status.FOLLOWED:
        return False
    if state.status in LATE or any(day <= as_of for day in deadlines(state.task, plan)):
        return True
    always = state.task.frequency == CONTINUOUS
    return any(
        one.window.ended and (always or indicator.indicator.window != TO_DATE)
        for indicator in state.indicators
        for one in indicator.measured
    )


def by(tasks: Iterable[TaskState], name: Callable[[TaskState], str]) -> dict[str, list[TaskState]]:
    """Tasks by section or unit, in the plan's order."""
    groups: dict[str, list[TaskState]] = {}
    for one in tasks:
        groups.setdefault(name(one), []).append(one)
    return groups


LEAD = Text(
    "Đến {day}: {watched} nhiệm vụ theo dõi, {due} đến hạn, {done} đã xong, {late} chậm.",
    "By {day}: {watched} tasks watched, {due} due, {done} done, {late} late.",
)
LEAD_COMPARED = Text(
    "Đến {day}: {watched} nhiệm vụ theo dõi, {due} đến hạn, {done} đã xong, {late} chậm; so với lần trước {more_done} "
    "xong, {more_late} chậm.",
    "By {day}: {watched} tasks watched, {due} due, {done} done, {late} late; since last time {more_done} done, "
    "{more_late} late.",
)
SHARE = Text(
    "Trong {due} việc đến hạn đã xong {done} ({share}%); {silent} nhiệm vụ chưa có số liệu.",
    "Of {due} tasks due {done} are done ({share}%); {silent} have no figures.",
)
SHARE_EARLY = Text(
    "Trong {due} việc đến hạn đã xong {done} ({share}%); {early} việc xong khi chưa đến hạn; {silent} nhiệm vụ chưa có "
    "số liệu.",
    "Of {due} tasks due {done} are done ({share}%); {early} were done before they were due; {silent} have no figures.",
)
NOTHING_DUE = Text(
    "Chưa có việc nào đến hạn; {silent} nhiệm vụ chưa có số liệu.", "Nothing is due; {silent} tasks have no figures."
)


def lead(now: Standing, day: str, previous: Mapping[str, Any] | None) -> tuple[Text, dict[str, Any]]:
    """The one sentence with its values. previous: the result object of the last run, where it can be compared."""
    told: dict[str, Any] = {"day": day, "watched": now.watched, "due": now.due, "done": now.done, "late": now.late}
    if previous is None:
        return LEAD, told
    before = [task["status"] for task in previous["tasks"]]
    more_done = now.done - sum(status in DONE_CODES for status in before)
    more_late = now.late - sum(status in LATE_CODES for status in before)
    return LEAD_COMPARED, {**told, "more_done": signed(more_done), "more_late": signed(more_late)}


def signed(difference: int) -> str:
    """`+3`, `−1`, `+0`."""
    return f"{difference:+d}".replace("-", "−")


def share(now: Standing) -> tuple[Text, dict[str, Any]]:
    early = now.done - now.done_due
    told = {"due": now.due, "done": now.done_due, "share": now.share, "early": early, "silent": now.silent}
    if now.share is None:
        return NOTHING_DUE, told
    return (SHARE_EARLY if early else SHARE), told
