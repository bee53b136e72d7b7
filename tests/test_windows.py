"""The periods of a plan's year, the days on which work falls due, and the last day in time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_xlsx.plan import terms
from danvan_xlsx.plan.plan import Period, Plan, Task
from danvan_xlsx.plan.sheets import TASKS_SHEET
from danvan_xlsx.plan.windows import deadlines, due_days, sign_by, windows
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.layout import Placed, Row
from danvan_xlsx.words.working_days import DayChange, WorkingDays

ROW = Row(Placed(TASKS_SHEET, "ke-hoach.xlsx", "NhiemVu", "", {}), 7, {})


def day(text: str, year: int = 2022) -> date:
    number, month = text.split("/")
    return date(year, int(month), int(number))


def task(frequency: Option, deadline: str = "") -> Task:
    return Task(
        code="II.2.9",
        section="II.2",
        title="",
        lead="VP",
        lead_basis=terms.PROPOSAL,
        typed_by="VP",
        partners="",
        frequency=frequency,
        starts=None,
        deadline=day(deadline) if deadline else None,
        deadline_basis=None,
        product="",
        target="",
        target_basis=None,
        evidence=(),
        overlaps=(),
        followed=False,
        nothing_allowed=False,
        row=ROW,
    )


@pytest.mark.parametrize(
    ("window", "until", "found"),
    [
        ("quarter", "30/06", [("Quý I", "31/03", True), ("Quý II", "30/06", True)]),
        ("quarter", "01/07", [("Quý I", "31/03", True), ("Quý II", "30/06", True), ("Quý III", "30/09", False)]),
        ("half", "29/06", [("6 tháng đầu năm", "30/06", False)]),
        ("month", "28/02", [("Tháng 1", "31/01", True), ("Tháng 2", "28/02", True)]),
        ("year", "31/12", [("Năm 2022", "31/12", True)]),
        ("year", "30/12", [("Năm 2022", "31/12", False)]),
        ("to_date", "14/11", [("lũy kế đến 14/11/2022", "14/11", True)]),
        ("week", "10/01", [("Tuần 1", "09/01", True), ("Tuần 2", "16/01", False)]),
        ("once", "14/11", []),
        ("continuous", "14/11", []),
    ],
)
def test_periods_begun_are_named_and_have_ended_with_their_last_day(
    window: str, until: str, found: list[tuple[str, str, bool]]
) -> None:
    expected = [(label, day(last), ended) for label, last, ended in found]
    assert [(one.label.vi, one.until, one.ended) for one in windows(window, 2022, day(until))] == expected


def test_before_the_year_no_period_has_begun_and_after_it_all_have_ended() -> None:
    for option in terms.WINDOWS:
        assert windows(option, 2022, date(2021, 12, 31)) == ()
        later = windows(option, 2022, date(2023, 2, 1))
        assert later and all(one.ended for one in later)
        assert later[-1].until == date(2022, 12, 31)


def test_a_task_that_starts_within_the_year_is_not_asked_for_periods_that_ended_before() -> None:
    found = windows(terms.QUARTER, 2022, day("14/11"), since=day("22/04"))
    assert [one.label.vi for one in found] == ["Quý II", "Quý III", "Quý IV"]
    on_its_last_day = windows(terms.QUARTER, 2022, day("14/11"), since=day("31/03"))
    assert [one.label.vi for one in on_its_last_day] == ["Quý I", "Quý II", "Quý III", "Quý IV"]


@given(st.sampled_from(["month", "quarter", "half", "year", "to_date"]), st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_every_day_of_the_year_so_far_lies_in_exactly_one_period(window: str, until: date) -> None:
    found = windows(window, until.year, until)
    assert [one.since for one in found[1:]] == [one.until + timedelta(days=1) for one in found[:-1]]
    assert found[0].since == date(until.year, 1, 1)
    assert found[-1].holds(until)
    assert [one.ended for one in found] == [one.until <= until for one in found]


@pytest.mark.parametrize(("year", "count"), [(2022, 52), (2025, 52), (2026, 53)])
def test_a_year_has_as_many_weeks_as_thursdays(year: int, count: int) -> None:
    found = windows("week", year, date(year + 1, 1, 31))
    thursdays = [one.since + timedelta(days=3) for one in found]
    assert len(found) == count
    assert all(one.year == year and one.weekday() == 3 for one in thursdays)


@pytest.mark.parametrize(
    ("frequency", "deadline", "days"),
    [
        (terms.QUARTER, "", "31/03 30/06 30/09 31/12"),
        (terms.QUARTER, "15/12", "31/03 30/06 30/09 15/12"),
        (terms.HALF, "", "30/06 31/12"),
        (terms.HALF, "30/05", "30/05"),
        (terms.MONTH, "31/03", "31/01 28/02 31/03"),
        (terms.YEAR, "", "31/12"),
        (terms.YEAR, "15/11", "15/11"),
        (terms.ONCE, "30/06", "30/06"),
        (terms.ONCE, "", "31/12"),
        (terms.ON_REQUEST, "", ""),
        (terms.CONTINUOUS, "", ""),
    ],
)
def test_work_falls_due_by_its_frequency_up_to_its_deadline(frequency: Option, deadline: str, days: str) -> None:
    assert due_days(task(frequency, deadline), 2022) == tuple(day(one) for one in days.split())


def test_weekly_work_falls_due_on_every_sunday_of_the_years_weeks() -> None:
    found = due_days(task(terms.WEEK), 2022)
    assert len(found) == 52
    assert {one.weekday() for one in found} == {6}


HALF_REPORT = Period("6T", "", day("01/01"), day("20/05"), day("30/05"), strict=True, task="II.2.9")


def test_before_the_thirtieth_means_the_twenty_ninth_and_signed_on_the_friday_before() -> None:
    calendar = WorkingDays()
    assert HALF_REPORT.last_day == day("29/05")
    assert sign_by(HALF_REPORT.last_day, calendar) == day("27/05")


def test_by_the_thirtieth_includes_that_day_and_on_a_working_day_it_is_signed_then() -> None:
    by = HALF_REPORT._replace(strict=False)
    assert (by.last_day, sign_by(by.last_day, WorkingDays())) == (day("30/05"), day("30/05"))


def test_the_plans_exchanged_days_move_the_day_of_signing() -> None:
    plan = Plan("x", "x", 2022, days=(DayChange(day("27/05"), False), DayChange(day("28/05"), True)))
    assert sign_by(HALF_REPORT.last_day, plan.calendar) == day("28/05")


def test_a_task_with_report_periods_is_due_by_these_and_not_by_its_frequency() -> None:
    year_report = Period("NAM", "", day("01/01"), day("31/10"), day("15/11"), strict=True, task="II.2.9")
    other = HALF_REPORT._replace(code="X", task="II.1.1")
    plan = Plan("x", "x", 2022, periods={"NAM": year_report, "6T": HALF_REPORT, "X": other})
    assert deadlines(task(terms.QUARTER, "01/02"), plan) == (day("29/05"), day("14/11"))
    assert deadlines(task(terms.HALF)._replace(code="III.1.1"), plan) == (day("30/06"), day("31/12"))
