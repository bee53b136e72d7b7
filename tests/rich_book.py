"""A staff workbook with everything people put into one, and its members as they are stored."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import xlsxwriter

from danvan_xlsx.words.frame import META_SHEET, META_STYLE
from danvan_xlsx.words.page import OWN_ROLES, OwnSheet, Spot

REGISTER = "Sổ tiếp công dân"
OWN_TITLE, OWN_CODE = "Tổng hợp", "_own.summary"
LAST = 12

#: What we write into the register: a status on each row, codes and a note.
WANTED = {
    REGISTER: {
        (7, 1): "Cần sửa",
        (7, 9): "DL03",
        (7, 10): "Ô E7 ghi “12 người”; cột Số người chỉ ghi số. Đề nghị ghi 12.",
        (8, 1): "Đạt",
        (8, 9): None,
        (9, 1): "=Đạt",
        (10, 1): date(2022, 11, 14),
        (11, 1): 33.9,
        (12, 1): None,
        (14, 1): "Lưu ý",
    }
}


def own(run: int = 1, found: str = "Ô E7 ghi “12 người”", title: str = OWN_TITLE) -> OwnSheet:
    place = f"#'{REGISTER}'!E7"
    lines = (
        (Spot("Tổng hợp", "title"),),
        (
            Spot("Xã Minh Sơn", "owner"),
            Spot("Lượt kiểm tra", "owner"),
            Spot(run, "owner"),
            Spot(date(2022, 11, 14), "day"),
        ),
        (Spot("Trang này do phần mềm ghi", "help"),),
        (),
        (Spot(OWN_CODE, "code"), Spot("place", "code"), Spot("found", "code"), Spot("share", "code")),
        (Spot("Loại", "head"), Spot("Ô", "head"), Spot("Nội dung", "head"), Spot("Tỷ lệ", "head")),
        (Spot("Lỗi", "bad"), Spot("E7", "link", place), Spot(found, "text"), Spot(33.9, "number")),
        (Spot("Lưu ý", "note"), Spot("E8", "link", place.replace("7", "8")), Spot("a\nb & <c>", "text"), Spot(None)),
    )
    return OwnSheet(OWN_CODE, title, (10, 12, 60, 9.5), lines, frozenset({(2, 3), (2, 4)}))


def rich_book(path: Path, *, own_there: bool = False) -> Path:
    """Chart, picture, text box, comment, data bar, validation, filter, table, macro, pivot, shared formula, chain."""
    drawing = path.with_suffix(".drawn")
    book = xlsxwriter.Workbook(drawing)
    book.set_properties({"created": datetime(2022, 1, 1)})
    if path.suffix == ".xlsm":
        book.add_vba_project(BytesIO(b"not really macros"), is_stream=True)
    if own_there:
        _own_as_the_form_has_it(book)
    _register(book, path.parent)
    _others(book)
    _meta(book)
    book.close()
    path.write_bytes(rewritten(drawing, _enriched(drawing)))
    drawing.unlink()
    return path


def _own_as_the_form_has_it(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet(OWN_TITLE)
    sheet.freeze_panes(6, 1)
    sheet.set_row(4, 5)
    sheet.write("A5", OWN_CODE)
    sheet.write_comment("B6", "Cán bộ ghi chú ở đây")
    sheet.autofilter("A6:D9")
    sheet.set_footer("&CTrang &P")
    sheet.protect()


def _register(book: xlsxwriter.Workbook, folder: Path) -> None:
    sheet = book.add_worksheet(REGISTER)
    ours = book.add_format({"bg_color": "#EEEEEE"})
    sheet.set_column("A:A", 12, ours)
    sheet.set_column("I:J", 12, ours)
    sheet.freeze_panes(6, 1)
    sheet.write_row(
        "A6", ["Tình trạng", "Ngày", "Hình thức", "Nội dung", "Số người", "", "", "Gấp đôi", "Mã lỗi", "Ghi chú"]
    )
    for row in range(7, LAST + 1):
        sheet.write_row(row - 1, 1, [44000 + row, "Định kỳ", f"Nội dung {row}", row])
        sheet.write_formula(row - 1, 7, f"=E{row}*2", None, row * 2)
    sheet.write("I8", "DL01", ours)
    sheet.write("A12", "Đạt", ours)
    sheet.autofilter(5, 0, LAST - 1, 9)
    sheet.data_validation("C7:C99", {"validate": "list", "source": ["Định kỳ", "Đột xuất"]})
    sheet.conditional_format("E7:E99", {"type": "data_bar", "data_bar_2010": True})
    sheet.conditional_format("A7:A99", {"type": "cell", "criteria": "==", "value": '"Cần sửa"', "format": ours})
    sheet.write_comment("E7", "Hỏi lại bộ phận một cửa", {"author": "Cán bộ"})
    sheet.insert_image("L2", "a.png", {"image_data": BytesIO(picture())})
    sheet.insert_textbox("L9", "Ghi nhớ")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": [REGISTER, 6, 4, LAST - 1, 4]})
    sheet.insert_chart("L15", chart)


def _others(book: xlsxwriter.Workbook) -> None:
    table = book.add_worksheet("Bảng")
    table.add_table(
        "A6:B9", {"columns": [{"header": "Tình trạng"}, {"header": "Số"}], "data": [["", 1], ["", 2], ["", 3]]}
    )
    table.merge_range("D7:D9", "gộp")
    pivot = book.add_worksheet("Tổng hợp nhanh")
    pivot.write_row("A3", ["Hình thức", "Sum of Số người"])
    pivot.write_row("A4", ["Định kỳ", 57])
    pivot.write_row("A5", ["Grand Total", 57])
    book.define_name("dm_session", "='Bảng'!$B$7:$B$9")


def _meta(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet(META_SHEET)
    sheet.very_hidden()
    sheet.write_row("A1", ["layout", "danvan"])
    for number, role in enumerate(OWN_ROLES, 1):
        style = book.add_format({"font_size": 8 + number, "num_format": "dd/mm/yyyy" if role == "day" else "General"})
        sheet.write(number, 0, f"{META_STYLE}{role}")
        sheet.write_blank(number, 1, None, style)


# -- what xlsxwriter cannot draw --------------------------------------------------

_X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _enriched(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as book:
        members = {name: book.read(name) for name in book.namelist()}
    register = next(name for name, data in members.items() if b"<f>E7*2</f>" in data)
    number = int(register.removeprefix("xl/worksheets/sheet").removesuffix(".xml"))
    sheet = members[register].replace(b"<f>E7*2</f>", f'<f t="shared" ref="H7:H{LAST}" si="0">E7*2</f>'.encode())
    for row in range(8, LAST + 1):
        sheet = sheet.replace(f"<f>E{row}*2</f>".encode(), b'<f t="shared" si="0"/>')
    changed = {register: sheet}
    chain = "".join(f'<c r="H{row}" i="{number}"/>' if row == 7 else f'<c r="H{row}"/>' for row in range(7, LAST + 1))
    added = _pivot(number + 2, LAST) | {"xl/calcChain.xml": f'{_HEAD}<calcChain xmlns="{_X}">{chain}</calcChain>'}
    types = {
        "xl/calcChain.xml": "calcChain",
        "xl/pivotCache/pivotCacheDefinition1.xml": "pivotCacheDefinition",
        "xl/pivotCache/pivotCacheRecords1.xml": "pivotCacheRecords",
        "xl/pivotTables/pivotTable1.xml": "pivotTable",
    }
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{_KINDS}.{kind}+xml"/>' for part, kind in types.items()
    )
    relations = (
        f'<Relationship Id="rId901" Type="{_R}/calcChain" Target="calcChain.xml"/>'
        f'<Relationship Id="rId902" Type="{_R}/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/>'
    )
    caches = '<pivotCaches><pivotCache cacheId="1" r:id="rId902"/></pivotCaches>'
    changed["[Content_Types].xml"] = members["[Content_Types].xml"].replace(
        b"</Types>", f"{overrides}</Types>".encode()
    )
    rels = "xl/_rels/workbook.xml.rels"
    changed[rels] = members[rels].replace(b"</Relationships>", f"{relations}</Relationships>".encode())
    changed["xl/workbook.xml"] = members["xl/workbook.xml"].replace(b"</workbook>", f"{caches}</workbook>".encode())
    return changed | {part: text.encode() for part, text in added.items()}


def _pivot(sheet: int, last: int) -> dict[str, str]:
    fields = "".join(
        f'<cacheField name="{name}" numFmtId="0"><sharedItems{items}</cacheField>'
        for name, items in (
            ("Hình thức", ' count="1"><s v="Định kỳ"/></sharedItems>'),
            ("Nội dung", "/>"),
            (
                "Số người",
                f' containsSemiMixedTypes="0" containsString="0" containsNumber="1" minValue="7" maxValue="{last}"/>',
            ),
        )
    )
    records = "".join(f'<r><x v="0"/><s v="Nội dung {row}"/><n v="{row}"/></r>' for row in range(7, last + 1))
    definition = (
        f'<pivotCacheDefinition xmlns="{_X}" xmlns:r="{_R}" r:id="rId1" recordCount="{last - 6}">'
        f'<cacheSource type="worksheet"><worksheetSource ref="C6:E{last}" sheet="{REGISTER}"/></cacheSource>'
        f'<cacheFields count="3">{fields}</cacheFields></pivotCacheDefinition>'
    )
    table = (
        f'<pivotTableDefinition xmlns="{_X}" name="P" cacheId="1" dataCaption="V">'
        '<location ref="A3:B5" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="3">'
        '<pivotField axis="axisRow" showAll="0"><items count="2"><item x="0"/><item t="default"/></items></pivotField>'
        '<pivotField showAll="0"/><pivotField dataField="1" showAll="0"/></pivotFields>'
        '<rowFields count="1"><field x="0"/></rowFields><rowItems count="2"><i><x/></i><i t="grand"><x/></i></rowItems>'
        '<colItems count="1"><i/></colItems><dataFields count="1"><dataField name="Sum of Số người" fld="2"/>'
        "</dataFields></pivotTableDefinition>"
    )
    cache, pivot = "xl/pivotCache", "xl/pivotTables"
    return {
        f"{cache}/pivotCacheDefinition1.xml": _HEAD + definition,
        f"{cache}/pivotCacheRecords1.xml": f'{_HEAD}<pivotCacheRecords xmlns="{_X}">{records}</pivotCacheRecords>',
        f"{cache}/_rels/pivotCacheDefinition1.xml.rels": _relation("pivotCacheRecords", "pivotCacheRecords1.xml"),
        f"{pivot}/pivotTable1.xml": _HEAD + table,
        f"{pivot}/_rels/pivotTable1.xml.rels": _relation(
            "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml"
        ),
        f"xl/worksheets/_rels/sheet{sheet}.xml.rels": _relation("pivotTable", "../pivotTables/pivotTable1.xml"),
    }


def _relation(kind: str, target: str) -> str:
    relation = f'<Relationship Id="rId1" Type="{_R}/{kind}" Target="{target}"/>'
    return f'{_HEAD}<Relationships xmlns="{_P}">{relation}</Relationships>'


def picture() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixels = zlib.compress(b"".join(b"\0" + b"\xc0\x20\x20" * 8 for _ in range(8)))
    header = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


# -- members -----------------------------------------------------------------------


def rewritten(path: Path, parts: Mapping[str, bytes], without: tuple[str, ...] = ()) -> bytes:
    """The bytes of a workbook with parts changed, added or left out."""
    out = BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in without:
                new.writestr(zipfile.ZipInfo(name), parts.get(name, old.read(name)), zipfile.ZIP_DEFLATED)
        for name in parts:
            if name not in old.namelist():
                new.writestr(zipfile.ZipInfo(name), parts[name], zipfile.ZIP_DEFLATED)
    return out.getvalue()


def stored(path: Path) -> dict[str, bytes]:
    """Each member's bytes as they lie in the file, in order."""
    data = path.read_bytes()
    with zipfile.ZipFile(path) as book:
        return {one.filename: stored_at(data, one) for one in book.infolist()}


def stored_at(data: bytes, member: zipfile.ZipInfo) -> bytes:
    """A member's bytes as they lie in the file that holds it."""
    at = member.header_offset
    begin = at + 30 + sum(struct.unpack("<HH", data[at + 26 : at + 30]))
    return data[begin : begin + member.compress_size]


def damaged(path: Path, name: str, damage: str) -> bytes:
    """The bytes of a workbook with one member damaged: its "bytes", its "checksum", or the "place" where it begins."""
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as book:
        member = book.getinfo(name)
    at = {
        "bytes": data.index(stored_at(bytes(data), member), member.header_offset) + member.compress_size // 2,
        "checksum": data.rindex(name.encode()) - 30,
        "place": member.header_offset,
    }[damage]
    data[at] ^= 0xFF
    return bytes(data)


def part_of(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as book:
        return book.read(name)
