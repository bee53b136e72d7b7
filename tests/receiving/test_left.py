"""A copy that may not take the place of the unit's workbook is left in `nhan-ve`, and told why."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.rules import found
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
    check,
    edited,
    inputs,
    new_folder,
    resaved_as,
    saved_on,
    states,
    told,
    tree,
    with_meta,
    written,
)
from tests.looking import needs_office
from tests.receiving.arrivals import CLOSING, INBOX, ZALO, arrives, came, typed, waiting


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
