"""What a unit gets to fill follows from the plan alone."""

from __future__ import annotations

from datetime import date

import pytest

from danvan_xlsx.forms import closing_rows, kiem_tra_cmd, plan_book, unit_book, village_slip, village_slips
from danvan_xlsx.plan.plan import Setting, Unit
from danvan_xlsx.plan.sheets import SHEETS
from danvan_xlsx.registers import load
from danvan_xlsx.registers.schedule import HOLIDAY
from danvan_xlsx.words.book import Book, Filled
from danvan_xlsx.words.kinds import Choice
from danvan_xlsx.words.page import OwnSheet, Page, Paragraph, Table
from tests.small_plan import PLAN_DAY, small_plan

REGISTRY = load()


def filled(book: Book, code: str) -> Filled:
    return next(leaf for leaf in book.leaves if isinstance(leaf, Filled) and leaf.sheet.code == code)


def office() -> Book:
    return unit_book(small_plan(), REGISTRY, "VP", PLAN_DAY)


def test_a_unit_gets_its_own_registers_and_those_typed_in_its_workbook_in_the_registry_s_order() -> None:
    leaves = office().leaves

    assert isinstance(leaves[0], OwnSheet)
    assert isinstance(leaves[1], Page)
    codes = [leaf.sheet.code for leaf in leaves if isinstance(leaf, Filled)]
    assert codes == ["tasks", "documents", "closing", "schedule", "reception", "opinions"]


def test_the_workbook_says_whose_it_is() -> None:
    book = office()

    assert book.name == "vp"
    assert book.meta == {
        "layout": "danvan",
        "layout_version": "1",
        "kind": "unit",
        "commune": "minh-son",
        "unit": "VP",
        "year": "2022",
    }


def test_open_lists_are_filled_from_the_plan() -> None:
    kind = filled(office(), "reception").sheet.by_code["field"].kind

    assert isinstance(kind, Choice)
    assert [option.label.vi for option in kind.options] == ["Đất đai", "Chính sách xã hội"]


def test_task_rows_say_how_often_until_when_and_what_is_only_for_reference() -> None:
    rows = filled(office(), "tasks").rows

    assert [(row["code"], row.get("lead"), row["deadline"], row.get("target")) for row in rows if row] == [
        (
            "II.1.1",
            "Văn phòng – Thống kê",
            "30/06/2022 (mức tham khảo)",
            "≥ 1 hội nghị; ≥ 95% CBCC dự (mức tham khảo)",
        ),
        ("II.1.4", "Chủ tịch UBND", "Thường xuyên", ""),
        ("II.2.9", "Chủ tịch UBND", "Hằng quý", "≥ 12 kỳ/quý"),
        ("III.1.6", "Văn phòng – Thống kê", "29/05/2022", ""),
        ("KK-6T", None, "29/05/2022", None),
    ]


def test_an_adopted_proposal_is_no_reference_any_more() -> None:
    rows = filled(unit_book(small_plan(), REGISTRY, "TP", PLAN_DAY), "tasks").rows

    assert [row["deadline"] for row in rows if row and row["code"] == "II.3.2"] == ["Hằng năm, đến 30/11/2022"]


def test_measured_tasks_and_the_boxes_take_no_word_of_the_unit() -> None:
    tasks = filled(office(), "tasks")
    codes = {index: row["code"] for index, row in enumerate(tasks.rows) if row}

    assert {codes[index]: sorted(columns) for index, columns in tasks.closed.items()} == {
        "II.2.9": ["assessment", "done_on"],
        "KK-6T": ["assessment", "done_on"],
    }


def test_each_register_is_closed_in_its_periods() -> None:
    rows = [(one.register, one.period.vi) for one in closing_rows(small_plan(), REGISTRY, "TP", PLAN_DAY)]

    quarters = ["Quý I", "Quý II", "Quý III", "Quý IV"]
    halves = ["6 tháng đầu năm", "6 tháng cuối năm"]
    periods = {"quarter": quarters, "half": halves, "year": ["Cả năm"], None: []}
    owed = ["publicity", "votes", "contributions", "boards"]
    assert rows == [(code, label) for code in owed for label in periods[REGISTRY.sheets[code].closes]]  # type: ignore[index]


def test_closings_carry_their_days() -> None:
    first = next(closing_rows(small_plan(), REGISTRY, "VP", PLAN_DAY))

    assert (first.register, first.since, first.until) == ("schedule", date(2022, 1, 1), date(2022, 3, 31))


def test_the_chairman_receives_once_a_week_and_days_off_are_moved_or_said() -> None:
    rows = [row for row in filled(office(), "schedule").rows if row]

    assert len(rows) == 52
    assert [row["week"] for row in rows] == list(range(1, 53))
    assert {row["day"].weekday() for row in rows if len(row) == 2} == {3}
    odd = [dict(row) for row in rows if len(row) > 2]
    assert odd == [
        # Tết takes the whole week; on 1 and 2 September only the end of one.
        {"week": 5, "day": date(2022, 2, 3), "receiver": HOLIDAY, "reason": odd[0]["reason"]},
        {"week": 35, "day": date(2022, 8, 31), "reason": odd[1]["reason"]},
    ]
    assert odd[1]["reason"] == (
        "Thứ Năm 01/09/2022 là ngày nghỉ (Quốc khánh); chuyển sang ngày làm việc khác trong tuần."
    )


def test_the_reception_day_is_the_plan_s() -> None:
    plan = small_plan(settings=(Setting("reception_day", "Thứ Ba", None, None, "", ""),))
    rows = filled(unit_book(plan, REGISTRY, "VP", PLAN_DAY), "schedule").rows

    assert rows[0] == {"week": 1, "day": date(2022, 1, 4)}


def test_a_unit_that_owes_an_unknown_register_is_our_mistake() -> None:
    with pytest.raises(KeyError, match="no_such_register"):
        unit_book(small_plan(units={**small_plan().units, "VP": _owing("no_such_register")}), REGISTRY, "VP", PLAN_DAY)


def _owing(register: str) -> Unit:
    return small_plan().units["VP"]._replace(registers=(register,))


def test_the_guide_names_every_sheet_of_the_workbook_with_a_link_to_it() -> None:
    book = office()
    guide = book.leaves[1]
    assert isinstance(guide, Page)
    table = next(block for block in guide.blocks if isinstance(block, Table))

    titles = ["Tổng hợp", *(leaf.sheet.title.vi for leaf in book.leaves if isinstance(leaf, Filled))]
    assert [(row[0].value, row[0].link) for row in table.rows] == [(title, f"#'{title}'!A1") for title in titles]
    assert all(row[1].value for row in table.rows)


def test_the_guide_says_when_the_reports_leave() -> None:
    guide = office().leaves[1]
    assert isinstance(guide, Page)

    texts = [block.text for block in guide.blocks if isinstance(block, Paragraph) and block.text.startswith("–")]
    assert texts == ["– Báo cáo 6 tháng: số liệu từ 01/01/2022 đến 20/05/2022; báo cáo gửi chậm nhất 29/05/2022."]


def test_each_village_gets_a_slip_with_its_name() -> None:
    slips = village_slips(small_plan(), REGISTRY.sheets)

    assert [slip.title for slip in slips] == ["T01 Minh Bình", "T02 Minh Thành"]
    assert all(slip.one_page and slip.landscape for slip in slips)
    owner = [block.text for block in slips[0].blocks if isinstance(block, Paragraph)][1]
    assert owner == "Thôn Minh Bình · UBND xã Minh Sơn · Năm 2022"


def test_the_columns_of_a_slip_fill_its_width() -> None:
    slip = village_slip(small_plan(), REGISTRY.sheets)
    tables = [block for block in slip.blocks if isinstance(block, Table)]

    assert len(tables) == 4
    assert {sum(column.span for column in table.columns) for table in tables} == {len(slip.widths)}


def test_a_plan_workbook_is_drawn_from_rows() -> None:
    book = plan_book("minh-son", "Minh Sơn", 2022, SHEETS, {"villages": [{"code": "T01", "name": "Minh Bình"}]})

    assert [leaf.sheet.code for leaf in book.leaves if isinstance(leaf, Filled)] == [sheet.code for sheet in SHEETS]
    assert filled(book, "villages").rows == ({"code": "T01", "name": "Minh Bình"},)
    assert filled(book, "villages").owner.vi == "UBND xã Minh Sơn · Năm 2022"
    assert (book.meta["kind"], "unit" in book.meta) == ("plan", False)


def test_the_launcher_is_what_windows_reads() -> None:
    text = kiem_tra_cmd()

    assert text.startswith("@echo off\r\nchcp 65001 >nul\r\n")
    assert text.endswith("pause\r\n")
    assert text.count("\n") == text.count("\r\n")
    assert {"danvan check .", "py -m danvan_xlsx check ."} <= set(text.split("\r\n"))
