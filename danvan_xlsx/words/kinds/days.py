"""Days and months as people type them: day first, four digits of the year, never guessed."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, NamedTuple

from danvan_xlsx.words.kinds.kind import Kind, Reading, not_a_value
from danvan_xlsx.words.layout import Cell
from danvan_xlsx.words.text import Text, fold, shown

# Excel's 1900 system counts a 29/02/1900 that never was; no register of ours reaches back before 01/03/1900.
_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 61, 2958465
# A bare number in a day column is believed to be a day only between 1955 and 2118.
_LIKELY_SERIALS = range(20000, 80000)

_NUMERIC = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]00:00(?::00(?:\.0+)?)?)?")
_WORDS = re.compile(r"(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*(?:năm|,)?\s*(\d{4}|\d{2})")


def day_of(serial: float) -> date | None:
    """The day of an Excel serial (1900 system); a time of the day is dropped; None beyond what Excel can show."""
    whole = int(serial)
    if not _FIRST_SERIAL <= whole <= _LAST_SERIAL:
        return None
    return _EPOCH + timedelta(days=whole)


def serial_of(day: date) -> int:
    """The Excel serial of a day (1900 system)."""
    return (day - _EPOCH).days


def read_day(cell: Cell) -> Reading:
    if refused := not_a_value(cell):
        return refused
    if cell.kind == "bool":
        return Reading(fault="DL33")
    if cell.kind == "date":
        day = day_of(float(cell.value))
        return Reading(day) if day else Reading(fault="DL02")
    if cell.kind == "number":
        whole = float(cell.value)
        if whole == int(whole) and int(whole) in _LIKELY_SERIALS:
            return Reading(day_of(whole), note="DL23")
        return Reading(fault="DL02")
    if cell.kind == "percent":
        return Reading(fault="DL02")
    return _read_text(fold(str(cell.value)))


def _read_text(text: str) -> Reading:
    if found := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
        return _calendar(day, month, year)
    found = _NUMERIC.fullmatch(text) or _WORDS.fullmatch(text)
    if not found:
        return Reading(fault="DL02")
    day, month = int(found[1]), int(found[2])
    if len(found[3]) == 2:
        # Which century is not ours to decide; the example in the sentence uses the present one.
        proposal = _calendar(day, month, 2000 + int(found[3]))
        return Reading(fault="DL12", expected=shown(proposal.value)) if proposal.value else Reading(fault="DL13")
    return _calendar(day, month, int(found[3]))


def _calendar(day: int, month: int, year: int) -> Reading:
    try:
        return Reading(date(year, month, day), note="DL22")
    except ValueError:
        return Reading(fault="DL13")


class Month(NamedTuple):
    """A month of the plan's year; `year` only where it was typed."""

    number: int
    year: int | None = None


_MONTH = re.compile(r"(?:tháng|thang|t)?\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{4}))?")


def read_month(cell: Cell) -> Reading:
    """`5`, `tháng 5`, `5/2022`, or a day whose month counts."""
    if refused := not_a_value(cell):
        return refused
    if cell.kind == "bool":
        return Reading(fault="DL33")
    if cell.kind == "date":
        day = day_of(float(cell.value))
        return Reading(Month(day.month, day.year), note="DL22") if day else Reading(fault="DL07")
    if cell.kind in ("number", "percent"):
        amount = float(cell.value)
        if cell.kind == "number" and amount == int(amount) and 1 <= amount <= 12:
            return Reading(Month(int(amount)))
        return Reading(fault="DL07")
    found = _MONTH.fullmatch(fold(str(cell.value)))
    if not found or not 1 <= int(found[1]) <= 12:
        return Reading(fault="DL07")
    return Reading(Month(int(found[1]), int(found[2]) if found[2] else None), note="DL21")


def _show_month(month: Any) -> int:
    return int(month.number)


def _day(typed: str) -> date:
    day, month, year = (int(part) for part in typed.split("/"))
    return date(year, month, day)


_MARCH_5 = _day("05/03/2022")

_DAY_TABLES: dict[str, Any] = {
    "accepts": ((Cell(44625.0, "date"), _MARCH_5), (Cell(44625.75, "date"), _MARCH_5)),
    "converts": (
        ("5/3/2022", _MARCH_5, "DL22"),
        ("05-03-2022", _MARCH_5, "DL22"),
        ("05.03.2022", _MARCH_5, "DL22"),
        ("2022-03-05", _MARCH_5, "DL22"),
        ("ngày 5 tháng 3 năm 2022", _MARCH_5, "DL22"),
        ("5 tháng 3 năm 2022\n", _MARCH_5, "DL22"),
        ("\u00a005/03/2022 ", _MARCH_5, "DL22"),
        ("nga\u0300y 5 tha\u0301ng 3 na\u0306m 2022", _MARCH_5, "DL22"),
        (Cell(44625.0, "number"), _MARCH_5, "DL23"),
    ),
    "refuses": (
        ("5/3/22", "DL12"),
        ("05-03-22", "DL12"),
        ("31/02/2022", "DL13"),
        ("13/14/2022", "DL13"),
        ("31/02/22", "DL13"),
        ("03/292022", "DL02"),
        ("ngày 5 tháng 3", "DL02"),
        ("quý I", "DL02"),
        (Cell(70.0, "number"), "DL02"),
        (Cell(0.0, "date"), "DL02"),
        (Cell(-1.0, "date"), "DL02"),
        (Cell(2958466.0, "date"), "DL02"),
        (Cell(0.7, "percent"), "DL02"),
        (Cell(True, "bool"), "DL33"),
        (Cell("#N/A", "error"), "DL14"),
        (Cell("", "uncalculated", True), "DL15"),
    ),
}


def _day_kind(role: Any, label: Text) -> Kind:
    return Kind(
        f"{role}_day",
        label,
        read_day,
        example="05/03/2022",
        shower=lambda day: day,
        number_format="dd/mm/yyyy",
        align="center",
        role=role,
        **_DAY_TABLES,
    )


#: A day on which something happened: never in the future.
FACT_DAY = _day_kind("fact", Text("ngày", "day"))
#: A day by which something is to happen.
DUE_DAY = _day_kind("due", Text("ngày (hạn)", "day (deadline)"))
#: A day that is only quoted, e.g. of a document of another year.
REFERENCE_DAY = _day_kind("reference", Text("ngày (tham chiếu)", "day (reference)"))

MONTH = Kind(
    "month",
    Text("tháng (1–12)", "month (1–12)"),
    read_month,
    example="5",
    shower=_show_month,
    number_format="0",
    align="center",
    accepts=((Cell(5.0, "number"), Month(5)), (Cell(12.0, "number"), Month(12))),
    converts=(
        ("5", Month(5), "DL21"),
        ("tháng 5", Month(5), "DL21"),
        ("T5", Month(5), "DL21"),
        ("5/2022", Month(5, 2022), "DL21"),
        (Cell(44682.0, "date"), Month(5, 2022), "DL22"),
    ),
    refuses=(
        (Cell(13.0, "number"), "DL07"),
        (Cell(0.0, "number"), "DL07"),
        ("quý II", "DL07"),
        ("13", "DL07"),
        (Cell(True, "bool"), "DL33"),
        (Cell("#VALUE!", "error"), "DL14"),
    ),
)
