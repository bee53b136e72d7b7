"""A binary workbook made by hand: grids → .xlsb, as no program at hand can save one."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

from danvan_xlsx.words.layout import Cell, Grid
from tests.craft import HEAD, OFFICE, PACKAGE, relations, zipped

_ERRORS = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36, "#N/A": 42}
_STATES = {"visible": 0, "hidden": 1, "veryHidden": 2}
#: Style 1 is a day, style 2 a per cent; style 0 is general.
_FORMATS = (0, 14, 9)
_STYLES = {"date": 1, "percent": 2}


def binary_workbook(*grids: Grid) -> bytes:
    """The file; of a formula its result stands, of one never calculated nothing."""
    bundle = b"".join(
        _record(156, struct.pack("<II", _STATES[one.state], at) + _text(f"rId{at}") + _text(one.title))
        for at, one in enumerate(grids, 1)
    )
    book = _record(131) + _record(153, bytes(12)) + _record(143) + bundle + _record(144) + _record(132)
    parts = [(f"rId{at}", f"{OFFICE}/worksheet", f"worksheets/sheet{at}.bin") for at in range(1, len(grids) + 1)]
    members = {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": relations(("rId1", f"{OFFICE}/officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": book,
        "xl/_rels/workbook.bin.rels": relations(*parts, ("rId90", f"{OFFICE}/styles", "styles.bin")),
        "xl/styles.bin": _styles(),
    }
    for at, one in enumerate(grids, 1):
        members[f"xl/worksheets/sheet{at}.bin"] = _sheet(one.rows)
    return zipped(members)


_TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>'
)


def _record(kind: int, data: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = b"", len(data)
    while True:
        size += bytes([length & 0x7F | (0x80 if length > 127 else 0)])
        length >>= 7
        if not length:
            return head + size + data


def _text(text: str) -> bytes:
    encoded = text.encode("utf-16-le")
    return struct.pack("<I", len(encoded) // 2) + encoded


def _styles() -> bytes:
    looks = b"".join(_record(47, struct.pack("<HH", 0, code) + bytes(12)) for code in _FORMATS)
    cells = _record(617, struct.pack("<I", len(_FORMATS))) + looks + _record(618)
    return _record(278) + cells + _record(279)


def _sheet(rows: Mapping[int, Mapping[int, Cell]]) -> bytes:
    last, widest = max(rows, default=1), max((max(cells, default=1) for cells in rows.values()), default=1)
    size = _record(148, struct.pack("<IIII", 0, last - 1, 0, widest - 1))
    return _record(129) + size + _record(145) + b"".join(_rows(rows)) + _record(146) + _record(130)


def _rows(rows: Mapping[int, Mapping[int, Cell]]) -> Iterator[bytes]:
    for number, cells in rows.items():
        yield _record(0, struct.pack("<I", number - 1) + bytes(21))
        for column, cell in cells.items():
            if cell.kind != "uncalculated":
                kind, value = _value(cell)
                yield _record(kind, struct.pack("<II", column - 1, _STYLES.get(cell.kind, 0)) + value)


def _value(cell: Cell) -> tuple[int, bytes]:
    match cell.value:
        case bool():
            return 4, bytes([cell.value])
        case str() if cell.kind == "error":
            return 3, bytes([_ERRORS[cell.value]])
        case str():
            return 6, _text(cell.value)
    return 5, struct.pack("<d", cell.value)
