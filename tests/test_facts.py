"""What is not seen in a cell itself is told: formulas, lost digits, hidden rows, values under merged cells."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from danvan_xlsx.check.facts import sheet_facts
from danvan_xlsx.check.read import read
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.frame import framed
from danvan_xlsx.words.kinds import CODE, COUNT, DOCUMENT_NUMBER, LINE, NOTE
from danvan_xlsx.words.layout import Cell, Column, Grid, Place, Placed, Row, Sheet, column_letters
from danvan_xlsx.words.rules import say
from danvan_xlsx.words.text import MASK, Text, as_typed
from tests.shelf import column

#: A ours, B week (given), C code, D people, E reader (personal), F note, G number; then ours.
WEEKS = Sheet(
    "weeks",
    Text("Sổ tuần", "Weeks"),
    (
        column("week", "Tuần", LINE),
        column("code", "Mã", CODE),
        column("people", "Số người", COUNT),
        Column("reader", Text("Họ tên", "Reader"), LINE, personal=True),
        column("note", "Ghi chú", NOTE),
        column("number", "Số văn bản", DOCUMENT_NUMBER),
    ),
    key=("week",),
)
PLACED = Placed(WEEKS, "VP.xlsx", "Sổ tuần", "VP", {one.code: at for at, one in enumerate(framed(WEEKS), 1)})

Cells = Mapping[int, Mapping[int, Cell]]


def number(amount: float, formula: bool = False) -> Cell:
    return Cell(float(amount), "number", formula)


def read_all(rows: Cells, **facts: object) -> tuple[list[Row], list[Finding]]:
    grid = Grid("Sổ tuần", rows, **facts)  # type: ignore[arg-type]
    found, findings = read(PLACED, grid)
    return found, [*findings, *sheet_facts(PLACED, grid, found)]


def told(rows: Cells, **facts: object) -> list[tuple[str, str | None]]:
    return [(one.code, one.place.cell) for one in read_all(rows, **facts)[1]]


# -- formulas ------------------------------------------------------------------------


def test_a_formula_where_a_value_was_expected_is_read_and_noted() -> None:
    rows, findings = read_all({7: {4: number(12, formula=True), 5: Cell("Công dân 01", "text", True)}})

    assert rows[0]["people"] == 12
    assert [(one.code, one.place.cell, one.severity.value) for one in findings] == [
        ("DL39", "D7", "note"),
        ("DL39", "E7", "note"),
    ]
    assert say(findings[0]).message == "Ô D7 ở cột Số người là công thức; đã đọc kết quả “12”."
    assert MASK in say(findings[1]).message and "Công dân" not in say(findings[1]).message


def test_what_is_wrong_or_already_noted_at_a_formula_is_told_alone() -> None:
    cells = {
        3: number(12, formula=True),
        4: Cell("", "uncalculated", True),
        5: Cell("#REF!", "error", True),
        6: Cell("", "text", True),
    }

    assert told({7: cells}) == [("DL32", "C7"), ("DL15", "D7"), ("DL14", "E7")]


def test_formulas_in_cells_that_were_given_or_are_ours_are_not_staffs() -> None:
    cells = {1: Cell("Đạt", "text", True), 2: number(3, formula=True), 4: number(12)}

    assert told({7: cells}) == []


# -- digits --------------------------------------------------------------------------

LONG = 1234567890123450


def test_a_code_of_more_than_fifteen_digits_has_lost_some() -> None:
    rows, findings = read_all({7: {3: number(LONG), 7: number(LONG), 6: Cell(str(LONG + 6)), 4: number(1)}})

    assert [(one.code, one.place.cell) for one in findings] == [("DL42", "C7"), ("DL42", "G7")]
    assert rows[0].refused == {"code", "number"}
    assert say(findings[0]).message.startswith("Ô C7 chứa số 1234567890123450, dài hơn 15 chữ số")


def test_in_a_column_of_words_it_is_read_and_doubted() -> None:
    rows, findings = read_all({7: {6: number(-LONG), 4: number(1)}})

    assert [(one.code, one.place.cell, one.severity.value) for one in findings] == [("DL43", "F7", "warning")]
    assert rows[0]["note"] == f"-{LONG}"


def test_fifteen_digits_are_whole() -> None:
    assert told({7: {3: number(10**15 - 1), 6: number(10**15 - 1), 4: number(1)}}) == [("DL32", "C7")]


def test_a_long_number_is_shown_with_all_its_digits() -> None:
    shown = {1e15: "1000000000000000", -1.5e16: "-15000000000000000", 1.25: "1,25", 1e-7: "1e-07", 1e300: "1e+300"}

    assert {amount: as_typed(amount) for amount in shown} == shown
    assert as_typed(123456789012345678.0) == "123456789012346000"


# -- hidden rows ---------------------------------------------------------------------


def test_rows_with_data_that_are_hidden_are_counted_once_a_sheet() -> None:
    cells = {4: number(1)}
    rows: Cells = {6: cells, **dict.fromkeys((7, 9, 10, 11, 20), cells), 30: {2: Cell("3")}, 31: {4: Cell(" ")}}
    _, findings = read_all(rows, hidden_rows=frozenset({6, 9, 10, 11, 20, 30, 31}))

    assert [(one.code, one.place) for one in findings] == [("DL40", Place("VP.xlsx", "Sổ tuần"))]
    assert say(findings[0]).message == (
        "Trang “Sổ tuần” có 4 dòng số liệu đang bị ẩn hoặc bị lọc (dòng 9–11, 20); vẫn được đọc và tính."
    )


def test_of_many_hidden_stretches_the_first_are_named() -> None:
    numbers = range(7, 27, 2)
    _, (one,) = read_all({at: {4: number(1)} for at in numbers}, hidden_rows=frozenset(numbers))

    assert (one.values["count"], one.values["rows"]) == (10, "7, 9, 11, 13, 15, 17, …")


# -- merged cells --------------------------------------------------------------------


def test_values_under_a_merged_range_are_read_and_told_once_a_range() -> None:
    people = {4: number(1)}
    rows, findings = read_all(dict.fromkeys(range(7, 12), people), merged=("D7:D9", "D10:E10", "F11:G11"))

    assert [row["people"] for row in rows] == [1] * 5
    assert [(one.code, one.place, one.severity.value) for one in findings] == [
        ("DL41", Place("VP.xlsx", "Sổ tuần", 7), "warning")
    ]
    assert say(findings[0]).message.startswith("Vùng gộp D7:D9 che giá trị ở ô D8, D9;")


def test_a_fault_of_a_covered_cell_does_not_hide_that_it_is_covered() -> None:
    rows: Cells = {7: {4: Cell("x"), 3: Cell("A")}, 8: {4: Cell("12 người"), 3: Cell("B")}}

    assert told(rows, merged=("D7:D8",)) == [("DL03", "D7"), ("DL03", "D8"), ("DL41", None)]


def test_merges_above_the_data_of_ours_or_without_values_below_are_nobodys_concern() -> None:
    rows: Cells = {
        1: {1: Cell("Sổ"), 4: Cell("x")},
        6: {4: Cell("Số người"), 5: Cell("Họ tên")},
        7: {1: Cell("Đạt"), 4: number(1), 5: Cell("\u00a0")},
        8: {1: Cell("Đạt"), 4: number(2), 12: Cell("ngoài")},
    }

    assert told(rows, merged=("A1:I1", "D6:E6", "A7:A8", "D7:E7", "L7:L8", "D8", "ZZZ9:A1", "")) == []


def test_a_range_that_begins_above_the_data_is_told_at_the_first_row_of_data() -> None:
    _, (one,) = read_all({7: {4: number(1)}}, merged=("$D$6:$D$7",))

    assert (one.place.row, one.values["range"], one.values["cells"]) == (7, "D6:D7", "D7")


def test_of_many_covered_cells_the_first_are_named() -> None:
    _, (one,) = read_all({at: {4: number(1)} for at in range(7, 40)}, merged=("D7:D39",))

    assert one.values["cells"] == "D8, D9, D10, D11, D12, D13, …"


def test_ranges_that_overlap_without_end_are_given_up() -> None:
    rows = {at: {4: number(1), 5: Cell("x")} for at in range(7, 3007)}
    findings = read_all(rows, merged=("A1:XFD1048576",) * 20_000)[1]

    assert {one.code for one in findings} == {"DL41"}
    assert len(findings) < 400


@given(
    st.dictionaries(st.integers(7, 12), st.dictionaries(st.integers(1, 9), st.just(number(1)), max_size=6)),
    st.lists(st.tuples(st.integers(6, 12), st.integers(1, 9), st.integers(0, 3), st.integers(0, 3)), max_size=4),
)
def test_a_range_is_told_just_where_an_input_below_it_has_a_value(
    rows: Cells, corners: list[tuple[int, int, int, int]]
) -> None:
    ranges = [f"{column_letters(c)}{r}:{column_letters(c + w)}{r + h}" for r, c, h, w in corners]
    grid = Grid("Sổ tuần", rows, merged=tuple(ranges))
    expected = [
        text
        for text, (r, c, h, w) in zip(ranges, corners, strict=True)
        if any(
            r <= at <= r + h and c <= column <= c + w and (at, column) != (r, c) and 2 <= column <= 7
            for at, cells in rows.items()
            for column in cells
        )
    ]

    assert [one.values["range"] for one in sheet_facts(PLACED, grid, [])] == expected
