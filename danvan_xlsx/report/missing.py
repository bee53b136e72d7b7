"""What has not come: workbooks of units, files that could not be counted, registers not closed for an ended period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from danvan_xlsx import registers
from danvan_xlsx.check.outcome import Outcome
from danvan_xlsx.plan.settings import CLOSING_KEY
from danvan_xlsx.registers.closing import PERIODS, days_of
from danvan_xlsx.words.rules import say
from danvan_xlsx.words.text import Text

#: A register not closed for an ended period (`check.closings`).
NOT_CLOSED = "KH26"

_NO_FILE = Text("Chưa thấy tệp trong thư mục.", "There is no file in the folder.")
_GONE = Text(
    "Chưa thấy tệp trong thư mục; lần kiểm tra trước còn có.",
    "There is no file in the folder; the last check still saw one.",
)
_SEVERAL = Text(
    "Có {count} tệp, chưa tính tệp nào. Đề nghị giữ một tệp, chuyển tệp kia vào “khong-dung”.",
    "There are {count} files and none is counted. Please keep one and move the other to “khong-dung”.",
)
_NOT_TAKEN = Text(
    "Bản gửi về còn ở {files}, chưa nhận được.",
    "The copy sent still lies in {files}; it could not be taken.",
)
_REGISTERS = Text("Chưa chốt số liệu {period}: {registers}.", "Not closed for {period}: {registers}.")


class Missing(NamedTuple):
    """What a unit (code; "" where nobody knows whose it is) still owes, since when, and the files it is about.

    closing: its workbook is here, and registers of a period are not closed in it.
    """

    unit: str
    what: Text
    since: date | None
    files: tuple[str, ...] = ()
    closing: bool = False


def missing(outcome: Outcome, previous: Mapping[str, Any] | None = None) -> list[Missing]:
    """Units without a file that counts, then files nobody could count, then registers not closed, in plan order."""
    return [*_units(outcome, previous), *_files(outcome), *_registers(outcome)]


def _units(outcome: Outcome, previous: Mapping[str, Any] | None) -> Iterator[Missing]:
    seen = {one["unit"] for one in previous["files"]} if previous else set()
    for unit in outcome.missing:
        files = tuple(one.file for one in outcome.files if one.unit == unit)
        since = _owed_since(outcome, unit)
        if len(files) > 1:
            told = {"count": len(files)}
            yield Missing(unit, Text(_SEVERAL.say("vi", told), _SEVERAL.say("en", told)), since, files)
        elif files:
            yield Missing(unit, _told_of(outcome, files[0]) or _NO_FILE, since, files)
        elif copies := tuple(one.file for one in outcome.received if one.unit == unit):
            lying = {"files": copies}
            yield Missing(unit, Text(_NOT_TAKEN.say("vi", lying), _NOT_TAKEN.say("en", lying)), since, copies)
        elif unit in seen and previous is not None:
            yield Missing(unit, _GONE, date.fromisoformat(previous["as_of"]))
        else:
            yield Missing(unit, _NO_FILE, since)


def _owed_since(outcome: Outcome, unit: str) -> date | None:
    """The first day by which one of its registers had to be closed; None while none had to be."""
    plan, wait = outcome.plan, timedelta(days=int(outcome.plan.value(CLOSING_KEY, outcome.as_of) or 0))
    days = [
        bounds[1] + wait
        for code in plan.registers_in(unit, outcome.as_of)
        if (sheet := registers.load().sheets.get(code)) is not None
        for span in PERIODS.get(sheet.closes or "", ())
        if (bounds := days_of(span.label.vi, plan.year)) is not None
    ]
    return min((day for day in days if day < outcome.as_of), default=None)


def _files(outcome: Outcome) -> Iterator[Missing]:
    """Files of nobody that something is told of: perhaps the very one that a unit has sent."""
    for one in outcome.files:
        if one.unit is None and one.state != "checked" and (what := _told_of(outcome, one.file)) is not None:
            yield Missing("", what, one.saved.date() if one.saved else None, (one.file,))


def _told_of(outcome: Outcome, file: str) -> Text | None:
    """What is told of a file as a whole."""
    said = [one for one in outcome.of_file(file) if one.place.sheet is None]
    if not said:
        return None
    return Text(*(" ".join(" ".join(say(one, lang)) for one in said) for lang in ("vi", "en")))


def _registers(outcome: Outcome) -> Iterator[Missing]:
    """A line for each workbook and period, with its registers."""
    units = {one.file: one.unit for one in outcome.files if one.unit}
    found: dict[tuple[str, str], list[tuple[Text, Text, date]]] = {}
    for one in outcome.findings:
        if one.code == NOT_CLOSED and one.accepted is None and one.place.file in units:
            values = one.values
            key = (one.place.file, values["period"].vi)
            found.setdefault(key, []).append((values["register"], values["period"], values["due"]))
    for (file, _), owed in found.items():
        told = {"registers": tuple(register for register, _, _ in owed), "period": owed[0][1]}
        what = Text(_REGISTERS.say("vi", told), _REGISTERS.say("en", told))
        yield Missing(units[file], what, min(due for _, _, due in owed), (file,), closing=True)
