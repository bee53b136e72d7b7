"""A plan in the making: the rows read from its sheets, what is known beside it, and what was found wrong so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from danvan_xlsx.plan.faults import CODE_TWICE
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.layout import Place, Placed, Row, Sheet
from danvan_xlsx.words.rules import Measure, found
from danvan_xlsx.words.text import Text, fold


class Known(NamedTuple):
    """What the plan may name: the registers by sheet code and the measures by code."""

    sheets: Mapping[str, Sheet]
    measures: Mapping[str, Measure]


class Names:
    """Finds what is meant by a code or a name, in whichever language it is typed; a name of two things finds none."""

    def __init__(self, words: Mapping[str, Iterable[str]]):
        """words: code → its names; the first is the one shown."""
        self._shown = {code: next(iter(names), code) for code, names in words.items()}
        self._codes = {fold(code): code for code in words}
        meant: dict[str, set[str]] = {}
        for code, names in words.items():
            for name in names:
                meant.setdefault(fold(name), set()).add(code)
        self._names = {name: codes.pop() for name, codes in meant.items() if len(codes) == 1}

    @classmethod
    def of(cls, texts: Mapping[str, Text]) -> Names:
        return cls({code: (text.vi, text.en) for code, text in texts.items()})

    def find(self, typed: str) -> str | None:
        word = fold(typed)
        return self._codes.get(word) or self._names.get(word)

    def near(self, typed: str) -> str:
        """The name most alike, as a sentence shows it; a dash where there is nothing to choose from."""
        from difflib import get_close_matches  # slow to import, and most plans are in order

        words = {**self._codes, **self._names}
        closest = get_close_matches(fold(typed), list(words), n=1, cutoff=0.0)
        return self._shown[words[closest[0]]] if closest else "–"


class Draft:
    """The rows of the plan's sheets, and the findings as they come."""

    def __init__(self, rows: Mapping[str, Sequence[Row]], placed: Mapping[str, Placed], known: Known):
        self._rows = rows
        self._placed = placed
        self.known = known
        self.findings: list[Finding] = []
        self.registers = Names.of({code: sheet.title for code, sheet in known.sheets.items()})
        self.measures = Names.of({code: measure.label for code, measure in known.measures.items()})

    def rows(self, sheet: Sheet, *needed: str) -> Iterator[Row]:
        """The rows of a sheet whose needed cells could be read; of the others enough is told already."""
        for row in self._rows.get(sheet.code, ()):
            if all(column in row.values for column in needed):
                yield row

    def once(self, sheet: Sheet, *columns: str, needed: Sequence[str] = ()) -> Iterator[Row]:
        """The same, the first row of each code; a further one is told at the last of the columns."""
        first: dict[tuple[str, ...], Row] = {}
        for row in self.rows(sheet, *columns, *needed):
            held = first.setdefault(tuple(fold(row[column]) for column in columns), row)
            if held is row:
                yield row
            else:
                blamed = columns[-1]
                self.tell(CODE_TWICE, row.place(blamed), raw=row[blamed], other=held.place(blamed).cell)

    def tell(self, code: str, place: Place, **values: Any) -> None:
        self.findings.append(found(code, place, **values))

    def heading(self, sheet: Sheet, column: str) -> Place:
        placed = self._placed.get(sheet.code)
        return placed.heading(column) if placed else Place("")


def parts(typed: Any) -> tuple[str, ...]:
    """Several names in one cell, separated by `;` (a comma may be part of a name)."""
    if typed is None:
        return ()
    if isinstance(typed, str):
        typed = typed.split(";")
    return tuple(part for part in (str(part).strip() for part in typed) if part)
