"""Copies in `nhan-ve` are known by what is inside, compared with the unit's workbook, and filed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from danvan_xlsx.workspace.run import Asked, run
from tests.folders import (
    CULTURE,
    JUSTICE,
    NEWS,
    NOW,
    OFFICE,
    PLAN,
    RECEPTION,
    answer_of,
    cell,
    check,
    danvan,
    edited,
    inputs,
    resaved,
    saved_on,
    states,
    told,
    tree,
    written,
)
from tests.looking import needs_office
from tests.receiving.arrivals import CLOSING, INBOX, ZALO, arrives, came, typed, waiting


@pytest.mark.parametrize("name", ZALO)
def test_a_copy_is_known_by_what_is_inside_and_filed_with_the_old_one_kept(folder: Path, name: str) -> None:
    old = (folder / CULTURE).read_bytes()
    with arrives(folder, name) as book:
        typed(book, 10, "Tin thứ tư")
        book[NEWS]["D9"] = "Tin thứ ba (sửa)"
    answer = answer_of(folder)

    kept = "khong-dung/van-hoa-truoc-luot-0002.xlsx"
    assert (answer["exit"], told(answer)) == (0, [])
    assert answer["received"] == [
        {
            "file": f"{INBOX}/{name}",
            "unit": "VANHOA",
            "state": "filed",
            "into": CULTURE,
            "kept": kept,
            "code": None,
            "saved": "2022-05-18T09:30",
            "rows": 5,
            "rows_before": 4,
            "rows_gone": 0,
            "rows_added": 1,
            "rows_changed": 1,
        }
    ]
    assert (waiting(folder), (folder / kept).read_bytes() == old) == ([], True)
    # It is checked at once, like every workbook.
    assert (cell(folder / CULTURE, NEWS, "D10"), cell(folder / CULTURE, NEWS, "A10")) == ("Tin thứ tư", "Đạt")
    assert CULTURE in written(answer)
    # And the next check has nothing to say.
    again = answer_of(folder)
    assert (again["received"], told(again), written(again)) == ([], [], set())


def test_it_is_told_on_the_screen_first_of_all(folder: Path) -> None:
    with arrives(folder, ZALO[0]) as book:
        typed(book, 10, "Tin thứ tư")
    lines = check(folder).output.splitlines()

    at = lines.index("TỆP NHẬN VỀ")
    assert at < 5
    assert " ".join(line.strip() for line in lines[at + 1 : at + 3]) == (
        "nhan-ve/Bao cao (2).xlsx → van-hoa.xlsx: 5 dòng (trước có 4; thêm 1, sửa 0, bớt 0); bản trước nằm ở "
        "khong-dung/van-hoa-truoc-luot-0002.xlsx."
    )


def test_the_first_copy_of_a_unit_is_filed_under_its_forms_name_or_the_name_it_had(folder: Path) -> None:
    with arrives(folder, ZALO[0]):
        pass
    (folder / CULTURE).unlink()
    with arrives(folder, ZALO[1], JUSTICE):
        pass
    (folder / JUSTICE).unlink()
    for record in (folder / ".danvan").rglob("*.json"):
        record.write_text(record.read_text("utf-8").replace(CULTURE, "so/van-hoa.xlsx"), "utf-8")
    answer = answer_of(folder)

    # The folder of its old name is gone; the other's name is known from the last check.
    assert came(answer) == [(ZALO[0], "filed", "vanhoa.xlsx", None), (ZALO[1], "filed", JUSTICE, None)]
    assert (answer["exit"], told(answer), states(answer)["vanhoa.xlsx"]) == (0, [], "checked")
    assert not (folder / "khong-dung").exists()


def test_a_damaged_workbook_gives_way_to_the_copy_that_was_asked_for(folder: Path) -> None:
    with arrives(folder, ZALO[0]) as book:
        typed(book, 10, "Tin thứ tư")
    (folder / CULTURE).write_bytes(b"PK\3\4 half")
    answer = answer_of(folder)

    assert (answer["exit"], told(answer), came(answer)) == (0, [], [(ZALO[0], "filed", CULTURE, None)])
    assert (folder / "khong-dung/van-hoa-truoc-luot-0002.xlsx").read_bytes() == b"PK\3\4 half"


def test_rows_that_moved_were_sorted_or_are_explained_are_not_lost(folder: Path) -> None:
    with arrives(folder, ZALO[0]) as book:
        news = book[NEWS]
        news.delete_rows(7)
        typed(book, 9, "Tin thứ tư")
        book[CLOSING]["G7"] = "Đã xóa 01 tin nhập trùng"
    with arrives(folder, "vp.xlsx", OFFICE) as book:
        book[RECEPTION].insert_rows(8)
    answer = answer_of(folder)

    assert [(one["state"], one["rows_gone"], one["rows_added"], one["rows_changed"]) for one in answer["received"]] == [
        ("filed", 1, 1, 1),
        ("filed", 0, 0, 0),
    ]
    assert (answer["exit"], told(answer)) == (0, [])


def test_days_that_pass_raise_our_stamp_and_make_no_copy_an_older_one(folder: Path) -> None:
    sent_out = (folder / CULTURE).read_bytes()
    with edited(folder / PLAN) as book:
        sheet = book["NhiemVu"]
        codes = {one.value: one.column for one in sheet[5]}
        sheet.cell(8, codes["title"], "Đăng tin, bài về dân vận chính quyền")
    check(folder)
    assert cell(folder / CULTURE, "Tổng hợp", "B3") == 2
    with arrives(folder, ZALO[0], sent_out) as book:
        typed(book, 10, "Tin thứ tư")
    answer = answer_of(folder)

    assert (came(answer), told(answer), CULTURE in written(answer)) == (
        [(ZALO[0], "filed", CULTURE, None)],
        [],
        True,
    )
    assert cell(folder / CULTURE, "Tổng hợp", "B3") == 3


def test_a_unit_that_goes_on_in_its_own_copy_is_received_again_and_again(folder: Path) -> None:
    """Staff do not take the marked file back; their stamp stays what it was."""
    home = (folder / CULTURE).read_bytes()
    for row in (10, 11, 12):
        with arrives(folder, ZALO[0], home) as book:
            typed(book, row, f"Tin dòng {row}")
            book[NEWS]["D9"] = f"Tin sửa lần {row}"
        home = (folder / INBOX / ZALO[0]).read_bytes()
        answer = answer_of(folder)
        assert (came(answer), told(answer)) == ([(ZALO[0], "filed", CULTURE, None)], [])
    assert cell(folder / CULTURE, NEWS, "D12") == "Tin dòng 12"


@needs_office
def test_a_copy_saved_by_another_program_is_the_same_rows(folder: Path, tmp_path: Path) -> None:
    with arrives(folder, "van-hoa.xlsx"):
        pass
    resaved(folder / INBOX / CULTURE, tmp_path)
    answer = answer_of(folder)

    assert [(one["state"], one["rows_gone"], one["rows_changed"]) for one in answer["received"]] == [("filed", 0, 0)]
    assert told(answer) == []


# -- nothing new ---------------------------------------------------------------------


def test_a_copy_that_is_here_already_is_taken_away_and_that_is_said(folder: Path) -> None:
    (folder / INBOX).mkdir()
    for name in ZALO[:2]:
        (folder / INBOX / name).write_bytes((folder / CULTURE).read_bytes())
    before = inputs(folder)
    answer = answer_of(folder)

    assert came(answer) == [(name, "same", CULTURE, None) for name in ZALO[:2]]
    assert (waiting(folder), told(answer), written(answer)) == ([], [], set())
    assert inputs(folder) == {name: sha for name, sha in before.items() if not name.startswith(INBOX)}


def test_the_same_message_loaded_twice_is_filed_once_and_never_again(folder: Path) -> None:
    with arrives(folder, ZALO[0]) as book:
        typed(book, 10, "Tin thứ tư")
    message = (folder / INBOX / ZALO[0]).read_bytes()
    (folder / INBOX / ZALO[1]).write_bytes(message)
    answer = answer_of(folder)
    assert came(answer) == [(ZALO[0], "filed", CULTURE, None), (ZALO[1], "same", f"{INBOX}/{ZALO[0]}", None)]

    check(folder)
    (folder / INBOX / ZALO[1]).write_bytes(message)
    answer = answer_of(folder)
    assert (came(answer), told(answer), written(answer)) == ([(ZALO[1], "same", CULTURE, None)], [], set())
    assert waiting(folder) == []


# -- when and where ------------------------------------------------------------------------


def test_a_look_only_moves_nothing_and_says_what_would_be(folder: Path) -> None:
    with arrives(folder, ZALO[0]) as book:
        typed(book, 10, "Tin thứ tư")
    with arrives(folder, ZALO[1], OFFICE) as book:
        book[RECEPTION].delete_rows(8)
    before = tree(folder)
    answer = answer_of(folder, "--dry-run")

    assert came(answer) == [(ZALO[0], "waiting", CULTURE, None), (ZALO[1], "left", OFFICE, "BM46")]
    assert tree(folder) == before
    assert "sẽ thành van-hoa.xlsx khi chạy danvan check." in check(folder, "--dry-run").output


def test_files_that_are_named_limit_the_check_and_nothing_is_received(folder: Path) -> None:
    with arrives(folder, ZALO[0]) as book:
        typed(book, 10, "Tin thứ tư")
    before = inputs(folder)

    assert answer_of(folder / OFFICE)["received"] == []
    assert inputs(folder) == before
    named = check(folder / INBOX / ZALO[0])
    assert (named.exit_code, "được nhận khi kiểm tra cả thư mục" in " ".join(named.output.split())) == (2, True)


@pytest.mark.parametrize("name", ["Nhan-Ve", "NHAN-VE"])
def test_the_folders_may_be_written_in_capitals(folder: Path, name: str) -> None:
    (folder / "Khong-Dung").mkdir()
    with arrives(folder, ZALO[0]) as book:
        typed(book, 10, "Tin thứ tư")
    (folder / INBOX).rename(folder / name)
    answer = answer_of(folder)

    assert [(one["file"], one["kept"]) for one in answer["received"]] == [
        (f"{name}/{ZALO[0]}", "Khong-Dung/van-hoa-truoc-luot-0002.xlsx")
    ]


def test_nothing_is_moved_where_the_check_cannot_be_done(folder: Path) -> None:
    with arrives(folder, ZALO[0]) as book:
        typed(book, 10, "Tin thứ tư")
    before = inputs(folder)

    assert check(folder, "--period", "9T").exit_code == 2
    assert danvan("check", folder).exit_code == 2  # today is years after the plan's
    saved_on(datetime(2022, 5, 25), folder / INBOX / ZALO[0])
    with pytest.raises(Exception, match="BM34"):
        run(Asked(folder, NOW), lambda *_: None)
    assert inputs(folder) == before
