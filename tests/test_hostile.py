"""Workbooks made to do harm are refused with a sentence or read like any other, and stop no other of the folder."""

from __future__ import annotations

import json
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from danvan_xlsx.check import overfull
from danvan_xlsx.excel import cells, fast, limits, reader, strings, styles
from danvan_xlsx.excel.content import cell_text
from danvan_xlsx.excel.limits import Limit
from danvan_xlsx.excel.package import MAIN, Unreadable
from danvan_xlsx.excel.patcher import prepare
from danvan_xlsx.excel.reader import Workbook, open_workbook
from danvan_xlsx.excel.replacing import Declined, abandon, sha256_of
from danvan_xlsx.words.layout import Cell
from tests import craft
from tests.craft import inline, plain, row
from tests.folders import (
    CULTURE,
    FAULTY_CELL,
    JUSTICE,
    NEWS,
    OFFICE,
    PLAN,
    RECEPTION,
    answer_of,
    check,
    edited,
    opened,
    states,
    told,
    tree,
    written,
)
from tests.hostile import HOSTILE, TRICKS, before, hostile_book
from tests.proofs import changed_parts, losses, ours_sees, seen_by_all

FAULT = ("DL03", OFFICE, FAULTY_CELL)
OTHERS = {PLAN, OFFICE, JUSTICE}


@pytest.mark.parametrize("name", [name for name, one in HOSTILE.items() if not one.big])
def test_a_hostile_file_is_told_in_one_sentence_and_stops_no_other(folder: Path, name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name twice in a zip
        data = hostile_book(folder / CULTURE, name, NEWS)
    (folder / CULTURE).write_bytes(data)
    outside = tree(folder.parent.parent).keys() - tree(folder).keys()

    answer = answer_of(folder)

    code = HOSTILE[name].code
    assert [one for one in told(answer) if one[0] != "BM17"] == [*([(code, CULTURE, None)] if code else []), FAULT]
    assert written(answer) == (OTHERS if code else OTHERS | {CULTURE})
    assert ((folder / CULTURE).read_bytes() == data) is bool(code)
    assert {name for name in tree(folder.parent.parent) if not name.startswith(folder.parent.name)} <= outside


def test_names_that_lead_outside_are_kept_as_they_are_and_never_followed(folder: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        (folder / CULTURE).write_bytes(hostile_book(folder / CULTURE, "tricks in the names of parts, twins", NEWS))
    old = folder / "khong-dung" / CULTURE
    old.parent.mkdir()
    old.write_bytes((folder / CULTURE).read_bytes())

    check(folder)

    with ZipFile(folder / CULTURE) as book:
        assert set(TRICKS) <= {one.orig_filename for one in book.infolist()}
    assert not changed_parts(old, folder / CULTURE) & set(TRICKS)
    assert not Path("/etc/danvan-thu").exists()
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


# -- more than there can be ---------------------------------------------------------------


def _limited(monkeypatch: pytest.MonkeyPatch, name: str, most: int) -> None:
    limit: Limit = getattr(limits, name)
    for module in (cells, fast, reader, strings, styles):
        if hasattr(module, name):
            monkeypatch.setattr(module, name, limit._replace(most=most))


_CELL, _PLAIN_ROW = b"<c><v>1</v></c>", b'<row r="%d"><c r="A%d"><v>1</v></c></row>'
_MANY = {
    "cells": ("CELLS", "xl/worksheets/sheet1.xml", b"</sheetData>", b"<row>" + _CELL * 600 + b"</row>"),
    "cells of the plain shape": (
        "CELLS",
        "xl/worksheets/sheet1.xml",
        b"</sheetData>",
        b"".join(_PLAIN_ROW % (at, at) for at in range(9, 609)),
    ),
    "cells behind the last column": (
        "CELLS",
        "xl/worksheets/sheet1.xml",
        b"</sheetData>",
        b"<row>" + _CELL * 17_000 + b"</row>",
    ),
    "rows": ("ROWS", "xl/worksheets/sheet1.xml", b"</sheetData>", b"<row/>" * 600),
    "rows of the plain shape": ("ROWS", "xl/worksheets/sheet1.xml", b"</sheetData>", b'<row r="9" s="1"/>' * 600),
    "texts": ("TEXTS", "xl/sharedStrings.xml", b"</sst>", b"<si><t>a</t></si>" * 600),
    "rich texts": ("TEXTS", "xl/sharedStrings.xml", b"</sst>", b"<si><r><t>a</t></r></si>" * 600),
    "merges": (
        "MERGES",
        "xl/worksheets/sheet1.xml",
        b"</worksheet>",
        b"<mergeCells>" + b'<mergeCell ref="A1"/>' * 600 + b"</mergeCells>",
    ),
    "formats": ("STYLES", "xl/styles.xml", b"</cellXfs>", b"<xf/>" * 600),
}  # fmt: skip


@pytest.mark.parametrize("what", _MANY)
def test_a_list_without_end_is_refused_and_one_below_the_limit_is_read(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit, part, end, more = _MANY[what]
    members = craft.workbook(craft.ONE, strings=["<t>a</t>"])
    members[part] = before(end, more)(members[part])
    path = tmp_path / "so.xlsx"
    path.write_bytes(craft.zipped(members))

    with monkeypatch.context() as limited:
        _limited(limited, limit, 500)
        with pytest.raises(Unreadable) as refusal:
            ours_sees(path)
    assert (refusal.value.code, refusal.value.values["most"]) == ("BM59", 500)

    ours_sees(path)
    _limited(monkeypatch, limit, 20_000)
    ours_sees(path)


def test_the_cells_of_all_sheets_are_counted_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, sheet = tmp_path / "so.xlsx", craft.column(*(plain("@", 1) for _ in range(300)))
    path.write_bytes(craft.zipped(craft.workbook(sheet, sheet, titles=("Một", "Hai"))))
    _limited(monkeypatch, "CELLS", 500)

    with Workbook(path) as book:
        book.grid(book.sheets[0])
        book.grid(book.sheets[0])
        with pytest.raises(Unreadable, match="BM59"):
            book.grid(book.sheets[1])


def test_a_mark_dragged_down_to_the_end_of_a_register_is_one_finding(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overfull, "MOST_ROWS", 50)
    with edited(folder / CULTURE) as book:
        for number in range(20, 80):
            book[NEWS].cell(number, 3, "x")
            book[NEWS].cell(number, 12, "ngoài cột của biểu")
    answer = answer_of(folder)

    assert told(answer) == [("BM60", CULTURE, None), FAULT]
    assert written(answer) == OTHERS | {CULTURE}
    # What stands outside the columns of the form counts for nothing.
    with edited(folder / CULTURE) as book:
        for number in range(20, 80):
            book[NEWS].cell(number, 3).value = None
    assert told(answer_of(folder)) == [FAULT]


def test_of_a_text_longer_than_excel_holds_one_character_more_is_read(tmp_path: Path) -> None:
    path, long = tmp_path / "so.xlsx", "ễ" * 40_000
    sheet = craft.column(
        inline("@", f"<t>{long}</t>"),
        plain("@", 0, ' t="s"'),
        f'<c r="@" t="str"><v>{long}</v></c>',
        plain("@", "7" * 40_000 + "x"),
        f'<c r="@" t="e"><v>{long}</v></c>',
        inline("@", f"<t>{'_x1EC5_' * 40_000}</t>"),
    )
    for rich in (f"<t>{long}</t>", f"<r><t>{long}</t></r>"):
        path.write_bytes(craft.zipped(craft.workbook(sheet, strings=[rich])))
        seen = ours_sees(path)["Biểu 1"]

        assert {len(str(cell.value)) for cell in seen.values()} == {32_768}


# -- texts --------------------------------------------------------------------------------

_BAD_TEXTS = (
    "=HYPERLINK(\"http://x\",\"Bấm\")",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "=cmd|' /C calc'!A0",
    "\t=1+1",
    "\x1b[2J\x1b[31mđỏ",
    "a\x00b\x07c",
    "x" * 32_767,
    "&P&D&\"Arial\"&K00FF00",
    "'Sổ'!A1",
    "<script>alert(1)</script>",
    "dòng 1\r\nSubject: khác\r\nBcc: a@b",
    "{raw} {file} {0}",
    "%s %(x)s",
)  # fmt: skip


def _typed(path: Path, texts: tuple[str, ...]) -> None:
    """Each text in the column Số người of a row that is otherwise sound; openpyxl refuses what XML cannot hold."""
    with edited(path) as book:
        sheet = book[RECEPTION]
        for number, _ in enumerate(texts, 20):
            for column in range(1, 13):
                sheet.cell(number, column).value = sheet.cell(7, column).value
            sheet.cell(number, 6).value = f"thay-{number}"
    with ZipFile(path) as book:
        members = {name: book.read(name) for name in book.namelist()}
    for number, text in enumerate(texts, 20):
        held = cell_text(text).encode()
        members = {name: data.replace(f"thay-{number}<".encode(), held + b"<") for name, data in members.items()}
    path.write_bytes(craft.zipped(members))


def test_whatever_is_typed_is_quoted_as_text_and_does_nothing(folder: Path) -> None:
    _typed(folder / OFFICE, _BAD_TEXTS)

    answer = answer_of(folder)
    screen = check(folder).output

    cells = {one["cell"] for one in answer["findings"] if one["file"] == OFFICE}
    assert {f"F{number}" for number in range(20, 20 + len(_BAD_TEXTS))} <= cells
    # Nothing on the screen and in the answer steers the terminal; no sentence is longer than a page.
    assert not [one for one in screen if ord(one) < 32 and one not in "\n\t\r"]
    for one in answer["findings"]:
        assert len(one["message"]) < 400
        assert all(ord(letter) >= 32 or letter == "\n" for letter in one["message"] + one["remedy"])
    json.dumps(answer)
    for path in (folder / OFFICE, folder / "ket-qua" / "tong-hop.xlsx"):
        assert _formulas(path) == _formulas_of_the_form(path, folder)


def _formulas(path: Path) -> int:
    book = opened(path)
    return sum(cell.data_type == "f" for sheet in book.worksheets for line in sheet.iter_rows() for cell in line)


def _formulas_of_the_form(path: Path, folder: Path) -> int:
    """Those the file had before it was checked; the summary has none."""
    first = folder / ".danvan/backup/0001" / path.name
    return _formulas(first) if first.exists() else 0


def test_a_file_and_a_sheet_with_names_that_look_like_formulas_or_codes_are_named_as_they_are(folder: Path) -> None:
    name = "=cmd '&P{file}%s.xlsx"
    (folder / OFFICE).rename(folder / name)
    with edited(folder / name) as book:
        book[RECEPTION].title = "='A' & {B}!"

    answer = answer_of(folder)

    assert told(answer) == [("DL03", name, FAULTY_CELL)]
    assert (states(answer)[name], name in written(answer)) == ("checked", True)
    summary = opened(folder / "ket-qua" / "tong-hop.xlsx")
    texts = [cell for sheet in summary.worksheets for line in sheet.iter_rows() for cell in line if cell.value]
    assert any(name in str(cell.value) for cell in texts)
    assert all(cell.data_type != "f" for cell in texts)
    own: Any = opened(folder / name)["Tổng hợp"]
    links = [cell.hyperlink.location for line in own.iter_rows() for cell in line if cell.hyperlink]
    assert f"'=''A'' & {{B}}!'!{FAULTY_CELL}" in links


# -- found by the fuzzer ------------------------------------------------------------------


@pytest.mark.parametrize(
    "sheet",
    [
        craft.data(row('<c r="XFE1"><v>1</v></c>', "<c><v>2</v></c>")),
        craft.data(row('<c r="A1048577"><v>1</v></c>', at=1048577)),
        craft.data(row("<c><v>1</v></c>", more=' r="0"')),
        craft.data(row("<c><v>1</v></c>", more=' r="01"')),
        craft.data(row('<c r="A01"><v>1</v></c>', at=1)),
    ],
)
def test_into_a_sheet_with_places_that_excel_does_not_have_nothing_is_written(sheet: str, tmp_path: Path) -> None:
    """A cell without an address stands behind the one before it, and where that is nobody knows."""
    path = tmp_path / "so.xlsx"
    path.write_bytes(craft.zipped(craft.workbook(sheet)))
    with pytest.raises(Declined, match="BM25"):
        prepare(path, sha256_of(path), {"Biểu 1": {(1, 1): "Đạt", (5, 1): "Đạt"}}, None, None)


_MAIN_SPELT = MAIN.replace("main", "mai&#110;")
_OTHER = ' xmlns:q="urn:other"'


@pytest.mark.parametrize("at", [1, 9])
@pytest.mark.parametrize(
    "rows",
    [
        row(f'<c{_OTHER} q:đ="1"><v>10</v></c>', "<c><v>20</v></c>", "<c><v>30</v></c>", at=9),
        row(f'<x:c xmlns:x="{_MAIN_SPELT}"><x:v>10</x:v></x:c>', "<c><v>20</v></c>", "<c><v>30</v></c>", at=9),
        row("<c><v>10</v></c>", more=f'{_OTHER} q:đ="1"') + row("<c><v>20</v></c>"),
        f'<x:row xmlns:x="{_MAIN_SPELT}"><x:c><x:v>10</x:v></x:c></x:row>' + row("<c><v>20</v></c>"),
        row("<c><v>10</v></c>", at=9) + "</sheetData><sheetData>" + row("<c><v>20</v></c>", at=10),
    ],
)
def test_no_cell_is_lost_behind_one_that_is_hard_to_see(rows: str, at: int, tmp_path: Path) -> None:
    """Where cells and rows do not say where they stand, one passed over would move all those behind it."""
    path = tmp_path / "so.xlsx"
    path.write_bytes(craft.zipped(craft.workbook(craft.data(rows))))
    before = seen_by_all(path, ["ours", "openpyxl"])
    with suppress(Declined):
        assert losses(path, {"Biểu 1": {(at, 1): "Cần sửa"}}, before) == []


@pytest.mark.parametrize(
    "around",
    [
        f"<mergeCells><mergeCell{_OTHER} q:đ='1' ref='A8:A9'/></mergeCells>",
        f'<x:mergeCells xmlns:x="{_MAIN_SPELT}"><x:mergeCell ref="A8:A9"/></x:mergeCells>',
        '<mergeCells><mergeCell ref="C9:A8"/></mergeCells>',
    ],
)
def test_a_merged_range_is_seen_however_it_is_written(around: str, tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    path.write_bytes(craft.zipped(craft.workbook(craft.ONE + around)))
    with pytest.raises(Declined, match="BM24"):
        prepare(path, sha256_of(path), {"Biểu 1": {(9, 1): "Đạt"}}, None, None)


def test_a_list_of_merged_ranges_of_another_namespace_is_none_of_the_sheet(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    other = "<extLst><ext\txmlns='urn:other'><mergeCells><mergeCell ref='A1:A20'/></mergeCells></ext></extLst>"
    path.write_bytes(craft.zipped(craft.workbook(craft.ONE + other)))
    prepared = prepare(path, sha256_of(path), {"Biểu 1": {(9, 1): "Đạt"}}, None, None)
    assert prepared is not None
    abandon(prepared)


def test_a_long_declaration_of_another_encoding_is_no_way_in(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    members = craft.workbook(craft.ONE)
    part = "xl/worksheets/sheet1.xml"
    body = members[part].partition(b"?>")[2] if members[part].startswith(b"<?xml") else members[part]
    members[part] = b'<?xml version="1.0"' + b" " * 400 + b'encoding="ISO-8859-1"?>' + body
    path.write_bytes(craft.zipped(members))
    with pytest.raises(Declined, match="BM25"):
        prepare(path, sha256_of(path), {"Biểu 1": {(9, 1): "Đạt"}}, None, None)


@pytest.mark.parametrize("ref", ["A1:ZZZ99999999999", "", "x", "A1:XFD1048576", "A0"])
def test_a_dimension_that_makes_no_sense_is_left_as_it_is(ref: str, tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    path.write_bytes(craft.zipped(craft.workbook(f'<dimension ref="{ref}"/>{craft.ONE}')))
    prepared = prepare(path, sha256_of(path), {"Biểu 1": {(5, 3): "Đạt"}}, None, None)
    assert prepared is not None
    with open_workbook(prepared.temp) as book:
        assert book.grid(book.sheets[0]).rows[5] == {3: Cell("Đạt")}
    with ZipFile(prepared.temp) as zipped:
        assert f'<dimension ref="{ref}"/>'.encode() in zipped.read("xl/worksheets/sheet1.xml")
    abandon(prepared)
