"""The result of a workbook that is not written into, drawn beside it: *Tổng hợp*, then each sheet by its rows."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import chain, count

from danvan_xlsx.check.commune import BookRead
from danvan_xlsx.check.outcome import Outcome, SheetRead
from danvan_xlsx.report.marks import row_marks
from danvan_xlsx.report.unit_summary import TITLE, own_sheet
from danvan_xlsx.report.wording import ROLE_OF_SEVERITY, link_to
from danvan_xlsx.words.finding import Severity
from danvan_xlsx.words.frame import CODES, LOOK_AGAIN, NOTE, NOTED, STATUS, TO_MEND
from danvan_xlsx.words.layout import FIRST_ROW, HEAD_ROW, OWNER_ROW, Place
from danvan_xlsx.words.page import Block, Page, Paragraph, Role, Spot, Table, TableColumn
from danvan_xlsx.words.text import Text

_OF_FILE = Text("KẾT QUẢ KIỂM TRA TỆP {file}", "RESULT OF THE CHECK OF {file}")
_OF_SHEET = Text("{title}: {told} dòng cần xem, {good} dòng đạt", "{title}: {told} rows to look at, {good} in order")
_ROW = Text("Dòng", "Row")
_WIDTHS = (8.0, 14.0, 16.0, 110.0)
_ROLES: dict[str, Role] = {
    TO_MEND.vi: ROLE_OF_SEVERITY[Severity.ERROR],
    LOOK_AGAIN.vi: ROLE_OF_SEVERITY[Severity.WARNING],
    NOTED.vi: ROLE_OF_SEVERITY[Severity.NOTE],
}
#: What no title of a sheet may hold in Excel, and how long it may be.
_NOT_IN_A_TITLE, _LONGEST_TITLE = re.compile(r"[\[\]:*?/\\]"), 31


def side_result(outcome: Outcome, book: BookRead, up: str) -> list[Page]:
    """Its pages; links lead into the workbook itself. up: from the result's folder to that of the check, `../`."""
    pages = [_overview(outcome, book, up)]
    titles = {pages[0].title.casefold()}
    for read in book.sheets:
        rows = tuple(_rows(outcome, book, read, up))
        if rows:
            title = _free_title(read.placed.title, titles)
            titles.add(title.casefold())
            pages.append(_of_sheet(read, title, rows))
    return pages


def _overview(outcome: Outcome, book: BookRead, up: str) -> Page:
    """Our sheet as an .xlsx would have it, without its frame."""
    own = own_sheet(outcome, book.unit, book.file, 0)
    head = Paragraph(_OF_FILE.say("vi", {"file": book.file}), "title", link_to(Place(book.file), up))
    lines = (own.lines[OWNER_ROW - 1][0], own.lines[OWNER_ROW + 1][0])
    columns = tuple(TableColumn((str(spot.value),)) for spot in own.lines[HEAD_ROW - 1])
    rows = tuple(tuple(_outward(spot, book.file, up) for spot in line) for line in own.lines[FIRST_ROW - 1 :])
    told = (Paragraph(str(spot.value)) for spot in lines)
    blocks: tuple[Block, ...] = (head, *told, Table(columns, rows, filtered=True, repeated=True))
    return Page(TITLE.vi, tuple(own.widths), blocks, landscape=True)


def _outward(spot: Spot, file: str, up: str) -> Spot:
    """A link inside the workbook as one that leads into it from outside."""
    return spot._replace(link=f"{up}{file}{spot.link}") if spot.link else spot


def _rows(outcome: Outcome, book: BookRead, read: SheetRead, up: str) -> Iterator[tuple[Spot, ...]]:
    """The rows of which something is said beside that they are in order."""
    findings = [one for one in outcome.of_file(book.file) if one.place.sheet == read.placed.title]
    for number, (status, codes, note) in row_marks(read, findings).items():
        if status in _ROLES:
            # A link with a column: a row alone is no place to go to.
            link = link_to(Place(book.file, read.placed.title, number, 1), up)
            yield Spot(number, "center", link), Spot(status, _ROLES[status]), Spot(codes), Spot(note)


def _of_sheet(read: SheetRead, title: str, rows: Sequence[tuple[Spot, ...]]) -> Page:
    good = sum(bool(row.values.keys() - set(read.placed.sheet.key)) for row in read.rows) - len(rows)
    head = _OF_SHEET.say("vi", {"title": read.placed.title, "told": len(rows), "good": max(good, 0)})
    columns = tuple(TableColumn((label.vi,)) for label in (_ROW, STATUS.label, CODES.label, NOTE.label))
    blocks = (Paragraph(head, "title"), Table(columns, tuple(rows), filtered=True, repeated=True))
    return Page(title, _WIDTHS, blocks, landscape=True)


def _free_title(title: str, taken: Container[str]) -> str:
    """A title that Excel takes and no other page has; .ods allows more."""
    plain = _NOT_IN_A_TITLE.sub(" ", title).strip(" '")[:_LONGEST_TITLE].strip(" '") or _ROW.vi
    names = chain((plain,), (f"{plain[: _LONGEST_TITLE - 6].rstrip()} ({at})" for at in count(2)))
    return next(name for name in names if name.casefold() not in taken)
