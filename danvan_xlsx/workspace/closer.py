"""The closer look, where it is asked for: workbooks of which something is told, held against their blank forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from danvan_xlsx.check.commune import BookRead
from danvan_xlsx.check.outcome import Outcome, SheetRead
from danvan_xlsx.excel.filled import LAST_ROW, list_of, offered
from danvan_xlsx.excel.inspector import Looked, Watched, look
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.frame import STATUS
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.rules import found
from danvan_xlsx.words.text import Text
from danvan_xlsx.workspace.identify import Candidate

_LIST_GONE = Text("danh sách chọn ở cột {column} ({count} ô)", "drop-downs of {column} ({count} cells)")
_COLOUR_GONE = Text("màu ở cột {column}", "colours of {column}")
_MORE = Text("…", "…")
_MOST_NAMED = 4


def closer_look(books: Iterable[tuple[Candidate, BookRead]], outcome: Outcome) -> list[Finding]:
    """Notes on workbooks that have findings; the others, and older formats, are not looked at."""
    told = {one.place.file for one in outcome.findings}
    return [
        finding
        for one, book in books
        if one.found.name in told and not one.older
        for finding in _notes(book, look(one.found.path, [_watched(read) for read in book.sheets]))
    ]


def _watched(read: SheetRead) -> Watched:
    """What the form drew there, as `excel.filled` draws it, for the rows with data: others may lack it by right."""
    placed = read.placed
    rows = frozenset(row.number for row in read.rows if row.number <= LAST_ROW)
    lists = [
        placed.columns[column.code]
        for column in placed.sheet.inputs
        if column.code in placed.columns and list_of(column.kind) and offered(column.kind)
    ]
    colours = [placed.columns[STATUS.code]] if STATUS.code in placed.columns else []
    return Watched(placed.title, dict.fromkeys(lists, rows), dict.fromkeys(colours, rows))


def _notes(book: BookRead, looked: Looked) -> Iterator[Finding]:
    for read in book.sheets:
        if lost := list(_lost(read, looked)):
            named = (*lost[:_MOST_NAMED], _MORE) if len(lost) > _MOST_NAMED else tuple(lost)
            yield found("BM39", Place(book.file, read.placed.title), lost=named)
    if looked.links:
        yield found("BM40", Place(book.file), targets=_few(looked.links))
    if looked.talked:
        yield found("BM41", Place(book.file), sheets=_few(looked.talked))


def _lost(read: SheetRead, looked: Looked) -> Iterator[Text]:
    placed = read.placed
    for column in placed.sheet.inputs:
        rows = looked.lists.get((placed.title, placed.columns.get(column.code, 0)))
        if rows:
            yield _said(_LIST_GONE, column=column.label, count=len(rows))
    if (placed.title, placed.columns.get(STATUS.code, 0)) in looked.colours:
        yield _said(_COLOUR_GONE, column=STATUS.label)


def _said(text: Text, **values: object) -> Text:
    return Text(text.say("vi", values), text.say("en", values))


def _few(names: Sequence[str]) -> tuple[str, ...]:
    return (*names[:_MOST_NAMED], "…") if len(names) > _MOST_NAMED else tuple(names)
