"""What lies in real folders beside sound workbooks: each is told in its own words, and the others are checked."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from time import perf_counter

import pytest

from tests import craft
from tests.craft_files import _entity_bomb
from tests.folders import (
    CULTURE,
    FAULTY_CELL,
    JUSTICE,
    NEWS,
    OFFICE,
    PLAN,
    RECEPTION,
    answer_of,
    cell,
    check,
    danvan,
    edited,
    inputs,
    states,
    told,
    tree,
    written,
)
from tests.rich_book import part_of, rewritten
from tests.test_package import with_size

ALL = {PLAN, OFFICE, CULTURE, JUSTICE}
FAULT = ("DL03", OFFICE, FAULTY_CELL)


# -- nothing to check, no plan, two plans -------------------------------------------------


def stop_of(folder: Path) -> list[str]:
    """The codes of a check that could not do its work; the screen and the answer say the same."""
    result = check(folder)
    assert (result.exit_code, result.stdout) == (2, "")
    return [line.rstrip(")").rpartition("(")[2] for line in result.stderr.splitlines()]


def test_an_empty_folder_and_a_file_for_a_folder(tmp_path: Path) -> None:
    assert stop_of(tmp_path) == ["BM36"]
    (tmp_path / "ghi-chu.txt").write_text("Chào")
    assert stop_of(tmp_path) == ["BM36"]


def test_a_folder_without_a_plan_names_what_could_not_be_read_too(folder: Path) -> None:
    (folder / PLAN).write_bytes(b"PK\3\4 half")
    before = tree(folder)

    assert stop_of(folder) == ["BM31", "BM02"]
    assert {name: sha for name, sha in tree(folder).items() if not name.startswith(".danvan")} == before


def test_two_plans_are_never_chosen_from(folder: Path) -> None:
    (folder / "ke-hoach (1).xlsx").write_bytes((folder / PLAN).read_bytes())

    assert stop_of(folder) == ["BM32"]
    assert "hai tệp kế hoạch: “ke-hoach (1).xlsx” và “ke-hoach.xlsx”" in check(folder).stderr


def test_a_plan_without_one_of_its_sheets_cannot_be_used(folder: Path) -> None:
    with edited(folder / PLAN) as book:
        del book["DonVi"]

    assert stop_of(folder) == ["BM38"]


def test_a_plan_with_every_row_gone_is_told_and_nothing_breaks(folder: Path) -> None:
    with edited(folder / PLAN) as book:
        for sheet in book.worksheets:
            if sheet.title != "_META":
                sheet.delete_rows(7, 60)
    result = check(folder)

    assert (result.exit_code, result.exception is None or isinstance(result.exception, SystemExit)) == (1, True)


# -- files that are no workbooks ------------------------------------------------------------


def _ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0" + b"\0" * 600 + stream.encode("utf-16-le")


def _bomb(name: str, size: int) -> Callable[[Path], bytes]:
    return lambda folder: with_size((folder / CULTURE).read_bytes(), name, size)


_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"


def _part(name: str, data: bytes) -> Callable[[Path], bytes]:
    return lambda folder: rewritten(folder / CULTURE, {name: data})


_BAD: dict[str, tuple[str, Callable[[Path], bytes], str]] = {
    "text renamed": ("van-hoa.xlsx", lambda _: "Mã,Tên\n1,A\n".encode(), "BM01"),
    "a web page renamed": ("van-hoa.xlsx", lambda _: b"<html><table></table></html>", "BM01"),
    "a zip of pictures": ("van-hoa.xlsx", lambda _: craft.zipped({"a.png": b"x"}), "BM01"),
    "truncated": ("van-hoa.xlsx", lambda folder: (folder / CULTURE).read_bytes()[:-2000], "BM02"),
    "password": ("van-hoa.xlsx", lambda _: _ole("EncryptedPackage"), "BM03"),
    "old Excel renamed": ("van-hoa.xlsx", lambda _: _ole("Workbook"), "BM04"),
    "old Excel": ("van-hoa.xls", lambda _: _ole("Workbook"), "BM04"),
    "OpenDocument": ("van-hoa.ods", lambda _: craft.zipped({"mimetype": _OPEN_DOCUMENT}), "BM04"),
    "OpenDocument cut short": ("van-hoa.ods", lambda _: b"PK\3\4", "BM02"),
    "zero bytes": ("van-hoa.xlsx", lambda _: b"", "BM05"),
    "gigabytes": ("van-hoa.xlsx", _bomb("xl/worksheets/sheet6.xml", 4_000_000_000), "BM08"),
    "entities": ("van-hoa.xlsx", _part("xl/worksheets/sheet6.xml", _entity_bomb()), "BM09"),
}


@pytest.mark.parametrize("kind", _BAD)
def test_a_bad_file_has_its_own_words_and_the_others_are_checked(folder: Path, kind: str) -> None:
    name, made, code = _BAD[kind]
    data = made(folder)
    (folder / CULTURE).unlink()
    (folder / name).write_bytes(data)
    answer = answer_of(folder)

    # Only of the one with entities it is known whose it is: that unit has sent its file.
    missing = [] if kind == "entities" else [("BM17", None, None)]
    assert (answer["exit"], told(answer)) == (1, [*missing, (code, name, None), FAULT])
    assert (states(answer)[name], written(answer)) == ("unreadable", {PLAN, OFFICE, JUSTICE})
    assert (folder / name).read_bytes() == data
    # On the screen too it is told, with the file's name and the unit that has nothing to count.
    screen = check(folder).output
    assert (screen.count(f"  {name}: "), screen.count("  Văn hóa – Xã hội: ")) == (1, 1)


def test_a_folder_that_is_named_like_a_workbook_is_told(folder: Path) -> None:
    (folder / "van-hoa-2.xlsx").mkdir()
    (folder / "van-hoa-2.xlsx" / "sheet1.xml").write_text("<x/>")
    answer = answer_of(folder)

    assert told(answer) == [("BM06", "van-hoa-2.xlsx", None), FAULT]
    assert states(answer)["van-hoa-2.xlsx"] == "not_ours"


def test_a_link_that_leads_nowhere_is_told(folder: Path) -> None:
    (folder / "lien-ket.xlsx").symlink_to(folder / "khong-co.xlsx")

    assert told(answer_of(folder)) == [("BM07", "lien-ket.xlsx", None), FAULT]


def test_everything_bad_at_once_is_told_in_one_pass(folder: Path) -> None:
    for number, (_, made, _) in enumerate(_BAD.values()):
        (folder / f"{number:02}.xlsx").write_bytes(made(folder))
    answer = answer_of(folder)

    # Whatever it is called, a file is judged by what is inside.
    codes = [code for _, _, code in _BAD.values()]
    assert told(answer) == [(code, f"{number:02}.xlsx", None) for number, code in enumerate(codes)] + [FAULT]
    assert written(answer) == ALL


def test_a_workbook_with_macros_is_checked_and_written_like_any_other(folder: Path) -> None:
    path = folder / "van-phong.xlsm"
    types = part_of(folder / OFFICE, "[Content_Types].xml").replace(
        b"openxmlformats-officedocument.spreadsheetml.sheet.main+xml", b"ms-excel.sheet.macroEnabled.main+xml", 1
    )
    path.write_bytes(rewritten(folder / OFFICE, {"[Content_Types].xml": types, "xl/vbaProject.bin": b"macros"}))
    (folder / OFFICE).unlink()
    answer = answer_of(folder)

    assert (told(answer), written(answer)) == ([("DL03", path.name, FAULTY_CELL)], (ALL - {OFFICE}) | {path.name})
    assert part_of(path, "xl/vbaProject.bin") == b"macros"


# -- files that may not be read or written --------------------------------------------------


@contextmanager
def as_a_plain_user() -> Iterator[None]:
    """An administrator may read and write everything: as one, become nobody meanwhile."""
    if os.name == "nt":
        pytest.skip("Windows keeps rights otherwise")
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared(folder: Path) -> Iterator[Path]:
    """The folder where every user of the computer gets at it, owned by whom `as_a_plain_user` becomes."""
    with TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        copy = copytree(folder, Path(place) / "danvan-2022")
        if os.name != "nt" and os.geteuid() == 0:
            for path in (copy, *copy.iterdir()):
                os.chown(path, 65534, 65534)
        yield copy
        copy.chmod(0o755)


def test_a_file_and_a_subfolder_that_may_not_be_read_are_told(shared: Path) -> None:
    (shared / CULTURE).chmod(0)
    with as_a_plain_user():
        (shared / "rieng").mkdir()
        (shared / "rieng").chmod(0)
        answer = answer_of(shared)
        (shared / "rieng").chmod(0o755)

    assert told(answer) == [("BM17", None, None), ("BM07", "rieng", None), ("BM07", CULTURE, None), FAULT]
    assert written(answer) == {PLAN, OFFICE, JUSTICE}


def test_in_a_subfolder_that_may_be_listed_only_its_workbooks_are_told(shared: Path) -> None:
    with as_a_plain_user():
        (shared / "rieng" / "sau").mkdir(parents=True)
        (shared / "rieng" / "a.txt").write_text("x")
        (shared / "rieng" / "b.xlsx").write_bytes(b"x")
        (shared / "rieng").chmod(0o444)
        answer, looked = answer_of(shared), answer_of(shared, "--dry-run")
        (shared / "rieng").chmod(0o755)

    assert told(answer) == told(looked) == [("BM07", "rieng/b.xlsx", None), ("BM07", "rieng/sau", None), FAULT]
    assert written(answer) == ALL


def test_a_name_as_long_as_the_disk_allows_leaves_no_room_for_a_lock_and_is_checked(folder: Path) -> None:
    name = f"{'Sổ theo dõi dân vận ' * 20}".encode()[:245].decode(errors="ignore") + ".xlsx"
    (folder / OFFICE).rename(folder / name)
    answer = answer_of(folder)

    assert (told(answer), written(answer)) == ([("DL03", name, FAULTY_CELL)], (ALL - {OFFICE}) | {name})


def test_outputs_that_cannot_be_drawn_are_told_and_what_was_written_can_be_undone(shared: Path) -> None:
    before = inputs(shared)
    with as_a_plain_user():
        for name in ("ket-qua", "moi"):
            (shared / name).mkdir()
            (shared / name).chmod(0o555)
        answer = answer_of(shared)
        drawn = danvan("forms", shared / PLAN, "--out", shared / "moi")
        undone = danvan("undo", shared)

    assert (told(answer), written(answer)) == ([("BM33", "ket-qua/tong-hop.xlsx", None), FAULT], ALL)
    assert (drawn.exit_code, drawn.stderr.rstrip()[-6:]) == (2, "(BM33)")
    assert (undone.exit_code, inputs(shared)) == (0, before)


def test_without_a_record_nothing_is_written_and_nothing_left_beside_the_files(shared: Path) -> None:
    check(shared)
    with edited(shared / OFFICE) as book:
        book[RECEPTION]["F8"] = 12
    before = inputs(shared)
    (shared / ".danvan/runs").chmod(0o555)
    for path in shared.rglob("*"):
        os.chown(path, 65534, 65534)
    with as_a_plain_user():
        result = check(shared)

    assert (result.exit_code, result.stderr.rstrip()[-6:], inputs(shared)) == (2, "(BM33)", before)


def test_a_read_only_file_is_left_alone_and_told(folder: Path) -> None:
    (folder / OFFICE).chmod(0o444)
    before = (folder / OFFICE).read_bytes()
    answer = answer_of(folder)

    assert (answer["exit"], told(answer)) == (1, [("BM11", OFFICE, None), FAULT])
    assert (states(answer)[OFFICE], written(answer)) == ("left_alone", ALL - {OFFICE})
    assert (folder / OFFICE).read_bytes() == before


@pytest.mark.parametrize(
    ("lock", "data", "who"),
    [
        (
            f"~${OFFICE}",
            b"\x07Chi Hoa" + b" " * 47 + b"\x07\0" + "Chị Hoa".encode("utf-16-le") + b" \0" * 47,
            "Chị Hoa",
        ),
        (f".~lock.{OFFICE}#", "Chị Hoa,hoa,may-1,20.05.2022 08:00,file;".encode(), "Chị Hoa"),
        (f"~${OFFICE}", b"", "một máy khác"),
    ],
    ids=["Excel", "LibreOffice", "nameless"],
)
def test_a_file_that_is_open_is_left_alone_and_its_findings_are_in_the_summary(
    folder: Path, lock: str, data: bytes, who: str
) -> None:
    (folder / lock).write_bytes(data)
    before = (folder / OFFICE).read_bytes()
    answer = answer_of(folder)

    assert (answer["exit"], told(answer), states(answer)[OFFICE]) == (1, [("BM10", OFFICE, None), FAULT], "left_alone")
    assert answer["findings"][0]["message"] == (
        f"Tệp “van-phong.xlsx” đang được {who} mở; kết quả chưa ghi vào tệp này."
    )
    assert (folder / OFFICE).read_bytes() == before
    with zipfile.ZipFile(folder / "ket-qua/tong-hop.xlsx") as book:
        assert "12 người" in book.read("xl/sharedStrings.xml").decode()
    # Closed again, it is written.
    (folder / lock).unlink()
    assert OFFICE in written(answer_of(folder))


def test_a_folder_that_cannot_be_written_stops_the_check_but_can_be_looked_at(shared: Path) -> None:
    before = tree(shared)
    shared.chmod(0o555)
    with as_a_plain_user():
        result = check(shared)
        looked = answer_of(shared, "--dry-run")
        undone = danvan("undo", shared)
        drawn = danvan("forms", shared / PLAN, "--out", shared / "moi")

    assert (result.exit_code, result.stderr.rstrip()[-6:]) == (2, "(BM33)")
    assert "Chưa ghi được kết quả vào “danvan-2022” vì ổ đĩa đầy hoặc thư mục chỉ cho đọc" in result.stderr
    assert (looked["exit"], told(looked)) == (1, [FAULT])
    assert (undone.exit_code, drawn.exit_code, tree(shared)) == (0, 2, before)


def test_a_subfolder_that_cannot_be_written_is_told_of_its_files(shared: Path) -> None:
    with as_a_plain_user():
        (shared / "vp").mkdir()
        (shared / OFFICE).rename(shared / "vp" / OFFICE)
        (shared / "vp").chmod(0o555)
        answer = answer_of(shared)
        (shared / "vp").chmod(0o755)

    name = f"vp/{OFFICE}"
    assert told(answer) == [("BM33", name, None), ("DL03", name, FAULTY_CELL)]
    assert written(answer) == ALL - {OFFICE}


# -- sheets that go on for ever -----------------------------------------------------------------


def _with_rows(path: Path, more: str) -> None:
    part = _part_of_sheet(path)
    data = part_of(path, part).replace(b"</sheetData>", f"{more}</sheetData>".encode())
    path.write_bytes(rewritten(path, {part: data}))


def _part_of_sheet(path: Path) -> str:
    """The register stands last in a workbook of the folder, behind six common sheets and before the hidden ones."""
    with zipfile.ZipFile(path) as book:
        return next(name for name in book.namelist() if b"_status.reception" in _resolved(book, name))


def _resolved(book: zipfile.ZipFile, name: str) -> bytes:
    if not name.startswith("xl/worksheets/sheet"):
        return b""
    import re

    strings = re.findall(rb"<si>.*?</si>", book.read("xl/sharedStrings.xml"), re.DOTALL)
    return re.sub(rb't="s"[^>]*><v>(\d+)</v>', lambda found: strings[int(found[1])], book.read(name))


def test_a_sheet_with_a_million_formatted_rows_is_read_and_written(folder: Path) -> None:
    _with_rows(folder / OFFICE, "".join(f'<row r="{row}" s="1" customFormat="1"/>' for row in range(2000, 1048577)))
    begin = perf_counter()
    answer = answer_of(folder)

    assert (told(answer), written(answer)) == ([FAULT], ALL)
    assert cell_of(folder / OFFICE, "A8") == b"C\xe1\xba\xa7n s\xe1\xbb\xada"
    assert written(answer_of(folder)) == set()
    assert perf_counter() - begin < 60


def cell_of(path: Path, place: str) -> bytes:
    """An inline text of the register, without opening a million rows."""
    xml = part_of(path, _part_of_sheet(path))
    at = xml.index(f'<c r="{place}"'.encode())
    return xml[at : xml.index(b"</c>", at)].partition(b"<t")[2].partition(b">")[2].partition(b"</t>")[0]


def test_a_value_in_the_last_cell_of_the_grid_costs_nothing(folder: Path) -> None:
    _with_rows(folder / OFFICE, '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    answer = answer_of(folder)

    assert (told(answer), written(answer)) == ([FAULT], ALL)
    assert b'<c r="XFD1048576"><v>1</v></c>' in part_of(folder / OFFICE, _part_of_sheet(folder / OFFICE))


def test_a_stray_mark_in_the_last_row_of_a_register_is_told_at_its_cell(folder: Path) -> None:
    _with_rows(folder / OFFICE, '<row r="1048576"><c r="I1048576" t="inlineStr"><is><t>.</t></is></c></row>')

    assert [one for one in told(answer_of(folder)) if one != FAULT] == [("DL26", OFFICE, "I1048576")]


# -- sheets and columns ---------------------------------------------------------------------------


def test_a_missing_sheet_is_one_finding_and_its_consequences_are_hidden(folder: Path) -> None:
    with edited(folder / CULTURE) as book:
        del book[NEWS]
    answer = answer_of(folder)

    assert told(answer) == [("BM19", CULTURE, None), FAULT]


def test_columns_moved_and_sheets_renamed_are_harmless(folder: Path) -> None:
    with edited(folder / OFFICE) as book:
        sheet = book[RECEPTION]
        sheet.insert_cols(3)
        sheet["C6"] = "Ghi thêm của tôi"
        sheet.title = "TCD"
        book.move_sheet(sheet, -4)
        sheet.insert_rows(8)
    answer = answer_of(folder)

    assert told(answer) == [("DL03", OFFICE, "G9")]
    assert cell(folder / OFFICE, "TCD", "A9") == "Cần sửa"


def test_a_workbook_that_changes_while_it_is_checked_is_not_overwritten(folder: Path) -> None:
    """Somebody saves between reading and writing: told by BM28, and what was saved stays."""
    from danvan_xlsx.workspace.run import Asked, run
    from tests.folders import AS_OF, NOW

    saved = (folder / JUSTICE).read_bytes()

    def meanwhile(place: int, total: int, name: str) -> None:
        if name == OFFICE:
            (folder / CULTURE).write_bytes(saved)

    report = run(Asked(folder, NOW, as_of=AS_OF), meanwhile)

    assert {one.code for one in report.outcome.of_file(CULTURE)} == {"BM28"}
    assert (folder / CULTURE).read_bytes() == saved
    assert BytesIO(saved).read(2) == b"PK"
