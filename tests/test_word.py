"""The Word report: the form of Nghị định 30/2020/NĐ-CP, texts that stay texts, the commune's template, edits kept."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from danvan_xlsx.post.templates import shipped
from danvan_xlsx.post.word import REPORT, BadTemplate, draw_report
from danvan_xlsx.report.periodic.narrative import narrative
from danvan_xlsx.report.periodic.tags import tags
from tests.narratives import DRAFT, plan, remarks, report, settings
from tests.reported import AS_OF, HALF, YEAR, members, new_sample
from tests.reported import report as danvan_report
from tests.word_template import template

SIGNED = {"number": "45/BC-UBND", "signed_on": date(2022, 11, 11)}


def drawn(folder: Path, name: str = "bao-cao.docx", *, own: Path | None = None, **facts: Any) -> Path:
    made = report(**facts)
    told = narrative(made)
    path = folder / name
    draw_report(tags(made, told), path, created=date(2022, 10, 31), title=told.head.subject, author="UBND", folder=own)
    return path


@pytest.fixture(scope="module")
def final(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return Document(str(drawn(tmp_path_factory.mktemp("word"), **SIGNED)))


def paragraphs(document: Any) -> Iterator[Any]:
    """Those of the text and of both tables, as they stand."""
    yield from (Paragraph(block, document) for block in document.element.body.iter(qn("w:p")))


def texts(document: Any) -> list[str]:
    return [one.text for one in paragraphs(document)]


def found(document: Any, text: str) -> Any:
    return next(one for one in paragraphs(document) if one.text == text)


def form(document: Any, text: str) -> tuple[str, float, bool, bool]:
    """Font, size, bold and italic of a line, as its run or its style says."""
    paragraph = found(document, text)
    run, style = paragraph.runs[0], paragraph.style
    size = run.font.size or style.font.size or style.base_style.font.size
    bold = style.font.bold if run.bold is None else run.bold
    return run.font.name or style.font.name, size.pt, bool(bold), bool(run.italic)


# -- the form --------------------------------------------------------------------------


def test_the_page_is_a4_with_the_margins_of_the_decree(final: Any) -> None:
    section = final.sections[0]
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert [round(side.mm) for side in sides] == [20, 20, 30, 15]


@pytest.mark.parametrize(
    ("text", "size", "bold", "italic"),
    [
        ("ỦY BAN NHÂN DÂN", 13, True, False),
        ("XÃ MINH SƠN", 13, True, False),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, False),
        ("Độc lập - Tự do - Hạnh phúc", 14, True, False),
        ("Số: 45/BC-UBND", 13, False, False),
        ("Minh Sơn, ngày 11 tháng 11 năm 2022", 14, False, True),
        ("BÁO CÁO", 14, True, False),
        ("Kết quả công tác dân vận chính quyền năm 2022", 14, True, False),
        ("Kính gửi: Ủy ban nhân dân huyện Ngọc Lặc (qua Phòng Nội vụ).", 14, False, False),
        ("II. KẾT QUẢ THỰC HIỆN", 14, True, False),
        ("2. Cải cách hành chính", 14, True, False),
        ("- Văn phòng – Thống kê: Đường truyền chậm.", 14, False, False),
        ("Nơi nhận:", 12, True, True),
        ("- Như trên;", 11, False, False),
        ("- Lưu: VT, VP.", 11, False, False),
        ("TM. ỦY BAN NHÂN DÂN", 14, True, False),
        ("CHỦ TỊCH", 14, True, False),
    ],
)
def test_each_part_has_the_letters_of_the_decree(final: Any, text: str, size: int, bold: bool, italic: bool) -> None:
    assert form(final, text) == ("Times New Roman", size, bold, italic)


def test_the_text_is_justified_indented_and_spaced(final: Any) -> None:
    body = final.styles["DV Nội dung"].paragraph_format

    assert body.alignment.name == "JUSTIFY"
    assert (body.first_line_indent, body.space_before) == (Mm(12.7), Pt(6))


def test_pages_are_numbered_at_the_top_from_the_second_on(final: Any) -> None:
    section = final.sections[0]
    fields = [one.text for one in section.header._element.iter(qn("w:instrText"))]

    assert section.different_first_page_header_footer
    assert fields == [" PAGE "]
    assert list(section.first_page_header._element.iter(qn("w:instrText"))) == []


def test_a_draft_is_marked_on_every_page_and_a_final_report_nowhere(tmp_path: Path, final: Any) -> None:
    draft = Document(str(drawn(tmp_path, in_the_way=DRAFT)))

    for document, mark in ((draft, "BẢN NHÁP"), (final, "")):
        section = document.sections[0]
        heads = [section.first_page_header, section.header]
        assert [head.paragraphs[0].text.strip() for head in heads] == [mark, mark]


def test_the_outline_ends_with_the_mark_of_the_end_and_the_signature(final: Any) -> None:
    said = texts(final)
    parts = [text for text in said if text.split(".")[0] in ("I", "II", "III", "IV", "V")]

    assert [part.split(".")[0] for part in parts] == ["I", "II", "III", "IV", "V"]
    assert [text for text in said if text.endswith("./.")] == [
        "Trên đây là báo cáo kết quả công tác dân vận chính quyền năm 2022 của Ủy ban nhân dân xã Minh Sơn./."
    ]
    assert not any("{" in text for text in said)


def test_a_deputy_signs_under_the_chairman(tmp_path: Path) -> None:
    said = texts(Document(str(drawn(tmp_path, of=plan(settings=settings(signer_title="PHÓ CHỦ TỊCH"))))))
    at = said.index("TM. ỦY BAN NHÂN DÂN")

    assert said[at : at + 3] == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]


# -- texts, bytes ----------------------------------------------------------------------


def test_texts_of_staff_are_printed_as_they_were_typed(tmp_path: Path) -> None:
    typed = "{{ 7*7 }} {% for x in y %} <w:p>&amp;</w:p> “trích”\x07\x0b\r\ndòng 2\u200b {_{ 1 }_} =1+1"
    said = texts(Document(str(drawn(tmp_path, sheets=[remarks(KK__NAM=typed)]))))

    assert [text for text in said if "7*7" in text] == [
        "- Văn phòng – Thống kê: {{ 7*7 }} {% for x in y %} <w:p>&amp;</w:p> “trích” dòng 2 {{ 1 }} =1+1."
    ]


def test_the_same_report_has_the_same_members(tmp_path: Path) -> None:
    first, second = drawn(tmp_path, "1.docx"), drawn(tmp_path, "2.docx")

    assert members(first) == members(second)
    with zipfile.ZipFile(first) as parts:
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_says_nothing_of_who_typed_it(final: Any) -> None:
    known = final.core_properties

    assert (known.title, known.author, known.last_modified_by) == (
        "Kết quả công tác dân vận chính quyền năm 2022",
        "UBND",
        "UBND",
    )
    assert known.created == known.modified
    assert known.created.date() == date(2022, 10, 31)


# -- templates -------------------------------------------------------------------------


def test_the_shipped_template_is_what_its_source_draws() -> None:
    with zipfile.ZipFile(shipped() / REPORT) as kept, zipfile.ZipFile(BytesIO(template())) as made:
        names = [name for name in made.namelist() if name.startswith(("word/document", "word/header"))]
        assert len(names) == 3
        assert [name for name in names if kept.read(name) != made.read(name)] == []


def test_every_tag_is_described_and_every_one_described_is_there() -> None:
    described = (shipped() / "README.md").read_text(encoding="utf-8")
    made = report()
    named = tags(made, narrative(made))

    assert [name for name in named if f"`{name}" not in described and f"{{{{ {name}" not in described] == []


def own_template(folder: Path, *lines: str) -> Path:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    (folder / "templates").mkdir(parents=True)
    document.save(str(folder / "templates" / REPORT))
    return folder


def test_the_template_of_the_commune_wins(tmp_path: Path) -> None:
    own = own_template(
        tmp_path / "xa", "Mẫu của xã: {{ trich_yeu }}", "{{ ket_qua.ten }}", '{{ so_lieu["tcd.visits"] }}'
    )

    assert texts(Document(str(drawn(tmp_path, own=own)))) == [
        "Mẫu của xã: Kết quả công tác dân vận chính quyền năm 2022",
        "II. KẾT QUẢ THỰC HIỆN",
        "50 lượt",
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{{ khong_co }}", "khong_co"),
        ("{{ ket_qua.tieu_de }}", "tieu_de"),
        ("{{ trich_yeu", "{{ trich_yeu"),
        ("{%p for x in kinh_gui %}", ""),
        ("{{ trich_yeu.__class__.__mro__ }}", ""),
        ("{{ 1 / 0 }}", ""),
    ],
)
def test_a_tag_that_cannot_be_filled_is_told_in_a_sentence(tmp_path: Path, line: str, why: str) -> None:
    own = own_template(tmp_path / "xa", line)

    with pytest.raises(BadTemplate) as bad:
        drawn(tmp_path, own=own)

    assert bad.value.told.vi.startswith(f"Mẫu “bao-cao.docx” có chỗ điền chưa đúng: “{why}")
    assert not (tmp_path / REPORT).exists()


@pytest.mark.parametrize("data", [b"", b"khong phai Word", b"PK\x03\x04 hong"])
def test_what_is_no_word_file_is_told_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "xa/templates").mkdir(parents=True)
    (tmp_path / "xa/templates" / REPORT).write_bytes(data)

    with pytest.raises(BadTemplate) as bad:
        drawn(tmp_path, own=tmp_path / "xa")

    assert "chưa mở được như một tệp Word" in bad.value.told.vi


def test_a_workbook_named_as_a_document_is_no_word_file(tmp_path: Path) -> None:
    (tmp_path / "xa/templates").mkdir(parents=True)
    xlsxwriter.Workbook(str(tmp_path / "xa/templates" / REPORT)).close()

    with pytest.raises(BadTemplate):
        drawn(tmp_path, own=tmp_path / "xa")


# -- as the clerk has it ---------------------------------------------------------------


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_sample(tmp_path_factory.mktemp("danvan") / "danvan-2022")


def word_of(folder: Path, name: str = REPORT, period: str = YEAR) -> Path:
    return folder / f"bao-cao/2022-{period}/{name}"


def test_the_word_report_lies_beside_the_annexes(sample: Path) -> None:
    said = danvan_report(sample, YEAR)

    assert (said.exit_code, f"Đã lập: bao-cao/2022-{YEAR}/bao-cao.docx" in said.output) == (0, True)
    text = "\n".join(texts(Document(str(word_of(sample)))))
    assert "hồ sơ nộp trực tuyến, lũy kế: 1.060/2.090 hồ sơ (50,7%)" in text
    assert "Tháng 8 chưa có báo cáo do công chức nghỉ điều trị." in text


def test_what_the_clerk_has_corrected_in_word_is_never_written_over(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "danvan-2022")
    danvan_report(folder, YEAR)
    document = Document(str(word_of(folder)))
    document.add_paragraph("Văn phòng sửa.")
    document.save(str(word_of(folder)))
    edited = word_of(folder).read_bytes()

    for _ in range(2):
        said = danvan_report(folder, YEAR)
        assert "Tệp bao-cao.docx đã được sửa hoặc đang mở nên giữ nguyên" in said.output
    assert word_of(folder).read_bytes() == edited
    assert [one.name for one in sorted(word_of(folder).parent.glob("*.docx"))] == [
        "bao-cao-lap-lai.docx",
        "bao-cao.docx",
    ]


def test_a_template_that_cannot_be_used_stops_the_report_with_a_sentence(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "danvan-2022")
    own_template(folder, "{{ khong_co }}")
    said = danvan_report(folder, YEAR)

    assert said.exit_code == 2
    assert "Mẫu “bao-cao.docx” có chỗ điền chưa đúng: “khong_co”." in " ".join(said.output.split())
    assert list(word_of(folder).parent.glob("*.*")) == []


def test_figures_for_the_inspection_sector_have_no_report_on_dan_van(sample: Path) -> None:
    said = danvan_report(sample, "TTR-6T")

    assert ".docx" not in said.output


def test_a_faulty_sample_makes_a_draft(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "danvan-2022", sound=False)
    danvan_report(folder, HALF)
    document = Document(str(word_of(folder, period=HALF)))

    assert document.sections[0].first_page_header.paragraphs[0].text.strip() == "BẢN NHÁP"
    assert AS_OF.year == 2022
