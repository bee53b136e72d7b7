"""The half-year and the yearly report of the sample: what they say, what they leave out, and what they compare with."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from danvan_xlsx.report.periodic.figures import Periodic, ReportFigure
from danvan_xlsx.report.periodic.headline import headline
from tests.folders import opened
from tests.reported import HALF, OFFICE, ONE_STOP, YEAR, annex_of, internal_of, new_sample, report, reported, typed_into
from tests.sample.build import PLAN_FILE

VISITS, PROCEDURES = "Sổ tiếp công dân", "II.2.11/services_at_level_3_4:services_listed"
ONLINE = "II.2.11/dossiers_online:dossiers_received"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_sample(tmp_path_factory.mktemp("periodic"))


@pytest.fixture(scope="module")
def half(folder: Path) -> Periodic:
    return reported(folder, HALF)


@pytest.fixture(scope="module")
def year(folder: Path) -> Periodic:
    return reported(folder, YEAR)


def indicators(report: Periodic) -> dict[str, ReportFigure]:
    return {one.code: one for section in report.sections for one in section.figures}


def people(report: Periodic) -> dict[str, float | None]:
    return {one.code: one.actual for one in report.people}


def rows(path: Path, sheet: str) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in opened(path)[sheet].iter_rows()]


# -- the figures a letter names ------------------------------------------------------------


def test_the_half_year_tells_of_837_dossiers_and_33_9_per_cent_online(half: Periodic) -> None:
    assert headline(half) == (
        ("Lượt tiếp công dân", "22 lượt"),
        ("Đơn tiếp nhận trong kỳ", "12 đơn"),
        ("Đơn thuộc thẩm quyền giải quyết xong trong kỳ", "11 đơn"),
        ("Hồ sơ TTHC tiếp nhận", "837 hồ sơ"),
        ("Tỷ lệ hồ sơ nộp trực tuyến", "33,9% (284/837)"),
    )


def test_the_year_tells_of_2090_dossiers_and_50_7_per_cent_online(year: Periodic) -> None:
    assert headline(year) == (
        ("Lượt tiếp công dân", "50 lượt"),
        ("Đơn tiếp nhận trong kỳ", "25 đơn"),
        ("Đơn thuộc thẩm quyền giải quyết xong trong kỳ", "18 đơn"),
        ("Hồ sơ TTHC tiếp nhận", "2.090 hồ sơ"),
        ("Tỷ lệ hồ sơ nộp trực tuyến", "50,7% (1.060/2.090)"),
    )


# -- what goes up --------------------------------------------------------------------------

#: Owner, target and day only proposed and not adopted; or of the Party and the Front.
PROPOSED = (
    "II.1.4", "II.2.2", "II.2.4", "II.2.7", "II.2.8", "II.2.10", "II.3.7", "II.3.9", "II.3.10", "II.4.8", "II.5.3",
)  # fmt: skip
FOLLOWED = ("II.3.8", "III.5.1", "III.5.2")


@pytest.mark.parametrize("period", [HALF, YEAR])
def test_proposals_nobody_adopted_and_tasks_of_others_never_go_up(
    half: Periodic, year: Periodic, period: str, folder: Path
) -> None:
    told = half if period == HALF else year
    up = {state.task.code for section in told.sections for state in section.tasks}
    every = set(told.outcome.plan.tasks)

    assert sorted(every - up) == sorted((*PROPOSED, *FOLLOWED))
    assert {one.code.partition("/")[0] for one in indicators(told).values()} <= up
    written = [
        str(cell)
        for name in ("Phụ lục I", "Phụ lục II")
        for row in rows(annex_of(folder, period), name)
        for cell in row
    ]
    titles = {told.outcome.plan.tasks[code].title for code in (*PROPOSED, *FOLLOWED)}
    assert not titles & set(written)
    assert not {"Đang thực hiện việc đề xuất", "mức tham khảo"} & set(written)


def test_a_target_that_binds_nobody_stays_here_though_its_figure_goes_up(half: Periodic, folder: Path) -> None:
    """II.2.11: services at level 3–4 are the plan's own words; 70 % of the dossiers is a proposal nobody adopted."""
    told = indicators(half)
    result = next(row for row in rows(annex_of(folder, HALF), "Phụ lục II") if row[6] == "II.2.11")[5]

    assert (told[PROCEDURES].planned, told[PROCEDURES].percent) == ("≥ 70", pytest.approx(100 * 75 / 70))
    assert (told[ONLINE].planned, told[ONLINE].percent) == ("–", None)
    assert told[ONLINE].actual == pytest.approx(100 * 284 / 837)
    assert result.splitlines()[1] == "Hồ sơ nộp trực tuyến, lũy kế: 284/837 = 33,9% (lũy kế đến 20/05/2022)."


def test_once_the_commune_adopts_it_the_task_goes_up_with_its_target(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "adopting")
    (place,) = [
        cell
        for row in opened(folder / PLAN_FILE)["CauHinh"].iter_rows()
        for cell in row
        if "II.1.1; II.1.2" in str(cell.value)
    ]
    typed_into(folder / PLAN_FILE, "CauHinh", {place.coordinate: f"{place.value}; II.2.10; II.2.11"})

    told = indicators(reported(folder, HALF))
    assert told["II.2.10/dossiers_in_software:dossiers_received"].planned == "≥ 100"
    assert (told[ONLINE].planned, told[ONLINE].percent) == ("≥ 70", pytest.approx(100 * (100 * 284 / 837) / 70))


# -- reception, petitions, dossiers ----------------------------------------------------------

PEOPLE = {
    # code: (half-year, year)
    "tcd.chair_sessions": (18, 41),
    "tcd.visits": (22, 50),
    "tcd.people": (33, 66),
    "tcd.crowds": (1, 1),
    "don.received": (12, 25),
    "don.complaints": (1, 2),
    "don.denunciations": (0, 1),
    "don.proposals": (11, 22),
    "don.not_competent": (2, 6),
    "don.settled": (11, 18),
}


def test_ten_lines_tell_of_reception_and_petitions_in_the_reports_own_window(half: Periodic, year: Periodic) -> None:
    assert people(half) == {code: figures[0] for code, figures in PEOPLE.items()}
    assert people(year) == {code: figures[1] for code, figures in PEOPLE.items()}
    for told in (people(half), people(year)):
        kinds = ("don.complaints", "don.denunciations", "don.proposals")
        assert sum(told[kind] or 0 for kind in kinds) == told["don.received"]


@pytest.mark.parametrize(("period", "total"), [(HALF, 852), (YEAR, 2105)])
def test_each_line_of_the_form_balances_and_the_total_is_their_sum(
    half: Periodic, year: Periodic, period: str, total: int
) -> None:
    *lines, last = (half if period == HALF else year).fields

    assert (len(lines), last.label, last.columns[3].actual) == (7, "Tổng cộng", total)
    for line in (*lines, last):
        of = {printed: one.actual or 0 for printed, one in line.columns.items()}
        assert of[3] == of[4] + of[5] + of[6] == of[7] + of[11], line.label
        assert of[7] == of[8] + of[9] + of[10], line.label
        assert of[11] == of[12] + of[13], line.label
        assert list(of) == list(range(3, 14))
    for printed in range(3, 14):
        assert last.columns[printed].actual == sum(line.columns[printed].actual or 0 for line in lines)


def test_the_fields_add_up_to_the_months(half: Periodic, year: Periodic) -> None:
    for told in (half, year):
        last = told.fields[-1].columns
        assert last[4].actual == sum(month.online.actual or 0 for month in told.months)
        assert (last[3].actual or 0) - (last[6].actual or 0) == sum(month.received.actual or 0 for month in told.months)


def test_the_months_reach_as_far_as_the_data_do(half: Periodic, year: Periodic) -> None:
    shares = [
        (one.label, one.received.actual, one.online.actual, round(one.share.actual or 0, 1)) for one in half.months
    ]

    assert shares == [
        ("Tháng 1", 168, 37, 22.0),
        ("Tháng 2", 121, 33, 27.3),
        ("Tháng 3", 214, 71, 33.2),
        ("Tháng 4", 196, 78, 39.8),
        ("Tháng 5", 138, 65, 47.1),  # of 203 and 97: those from 21/5 on are not in the window
    ]
    assert [round(one.share.actual or 0, 1) for one in year.months] == [
        22.0, 27.3, 33.2, 39.8, 47.8, 52.8, 58.1, 63.9, 68.1, 71.2,
    ]  # fmt: skip


# -- what came after the data end --------------------------------------------------------------


def test_a_report_drawn_later_knows_nothing_that_happened_after_its_data_end(half: Periodic, year: Periodic) -> None:
    """Registers without a day of their own (petitions, boards, texts) say by the day in the cell when it was so."""
    half_year, whole = indicators(half), indicators(year)
    boards = "II.4.10/boards_with_report:boards_all"
    texts = "III.2.1/new_texts_applied:new_texts"
    reviewed = "III.2.3/documents_reviewed:documents_to_review"
    complaints = "II.4.5/petitions_settled:petitions_competent[kind=complaint]"

    def of(figure: ReportFigure) -> tuple[float, ...]:
        return tuple(sum(one.amount for one in part) for part in figure.parts)

    assert (of(half_year[boards]), of(whole[boards])) == ((0, 4), (3, 4))
    assert (of(half_year[reviewed]), of(whole[reviewed])) == ((0, 6), (5, 6))
    assert (of(half_year[complaints]), of(whole[complaints])) == ((1, 1), (2, 2))
    assert of(half_year[texts])[0] <= of(whole[texts])[0]
    states = {state.task.code: state for section in half.sections for state in section.tasks}
    (told,) = (one for one in states["II.4.10"].indicators if one.indicator.code == boards)
    assert [one.numerator for one in told.asked] == [0]


def test_a_month_written_whole_is_not_counted_in_a_window_that_ends_within_it(half: Periodic, folder: Path) -> None:
    """Loudspeaker rows of May stand for the whole of May: 20 times to 30/4, not 25; and it is said."""
    assert indicators(half)["III.3.1/broadcasts_aired[topic=democracy]"].actual == 20
    told = [row for row in rows(internal_of(folder, HALF), "Còn phải xử lý") if row[1] == "KH35"]

    assert [(row[0], row[3]) for row in told] == [("Cảnh báo", "Truyền thanh")]


# -- targets, last year, the whole year ----------------------------------------------------------


def test_what_is_owed_each_quarter_is_held_against_the_quarters_that_have_ended(half: Periodic, year: Periodic) -> None:
    half_year, whole = indicators(half), indicators(year)
    surveys, inspections = "II.2.6/surveys_held", "II.2.9/inspections_held[kind=one_stop]"
    monthly = "III.1.4/documents_issued[kind=report]"

    assert (half_year[surveys].planned, half_year[surveys].actual, half_year[surveys].percent) == ("≥ 1/quý", 1, 100)
    assert (whole[surveys].actual, whole[surveys].percent) == (3, 100)
    # The plan of 08/04 asks for it from quarter II on: nothing is owed by 20/5, two of two by 31/10.
    assert (half_year[inspections].actual, half_year[inspections].percent) == (1, None)
    assert (whole[inspections].actual, whole[inspections].percent) == (3, 100)
    # Six of the seven months since April.
    assert (whole[monthly].actual, whole[monthly].percent) == (6, pytest.approx(100 * 6 / 7))


def test_what_should_be_little_has_no_percentage_and_a_share_of_nothing_no_figure(half: Periodic) -> None:
    told = indicators(half)
    few = told["II.3.6/opinions_overdue[source=dialogue]"]
    nothing = told["II.4.6/petitions_settled:petitions_competent[kind=denunciation]"]

    assert (few.planned, few.actual, few.percent) == ("≤ 0", 0, None)
    assert (nothing.actual, nothing.percent, nothing.change) == (None, None, None)


def test_one_count_against_two_targets_is_two_lines_with_a_code_each(half: Periodic) -> None:
    told = [one for code, one in indicators(half).items() if "inspectorate_members" in code]

    assert [(one.code, one.planned, one.actual) for one in told] == [
        ("II.4.9/inspectorate_members", "≥ 5", 11),
        ("II.4.9/inspectorate_members#2", "≤ 11", 11),
    ]


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Last year's figures in CungKy, and the whole year's in VP's *Ước cả năm*."""
    folder = new_sample(tmp_path_factory.mktemp("compared"))
    last_year = (
        ("6T", "tcd.visits", "Lượt tiếp công dân", 25, "Báo cáo 48/BC-UBND năm 2021"),
        ("6t", "don.received", "Đơn tiếp nhận", 12, "Báo cáo 48/BC-UBND năm 2021"),
        ("6T", ONLINE, "Hồ sơ trực tuyến", 20.5, "Báo cáo 48/BC-UBND năm 2021"),
        ("NAM", "tcd.visits", "Lượt tiếp công dân", 41, "Báo cáo 97/BC-UBND năm 2021"),
    )
    cells = {
        f"{letter}{row}": value
        for row, one in enumerate(last_year, 7)
        for letter, value in zip("BCDEF", one, strict=True)
    }
    typed_into(folder / PLAN_FILE, "CungKy", cells)
    places = {row[1]: number for number, row in enumerate(rows(folder / OFFICE, "Ước cả năm"), 1)}
    typed_into(folder / OFFICE, "Ước cả năm", {f"E{places['II.5.4/models_registered']}": 8})
    return folder


def test_the_same_period_of_last_year_stands_beside_with_its_sign(compared: Path) -> None:
    half, year = reported(compared, HALF), reported(compared, YEAR)
    by_code = {one.code: one for one in (*half.people, *indicators(half).values())}

    assert (by_code["tcd.visits"].before, by_code["tcd.visits"].change) == (25, -3)
    assert (by_code["don.received"].before, by_code["don.received"].change) == (12, 0)
    assert (by_code[ONLINE].before, by_code[ONLINE].change) == (20.5, pytest.approx(100 * 284 / 837 - 20.5))
    assert (by_code["tcd.people"].before, by_code["tcd.people"].change) == (None, None)
    assert {one.code: one.before for one in year.people if one.before is not None} == {"tcd.visits": 41}
    line = next(row for row in rows(annex_of(compared, HALF), "Phụ lục III") if row[6] == "tcd.visits")
    assert line[3:6] == [22, 25, -3]


def test_estimates_stand_in_the_yearly_table_alone(compared: Path) -> None:
    half, year = reported(compared, HALF), reported(compared, YEAR)
    models = "II.5.4/models_registered"

    assert (half.yearly, indicators(half)[models].estimate) == (False, None)
    assert (year.yearly, indicators(year)[models].estimate) == (True, 8)
    heads = {
        period: next(row for row in rows(annex_of(compared, period), "Phụ lục I") if row[0] == "TT")
        for period in (HALF, YEAR)
    }
    assert "Ước cả năm" not in heads[HALF]
    assert heads[YEAR][3:7] == ["Kế hoạch", "Thực hiện", "Ước cả năm", "Tỷ lệ %"]
    line = next(row for row in rows(annex_of(compared, YEAR), "Phụ lục I") if row[9] == models)
    assert line[3:7] == ["≥ 6", 6, 8, 100]


# -- what could not be counted -----------------------------------------------------------------


def test_unreadable_rows_are_left_out_and_said_inside_and_not_above(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "unreadable")
    typed_into(folder / OFFICE, VISITS, {"F7": "mấy người"})
    typed_into(folder / ONE_STOP, "Hồ sơ theo tháng", {"F8": "ba ba"})

    told = reported(folder, HALF, accepted="Chờ đơn vị đối chiếu sổ giấy")
    lines = {one.code: one for one in told.figures}
    assert (lines["tcd.visits"].actual, lines["tcd.visits"].left_out) == (22, 0)
    assert (lines["tcd.people"].actual, lines["tcd.people"].left_out) == (32, 1)
    # Part and whole miss the same row: it is one row.
    assert (lines[ONLINE].actual, lines[ONLINE].left_out) == (pytest.approx(100 * 251 / 716), 1)
    codes = {row[1]: row[0] for row in rows(internal_of(folder, HALF), "Mã số liệu")}
    inside = {row[0]: row[8] for row in rows(internal_of(folder, HALF), "Nguồn số liệu")}
    assert [inside[codes[one]] for one in ("tcd.people", ONLINE, "tcd.visits")] == [1, 1, None]
    above = [
        str(cell)
        for sheet in opened(annex_of(folder, HALF)).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if "chưa đọc được" in str(cell.value)
    ]
    assert above == []


def test_without_a_units_workbook_its_annexes_are_left_out_and_the_others_keep_their_order(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "missing")
    (folder / ONE_STOP).unlink()

    result = report(folder, HALF)
    assert result.exit_code == 1
    assert "– Chưa có tệp của Bộ phận TN&TKQ." in result.output.splitlines()
    book = opened(annex_of(folder, HALF))
    assert [(sheet.title, sheet["A2"].value) for sheet in book.worksheets[:-1]] == [
        ("Phụ lục I", "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU (01/01/2022 – 20/05/2022)"),
        ("Phụ lục II", "TÌNH HÌNH THỰC HIỆN NHIỆM VỤ CỦA KẾ HOẠCH"),
        ("Phụ lục III", "SỐ LIỆU TIẾP CÔNG DÂN, ĐƠN THƯ"),
    ]


def test_a_period_with_nothing_counted_has_noughts_and_dashes_and_no_fault(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "empty")
    typed_into(folder / PLAN_FILE, "KyBaoCao", {"D7": date(2022, 1, 1), "E7": date(2022, 1, 2)})

    told = reported(folder, HALF)
    assert set(people(told).values()) == {0}
    assert told.months == ()
    assert indicators(told)[ONLINE].actual is None


# -- number and day ------------------------------------------------------------------------------


def test_the_number_and_day_come_from_the_register_or_are_given_or_stay_free(
    half: Periodic, year: Periodic, folder: Path
) -> None:
    given = reported(folder, YEAR, number="97/BC-UBND", signed_on=date(2022, 2, 5))
    line = opened(annex_of(folder, YEAR))["Phụ lục I"]["A3"].value

    assert (half.number, half.signed_on) == ("38/BC-UBND", date(2022, 5, 27))
    assert (year.number, year.signed_on) == ("", None)
    assert (given.number, given.signed_on) == ("97/BC-UBND", date(2022, 2, 5))
    assert line == "(Kèm theo Báo cáo số 97/BC-UBND ngày 05 tháng 02 năm 2022 của Ủy ban nhân dân xã Minh Sơn)"
    assert reported(folder, YEAR).number == ""
    assert opened(annex_of(folder, YEAR))["Phụ lục I"]["A3"].value == (
        "(Kèm theo Báo cáo số       /BC-UBND ngày     tháng     năm 2022 của Ủy ban nhân dân xã Minh Sơn)"
    )


def test_thousands_of_cells_apart_are_all_named_in_rows_that_excel_can_show(tmp_path: Path) -> None:
    """Every second row cannot be read: no neighbours to be joined, and yet each cell of the figure is named."""
    folder = new_sample(tmp_path / "many")
    sheet = opened(folder / OFFICE)[VISITS]
    first = max(row[0].row for row in sheet.iter_rows(min_row=7) if row[1].value) + 1
    columns = "BCDEFHIJKL"
    visit = [sheet[f"{letter}7"].value for letter in columns]
    cells: dict[str, Any] = {}
    for row in range(first, first + 1600, 2):
        cells |= {f"{letter}{row}": value for letter, value in zip(columns, visit, strict=True)}
        cells[f"F{row + 1}"] = "mấy người"
    typed_into(folder / OFFICE, VISITS, cells)
    told = people(reported(folder, HALF))

    lines = [row for row in rows(internal_of(folder, HALF), "Nguồn số liệu") if row[1] == "Số người được tiếp"]
    named = [one for row in lines for one in str(row[7]).split(", ")]
    assert told["tcd.people"] == 33 + 800
    assert len(lines) > 5
    assert max(len(str(row[7])) for row in lines) <= 1000
    assert len(named) == len(set(named)) > 800
