"""The commune's summary workbook: *Tổng quan*, *Nhiệm vụ*, *Cần sửa*, *Chưa gửi*; values only, every line linked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from danvan_xlsx.check.outcome import Group, Outcome, grouped
from danvan_xlsx.plan.status import Status, TaskState
from danvan_xlsx.report.answer import ANSWER_VERSION
from danvan_xlsx.report.changes import comparable
from danvan_xlsx.report.missing import Missing, missing
from danvan_xlsx.report.overview import overview
from danvan_xlsx.report.wording import (
    NO_UNIT,
    ROLE_OF_SEVERITY,
    ROLE_OF_STATUS,
    answered,
    cells_in_short,
    indicator_line,
    link_to,
    remedies,
    stretches,
    unit_of,
)
from danvan_xlsx.words.finding import Severity
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.page import Block, Page, Paragraph, Spot, Table, TableColumn
from danvan_xlsx.words.rules import say
from danvan_xlsx.words.text import Text, shown

#: The summary lies in a folder beside the units' workbooks.
BESIDE = "../"

TASKS, TO_MEND, NOT_SENT = Text("Nhiệm vụ", "Tasks"), Text("Cần sửa", "To mend"), Text("Chưa gửi", "Not sent")


def summary(
    outcome: Outcome, previous: Mapping[str, Any] | None = None, key_figures: Mapping[str, float] | None = None
) -> list[Page]:
    """Its pages. previous: the result object of the last run. key_figures: as `report.key_figures` asks for them."""
    before = comparable(previous, ANSWER_VERSION, outcome.plan.commune, outcome.plan.year)
    return [
        overview(outcome, before, key_figures),
        tasks_page(outcome),
        findings_page(outcome),
        missing_page(outcome, before),
    ]


_FOOT = Text("Số liệu đến {day}.", "Figures to {day}.")


def _page(outcome: Outcome, title: Text, head: Text, widths: tuple[float, ...], blocks: Iterator[Block]) -> Page:
    plan = outcome.plan
    commune = f"{plan.setting('commune_kind', outcome.as_of)} {plan.commune_name}".upper()
    told = {"day": shown(outcome.as_of), "commune": commune, "year": str(plan.year)}
    lines = (Paragraph(head.say("vi", told), "title"), *blocks)
    return Page(title.vi, widths, lines, landscape=True, foot=_FOOT.say("vi", told))


def _columns(*headings: Text) -> tuple[TableColumn, ...]:
    return tuple(TableColumn((heading.vi,)) for heading in headings)


# -- Nhiệm vụ --------------------------------------------------------------------------

_TASKS_HEAD = Text(
    "NHIỆM VỤ NĂM {year} CỦA {commune}, ĐẾN {day}",
    "TASKS OF {year}, {commune}, TO {day}",
)
_TASK_COLUMNS = _columns(
    Text("Mã", "Code"),
    Text("Nội dung", "What"),
    Text("Chủ trì", "Lead"),
    Text("Nơi ghi số liệu", "Typed by"),
    Text("Hạn", "Due"),
    Text("Tình trạng", "Status"),
    Text("Tính chất", "Weight"),
    Text("Chỉ tiêu: thực hiện, mức", "Indicators: actual, target"),
    Text("Tiến độ (%)", "Progress (%)"),
    Text("Minh chứng", "Evidence"),
    Text("Mở ô", "Open"),
    Text("Mở thêm", "Open too"),
)
_TASK_WIDTHS = (8.0, 34.0, 13.0, 13.0, 11.0, 12.0, 10.5, 40.0, 7.5, 26.0, 7.0, 7.0)
_BINDING, _PROPOSAL, _FOLLOWED = (
    Text("Bắt buộc", "Binding"),
    Text("Tham khảo", "For reference"),
    Text("Phối hợp", "Followed"),
)
_EVIDENCE = Text("{sheet} {cells} ({rows} dòng)", "{sheet} {cells} ({rows} rows)")


def tasks_page(outcome: Outcome) -> Page:
    rows = tuple(_task_row(state, outcome) for state in outcome.tasks)
    table = Table(_TASK_COLUMNS, rows, filtered=True, repeated=True)
    return _page(outcome, TASKS, _TASKS_HEAD, _TASK_WIDTHS, iter((table,)))


def _task_row(state: TaskState, outcome: Outcome) -> tuple[Spot, ...]:
    task, plan = state.task, outcome.plan
    return (
        Spot(task.code, "center"),
        Spot(task.title),
        Spot(plan.unit_name(task.lead)),
        Spot(plan.unit_name(task.typed_by)),
        Spot(state.last_day, "day") if state.last_day else Spot(task.frequency.label.vi, "center"),
        Spot(state.status.label.vi, ROLE_OF_STATUS.get(state.status, "text")),
        Spot(_weight(state).vi, "center"),
        Spot("\n".join(indicator_line(one) for one in state.indicators) or task.target),
        # A percentage of what nobody measures would look like nothing done.
        Spot(state.progress if state.status is not Status.FOLLOWED else None, "center"),
        *_evidence(state),
    )


def _weight(state: TaskState) -> Text:
    if state.status is Status.FOLLOWED:
        return _FOLLOWED
    return _BINDING if state.binding else _PROPOSAL


def _evidence(state: TaskState) -> tuple[Spot, ...]:
    """A line for each sheet in one cell, then the first cell of the first two, to be opened.

    A link is short: LibreOffice does not wrap one, and a cell has no more than one.
    """
    sheets: dict[tuple[str, str | None], list[Place]] = {}
    for place in state.evidence:
        sheets.setdefault((place.file, place.sheet), []).append(place)
    opened = [min(places) for places in sheets.values()]
    return (
        Spot("\n".join(_evidence_line(places) for places in sheets.values())),
        *(_opening(opened[number] if number < len(opened) else None) for number in range(2)),
    )


def _opening(place: Place | None) -> Spot:
    """The cell that a click opens."""
    link = link_to(place, BESIDE) if place is not None else None
    return Spot(place.cell, "link", link) if place is not None and place.cell and link else Spot("")


def _evidence_line(places: list[Place]) -> str:
    rows = len({place.row for place in places})
    return _EVIDENCE.say("vi", {"sheet": places[0].sheet, "cells": stretches(places), "rows": rows})


# -- Cần sửa ---------------------------------------------------------------------------

_FINDINGS_HEAD = Text(
    "Ô CẦN SỬA, CẦN XEM LẠI CỦA {commune}, ĐẾN {day}",
    "CELLS TO MEND AND TO LOOK AT, {commune}, TO {day}",
)
_COUNTS = Text(
    "{errors} lỗi cần sửa, {warnings} cảnh báo cần xem lại, {notes} lưu ý. Mỗi dòng là các ô cùng một việc trong một "
    "cột; bấm vào cột Mở ô để đến đúng ô.",
    "{errors} errors to mend, {warnings} warnings to look at, {notes} notes. A line is the cells of one column with "
    "the same fault; a click in the column Open leads there.",
)
_NOTHING_FOUND = Text("Không có ô nào cần sửa hoặc xem lại.", "There is nothing to mend or to look at.")
_FINDING_COLUMNS = _columns(
    Text("Mức", "Severity"),
    Text("Mã", "Code"),
    Text("Đơn vị", "Unit"),
    Text("Tệp", "File"),
    Text("Trang", "Sheet"),
    Text("Mở ô", "Open"),
    Text("Các ô", "Cells"),
    Text("Số ô", "Count"),
    Text("Nội dung", "What"),
    Text("Đề nghị", "Remedy"),
)
_FINDING_WIDTHS = (10.0, 8.0, 16.0, 18.0, 18.0, 8.0, 14.0, 6.0, 52.0, 46.0)
_MORE_OF_IT = Text("{message} (và {more} ô khác cùng loại)", "{message} (and {more} other cells)")


def findings_page(outcome: Outcome) -> Page:
    return _page(outcome, TO_MEND, _FINDINGS_HEAD, _FINDING_WIDTHS, _findings(outcome))


def _findings(outcome: Outcome) -> Iterator[Block]:
    counts = {f"{severity.value}s": outcome.count(severity) for severity in Severity}
    if not outcome.findings:
        yield Paragraph(_NOTHING_FOUND.vi)
        return
    yield Paragraph(_COUNTS.say("vi", counts))
    # What is accepted or explained is never silent, and never in the way: it stands last.
    groups = sorted(grouped(outcome.findings), key=lambda group: answered(group.first) != "")
    unit = unit_of(outcome)
    rows = tuple(_finding_row(group, outcome.plan.unit_name(unit(group.first))) for group in groups)
    yield Table(_FINDING_COLUMNS, rows, filtered=True, repeated=True)


def _finding_row(group: Group, unit: str) -> tuple[Spot, ...]:
    first, count = group.first, len(group.findings)
    said = say(first)
    message = said.message
    if count > 1:
        message = _MORE_OF_IT.say("vi", {"message": message, "more": count - 1})
    remedy = answered(first) or remedies(group)
    return (
        Spot(first.severity.label.vi, ROLE_OF_SEVERITY[first.severity]),
        Spot(first.code, "center"),
        Spot(unit or NO_UNIT.vi),
        Spot(first.place.file),
        Spot(first.place.sheet),
        _opening(first.place),
        Spot(cells_in_short(group.cells, count)),
        Spot(count, "center"),
        Spot(message),
        Spot(remedy),
    )


# -- Chưa gửi --------------------------------------------------------------------------

_MISSING_HEAD = Text("CHƯA GỬI, CHƯA CHỐT SỐ LIỆU, ĐẾN {day}", "NOT SENT, NOT CLOSED, TO {day}")
_ALL_HERE = Text(
    "Các bộ phận đã gửi đủ tệp và chốt đủ số liệu của các kỳ đã hết.",
    "Every unit has sent its workbook and closed its registers for the periods that have ended.",
)
_MISSING_COLUMNS = _columns(
    Text("Đơn vị", "Unit"),
    Text("Còn thiếu", "What is missing"),
    Text("Từ ngày", "Since"),
    Text("Tệp", "File"),
    Text("Thư điện tử", "E-mail"),
)
_NOBODY = Text("Chưa rõ đơn vị", "Unit not known")
_MISSING_WIDTHS = (28.0, 80.0, 13.0, 30.0, 30.0)


def missing_page(outcome: Outcome, previous: Mapping[str, Any] | None = None) -> Page:
    return _page(outcome, NOT_SENT, _MISSING_HEAD, _MISSING_WIDTHS, _missing(outcome, previous))


def _missing(outcome: Outcome, previous: Mapping[str, Any] | None) -> Iterator[Block]:
    rows = tuple(_missing_row(one, outcome) for one in missing(outcome, previous))
    if not rows:
        yield Paragraph(_ALL_HERE.vi)
        return
    yield Table(_MISSING_COLUMNS, rows, filtered=True, repeated=True)


def _missing_row(one: Missing, outcome: Outcome) -> tuple[Spot, ...]:
    unit = outcome.plan.units.get(one.unit)
    return (
        Spot(unit.name if unit else _NOBODY.vi),
        Spot(one.what.vi),
        Spot(one.since, "day"),
        Spot(", ".join(one.files)),
        Spot(unit.email if unit else ""),
    )
