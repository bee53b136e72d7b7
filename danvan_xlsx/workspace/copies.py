"""Whether a workbook that came back is an older copy: its stamp and its rows against what the last run saw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from danvan_xlsx.check.commune import BookRead
from danvan_xlsx.registers.closing import CLOSING
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.layout import Place, Sheet
from danvan_xlsx.words.rules import found, key
from danvan_xlsx.workspace import runs
from danvan_xlsx.workspace.identify import Candidate


def _last_seen(folder: Path) -> Mapping[str, tuple[int, dict[str, int]]]:
    """Unit → stamp and rows as the last runs that stand saw them; of a unit missing in the last, the one before."""
    seen: dict[str, tuple[int, dict[str, int]]] = {}
    for run in runs.newest(folder):
        if not run.undone:
            for unit, one in run.seen.items():
                seen.setdefault(unit, one)
    return seen


def older_copies(folder: Path, books: Iterable[tuple[Candidate, BookRead]]) -> list[Finding]:
    """An older stamp (BM21) or rows that are gone without a word in *Chốt số liệu* (BM29)."""
    seen = _last_seen(folder)
    findings: list[Finding] = []
    for candidate, book in books:
        stamp, rows = seen.get(book.unit, (0, {}))
        place = Place(candidate.found.name)
        if candidate.state.stamp < stamp:
            findings.append(found("BM21", place, stamp=candidate.state.stamp, last=stamp))
            continue
        explained = _explained(book)
        for one in book.sheets:
            sheet, now = one.placed.sheet, book.rows[one.placed.sheet.code]
            last = rows.get(sheet.code, 0)
            if now < last and key(sheet.title.vi) not in explained:
                findings.append(_gone(place, sheet, one.placed.title, now, last))
    return findings


def _gone(place: Place, sheet: Sheet, title: str, now: int, last: int) -> Finding:
    return found("BM29", Place(place.file, title), register=sheet.title, rows=now, last_rows=last)


def _explained(book: BookRead) -> frozenset[str]:
    """Registers with a remark in *Chốt số liệu*: there staff say why rows were taken out."""
    rows = (row for one in book.sheets if one.placed.sheet.code == CLOSING.code for row in one.rows)
    return frozenset(key(row["register"]) for row in rows if "note" in row.values and "register" in row.values)


def stamps_known(folder: Path, books: Iterable[tuple[Candidate, BookRead]]) -> dict[str, int]:
    """Unit → the newest stamp, in its workbook or from an earlier run (our sheet may have been deleted)."""
    seen = _last_seen(folder)
    return {book.unit: max(one.state.stamp, seen.get(book.unit, (0, {}))[0]) for one, book in books}
