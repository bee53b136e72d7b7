"""The calendar that deadlines in working days are counted on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_xlsx.words.public_holidays import FIRST_YEAR, LAST_YEAR, LISTED
from danvan_xlsx.words.text import Text
from danvan_xlsx.words.working_days import DayChange, WorkingDays, from_the_library

#: The weekdays off by public holiday, compensation or swap, and the weekend days worked in exchange.
OFF_ON_A_WEEKDAY = {
    2022: "03/01 31/01 01/02 02/02 03/02 04/02 11/04 02/05 03/05 01/09 02/09",
    2025: "01/01 27/01 28/01 29/01 30/01 31/01 07/04 30/04 01/05 02/05 01/09 02/09",
    2026: "01/01 02/01 16/02 17/02 18/02 19/02 20/02 27/04 30/04 01/05 31/08 01/09 02/09",
}
WORKED_ON_A_WEEKEND = {2022: "", 2025: "26/04", 2026: "10/01 22/08"}

#: What LichNghi says for those years: each pair of days was exchanged by a decision of that year alone.
PLAN = (
    DayChange(date(2025, 4, 26), works=True, name="Làm bù cho ngày 02/5"),
    DayChange(date(2025, 5, 2), works=False, name="Hoán đổi với thứ Bảy 26/4"),
    DayChange(date(2026, 1, 2), works=False, name="Hoán đổi với thứ Bảy 10/01"),
    DayChange(date(2026, 1, 10), works=True, name="Làm bù cho ngày 02/01"),
    DayChange(date(2026, 8, 22), works=True, name="Làm bù cho ngày 31/8"),
    DayChange(date(2026, 8, 31), works=False, name="Hoán đổi với thứ Bảy 22/8"),
)
CALENDAR = WorkingDays(PLAN)


def days_of(year: int) -> list[date]:
    return [
        date(year, 1, 1) + timedelta(days=number) for number in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)
    ]


def dates(year: int, listed: str) -> set[date]:
    return {date(year, int(month), int(day)) for day, month in (one.split("/") for one in listed.split())}


def worked(year: int) -> set[date]:
    off, made_up = dates(year, OFF_ON_A_WEEKDAY[year]), dates(year, WORKED_ON_A_WEEKEND[year])
    return {day for day in days_of(year) if day.weekday() < 5 and day not in off} | made_up


@pytest.mark.parametrize("year", [2022, 2025, 2026])
def test_with_the_plans_swapped_days_the_real_calendar_is_met_on_every_day(year: int) -> None:
    assert {day for day in days_of(year) if CALENDAR.is_working(day)} == worked(year)


@pytest.mark.parametrize("year", [2022, 2025, 2026])
def test_without_the_plan_only_days_exchanged_by_a_decision_of_the_year_differ(year: int) -> None:
    alone = WorkingDays()
    differing = {day for day in days_of(year) if alone.is_working(day) != (day in worked(year))}
    # Editions of the library learn some exchanged days off later (02/05/2025, 31/08/2026; not yet 02/01/2026);
    # the Saturdays worked instead come from the plan alone.
    assert dates(year, WORKED_ON_A_WEEKEND[year]) <= differing <= {one.day for one in PLAN if one.day.year == year}


def test_the_listed_holidays_are_those_of_the_library() -> None:
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    theirs = [
        f"{day} | {name.vi} | {name.en}" for year in years for day, name in sorted(from_the_library(year).items())
    ]
    # Editions of the library differ in the days exchanged by a decision.
    listed, theirs = ([line for line in lines if "thay cho" not in line] for lines in (LISTED.splitlines(), theirs))
    assert listed == theirs


def test_a_year_that_is_not_listed_has_its_holidays_too() -> None:
    assert WorkingDays().why_off(date(2019, 9, 2)) == Text("Quốc khánh", "National Day")


def test_the_day_of_culture_is_worked_until_the_plan_says_it_is_off() -> None:
    day = date(2026, 11, 24)
    assert WorkingDays().is_working(day)
    assert not WorkingDays([DayChange(day, works=False, name="Ngày Văn hóa Việt Nam")]).is_working(day)


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2022, 5, 29), Text("Chủ nhật", "Sunday")),
        (date(2022, 5, 28), Text("Thứ Bảy", "Saturday")),
        (date(2022, 9, 2), Text("Quốc khánh", "National Day")),
        (date(2022, 4, 10), Text("Ngày Giỗ Tổ Hùng Vương", "Hung Kings' Commemoration Day")),
        (date(2026, 1, 2), Text("Hoán đổi với thứ Bảy 10/01", "Hoán đổi với thứ Bảy 10/01")),
        (date(2026, 1, 10), None),
        (date(2022, 5, 30), None),
    ],
)
def test_a_day_off_says_why_and_a_working_day_says_nothing(day: date, reason: Text | None) -> None:
    assert CALENDAR.why_off(day) == reason


def test_a_day_off_that_the_plan_does_not_name_is_still_given_a_reason() -> None:
    storm = date(2022, 9, 28)
    assert WorkingDays([DayChange(storm, works=False)]).why_off(storm) == Text(
        "Ngày nghỉ theo lịch của kế hoạch", "A day off in the plan's calendar"
    )


def test_the_plan_can_make_a_public_holiday_a_working_day() -> None:
    assert WorkingDays([DayChange(date(2022, 9, 1), works=True)]).is_working(date(2022, 9, 1))


def test_seven_working_days_step_over_the_weekend_the_holiday_and_the_exchanged_saturday() -> None:
    # From Wednesday 19/8/2026: 20, 21, the worked Saturday 22, 24, 25, 26, 27.
    assert CALENDAR.add(date(2026, 8, 19), 7) == date(2026, 8, 27)
    # From Friday 28/8/2026: 31/8 is exchanged, 1 and 2/9 are National Day, so the first working day is 3/9.
    assert CALENDAR.add(date(2026, 8, 28), 1) == date(2026, 9, 3)
    assert CALENDAR.between(date(2026, 8, 28), date(2026, 9, 2)) == 0


def test_a_report_due_on_a_sunday_is_signed_on_the_friday_before_or_the_monday_after() -> None:
    assert CALENDAR.on_or_before(date(2022, 5, 29)) == date(2022, 5, 27)
    assert CALENDAR.on_or_after(date(2022, 5, 29)) == date(2022, 5, 30)
    assert CALENDAR.on_or_before(date(2022, 5, 27)) == CALENDAR.on_or_after(date(2022, 5, 27)) == date(2022, 5, 27)


def test_counting_runs_on_over_the_end_of_the_year_both_ways() -> None:
    assert CALENDAR.add(date(2021, 12, 31), 1) == date(2022, 1, 4)
    assert CALENDAR.add(date(2022, 1, 4), -1) == date(2021, 12, 31)


DAYS = st.dates(date(2021, 1, 1), date(2027, 12, 31))
COUNTS = st.integers(-600, 600)


@given(DAYS, COUNTS)
def test_counting_back_the_days_added_gives_their_number(start: date, count: int) -> None:
    assert CALENDAR.between(start, CALENDAR.add(start, count)) == count


@given(DAYS, st.integers(1, 600))
def test_what_is_added_lands_on_a_working_day_after_the_start(start: date, count: int) -> None:
    assert CALENDAR.is_working(CALENDAR.add(start, count))
    assert CALENDAR.add(start, -count) < start < CALENDAR.add(start, count)


@given(DAYS, DAYS, COUNTS)
def test_a_later_start_never_ends_earlier(one: date, other: date, count: int) -> None:
    first, second = sorted((one, other))
    assert CALENDAR.add(first, count) <= CALENDAR.add(second, count)
    assert CALENDAR.add(first, abs(count)) < CALENDAR.add(first, abs(count) + 1)


@given(DAYS, st.integers(0, 90))
def test_the_number_between_is_what_a_finger_on_the_calendar_counts(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    pointed_at = [start + timedelta(days=number) for number in range(1, length + 1)]
    assert CALENDAR.between(start, end) == sum(CALENDAR.is_working(day) for day in pointed_at)
