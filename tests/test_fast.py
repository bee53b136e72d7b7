"""The quick way and expat read alike, whatever the damage; only refusals with a code come out."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from danvan_xlsx.excel.cells import Meaning, SheetCells, read_sheet
from danvan_xlsx.excel.fast import plain_sheet, sheet_cells, string_cells
from danvan_xlsx.excel.package import Package, Unreadable
from danvan_xlsx.excel.reader import open_workbook
from danvan_xlsx.excel.strings import read_strings
from tests import craft
from tests.craft import inline, number, plain, row, text
from tests.craft_cells import STRING_BOOK
from tests.craft_files import cases
from tests.test_second_reader import WRITERS


def parts(path: Path) -> Iterator[tuple[bytes, Meaning]]:
    """The sheets of a readable workbook with what their cells need."""
    with open_workbook(path) as workbook, Package(path) as package:
        for sheet in workbook.sheets:
            yield package.read(sheet.part), workbook._meaning


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
    for case in cases():
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


def test_any_damage_to_a_workbook_is_refused_with_a_code_or_read(tmp_path: Path) -> None:
    chance, codes = random.Random(14), set()
    path = tmp_path / "sổ.xlsx"
    whole = craft.zipped(STRING_BOOK)
    for turn in range(600):
        if turn % 2:
            path.write_bytes(mutated(whole, chance))
        else:
            part = chance.choice(list(STRING_BOOK))
            path.write_bytes(craft.zipped(STRING_BOOK | {part: mutated(STRING_BOOK[part], chance)}))
        try:
            with open_workbook(path) as workbook:
                for sheet in workbook.sheets:
                    workbook.grid(sheet)
        except Unreadable as refusal:
            codes.add(refusal.code)
    assert {"BM01", "BM02"} <= codes <= {f"BM0{number}" for number in range(1, 10)}


def test_a_sheet_formatted_to_its_last_row_is_passed_over_the_quick_way() -> None:
    looks = ' spans="1:14" s="3" customFormat="1" ht="15.75" customHeight="1" x14ac:dyDescent="0.25"'
    blank = row(at=7, more=looks).replace("></row>", "/>").encode() * 1048575
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
