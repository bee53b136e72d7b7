"""*Tổng hợp* in a unit's workbook: what to mend, each linked to its cell, then how the unit's tasks stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from danvan_xlsx.check.outcome import Group, Outcome, grouped
from danvan_xlsx.plan.status import Status, TaskState
from danvan_xlsx.report.wording import (
    ROLE_OF_SEVERITY,
    ROLE_OF_STATUS,
    actual_of,
    answered,
    cells_in_short,
    link_to,
    met_word,
    remedies,
    target_of,
)
from danvan_xlsx.words.finding import Severity
from danvan_xlsx.words.frame import status_mark
from danvan_xlsx.words.layout import Grid
from danvan_xlsx.words.page import OwnSheet, Spot
from danvan_xlsx.words.rules import say
from danvan_xlsx.words.text import Text, shown

#: By this our sheet is known, whatever its title; a sheet of staff with our title is theirs.
OWN_MARK = status_mark("overview")
TITLE, OTHER_TITLE = Text("Tổng hợp", "Overview"), Text("Tổng hợp kiểm tra", "Overview of the check")

WIDTHS = (11, 9, 62, 16, 14, 14, 11, 24, 52)
_STAMP_ROW, _STAMP_COLUMN, _DAY_COLUMN = 3, 2, 4
_CODES = (OWN_MARK, "_code", "_text", "_state", "_actual", "_target", "_due", "_cell", "_remedy")
_HEADINGS = (
    Text("Loại", "Sort"),
    Text("Mã", "Code"),
    Text("Nội dung", "What"),
    Text("Tình trạng", "Status"),
    Text("Thực hiện", "Actual"),
    Text("Chỉ tiêu", "Target"),
    Text("Hạn", "Due"),
    Text("Trang, ô", "Sheet, cell"),
    Text("Đề nghị", "Remedy"),
)


def own_sheet(outcome: Outcome, unit: str, file: str, stamp: int, title: str = TITLE.vi) -> OwnSheet:
    """Our sheet for one workbook as it should stand after this run; `stamp`: the number of the run that changes it."""
    groups = grouped(outcome.of_file(file))
    tasks = [one for one in outcome.tasks if one.task.typed_by == unit]
    lines = [*_head(outcome, unit, stamp, groups, tasks)]
    lines.extend(_finding_line(group) for group in groups)
    lines.extend(line for state in tasks for line in _task_lines(state, outcome))
    return OwnSheet(
        OWN_MARK,
        title,
        WIDTHS,
        tuple(lines),
        frozenset({(_STAMP_ROW, _STAMP_COLUMN), (_STAMP_ROW, _DAY_COLUMN)}),
    )


_NOT_CHECKED = Text(
    "Chưa kiểm tra lần nào; kết quả sẽ hiện ở đây sau lần kiểm tra đầu tiên.",
    "Not checked yet; the result shows here after the first check.",
)
_DRAWN_ANEW = Text(
    "Biểu mẫu vừa được lập lại; kết quả sẽ hiện ở đây sau lần kiểm tra tới.",
    "The form was drawn anew; the result shows here after the next check.",
)


def empty_sheet(owner: Text, stamp: int = 0) -> OwnSheet:
    """Our sheet in a blank form; stamp: of the last run that changed the workbook whose place the form takes."""
    told = _DRAWN_ANEW if stamp else _NOT_CHECKED
    lines = [*_top(owner, stamp, "", told.vi)]
    return OwnSheet(
        OWN_MARK,
        TITLE.vi,
        WIDTHS,
        tuple(lines),
        frozenset({(_STAMP_ROW, _STAMP_COLUMN), (_STAMP_ROW, _DAY_COLUMN)}),
    )


def stamp_of(grid: Grid | None) -> int:
    """*Lượt kiểm tra* as it stands in our sheet; 0 where there is none."""
    cell = grid.rows.get(_STAMP_ROW, {}).get(_STAMP_COLUMN) if grid else None
    return int(cell.value) if cell is not None and isinstance(cell.value, float) else 0


def _head(
    outcome: Outcome, unit: str, stamp: int, groups: Sequence[Group], tasks: Sequence[TaskState]
) -> Iterable[tuple[Spot, ...]]:
    counts = {severity: sum(len(g.findings) for g in groups if g.first.severity is severity) for severity in Severity}
    done = sum(one.status in (Status.DONE, Status.DONE_LATE, Status.NOTHING_AROSE) for one in tasks)
    late = sum(one.status in (Status.OVERDUE, Status.NOT_MET) for one in tasks)
    sentence = Text(
        "Cần sửa {errors}, cần xem lại {warnings}, lưu ý {notes}; {tasks} nhiệm vụ: {done} hoàn thành, {late} chậm.",
        "To mend {errors}, to look at {warnings}, notes {notes}; {tasks} tasks: {done} done, {late} late.",
    )
    values = {
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "notes": counts[Severity.NOTE],
        "tasks": len(tasks),
        "done": done,
        "late": late,
    }
    return _top(outcome.plan.owner(unit), stamp, shown(outcome.as_of), sentence.say("vi", values))


def _top(owner: Text, stamp: int, day: str, sentence: str) -> Iterable[tuple[Spot, ...]]:
    yield (Spot("TỔNG HỢP KẾT QUẢ KIỂM TRA", "title"),)
    yield (Spot(owner.vi, "owner"),)
    yield (
        Spot("Lượt kiểm tra", "help"),
        Spot(stamp, "number"),
        Spot("Số liệu tính đến ngày (của lượt kiểm tra đã ghi trang này):", "help"),
        Spot(day, "center"),
    )
    yield (Spot(sentence, "line"),)
    yield tuple(Spot(code, "code") for code in _CODES)
    yield tuple(Spot(heading.vi, "head") for heading in _HEADINGS)


def _finding_line(group: Group) -> tuple[Spot, ...]:
    first = group.first
    said = say(first)
    message = said.message
    if len(group.findings) > 1:
        more = Text("{message} (và {more} ô khác cùng loại)", "{message} (and {more} other cells)")
        message = more.say("vi", {"message": message, "more": len(group.findings) - 1})
    where = ", ".join(part for part in (first.place.sheet, cells_in_short(group.cells, len(group.findings))) if part)
    remedy = answered(first) or remedies(group)
    return (
        Spot(first.severity.label.vi, ROLE_OF_SEVERITY[first.severity]),
        Spot(first.code, "center"),
        Spot(message, "text"),
        Spot("", "text"),
        Spot("", "text"),
        Spot("", "text"),
        Spot("", "text"),
        Spot(where, "link" if where else "text", link_to(first.place)),
        Spot(remedy, "text"),
    )


def _task_lines(state: TaskState, outcome: Outcome) -> Iterable[tuple[Spot, ...]]:
    task = state.task
    status = Spot(state.status.label.vi, ROLE_OF_STATUS.get(state.status, "text"))
    due = Spot(shown(state.last_day) if state.last_day else "", "center")
    if not state.indicators:
        yield (*_opening(task.code, task.title), status, Spot("", "text"), Spot(task.target, "text"), due, *_BLANKS)
        return
    for place, indicator in enumerate(state.indicators):
        title = task.title if place == 0 else f"– {indicator.indicator.label}"
        yield (
            *_opening(task.code, title),
            status if place == 0 else Spot(met_word(indicator).vi, "text"),
            Spot(actual_of(indicator), "center"),
            Spot(target_of(indicator), "center"),
            due if place == 0 else Spot("", "text"),
            *_BLANKS,
        )


_BLANKS = (Spot("", "text"), Spot("", "text"))


def _opening(code: str, title: str) -> tuple[Spot, Spot, Spot]:
    return Spot("Nhiệm vụ", "text"), Spot(code, "center"), Spot(title, "text")
