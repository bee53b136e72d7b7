"""Our cells are spliced into a sheet part, and no other byte of it changes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_xlsx.excel.cells import Meaning, read_sheet
from danvan_xlsx.excel.content import Value, content, same
from danvan_xlsx.excel.marking import mark
from danvan_xlsx.excel.package import MAIN, STRICT_MAIN
from danvan_xlsx.excel.splice import Blocked, refuse_ranges, rest, splice
from danvan_xlsx.excel.xml_bytes import Odd
from danvan_xlsx.words.layout import column_letters

NOTHING_SHARED = Meaning((), {})


def part(rows: str, before: str = "", after: str = "", space: str = MAIN, root: str = "") -> bytes:
    return f'<worksheet xmlns="{space}"{root}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>'.encode()


def prefixed(rows: str) -> bytes:
    return f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{rows}</x:sheetData></x:worksheet>'.encode()


def spliced(data: bytes, cells: dict[tuple[int, int], Value], date1904: bool = False) -> bytes:
    """Both ways of finding the cells must give the same bytes."""
    rows = {row for row, _ in cells}
    fast, exact = (splice(mark(data, rows, way), cells, date1904) for way in (False, True))
    assert fast == exact
    return fast


def text(value: str, address: str, more: str = "") -> str:
    return f'<c r="{address}"{more} t="inlineStr"><is><t>{value}</t></is></c>'


CASES = {
    "a cell is replaced and keeps its style": (
        part('<row r="7"><c r="A7" s="3" t="s"><v>0</v></c><c r="B7"><v>1</v></c></row>'),
        {(7, 1): "Đạt"},
        part('<row r="7"><c r="A7" s="3" t="inlineStr"><is><t>Đạt</t></is></c><c r="B7"><v>1</v></c></row>'),
    ),
    "an emptied cell keeps its style": (
        part('<row r="7"><c r="A7" s="3" t="inlineStr"><is><t>cũ</t></is></c></row>'),
        {(7, 1): None},
        part('<row r="7"><c r="A7" s="3"/></row>'),
    ),
    "an absent cell is not made to be empty": (
        part('<row r="7"/>'),
        {(7, 1): None, (9, 1): None},
        part('<row r="7"/>'),
    ),
    "cells are put in the order of their columns and spans and dimension grow": (
        part('<row r="7" spans="2:3"><c r="B7"><v>1</v></c><c r="C7"><v>2</v></c></row>', '<dimension ref="B7:C7"/>'),
        {(7, 1): 5, (7, 4): 6, (7, 5): 7},
        part(
            '<row r="7" spans="1:5"><c r="A7"><v>5</v></c><c r="B7"><v>1</v></c><c r="C7"><v>2</v></c>'
            '<c r="D7"><v>6</v></c><c r="E7"><v>7</v></c></row>',
            '<dimension ref="A7:E7"/>',
        ),
    ),
    "spans in several pieces are left out": (
        part('<row r="7" spans="1:2 5:6" ht="20"><c r="A7"><v>1</v></c></row>'),
        {(7, 3): 1.5},
        part('<row r="7" ht="20"><c r="A7"><v>1</v></c><c r="C7"><v>1.5</v></c></row>'),
    ),
    "a closed row is opened": (
        part('<row r="7" ht="20" spans="3:3" />'),
        {(7, 1): 1},
        part('<row r="7" ht="20" spans="1:3"><c r="A7"><v>1</v></c></row>'),
    ),
    "a closed sheet is opened": (
        f'<worksheet xmlns="{MAIN}"><sheetData/><pageMargins/></worksheet>'.encode(),
        {(2, 1): 1, (1, 2): 2},
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>1</v></c>'
        "</row></sheetData><pageMargins/></worksheet>".encode(),
    ),
    "new rows stand in order": (
        part('<row r="2"/><row r="5"/>'),
        {(1, 1): 1, (3, 1): 3, (4, 1): 4, (9, 1): 9},
        part(
            '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"/><row r="3"><c r="A3"><v>3</v></c></row>'
            '<row r="4"><c r="A4"><v>4</v></c></row><row r="5"/><row r="9"><c r="A9"><v>9</v></c></row>'
        ),
    ),
    "a new cell looks like its row, else like its column": (
        part('<row r="1" s="4" customFormat="1"/><row r="2" s="4"/>', '<cols><col min="2" max="3" style="9"/></cols>'),
        {(1, 2): 1, (2, 3): 1, (3, 2): 1, (2, 4): 1},
        part(
            '<row r="1" s="4" customFormat="1"><c r="B1" s="4"><v>1</v></c></row>'
            '<row r="2" s="4"><c r="C2" s="9"><v>1</v></c><c r="D2"><v>1</v></c></row>'
            '<row r="3"><c r="B3" s="9"><v>1</v></c></row>',
            '<cols><col min="2" max="3" style="9"/></cols>',
        ),
    ),
    "prefixes are kept": (
        prefixed('<x:row r="1"><x:c r="A1"/></x:row>'),
        {(1, 1): "a", (2, 1): 1},
        prefixed(
            '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>'
            '<x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c></x:row>'
        ),
    ),
    "rows and cells without an address are counted": (
        part("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"),
        {(1, 2): 9, (2, 1): 8, (2, 2): 7},
        part('<row><c><v>1</v></c><c r="B1"><v>9</v></c></row><row><c r="A2"><v>8</v></c><c r="B2"><v>7</v></c></row>'),
    ),
    "other quotes, a bare > and blanks in tags are read": (
        part("<row r='7' x='>'><c s='2' r='A7' ><v>1</v></c ><c r=\"B7\" x=\"/>\"/></row >"),
        {(7, 1): 2, (7, 3): 3},
        part("<row r='7' x='>'><c r=\"A7\" s=\"2\"><v>2</v></c><c r=\"B7\" x=\"/>\"/><c r=\"C7\"><v>3</v></c></row >"),
    ),
    "addresses in small letters are read": (
        part('<row r="7"><c r="a7" s="2"/><c r="c7"><v>3</v></c></row>'),
        {(7, 1): 1, (7, 2): 2},
        part('<row r="7"><c r="A7" s="2"><v>1</v></c><c r="B7"><v>2</v></c><c r="c7"><v>3</v></c></row>'),
    ),
    "comments and CDATA do not mislead": (
        part('<!-- <row r="1"><c r="A1"/> --><row r="1"><c r="A1" t="str"><v><![CDATA[<c r="A1">]]></v></c></row>'),
        {(1, 1): 1, (1, 2): 2},
        part('<!-- <row r="1"><c r="A1"/> --><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'),
    ),
    "the same names of another namespace are not ours": (
        part('<row r="1"><c r="A1"/><y:c r="B1"/></row>', root=' xmlns:y="urn:y"'),
        {(1, 2): 2},
        part('<row r="1"><c r="A1"/><c r="B1"><v>2</v></c><y:c r="B1"/></row>', root=' xmlns:y="urn:y"'),
    ),
    "what stands behind the cells of a row stays behind them": (
        part('<row r="1"><c r="A1"/><extLst/></row>'),
        {(1, 2): 2},
        part('<row r="1"><c r="A1"/><c r="B1"><v>2</v></c><extLst/></row>'),
    ),
    "text is never a formula and nothing in it is markup": (
        part('<row r="1"/>', space=STRICT_MAIN),
        {(1, 1): "=1+1", (1, 2): '<a> & "b"', (1, 3): " x ", (1, 4): "_x0041_", (1, 5): "a\x0bb", (1, 6): "a\r\nb"},
        part(
            f'<row r="1">{text("=1+1", "A1")}{text("&lt;a&gt; &amp; &quot;b&quot;", "B1")}'
            '<c r="C1" t="inlineStr"><is><t xml:space="preserve"> x </t></is></c>'
            f"{text('_x005F_x0041_', 'D1')}{text('a_x000B_b', 'E1')}"
            '<c r="F1" t="inlineStr"><is><t xml:space="preserve">a\nb</t></is></c></row>',
            space=STRICT_MAIN,
        ),
    ),
    "a day is its serial number": (
        part('<row r="1"/>'),
        {(1, 1): date(2022, 11, 14), (1, 2): 33.9, (1, 3): -2},
        part('<row r="1"><c r="A1"><v>44879</v></c><c r="B1"><v>33.9</v></c><c r="C1"><v>-2</v></c></row>'),
    ),
}  # fmt: skip


@pytest.mark.parametrize("claim", CASES)
def test_the_part_has_exactly_the_bytes_expected(claim: str) -> None:
    data, cells, expected = CASES[claim]

    assert spliced(data, cells) == expected


@pytest.mark.parametrize("claim", CASES)
def test_the_rest_of_a_spliced_part_is_the_same(claim: str) -> None:
    data, cells, expected = CASES[claim]
    rows = {row for row, _ in cells}

    assert b"".join(rest(mark(data, rows), cells)) == b"".join(rest(mark(expected, rows), cells))


def test_a_byte_order_mark_does_not_shift_the_cells() -> None:
    data = b"\xef\xbb\xbf" + b'<?xml version="1.0" encoding="UTF-8"?>' + part('<row r="1"><c r="A1"/></row>')

    assert spliced(data, {(1, 1): 1}).endswith(part('<row r="1"><c r="A1"><v>1</v></c></row>'))


def test_a_day_of_the_1904_system_is_1462_less() -> None:
    data = part('<row r="1"><c r="A1" s="1"/></row>')

    assert b"<v>43417</v>" in spliced(data, {(1, 1): date(2022, 11, 14)}, date1904=True)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (part("").decode().encode("utf-16"), "encoding"),
        (b'<?xml version="1.0" encoding="windows-1258"?>' + part(""), "encoding"),
        (b'<!DOCTYPE worksheet [<!ENTITY a "b">]>' + part(""), "doctype"),
        (part('<row r="1"/><row r="1"/>'), "row twice"),
        (part('<row r="1"><c r="A1"/><c r="A1"/></row>'), "cell twice"),
        (part('<row r="1"><c r="A2"/></row>'), "cell of another row"),
        (f'<worksheet xmlns="{MAIN}"/>'.encode(), "no sheetData"),
        (part('<row r="1"></row>')[:-12], "not well-formed"),
        (part('<row r="1"/>', space="urn:beta"), "no sheetData"),
    ],
)
def test_what_is_not_understood_is_not_written(data: bytes, fault: str) -> None:
    for exact in (False, True):
        with pytest.raises(Odd, match=fault):
            splice(mark(data, {1}, exact), {(1, 2): 1})


BLOCKING = part(
    '<row r="1"><c r="C1"><f t="array" ref="C1:C3">A1:A3</f><v>1</v></c>'
    '<c r="E1"><f t="dataTable" ref="E1:F2"/></c></row>',
    after='<mergeCells count="3"><mergeCell ref="A1:B2"/><mergeCell ref="K:L"/><mergeCell ref="50:51"/></mergeCells>',
)


@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize(
    ("position", "kind", "area"),
    [
        ((1, 2), "merged", "A1:B2"),
        ((2, 1), "merged", "A1:B2"),
        ((1, 3), "array", "C1:C3"),
        ((3, 3), "array", "C1:C3"),
        ((2, 6), "data_table", "E1:F2"),
        ((7, 7), "pivot", "G6:H9"),
        ((99, 12), "merged", "K:L"),
        ((51, 1), "merged", "50:51"),
    ],
)
def test_a_cell_inside_a_range_that_excel_owns_is_refused(
    position: tuple[int, int], kind: str, area: str, exact: bool
) -> None:
    with pytest.raises(Blocked) as blocked:
        refuse_ranges(mark(BLOCKING, {position[0]}, exact), [position], [("pivot", "G6:H9")])

    assert (blocked.value.kind, blocked.value.area) == (kind, area)


def test_the_first_cell_of_a_merge_and_cells_beside_the_ranges_may_be_written() -> None:
    refuse_ranges(mark(BLOCKING, {1}), [(1, 1), (3, 1), (4, 3), (3, 5)], [("pivot", "G6:H9")])


@pytest.mark.parametrize(
    "changed",
    [
        part('<row r="1"><c r="A1"/><c r="B1"><v>8</v></c></row><row r="2"/>'),
        part('<row r="1" ht="9"><c r="A1"/><c r="B1"><v>7</v></c></row><row r="2"/>'),
        part('<row r="1"><c r="A1"/><c r="B1"><v>7</v></c><c r="C1"/></row><row r="2"/>'),
        part('<row r="1"><c r="A1"/><c r="B1"><v>7</v></c></row><row r="3"/>'),
        part('<row r="1"><c r="A1"/><c r="B1"><v>7</v></c></row><row r="2"/>', after="<pageMargins/>"),
        part('<row r="1"><c r="A1"/><c r="B1"><v>7</v></c></row><row r="2"/>', before="<sheetPr/>"),
    ],
)
def test_the_proof_sees_any_other_change(changed: bytes) -> None:
    data = part('<row r="1"><c r="A1"/><c r="B1"><v>7</v></c></row><row r="2"/>')

    assert b"".join(rest(mark(data, {1}), [(1, 1)])) != b"".join(rest(mark(changed, {1}), [(1, 1)]))


@pytest.mark.parametrize(
    ("xml", "shown"),
    [
        ('<c t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t> b</t></r><rPh><t>x</t></rPh></is></c>', "a b"),
        ('<c t="str"><f>A1</f><v>&lt;&#10;_x0041_</v></c>', "<\nA"),
        ('<c t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', " a "),
        ('<c t="str"><o:v xmlns:o="urn:other">b</o:v><v>a</v></c>', "a"),
        ('<c t="b"><v>1</v></c>', True),
        ('<c t="e"><v>#N/A</v></c>', "#N/A"),
        ("<c><v> 1.5 </v></c>", 1.5),
    ],
)
def test_what_a_cell_shows_is_read(xml: str, shown: object) -> None:
    cell = content(xml.encode(), b"").shown(NOTHING_SHARED)

    assert cell is not None and cell.value == shown


def test_a_cell_with_something_of_another_namespace_that_looks_like_ours_is_not_understood() -> None:
    with pytest.raises(Odd):
        content(b'<c t="inlineStr"><is xmlns="urn:other"><t>a</t></is></c>', b"")
    same = f'<x:c t="str"><x:v xmlns:x="{MAIN}">a</x:v></x:c>'
    assert content(same.encode(), b"x:").value == "a"


VALUES = st.one_of(
    st.none(),
    st.integers(-(10**6), 10**6),
    st.floats(-1e9, 1e9).map(lambda value: round(value, 4)),
    st.dates(date(1905, 1, 1), date(2100, 1, 1)),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(lambda value: "\r" not in value),
)
POSITIONS = st.tuples(st.integers(1, 8), st.integers(1, 6))


def _drawn(there: set[tuple[int, int]], prefix: str, quote: str, spans: bool) -> bytes:
    """A sheet of numbers as some program might write it."""
    q, rows = quote, ""
    for row in sorted({row for row, _ in there}):
        columns = sorted(column for at, column in there if at == row)
        cells = "".join(
            f"<{prefix}c r={q}{column_letters(column)}{row}{q} s={q}{column}{q}>"
            f"<{prefix}v>{row}</{prefix}v></{prefix}c>"
            for column in columns
        )
        hint = f" spans={q}{columns[0]}:{columns[-1]}{q}" if spans else ""
        rows += f"<{prefix}row r={q}{row}{q}{hint}>{cells}</{prefix}row>"
    name = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
    data = f"<{prefix}sheetData>{rows}</{prefix}sheetData>"
    return f'<{prefix}worksheet {name}="{MAIN}"><{prefix}dimension ref="A1:F8"/>{data}</{prefix}worksheet>'.encode()


@settings(max_examples=120, deadline=None)
@given(
    st.sets(POSITIONS),
    st.dictionaries(POSITIONS, VALUES),
    st.sampled_from(["", "x:"]),
    st.sampled_from(['"', "'"]),
    st.booleans(),
)
def test_any_cells_are_written_and_all_others_stay(
    there: set[tuple[int, int]], cells: dict[tuple[int, int], Value], prefix: str, quote: str, spans: bool
) -> None:
    data = _drawn(there, prefix, quote, spans)

    after = spliced(data, cells)

    rows = {row for row, _ in cells}
    assert b"".join(rest(mark(data, rows), cells)) == b"".join(rest(mark(after, rows), cells))
    read = read_sheet(after, NOTHING_SHARED).rows
    shown = {(row, column): cell for row, line in read.items() for column, cell in line.items()}
    for position in there - cells.keys():
        assert shown.pop(position).value == position[0]
    for position, value in cells.items():
        assert same(value, shown.pop(position, None), date1904=False)
    assert shown == {}
