"""One workbook as different programs save it: strict, inline and rich strings, 1904, WPS, Google Sheets, .xlsb."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from re import Match

from danvan_xlsx.excel.legacy import open_book
from tests.craft import DECOY, MAIN, OFFICE, STRICT_MAIN, STRICT_OFFICE, zipped
from tests.craft_xlsb import binary_workbook

Members = dict[str, bytes]

_SHARED = re.compile(rb'(<c r="[A-Z]+\d+"[^>]*?) t="s"([^>]*)><v>(\d+)</v>')
_STRING = re.compile(rb"<si>(.*?)</si>", re.DOTALL)
_TEXT = re.compile(r"<t([^>]*)>([^<]*)</t>")
_DAY = re.compile(rb'(<c r="[A-Z]+\d+" s="(\d+)"><v>)(\d+)(</v>)')


def members_of(path: Path) -> Members:
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist()}


def disguise(path: Path, change: Callable[[Members], Members]) -> None:
    """Save the workbook as that program would, in its place."""
    path.write_bytes(zipped(change(members_of(path))))


def _sheets(members: Mapping[str, bytes]) -> Iterator[str]:
    return (name for name in members if name.startswith("xl/worksheets/sheet"))


def strict(members: Members) -> Members:
    """Strict Open XML Spreadsheet, as Excel saves it on request."""
    spaces = {MAIN: STRICT_MAIN, OFFICE: STRICT_OFFICE}
    return {
        name: _replaced(data, spaces) if name.endswith((".xml", ".rels")) else data for name, data in members.items()
    }


def _replaced(data: bytes, words: Mapping[str, str]) -> bytes:
    for old, new in words.items():
        data = data.replace(old.encode(), new.encode())
    return data


def inline_strings(members: Members) -> Members:
    """No shared strings at all: exports of many programs and of telephones."""
    strings = _STRING.findall(members["xl/sharedStrings.xml"])

    def inline(found: Match[bytes]) -> bytes:
        return b'%b t="inlineStr"%b><is>%b</is>' % (found[1], found[2], strings[int(found[3])])

    changed = {name: _SHARED.sub(inline, members[name]) for name in _sheets(members)}
    rels = re.sub(rb"<Relationship [^>]*sharedStrings[^>]*/>", b"", members["xl/_rels/workbook.xml.rels"])
    types = re.sub(rb"<Override [^>]*sharedStrings[^>]*/>", b"", members["[Content_Types].xml"])
    kept = {name: data for name, data in members.items() if name != "xl/sharedStrings.xml"}
    return {**kept, **changed, "xl/_rels/workbook.xml.rels": rels, "[Content_Types].xml": types}


def rich_strings(members: Members) -> Members:
    """Every text in two looks, with a reading aid behind it."""

    def rich(found: Match[str]) -> str:
        cut = 0 if "&" in found[2] else len(found[2]) // 2
        runs = (found[2][:cut], found[2][cut:])
        return (
            "".join(f'<r><rPr><b/></rPr><t xml:space="preserve">{run}</t></r>' for run in runs)
            + '<rPh sb="0" eb="1"><t>đọc là</t></rPh>'
        )

    data = _TEXT.sub(rich, members["xl/sharedStrings.xml"].decode())
    return {**members, "xl/sharedStrings.xml": data.encode()}


def since_1904(members: Members) -> Members:
    """Days counted from 1904, and an element of a later version behind that says nothing of it."""
    formats = re.findall(rb"<xf [^>]*>", members["xl/styles.xml"].partition(b"<cellXfs")[2].partition(b"</cellXfs>")[0])
    days = {number for number, look in enumerate(formats) if b'numFmtId="14"' in look or _is_day(members, look)}

    def shifted(found: Match[bytes]) -> bytes:
        serial = int(found[3]) - 1462 if int(found[2]) in days else int(found[3])
        return b"%b%d%b" % (found[1], serial, found[4])

    changed = {name: _DAY.sub(shifted, members[name]) for name in _sheets(members)}
    book = members["xl/workbook.xml"].replace(b"<workbookPr ", b'<workbookPr date1904="1" ')
    book = book.replace(b"</workbook>", f"<extLst><ext>{DECOY}</ext></extLst></workbook>".encode())
    return {**members, **changed, "xl/workbook.xml": book}


def _is_day(members: Members, look: bytes) -> bool:
    code = re.search(rb'numFmtId="(\d+)"', look)
    assert code
    declared = re.search(rb'<numFmt numFmtId="%b" formatCode="([^"]*)"' % code[1], members["xl/styles.xml"])
    return declared is not None and b"yyyy" in declared[1]


def by_wps(members: Members) -> Members:
    """WPS Office: texts inline, a stored area that is too small, pictures of cells in a part of its own."""
    inlined = inline_strings(members)
    changed = {
        name: re.sub(rb'<dimension ref="[^"]*"/>', b'<dimension ref="A1"/>', inlined[name]) for name in _sheets(inlined)
    }
    return {
        **inlined,
        **changed,
        "xl/cellimages.xml": b"<etc:cellImages xmlns:etc='http://www.wps.cn/officeDocument'/>",
    }


def by_google(members: Members) -> Members:
    """Google Sheets: no properties, very hidden sheets are hidden ones, parts named from the root, no stored area."""
    kept = {name: data for name, data in members.items() if not name.startswith("docProps/")}
    kept["_rels/.rels"] = re.sub(rb'<Relationship [^>]*"docProps/[^>]*/>', b"", kept["_rels/.rels"])
    types = re.sub(rb"<Override [^>]*/docProps/[^>]*/>", b"", kept["[Content_Types].xml"])
    book = kept["xl/workbook.xml"].replace(b"veryHidden", b"hidden")
    rels = kept["xl/_rels/workbook.xml.rels"].replace(b'Target="', b'Target="/xl/')
    changed = {name: re.sub(rb"<dimension [^>]*/>", b"", kept[name]) for name in _sheets(kept)}
    parts = {"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": rels, "[Content_Types].xml": types}
    return {**kept, **changed, **parts}


def prefixed(members: Members) -> Members:
    """Every element of a sheet with a prefix, as some exports have it."""

    def named(data: bytes) -> bytes:
        data = re.sub(rb"<(/?)([A-Za-z]\w*)(?=[\s/>])", rb"<\1x:\2", data)
        return data.replace(b"xmlns=", b"xmlns:x=", 1)

    return {**members, **{name: named(members[name]) for name in _sheets(members)}}


PROGRAMS: dict[str, Callable[[Members], Members]] = {
    "strict": strict,
    "inline strings": inline_strings,
    "rich strings": rich_strings,
    "days since 1904": since_1904,
    "WPS": by_wps,
    "Google Sheets": by_google,
    "prefixes": prefixed,
}


def as_binary(path: Path, name: str | None = None) -> Path:
    """The workbook as an .xlsb in its place."""
    with open_book(path) as book:
        data = binary_workbook(*(book.grid(sheet) for sheet in book.sheets))
    binary = path.with_name(name or f"{path.stem}.xlsb")
    path.unlink()
    binary.write_bytes(data)
    return binary
