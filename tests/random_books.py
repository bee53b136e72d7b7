"""Random workbooks with what people put around their cells, made by openpyxl, by xlsxwriter or by hand, and values."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

from hypothesis import strategies as st

from danvan_xlsx.words.layout import column_letters
from tests import craft
from tests.proofs import Position

LAST_ROW, LAST_COLUMN = 30, 8
TITLES = ("Sổ 1", "B & 'C' D", "Trang ba")

texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12) | st.sampled_from(
    ["=1+1", "-", " hai  ", "Đạt", "dòng\nhai", "<c r='A1'/>", "_x0041_", "]]>", "&amp;", "12 người", "Nguyễn"]
)
numbers = st.integers(-(10**9), 10**9) | st.floats(-1e6, 1e6).map(lambda one: round(one, 6))
days = st.dates(date(2000, 1, 1), date(2030, 12, 31))
#: What is written as ours; emptying is a value too.
ours = texts | numbers | days | st.none() | st.sampled_from(["x" * 40_000, "\x01\x0b", "a\r\nb", "\ud800"])
positions = st.tuples(st.integers(1, LAST_ROW), st.integers(1, LAST_COLUMN))
formulas = st.sampled_from(["=1+1", '="a"&"b"', "=SUM(A1:A9)", "=NOW()"])
cells = st.dictionaries(positions, texts.filter(lambda one: one[:1] != "=") | numbers | days | st.booleans() | formulas)


@st.composite
def areas(draw: st.DrawFn) -> tuple[int, int, int, int]:
    """First row, first column, last row, last column: two rows and columns or more."""
    row, column = draw(positions)
    return row, column, row + draw(st.integers(1, 4)), column + draw(st.integers(1, 3))


@dataclass(frozen=True)
class Sheet:
    cells: dict[Position, Any]
    merges: list[tuple[int, int, int, int]]
    table: tuple[int, int, int, int] | None
    array: tuple[int, int, int, int] | None
    comments: list[Position]
    hidden: set[int]
    styled: int | None
    around: set[str]


sheets = st.builds(
    Sheet,
    cells,
    st.lists(areas(), max_size=3),
    st.none() | areas(),
    st.none() | areas(),
    st.lists(positions, max_size=2, unique=True),
    st.sets(st.integers(1, LAST_ROW), max_size=3),
    st.none() | st.integers(1, LAST_COLUMN),
    st.sets(st.sampled_from(["filter", "validation", "colours", "name", "rich", "frozen", "dates"])),
)


def ref(area: tuple[int, int, int, int]) -> str:
    row, column, last_row, last_column = area
    return f"{column_letters(column)}{row}:{column_letters(last_column)}{last_row}"


def _apart(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]


def _separate(sheet: Sheet) -> list[tuple[int, int, int, int]]:
    """The merges that lie over nothing else that spans cells."""
    taken = [area for area in (sheet.table, sheet.array) if area]
    merges: list[tuple[int, int, int, int]] = []
    for area in sheet.merges:
        if all(_apart(area, other) for other in (*taken, *merges)):
            merges.append(area)
    return merges


# -- openpyxl ---------------------------------------------------------------------------


def by_openpyxl(made: list[Sheet]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for title, sheet in zip(TITLES, made, strict=False):
        page = book.create_sheet(title)
        _openpyxl_sheet(page, sheet)
        if "name" in sheet.around:
            book.defined_names["dm"] = openpyxl.workbook.defined_name.DefinedName("dm", attr_text="'Sổ 1'!$B$7:$B$9")
    del book["Sheet"]
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _openpyxl_sheet(page: Any, sheet: Sheet) -> None:
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.comments import Comment
    from openpyxl.formatting.rule import ColorScaleRule
    from openpyxl.styles import PatternFill
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.formula import ArrayFormula

    for (row, column), value in sheet.cells.items():
        page.cell(row, column, value)
    if "rich" in sheet.around:
        page.cell(2, 2, CellRichText("thường ", TextBlock(InlineFont(b=True), "đậm")))
    if sheet.array:
        page.cell(*sheet.array[:2]).value = ArrayFormula(ref(sheet.array), "=A1:B2*2")
    for row, column in sheet.comments:
        page.cell(row, column).comment = Comment("Cán bộ hỏi", "Bình")
    for area in _separate(sheet):
        page.merge_cells(ref(area))
    for row in sheet.hidden:
        page.row_dimensions[row].hidden = True
    if sheet.styled:
        page.column_dimensions[column_letters(sheet.styled)].fill = PatternFill("solid", fgColor="EEEEEE")
    if "filter" in sheet.around:
        page.auto_filter.ref = "A6:D20"
    if "validation" in sheet.around:
        rule = DataValidation("list", formula1='"Có,Không"')
        rule.add("C3:C30")
        page.add_data_validation(rule)
    if "colours" in sheet.around:
        page.conditional_formatting.add("A1:H30", ColorScaleRule("min", None, "FF0000", "max", None, "00FF00"))
    if "frozen" in sheet.around:
        page.freeze_panes = "B7"


# -- xlsxwriter -------------------------------------------------------------------------


def by_xlsxwriter(made: list[Sheet]) -> bytes:
    import xlsxwriter

    out = BytesIO()
    options = {"date_1904": "dates" in made[0].around, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a text too long, ranges over each other: then they are left out
        for number, (title, sheet) in enumerate(zip(TITLES, made, strict=False)):
            _xlsxwriter_sheet(book, book.add_worksheet(title), sheet, number)
        book.close()
    return out.getvalue()


def _xlsxwriter_sheet(book: Any, page: Any, sheet: Sheet, number: int) -> None:
    look, day = book.add_format({"bg_color": "#EEEEEE"}), book.add_format({"num_format": "dd/mm/yyyy"})
    if sheet.styled:
        page.set_column(sheet.styled - 1, sheet.styled, 12, look)
    for row in sheet.hidden:
        page.set_row(row - 1, 20, look, {"hidden": True})
    for (row, column), value in sheet.cells.items():
        if isinstance(value, date | datetime):
            page.write_datetime(row - 1, column - 1, value, day)
        elif isinstance(value, str) and value.startswith("="):
            page.write_formula(row - 1, column - 1, value, None, 7)
        else:
            page.write(row - 1, column - 1, value)
    for row, column in sheet.comments:
        page.write_comment(row - 1, column - 1, "Cán bộ hỏi")
    for row, column, last_row, last_column in _separate(sheet):
        page.merge_range(row - 1, column - 1, last_row - 1, last_column - 1, "gộp", look)
    _xlsxwriter_around(book, page, sheet, number)


def _xlsxwriter_around(book: Any, page: Any, sheet: Sheet, number: int) -> None:
    if sheet.table:
        row, column, last_row, last_column = sheet.table
        page.add_table(row - 1, column - 1, last_row - 1, last_column - 1, {"name": f"Bang{number}"})
    elif "filter" in sheet.around:
        page.autofilter("A6:D20")
    if sheet.array and not (sheet.table and not _apart(sheet.array, sheet.table)):
        row, column, last_row, last_column = sheet.array
        page.write_array_formula(row - 1, column - 1, last_row - 1, last_column - 1, "{=A1:B2*2}", None, 4)
    if "rich" in sheet.around:
        page.write_rich_string(1, 1, "thường ", book.add_format({"bold": True}), "đậm")
    if "validation" in sheet.around:
        page.data_validation("C3:C30", {"validate": "list", "source": ["Có", "Không"]})
    if "colours" in sheet.around:
        page.conditional_format("A1:H30", {"type": "data_bar", "data_bar_2010": True})
    if "name" in sheet.around:
        book.define_name("dm", "='Sổ 1'!$B$7:$B$9")
    if "frozen" in sheet.around:
        page.freeze_panes(6, 1)


# -- by hand ----------------------------------------------------------------------------


def by_hand(made: list[Sheet]) -> bytes:
    """Shared formulas with a calculation chain, rich shared strings, cells without addresses, other quotes."""
    strings = ["<r><t>đậm</t></r><r><rPr><b/></rPr><t> nhạt</t></r>", "<t>chung</t>"]
    pages = [_sheet_by_hand(sheet) for sheet in made]
    members = craft.workbook(*pages, titles=TITLES[: len(made)], strings=strings, strict="dates" in made[0].around)
    chain = "".join(f'<c r="H{row}" i="1"/>' for row in range(5, 9))
    members["xl/calcChain.xml"] = f'<calcChain xmlns="{craft.MAIN}">{chain}</calcChain>'.encode()
    rels = "xl/_rels/workbook.xml.rels"
    more = f'<Relationship Id="rId80" Type="{craft.OFFICE}/calcChain" Target="calcChain.xml"/></Relationships>'
    members[rels] = members[rels].replace(b"</Relationships>", more.encode())
    return craft.zipped(members)


def _sheet_by_hand(sheet: Sheet) -> str:
    rows: dict[int, dict[int, str]] = {}
    for (row, column), value in sheet.cells.items():
        rows.setdefault(row, {})[column] = _cell_by_hand(row, column, value)
    for row in range(5, 9):
        inside = '<f t="shared" ref="H5:H8" si="0">A5*2</f>' if row == 5 else '<f t="shared" si="0"/>'
        rows.setdefault(row, {})[8] = f'<c r="H{row}">{inside}<v>2</v></c>'
    between = "\n  " if "filter" in sheet.around else ""
    lines = []
    for row, there in sorted(rows.items()):
        hidden = " hidden='1'" if row in sheet.hidden else ""
        spans = ' spans="1:8"' if "frozen" in sheet.around else ""
        inside = between.join(xml for _, xml in sorted(there.items()))
        lines.append(f'<row r="{row}"{spans}{hidden}>{between}{inside}{between}</row>')
    merges = "".join(f'<mergeCell ref="{ref(area)}"/>' for area in _separate(sheet))
    dimension = '<dimension ref="A1:H30"/>' if "validation" in sheet.around else ""
    note = "<!-- <c r='A1'/> -->" if "rich" in sheet.around else ""
    whole = f"{dimension}<sheetData>{note}{between.join(lines)}</sheetData>"
    return whole + (f"<mergeCells>{merges}</mergeCells>" if merges else "")


def _cell_by_hand(row: int, column: int, value: Any) -> str:
    place = f"{column_letters(column)}{row}"
    match value:
        case bool():
            return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
        case int() | float():
            return f"<c r='{place}' s='0'><v>{value}</v></c>"
        case date():
            return f'<c t="d" r="{place}"><v>{value.isoformat()}</v></c>'
        case str() if value.startswith("="):
            return f'<c r="{place}" t="str"><f>{craft_text(value[1:])}</f><v>7</v></c>'
        case str() if len(value) % 2:
            return f'<c r="{place}" t="s"><v>{len(value) % 3 % 2}</v></c>'
        case _:
            return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{craft_text(value)}</t></is></c>'


def craft_text(value: str) -> str:
    return (
        value.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\uffff", "")
        .replace("\ufffe", "")
    )


WRITERS: dict[str, Callable[[list[Sheet]], bytes]] = {
    "openpyxl": by_openpyxl,
    "xlsxwriter": by_xlsxwriter,
    "by hand": by_hand,
}
