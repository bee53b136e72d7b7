"""Which cells of a sheet stand in a font from before Unicode: the styles that have one, and their cells."""

from __future__ import annotations

import re
from collections.abc import Mapping

from danvan_xlsx.excel.cells import COLUMNS
from danvan_xlsx.excel.package import Attributes, main_namespace, walk
from danvan_xlsx.words.legacy_text import encoding_of

#: In most workbooks nothing of the kind is named, and nothing more is read.
_NAMED = re.compile(rb"""=["'] *(?:\.vn|vni[ -])""", re.IGNORECASE)
_CELL = re.compile(rb"<(?:[\w.-]+:)?c((?:\s+[\w:.-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)\s*>")
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Z]{1,3})([1-9]\d{0,6})["']""")
_STYLE = re.compile(rb"""\ss\s*=\s*["'](\d+)["']""")


def old_fonts(styles: bytes) -> dict[bytes, str]:
    """styles.xml → style number as cells write it → the font's name, of fonts for TCVN3 and VNI only.

    Unreadable as `package.walk`.
    """
    if not _NAMED.search(styles):
        return {}
    space = main_namespace(styles, "styleSheet")
    root = f"{space} styleSheet"
    font_path, style_path = [root, f"{space} fonts", f"{space} font"], [root, f"{space} cellXfs", f"{space} xf"]
    names: list[str] = []
    used: list[str] = []

    def visit(path: list[str], attributes: Attributes) -> None:
        if path == font_path:
            names.append("")
        elif path == [*font_path, f"{space} name"]:
            names[-1] = attributes.get("val", "")
        elif path == style_path:
            used.append(attributes.get("fontId", "0"))

    walk(styles, visit)
    fonts = [names[int(one)] if one.isdecimal() and len(one) < 6 and int(one) < len(names) else "" for one in used]
    return {b"%d" % style: font for style, font in enumerate(fonts) if encoding_of(font)}


def cells_in(data: bytes, styles: Mapping[bytes, str]) -> dict[tuple[int, int], str]:
    """The XML of a sheet → (row, column) → font, of the cells with one of these styles; a cell names its place."""
    found = {}
    for cell in _CELL.finditer(data):
        style = _STYLE.search(cell[1])
        font = styles.get(style[1] if style else b"0")
        reference = _REFERENCE.search(cell[1]) if font else None
        if font and reference and (column := COLUMNS[reference[1].decode()]):
            found[int(reference[2]), column] = font
    return found
