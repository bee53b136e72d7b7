"""Workbooks made by hand, each with one trap of the format, and what must be read from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from danvan_xlsx.words.layout import Cell

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


# -- the cases ----------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """A file and what is read: every cell of its first sheet, or the code it is refused with."""

    name: str
    file: bytes
    expect: Mapping[str, Cell] | str


#: Number format → what 45000.25 is in it.
FORMATS: dict[str | int, str] = {
    **dict.fromkeys(
        (
            14,
            22,
            47,
            "dd/mm/yyyy",
            "DD/MM/YYYY",
            "[$-42A]dd mmmm yyyy",
            "[$-42A]d/m/yyyy;@",
            "[$-1010000]d/m/yyyy;@",
            '"Ngày" dd "tháng" mm "năm" yyyy',
            "dd\\-mm\\-yy",
            "d/m",
            "mmm\\-yy",
            "yyyy",
            "hh:mm",
            "[h]:mm:ss",
            "[mm]:ss",
            "mm:ss.0",
            "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
            "[$-409]h:mm AM/PM",
            "yyyy\\-mm\\-dd\\Thh:mm:ss",
            '"Quý; năm" yyyy',
        ),
        "date",
    ),
    **dict.fromkeys(
        (
            0,
            1,
            "0",
            "General",
            "#,##0",
            "0.00E+00",
            '0 "ngày"',
            '#,##0 "đ"',
            "#,##0\\ \\đ",
            "[$₫-42A] #,##0",
            "#,##0 [$đồng-42A]",
            "[Red]0;[Blue]-0",
            "0\\d",
            "@",
            '_-* #,##0\\ "₫"_-;\\-* #,##0\\ "₫"_-',
            "# ?/?",
            '0" hộ dân"',
            "[>=1000]#,##0;0",
            "[Color10]0",
            'General"h"',
            '#,##0" ngày";[Red]-#,##0',
            '0.0,,"M"',
            '0 "%"',
            "0\\%",
        ),
        "number",
    ),
    **dict.fromkeys((9, 10, "0.0%", "0%;[Red]-0%", '0.00"  "%'), "percent"),
}

#: Inside of a shared string → the text.
STRINGS = {
    '<t xml:space="preserve">  đầu và cuối  </t>': "  đầu và cuối  ",
    "<t>  không giữ  </t>": "  không giữ  ",
    "<t>a\u00a0b\u00a0</t>": "a\u00a0b\u00a0",
    "<t>dòng 1_x000D_\ndòng 2</t>": "dòng 1\r\ndòng 2",
    "<t>_x005F_x000D_</t>": "_x000D_",
    "<t>_x0041_</t>": "A",
    "<t>_xZZZZ_</t>": "_xZZZZ_",
    "<t>_xD83D__xDE00_</t>": "😀",
    "<t>_xD83D_ lẻ</t>": "\ufffd lẻ",
    "<t>tab\tx</t>": "tab\tx",
    '<r><t>Đậm</t></r><r><rPr><b/></rPr><t xml:space="preserve"> nhạt </t></r>': "Đậm nhạt ",
    '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>': "東京",
    "<t/>": "",
    "": "",
    "<t>Nguyễn</t>": "Nguyễn",
    "<t>Nguye\u0302\u0303n</t>": "Nguye\u0302\u0303n",
    "<t>&amp;&lt;&gt;&quot;&apos;&#10;&#x1EC5;x</t>": "&<>\"'\nễx",
    "<t>&amp;lt;</t>": "&lt;",
    "<t>😀</t>": "😀",
    "<t>\u200bkhông rộng</t>": "\u200bkhông rộng",
    "<t>00123</t>": "00123",
    "<t>=1+1</t>": "=1+1",
    "<t>#N/A</t>": "#N/A",
    "<t><![CDATA[a<b]]></t>": "a<b",
    "<t>dòng 1\r\ndòng 2</t>": "dòng 1\ndòng 2",
}

ERRORS = ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#GETTING_DATA", "#SPILL!", "#CALC!"]
ONE = data(row(plain("A1", 1), at=1))
STRING_BOOK = workbook(column(*(plain("@", at, ' t="s"') for at in range(len(STRINGS)))), strings=list(STRINGS))
STRING_CELLS = {f"A{at}": text(value) for at, value in enumerate(STRINGS.values(), 1)}
DECOY = (
    '<x15:workbookPr xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"'
    ' chartTrackingRefBase="1"/>'
)


def down(*cells: Cell) -> dict[str, Cell]:
    return {f"A{at}": cell for at, cell in enumerate(cells, 1)}


def cases() -> Iterator[Case]:
    yield from _value_cases()
    yield from _shape_cases()
    yield from _package_cases()
    yield from _refused_cases()


def _case(name: str, members: Members, expect: Mapping[str, Cell] | str) -> Case:
    return Case(name, zipped(members), expect)


def _value_cases() -> Iterator[Case]:
    yield _case(
        "number formats",
        workbook(
            column(*(plain("@", 45000.25, f' s="{at}"') for at in range(1, len(FORMATS) + 1))), formats=list(FORMATS)
        ),
        down(*(Cell(45000.25, kind) for kind in FORMATS.values())),  # type: ignore[arg-type]
    )
    serials = ["0", "1", "59", "60", "61", "-1", "2958465", "2958466", "0.5", "45000.999999", "1E5"]
    yield _case(
        "odd date serials stay numbers to be judged later",
        workbook(column(*(plain("@", one, ' s="1"') for one in serials)), formats=["dd/mm/yyyy"]),
        down(*(day(float(one)) for one in serials)),
    )
    dated = column(plain("@", 45000, ' s="1"'), plain("@", 45000), plain("@", 0.7, ' s="2"'))
    formats: list[str | int] = ["dd/mm/yyyy", "0%"]
    since_1904 = '<workbookPr date1904="1"/>'
    cells_1904 = down(day(46462), number(45000), percent(0.7))
    yield _case("dates since 1904", workbook(dated, formats=formats, properties=since_1904), cells_1904)
    yield _case(
        "dates since 1904 before a workbookPr of another namespace",
        workbook(dated, formats=formats, properties=since_1904, after=f"<extLst><ext>{DECOY}</ext></extLst>"),
        cells_1904,
    )
    yield _case(
        "a differential format with the number of a real one",
        workbook(dated) | {"xl/styles.xml": style_sheet(formats, more=_differential_formats())},
        down(day(45000), number(45000), percent(0.7)),
    )
    yield _case(
        "booleans and errors",
        workbook(
            column(
                *(plain("@", one, ' t="b"') for one in ("1", "0", "true", "2")),
                *(plain("@", one, ' t="e"') for one in ERRORS),
                inline("@", "<t>#N/A</t>"),
            )
        ),
        down(truth(True), truth(False), truth(True), broken("2"), *map(error, ERRORS), text("#N/A")),
    )
    yield _case("formulas", workbook(column(*_formulas())), down(*_formulas().values()))
    yield _case("shared strings", STRING_BOOK, STRING_CELLS)
    yield _case("text in the cell itself", workbook(column(*_inlines())), down(*_inlines().values()))
    yield _case(
        "days written as text",
        workbook(
            column(
                *(
                    plain("@", one, ' t="d"')
                    for one in (
                        "2026-11-24T06:00:00",
                        "2026-11-24",
                        "1900-02-28",
                        "12:00:00",
                        "24/11/2026",
                        "1770-01-01",
                    )
                )
            )
        ),
        down(day(46350.25), day(46350), day(59), day(0.5), broken("24/11/2026"), broken("1770-01-01")),
    )
    odd = ["1,5", " 5 ", "12 người", "1_000", "nan", "inf", "1E999", "١٢", "0x1", "+7", ".5", "001", "-0"]
    good = {" 5 ": 5.0, "+7": 7.0, ".5": 0.5, "001": 1.0, "-0": -0.0}
    yield _case(
        "number cells that hold no number",
        workbook(column(*(plain("@", one) for one in odd))),
        down(*(number(good[one]) if one in good else broken(one) for one in odd)),
    )
    yield _case(
        "long numbers",
        workbook(column(plain("@", "12345678901234567890"), plain("@", "0.30000000000000004"))),
        down(number(12345678901234567890), number(0.1 + 0.2)),
    )
    strange = ["7", "-1", "x", "1.0", "9" * 5000]
    yield _case(
        "a shared string that is not there",
        workbook(column(*(plain("@", one, ' t="s"') for one in strange)), strings=["<t>x</t>"]),
        down(*map(broken, strange)),
    )
    yield _case("a type nobody knows", workbook(column(plain("@", "a", ' t="zz"'))), down(broken("a")))
    yield _case(
        "styles that are empty, unknown or out of range",
        workbook(column(*(plain("@", 1, f' s="{one}"') for one in ("", "99", "x")))),
        down(*[number(1)] * 3),
    )


def _differential_formats() -> str:
    decoys = ((200, "0.00"), (201, "0"), (0, "dd/mm/yyyy"))
    inside = "".join(f'<dxf><numFmt numFmtId="{at}" formatCode="{code}"/></dxf>' for at, code in decoys)
    return f'<dxfs count="3">{inside}</dxfs>'


def _formulas() -> dict[str, Cell]:
    return {
        '<c r="@"><f>1+2</f><v>3</v></c>': number(3, True),
        '<c r="@" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>': text("ab", True),
        '<c r="@" t="b"><f>TRUE()</f><v>1</v></c>': truth(True, True),
        '<c r="@" t="e"><f>NA()</f><v>#N/A</v></c>': error("#N/A", True),
        '<c r="@"><f>A1*2</f></c>': UNCALCULATED,
        '<c r="@"><f>A1*3</f><v></v></c>': UNCALCULATED,
        '<c r="@"><f>A1*4</f><v/></c>': UNCALCULATED,
        '<c r="@" t="str"><f>""</f><v></v></c>': text("", True),
        '<c r="@" t="str"><f>A5&amp;""</f></c>': UNCALCULATED,
        '<c r="@"><f t="shared" ref="A10:A12" si="0">A1+3</f><v>6</v></c>': number(6, True),
        '<c r="@"><f t="shared" si="0"/><v>7</v></c>': number(7, True),
        '<c r="@"><f t="shared" si="0"></f><v>8</v></c>': number(8, True),
        '<c r="@"><f t="array" ref="A13">SUM(A7:A8*1)</f><v>9</v></c>': number(9, True),
        '<c r="@"><f aca="false" xml:space="preserve"> 1 </f><v>1</v></c>': number(1, True),
        '<c r="@" t="n"><f>A1&gt;1</f><v>0</v></c>': number(0, True),
    }


def _inlines() -> dict[str, Cell]:
    return {
        inline("@", "<t>x</t>"): text("x"),
        inline("@", '<t xml:space="preserve">  giữ  </t>'): text("  giữ  "),
        inline("@", '<r><t xml:space="preserve">Đậm </t></r><r><rPr><b/></rPr><t>nhạt</t></r>'): text("Đậm nhạt"),
        inline("@", '<t>東京</t><rPh sb="0" eb="2"><t>トウ</t></rPh>'): text("東京"),
        inline("@", "<t>b_x000D_</t>"): text("b\r"),
        inline("@", "<t></t>"): text(""),
        inline("@", "<t/>"): text(""),
        inline("@", ""): text(""),
        inline("@", "<t>a &amp; b &#7877;</t>"): text("a & b ễ"),
        '<c r="@" t="str"><v>không có công thức</v></c>': text("không có công thức"),
        '<c r="@" t="inlineStr"><v>ở chỗ của số</v></c>': text("ở chỗ của số"),
        '<c r="@"><is><t>chữ trong ô số</t></is></c>': broken("chữ trong ô số"),
    }


def _shape_cases() -> Iterator[Case]:
    yield _case(
        "a value under a merge",
        workbook(
            data(row(inline("A1", "<t>gộp</t>"), '<c r="B1"/>', at=1), row('<c r="A2"/>', plain("B2", 99), at=2))
            + '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'
        ),
        {"A1": text("gộp"), "B2": number(99)},
    )
    yield _case(
        "formatted to the corner of the sheet",
        workbook(
            '<dimension ref="A1:XFD1048576"/>'
            + data(
                row(plain("A1", 1), '<c r="XFD1" s="0"/>', at=1),
                row('<c r="A1048576" s="0"/>', at=1048576, more=' s="0" customFormat="1" ht="15"'),
            )
        ),
        {"A1": number(1)},
    )
    yield _case(
        "a value in the last cell of the sheet",
        workbook(data(row(plain("A1", 1), at=1), row(plain("XFD1048576", 2), at=1048576))),
        {"A1": number(1), "XFD1048576": number(2)},
    )
    yield _case(
        "rows and cells without references",
        workbook(data(row("<c><v>1</v></c>", "<c><v>2</v></c>"), row("<c/>", "<c><v>3</v></c>"))),
        {"A1": number(1), "B1": number(2), "B2": number(3)},
    )
    yield _case(
        "references here and there",
        workbook(data(row("<c><v>1</v></c>", plain("C1", 2), "<c><v>3</v></c>", at=1), row("<c><v>4</v></c>"))),
        {"A1": number(1), "C1": number(2), "D1": number(3), "A2": number(4)},
    )
    yield _case(
        "rows and cells out of order",
        workbook(data(row(plain("A3", 3), at=3), row(plain("B1", 2), plain("A1", 1), at=1))),
        {"A1": number(1), "B1": number(2), "A3": number(3)},
    )
    yield _case(
        "a row and a cell twice",
        workbook(
            data(
                row(plain("A1", 1), plain("C1", 5), at=1),
                row(plain("B1", 2), '<c r="C1"/>', at=1),
                row(plain("A1", 9), at=1),
            )
        ),
        {"A1": number(9), "B1": number(2), "C1": number(5)},
    )
    yield _case(
        "references that Excel cannot have",
        workbook(
            data(
                row(*(plain(one, at) for at, one in enumerate(["A1", "XFE1", "1A", "A0", "ABCD1"])), at=1),
                row(plain("A1048577", 5), plain("$D$2", 6), plain("e2", 7), at=2),
                row(plain("XFD3", 8), plain("XFE3", 9), at=3),
            )
        ),
        {
            "A1": number(0),
            "B1": broken("1"),
            "C1": broken("2"),
            "D1": broken("3"),
            "E1": broken("4"),
            "A2": broken("5"),
            "B2": broken("6"),
            "E2": number(7),
            "XFD3": number(8),
        },
    )
    yield _case(
        "rows with numbers that Excel cannot have",
        workbook(data(row("<c><v>1</v></c>", more=' r="0"'), row("<c><v>2</v></c>", more=' r="1048577"'))),
        {"A1": number(1), "A2": number(2)},
    )
    yield _case(
        "a dimension that is too small",
        workbook('<dimension ref="A1"/>' + data(row(plain("A1", 1), at=1), row(at=2), row(plain("C3", 3), at=3))),
        {"A1": number(1), "C3": number(3)},
    )
    yield _case(
        "an alternative for newer programs before the data",
        workbook(
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f'<mc:Choice Requires="x14"/><mc:Fallback/></mc:AlternateContent>{ONE}'
        ),
        {"A1": number(1)},
    )
    yield _case(
        "an extension that looks like cells",
        workbook(
            f'{ONE}<extLst><ext xmlns:o="urn:other"><o:row r="2"><o:c r="A2"><o:v>2</o:v></o:c></o:row>'
            '<c r="A3"><v>3</v></c></ext></extLst>'
        ),
        {"A1": number(1)},
    )
    yield _case(
        "an extension inside a cell",
        workbook(data(row('<c r="A1"><v>1</v><o:v xmlns:o="urn:other">2</o:v></c>', at=1))),
        {"A1": number(1)},
    )
    yield _case(
        "comments, blanks and instructions between the cells",
        workbook(
            "<sheetData>\n <row r='1'>\n  <!-- <c r='B1'><v>5</v></c> --><?thing x?>\n"
            "  <c r='A1'>\n   <v>1</v>\n  </c>\n </row>\n</sheetData>"
        ),
        {"A1": number(1)},
    )
    yield _case(
        "the end of the data in a comment",
        workbook(f"<!-- <sheetData> -->{ONE}<!-- </sheetData> -->"),
        {"A1": number(1)},
    )
    yield _case("no data at all", workbook("<sheetData/>"), {})
    yield _case("no element for data", workbook(""), {})
    sheet = f'<x:worksheet xmlns:x="{MAIN}">{ONE}</x:worksheet>'
    for name in ("sheetData", "row", "c", "v"):
        sheet = sheet.replace(f"<{name}", f"<x:{name}").replace(f"</{name}>", f"</x:{name}>")
    yield _case("a prefix for every element", workbook((HEAD + sheet).encode()), {"A1": number(1)})


def _package_cases() -> Iterator[Case]:
    one = {"A1": number(1)}
    yield _case("absolute targets", workbook(ONE, target=lambda part: f"/{part}"), one)
    yield _case("targets with dots", workbook(ONE, target=lambda part: f"../{part}"), one)
    yield _case("targets with backslashes", workbook(ONE, target=lambda part: part[3:].replace("/", "\\")), one)
    yield _case("a part in a folder of its own", workbook(ONE, part="xl/trang/Bảng {}.xml".format), one)
    yield _case("UTF-16", workbook(_encoded("UTF-16", "ễ")), {"A1": text("ễ")})
    yield _case("another encoding that is UTF-8 too", workbook(_encoded("ISO-8859-1", "Ã©")), {"A1": text("Ã©")})
    yield _case("a byte-order mark", workbook(b"\xef\xbb\xbf" + worksheet(ONE)), one)
    yield _case(
        "strict OOXML",
        workbook(
            column(plain("@", 1), plain("@", 0, ' t="s"'), plain("@", "2026-11-24T00:00:00", ' t="d" s="1"')),
            strings=["<t>chuỗi</t>"],
            formats=["dd/mm/yyyy"],
            strict=True,
        ),
        down(number(1), text("chuỗi"), day(46350)),
    )
    yield _case("backslashes in member names", renamed(STRING_BOOK, lambda one: one.replace("/", "\\")), STRING_CELLS)
    yield _case("slashes before member names", renamed(STRING_BOOK, lambda one: f"/{one}"), STRING_CELLS)
    yield _case(
        "member names in another case",
        renamed(STRING_BOOK, lambda one: one.replace("sharedS", "SharedS").replace("worksheets", "WorkSheets")),
        STRING_CELLS,
    )
    yield _case("no content types", without(STRING_BOOK, "[Content_Types].xml"), STRING_CELLS)
    yield _case("styles declared and absent", without(STRING_BOOK, "xl/styles.xml"), STRING_CELLS)
    yield _case(
        "shared strings declared and absent",
        without(STRING_BOOK, "xl/sharedStrings.xml"),
        down(*(broken(str(at)) for at in range(len(STRINGS)))),
    )
    yield Case("bytes after the end of the zip", zipped(STRING_BOOK) + b"\r\n" * 20, STRING_CELLS)


def _encoded(encoding: str, content: str) -> bytes:
    sheet = worksheet(column(inline("@", f"<t>{content}</t>"))).decode()
    return sheet.replace("UTF-8", encoding).encode(encoding)


def _refused_cases() -> Iterator[Case]:
    whole = zipped(STRING_BOOK)
    yield Case("an empty file", b"", "BM05")
    yield Case("a web page", "<html><table><tr><td>Mã</td></tr></table></html>".encode(), "BM01")
    yield Case("plain text", "Mã,Tên\n1,A\n".encode(), "BM01")
    yield Case("a file of zeros", b"\0" * 5000, "BM02")
    yield Case("a cut zip", whole[: len(whole) * 2 // 3], "BM02")
    yield Case("a damaged member", _damaged(whole), "BM02")
    yield _case("some other zip", {"ảnh.png": b"x"}, "BM01")
    yield _case("a Word document", _word_document(), "BM01")
    beta = {
        name: content.replace(MAIN.encode(), b"http://schemas.microsoft.com/office/excel/2006/2")
        for name, content in workbook(ONE).items()
    }
    yield _case("a namespace of before 2006", beta, "BM01")
    yield _case("no sheet is listed", workbook(titles=()), "BM02")
    yield _case("a sheet listed and absent", without(STRING_BOOK, "xl/worksheets/sheet1.xml"), "BM02")
    yield _case(
        "a sheet without its relation", _with(STRING_BOOK, "xl/_rels/workbook.xml.rels", b'"rId1"', b'"rId7"'), "BM02"
    )
    yield _case("no workbook part", without(STRING_BOOK, "xl/workbook.xml"), "BM02")
    yield _case("no relations of the package", without(STRING_BOOK, "_rels/.rels"), "BM02")
    yield _case("broken relations", _with(STRING_BOOK, "_rels/.rels", b"</Relationships>", b""), "BM02")
    yield _case("XML that stops", workbook(worksheet(ONE)[:-30]), "BM02")
    yield _case(
        "XML that is not well-formed between the cells", workbook(data(row(plain("A1", 1), "</row>", at=1))), "BM02"
    )
    yield _case("an attribute twice", workbook(data(row(plain("A1", 1), at=1, more=' r="2"'))), "BM02")
    yield _case(
        "a prefix that is not declared",
        workbook(data(row(plain("A1", 1), at=1, more=' x14ac:dyDescent="0.25"'))),
        "BM02",
    )
    yield _case(
        "bytes that are not UTF-8",
        workbook(worksheet(column(inline("@", "<t>@@</t>"))).replace(b"A1A1", b"\xff")),
        "BM02",
    )
    yield _case("a control character", workbook(column(inline("@", "<t>a\x0bb</t>"))), "BM02")
    yield _case("a control character in a formula", workbook(column('<c r="@"><f>1\x01</f><v>1</v></c>')), "BM02")
    yield _case("a control character in a shared string", workbook(ONE + "", strings=["<t>\x02</t>"]), "BM02")
    yield _case("an entity nobody declared", workbook(column(inline("@", "<t>a&nbsp;b</t>"))), "BM02")
    yield _case("a section's end in text", workbook(column(inline("@", "<t>a]]>b</t>"))), "BM02")
    yield _case("another root in a sheet's part", workbook(ONE.encode()), "BM02")
    yield _case("entities", workbook(_entity_bomb()), "BM09")
    yield _case(
        "a DOCTYPE in the workbook part",
        _with(workbook(ONE), "xl/workbook.xml", b"<workbook", b"<!DOCTYPE x><workbook"),
        "BM09",
    )
    yield Case("a password", b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "BM03")
    yield Case("a zip with a password", _locked(whole), "BM03")
    yield Case("an old Excel file", b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "Workbook".encode("utf-16-le"), "BM04")
    yield Case("an old Word file", b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "BM01")
    binary = {
        "_rels/.rels": relations(("rId1", f"{OFFICE}/officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": b"\x83",
    }
    yield _case("a binary workbook", binary, "BM04")
    ods = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"}
    yield _case("an OpenDocument sheet", ods, "BM04")


def _with(members: Members, part: str, old: bytes, new: bytes) -> Members:
    assert old in members[part]
    return members | {part: members[part].replace(old, new)}


def _damaged(whole: bytes) -> bytes:
    at = whole.index(b"xl/worksheets/sheet1.xml") + 40
    return whole[:at] + bytes(one ^ 0xFF for one in whole[at : at + 6]) + whole[at + 6 :]


def _locked(whole: bytes) -> bytes:
    """The same zip with the flag of encryption on its first member."""
    at = whole.index(b"PK\1\2") + 8
    return whole[:at] + bytes([whole[at] | 1]) + whole[at + 1 :]


def _word_document() -> Members:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return {
        "_rels/.rels": relations(("rId1", f"{OFFICE}/officeDocument", "word/document.xml")),
        "word/document.xml": f'<w:document xmlns:w="{word}"/>'.encode(),
    }


def _entity_bomb() -> bytes:
    names = "abcdefgh"
    entities = '<!ENTITY a "1">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names)
    )
    sheet = worksheet(column(inline("@", "<t>&h;</t>")))
    return sheet.replace(b"<worksheet", f"<!DOCTYPE x [{entities}]><worksheet".encode(), 1)
