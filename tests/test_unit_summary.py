"""*Tổng hợp* in a unit's workbook: what to mend, linked to its cell, and how the unit's tasks stand."""

from __future__ import annotations

from danvan_xlsx.check.outcome import cells_of, grouped
from danvan_xlsx.plan.status import Status
from danvan_xlsx.report.unit_summary import OTHER_TITLE, OWN_MARK, TITLE, WIDTHS, empty_sheet, own_sheet, stamp_of
from danvan_xlsx.words.finding import Finding, Severity
from danvan_xlsx.words.frame import status_mark
from danvan_xlsx.words.layout import CODE_ROW, HEAD_ROW, Cell, Grid, Place
from danvan_xlsx.words.page import OWN_ROLES, OwnSheet, Spot
from danvan_xlsx.words.rules import found
from danvan_xlsx.words.text import MASK, Text
from tests.outcomes import PERSON, VISITS, findings, outcome, states


def lines(sheet: OwnSheet) -> list[str]:
    """The rows below the headings: cells between bars."""
    return [" | ".join(str(spot.value) for spot in line) for line in sheet.lines[HEAD_ROW:]]


def of_vp(stamp: int = 3, **facts: object) -> OwnSheet:
    return own_sheet(outcome(**facts), "VP", "van-phong.xlsx", stamp)


def test_what_is_to_be_mended_comes_first_then_the_tasks_the_unit_types() -> None:
    assert lines(of_vp()) == [
        "Lỗi | DL03 | Ô F9 ghi “12 người”; cột Số người chỉ ghi số. (và 2 ô khác cùng loại) |  |  |  |  | "
        "Sổ tiếp công dân, F9–F10, F14 | F9: Đề nghị ghi 12. F10: Đề nghị ghi số nguyên, ví dụ 12. F14: Đề nghị ghi 5.",
        f"Lỗi | DL14 | Ô E11 đang hiện lỗi của Excel ({MASK}) nên chưa đọc được. |  |  |  |  | "
        "Sổ tiếp công dân, E11 | Đề nghị ghi giá trị đúng vào ô, hoặc sửa công thức.",
        "Lưu ý | DL01 | Ô J20 còn trống; cột Nội dung cần có ở mỗi dòng. |  |  |  |  | "
        "Sổ tiếp công dân, J20 | Đã chấp nhận: Ghi ở sổ giấy, có xác nhận",
        "Nhiệm vụ | II.1.1 | Học tập, quán triệt Nghị quyết 25-NQ/TW, Kết luận 43-KL/TW | Hoàn thành |  | "
        "1 kế hoạch | 30/06/2022 |  | ",
        "Nhiệm vụ | II.2.1 | Kiểm tra, đánh giá hoạt động Bộ phận tiếp nhận và trả kết quả | Chưa đạt chỉ tiêu | "
        "Đạt 2/3 kỳ | ≥ 1 cuộc |  |  | ",
        "Nhiệm vụ | II.4.1 | Chủ tịch UBND tiếp công dân định kỳ | Hoàn thành | 54 | ≥ 40 lượt |  |  | ",
        "Nhiệm vụ | II.4.2 | Tập huấn kỹ năng cho Ban Thanh tra nhân dân | Sắp đến hạn |  | "
        "1 kế hoạch | 25/11/2022 |  | ",
        "Nhiệm vụ | III.1.1 | Báo cáo năm gửi UBND huyện (qua Phòng Nội vụ) | Sắp đến hạn |  | 1 kế hoạch | "
        "20/11/2022 |  | ",
        "Nhiệm vụ | III.5.1 | Ban Dân vận phối hợp kiểm tra thực hiện kế hoạch | Phối hợp, theo dõi |  | "
        "1 kế hoạch |  |  | ",
    ]


def test_a_further_indicator_of_a_task_has_its_own_line() -> None:
    tasks = {one.task.code: one for one in states()}
    two = tasks["II.4.1"]._replace(indicators=(*tasks["II.4.1"].indicators, *tasks["II.2.1"].indicators))

    assert [line.split(" | ")[1:6] for line in lines(of_vp(findings=[], tasks=[two]))] == [
        ["II.4.1", "Chủ tịch UBND tiếp công dân định kỳ", "Hoàn thành", "54", "≥ 40 lượt"],
        ["II.4.1", "– Cuộc kiểm tra", "Chưa đạt", "Đạt 2/3 kỳ", "≥ 1 cuộc"],
    ]


def test_only_this_file_and_this_units_tasks_are_told() -> None:
    sheet = own_sheet(outcome(), "VH", "van-hoa.xlsx", 1)

    assert [line.split(" | ")[1] for line in lines(sheet)] == ["III.3.1"]


def test_each_line_leads_to_its_cell() -> None:
    links = [line[7].link for line in of_vp().lines[HEAD_ROW:] if line[7].link]

    assert links == ["#'Sổ tiếp công dân'!F9", "#'Sổ tiếp công dân'!E11", "#'Sổ tiếp công dân'!J20"]


def test_what_is_told_of_a_sheet_leads_to_its_first_cell_and_of_the_file_nowhere() -> None:
    told = [
        found("BM20", Place("van-phong.xlsx", "Sổ 'cũ'"), columns="x"),
        found("BM19", Place("van-phong.xlsx"), sheet_title="x"),
    ]
    spots = [line[7] for line in of_vp(findings=told, tasks=[]).lines[HEAD_ROW:]]

    assert [(spot.value, spot.role, spot.link) for spot in spots] == [
        ("Sổ 'cũ'", "link", "#'Sổ ''cũ'''!A1"),
        ("", "text", None),
    ]


def test_the_head_counts_what_stands_below() -> None:
    sheet = of_vp()

    assert [spot.value for spot in sheet.lines[0]] == ["TỔNG HỢP KẾT QUẢ KIỂM TRA"]
    assert sheet.lines[1][0].value == "UBND xã Minh Sơn · Văn phòng – Thống kê · Năm 2022"
    assert sheet.lines[3][0].value == ("Cần sửa 4, cần xem lại 0, lưu ý 1; 6 nhiệm vụ: 2 hoàn thành, 1 chậm.")


def test_the_sheet_is_known_by_its_code_in_the_first_cell_of_the_row_of_codes() -> None:
    sheet = of_vp()

    assert (sheet.code, OWN_MARK, sheet.lines[CODE_ROW - 1][0]) == (
        OWN_MARK,
        status_mark("overview"),
        Spot(OWN_MARK, "code"),
    )
    assert {len(line) for line in sheet.lines[CODE_ROW - 1 :]} == {len(WIDTHS)}
    assert {spot.role for line in sheet.lines for spot in line} <= set(OWN_ROLES)


def test_number_and_day_of_the_run_are_all_that_differs_between_two_equal_runs() -> None:
    before, after = of_vp(stamp=3), of_vp(stamp=4)

    differing = {
        (row, column)
        for row, (one, other) in enumerate(zip(before.lines, after.lines, strict=True), 1)
        for column, (a, b) in enumerate(zip(one, other, strict=True), 1)
        if a != b
    }
    assert differing == {(3, 2)} < before.stamp == {(3, 2), (3, 4)}
    assert (after.lines[2][1].value, after.lines[2][3].value) == (4, "14/11/2022")


def test_the_number_of_the_run_is_read_back_from_the_sheet() -> None:
    def grid(cell: Cell) -> Grid:
        return Grid("Tổng hợp", {3: {2: cell}})

    assert stamp_of(grid(Cell(4.0, "number"))) == 4
    assert [stamp_of(one) for one in (None, Grid("x", {}), grid(Cell("bốn")))] == [0, 0, 0]


def test_where_staff_have_a_sheet_of_that_title_ours_has_another() -> None:
    assert of_vp().title == TITLE.vi == "Tổng hợp"
    assert own_sheet(outcome(), "VP", "van-phong.xlsx", 1, OTHER_TITLE.vi).title == "Tổng hợp kiểm tra"


def test_a_blank_form_has_the_frame_of_the_sheet_and_says_that_nothing_was_checked() -> None:
    sheet = empty_sheet(Text("UBND xã Minh Sơn", "Minh Sơn"))

    assert (sheet.code, sheet.title, len(sheet.lines), sheet.lines[2][1].value) == (OWN_MARK, "Tổng hợp", HEAD_ROW, 0)
    assert str(sheet.lines[3][0].value).startswith("Chưa kiểm tra lần nào")
    assert sheet.lines[CODE_ROW - 1 :] == of_vp().lines[CODE_ROW - 1 : HEAD_ROW]


def test_no_personal_value_stands_in_the_sheet() -> None:
    assert PERSON not in str(of_vp())


def test_a_late_or_missing_target_is_red_and_done_is_green() -> None:
    tasks = [states()[0]._replace(status=status) for status in (Status.OVERDUE, Status.DONE, Status.NOT_DUE)]

    assert [line[3].role for line in of_vp(findings=[], tasks=tasks).lines[HEAD_ROW:]] == ["bad", "good", "text"]


# -- groups ----------------------------------------------------------------------------


def at(*rows: int, column: str = "people") -> list[Place]:
    return [VISITS.place(row, column) for row in rows]


def groups(*told: Finding) -> list[tuple[str, str, int]]:
    return [(one.first.code, one.cells, len(one.findings)) for one in grouped(told)]


def test_cells_of_one_column_are_told_as_stretches() -> None:
    def cells(*rows: int) -> str:
        return cells_of([Finding("A", place) for place in at(*rows)])

    assert cells(6) == "F6"
    assert cells(14, 6, 9, 10, 11, 12, 13) == "F6, F9–F14"
    assert cells(7, 8) == "F7–F8"
    assert cells_of([Finding("A", Place("x", "S")), Finding("A", Place("x"))]) == ""


def test_one_code_in_one_column_is_one_line_and_the_gravest_comes_first() -> None:
    other = Place("van-hoa.xlsx", "Sổ tiếp công dân", 9, 6)
    told = [
        *(Finding("A", place) for place in at(9, 10)),
        Finding("A", at(9, column="day")[0]),
        Finding("A", other),
        Finding("A", at(14)[0], {}, Severity.NOTE, "Nghỉ Tết"),
        Finding("B", at(11)[0], {}, Severity.WARNING),
        Finding("C", at(12)[0]),
    ]

    assert groups(*told) == [
        ("A", "F9–F10", 2),
        ("A", "B9", 1),
        ("A", "F9", 1),
        ("C", "F12", 1),
        ("B", "F11", 1),
        ("A", "F14", 1),
    ]


def test_several_things_absent_at_one_heading_each_have_their_line() -> None:
    heading = VISITS.heading("people")
    told = [Finding("A", place, {"month": month}) for month, place in enumerate((heading, heading, *at(9)), 1)]

    assert [(one.cells, [finding.values["month"] for finding in one.findings]) for one in grouped(told)] == [
        ("F6, F9", [1, 3]),
        ("F6", [2]),
    ]


def test_every_finding_is_in_a_group_once() -> None:
    told = findings()

    assert sorted(map(str, told)) == sorted(str(one) for group in grouped(told) for one in group.findings)
