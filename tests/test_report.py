"""The commune's summary: the chairman's page, the tasks, what to mend, what has not come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_xlsx.check.outcome import FileState, Outcome, SheetRead
from danvan_xlsx.excel.drawer import draw_pages
from danvan_xlsx.plan.plan import Period
from danvan_xlsx.plan.status import Status
from danvan_xlsx.registers.closing import CLOSING, FIGURES
from danvan_xlsx.registers.reception import RECEPTION
from danvan_xlsx.registers.schedule import POSTPONED, SCHEDULE
from danvan_xlsx.report.answer import answer
from danvan_xlsx.report.key_figures import wanted
from danvan_xlsx.report.overview import cells_to_mend, matters, overview
from danvan_xlsx.report.standing import standing
from danvan_xlsx.report.summary import findings_page, missing_page, summary, tasks_page
from danvan_xlsx.report.upcoming import upcoming
from danvan_xlsx.report.wording import in_short, link_to, stretches
from danvan_xlsx.words.finding import Finding, Severity
from danvan_xlsx.words.layout import Place, Row
from danvan_xlsx.words.page import Page, Paragraph, Spot, Table
from danvan_xlsx.words.rules import MEASURES, found
from danvan_xlsx.words.text import Text
from tests import outcomes
from tests.conftest import Snapshot
from tests.looking import needs_office, render
from tests.outcomes import AS_OF, KEY_FIGURES, PERSON, PLAN, VISITS, flat, outcome, placed, text


def table(page: Page) -> list[list[Spot]]:
    return [list(row) for block in page.blocks if isinstance(block, Table) for row in block.rows]


def column(page: Page, heading: str) -> list[Any]:
    (block,) = [block for block in page.blocks if isinstance(block, Table)]
    at = [column.heading for column in block.columns].index((heading,))
    return [row[at].value for row in block.rows]


def paragraphs(page: Page) -> list[str]:
    return [block.text for block in page.blocks if isinstance(block, Paragraph)]


def test_the_summary_says_what_the_proofreader_has_read(snapshot: Snapshot) -> None:
    snapshot(text(summary(outcome(), None, KEY_FIGURES)), "summary.txt")


def test_no_personal_name_stands_in_any_page() -> None:
    pages = summary(outcome(), answer(outcome()), KEY_FIGURES)

    assert PERSON not in text(pages)
    assert "•••" in text(pages)


def test_no_page_says_what_the_house_never_says() -> None:
    said = text(summary(outcome(), None, KEY_FIGURES)).lower()

    assert [word for word in ("vi phạm", "sai phạm", "khai khống", "yếu kém", "yêu cầu") if word in said] == []


# -- Tổng quan -------------------------------------------------------------------------


def lead_of(page: Page) -> str:
    return next(block.text for block in page.blocks if isinstance(block, Paragraph) and block.role == "lead")


def test_the_lead_compares_only_with_a_run_there_was() -> None:
    before = answer(outcome())
    before["tasks"][0]["status"] = "in_progress"
    before["tasks"][5]["status"] = "overdue"

    assert lead_of(overview(outcome())) == "Đến 14/11: 8 nhiệm vụ theo dõi, 5 đến hạn, 2 đã xong, 2 chậm."
    assert lead_of(overview(outcome(), before)) == (
        "Đến 14/11: 8 nhiệm vụ theo dõi, 5 đến hạn, 2 đã xong, 2 chậm; so với lần trước +1 xong, −1 chậm."
    )


def test_a_run_of_another_year_is_not_compared_with() -> None:
    before = answer(outcome()) | {"year": 2021}

    assert "so với lần trước" not in text(summary(outcome(), before))


def test_followed_tasks_are_in_no_number_and_proposals_are_never_due() -> None:
    now = standing(outcomes.states(), PLAN, AS_OF)

    assert (now.watched, now.due, now.done, now.late, now.silent, now.under_way) == (8, 5, 2, 2, 1, 3)


def test_percentages_divide_by_what_is_due() -> None:
    now = standing(outcomes.states(), PLAN, AS_OF)

    assert (now.done_due, now.share) == (2, 40)
    assert standing([], PLAN, AS_OF).share is None


def test_work_done_before_it_was_due_is_told_beside_the_percentage() -> None:
    states = [one._replace(status=Status.DONE) if one.task.code == "II.4.2" else one for one in outcomes.states()]

    assert paragraphs(overview(outcome(tasks=states)))[3] == (
        "Trong 5 việc đến hạn đã xong 2 (40%); 1 việc xong khi chưa đến hạn; 1 nhiệm vụ chưa có số liệu."
    )


def test_the_chairmans_list_has_the_late_first_then_what_is_to_be_signed_by_a_working_day() -> None:
    told = [(one.what, one.who, one.due, one.lateness) for one in matters(outcome())]

    assert told == [
        ("Kiểm tra, đánh giá hoạt động Bộ phận tiếp nhận và trả kết quả", "Chủ tịch UBND", "30/9", "45 ngày"),
        ("Dịch vụ công trực tuyến mức độ 3, 4 đạt 70% trở lên", "Bộ phận một cửa", "", "mới 51%, mức 70%"),
        ("Ký Báo cáo năm 2022 (hạn gửi 20/11 là Chủ nhật)", "Văn phòng – Thống kê", "thứ Sáu 18/11", "còn 4 ngày"),
        ("Tập huấn kỹ năng cho Ban Thanh tra nhân dân", "Văn phòng – Thống kê", "25/11", "còn 11 ngày"),
    ]


def overdue(count: int) -> Outcome:
    states = outcomes.states()
    late = [
        states[4]._replace(status=Status.OVERDUE, last_day=date(2022, 10, number), deadline=date(2022, 10, number))
        for number in range(1, count + 1)
    ]
    return outcome(tasks=late, plan=replace(PLAN, periods={}))


def test_the_longest_late_comes_first() -> None:
    assert [one.lateness for one in matters(overdue(3))] == ["44 ngày", "43 ngày", "42 ngày"]


def test_more_than_seven_matters_are_counted() -> None:
    page = overview(overdue(9))

    assert sum(row[-1].value == f"{days} ngày" for row in table(page) for days in range(36, 45)) == 7
    assert "Và 2 việc khác: xem trang Nhiệm vụ." in paragraphs(page)


def test_a_task_without_figures_is_never_called_late() -> None:
    silent = [one._replace(status=Status.NOT_REPORTED) for one in outcomes.states()]

    page = overview(outcome(tasks=silent, plan=replace(PLAN, periods={})))

    assert "Không có việc quá hạn, chưa đạt hoặc sắp đến hạn." in paragraphs(page)
    assert "0 chậm" in lead_of(page)


def test_a_proposal_nobody_adopted_is_not_put_before_the_chairman() -> None:
    loose = [one._replace(binding=False) for one in outcomes.states()]

    assert [one.what for one in matters(outcome(tasks=loose))] == ["Ký Báo cáo năm 2022 (hạn gửi 20/11 là Chủ nhật)"]


def test_what_comes_up_is_told_by_day() -> None:
    assert [(one.days, one.text) for one in upcoming(outcome())] == [
        ("Thứ Năm 17/11, 24/11", "Chủ tịch tiếp công dân định kỳ"),
        ("Thứ Sáu 18/11", "Hạn gửi Báo cáo năm 2022; 20/11 là Chủ nhật: trình ký chậm nhất thứ Sáu 18/11"),
        ("Thứ Sáu 25/11", "Tập huấn kỹ năng cho Ban Thanh tra nhân dân (Văn phòng – Thống kê)"),
    ]


def test_a_report_before_a_sunday_is_signed_on_the_friday() -> None:
    period = Period("6T", "báo cáo 6 tháng", date(2022, 1, 1), date(2022, 5, 20), date(2022, 5, 30), True, None)
    one = outcome(plan=replace(PLAN, periods={"6T": period}), as_of=date(2022, 5, 16), tasks=[])

    assert ("Thứ Sáu 27/5", "Hạn gửi báo cáo 6 tháng; 29/5 là Chủ nhật: trình ký chậm nhất thứ Sáu 27/5") in [
        (coming.days, coming.text) for coming in upcoming(one)
    ]


def test_a_report_that_is_sent_is_not_asked_for() -> None:
    sent = [one._replace(status=Status.DONE) for one in outcomes.states()]

    assert [one.text for one in upcoming(outcome(tasks=sent))] == ["Chủ tịch tiếp công dân định kỳ"]
    assert matters(outcome(tasks=sent)) == []


def test_the_schedule_stands_above_the_weekday_of_reception() -> None:
    at = placed(SCHEDULE, "van-phong.xlsx", "VP")
    rows = (
        Row(at, 7, {"day": date(2022, 11, 15)}),
        Row(at, 8, {"day": date(2022, 11, 22), "receiver": POSTPONED}),
        Row(at, 9, {"day": date(2022, 12, 1)}),
    )

    one = outcome(sheets=[SheetRead(at, rows)], tasks=[], plan=replace(PLAN, periods={}))

    assert [(coming.days, coming.text) for coming in upcoming(one)] == [
        ("Thứ Ba 15/11", "Chủ tịch tiếp công dân định kỳ")
    ]


def test_closings_ahead_are_told_until_they_are_made() -> None:
    at = placed(CLOSING, "van-phong.xlsx", "VP")
    row = Row(at, 7, {"register": RECEPTION.title.vi, "period": "Quý III", "answer": FIGURES})

    def closings(*rows: Row) -> list[str]:
        sheets = [SheetRead(at, rows)]
        early = outcome(as_of=date(2022, 10, 1), tasks=[], plan=replace(PLAN, periods={}), sheets=sheets)
        return [one.text for one in upcoming(early, 5) if one.text.startswith("Chốt")]

    assert closings() == ["Chốt số liệu Quý III: 3 sổ của 2 bộ phận", "Chốt số liệu Tháng 9: 1 sổ của 1 bộ phận"]
    assert closings(row)[0] == "Chốt số liệu Quý III: 2 sổ của 2 bộ phận"


def test_a_register_nobody_sent_has_no_figure_and_no_nought() -> None:
    rows = [[spot.value for spot in row] for row in table(overview(outcome()))]

    assert ["Lượt tiếp công dân", "chưa có", "chưa có", "Hồ sơ tiếp nhận", "chưa có", "chưa có"] in rows


def test_shares_are_whole_per_cent_and_figures_have_no_decimals() -> None:
    rows = [[spot.value for spot in row] for row in table(overview(outcome(), None, KEY_FIGURES))]

    assert ["Người được tiếp", "8", "71", "Nộp trực tuyến", "71%", "51%"] in rows
    assert re.findall(r"\d,\d", "\n".join(flat(overview(outcome(), None, KEY_FIGURES)))) == []


def test_the_page_names_no_code_of_a_rule_or_task() -> None:
    page = "\n".join(flat(overview(outcome(), None, KEY_FIGURES)._replace(blocks=_without_chart(outcome()))))

    assert re.findall(r"\b[A-Z]{2,3}\d\d\b|\bI+\.\d", page) == []


def _without_chart(one: Outcome) -> Sequence[Any]:
    return [block for block in overview(one, None, KEY_FIGURES).blocks if isinstance(block, Paragraph | Table)]


def test_open_petitions_past_their_day_are_told_by_code_alone() -> None:
    def late(row: int, code: str, done: date | Text, rule: str = "DT03") -> Finding:
        return found(rule, Place("van-phong.xlsx", "Sổ đơn thư", row, 12), code=code, done=done)

    still_open = Text("chưa giải quyết", "not settled")
    told = [
        late(5, "D-05", still_open),
        late(12, "D-12", still_open, "DT10"),
        late(13, "D-13", date(2022, 4, 20)),  # settled, though late
        late(14, "D-14", still_open, "DT04"),  # not sent: another step
        replace(late(15, "D-15", still_open), severity=Severity.NOTE),  # explained
    ]

    page = overview(outcome(findings=told), None, KEY_FIGURES)

    assert "Đơn quá hạn: D-05, D-12." in paragraphs(page)


def test_every_measure_of_the_page_is_counted_by_a_register() -> None:
    assert {measure for measure, _ in wanted(2022, AS_OF).values()} <= MEASURES.keys()
    assert wanted(2022, AS_OF).keys() >= KEY_FIGURES.keys()
    assert wanted(2022, date(2021, 12, 31)) == {}


def test_a_cell_with_two_faults_is_one_cell_to_mend() -> None:
    place = VISITS.place(9, "people")
    twice = [found("DL03", place, column="", raw="x", expected=""), found("DL14", place, column="", raw="x")]

    assert cells_to_mend(outcome(findings=twice)) == 1
    assert "Còn 1 ô số liệu đang giao các bộ phận sửa." in paragraphs(overview(outcome(findings=twice)))
    assert "Không còn ô số liệu nào phải sửa." in paragraphs(overview(outcome(findings=[])))


def test_the_chart_has_every_watched_task_once() -> None:
    chart = overview(outcome()).blocks[-1]

    assert sum(sum(numbers) for _, numbers in chart.series) == 8  # type: ignore[union-attr]


# -- Nhiệm vụ --------------------------------------------------------------------------


def test_every_task_of_the_plan_has_its_line() -> None:
    page = tasks_page(outcome())

    assert column(page, "Mã") == list(PLAN.tasks)
    assert column(page, "Tính chất") == ["Bắt buộc"] * 6 + ["Tham khảo", "Bắt buộc", "Phối hợp"]


def test_a_share_shows_its_two_parts_and_evidence_opens_its_cell() -> None:
    row = table(tasks_page(outcome()))[2]

    assert row[7].value == ("Tỷ lệ hồ sơ trực tuyến: 1.060/2.090 = 50,7% (lũy kế đến 14/11/2022); mức ≥ 70%. Chưa đạt.")
    assert row[9].value == "Sổ tiếp công dân F9–F10, F14 (3 dòng)"
    assert (row[10].value, row[10].link) == ("F9", "../van-phong.xlsx#'Sổ tiếp công dân'!F9")


def test_an_indicator_of_several_periods_says_how_many_were_met() -> None:
    assert table(tasks_page(outcome()))[1][7].value == (
        "Cuộc kiểm tra: 0 cuộc (Quý III); mức ≥ 1 cuộc. Chưa đạt. Đạt 2/3 kỳ."
    )


def test_a_link_quotes_the_title_of_a_sheet_and_a_file_alone_is_a_link_too() -> None:
    assert link_to(Place("a.xlsx", "Sổ 'mới'", 9, 6), "../") == "../a.xlsx#'Sổ ''mới'''!F9"
    assert link_to(Place("a.xlsx"), "../") == "../a.xlsx"
    assert link_to(Place("a.xlsx", "Sổ", 9, 6)) == "#'Sổ'!F9"
    assert link_to(Place("a.xlsx")) is None


def test_many_stretches_of_cells_are_cut_and_the_cut_is_seen() -> None:
    every_other = [Place("a.xlsx", "Sổ", row, 6) for row in range(7, 27, 2)]

    assert stretches(every_other) == "F7, F9, F11, F13, F15, F17, …"
    assert in_short("Tổ chức đối thoại với người dân", 18) == "Tổ chức đối …"


# -- Cần sửa ---------------------------------------------------------------------------

COLUMNS = [column.code for column in RECEPTION.columns]
SEVERITIES = st.sampled_from(list(Severity))


@st.composite
def findings_of_a_register(draw: st.DrawFn) -> list[Finding]:
    told = draw(
        st.lists(
            st.tuples(st.sampled_from(COLUMNS), st.integers(7, 40), SEVERITIES, st.sampled_from([None, "đã duyệt"])),
            max_size=30,
        )
    )
    return [
        Finding("DL01", VISITS.place(row, code), {"column": Text(code, code)}, Severity.NOTE if why else weight, why)
        for code, row, weight, why in told
    ]


@settings(max_examples=60, deadline=None)
@given(findings_of_a_register())
def test_every_finding_is_in_the_list_once_and_the_worst_first(told: list[Finding]) -> None:
    page = findings_page(outcome(findings=told))
    rows = table(page)
    order = [(str(row[9].value).startswith("Đã chấp nhận"), row[0].value) for row in rows]
    labels = [severity.label.vi for severity in Severity]

    assert sum(int(str(row[7].value)) for row in rows) == len(told)
    assert order == sorted(order, key=lambda one: (one[0], labels.index(str(one[1]))))


def test_the_counts_above_the_list_are_the_totals_of_the_answer() -> None:
    totals = answer(outcome())["totals"]
    told = paragraphs(findings_page(outcome()))[1]

    assert [int(number) for number in re.findall(r"\d+", told)] == [
        totals["errors"],
        totals["warnings"],
        totals["notes"],
    ]


def test_a_missing_workbook_is_listed_under_its_unit() -> None:
    page = findings_page(outcome())

    assert dict(zip(column(page, "Mã"), column(page, "Đơn vị"), strict=True))["BM17"] == "Tài chính – Kế toán"


def test_what_was_accepted_stands_last_with_its_reason() -> None:
    assert table(findings_page(outcome()))[-1][-1].value == "Đã chấp nhận: Ghi ở sổ giấy, có xác nhận"


def test_a_commune_in_order_has_nothing_to_mend_and_nothing_missing() -> None:
    well = outcome(findings=[], missing=(), files=[])

    assert "Không có ô nào cần sửa hoặc xem lại." in paragraphs(findings_page(well))
    assert paragraphs(missing_page(well))[1] == ("Các bộ phận đã gửi đủ tệp và chốt đủ số liệu của các kỳ đã hết.")


# -- Chưa gửi --------------------------------------------------------------------------


def missing_rows(one: Outcome, previous: dict[str, Any] | None = None) -> list[list[Any]]:
    return [[spot.value for spot in row] for row in table(missing_page(one, previous))]


def test_a_unit_that_had_sent_before_is_told_so() -> None:
    before = answer(outcome(files=[*outcomes.files(), FileState("ke-toan.xlsx", "KT")], as_of=date(2022, 11, 7)))

    assert missing_rows(outcome(), before)[0] == [
        "Tài chính – Kế toán",
        "Chưa thấy tệp trong thư mục; lần kiểm tra trước còn có.",
        date(2022, 11, 7),
        "",
        "ketoan@minhson.vn",
    ]


def test_two_files_of_one_unit_are_both_named() -> None:
    files = [FileState("kt.xlsx", "KT", "duplicate"), FileState("kt (1).xlsx", "KT", "duplicate")]

    row = missing_rows(outcome(files=files, findings=[]))[0]

    assert row[1] == "Có 2 tệp, chưa tính tệp nào. Đề nghị giữ một tệp, chuyển tệp kia vào “khong-dung”."
    assert row[3] == "kt.xlsx, kt (1).xlsx"


def test_registers_of_a_period_that_are_not_closed_are_one_line() -> None:
    assert missing_rows(outcome())[-1] == [
        "Bộ phận một cửa",
        "Chưa chốt số liệu Quý III: Hồ sơ, Khảo sát.",
        date(2022, 10, 5),
        "mot-cua.xlsx",
        "",
    ]


# -- on paper --------------------------------------------------------------------------


@needs_office
def test_the_summary_prints_whole_and_the_chairmans_page_is_one(tmp_path: Path) -> None:
    pages = summary(outcome(), answer(outcome()), KEY_FIGURES)
    draw_pages(pages, tmp_path / "tong-hop.xlsx", title=Text("Tổng hợp", "Overview"), created=AS_OF)
    drawn = render(tmp_path / "tong-hop.xlsx", tmp_path, tmp_path / "profile")

    assert len(drawn.pages) == 4
    assert "Còn 4 ô số liệu" in drawn.pages[0]
    assert "###" not in drawn.words
    for heading in ("Việc cần Chủ tịch ký, chỉ đạo", "Chưa có số liệu", "trình ký chậm nhất thứ Sáu 18/11", "Mở ô"):
        assert heading in drawn.words
