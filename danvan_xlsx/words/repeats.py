"""Rows that say the same twice, in one workbook or in two, and how the cell of the first is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import having, key
from danvan_xlsx.words.text import Text


class Repeat(NamedTuple):
    """A row and the first row that says the same."""

    row: Row
    first: Row

    def other(self, column: str) -> Text:
        """`D9`, `D9, trang Tin, bài`, `D9, tệp van-hoa.xlsx`: where it stands first, as far as one must be told."""
        place = self.first.place(column)
        vi, en = [place.cell or ""], [place.cell or ""]
        if self.first.at.title != self.row.at.title:
            vi.append(f"trang {self.first.at.title}")
            en.append(f"sheet {self.first.at.title}")
        if self.first.at.file != self.row.at.file:
            vi.append(f"tệp {self.first.at.file}")
            en.append(f"file {self.first.at.file}")
        return Text(", ".join(vi), ", ".join(en))


def repeated(rows: Iterable[Row], *columns: str) -> Iterator[Repeat]:
    """Rows whose cells in all these columns are filled and say what an earlier row says, however it is written."""
    first: dict[tuple[Any, ...], Row] = {}
    for row in having(rows, *columns):
        held = first.setdefault(tuple(key(row[column]) for column in columns), row)
        if held is not row:
            yield Repeat(row, held)
