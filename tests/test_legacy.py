"""Older formats are read by a child process: what it sees is what an .xlsx would show, and no file harms the parent."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from danvan_xlsx.excel import calamine_child, legacy
from danvan_xlsx.excel.legacy import Legacy, Opened, open_book
from danvan_xlsx.excel.package import Unreadable
from danvan_xlsx.words.layout import Cell, Grid
from tests import craft
from tests.craft import day, error, number, percent, text, truth
from tests.craft_xlsb import binary_workbook
from tests.folders import OFFICE, resaved_as
from tests.looking import needs_office

CELLS = {
    "A1": text("Sổ tiếp công dân"),
    "C1": text(" Nguyễn\nVăn A "),
    "A3": day(44625),
    "B3": day(44625.5),
    "C3": day(0.25),
    "D3": number(12),
    "E3": number(1.5),
    "A4": truth(True),
    "B4": truth(False),
    "H40": number(0),
}
#: What calamine cannot see, and what comes instead.
UNSEEN = {"A5": (percent(0.7), number(0.7)), "B5": (error("#N/A"), None), "C5": (craft.UNCALCULATED, None)}


def grid(title: str, cells: dict[str, Cell], state: str = "visible") -> Grid:
    rows: dict[int, dict[int, Cell]] = {}
    for name, cell in cells.items():
        rows.setdefault(int(name[1:]), {})[ord(name[0]) - 64] = cell
    return Grid(title, rows, state)  # type: ignore[arg-type]


def all_cells(book: Opened) -> dict[str, dict[str, Cell]]:
    return {sheet.title: craft.named(book.grid(sheet)) for sheet in book.sheets}


def refused(path: Path) -> tuple[str, dict[str, object]]:
    with pytest.raises(Unreadable) as refusal:
        open_book(path)
    return refusal.value.code, refusal.value.values


# -- what is read --------------------------------------------------------------------


def test_a_binary_workbook_is_read_cell_by_cell_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "sổ.xlsx"
    unseen = {name: before for name, (before, _) in UNSEEN.items()}
    path.write_bytes(binary_workbook(grid("Biểu 1", CELLS | unseen), grid("_META", {"A1": text("layout")}, "hidden")))
    with open_book(path) as book:
        assert isinstance(book, Legacy) and book.format == "xlsb"
        assert book.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        assert [(one.title, one.state) for one in book.sheets] == [("Biểu 1", "visible"), ("_META", "hidden")]
        assert all_cells(book) == {
            "Biểu 1": CELLS | {name: after for name, (_, after) in UNSEEN.items() if after},
            "_META": {"A1": text("layout")},
        }


def test_very_hidden_sheets_and_blank_ones_come_too(tmp_path: Path) -> None:
    path = tmp_path / "sổ.xlsb"
    path.write_bytes(binary_workbook(Grid("Trống", {}), grid("Ẩn", {"A1": number(1)}, "veryHidden")))
    with open_book(path) as book:
        assert [(one.title, one.state) for one in book.sheets] == [("Trống", "visible"), ("Ẩn", "veryHidden")]
        assert all_cells(book) == {"Trống": {}, "Ẩn": {"A1": number(1)}}


def test_a_workbook_of_today_named_as_an_older_one_is_read_by_its_inside(tmp_path: Path) -> None:
    path = tmp_path / "sổ.xls"
    path.write_bytes(craft.zipped(craft.workbook(craft.ONE)))
    with open_book(path) as book:
        assert not isinstance(book, Legacy)
        assert all_cells(book) == {"Biểu 1": {"A1": number(1)}}


@needs_office
@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_what_libreoffice_saved_in_an_older_format_has_the_same_cells(
    ending: str, folder: Path, tmp_path: Path
) -> None:
    older = resaved_as(folder / OFFICE, tmp_path, ending)
    with open_book(folder / OFFICE) as before, open_book(older) as after:
        assert isinstance(after, Legacy) and after.format == ending
        assert all_cells(after) == all_cells(before)


@needs_office
def test_days_since_1904_are_days_in_an_old_workbook_too(tmp_path: Path) -> None:
    sheet = craft.data(craft.row(craft.plain("A1", 43000, ' s="1"'), craft.plain("B1", 12), at=1))
    path = tmp_path / "sổ.xlsx"
    path.write_bytes(craft.zipped(craft.workbook(sheet, formats=[14], properties='<workbookPr date1904="1"/>')))
    with open_book(resaved_as(path, tmp_path, "xls")) as book:
        assert all_cells(book) == {"Biểu 1": {"A1": day(44462), "B1": number(12)}}


@needs_office
def test_merged_ranges_of_an_old_workbook_are_told(tmp_path: Path) -> None:
    merge = '<mergeCells count="1"><mergeCell ref="B2:C3"/></mergeCells>'
    path = tmp_path / "sổ.xlsx"
    path.write_bytes(craft.zipped(craft.workbook(craft.data(craft.row(craft.plain("B2", 1), at=2)) + merge)))
    with open_book(resaved_as(path, tmp_path, "xls")) as book:
        assert book.grid(book.sheets[0]).merged == ("B2:C3",)


# -- what cannot be read -------------------------------------------------------------

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "code", "values"),
    [
        (OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"), "BM04", {"format": "xls"}),
        (binary_workbook(grid("a", CELLS))[:-600], "BM02", {}),
        (b"", "BM05", {}),
        (b"<html><table></table></html>", "BM01", {}),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "BM03", {}),
    ],
    ids=["damaged .xls", "cut .xlsb", "empty", "a web page", "password"],
)
def test_a_file_that_is_no_sound_workbook_is_refused_with_its_code(
    data: bytes, code: str, values: dict[str, object], tmp_path: Path
) -> None:
    path = tmp_path / "sổ.xls"
    path.write_bytes(data)

    assert refused(path) == (code, values)


def test_an_opendocument_sheet_with_a_password_is_told_as_such(tmp_path: Path) -> None:
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entry = '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">'
    inside = f"{entry}<manifest:encryption-data/></manifest:file-entry>"
    manifest = f'<manifest:manifest xmlns:manifest="{space}">{inside}</manifest:manifest>'
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    members = {"mimetype": kind, "META-INF/manifest.xml": manifest.encode(), "content.xml": b"\x8f\x02"}
    path = tmp_path / "sổ.ods"
    path.write_bytes(craft.zipped(members))

    assert refused(path) == ("BM03", {})


def test_a_binary_workbook_with_a_damaged_sheet_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sổ.xlsb"
    members = {"xl/worksheets/sheet1.bin": b"\x93\xff\xff\xff\x7f" * 9}
    path.write_bytes(_with(binary_workbook(grid("a", CELLS)), members))

    assert refused(path) == ("BM04", {"format": "xlsb"})


def _with(data: bytes, parts: dict[str, bytes]) -> bytes:
    with ZipFile(BytesIO(data)) as book:
        return craft.zipped({name: parts.get(name, book.read(name)) for name in book.namelist()})


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing limits the memory of a process")
def test_a_value_in_the_last_cell_ends_the_child_and_not_the_check(tmp_path: Path) -> None:
    path = tmp_path / "sổ.xlsb"
    path.write_bytes(binary_workbook(Grid("a", {1: {1: number(1)}, 1048576: {16384: number(2)}})))

    assert refused(path)[0] in ("BM04", "BM08")


def test_a_child_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calamine_child, "__file__", str(_script(tmp_path, "import time; time.sleep(600)")))

    with pytest.raises(Unreadable) as refusal:
        Legacy(_any_file(tmp_path), "xls", seconds=0.5)
    assert (refusal.value.code, refusal.value.values) == ("BM04", {"format": "xls"})


def test_a_child_that_says_too_much_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calamine_child, "__file__", str(_script(tmp_path, "while True: print('[' * 9999)")))
    monkeypatch.setattr(legacy, "_MOST_ANSWER", 1 << 20)

    with pytest.raises(Unreadable) as refusal:
        Legacy(_any_file(tmp_path), "ods", seconds=30)
    assert refusal.value.code == "BM08"


@pytest.mark.parametrize(("status", "code"), [(3, "BM03"), (4, "BM08"), (1, "BM04"), (134, "BM04")])
def test_how_the_child_ends_is_told(status: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calamine_child, "__file__", str(_script(tmp_path, f"raise SystemExit({status})")))

    with pytest.raises(Unreadable) as refusal:
        Legacy(_any_file(tmp_path), "ods")
    assert refusal.value.code == code


def test_a_file_too_big_for_its_kind_is_not_given_to_a_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "_MOST_FILE", 100)
    monkeypatch.setattr(legacy, "_run", None)

    with pytest.raises(Unreadable) as refusal:
        Legacy(_any_file(tmp_path), "ods")
    assert refusal.value.code == "BM08"


def test_the_child_imports_nothing_of_the_house() -> None:
    path = Path(calamine_child.__file__)
    command = [sys.executable, "-P", "-X", "importtime", str(path)]
    done = subprocess.run(command, input=b"", capture_output=True, check=False)

    assert done.returncode not in (0, calamine_child.PASSWORD, calamine_child.TOO_BIG)
    assert b"danvan_xlsx" not in done.stderr.partition(b"Traceback")[0]


def _any_file(folder: Path) -> Path:
    path = folder / "sổ.bin"
    path.write_bytes(b"x" * 300)
    return path


def _script(folder: Path, line: str) -> Path:
    path = folder / "con.py"
    path.write_text(line)
    return path
