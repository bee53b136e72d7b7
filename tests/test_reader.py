"""The reader: every trap of the format is read right, or the file is refused with its code."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import pytest
import xlsxwriter

from danvan_xlsx.excel.package import Unreadable
from danvan_xlsx.excel.reader import Workbook, open_workbook
from danvan_xlsx.excel.styles import kind_of_format
from danvan_xlsx.words.layout import Cell, Grid, column_letters
from tests import craft
from tests.craft import day, inline, named, number, percent, plain, row, text
from tests.craft_files import cases

CASES = list(cases())


def opened(members: craft.Members, folder: Path) -> Workbook:
    path = folder / "sổ.xlsx"
    path.write_bytes(craft.zipped(members))
    return open_workbook(path)


def first_grid(members: craft.Members, folder: Path) -> Grid:
    with opened(members, folder) as workbook:
        return workbook.grid(workbook.sheets[0])


# -- every hand-made file -----------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hand_made_file_is_read_exactly_or_refused_with_its_code(case: craft.Case, tmp_path: Path) -> None:
    path = tmp_path / "sổ.xlsx"
    path.write_bytes(case.file)
    found: Mapping[str, Cell] | str
    try:
        with open_workbook(path) as workbook:
            found = named(workbook.grid(workbook.sheets[0]))
    except Unreadable as refusal:
        found = refusal.code
    assert found == case.expect


# -- the traps by name --------------------------------------------------------


def test_dates_since_1904_are_serials_of_1900_even_before_a_decoy(tmp_path: Path) -> None:
    sheet = craft.data(row(plain("A1", 43000, ' s="1"'), at=1))
    book = craft.workbook(
        sheet, formats=[14], properties='<workbookPr date1904="1"/>', after=f"<extLst><ext>{craft.DECOY}</ext></extLst>"
    )
    with opened(book, tmp_path) as workbook:
        assert workbook.date1904
        assert named(workbook.grid(workbook.sheets[0])) == {"A1": day(44462)}


def test_a_decoy_of_another_namespace_does_not_make_dates_count_from_1904(tmp_path: Path) -> None:
    decoy = craft.DECOY.replace("chartTrackingRefBase", "date1904")
    book = craft.workbook(
        craft.ONE, properties="<workbookPr/>", after=f"{decoy}<other><workbookPr date1904='1'/></other>"
    )
    with opened(book, tmp_path) as workbook:
        assert not workbook.date1904


def test_a_percent_is_told_from_a_number_and_a_date_by_its_format_alone() -> None:
    kinds = {code: kind_of_format(code) for code in ("0%", '0"%"', "0\\%", "yyyy", "General", "@", "")}
    assert kinds == {
        "0%": "percent",
        '0"%"': "number",
        "0\\%": "number",
        "yyyy": "date",
        "General": "number",
        "@": "number",
        "": "number",
    }


def test_rows_and_cells_come_ascending_however_they_stand_in_the_file(tmp_path: Path) -> None:
    rows = [row(plain(f"C{at}", 3), plain(f"A{at}", 1), at=at) for at in (9, 2, 5)]
    grid = first_grid(craft.workbook(craft.data(*rows)), tmp_path)
    assert [(at, list(cells)) for at, cells in grid.rows.items()] == [(2, [1, 3]), (5, [1, 3]), (9, [1, 3])]


def test_a_value_under_a_merge_is_kept_and_the_merge_is_told(tmp_path: Path) -> None:
    merges = '<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="D1:D3"/></mergeCells>'
    grid = first_grid(craft.workbook(craft.data(row(plain("A1", 1), plain("B1", 2), at=1)) + merges), tmp_path)
    assert (named(grid), grid.merged) == ({"A1": number(1), "B1": number(2)}, ("A1:B2", "D1:D3"))


def test_hidden_rows_with_content_are_told(tmp_path: Path) -> None:
    rows = [row(plain(f"A{at}", at), at=at, more=f' hidden="{flag}"') for at, flag in ((1, 0), (2, 1), (3, "true"))]
    grid = first_grid(craft.workbook(craft.data(*rows, row(at=4, more=' hidden="1"'))), tmp_path)
    assert (list(grid.rows), grid.hidden_rows) == ([1, 2, 3], frozenset({2, 3}))


def test_sheets_come_in_order_with_their_titles_and_states(tmp_path: Path) -> None:
    book = craft.workbook(
        *[craft.ONE] * 4,
        titles=("Hiện", "Ẩn", "Rất ẩn", " cách & 'nháy' > \"kép\" "),
        states=("", 'state="hidden"', 'state="veryHidden"', 'state="lạ"'),
    )
    with opened(book, tmp_path) as workbook:
        assert [(sheet.title, sheet.state) for sheet in workbook.sheets] == [
            ("Hiện", "visible"),
            ("Ẩn", "hidden"),
            ("Rất ẩn", "veryHidden"),
            (" cách & 'nháy' > \"kép\" ", "visible"),
        ]
        assert workbook.grid(workbook.sheets[1]).state == "hidden"


def test_chart_sheets_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "sổ.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Số liệu").write(0, 0, 5)
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "='Số liệu'!$A$1:$A$1"})
        book.add_chartsheet("Biểu đồ").set_chart(chart)
    with open_workbook(path) as workbook:
        assert [sheet.title for sheet in workbook.sheets] == ["Số liệu"]


def test_a_refusal_names_the_format_it_is_in(tmp_path: Path) -> None:
    formats = {}
    for case in CASES:
        if case.expect == "BM04":
            path = tmp_path / "sổ.xlsx"
            path.write_bytes(case.file)
            with pytest.raises(Unreadable) as refusal:
                open_workbook(path)
            formats[case.name] = refusal.value.values
    assert formats == {
        "an old Excel file": {"format": "xls"},
        "a binary workbook": {"format": "xlsb"},
        "an OpenDocument sheet": {"format": "ods"},
    }


def test_the_hash_is_that_of_the_file(tmp_path: Path) -> None:
    with opened(craft.workbook(craft.ONE), tmp_path) as workbook:
        assert workbook.sha256 == hashlib.sha256((tmp_path / "sổ.xlsx").read_bytes()).hexdigest()


@pytest.mark.parametrize(
    "part", ["xl/styles.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"]
)
def test_elements_nested_without_end_are_refused(part: str, tmp_path: Path) -> None:
    """Each level costs the parser far more memory than the three bytes that it takes in the file."""
    book, deep = craft.workbook(craft.ONE, strings=["<t>a</t>"]), b"<a>" * 200_000 + b"</a>" * 200_000
    at = book[part].rindex(b"</")
    book[part] = book[part][:at] + deep + book[part][at:]
    with pytest.raises(Unreadable, match="BM59"):
        first_grid(book, tmp_path)


@pytest.mark.parametrize(
    "looks_like", ['x14ac:dyDescent="1"', "<sheetData>", "</row>", "]]>", "<!--", "&amp;", "&#10;", "&amp;#10;"]
)
def test_text_that_looks_like_xml_is_text(looks_like: str, tmp_path: Path) -> None:
    shown = looks_like.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    book = craft.workbook(
        craft.column(inline("@", f"<t>{shown}</t>"), plain("@", 0, ' t="s"')), strings=[f"<t>{shown}</t>"]
    )
    assert named(first_grid(book, tmp_path)) == {"A1": text(looks_like), "A2": text(looks_like)}


def test_formatted_cells_without_content_are_not_kept(tmp_path: Path) -> None:
    rows = [
        row(*(f'<c r="{column_letters(at)}{line}" s="1"/>' for at in range(1, 27)), at=line) for line in range(3, 3003)
    ]
    book = craft.workbook(
        craft.data(row(plain("A1", 1), at=1), *rows, row(plain("B9000", 0.5, ' s="1"'), at=9000)), formats=[9]
    )
    assert named(first_grid(book, tmp_path)) == {"A1": number(1), "B9000": percent(0.5)}
