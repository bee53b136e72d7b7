"""What is drawn into `ket-qua/`: the commune's summary, and the result of a workbook that cannot be written into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from danvan_xlsx.check.commune import BookRead, in_order
from danvan_xlsx.check.outcome import Outcome
from danvan_xlsx.excel.drawer import draw_pages
from danvan_xlsx.excel.replacing import open_elsewhere
from danvan_xlsx.report.side_result import side_result
from danvan_xlsx.report.summary import summary
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.page import Page
from danvan_xlsx.words.rules import found
from danvan_xlsx.words.text import Text
from danvan_xlsx.workspace.folder import RESULTS
from danvan_xlsx.workspace.identify import Candidate

NAME = "tong-hop"

_SUMMARY = Text("Tổng hợp dân vận chính quyền năm {year}", "Overview of the plan of {year}")
_RESULT = Text("Kết quả kiểm tra {file}", "Result of the check of {file}")


def draw_outputs(
    folder: Path,
    outcome: Outcome,
    before: dict[str, Any] | None,
    books: Iterable[tuple[Candidate, BookRead]],
    now: datetime,
) -> tuple[str, ...]:
    """Draw the result of each of these workbooks that is of an older format, then the summary; paths from the folder.

    While one is open from the last run a time-stamped copy is drawn. One that cannot be drawn is a finding: what was
    written into the workbooks stands and must be recorded all the same.
    """
    drawing = partial(_drawn, folder, outcome, now)
    results = [
        drawing(one.result, _filled(_RESULT, file=one.found.name), side_result(outcome, book, _up(one.result)))
        for one, book in books
        if one.older
    ]
    title = _filled(_SUMMARY, year=outcome.plan.year)
    first = drawing(f"{RESULTS}/{NAME}.xlsx", title, summary(outcome, before, outcome.figures))
    return tuple(path for path in (first, *results) if path)


def _up(name: str) -> str:
    """From the folder of an output to that of the check."""
    return "../" * name.count("/")


def _drawn(folder: Path, outcome: Outcome, now: datetime, name: str, title: Text, pages: Sequence[Page]) -> str:
    try:
        return _draw(folder, name, pages, title, outcome.as_of, now)
    except OSError:
        outcome.findings = in_order([*outcome.findings, found("BM33", Place(name))])
        return ""


def _filled(text: Text, **values: object) -> Text:
    return Text(text.say("vi", {key: str(value) for key, value in values.items()}), text.en)


def _draw(folder: Path, name: str, pages: Sequence[Page], title: Text, day: date, now: datetime) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    stamped = path.with_name(f"{path.stem}-{now:%Y%m%d-%H%M%S}.xlsx")
    if path.exists() and open_elsewhere(path) is not None:
        path = stamped
    try:
        draw_pages(pages, path, title=title, created=day)
    except PermissionError:
        # On Windows an open workbook cannot be replaced, and its lock file may be on another computer.
        path = stamped
        draw_pages(pages, path, title=title, created=day)
    return path.relative_to(folder).as_posix()
