"""The commune grades itself: points where figures decide, blanks where a person must, and a rank when none is left."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_xlsx.plan.status import Status
from danvan_xlsx.report.grading import grade
from danvan_xlsx.report.official.schemes import BadScheme, example_text, scheme_of
from tests.grades import (
    ALL,
    DONE,
    HELD,
    SCHEME,
    SESSIONS,
    VISIT,
    graded,
    lines,
    measuring,
    points,
    with_tasks,
)


def test_the_scheme_that_comes_with_the_program_is_an_example_with_its_source() -> None:
    scheme = scheme_of(example_text())

    assert scheme.example and "2579/QĐ-UBND" in scheme.source
    assert sum(one.points for group in scheme.groups if group.kind == "base" for one in group.criteria) == 100
    assert [sum(one.points for one in group.criteria) for group in scheme.groups] == [10, 90, 3, 3]
    assert [rank.at_least for rank in scheme.ranks] == [95, 85, 75, 0]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("total = 30", "total = 31", "điểm chuẩn cộng được 30, thang điểm 31"),
        ('code = "A2"', 'code = "A1"', "mã A1 có 2 lần"),
        ("chair_sessions_due", "sessions_due", "A1 nêu số đo “sessions_due” không có"),
        (", target = 90", "", "A1 thiếu mức đạt (target)"),
        ('at_most = "Khá"', 'at_most = "Vừa"', "G1 nêu xếp loại “Vừa”"),
        ('kind = "minus"', 'kind = "less"', "loại nhóm “less”"),
        ("at_least = 0", "at_least = 1", "mức xếp loại thấp nhất"),
        ('name = "Thang điểm thử"', "", "thiếu mục name"),
        ("points = 3", 'points = "ba"', "không đọc được"),
        ("[[groups]]", "[groups", "không đọc được"),
    ],
)
def test_a_scheme_that_contradicts_itself_is_told_in_a_sentence(old: str, new: str, told: str) -> None:
    with pytest.raises(BadScheme) as bad:
        scheme_of(SCHEME.replace(old, new, 1))

    assert told in bad.value.told.vi and bad.value.told.vi.endswith(".")


# -- points ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("held", "delegated", "expected"),
    [(9, 1, 10), (10, 0, 10), (8, 2, 8.75), (0, 10, 0), (5, 5, 5.5)],
)
def test_a_share_gives_its_points_in_proportion_rounded_down(held: int, delegated: int, expected: float) -> None:
    line = lines(graded(held=held, delegated=delegated))["A1"]

    assert (line.points, line.proposed) == (expected, True)
    assert (line.actual, line.percent) == (f"{held}/10", 10 * held)


def test_the_evidence_of_a_figure_is_the_cells_it_comes_from() -> None:
    assert lines(graded(held=2, delegated=0))["A1"].evidence == "Lịch tiếp công dân D7–D8"


def test_a_share_of_nothing_is_for_a_person_to_judge() -> None:
    line = lines(graded(schedule=f"{SESSIONS}| 5 | 03/02/2022 | Nghỉ lễ, Tết |"))["A1"]

    assert (line.actual, line.points, line.proposed) == ("Không phát sinh.", None, False)


def test_without_a_register_there_is_no_figure_and_no_nought() -> None:
    grading = grade(DONE, measuring(), scheme_of(SCHEME))

    assert (lines(grading)["A1"].actual, points(grading)["A1"], points(grading)["C1"]) == (
        "Chưa có số liệu.",
        None,
        None,
    )


def test_rows_that_cannot_be_read_leave_the_points_open() -> None:
    line = lines(graded(schedule=f"{SESSIONS}{HELD}| 2 | 13/01/2022 | ai đó |"))["A1"]

    assert line.points is None and line.actual == "1/1; còn 2 dòng chưa đọc được."


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (Status.DONE, Status.NOTHING_AROSE, 10),
        (Status.DONE, Status.DONE_LATE, 7.5),
        (Status.DONE, Status.OVERDUE, 5),
        (Status.NOT_MET, Status.NO_EVIDENCE, 0),
        (Status.DONE, Status.IN_PROGRESS, None),
        (Status.DONE, Status.NOT_REPORTED, None),
        (Status.DONE, Status.NOT_DUE, None),
    ],
)
def test_tasks_give_points_when_they_are_decided(first: Status, second: Status, expected: float | None) -> None:
    assert points(graded(judged=with_tasks(II_1_1=first, II_2_1=second)))["A2"] == expected


def test_a_task_that_the_plan_does_not_have_is_said() -> None:
    line = lines(graded(scheme=SCHEME.replace("II.2.1", "IX.1")))["A2"]

    assert (line.points, line.actual) == (None, "Kế hoạch không có nhiệm vụ IX.1.")


def test_what_is_counted_one_by_one_never_gives_more_than_its_points() -> None:
    many = VISIT + "| 07/01/2022 | Chủ tịch |\n" * 5

    assert points(graded())["C1"] == 1
    assert points(graded(reception=many))["C1"] == 2


# -- what a person types ---------------------------------------------------------------


def test_a_person_judges_what_no_figure_decides() -> None:
    assert {code for code, one in lines(graded()).items() if one.points is None} == {"A3", "D1"}
    typed = {"A3": {"points": "8,5", "evidence": "Sổ góp ý", "note": "Đã họp"}}
    line = lines(graded(typed))["A3"]

    assert (line.points, line.proposed, line.evidence, line.note) == (8.5, False, "Sổ góp ý", "Đã họp")


@pytest.mark.parametrize("typed", ["mười", 11, -1, "10,5", True])
def test_points_that_cannot_be_are_shown_and_not_counted(typed: object) -> None:
    grading = graded({**ALL, "A3": {"points": typed}})

    assert points(grading)["A3"] is None and grading.total is None
    assert "không dùng được: từ 0 đến 10" in lines(grading)["A3"].actual


def test_figures_stand_above_what_was_typed_and_the_note_stays() -> None:
    line = lines(graded({"A1": {"points": 3, "note": "Xã có ý kiến", "evidence": "cũ"}}))["A1"]

    assert (line.points, line.note, line.evidence) == (10, "Xã có ý kiến", "Lịch tiếp công dân D7–D15")


def test_points_once_proposed_are_never_taken_for_a_persons() -> None:
    before = {"A1": {"points": 10, "by": "figures", "note": "giữ"}}
    line = lines(graded(before, schedule=f"{SESSIONS}| 5 | 03/02/2022 | Nghỉ lễ, Tết |"))["A1"]

    assert (line.points, line.note) == (None, "giữ")


# -- total and rank --------------------------------------------------------------------


def test_no_total_and_no_rank_while_a_place_is_blank() -> None:
    assert graded().open == ("A3", "D1", "G1")
    assert (graded().total, graded().rank) == (None, None)
    unanswered = graded({**ALL, "G1": {}})
    assert (unanswered.total, unanswered.rank) == (30, None)


@pytest.mark.parametrize(
    ("typed", "total", "rank"),
    [
        ({}, 30, "Tốt"),
        ({"A3": {"points": 0}}, 21, "Khá"),
        ({"D1": {"points": 3}}, 27, "Tốt"),
        ({"G1": {"points": "Có"}}, 30, "Khá"),
    ],
)
def test_the_rank_follows_points_zeros_and_limits(typed: dict[str, Any], total: float, rank: str) -> None:
    grading = graded({**ALL, **typed})

    assert (grading.total, grading.rank and grading.rank.name) == (total, rank)


def test_a_zero_keeps_from_the_top_though_the_points_would_do() -> None:
    grading = graded({**ALL, "A3": {"points": 0}}, scheme=SCHEME.replace("at_least = 25", "at_least = 20"))

    assert grading.rank is not None and (grading.total, grading.rank.name) == (21, "Khá")


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 12), st.integers(0, 12), st.integers(0, 40), st.integers(0, 12), st.booleans())
def test_the_total_is_the_sum_and_the_rank_is_reached(
    held: int, delegated: int, given_: int, minus: int, cap: bool
) -> None:
    typed = {
        "A3": {"points": given_ / 4},
        "D1": {"points": minus / 4},
        "G1": {"points": "Có" if cap else "Không"},
        "A1": {"points": 1},
    }
    grading = graded(typed, held=held, delegated=delegated) if held + delegated else graded(typed, held=1)
    found = points(grading)
    total = sum(value or 0 for code, value in found.items() if code != "D1") - (found["D1"] or 0)

    assert grading.total == total and grading.rank is not None
    assert total >= grading.rank.at_least
    assert not (cap and grading.rank.name == "Tốt")
    assert all(0 <= (value or 0) <= one.criterion.points for one in lines(grading).values() for value in [one.points])
