"""Hand-made workbooks with one trap of a sheet or of the file each, and what is read or which code refuses them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tests.craft import (
    HEAD,
    MAIN,
    OFFICE,
    ONE,
    Case,
    Members,
    broken,
    case,
    column,
    data,
    day,
    down,
    inline,
    number,
    plain,
    relations,
    renamed,
    row,
    text,
    without,
    workbook,
    worksheet,
    zipped,
)
from tests.craft_cells import STRING_BOOK, STRING_CELLS, STRINGS, value_cases


def cases() -> Iterator[Case]:
    yield from value_cases()
    yield from _shape_cases()
    yield from _package_cases()
    yield from _refused_cases()


def _shape_cases() -> Iterator[Case]:
    yield case(
        "a value under a merge",
        workbook(
            data(row(inline("A1", "<t>gộp</t>"), '<c r="B1"/>', at=1), row('<c r="A2"/>', plain("B2", 99), at=2))
            + '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'
        ),
        {"A1": text("gộp"), "B2": number(99)},
    )
    yield case(
        "formatted to the corner of the sheet",
        workbook(
            '<dimension ref="A1:XFD1048576"/>'
            + data(
                row(plain("A1", 1), '<c r="XFD1" s="0"/>', at=1),
                row('<c r="A1048576" s="0"/>', at=1048576, more=' s="0" customFormat="1" ht="15"'),
            )
        ),
        {"A1": number(1)},
    )
    yield case(
        "a value in the last cell of the sheet",
        workbook(data(row(plain("A1", 1), at=1), row(plain("XFD1048576", 2), at=1048576))),
        {"A1": number(1), "XFD1048576": number(2)},
    )
    yield case(
        "rows and cells without references",
        workbook(data(row("<c><v>1</v></c>", "<c><v>2</v></c>"), row("<c/>", "<c><v>3</v></c>"))),
        {"A1": number(1), "B1": number(2), "B2": number(3)},
    )
    yield case(
        "references here and there",
        workbook(data(row("<c><v>1</v></c>", plain("C1", 2), "<c><v>3</v></c>", at=1), row("<c><v>4</v></c>"))),
        {"A1": number(1), "C1": number(2), "D1": number(3), "A2": number(4)},
    )
    yield case(
        "rows and cells out of order",
        workbook(data(row(plain("A3", 3), at=3), row(plain("B1", 2), plain("A1", 1), at=1))),
        {"A1": number(1), "B1": number(2), "A3": number(3)},
    )
    yield case(
        "a row and a cell twice",
        workbook(
            data(
                row(plain("A1", 1), plain("C1", 5), at=1),
                row(plain("B1", 2), '<c r="C1"/>', at=1),
                row(plain("A1", 9), at=1),
            )
        ),
        {"A1": number(9), "B1": number(2), "C1": number(5)},
    )
    yield case(
        "references that Excel cannot have",
        workbook(
            data(
                row(*(plain(one, at) for at, one in enumerate(["A1", "XFE1", "1A", "A0", "ABCD1", "A07"])), at=1),
                row(plain("A1048577", 5), plain("$D$2", 6), plain("e2", 7), at=2),
                row(plain("XFD3", 8), plain("XFE3", 9), at=3),
            )
        ),
        {
            "A1": number(0),
            "B1": broken("1"),
            "C1": broken("2"),
            "D1": broken("3"),
            "E1": broken("4"),
            "F1": broken("5"),
            "A2": broken("5"),
            "B2": broken("6"),
            "E2": number(7),
            "XFD3": number(8),
        },
    )
    yield case(
        "cells and a row without a reference behind a cell of another row",
        workbook(data(row(plain("A9", 1), "<c><v>2</v></c>", plain("D9", 3), at=2), row("<c><v>4</v></c>"))),
        {"A9": number(1), "B2": number(2), "D9": number(3), "A3": number(4)},
    )
    yield case(
        "rows with numbers that Excel cannot have",
        workbook(data(*(row(f"<c><v>{at}</v></c>", more=f' r="{at}"') for at in ("0", "1048577", "07")))),
        {"A1": number(0), "A2": number(1048577), "A3": number(7)},
    )
    yield case(
        "a dimension that is too small",
        workbook('<dimension ref="A1"/>' + data(row(plain("A1", 1), at=1), row(at=2), row(plain("C3", 3), at=3))),
        {"A1": number(1), "C3": number(3)},
    )
    yield case(
        "an alternative for newer programs before the data",
        workbook(
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f'<mc:Choice Requires="x14"/><mc:Fallback/></mc:AlternateContent>{ONE}'
        ),
        {"A1": number(1)},
    )
    yield case(
        "an extension that looks like cells",
        workbook(
            f'{ONE}<extLst><ext xmlns:o="urn:other"><o:row r="2"><o:c r="A2"><o:v>2</o:v></o:c></o:row>'
            '<c r="A3"><v>3</v></c></ext></extLst>'
        ),
        {"A1": number(1)},
    )
    yield case(
        "an extension inside a cell",
        workbook(data(row('<c r="A1"><v>1</v><o:v xmlns:o="urn:other">2</o:v></c>', at=1))),
        {"A1": number(1)},
    )
    yield case(
        "comments, blanks and instructions between the cells",
        workbook(
            "<sheetData>\n <row r='1'>\n  <!-- <c r='B1'><v>5</v></c> --><?thing x?>\n"
            "  <c r='A1'>\n   <v>1</v>\n  </c>\n </row>\n</sheetData>"
        ),
        {"A1": number(1)},
    )
    yield case(
        "the end of the data in a comment",
        workbook(f"<!-- <sheetData> -->{ONE}<!-- </sheetData> -->"),
        {"A1": number(1)},
    )
    yield case("no data at all", workbook("<sheetData/>"), {})
    yield case("no element for data", workbook(""), {})
    sheet = f'<x:worksheet xmlns:x="{MAIN}">{ONE}</x:worksheet>'
    for name in ("sheetData", "row", "c", "v"):
        sheet = sheet.replace(f"<{name}", f"<x:{name}").replace(f"</{name}>", f"</x:{name}>")
    yield case("a prefix for every element", workbook((HEAD + sheet).encode()), {"A1": number(1)})


def _package_cases() -> Iterator[Case]:
    one = {"A1": number(1)}
    yield case("absolute targets", workbook(ONE, target=lambda part: f"/{part}"), one)
    yield case("targets with dots", workbook(ONE, target=lambda part: f"../{part}"), one)
    yield case("targets with backslashes", workbook(ONE, target=lambda part: part[3:].replace("/", "\\")), one)
    yield case("a part in a folder of its own", workbook(ONE, part="xl/trang/Bảng {}.xml".format), one)
    yield case("UTF-16", workbook(_encoded("UTF-16", "ễ")), {"A1": text("ễ")})
    yield case("another encoding that is UTF-8 too", workbook(_encoded("ISO-8859-1", "Ã©")), {"A1": text("Ã©")})
    yield case("a byte-order mark", workbook(b"\xef\xbb\xbf" + worksheet(ONE)), one)
    yield case(
        "strict OOXML",
        workbook(
            column(plain("@", 1), plain("@", 0, ' t="s"'), plain("@", "2026-11-24T00:00:00", ' t="d" s="1"')),
            strings=["<t>chuỗi</t>"],
            formats=["dd/mm/yyyy"],
            strict=True,
        ),
        down(number(1), text("chuỗi"), day(46350)),
    )
    yield case("backslashes in member names", renamed(STRING_BOOK, lambda one: one.replace("/", "\\")), STRING_CELLS)
    yield case("slashes before member names", renamed(STRING_BOOK, lambda one: f"/{one}"), STRING_CELLS)
    yield case(
        "member names in another case",
        renamed(STRING_BOOK, lambda one: one.replace("sharedS", "SharedS").replace("worksheets", "WorkSheets")),
        STRING_CELLS,
    )
    yield case("no content types", without(STRING_BOOK, "[Content_Types].xml"), STRING_CELLS)
    yield case("styles declared and absent", without(STRING_BOOK, "xl/styles.xml"), STRING_CELLS)
    yield case(
        "shared strings declared and absent",
        without(STRING_BOOK, "xl/sharedStrings.xml"),
        down(*(broken(str(at)) for at in range(len(STRINGS)))),
    )
    yield Case("bytes after the end of the zip", zipped(STRING_BOOK) + b"\r\n" * 20, STRING_CELLS)


def _encoded(encoding: str, content: str) -> bytes:
    sheet = worksheet(column(inline("@", f"<t>{content}</t>"))).decode()
    return sheet.replace("UTF-8", encoding).encode(encoding)


def _refused_cases() -> Iterator[Case]:
    whole = zipped(STRING_BOOK)
    yield Case("an empty file", b"", "BM05")
    yield Case("a web page", "<html><table><tr><td>Mã</td></tr></table></html>".encode(), "BM01")
    yield Case("plain text", "Mã,Tên\n1,A\n".encode(), "BM01")
    yield Case("a file of zeros", b"\0" * 5000, "BM02")
    yield Case("a cut zip", whole[: len(whole) * 2 // 3], "BM02")
    yield Case("a damaged member", _damaged(whole), "BM02")
    yield case("some other zip", {"ảnh.png": b"x"}, "BM01")
    yield case("a Word document", _word_document(), "BM01")
    beta = {
        name: content.replace(MAIN.encode(), b"http://schemas.microsoft.com/office/excel/2006/2")
        for name, content in workbook(ONE).items()
    }
    yield case("a namespace of before 2006", beta, "BM01")
    yield case("no sheet is listed", workbook(titles=()), "BM02")
    yield case("a sheet listed and absent", without(STRING_BOOK, "xl/worksheets/sheet1.xml"), "BM02")
    yield case(
        "a sheet without its relation", _with(STRING_BOOK, "xl/_rels/workbook.xml.rels", b'"rId1"', b'"rId7"'), "BM02"
    )
    yield case("no workbook part", without(STRING_BOOK, "xl/workbook.xml"), "BM02")
    yield case("no relations of the package", without(STRING_BOOK, "_rels/.rels"), "BM02")
    yield case("broken relations", _with(STRING_BOOK, "_rels/.rels", b"</Relationships>", b""), "BM02")
    yield case("XML that stops", workbook(worksheet(ONE)[:-30]), "BM02")
    yield case(
        "XML that is not well-formed between the cells", workbook(data(row(plain("A1", 1), "</row>", at=1))), "BM02"
    )
    for name, odd in _misplaced():
        yield case(name, workbook(data(odd)), "BM02")
    yield case("an attribute twice", workbook(data(row(plain("A1", 1), at=1, more=' r="2"'))), "BM02")
    yield case(
        "a prefix that is not declared",
        workbook(data(row(plain("A1", 1), at=1, more=' x14ac:dyDescent="0.25"'))),
        "BM02",
    )
    yield case(
        "bytes that are not UTF-8",
        workbook(worksheet(column(inline("@", "<t>@@</t>"))).replace(b"A1A1", b"\xff")),
        "BM02",
    )
    yield case("a control character", workbook(column(inline("@", "<t>a\x0bb</t>"))), "BM02")
    yield case("a control character in a formula", workbook(column('<c r="@"><f>1\x01</f><v>1</v></c>')), "BM02")
    yield case("a control character in a shared string", workbook(ONE + "", strings=["<t>\x02</t>"]), "BM02")
    yield case("an entity nobody declared", workbook(column(inline("@", "<t>a&nbsp;b</t>"))), "BM02")
    yield case("a section's end in text", workbook(column(inline("@", "<t>a]]>b</t>"))), "BM02")
    yield case("another root in a sheet's part", workbook(ONE.encode()), "BM02")
    yield case("entities", workbook(_entity_bomb()), "BM09")
    yield case(
        "a DOCTYPE in the workbook part",
        _with(workbook(ONE), "xl/workbook.xml", b"<workbook", b"<!DOCTYPE x><workbook"),
        "BM09",
    )
    yield Case("a password", b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "BM03")
    yield Case("a zip with a password", _locked(whole), "BM03")
    yield Case("an old Excel file", b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "Workbook".encode("utf-16-le"), "BM04")
    yield Case("an old Word file", b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "BM01")
    binary = {
        "_rels/.rels": relations(("rId1", f"{OFFICE}/officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": b"\x83",
    }
    yield case("a binary workbook", binary, "BM04")
    ods = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"}
    yield case("an OpenDocument sheet", ods, "BM04")


def _with(members: Members, part: str, old: bytes, new: bytes) -> Members:
    assert old in members[part]
    return members | {part: members[part].replace(old, new)}


def _damaged(whole: bytes) -> bytes:
    at = whole.index(b"xl/worksheets/sheet1.xml") + 40
    return whole[:at] + bytes(one ^ 0xFF for one in whole[at : at + 6]) + whole[at + 6 :]


def _locked(whole: bytes) -> bytes:
    """The same zip with the flag of encryption on its first member."""
    at = whole.index(b"PK\1\2") + 8
    return whole[:at] + bytes([whole[at] | 1]) + whole[at + 1 :]


def _word_document() -> Members:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return {
        "_rels/.rels": relations(("rId1", f"{OFFICE}/officeDocument", "word/document.xml")),
        "word/document.xml": f'<w:document xmlns:w="{word}"/>'.encode(),
    }


def _misplaced() -> Iterator[tuple[str, str]]:
    """What each reader would put elsewhere; Excel refuses such a file."""
    yield "a cell in a cell", row("<c>" + plain("A9", 3) + "<v>2</v></c>", at=1)
    yield "a cell in a value", row('<c r="A8"><v><c r="A1"/>7</v></c>', at=8)
    yield "a row in a cell", row(f"<c>{row(at=9)}</c>", at=1)
    yield "a row in a row", row(row(at=9), at=1)
    yield "a cell in no row", plain("A1", 1)
    yield "a row of another namespace", row("<c/>", at=1, more=' xmlns="urn:other"')
    yield "a cell of none", row('<c xmlns="" r="A1"/>', at=1)


def _entity_bomb() -> bytes:
    names = "abcdefgh"
    entities = '<!ENTITY a "1">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names)
    )
    sheet = worksheet(column(inline("@", "<t>&h;</t>")))
    return sheet.replace(b"<worksheet", f"<!DOCTYPE x [{entities}]><worksheet".encode(), 1)
