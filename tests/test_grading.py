"""The commune grades itself: points where figures decide, blanks where a person must, and a rank when none is left."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_xlsx.check.measuring import Measuring
from danvan_xlsx.check.outcome import Outcome
from danvan_xlsx.plan.status import Status
from danvan_xlsx.registers import load
from danvan_xlsx.report.grading import Grading, Line, grade
from danvan_xlsx.report.grading_page import grading_page
from danvan_xlsx.report.official.schemes import BadScheme, Scheme, example_text, scheme_of
from danvan_xlsx.words.page import Table
from danvan_xlsx.words.rules import Register
from tests import outcomes
from tests.folders import danvan, edited, opened
from tests.outcomes import AS_OF, PLAN, outcome
from tests.registers.rows import read_table
from tests.reported import AS_OF as SAMPLE_DAY
from tests.reported import new_sample

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


# -- the scheme ------------------------------------------------------------------------


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


# -- the page and the command ----------------------------------------------------------


def rows(grading: Grading) -> list[list[Any]]:
    (table,) = [one for one in grading_page(grading).blocks if isinstance(one, Table)]
    return [[spot.value for spot in row] for row in table.rows]


def test_the_page_has_a_line_for_everything_and_sums_below() -> None:
    page = rows(graded(ALL))

    assert [row[0] for row in page if row[0]] == ["A1", "A2", "A3", "C1", "D1", "G1"]
    assert page[-2][1:6] == ["TỔNG ĐIỂM", 30, "", "", 30]
    assert page[-1][1:4] == ["XẾP LOẠI", "", "Tốt"]
    assert rows(graded())[-1][3] == "Còn 3 nội dung chưa chấm"
    assert not grading_page(graded()).mark
    assert grading_page(graded(scheme="example = true\n" + SCHEME)).mark == "THANG ĐIỂM VÍ DỤ"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return new_sample(tmp_path / "danvan-2022")


def draw(folder: Path) -> str:
    result = danvan("report", folder, "--grading", "--as-of", SAMPLE_DAY.isoformat())
    assert result.exit_code == 0
    return result.output


DRAWN = "bao-cao/2022-tu-cham-diem/tu-cham-diem-2022.xlsx"


def cells(folder: Path) -> dict[str, list[Any]]:
    sheet = opened(folder / DRAWN)["Tự chấm điểm"]
    return {str(row[0].value): [one.value for one in row] for row in sheet.iter_rows() if row[0].value}


def place(folder: Path, code: str) -> str:
    sheet = opened(folder / DRAWN)["Tự chấm điểm"]
    return next(f"F{row[0].row}" for row in sheet.iter_rows() if row[0].value == code)


def test_what_was_typed_into_the_file_is_kept_when_it_is_drawn_anew(sample: Path) -> None:
    said = draw(sample)
    assert f"Đã lập: {DRAWN}" in said and "Thang điểm là ví dụ" in said
    waiting = [
        code for code, row in cells(sample).items() if row[5] is None and code[0] in "ABCDG" and code[1:].isdigit()
    ]
    places = {code: place(sample, code) for code in waiting}
    with edited(sample / DRAWN) as book:
        for code, at in places.items():
            book["Tự chấm điểm"][at] = "Không" if code[0] == "G" else 0 if code[0] == "D" else 2.5
        book["Tự chấm điểm"][places["B12"].replace("F", "H")] = "Họp ngày 10/11"

    said = draw(sample)

    assert "Còn" not in said and "xếp loại: " in said
    assert cells(sample)["B12"][5:8] == [2.5, None, "Họp ngày 10/11"]
    assert draw(sample) == said


def test_drawn_twice_it_is_the_same_file(sample: Path) -> None:
    draw(sample)
    first = (sample / DRAWN).read_bytes()
    draw(sample)

    assert (sample / DRAWN).read_bytes() == first


def test_a_commune_has_a_scheme_of_its_own(sample: Path) -> None:
    own = sample / "templates/tu-cham-diem.toml"
    own.parent.mkdir()
    own.write_text("\ufeff" + SCHEME, encoding="utf-8")

    assert "ví dụ" not in draw(sample)
    assert {code for code in cells(sample) if code in ("A1", "A2", "A3", "C1", "D1", "G1")} == {
        *("A1", "A2", "A3", "C1", "D1", "G1")
    }


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (SCHEME.replace("total = 30", "total = 29").encode(), "Thang điểm chưa đúng: điểm chuẩn cộng được 30"),
        ("name = 'Thang điểm'".encode("utf-16"), "chưa lưu dạng UTF-8"),
    ],
)
def test_a_scheme_that_cannot_be_used_is_told_and_nothing_is_drawn(sample: Path, data: bytes, told: str) -> None:
    (sample / "templates").mkdir()
    (sample / "templates/tu-cham-diem.toml").write_bytes(data)
    result = danvan("report", sample, "--grading", "--as-of", SAMPLE_DAY.isoformat())

    assert result.exit_code == 2 and told in " ".join(result.output.split())
    assert not (sample / DRAWN).exists()


def test_a_drawn_file_that_cannot_be_read_is_not_written_over(sample: Path) -> None:
    (sample / DRAWN).parent.mkdir(parents=True)
    (sample / DRAWN).write_bytes(b"PK no workbook")
    result = danvan("report", sample, "--grading", "--as-of", SAMPLE_DAY.isoformat())

    assert result.exit_code == 2 and "Không đọc được “tu-cham-diem-2022.xlsx”" in " ".join(result.output.split())
    assert (sample / DRAWN).read_bytes() == b"PK no workbook"


@pytest.mark.parametrize("options", [[], ["--period", "6T", "--grading"]])
def test_one_report_is_asked_for_at_a_time(sample: Path, options: list[str]) -> None:
    result = danvan("report", sample, *options, "--as-of", SAMPLE_DAY.isoformat())

    assert result.exit_code == 2 and "--grading để lập bảng tự chấm điểm" in " ".join(result.output.split())


def test_every_measure_of_the_example_is_a_register_of_the_sample(sample: Path) -> None:
    scheme: Scheme = scheme_of(example_text())
    draw(sample)
    told = {code: row[3] for code, row in cells(sample).items()}

    assert [one.code for one in scheme.criteria if one.measure and told[one.code] == "Chưa có số liệu."] == []
