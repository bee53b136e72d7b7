"""IV. Nhiệm vụ kỳ tới and V. Kiến nghị: what falls due until the next report, and what staff propose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.plan.status import Status
from danvan_xlsx.plan.terms import HALF, MONTH, ON_REQUEST, ONCE, QUARTER, WEEK, YEAR
from danvan_xlsx.plan.windows import deadlines
from danvan_xlsx.report.periodic.figures import Periodic
from danvan_xlsx.report.periodic.parts.material import Content, Duty, following, last_day_of_data
from danvan_xlsx.report.periodic.parts.outline import Part, Passage, numbered
from danvan_xlsx.report.periodic.parts.phrases import day_in_figures, lower_first, series
from danvan_xlsx.report.periodic.parts.staff import Staff
from danvan_xlsx.report.standing import DONE

_NOTHING = "Không có."


def ahead(report: Periodic, sections: Sequence[Content]) -> Part:
    since, until = last_day_of_data(report), horizon(report)
    duties = [duty for content in sections for duty in content.duties]
    passages = numbered(
        [
            ("Nhiệm vụ cần khắc phục", list(_unfinished(duties))),
            ("Nhiệm vụ đến hạn", list(_by_day(duties, report.outcome.plan, since, until))),
            ("Nhiệm vụ định kỳ", list(_recurring(duties, report.outcome.plan, since, until))),
        ]
    )
    return Part("IV. NHIỆM VỤ TRỌNG TÂM KỲ TỚI", passages or (Passage("", (_NOTHING,)),))


def horizon(report: Periodic) -> date:
    """The last day of the time ahead: the data of the next report end with it; before the last report, the year."""
    after, year_end = following(report), date(report.outcome.plan.year, 12, 31)
    if after is None:
        return year_end
    last = max(one.until for one in report.outcome.plan.periods.values() if (one.task is None) is (after.task is None))
    return year_end if after.until == last else after.until


def _unfinished(duties: Sequence[Duty]) -> Iterator[str]:
    for duty in duties:
        if duty.late and duty.state.status is not Status.DONE_LATE:
            yield f"- {duty.title}."


def _by_day(duties: Sequence[Duty], plan: Plan, since: date, until: date) -> Iterator[str]:
    """Work that is done once, by the day until which it is to be done."""
    due = [
        (day, duty)
        for duty in duties
        if duty.state.task.frequency in (ONCE, YEAR, ON_REQUEST) and duty.state.status not in DONE and not duty.late
        for day in deadlines(duty.state.task, plan)
        if since < day <= until
    ]
    for day, duty in sorted(due, key=lambda one: one[0]):
        lead = plan.unit_name(duty.state.task.lead)
        yield f"- {duty.title} ({f'{lead}; ' if lead else ''}hạn {day_in_figures(day)})."


def _recurring(duties: Sequence[Duty], plan: Plan, since: date, until: date) -> Iterator[str]:
    again = [duty for duty in duties if any(since < day <= until for day in deadlines(duty.state.task, plan))]
    for frequency, word in _EACH:
        # Some titles have semicolons of their own.
        titles = [duty.title.replace("; ", ", ") for duty in again if duty.state.task.frequency == frequency]
        if titles:
            yield f"- {word}: {lower_first(series(titles))}."


_EACH = ((WEEK, "Hằng tuần"), (MONTH, "Hằng tháng"), (QUARTER, "Hằng quý"), (HALF, "6 tháng một lần"))


# -- proposals -----------------------------------------------------------------------------


def proposals(sections: Sequence[Content], staff: Staff) -> Part:
    """From the boxes of the period; beside a task only what is proposed, its difficulty stands with the task."""
    boxes = staff.in_boxes()
    difficult = [f"- {note.unit}: {note.difficulty}" for note in boxes if note.difficulty]
    proposed = [f"- {note.unit}: {note.proposal}" for note in boxes if note.proposal]
    for duty in (duty for content in sections for duty in content.duties):
        beside = (note for note in staff.on_task(duty) if note.proposal)
        proposed += [f"- {note.unit} (nhiệm vụ “{duty.title}”): {note.proposal}" for note in beside]
    passages = numbered([("Khó khăn, vướng mắc", difficult), ("Kiến nghị, đề xuất", proposed)])
    return Part("V. KHÓ KHĂN, KIẾN NGHỊ", passages or (Passage("", (_NOTHING,)),))
