"""What our columns say beside each row: its status, the codes, and the first fault with its remedy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from danvan_xlsx.check.outcome import SheetRead
from danvan_xlsx.plan.sheets import TASKS_SHEET
from danvan_xlsx.plan.status import TaskState
from danvan_xlsx.report.wording import actual_of, answered
from danvan_xlsx.words.finding import Finding, Severity
from danvan_xlsx.words.frame import CODES, GOOD, LOOK_AGAIN, NOTE, NOTE_LENGTH, NOTED, STATUS, TO_MEND
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.page import Value
from danvan_xlsx.words.rules import key, say
from danvan_xlsx.words.text import Text, number

Cells = dict[tuple[int, int], Value]

_STATUS_OF = {Severity.ERROR: TO_MEND, Severity.WARNING: LOOK_AGAIN, Severity.NOTE: NOTED}


def marks(read: SheetRead, findings: Sequence[Finding], standing: Mapping[int, Text] | None = None) -> Cells:
    """(row, column) → wanted value of our three columns, for every row with data and every row marked before.

    standing: row number → what to say of a row in order instead of *Đạt* (the status of a task).
    A row whose keys alone are filled has nothing to judge and stays unmarked, unless something is told of it.
    """
    cells: Cells = {}
    for at, mark in row_marks(read, findings, standing).items():
        for column, value in zip((STATUS, CODES, NOTE), mark, strict=True):
            if column.code in read.placed.columns:
                cells[at, read.placed.columns[column.code]] = value
    return cells


#: What our three columns say of a row: its status, the codes, the note.
Mark = tuple[str | None, str | None, str | None]


def row_marks(
    read: SheetRead, findings: Sequence[Finding], standing: Mapping[int, Text] | None = None
) -> dict[int, Mark]:
    """Row number → what is said of it, ascending; the rows as `marks` has them."""
    told: dict[int, list[Finding]] = {}
    for one in findings:
        if one.place.row is not None:
            told.setdefault(one.place.row, []).append(one)
    rows = {row.number: row for row in read.rows}
    numbers = sorted({*rows, *read.marked, *(n for n in told if n >= read.placed.first_row)})
    return {at: _mark(rows.get(at), told.get(at, ()), (standing or {}).get(at)) for at in numbers}


def plan_marks(sheets: Sequence[SheetRead], tasks: Sequence[TaskState]) -> dict[str, Cells]:
    """Sheet title → what stands beside each task of the plan: its status, the figures, how far it is, its evidence."""
    states = {key(one.task.code): one for one in tasks}
    wanted: dict[str, Cells] = {}
    for read in sheets:
        if read.placed.sheet.code != TASKS_SHEET.code:
            continue
        cells = wanted.setdefault(read.placed.title, {})
        codes = {row.number: key(row.get("code", "")) for row in read.rows}
        for at in sorted({*codes, *read.marked}):
            state = states.get(codes.get(at, ""))
            # A doubled row says nothing: the first of its code is the task.
            if state is not None and state.task.row.number != at:
                state = None
            for column, value in _standing(state).items():
                if column in read.placed.columns:
                    cells[at, read.placed.columns[column]] = value
    return wanted


def _standing(state: TaskState | None) -> dict[str, Value]:
    if state is None:
        return dict.fromkeys(("status", "actual", "progress", "evidence_found"))
    return {
        "status": state.status.label.vi,
        "actual": "; ".join(part for part in (actual_of(one) for one in state.indicators) if part) or None,
        "progress": state.progress,
        "evidence_found": evidence_of(state) or None,
    }


def evidence_of(state: TaskState) -> str:
    """`Sổ tiếp công dân: 54 ô; Văn bản ban hành: 1 ô`: where the evidence stands."""
    counts: dict[str, int] = {}
    for place in state.evidence:
        counts[place.sheet or ""] = counts.get(place.sheet or "", 0) + 1
    return "; ".join(f"{sheet}: {number(count)} ô" for sheet, count in counts.items())


def _mark(row: Row | None, told: Sequence[Finding], standing: Text | None) -> Mark:
    if told:
        told = sorted(told, key=lambda one: (one.severity.rank, one.place.column or 0))
        codes = dict.fromkeys(one.code for one in told)
        return _STATUS_OF[told[0].severity].vi, ", ".join(codes), note(told)
    if standing is not None:
        return standing.vi, None, None
    if row is None or not _has_input(row):
        return None, None, None
    return GOOD.vi, None, None


def _has_input(row: Row) -> bool:
    keys = frozenset(row.at.sheet.key)
    return any(code not in keys for code in (*row.values, *row.refused))


def note(told: Iterable[Finding]) -> str:
    """Fault and remedy of each finding of a row, as far as they fit on the line."""
    first, *others = (_sentences(one) for one in told)
    text = first
    for place, part in enumerate(others, 1):
        longer = f"{text} | {part}"
        # Unless it is the last, the mark that more is to come must fit too.
        if len(longer) + (len(_MORE) if place < len(others) else 0) > NOTE_LENGTH:
            return _cut(text, NOTE_LENGTH - len(_MORE)) + _MORE
        text = longer
    return _cut(text, NOTE_LENGTH)


_MORE = " …"


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _sentences(one: Finding) -> str:
    said, answer = say(one), answered(one)
    return f"{said.message} {answer or said.remedy}".strip()
