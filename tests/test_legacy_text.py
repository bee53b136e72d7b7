"""Texts in fonts from before Unicode are known by font or letters and read as meant; innocent ones stay."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import Font

from danvan_xlsx.check.place import place
from danvan_xlsx.check.read import read
from danvan_xlsx.excel.old_fonts import cells_in, old_fonts
from danvan_xlsx.excel.reader import open_workbook
from danvan_xlsx.report.unit_summary import OWN_MARK
from danvan_xlsx.words.kinds import LINE, Option, choice
from danvan_xlsx.words.layout import Cell, Grid, Sheet
from danvan_xlsx.words.legacy_text import TCVN3, VNI, Legacy, converted, encoding_of, legacy, trusted
from danvan_xlsx.words.rules import say
from danvan_xlsx.words.syllables import is_syllable
from danvan_xlsx.words.text import MASK, Text, fold
from tests import craft
from tests.shelf import column


def listed(text: str) -> list[str]:
    return text.split("|") if "|" in text else text.split()


#: Written out by hand from TCVN 5712:1993 and from the keyboard tables of VNI, apart from the program's own tables.
SMALL = "aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
IN_TCVN3 = bytes.fromhex(
    "61b5b6b7b8b9 a8bbbcbdbec6 a9c7c8c9cacb ae 65cccecfd0d1 aad2d3d4d5d6 69d7d8dcddde"
    "6fdfe1e2e3e4 abe5e6e7e8e9 aceaebecedee 75eff1f2f3f4 adf5f6f7f8f9 79fafbfcfdfe"
).decode("latin-1")
IN_VNI = listed(
    "a aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä ñ e eø eû eõ eù eï eâ eà eå eã eá eä i ì æ ó í ò "
    "o oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï u uø uû uõ uù uï ö öø öû öõ öù öï y yø yû yõ yù î"
)

TO_TCVN3 = dict(zip(SMALL, IN_TCVN3, strict=True)) | dict(zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True))
TO_VNI = dict(zip(SMALL, IN_VNI, strict=True)) | {
    new.upper(): old.upper() for new, old in zip(SMALL, IN_VNI, strict=True)
}

SENTENCES = (
    "Cộng hoà xã hội chủ nghĩa Việt Nam",
    "Độc lập - Tự do - Hạnh phúc",
    "Ủy ban nhân dân xã Minh Sơn, huyện Ngọc Lặc, tỉnh Thanh Hoá",
    "Tranh chấp đất đai giữa hai hộ ở thôn Minh Thành; đã hoà giải",
    "Giải quyết đơn kiến nghị về chế độ chính sách (12 người)",
    "Đề nghị phường xem xét, trả lời trước ngày 15/3",
    "Khuyến khích người dân nộp hồ sơ trực tuyến",
)


def in_tcvn3(text: str) -> str:
    """As somebody types it who has a font of small letters only: what has no capital with a mark is written small."""
    return "".join(TO_TCVN3.get(one) or TO_TCVN3.get(one.lower(), one) for one in text)


def in_vni(text: str) -> str:
    return "".join(TO_VNI.get(one, one) for one in text)


# -- the tables ------------------------------------------------------------------------


def test_every_letter_is_read_by_its_table() -> None:
    assert "".join(converted(one, TCVN3) for one in IN_TCVN3) == SMALL
    assert "".join(converted(one, VNI) for one in IN_VNI) == SMALL
    assert "".join(converted(one.upper(), VNI) for one in IN_VNI) == SMALL.upper()
    assert converted("¡¢£¤¥¦§", TCVN3) == "ĂÂÊÔƠƯĐ"


@given(st.text(st.sampled_from([*SMALL, *"bcdghklmnpqrstvx 0123456789,.-/()"])))
def test_what_was_written_so_is_read_back_the_same(text: str) -> None:
    assert converted(in_tcvn3(text), TCVN3) == text
    assert converted(in_vni(text), VNI) == text


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_is_known_by_its_letters_alone(text: str) -> None:
    assert legacy(in_vni(text)) == Legacy(VNI, text)
    old = legacy(in_tcvn3(text))
    assert old is not None
    assert (old.encoding, old.text.casefold()) == (TCVN3, text.casefold())


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_is_known_by_its_font(text: str) -> None:
    assert legacy(in_vni(text), "VNI-Times") == Legacy(VNI, text)
    assert (legacy(in_tcvn3(text), ".VnTime") or Legacy("", "")).text.casefold() == text.casefold()


@pytest.mark.parametrize(
    ("written", "font", "meant"),
    [
        ("céng hoµ", ".VnTimeH", "CỘNG HOÀ"),
        ("CéNG HOµ", "", "CỘNG HOÀ"),
        ("UBND x· Minh S¬n", "", "UBND xã Minh Sơn"),
        ("§Þnh kú", "", "Định kỳ"),
        ("T\u00ad ph¸p", "", "Tư pháp"),
        ("Cã", ".VnArial", "Có"),
        ("Coù", "", "Có"),
        ("ÑAÁT ÑAI", "", "ĐẤT ĐAI"),
        ("Aùnh", "VNI-Helve", "Ánh"),
        ("AÙnh", "VNI-Helve", "Ánh"),
        ("Ñöôøng", "", "Đường"),
    ],
)
def test_short_texts_and_capitals(written: str, font: str, meant: str) -> None:
    old = legacy(written, font)

    assert old is not None
    assert old.text == meant


INNOCENT = [
    *SENTENCES,
    *(unicodedata.normalize("NFD", one) for one in SENTENCES),
    *listed("Hà Nam|Lý Thị Mùi|Bà Trân|Cô Hoà|Vì là|có|Không|Cà Mau|Tô Hoài|thôn xóm|thôn Ba Vì|hoà|oà|uý|Đà|á à"),
    *listed("Café|José Müller|São Paulo|naïve|Zoë Saldaña|François|Ångström|El Niño|Citroën|Loïc Dupont|thé|Aïda"),
    *listed("5 µm|µg/m³|10 µm và 5 µg|Windows® 10|© UBND|30 °C ± 2|½ ngày|« Minh »|§ 5|2 × 3|m²|1·2|¼|®|×|5¢ ¥10"),
    *listed("|abc|12 nguoi|D-05|05/BC-UBND|x|a@b.vn|https://danvan.vn/?q=1|TRUE"),
    "Большой",
    "東京",
]


@pytest.mark.parametrize("text", INNOCENT)
def test_innocent_texts_are_never_taken_for_old_ones(text: str) -> None:
    assert legacy(text) is None


@pytest.mark.parametrize("text", ["Hà Nội", "các bà", "Đã nhận đơn", "Hội nghị", "Ban Giám sát", "abc"])
def test_unicode_typed_into_a_cell_with_an_old_font_stays(text: str) -> None:
    assert legacy(text, ".VnTime") is None


@given(st.text(max_size=30))
def test_no_text_is_too_odd(text: str) -> None:
    for font in ("", ".VnTimeH", "VNI-Times"):
        old = legacy(text, font)
        assert old is None or old.encoding in (TCVN3, VNI)


@given(st.text(max_size=60).filter(lambda text: not any("\u00a1" <= one <= "\u00ff" for one in text)))
def test_without_letters_of_western_europe_nothing_is_old(text: str) -> None:
    assert legacy(text, ".VnTime") is None


def test_syllables() -> None:
    good = listed("a nghiêng khuỷu quyết giường gì ngoèo Trần ĐẤT uống ỷ quốc giếng yêu loại thuở")
    bad = listed("ceng ngi kà gê các̀ việc̀ st ai1 bl héi Müller coọng oo")

    assert [word for word in good if not is_syllable(word)] == []
    assert [word for word in bad if is_syllable(word)] == []


# -- fonts of a sheet ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", TCVN3),
        (".VNARIALH", TCVN3),
        ("VNI-Times", VNI),
        ("VNI Helve", VNI),
        ("Times New Roman", ""),
        ("Vnitime", ""),
        ("", ""),
    ],
)
def test_fonts_are_known_by_their_names(font: str, encoding: str) -> None:
    assert encoding_of(font) == encoding


def sheet_of(cells: dict[str, tuple[str, str]], path: Path) -> Grid:
    """Reference → text and font, saved by openpyxl and read by us."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for place_, (text, font) in cells.items():
        book.active[place_] = text
        book.active[place_].font = Font(name=font)
    book.save(path)
    with open_workbook(path) as opened:
        return opened.grid(opened.sheets[0])


def test_the_reader_names_the_cells_in_old_fonts(tmp_path: Path) -> None:
    grid = sheet_of(
        {
            "B2": ("§Êt ®ai", ".VnTime"),
            "C3": ("Ñaát ñai", "VNI-Times"),
            "D4": ("Đất đai", "Times New Roman"),
            "AA7": ("céng", ".VnTimeH"),
        },
        tmp_path / "a.xlsx",
    )

    assert grid.fonts == {(2, 2): ".VnTime", (3, 3): "VNI-Times", (7, 27): ".VnTimeH"}


def test_a_workbook_without_old_fonts_names_none(tmp_path: Path) -> None:
    assert sheet_of({"A1": ("Đất đai", "Arial")}, tmp_path / "a.xlsx").fonts == {}


def test_styles_of_other_shapes_and_damaged_numbers_of_fonts() -> None:
    styles = (
        f"<x:styleSheet xmlns:x='{craft.MAIN}'><x:fonts><x:font/><x:font><x:name val='.VnTime'/></x:font></x:fonts>"
        "<x:cellXfs><x:xf fontId='1'/><x:xf fontId='7'/><x:xf fontId='x'/><x:xf/></x:cellXfs></x:styleSheet>"
    ).encode()
    data = b"<x:c s='0' r = 'B2'><v/></x:c><x:c r='C2'></x:c><c r='D2' s='1'></c><c s='0'></c><col s='0'/><c r='ZZZZ9'>"

    assert old_fonts(styles) == {b"0": ".VnTime"}
    assert cells_in(data, old_fonts(styles)) == {(2, 2): ".VnTime", (2, 3): ".VnTime"}


def test_what_reads_both_ways_is_decided_by_the_other_cells_of_the_sheet() -> None:
    def fonts(*texts: str) -> list[int]:
        rows = {number: {1: Cell(text)} for number, text in enumerate(texts, 1)}
        return [row for row, _ in trusted(rows, {(number, 1): ".VnTime" for number in rows})]

    assert fonts("Cã", "§Êt ®ai") == [1, 2]
    assert fonts("Có", "Đất đai", "Đã xong") == [2, 3]
    assert fonts("Có") == []
    assert fonts("Có", "§Êt ®ai", "Đất đai", "Đã xong") == [2, 3, 4]


# -- in a register ---------------------------------------------------------------------

FIELDS = (Option("land", Text("Đất đai", "Land")), Option("policy", Text("Chính sách", "Policy")))
VISITS = Sheet(
    "visits",
    Text("Sổ khách", "Visits"),
    (
        column("field", "Lĩnh vực", choice("visit_fields", *FIELDS)),
        column("content", "Nội dung", LINE),
        column("guest", "Họ tên", LINE, personal=True),
    ),
)


def typed(*lines: str, fonts: dict[tuple[int, int], str] | None = None) -> Grid:
    rows = {
        number: {at: Cell(part) for at, part in enumerate(line.split(" | "), 1) if part}
        for number, line in enumerate(lines, 6)
    }
    return Grid("Sổ khách", rows, fonts=fonts or {})


def told(grid: Grid) -> tuple[list[dict[str, object]], list[tuple[str, str | None, str]]]:
    """What is read, and what is told of it, headings and cells."""
    placed = place("a.xlsx", "VP", (grid,), (VISITS,), OWN_MARK)
    ((where, found),) = placed.placed.values()
    rows, findings = read(where, found)
    every = [one for one in (*placed.findings, *findings) if one.code != "BM20"]
    return [row.values for row in rows], [(one.code, one.place.cell, say(one).message) for one in every]


def test_values_are_matched_after_conversion_and_told_at_their_cells() -> None:
    rows, findings = told(
        typed(
            "Tình trạng | Lĩnh vực | Nội dung | Họ tên | Mã lỗi | Ghi chú của hệ thống",
            " | §Êt ®ai | Ñeà nghò caáp giaáy | NguyÔn V¨n Tý",
            " | ChÝnh s¸ch | Đề nghị | Trần Thị Mùi",
        )
    )

    assert [(row["field"], row["content"]) for row in rows] == [
        (FIELDS[0], "Đề nghị cấp giấy"),
        (FIELDS[1], "Đề nghị"),
    ]
    assert [(code, cell) for code, cell, _ in findings] == [
        ("DL45", "B7"),
        ("DL46", "C7"),
        ("DL45", "D7"),
        ("DL45", "B8"),
    ]
    assert "“Đất đai”" in findings[0][2]
    assert "“Đề nghị cấp giấy”" in findings[1][2]


def test_a_personal_cell_is_read_and_never_quoted() -> None:
    rows, findings = told(
        typed(
            "Tình trạng | Lĩnh vực | Nội dung | Họ tên | Mã lỗi | Ghi chú của hệ thống",
            " | Đất đai | Đề nghị | NguyÔn V¨n Tý",
        )
    )

    assert str(rows[0]["guest"]) == MASK
    assert rows[0]["guest"].reveal() == "Nguyễn Văn Tý"  # type: ignore[attr-defined]
    ((_, _, message),) = findings
    assert MASK in message
    assert "Nguy" not in message


def test_what_is_wrong_all_the_same_is_told_once_and_as_it_was_meant() -> None:
    _, findings = told(
        typed("Tình trạng | Lĩnh vực | Nội dung | Họ tên | Mã lỗi | Ghi chú của hệ thống", " | §Êt ruéng | Đề nghị | A")
    )

    assert [(code, cell) for code, cell, _ in findings] == [("DL09", "B7")]
    assert "Đất ruộng" in findings[0][2]


def test_headings_in_an_old_code_are_found_and_noted() -> None:
    rows, findings = told(
        typed("T×nh tr¹ng | LÜnh vùc | Néi dung | Hä tªn | M· lçi | Ghi chó cña hÖ thèng", " | Đất đai | Đề nghị | A")
    )

    assert [row["field"] for row in rows] == [FIELDS[0]]
    assert {code for code, *_ in findings} == {"DL47"}
    assert ("DL47", "B6", "Tiêu đề ở ô B6 ghi bằng bảng mã cũ TCVN3; đã đọc là “Lĩnh vực”.") in findings


def test_by_the_font_alone() -> None:
    grid = typed(
        "Tình trạng | Lĩnh vực | Nội dung | Họ tên | Mã lỗi | Ghi chú của hệ thống",
        " | Đất đai | Cã | A",
        fonts={(7, 3): ".VnTime"},
    )

    assert [row["content"] for row in told(grid)[0]] == ["Có"]


# -- letters that look alike -------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed_", "meant"),
    [
        ("Ðịnh kỳ", "Định kỳ"),
        ("Ɖất đai", "Đất đai"),
        ("D-\u041e5", "D-O5"),
        ("\u0412\u0421-UBND", "BC-UBND"),
        ("c\u043e", "co"),
        ("\u0430\u0435\u043e", "aeo"),
        ("Ｄ－０５", "D-05"),
        ("ＵＢＮＤ　xã", "UBND xã"),
        ("D\u201105", "D-05"),
        ("D\u221205", "D-05"),
        ("Ngu\u0443ễn", "Nguyễn"),
        ("Đa\u0301\u0302t", "Đất"),
        ("Đ\u0430\u0302\u0301t", "Đất"),
        ("hoà", "hòa"),
        ("“Dân vận khéo”", '"Dân vận khéo"'),
    ],
)
def test_letters_that_look_alike_are_one(typed_: str, meant: str) -> None:
    assert fold(typed_) == fold(meant)


@pytest.mark.parametrize(("one", "other"), [("D-O5", "D-05"), ("l", "1"), ("đ", "d"), ("µ", "m"), ("hoá", "hoạ")])
def test_letters_that_differ_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
