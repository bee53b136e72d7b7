"""Chốt số liệu: whether a register has figures for a period, nothing arose, or it is not ready yet."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from danvan_xlsx.words.kinds import FACT_DAY, LINE, NOTE, Option, choice
from danvan_xlsx.words.layout import Column, Row, Sheet
from danvan_xlsx.words.rules import Figure, measure
from danvan_xlsx.words.text import Text, fold

PLACE = 3

FIGURES = Option("figures", Text("Có số liệu", "Has figures"), ("có",))
NOTHING = Option("nothing", Text("Không phát sinh", "Nothing arose"), ("không", "không có"))
NOT_YET = Option("not_yet", Text("Chưa tổng hợp", "Not ready"), ("chưa", "chưa xong"))
ANSWERS = (FIGURES, NOTHING, NOT_YET)

#: With either answer the register is closed for the period.
CLOSED = ("figures", "nothing")

CLOSING = Sheet(
    "closing",
    Text("Chốt số liệu", "Closing of figures"),
    (
        Column("register", Text("Sổ", "Register"), LINE, required=True, width=28, example="Sổ tiếp công dân"),
        Column("period", Text("Kỳ", "Period"), LINE, required=True, width=12, example="Quý I"),
        Column(
            "answer",
            Text("Tình hình số liệu", "State of the figures"),
            choice("closing_answer", *ANSWERS),
            required=True,
            width=18,
            example="Có số liệu",
            hint=Text(
                "Không phát sinh: trong kỳ không có việc nào để ghi; vẫn được tính là đã hoàn thành.",
                "Nothing arose: there was nothing to write down; it counts as done.",
            ),
        ),
        Column(
            "day",
            Text("Ngày chốt", "Day"),
            FACT_DAY,
            # A year's last period is closed in January.
            window=False,
            required_when=("answer", CLOSED),
            width=12,
            example="31/03/2022",
        ),
        Column(
            "position",
            Text("Chức danh người chốt", "Closed by (position)"),
            LINE,
            required_when=("answer", CLOSED),
            width=24,
            example="Công chức Tư pháp – Hộ tịch",
            hint=Text("Ghi chức danh, không cần ghi họ tên.", "The position; no name is needed."),
        ),
        Column(
            "note",
            Text("Ghi chú", "Note"),
            NOTE,
            width=36,
            example="Đã xóa 02 dòng nhập trùng",
            hint=Text(
                "Nếu đã xóa dòng so với lần kiểm tra trước, đề nghị ghi lý do ở đây.",
                "Where rows were taken out since the last check: why.",
            ),
        ),
    ),
    about=Text(
        "Hết kỳ, mỗi sổ chọn một: Có số liệu, Không phát sinh hoặc Chưa tổng hợp; ghi ngày và chức danh người chốt.",
        "When a period has ended, choose one of the three for each register; give the day and the position.",
    ),
    key=("register", "period"),
)


class Span(NamedTuple):
    """A period of closing within the year: its wording in the prefilled cell, its first and last month."""

    label: Text
    first: int
    last: int


#: `Sheet.closes` → the periods in which that register is closed.
PERIODS: dict[str, tuple[Span, ...]] = {
    "month": tuple(Span(Text(f"Tháng {number}", f"Month {number}"), number, number) for number in range(1, 13)),
    "quarter": tuple(
        Span(Text(f"Quý {roman}", f"Quarter {roman}"), 3 * number + 1, 3 * number + 3)
        for number, roman in enumerate(("I", "II", "III", "IV"))
    ),
    "half": (
        Span(Text("6 tháng đầu năm", "First half-year"), 1, 6),
        Span(Text("6 tháng cuối năm", "Second half-year"), 7, 12),
    ),
    "year": (Span(Text("Cả năm", "Year"), 1, 12),),
}

_BY_LABEL = {fold(one.label.vi): one for spans in PERIODS.values() for one in spans}


def days_of(period: str, year: int) -> tuple[date, date] | None:
    """First and last day of the period named in a cell (`Quý I`); None where it is none of ours."""
    span = _BY_LABEL.get(fold(period))
    if span is None:
        return None
    return date(year, span.first, 1), date(year, span.last, monthrange(year, span.last)[1])


def _due(rows: Iterable[Row], plan: Any, as_of: date) -> Iterator[Row]:
    """The rows whose period is over, and the plan's days for closing it too."""
    days = timedelta(int(plan.value("closing_days", as_of) or 0))
    for row in rows:
        bounds = days_of(row.get("period", ""), plan.year)
        if bounds is not None and bounds[1] + days < as_of:
            yield row


@measure(
    "closings_due",
    CLOSING,
    on=None,
    needs=("register", "period"),
    unit=Text("lượt chốt", "closings"),
    label=Text("Lượt chốt số liệu đã đến kỳ", "Closings due"),
)
def closings_due(rows: Iterable[Row], plan: Any, as_of: date) -> Iterator[Figure]:
    for row in _due(rows, plan, as_of):
        yield Figure(row, "period", 1)


@measure(
    "closings_made",
    CLOSING,
    on=None,
    needs=("register", "period", "answer"),
    unit=Text("lượt chốt", "closings"),
    label=Text("Lượt chốt số liệu đã chốt", "Closings made"),
)
def closings_made(rows: Iterable[Row], plan: Any, as_of: date) -> Iterator[Figure]:
    for row in _due(rows, plan, as_of):
        if row.get("answer") in (FIGURES, NOTHING):
            yield Figure(row, "answer", 1)
