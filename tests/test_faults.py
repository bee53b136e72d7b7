"""The faults that reading finds: every one can be said, politely and whole, in both languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import danvan_xlsx.check.faults
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.kinds import KINDS, choice
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.rules import CATALOGUE, DATA, NOTE, Rule, say
from danvan_xlsx.words.text import MASK, Lang, Personal, Text
from tests.conftest import Snapshot

FAMILIES = re.compile(r"(BM|DL)\d\d|KH46")
FAULTS = sorted((one for one in CATALOGUE.values() if FAMILIES.fullmatch(one.code)), key=lambda one: one.code)
LANGUAGES: tuple[Lang, ...] = ("vi", "en")

PLACE = Place("van-hoa.xlsx", "Sổ tiếp công dân", 9, 6)

#: The values that whoever finds a fault hands to its sentences, code by code: the contract with the callers.
PEOPLE, DAY, RATE = Text("Số người", "People"), Text("Ngày tiếp", "Day"), Text("Tỷ lệ đồng ý", "In favour")
CODE, COST, KIND = Text("Mã đơn", "Code"), Text("Kinh phí", "Cost"), Text("Loại đơn", "Kind")
ANOTHER = {"who": Text("một máy khác", "another computer")}


def cell(column: Text, raw: Any, expected: Any = "") -> dict[str, Any]:
    return {"column": column, "raw": raw, "expected": expected}


def beside(column: Text, raw: Any) -> dict[str, Any]:
    return {"other_column": column, "other_raw": raw}


VALUES: dict[str, dict[str, Any]] = {
    "BM01": {},
    "BM02": {},
    "BM03": {},
    "BM04": {"format": "xls"},
    "BM05": {},
    "BM06": {},
    "BM07": {},
    "BM08": {"size": 2048},
    "BM09": {},
    "BM10": ANOTHER,
    "BM11": {},
    "BM12": {},
    "BM13": {"found": "2022.1", "expected": "2022.2"},
    "BM14": {"found": "2021", "expected": "2022"},
    "BM15": {"found": "xã Cao Ngọc", "expected": "xã Minh Sơn"},
    "BM16": {
        "unit": "Văn hóa – Xã hội",
        "saved": date(2022, 5, 10),
        "rows": 48,
        "other": "van-hoa (1).xlsx",
        "other_saved": date(2022, 5, 12),
        "other_rows": 51,
    },
    "BM17": {"unit": "Văn hóa – Xã hội"},
    "BM18": {"unit": "VanHoa"},
    "BM19": {"sheet_title": Text("Sổ đơn thư", "Petitions")},
    "BM20": {"columns": (PEOPLE, DAY)},
    "BM21": {"stamp": 3, "last": 5},
    "BM22": {},
    "BM23": {},
    "BM24": {"cell": "A9", "range": "A9:A10"},
    "BM25": {},
    "BM26": {"title": "Tổng hợp"},
    "BM27": {"other": "Sổ tiếp dân"},
    "BM28": {},
    "BM29": {"register": Text("Sổ tiếp công dân", "Citizen reception"), "rows": 30, "last_rows": 37},
    "BM30": {"found": "2022.2", "expected": "2022.1"},
    "BM31": {},
    "BM32": {"other": "ke-hoach-sua.xlsx"},
    "BM33": {},
    "BM34": {"today": date(2015, 1, 1), "newest": date(2022, 11, 14), "year": "2022"},
    "BM35": {"column": PEOPLE, "other": "F5"},
    "BM36": {},
    "BM37": ANOTHER,
    "BM38": {},
    "BM39": {"lost": Text("danh sách chọn ở cột Loại đơn (12 ô)", "drop-downs of Loại đơn (12 cells)")},
    "BM40": {"targets": ("so-2021.xlsx", "tong-hop.xlsx")},
    "BM41": {"sheets": ("Sổ đơn thư",)},
    "BM42": {"format": ".xls", "result": "ket-qua/van-hoa-ket-qua.xlsx"},
    "BM45": {},
    "BM46": {"register": Text("Sổ tiếp công dân", "Citizen reception"), "gone": 7, "rows_before": 37},
    "BM47": {
        "unit": "Văn hóa – Xã hội",
        "count": 2,
        "copies": (
            Text("“Bao cao.xlsx” (lưu 09:30 18/05: 48 dòng)", "“Bao cao.xlsx” (saved 09:30 18/05: 48 rows)"),
            Text("“Bao cao (2).xlsx” (lưu 07:05 10/05: 51 dòng)", "“Bao cao (2).xlsx” (saved 07:05 10/05: 51 rows)"),
        ),
    },
    "BM48": {"stamp": 3, "rows": 30, "into": "van-hoa.xlsx", "last": 5, "last_rows": 37},
    "BM49": {
        "saved": "09:30 18/05",
        "rows": 40,
        "into": "van-hoa.xlsx",
        "other_saved": "07:05 10/05",
        "other_rows": 38,
        "only": 3,
        "other_only": 1,
    },
    "BM50": {"open": "van-hoa.xlsx", **ANOTHER},
    "BM51": {"into": "van-hoa.xlsx"},
    "BM52": {},
    "BM59": {"most": 3_000_000, "what": Text("ô có nội dung", "filled cells")},
    "BM53": {"heading": "Điện thoại", "count": 3, "cells": "K7–K9"},
    "BM54": {"words": "II.3.9 · Đăng tin, bài"},
    "BM55": {"unit": "Văn hóa – Xã hội", "count": 12},
    "BM56": {"things": "2 hình ảnh, 1 biểu đồ", "where": Text(", trang “Tin, bài”", ", sheet “Tin, bài”")},
    "BM57": {},
    "BM58": {"units": ("Văn phòng – Thống kê (VP)", "Văn hóa – Xã hội (VANHOA)")},
    "BM60": {"most": 100_000},
    "DL01": {"column": PEOPLE},
    "DL02": cell(DAY, "quý I", Text("ngày, ví dụ 05/03/2022", "day, e.g. 05/03/2022")),
    "DL03": cell(PEOPLE, "12 người", "12"),
    "DL04": cell(Text("Chiều dài", "Length"), "1.25.0", Text("số, ví dụ 1,5", "number, e.g. 1,5")),
    "DL05": cell(RATE, "bảy mươi", Text("tỷ lệ phần trăm, ví dụ 33,9", "percentage, e.g. 33,9")),
    "DL06": cell(COST, "28,5 triệu", "28,5"),
    "DL07": cell(Text("Tháng", "Month"), "quý II", Text("tháng (1–12), ví dụ 5", "month (1–12), e.g. 5")),
    "DL08": cell(Text("Có đơn", "Petition handed in"), "có thể", Text("Có hoặc Không", "yes or no")),
    "DL09": cell(KIND, "Thắc mắc", "Khiếu nại; Tố cáo; Kiến nghị; Phản ánh"),
    "DL10": cell(CODE, "D-09", Text("Sổ đơn thư (gần giống: D-08)", "Petitions (nearest: D-08)"))
    | {"home": Text("Sổ đơn thư", "Petitions")},
    "DL11": cell(Text("Số văn bản", "Document"), "05", ""),
    "DL12": cell(DAY, "05/03/22", "05/03/2022"),
    "DL13": cell(DAY, "31/02/2022"),
    "DL14": cell(PEOPLE, "#N/A"),
    "DL15": cell(PEOPLE, ""),
    "DL16": {"column": DAY, "raw": date(2022, 12, 15), "as_of": date(2022, 11, 14)},
    "DL17": {"column": DAY, "raw": date(2021, 3, 5), "year": "2022"},
    "DL18": {"column": CODE, "raw": "D-05", "other": "B8, trang Sổ đơn thư cũ"},
    "DL19": {"column": Text("Số phiếu đồng ý", "In favour"), "raw": 120, **beside(Text("Tổng số phiếu", "Votes"), 100)},
    "DL20": cell(PEOPLE, "-3", "3"),
    "DL21": cell(PEOPLE, "1.250", 1250),
    "DL22": cell(DAY, "ngày 5 tháng 3 năm 2022", date(2022, 3, 5)),
    "DL23": cell(DAY, "44625", date(2022, 3, 5)),
    "DL24": cell(PEOPLE, "không", 0),
    "DL25": cell(PEOPLE, "1,5"),
    "DL26": {"column": PEOPLE},
    "DL27": {
        "column": Text("Đến ngày", "To"),
        "raw": date(2022, 3, 1),
        **beside(Text("Từ ngày", "From"), date(2022, 3, 5)),
    },
    "DL28": {"column": Text("Ngày thụ lý", "Accepted"), **beside(KIND, "Khiếu nại")},
    "DL29": cell(CODE, "05/09/2022"),
    "DL30": cell(RATE, "0,7", "70"),
    "DL31": cell(CODE, "84,01"),
    "DL32": cell(CODE, "12", "12"),
    "DL33": cell(PEOPLE, "TRUE", Text("số nguyên, ví dụ 12", "whole number, e.g. 12")),
    "DL34": cell(RATE, "120"),
    "DL35": cell(Text("Có đơn", "Petition handed in"), "TRUE", True),
    "DL36": {"column": Text("Giải trình", "Explanation")},
    "DL37": {"column": Text("Giải trình", "Explanation")},
    "DL38": {"column": Text("Giải trình", "Explanation")},
    "KH46": {
        "period": "Báo cáo 6 tháng đầu năm 2022",
        "number": Text("số 38/BC-UBND", "no. 38/BC-UBND"),
        "figures": Text("Lượt tiếp công dân 22 → 23; và 3 số liệu khác", "Lượt tiếp công dân 22 → 23; and 3 others"),
    },
    "DL39": cell(PEOPLE, "12"),
    "DL40": {"count": 7, "rows": "9–12, 20, 31–32"},
    "DL41": {"range": "F9:F11", "cells": "F10, F11"},
    "DL42": cell(CODE, "1234567890123450"),
    "DL43": cell(Text("Ghi chú", "Note"), "1234567890123450"),
    "DL45": {"column": KIND, "expected": "Khiếu nại"},
    "DL46": {"column": KIND, "expected": "Khiếu nại"},
    "DL47": {"encoding": "TCVN3", "expected": "Số người"},
}

each_fault = pytest.mark.parametrize("fault", FAULTS, ids=[one.code for one in FAULTS])


def said(fault: Rule, lang: Lang) -> tuple[str, str]:
    return say(Finding(fault.code, PLACE, VALUES[fault.code], fault.severity), lang)


def texts(fault: Rule) -> Iterator[Text]:
    yield from (fault.message, fault.remedy, fault.reason)
    if fault.example:
        yield from fault.example


def test_every_fault_of_reading_is_in_the_catalogue_and_no_other() -> None:
    assert [one.code for one in FAULTS] == sorted(VALUES)


@each_fault
def test_a_fault_is_said_with_its_values_in_both_languages(fault: Rule) -> None:
    for lang in LANGUAGES:
        for sentence in said(fault, lang):
            assert not re.search(r"[{}]|None|“”", sentence)


@each_fault
def test_both_languages_name_the_same_values(fault: Rule) -> None:
    for text in (fault.message, fault.remedy):
        assert set(re.findall(r"{(\w+)}", text.vi)) == set(re.findall(r"{(\w+)}", text.en))


@each_fault
def test_messages_and_remedies_are_whole_sentences(fault: Rule) -> None:
    for lang in LANGUAGES:
        for sentence in said(fault, lang):
            assert sentence[0].isupper()
            assert sentence.endswith(".")
            assert not re.search(r"\s\s|\s[.,;:](?!\w)|\.\.|^\s|\s$", sentence)
    for lang in LANGUAGES:
        assert fault.reason.say(lang).endswith(".")


@each_fault
def test_a_remedy_asks_politely_and_a_note_asks_for_nothing(fault: Rule) -> None:
    vi, en = said(fault, "vi")[1], said(fault, "en")[1]

    assert vi.startswith("Không cần" if fault.severity is NOTE else "Đề nghị ")
    assert en.startswith("Nothing need be done" if fault.severity is NOTE else "Please ")


@each_fault
def test_no_fault_accuses(fault: Rule) -> None:
    for text in texts(fault):
        assert not re.search("vi phạm|sai phạm|khai khống|yếu kém|yêu cầu", text.vi.casefold())


@each_fault
def test_texts_are_composed_letters_without_odd_spaces(fault: Rule) -> None:
    for text in texts(fault):
        for wording in (text.vi, text.en):
            assert wording == unicodedata.normalize("NFC", wording).strip()
            assert not re.search('[\u00a0\u200b\ufeff\n\t"]', wording)


@each_fault
def test_a_message_is_short_enough_for_a_cell(fault: Rule) -> None:
    for lang in LANGUAGES:
        assert max(map(len, said(fault, lang))) <= 250


@each_fault
def test_what_is_found_while_reading_is_about_data_and_shows_wrong_and_right(fault: Rule) -> None:
    assert fault.concern is DATA
    assert fault.example is not None
    assert fault.example.wrong.vi != fault.example.right.vi
    assert re.fullmatch("[a-z]+(_[a-z]+)*", fault.name)


def test_no_two_faults_have_one_name_or_one_message() -> None:
    assert len({one.name for one in FAULTS}) == len(FAULTS)
    assert len({one.message.vi for one in FAULTS}) == len(FAULTS)


def test_every_code_of_a_kind_is_in_the_catalogue() -> None:
    kinds = (*KINDS, choice("session"))
    refused = {code for kind in kinds for _, code in kind.refuses}
    noted = {code for kind in kinds for *_, code in kind.converts}

    assert refused | noted <= set(CATALOGUE)
    assert {code for code in noted if CATALOGUE[code].severity is not NOTE} == set()
    assert {code for code in refused if CATALOGUE[code].severity is NOTE} == set()


def test_every_code_that_the_program_names_is_in_the_catalogue() -> None:
    sources = Path(danvan_xlsx.__file__).parent.rglob("*.py")
    named = {code for file in sources for code in re.findall(r'"((?:BM|DL)\d\d)"', file.read_text("utf-8"))}

    assert named <= set(CATALOGUE)
    assert {"BM02", "DL03"} <= named


def test_the_sentences_are_those_the_office_agreed_on() -> None:
    place = Place("tu-phap.xlsx", "Sổ tiếp công dân", 9, 6)
    people = Finding("DL03", place, cell(PEOPLE, "12 người", "12"))
    day = Finding("DL12", Place("a", "b", 15, 3), cell(DAY, "05/03/22", "05/03/2022"))

    assert say(people) == ("Ô F9 ghi “12 người”; cột Số người chỉ ghi số.", "Đề nghị ghi 12.")
    assert say(day) == ("Ô C15 ghi “05/03/22”, năm có hai chữ số.", "Đề nghị ghi đủ, ví dụ 05/03/2022.")


def test_a_personal_value_is_said_as_a_mask() -> None:
    finding = Finding("DL03", PLACE, cell(PEOPLE, Personal("Công dân 01"), "12"))

    assert say(finding).message == f"Ô F9 ghi “{MASK}”; cột Số người chỉ ghi số."


def test_a_row_is_named_as_excel_names_it() -> None:
    finding = Finding("DL26", Place("a.xlsx", "Sổ", 1250, 2), VALUES["DL26"])

    assert say(finding).message == "Dòng 1250 chỉ có ô B1250 được ghi, các ô cần có khác đều trống."


def test_the_proofreader_has_read_every_sentence(snapshot: Snapshot) -> None:
    snapshot("\n".join(page(fault) for fault in FAULTS), "messages.txt")


def page(fault: Rule) -> str:
    lines = [f"{fault.code} {fault.name} · {fault.severity.label.vi} · {fault.severity.label.en}"]
    for lang in LANGUAGES:
        message, remedy = said(fault, lang)
        lines += [f"  {lang}  {message}", f"      {remedy}"]
    return "\n".join(lines) + "\n"
