"""The shared strings of a workbook as cells: rich text joined, reading aids left out, escapes undone."""

from __future__ import annotations

from danvan_xlsx.excel.cells import unescape
from danvan_xlsx.excel.limits import LEVELS, TEXTS
from danvan_xlsx.excel.package import Attributes, feed, main_namespace, new_parser, refuse_beyond
from danvan_xlsx.words.layout import Cell


def read_strings(data: bytes) -> list[Cell]:
    """sharedStrings.xml → a text cell for each string, in order. Unreadable as `package.feed`, or BM59."""
    space = main_namespace(data, "sst")
    item, text, phonetic = f"{space} si", f"{space} t", f"{space} rPh"
    cells: list[Cell] = []
    pieces: list[str] = []
    buffer: list[str] = []
    inside = {item: False, phonetic: False}
    depth = 0

    def start(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        refuse_beyond(LEVELS, depth)
        if name == text:
            buffer.clear()
        elif name in inside:
            inside[name] = True

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        if name == text:
            if inside[item] and not inside[phonetic]:
                pieces.append("".join(buffer))
        elif name == item:
            cells.append(Cell(unescape("".join(pieces))))
            refuse_beyond(TEXTS, len(cells))
            pieces.clear()
            inside[item] = False
        elif name == phonetic:
            inside[phonetic] = False

    parser = new_parser()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = buffer.append
    feed(parser, data)
    return cells
