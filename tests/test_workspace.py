"""A folder as it really looks: whose each file is by what is inside, what our sheet is, and what a check may touch."""

from __future__ import annotations

import os
import zipfile
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from danvan_xlsx.workspace.run import Asked, Stopped, run
from tests.folders import (
    AS_OF,
    CULTURE,
    JUSTICE,
    NEWS,
    NOW,
    OFFICE,
    PLAN,
    RECEPTION,
    SAVED,
    answer_of,
    cell,
    check,
    danvan,
    draw_plan,
    draw_unit,
    edited,
    inputs,
    new_folder,
    opened,
    saved_on,
    states,
    told,
    with_meta,
    written,
)
from tests.rich_book import stored

ALL = {PLAN, OFFICE, CULTURE, JUSTICE}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return new_folder(tmp_path / "danvan-2022", sound=True)


# -- whose each file is ------------------------------------------------------------------


def test_a_file_is_known_by_what_is_inside_whatever_its_name_and_folder(folder: Path) -> None:
    (folder / "nhận từ Zalo").mkdir()
    (folder / OFFICE).rename(folder / "nhận từ Zalo" / "Sổ của chị Hoa (mới nhất).XLSX")
    (folder / PLAN).rename(folder / "a.xlsx")
    answer = answer_of(folder)

    assert (answer["exit"], told(answer)) == (0, [])
    units = {one["file"]: one["unit"] for one in answer["files"]}
    assert units == {
        "a.xlsx": None,
        "nhận từ Zalo/Sổ của chị Hoa (mới nhất).XLSX": "VP",
        JUSTICE: "TUPHAP",
        CULTURE: "VANHOA",
    }
    assert written(answer) == set(units)


@pytest.mark.skipif(os.name == "nt", reason="Windows has only names that are text")
def test_a_name_that_is_no_text_is_read_written_and_undone_all_the_same(folder: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(folder) + b"/van-h\xf3a.xlsx"))
    (folder / CULTURE).rename(path)
    before = path.read_bytes()
    answer = answer_of(folder)

    assert (answer["exit"], written(answer)) == (0, (ALL - {CULTURE}) | {"van-h\\udcf3a.xlsx"})
    assert check(path).exit_code == 0
    assert danvan("undo", folder).exit_code == 0
    assert path.read_bytes() == before


def test_what_is_not_staffs_work_is_passed_over(folder: Path) -> None:
    check(folder)
    copied = (folder / "ket-qua/tong-hop.xlsx").read_bytes()
    for place in ("khong-dung", "Khong-Dung/cu", "bao-cao", ".luu", "ket-qua"):
        (folder / place).mkdir(parents=True, exist_ok=True)
        (folder / place / "van-hoa.xlsx").write_bytes(b"whatever")
    (folder / "~$la.xlsx").write_bytes(b"\x05An")
    (folder / ".~lock.la.xlsx#").write_bytes(b",an,,,;")
    (folder / "ghi-chu.txt").write_text("Chào", "utf-8")
    (folder / "tong-hop.xlsx").write_bytes(copied)
    (folder / "tong-hop (1).xlsx").write_bytes(copied)
    answer = answer_of(folder)

    assert told(answer) == []
    assert {name: state for name, state in states(answer).items() if state != "checked"} == {
        "tong-hop.xlsx": "not_ours",
        "tong-hop (1).xlsx": "not_ours",
    }


def test_an_unrelated_workbook_is_nobodys_business(folder: Path) -> None:
    book = xlsxwriter.Workbook(folder / "luong.xlsx")
    book.add_worksheet("Bảng lương").write_row("A1", ["STT", "Họ tên", "Số tiền"])
    book.close()
    before = (folder / "luong.xlsx").read_bytes()
    answer = answer_of(folder)

    assert (answer["exit"], told(answer), states(answer)["luong.xlsx"]) == (0, [], "not_ours")
    assert (folder / "luong.xlsx").read_bytes() == before


def test_two_files_of_one_unit_are_neither_written_nor_counted(folder: Path) -> None:
    copy = folder / "van-hoa (1).xlsx"
    copy.write_bytes((folder / CULTURE).read_bytes())
    with edited(copy) as book:
        book[NEWS].delete_rows(9)
    saved_on(datetime(2022, 5, 10, 7, 5), copy)
    before = inputs(folder)
    answer = answer_of(folder)

    # Who has two files is not told to have none.
    assert (answer["exit"], told(answer)) == (1, [("BM16", CULTURE, None)])
    assert answer["findings"][0]["message"] == (
        "Văn hóa – Xã hội có 2 tệp: “van-hoa.xlsx” (lưu 09:30 18/05: 4 dòng) và “van-hoa (1).xlsx” (lưu 07:05 10/05: "
        "3 dòng). Chưa ghi vào tệp nào."
    )
    assert {one for one, state in states(answer).items() if state == "duplicate"} == {CULTURE, copy.name}
    assert {name: inputs(folder)[name] for name in (CULTURE, copy.name)} == {
        name: before[name] for name in (CULTURE, copy.name)
    }
    assert {one["code"]: one["status"] for one in answer["tasks"]}["II.3.1"] == "not_reported"
    assert answer_of(folder / copy.name)["exit"] == answer_of(folder / CULTURE)["exit"] == 1


def test_a_unit_without_a_file_is_told_by_its_name(folder: Path) -> None:
    (folder / CULTURE).unlink()
    answer = answer_of(folder)

    assert (answer["exit"], told(answer)) == (1, [("BM17", None, None)])
    assert answer["findings"][0]["message"] == "Chưa thấy tệp của Văn hóa – Xã hội trong thư mục."
    assert "Văn hóa – Xã hội: Chưa thấy tệp trong thư mục" in check(folder).output


@pytest.mark.parametrize(
    ("key", "value", "code", "state"),
    [
        ("year", "2021", "BM14", "other_year"),
        ("commune", "phuc-thinh", "BM15", "other_commune"),
        ("layout_version", "0", "BM13", "left_alone"),
        ("layout_version", "9", "BM30", "left_alone"),
        ("unit", "THUY-LOI", "BM18", "left_alone"),
    ],
)
def test_a_workbook_of_elsewhere_is_left_alone_with_its_own_finding(
    folder: Path, key: str, value: str, code: str, state: str
) -> None:
    (folder / "khac.xlsx").write_bytes((folder / CULTURE).read_bytes())
    with_meta(folder / "khac.xlsx", key, value)
    before = (folder / "khac.xlsx").read_bytes()
    answer = answer_of(folder)

    assert (answer["exit"], told(answer)) == (1, [(code, "khac.xlsx", None)])
    assert (states(answer)["khac.xlsx"], states(answer)[CULTURE]) == (state, "checked")
    assert written(answer) == ALL
    assert (folder / "khac.xlsx").read_bytes() == before


@pytest.mark.parametrize(("version", "code"), [("0", "BM13"), ("9", "BM30")])
def test_a_plan_of_another_layout_stops_the_check_and_the_forms(
    folder: Path, tmp_path: Path, version: str, code: str
) -> None:
    with_meta(folder / PLAN, "layout_version", version)

    for result in (check(folder), danvan("forms", folder / PLAN, "--out", tmp_path / "moi")):
        assert (result.exit_code, f"({code})" in result.output) == (2, True)


def test_a_home_made_copy_is_known_by_its_headings(folder: Path) -> None:
    (folder / "chep.xlsx").write_bytes((folder / CULTURE).read_bytes())
    with edited(folder / "chep.xlsx") as book:
        for sheet in book.worksheets:
            if sheet.title == NEWS:
                sheet.delete_rows(1, 5)
            else:
                book.remove(sheet)
    answer = answer_of(folder)

    assert (told(answer), states(answer)["chep.xlsx"]) == ([("BM12", "chep.xlsx", None)], "left_alone")


# -- the clock ---------------------------------------------------------------------------


def stopped(folder: Path, now: datetime, as_of: date | None = None) -> list[str]:
    try:
        run(Asked(folder, now, as_of=as_of), lambda *_: None)
    except Stopped as stop:
        return [one.code for one in stop.findings]
    return []


def test_a_clock_before_the_newest_file_or_outside_the_year_stops_the_check(folder: Path) -> None:
    before = inputs(folder)
    saved_on(datetime(2022, 5, 25), folder / CULTURE)

    assert stopped(folder, NOW) == ["BM34"]
    assert stopped(folder, datetime(2023, 1, 5)) == ["BM34"]
    assert stopped(folder, datetime(2015, 1, 1)) == ["BM34"]
    assert inputs(folder) == before
    # A day that was asked for is not the clock's.
    assert stopped(folder, datetime(2015, 1, 1), AS_OF) == []


def test_the_day_is_today_where_the_clock_can_be_right_and_our_own_writing_is_no_newer_file(folder: Path) -> None:
    assert stopped(folder, NOW) == []
    # The files now carry the day on which this test runs, years after the plan's.
    assert stopped(folder, NOW) == []


def test_a_wrong_clock_is_told_with_both_days(folder: Path) -> None:
    with pytest.raises(Stopped) as stop:
        run(Asked(folder, datetime(2015, 1, 1, 7, 0)), lambda *_: None)

    assert list(stop.value.screen()) == [
        "Hôm nay theo máy tính là 01/01/2015; kế hoạch là của năm 2022, tệp mới nhất lưu ngày 18/05/2022: ngày này "
        "chưa khớp. Đề nghị chỉnh lại ngày giờ của máy, hoặc gõ: danvan check --as-of 31/12/2022 kèm thư mục cần kiểm "
        "tra. (BM34)"
    ]


# -- while the summary or a workbook is open -----------------------------------------------


def test_while_the_summary_is_open_a_copy_with_the_time_in_its_name_is_drawn_and_named(folder: Path) -> None:
    check(folder)
    before = (folder / "ket-qua/tong-hop.xlsx").read_bytes()
    (folder / "ket-qua/~$tong-hop.xlsx").write_bytes(b"\x02An")
    (folder / "ket-qua/.~lock.tong-hop.xlsx#").write_bytes(b",an,,,;")
    report = run(Asked(folder, NOW, as_of=AS_OF), lambda *_: None)

    assert report.outputs == ("ket-qua/tong-hop-20220520-080000.xlsx",)
    assert "Bảng tổng hợp: ket-qua/tong-hop-20220520-080000.xlsx" in list(report.screen())
    assert (folder / report.outputs[0]).exists()
    assert (folder / "ket-qua/tong-hop.xlsx").read_bytes() == before


def test_without_a_summary_the_workbooks_are_written_and_the_run_is_kept(folder: Path) -> None:
    (folder / "ket-qua").write_text("not a folder")
    result = check(folder)

    assert result.exit_code == 0
    assert "Đã ghi kết quả vào 4 tệp." in result.output
    assert "Bảng tổng hợp" not in result.output
    assert told(answer_of(folder)) == [("BM33", "ket-qua/tong-hop.xlsx", None)]
    assert danvan("undo", folder).exit_code == 0


# -- our own sheet ---------------------------------------------------------------------------


def test_our_sheet_comes_back_when_staff_deleted_it(folder: Path) -> None:
    check(folder)
    with edited(folder / OFFICE) as book:
        del book["Tổng hợp"]
    answer = answer_of(folder)

    assert (answer["exit"], told(answer), written(answer)) == (0, [], {OFFICE})
    # The number of the run goes on from what the last one knew.
    assert cell(folder / OFFICE, "Tổng hợp", "B3") == 2
    assert written(answer_of(folder)) == set()


def test_a_sheet_of_staff_with_our_title_is_left_alone_byte_for_byte(folder: Path) -> None:
    with edited(folder / OFFICE) as book:
        del book["Tổng hợp"]
        book.create_sheet("Tổng Hợp")["A1"] = "Của đơn vị"
        theirs = f"xl/worksheets/sheet{len(book.sheetnames)}.xml"
    before = stored(folder / OFFICE)
    answer = answer_of(folder)

    assert (answer["exit"], [(one["code"], one["sheet"]) for one in answer["findings"]]) == (0, [("BM26", "Tổng Hợp")])
    assert stored(folder / OFFICE)[theirs] == before[theirs]
    assert opened(folder / OFFICE).sheetnames[-1] == "Tổng hợp kiểm tra"
    assert cell(folder / OFFICE, "Tổng hợp kiểm tra", "B3") == 1
    again = answer_of(folder)
    assert (written(again), told(again)) == (set(), told(answer))


def test_our_sheet_is_known_by_its_codes_under_any_title(folder: Path) -> None:
    check(folder)
    with edited(folder / OFFICE) as book:
        book["Tổng hợp"].title = "KQ kiểm tra"
        book[RECEPTION]["F7"] = "nhiều"
    answer = answer_of(folder)

    assert (told(answer), written(answer)) == ([("DL03", OFFICE, "F7")], {OFFICE})
    assert "Tổng hợp" not in opened(folder / OFFICE).sheetnames
    assert cell(folder / OFFICE, "KQ kiểm tra", "B3") == 2


# -- names -------------------------------------------------------------------------------------

NAMES = ("Nguyễn Văn Kiểm Thử", "Trần Thị Thử Nghiệm")
_VISITS = """
    | day | session | receiver | person | people | content | field | matter | times | outcome |
    | 05/01/2022 | Định kỳ | Chủ tịch | Nguyễn Văn Kiểm Thử | 2 | bà Trần Thị Thử Nghiệm | Khác | KN | lần 1 | x |
    | | | | Trần Thị Thử Nghiệm | | | | | | |
    | 06/04/2022 | Định kỳ | Chủ tịch | Nguyễn Văn Kiểm Thử | '1 người | | | Khác | lần 1 | hướng dẫn |
    """


def test_a_name_in_a_personal_cell_comes_out_nowhere(folder: Path) -> None:
    draw_unit(draw_plan(folder / PLAN), "VP", folder / OFFICE, reception=_VISITS)
    saved_on(SAVED, folder / OFFICE, folder / PLAN)
    before = _all_text(folder / OFFICE)
    screens = [
        check(folder, "--lang", lang, *more).output for lang in ("vi", "en") for more in ((), ("--format", "json"))
    ]
    screens.append(danvan("undo", folder).output)
    screens.append(check(folder).output)

    assert {("DL26", OFFICE, "E8")} <= set(told(answer_of(folder)))
    outputs = [path for path in folder.rglob("*") if path.is_file() and not {"backup", "tra-lai"} & {*path.parts}]
    outputs = [path for path in outputs if path.name not in ALL]
    assert {"tong-hop.xlsx", "0001.json", "0006.json"} <= {path.name for path in outputs}
    for name in NAMES:
        assert not [one for one in screens if name in one]
        assert not [path.name for path in outputs if name in _all_text(path)]
        assert not [path for path in outputs if name in str(path)]
        # In its own cell it stays, once, and is copied to no other.
        assert _all_text(folder / OFFICE).count(name) == before.count(name) > 0


def _all_text(path: Path) -> str:
    data = path.read_bytes()
    if not zipfile.is_zipfile(BytesIO(data)):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(BytesIO(data)) as book:
        return "\n".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
