"""Pages of headings, paragraphs, tables and charts as openpyxl finds them in a drawn workbook."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from danvan_xlsx.excel.drawer import draw_pages
from danvan_xlsx.excel.pages import heading_blocks
from danvan_xlsx.words.page import (
    Chart,
    Gap,
    Page,
    Paragraph,
    Spot,
    Table,
    TableColumn,
)
from danvan_xlsx.words.text import Text

DAY = date(2022, 11, 14)


def _table(*rows: tuple[Any, ...], **more: Any) -> Table:
    columns = (TableColumn(("Mã",)), TableColumn(("Thực hiện",)))
    return Table(columns, tuple(tuple(Spot(value) for value in row) for row in rows), **more)


def page_sheet(tmp_path: Path, *blocks: Any, **more: Any) -> Worksheet:
    path = tmp_path / "page.xlsx"
    draw_pages((Page("Tổng quan", (20, 30), blocks, **more),), path, title=Text("Tổng hợp", "Summary"), created=DAY)
    return openpyxl.load_workbook(path)["Tổng quan"]


def test_a_paragraph_is_merged_and_as_high_as_its_text(tmp_path: Path) -> None:
    text = "Đến 14/11: 59 nhiệm vụ theo dõi, 40 đến hạn, 35 đã xong, 5 chậm. " * 3
    sheet = page_sheet(tmp_path, Paragraph(text, "lead"), Gap(9), Paragraph("Ngắn", "text"))

    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:B1", "A3:B3"}
    heights = [sheet.row_dimensions[row].height for row in (1, 2, 3)]
    assert heights[0] > 4 * heights[2] * 0.8
    assert heights[1:] == [9, pytest.approx(18.75, abs=1)]


def test_a_paragraph_too_long_for_a_row_of_excel_goes_on_in_the_next(tmp_path: Path) -> None:
    text = " ".join(f"từ{number}" for number in range(1500))
    sheet = page_sheet(tmp_path, Paragraph(text))

    pieces = [sheet.cell(row, 1).value for row in range(1, sheet.max_row + 1)]
    assert len(pieces) > 1
    assert " ".join(pieces) == text
    assert all(sheet.row_dimensions[row].height <= 409 for row in range(1, sheet.max_row + 1))


def test_headings_in_rows_merge_equal_neighbours_under_the_same_heading() -> None:
    paths = (("Mã",), ("Thực hiện", "Số"), ("Thực hiện", "Tỷ lệ"), ("Kế hoạch", "Số"), ("Mã",))

    assert heading_blocks(tuple(TableColumn(path) for path in paths)) == [
        (0, 1, 0, 0, "Mã"),
        (0, 0, 1, 2, "Thực hiện"),
        (0, 0, 3, 3, "Kế hoạch"),
        (0, 1, 4, 4, "Mã"),
        (1, 1, 1, 1, "Số"),
        (1, 1, 2, 2, "Tỷ lệ"),
        (1, 1, 3, 3, "Số"),
    ]


def test_a_table_is_filtered_frozen_and_repeated_where_it_is_asked(tmp_path: Path) -> None:
    sheet = page_sheet(
        tmp_path, Paragraph("Nhiệm vụ", "title"), _table(("1", "a"), ("2", "b"), filtered=True, repeated=True)
    )

    assert sheet.auto_filter.ref == "A2:B4"
    assert sheet.freeze_panes == "A3"
    assert sheet.print_title_rows == "$2:$2"
    assert sheet.print_area == "'Tổng quan'!$A$1:$B$4"


def test_spots_keep_their_kind_of_value(tmp_path: Path) -> None:
    spots = (
        (Spot(1234, "number"), Spot(33.9, "share")),
        (Spot(DAY, "day"), Spot("=1+1")),
        (Spot(None), Spot("https://a.vn/")),
    )
    columns = (TableColumn(("A",)), TableColumn(("B",)))
    sheet = page_sheet(tmp_path, Table(columns, spots))

    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [
        [1234, 33.9],
        [datetime(2022, 11, 14), "=1+1"],
        [None, "https://a.vn/"],
    ]
    assert sheet["B3"].data_type == "s"
    assert sheet["B4"].hyperlink is None


def test_links_lead_into_the_workbook_or_to_a_file_beside_it(tmp_path: Path) -> None:
    spots = (
        (Spot("đây", "link", "#'Tổng quan'!A1"), Spot(5, "number", "../a b#1 50%20.xlsx#'Sổ tiếp & dân'!F9")),
        (Spot("tệp", "link", "../vp.xlsx"), Spot("", "link", "../vp.xlsx")),
    )
    sheet = page_sheet(tmp_path, Table((TableColumn(("A",)), TableColumn(("B",))), spots))

    assert (sheet["A2"].hyperlink.location, sheet["A2"].value) == ("'Tổng quan'!A1", "đây")
    far = sheet["B2"]
    assert (far.value, far.hyperlink.target, far.hyperlink.location) == (
        5,
        "..\\a%20b%231%2050%2520.xlsx",
        "'Sổ tiếp & dân'!F9",
    )
    assert sheet["A3"].hyperlink.target == "..\\vp.xlsx"
    assert sheet["B3"].hyperlink is None


def test_a_chart_takes_its_numbers_from_hidden_cells_beside_the_page(tmp_path: Path) -> None:
    chart = Chart("Theo mục", ("II.1", "II.2"), (("Xong", (3.0, 4.0)), ("Chậm", (1.0, 0.0))))
    sheet = page_sheet(tmp_path, Paragraph("Tổng quan", "title"), chart, Paragraph("Hết"))

    assert sheet.print_area == "'Tổng quan'!$A$1:$B$3"
    beside = [[sheet.cell(row, column).value for column in (4, 5, 6)] for row in (2, 3)]
    assert beside == [["II.1", 3, 1], ["II.2", 4, 0]]
    # Neighbours of one look stand in the file as one entry.
    assert (sheet.column_dimensions["D"].min, sheet.column_dimensions["D"].max) == (4, 6)
    assert sheet.column_dimensions["D"].hidden


def test_the_foot_line_stands_on_every_page(tmp_path: Path) -> None:
    sheet = page_sheet(tmp_path, Paragraph("a"), foot="Số liệu & nguồn: 14/11")

    assert sheet.oddFooter.left.text == sheet.firstFooter.left.text
    assert sheet.oddFooter.left.text.strip() == "Số liệu && nguồn: 14/11"


def test_an_output_is_marked_as_ours(tmp_path: Path) -> None:
    page_sheet(tmp_path, Paragraph("a"))

    meta = openpyxl.load_workbook(tmp_path / "page.xlsx")["_META"]
    assert [(row[0].value, row[1].value) for row in meta.iter_rows()] == [
        ("layout", "danvan"),
        ("layout_version", "1"),
        ("kind", "output"),
    ]
