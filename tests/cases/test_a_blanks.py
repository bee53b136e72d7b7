"""Cases A: what looks blank but is not, and the reverse."""

from __future__ import annotations

from pathlib import Path

from openpyxl.styles import PatternFill

from danvan_xlsx.check.read import read
from danvan_xlsx.words.layout import Cell, Grid
from tests.folders import FAULTY_CELL, OFFICE, RECEPTION, answer_of, cell, edited, resaved, told, written
from tests.looking import needs_office
from tests.shelf import LOANS
from tests.shelf import told as told_of
from tests.test_read import home

FAULT = ("DL03", OFFICE, FAULTY_CELL)
GREY = PatternFill("solid", fgColor="EEEEEE")


def test_case_a3_a_look_up_filled_to_the_bottom_makes_no_rows(folder: Path) -> None:
    """A formula in a column of their own, whether its result was stored or not: it is no input of ours."""
    with edited(folder / OFFICE) as book:
        sheet = book[RECEPTION]
        own = sheet.max_column + 1
        sheet.cell(6, own, "Tra cứu")
        for row in range(7, 1200):
            sheet.cell(row, own, f'=IFERROR(VLOOKUP(E{row},$X$1:$Y$9,2,0),"")')
            sheet.cell(row, own + 1, "#N/A" if row % 2 else "")
    answer = answer_of(folder)

    assert told(answer) == [FAULT]
    assert [cell(folder / OFFICE, RECEPTION, f"A{row}") for row in (8, 9, 10, 1000)] == ["Cần sửa", "Đạt", None, None]


def test_case_a4_a_space_in_a_conditional_cell_is_a_blank_one() -> None:
    """It neither asks for another cell nor stands for the one that is asked for."""
    sound = {2: Cell(44625.0, "date"), 3: Cell(12.0, "number")}
    for blank in (" ", "\u00a0", "\n", "\u200b "):
        asks = {**sound, 4: Cell(blank)}
        answers = {**sound, 4: Cell("Công việc"), 5: Cell(blank)}

        _, findings = read(home(LOANS), Grid("Sổ", {7: asks, 8: answers}))

        assert told_of(findings) == [("DL28", "E8")]


def test_case_a9_blank_rows_between_blocks_are_passed_over(folder: Path) -> None:
    with edited(folder / OFFICE) as book:
        book[RECEPTION].insert_rows(8, 3)
    answer = answer_of(folder)

    assert told(answer) == [("DL03", OFFICE, "F11")]
    assert [cell(folder / OFFICE, RECEPTION, f"A{row}") for row in range(7, 14)] == [
        "Đạt", None, None, None, "Cần sửa", "Đạt", None,
    ]  # fmt: skip


@needs_office
def test_case_a11_a_column_formatted_in_libreoffice_stays_three_rows(folder: Path, tmp_path: Path) -> None:
    with edited(folder / OFFICE) as book:
        sheet = book[RECEPTION]
        for column in "BFH":
            sheet.column_dimensions[column].fill = GREY
        sheet["H1048576"].fill = GREY
    resaved(folder / OFFICE, tmp_path)
    answer = answer_of(folder)

    assert (told(answer), OFFICE in written(answer)) == ([FAULT], True)
    assert cell(folder / OFFICE, RECEPTION, "A8") == "Cần sửa"


def test_case_a15_a_formatted_column_far_right_is_no_column(folder: Path) -> None:
    with edited(folder / OFFICE) as book:
        sheet = book[RECEPTION]
        for row in range(1, 60):
            sheet[f"EC{row}"].fill = GREY
        sheet["EC6"] = " "
    answer = answer_of(folder)

    assert (told(answer), OFFICE in written(answer)) == ([FAULT], True)
