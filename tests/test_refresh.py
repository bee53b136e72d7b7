"""Forms drawn anew after the plan changed hold every cell that staff typed; where one cannot, the old file stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.styles import Font, PatternFill

from danvan_xlsx.excel.extras import extras
from danvan_xlsx.words.frame import framed
from danvan_xlsx.words.layout import Sheet
from tests import folders
from tests.folders import (
    CULTURE,
    JUSTICE,
    NEWS,
    OFFICE,
    PLAN,
    RECEPTION,
    answer_of,
    check,
    danvan,
    draw_plan,
    edited,
    new_folder,
    opened,
    resaved,
    resaved_as,
    told,
    tree,
    values,
    with_meta,
)
from tests.looking import needs_office
from tests.rich_book import rich_book

_PLAN = folders._PLAN
NEW_TASK = "| II.3.9 | II.3 | Việc mới | VANHOA | kế hoạch | Một lần | 30/06/2022 | | |\n"
NEW_FILE = "van-hoa-moi.xlsx"


def planned(folder: Path, **more: str) -> None:
    """The plan again, with further lines in its tables."""
    draw_plan(folder / PLAN, **{name: f"{_PLAN[name].rstrip()}\n{line}" for name, line in more.items()})


def refresh(folder: Path, *options: str) -> tuple[int, str]:
    result = danvan("forms", folder / PLAN, "--out", folder, "--refresh", *options)
    return result.exit_code, result.output


# -- nothing to do, and what follows from the plan -----------------------------------------


def test_forms_that_follow_the_plan_already_are_not_touched(folder: Path) -> None:
    check(folder)
    before = tree(folder)
    status, output = refresh(folder)

    assert status == 0
    assert output.count("Đã đúng biểu mẫu") == 3
    assert {name for name, sha in tree(folder).items() if before.get(name) != sha} <= {".danvan/lock", "kiem-tra.cmd"}


def test_a_new_task_a_new_word_of_a_list_and_every_old_cell(folder: Path) -> None:
    check(folder)
    before = {name: values(folder / name, sheet) for name, sheet in ((CULTURE, NEWS), (CULTURE, "Chốt số liệu"))}
    planned(folder, plan_tasks=NEW_TASK, lists="| topics | moi | Chủ đề mới |")
    old = (folder / CULTURE).read_bytes()
    status, output = refresh(folder)

    assert status == 0
    assert f"Đã lập lại: {CULTURE}, chuyển đủ" in output
    assert {
        name: values(folder / name, sheet) for name, sheet in ((CULTURE, NEWS), (CULTURE, "Chốt số liệu"))
    } == before
    assert [row[0] for row in values(folder / CULTURE, "Nhiệm vụ")] == ["II.3.1", "II.3.9", "KK-6T"]
    book = opened(folder / CULTURE)
    assert "Chủ đề mới" in {cell.value for row in book["_DANHMUC"].iter_rows() for cell in row}
    assert (folder / ".danvan/backup/0002" / CULTURE).read_bytes() == old
    assert refresh(folder)[1].count("Đã đúng biểu mẫu") == 3


def test_the_next_check_knows_the_workbook_and_finds_nothing_gone(folder: Path) -> None:
    check(folder)
    planned(folder, plan_tasks=NEW_TASK)
    refresh(folder)
    answer = answer_of(folder)

    assert told(answer) == [("DL03", OFFICE, "F8")]
    assert folders.cell(folder / CULTURE, "Tổng hợp", "B3") == 2


def test_the_file_keeps_the_moment_at_which_staff_saved_it(folder: Path) -> None:
    planned(folder, plan_tasks=NEW_TASK)
    refresh(folder)

    assert (folder / CULTURE).stat().st_mtime == folders.SAVED.timestamp()


def test_undo_gives_the_old_forms_back(folder: Path) -> None:
    planned(folder, plan_tasks=NEW_TASK)
    before = (folder / CULTURE).read_bytes()
    refresh(folder)
    assert (folder / CULTURE).read_bytes() != before

    assert danvan("undo", folder).exit_code == 0
    assert (folder / CULTURE).read_bytes() == before


def test_a_new_unit_gets_its_form_and_no_other_file_is_touched(folder: Path) -> None:
    planned(folder, units="| DIACHINH | Địa chính | UBND | Ý kiến, kiến nghị | |")
    before = tree(folder)
    status, output = refresh(folder)

    assert status == 0
    assert (folder / "diachinh.xlsx").exists()
    assert {name for name, sha in before.items() if tree(folder)[name] != sha} <= {".danvan/lock"}
    assert "Đã lập: " in output


def test_what_was_typed_for_a_task_that_is_gone_stays_below_and_is_told(folder: Path) -> None:
    planned(folder, plan_tasks=NEW_TASK)
    refresh(folder)
    # The task's row, before the box of the period.
    with edited(folder / CULTURE) as book:
        book["Nhiệm vụ"]["I8"] = "Thiếu loa truyền thanh"
    draw_plan(folder / PLAN)
    status, output = refresh(folder)

    assert status == 1
    assert [row[0] for row in values(folder / CULTURE, "Nhiệm vụ")] == ["II.3.1", "KK-6T", "II.3.9"]
    assert values(folder / CULTURE, "Nhiệm vụ")[2][7] == "Thiếu loa truyền thanh"
    assert "Dòng 8 của trang “Nhiệm vụ” (II.3.9 · Việc mới) không còn trong kế hoạch" in output
    assert not (folder / NEW_FILE).exists()


def test_a_task_that_is_gone_and_untouched_goes_without_a_word(folder: Path) -> None:
    planned(folder, plan_tasks=NEW_TASK)
    refresh(folder)
    draw_plan(folder / PLAN)

    assert refresh(folder)[0] == 0
    assert [row[0] for row in values(folder / CULTURE, "Nhiệm vụ")] == ["II.3.1", "KK-6T"]


def test_columns_that_staff_moved_and_rows_they_sorted_come_back_in_order(folder: Path) -> None:
    before = values(folder / CULTURE, NEWS)
    with edited(folder / CULTURE) as book:
        sheet = book[NEWS]
        sheet.title = "Tin bài 2022"
        sheet.move_range("B5:C20", cols=20)
        closing = book["Chốt số liệu"]
        rows = [[cell.value for cell in row] for row in closing.iter_rows(min_row=7, max_row=10)]
        for number, row in enumerate(reversed(rows), 7):
            for at, value in enumerate(row, 1):
                closing.cell(number, at).value = value
    status, _ = refresh(folder)

    assert status == 0
    assert values(folder / CULTURE, NEWS) == before
    assert values(new_folder(folder.parent / "other") / CULTURE, "Chốt số liệu") == values(
        folder / CULTURE, "Chốt số liệu"
    )


# -- what cannot be carried --------------------------------------------------------------


def picture(book: Any) -> None:
    from io import BytesIO

    from PIL import Image as Drawing

    data = BytesIO()
    Drawing.new("RGB", (2, 2)).save(data, "PNG")
    book[NEWS].add_image(Image(data), "T9")


def chart(book: Any) -> None:
    drawn = BarChart()
    drawn.add_data(Reference(book[NEWS], min_col=2, min_row=7, max_row=9))
    book[NEWS].add_chart(drawn, "T9")


def set_cell(sheet: str, place: str, value: Any) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        book[sheet][place] = value

    return change


def comment(book: Any) -> None:
    book[NEWS]["C7"].comment = Comment("Hỏi lại đài truyền thanh", "Cán bộ")


def coloured(book: Any) -> None:
    book[NEWS]["D8"].fill = PatternFill("solid", fgColor="FFFF00")


def merged(book: Any) -> None:
    book[NEWS].merge_cells("F7:F8")


def extra_sheet(book: Any) -> None:
    book.create_sheet("Nháp")["B2"] = "gọi lại chị Mai"


def extra_column(book: Any) -> None:
    last = len(framed(registry_sheet("news")))
    book[NEWS].cell(6, last + 2, "Điện thoại")
    book[NEWS].cell(8, last + 2, "0912 345 678")


def second_copy(book: Any) -> None:
    book.copy_worksheet(book[NEWS]).title = "Tin, bài (2)"


def name(book: Any) -> None:
    from openpyxl.workbook.defined_name import DefinedName

    book.defined_names["TongTin"] = DefinedName("TongTin", attr_text="'Tin, bài'!$B$7")


def link(book: Any) -> None:
    book[NEWS]["D7"].hyperlink = "https://minhson.gov.vn"


def registry_sheet(code: str) -> Sheet:
    return folders.load().sheets[code]


LOST: dict[str, tuple[Callable[[Any], None], str, str]] = {
    "picture": (picture, "BM56", "1 hình ảnh"),
    "chart": (chart, "BM56", "1 biểu đồ"),
    "comment": (comment, "BM56", "1 ghi chú (comment)"),
    "colour": (coloured, "BM56", "màu tô của 1 ô"),
    "merge": (merged, "BM56", "1 vùng gộp ô"),
    "name": (name, "BM56", "1 tên vùng"),
    "link": (link, "BM56", "1 liên kết"),
    "formula": (set_cell(NEWS, "G7", "=1+1"), "BM56", "ô G7"),
    "outside": (set_cell(NEWS, "Z3", "nhớ hỏi đài"), "BM56", "nội dung ngoài bảng ở ô Z3"),
    "beside the guide": (set_cell("Hướng dẫn", "E4", "xem lại"), "BM55", "Hướng dẫn"),
    "extra sheet": (extra_sheet, "BM55", "Trang “Nháp”"),
    "extra column": (extra_column, "BM53", "Cột “Điện thoại” của trang “Tin, bài”"),
    "second copy": (second_copy, "BM55", "Trang “Tin, bài (2)”"),
}


@pytest.mark.parametrize("case", LOST)
def test_a_file_with_what_cannot_be_carried_is_left_and_a_new_one_stands_beside(folder: Path, case: str) -> None:
    change, code, words = LOST[case]
    with edited(folder / CULTURE) as book:
        change(book)
    planned(folder, plan_tasks=NEW_TASK)
    before = tree(folder)
    rows = values(folder / CULTURE, "Chốt số liệu")
    status, output = refresh(folder)

    assert status == 1
    assert tree(folder)[CULTURE] == before[CULTURE]
    assert f"Giữ nguyên {CULTURE}" in output
    assert NEW_FILE in output
    (line,) = [line for line in output.splitlines() if line.endswith(f"({code})")]
    assert words in line
    assert values(folder / NEW_FILE, "Chốt số liệu") == rows
    assert "Tin thứ ba" in str(values(folder / NEW_FILE, NEWS))
    assert not (folder / ".danvan/backup").exists()


def test_what_staff_did_beside_does_not_matter_while_the_plan_is_the_same(folder: Path) -> None:
    with edited(folder / CULTURE) as book:
        for change, *_ in (LOST["comment"], LOST["extra sheet"], LOST["colour"], LOST["extra column"], LOST["formula"]):
            change(book)
    before = tree(folder)

    assert refresh(folder)[0] == 0
    assert tree(folder)[CULTURE] == before[CULTURE]


def test_a_register_given_to_another_unit_is_not_lost(folder: Path) -> None:
    draw_plan(folder / PLAN, units=_PLAN["units"].replace("| Tin, bài         |", "| Công khai        |"))
    before = tree(folder)
    status, output = refresh(folder)

    assert status == 1
    assert tree(folder)[CULTURE] == before[CULTURE]
    assert "Trang “Tin, bài” không có trong biểu mẫu mới của Văn hóa – Xã hội; chưa chuyển 18 ô" in output


def test_a_blank_register_that_the_unit_no_longer_keeps_goes_but_what_was_said_of_it_stays(folder: Path) -> None:
    draw_plan(folder / PLAN, units=_PLAN["units"].replace("| Công khai        |", "| Tin, bài         |"))
    status, output = refresh(folder)

    assert (status, f"Đã lập lại: {JUSTICE}" in output) == (1, True)
    assert [line.partition(" (")[2][:18] for line in output.splitlines() if "(BM54)" in line] == ["Công khai · Quý I)"]
    assert "Công khai" not in opened(folder / JUSTICE).sheetnames


def test_words_in_an_old_font_come_in_unicode_since_the_form_has_another_font(folder: Path) -> None:
    with edited(folder / CULTURE) as book:
        book[NEWS]["D7"] = "Héi nghÞ th«n"
        book[NEWS]["D7"].font = Font(name=".VnTime")
    planned(folder, plan_tasks=NEW_TASK)
    status, output = refresh(folder)

    assert (status, "đã đổi 1 ô từ phông cũ" in output) == (0, True)
    assert folders.cell(folder / CULTURE, NEWS, "D7") == "Hội nghị thôn"


def test_a_workbook_with_everything_in_it_names_everything(tmp_path: Path) -> None:
    found = {(one.title, one.kind) for one in extras(rich_book(tmp_path / "a.xlsm"))}

    assert {("", "macro"), ("Bảng", "table")} <= found
    assert {(RECEPTION, kind) for kind in ("comment", "picture", "shape", "chart")} <= found


def test_what_the_form_itself_has_is_nothing_to_lose(folder: Path) -> None:
    assert [found for file in (OFFICE, CULTURE, JUSTICE) for found in extras(folder / file)] == []


@needs_office
def test_a_form_in_an_older_format_gets_a_new_one_beside(folder: Path) -> None:
    before = values(folder / CULTURE, NEWS)
    old = resaved_as(folder / CULTURE, folder.parent, "xls")
    (folder / CULTURE).unlink()
    planned(folder, plan_tasks=NEW_TASK)
    status, output = refresh(folder)

    assert (status, f"Giữ nguyên {old.name}" in output) == (0, True)
    assert values(folder / NEW_FILE, NEWS) == before


@needs_office
def test_a_form_saved_by_libreoffice_is_carried_whole(folder: Path) -> None:
    before = values(folder / CULTURE, NEWS)
    resaved(folder / CULTURE, folder.parent)
    planned(folder, plan_tasks=NEW_TASK)
    status, output = refresh(folder)

    assert (status, "Đã lập lại" in output) == (0, True)
    assert values(folder / CULTURE, NEWS) == before


# -- files in the way --------------------------------------------------------------------


def test_a_file_that_is_open_is_left_and_told(folder: Path) -> None:
    planned(folder, plan_tasks=NEW_TASK)
    (folder / f".~lock.{CULTURE}#").write_text(",Lan,may-1,now,profile;")
    before = tree(folder)
    status, output = refresh(folder)

    assert status == 1
    assert "(BM10)" in output
    assert {name: sha for name, sha in tree(folder).items() if name.endswith(".xlsx")} == {
        name: sha for name, sha in before.items() if name.endswith(".xlsx")
    }


def test_of_two_files_of_one_unit_neither_is_touched(folder: Path) -> None:
    planned(folder, plan_tasks=NEW_TASK)
    (folder / "ban-khac.xlsx").write_bytes((folder / CULTURE).read_bytes())
    before = tree(folder)
    status, output = refresh(folder)

    assert status == 1
    assert "(BM16)" in output
    assert {name for name, sha in before.items() if tree(folder)[name] != sha} <= {".danvan/lock"}


def test_an_older_version_is_told_and_left_for_upgrade(folder: Path) -> None:
    with_meta(folder / CULTURE, "layout_version", "0")
    before = tree(folder)
    status, output = refresh(folder)

    assert (status, "(BM13)" in output, "danvan upgrade" in output) == (1, True, True)
    assert tree(folder)[CULTURE] == before[CULTURE]


def test_a_damaged_file_does_not_stop_the_others(folder: Path) -> None:
    planned(folder, plan_tasks=NEW_TASK)
    (folder / OFFICE).write_bytes((folder / OFFICE).read_bytes()[:3000])
    status, output = refresh(folder)

    assert (status, "(BM02)" in output) == (1, True)
    assert f"Đã lập lại: {CULTURE}" in output


def test_no_temporary_file_is_left(folder: Path) -> None:
    planned(folder, plan_tasks=NEW_TASK)
    with edited(folder / CULTURE) as book:
        comment(book)
    refresh(folder)

    assert [one for one in tree(folder) if "~danvan" in one] == []


def test_without_a_plan_nothing_is_done(folder: Path) -> None:
    result = danvan("forms", folder / CULTURE, "--out", folder, "--refresh")

    assert result.exit_code == 2
