"""Workbooks made to do harm: bombs of zip and XML, directories that lie, lists without end, loops, tricks in names.

Each is a unit's own workbook with something put into it, so that it is recognised and gets as far as it can.
"""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from danvan_xlsx.excel.reader import open_workbook
from tests import craft

Members = dict[str, bytes]

#: Names that other programs would unpack outside the folder, or over another part.
TRICKS = (
    "../../ra-ngoai.txt",
    "/etc/danvan-thu",
    "C:\\Windows\\danvan-thu",
    "xl\\..\\..\\ra-ngoai.txt",
    "xl/worksheets/../../../ra-ngoai.txt",
    "xl/worksheets/",
    "~$van-hoa.xlsx",
    "a" * 4000,
    "xl/\x01an.xml",
    "xl/ẩn.xml",
)


@dataclass(frozen=True)
class Hostile:
    """made: from the members of a sound workbook and the part of its register.

    code: with which it is refused or told of; "": as good as any other.

    big: takes seconds and hundreds of megabytes to make.
    """

    made: Callable[[Members, str], bytes]
    code: str
    big: bool = False


def hostile_book(path: Path, name: str, title: str) -> bytes:
    """A sound workbook with that harm in it, most of it in the sheet of that title."""
    with open_workbook(path) as book:
        register = next(info.part for info in book.sheets if info.title == title)
    with zipfile.ZipFile(path) as archive:
        members = {one: archive.read(one) for one in archive.namelist()}
    return HOSTILE[name].made(members, register)


def _with(**changes: Callable[[bytes], bytes]) -> Callable[[Members, str], bytes]:
    """Parts changed; `register` stands for the part of the register."""

    def make(members: Members, register: str) -> bytes:
        made = dict(members)
        for key, change in changes.items():
            name = {"register": register, "sst": "xl/sharedStrings.xml", "styles": "xl/styles.xml"}.get(key, "")
            name = name or {"rels": "xl/_rels/workbook.xml.rels", "workbook": "xl/workbook.xml"}[key]
            made[name] = change(made[name])
        return craft.zipped(made)

    return make


def before(tag: bytes, *more: bytes | int) -> Callable[[bytes], bytes]:
    """Pieces put in before a tag; a number multiplies the piece before it, when it is asked for and not before."""

    def change(data: bytes) -> bytes:
        assert tag in data
        at = data.rindex(tag)
        pieces: list[bytes] = []
        for one in more:
            if isinstance(one, int):
                pieces[-1] *= one
            else:
                pieces.append(one)
        return b"".join((data[:at], *pieces, data[at:]))

    return change


def _rows(cell: bytes, count: int) -> bytes:
    """So many rows below the others, `@` their number."""
    return b"".join(
        b'<row r="%d">%b</row>' % (row, cell.replace(b"@", b"%d" % row)) for row in range(3000, 3000 + count)
    )


# -- zips ---------------------------------------------------------------------------


def _zip_in_zip(members: Members, _: str) -> bytes:
    inside = craft.zipped({f"{number}.bin": bytes(1 << 20) for number in range(64)})
    for _ in range(4):
        inside = craft.zipped({f"{number}.zip": inside for number in range(16)})
    return craft.zipped(members | {"xl/embeddings/oleObject1.bin": inside})


def _many_big(members: Members, _: str) -> bytes:
    return craft.zipped(members | {f"xl/media/{number}.bmp": bytes(8 << 20) for number in range(80)})


def _many_parts(members: Members, _: str) -> bytes:
    return craft.zipped(members | {f"xl/media/{number}.bmp": b"" for number in range(30_000)})


def _overlapping(members: Members, _: str) -> bytes:
    """Hundreds of entries of the directory that lead to one member of four megabytes."""
    kernel = b"x" * (4 << 20)
    out = BytesIO(craft.zipped(members))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("xl/media/0.bin", kernel)
        first = archive.getinfo("xl/media/0.bin")
        for number in range(1, 120):
            other = zipfile.ZipInfo(f"xl/media/{number}.bin")
            other.compress_size = other.file_size = len(kernel)
            other.CRC, other.header_offset = first.CRC, first.header_offset
            archive.filelist.append(other)
    return out.getvalue()


def _lying(members: Members, register: str) -> bytes:
    """A register that unpacks to 300 MB and says that it has one byte more than nothing."""
    data = craft.zipped(members | {register: members[register] + b" " * (300 << 20)})
    at = data.rindex(register.encode()) - 46 + 24
    return data[:at] + struct.pack("<I", len(members[register])) + data[at + 4 :]


def _tricks(members: Members, register: str) -> bytes:
    out = BytesIO(craft.zipped(members | dict.fromkeys(TRICKS, b"<x/>")))
    with zipfile.ZipFile(out, "a") as archive:
        for name in (register.upper(), "docProps/app.xml", "[content_types].xml"):
            twin = zipfile.ZipInfo("x")
            twin.filename = name
            archive.writestr(twin, dict(members).get(name, members[register]))
    return out.getvalue()


# -- lists without end -----------------------------------------------------------------


def _sheets(count: int, own_parts: bool) -> Callable[[Members, str], bytes]:
    def make(members: Members, register: str) -> bytes:
        listed, related, made = [], [], dict(members)
        for number in range(count):
            part = f"worksheets/them{number if own_parts else 0}.xml"
            made[f"xl/{part}"] = craft.worksheet(craft.ONE)
            listed.append(f'<sheet name="Thêm {number}" sheetId="{900 + number}" r:id="them{number}"/>')
            related.append(f'<Relationship Id="them{number}" Type="{craft.OFFICE}/worksheet" Target="{part}"/>')
        made["xl/workbook.xml"] = before(b"</sheets>", "".join(listed).encode())(made["xl/workbook.xml"])
        rels = "xl/_rels/workbook.xml.rels"
        made[rels] = before(b"</Relationships>", "".join(related).encode())(made[rels])
        return craft.zipped(made)

    return make


def _related(target: str, kind: str, count: int = 1) -> Callable[[bytes], bytes]:
    one = '<Relationship Id="x{}" Type="{}/{}" Target="{}"/>'
    more = "".join(one.format(number, craft.OFFICE, kind, target) for number in range(count))
    return before(b"</Relationships>", more.encode())


def _sheet_related(target: str, kind: str, count: int = 1) -> Callable[[Members, str], bytes]:
    def make(members: Members, register: str) -> bytes:
        folder, _, name = register.rpartition("/")
        where = f"{folder}/_rels/{name}.rels"
        rels = members.get(where, craft.relations())
        return craft.zipped(members | {where: _related(target, kind, count)(rels)})

    return make


def _listed_elsewhere(target: str) -> Callable[[Members, str], bytes]:
    """The register's relation leads to something else."""

    def make(members: Members, register: str) -> bytes:
        rels = members["xl/_rels/workbook.xml.rels"]
        here = register.removeprefix("xl/").encode()
        assert here in rels
        rels = rels.replace(b'"%b"' % here, f'"{target}"'.encode()).replace(b'"/xl/%b"' % here, f'"{target}"'.encode())
        return craft.zipped(members | {"xl/_rels/workbook.xml.rels": rels})

    return make


def _rows_before_the_end(cell: bytes, count: int) -> Callable[[bytes], bytes]:
    return lambda data: before(b"</sheetData>", _rows(cell, count))(data)


def _formatted_rows(data: bytes) -> bytes:
    blank = b"".join(b'<row r="%d" s="1" customFormat="1"/>' % row for row in range(3000, 1048577))
    return before(b"</sheetData>", blank)(data)


def _long_format(data: bytes) -> bytes:
    data = before(b"</numFmts>", b'<numFmt numFmtId="900" formatCode="', b"d", 20 << 20, b'"/>')(data)
    return before(b"</cellXfs>", _STYLE, 60_000)(data)


def _dimension(ref: bytes) -> Callable[[bytes], bytes]:
    return lambda data: re.sub(rb'(<dimension ref=")[^"]*', rb"\g<1>" + ref, data)


_ENTITIES = b'<!DOCTYPE x [<!ENTITY a "1"><!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet'
_DEEP = 3_000_000
_STYLE = b'<xf numFmtId="900" fontId="0" fillId="0" borderId="0" xfId="0"/>'
_TEXT = b' t="inlineStr"><is><t>'
_END = b"</t></is></c></row>"

HOSTILE: Mapping[str, Hostile] = {
    "zips in zips in zips": Hostile(_zip_in_zip, ""),
    "parts of 640 MB together": Hostile(_many_big, "BM08", big=True),
    "30,000 parts": Hostile(_many_parts, "BM59"),
    "120 entries for one member of 4 MB": Hostile(_overlapping, "BM02"),
    "a part of 300 MB that says it is small": Hostile(_lying, "BM08", big=True),
    "tricks in the names of parts, twins": Hostile(_tricks, ""),
    "entities": Hostile(_with(register=lambda data: data.replace(b"<worksheet", _ENTITIES, 1)), "BM09"),
    "three million levels": Hostile(
        _with(register=before(b"</worksheet>", b"<a>", _DEEP, b"</a>", _DEEP)), "BM59", big=True
    ),
    "three million levels of the workbook part": Hostile(
        _with(workbook=before(b"</workbook>", b"<a>", _DEEP, b"</a>", _DEEP)), "BM59", big=True
    ),
    "5,000 sheets": Hostile(_sheets(5_000, own_parts=True), "BM59"),
    "900 sheets": Hostile(_sheets(900, own_parts=True), ""),
    "a part listed 900 times": Hostile(_sheets(900, own_parts=False), "BM02"),
    "300,000 links of the workbook": Hostile(_with(rels=_related("theme/theme1.xml", "theme", 300_000)), "BM59"),
    "100,000 links of a sheet to one table": Hostile(
        _sheet_related("../theme/theme1.xml", "table", 100_000), "BM25", big=True
    ),
    "a sheet that is its own table": Hostile(_sheet_related("sheet1.xml", "table"), "BM25"),
    "a sheet that is the workbook": Hostile(_listed_elsewhere("workbook.xml"), "BM02"),
    "a sheet outside the file": Hostile(_listed_elsewhere("../../../etc/passwd"), "BM02"),
    "a sheet at the file's root": Hostile(_listed_elsewhere("/"), "BM02"),
    "8 million cells in one row": Hostile(
        _with(register=before(b"</sheetData>", b'<row r="3000">', b"<c><v>1</v></c>", 8_000_000, b"</row>")),
        "BM59",
        big=True,
    ),
    "4 million cells": Hostile(
        _with(register=_rows_before_the_end(b'<c r="A@"><v>1</v></c><c r="B@"><v>1</v></c>' * 4, 500_000)),
        "BM59",
        big=True,
    ),
    "4 million texts": Hostile(_with(sst=before(b"</sst>", b"<si><t>a</t></si>", 4_000_000)), "BM59", big=True),
    "4 million rich texts": Hostile(
        _with(sst=before(b"</sst>", b"<si><r><t>a</t></r></si>", 4_000_000)), "BM59", big=True
    ),
    "rich texts of 60 MB": Hostile(
        _with(sst=before(b"</sst>", b"<si><r><t>" + b"a" * 20_000 + b"</t></r></si>", 3_000)), "", big=True
    ),
    "600,000 cell formats": Hostile(_with(styles=before(b"</cellXfs>", _STYLE, 600_000)), "BM59", big=True),
    "a number format of 20 MB in 60,000 styles": Hostile(_with(styles=_long_format), "", big=True),
    "400,000 merged ranges": Hostile(
        _with(
            register=before(b"</worksheet>", b"<mergeCells>", b'<mergeCell ref="C9:D9"/>', 400_000, b"</mergeCells>")
        ),
        "BM59",
        big=True,
    ),
    "a million formatted rows": Hostile(_with(register=_formatted_rows), "", big=True),
    "20 million empty rows": Hostile(_with(register=before(b"</sheetData>", b"<row/>", 20_000_000)), "BM59", big=True),
    "200,000 rows with a letter": Hostile(
        _with(register=_rows_before_the_end(b'<c r="C@"' + _TEXT + b"a</t></is></c>", 200_000)), "BM60", big=True
    ),
    "a row beyond every number": Hostile(
        _with(register=before(b"</sheetData>", b'<row r="', b"9", 5000, b'"><c r="A1"><v>1</v></c></row>')), "BM25"
    ),
    "a text of 100 MB": Hostile(
        _with(register=before(b"</sheetData>", b'<row r="3000"><c r="C3000"' + _TEXT, b"a", 100 << 20, _END)),
        "DL26",
        big=True,
    ),
    "a text of 200 MB": Hostile(
        _with(register=before(b"</sheetData>", b'<row r="3000"><c r="C3000"' + _TEXT, b"a", 200 << 20, _END)),
        "BM08",
        big=True,
    ),
    "an attribute of 100 MB": Hostile(
        _with(register=before(b"</sheetData>", b'<row r="3000" x="', b"a", 100 << 20, b'"></row>')), "", big=True
    ),
    "a dimension to the end of the sheet": Hostile(_with(register=_dimension(b"A1:XFD1048576")), ""),
    "a dimension beyond the sheet": Hostile(_with(register=_dimension(b"A1:ZZZ99999999999")), ""),
}
