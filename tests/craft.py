"""How workbooks are made by hand: pieces of XML, members, zips, and what is read from a cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from danvan_xlsx.words.layout import Cell, Grid, column_letters

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Members = dict[str, bytes]

UNCALCULATED = Cell("", "uncalculated", True)


def text(value: str, formula: bool = False) -> Cell:
    return Cell(value, "text", formula)


def number(value: float, formula: bool = False) -> Cell:
    return Cell(float(value), "number", formula)


def day(serial: float) -> Cell:
    return Cell(float(serial), "date")


def percent(value: float) -> Cell:
    return Cell(value, "percent")


def error(value: str, formula: bool = False) -> Cell:
    return Cell(value, "error", formula)


def truth(value: bool, formula: bool = False) -> Cell:
    return Cell(value, "bool", formula)


def broken(value: str) -> Cell:
    return Cell(value, "broken")


# -- pieces of XML ------------------------------------------------------------


def row(*cells: str, at: int | None = None, more: str = "") -> str:
    place = f' r="{at}"' if at else ""
    return f"<row{place}{more}>{''.join(cells)}</row>"


def data(*rows: str) -> str:
    return f"<sheetData>{''.join(rows)}</sheetData>"


def column(*cells: str) -> str:
    """Cells below each other in column A; `@` in them stands for their reference."""
    return data(*(row(cell.replace("@", f"A{at}"), at=at) for at, cell in enumerate(cells, 1)))


def plain(reference: str, value: object, more: str = "") -> str:
    return f'<c r="{reference}"{more}><v>{value}</v></c>'


def inline(reference: str, inside: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is>{inside}</is></c>'


def worksheet(inside: str, namespace: str = MAIN, office: str = OFFICE) -> bytes:
    return f'{HEAD}<worksheet xmlns="{namespace}" xmlns:r="{office}">{inside}</worksheet>'.encode()


def shared_strings(items: list[str], namespace: str = MAIN) -> bytes:
    inside = "".join(f"<si>{item}</si>" for item in items)
    return f'{HEAD}<sst xmlns="{namespace}" count="{len(items)}">{inside}</sst>'.encode()


def style_sheet(formats: list[str | int], namespace: str = MAIN, more: str = "") -> bytes:
    """Style 0 is general, style n has the n-th format: a code, or the number of a built-in one."""
    codes = "".join(
        f'<numFmt numFmtId="{200 + at}" formatCode={quoteattr(code)}/>'
        for at, code in enumerate(formats)
        if isinstance(code, str)
    )
    numbers = [0, *(200 + at if isinstance(code, str) else code for at, code in enumerate(formats))]
    styles = "".join(f'<xf numFmtId="{one}" fontId="0" fillId="0" borderId="0" xfId="0"/>' for one in numbers)
    looks = (
        '<fonts count="1"><font><sz val="11"/><name val="Times New Roman"/></font></fonts>'
        '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    )
    return (
        f'{HEAD}<styleSheet xmlns="{namespace}"><numFmts>{codes}</numFmts>{looks}'
        f"<cellXfs>{styles}</cellXfs>{more}</styleSheet>"
    ).encode()


def relations(*entries: tuple[str, str, str]) -> bytes:
    """Each entry: id, whole type, target."""
    inside = "".join(f'<Relationship Id="{id_}" Type="{type_}" Target="{target}"/>' for id_, type_, target in entries)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}relationships">{inside}</Relationships>'.encode()


# -- whole workbooks ----------------------------------------------------------


def workbook(
    *sheets: str | bytes,
    titles: tuple[str, ...] = ("Biểu 1",),
    states: tuple[str, ...] = (),
    strings: list[str] | None = None,
    formats: list[str | int] | None = None,
    properties: str = "",
    after: str = "",
    strict: bool = False,
    part: Callable[[int], str] = "xl/worksheets/sheet{}.xml".format,
    target: Callable[[str], str] = lambda part: part.removeprefix("xl/"),
) -> Members:
    """The members of a workbook; a sheet is the inside of its `worksheet` element, or the bytes of its whole part."""
    main, office = (STRICT_MAIN, STRICT_OFFICE) if strict else (MAIN, OFFICE)
    parts = [part(at) for at in range(1, len(sheets) + 1)]
    shown = [*states, *[""] * (len(sheets) - len(states))]
    listed = "".join(
        f'<sheet name={quoteattr(title)} sheetId="{at}" {state} r:id="rId{at}"/>'
        for at, (title, state) in enumerate(zip(titles, shown, strict=True), 1)
    )
    related = [(f"rId{at}", f"{office}/worksheet", target(one)) for at, one in enumerate(parts, 1)]
    related.append(("rId90", f"{office}/styles", target("xl/styles.xml")))
    if strings is not None:
        related.append(("rId91", f"{office}/sharedStrings", target("xl/sharedStrings.xml")))
    made = {
        "[Content_Types].xml": _content_types(parts, strings is not None),
        "_rels/.rels": relations(("rId1", f"{office}/officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'{HEAD}<workbook xmlns="{main}" xmlns:r="{office}">{properties}<sheets>{listed}</sheets>{after}</workbook>'
        ).encode(),
        "xl/_rels/workbook.xml.rels": relations(*related),
        "xl/styles.xml": style_sheet(formats or [], main),
    }
    if strings is not None:
        made["xl/sharedStrings.xml"] = shared_strings(strings, main)
    for one, inside in zip(parts, sheets, strict=True):
        made[one] = inside if isinstance(inside, bytes) else worksheet(inside, main, office)
    return made


def _content_types(parts: list[str], with_strings: bool) -> bytes:
    kinds = {"xl/workbook.xml": "sheet.main", "xl/styles.xml": "styles"} | dict.fromkeys(parts, "worksheet")
    if with_strings:
        kinds["xl/sharedStrings.xml"] = "sharedStrings"
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(f'<Override PartName="/{part}" ContentType="{TYPE}{kind}+xml"/>' for part, kind in kinds.items())
        + "</Types>"
    ).encode()


def zipped(members: Mapping[str, bytes]) -> bytes:
    """The zip of these members, names exactly as given."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = ZipInfo("x")
            info.filename, info.compress_type = name, ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def renamed(members: Members, change: Callable[[str], str]) -> Members:
    return {change(name): content for name, content in members.items()}


def without(members: Members, part: str) -> Members:
    return {name: content for name, content in members.items() if name != part}


ONE = data(row(plain("A1", 1), at=1))
DECOY = (
    '<x15:workbookPr xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"'
    ' chartTrackingRefBase="1"/>'
)


@dataclass(frozen=True)
class Case:
    """A file and what is read: every cell of its first sheet, or the code it is refused with."""

    name: str
    file: bytes
    expect: Mapping[str, Cell] | str


def case(name: str, members: Members, expect: Mapping[str, Cell] | str) -> Case:
    return Case(name, zipped(members), expect)


def down(*cells: Cell) -> dict[str, Cell]:
    return {f"A{at}": cell for at, cell in enumerate(cells, 1)}


def named(grid: Grid) -> dict[str, Cell]:
    """The cells of a grid by their names."""
    return {f"{column_letters(column)}{at}": cell for at, cells in grid.rows.items() for column, cell in cells.items()}
