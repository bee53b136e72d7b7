"""What a workbook has beside its cells, which a new one drawn from them would lose: pictures, comments, colours …"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from danvan_xlsx.excel.package import Attributes, Package, Relation, Unreadable, main_namespace, relation_id, walk

Extra = Literal[
    "picture",
    "chart",
    "shape",
    "comment",
    "table",
    "pivot",
    "object",
    "control",
    "link",
    "chart_sheet",
    "name",
    "macro",
    "other_file",
    "signature",
    "merge",
    "colour",
    "other",
]

#: Relations whose parts say how cells look or are calculated, or are made anew by every program.
_HARMLESS = frozenset(
    {
        *("worksheet", "styles", "theme", "sharedStrings", "calcChain", "sheetMetadata"),
        *("customXml", "printerSettings", "person", "persons", "vmlDrawing"),
    }
)
_KINDS: dict[str, Extra] = {
    "comments": "comment",
    "threadedComment": "comment",
    "table": "table",
    "pivotTable": "pivot",
    "pivotCacheDefinition": "pivot",
    "oleObject": "object",
    "package": "object",
    "image": "picture",
    "control": "control",
    "ctrlProp": "control",
    "hyperlink": "link",
    "chartsheet": "chart_sheet",
    "dialogsheet": "other",
    "vbaProject": "macro",
    "externalLink": "other_file",
    "connections": "other_file",
    "queryTable": "other_file",
}
#: What stands in a drawing, by the local names of its elements.
_DRAWN: dict[str, Extra] = {"pic": "picture", "graphicFrame": "chart", "sp": "shape", "cxnSp": "shape"}
#: Names that the form itself or Excel defines.
_OWN_NAME = re.compile(r"dm_|_xlnm\b|_xlfn\b")


class Found(NamedTuple):
    """So many of a kind; title: of the sheet, "" for the workbook."""

    title: str
    kind: Extra
    many: int


def extras(path: Path) -> list[Found]:
    """Everything of the kind, by sheet. Unreadable as `Package`.

    Colours are not among them: see `coloured`.
    """
    with Package(path) as package:
        return list(_all(package))


def _all(package: Package) -> Iterator[Found]:
    part = package.workbook_part
    relations = {one.id: one for one in package.relations(part)}
    listed, names = _listing(package.read(part))
    yield from _counted("", (_kind(one) for one in package.relations(part)))
    if names:
        yield Found("", "name", names)
    if package.has_signature:
        yield Found("", "signature", 1)
    for title, id_ in listed:
        relation = relations.get(id_)
        if relation is not None and not relation.external and package.has(relation.target):
            yield from _of_sheet(package, title, relation.target)


def _listing(data: bytes) -> tuple[list[tuple[str, str]], int]:
    """Title and relation of each sheet, and how many names staff defined."""
    sheets: list[tuple[str, str]] = []
    names: list[str] = []

    def visit(path: list[str], attributes: Attributes) -> None:
        name = path[-1].rpartition(" ")[2]
        if len(path) == 3 and name == "sheet":
            sheets.append((attributes.get("name", ""), relation_id(attributes)))
        elif len(path) == 3 and name == "definedName" and not _OWN_NAME.match(attributes.get("name", "")):
            names.append(name)

    walk(data, visit)
    return sheets, len(names)


def _of_sheet(package: Package, title: str, part: str) -> Iterator[Found]:
    kinds: list[Extra] = []
    for relation in package.relations(part):
        name = relation.type.rpartition("/")[2]
        if name == "drawing" and package.has(relation.target):
            kinds.extend(_drawn(package.read(relation.target)))
        elif name == "comments" and package.has(relation.target):
            kinds.extend(["comment"] * _elements(package.read(relation.target), "comment"))
        elif name != "threadedComment":  # each has its plain copy too
            kinds.extend(_kind(relation))
    yield from _counted(title, [kinds])


def _kind(relation: Relation) -> list[Extra]:
    name = relation.type.rpartition("/")[2]
    return [] if name in _HARMLESS else [_KINDS.get(name, "other")]


def _counted(title: str, kinds: Iterable[list[Extra]]) -> Iterator[Found]:
    for kind, count in Counter(one for some in kinds for one in some).items():
        yield Found(title, kind, count)


def _drawn(data: bytes) -> list[Extra]:
    found: list[Extra] = []

    def visit(path: list[str], _: Attributes) -> None:
        # Anchored in the sheet, or in a group there.
        kind = _DRAWN.get(path[-1].rpartition(" ")[2])
        if kind is not None and "drawingml/2006/spreadsheetDrawing" in path[-1]:
            found.append(kind)

    try:
        walk(data, visit)
    except Unreadable:
        return ["other"]
    return found


def _elements(data: bytes, name: str) -> int:
    count = 0

    def visit(path: list[str], _: Attributes) -> None:
        nonlocal count
        count += path[-1].rpartition(" ")[2] == name

    try:
        walk(data, visit)
    except Unreadable:
        return 1
    return count


# -- colours ---------------------------------------------------------------------------

_CELL = re.compile(
    rb"""<(?:[\w.-]+:)?c\s(?=[^>]*?\br\s*=\s*["']([A-Z]{1,3})([0-9]{1,7})["'])[^>]*?\bs\s*=\s*["'](\d+)["']"""
)


def fills(path: Path) -> frozenset[str]:
    """The colours with which cells of a workbook are filled. Unreadable as `Package`."""
    with Package(path) as package:
        return frozenset(_fills(package).values())


def coloured(path: Path, known: frozenset[str]) -> dict[str, list[str]]:
    """Title → the cells that are filled with another colour than these. Unreadable as `Package`."""
    with Package(path) as package:
        styles = {style.encode() for style, colour in _fills(package).items() if colour not in known}
        if not styles:
            return {}
        relations = {one.id: one for one in package.relations(package.workbook_part)}
        found: dict[str, list[str]] = {}
        for title, id_ in _listing(package.read(package.workbook_part))[0]:
            relation = relations.get(id_)
            if relation is not None and relation.type.endswith("/worksheet") and package.has(relation.target):
                cells = _CELL.findall(package.read(relation.target))
                found[title] = [(column + row).decode() for column, row, style in cells if style in styles]
        return {title: cells for title, cells in found.items() if cells}


def _fills(package: Package) -> dict[str, str]:
    """Style number as cells write it → the colour it fills with; without those that fill with none."""
    part = package.related(package.workbook_part, "/styles")
    if part is None or not package.has(part):
        return {}
    data = package.read(part)
    space = main_namespace(data, "styleSheet")
    root = f"{space} styleSheet"
    fill = [root, f"{space} fills", f"{space} fill"]
    pattern, front = [*fill, f"{space} patternFill"], [*fill, f"{space} patternFill", f"{space} fgColor"]
    style = [root, f"{space} cellXfs", f"{space} xf"]
    colours: list[str] = []
    used: list[str] = []

    def visit(path: list[str], attributes: Attributes) -> None:
        if path == fill:
            colours.append("")
        elif path == pattern and attributes.get("patternType", "none") not in ("none", "gray125"):
            colours[-1] = "pattern"
        elif path == front and colours[-1]:
            colours[-1] = _colour(attributes)
        elif path == style:
            used.append(attributes.get("fillId", "0"))

    walk(data, visit)
    of_style = {
        str(at): colours[int(one)] for at, one in enumerate(used) if one.isdecimal() and int(one) < len(colours)
    }
    return {at: colour for at, colour in of_style.items() if colour}


def _colour(attributes: Mapping[str, str]) -> str:
    if "rgb" in attributes:
        colour = attributes["rgb"].upper()[-6:]
        return "" if colour == "FFFFFF" else colour
    return " ".join(f"{name} {value}" for name, value in sorted(attributes.items()))
