"""The reader of .xlsx and .xlsm: a workbook's sheets as they stand → Grid, sparse, nothing lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Literal, NamedTuple, cast

from danvan_xlsx.excel.cells import Meaning
from danvan_xlsx.excel.fast import sheet_cells, string_cells
from danvan_xlsx.excel.limits import CELLS, LARGEST_MEMBER, LARGEST_TOTAL, SHEETS
from danvan_xlsx.excel.old_fonts import cells_in, old_fonts
from danvan_xlsx.excel.package import (
    MAIN,
    STRICT_MAIN,
    Attributes,
    Package,
    Relation,
    Unreadable,
    refuse_beyond,
    relation_id,
    walk,
)
from danvan_xlsx.excel.styles import read_kinds
from danvan_xlsx.words.layout import CellKind, Grid
from danvan_xlsx.words.legacy_text import trusted

State = Literal["visible", "hidden", "veryHidden"]

#: Days between the first day of the 1900 and of the 1904 system.
SHIFT_1904 = 1462


class SheetInfo(NamedTuple):
    """A worksheet as the workbook lists it: its title, whether it is shown, its part."""

    title: str
    state: State
    part: str


class Workbook:
    """A workbook opened for reading; its sheets are parsed when asked for and not kept.

    sheets: the worksheets in order, without chart, dialog and macro sheets.  sha256: of the file as it was read.
    date1904: its dates count from 1904; the grids have them as serials of the 1900 system all the same.
    """

    def __init__(self, path: Path, *, largest_member: int = LARGEST_MEMBER, largest_total: int = LARGEST_TOTAL) -> None:
        self._package = Package(path, largest_member=largest_member, largest_total=largest_total)
        self.sha256 = self._package.sha256
        part = self._package.workbook_part
        related = self._package.relations(part)
        relations = {relation.id: relation for relation in related}
        listing = _read_listing(self._package.read(part), self._package.strict)
        self.date1904 = listing.date1904
        self._filled: dict[str, int] = {}
        self._refuse_doubled([relation.id for relation in related], listing.sheets)
        self.sheets = tuple(self._worksheets(listing.sheets, relations))

    def __enter__(self) -> Workbook:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._package.__exit__(kind, fault, trace)

    def grid(self, sheet: SheetInfo) -> Grid:
        """The cells of a sheet. Unreadable: BM02 damaged, BM08 too big, BM09 DOCTYPE, BM59 too much, in all sheets."""
        data = self._package.read(sheet.part)
        cells = sheet_cells(data, self._meaning)
        self._filled[sheet.part] = sum(map(len, cells.rows.values()))
        refuse_beyond(CELLS, sum(self._filled.values()))
        fonts = trusted(cells.rows, cells_in(data, self._old_fonts)) if self._old_fonts else {}
        return Grid(sheet.title, cells.rows, sheet.state, frozenset(cells.hidden), tuple(cells.merged), fonts)

    @cached_property
    def _styles(self) -> bytes | None:
        return self._optional("/styles")

    @cached_property
    def _old_fonts(self) -> dict[bytes, str]:
        return old_fonts(self._styles) if self._styles is not None else {}

    @cached_property
    def _meaning(self) -> Meaning:
        strings, styles = self._optional("/sharedStrings"), self._styles
        kinds: Mapping[str, CellKind] = read_kinds(styles) if styles is not None else {}
        texts = string_cells(strings) if strings is not None else []
        return Meaning(texts, kinds, SHIFT_1904 if self.date1904 else 0)

    def _optional(self, type_ending: str) -> bytes | None:
        """A part that may be declared and absent: cells that need it are told one by one."""
        part = self._package.related(self._package.workbook_part, type_ending)
        return self._package.read(part) if part is not None and self._package.has(part) else None

    def _refuse_doubled(self, ids: list[str], listed: list[Attributes]) -> None:
        """Of two relations of one name nobody knows which one leads to the sheet: it must not vanish without a word."""
        doubled = {id_ for id_, count in Counter(ids).items() if count > 1}
        if any(relation_id(attributes) in doubled for attributes in listed):
            raise Unreadable("BM02")

    def _worksheets(self, listed: list[Attributes], relations: Mapping[str, Relation]) -> list[SheetInfo]:
        found: list[SheetInfo] = []
        for attributes in listed:
            relation = relations.get(relation_id(attributes))
            if relation is None or relation.external or not self._package.has(relation.target):
                raise Unreadable("BM02")  # a sheet that is listed and gone must not vanish without a word
            if relation.type.endswith("/worksheet"):
                if any(one.part == relation.target for one in found):
                    raise Unreadable("BM02")  # read once for each time that it is listed, it would take for ever
                state = attributes.get("state", "")
                shown = cast(State, state) if state in ("hidden", "veryHidden") else "visible"
                found.append(SheetInfo(attributes.get("name", ""), shown, relation.target))
        return found


def open_workbook(path: Path) -> Workbook:
    """Open a workbook for reading; Unreadable as `Package`, or BM02 when a listed sheet is missing."""
    return Workbook(path)


@dataclass(slots=True)
class _Listing:
    date1904: bool
    sheets: list[Attributes]


def _read_listing(data: bytes, strict: bool) -> _Listing:
    """workbook.xml; newer parts of it repeat `workbookPr` in another namespace, which says nothing about dates."""
    space = STRICT_MAIN if strict else MAIN
    root, sheets = f"{space} workbook", f"{space} sheets"
    properties, sheet = [root, f"{space} workbookPr"], [root, sheets, f"{space} sheet"]
    listing = _Listing(False, [])

    def visit(path: list[str], attributes: Attributes) -> None:
        if path == properties:
            listing.date1904 = attributes.get("date1904") in ("1", "true", "on")
        elif path == sheet:
            listing.sheets.append(attributes)
            refuse_beyond(SHEETS, len(listing.sheets))

    walk(data, visit)
    if not listing.sheets:
        raise Unreadable("BM02")
    return listing
