"""One workbook of other people written as if a column right of everything were ours, and the proof of each writing."""

from __future__ import annotations

import re
import shutil
import signal
import tempfile
import time
import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

from danvan_xlsx.excel.package import Package, Unreadable
from danvan_xlsx.excel.patcher import prepare
from danvan_xlsx.excel.reader import SheetInfo, Workbook
from danvan_xlsx.excel.replacing import Declined, commit, sha256_of
from danvan_xlsx.words.layout import LAST_COLUMN, LAST_ROW, Grid
from danvan_xlsx.words.page import OwnSheet
from tests import proofs
from tests.proofs import Position, Wanted
from tests.rich_book import own

#: Sheets written in one file.
_MOST_SHEETS = 12
#: Seconds until a reader is not asked about a file.
_PATIENCE = 8
#: What lies over cells of a sheet, or a table or pivot beside it.
_REF = re.compile(rb'<(?:[\w.-]+:)?(?:f|table|location)\s[^>]*?\bref="([^"]+)"')
_FIRST = ("Cần sửa", 44879, "=1+1", 33.9, " hai\ndòng <&> ", date(2022, 11, 14), "Đạt")
_SECOND = ("Đạt", "chữ thay số", 7, None, "Cần sửa", -0.5, date(2026, 2, 28))
OWN_TITLE = "Kết quả kiểm tra"


@dataclass
class Told:
    """What became of one file.

    state: written, declined, unreadable, no free column, died.  reason: why.  parts: how many were compared.
    losses: what is other that should not be.  unread: readers that cannot read the file, before or after.
    """

    file: Path
    state: str = "died"
    reason: str = ""
    parts: int = 0
    losses: list[str] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    seconds: float = 0.0


def tried(file: Path, folder: Path) -> Told:
    """Write into a copy of a file in that folder and prove it."""
    told, copy = Told(file), folder / f"so{file.suffix.lower()}"
    shutil.copyfile(file, copy)
    begin = time.perf_counter()
    try:
        with Workbook(copy) as book:
            ends = {info.title: _end_of(book.grid(info)) for info in book.sheets[:_MOST_SHEETS]}
            areas = _areas(copy, book.sheets[:_MOST_SHEETS])
    except Unreadable as fault:
        told.state, told.reason = "unreadable", fault.code
        return told
    places = dict(_free_places(ends, areas))
    if not places:
        told.state = "no free column"
        return told
    before = dict(_seen_in_time(copy))
    told.unread = {name for name in proofs.READERS if not before.get(name)}
    try:
        for values in (_FIRST, _SECOND):
            wanted = {title: dict(zip(places[title], values, strict=True)) for title in places}
            told.losses += proofs.losses(copy, wanted, before)
            told.parts += len(proofs.parts_of(copy))
        _add_own_and_prove(copy, wanted, before, told)
        told.state = "written"
    except Declined as declined:
        values_told = " ".join(str(one) for key, one in declined.values.items() if key in ("kind", "reason_part"))
        cause = declined.__cause__
        told.state, told.reason = "declined", f"{declined.code} {values_told}: {type(cause).__name__} {cause}"
    told.seconds = time.perf_counter() - begin
    return told


class _TooLong(BaseException):
    """A reader that does not come to an end."""


def _seen_in_time(copy: Path) -> Iterator[tuple[str, proofs.Seen]]:
    """What each reader sees; one that needs too long is left out."""

    late = False

    def stop(*_: object) -> None:
        nonlocal late
        late = True
        raise _TooLong

    for name, read in proofs.READERS.items():
        late = False
        signal.signal(signal.SIGALRM, stop)
        signal.alarm(_PATIENCE)
        try:
            seen = read(copy)
        except _TooLong:
            continue
        finally:
            signal.alarm(0)
        # openpyxl's descriptors make a TypeError of whatever is raised in them: a file that it reads too slowly (the
        # pivots of RelationalPivotB2) would seem to be one that it cannot read, until it can.
        if not late:
            yield name, seen


def _end_of(grid: Grid) -> tuple[int, list[int]]:
    """The last column of a sheet's cells and merges, and the numbers of its rows."""
    ends = [max(cells) for cells in grid.rows.values() if cells]
    ends += [proofs.range_end(area) for area in grid.merged]
    return max(ends, default=0), sorted(grid.rows)


def _areas(copy: Path, sheets: Sequence[SheetInfo]) -> dict[str, int]:
    """The last column of tables, pivots and what is calculated as a whole, by sheet."""
    found = {}
    with Package(copy) as package:
        for sheet in sheets:
            data, relations = package.read(sheet.part), package.relations(sheet.part)
            places = [package.read(one.target) for one in relations if one.type.endswith(("/table", "/pivotTable"))]
            areas = [area for part in (data, *places) for area in _REF.findall(part)]
            found[sheet.title] = max((proofs.range_end(area.decode()) for area in areas), default=0)
    return found


def _free_places(
    ends: Mapping[str, tuple[int, list[int]]], areas: Mapping[str, int]
) -> Iterator[tuple[str, list[Position]]]:
    """Sheet → seven cells of the first column that is right of everything: in rows with cells and without."""
    for title, (end, there) in ends.items():
        column, last = max(end, areas[title]) + 1, there[-1] if there else 0
        rows = dict.fromkeys([*there[:3], *there[len(there) // 2 :][:1], *there[-1:], last + 1, last + 3, 1, 2])
        rows |= dict.fromkeys(range(last + 4, last + 12))
        if column <= LAST_COLUMN and last + 12 <= LAST_ROW:
            yield title, [(row, column) for row in sorted(list(rows)[:7])]


def _add_own_and_prove(copy: Path, wanted: Wanted, before: dict[str, proofs.Seen], told: Told) -> None:
    old = copy.with_name("truoc" + copy.suffix)
    shutil.copyfile(copy, old)
    prepared = prepare(copy, sha256_of(copy), wanted, _own(), None)
    if prepared is None:
        told.losses.append("our sheet was not added")
        return
    commit(prepared, None)
    told.parts += len(proofs.parts_of(copy))
    told.losses += [f"part {name}" for name in sorted(proofs.changed_parts(old, copy)) if not _may_learn(name, copy)]
    after = proofs.seen_by_all(copy, before)
    if any(not seen for name, seen in after.items() if name not in told.unread):
        told.losses.append("another reader cannot read it")
    known = {title for seen in before.values() for title in seen}
    after = {name: {title: cells for title, cells in seen.items() if title in known} for name, seen in after.items()}
    told.losses += [f"seen by {name}, our sheet added" for name in proofs.lost_by_readers(before, after, wanted)]
    if prepare(copy, sha256_of(copy), wanted, _own(), _own_title(copy)) is not None:
        told.losses.append("our sheet written again")


def _own() -> OwnSheet:
    return own(title=OWN_TITLE)


def _own_title(copy: Path) -> str:
    with Workbook(copy) as book:
        return book.sheets[-1].title


def _may_learn(name: str, copy: Path) -> bool:
    """A part that must list one more sheet, or the sheet itself."""
    key = name.replace("\\", "/").lstrip("/").lower()
    with Workbook(copy) as book, Package(copy) as package:
        workbook = package.workbook_part.lower()
        folder, _, file = workbook.rpartition("/")
        listing = {workbook, f"{folder}/_rels/{file}.rels".lstrip("/"), "[content_types].xml", book.sheets[-1].part}
        listing |= {(package.related("", "/extended-properties") or "").lower()}
    return key in {one.lower() for one in listing}


def tried_alone(file: Path, keep: Path, out: Connection) -> None:
    """Try a file and send what became of it; a copy of what was written is kept for LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            told = tried(file, Path(folder))
            if told.state == "written":
                (keep / file.parent.name).mkdir(exist_ok=True)
                shutil.copyfile(Path(folder) / f"so{file.suffix.lower()}", keep / file.parent.name / file.name)
        except BaseException:
            told = Told(file, reason=traceback.format_exc())
        out.send(told)
