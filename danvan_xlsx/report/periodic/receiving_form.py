"""What the level above takes: the version of the form that goes up, and the words that its columns know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from danvan_xlsx.plan.plan import Period
from danvan_xlsx.report.official.definitions import circular_on
from danvan_xlsx.report.periodic.read_back import CODE
from danvan_xlsx.words.page import Page, Table

#: The annexes of the reports on dân vận; a heading, a code or a word that changes raises the number.
ANNEXES = "BCDVCQ-1"
_FIRST = "BCDVCQ-1"

#: What stands in a column of figures where there is none.
_NOTHING = ("–",)
#: Code of a column → the words it may hold beside numbers and days. They are typed here as the level above has them
#: and not taken from our own lists, so that a word of ours that changes is found before it goes up.
WORDS: Mapping[str, tuple[str, ...]] = {
    "status": (
        *("Chưa có số liệu", "Không phát sinh", "Hoàn thành", "Hoàn thành muộn", "Thiếu minh chứng", "Quá hạn"),
        *("Chưa đạt chỉ tiêu", "Sắp đến hạn", "Đang thực hiện", "Chưa đến hạn"),
    ),
    "deadline": ("Tuần", "Tháng", "Quý", "6 tháng", "Năm", "Một lần", "Đột xuất", "Thường xuyên"),
    **dict.fromkeys(("actual", "estimate", "percent", "before", "change", "received", "online", "share"), _NOTHING),
}


class UnknownWord(NamedTuple):
    """A word that the form above does not know, where it would stand, and those it knows."""

    page: str
    column: str
    word: str
    known: tuple[str, ...]


def form_of(period: Period) -> str:
    """The version of the form that a report of this period goes up in. NoForms where its circular has none."""
    return circular_on(period.until).version if period.inspection else ANNEXES


def unstamped(period: Period) -> str:
    """The form of an annex that does not say its own: until 26/11/2026 there was one, and nothing stood in it."""
    return "" if period.inspection else _FIRST


def unknown_words(pages: Sequence[Page]) -> Iterator[UnknownWord]:
    """What no level above could take, in the rows that have a code of their own."""
    for page in pages:
        for table in page.blocks:
            if isinstance(table, Table) and table.codes:
                yield from _of_table(page.title, table)


def _of_table(page: str, table: Table) -> Iterator[UnknownWord]:
    for row in table.rows:
        if not row[table.codes.index(CODE)].value:
            continue
        for code, column, spot in zip(table.codes, table.columns, row, strict=True):
            known = _known(code)
            if known is not None and isinstance(spot.value, str) and spot.value not in known:
                yield UnknownWord(page, " › ".join(column.heading), spot.value, known)


def _known(code: str) -> tuple[str, ...] | None:
    """None for a column of free text; a column of an official form, which has its number for a code, knows no word."""
    return () if code.isdigit() else WORDS.get(code)
