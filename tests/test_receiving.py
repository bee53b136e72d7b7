"""Copies in `nhan-ve` are known by what is inside, compared with the unit's workbook, filed, or left and told why."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.rules import found
from danvan_xlsx.workspace.comparing import Line, _differ
from danvan_xlsx.workspace.folder import Found
from danvan_xlsx.workspace.handing_back import _to_mend
from danvan_xlsx.workspace.identify import Candidate
from danvan_xlsx.workspace.run import Asked, run
from tests.folders import (
    AS_OF,
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
    new_folder,
    opened,
    resaved,
    resaved_as,
    saved_on,
    states,
    told,
    tree,
    with_meta,
    written,
)
from tests.looking import needs_office

INBOX = "nhan-ve"
#: As Zalo and browsers name what they load a second time.
ZALO = ("Bao cao (2).xlsx", "Bao cao-1.xlsx", "Sổ của chị Hoa – bản mới.XLSX")
CLOSING = "Chốt số liệu"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Checked once: every workbook of it carries run 1."""
    folder = new_folder(tmp_path / "danvan-2022", sound=True)
    check(folder)
    return folder


@contextmanager
def arrives(folder: Path, name: str, source: str | bytes = CULTURE) -> Iterator[Any]:
    """A copy of a workbook comes into `nhan-ve`, typed in at home."""
    path = folder / INBOX / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(source if isinstance(source, bytes) else (folder / source).read_bytes())
    with edited(path) as book:
        yield book


def typed(book: Any, row: int, title: str) -> None:
    """A row of the register of news."""
    for column, value in zip(
        "BCDEFG",
        (datetime(2022, 5, 12), "Truyền thanh", title, "Tin", "Dân vận chính quyền", f"Bản tin {row}"),
        strict=True,
    ):
        book[NEWS][f"{column}{row}"] = value


def came(answer: dict[str, Any]) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (one["file"].removeprefix(f"{INBOX}/"), one["state"], one["into"], one["code"]) for one in answer["received"]
    ]


def waiting(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / INBOX).iterdir())


# -- filed ---------------------------------------------------------------------------


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


# -- left, and told why -------------------------------------------------------------------


def test_a_copy_that_lost_rows_is_never_taken(folder: Path) -> None:
    with arrives(folder, ZALO[0]) as book:
        book[NEWS].delete_rows(8)
    before = inputs(folder)
    answer = answer_of(folder)

    assert (answer["exit"], told(answer)) == (1, [("BM46", f"{INBOX}/{ZALO[0]}", None)])
    assert answer["findings"][0]["message"] == (
        "Bản gửi về “nhan-ve/Bao cao (2).xlsx” thiếu 1 trong 3 dòng đã biết của Tin, bài; chưa nhận bản này."
    )
    assert came(answer) == [(ZALO[0], "left", CULTURE, "BM46")]
    assert (inputs(folder), states(answer)[CULTURE]) == (before, "checked")
    # It stays so until somebody decides.
    assert told(answer_of(folder)) == told(answer)


def test_without_a_workbook_here_the_last_check_still_knows_how_many_rows_there_were(folder: Path) -> None:
    with arrives(folder, ZALO[0]) as book:
        book[NEWS].delete_rows(8)
    (folder / CULTURE).unlink()
    answer = answer_of(folder)

    assert (answer["exit"], told(answer), came(answer)) == (
        1,
        [("BM46", f"{INBOX}/{ZALO[0]}", None)],
        [(ZALO[0], "left", CULTURE, "BM46")],
    )
    assert "Bản gửi về còn ở nhan-ve/Bao cao (2).xlsx, chưa nhận được." in " ".join(check(folder).output.split())


def test_rows_lost_in_two_registers_are_two_findings_of_one_copy(folder: Path) -> None:
    with arrives(folder, ZALO[0]) as book:
        book[NEWS].delete_rows(8)
        for row in range(7, 30):
            for column in "DEFG":
                book[CLOSING][f"{column}{row}"] = None
    answer = answer_of(folder)

    assert [code for code, *_ in told(answer)] == ["BM46", "BM46"]
    assert len(came(answer)) == 1


def test_an_older_copy_is_left_and_told(folder: Path) -> None:
    old = (folder / CULTURE).read_bytes()
    with edited(folder / CULTURE) as book:
        book[NEWS]["D9"] = "Tin thứ ba, đã sửa ở ủy ban"
    check(folder)
    with arrives(folder, ZALO[0], old):
        pass
    before = inputs(folder)
    answer = answer_of(folder)

    assert (answer["exit"], told(answer)) == (0, [("BM48", f"{INBOX}/{ZALO[0]}", None)])
    assert (came(answer), inputs(folder)) == ([(ZALO[0], "left", CULTURE, "BM48")], before)
    assert "cũ hơn “van-hoa.xlsx”" in " ".join(check(folder).output.split())


def test_where_both_were_changed_neither_is_chosen(folder: Path) -> None:
    with arrives(folder, ZALO[0]) as book:
        book[NEWS]["D9"] = "Sửa ở đơn vị"
        typed(book, 10, "Tin thứ tư")
    with edited(folder / CULTURE) as book:
        book[NEWS]["D8"] = "Sửa ở ủy ban"
    before = inputs(folder)[CULTURE]
    answer = answer_of(folder)

    assert (answer["exit"], told(answer)) == (1, [("BM49", f"{INBOX}/{ZALO[0]}", None)])
    assert answer["findings"][0]["message"] == (
        "Bản gửi về “nhan-ve/Bao cao (2).xlsx” (lưu 09:30 18/05: 5 dòng) và “van-hoa.xlsx” (lưu 09:30 18/05: 4 dòng) "
        "đều đã được sửa: 3 dòng chỉ có ở bản gửi về, 2 dòng chỉ có ở tệp đang dùng. Chưa nhận bản này."
    )
    assert (waiting(folder), inputs(folder)[CULTURE] == before) == ([ZALO[0]], True)


def test_a_copy_that_has_everything_typed_here_too_is_taken(folder: Path) -> None:
    with edited(folder / CULTURE) as book:
        typed(book, 10, "Tin thứ tư")
    with arrives(folder, ZALO[0]) as book:
        typed(book, 11, "Tin thứ năm")

    assert came(answer_of(folder)) == [(ZALO[0], "filed", CULTURE, None)]


def test_before_the_first_check_two_versions_are_not_chosen_from_and_a_blank_form_gives_way(tmp_path: Path) -> None:
    folder = new_folder(tmp_path / "danvan-2022", sound=True)
    with arrives(folder, ZALO[0]) as book:
        book[NEWS]["D9"] = "Khác"
    with arrives(folder, ZALO[1], JUSTICE) as book:
        book[CLOSING]["G7"] = "Đã rà soát"
    with edited(folder / JUSTICE) as book:
        for row in book[CLOSING].iter_rows(min_row=7, min_col=4):
            for one in row:
                one.value = None
    answer = answer_of(folder)

    assert came(answer) == [(ZALO[0], "left", CULTURE, "BM49"), (ZALO[1], "filed", JUSTICE, None)]


def test_before_the_first_check_a_copy_that_only_lacks_rows_was_not_changed_and_the_next_check_says_the_same(
    tmp_path: Path,
) -> None:
    """The stamp 0 is on every copy that no check has written into: the first check's own stamp makes none older."""
    folder = new_folder(tmp_path / "danvan-2022", sound=True)
    with arrives(folder, ZALO[0]) as book:
        book[NEWS].delete_rows(8)
    with arrives(folder, ZALO[1], OFFICE) as book:
        book[RECEPTION]["H7"] = "Khác"
    before = inputs(folder / INBOX)
    answer = answer_of(folder)

    assert came(answer) == [(ZALO[0], "left", CULTURE, "BM46"), (ZALO[1], "left", OFFICE, "BM49")]
    assert answer["findings"][0]["message"] == (
        "Bản gửi về “nhan-ve/Bao cao (2).xlsx” thiếu 1 trong 3 dòng đã biết của Tin, bài; chưa nhận bản này."
    )
    again = answer_of(folder)
    assert (came(again), [one["code"] for one in again["findings"]]) == (came(answer), ["BM46", "BM49"])
    assert (written(again), inputs(folder / INBOX)) == (set(), before)


def test_when_an_old_copy_took_the_place_the_newer_one_is_taken(folder: Path) -> None:
    old = (folder / CULTURE).read_bytes()
    with edited(folder / CULTURE) as book:
        book[NEWS]["D9"] = "Tin thứ ba (sửa)"
        typed(book, 10, "Tin thứ tư")
    check(folder)
    newest = (folder / CULTURE).read_bytes()
    (folder / CULTURE).write_bytes(old)
    with arrives(folder, ZALO[0], newest):
        pass
    answer = answer_of(folder)

    assert (came(answer), told(answer)) == ([(ZALO[0], "filed", CULTURE, None)], [])


def test_of_several_copies_of_one_unit_none_is_taken_and_all_are_named(folder: Path) -> None:
    with arrives(folder, ZALO[0]) as book:
        typed(book, 10, "Tin thứ tư")
    with arrives(folder, ZALO[1]) as book:
        book[NEWS]["D9"] = "Khác"
    saved_on(datetime(2022, 5, 10, 7, 5), folder / INBOX / ZALO[1])
    with arrives(folder, "vp.xlsx", OFFICE) as book:
        book[RECEPTION]["H7"] = "Ranh giới thửa đất"
    answer = answer_of(folder)

    assert (answer["exit"], told(answer)) == (1, [("BM47", f"{INBOX}/{ZALO[0]}", None)])
    assert answer["findings"][0]["message"] == (
        "Văn hóa – Xã hội có 2 tệp khác nhau, chưa nhận tệp nào: “nhan-ve/Bao cao (2).xlsx” (lưu 09:30 18/05: 5 dòng), "
        "“nhan-ve/Bao cao-1.xlsx” (lưu 07:05 10/05: 4 dòng)."
    )
    assert came(answer) == [
        (ZALO[0], "left", None, "BM47"),
        (ZALO[1], "left", None, "BM47"),
        ("vp.xlsx", "filed", OFFICE, None),
    ]
    assert waiting(folder) == sorted(ZALO[:2])


def test_a_copy_beside_two_workbooks_of_its_unit_waits_for_the_clerk(folder: Path) -> None:
    (folder / "van-hoa-cu.xlsx").write_bytes((folder / CULTURE).read_bytes())
    with arrives(folder, ZALO[0]) as book:
        typed(book, 10, "Tin thứ tư")
    answer = answer_of(folder)

    assert {code for code, *_ in told(answer)} == {"BM16", "BM47"}
    assert (came(answer), waiting(folder)) == ([(ZALO[0], "left", None, "BM47")], [ZALO[0]])


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("year", "2021", "BM14"),
        ("commune", "phuc-thinh", "BM15"),
        ("layout_version", "0", "BM13"),
        ("layout_version", "9", "BM30"),
        ("unit", "THUY-LOI", "BM18"),
    ],
)
def test_a_copy_of_elsewhere_is_left_with_its_own_finding(folder: Path, key: str, value: str, code: str) -> None:
    with arrives(folder, ZALO[0]):
        pass
    with_meta(folder / INBOX / ZALO[0], key, value)
    answer = answer_of(folder)

    assert (told(answer), came(answer)) == (
        [(code, f"{INBOX}/{ZALO[0]}", None)],
        [(ZALO[0], "left", None, code)],
    )


def test_what_is_no_units_workbook_is_left_and_named(folder: Path) -> None:
    check(folder)
    inbox = folder / INBOX
    (inbox / "Ảnh").mkdir(parents=True)
    (inbox / "Ảnh/anh.jpg").write_bytes(b"\xff\xd8\xff")
    (inbox / "ke-hoach moi.xlsx").write_bytes((folder / PLAN).read_bytes())
    (inbox / "tong-hop.xlsx").write_bytes((folder / "ket-qua/tong-hop.xlsx").read_bytes())
    (inbox / "hong.xlsx").write_bytes(b"PK\3\4 half")
    (inbox / "rong.xlsx").write_bytes(b"")
    (inbox / "cong-van.docx").write_bytes(b"PK\3\4 whatever")
    (inbox / "van-hoa.xls").write_bytes(b"whatever")
    (inbox / "mat-khau.xlsx").write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))
    for name in ("Thumbs.db", "~$la.xlsx", ".~lock.la.xlsx#", "Bao cao.xlsx.crdownload"):
        (inbox / name).write_bytes(b"x")
    before = tree(inbox)
    answer = answer_of(folder)

    assert {name: code for name, _, _, code in came(answer)} | {"van-hoa.xls": None} == {
        "cong-van.docx": "BM45",
        "hong.xlsx": "BM02",
        "ke-hoach moi.xlsx": "BM45",
        "mat-khau.xlsx": "BM03",
        "rong.xlsx": "BM05",
        "tong-hop.xlsx": "BM45",
        "van-hoa.xls": None,
        "Ảnh/anh.jpg": "BM45",
    }
    assert {state for _, state, *_ in came(answer)} == {"left"}
    assert {file for _, file, _ in told(answer)} == {one["file"] for one in answer["received"]}
    assert (tree(inbox), answer["exit"]) == (before, 1)
    assert {CULTURE, PLAN} & written(answer) == set()


def test_a_copy_without_our_marks_is_named_as_such(folder: Path) -> None:
    with arrives(folder, ZALO[0]) as book:
        for sheet in book.worksheets:
            if sheet.title == NEWS:
                sheet.delete_rows(1, 5)
            else:
                book.remove(sheet)

    assert came(answer_of(folder)) == [(ZALO[0], "left", None, "BM12")]


def test_a_workbook_without_an_ending_of_its_name_is_known_all_the_same(folder: Path) -> None:
    with arrives(folder, "Bao cao.xlsx") as book:
        typed(book, 10, "Tin thứ tư")
    (folder / INBOX / "Bao cao.xlsx").rename(folder / INBOX / "Bao cao")

    assert came(answer_of(folder)) == [("Bao cao", "filed", CULTURE, None)]


@pytest.mark.parametrize("who", ["master", "copy"])
def test_what_is_open_is_left_and_the_person_named(folder: Path, who: str) -> None:
    with arrives(folder, ZALO[0]) as book:
        typed(book, 10, "Tin thứ tư")
    path = folder / CULTURE if who == "master" else folder / INBOX / ZALO[0]
    lock = path.with_name(f".~lock.{path.name}#")
    lock.write_text("Chị Hoa,hoa,may-1,20.05.2022 08:00,file;", "utf-8")
    before = inputs(folder)
    answer = answer_of(folder)

    ours = [one for one in answer["findings"] if one["code"] == "BM50"]
    assert [one["message"] for one in ours] == [
        f"Chưa nhận “{INBOX}/{ZALO[0]}” vì tệp “{path.name}” đang được Chị Hoa mở."
    ]
    assert (came(answer), inputs(folder)) == ([(ZALO[0], "left", CULTURE, "BM50")], before)
    lock.unlink()
    assert came(answer_of(folder)) == [(ZALO[0], "filed", CULTURE, None)]


def test_a_read_only_workbook_and_a_place_that_is_taken_are_left(folder: Path) -> None:
    with arrives(folder, ZALO[0]) as book:
        typed(book, 10, "Tin thứ tư")
    (folder / CULTURE).chmod(0o444)
    with arrives(folder, ZALO[1], JUSTICE) as book:
        book[CLOSING]["G7"] = "Đã rà soát"
    (folder / JUSTICE).write_text("ghi chú")
    (folder / JUSTICE).rename(folder / "TU-PHAP.XLSX")
    answer = answer_of(folder)

    assert came(answer) == [(ZALO[0], "left", CULTURE, "BM51"), (ZALO[1], "left", JUSTICE, "BM51")]
    assert not (folder / "khong-dung").exists()


def test_a_copy_of_another_format_than_the_workbook_is_left(folder: Path) -> None:
    with arrives(folder, "Bao cao.xlsm") as book:
        typed(book, 10, "Tin thứ tư")

    assert came(answer_of(folder)) == [("Bao cao.xlsm", "left", CULTURE, "BM51")]


@needs_office
def test_a_copy_of_an_older_format_is_read_too_and_filed_where_nothing_is_in_its_place(
    folder: Path, tmp_path: Path
) -> None:
    with arrives(folder, "Bao cao.xlsx") as book:
        typed(book, 10, "Tin thứ tư")
    resaved_as(folder / INBOX / "Bao cao.xlsx", tmp_path, "xls")
    (folder / INBOX / "Bao cao.xlsx").unlink()
    assert came(answer_of(folder)) == [("Bao cao.xls", "left", CULTURE, "BM51")]

    (folder / CULTURE).unlink()
    answer = answer_of(folder)
    assert (came(answer), states(answer)["vanhoa.xls"]) == ([("Bao cao.xls", "filed", "vanhoa.xls", None)], "checked")
    assert "vanhoa.xls" not in written(answer)


def test_a_workbook_that_tells_who_denounced_is_not_laid_ready_to_be_sent(folder: Path) -> None:
    with edited(folder / OFFICE) as book:
        book[RECEPTION]["F8"] = "12 người"
    outcome = run(Asked(folder, NOW, as_of=AS_OF), lambda *_: None).outcome
    (one,) = [file for file in outcome.files if file.file == OFFICE]
    candidate = Candidate(Found(folder / OFFICE, OFFICE), one)

    assert _to_mend(outcome, candidate)
    outcome.findings.append(found("DL36", Place(OFFICE, RECEPTION, 8, 5)))
    assert not _to_mend(outcome, candidate)


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


# -- undone, killed ---------------------------------------------------------------------------


def test_an_undo_gives_back_the_workbook_that_a_copy_replaced_and_the_copy(folder: Path) -> None:
    check(folder)
    with arrives(folder, ZALO[0]) as book:
        typed(book, 10, "Tin thứ tư")
    with arrives(folder, ZALO[1], JUSTICE):
        pass
    (folder / JUSTICE).unlink()
    before = inputs(folder)
    assert [state for _, state, *_ in came(answer_of(folder))] == ["filed", "filed"]
    result = danvan("undo", folder)

    assert (result.exit_code, inputs(folder)) == (0, before)
    assert f"Bản nhận về nằm lại ở: {INBOX}/{ZALO[0]}" in result.output.splitlines()
    assert result.output.splitlines()[-1] == "Đã hoàn lại 3 tệp của lượt kiểm tra 3; 0 tệp giữ nguyên."
    # As if it had not been: it is received again.
    assert [state for _, state, *_ in came(answer_of(folder))] == ["filed", "filed"]


def test_what_staff_typed_since_a_copy_was_filed_is_not_undone(folder: Path) -> None:
    with arrives(folder, ZALO[0]) as book:
        typed(book, 10, "Tin thứ tư")
    check(folder)
    with edited(folder / CULTURE) as book:
        typed(book, 11, "Tin thứ năm")
    theirs = (folder / CULTURE).read_bytes()
    result = danvan("undo", folder)

    assert (result.exit_code, result.output.count("(BM28)"), (folder / CULTURE).read_bytes() == theirs) == (1, 1, True)
    assert waiting(folder) == []
    assert (folder / "khong-dung/van-hoa-truoc-luot-0002.xlsx").exists()


def test_an_undo_leaves_another_copy_of_that_name_alone(folder: Path) -> None:
    with arrives(folder, ZALO[0]) as book:
        typed(book, 10, "Tin thứ tư")
    first = (folder / INBOX / ZALO[0]).read_bytes()
    check(folder)
    (folder / INBOX / ZALO[0]).write_bytes(b"newer")
    danvan("undo", folder)

    assert (folder / INBOX / ZALO[0]).read_bytes() == b"newer"
    assert (folder / INBOX / "Bao cao (2) (2).xlsx").read_bytes() == first


KILLED = """
import os, sys
from datetime import date, datetime
from pathlib import Path
from danvan_xlsx.workspace import filing, receiving
from danvan_xlsx.workspace.run import Asked, run

wanted, real = sys.argv[2], filing.take_in

def step(name):
    if name == wanted:
        os._exit(9)

receiving.take_in = lambda *given: real(*given, step)
run(Asked(Path(sys.argv[1]), datetime(2022, 5, 20, 8), as_of=date(2022, 5, 20)), lambda *_: None)
"""


@pytest.mark.parametrize("step", ["kept", "temp written", "replaced", "taken in"])
@pytest.mark.parametrize("then", ["check", "undo"])
def test_killed_at_any_step_nothing_is_lost_and_the_next_command_goes_on(folder: Path, step: str, then: str) -> None:
    with arrives(folder, ZALO[0]) as book:
        typed(book, 10, "Tin thứ tư")
    before = inputs(folder)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(folder), step], check=False, timeout=60)
    assert killed.returncode == 9

    if then == "undo":
        danvan("undo", folder)
        # A copy kept for a change that never came stays where the clerk finds it.
        after = {name: sha for name, sha in inputs(folder).items() if not name.startswith("khong-dung/")}
        assert after == before
    assert answer_of(folder)["exit"] == 0
    assert cell(folder / CULTURE, NEWS, "D10") == "Tin thứ tư"
    assert waiting(folder) == []
    assert not list(folder.rglob("*.tmp"))
    assert opened(folder / CULTURE)[NEWS]["A10"].value == "Đạt"
    kept = {(folder / name).read_bytes() for name in inputs(folder) if name.startswith("khong-dung/")}
    assert len(kept) == 1


# -- copies to hand back -------------------------------------------------------------------------

BACK = "ket-qua/tra-lai"


def handed(folder: Path) -> set[str]:
    return {path.name for path in (folder / BACK).iterdir()} if (folder / BACK).exists() else set()


def test_each_unit_with_something_to_mend_gets_its_own_file_back(folder: Path) -> None:
    assert handed(folder) == set()
    with edited(folder / OFFICE) as book:
        book[RECEPTION]["F8"] = "12 người"
    result = check(folder)

    assert "Bản để gửi trả đơn vị sửa: ket-qua/tra-lai (1 tệp)." in result.output.splitlines()
    assert handed(folder) == {"vp.xlsx"}
    assert (folder / BACK / "vp.xlsx").read_bytes() == (folder / OFFICE).read_bytes()
    assert cell(folder / BACK / "vp.xlsx", RECEPTION, "A8") == "Cần sửa"
    # It is no input.
    assert (told(answer_of(folder)), len(states(answer_of(folder)))) == ([("DL03", OFFICE, "F8")], 4)

    # And mended in it, it comes back.
    (folder / INBOX).mkdir()
    (folder / BACK / "vp.xlsx").rename(folder / INBOX / "vp (1).xlsx")
    with edited(folder / INBOX / "vp (1).xlsx") as book:
        book[RECEPTION]["F8"] = 12
    answer = answer_of(folder)
    assert (answer["exit"], told(answer), came(answer)) == (0, [], [("vp (1).xlsx", "filed", OFFICE, None)])
    assert (handed(folder), (folder / BACK).exists()) == (set(), False)


def test_a_copy_to_hand_back_is_renewed_and_one_that_somebody_typed_in_is_left(folder: Path) -> None:
    with edited(folder / OFFICE) as book:
        book[RECEPTION]["F8"] = "12 người"
    check(folder)
    with edited(folder / OFFICE) as book:
        book[RECEPTION]["F7"] = "nhiều"
    check(folder)
    assert cell(folder / BACK / "vp.xlsx", RECEPTION, "A7") == "Cần sửa"

    with edited(folder / BACK / "vp.xlsx") as book:
        book[RECEPTION]["F7"] = 2
    theirs = (folder / BACK / "vp.xlsx").read_bytes()
    for mended in (2, 12):
        with edited(folder / OFFICE) as book:
            book[RECEPTION][f"F{7 if mended == 2 else 8}"] = mended
        output = check(folder).output
        assert (folder / BACK / "vp.xlsx").read_bytes() == theirs
        assert "Giữ nguyên ket-qua/tra-lai/vp.xlsx" in output


def test_an_undo_withdraws_the_copies_of_its_run(folder: Path) -> None:
    with edited(folder / OFFICE) as book:
        book[RECEPTION]["F8"] = "12 người"
    check(folder)
    danvan("undo", folder)
    assert handed(folder) == set()
    with edited(folder / OFFICE) as book:
        book[RECEPTION]["F7"] = "nhiều"
    assert (answer_of(folder)["exit"], handed(folder)) == (1, {"vp.xlsx"})


def test_a_workbook_left_alone_is_not_handed_back_and_named_files_touch_no_others(folder: Path) -> None:
    for name, sheet in ((OFFICE, RECEPTION), (CULTURE, NEWS)):
        with edited(folder / name) as book:
            book[sheet]["B7"] = "hôm qua"
    (folder / CULTURE).chmod(0o444)
    check(folder)
    assert handed(folder) == {"vp.xlsx"}
    (folder / CULTURE).chmod(0o644)
    check(folder / CULTURE)
    assert handed(folder) == {"vp.xlsx", "vanhoa.xlsx"}


# -- which row is which -------------------------------------------------------------------------

CELLS = st.frozensets(st.tuples(st.sampled_from("abcdef"), st.sampled_from("xyz")), min_size=1, max_size=6)
LINES = st.lists(CELLS, max_size=12).map(lambda found: [Line(number, one) for number, one in enumerate(found, 7)])


@settings(max_examples=200, deadline=None)
@given(LINES, LINES)
def test_every_row_is_accounted_for_once(old: list[Line], new: list[Line]) -> None:
    gone, added, changed = _differ(old, new)
    equal = len(old) - gone - changed

    assert min(gone, added, changed, equal) >= 0
    assert len(new) == equal + changed + added


@settings(max_examples=200, deadline=None)
@given(LINES, st.randoms(use_true_random=False))
def test_rows_that_only_moved_are_neither_gone_nor_new(old: list[Line], chance: Any) -> None:
    moved = [Line(number, one.cells) for number, one in enumerate(chance.sample(old, len(old)), 20)]

    assert _differ(old, moved) == (0, 0, 0)


@settings(max_examples=100, deadline=None)
@given(LINES, LINES)
def test_no_more_rows_are_gone_than_there_were_and_at_least_the_difference(old: list[Line], new: list[Line]) -> None:
    gone, added, _ = _differ(old, new)

    assert max(0, len(old) - len(new)) <= gone <= len(old)
    assert max(0, len(new) - len(old)) <= added <= len(new)
