"""Results go into a staff workbook: nothing else of it changes, twice is once, and a killed run leaves it whole."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from danvan_xlsx.excel.content import Value
from danvan_xlsx.excel.package import STRICT_MAIN
from danvan_xlsx.excel.patcher import prepare
from danvan_xlsx.excel.reader import Workbook
from danvan_xlsx.excel.replacing import Declined, Prepared, commit, sha256_of
from danvan_xlsx.words.layout import Cell
from danvan_xlsx.words.page import OWN_ROLES, OwnSheet
from tests.rich_book import OWN_CODE, OWN_TITLE, REGISTER, WANTED, damaged, own, part_of, rewritten, rich_book, stored

Cells = Mapping[str, Mapping[tuple[int, int], Value]]


def patched(
    path: Path, cells: Cells = WANTED, sheet: OwnSheet | None = None, title: str | None = None
) -> Prepared | None:
    prepared = prepare(path, sha256_of(path), cells, sheet, title)
    if prepared:
        commit(prepared, None)
    return prepared


def declined(path: Path, cells: Cells = WANTED) -> tuple[str, Any]:
    """The refusal; the file must be untouched and nothing left beside it."""
    before, beside = path.read_bytes(), sorted(path.parent.iterdir())
    with pytest.raises(Declined) as refusal:
        prepare(path, sha256_of(path), cells, None, None)
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == beside
    return refusal.value.code, refusal.value.values


def other_members(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def cell_xml_of(part: bytes) -> dict[bytes, bytes]:
    cells = re.findall(rb'<c r="([A-Z]+[0-9]+)"(?:[^>]*?/>|.*?</c>)', part, re.S)
    wholes = [found[0] for found in re.finditer(rb'<c r="[A-Z]+[0-9]+"(?:[^>]*?/>|.*?</c>)', part, re.S)]
    return dict(zip(cells, wholes, strict=True))


@pytest.fixture(params=["so.xlsx", "so.xlsm"])
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return rich_book(tmp_path / request.param)


# -- what is kept -------------------------------------------------------------------


def test_only_the_register_changes_and_in_it_only_our_cells(book: Path) -> None:
    before, part = stored(book), "xl/worksheets/sheet1.xml"
    cells_before = cell_xml_of(part_of(book, part))

    prepared = patched(book)

    assert prepared is not None and (prepared.cells, prepared.own_written) == (10, False)
    assert list(stored(book)) == list(before)
    assert other_members(before, stored(book)) == {part}
    cells_after = cell_xml_of(part_of(book, part))
    ours = {b"A7", b"I7", b"J7", b"A8", b"I8", b"A9", b"A10", b"A11", b"A12", b"A14"}
    changed = {ref for ref in cells_before.keys() | cells_after.keys() if cells_before.get(ref) != cells_after.get(ref)}
    assert changed == ours


def test_openpyxl_reads_what_was_written_and_the_styles_it_had(book: Path) -> None:
    style = openpyxl.load_workbook(book)[REGISTER]["A12"].fill.fgColor.rgb

    patched(book)

    sheet = openpyxl.load_workbook(book, keep_vba=True)[REGISTER]
    shown = {position: sheet.cell(*position).value for position in WANTED[REGISTER]}
    day = {(10, 1): 44879}
    assert shown == dict(WANTED[REGISTER]) | day
    assert {sheet.cell(row, 1).fill.fgColor.rgb for row in (7, 12, 14)} == {style}
    assert sheet["H8"].value == "=E8*2"
    assert [sheet.cell(row, 5).value for row in range(7, 13)] == list(range(7, 13))


def test_our_sheet_is_added_last_and_only_four_parts_learn_of_it(book: Path) -> None:
    before = stored(book)
    titles = openpyxl.load_workbook(book).sheetnames

    prepared = patched(book, {}, own())

    assert prepared is not None and (prepared.cells, prepared.own_written) == (0, True)
    assert other_members(before, stored(book)) == {
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "[Content_Types].xml",
        "docProps/app.xml",
        "xl/worksheets/sheet5.xml",
    }
    loaded = openpyxl.load_workbook(book)
    assert loaded.sheetnames == [*titles, OWN_TITLE]
    assert loaded.active is not None and loaded.active.title == REGISTER
    assert part_of(book, "docProps/app.xml").decode().count(f"<vt:lpstr>{OWN_TITLE}</vt:lpstr>") == 1


def test_our_sheet_shows_its_values_links_and_the_looks_of_the_form(book: Path) -> None:
    patched(book, {}, own())

    loaded = openpyxl.load_workbook(book)
    sheet = loaded[OWN_TITLE]
    shown = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5, max_row=8)]
    assert shown == [
        [OWN_CODE, "place", "found", "share"],
        ["Loại", "Ô", "Nội dung", "Tỷ lệ"],
        ["Lỗi", "E7", "Ô E7 ghi “12 người”", 33.9],
        ["Lưu ý", "E8", "a\nb & <c>", None],
    ]
    assert sheet["D2"].value == datetime(2022, 11, 14)
    assert sheet["B7"].hyperlink is not None and sheet["B7"].hyperlink.location == f"'{REGISTER}'!E7"
    roles = {"A1": "title", "A5": "code", "A7": "bad", "B7": "link", "D2": "day"}
    assert {ref: sheet[ref].font.sz for ref in roles} == {ref: 9 + OWN_ROLES.index(role) for ref, role in roles.items()}
    assert (sheet.freeze_panes, sheet.protection.sheet, sheet.page_setup.orientation) == ("B7", True, "landscape")


def test_our_sheet_is_redrawn_in_its_part_and_the_comment_on_it_stays(tmp_path: Path) -> None:
    book = rich_book(tmp_path / "so.xlsx", own_there=True)
    before = stored(book)

    prepared = patched(book, {}, own(), OWN_TITLE)

    assert prepared is not None and prepared.own_written
    assert other_members(before, stored(book)) == {"xl/worksheets/sheet1.xml"}
    sheet = openpyxl.load_workbook(book)[OWN_TITLE]
    assert (sheet["A7"].value, sheet["C7"].value) == ("Lỗi", "Ô E7 ghi “12 người”")
    assert sheet["B6"].comment is not None and sheet["B6"].comment.text.endswith("Cán bộ ghi chú ở đây")
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.oddFooter.center.text) == ("B7", "A6:D9", "Trang &P")
    assert (sheet.row_dimensions[5].height, sheet.column_dimensions["C"].width) == (5.25, 60)


def test_a_staff_sheet_of_our_title_is_left_alone(tmp_path: Path) -> None:
    book = rich_book(tmp_path / "so.xlsx", own_there=True)
    theirs = stored(book)["xl/worksheets/sheet1.xml"]

    patched(book, {}, own(), None)

    assert openpyxl.load_workbook(book).sheetnames[-1] == "Tổng hợp (2)"
    assert stored(book)["xl/worksheets/sheet1.xml"] == theirs


@pytest.mark.parametrize("damage", ["bytes", "checksum"])
@pytest.mark.parametrize(
    "part",
    [
        "xl/media/image1.png",
        "xl/drawings/drawing1.xml",
        "xl/comments1.xml",
        "xl/charts/chart1.xml",
        "xl/worksheets/sheet3.xml",
        "docProps/app.xml",
    ],
)
def test_a_part_that_is_damaged_already_is_kept_as_it_is_and_the_results_are_written(
    book: Path, part: str, damage: str
) -> None:
    """Nothing is lost by writing: a staff member with a broken picture gets the findings like everybody else."""
    book.write_bytes(damaged(book, part, damage))
    before = stored(book)

    assert patched(book, WANTED, own()) is not None

    assert stored(book)[part] == before[part]
    with Workbook(book) as read:
        assert read.grid(read.sheets[0]).rows[7][1] == Cell("Cần sửa")
        assert read.grid(read.sheets[-1]).rows[5][1] == Cell(OWN_CODE)
    assert prepare(book, sha256_of(book), WANTED, own(), OWN_TITLE) is None


def test_a_part_that_is_not_where_the_zip_says_cannot_be_kept_and_the_file_is_left_alone(book: Path) -> None:
    book.write_bytes(damaged(book, "xl/media/image1.png", "place"))

    assert declined(book) == ("BM25", {"reason_part": book.name})


@pytest.mark.parametrize("odd", [b"&#99999999999999999999;", b"&#1;", b"<vt:i4>", b"\xff"])
def test_properties_that_are_not_understood_stay_as_they_are(book: Path, odd: bytes) -> None:
    properties = part_of(book, "docProps/app.xml").replace(b"<vt:lpstr>", b"<vt:lpstr>" + odd)
    book.write_bytes(rewritten(book, {"docProps/app.xml": properties}))

    patched(book, {}, own())

    assert part_of(book, "docProps/app.xml") == properties
    with Workbook(book) as read:
        assert read.sheets[-1].title == OWN_TITLE


def test_a_workbook_of_the_1904_system_gets_the_right_day(tmp_path: Path) -> None:
    path = tmp_path / "mac.xlsx"
    drawn = xlsxwriter.Workbook(path, {"date_1904": True})
    sheet = drawn.add_worksheet("A")
    sheet.write_blank("A1", None, drawn.add_format({"num_format": "dd/mm/yyyy"}))
    drawn.close()

    patched(path, {"A": {(1, 1): date(2022, 11, 14)}}, own())

    loaded = openpyxl.load_workbook(path)
    assert loaded["A"]["A1"].value == datetime(2022, 11, 14)
    assert patched(path, {"A": {(1, 1): date(2022, 11, 14)}}, own(), OWN_TITLE) is None


# -- twice is once --------------------------------------------------------------------


def test_the_second_run_writes_nothing(book: Path) -> None:
    patched(book, WANTED, own())

    assert prepare(book, sha256_of(book), WANTED, own(), OWN_TITLE) is None


def test_another_run_number_alone_is_no_change_but_goes_along_with_one(book: Path) -> None:
    patched(book, WANTED, own(run=1))

    assert prepare(book, sha256_of(book), WANTED, own(run=2), OWN_TITLE) is None
    assert patched(book, WANTED, own(run=3, found="Ô E7 trống"), OWN_TITLE) is not None
    assert openpyxl.load_workbook(book)[OWN_TITLE]["C2"].value == 3


def test_the_same_file_is_written_whatever_the_run(tmp_path: Path) -> None:
    books = [rich_book(tmp_path / name) for name in ("a.xlsx", "b.xlsx")]
    for one in books:
        patched(one, WANTED, own())

    assert books[0].read_bytes() == books[1].read_bytes()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_and_after_its_saving_nothing_is_written(tmp_path: Path) -> None:
    book = rich_book(tmp_path / "so.xlsx")
    patched(book, WANTED, own())
    out = tmp_path / "out"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"

    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, book],
        check=True,
        capture_output=True,
        timeout=120,
    )

    saved = out / book.name
    assert openpyxl.load_workbook(saved)[REGISTER]["A7"].value == "Cần sửa"
    assert prepare(saved, sha256_of(saved), WANTED, own(), OWN_TITLE) is None
    assert patched(saved, {REGISTER: {(7, 1): "Đạt"}}, own(found="khác"), OWN_TITLE) is not None
    assert openpyxl.load_workbook(saved)[OWN_TITLE]["C7"].value == "khác"


# -- what is left alone -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "position", "kind", "area"),
    [
        ("Bảng", (6, 1), "table_header", "A6:B6"),
        ("Bảng", (8, 4), "merged", "D7:D9"),
        ("Tổng hợp nhanh", (4, 2), "pivot", "A3:B5"),
        (REGISTER, (7, 8), "shared_formula", "H7"),
        (REGISTER, (8, 8), "shared_formula", "H8"),
    ],
)
def test_a_cell_that_excel_owns_is_told_and_the_file_left_alone(
    tmp_path: Path, title: str, position: tuple[int, int], kind: str, area: str
) -> None:
    book = rich_book(tmp_path / "so.xlsx")

    code, values = declined(book, {title: {position: "x"}})

    assert (code, values["kind"], values["range"], values["sheet"]) == ("BM24", kind, area, title)


def _with_formula(book: Path, chained: bool) -> None:
    part = "xl/worksheets/sheet1.xml"
    typed = re.compile(rb'<c r="A12"([^>]*?) t="s"><v>\d+</v></c>')
    sheet = typed.sub(rb'<c r="A12"\1><f>1+1</f><v>2</v></c>', part_of(book, part))
    chain = part_of(book, "xl/calcChain.xml")
    chain = chain.replace(b"</calcChain>", b'<c r="A12"/></calcChain>') if chained else chain
    book.write_bytes(rewritten(book, {part: sheet, "xl/calcChain.xml": chain}))


def test_a_formula_typed_in_our_column_is_overwritten_when_nothing_else_names_it(tmp_path: Path) -> None:
    book = rich_book(tmp_path / "so.xlsx")
    _with_formula(book, chained=False)

    patched(book, {REGISTER: {(12, 1): "Đạt"}})

    assert openpyxl.load_workbook(book)[REGISTER]["A12"].value == "Đạt"


def test_a_formula_in_the_calculation_chain_is_left_alone(tmp_path: Path) -> None:
    book = rich_book(tmp_path / "so.xlsx")
    _with_formula(book, chained=True)

    code, values = declined(book, {REGISTER: {(12, 1): "Đạt"}})

    assert (code, values["kind"], values["cell"]) == ("BM24", "formula", "A12")


def test_a_signed_a_shared_and_an_odd_workbook_are_left_alone(tmp_path: Path) -> None:
    book = rich_book(tmp_path / "so.xlsx")
    sheet = part_of(book, "xl/worksheets/sheet1.xml")
    signed = {"_xmlsignatures/sig1.xml": b"<Signature/>"}, "BM22"
    shared = {"xl/revisions/revisionHeaders.xml": b"<headers/>"}, "BM23"
    odd = {"xl/worksheets/sheet1.xml": sheet.decode().replace('encoding="UTF-8"', "").encode("utf-16")}, "BM25"
    broken = {"xl/worksheets/sheet1.xml": sheet.replace(b"<v>8</v>", b"<v>8</w>")}, "BM25"

    for number, (parts, code) in enumerate((signed, shared, odd, broken)):
        other = tmp_path / f"{number}.xlsx"
        other.write_bytes(rewritten(book, parts))
        assert declined(other)[0] == code


def _on_our_sheet(book: Path, **parts: bytes) -> tuple[str, Any]:
    book.write_bytes(rewritten(book, parts))
    with pytest.raises(Declined) as refusal:
        prepare(book, sha256_of(book), {}, own(), OWN_TITLE)
    return refusal.value.code, refusal.value.values["kind"]


def test_a_pivot_or_a_formula_that_staff_put_on_our_sheet_is_not_broken(tmp_path: Path) -> None:
    book = rich_book(tmp_path / "so.xlsx", own_there=True)
    rels, chain = "xl/worksheets/_rels/sheet1.xml.rels", "xl/calcChain.xml"
    pivot = part_of(book, "xl/worksheets/_rels/sheet4.xml.rels")
    formula = part_of(book, chain).replace(b"</calcChain>", b'<c r="F9" i="1"/></calcChain>')

    assert _on_our_sheet(book, **{rels: pivot}) == ("BM24", "pivot")
    assert _on_our_sheet(book, **{chain: formula}) == ("BM24", "formula")


def test_a_strict_workbook_is_written_in_its_own_namespaces(tmp_path: Path) -> None:
    book = tmp_path / "strict.xlsx"
    drawn = xlsxwriter.Workbook(book)
    drawn.add_worksheet("A").write("A1", "cũ")
    drawn.close()
    strict = {
        name: part_of(book, name)
        .replace(b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", STRICT_MAIN.encode())
        .replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"
        )
        for name in stored(book)
    }
    book.write_bytes(rewritten(book, strict))

    patched(book, {"A": {(1, 1): "mới"}}, own())

    with Workbook(book) as read:
        grids = {sheet.title: read.grid(sheet).rows for sheet in read.sheets}
    assert grids["A"] == {1: {1: Cell("mới")}}
    assert grids[OWN_TITLE][5][1] == Cell(OWN_CODE)
    assert b"schemas.openxmlformats.org/officeDocument" not in b"".join(part_of(book, name) for name in stored(book))


def test_a_sheet_that_is_not_there_is_not_understood(book: Path) -> None:
    assert declined(book, {"Không có": {(1, 1): "x"}}) == ("BM25", {"reason_part": "Không có"})


def test_a_file_that_changed_since_it_was_read_is_left_alone(book: Path) -> None:
    read = sha256_of(book)
    book.write_bytes(rewritten(book, {"docProps/core.xml": b"<a/>"}))

    with pytest.raises(Declined, match="BM28"):
        prepare(book, read, WANTED, None, None)


def test_a_file_without_write_permission_is_left_alone(book: Path) -> None:
    book.chmod(0o444)

    assert declined(book) == ("BM11", {})


def test_a_value_that_no_cell_can_hold_is_our_own_mistake(book: Path) -> None:
    with pytest.raises(ValueError, match="finite"):
        prepare(book, sha256_of(book), {REGISTER: {(7, 1): float("nan")}}, None, None)
