"""The reader: every trap of the format, read right or refused with its code, and never anything else."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.utils.datetime import to_excel

from danvan_xlsx.excel.cells import Meaning, SheetCells, read_sheet
from danvan_xlsx.excel.fast import plain_sheet, sheet_cells, string_cells
from danvan_xlsx.excel.package import Package, Unreadable
from danvan_xlsx.excel.reader import Workbook, open_workbook
from danvan_xlsx.excel.strings import read_strings
from danvan_xlsx.excel.styles import kind_of_format
from danvan_xlsx.words.layout import Cell, Grid, column_letters
from tests import craft
from tests.craft import day, inline, number, percent, plain, row, text

CASES = list(craft.cases())


def named(grid: Grid) -> dict[str, Cell]:
    return {f"{column_letters(column)}{at}": cell for at, cells in grid.rows.items() for column, cell in cells.items()}


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


def test_a_workbook_with_macros_is_known_by_what_is_inside(tmp_path: Path) -> None:
    book = craft.workbook(craft.ONE)
    types = book["[Content_Types].xml"].replace(
        b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.main", b"vnd.ms-excel.sheet.macroEnabled.main"
    )
    related = book["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"'
        b' Target="vbaProject.bin"/></Relationships>',
    )
    macros = {
        "none": book,
        "declared": book | {"[Content_Types].xml": types},
        "carried": book | {"xl/_rels/workbook.xml.rels": related, "xl/vbaProject.bin": b"x"},
    }
    found = {name: opened(members, tmp_path).macro for name, members in macros.items()}
    assert found == {"none": False, "declared": True, "carried": True}


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


def test_the_hash_and_size_are_those_of_the_file(tmp_path: Path) -> None:
    import hashlib

    with opened(craft.workbook(craft.ONE), tmp_path) as workbook:
        data = (tmp_path / "sổ.xlsx").read_bytes()
        assert (workbook.sha256, workbook.size) == (hashlib.sha256(data).hexdigest(), len(data))


# -- openpyxl as the second reader --------------------------------------------


def written_by_xlsxwriter(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        look = {name: book.add_format({"num_format": code}) for name, code in FORMATS_OF_LOOKS.items()}
        for title in ("Sổ tiếp công dân", "Đơn thư"):
            sheet = book.add_worksheet(title)
            for at in range(40):
                sheet.write(at, 0, f"Công dân {at:02} & <Thôn {at % 7}>\nxã Minh Sơn")
                sheet.write_datetime(at, 1, datetime(2022, 1 + at % 12, 1 + at % 28), look["day"])
                sheet.write(at, 2, at / 40, look["percent"])
                sheet.write_formula(at, 3, "=A1&B1", None, "chữ" if at % 2 else "")
                sheet.write_formula(at, 4, f"=C{at + 1}*2", look["money"], at * 1.5)
                sheet.write_formula(at, 5, "=NA()", None, "#N/A")
                sheet.write_boolean(at, 6, at % 3 == 0)
                sheet.write_blank(at, 7, None, look["money"])
                sheet.write_rich_string(at, 8, "đậm ", look["bold"], "nhạt")
                sheet.write_number(at, 9, 0.375, look["clock"])
                sheet.write_formula(at, 10, "=1>0", None, True)
            sheet.set_row(5, None, None, {"hidden": True})
            sheet.merge_range("M1:N2", "gộp")
        book.get_worksheet_by_name("Đơn thư").hide()


FORMATS_OF_LOOKS = {
    "day": "dd/mm/yyyy",
    "percent": "0.0%",
    "money": '#,##0 "đồng"',
    "bold": "General",
    "clock": "hh:mm",
}


def written_by_openpyxl(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Sổ"
    for at in range(1, 41):
        values: list[Any] = [
            f"  Dòng {at} ",
            date(2022, 5, at % 28 + 1),
            at * 7,
            at / 3,
            at % 2 == 0,
            None,
            "#REF!",
            f"=C{at}",
        ]
        sheet.append(values)
        sheet.cell(at, 4).number_format = "0%"
        sheet.cell(at, 6).number_format = "0%"
    sheet.row_dimensions[3].hidden = True
    sheet.merge_cells("J1:K3")
    book.save(path)


WRITERS = {"xlsxwriter": written_by_xlsxwriter, "openpyxl": written_by_openpyxl}


def as_openpyxl_sees(path: Path) -> dict[str, dict[str, tuple[Any, str, bool]]]:
    """Title → cell → value, kind and whether a formula gave it, from its two loads."""
    values, formulas = openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(path)
    seen: dict[str, dict[str, tuple[Any, str, bool]]] = {}
    for sheet in values:
        seen[sheet.title] = {}
        for cells in sheet.iter_rows():
            for cell in cells:
                formula = formulas[sheet.title][cell.coordinate].data_type == "f"
                if cell.value is not None or formula:
                    seen[sheet.title][cell.coordinate] = (*_seen(cell), formula)
    return seen


def _seen(cell: Any) -> tuple[Any, str]:
    value = cell.value
    if value is None:
        return "", "no value"
    if isinstance(value, datetime | date | time):
        return round(to_excel(value), 9), "date"
    if isinstance(value, bool):
        return value, "bool"
    if isinstance(value, str):
        return value, "error" if cell.data_type == "e" else "text"
    return round(float(value), 9), "percent" if cell.number_format.endswith("%") else "number"


def as_we_see(path: Path) -> dict[str, dict[str, tuple[Any, str, bool]]]:
    with open_workbook(path) as workbook:
        grids = [workbook.grid(sheet) for sheet in workbook.sheets]
    return {grid.title: {at: _ours(cell) for at, cell in named(grid).items()} for grid in grids}


def _ours(cell: Cell) -> tuple[Any, str, bool]:
    # Openpyxl has None both for a formula that was never calculated and for one whose result is empty text.
    if cell.formula and cell.value == "":
        return "", "no value", True
    value = round(cell.value, 9) if isinstance(cell.value, float) else cell.value
    return value, cell.kind, cell.formula


@pytest.mark.parametrize("writer", WRITERS)
def test_openpyxl_reads_the_same_values(writer: str, tmp_path: Path) -> None:
    path = tmp_path / "sổ.xlsx"
    WRITERS[writer](path)
    ours, theirs = as_we_see(path), as_openpyxl_sees(path)
    assert sum(map(len, ours.values())) > 250
    assert ours == theirs


def test_openpyxl_finds_the_same_merges_hidden_rows_and_sheets(tmp_path: Path) -> None:
    for writer in WRITERS.values():
        path = tmp_path / "sổ.xlsx"
        writer(path)
        theirs = openpyxl.load_workbook(path)
        with open_workbook(path) as workbook:
            for sheet in workbook.sheets:
                grid, other = workbook.grid(sheet), theirs[sheet.title]
                hidden = {at for at, look in other.row_dimensions.items() if look.hidden}
                assert (sheet.state, set(grid.merged), grid.hidden_rows) == (
                    other.sheet_state,
                    {str(merge) for merge in other.merged_cells.ranges},
                    hidden,
                )


# -- the quick way and expat --------------------------------------------------


def parts(path: Path) -> Iterator[tuple[bytes, Meaning]]:
    """The sheets of a readable workbook with what their cells need."""
    with open_workbook(path) as workbook, Package(path) as package:
        for sheet in workbook.sheets:
            yield package.read(sheet.part), workbook._meaning


@pytest.mark.parametrize(
    "looks_like", ['x14ac:dyDescent="1"', "<sheetData>", "</row>", "]]>", "<!--", "&amp;", "&#10;", "&amp;#10;"]
)
def test_text_that_looks_like_xml_is_text(looks_like: str, tmp_path: Path) -> None:
    shown = looks_like.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    book = craft.workbook(
        craft.column(inline("@", f"<t>{shown}</t>"), plain("@", 0, ' t="s"')), strings=[f"<t>{shown}</t>"]
    )
    assert named(first_grid(book, tmp_path)) == {"A1": text(looks_like), "A2": text(looks_like)}


def outcome(read: Any, *given: Any) -> Any:
    try:
        found = read(*given)
    except Unreadable as refusal:
        return refusal.code
    return (found.rows, found.hidden, found.merged, list(found.rows)) if isinstance(found, SheetCells) else found


@pytest.mark.parametrize("writer", WRITERS)
def test_sheets_of_common_writers_go_the_quick_way_and_read_alike(writer: str, tmp_path: Path) -> None:
    path = tmp_path / "sổ.xlsx"
    WRITERS[writer](path)
    for data, meaning in parts(path):
        quick = plain_sheet(data, meaning)
        assert quick is not None
        assert outcome(lambda: quick) == outcome(read_sheet, data, meaning)  # noqa: B023


def test_both_ways_agree_on_every_hand_made_file(tmp_path: Path) -> None:
    quick = 0
    for case in CASES:
        path = tmp_path / "sổ.xlsx"
        path.write_bytes(case.file)
        try:
            found = list(parts(path))
        except Unreadable:
            continue
        for data, meaning in found:
            assert outcome(sheet_cells, data, meaning) == outcome(read_sheet, data, meaning), case.name
            quick += isinstance(outcome(plain_sheet, data, meaning), tuple)
    assert quick > 20


SHEET = craft.worksheet(
    craft.data(
        row(
            inline("A1", "<t>Mã &amp; tên&#10;&#13;&#9;</t>"), plain("B1", 3, ' s="1" t="s"'), at=1, more=' spans="1:3"'
        ),
        row(at=2, more=' s="2" ht="15" hidden="1"'),
        row('<c r="A3"><f>B3*2</f><v>1.5</v></c>', plain("B3", "x", ' t="str"'), '<c r="C3" s="1"/>', at=3),
        row('<c r="B4" s="1"><f t="shared" si="0"/><v>-7</v></c>', plain("D4", 1, ' t="b"'), at=4, more=' hidden="1"'),
    )
    + '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>'
)
STRINGS = craft.shared_strings(["<t>một</t>", '<t xml:space="preserve"> hai </t>', "<t>_x000D_ &lt;</t>", "<t/>"])
SHEET_MEANING = Meaning([text("một"), text("hai"), text(""), text("bốn")], {"1": "date"}, 1462)
PIECES = (
    *(b'<c r="A1"/>', b"<row>", b"</row>", b"<v>", b"</v>", b"</c>", b"<v/>", b"<is><t>x</t></is>", b"<f>1</f>"),
    *(b' r="2"', b' s=""', b' t="s"', b' xmlns="urn:other"', b' x14ac:dyDescent="1"', b"<sheetData>", b"</sheetData>"),
    *(b"&amp;", b"&#10;", b"&x;", b"<!-- -->", b"\x00", b"\xff", b"]]>", b"\xef\xbf\xbf", b"\r\n", b"_x0041_"),
    *(b"9" * 20, b"1,5", b"XFE1", b"0", b"-", b"."),
)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """One to three small changes: a piece put in or written over, a stretch dropped or doubled."""
    for _ in range(chance.randint(1, 3)):
        begin = chance.randrange(len(data))
        end = min(len(data), begin + chance.choice((1, 1, 3, 12)))
        piece = chance.choice((*PIECES, bytes([chance.randrange(256)])))
        middle = chance.choice((piece, piece + data[begin:end], b"", data[begin:end] * 2))
        data = data[:begin] + middle + data[end:]
    return data


def test_both_ways_agree_on_damaged_sheets_and_strings() -> None:
    chance, quick, refused = random.Random(2022), 0, 0
    for _ in range(6000):
        sheet, strings = mutated(SHEET, chance), mutated(STRINGS, chance)
        expected = outcome(read_sheet, sheet, SHEET_MEANING)
        assert outcome(sheet_cells, sheet, SHEET_MEANING) == expected, sheet
        assert outcome(string_cells, strings) == outcome(read_strings, strings), strings
        quick += isinstance(outcome(plain_sheet, sheet, SHEET_MEANING), tuple)
        refused += isinstance(expected, str)
    assert quick > 200
    assert refused > 3000


# -- hostile files ------------------------------------------------------------


def test_any_damage_to_a_workbook_is_refused_with_a_code_or_read(tmp_path: Path) -> None:
    chance, codes = random.Random(14), set()
    path = tmp_path / "sổ.xlsx"
    whole = craft.zipped(craft.STRING_BOOK)
    for turn in range(600):
        if turn % 2:
            path.write_bytes(mutated(whole, chance))
        else:
            part = chance.choice(list(craft.STRING_BOOK))
            path.write_bytes(craft.zipped(craft.STRING_BOOK | {part: mutated(craft.STRING_BOOK[part], chance)}))
        try:
            with open_workbook(path) as workbook:
                for sheet in workbook.sheets:
                    workbook.grid(sheet)
        except Unreadable as refusal:
            codes.add(refusal.code)
    assert {"BM01", "BM02"} <= codes <= {f"BM0{number}" for number in range(1, 10)}


def test_a_sheet_formatted_to_its_last_row_is_passed_over_the_quick_way() -> None:
    looks = ' spans="1:14" s="3" customFormat="1" ht="15.75" customHeight="1" x14ac:dyDescent="0.25"'
    blank = row(at=7, more=looks).replace("></row>", "/>").encode() * 1048576
    head = craft.worksheet(craft.data(row(plain("A1", 1), at=1, more=looks)) + "</end>").replace(
        b"<worksheet", b'<worksheet xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"', 1
    )
    sheet = head.replace(b"</sheetData></end>", blank + b"</sheetData>")
    cells = plain_sheet(sheet, Meaning([], {}))
    assert cells is not None
    assert cells.rows == {1: {1: number(1)}}


def test_expat_too_passes_over_a_million_formatted_rows() -> None:
    blank = "<row s='3' customFormat='1'/>" * 1048575
    cells = read_sheet(craft.worksheet(craft.data(row(plain("A1", 1), at=1), blank)), Meaning([], {}))
    assert cells.rows == {1: {1: number(1)}}


def test_formatted_cells_without_content_are_not_kept(tmp_path: Path) -> None:
    rows = [
        row(*(f'<c r="{column_letters(at)}{line}" s="1"/>' for at in range(1, 27)), at=line) for line in range(3, 3003)
    ]
    book = craft.workbook(
        craft.data(row(plain("A1", 1), at=1), *rows, row(plain("B9000", 0.5, ' s="1"'), at=9000)), formats=[9]
    )
    assert named(first_grid(book, tmp_path)) == {"A1": number(1), "B9000": percent(0.5)}
