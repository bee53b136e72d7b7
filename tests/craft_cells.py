"""Hand-made workbooks with one trap of a cell each, and the cells that must be read from them."""

from __future__ import annotations

from collections.abc import Iterator

from danvan_xlsx.words.layout import Cell
from tests.craft import (
    DECOY,
    UNCALCULATED,
    Case,
    broken,
    case,
    column,
    day,
    down,
    error,
    inline,
    number,
    percent,
    plain,
    style_sheet,
    text,
    truth,
    workbook,
)

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
STRING_BOOK = workbook(column(*(plain("@", at, ' t="s"') for at in range(len(STRINGS)))), strings=list(STRINGS))
STRING_CELLS = {f"A{at}": text(value) for at, value in enumerate(STRINGS.values(), 1)}


def value_cases() -> Iterator[Case]:
    yield case(
        "number formats",
        workbook(
            column(*(plain("@", 45000.25, f' s="{at}"') for at in range(1, len(FORMATS) + 1))), formats=list(FORMATS)
        ),
        down(*(Cell(45000.25, kind) for kind in FORMATS.values())),  # type: ignore[arg-type]
    )
    serials = ["0", "1", "59", "60", "61", "-1", "2958465", "2958466", "0.5", "45000.999999", "1E5"]
    yield case(
        "odd date serials stay numbers to be judged later",
        workbook(column(*(plain("@", one, ' s="1"') for one in serials)), formats=["dd/mm/yyyy"]),
        down(*(day(float(one)) for one in serials)),
    )
    dated = column(plain("@", 45000, ' s="1"'), plain("@", 45000), plain("@", 0.7, ' s="2"'))
    formats: list[str | int] = ["dd/mm/yyyy", "0%"]
    since_1904 = '<workbookPr date1904="1"/>'
    cells_1904 = down(day(46462), number(45000), percent(0.7))
    yield case("dates since 1904", workbook(dated, formats=formats, properties=since_1904), cells_1904)
    yield case(
        "dates since 1904 before a workbookPr of another namespace",
        workbook(dated, formats=formats, properties=since_1904, after=f"<extLst><ext>{DECOY}</ext></extLst>"),
        cells_1904,
    )
    yield case(
        "a differential format with the number of a real one",
        workbook(dated) | {"xl/styles.xml": style_sheet(formats, more=_differential_formats())},
        down(day(45000), number(45000), percent(0.7)),
    )
    yield case(
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
    yield case("formulas", workbook(column(*_formulas())), down(*_formulas().values()))
    yield case("shared strings", STRING_BOOK, STRING_CELLS)
    yield case("text in the cell itself", workbook(column(*_inlines())), down(*_inlines().values()))
    yield case(
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
    yield case(
        "number cells that hold no number",
        workbook(column(*(plain("@", one) for one in odd))),
        down(*(number(good[one]) if one in good else broken(one) for one in odd)),
    )
    yield case(
        "long numbers",
        workbook(column(plain("@", "12345678901234567890"), plain("@", "0.30000000000000004"))),
        down(number(12345678901234567890), number(0.1 + 0.2)),
    )
    strange = ["7", "-1", "x", "1.0", "9" * 5000]
    yield case(
        "a shared string that is not there",
        workbook(column(*(plain("@", one, ' t="s"') for one in strange)), strings=["<t>x</t>"]),
        down(*map(broken, strange)),
    )
    yield case("a type nobody knows", workbook(column(plain("@", "a", ' t="zz"'))), down(broken("a")))
    yield case(
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
