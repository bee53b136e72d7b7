"""The commune's summary in `ket-qua/`: drawn whole, beside the old one while that is open."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from danvan_xlsx.check.outcome import Outcome
from danvan_xlsx.excel.drawer import draw_pages
from danvan_xlsx.excel.replacing import open_elsewhere
from danvan_xlsx.report.summary import summary
from danvan_xlsx.words.text import Text

RESULTS, NAME = "ket-qua", "tong-hop"


def draw_summary(folder: Path, outcome: Outcome, before: dict[str, Any] | None, now: datetime) -> str:
    """Draw the summary workbook; its path from the folder. While the last one is open a time-stamped copy is drawn."""
    pages = summary(outcome, before, outcome.figures)
    title = Text(
        f"Tổng hợp dân vận chính quyền năm {outcome.plan.year}", f"Overview of the plan of {outcome.plan.year}"
    )
    where = folder / RESULTS
    where.mkdir(exist_ok=True)
    path = where / f"{NAME}.xlsx"
    stamped = where / f"{NAME}-{now:%Y%m%d-%H%M%S}.xlsx"
    if path.exists() and open_elsewhere(path) is not None:
        path = stamped
    try:
        draw_pages(pages, path, title=title, created=outcome.as_of)
    except PermissionError:
        # On Windows an open workbook cannot be replaced, and its lock file may be on another computer.
        path = stamped
        draw_pages(pages, path, title=title, created=outcome.as_of)
    return path.relative_to(folder).as_posix()
