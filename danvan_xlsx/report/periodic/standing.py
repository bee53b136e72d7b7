"""Whether a report may go up: which errors touch its figures, and what else stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from danvan_xlsx.check.outcome import Outcome
from danvan_xlsx.plan.plan import Period
from danvan_xlsx.words.finding import Concern, Finding, Severity
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import CATALOGUE, Measure
from danvan_xlsx.words.text import Text

_MISSING = Text("Chưa có tệp của {unit}.", "The workbook of {unit} is missing.")
_ERRORS = Text(
    "Còn {count} lỗi số liệu ở trang {sheet} ({file}), thuộc phần được đếm vào báo cáo.",
    "{count} errors in the data of {sheet} ({file}), which the report counts.",
)


def in_the_way(outcome: Outcome, period: Period, counted: Iterable[Measure]) -> list[Text]:
    """A sentence for each missing workbook and for each sheet with errors that touch what the report counts."""
    told = [_said(_MISSING, unit=outcome.plan.unit_name(unit)) for unit in outcome.missing]
    sheets: dict[tuple[str, str], int] = {}
    for one in touching(outcome, period, counted):
        place = (one.place.sheet or "", one.place.file)
        sheets[place] = sheets.get(place, 0) + 1
    told.extend(_said(_ERRORS, count=count, sheet=sheet, file=file) for (sheet, file), count in sheets.items())
    return told


def _said(text: Text, **values: object) -> Text:
    return Text(text.say("vi", values), text.say("en", values))


def touching(outcome: Outcome, period: Period, counted: Iterable[Measure]) -> Iterator[Finding]:
    """Errors of the data in registers that the report counts, but not in rows that for sure lie outside its window."""
    days: dict[str, set[str | None]] = {}
    for measure in counted:
        days.setdefault(measure.sheet.code, set()).add(measure.on)
    rows = _rows(outcome, days)
    for one in outcome.findings:
        if one.severity is not Severity.ERROR or CATALOGUE[one.code].concern is not Concern.DATA or one.accepted:
            continue
        at = (one.place.file, one.place.sheet)
        if at in rows and not _outside(rows[at][0].get(one.place.row), rows[at][1], period):
            yield one


#: (file, title of the sheet) → its rows by number, and the columns whose day decides.
_Rows = Mapping[tuple[str, str | None], tuple[Mapping[int | None, Row], set[str | None]]]


def _rows(outcome: Outcome, days: Mapping[str, set[str | None]]) -> _Rows:
    return {
        (one.placed.file, one.placed.title): ({row.number: row for row in one.rows}, days[one.placed.sheet.code])
        for one in outcome.sheets
        if one.placed.sheet.code in days
    }


def _outside(row: Row | None, columns: set[str | None], period: Period) -> bool:
    """Every day that could bring the row into the window is known and lies elsewhere; what only stands is inside."""
    if row is None or None in columns:
        return False
    days = [row.values.get(column) for column in columns if column]
    return all(isinstance(day, date) and not period.since <= day <= period.until for day in days)
