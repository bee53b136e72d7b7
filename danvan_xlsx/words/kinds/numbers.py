"""Counts, numbers, percentages and money as people type them: dot for thousands, comma for decimals."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from danvan_xlsx.words.kinds.kind import Kind, Reading, not_a_value
from danvan_xlsx.words.layout import Cell
from danvan_xlsx.words.text import Text, fold, number

Shape = Literal["plain", "thousands", "decimal"]


class Parsed(NamedTuple):
    amount: float
    shape: Shape


_PLAIN = re.compile(r"[+-]?\d+")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:(?:\.\d{3})+|(?: \d{3})+)(?:,\d+)?")
_COMMA = re.compile(r"[+-]?\d+,\d+")
_POINT = re.compile(r"[+-]?\d+\.\d+")
# Commas as thousands are believed only where the text cannot be a Vietnamese decimal.
_FOREIGN = re.compile(r"[+-]?\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})")
# A digit that leans on a letter may be a letter misread (“1O”): no number is proposed then.
_NUMBERS = re.compile(r"-?(?<![^\W\d_])\d(?:[\d.,]*\d)?(?![\d.,]*[^\W\d_])|\d[^\W\d_]")
_ZERO_WORDS = frozenset({"không", "không có", "khong"})


def parse(text: str) -> Parsed | None:
    """`1.250` → 1250, `1,5` → 1.5, `1.250,75` → 1250.75; None where it is not a number and nothing else."""
    text = fold(text)
    if _PLAIN.fullmatch(text):
        return Parsed(float(text), "plain")
    if _THOUSANDS.fullmatch(text):
        return Parsed(float(text.replace(".", "").replace(" ", "").replace(",", ".")), "thousands")
    if _COMMA.fullmatch(text):
        return Parsed(float(text.replace(",", ".")), "decimal")
    if _FOREIGN.fullmatch(text):
        return Parsed(float(text.replace(",", "")), "thousands")
    if _POINT.fullmatch(text):
        return Parsed(float(text), "decimal")
    return None


def proposed(text: str, whole: bool = False) -> str:
    """The one number inside a text, as it should be typed; empty where there is none, or several, or one not taken."""
    numbers = _NUMBERS.findall(text)
    if len(numbers) != 1 or (parsed := parse(numbers[0])) is None:
        return ""
    if parsed.amount < 0 or (whole and parsed.amount != int(parsed.amount)):
        return ""
    return number(parsed.amount)


#: The fault of the kind that takes whole numbers only.
_WHOLE = frozenset({"DL03"})


def _read(cell: Cell, fault: str) -> Reading:
    """The amount in a cell, before a kind asks more of it."""
    if refused := not_a_value(cell):
        return refused
    if cell.kind == "date":
        return Reading(fault="DL29")
    if cell.kind == "bool":
        return Reading(fault="DL33")
    if cell.kind in ("number", "percent"):
        return Reading(round(float(cell.value), 10))
    text = str(cell.value)
    if fold(text) in _ZERO_WORDS:
        return Reading(0.0, note="DL24")
    parsed = parse(text)
    if parsed is None:
        return Reading(fault=fault, expected=proposed(text, fault in _WHOLE))
    return Reading(parsed.amount, note="DL21")


def _not_below_zero(reading: Reading) -> Reading:
    if reading.fault is None and reading.value < 0:
        return Reading(fault="DL20", expected=number(-reading.value))
    return reading


def _whole(cell: Cell, fault: str) -> Reading:
    if cell.kind == "percent":
        return Reading(fault=fault)
    reading = _not_below_zero(_read(cell, fault))
    if reading.fault:
        return reading
    if reading.value != int(reading.value):
        return Reading(fault=fault)
    return reading._replace(value=int(reading.value))


def read_count(cell: Cell) -> Reading:
    return _whole(cell, "DL03")


def read_number(cell: Cell) -> Reading:
    if cell.kind == "percent":
        return Reading(fault="DL04")
    return _not_below_zero(_read(cell, "DL04"))


def read_money(cell: Cell) -> Reading:
    """Whole đồng. An amount below a thousand was surely typed in thousands or millions: no proposal is made of it."""
    reading = _whole(cell, "DL06")
    if reading.fault == "DL06":
        return Reading(fault="DL06")
    if reading.fault is None and 0 < reading.value < 1000:
        return Reading(fault="DL06")
    return reading


def read_percent(cell: Cell) -> Reading:
    """33,9 means 33,9 %. A plain number above 0 and up to 1 cannot be told from a share of one: refused."""
    if cell.kind == "percent":
        return _in_hundred(Reading(round(float(cell.value) * 100, 8)))
    if cell.kind == "text":
        text = fold(str(cell.value))
        if text.endswith("%"):
            parsed = parse(text[:-1].rstrip())
            if parsed is None or parsed.shape == "thousands":
                return Reading(fault="DL05")
            return _in_hundred(Reading(parsed.amount, note="DL21"))
        parsed = parse(text)
        if parsed is not None and parsed.shape == "thousands":
            return Reading(fault="DL05")
    reading = _not_below_zero(_read(cell, "DL05"))
    if reading.fault == "DL05":
        return Reading(fault="DL05")
    if reading.fault is None and 0 < reading.value <= 1:
        return Reading(fault="DL30", expected=number(reading.value * 100))
    return _in_hundred(reading)


def _in_hundred(reading: Reading) -> Reading:
    if reading.fault is None and reading.value > 100:
        return Reading(fault="DL34")
    return reading


def _number_cell(value: float) -> Cell:
    return Cell(float(value), "number")


COUNT = Kind(
    "count",
    Text("số nguyên", "whole number"),
    read_count,
    example="12",
    shower=int,
    number_format="#,##0",
    align="right",
    accepts=((_number_cell(12), 12), (_number_cell(0), 0)),
    converts=(
        ("12", 12, "DL21"),
        (" 12 ", 12, "DL21"),
        ("1.250", 1250, "DL21"),
        ("1 250", 1250, "DL21"),
        ("12,0", 12, "DL21"),
        ("không", 0, "DL24"),
        ("12\n", 12, "DL21"),
        ("12\u00a0", 12, "DL21"),
    ),
    refuses=(
        ("12 người", "DL03"),
        ("12 hồ sơ", "DL03"),
        ("1,5", "DL03"),
        ("1,250", "DL03"),
        ("x", "DL03"),
        (_number_cell(1.5), "DL03"),
        (_number_cell(-3), "DL20"),
        (Cell(0.7, "percent"), "DL03"),
        (Cell(44625.0, "date"), "DL29"),
        (Cell(True, "bool"), "DL33"),
        (Cell("#N/A", "error"), "DL14"),
        (Cell("", "uncalculated", True), "DL15"),
        (Cell("1,5", "broken"), "DL25"),
    ),
)

NUMBER = Kind(
    "number",
    Text("số", "number"),
    read_number,
    example="1,5",
    shower=float,
    number_format="#,##0.##",
    align="right",
    accepts=((_number_cell(1.5), 1.5), (_number_cell(12), 12.0)),
    converts=(
        ("1,5", 1.5, "DL21"),
        ("0.5", 0.5, "DL21"),
        ("1.250", 1250.0, "DL21"),
        ("1.250,75", 1250.75, "DL21"),
        ("1,250.75", 1250.75, "DL21"),
        ("không", 0.0, "DL24"),
    ),
    refuses=(
        ("1,2 km", "DL04"),
        ("1.25.0", "DL04"),
        (_number_cell(-0.5), "DL20"),
        (Cell(44625.0, "date"), "DL29"),
        (Cell(False, "bool"), "DL33"),
        (Cell("#REF!", "error"), "DL14"),
    ),
)

PERCENT = Kind(
    "percent",
    Text("tỷ lệ phần trăm", "percentage"),
    read_percent,
    example="33,9",
    shower=float,
    number_format="0.0#",
    align="right",
    accepts=((_number_cell(70), 70.0), (Cell(0.7, "percent"), 70.0), (_number_cell(0), 0.0)),
    converts=(("70", 70.0, "DL21"), ("70%", 70.0, "DL21"), ("33,9 %", 33.9, "DL21"), ("không", 0.0, "DL24")),
    refuses=(
        (_number_cell(0.7), "DL30"),
        ("0,7", "DL30"),
        (_number_cell(1), "DL30"),
        ("1.250", "DL05"),
        ("1.250%", "DL05"),
        ("bảy mươi", "DL05"),
        (_number_cell(120), "DL34"),
        (_number_cell(-1), "DL20"),
        (Cell("#DIV/0!", "error"), "DL14"),
    ),
)

MONEY = Kind(
    "money",
    Text("số tiền (đồng)", "amount (đồng)"),
    read_money,
    example="1.250.000",
    shower=int,
    number_format="#,##0",
    align="right",
    accepts=((_number_cell(1250000), 1250000), (_number_cell(0), 0)),
    converts=(("1.250.000", 1250000, "DL21"), ("không", 0, "DL24")),
    refuses=(
        (_number_cell(28.5), "DL06"),
        ("28,5", "DL06"),
        ("28,5 triệu", "DL06"),
        (_number_cell(500), "DL06"),
        ("1.250.000 đ", "DL06"),
        (_number_cell(-1000), "DL20"),
    ),
)
