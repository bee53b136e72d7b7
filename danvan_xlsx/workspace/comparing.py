"""Two versions of one unit's workbook: which rows are gone, added or changed, by what staff typed in them."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from danvan_xlsx.check.commune import BookRead
from danvan_xlsx.check.outcome import SheetRead
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.layout import Place, Row, Sheet
from danvan_xlsx.words.text import Personal


class Line(NamedTuple):
    """A row with data: its number and its cells as column and text."""

    number: int
    cells: frozenset[tuple[str, str]]


class Difference(NamedTuple):
    """What became of one register: rows before and now; gone, added and changed ones."""

    sheet: Sheet
    before: int
    now: int
    gone: int = 0
    added: int = 0
    changed: int = 0


def differences(old: BookRead, new: BookRead) -> list[Difference]:
    """Register by register; a row that moved is the same row."""
    lines = {code: one for code, (_, one) in _registers(new).items()}
    found = []
    for code, (sheet, before) in _registers(old).items():
        now = lines.pop(code, [])
        found.append(Difference(sheet, len(before), len(now), *_differ(before, now)))
    sheets = {code: sheet for code, (sheet, _) in _registers(new).items()}
    found.extend(Difference(sheets[code], 0, len(now), 0, len(now)) for code, now in lines.items())
    return found


def content_of(book: BookRead) -> str:
    """A fingerprint of what staff typed, in whatever order the rows stand; what is ours is not in it."""
    raws = _raws(book)
    # Fingerprints of years lie in the records of runs: another way of making them would know none of those again.
    lines = sorted((one.placed.sheet.code, *sorted(_cells(row, raws))) for one in book.sheets for row in _typed(one))
    return hashlib.sha256(repr(lines).encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _registers(book: BookRead) -> dict[str, tuple[Sheet, list[Line]]]:
    raws = _raws(book)
    return {
        one.placed.sheet.code: (
            one.placed.sheet,
            [Line(row.number, frozenset(_cells(row, raws))) for row in _typed(one)],
        )
        for one in book.sheets
    }


def _raws(book: BookRead) -> Mapping[Place, Any]:
    """What stands in cells that could not be read."""
    return {one.place: one.values["raw"] for one in book.findings if one.place.row and "raw" in one.values}


def _typed(read: SheetRead) -> Iterator[Row]:
    """The rows in which staff typed something."""
    keys = frozenset(read.placed.sheet.key)
    return (row for row in read.rows if row.refused - keys or not keys.issuperset(row.values))


def _cells(row: Row, raws: Mapping[Place, Any]) -> list[tuple[str, str]]:
    cells = [(column, value if type(value) is str else _plain(value)) for column, value in row.values.items()]
    return cells + [(column, _plain(raws.get(row.place(column), ""))) for column in row.refused]


def _plain(value: Any) -> str:
    match value:
        case str():
            return value
        case Personal():
            return _plain(value.reveal())
        case Option():
            return value.code
        case tuple():
            return "; ".join(map(_plain, value))
    return str(value)


# -- which row is which ----------------------------------------------------------


def _differ(old: Sequence[Line], new: Sequence[Line]) -> tuple[int, int, int]:
    """Gone, added, changed: equal rows first, then the same row number, then the nearest of those left."""
    before, now = _without(old, new), _without(new, old)
    numbered = {line.number: line for line in now}
    rest = []
    for line in before:
        other = numbered.get(line.number)
        if other is not None and _alike(line, other):
            del numbered[line.number]
        else:
            rest.append(line)
    gone = sum(_unpaired(rest, numbered.values()))
    added = len(now) - (len(before) - gone)
    return gone, added, len(before) - gone


def _without(lines: Sequence[Line], others: Iterable[Line]) -> list[Line]:
    """The lines that no other equals, each other counted once."""
    equal = Counter(line.cells for line in others)
    rest = []
    for line in lines:
        if equal[line.cells]:
            equal[line.cells] -= 1
        else:
            rest.append(line)
    return rest


def _alike(one: Line, other: Line) -> bool:
    """In one row number half of what stands there is enough: cells are filled and mended."""
    return 2 * len(one.cells & other.cells) >= min(len(one.cells), len(other.cells))


#: How many rows that share a row's rarest cell are looked at: a sheet of thousands changed rows must not cost minutes.
_MOST = 20


def _unpaired(rest: Iterable[Line], others: Iterable[Line]) -> Iterator[bool]:
    """For each line whether none of the others, moved elsewhere, is nearly the same."""
    holding: defaultdict[tuple[str, str], dict[int, Line]] = defaultdict(dict)
    for line in others:
        for cell in line.cells:
            holding[cell][line.number] = line
    for line in rest:
        rarest = min((holding[cell] for cell in line.cells if holding.get(cell)), key=len, default={})
        near = [one for one in islice(rarest.values(), _MOST) if _nearly_the_same(line, one)]
        if near:
            for cell in near[0].cells:
                del holding[cell][near[0].number]
        yield not near


def _nearly_the_same(one: Line, other: Line) -> bool:
    return 3 * len(one.cells & other.cells) >= 2 * max(len(one.cells), len(other.cells))
