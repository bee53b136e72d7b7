"""Official forms filled: every column counted with the rows it comes from, every printed equality checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from danvan_xlsx.check.outcome import Outcome
from danvan_xlsx.plan.plan import Period
from danvan_xlsx.plan.windows import Window
from danvan_xlsx.report.official.cases import RECEPTION, SCHEDULE, Asked, Case, Cases, gather
from danvan_xlsx.report.official.definitions import Circular, Form, FormColumn, circular_on
from danvan_xlsx.report.periodic.figures import ReportFigure
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.text import Text


class Contradiction(AssertionError):  # noqa: N818 - what it says of a definition
    """A definition whose columns do not add up as it says itself: our mistake, whatever staff typed."""


class FilledForm(NamedTuple):
    """A form with its figures by the printed number, the lines under it, and the rows it could not take."""

    form: Form
    circular: Circular
    figures: Mapping[int, ReportFigure]
    notes: tuple[str, ...] = ()
    left_out: tuple[Row, ...] = ()


def official_forms(outcome: Outcome, period: Period) -> tuple[FilledForm, ...]:
    """The forms of the circular in force when the data of the period end. NoForms where its columns are not known."""
    circular = circular_on(period.until)
    plan = outcome.plan
    registers: dict[str, list[Row]] = {}
    for one in outcome.sheets:
        registers.setdefault(one.placed.sheet.code, []).extend(one.rows)
    window = Window(Text(period.name, period.name), period.since, period.until, True)
    remote = plan.value("remote_area", period.until) is True
    return fill(circular, Asked(registers, window, Law(plan.overrides, plan.calendar), circular.areas, remote))


def fill(circular: Circular, asked: Asked) -> tuple[FilledForm, ...]:
    """Every form of a circular over the registers that there are."""
    gathered = gather(asked)
    earlier = tuple(_earlier(asked))
    return tuple(_filled(form, circular, gathered, earlier) for form in circular.forms)


def _filled(form: Form, circular: Circular, gathered: Mapping[str, Cases], earlier: tuple[str, ...] = ()) -> FilledForm:
    sorted_out = {name: _sort_out(form, name, cases) for name, cases in gathered.items()}
    taken = {name: cases for name, (cases, _) in sorted_out.items()}
    left = {name: rows for name, (_, rows) in sorted_out.items()}
    figures: dict[int, ReportFigure] = {}
    for column in form.columns:
        if column.where is not None:
            figures[column.number] = _counted(form, column, gathered, taken, left)
        elif column.blank:
            figures[column.number] = _figure(form, column, "", None)
    for column in form.columns:
        if column.sum_of:
            figures[column.number] = _sum(form, column, figures)
    filled = dict(sorted(figures.items()))
    check(form, filled)
    notes = (*_notes(form, taken), *(earlier if form.cases == "visits" else ()))
    return FilledForm(form, circular, filled, notes, tuple(_rows_left_out(form, left)))


def _sort_out(form: Form, name: str, cases: Cases) -> tuple[tuple[Case, ...], tuple[Row, ...]]:
    """The cases that the form can take; and the rows that it cannot, for want of a cell or of a column for them."""
    if name != form.cases:
        return cases.found, cases.unreadable
    taken, left = [], list(cases.unreadable)
    for case in cases.found:
        whole = all(one in case.row.values for one in form.needs) and not any(map(case.fits, form.left_out))
        if whole or not case.may_fit(form.where):
            taken.append(case)
        else:
            left.append(case.row)
    return tuple(taken), tuple(left)


def _rows_left_out(form: Form, left: Mapping[str, Sequence[Row]]) -> Iterator[Row]:
    names = dict.fromkeys([form.cases, *(column.of for column in form.columns if column.of)])
    yield from {id(row): row for name in names for row in left.get(name, ())}.values()


# -- figures ---------------------------------------------------------------------------


def _counted(
    form: Form,
    column: FormColumn,
    gathered: Mapping[str, Cases],
    taken: Mapping[str, Sequence[Case]],
    left: Mapping[str, Sequence[Row]],
) -> ReportFigure:
    """A column that is counted; without its register it stays blank."""
    name = _source(form, column)
    if name not in gathered:
        return _figure(form, column, "", None)
    chosen = form.chosen(column)
    figures = tuple(case.figure(column.adds) for case in taken[name] if all(case.fits(one) for one in chosen))
    amount = sum(one.amount for one in figures)
    unit = _unit(form, column, gathered[name].unit)
    return ReportFigure(form.code_of(column), _label(form, column), unit, amount, (figures,), len(left[name]))


def _source(form: Form, column: FormColumn) -> str:
    """Which cases a column counts: its own, those of the column it is a part of, else the form's."""
    while not column.of and column.part_of:
        column = form.by_number[column.part_of]
    return column.of or form.cases


def _unit(form: Form, column: FormColumn, otherwise: str) -> str:
    """Its own, else that of the column it is a part of."""
    while not column.unit and column.part_of:
        column = form.by_number[column.part_of]
    return column.unit or otherwise


def _figure(form: Form, column: FormColumn, unit: str, actual: float | None) -> ReportFigure:
    return ReportFigure(form.code_of(column), _label(form, column), column.unit or unit, actual)


def _label(form: Form, column: FormColumn) -> str:
    return f"{form.code} cột {column.number}: {column.label}"


def _sum(form: Form, column: FormColumn, figures: Mapping[int, ReportFigure]) -> ReportFigure:
    """The sum of other columns (of their parts, where these are sums themselves); blank where all of them are."""
    added = [_sum(form, form.by_number[one], figures) if one not in figures else figures[one] for one in column.sum_of]
    known = [one.actual for one in added if one.actual is not None]
    parts = tuple(figure for one in added for part in one.parts for figure in part)
    return ReportFigure(
        form.code_of(column),
        _label(form, column),
        column.unit or (added[0].unit if added else ""),
        sum(known) if known else None,
        (parts,) if parts else (),
        max((one.left_out for one in added), default=0),
    )


def check(form: Form, figures: Mapping[int, ReportFigure]) -> None:
    """Every equality that the form prints. A blank adds nothing; what is all blank equals anything."""
    for column in form.columns:
        sums = [_total(side, figures) for side in column.equalities]
        if len({one for one in sums if one is not None}) > 1:
            formula = column.check or column.formula
            raise Contradiction(f"{form.code}: {formula} reads {' = '.join(map(str, sums))}")


def _total(side: Sequence[int], figures: Mapping[int, ReportFigure]) -> float | None:
    known = [figures[one].actual for one in side if one in figures and figures[one].actual is not None]
    return sum(one for one in known if one is not None) if known else None


# -- what stands under the table -------------------------------------------------------

_BLANK = Text("Để trống cột {columns}: sổ của xã không có số liệu.", "Blank are {columns}: no register has them.")


def _notes(form: Form, taken: Mapping[str, Sequence[Case]]) -> Iterator[str]:
    for note in form.notes:
        if note.where is None:
            yield note.text
            continue
        chosen = [note.where] if note.of_all else [form.where, note.where]
        count = sum(all(case.fits(one) for one in chosen) for case in taken.get(form.cases, ()))
        if count:
            yield note.text.format(count=count)
    blank = [column.number for column in form.columns if column.blank]
    if blank:
        yield _BLANK.say("vi", {"columns": in_runs(blank)})


_EARLIER = Text(
    "Số liệu tiếp công dân tính từ 01/01/{year}; chưa cộng số liệu từ {since} đến 31/12/{before} (sổ năm {before}).",
    "Receptions are counted from 01/01/{year}; those from {since} to 31/12/{before} stand in the books of {before}.",
)


def _earlier(asked: Asked) -> Iterator[str]:
    """A register of receptions begins with its year, the window weeks before: what is not there is said."""
    first = date(asked.window.until.year, 1, 1)
    rows = (row for register in (RECEPTION, SCHEDULE) for row in asked.registers.get(register, ()))
    if asked.window.since < first and not any("day" in row.values and row["day"] < first for row in rows):
        told = {"year": str(first.year), "since": asked.window.since, "before": str(first.year - 1)}
        yield _EARLIER.say("vi", told)


def in_runs(numbers: Sequence[int]) -> str:
    """`7–19, 22`."""
    runs: list[list[int]] = []
    for one in numbers:
        if runs and one == runs[-1][1] + 1:
            runs[-1][1] = one
        else:
            runs.append([one, one])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


_LEFT_OUT = Text(
    "Biểu {forms} chưa tính dòng {rows} của trang {sheet}: còn thiếu ô phải ghi hoặc có ô chưa đọc được.",
    "{forms} leave out rows {rows} of {sheet}: cells are missing or cannot be read.",
)


def not_counted(filled: Sequence[FilledForm]) -> Iterator[Text]:
    """Which rows the forms could not take, a sentence for those of a sheet that the same forms leave out."""
    forms_of: dict[tuple[str, int], list[str]] = {}
    for one in filled:
        for row in one.left_out:
            forms_of.setdefault((row.at.title, row.number), []).append(one.form.code)
    together: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for (sheet, number), forms in sorted(forms_of.items()):
        together.setdefault((sheet, tuple(forms)), []).append(number)
    for (sheet, codes), numbers in together.items():
        told = {"forms": codes, "rows": in_runs(numbers), "sheet": sheet}
        yield Text(_LEFT_OUT.say("vi", told), _LEFT_OUT.say("en", told))
