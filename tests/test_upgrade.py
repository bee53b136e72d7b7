"""Older forms, home-made copies and other formats are moved into fresh forms; what finds no place is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font

from danvan_xlsx.check.recognise import Recognised, recognise
from danvan_xlsx.words.layout import Grid, column_letters
from tests import folders
from tests.folders import (
    CULTURE,
    NEWS,
    OFFICE,
    PLAN,
    RECEPTION,
    answer_of,
    danvan,
    edited,
    resaved_as,
    told,
    tree,
    values,
    with_meta,
)
from tests.looking import needs_office
from tests.shelf import LOANS, typed_sheet

_PLAN = folders._PLAN
HEADINGS = ["TT", "Ngày tiếp", "Hình thức", "Người tiếp", "Họ tên, địa chỉ", "Số người", "Nội dung", "Lĩnh vực"]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "moi"


def upgrade(folder: Path, *files: Path, out: Path | None = None, unit: str | None = None) -> tuple[int, str]:
    where = ("--out", out) if out else ()
    whose = ("--unit", unit) if unit else ()
    result = danvan("upgrade", *files, "--plan", folder / PLAN, *where, *whose)
    return result.exit_code, result.output


def home_made(path: Path, *rows: list[Any], title: str = RECEPTION, font: str = "", above: int = 3) -> Path:
    """A table drawn by hand: a title, the headings, rows; no marks of ours."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    sheet["A1"] = "SỔ THEO DÕI TIẾP DÂN NĂM 2022"
    for number, row in enumerate(rows, above):
        for at, value in enumerate(row, 1):
            sheet.cell(number, at, value)
            if font:
                sheet.cell(number, at).font = Font(name=font)
    book.save(path)
    return path


def labels(*codes: str) -> list[str]:
    return [folders.load().sheets["reception"].by_code[code].label.vi for code in codes]


RECEIVED = ["day", "session", "receiver", "person", "people", "content", "field"]


# -- older forms -------------------------------------------------------------------------


def test_an_older_version_of_the_form_is_moved_whole(folder: Path, out: Path) -> None:
    with_meta(folder / CULTURE, "layout_version", "0")
    before = tree(folder)
    status, output = upgrade(folder, folder / CULTURE, out=out)

    assert status == 0
    assert f"{CULTURE} → {out / 'vanhoa.xlsx'} (Văn hóa – Xã hội): 4 dòng" in output
    assert tree(folder) == before
    for sheet in (NEWS, "Chốt số liệu", "Nhiệm vụ"):
        assert values(out / "vanhoa.xlsx", sheet) == values(folder / CULTURE, sheet)


def test_into_the_workspace_itself_where_the_name_is_taken(folder: Path) -> None:
    before = tree(folder)
    with_meta(folder / CULTURE, "layout_version", "0")
    (folder / CULTURE).rename(folder / "vanhoa.xlsx")
    status, _ = upgrade(folder, folder / "vanhoa.xlsx")

    assert status == 0
    assert set(tree(folder)) - set(before) == {"vanhoa.xlsx", "vanhoa-moi.xlsx"}
    (folder / "vanhoa.xlsx").unlink()
    assert told(answer_of(folder)) == [("DL03", OFFICE, "F8")]


def test_columns_that_the_form_no_longer_has_are_told_with_their_place(folder: Path, out: Path) -> None:
    with edited(folder / CULTURE) as book:
        sheet = book[NEWS]
        last = sheet.max_column
        sheet.cell(5, last + 1, "old_column")
        sheet.cell(6, last + 1, "Thời lượng phát")
        sheet.cell(8, last + 1, 15)
        sheet.cell(9, last + 1, 20)
    status, output = upgrade(folder, folder / CULTURE, out=out)

    assert status == 1
    letters = column_letters(last + 1)
    assert f"Cột “Thời lượng phát” của trang “{NEWS}” chưa có chỗ" in output
    assert f"chưa chuyển 2 ô ({letters}8–{letters}9)" in output
    assert values(out / "vanhoa.xlsx", NEWS) == [row[: last - 3] for row in values(folder / CULTURE, NEWS)]


def test_a_form_of_another_year_or_commune_is_not_moved(folder: Path, out: Path) -> None:
    with_meta(folder / CULTURE, "year", "2021")
    with_meta(folder / OFFICE, "commune", "cao-ngoc")
    status, output = upgrade(folder, folder / CULTURE, folder / OFFICE, folder / PLAN, out=out)

    assert status == 1
    assert [code for code in ("BM14", "BM15", "BM57") if f"({code})" in output] == ["BM14", "BM15", "BM57"]
    assert list(out.iterdir()) == []


# -- home-made copies --------------------------------------------------------------------


def test_a_table_drawn_by_hand_is_known_by_its_headings(folder: Path, out: Path, tmp_path: Path) -> None:
    path = home_made(
        tmp_path / "tiep dan.xlsx",
        ["TT", *labels(*RECEIVED), "Ghi nhớ"],
        [f"({number})" for number in range(1, 10)],
        [1, "05/01/2022", "Định kỳ", "Chủ tịch", "CD 01", 2, "Ranh giới", "Đất đai", None],
        [2, "06/04/2022", "Định kỳ", "Chủ tịch", "CD 02", "12 người", "Chế độ", "Khác", "gọi lại"],
    )
    before = path.read_bytes()
    status, output = upgrade(folder, path, out=out)

    assert status == 1
    assert path.read_bytes() == before
    moved = values(out / "vp.xlsx", RECEPTION)
    assert [row[:5] for row in moved] == [
        ["05/01/2022", "Định kỳ", "Chủ tịch", "CD 01", 2],
        ["06/04/2022", "Định kỳ", "Chủ tịch", "CD 02", "12 người"],
    ]
    assert f"  {RECEPTION}: 2 dòng, 7 cột" in output
    assert "Cột “Ghi nhớ”" in output
    assert "I6" in output
    assert "nội dung ngoài bảng ở ô A1" in output
    assert "TT" not in output.replace("UBND", "")


def test_headings_a_slip_away_or_with_brackets_are_known_and_named(folder: Path, out: Path, tmp_path: Path) -> None:
    day, session, receiver, person, *rest = labels(*RECEIVED)
    path = home_made(
        tmp_path / "a.xlsx",
        ["Ngay tiep", "hình  thức", f"{receiver}:", "Họ tên – địa chỉ", f"{rest[0]} (người)", rest[1], "Lĩnh vục"],
        ["05/01/2022", "Định kỳ", "Chủ tịch", "CD 01", 2, "Ranh giới", "Đất đai"],
        title="So tiep cong dan",
    )
    status, output = upgrade(folder, path, out=out, unit="VP")

    assert values(out / "vp.xlsx", RECEPTION)[0][:3] == ["05/01/2022", "Định kỳ", "Chủ tịch"]
    assert "cột “Lĩnh vục” được hiểu là “Lĩnh vực”" in output
    assert (status, day, session, person) == (1, "Ngày tiếp", "Hình thức", "Họ tên – địa chỉ")


def test_headings_in_two_rows(folder: Path, out: Path, tmp_path: Path) -> None:
    heads = labels(*RECEIVED)
    path = home_made(
        tmp_path / "a.xlsx",
        [*heads[:2], None, None, *heads[4:]],
        [None, None, *heads[2:4], None, None, None],
        ["05/01/2022", "Định kỳ", "Chủ tịch", "CD 01", 2, "Ranh giới", "Đất đai"],
    )
    upgrade(folder, path, out=out)

    assert values(out / "vp.xlsx", RECEPTION)[0][:5] == ["05/01/2022", "Định kỳ", "Chủ tịch", "CD 01", 2]


def test_formulas_give_their_results_and_are_told(folder: Path, out: Path) -> None:
    with edited(folder / CULTURE) as book:
        book[NEWS]["G7"] = "=1+1"
    status, output = upgrade(folder, folder / CULTURE, out=out)

    # openpyxl saved no result.
    assert status == 1
    assert "ô G7 (chưa có giá trị đọc được)" in output


def test_a_file_without_a_table_of_ours_is_no_success(folder: Path, out: Path, tmp_path: Path) -> None:
    path = home_made(tmp_path / "danh ba.xlsx", ["Họ và tên", "Điện thoại"], ["Lan", "0912"], title="Danh bạ")
    status, output = upgrade(folder, path, out=out)

    assert (status, "(BM57)" in output) == (1, True)
    assert list(out.iterdir()) == []


DOCUMENTS = "Văn bản ban hành"


def documents(path: Path) -> Path:
    heads = [column.label.vi for column in folders.load().sheets["documents"].columns[:4]]
    return home_made(path, heads, ["05/KH-UBND", "05/01/2022", "Kế hoạch", "Công tác dân vận"], title=DOCUMENTS)


def test_a_table_that_every_unit_has_asks_whose_it_is(folder: Path, out: Path, tmp_path: Path) -> None:
    path = documents(tmp_path / "van ban.xlsx")
    status, output = upgrade(folder, path, out=out)

    assert (status, "(BM58)" in output, "Văn hóa – Xã hội (VANHOA)" in output) == (1, True, True)
    assert list(out.iterdir()) == []
    assert upgrade(folder, path, out=out, unit="VANHOA")[0] == 1
    assert len(values(out / "vanhoa.xlsx", DOCUMENTS)) == 1


def test_the_name_of_the_file_helps_where_the_tables_do_not(folder: Path, out: Path, tmp_path: Path) -> None:
    upgrade(folder, documents(tmp_path / "So van hoa - xa hoi 2022.xlsx"), out=out)

    assert [one.name for one in out.iterdir()] == ["vanhoa.xlsx"]


def test_an_unknown_unit_is_a_slip_of_the_command(folder: Path) -> None:
    result = danvan("upgrade", folder / CULTURE, "--plan", folder / PLAN, "--unit", "VHXH")

    assert (result.exit_code, "VANHOA" in result.output) == (2, True)


def test_one_bad_file_does_not_stop_the_others(folder: Path, out: Path, tmp_path: Path) -> None:
    bad = tmp_path / "hong.xlsx"
    bad.write_bytes(b"PK\x03\x04nothing")
    status, output = upgrade(folder, bad, folder / CULTURE, out=out)

    assert (status, "(BM02)" in output) == (1, True)
    assert (out / "vanhoa.xlsx").exists()


def test_two_files_of_one_unit_make_two_forms(folder: Path, out: Path, tmp_path: Path) -> None:
    copy = tmp_path / "ban khac.xlsx"
    copy.write_bytes((folder / CULTURE).read_bytes())
    upgrade(folder, folder / CULTURE, copy, out=out)

    assert sorted(one.name for one in out.iterdir()) == ["vanhoa-moi.xlsx", "vanhoa.xlsx"]


# -- old codes and formats ---------------------------------------------------------------


def test_a_table_in_an_old_font_comes_in_unicode(folder: Path, out: Path, tmp_path: Path) -> None:
    path = home_made(
        tmp_path / "a.xlsx",
        ["Ngµy tiÕp", "H×nh thøc", "Ng\u00adêi tiÕp", "Sè ng\u00adêi", "Néi dung"],
        ["05/01/2022", "§Þnh kú", "Chñ tÞch", 2, "Tranh chÊp ®Êt ®ai"],
        font=".VnTime",
    )
    _, output = upgrade(folder, path, out=out)

    (row,) = values(out / "vp.xlsx", RECEPTION)
    assert {"Định kỳ", "Chủ tịch", "Tranh chấp đất đai"} <= set(row)
    assert "sang Unicode" in output


@needs_office
@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_other_formats_are_moved(folder: Path, out: Path, ending: str) -> None:
    old = resaved_as(folder / CULTURE, folder.parent, ending)
    status, output = upgrade(folder, old, out=out)

    assert status == 0, output
    assert f"van-hoa.{ending} → " in output
    assert f"Định dạng .{ending} không cho biết" in output
    assert values(out / "vanhoa.xlsx", NEWS) == values(folder / CULTURE, NEWS)


# -- recognising -------------------------------------------------------------------------


def known(*grids: Grid) -> tuple[list[Recognised], list[Grid]]:
    return recognise("a.xlsx", grids, [LOANS])


def test_a_mark_stands_above_a_title_and_a_title_above_headings() -> None:
    marked = typed_sheet("5 | _status.loans | day | people\n6 | | Ngày mượn | Số người\n7 | | | #1", "Trang 1")
    titled = typed_sheet("1 | Ngày mượn | Số người\n2 | | #1")
    alike = typed_sheet("1 | Ngày mượn | Số người | Mục đích | Lý do\n2 | | #1", "Trang 2")

    assert [one.grid.title for one in known(titled, alike, marked)[0]] == ["Trang 1"]
    assert [one.grid.title for one in known(alike, titled)[0]] == ["Sổ mượn sách"]
    assert [one.grid.title for one in known(alike)[0]] == ["Trang 2"]
    assert [one.title for one in known(titled, alike, marked)[1]] == ["Sổ mượn sách", "Trang 2"]


def test_a_sheet_with_some_words_of_ours_is_none() -> None:
    ours, others = known(typed_sheet("1 | Số người | Tên\n2 | #1 | A", "Trang 1"))

    assert (ours, len(others)) == ([], 1)


def test_the_headings_are_found_wherever_they_stand() -> None:
    ((one,), _) = known(typed_sheet("9 | STT | Lý do | | Ngày mượn | Số  người\n10 | #1", "so muon sach"))

    assert {code: column_letters(at) for code, at in one.placed.columns.items()} == {
        "reason": "B",
        "day": "D",
        "people": "E",
    }
    assert (one.placed.head_row, one.placed.first_row, one.near) == (9, 10, {})
