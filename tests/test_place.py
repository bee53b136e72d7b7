"""Sheets and columns are found wherever staff moved them; what is missing or stands twice is told once."""

from __future__ import annotations

import unicodedata

import pytest

from danvan_xlsx.check.place import Sheets, looks_like, meta_of, place
from danvan_xlsx.report.unit_summary import OWN_MARK
from danvan_xlsx.words.frame import framed
from danvan_xlsx.words.kinds import LINE
from danvan_xlsx.words.layout import Cell, Grid, Sheet, column_letters
from danvan_xlsx.words.rules import say
from danvan_xlsx.words.text import Text
from tests.shelf import LOANS, column, told, typed_sheet

VISITS = Sheet("visits", Text("Sổ khách", "Visits"), (column("guest", "Khách", LINE),), optional=True)

CODES = "5 | _status.loans | day | people | purpose | reason | _codes | _note"
HEADINGS = "6 | Tình trạng | Ngày mượn | Số người | Mục đích | Lý do | Mã lỗi | Ghi chú của hệ thống"
DATA = "7 | Đạt | 05/03/2022 | #12 | Học tập | | | "
FORM = f"{CODES}\n{HEADINGS}\n{DATA}"


def found(*grids: Grid, sheets: tuple[Sheet, ...] = (LOANS,)) -> Sheets:
    return place("VP.xlsx", "VP", grids, sheets, OWN_MARK)


def letters(sheets: Sheets, code: str = "loans") -> str:
    """The columns of a placed sheet in the order of the form: `A B C D E F G` where nothing moved."""
    placed, _ = sheets.placed[code]
    return " ".join(column_letters(placed.columns[one.code]) for one in framed(placed.sheet))


#: What staff did: the sheet, where its columns are found now, the first row of data.
HARMLESS = {
    "nothing": (FORM, "A B C D E F G", 7),
    "columns moved": (
        """
        5 | _status.loans | reason | people   | day        | purpose  | _note                | _codes
        6 | Tình trạng    | Lý do  | Số người | Ngày mượn  | Mục đích | Ghi chú của hệ thống | Mã lỗi
        7 |               |        | #12      | 05/03/2022 |          |                      |
        """,
        "A D C E B G F",
        7,
    ),
    "columns of their own among ours": (
        """
        5 |    | _status.loans |           | day       | people   | purpose  | reason | _codes | _note
        6 | TT | Tình trạng    | Điện thoại | Ngày mượn | Số người | Mục đích | Lý do  | Mã lỗi | Ghi chú của hệ thống
        7 | #1 |               | 0912      | 05/03/2022 | #12     |          |        |        |
        """,
        "B D E F G H I",
        7,
    ),
    "headings renamed": (
        f"""
        {CODES}
        6 | TT | Ngày | Người | Để làm gì | Vì sao | Mã lỗi | Ghi chú
        {DATA}
        """,
        "A B C D E F G",
        7,
    ),
    "the row of codes deleted": (
        """
        5 | Tình trạng | Số người | Ngày mượn  | Mục đích | Lý do | Mã lỗi | Ghi chú của hệ thống
        6 |            | #12      | 05/03/2022 |          |       |        |
        """,
        "A C B D E F G",
        6,
    ),
    "the row of headings deleted": (f"{CODES}\n6 | | 05/03/2022 | 12 người | Học tập | | | ", "A B C D E F G", 6),
    "the row of headings cleared": (f"{CODES}\n7 | | 05/03/2022 | #12 | | | | ", "A B C D E F G", 6),
    "codes cleared but for the first": (
        f"5 | _status.loans |  |  |  |  |  | \n{HEADINGS}\n{DATA}",
        "A B C D E F G",
        7,
    ),
    "rows inserted above the frame": (
        """
        1 | BẢN CỦA ĐỒNG CHÍ LAN
        8 | _status.loans | day        | people   | purpose  | reason | _codes | _note
        9 | Tình trạng    | Ngày mượn  | Số người | Mục đích | Lý do  | Mã lỗi | Ghi chú của hệ thống
        10 |              | 05/03/2022 | #12      |          |        |        |
        """,
        "A B C D E F G",
        10,
    ),
    "a row between codes and headings": (
        f"{CODES}\n7 | {HEADINGS.split('|', 1)[1]}\n8 | | 05/03/2022 | #12 | | | | ",
        "A B C D E F G",
        8,
    ),
    "headings pasted again among the data, the first one renamed": (
        f"""
        {CODES}
        6 | Tình trạng | Ngày | Số người | Mục đích | Lý do | Mã lỗi | Ghi chú của hệ thống
        7 | | 05/03/2022 | #12 | | | |
        20 | {HEADINGS.split("|", 1)[1]}
        """,
        "A B C D E F G",
        7,
    ),
    "ghost columns to the right": (f"{CODES} | | | | ␣ \n{HEADINGS} | | '  |\n{DATA} | | |", "A B C D E F G", 7),
}


@pytest.mark.parametrize(("sheet", "columns", "first_row"), HARMLESS.values(), ids=HARMLESS)
def test_what_staff_do_to_a_sheet_is_harmless_as_long_as_codes_or_headings_are_there(
    sheet: str, columns: str, first_row: int
) -> None:
    sheets = found(typed_sheet(sheet))

    assert (letters(sheets), sheets.placed["loans"][0].first_row, told(sheets.findings)) == (columns, first_row, [])


@pytest.mark.parametrize(
    "spoilt",
    [
        "Số␣người",
        "'  Số   người  ",
        "Số⏎người",
        "SỐ NGƯỜI",
        unicodedata.normalize("NFD", "Số người"),
        "Số \u200bngười",
    ],
)
def test_a_heading_is_known_whatever_its_blanks_and_however_its_letters_are_composed(spoilt: str) -> None:
    sheets = found(
        typed_sheet(
            f"""
            6 | Tình trạng | Ngày mượn | {spoilt} | Mục đích | Lý do | Mã lỗi | Ghi chú của hệ thống
            7 | | 05/03/2022 | #12 | | | |
            """
        )
    )

    assert (letters(sheets), told(sheets.findings)) == ("A B C D E F G", [])


def test_titles_renamed_and_sheets_reordered_are_harmless() -> None:
    visits = typed_sheet("5 | _status.visits | guest | _codes | _note\n6 | x | Khách | | ", "Sổ mượn sách")
    loans = typed_sheet(FORM, "Sổ khách")

    sheets = found(typed_sheet("1 | ghi chép riêng", "Nháp"), visits, loans, sheets=(LOANS, VISITS))

    assert {code: placed.title for code, (placed, _) in sheets.placed.items()} == {
        "loans": "Sổ khách",
        "visits": "Sổ mượn sách",
    }
    assert sheets.findings == []


@pytest.mark.parametrize("copy_first", [True, False])
def test_a_copy_of_a_sheet_is_told_and_the_one_with_the_title_of_the_form_is_read(copy_first: bool) -> None:
    form, copy = typed_sheet(FORM), typed_sheet(FORM, "Sổ mượn sách (2)")

    sheets = found(*([copy, form] if copy_first else [form, copy]))

    assert sheets.placed["loans"][0].title == "Sổ mượn sách"
    assert [(one.code, one.place.sheet, one.values) for one in sheets.findings] == [
        ("BM27", "Sổ mượn sách (2)", {"other": "Sổ mượn sách"})
    ]


def test_a_column_that_stands_twice_is_told_at_the_second_and_the_first_is_read() -> None:
    sheets = found(
        typed_sheet(
            f"""
            5 | _status.loans | day | people | people | purpose | reason | _codes | _note
            {HEADINGS}
            """
        )
    )

    assert (letters(sheets), told(sheets.findings)) == ("A B C E F G H", [("BM35", "D5")])
    assert sheets.findings[0].values["other"] == "C5"


def test_a_heading_used_twice_is_no_column_twice() -> None:
    sheets = found(typed_sheet(f"{CODES} | \n{HEADINGS} | Số người\n{DATA} | #3"))

    assert (letters(sheets), told(sheets.findings)) == ("A B C D E F G", [])


def test_a_sheet_without_columns_is_told_once_and_nothing_of_its_cells() -> None:
    sheets = found(
        typed_sheet(
            """
            5 | _status.loans | day       | reason | _codes | _note
            6 | Tình trạng    | Ngày mượn | Lý do  | Mã lỗi | Ghi chú của hệ thống
            7 |               | quý I     |        |        |
            """
        )
    )

    assert (told(sheets.findings), sheets.placed, list(sheets.broken)) == ([("BM20", None)], {}, ["loans"])
    assert say(sheets.findings[0]).message == "Chưa thấy cột Số người, Mục đích ở trang “Sổ mượn sách”."


def test_a_column_of_ours_that_is_gone_is_told_and_the_sheet_still_read() -> None:
    sheets = found(
        typed_sheet(
            """
            5 | _status.loans | day       | people   | purpose  | reason | _codes
            6 | Tình trạng    | Ngày mượn | Số người | Mục đích | Lý do  | Mã lỗi
            """
        )
    )

    assert (told(sheets.findings), list(sheets.placed), sheets.broken) == ([("BM20", None)], ["loans"], {})


def test_a_sheet_that_is_gone_is_told_of_the_file_and_an_optional_one_is_not() -> None:
    sheets = found(typed_sheet("1 | ghi chép riêng", "Nháp"), sheets=(LOANS, VISITS))

    assert (told(sheets.findings), sheets.broken) == ([("BM19", None)], {"loans": None})
    assert say(sheets.findings[0]).message == "Chưa thấy trang “Sổ mượn sách” trong tệp “VP.xlsx”."


def test_of_sheets_that_lost_their_codes_the_most_alike_is_taken() -> None:
    half = typed_sheet("6 | Tình trạng | Ngày mượn | Số người | Mục đích | Ghi chú", "Sổ khác")
    whole = typed_sheet(HEADINGS, "Sổ tháng 5")

    assert found(half, whole).placed["loans"][0].title == "Sổ tháng 5"


OWN = "5 | _status.overview | _code | _text"


def test_our_own_sheet_is_known_by_its_mark_whatever_its_title() -> None:
    sheets = found(typed_sheet(FORM), typed_sheet(OWN, "Tổng hợp của tôi"), typed_sheet("1 | Cộng", "Tổng hợp"))

    assert sheets.own is not None and sheets.own.title == "Tổng hợp của tôi"


def test_a_staff_sheet_with_our_title_is_theirs() -> None:
    sheets = found(typed_sheet(FORM), typed_sheet("5 | Loại | Mã | Nội dung", "Tổng hợp"))

    assert (sheets.own, sheets.findings) == (None, [])


def test_a_home_made_copy_looks_like_our_form_and_another_table_does_not() -> None:
    assert looks_like(typed_sheet(HEADINGS), [LOANS])
    assert looks_like(typed_sheet(CODES), [LOANS])
    assert not looks_like(typed_sheet("1 | Ngày mượn | Số người | Họ tên"), [LOANS])


def test_a_heading_is_placed_where_the_headings_stand_now() -> None:
    moved = "".join(f"{int(line.split('|')[0]) + 3} |{line.split('|', 1)[1]}\n" for line in FORM.splitlines())

    assert found(typed_sheet(moved)).placed["loans"][0].heading("people").cell == "C9"


def test_numbers_among_the_marks_are_read_as_words() -> None:
    grid = Grid("_META", {1: {1: Cell("year"), 2: Cell(2022.0, "number")}, 2: {1: Cell("unit"), 2: Cell("VP")}})

    assert meta_of(grid) == {"year": "2022", "unit": "VP"}
