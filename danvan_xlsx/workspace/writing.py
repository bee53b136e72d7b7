"""Writing back: our cells into every workbook that may be written, each with its backup; what is left alone is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from danvan_xlsx.check.commune import BookRead
from danvan_xlsx.check.outcome import Outcome
from danvan_xlsx.excel.patcher import Cells, prepare
from danvan_xlsx.excel.replacing import Declined, abandon, commit, sweep
from danvan_xlsx.plan.status import TaskState
from danvan_xlsx.registers.tasks import TASKS
from danvan_xlsx.report.marks import marks, plan_marks
from danvan_xlsx.report.unit_summary import OTHER_TITLE, TITLE, own_sheet
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.page import OwnSheet
from danvan_xlsx.words.rules import found, key
from danvan_xlsx.words.text import Text
from danvan_xlsx.workspace.folder import Found
from danvan_xlsx.workspace.identify import Candidate
from danvan_xlsx.workspace.runs import Left, numbers_given

#: Keeps how the files are left, this one included, before it is replaced.
Record = Callable[[Sequence[Left]], object]

BACKUPS = ".danvan/backup"


def sweep_beside(files: Iterable[Found]) -> None:
    """Remove what a killed run left beside these files."""
    for place in sorted({one.path.parent for one in files}):
        sweep(place)


def next_number(folder: Path) -> int:
    """One more than any run before, one that was killed and left only its backups counted too."""
    backups = (int(one.name) for one in (folder / BACKUPS).glob("*") if one.name.isdigit())
    return max([0, *numbers_given(folder), *backups]) + 1


@dataclass
class Written:
    """What became of the workbooks: those written, with how they were left, and what is told of the others."""

    record: Record
    left: list[Left] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def write_back(
    folder: Path,
    number: int,
    outcome: Outcome,
    plan_book: tuple[Candidate, BookRead] | None,
    books: Iterable[tuple[Candidate, BookRead]],
    stamps: Mapping[str, int],
    record: Record,
) -> Written:
    """Patch the plan (where it is asked for) and the units' workbooks.

    stamps: unit → the newest stamp known of it, in the file or before. record: keeps how the files are left, before
    each of them is replaced.
    """
    written = Written(record)
    if plan_book is not None:
        candidate, book = plan_book
        cells = {one.placed.title: marks(one, _of_sheet(outcome, book, one.placed.title)) for one in book.sheets}
        for title, more in plan_marks(book.sheets, outcome.tasks).items():
            cells[title].update(more)
        _write(folder, number, candidate, book, cells, None, written)
    for candidate, book in books:
        stamp = stamps.get(book.unit, 0) + 1
        title = TITLE.vi if not _taken(outcome, book) else OTHER_TITLE.vi
        own = own_sheet(outcome, book.unit, book.file, stamp, book.own_title or title)
        _write(folder, number, candidate, book, _cells(outcome, book), (own, stamp), written)
    return written


def _cells(outcome: Outcome, book: BookRead) -> Cells:
    standing = _standing(outcome.tasks, book)
    return {
        one.placed.title: marks(
            one,
            _of_sheet(outcome, book, one.placed.title),
            standing if one.placed.sheet.code == TASKS.code else None,
        )
        for one in book.sheets
    }


def _standing(tasks: Iterable[TaskState], book: BookRead) -> dict[int, Text]:
    """Row of *Nhiệm vụ* → how the task stands."""
    labels = {key(one.task.code): one.status.label for one in tasks}
    rows = (row for one in book.sheets if one.placed.sheet.code == TASKS.code for row in one.rows)
    return {row.number: labels[key(row["code"])] for row in rows if key(row.get("code", "")) in labels}


def _of_sheet(outcome: Outcome, book: BookRead, title: str) -> list[Finding]:
    return [one for one in outcome.of_file(book.file) if one.place.sheet == title]


def _taken(outcome: Outcome, book: BookRead) -> bool:
    return any(one.code == "BM26" for one in outcome.of_file(book.file))


def _write(
    folder: Path,
    number: int,
    candidate: Candidate,
    book: BookRead,
    cells: Cells,
    own: tuple[OwnSheet, int] | None,
    written: Written,
) -> None:
    if candidate.older:
        return  # nothing is written into it: its result is drawn beside it
    path, state = candidate.found.path, candidate.state
    backup = folder / BACKUPS / f"{number:04}" / candidate.found.name
    try:
        prepared = prepare(path, state.sha256, cells, own[0] if own else None, book.own_title)
        if prepared is None:
            return
        left = Left(
            file=candidate.found.name,
            unit=book.unit,
            sha256=prepared.new_sha256,
            before=prepared.sha256,
            backup=backup.relative_to(folder).as_posix(),
        )
        try:
            written.record((*written.left, left))
        except BaseException:
            abandon(prepared)
            raise
        commit(prepared, backup)
    except Declined as declined:
        state.state = "left_alone"
        written.findings.append(found(declined.code, Place(candidate.found.name), **told(declined)))
        return
    state.written = True
    state.sha256 = prepared.new_sha256
    if own:
        state.stamp = own[1]
    written.left.append(left)


def told(declined: Declined) -> dict[str, object]:
    """The values of a decline as its sentence takes them."""
    values = dict(declined.values)
    if values.get("who") == "":
        values["who"] = Text("một máy khác", "another computer")
    return values
