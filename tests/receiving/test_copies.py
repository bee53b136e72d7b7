"""A workbook that comes back older or with rows gone is told of before anything in it is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import (
    CULTURE,
    NEWS,
    OFFICE,
    PLAN,
    RECEPTION,
    answer_of,
    cell,
    check,
    danvan,
    edited,
    states,
    told,
    written,
)

CLOSING = "Chốt số liệu"


def typed_on(folder: Path) -> bytes:
    """Staff type a wrong figure, a check says so; the workbook of before, as somebody still has it in Zalo."""
    old = (folder / OFFICE).read_bytes()
    with edited(folder / OFFICE) as book:
        book[RECEPTION]["F7"] = "nhiều"
    check(folder)
    return old


def test_an_older_copy_is_left_alone_and_its_rows_are_judged_all_the_same(folder: Path) -> None:
    old = typed_on(folder)
    assert cell(folder / OFFICE, "Tổng hợp", "B3") == 2
    (folder / OFFICE).write_bytes(old)
    with edited(folder / OFFICE) as book:
        book[RECEPTION]["F8"] = "12 người"
    before = (folder / OFFICE).read_bytes()
    answer = answer_of(folder)

    assert (answer["exit"], told(answer)) == (1, [("BM21", OFFICE, None), ("DL03", OFFICE, "F8")])
    assert answer["findings"][0]["message"] == (
        "Tệp “van-phong.xlsx” ghi Lượt kiểm tra 1; lần trước đã ghi Lượt 2, có thể đây là bản cũ."
    )
    assert (states(answer)[OFFICE], written(answer) & {OFFICE}) == ("left_alone", set())
    assert (folder / OFFICE).read_bytes() == before
    # It stays so until the clerk has decided, however often it is checked.
    assert told(answer_of(folder)) == told(answer)
    assert "bản cũ" in check(folder).output


def test_the_newest_copy_brought_back_is_written_again(folder: Path) -> None:
    old = typed_on(folder)
    newest = (folder / OFFICE).read_bytes()
    (folder / OFFICE).write_bytes(old)
    check(folder)
    (folder / OFFICE).write_bytes(newest)

    assert told(answer_of(folder)) == [("DL03", OFFICE, "F7")]


def test_rows_that_are_gone_are_told_unless_the_closing_says_why(folder: Path) -> None:
    with edited(folder / CULTURE) as book:
        book[NEWS].delete_rows(9)
    before = (folder / CULTURE).read_bytes()
    answer = answer_of(folder)

    assert (answer["exit"], told(answer)) == (1, [("BM29", CULTURE, None)])
    (one,) = answer["findings"]
    assert (one["sheet"], one["message"]) == (
        NEWS,
        "Tin, bài còn 2 dòng; lần kiểm tra trước có 3 dòng. Chưa ghi kết quả vào tệp này.",
    )
    assert one["remedy"] == "Đề nghị kiểm tra có gửi nhầm bản cũ; nếu đã xóa, ghi lý do ở Chốt số liệu."
    assert (states(answer)[CULTURE], (folder / CULTURE).read_bytes()) == ("left_alone", before)
    # The rows known stay three: the next check does not forget.
    assert told(answer_of(folder)) == told(answer)

    with edited(folder / CULTURE) as book:
        book[CLOSING]["G7"] = "Đã xóa 01 tin nhập trùng"
    assert (book[CLOSING]["B7"].value, book[CLOSING]["G6"].value) == (NEWS, "Ghi chú")
    answer = answer_of(folder)
    assert (answer["exit"], told(answer)) == (0, [])
    # From now on two rows are what is known.
    assert told(answer_of(folder)) == []


def test_rows_that_are_emptied_are_gone_too(folder: Path) -> None:
    with edited(folder / CULTURE) as book:
        for column in "BCDEFG":
            book[NEWS][f"{column}8"] = None

    assert told(answer_of(folder)) == [("BM29", CULTURE, None)]


@pytest.mark.parametrize("code", ["BM21", "BM29"])
def test_a_copy_that_the_commune_accepts_is_written_again(folder: Path, code: str) -> None:
    with edited(folder / OFFICE) as book:
        if code == "BM21":
            book["Tổng hợp"]["B3"] = 0
            book[RECEPTION]["F7"] = "nhiều"
        else:
            book[RECEPTION].delete_rows(9)
    assert code in {one for one, *_ in told(answer_of(folder))}
    with edited(folder / PLAN) as book:
        sheet = book["NgoaiLe"]
        codes = {one.value: one.column for one in sheet[5]}
        sheet.cell(7, codes["code"], code)
        sheet.cell(7, codes["reason"], "Đơn vị đã xác nhận")
        sheet.cell(7, codes["decided_by"], "Chủ tịch UBND xã")
    answer = answer_of(folder)

    (one,) = (one for one in answer["findings"] if one["code"] == code)
    assert (one["severity"], one["accepted"]) == ("note", "Đơn vị đã xác nhận (Chủ tịch UBND xã)")
    assert (states(answer)[OFFICE], OFFICE in written(answer)) == ("checked", True)
    # What is accepted is known from now on; the exception itself has nothing left to meet.
    assert [one for one, *_ in told(answer_of(folder)) if one != "DL03"] == ["KH31"]


def test_a_unit_that_was_away_for_a_run_is_still_known(folder: Path) -> None:
    typed_on(folder)
    data = (folder / OFFICE).read_bytes()
    (folder / OFFICE).unlink()
    assert told(answer_of(folder)) == [("BM17", None, None)]
    (folder / OFFICE).write_bytes(data)
    with edited(folder / OFFICE) as book:
        book["Tổng hợp"]["B3"] = 1

    assert ("BM21", OFFICE, None) in told(answer_of(folder))


def test_after_an_undo_the_files_are_no_older_copies(folder: Path) -> None:
    typed_on(folder)

    danvan("undo", folder)
    assert told(answer_of(folder)) == [("DL03", OFFICE, "F7")]
    danvan("undo", folder)
    danvan("undo", folder)
    assert cell(folder / CULTURE, "Tổng hợp", "B3") == 0
    assert told(answer_of(folder)) == [("DL03", OFFICE, "F7")]


def test_a_damaged_record_of_a_run_never_blocks_a_check(folder: Path) -> None:
    records = folder / ".danvan/runs"
    for text in ("", "{", "[]", '{"number": 1}', '{"left": 3, "seen": []}', "\0" * 99, "null"):
        (records / "0002.json").write_text(text, "utf-8")
        assert told(answer_of(folder, "--dry-run")) == []
    (records / "0002.json").write_bytes(b"\xff\xfe\x00")
    (records / "ghi-chu.json").write_text("của người khác", "utf-8")
    (records / "0003.json").mkdir()
    answer = answer_of(folder)

    # Set aside and told once; its number is not given again.
    assert (answer["exit"], told(answer)) == (0, [("BM52", ".danvan/runs/0002.json.hong", None)])
    assert (records / "0002.json.hong").read_bytes() == b"\xff\xfe\x00"
    assert (records / "0004.json").is_file()
    assert told(answer_of(folder)) == []
    assert danvan("undo", folder).exit_code == 0
