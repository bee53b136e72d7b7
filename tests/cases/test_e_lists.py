"""Cases E: lists, conditional fields, pasted cells."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.cell_range import MultiCellRange

from danvan_xlsx.excel.drawer import draw
from danvan_xlsx.plan import status
from danvan_xlsx.plan.sheets import SHEETS as PLAN_SHEETS
from danvan_xlsx.plan.status import Status
from danvan_xlsx.plan.terms import FREQUENCIES
from danvan_xlsx.registers import load
from danvan_xlsx.report.periodic.receiving_form import WORDS, unknown_words
from danvan_xlsx.words.book import Book, Filled
from danvan_xlsx.words.kinds import YES_NO, Choice, Option, choice
from danvan_xlsx.words.layout import Cell, Column, Sheet
from danvan_xlsx.words.page import Page, Spot, Table, TableColumn
from danvan_xlsx.words.text import Text
from tests.folders import (
    AS_OF,
    FAULTY_CELL,
    OFFICE,
    PLAN,
    RECEPTION,
    answer_of,
    cell,
    check,
    danvan,
    edited,
    opened,
    told,
)
from tests.shelf import column

FAULT = ("DL03", OFFICE, FAULTY_CELL)


def test_case_e3_a_comma_in_a_value_of_a_list_splits_nothing(tmp_path: Path) -> None:
    kind = choice("matter", *(Option(word, Text(word, word)) for word in ("Kiến nghị, phản ánh", "Khiếu nại")))
    sheet = Sheet("one", Text("Sổ", "One"), (column("matter", "Loại", kind),))
    draw(Book("one", sheet.title, (Filled(sheet, Text("Xã", "Commune")),)), tmp_path / "so.xlsx", created=AS_OF)
    book = opened(tmp_path / "so.xlsx")

    (drop_down,) = (one for one in book["Sổ"].data_validations.dataValidation if one.type == "list")
    assert (drop_down.formula1, book.defined_names["dm_matter"].attr_text) == ("dm_matter", "_DANHMUC!$A$2:$A$3")
    assert [row[0].value for row in book["_DANHMUC"].iter_rows()] == ["matter", "Kiến nghị, phản ánh", "Khiếu nại"]
    assert kind.read(Cell("Kiến nghị, phản ánh")).value.code == "Kiến nghị, phản ánh"


# -- E4 ------------------------------------------------------------------------------------


def report(folder: Path) -> Any:
    return danvan("report", folder, "--period", "6T", "--as-of", AS_OF.isoformat())


def test_case_e4_our_lists_are_those_of_the_receiving_form() -> None:
    """Word for word; what the commune only follows never goes up."""
    assert {one.label.vi for one in Status if one is not Status.FOLLOWED} == set(WORDS["status"])
    assert {one.label.vi for one in FREQUENCIES} == set(WORDS["deadline"])


@pytest.mark.parametrize("word", ["hoàn thành", "Hoàn thành.", "Đã hoàn thành", "Hoàn  thành", "Hòan thành"])
def test_case_e4_a_word_a_slip_away_is_refused_before_anything_is_drawn(
    sound: Path, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    monkeypatch.setitem(status._LABELS, Status.DONE, Text(word, "Done"))
    said = report(sound)

    assert said.exit_code == 2
    assert said.output.splitlines()[-1].endswith(
        f" Phụ lục II, cột Tình trạng: từ “{word}” không có trong biểu mẫu của nơi nhận (chỉ gồm: "
        f"{', '.join(WORDS['status'])}) nên chưa lập báo cáo. Đề nghị báo người phụ trách chương trình."
    )
    assert not (sound / "bao-cao").exists()
    # With the form's own word it is drawn.
    monkeypatch.undo()
    assert report(sound).exit_code == 0


@pytest.mark.parametrize(
    ("code", "value", "refused"),
    [
        ("deadline", "Thường xuyên", False),
        ("deadline", date(2022, 5, 30), False),
        ("deadline", "Hằng tháng", True),
        ("actual", "–", False),
        ("actual", 12, False),
        ("actual", "12 người", True),
        ("percent", "-", True),
        ("13", 4, False),
        ("13", None, False),
        ("13", "–", True),
        ("label", "Bất cứ từ nào", False),
    ],
)
def test_case_e4_each_column_has_its_words(code: str, value: Any, refused: bool) -> None:
    def page(row_code: str) -> Page:
        columns = (TableColumn(("Phần", "Cột")), TableColumn(("Mã",)))
        return Page("Phụ lục I", (9.0, 4.0), (Table(columns, ((Spot(value), Spot(row_code)),), codes=(code, "code")),))

    told = [(one.page, one.column, one.word) for one in unknown_words([page("II.1.1/visits")])]
    assert told == ([("Phụ lục I", "Phần › Cột", value)] if refused else [])
    # A line that opens a group, or numbers the columns, is nothing that anybody reads in.
    assert list(unknown_words([page("")])) == []


# -- E5 ------------------------------------------------------------------------------------


def test_case_e5_rows_below_the_drop_down_are_checked_all_the_same(folder: Path) -> None:
    with edited(folder / OFFICE) as book:
        sheet = book[RECEPTION]
        for one in sheet.data_validations.dataValidation:
            one.sqref = MultiCellRange(str(one.sqref).replace("2000", "38"))
        for row in (38, 39, 60):
            for at in range(2, sheet.max_column + 1):
                sheet.cell(row, at, sheet.cell(7, at).value)
            sheet[f"C{row}"] = "Định kỳ theo lịch"

    assert {("DL09", OFFICE, f"C{row}") for row in (38, 39, 60)} <= set(told(answer_of(folder)))


LISTED = [
    pytest.param(one, id=f"{sheet.code}.{one.code}")
    for sheet in (*load().sheets.values(), *PLAN_SHEETS)
    for one in sheet.columns
    if isinstance(one.kind, Choice) or one.kind is YES_NO
]


@pytest.mark.parametrize("column", LISTED)
def test_case_e7_whatever_a_drop_down_offers_the_check_asks_for(column: Column) -> None:
    """Excel holds only what is typed against a list; a value that was pasted is found here."""
    kind = column.kind.bind({getattr(column.kind, "list_name", ""): (Option("one", Text("Một", "One")),)}, {})

    assert kind.read(Cell("ngoài mọi danh sách")).fault == ("DL08" if column.kind is YES_NO else "DL09")


def test_case_e8_a_whole_row_pasted_over_ours_gets_our_results_again(folder: Path) -> None:
    """No form has a formula that a paste could destroy (B11); what it takes along of ours is written anew."""
    check(folder)
    with edited(folder / OFFICE) as book:
        sheet = book[RECEPTION]
        for at in range(1, sheet.max_column + 1):
            sheet.cell(9, at, sheet.cell(8, at).value)
        assert sheet["A9"].value == "Cần sửa"
        sheet["F9"] = 12
        sheet["A8"] = "Đạt"
    answer = answer_of(folder)

    assert told(answer) == [FAULT]
    assert [cell(folder / OFFICE, RECEPTION, place) for place in ("A8", "A9")] == ["Cần sửa", "Đạt"]


def test_case_e11_blank_forms_are_not_in_order_until_nothing_arose_is_said(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "bieu-mau"
    danvan("forms", folder / PLAN, "--out", out)
    (folder / PLAN).rename(out / PLAN)
    answer = answer_of(out)

    names = ("tuphap.xlsx", "vanhoa.xlsx", "vp.xlsx")
    assert told(answer) == [("KH26", name, "D7") for name in names]
    assert check(out).output.count("chưa chốt 1 kỳ số liệu") == 3
    assert check(out, "--strict").exit_code == 1

    for name in names:
        with edited(out / name) as book:
            book["Chốt số liệu"]["D7"] = "Không phát sinh"
            book["Chốt số liệu"]["E7"] = date(2022, 4, 4)
            book["Chốt số liệu"]["F7"] = "Công chức"
    assert told(answer_of(out)) == []
