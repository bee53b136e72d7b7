"""How outputs say what stands in the outcome: figures and targets, cells and links, days, statuses and weights."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from danvan_xlsx.check.faults.folder import UNIT_WITHOUT_A_FILE
from danvan_xlsx.check.outcome import Group, Outcome, joined
from danvan_xlsx.plan.status import IndicatorState, Measured, Status
from danvan_xlsx.words.finding import Finding, Severity
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.page import Role
from danvan_xlsx.words.rules import say
from danvan_xlsx.words.text import Text, number

ROLE_OF_STATUS: Mapping[Status, Role] = {
    Status.DONE: "good",
    Status.DONE_LATE: "good",
    Status.NOTHING_AROSE: "good",
    Status.OVERDUE: "bad",
    Status.NOT_MET: "bad",
    Status.NO_EVIDENCE: "warn",
    Status.NOT_REPORTED: "warn",
    Status.DUE_SOON: "warn",
}
ROLE_OF_SEVERITY: Mapping[Severity, Role] = {
    Severity.ERROR: "bad",
    Severity.WARNING: "warn",
    Severity.NOTE: "note",
}

MET, NOT_MET = Text("Đạt", "Met"), Text("Chưa đạt", "Not met")
UNDER_WAY = Text("Đang thực hiện", "Under way")

#: What stands for findings of no unit's workbook: the plan, the folder, a file nobody knows.
NO_UNIT = Text("Kế hoạch, thư mục", "Plan, folder")

# -- indicators ------------------------------------------------------------------------


def met_word(state: IndicatorState) -> Text:
    if state.met:
        return MET
    return NOT_MET if state.unmet else UNDER_WAY


def actual_of(state: IndicatorState) -> str:
    """`50,7%` for a share, `4` for a count; `Đạt 1/2 kỳ` where several periods decide; empty without a figure."""
    judged = [one for one in state.asked if one.met is not None]
    if len(judged) > 1:
        told = {"met": sum(bool(one.met) for one in judged), "asked": len(judged)}
        return _OF_PERIODS.say("vi", told)
    measured = decisive(state)
    if measured is None or measured.actual is None:
        return ""
    return with_unit(measured.actual, "%" if state.indicator.unit == "%" else "", digits=1)


def target_of(state: IndicatorState) -> str:
    """`≥ 70%`, `≥ 4 cuộc`."""
    one = state.indicator
    return f"{one.comparison.label.vi} {with_unit(one.target, one.unit)}"


def with_unit(amount: float, unit: str, digits: int = 2) -> str:
    """`70%`, `4 cuộc`: a per cent sign stands close."""
    return f"{number(amount, digits=digits)}{unit if unit == '%' else f' {unit}'}".rstrip()


def decisive(state: IndicatorState) -> Measured | None:
    """The period to be shown: the last one that decides; while none has ended, the running one."""
    return state.asked[-1] if state.asked else None


_FIGURE = Text(
    "{label}: {actual} ({period}); mức {target}. {met}.", "{label}: {actual} ({period}); target {target}. {met}."
)
_NO_FIGURE = Text("{label}: chưa có số liệu; mức {target}.", "{label}: no figures yet; target {target}.")
_OF_PERIODS = Text("Đạt {met}/{asked} kỳ", "Met in {met} of {asked} periods")
_OF_SEVERAL = Text(" Đạt {met}/{asked} kỳ.", " Met in {met} of {asked} periods.")
_LEFT_OUT = Text(" Chưa tính {count} dòng chưa đọc được.", " {count} unreadable rows are left out.")


def indicator_line(state: IndicatorState, *, upward: bool = False) -> str:
    """`Tỷ lệ trực tuyến: 1.060/2.090 = 50,7% (lũy kế đến 31/10/2022); mức ≥ 70%. Chưa đạt.`

    upward: for the level above, which is not told of the office's unreadable rows.
    """
    measured = decisive(state)
    told = {"label": state.indicator.label, "target": target_of(state), "met": met_word(state)}
    if measured is None or measured.actual is None:
        return _NO_FIGURE.say("vi", told)
    line = _FIGURE.say("vi", {**told, "actual": _actual(state, measured), "period": measured.window.label})
    judged = [one for one in state.asked if one.met is not None]
    if len(judged) > 1:
        line += _OF_SEVERAL.say("vi", {"met": sum(bool(one.met) for one in judged), "asked": len(judged)})
    if measured.left_out and not upward:
        line += _LEFT_OUT.say("vi", {"count": measured.left_out})
    return line


def reference_line(state: IndicatorState) -> str:
    """`Tỷ lệ trực tuyến: 1.060/2.090 = 50,7% (lũy kế đến 31/10/2022).`: a figure whose target binds nobody."""
    measured = decisive(state)
    told = {"label": state.indicator.label}
    if measured is None or measured.actual is None:
        return _NO_REFERENCE.say("vi", told)
    return _REFERENCE.say("vi", {**told, "actual": _actual(state, measured), "period": measured.window.label})


_REFERENCE = Text("{label}: {actual} ({period}).", "{label}: {actual} ({period}).")
_NO_REFERENCE = Text("{label}: chưa có số liệu.", "{label}: no figures yet.")


def _actual(state: IndicatorState, measured: Measured) -> str:
    assert measured.actual is not None
    actual = with_unit(measured.actual, state.indicator.unit, digits=1)
    if measured.denominator is None:
        return actual
    return f"{number(measured.numerator)}/{number(measured.denominator)} = {actual}"


_MOST_REMEDIES = 4


def remedies(group: Group) -> str:
    """What to do about a group; cell by cell (the first few) where it is not the same for all."""
    told = {one.place.cell or "": say(one).remedy for one in group.findings}
    if len(set(told.values())) == 1:
        return next(iter(told.values()))
    lines = [f"{cell}: {remedy}" for cell, remedy in list(told.items())[:_MOST_REMEDIES]]
    return " ".join(lines) + (" …" if len(told) > _MOST_REMEDIES else "")


_ACCEPTED = Text("Đã chấp nhận: {reason}", "Accepted: {reason}")
_EXPLAINED = Text("Đã giải trình.", "Explained.")


def answered(one: Finding) -> str:
    """What was said to a finding: accepted by the commune, explained by staff; "" where nothing was."""
    if one.accepted is not None:
        return _ACCEPTED.say("vi", {"reason": one.accepted})
    return _EXPLAINED.vi if one.explained else ""


# -- places ----------------------------------------------------------------------------


def link_to(place: Place, folder: str | None = None) -> str | None:
    """To a cell (or a sheet's first); inside the workbook, or from a workbook in a folder beside it: `../`."""
    if place.sheet is None:
        return f"{folder}{place.file}" if folder is not None and place.file else None
    quoted = place.sheet.replace("'", "''")
    return f"{folder + place.file if folder is not None else ''}#'{quoted}'!{place.cell or 'A1'}"


#: More stretches of cells than this are counted, not listed.
_MOST_STRETCHES = 6
_MORE_CELLS = Text("{cells}, … (cộng {count} ô)", "{cells}, … ({count} cells in all)")


def cells_in_short(cells: str, count: int) -> str:
    """`D6, D9–D14`, or its beginning with the number of cells where there are many stretches."""
    stretches = cells.split(", ")
    if len(stretches) <= _MOST_STRETCHES:
        return cells
    return _MORE_CELLS.say("vi", {"cells": ", ".join(stretches[:_MOST_STRETCHES]), "count": count})


def stretches(places: Iterable[Place]) -> str:
    """`F7–F60, H7`: the cells of one sheet by column, neighbours joined, as far as they are few."""
    runs = every_stretch(places)
    return ", ".join(runs[:_MOST_STRETCHES]) + (", …" if len(runs) > _MOST_STRETCHES else "")


def every_stretch(places: Iterable[Place]) -> list[str]:
    """The same, whole."""
    columns: dict[int, set[int]] = {}
    for place in places:
        if place.row is not None and place.column is not None:
            columns.setdefault(place.column, set()).add(place.row)
    return [one for column, rows in sorted(columns.items()) for one in joined(column, rows)]


# -- units, days, texts ----------------------------------------------------------------


def unit_of(outcome: Outcome) -> Callable[[Finding], str]:
    """Finding → code of the unit it is told to; "" for the plan, the folder and files of nobody."""
    files = {one.file: one.unit or "" for one in outcome.received} | {one.file: one.unit or "" for one in outcome.files}
    names = {unit.name: unit.code for unit in outcome.plan.units.values()}

    def unit(one: Finding) -> str:
        if one.code == UNIT_WITHOUT_A_FILE:
            return names.get(str(one.values.get("unit")), "")
        return files.get(one.place.file, "")

    return unit


def section_label(outcome: Outcome, section: str) -> str:
    """`II.2 Cải cách hành chính` where the plan's list of sections names it, else `Mục II.2`."""
    named = {option.code: option.label for option in outcome.plan.lists.get("sections", ())}
    if section in named:
        return f"{section} {named[section].vi}"
    return _SECTION.say("vi", {"section": section})


_SECTION = Text("Mục {section}", "Section {section}")


def day_month(day: date) -> str:
    """`14/11`."""
    return f"{day.day}/{day.month}"


def in_short(text: str, length: int) -> str:
    """A text on one line or two: cut between words, and the cut is seen."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-(") + " …"
