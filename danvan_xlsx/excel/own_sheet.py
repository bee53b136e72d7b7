"""The XML of our own sheet in a staff workbook: drawn new, or drawn again inside the one that stands there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from danvan_xlsx.excel.around import Element
from danvan_xlsx.excel.cells import Meaning
from danvan_xlsx.excel.content import Value, cell_xml, escaped, same
from danvan_xlsx.excel.fast import sheet_cells
from danvan_xlsx.excel.looks import own_row_height
from danvan_xlsx.excel.marking import mark
from danvan_xlsx.excel.marks import Marks
from danvan_xlsx.excel.package import MAIN, STRICT_MAIN
from danvan_xlsx.excel.xml_bytes import attributes_of
from danvan_xlsx.words.frame import META_STYLE
from danvan_xlsx.words.layout import HEAD_ROW, Cell, column_letters
from danvan_xlsx.words.page import OwnSheet, Spot

Position = tuple[int, int]

#: Excel opens no sheet with more links.
_MOST_LINKS = 65530

#: Points; the six rows together stay under 130 pixels, since they are frozen.
_HEIGHTS = {1: 20.0, 2: 14.0, 3: 14.0, 4: 12.0, 5: 6.0, 6: 28.0}

#: The order that the standard gives to the elements of a sheet.
_ORDER = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios "
    "autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting "
    "dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties "
    "cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls "
    "webPublishItems tableParts extLst"
)
_RANK = {name: number for number, name in enumerate(_ORDER.split())}

#: What belongs to the cells of the old drawing and would be wrong with the new one.
_DROPPED = ("mergeCells", "sortState", "customSheetViews")

_BEFORE = (
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>{dimension}'
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0">'
    '<pane xSplit="1" ySplit="6" topLeftCell="B7" activePane="bottomRight" state="frozen"/>'
    '<selection pane="topRight"/><selection pane="bottomLeft"/>'
    '<selection pane="bottomRight" activeCell="B7" sqref="B7"/>'
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>{cols}'
)
_AFTER = (
    '<sheetProtection sheet="1" objects="1" scenarios="1" autoFilter="0"/>{hyperlinks}'
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
)


def role_styles(meta: bytes, meaning: Meaning) -> dict[str, str]:
    """Role → style number, from `_META`: column A names `style.<role>`, column B has that style."""
    marks = mark(meta, None)
    styles: dict[str, str] = {}
    for row in marks.rows:
        name, styled = marks.cell(row, 1), marks.cell(row, 2)
        shown = name.shown(meaning) if name else None
        if shown and styled and str(shown.value).startswith(META_STYLE):
            styles[str(shown.value).removeprefix(META_STYLE)] = styled.attributes.get("s", "0")
    return styles


def differs(marks: Marks, own: OwnSheet, meaning: Meaning, date1904: bool) -> bool:
    """Whether the sheet in the file shows other values or leads elsewhere; its stamp alone does not count."""
    shown = shown_cells(marks.data, meaning)
    wanted = values_of(own)
    for position in (shown.keys() | wanted.keys()) - own.stamp:
        if not same(wanted.get(position), shown.get(position), date1904):
            return True
    return _links_there(marks) != {ref: _plain(link) for ref, link in _links(own).items()}


def shown_cells(data: bytes, meaning: Meaning) -> dict[Position, Cell]:
    """Every cell that shows something."""
    rows = sheet_cells(data, meaning).rows
    return {(number, column): cell for number, cells in rows.items() for column, cell in cells.items()}


def values_of(own: OwnSheet) -> dict[Position, Value]:
    return {
        (row, column): spot.value
        for row, line in enumerate(own.lines, 1)
        for column, spot in enumerate(line, 1)
        if spot.value is not None and spot.value != ""
    }


def _links(own: OwnSheet) -> dict[str, str]:
    """Address → where it leads inside the workbook."""
    found: dict[str, str] = {}
    for row, line in enumerate(own.lines, 1):
        for column, spot in enumerate(line, 1):
            if spot.link and len(found) < _MOST_LINKS:
                if not spot.link.startswith("#"):
                    raise ValueError("a link of our own sheet leads inside the workbook")
                found[f"{column_letters(column)}{row}"] = spot.link[1:]
    return found


def _links_there(marks: Marks) -> dict[str, str]:
    links = marks.inside("hyperlinks", "hyperlink")
    return {link["ref"].partition(":")[0]: _plain(link.get("location", "")) for link in links if "ref" in link}


def _plain(location: str) -> str:
    # LibreOffice puts quotes and a dollar sign where Excel has none, and leaves quotes out where it needs none.
    return location.lstrip("#").replace("'", "").replace("$", "")


# -- drawing -------------------------------------------------------------------


def drawn(own: OwnSheet, styles: Mapping[str, str], date1904: bool, strict: bool) -> bytes:
    """A new sheet part."""
    parts = _parts(own, styles, date1904, b"", {})
    text = {name: xml.decode() for name, xml in parts.items()}
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    root = f'<worksheet xmlns="{STRICT_MAIN if strict else MAIN}">'
    body = _BEFORE.format(**text) + text["sheetData"] + _AFTER.format(**text)
    return f"{head}{root}{body}</worksheet>".encode()


def redrawn(marks: Marks, own: OwnSheet, styles: Mapping[str, str], date1904: bool) -> bytes:
    """The same part with our cells, links and widths as they should be.

    What staff or the form have put there besides (comments, pictures, page set-up, protection, the view) stays.
    `marks` must have the rows of the frame.
    """
    data = marks.data
    parts = _parts(own, styles, date1904, marks.prefix, _head_rows(marks))
    kept = [(child.name, _kept(data, child, parts)) for child in marks.frame]
    start, end = marks.frame[0].tag.start, marks.frame[-1].end
    return data[:start] + b"".join(_in_place(kept, parts)) + data[end:]


def _parts(
    own: OwnSheet, styles: Mapping[str, str], date1904: bool, prefix: bytes, heads: Mapping[int, str]
) -> dict[str, bytes]:
    """The elements that we draw; an empty one is left out."""
    p = prefix.decode()
    rows = b"".join(
        _row(number, line, own.widths, styles, date1904, p, heads) for number, line in enumerate(own.lines, 1)
    )
    links = "".join(f'<{p}hyperlink ref="{ref}" location="{escaped(place)}"/>' for ref, place in _links(own).items())
    widths = "".join(
        f'<{p}col min="{number}" max="{number}" width="{width:g}" customWidth="1"/>'
        for number, width in enumerate(own.widths, 1)
    )
    last = f"{column_letters(max((len(line) for line in own.lines), default=1) or 1)}{len(own.lines) or 1}"
    return {
        "dimension": f'<{p}dimension ref="A1:{last}"/>'.encode(),
        "cols": f"<{p}cols>{widths}</{p}cols>".encode() if widths else b"",
        "sheetData": b"<%bsheetData>%b</%bsheetData>" % (prefix, rows, prefix),
        "hyperlinks": f"<{p}hyperlinks>{links}</{p}hyperlinks>".encode() if links else b"",
    }


def _row(
    number: int,
    line: Sequence[Spot],
    widths: Sequence[float],
    styles: Mapping[str, str],
    date1904: bool,
    p: str,
    heads: Mapping[int, str],
) -> bytes:
    cells = (
        cell_xml(p.encode(), number, column, styles.get(spot.role), spot.value, date1904)
        for column, spot in enumerate(line, 1)
    )
    if number in _HEIGHTS:
        height = f' ht="{_HEIGHTS[number]:g}" customHeight="1"'
    else:
        # Without customHeight Excel still fits the row when it opens the file; LibreOffice does not, and takes this.
        height = f' ht="{own_row_height(line, widths):g}"'
    return f'<{p}row r="{number}"{heads.get(number, height)}>'.encode() + b"".join(cells) + f"</{p}row>".encode()


def _head_rows(marks: Marks) -> dict[int, str]:
    """The frame's rows keep the height that the form gave them."""
    heads = {}
    for number, row in marks.rows.items():
        if number <= HEAD_ROW:
            given = attributes_of(marks.data[row.tag.start : row.tag.end])
            kept = {name: given[name] for name in ("s", "customFormat", "ht", "customHeight") if name in given}
            heads[number] = "".join(f' {name}="{escaped(value)}"' for name, value in kept.items())
    return heads


def _kept(data: bytes, child: Element, parts: Mapping[str, bytes]) -> bytes:
    if child.name in parts:
        return parts[child.name]
    if child.name in _DROPPED:
        return b""
    xml = data[child.tag.start : child.end]
    if child.name == "autoFilter" and child.end > child.tag.end:
        # A filter that hides rows would hide the wrong ones.
        return data[child.tag.start : child.tag.end - 1] + b"/>"
    return xml


def _in_place(kept: list[tuple[str, bytes]], parts: Mapping[str, bytes]) -> list[bytes]:
    """The elements in the order of the standard; what is not of the standard stays behind what it stood behind."""
    there = {name for name, _ in kept}
    pieces: list[tuple[int, bytes]] = []
    rank = 0
    for name, xml in kept:
        rank = max(rank, _RANK.get(name, rank))
        pieces.append((rank, xml))
    pieces += [(_RANK[name], xml) for name, xml in parts.items() if name not in there]
    return [xml for _, xml in sorted(pieces, key=lambda piece: piece[0])]
