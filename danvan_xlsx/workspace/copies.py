"""Whether a workbook that came back is an older copy: its stamp and its rows against what the last run saw."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from danvan_xlsx.check.commune import BookRead
from danvan_xlsx.registers.closing import CLOSING
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.layout import Place, Sheet
from danvan_xlsx.words.rules import found, key
from danvan_xlsx.workspace import runs
from danvan_xlsx.workspace.identify import Candidate


def saved_by_staff(previous: runs.Run | None, candidates: Iterable[Candidate]) -> None:
    """A workbook that is still as we left it was last saved by staff when the run that wrote it found it."""
    saved = {one.sha256: one.saved for one in previous.seen.values() if one.saved} if previous else {}
    for candidate in candidates:
        if candidate.state.sha256 in saved:
            candidate.state.saved = datetime.fromisoformat(saved[candidate.state.sha256])


def owner_as_before(previous: runs.Run | None, candidates: Iterable[Candidate]) -> None:
    """A file that cannot be looked into is whose it was at the last check: it came, and is not missing."""
    known = {one["file"]: one["unit"] for one in previous.answer.get("files", ()) if one["unit"]} if previous else {}
    for candidate in candidates:
        if candidate.state.state == "unreadable" and candidate.state.unit is None:
            candidate.state.unit = known.get(candidate.found.name)


def older_copies(
    previous: runs.Run | None, books: Iterable[tuple[Candidate, BookRead]], filed: Collection[str] = ()
) -> list[Finding]:
    """An older stamp (BM21) or rows that are gone without a word in *Chốt số liệu* (BM29).

    filed: units whose copy was received in this run, and compared then.
    """
    findings: list[Finding] = []
    for candidate, book in books:
        seen = previous.seen.get(book.unit) if previous else None
        if seen is None or book.unit in filed:
            continue
        place = Place(candidate.found.name)
        # Without our sheet there is no stamp: staff deleted it, and it comes back.
        if book.own_title is not None and candidate.state.stamp < seen.stamp:
            findings.append(found("BM21", place, stamp=candidate.state.stamp, last=seen.stamp))
            continue
        told_why = explained(book)
        for one in book.sheets:
            sheet, now = one.placed.sheet, book.rows[one.placed.sheet.code]
            last = seen.rows.get(sheet.code, 0) - advised(previous, candidate.found.name, one.placed.title)
            if now < last and key(sheet.title.vi) not in told_why:
                findings.append(_gone(place, sheet, one.placed.title, now, last))
    return findings


def _gone(place: Place, sheet: Sheet, title: str, now: int, last: int) -> Finding:
    return found("BM29", Place(place.file, title), register=sheet.title, rows=now, last_rows=last)


#: Faults whose remedy may be to take the row out.
_ROW_MAY_GO = frozenset({"DL01", "DL18", "DL26", "KH24", "KH25"})


def advised(previous: runs.Run | None, file: str, title: str) -> int:
    """How many rows of a sheet the last check itself advised to clear: what is gone of these is no loss."""
    told = previous.answer.get("findings", ()) if previous else ()
    return len(
        {
            one["cell"].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
            for one in told
            if one["code"] in _ROW_MAY_GO and one["file"] == file and one["sheet"] == title and one["cell"]
        }
    )


def explained(book: BookRead) -> frozenset[str]:
    """Registers with a remark in *Chốt số liệu*: there staff say why rows were taken out."""
    rows = (row for one in book.sheets if one.placed.sheet.code == CLOSING.code for row in one.rows)
    return frozenset(key(row["register"]) for row in rows if "note" in row.values and "register" in row.values)


def stamps_known(previous: runs.Run | None, books: Iterable[tuple[Candidate, BookRead]]) -> dict[str, int]:
    """Unit → the newest stamp, in its workbook or from an earlier run (our sheet may have been deleted)."""
    seen = previous.seen if previous else {}
    return {book.unit: max(one.state.stamp, seen[book.unit].stamp if book.unit in seen else 0) for one, book in books}
