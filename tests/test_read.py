"""Cells become values by the kinds of their columns; every fault is told at its true cell, blank rows are none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_xlsx.check.read import marked_rows, read
from danvan_xlsx.words.frame import framed
from danvan_xlsx.words.kinds import (
    CODE,
    COUNT,
    DOCUMENT_NUMBER,
    DUE_DAY,
    FACT_DAY,
    KINDS,
    LINE,
    MONEY,
    MONTH,
    NOTE,
    NUMBER,
    PERCENT,
    REFERENCE_DAY,
    YES_NO,
    Month,
    Option,
    as_cell,
    choice,
)
from danvan_xlsx.words.layout import Cell, Column, Grid, Placed, Sheet
from danvan_xlsx.words.rules import CATALOGUE, say
from danvan_xlsx.words.text import MASK, Personal, Text, shown
from tests.registers.rows import faults, read_table
from tests.shelf import LOANS, STUDY, WORK, beside, column, told

FIELDS = (Option("land", Text("Đất đai", "Land")), Option("health", Text("Y tế", "Health")))

#: In Excel's letters from B.
EVERY = Sheet(
    "every",
    Text("Mọi loại ô", "Every kind"),
    (
        column("code", "Mã", CODE),
        column("day", "Ngày", FACT_DAY),
        column("due", "Hạn", DUE_DAY),
        column("month", "Tháng", MONTH),
        column("people", "Số người", COUNT),
        column("weight", "Khối lượng", NUMBER),
        column("share", "Tỷ lệ", PERCENT),
        column("cost", "Kinh phí", MONEY),
        column("paid", "Đã trả", YES_NO),
        column("field", "Lĩnh vực", choice("every_field", *FIELDS)),
        column("number", "Số văn bản", DOCUMENT_NUMBER),
        column("reader", "Họ tên", LINE, personal=True),
        column("note", "Ghi chú", NOTE),
        column("quoted", "Ngày văn bản", REFERENCE_DAY),
    ),
)


def home(sheet: Sheet) -> Placed:
    numbers = {one.code: number for number, one in enumerate(framed(sheet), 1)}
    return Placed(sheet, "VP.xlsx", sheet.title.vi, "VP", numbers)


def test_every_fault_of_a_cell_is_told_at_that_cell() -> None:
    text = """
        | code    | day        | month | people   | weight | share  | cost  | paid   | field     | number |
        | D-05    | 05/03/2022 | 5     | 12       | 1,5    | 70     | 5000  | Có     | Đất đai   | 05/BC-UBND |
        | #84,01  | quý I      | 13    | '12 hộ   | '2 km  | '1.250 | 28,5  | có thể | Giao thông | 05 | B8 DL31, C8 DL02, E8 DL07, F8 DL03, G8 DL04, H8 DL05, I8 DL06, J8 DL08, K8 DL09, L8 DL11
        | TRUE    | '5/3/22    | TRUE  | -3       | TRUE   | 0,7    | -1    | #N/A   | #N/A      | #REF!  | B9 DL29, C9 DL12, E9 DL33, F9 DL20, G9 DL33, H9 DL30, I9 DL20, J9 DL14, K9 DL14, L9 DL14
        | =?      | '31/02/2022 | =?   | TRUE     | -0,5   | 120    | TRUE  | =?     | TRUE      | =?     | B10 DL15, C10 DL13, E10 DL15, F10 DL33, G10 DL20, H10 DL34, I10 DL33, J10 DL15, K10 DL29, L10 DL15
        """  # noqa: E501
    _, findings = read_table(EVERY, text)

    assert told(findings) == beside(text)


def test_whatever_could_be_read_for_sure_is_read_and_noted() -> None:
    text = """
        | code | day         | month  | people | share | paid |
        | #12  | '05/03/2022 | 'T5    | 'không | '70%  | TRUE | B7 DL32, C7 DL22, E7 DL21, F7 DL24, H7 DL21, J7 DL35
        | 12   | #44625      | 5      | '1.250 | %0,7  | x    | C8 DL23, F8 DL21
        """
    rows, findings = read_table(EVERY, text)

    assert told(findings) == beside(text)
    assert [row.values for row in rows] == [
        {"code": "12", "day": date(2022, 3, 5), "month": Month(5), "people": 0, "share": 70.0, "paid": True},
        {"code": "12", "day": date(2022, 3, 5), "month": Month(5), "people": 1250, "share": 70.0, "paid": True},
    ]


MISTAKES = [
    pytest.param(kind, typed, code, id=f"{kind.name}-{typed}") for kind in KINDS for typed, code in kind.refuses
]


@pytest.mark.parametrize(("kind", "typed", "code"), MISTAKES)
def test_a_mistake_that_a_kind_knows_is_said_with_what_stands_there_and_what_is_expected(
    kind: Any, typed: Any, code: str
) -> None:
    sheet = Sheet("one", Text("Một cột", "One"), (column("cell", "Cột", kind),))

    rows, (finding,) = read(home(sheet), Grid("Một cột", {9: {2: as_cell(typed)}}))

    assert (finding.code, finding.place.cell, rows[0].refused) == (code, "B9", {"cell"})
    assert finding.values.keys() == {"column", "raw", "expected"}
    assert "{" not in "".join(say(finding)) and "B9" in "".join(say(finding))


@pytest.mark.parametrize(
    ("people", "remedy"),
    [
        ("12 người", "Đề nghị ghi 12."),
        ("12,0 người", "Đề nghị ghi 12."),
        ("đông người", "Đề nghị ghi số nguyên, ví dụ 12."),
        ("2 đoàn 12 người", "Đề nghị ghi số nguyên, ví dụ 12."),
    ],
)
def test_a_remedy_proposes_the_number_that_was_meant_or_shows_an_example(people: str, remedy: str) -> None:
    _, (finding,) = read_table(EVERY, f"| people | note |\n| '{people} | x |")

    assert say(finding).remedy == remedy


def test_a_choice_lists_what_may_be_chosen() -> None:
    _, (finding,) = read_table(EVERY, "| field | note |\n| Giao thông | x |")

    assert say(finding).remedy == "Đề nghị chọn một trong: Đất đai; Y tế."


def test_what_is_quoted_is_never_more_than_a_line() -> None:
    _, (finding,) = read_table(EVERY, f"| people | note |\n| '{'chín mươi ⏎' * 12} | x |")

    assert len(finding.values["raw"]) == 58
    assert finding.values["raw"].endswith("…") and "\n" not in finding.values["raw"]


@pytest.mark.parametrize(
    ("stands", "quoted"),
    [
        (Cell(44625.0, "date"), "05/03/2022"),
        (Cell(-1.0, "date"), "-1"),
        (Cell(0.7, "percent"), "70%"),
        (Cell(1250.5, "number"), "1250,5"),
        (Cell(True, "bool"), "TRUE"),
        (Cell("#N/A", "error"), "#N/A"),
    ],
)
def test_a_cell_is_quoted_as_excel_shows_it(stands: Cell, quoted: str) -> None:
    sheet = Sheet("one", Text("Một cột", "One"), (column("paid", "Đã trả", YES_NO),))

    _, (finding,) = read(home(sheet), Grid("Một cột", {7: {2: stands}}))

    assert finding.values["raw"] == quoted


def test_a_personal_value_is_wrapped_and_masked_in_what_is_told_of_it() -> None:
    secret = column("phone", "Điện thoại", COUNT, personal=True)
    sheet = Sheet("one", Text("Một cột", "One"), (column("reader", "Họ tên", LINE, personal=True), secret))

    rows, findings = read_table(sheet, "| reader | phone |\n| Lò Thị A | '0912 x |\n| Lò Thị B | '912 |")

    assert [shown(row["reader"]) for row in rows] == [MASK, MASK]
    assert rows[1]["phone"].reveal() == 912
    assert told(findings) == [("DL03", "C7"), ("DL21", "C8")]
    for finding in findings:
        assert MASK in say(finding).message
        assert "912" not in "".join((*say(finding), *say(finding, "en"), repr(finding)))
    assert say(findings[0]).remedy == "Đề nghị ghi số nguyên, ví dụ 12."


# -- rows ------------------------------------------------------------------------------


@pytest.mark.parametrize("blank", ["", "␣", "'\u200b", "'⏎ ␣", "-", "–"])
def test_a_row_of_blanks_is_no_row_wherever_it_stands(blank: str) -> None:
    text = f"""
        | day        | people | reason  |
        | {blank}    |        | {blank} |
        | 05/03/2022 | 12     |         |
        |            | {blank} |        |
        | 06/03/2022 | 'x     |         | C10 DL03
        """
    rows, findings = read_table(LOANS, text)

    assert ([row.number for row in rows], told(findings)) == ([8, 10], beside(text))


def test_rows_keep_their_number_far_below_and_a_formatted_bottom_costs_nothing() -> None:
    typed = {2: Cell(44625.0, "date"), 3: Cell(12.0, "number")}

    rows, findings = read(home(LOANS), Grid("Sổ", {7: {2: Cell("")}, 900: typed, 1048576: {2: Cell(" ")}}))

    assert ([row.number for row in rows], findings) == ([900], [])


def test_what_is_required_is_told_where_it_is_blank() -> None:
    text = """
        | day        | people | purpose  | reason |
        | 05/03/2022 | 12     |          |        |
        | 05/03/2022 |        | Học tập  |        | C8 DL01
        |            |        | Học tập  | x      | B9 DL01, C9 DL01
        """
    _, findings = read_table(LOANS, text)

    assert told(findings) == beside(text)


def test_a_lone_cell_far_below_is_asked_about_and_nothing_else_of_its_row() -> None:
    text = """
        | day        | people | reason |
        |            |        | x      | E7 DL26
        |            | '`     |        |
        | quý I      |        |        | B9 DL01
        """
    assert faults(LOANS, text) == [("DL26", "E7"), ("DL03", "C8"), ("DL01", "B8"), ("DL02", "B9"), ("DL01", "C9")]


def test_a_stray_letter_is_a_lone_cell_whatever_its_column_takes() -> None:
    sheet = Sheet("one", Text("Sổ", "One"), (*LOANS.columns, column("by", "Người ghi", LINE, required=True)))
    text = """
        | day        | people | by  |
        |            | '`     |     | C7 DL26
        | 05/03/2022 | '`     |     | C8 DL03, F8 DL01
        """
    _, findings = read_table(sheet, text)

    assert told(findings) == beside(text)


def test_a_cell_is_needed_where_another_of_its_row_says_so() -> None:
    text = """
        | day        | people | purpose    | reason  |
        | 05/03/2022 | 12     | Công việc  |         | E7 DL28
        | 05/03/2022 | 12     | Công việc  | học tập |
        | 05/03/2022 | 12     | Học tập    |         |
        | 05/03/2022 | 12     |            |         |
        | 05/03/2022 | 12     | Việc khác  |         | D11 DL09
        """
    _, findings = read_table(LOANS, text)

    assert told(findings) == beside(text)
    needed = next(one for one in findings if one.code == "DL28")
    assert (needed.values["other_column"], needed.values["other_raw"]) == (LOANS.by_code["purpose"].label, WORK)


def test_a_cell_may_be_needed_wherever_another_is_filled_or_answered_yes() -> None:
    sheet = Sheet(
        "one",
        Text("Sổ", "One"),
        (
            column("asked", "Văn bản giao", LINE),
            column("due", "Hạn", DUE_DAY, required_when=("asked", ())),
            column("paid", "Đã trả", YES_NO),
            column("cost", "Số tiền", MONEY, required_when=("paid", ("yes",))),
        ),
    )
    text = """
        | asked | due        | paid  | cost  |
        | 112   |            |       |       | C7 DL28
        | 112   | 05/03/2022 | Có    |       | E8 DL28
        |       |            | Không |       |
        |       | 05/03/2022 | Có    | 5000  |
        """
    _, findings = read_table(sheet, text)

    assert told(findings) == beside(text)


def test_a_column_of_ours_and_a_prefilled_key_make_no_row_that_lacks_anything() -> None:
    sheet = Sheet(
        "keyed",
        Text("Sổ", "Keyed"),
        (
            column("week", "Tuần", LINE),
            column("chair", "Chủ trì", LINE, required=True),
            column("place", "Nơi", LINE, required=True),
            column("result", "Kết quả", LINE, ours=True),
        ),
        key=("week",),
    )
    text = """
        | week | chair    | place   | result |
        | 1    |          |         | Đạt    |
        | 2    | Chủ tịch |         |        | D8 DL01
        | 3    | Chủ tịch | Trụ sở  |        |
        |      |          |         | Đạt    |
        | #N/A |          |         |        | B11 DL14
        """
    rows, findings = read_table(sheet, text)

    assert ([row.number for row in rows], told(findings)) == ([7, 8, 9, 11], beside(text))
    assert "result" not in rows[0].values


def test_a_formula_with_its_result_is_its_result() -> None:
    cells = {2: Cell(44625.0, "date", True), 3: Cell(12.0, "number", True), 5: Cell("", "text", True)}

    (row,), findings = read(home(LOANS), Grid("Sổ", {7: cells}))

    assert row.values == {"day": date(2022, 3, 5), "people": 12}
    assert told(findings) == [("DL39", "B7"), ("DL39", "C7")]


def test_several_codes_in_a_cell_are_several_values() -> None:
    sheet = Sheet("one", Text("Sổ", "One"), (column("task", "Mã NV", CODE, many=True),))

    rows, _ = read_table(sheet, "| task |\n| II.1.1; II.4.9 ,III.1.3; |\n| II.1.1 |")

    assert [row["task"] for row in rows] == [("II.1.1", "II.4.9", "III.1.3"), ("II.1.1",)]


def test_a_choice_is_read_by_its_option() -> None:
    rows, _ = read_table(LOANS, "| day | people | purpose |\n| 05/03/2022 | 12 | ' HỌC  TẬP␣ |")

    assert rows[0]["purpose"] == STUDY


def test_rows_marked_before_are_those_where_a_column_of_ours_holds_something() -> None:
    """A is the status, F the codes, G the note; rows above the data are not meant."""
    rows = {
        5: {1: Cell("_status.loans")},
        7: {1: Cell("Đạt")},
        8: {2: Cell(44625.0, "date")},
        9: {7: Cell("Ô C9 …")},
        10: {1: Cell("")},
    }

    assert marked_rows(home(LOANS), Grid("Sổ", rows)) == {7, 9}


# -- whatever stands there -------------------------------------------------------------

_NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
_SENSIBLE = st.floats(-10, 80000)
CELLS = st.one_of(
    st.text(max_size=12).map(Cell),
    st.sampled_from([as_cell(typed) for kind in KINDS for typed, *_ in (*kind.accepts, *kind.converts, *kind.refuses)]),
    st.tuples(st.one_of(_NUMBERS, _SENSIBLE), st.sampled_from(["number", "date", "percent"])).map(lambda it: Cell(*it)),
    st.sampled_from(
        [Cell(True, "bool"), Cell("#REF!", "error"), Cell("1,5", "broken"), Cell("", "uncalculated", True)]
    ),
)


@given(st.dictionaries(st.integers(7, 12), st.dictionaries(st.integers(1, 17), CELLS, max_size=6), max_size=4))
def test_whatever_stands_in_the_cells_is_read_or_told_and_can_be_said(rows: dict[int, dict[int, Cell]]) -> None:
    found_rows, findings = read(home(EVERY), Grid("Sổ", rows))

    refused = {row.place(one) for row in found_rows for one in row.refused}
    assert refused == {one.place for one in findings if CATALOGUE[one.code].severity.value == "error"}
    for one in findings:
        assert "{" not in say(one).message.replace(str(one.values["raw"]), "")


def test_a_personal_column_may_hold_several_values() -> None:
    names = Column("names", Text("Họ tên", "Names"), LINE, personal=True, many=True)

    rows, _ = read_table(Sheet("one", Text("Sổ", "One"), (names,)), "| names |\n| A; B |")

    assert isinstance(rows[0]["names"], Personal) and rows[0]["names"].reveal() == ("A", "B")
