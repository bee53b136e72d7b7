"""Makes `templates/bao-cao.docx`, the shipped Word report in the form of Nghị định 30/2020/NĐ-CP, so that its source
can be read: `python -m tests.word_template`."""

from __future__ import annotations

import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt

from danvan_xlsx.post.templates import shipped
from danvan_xlsx.post.word import REPORT, steady

FONT = "Times New Roman"
#: A4 with the margins of the decree: top and bottom 20–25, left 30–35, right 15–20.
PAGE, MARGINS = (Mm(210), Mm(297)), {"top": Mm(20), "bottom": Mm(20), "left": Mm(30), "right": Mm(15)}
WIDTH = Mm(165)
#: Agency and number on the left, quốc hiệu and day on the right.
HEAD = (Mm(63), Mm(102))
FOOT = (Mm(85), Mm(80))

CENTER, LEFT, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY


def main() -> None:
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else shipped() / REPORT
    target.write_bytes(template())


def template() -> bytes:
    """The file, the same each time."""
    document = Document()
    _styles(document)
    _page(document)
    _head(document)
    _title(document)
    _body(document)
    _foot(document)
    _sign(document)
    written = BytesIO()
    document.save(written)
    return steady(written.getvalue())


# -- styles ----------------------------------------------------------------------------


def _styles(document: Any) -> None:
    normal = document.styles["Normal"]
    _font(normal, 14)
    # Else Word underlines every word as misspelt English.
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal.element.get_or_add_rPr().append(language)
    _spaced(normal.paragraph_format, Pt(0), Pt(0))
    _style(document, "DV Nội dung", JUSTIFY, first=Mm(12.7), before=Pt(6))
    _style(document, "DV Phần", JUSTIFY, first=Mm(12.7), before=Pt(10), bold=True, level=1)
    _style(document, "DV Mục", JUSTIFY, first=Mm(12.7), before=Pt(6), bold=True, level=2)
    _style(document, "DV Giữa", CENTER)
    _style(document, "DV Nơi nhận", LEFT, size=11)
    _style(document, "DV Đường kẻ", CENTER, size=2)


def _style(
    document: Any,
    name: str,
    align: Any,
    *,
    size: float = 14,
    first: Emu | None = None,
    before: Emu = Pt(0),  # noqa: B008 - a length, not a thing that changes
    bold: bool = False,
    level: int = 0,
) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    _font(style, size)
    style.font.bold = bold
    form = style.paragraph_format
    form.alignment, form.first_line_indent = align, first
    _spaced(form, before, Pt(0))
    if level:
        form.keep_with_next = True
        outline = OxmlElement("w:outlineLvl")
        outline.set(qn("w:val"), str(level - 1))
        style.element.get_or_add_pPr().append(outline)


def _font(style: Any, size: float) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)


def _spaced(form: Any, before: Emu, after: Emu) -> None:
    form.space_before, form.space_after = before, after
    form.line_spacing_rule = WD_LINE_SPACING.SINGLE
    form.widow_control = True


# -- page ------------------------------------------------------------------------------


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = PAGE
    section.top_margin, section.bottom_margin = MARGINS["top"], MARGINS["bottom"]
    section.left_margin, section.right_margin = MARGINS["left"], MARGINS["right"]
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    _marked(section.first_page_header.paragraphs[0], numbered=False)
    _marked(section.header.paragraphs[0], numbered=True)


def _marked(paragraph: Any, *, numbered: bool) -> None:
    """The page number in the middle (from the second page on), BẢN NHÁP on the right of every page of a draft."""
    paragraph.style = "Normal"
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Emu(WIDTH // 2), WD_TAB_ALIGNMENT.CENTER)
    stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run("\t")
    if numbered:
        _field(paragraph, "PAGE")
    paragraph.add_run("\t")
    paragraph.add_run("{{ ban_nhap }}").bold = True


def _field(paragraph: Any, instruction: str) -> None:
    for kind in ("begin", "", "end"):
        run = paragraph.add_run()
        run.font.size = Pt(14)
        if kind:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        else:
            part = OxmlElement("w:instrText")
            part.set(qn("xml:space"), "preserve")
            part.text = f" {instruction} "
        run._r.append(part)


# -- parts -----------------------------------------------------------------------------


def _head(document: Any) -> None:
    left, right = _two_columns(document, HEAD)
    _line(left, "{{ ten_co_quan }}", 13, bold=True, first=True)
    _line(left, "{{ ten_xa }}", 13, bold=True)
    _rule(left, HEAD[0], Mm(20))
    _line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True, first=True)
    _line(right, "Độc lập - Tự do - Hạnh phúc", 14, bold=True)
    _rule(right, HEAD[1], Mm(61))
    _line(left, "{{ so_ky_hieu }}", 13, before=Pt(6))
    _line(right, "{{ dia_danh_ngay }}", 14, italic=True, before=Pt(5))


def _title(document: Any) -> None:
    _line(document, "{{ ten_loai }}", 14, bold=True, before=Pt(18))
    _line(document, "{{ trich_yeu }}", 14, bold=True)
    _rule(document, WIDTH, Mm(55))
    _line(document, "{%p for dong in kinh_gui %}", 14)
    _line(document, "{{ dong }}", 14, before=Pt(12))
    _line(document, "{%p endfor %}", 14)
    _line(document, "", 6)


def _body(document: Any) -> None:
    text, part, passage = "DV Nội dung", "DV Phần", "DV Mục"
    for style, line in (
        (text, "{{ mo_dau }}"),
        (text, "{%p for phan in cac_phan %}"),
        (part, "{{ phan.ten }}"),
        (text, "{%p for muc in phan.cac_muc %}"),
        (text, "{%p if muc.ten %}"),
        (passage, "{{ muc.ten }}"),
        (text, "{%p endif %}"),
        (text, "{%p for doan in muc.cac_doan %}"),
        (text, "{{ doan }}"),
        (text, "{%p endfor %}"),
        (text, "{%p endfor %}"),
        (text, "{%p endfor %}"),
    ):
        document.add_paragraph(line, style=style)
    # The signature never stands on a page without a line of the text.
    document.add_paragraph("{{ ket_thuc }}", style=text).paragraph_format.keep_with_next = True
    _line(document, "", 8).paragraph_format.keep_with_next = True


def _foot(document: Any) -> None:
    left, right = _two_columns(document, FOOT)
    opening = _line(left, "Nơi nhận:", 12, bold=True, italic=True, first=True)
    opening.alignment = LEFT
    for line in ("{%p for dong in noi_nhan %}", "{{ dong }}", "{%p endfor %}"):
        left.add_paragraph(line, style="DV Nơi nhận")
    _line(right, "{%p for dong in quyen_ky %}", 14, first=True)
    _line(right, "{{ dong }}", 14, bold=True)
    _line(right, "{%p endfor %}", 14)
    _line(right, "{{ chuc_vu }}", 14, bold=True)
    for _ in range(5):
        _line(right, "", 14)
    _line(right, "{{ nguoi_ky }}", 14, bold=True)


# -- pieces ----------------------------------------------------------------------------


def _two_columns(document: Any, widths: tuple[Emu, Emu]) -> tuple[Any, Any]:
    """A table without borders, not wider than the text, whose row stays on one page."""
    table = document.add_table(rows=1, cols=2)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")
    for column, width in zip(table.columns, widths, strict=True):
        column.width = column.cells[0].width = width
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    left, right = table.rows[0].cells
    return left, right


def _line(
    place: Any,
    text: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    before: Emu | None = None,
    first: bool = False,
) -> Any:
    """A centred line; `first`: in the paragraph that a cell already has."""
    paragraph = place.paragraphs[0] if first else place.add_paragraph()
    paragraph.style = "DV Giữa"
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    if before is not None:
        paragraph.paragraph_format.space_before = before
    if not text:
        _size_of_mark(paragraph, size)
    return paragraph


def _size_of_mark(paragraph: Any, size: float) -> None:
    """An empty line is as high as its paragraph mark."""
    mark = OxmlElement("w:rPr")
    for tag in ("w:sz", "w:szCs"):
        height = OxmlElement(tag)
        height.set(qn("w:val"), str(int(2 * size)))
        mark.append(height)
    paragraph._p.get_or_add_pPr().append(mark)


def _rule(place: Any, width: Emu, length: Emu) -> None:
    """A line under a text, `length` long, in the middle: the border of a paragraph that is almost without height."""
    paragraph = place.add_paragraph(style="DV Đường kẻ")
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Emu((width - length) // 2)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(3)
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:spacing", "w:ind", "w:jc", "w:rPr")


def _sign(document: Any) -> None:
    """Nothing of python-docx's own: no thumbnail, no names, a day that is the same each time."""
    package = document.part.package
    for key in [key for key, one in package.rels.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del package.rels[key]
    known = document.core_properties
    known.title, known.author, known.last_modified_by, known.comments = "Mẫu báo cáo", "danvan", "danvan", ""
    known.created = known.modified = datetime(2022, 1, 1)
    known.language = "vi-VN"


if __name__ == "__main__":
    main()
