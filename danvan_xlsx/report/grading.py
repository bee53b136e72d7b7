"""The commune grades itself: points proposed where a figure decides, blank where a person must, a rank when none is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from danvan_xlsx.check.measuring import Measuring
from danvan_xlsx.check.outcome import Outcome
from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.plan.status import Status, TaskState
from danvan_xlsx.plan.windows import Window
from danvan_xlsx.report.official.schemes import Criterion, Group, Limit, Rank, Scheme
from danvan_xlsx.report.wording import stretches
from danvan_xlsx.words.kinds.numbers import parse
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.text import Text, fold, number

#: Columns of the grading that a person fills, by the codes under which they are read back.
POINTS, EVIDENCE, NOTE = "points", "evidence", "note"
#: A hidden column says whose the points are: those that came from figures are never taken for a person's.
BY, FIGURES = "by", "figures"
YES, NO = Text("Có", "Yes"), Text("Không", "No")

#: Code of a criterion or limit → code of the column → what a person has typed there.
Typed = Mapping[str, Mapping[str, object]]

_SETTLED: Mapping[Status, float] = {
    Status.DONE: 1,
    Status.NOTHING_AROSE: 1,
    Status.OVERDUE: 0,
    Status.NOT_MET: 0,
    Status.NO_EVIDENCE: 0,
}


class Line(NamedTuple):
    """A criterion graded. points: None while it waits for a person. proposed: decided by figures, not by a person.

    typed: what a person typed that is no number, or more than the criterion gives; told in `actual`.
    """

    criterion: Criterion
    actual: str = ""
    percent: float | None = None
    points: float | None = None
    proposed: bool = False
    evidence: str = ""
    note: str = ""
    typed: str = ""


class GradedGroup(NamedTuple):
    group: Group
    lines: tuple[Line, ...]

    @property
    def points(self) -> float | None:
        """The sum; None while a criterion is open."""
        points = [one.points for one in self.lines]
        return sum(one for one in points if one is not None) if None not in points else None


class Answer(NamedTuple):
    """What was answered to a limit; None while it was not."""

    limit: Limit
    applies: bool | None = None
    evidence: str = ""
    note: str = ""


class Grading(NamedTuple):
    """The whole of it. total and rank: None while a place is blank."""

    plan: Plan
    scheme: Scheme
    until: date
    groups: tuple[GradedGroup, ...]
    answers: tuple[Answer, ...]

    @property
    def open(self) -> tuple[str, ...]:
        """Codes of what still waits for a person."""
        lines = (line for group in self.groups for line in group.lines if line.points is None)
        return (
            *(line.criterion.code for line in lines),
            *(one.limit.code for one in self.answers if one.applies is None),
        )

    @property
    def total(self) -> float | None:
        if any(one.points is None for one in self.groups):
            return None
        signs = {"base": 1, "bonus": 1, "minus": -1}
        return sum(signs[one.group.kind] * (one.points or 0) for one in self.groups)

    @property
    def rank(self) -> Rank | None:
        """The best whose points are reached, whose conditions hold, and that nothing caps."""
        if self.total is None or self.open:
            return None
        ranks = self.scheme.ranks
        caps = [one.limit.at_most for one in self.answers if one.applies]
        best = max((place for place, one in enumerate(ranks) if one.name in caps), default=0)
        base = [line for one in self.groups if one.group.kind == "base" for line in one.lines]
        zero = any(line.points == 0 for line in base)
        fitting = (one for one in ranks[best:] if self.total >= one.at_least and not (zero and one.without_zero))
        return next(fitting, ranks[-1])


def grade(outcome: Outcome, measuring: Measuring, scheme: Scheme, typed: Typed | None = None) -> Grading:
    """Every criterion over the year, as far as the day of the outcome. typed: what stands in the last grading."""
    plan, typed = outcome.plan, typed or {}
    first = date(plan.year, 1, 1)
    until = max(first, min(outcome.as_of, date(plan.year, 12, 31)))
    window = Window(Text(f"năm {plan.year}", f"{plan.year}"), first, until, True)
    states = {one.task.code: one for one in outcome.tasks}
    deciding = _Deciding(measuring, window, states, scheme)
    groups = tuple(
        GradedGroup(group, tuple(deciding.line(one, typed.get(one.code, {})) for one in group.criteria))
        for group in scheme.groups
    )
    answers = tuple(_answer(one, typed.get(one.code, {})) for one in scheme.limits)
    return Grading(plan, scheme, until, groups, answers)


def _answer(limit: Limit, typed: Mapping[str, object]) -> Answer:
    said = fold(str(typed.get(POINTS, "")))
    applies = {fold(YES.vi): True, fold(NO.vi): False}.get(said)
    return Answer(limit, applies, str(typed.get(EVIDENCE, "")), str(typed.get(NOTE, "")))


# -- what decides a criterion ----------------------------------------------------------

_NO_FIGURES = Text("Chưa có số liệu.", "No figures yet.")
_NOTHING = Text("Không phát sinh.", "Nothing arose.")
_UNREAD = Text("{actual}; còn {count} dòng chưa đọc được.", "{actual}; {count} rows cannot be read.")
_NO_TASK = Text("Kế hoạch không có nhiệm vụ {codes}.", "The plan has no task {codes}.")
_TASKS = Text("{done}/{all} nhiệm vụ hoàn thành", "{done} of {all} tasks done")
_TASKS_OPEN = Text(
    "{done}/{all} nhiệm vụ hoàn thành, {open} chưa đến hạn hoặc chưa có số liệu.", "{done}/{all}, {open} open."
)
_BAD_POINTS = Text("Điểm ghi “{typed}” không dùng được: từ 0 đến {most}.", "“{typed}” is not from 0 to {most}.")


class _Deciding(NamedTuple):
    """One grading: the figures of the year and the states of the tasks."""

    measuring: Measuring
    window: Window
    states: Mapping[str, TaskState]
    scheme: Scheme

    def line(self, one: Criterion, typed: Mapping[str, object]) -> Line:
        """Decided by figures where they can; else by what a person typed; the note is always a person's."""
        note = str(typed.get(NOTE, ""))
        decided = self._by_measure(one) if one.measure else self._by_tasks(one) if one.tasks else Line(one)
        if decided.points is not None:
            return Line(one, decided.actual, decided.percent, decided.points, True, decided.evidence, note)
        if typed.get(BY) == FIGURES:
            typed = {}
        said = str(typed.get(POINTS, ""))
        points = _points(typed.get(POINTS), one.points)
        bad = said and points is None
        actual = _BAD_POINTS.say("vi", {"typed": said, "most": one.points}) if bad else decided.actual
        evidence = str(typed.get(EVIDENCE, "")) or decided.evidence
        return Line(one, actual, decided.percent, points, False, evidence, note, said if bad else "")

    def _by_measure(self, one: Criterion) -> Line:
        part = self.measuring.total(one.measure, self.window)
        whole = self.measuring.total(one.of, self.window) if one.of else None
        if part is None or (one.of and whole is None):
            return Line(one, _NO_FIGURES.vi)
        if whole is not None and not whole.amount:
            return Line(one, _NOTHING.vi)
        evidence = _shown(figure.row.place(figure.column) for figure in part.figures)
        actual = number(part.amount) if whole is None else f"{number(part.amount)}/{number(whole.amount)}"
        percent = _percent(one, part.amount, whole.amount if whole else None)
        left_out = part.left_out + (whole.left_out if whole else 0)
        if left_out:
            return Line(one, _UNREAD.say("vi", {"actual": actual, "count": left_out}), percent, evidence=evidence)
        return Line(one, actual, percent, self._rounded(_worth(one, part.amount, percent)), evidence=evidence)

    def _by_tasks(self, one: Criterion) -> Line:
        absent = [code for code in one.tasks if code not in self.states]
        if absent:
            return Line(one, _NO_TASK.say("vi", {"codes": absent}))
        states = [self.states[code] for code in one.tasks]
        worth = [self._of_state(state) for state in states]
        evidence = _shown(place for state in states for place in state.evidence)
        told = {"done": sum(bool(one) for one in worth), "all": len(worth), "open": worth.count(None)}
        if None in worth:
            return Line(one, _TASKS_OPEN.say("vi", told), evidence=evidence)
        share = sum(part for part in worth if part is not None) / len(worth)
        return Line(one, _TASKS.say("vi", told), 100 * share, self._rounded(one.points * share), evidence=evidence)

    def _of_state(self, state: TaskState) -> float | None:
        return self.scheme.late if state.status is Status.DONE_LATE else _SETTLED.get(state.status)

    def _rounded(self, points: float) -> float:
        # Nine digits: 0.95 × 8 must not fall below 7.6 by a hair.
        return math.floor(round(points / self.scheme.step, 9)) * self.scheme.step


def _percent(one: Criterion, amount: float, whole: float | None) -> float | None:
    """The share itself, else how much of the target is reached; None for what is only counted."""
    if whole is not None:
        return 100 * amount / whole
    return 100 * amount / one.target if one.target else None


def _worth(one: Criterion, amount: float, percent: float | None) -> float:
    """The points for a figure, never more than the criterion gives."""
    if one.each:
        return min(one.each * amount, one.points)
    reached = (percent or 0) / (one.target if one.of else 100)
    return one.points * min(1.0, reached)


def _points(typed: object, most: float) -> float | None:
    """`8,5` or 8.5, from 0 to the criterion's; None for anything else."""
    if isinstance(typed, str):
        parsed = parse(typed)
        typed = parsed.amount if parsed else None
    if isinstance(typed, bool) or not isinstance(typed, int | float) or not 0 <= typed <= most:
        return None
    return float(typed)


_PLACES = Text("{sheet} {cells}", "{sheet} {cells}")


def _shown(places: Iterable[Place]) -> str:
    """`Sổ tiếp công dân F9–F10`, a line for each sheet."""
    sheets: dict[str, list[Place]] = {}
    for place in places:
        sheets.setdefault(place.sheet or place.file, []).append(place)
    return "\n".join(_PLACES.say("vi", {"sheet": sheet, "cells": stretches(found)}) for sheet, found in sheets.items())


def codes_in_short(codes: Sequence[str], most: int = 8) -> str:
    """`A1, B12, …`."""
    return ", ".join(codes[:most]) + (", …" if len(codes) > most else "")
