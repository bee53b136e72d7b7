"""Every figure of a periodic report with the cells it comes from: counted once, in the window of the period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from danvan_xlsx.check.measuring import Counted, Measuring
from danvan_xlsx.check.outcome import Outcome
from danvan_xlsx.plan.plan import Indicator, Period, Task
from danvan_xlsx.plan.status import Status, TaskState
from danvan_xlsx.plan.terms import AT_LEAST, BINDING
from danvan_xlsx.plan.windows import Window, windows
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.rules import MEASURES, Figure, key
from danvan_xlsx.words.text import Text, number

if TYPE_CHECKING:
    from danvan_xlsx.report.official.forms import FilledForm


class ReportFigure(NamedTuple):
    """A figure as it goes up. `actual` is None for a share over nothing.

    code: hidden in the workbook, the same each year, so that a level above adds up without typing.
    planned: as the table says it. percent: of the plan. before: of the same period of last year. estimate: of the
    whole year. parts: what was added up; of a share its numerator, then its denominator.
    """

    code: str
    label: str
    unit: str
    actual: float | None
    parts: tuple[tuple[Figure, ...], ...] = ()
    left_out: int = 0
    planned: str = ""
    percent: float | None = None
    before: float | None = None
    estimate: float | None = None
    share: bool = False

    @property
    def change(self) -> float | None:
        """Against the same period of last year."""
        return None if self.actual is None or self.before is None else self.actual - self.before

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(dict.fromkeys(one.row.place(one.column) for part in self.parts for one in part))


class Section(NamedTuple):
    """A part of the plan with its tasks that bind the commune and the indicators of those."""

    name: str
    tasks: tuple[TaskState, ...]
    figures: tuple[ReportFigure, ...]


class Periodic(NamedTuple):
    """All that a report of a period says. day: on which it is drawn up; number, signed_on: None while not signed."""

    outcome: Outcome
    period: Period
    sections: tuple[Section, ...]
    people: tuple[ReportFigure, ...]
    fields: tuple[FieldLine, ...]
    months: tuple[MonthLine, ...]
    #: The inspection sector's forms: they alone in a report of theirs, in no other one.
    official: tuple[FilledForm, ...] = ()
    number: str = ""
    signed_on: date | None = None
    #: Why it is a draft: nothing stands in the way where this is empty.
    in_the_way: Sequence[Text] = ()
    #: Why errors that stand were accepted all the same.
    accepted: str = ""

    @property
    def draft(self) -> bool:
        return bool(self.in_the_way) and not self.accepted

    @property
    def yearly(self) -> bool:
        """A yearly table also says what the whole year will have come to."""
        return any(one.estimate is not None for section in self.sections for one in section.figures)

    @property
    def figures(self) -> Iterator[ReportFigure]:
        for section in self.sections:
            yield from section.figures
        yield from self.people
        for field_line in self.fields:
            yield from field_line.figures
        for month in self.months:
            yield from month.figures
        for form in self.official:
            yield from form.figures.values()


@dataclass(frozen=True)
class FieldLine:
    """A line of form II.06a: a field of procedures (or the total), its columns 3–13 by the printed number."""

    label: str
    columns: Mapping[int, ReportFigure] = field(default_factory=dict)

    @property
    def figures(self) -> tuple[ReportFigure, ...]:
        return tuple(self.columns.values())


class MonthLine(NamedTuple):
    """Dossiers of a month and those of them filed online."""

    label: str
    received: ReportFigure
    online: ReportFigure
    share: ReportFigure

    @property
    def figures(self) -> tuple[ReportFigure, ...]:
        return (self.received, self.online, self.share)


def window_of(period: Period) -> Window:
    return Window(Text(period.name, period.name), period.since, period.until, True)


# -- indicators ------------------------------------------------------------------------


def sections(
    outcome: Outcome,
    measuring: Measuring,
    period: Period,
    before: Mapping[str, float],
    estimates: Mapping[str, float],
) -> tuple[Section, ...]:
    """The tasks that bind the commune, by the plan's sections, each with its indicators counted in the window.

    before: of the same period of last year; estimates: of the whole year; both by the code of the figure.
    """
    by_section: dict[str, list[TaskState]] = {}
    for state in outcome.tasks:
        if state.binding and state.status is not Status.FOLLOWED:
            by_section.setdefault(state.task.section, []).append(state)
    return tuple(
        Section(
            name,
            tuple(states),
            _each_its_code(
                _indicator(one, state.task, measuring, period, before, estimates, binds=binds(outcome, one))
                for state in states
                for one in state.task.indicators
            ),
        )
        for name, states in by_section.items()
    )


def _each_its_code(figures: Iterable[ReportFigure]) -> tuple[ReportFigure, ...]:
    """One count held against two targets (at least, at most) is two lines: the code of the second ends in `#2`."""
    times: Counter[str] = Counter()
    found = []
    for one in figures:
        times[one.code] += 1
        found.append(one if times[one.code] == 1 else one._replace(code=f"{one.code}#{times[one.code]}"))
    return tuple(found)


def binds(outcome: Outcome, one: Indicator) -> bool:
    """The plan, a law or the commune's own decision asks for it; else its target is nobody's and does not go up."""
    return one.basis in BINDING or one.task in outcome.plan.adopted


def _indicator(
    one: Indicator,
    task: Task,
    measuring: Measuring,
    period: Period,
    before: Mapping[str, float],
    estimates: Mapping[str, float],
    *,
    binds: bool,
) -> ReportFigure:
    window = window_of(period)
    part = measuring.count(one.measure, task, one.conditions, window)
    whole = measuring.count(one.of, task, one.conditions, window) if one.of else None
    actual: float | None = part.amount
    if whole is not None:
        actual = 100 * part.amount / whole.amount if whole.amount else None
    return ReportFigure(
        code=one.code,
        label=one.label,
        unit=one.unit,
        actual=actual,
        parts=(part.figures, whole.figures) if whole else (part.figures,),
        left_out=_left_out(one, part, whole),
        planned=_planned(one) if binds else "–",
        percent=_percent(one, task, actual, measuring, period) if binds else None,
        before=before.get(one.code),
        estimate=estimates.get(one.code),
        share=whole is not None,
    )


def _planned(one: Indicator) -> str:
    per = "" if one.window.code in ("year", "to_date") else f"/{one.window.label.vi.lower()}"
    return f"{one.comparison.label.vi} {number(one.target)}{per}"


def _left_out(one: Indicator, part: Counted, whole: Counted | None) -> int:
    """Rows that could not be counted; a row of the same register is missing in part and whole alike."""
    if whole is None or one.of is None:
        return part.left_out
    same = MEASURES[one.measure].sheet.code == MEASURES[one.of].sheet.code
    return max(part.left_out, whole.left_out) if same else part.left_out + whole.left_out


def _percent(one: Indicator, task: Task, actual: float | None, measuring: Measuring, period: Period) -> float | None:
    """Of what is owed; None where less is better, or nothing is owed yet.

    What is owed each month (quarter, half-year) is held against what was done in those that have ended since the task
    began.
    """
    if actual is None or one.comparison != AT_LEAST or not one.target:
        return None
    if one.of is not None or one.window.code in ("year", "to_date"):
        return 100 * actual / one.target
    ended = [
        span._replace(since=max(span.since, period.since))
        for span in windows(one.window, period.until.year, period.until, task.starts)
        if span.ended and period.since <= span.until
    ]
    done = sum(measuring.count(one.measure, task, one.conditions, span).amount for span in ended)
    return 100 * done / (one.target * len(ended)) if ended else None


# -- reception and petitions -----------------------------------------------------------

#: (code, wording, unit, measure, (column, option code) that selects rows).
_PEOPLE: tuple[tuple[str, str, str, str, tuple[str, str] | None], ...] = (
    ("tcd.chair_sessions", "Kỳ Chủ tịch UBND trực tiếp tiếp công dân", "kỳ", "chair_sessions_held", None),
    ("tcd.visits", "Lượt tiếp công dân", "lượt", "visits", None),
    ("tcd.people", "Số người được tiếp", "người", "people_received", None),
    ("tcd.crowds", "Đoàn đông người", "đoàn", "crowds_received", None),
    ("don.received", "Đơn tiếp nhận trong kỳ", "đơn", "petitions_received", None),
    ("don.complaints", "Trong đó: khiếu nại", "đơn", "petitions_received", ("kind", "complaint")),
    ("don.denunciations", "Trong đó: tố cáo", "đơn", "petitions_received", ("kind", "denunciation")),
    ("don.proposals", "Trong đó: kiến nghị, phản ánh", "đơn", "petitions_received", ("kind", "proposal")),
    ("don.not_competent", "Đơn không thuộc thẩm quyền", "đơn", "petitions_not_competent", None),
    ("don.settled", "Đơn thuộc thẩm quyền giải quyết xong trong kỳ", "đơn", "petitions_settled_in_period", None),
)


def people(measuring: Measuring, period: Period, before: Mapping[str, float]) -> tuple[ReportFigure, ...]:
    """The ten lines on reception and petitions, in the report's own window; without a register, no line."""
    window, found = window_of(period), []
    for code, label, unit, measure, chosen in _PEOPLE:
        counted = measuring.total(measure, window)
        if counted is None:
            continue
        figures = counted.figures
        if chosen:
            figures = tuple(one for one in figures if key(one.row.get(chosen[0])) == chosen[1])
        amount = sum(one.amount for one in figures)
        found.append(ReportFigure(code, label, unit, amount, (figures,), counted.left_out, before=before.get(code)))
    return tuple(found)


# -- one-stop results ------------------------------------------------------------------

#: Columns of II.06a (TT 01/2020/TT-VPCP): what staff type, and what follows from it.
_TYPED = {4: "online", 5: "direct", 6: "carried_over", 8: "early", 9: "on_time", 10: "late", 13: "pending_overdue"}
_SUMS: tuple[tuple[int, tuple[int, ...], tuple[int, ...]], ...] = (
    (3, (4, 5, 6), ()),
    (7, (8, 9, 10), ()),
    (11, (3,), (7,)),
    (12, (11,), (13,)),
)


def field_lines(measuring: Measuring, period: Period) -> tuple[FieldLine, ...]:
    """Form II.06a of the period: a line for each field of procedures, then the total; 3 = 7 + 11 by definition."""
    rows = [row for row in measuring.rows("fields") if key(row.get("period")) == key(period.code) and not row.refused]
    by_field: dict[str, dict[int, list[Figure]]] = {}
    for row in rows:
        cells = by_field.setdefault(row["field"].label.vi, {})
        for printed, column in _TYPED.items():
            if column in row.values:
                cells.setdefault(printed, []).append(Figure(row, column, row[column]))
    lines = [_field_line(name, cells) for name, cells in by_field.items()]
    if not lines:
        return ()
    total: dict[int, list[Figure]] = {}
    for cells in by_field.values():
        for printed, figures in cells.items():
            total.setdefault(printed, []).extend(figures)
    return (*lines, _field_line("Tổng cộng", total))


def _field_line(label: str, cells: Mapping[int, Sequence[Figure]]) -> FieldLine:
    columns = {printed: _cell(label, printed, tuple(cells.get(printed, ())), ()) for printed in _TYPED}
    for printed, added, taken in _SUMS:
        plus = tuple(one for part in added for one in _signed(columns[part], 1))
        minus = tuple(one for part in taken for one in _signed(columns[part], -1))
        columns[printed] = _cell(label, printed, plus, minus)
    return FieldLine(label, dict(sorted(columns.items())))


def _signed(figure: ReportFigure, sign: int) -> Iterator[Figure]:
    for part in figure.parts:
        yield from (one._replace(amount=sign * one.amount) for one in part)


def _cell(label: str, printed: int, plus: tuple[Figure, ...], minus: tuple[Figure, ...]) -> ReportFigure:
    figures = (*plus, *minus)
    name = f"Biểu II.06a, {label}, cột ({printed})"
    return ReportFigure(f"II.06a/{label}/{printed}", name, "hồ sơ", sum(one.amount for one in figures), (figures,))


def month_lines(measuring: Measuring, period: Period) -> tuple[MonthLine, ...]:
    """Dossiers by the month, as far as the window reaches, and the share filed online."""
    found = []
    for month in windows("month", period.until.year, period.until):
        if month.until < period.since:
            continue
        span = Window(month.label, max(month.since, period.since), min(month.until, period.until), month.ended)
        received, online = measuring.total("dossiers_received", span), measuring.total("dossiers_online", span)
        if received is None or online is None or not received.amount:
            continue
        found.append(_month_line(month, received, online))
    return tuple(found)


def _month_line(month: Window, received: Counted, online: Counted) -> MonthLine:
    name, at = month.label.vi, f"{month.since.month:02}"

    def figure(what: str, label: str, amount: float, *parts: tuple[Figure, ...]) -> ReportFigure:
        share = len(parts) > 1
        unit = "%" if share else "hồ sơ"
        return ReportFigure(
            f"tttt/{at}/{what}", f"{name}: {label}", unit, amount, parts, received.left_out, share=share
        )

    return MonthLine(
        name,
        figure("received", "hồ sơ tiếp nhận", received.amount, received.figures),
        figure("online", "nộp trực tuyến", online.amount, online.figures),
        figure(
            "share",
            "tỷ lệ nộp trực tuyến",
            100 * online.amount / received.amount,
            online.figures,
            received.figures,
        ),
    )
