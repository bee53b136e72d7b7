"""The sheets that a workbook lists, and the parts that change when one is added at the end."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from danvan_xlsx.excel.content import escaped
from danvan_xlsx.excel.package import Package, Unreadable, relation_id
from danvan_xlsx.excel.xml_bytes import Attributes, Odd, attributes_of, refuse_broken, refuse_encoding, unescaped, walk

_TYPES = "[Content_Types].xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_LONGEST_TITLE = 31
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships"


class Listed(NamedTuple):
    """A sheet as the workbook lists it; `part` is None for what is no worksheet."""

    title: str
    sheet_id: int
    part: str | None


class Listing(NamedTuple):
    """What `workbook.xml` says: its sheets in order, its system of dates, where another sheet would be listed."""

    sheets: tuple[Listed, ...]
    date1904: bool
    end: int
    prefix: str

    def worksheet(self, title: str) -> Listed | None:
        return next((sheet for sheet in self.sheets if sheet.title == title and sheet.part), None)


def read_listing(package: Package) -> Listing:
    """Odd: `workbook.xml` is not understood."""
    data = package.read(package.workbook_part)
    refuse_encoding(data)
    parts = {
        relation.id: relation.target
        for relation in package.relations(package.workbook_part)
        if relation.type.endswith("/worksheet") and not relation.external
    }
    sheets: list[Listed] = []
    path: list[str] = []
    found = {"end": 0, "date1904": 0}

    def start(name: str, attributes: Attributes, position: int) -> None:
        path.append(name)
        if path == ["workbook", "sheets", "sheet"]:
            sheets.append(_listed(attributes, parts))
        elif path == ["workbook", "workbookPr"]:
            found["date1904"] = attributes.get("date1904") in ("1", "true", "on")

    def end(_: str, after: Callable[[], int]) -> None:
        if path == ["workbook", "sheets"]:
            found["end"] = data.rindex(b"</", 0, after())
        path.pop()

    walk(data, start, end)
    prefix = re.match(rb"</([\w.-]+:)?sheets", data[found["end"] :])
    if not sheets or not prefix:
        raise Odd("no sheets")
    return Listing(tuple(sheets), bool(found["date1904"]), found["end"], (prefix[1] or b"").decode())


def _listed(attributes: Attributes, parts: dict[str, str]) -> Listed:
    return Listed(attributes["name"], int(attributes["sheetId"]), parts.get(relation_id(attributes)))


def free_title(title: str, taken: Iterable[str]) -> str:
    """The title, or with a number behind it when a sheet of that title is there (for Excel, in any case)."""
    used = {one.casefold() for one in taken}
    number, free = 1, title
    while free.casefold() in used:
        number += 1
        tail = f" ({number})"
        free = title[: _LONGEST_TITLE - len(tail)] + tail
    return free


def with_sheet(package: Package, listing: Listing, title: str, xml: bytes) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The parts changed and added by one more worksheet, listed last. Odd: a part is not understood."""
    folder, name = posixpath.split(package.workbook_part)
    part = _free_part(package, folder)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    relation = _free_relation(package)
    base = _STRICT_RELATIONSHIPS if package.strict else _RELATIONSHIPS
    target = posixpath.relpath(part, folder or ".")
    changed = {
        package.workbook_part: _listed_last(package, listing, title, relation, base),
        relations: _appended(
            package.read(relations),
            "Relationships",
            f'<{{}}Relationship Id="{relation}" Type="{base}/worksheet" Target="{target}"/>',
        ),
        _TYPES: _appended(
            package.read(_TYPES), "Types", f'<{{}}Override PartName="/{part}" ContentType="{_SHEET_TYPE}"/>'
        ),
    }
    return changed | _properties(package, listing, title), {part: xml}


def _free_part(package: Package, folder: str) -> str:
    number = 1
    while package.has(part := posixpath.join(folder, "worksheets", f"sheet{number}.xml")):
        number += 1
    return part


def _free_relation(package: Package) -> str:
    used = {relation.id.lower() for relation in package.relations(package.workbook_part)}
    number = 1
    while f"rid{number}" in used:
        number += 1
    return f"rId{number}"


def _listed_last(package: Package, listing: Listing, title: str, relation: str, base: str) -> bytes:
    data = package.read(package.workbook_part)
    number = max(sheet.sheet_id for sheet in listing.sheets) + 1
    # The namespace is declared on the element itself, since each program declares it elsewhere.
    sheet = f'<{listing.prefix}sheet name="{escaped(title)}" sheetId="{number}" xmlns:r="{base}" r:id="{relation}"/>'
    return data[: listing.end] + sheet.encode() + data[listing.end :]


def _appended(data: bytes, root: str, element: str) -> bytes:
    refuse_encoding(data)
    closing = re.search(rb"</((?:[\w.-]+:)?)%b\s*>\s*$" % root.encode(), data)
    if not closing:
        raise Odd(root)
    return data[: closing.start()] + element.format(closing[1].decode()).encode() + data[closing.start() :]


# -- the list of titles in the document's properties ---------------------------

_LARGEST_PROPERTIES = 1 << 20
_PAIRS = re.compile(rb"<vt:lpstr>[^<]*</vt:lpstr>\s*</vt:variant>\s*<vt:variant>\s*<vt:i4>(\d+)</vt:i4>")
_TITLES = re.compile(
    rb'<TitlesOfParts>\s*<vt:vector\s[^>]*?\bsize="(\d+)"[^>]*>(.*?)</vt:vector>\s*</TitlesOfParts>', re.S
)
_TITLE = re.compile(rb"<vt:lpstr>([^<]*)</vt:lpstr>")


def _properties(package: Package, listing: Listing, title: str) -> dict[str, bytes]:
    """Excel does not need the list of titles to be true: it is kept true where that is simple."""
    part = package.related("", "/extended-properties")
    if part is None or not package.has(part):
        return {}
    try:
        return {part: _with_title(package.read(part), {sheet.title for sheet in listing.sheets}, title)}
    except (Odd, Unreadable):
        return {}


def _with_title(data: bytes, sheets: set[str], title: str) -> bytes:
    """The properties with one more title of a sheet. Odd: it is not simple."""
    if len(data) > _LARGEST_PROPERTIES:
        raise Odd("properties")
    refuse_encoding(data)
    refuse_broken(data)
    pair, titles = _PAIRS.search(data), _TITLES.search(data)
    if not pair or not titles or pair.start() > titles.start():
        raise Odd("titles")
    count, names = int(pair[1]), list(_TITLE.finditer(titles[2]))
    listed = {unescaped(name[1]) for name in names[:count]}
    # Some programs leave hidden sheets out of the list.
    if not 0 < count <= len(names) or len(names) != int(titles[1]) or not listed <= sheets:
        raise Odd("titles")
    at = titles.start(2) + names[count - 1].end()
    return b"".join(
        (
            data[: pair.start(1)],
            b"%d" % (count + 1),
            data[pair.end(1) : titles.start(1)],
            b"%d" % (len(names) + 1),
            data[titles.end(1) : at],
            f"<vt:lpstr>{escaped(title)}</vt:lpstr>".encode(),
            data[at:],
        )
    )


def tables_on(package: Package, part: str) -> list[tuple[str, str]]:
    """(kind, range) of what Excel redraws or repeats elsewhere: pivots, headings and total rows of tables."""
    found: list[tuple[str, str]] = []
    # Each part once, however often it is referred to.
    for relation in {relation.target: relation for relation in package.relations(part)}.values():
        if relation.external or not package.has(relation.target):
            continue
        # Drawings and comments are not our concern: they may be damaged and stay as they are.
        if relation.type.endswith("/table"):
            found += _table_rows(_first_tag(package.read(relation.target), "table"))
        elif relation.type.endswith("/pivotTable"):
            found.append(("pivot", _first_tag(package.read(relation.target), "location")["ref"]))
    return found


def _first_tag(data: bytes, name: str) -> Attributes:
    found = re.search(rb"<(?:[\w.-]+:)?%b(\s[^>]*)>" % name.encode(), data)
    if not found:
        raise Odd(name)
    return attributes_of(found[1])


def _table_rows(table: Attributes) -> list[tuple[str, str]]:
    first, _, last = table["ref"].partition(":")
    found = []
    if table.get("headerRowCount", "1") != "0":
        found.append(("table_header", _one_row(first, last or first, first)))
    if table.get("totalsRowCount", "0") != "0":
        found.append(("table_total", _one_row(first, last or first, last or first)))
    return found


def _one_row(first: str, last: str, row_of: str) -> str:
    row = row_of.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    letters = [one.rstrip("0123456789") for one in (first, last)]
    return f"{letters[0]}{row}:{letters[1]}{row}"
