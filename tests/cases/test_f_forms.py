"""Cases F: the form itself, its rows, periods and versions, and files that are not what they seem."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import xlsxwriter

from danvan_xlsx.excel.filled import LAST_ROW
from tests.folders import (
    CULTURE,
    FAULTY_CELL,
    JUSTICE,
    NEWS,
    OFFICE,
    PLAN,
    RECEPTION,
    SAVED,
    answer_of,
    cell,
    check,
    edited,
    saved_on,
    states,
    told,
    tree,
    written,
)
from tests.rich_book import rewritten

CLOSING = "Chốt số liệu"
FAULT = ("DL03", OFFICE, FAULTY_CELL)


def test_case_f2_rows_below_the_prepared_ones_are_read_judged_and_marked(folder: Path) -> None:
    below = LAST_ROW + 500
    with edited(folder / OFFICE) as book:
        sheet = book[RECEPTION]
        for at in range(2, sheet.max_column + 1):
            sheet.cell(below, at, sheet.cell(8, at).value)
    answer = answer_of(folder)

    assert told(answer) == [FAULT, ("DL03", OFFICE, f"F{below}")]
    assert cell(folder / OFFICE, RECEPTION, f"A{below}") == "Cần sửa"


def test_case_f7_period_and_unit_stand_ready_and_another_period_typed_closes_nothing(sound: Path) -> None:
    with edited(sound / OFFICE) as book:
        sheet = book[CLOSING]
        assert [sheet[f"{column}7"].value for column in "BC"] == [RECEPTION, "Quý I"]
        sheet["C7"] = "Quý 1 năm nay"
        # Whose workbook it is stands in the hidden sheet; the line under the title is for the eye.
        sheet["A2"] = "UBND xã khác · Năm 2021"
        book[RECEPTION]["A2"] = None
    answer = answer_of(sound)

    assert [one for one in told(answer) if one[0] == "KH26"] == [("KH26", OFFICE, "D6")]
    assert states(answer)[OFFICE] == "checked"


def unrelated(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Bảng lương").write_row("A1", ["STT", "Họ tên", "Số tiền"])
    saved_on(SAVED, path)
    return path


def test_case_f14_of_a_file_that_is_none_of_ours_no_success_is_told(sound: Path) -> None:
    """Named by the clerk, the wrong workbook is no workbook in order; nor is our own summary, copied beside."""
    check(sound)
    others = [unrelated(sound / "luong.xlsx"), sound / "tong-hop (1).xlsx"]
    others[1].write_bytes((sound / "ket-qua/tong-hop.xlsx").read_bytes())
    before = tree(sound)
    for other in others:
        result = check(other)
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"“{other.name}” không phải kế hoạch hay sổ theo biểu mẫu của xã" in result.stderr
        assert "nothing was checked" in check(other, "--lang", "en").stderr
    assert tree(sound) == before


def test_case_f14_a_folder_without_any_workbook_of_a_unit_is_no_success(sound: Path) -> None:
    for name in (OFFICE, CULTURE, JUSTICE):
        (sound / name).unlink()
    unrelated(sound / "luong.xlsx")
    answer = answer_of(sound)

    assert (answer["exit"], told(answer)) == (1, [("BM17", None, None)] * 3)
    assert "Không có gì phải sửa" not in check(sound).output


def test_case_f15_as_many_rows_as_were_typed_have_their_result(folder: Path) -> None:
    """Rows sorted, moved and inserted by hand: each of them, read or not, says what became of it."""
    with edited(folder / OFFICE) as book:
        sheet = book[RECEPTION]
        rows = [[sheet.cell(row, at).value for at in range(2, sheet.max_column + 1)] for row in (9, 7, 8)]
        sheet.delete_rows(7, 3)
        for row, values in zip((7, 12, 40), rows, strict=True):
            for at, value in enumerate(values, 2):
                sheet.cell(row, at, value)
    answer = answer_of(folder)

    shown = {row: cell(folder / OFFICE, RECEPTION, f"A{row}") for row in range(7, 50)}
    assert {row: word for row, word in shown.items() if word} == {7: "Đạt", 12: "Đạt", 40: "Cần sửa"}
    assert told(answer) == [("DL03", OFFICE, "F40")]


def test_case_f16_the_area_that_wps_stores_is_not_believed(folder: Path) -> None:
    for name in (PLAN, OFFICE, CULTURE, JUSTICE):
        (folder / name).write_bytes(as_wps_saves(folder / name))
    answer = answer_of(folder)

    assert (told(answer), written(answer)) == ([FAULT], {PLAN, OFFICE, CULTURE, JUSTICE})
    assert cell(folder / OFFICE, RECEPTION, "A8") == "Cần sửa"
    assert cell(folder / CULTURE, NEWS, "A9") == "Đạt"


def as_wps_saves(path: Path) -> bytes:
    """The stored area one cell, a namespace and a property of its own: as the file of the thread had them."""
    parts = {}
    with zipfile.ZipFile(path) as book:
        for name in book.namelist():
            if name.startswith("xl/worksheets/sheet"):
                data, count = re.subn(rb'<dimension ref="[^"]+"/>', b'<dimension ref="A1"/>', book.read(name))
                assert count == 1
                own = b'<worksheet xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"'
                parts[name] = data.replace(b"<worksheet", own, 1)
        application = b"<Application>WPS Office_11.2.0.11719</Application>"
        parts["docProps/app.xml"] = re.sub(
            rb"<Application>.*?</Application>", application, book.read("docProps/app.xml")
        )
    return rewritten(path, parts)
