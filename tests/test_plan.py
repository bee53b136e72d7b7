"""The plan workbook: what its rows mean, and what is left out where they cannot be used."""

from __future__ import annotations

from datetime import date

import pytest

from danvan_xlsx.plan.build import Known, build
from danvan_xlsx.plan.filters import read_filter
from danvan_xlsx.plan.plan import Condition
from danvan_xlsx.plan.settings import SETTINGS
from danvan_xlsx.plan.sheets import SHEETS
from danvan_xlsx.words.kinds import Option, as_cell, choice
from danvan_xlsx.words.rules import Measure, say
from danvan_xlsx.words.text import Text
from tests.plans import (
    EXCEPTION_HEAD,
    INDICATOR_HEAD,
    KNOWN,
    LIST_HEAD,
    PERIOD_HEAD,
    PETITIONS,
    SETTING,
    SETTING_HEAD,
    UNIT,
    UNIT_HEAD,
    built,
    faults_of,
    indicators,
    one_each,
    settings,
    tasks,
    units,
)


def test_a_sound_plan_says_who_types_what_and_nothing_is_told() -> None:
    plan, told = built(
        indicators="""
            | task    | label    | measure         | of            | filter    | window | comparison | target | basis |
            | II.4.5  | Hạn | Đơn đã giải quyết | Đơn tiếp nhận | Loại = KN | Năm    | ≥          | 100    | luật  |
            | III.3.2 | Số tin   | news_published  |               |           | Tháng  | >=         | 2      |       |
            """
    )
    assert told == []
    assert (plan.commune, plan.commune_name, plan.year) == ("minh-son", "Minh Sơn", 2022)
    assert [(one.code, one.lead, one.typed_by) for one in plan.tasks.values()] == [
        ("II.4.5", "CHUTICH", "VP"),
        ("III.3.2", "VANHOA", "VANHOA"),
    ]
    share = plan.tasks["II.4.5"].indicators[0]
    assert (share.measure, share.of, share.unit) == ("petitions_resolved", "petitions_received", "%")
    assert share.conditions == (Condition("kind", frozenset({"complaint"})),)
    assert plan.tasks["III.3.2"].indicators[0].basis.code == "proposal"
    assert plan.workbooks(date(2022, 6, 1)) == ("VP", "VANHOA")
    assert plan.owner("VP").vi == "UBND xã Minh Sơn · Văn phòng – Thống kê · Năm 2022"


def test_a_code_twice_counts_only_once_in_every_sheet_that_has_codes() -> None:
    twice = {
        "units": (UNIT_HEAD + UNIT + "| vp | Văn phòng | UBND | | | | |", "B9"),
        "villages": ("| code | name | households | people |\n| T01 | A | 1 | 2 |\n| T01 | B | 3 | 4 |", "B8"),
        "periods": (PERIOD_HEAD + 2 * "| 6T | x | 01/01/2022 | 20/05/2022 | 30/05/2022 | |\n", "B8"),
        "lists": (LIST_HEAD + "| fields | land | Đất | |\n| fields | LAND | Đất đai | |", "C8"),
    }
    for sheet, (text, cell) in twice.items():
        assert faults_of(**{**tasks(), sheet: text}) == {("KH10", cell)}
    assert built(villages=twice["villages"][0])[0].villages["T01"].name == "A"


def test_units_that_send_each_other_round_keep_their_own_workbooks() -> None:
    plan, told = built(**units("| A | A | UBND | | B | | |", "| B | B | UBND | | A | | |"))
    assert {(one.code, one.place.cell) for one in told} == {("KH38", "H9"), ("KH38", "H10")}
    assert (plan.units["A"].typed_in, plan.units["B"].typed_in) == (None, None)


def test_a_unit_is_typed_where_the_chain_ends() -> None:
    plan, _ = built(**units("| CT | Chủ tịch | UBND | | VP | | |", "| CA | Công an | UBND | | CT | | |"))
    assert plan.typist("CA") == "VP"


def test_what_hangs_on_a_row_at_fault_is_not_told_again() -> None:
    assert faults_of(
        **tasks("| II-2-9 | x | VP | | Quý | | | | |"),
        **indicators("| II-2-9 | x | Đơn tiếp nhận | | | Năm | ≥ | 1 |"),
        **settings("| adopted | II-2-9 | |"),
    ) == {("KH01", "B8")}
    assert faults_of(**tasks("| II.2.9 | x | VP | | Một lần | | '31/02/2022 | | |")) == {("DL13", "K8")}
    assert faults_of(**settings("| year | | |")) == {("DL01", "D11")}


def test_an_indicator_that_cannot_be_measured_as_written_is_counted_against_its_task() -> None:
    plan, _ = built(
        **indicators(
            "| II.4.5 | x | Đơn tiếp nhận | | | Năm | ≥ | 1 |",
            "| II.4.5 | y | Số gì đó | | | Năm | ≥ | 1 |",
            "| II.4.5 | z | Đơn tiếp nhận | | Lĩnh vực = Đất cát | Năm | ≥ | 1 |",
            "| II.4.5 | t | Đơn tiếp nhận | | | Năm | ≥ | nhiều |",
            "| II.4.5 | u | Đơn tiếp nhận | Số gì đó | | Năm | ≥ | 1 |",
            "| II.4.5 | v | Đơn đã giải quyết | #N/A | | Năm | ≥ | 1 |",
        )
    )
    task = plan.tasks["II.4.5"]
    assert ([one.label for one in task.indicators], task.unmeasured) == (["x"], 5)


def test_a_register_that_nobody_keeps_is_told_once_a_task() -> None:
    only_news = UNIT_HEAD + "| VP | Văn phòng | UBND | Tin, bài | | | |\n"
    share = "| II.4.5 | x | Đơn đã giải quyết | Đơn tiếp nhận | | Năm | ≥ | 1 |"
    assert faults_of(units=only_news, **tasks(), **indicators(share)) == {("KH37", "D7")}


def test_a_task_without_a_known_lead_stays_in_the_plan() -> None:
    plan, _ = built(**tasks("| II.2.9 | x | Phòng lạ | | Quý | | | | |"))
    assert (plan.tasks["II.2.9"].lead, plan.tasks["II.2.9"].typed_by) == ("", "")
    assert plan.unit_name("") == ""


def test_the_workbooks_own_marks_stand_in_for_year_and_commune() -> None:
    only_name = SETTING_HEAD + "| commune_name | Minh Sơn | |\n| superior | UBND huyện | |"
    plan, told = built(settings=only_name)
    assert (plan.year, plan.commune, told) == (2022, "minh-son", [])
    plan, told = built(settings=only_name, meta={}, **tasks("| II.2.9 | x | VP | | Quý | | 30/06/2023 | | |"))
    assert (plan.year, plan.commune) == (2023, "")
    assert [(one.code, one.place.cell) for one in told] == [("KH20", "B6"), ("KH20", "B6")]


def test_an_empty_workbook_is_a_plan_with_nothing_in_it() -> None:
    plan, told = build({}, {}, KNOWN, {})
    assert (plan.tasks, plan.units, plan.commune) == ({}, {}, "")
    assert [one.code for one in told] == ["KH20"] * sum(one.required for one in SETTINGS.values())


def test_adopted_tasks_are_known_by_their_codes_and_gathered_from_all_rows() -> None:
    plan, _ = built(**settings("| adopted | ii.4.5 | KH 45 |", "| adopted | III.3.2 | KH 52 |"))
    assert plan.adopted == {"II.4.5", "III.3.2"}


def test_settings_have_their_days_and_their_defaults() -> None:
    head = "| key | value | since | until |\n" + SETTING.replace(" | |", " | | |")
    plan, told = built(settings=head + "| due_soon_days | 10 | 01/07/2022 | 30/09/2022 |")
    assert told == []
    assert [plan.value("due_soon_days", date(2022, month, 1)) for month in (6, 8, 10)] == [15, 10, 15]
    assert plan.value("remote_area", date(2022, 1, 1)) is False
    assert plan.value("reception_day", date(2022, 1, 1)).code == "thursday"
    assert plan.value("plan_day", date(2022, 1, 1)) is None
    for one in SETTINGS.values():
        for typed in (one.default, one.example):
            assert not typed or not one.read(typed).fault, one.key


def test_the_commune_may_set_a_figure_of_the_law_with_its_reason() -> None:
    plan, _ = built(**settings("| complaint.first_resolution:complex | 40 | Nghị quyết 12 |"))
    (one,) = plan.overrides
    assert (one.key, one.case, one.amount, one.reason) == ("complaint.first_resolution", "complex", 40, "Nghị quyết 12")


def test_open_lists_come_from_the_plan_and_fixed_ones_learn_further_wordings() -> None:
    plan, told = built(
        lists="""
            | list           | code      | label   | words     | since      | until      |
            | fields         | land      | Đất đai | ruộng đất |            |            |
            | fields         | old       | Cũ      |           |            | 31/12/2021 |
            | petition_kinds | complaint |         | đơn KN    |            |            |
            | villages       | Minh Bình |         | làng Bình |            |            |
            """,
        villages="| code | name | households | people |\n| T01 | Minh Bình | 214 | 889 |",
    )
    assert told == []
    assert [(one.code, one.label.vi, one.aliases) for one in plan.lists["fields"]] == [
        ("land", "Đất đai", ("ruộng đất",))
    ]
    bound = PETITIONS.bind(plan.lists, plan.aliases)
    assert bound.by_code["field"].kind.read(as_cell("Ruộng đất")).value.code == "land"
    assert bound.by_code["kind"].kind.read(as_cell("đơn kn")).value.code == "complaint"
    village = choice("villages").bind(plan.lists, plan.aliases)
    assert [village.read(as_cell(word)).value.code for word in ("T01", "minh bình", "Thôn Minh Bình", "làng Bình")] == [
        "T01"
    ] * 4


FILTERED = PETITIONS.bind(
    {"fields": (Option("land", Text("Đất đai", "Land")), Option("mix", Text("A hoặc B", "A or B")))}, {}
)


@pytest.mark.parametrize(
    ("typed", "conditions"),
    [
        ("", {}),
        ("Loại = Khiếu nại", {"kind": {"complaint"}}),
        ("kind=KN hoặc Kiến nghị, phản ánh", {"kind": {"complaint", "proposal"}}),
        ("Loại = Khiếu nại; Lĩnh vực = đất đai", {"kind": {"complaint"}, "field": {"land"}}),
        ("Lĩnh vực = A hoặc B", {"field": {"mix"}}),
        ("Đông người = Có;", {"group": {True}}),
        ("Mã đơn = D-05", {"code": {"d-05"}}),
        ("Ngày nhận = 05/03/2022", {"received": {date(2022, 3, 5)}}),
    ],
)
def test_a_filter_reads_as_it_is_typed(typed: str, conditions: dict[str, set[object]]) -> None:
    found, wrong = read_filter(typed, FILTERED)
    assert ({one.column: set(one.values) for one in found}, wrong) == (conditions, ())


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("Khiếu nại", ["KH14"]),
        ("Loại khác = Khiếu nại", ["KH14"]),
        ("Họ tên = Nguyễn Văn A", ["KH14"]),
        ("Loại = ", ["KH15"]),
        ("Loại = Tố cáo; Đông người = có thể", ["KH15", "KH15"]),
        ("Loại = Khiếu nại hoặc Tố cáo; Nguồn = dân", ["KH15", "KH14"]),
    ],
)
def test_a_filter_that_cannot_be_used_says_which_part(typed: str, codes: list[str]) -> None:
    assert [one.code for one in read_filter(typed, FILTERED)[1]] == codes


def test_a_filter_on_a_list_that_is_still_empty_says_so() -> None:
    (told,) = built(**indicators("| II.4.5 | x | Đơn tiếp nhận | | Lĩnh vực = Đất | Năm | ≥ | 1 |"))[1]
    assert say(told).message == ("Điều kiện ghi Lĩnh vực = “Đất”; cột này nhận: danh mục còn trống, xem trang DanhMuc.")


def test_a_name_of_two_measures_names_neither() -> None:
    twice = {
        code: Measure(code, PETITIONS, "received", Text("đơn", ""), Text("Số đơn", code), one_each, ()) for code in "ab"
    }
    table = INDICATOR_HEAD + "| II.4.5 | x | Số đơn | | | Năm | ≥ | 1 |\n| II.4.5 | y | a | | | Năm | ≥ | 1 |"
    plan, told = built(Known(KNOWN.sheets, twice), indicators=table)
    assert [(one.code, one.place.cell) for one in told] == [("KH13", "D7")]
    assert [one.label for one in plan.tasks["II.4.5"].indicators] == ["y"]


def test_an_exception_is_read_with_its_scope_and_one_of_an_unknown_unit_is_told() -> None:
    plan, told = built(
        exceptions=EXCEPTION_HEAD
        + "| TCD01 | Văn phòng - Thống kê | F9 | Nghỉ Tết | Chủ tịch |\n| TCD01 | Phòng lạ | F9 | x | y |\n"
        + "| HC03 | | | Mạng hỏng | Chủ tịch |\n| HC03 | | #N/A | Mạng hỏng | Chủ tịch |"
    )
    assert [(one.code, one.place.cell) for one in told] == [("DL14", "E10"), ("KH33", "C8")]
    assert [(one.code, one.unit, one.cell) for one in plan.exempted] == [("TCD01", "VP", "F9"), ("HC03", "", "")]


def test_recipients_stand_in_their_order() -> None:
    plan, _ = built(
        recipients="| document | order | name | addressed |\n| 6T | 2 | Lưu | |\n| 6T | 1 | UBND huyện | Có |"
    )
    assert [(one.name, one.addressed) for one in plan.recipients] == [("UBND huyện", True), ("Lưu", False)]


def test_the_sheets_fit_what_excel_can_hold() -> None:
    codes = [sheet.code for sheet in SHEETS]
    assert len(set(codes)) == len(codes)
    for sheet in SHEETS:
        assert len(sheet.title.vi) <= 31 and " " not in sheet.title.vi
        for column in sheet.columns:
            assert len(column.label.vi) <= 32
            assert column.hint is None or len(column.hint.vi) <= 255
            assert not column.example or not column.kind.read(as_cell(column.example)).fault, (sheet.code, column.code)
