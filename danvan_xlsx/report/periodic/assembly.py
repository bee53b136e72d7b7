"""A periodic report put together: what was checked and counted → everything that its files say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from danvan_xlsx.check.measuring import Measuring
from danvan_xlsx.check.outcome import Outcome
from danvan_xlsx.plan.plan import Period
from danvan_xlsx.report.official.cases import READS
from danvan_xlsx.report.official.forms import not_counted, official_forms
from danvan_xlsx.report.periodic.adding_up import apart
from danvan_xlsx.report.periodic.figures import Periodic, field_lines, month_lines, people, sections
from danvan_xlsx.report.periodic.standing import in_the_way
from danvan_xlsx.report.wording import section_label
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import MEASURES, Measure
from danvan_xlsx.words.text import fold

#: Sheets and columns of the registers that a report looks into beside its measures.
DOCUMENTS, ESTIMATES = "documents", "estimates"


def periodic(
    outcome: Outcome,
    measuring: Measuring,
    period: Period,
    *,
    before: Mapping[str, float] | None = None,
    number: str = "",
    signed_on: date | None = None,
    accepted: str = "",
) -> Periodic:
    """The report of a period. before: the same period of last year by the code of the figure, over what CungKy says.

    number, signed_on: of the signed report; else as *Văn bản ban hành* has them. accepted: why it goes up with errors.
    """
    if period.inspection:
        forms = official_forms(outcome, period)
        made = Periodic(outcome, period, (), (), (), (), forms, number, signed_on, accepted=accepted)
    else:
        made = _of_the_plan(outcome, measuring, period, before, number, signed_on, accepted)
    if not number:
        made = _as_signed(made, measuring)
    told = (*in_the_way(outcome, period, _counted(made)), *not_counted(made.official), *apart(made.figures))
    return made._replace(in_the_way=told)


def _of_the_plan(
    outcome: Outcome,
    measuring: Measuring,
    period: Period,
    before: Mapping[str, float] | None,
    number: str,
    signed_on: date | None,
    accepted: str,
) -> Periodic:
    known = {code: value for (of, code), value in outcome.plan.same_period.items() if fold(of) == fold(period.code)}
    known.update(before or {})
    parts = tuple(
        one._replace(name=section_label(outcome, one.name))
        for one in sections(outcome, measuring, period, known, _estimates(measuring, period))
    )
    return Periodic(
        outcome=outcome,
        period=period,
        sections=parts,
        people=people(measuring, period, known),
        fields=field_lines(measuring, period),
        months=month_lines(measuring, period),
        number=number,
        signed_on=signed_on,
        accepted=accepted,
    )


def _as_signed(report: Periodic, measuring: Measuring) -> Periodic:
    """With the number and day of the row of *Văn bản ban hành* that is this report."""
    for row in measuring.rows(DOCUMENTS):
        if _is_this(row, report.period) and {"number", "day"} <= row.values.keys():
            return report._replace(number=row["number"], signed_on=row["day"])
    return report


def _is_this(row: Row, period: Period) -> bool:
    """A report that names the period's code, or one for the period's task over the period's data (`6 tháng`)."""
    if getattr(row.get("kind"), "code", "") != "report":
        return False
    if fold(str(row.get("period", ""))) == fold(period.code):
        return True
    tasks = {fold(one) for one in row.get("task") or ()}
    return period.task is not None and fold(period.task) in tasks and row.get("data_to") == period.until


def _estimates(measuring: Measuring, period: Period) -> dict[str, float]:
    """Asked for in the yearly report alone."""
    if (period.until - period.since).days < _MOST_OF_A_YEAR:
        return {}
    rows = (row for row in measuring.rows(ESTIMATES) if {"indicator", "estimate"} <= row.values.keys())
    return {row["indicator"]: row["estimate"] for row in rows}


#: A period that covers nine months or more is the yearly one, though its data end weeks before the year does.
_MOST_OF_A_YEAR = 270


def _counted(report: Periodic) -> Iterator[Measure]:
    """The measures whose registers the report counts; the forms count what happens on a day."""
    if report.official:
        yield from (one for one in MEASURES.values() if one.sheet.code in READS and one.on is not None)
        return
    sheets = {figure.row.at.sheet.code for one in report.figures for part in one.parts for figure in part}
    yield from (measure for measure in MEASURES.values() if measure.sheet.code in sheets)
