"""A workbook with everything people put into one: a check changes our cells only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from danvan_xlsx.excel.drawer import draw
from danvan_xlsx.words.page import OwnSheet
from tests.folders import (
    OFFICE,
    RECEPTION,
    SAVED,
    answer_of,
    cell,
    check,
    danvan,
    draw_plan,
    filled,
    new_folder,
    opened,
    resaved,
    saved_on,
    told,
    written,
)
from tests.looking import needs_office
from tests.rich_book import LAST, _enriched, part_of, picture, rewritten, stored


@contextmanager
def enriched_by(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is drawn meanwhile gets a chart, a picture, a text box, a comment, a data bar, a table, a macro."""

    class Rich(xlsxwriter.Workbook):  # type: ignore[misc]
        def close(self) -> None:
            if not self.fileclosed:
                _enrich(self)
            super().close()

    with monkeypatch.context() as patch:
        patch.setattr(xlsxwriter, "Workbook", Rich)
        yield


def _enrich(book: Any) -> None:
    sheet = book.get_worksheet_by_name(RECEPTION)
    sheet.write_comment("H7", "Hỏi lại bộ phận một cửa", {"author": "Cán bộ"})
    sheet.insert_image("T2", "a.png", {"image_data": BytesIO(picture())})
    sheet.insert_textbox("T9", "Ghi nhớ")
    sheet.conditional_format("F7:F99", {"type": "data_bar", "data_bar_2010": True})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": [RECEPTION, 6, 5, LAST - 1, 5]})
    sheet.insert_chart("T15", chart)
    sums = book.add_worksheet("Tính riêng")
    for row in range(7, LAST + 1):
        sums.write_number(row - 1, 4, row)
        sums.write_formula(row - 1, 7, f"=E{row}*2", None, row * 2)
    book.add_worksheet("Bảng").add_table(
        "A6:B9", {"columns": [{"header": "Tình trạng"}, {"header": "Số"}], "data": [["", 1], ["", 2], ["", 3]]}
    )
    pivot = book.add_worksheet("Tổng hợp nhanh")
    pivot.write_row("A3", ["Hình thức", "Sum of Số người"])
    pivot.write_row("A4", ["Định kỳ", 57])
    pivot.write_row("A5", ["Grand Total", 57])
    book.add_vba_project(BytesIO(b"not really macros"), is_stream=True)


@pytest.fixture(params=[True, False], ids=["our sheet there", "our sheet deleted"])
def rich(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder whose office keeps its register in such a workbook, `.xlsm`, with a pivot and a calculation chain."""
    folder = new_folder(tmp_path / "danvan-2022")
    path = (folder / OFFICE).with_suffix(".xlsm")
    (folder / OFFICE).unlink()
    plan = draw_plan(tmp_path / "plan.xlsx")
    book = filled(plan, "VP")
    if not request.param:
        book = replace(book, leaves=tuple(one for one in book.leaves if not isinstance(one, OwnSheet)))
    with enriched_by(monkeypatch):
        draw(book, path, created=date(2022, 1, 4))
    path.write_bytes(rewritten(path, _enriched(path)))
    saved_on(SAVED, path)
    return path


def test_of_a_rich_workbook_only_our_cells_change_and_undo_gives_back_its_bytes(rich: Path) -> None:
    original, before = rich.read_bytes(), stored(rich)
    titles = opened(rich, keep_vba=True).sheetnames
    ours = [title for title in ("Tổng hợp", "Nhiệm vụ", "Chốt số liệu", RECEPTION) if title in titles]
    answer = answer_of(rich.parent)

    assert told(answer) == [("DL03", rich.name, "F8")]
    assert rich.name in written(answer)
    after = stored(rich)
    added = set(after) - set(before)
    allowed = {f"xl/worksheets/sheet{titles.index(title) + 1}.xml" for title in ours}
    if "Tổng hợp" not in titles:
        assert len(added) == 1
        allowed |= {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "docProps/app.xml"}
    assert {name for name in before if before[name] != after[name]} == allowed
    assert len({"xl/vbaProject.bin", "xl/charts/chart1.xml", "xl/pivotTables/pivotTable1.xml"} & set(after)) == 3
    assert not [name for name in after if b"fullCalcOnLoad" in part_of(rich, name)]

    left = rich.read_bytes()
    assert written(answer_of(rich.parent)) == set()
    assert rich.read_bytes() == left
    assert danvan("undo", rich.parent).exit_code == 0
    assert rich.read_bytes() == original


@needs_office
def test_a_rich_workbook_is_opened_by_openpyxl_and_libreoffice_after_the_check(rich: Path, tmp_path: Path) -> None:
    check(rich.parent)

    book = opened(rich, keep_vba=True)
    assert (book[RECEPTION]["A8"].value, len(book[RECEPTION]._charts), len(book[RECEPTION]._images)) == (
        "Cần sửa",
        1,
        1,
    )
    assert (len(book["Tổng hợp nhanh"]._pivots), book[RECEPTION]["H7"].comment.text) == (1, "Hỏi lại bộ phận một cửa")
    copy = tmp_path / "copy" / OFFICE
    copy.parent.mkdir()
    copy.write_bytes(rich.read_bytes())
    resaved(copy, tmp_path)
    assert cell(copy, RECEPTION, "A8") == "Cần sửa"
    assert cell(copy, "Tổng hợp", "B3") == 1
