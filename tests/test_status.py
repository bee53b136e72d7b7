"""How a task stands on a day: every status of the table, with a case that just misses it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_xlsx.plan import terms
from danvan_xlsx.plan.plan import Period, Setting
from danvan_xlsx.plan.status import IndicatorState, Status, unshown
from tests.standing import (
    ADOPTED,
    AS_OF,
    DEADLINE,
    DONE,
    EARLY,
    HALF_MET,
    MET,
    NOT_BEGUN,
    NOTHING,
    PLAN,
    PROPOSED,
    Q3_MISSING,
    QUARTERS,
    SHOWN,
    UNDER_WAY,
    day,
    indicator,
    judged,
    state,
    status,
)


@pytest.mark.parametrize(
    ("expected", "hit", "near", "other"),
    [
        ("followed", lambda: status(MET, followed=True), lambda: status(MET), "done"),
        (
            "not_reported",
            lambda: status(MET, reports={"workbook_present": False}),
            lambda: status(MET, reports={"workbook_present": False}, followed=True),
            "followed",
        ),
        (
            "not_reported",
            lambda: status(MET, reports={"closed": False}),
            lambda: status(MET, reports={"closed": True}),
            "done",
        ),
        (
            "nothing_arose",
            lambda: status(NOTHING, reports={"nothing_arose": True}, nothing_allowed=True),
            lambda: status(NOTHING, reports={"nothing_arose": True}),
            "not_due",
        ),
        ("done", lambda: status(MET), lambda: status(HALF_MET), "in_progress"),
        (
            "done",
            lambda: status(MET, **DEADLINE),
            lambda: status(judged(indicator(), "05/03 01/07"), **DEADLINE),
            "done_late",
        ),
        (
            "done_late",
            lambda: status(judged(indicator(), "05/03 01/07"), **DEADLINE),
            lambda: status(judged(indicator(), "05/03 30/06"), **DEADLINE),
            "done",
        ),
        (
            "no_evidence",
            lambda: status(Q3_MISSING, reports={"declared": DONE}),
            lambda: status(Q3_MISSING, reports={"declared": UNDER_WAY}),
            "not_met",
        ),
        (
            "no_evidence",
            lambda: status(reports={"declared": DONE}),
            lambda: status(reports={"declared": DONE, "shown_by": SHOWN}),
            "done",
        ),
        (
            "overdue",
            lambda: status(HALF_MET, **DEADLINE),
            lambda: status(HALF_MET, **DEADLINE, as_of=day("30/06")),
            "due_soon",
        ),
        (
            "overdue",
            lambda: status(HALF_MET, deadline=day("13/11"), deadline_basis=terms.BY_PLAN),
            lambda: status(HALF_MET, deadline=day("13/11"), deadline_basis=terms.PROPOSAL),
            "in_progress",
        ),
        (
            "not_met",
            lambda: status(Q3_MISSING, frequency=terms.QUARTER),
            lambda: status(
                judged(QUARTERS._replace(basis=terms.PROPOSAL), "05/03 10/06"), frequency=terms.QUARTER, **PROPOSED
            ),
            "in_progress",
        ),
        (
            "due_soon",
            lambda: status(NOTHING, deadline=day("29/11"), deadline_basis=terms.BY_LAW),
            lambda: status(NOTHING, deadline=day("30/11"), deadline_basis=terms.BY_LAW),
            "not_due",
        ),
        ("in_progress", lambda: status(HALF_MET), lambda: status(NOTHING), "not_due"),
        (
            "in_progress",
            lambda: status(NOTHING, reports={"declared": UNDER_WAY}),
            lambda: status(NOTHING, reports={"declared": NOT_BEGUN}),
            "not_due",
        ),
        ("not_due", lambda: status(EARLY, as_of=day("10/01")), lambda: status(HALF_MET), "in_progress"),
    ],
)
def test_a_status_is_given_where_it_fits_and_not_where_it_just_misses(
    expected: str, hit: Any, near: Any, other: str
) -> None:
    assert (hit().value, near().value) == (expected, other)


def test_every_status_has_its_words() -> None:
    assert [one.label.vi for one in Status] == [
        "Phối hợp, theo dõi",
        "Chưa có số liệu",
        "Không phát sinh",
        "Hoàn thành",
        "Hoàn thành muộn",
        "Thiếu minh chứng",
        "Quá hạn",
        "Chưa đạt chỉ tiêu",
        "Sắp đến hạn",
        "Đang thực hiện",
        "Chưa đến hạn",
    ]


def test_an_adopted_proposal_binds_and_an_unadopted_one_does_not() -> None:
    late = {"deadline": day("30/06"), **PROPOSED}
    unmet = judged(QUARTERS._replace(basis=terms.PROPOSAL))
    assert status(NOTHING_PROPOSED, plan=ADOPTED, **late) is Status.OVERDUE
    assert status(NOTHING_PROPOSED, **late) is Status.NOT_DUE
    assert status(unmet, plan=ADOPTED, **PROPOSED) is Status.NOT_MET
    assert status(unmet, **PROPOSED) is Status.NOT_DUE
    assert (state(unmet, plan=ADOPTED, **PROPOSED).binding, state(unmet, **PROPOSED).binding) == (True, False)
    done_after = judged(indicator()._replace(basis=terms.PROPOSAL), "05/03 01/07")
    assert status(done_after, plan=ADOPTED, **late) is Status.DONE_LATE
    assert status(done_after, **late) is Status.DONE


NOTHING_PROPOSED = judged(indicator(basis=terms.PROPOSAL))


def test_continuous_work_is_judged_by_its_indicators_and_never_overdue_or_due_soon() -> None:
    continuous = {"frequency": terms.CONTINUOUS, "deadline_basis": terms.BY_LAW}
    assert status(NOTHING, **continuous, deadline=day("30/06")) is Status.NOT_DUE
    assert status(NOTHING, **continuous, deadline=day("15/11")) is Status.NOT_DUE
    assert status(Q3_MISSING, **continuous) is Status.NOT_MET


def test_what_is_done_once_or_yearly_is_overdue_after_the_year_without_a_typed_deadline() -> None:
    after = date(2023, 1, 1)
    for frequency, expected in (
        (terms.YEAR, Status.OVERDUE),
        (terms.ONCE, Status.OVERDUE),
        (terms.QUARTER, Status.NOT_MET),
    ):
        assert status(judged(indicator(), "05/03", after), frequency=frequency, as_of=after) is expected
        assert status(judged(indicator(), "05/03"), frequency=frequency, as_of=date(2022, 12, 1)) is Status.IN_PROGRESS


def test_a_reports_period_sets_its_deadline_and_before_that_day_is_strict() -> None:
    period = Period("6T", "", day("01/01"), day("20/05"), day("30/05"), strict=True, task="II.2.9")
    plan = replace(PLAN, periods={"6T": period})
    one = indicator(target=1)
    on_time, late = judged(one, "29/05"), judged(one, "30/05")
    assert [status(report, plan=plan, **DEADLINE) for report in (on_time, late)] == [Status.DONE, Status.DONE_LATE]
    assert status(late, plan=replace(plan, periods={"6T": period._replace(strict=False)}), **DEADLINE) is Status.DONE
    found = state(late, plan=plan, **DEADLINE)
    assert (found.deadline, found.last_day, found.done_on) == (day("30/05"), day("29/05"), day("30/05"))
    assert status(judged(one, as_of=day("30/05")), plan=plan, as_of=day("30/05"), **DEADLINE) is Status.OVERDUE
    assert status(judged(one, as_of=day("29/05")), plan=plan, as_of=day("29/05"), **DEADLINE) is Status.DUE_SOON


def test_due_soon_reaches_as_far_as_the_plan_says() -> None:
    plan = replace(PLAN, settings=(Setting("due_soon_days", "3", None, None, "", ""),))
    near = {"deadline": day("18/11"), "deadline_basis": terms.BY_PLAN}
    assert (status(NOTHING, **near), status(NOTHING, plan=plan, **near)) == (Status.DUE_SOON, Status.NOT_DUE)
    assert state(NOTHING, **near).next_due == day("18/11")


def test_a_target_that_cannot_be_measured_keeps_the_task_from_being_done() -> None:
    found = state(MET, unmeasured=1)
    assert (found.status, found.progress) == (Status.IN_PROGRESS, 50)
    assert status(unmeasured=1, reports={"declared": DONE, "shown_by": SHOWN}) is Status.IN_PROGRESS


def test_a_task_without_indicators_stands_as_declared_when_something_shows_it() -> None:
    found = state(reports={"declared": DONE, "declared_on": day("20/06"), "shown_by": SHOWN}, **DEADLINE)
    assert (found.status, found.done_on, found.progress, found.evidence) == (Status.DONE, day("20/06"), 100, SHOWN)
    late = {"declared": DONE, "declared_on": day("01/07"), "shown_by": SHOWN}
    assert status(reports=late, **DEADLINE) is Status.DONE_LATE
    assert status(reports={"shown_by": SHOWN}) is Status.IN_PROGRESS
    assert state(reports={"declared": UNDER_WAY}).progress == 0


def test_a_task_is_done_on_the_day_that_met_its_last_indicator() -> None:
    found = state(MET, judged(indicator(target=1), "01/09 02/09"))
    assert (found.status, found.done_on, found.progress) == (Status.DONE, day("01/09"), 100)
    assert state(MET, HALF_MET).progress == 75
    assert state(MET, HALF_MET).done_on is None


def test_the_cells_behind_the_figures_are_the_evidence_each_once() -> None:
    assert [one.cell for one in state(MET, HALF_MET).evidence] == ["B7", "B8"]


def test_what_a_declared_task_fails_to_show_is_the_first_period_without_a_row() -> None:
    lacking = unshown((MET, Q3_MISSING))
    assert lacking is not None and lacking.window.label.vi == "Quý III"
    assert unshown((MET, HALF_MET)) is None
    # Two of four checks are seen: too few, yet not nothing.
    assert status(HALF_MET, reports={"declared": DONE}) is Status.IN_PROGRESS


OPTIONS = st.sampled_from
STATES: Sequence[IndicatorState] = (MET, HALF_MET, NOTHING, Q3_MISSING, judged(indicator(terms.TO_DATE, 4)))
CASES = st.fixed_dictionaries(
    {
        "frequency": OPTIONS(terms.FREQUENCIES),
        "deadline": st.none() | st.dates(date(2022, 1, 1), date(2022, 12, 31)),
        "deadline_basis": OPTIONS((None, *terms.BASES)),
        "target_basis": OPTIONS((None, *terms.BASES)),
        "followed": st.booleans(),
        "nothing_allowed": st.booleans(),
        "unmeasured": st.integers(0, 2),
    }
)
REPORTS = st.fixed_dictionaries(
    {
        "workbook_present": st.booleans(),
        "closed": st.booleans(),
        "nothing_arose": st.booleans(),
        "declared": OPTIONS((None, DONE, UNDER_WAY, NOT_BEGUN)),
        "declared_on": st.none() | st.dates(date(2022, 1, 1), AS_OF),
        "shown_by": OPTIONS(((), SHOWN)),
    }
)
#: Statuses that say somebody owes something: never of what nobody ordered.
OWED = {Status.OVERDUE, Status.NOT_MET, Status.DUE_SOON}


@given(CASES, REPORTS, st.lists(OPTIONS(STATES), max_size=3), st.dates(date(2021, 12, 1), date(2023, 1, 31)))
def test_whatever_the_case_one_status_fits_and_always_the_same(
    case: dict[str, Any], reports: dict[str, Any], states: list[IndicatorState], as_of: date
) -> None:
    found = state(*states, as_of=as_of, reports=reports, **case)
    assert found == state(*states, as_of=as_of, reports=reports, **case)
    assert 0 <= found.progress <= 100
    assert found.binding or found.status not in OWED | {Status.DONE_LATE}
    assert (found.progress == 100) >= (found.status in (Status.DONE, Status.DONE_LATE, Status.NOTHING_AROSE))


@given(CASES, REPORTS, st.lists(OPTIONS(STATES), max_size=3), st.dates(date(2021, 12, 1), date(2023, 1, 31)))
def test_a_proposal_that_was_not_adopted_never_owes_anything(
    case: dict[str, Any], reports: dict[str, Any], states: list[IndicatorState], as_of: date
) -> None:
    proposed = [one._replace(indicator=one.indicator._replace(basis=terms.PROPOSAL)) for one in states]
    found = state(*proposed, as_of=as_of, reports=reports, **{**case, **PROPOSED})
    assert found.status not in OWED
    assert not found.binding
