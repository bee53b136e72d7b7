"""The closer look at a workbook by openpyxl: drop-downs and colours that its form had, links to other files, talk.

openpyxl is given a copy without cells and shared strings: what stands around them is all that is asked for, it costs a
third of a whole load, and a sheet of a million cells costs no more than a blank one. It never saves anything. What it
cannot open (it fails on some sound files) or does not model (lists that Excel keeps in an extension) is not told.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

from danvan_xlsx.excel.package import Package, Unreadable
from danvan_xlsx.excel.reader import open_workbook

_CELLS = re.compile(rb"(<(?:[\w.-]+:)?sheetData\b[^>]*>).*(</(?:[\w.-]+:)?sheetData\s*>)", re.DOTALL)
_STRINGS = re.compile(rb"<((?:[\w.-]+:)?)si\b.*</\1si\s*>", re.DOTALL)
#: Lists of later versions of Excel, which openpyxl passes over.
_LATER_LISTS = b"x14:dataValidation"
#: More XML than this around the cells is no form of ours; openpyxl would take minutes.
_MOST_XML = 16 << 20


class Watched(NamedTuple):
    """A sheet and what its form has there: column → rows with a drop-down, column → rows that take a colour."""

    title: str
    lists: Mapping[int, frozenset[int]]
    colours: Mapping[int, frozenset[int]]


@dataclass
class Looked:
    """What was seen. lists: (sheet, column) → rows without their drop-down; colours: (sheet, column) without any."""

    lists: dict[tuple[str, int], frozenset[int]] = field(default_factory=dict)
    colours: list[tuple[str, int]] = field(default_factory=list)
    links: tuple[str, ...] = ()
    talked: tuple[str, ...] = ()


def look(path: Path, watched: Sequence[Watched]) -> Looked:
    """Look at an .xlsx or .xlsm; nothing is told of what cannot be looked at."""
    try:
        bare, later, talked = _bare(path)
    except Unreadable:
        return Looked()
    looked = Looked(talked=talked)
    book = _loaded(bare) if bare else None
    if book is not None:
        for one in watched:
            if one.title in book.sheetnames:
                _compare(looked, book[one.title], one, lists=one.title not in later)
        looked.links = tuple(dict.fromkeys(_targets(book)))
    return looked


def _bare(path: Path) -> tuple[bytes, frozenset[str], tuple[str, ...]]:
    """The workbook without cells (empty: too much XML), sheets with lists of later versions, sheets with talk."""
    with open_workbook(path) as opened:
        sheets = opened.sheets
    later, talked, changed = set(), [], {}
    with Package(path) as package:
        for sheet in sheets:
            data = package.read(sheet.part)
            if _LATER_LISTS in data:
                later.add(sheet.title)
            if any(one.type.endswith("/threadedComment") for one in package.relations(sheet.part)):
                talked.append(sheet.title)
            changed[sheet.part] = _CELLS.sub(rb"\1\2", data)
        strings = package.related(package.workbook_part, "/sharedStrings")
        if strings is not None and package.has(strings):
            changed[strings] = _STRINGS.sub(b"", package.read(strings))
        rest = (name for name in package.names if name.lower().endswith((".xml", ".rels")) and name not in changed)
        if sum(map(len, changed.values())) + sum(len(package.read(name)) for name in rest) > _MOST_XML:
            return b"", frozenset(later), tuple(talked)
        out = BytesIO()
        package.write(out, changed=changed, added={})
    return out.getvalue(), frozenset(later), tuple(talked)


def _loaded(data: bytes) -> Any:
    """None where openpyxl cannot open it, whatever its reason."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return load_workbook(BytesIO(data))
        except Exception:  # it raises whatever the file makes it stumble over
            return None


def _compare(looked: Looked, sheet: Any, watched: Watched, *, lists: bool) -> None:
    offered = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    ranges = [one for rule in offered for one in rule.sqref.ranges]
    for column, rows in watched.lists.items() if lists else ():
        missing = _uncovered(ranges, column, rows)
        if missing:
            looked.lists[watched.title, column] = missing
    coloured = [one for rule in sheet.conditional_formatting for one in rule.sqref.ranges]
    for column, rows in watched.colours.items():
        if rows and _uncovered(coloured, column, rows) == rows:
            looked.colours.append((watched.title, column))


def _uncovered(ranges: Iterable[Any], column: int, rows: frozenset[int]) -> frozenset[int]:
    for one in ranges:
        if one.min_col <= column <= one.max_col:
            rows = frozenset(row for row in rows if not one.min_row <= row <= one.max_row)
    return rows


def _targets(book: Any) -> Iterable[str]:
    """The names of the files that formulas look into, without their folders."""
    for link in book._external_links:
        target = unquote(getattr(link.file_link, "Target", None) or "")
        if name := re.split(r"[/\\]", target)[-1]:
            yield name
