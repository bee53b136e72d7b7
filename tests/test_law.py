"""The figures of the law: which one was in force on a day, and what deadline follows from it."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.law import STANDINGS, Law, Limit, Override, UnknownLimit, every_limit, known_cases, known_keys
from danvan_xlsx.words.text import Text, shown
from danvan_xlsx.words.working_days import DayChange, WorkingDays

LAW = Law()
IN_2022, IN_2024, IN_2026 = date(2022, 3, 2), date(2024, 3, 4), date(2026, 7, 1)
EVERY = [limit for key in known_keys() for limit in every_limit(key)]


def test_every_figure_is_there_with_its_standing() -> None:
    assert (len(known_keys()), len(EVERY)) == (120, 194)
    assert Counter(limit.standing for limit in EVERY) == {"read": 123, "secondary": 47, "unverified": 24}


def test_the_rows_without_a_figure_are_these() -> None:
    assert Counter(limit.key for limit in EVERY if isnan(limit.amount)) == {
        "report.inspection_commune_due": 2,
        "village.decide_scope": 1,
        "village.vote_scope": 1,
        "consultation.min_days": 1,
        "publicity.posting": 1,
    }


def test_no_two_figures_of_one_key_and_case_are_in_force_on_the_same_day() -> None:
    for key in known_keys():
        for case in known_cases(key):
            spans = sorted(
                (one.since or date.min, one.until or date.max) for one in every_limit(key) if one.case_name == case
            )
            assert all(until < since for (_, until), (since, _) in pairwise(spans)), (key, case)


def test_every_figure_names_its_source_and_can_be_said_in_both_languages() -> None:
    for limit in EVERY:
        assert limit.source and limit.standing in STANDINGS and limit.since, limit
        assert limit.label.vi and "{" not in limit.label.vi + limit.label.en, limit
        assert not limit.until or (limit.since or date.max) <= limit.until, limit


@pytest.mark.parametrize(
    ("key", "at", "label", "standing"),
    [
        ("complaint.acceptance", IN_2022, Text("10 ngày", "10 days"), "read"),
        ("complaint.acceptance", date(2026, 6, 30), Text("10 ngày", "10 days"), "read"),
        ("complaint.acceptance", IN_2026, Text("7 ngày làm việc", "7 working days"), "read"),
        ("reception.chair_sessions", date(2026, 6, 30), Text("1 kỳ mỗi tuần", "1 session a week"), "read"),
        ("reception.chair_sessions", IN_2026, Text("2 kỳ mỗi tháng", "2 sessions a month"), "secondary"),
        ("publicity.deadline", IN_2022, Text("2 ngày", "2 days"), "secondary"),
        ("publicity.deadline", IN_2024, Text("5 ngày làm việc", "5 working days"), "read"),
        ("publicity.item_count", date(2023, 6, 30), Text("11 nội dung", "11 subjects"), "secondary"),
        ("publicity.item_count", date(2023, 7, 1), Text("14 nội dung", "14 subjects"), "read"),
        ("village.split_meeting_min", IN_2022, Text("trên 200 hộ", "more than 200 households"), "secondary"),
        ("village.split_meeting_min", IN_2024, Text("từ 200 hộ trở lên", "200 households or more"), "read"),
        ("people_inspection.plan_sent", date(2023, 6, 30), Text("5 ngày", "5 days"), "unverified"),
        ("people_inspection.plan_sent", date(2023, 8, 15), Text("5 ngày làm việc", "5 working days"), "read"),
        ("report.inspection_commune_due", IN_2026, Text("ngày 17 của tháng", "day 17 of the month"), "read"),
        ("petition.anonymous", IN_2022, Text("không thụ lý", "not accepted"), "read"),
        ("reception.delegation_allowed", IN_2026, Text("không", "no"), "secondary"),
        ("people_inspection.size", IN_2022, Text("5 hoặc 7 người", "5 or 7 people"), "secondary"),
    ],
)
def test_the_figure_is_the_one_in_force_on_the_day_of_the_starting_event(
    key: str, at: date, label: Text, standing: str
) -> None:
    limit = LAW(key, at=at)
    assert (limit.label, limit.standing) == (label, standing)
    assert shown(limit, "vi") == label.vi


@pytest.mark.parametrize(
    ("key", "at"),
    [
        ("complaint.acceptance", date(2012, 6, 30)),  # before any regime
        ("people_inspection.plan_sent", date(2023, 7, 1)),  # between two
        ("complaint.acceptance_old_circular", date(2020, 12, 10)),  # after the last
        ("consultation.min_days", IN_2022),  # in force, but the text gave no number of days
        ("report.inspection_commune_due", IN_2022),
    ],
)
def test_a_day_without_a_figure_says_which_figure_and_which_day(key: str, at: date) -> None:
    with pytest.raises(UnknownLimit) as caught:
        LAW(key, at=at)
    assert (caught.value.key, caught.value.day) == (key, at)
    assert str(caught.value) == f"no limit {key!r} on {at.isoformat()}"
    assert LAW.get(key, at=at) is None


def test_a_misspelt_figure_is_never_passed_over_in_silence() -> None:
    with pytest.raises(UnknownLimit):
        LAW("complaint.acceptence", at=IN_2022)
    with pytest.raises(UnknownLimit):
        LAW.get("complaint.acceptence", at=IN_2022)


def test_a_case_takes_its_own_figure_of_the_same_day_and_a_case_the_law_lacks_the_plain_one() -> None:
    limit = LAW("complaint.first_resolution", at=IN_2022)
    asked = (None, "normal", "complex", "remote", "remote_complex", "extended", Option("complex", Text("a", "b")))
    assert [limit.case(one).amount for one in asked] == [30, 30, 45, 45, 60, 30, 45]
    assert limit.case("complex").case("remote_complex").case(None).amount == 30


def test_of_several_cases_the_first_that_the_law_knows_is_taken() -> None:
    limit = LAW("complaint.second_complaint", at=IN_2022)
    assert limit.case("remote_complex").amount == 30
    assert limit.case("remote_complex", "remote").amount == 45


def test_where_the_law_has_no_plain_case_an_unknown_case_is_not_guessed() -> None:
    majority = LAW("village.majority", at=IN_2024)
    assert majority.case("khoản 3-6 Điều 15").label == Text("trên 50%", "more than 50%")
    with pytest.raises(UnknownLimit):
        majority.case("khoản 7 Điều 15")


def test_a_vote_of_2022_needs_more_than_half_of_all_and_one_of_2024_two_thirds_by_fraction() -> None:
    in_2022 = LAW("village.majority", at=IN_2022).case("thôn")
    in_2024 = LAW("village.majority", at=IN_2024).case("khoản 1, 2 Điều 15")
    assert [in_2022.reached(part, 100) for part in (46, 50, 51)] == [False, False, True]
    assert [in_2024.reached(part, 99) for part in (65, 66, 67)] == [False, True, True]
    assert (in_2022.share, in_2024.share) == (Fraction(1, 2), Fraction(2, 3))
    assert LAW("village.initiative", at=IN_2024).reached(10, 100)
    assert not in_2022.reached(0, 0)
    assert in_2024.label == Text("từ 2/3 trở lên", "at least 2/3")


def test_what_is_not_a_time_has_no_deadline_and_what_is_not_a_share_is_not_reached() -> None:
    for key, at in [("reception.chair_sessions", IN_2022), ("village.majority", IN_2022)]:
        with pytest.raises(TypeError, match=key):
            LAW(key, at=at).due(IN_2022)
    with pytest.raises(TypeError, match="thường xuyên"):
        LAW("publicity.posting", at=IN_2024).case("khoản 4, 13").late(IN_2024, IN_2024)
    with pytest.raises(TypeError, match="not a share"):
        LAW("complaint.acceptance", at=IN_2022).reached(1, 2)


def test_the_period_of_an_amount_is_known_where_it_is_owed_by_period() -> None:
    asked = [
        ("reception.chair_sessions", IN_2022),
        ("reception.chair_sessions", IN_2026),
        ("people_inspection.report", IN_2024),
        ("dialogue.per_year", IN_2022),
        ("people_inspection.vacancy", IN_2024),
        ("complaint.acceptance", IN_2022),
    ]
    assert [LAW(key, at=at).per for key, at in asked] == ["week", "month", "quarter", "year", None, None]


def test_a_deadline_on_a_saturday_runs_to_the_next_working_day_and_says_why() -> None:
    limit = LAW("complaint.acceptance", at=IN_2022)
    received = IN_2022
    assert limit.due(received) == date(2022, 3, 12)
    assert limit.last_day(received) == date(2022, 3, 14)
    assert limit.why_moved(received) == Text("Thứ Bảy", "Saturday")
    assert [limit.late(received, date(2022, 3, day)) for day in (2, 12, 14, 15)] == [0, 0, 0, 1]
    assert limit.days_left(received, date(2022, 3, 10)) == 4
    assert limit.taken(received, date(2022, 3, 15)) == 13


def test_a_deadline_on_a_working_day_is_not_moved() -> None:
    limit = LAW("complaint.first_resolution", at=IN_2022)
    assert limit.due(date(2022, 5, 2)) == limit.last_day(date(2022, 5, 2)) == date(2022, 6, 1)
    assert limit.why_moved(date(2022, 5, 2)) is None


def test_complaints_on_both_sides_of_the_change_are_each_judged_by_their_own_regime() -> None:
    swapped = [DayChange(date(2026, 8, 22), works=True), DayChange(date(2026, 8, 31), works=False)]
    law = Law(working_days=WorkingDays(swapped))
    received = [date(2026, 6, 30), date(2026, 7, 1), date(2026, 8, 19)]
    limits = [law("complaint.acceptance", at=day) for day in received]
    last_days = [limit.last_day(day) for limit, day in zip(limits, received, strict=True)]
    assert last_days == [date(2026, 7, 10), date(2026, 7, 10), date(2026, 8, 27)]
    assert limits[2].taken(received[2], date(2026, 8, 28)) == 8
    assert limits[2].late(received[2], date(2026, 8, 28)) == 1


def test_a_limit_before_an_event_counts_back_from_it_and_is_not_moved() -> None:
    posted = LAW("reception.schedule_posted", at=IN_2022)
    assert posted.backwards
    assert posted.due(date(2022, 3, 14)) == date(2022, 3, 7)
    assert [posted.late(date(2022, 3, 14), date(2022, 3, day)) for day in (4, 7, 8)] == [0, 0, 1]
    assert posted.taken(date(2022, 3, 14), date(2022, 3, 8)) == 4
    notice = LAW("dialogue.notice", at=IN_2022)
    assert notice.last_day(date(2022, 6, 19)) == date(2022, 6, 12)  # a Sunday
    assert notice.why_moved(date(2022, 6, 19)) is None


def test_months_and_years_end_on_the_same_day_of_the_month_or_on_its_last() -> None:
    vacancy, term = LAW("people_inspection.vacancy", at=IN_2024), LAW("people_inspection.term", at=IN_2022)
    assert [vacancy.due(date(2023, 8, day)) for day in (28, 29, 31)] == [date(2024, 2, day) for day in (28, 29, 29)]
    assert vacancy.due(date(2024, 7, 15)) == date(2025, 1, 15)
    assert term.due(date(2020, 2, 29)) == date(2022, 2, 28)


def test_the_plan_sets_its_own_figure_between_its_days_and_every_reader_can_see_that_it_did() -> None:
    reason = "Quyết định 12/QĐ-UBND của xã"
    override = Override("reception.chair_sessions", "", 2, date(2022, 4, 1), date(2022, 6, 30), reason)
    law = Law([override])
    assert law.overrides == (override,)
    days = [date(2022, 3, 31), date(2022, 4, 1), date(2022, 6, 30), date(2022, 7, 1)]
    assert [law("reception.chair_sessions", at=day).amount for day in days] == [1, 2, 2, 1]
    limit = law("reception.chair_sessions", at=date(2022, 4, 1))
    assert (limit.overridden, limit.standing, limit.source, limit.reason) == (True, "plan", reason, reason)
    assert limit.label == Text("2 kỳ mỗi tuần", "2 sessions a week")
    assert not law("reception.chair_sessions", at=days[0]).overridden
    assert LAW("reception.chair_sessions", at=days[1]).amount == 1


def test_the_plan_may_set_one_case_and_leave_the_others_to_the_law() -> None:
    law = Law([Override("complaint.first_resolution", "complex", 40, None, None, "rút ngắn")])
    cases = law("complaint.first_resolution", at=IN_2022).cases
    assert {name: limit.amount for name, limit in cases.items()} == {
        "normal": 30,
        "complex": 40,
        "remote": 45,
        "remote_complex": 60,
    }


def test_an_override_without_a_case_is_of_the_plain_one_even_when_that_has_a_name() -> None:
    law = Law([Override("complaint.first_resolution", "", 25, None, None, "rút ngắn")])
    limit = law("complaint.first_resolution", at=IN_2022)
    assert (limit.case_name, limit.amount, limit.case("complex").amount) == ("normal", 25, 45)


def test_of_two_overrides_of_one_day_the_last_stands() -> None:
    law = Law([Override("complaint.acceptance", "", amount, None, None, "…") for amount in (9, 8)])
    assert law("complaint.acceptance", at=IN_2022).amount == 8


def test_the_plan_gives_the_figure_that_the_law_left_open() -> None:
    law = Law([Override("report.inspection_commune_due", "", 16, date(2022, 1, 1), None, "huyện quy định")])
    assert law("report.inspection_commune_due", at=IN_2022).label == Text("ngày 16 của tháng", "day 16 of the month")
    assert law.get("report.inspection_commune_due", at=date(2021, 12, 31)) is None


def test_before_any_regime_the_plans_figure_takes_the_unit_of_the_first() -> None:
    law = Law([Override("complaint.acceptance", "", 12, None, None, "…")])
    assert law("complaint.acceptance", at=date(2011, 1, 1)).label == Text("12 ngày", "12 days")
    assert law("complaint.acceptance", at=IN_2026).label == Text("12 ngày làm việc", "12 working days")


@pytest.mark.parametrize(("key", "case"), [("complaint.acceptence", ""), ("complaint.first_resolution", "complx")])
def test_an_override_of_nothing_the_law_has_is_refused(key: str, case: str) -> None:
    with pytest.raises(UnknownLimit):
        Law([Override(key, case, 1, None, None, "…")])


TIMED = [LAW(key, at=IN_2026) for key in known_keys() if LAW.get(key, at=IN_2026)]
TIMED = [limit for limit in TIMED if limit.unit in {"ngày", "ngày làm việc"} and not limit.backwards]


@given(st.sampled_from(TIMED), st.dates(date(2021, 1, 1), date(2027, 6, 1)), st.integers(0, 150))
def test_an_act_is_late_only_after_a_last_day_that_is_worked(limit: Limit, start: date, length: int) -> None:
    last, end = limit.last_day(start), start + timedelta(days=length)
    assert limit.working_days.is_working(last)
    assert limit.late(start, end) == max(0, (end - last).days)
    assert limit.due(start) <= last
    assert limit.late(start, last) == 0 and limit.late(start, last + timedelta(days=1)) == 1
