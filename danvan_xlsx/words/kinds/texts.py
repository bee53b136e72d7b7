"""Lines, notes, codes, numbers of documents, yes or no: what is read as words."""

from __future__ import annotations

import re
from typing import Any

from danvan_xlsx.words.kinds.days import day_of
from danvan_xlsx.words.kinds.kind import Kind, Option, Reading, not_a_value
from danvan_xlsx.words.layout import Cell
from danvan_xlsx.words.text import Text, as_typed, fold, shown, tidy


def read_line(cell: Cell) -> Reading:
    """Any words; a number or a day typed into a text column is kept as it would be read."""
    if refused := not_a_value(cell):
        return refused
    if cell.kind == "text":
        return Reading(tidy(str(cell.value)))
    if cell.kind == "bool":
        return Reading("có" if cell.value else "không")
    if cell.kind == "date":
        day = day_of(float(cell.value))
        return Reading(shown(day) if day else as_typed(float(cell.value)))
    if cell.kind == "percent":
        return Reading(as_typed(float(cell.value) * 100) + "%")
    return Reading(as_typed(float(cell.value)))


#: Excel keeps 15 digits of a number and puts zeros for the others.
_FIFTEEN_DIGITS = 10.0**15


def digits_lost(cell: Cell) -> bool:
    """A number so long that its last digits may not be those that were typed."""
    return cell.kind == "number" and abs(float(cell.value)) >= _FIFTEEN_DIGITS


def read_code(cell: Cell) -> Reading:
    """A code is text; Excel may have made a number of it (zeros or digits lost) or a day (another code for ever)."""
    if refused := not_a_value(cell):
        return refused
    if cell.kind in ("date", "bool", "percent"):
        return Reading(fault="DL29")
    if digits_lost(cell):
        return Reading(fault="DL42")
    if cell.kind == "number":
        amount = float(cell.value)
        if amount != int(amount):
            return Reading(fault="DL31")
        return Reading(str(int(amount)), note="DL32")
    return Reading(tidy(str(cell.value)))


#: 05/BC-UBND, 763-QĐ/TU, 34/2007/PL-UBTVQH11, 144/2025/QĐ-CTUBND, 15/KH-MTTQ-BTT: a number, then a mark in letters.
_DOCUMENT = re.compile(r"\d+[a-zđ]?(?:/\d{4})?\s*[/-]\s*[^\W\d][\w-]*(?:\s*[/-]\s*\w[\w-]*)*")


def read_document_number(cell: Cell) -> Reading:
    if refused := not_a_value(cell):
        return refused
    if digits_lost(cell):
        return Reading(fault="DL42")
    if cell.kind != "text":
        return Reading(fault="DL29" if cell.kind in ("date", "bool") else "DL11")
    text = tidy(str(cell.value))
    if not _DOCUMENT.fullmatch(fold(text)):
        return Reading(fault="DL11")
    return Reading(text)


_YES = frozenset({"có", "co", "c", "x", "đúng", "rồi", "yes", "y"})
_NO = frozenset({"không", "khong", "ko", "k", "kh", "chưa", "no", "n"})


def read_yes_no(cell: Cell) -> Reading:
    if refused := not_a_value(cell):
        return refused
    if cell.kind == "bool":
        return Reading(bool(cell.value), note="DL35")
    if cell.kind == "number" and cell.value in (0.0, 1.0):
        return Reading(cell.value == 1.0, note="DL35")
    if cell.kind != "text":
        return Reading(fault="DL08")
    word = fold(str(cell.value))
    if word in _YES:
        return Reading(True)
    if word in _NO:
        return Reading(False)
    if word in ("1", "0"):
        return Reading(word == "1", note="DL35")
    return Reading(fault="DL08")


def _show_yes_no(value: Any) -> str:
    return "Có" if value else "Không"


LINE = Kind(
    "line",
    Text("chữ", "text"),
    read_line,
    example="Nội dung",
    accepts=(
        ("Tư pháp – Hộ tịch", "Tư pháp – Hộ tịch"),
        ("  Thôn\u00a0Minh Bình \n", "Thôn Minh Bình"),
        ("Nguye\u0302\u0303n", "Nguyễn"),
        (Cell(2022.0, "number"), "2022"),
    ),
    refuses=((Cell("#N/A", "error"), "DL14"), (Cell("", "uncalculated", True), "DL15")),
)

NOTE = Kind(
    "note",
    Text("ghi chú", "note"),
    read_line,
    example="",
    accepts=(("Công dân đề nghị\nđo đạc lại", "Công dân đề nghị đo đạc lại"),),
    refuses=((Cell("#NAME?", "error"), "DL14"),),
)

CODE = Kind(
    "code",
    Text("mã (dạng chữ)", "code (text)"),
    read_code,
    example="D-05",
    number_format="@",
    accepts=(("D-05", "D-05"), (" II.1.10 ", "II.1.10")),
    converts=((Cell(12.0, "number"), "12", "DL32"),),
    refuses=(
        (Cell(84.01, "number"), "DL31"),
        (Cell(1.23456789012345e15, "number"), "DL42"),
        (Cell(44625.0, "date"), "DL29"),
        (Cell("#REF!", "error"), "DL14"),
    ),
)

DOCUMENT_NUMBER = Kind(
    "document_number",
    Text("số, ký hiệu văn bản", "number and mark of a document"),
    read_document_number,
    example="05/BC-UBND",
    number_format="@",
    accepts=(
        ("05/BC-UBND", "05/BC-UBND"),
        ("763-QĐ/TU", "763-QĐ/TU"),
        ("34/2007/PL-UBTVQH11", "34/2007/PL-UBTVQH11"),
        ("144/2025/QĐ-CTUBND", "144/2025/QĐ-CTUBND"),
        ("15/KH-MTTQ-BTT", "15/KH-MTTQ-BTT"),
        ("07-BC/BDV", "07-BC/BDV"),
        ("05/TTr-UBND", "05/TTr-UBND"),
    ),
    refuses=(
        ("05", "DL11"),
        ("BC-UBND", "DL11"),
        ("không số", "DL11"),
        (Cell(5.0, "number"), "DL11"),
        (Cell(44625.0, "date"), "DL29"),
    ),
)

YES_NO = Kind(
    "yes_no",
    Text("Có hoặc Không", "yes or no"),
    read_yes_no,
    example="Có",
    shower=_show_yes_no,
    align="center",
    accepts=(("Có", True), ("x", True), ("Không", False), ("chưa", False)),
    converts=((Cell(True, "bool"), True, "DL35"), (Cell(0.0, "number"), False, "DL35"), ("1", True, "DL35")),
    refuses=(("có thể", "DL08"), (Cell(2.0, "number"), "DL08"), (Cell("#N/A", "error"), "DL14")),
)

#: The two answers as a drop-down offers them.
YES_NO_OPTIONS = (Option("yes", Text("Có", "Yes")), Option("no", Text("Không", "No")))
