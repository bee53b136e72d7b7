"""Whose each file is, by what is inside: the plan, a unit's workbook, a copy without our marks, or none of ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from danvan_xlsx.check.outcome import FileState, FileStateName
from danvan_xlsx.check.place import looks_like, meta_of
from danvan_xlsx.excel.package import Unreadable
from danvan_xlsx.excel.reader import open_workbook
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
from danvan_xlsx.workspace.folder import OTHER, READ, Found, is_directory, saved_at


@dataclass
class Candidate:
    """A file of the folder with its state and the entries of its `_META`; `fault` is why it is not looked into."""

    found: Found
    state: FileState
    meta: Mapping[str, str] = field(default_factory=dict)
    fault: Finding | None = None

    @property
    def kind(self) -> str:
        return self.meta.get(META_KIND, "")

    def refuse(self, state: FileStateName, code: str, **values: object) -> None:
        self.state.state = state
        self.fault = found(code, Place(self.found.name), **values)


def identify(files: Iterable[Found]) -> list[Candidate]:
    """Look into every file just far enough to know whose it is."""
    return [_identify(one) for one in files]


def _identify(one: Found) -> Candidate:
    candidate = Candidate(one, FileState(one.name, saved=saved_at(one.path)))
    if is_directory(one.path):
        named_as_a_workbook = one.path.suffix.lower() in READ | OTHER
        candidate.refuse(*("not_ours", "BM06") if named_as_a_workbook else ("unreadable", "BM07"))
    elif one.path.suffix.lower() in OTHER:
        candidate.refuse("unreadable", "BM04", format=one.path.suffix.lower())
    else:
        try:
            with open_workbook(one.path) as book:
                candidate.state.sha256 = book.sha256
                for sheet in book.sheets:
                    if sheet.title == META_SHEET:
                        candidate.meta = meta_of(book.grid(sheet))
        except Unreadable as fault:
            candidate.refuse("unreadable", fault.code, **fault.values)
    if candidate.meta.get(META_LAYOUT) != LAYOUT:
        candidate.meta = {}
    return candidate


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
        with open_workbook(one.found.path) as book:
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
