"""Whose each file is, by what is inside: the plan, a unit's workbook, a copy without our marks, or none of ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count

from danvan_xlsx.check.outcome import FileState, FileStateName
from danvan_xlsx.check.place import looks_like, meta_of
from danvan_xlsx.excel.legacy import Legacy, open_book
from danvan_xlsx.excel.package import Unreadable
from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.frame import (
    LAYOUT,
    LAYOUT_VERSION,
    META_COMMUNE,
    META_KIND,
    META_LAYOUT,
    META_SHEET,
    META_UNIT,
    META_VERSION,
    META_YEAR,
    OUTPUT_BOOK,
    PLAN_BOOK,
)
from danvan_xlsx.words.layout import Place, Sheet
from danvan_xlsx.words.rules import found
from danvan_xlsx.workspace.folder import OTHER, READ, RESULTS, Found, is_directory, saved_at


@dataclass
class Candidate:
    """A file of the folder with its state and the entries of its `_META`; `fault` is why it is not looked into.

    older: its format where that is not one of .xlsx; such a file is never written into. result: the path from the
    folder of the workbook that takes its result instead.
    """

    found: Found
    state: FileState
    meta: Mapping[str, str] = field(default_factory=dict)
    fault: Finding | None = None
    older: str = ""
    result: str = ""

    @property
    def kind(self) -> str:
        return self.meta.get(META_KIND, "")

    def refuse(self, state: FileStateName, code: str, **values: object) -> None:
        self.state.state = state
        self.fault = found(code, Place(self.found.name), **values)


def identify(files: Iterable[Found]) -> list[Candidate]:
    """Look into every file just far enough to know whose it is."""
    candidates = [_identify(one) for one in files]
    name_results(candidates)
    return candidates


def _identify(one: Found) -> Candidate:
    candidate = Candidate(one, FileState(one.name, saved=saved_at(one.path)))
    if is_directory(one.path):
        named_as_a_workbook = one.path.suffix.lower() in READ | OTHER
        candidate.refuse(*("not_ours", "BM06") if named_as_a_workbook else ("unreadable", "BM07"))
    else:
        try:
            with open_book(one.path) as book:
                candidate.state.sha256 = book.sha256
                candidate.older = book.format if isinstance(book, Legacy) else ""
                for sheet in book.sheets:
                    if sheet.title == META_SHEET:
                        candidate.meta = meta_of(book.grid(sheet))
        except Unreadable as fault:
            candidate.refuse("unreadable", fault.code, **fault.values)
    if candidate.meta.get(META_LAYOUT) != LAYOUT:
        candidate.meta = {}
    return candidate


def name_results(candidates: Iterable[Candidate]) -> None:
    """`van-hoa.xls` → `ket-qua/van-hoa-ket-qua.xlsx`; where that is taken, `ket-qua/van-hoa-2-ket-qua.xlsx`."""
    taken: set[str] = set()
    for one in candidates:
        if one.older:
            folder, _, name = f"{RESULTS}/{one.found.name}".rpartition("/")
            stem = name.removesuffix(one.found.path.suffix)[:_LONGEST_STEM].rstrip()
            names = (f"{folder}/{stem}{more}-ket-qua.xlsx" for more in chain(("",), (f"-{at}" for at in count(2))))
            one.result = next(name for name in names if name.casefold() not in taken)
            taken.add(one.result.casefold())


#: A name as long as the disk allows has no room for what we put behind it.
_LONGEST_STEM = 80


def plans(candidates: Sequence[Candidate]) -> list[Candidate]:
    return [one for one in candidates if one.kind == PLAN_BOOK and one.fault is None]


def sort_out(candidates: Sequence[Candidate], plan: Plan, sheets: Sequence[Sheet]) -> None:
    """Give every candidate its unit or the reason why it is not read."""
    for one in candidates:
        if one.fault is not None or one.kind == PLAN_BOOK:
            continue
        if not one.meta:
            _without_marks(one, sheets)
        elif one.kind == OUTPUT_BOOK:
            one.state.state = "not_ours"
        else:
            _of_a_unit(one, plan)


def _without_marks(one: Candidate, sheets: Sequence[Sheet]) -> None:
    """A workbook without `_META`: a home-made copy of a form of ours, or something else altogether."""
    one.state.state = "not_ours"
    try:
        with open_book(one.found.path) as book:
            if any(looks_like(book.grid(info), sheets) for info in book.sheets):
                one.refuse("left_alone", "BM12")
    except Unreadable as fault:
        one.refuse("unreadable", fault.code, **fault.values)


def _of_a_unit(one: Candidate, plan: Plan) -> None:
    commune, year = one.meta.get(META_COMMUNE, ""), one.meta.get(META_YEAR, "")
    unit = one.meta.get(META_UNIT, "")
    if commune != plan.commune:
        one.refuse("other_commune", "BM15", found=commune, expected=plan.commune)
    elif year != str(plan.year):
        one.refuse("other_year", "BM14", found=year, expected=str(plan.year))
    elif refuse_layout(one):
        return
    elif unit not in plan.units:
        one.refuse("left_alone", "BM18", unit=unit)
    else:
        one.state.unit = unit


def refuse_layout(one: Candidate) -> bool:
    """Whether the workbook, a unit's or the plan, has another version of the layout than this program reads."""
    version = _whole(one.meta.get(META_VERSION, ""))
    if version != LAYOUT_VERSION:
        code = "BM13" if version < LAYOUT_VERSION else "BM30"
        one.refuse("left_alone", code, found=str(version), expected=str(LAYOUT_VERSION))
    return version != LAYOUT_VERSION


def _whole(text: str) -> int:
    return int(text) if text.isdigit() else 0
