"""III. Đánh giá: what met its target, what is late or below one, and why, as staff explained it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from danvan_xlsx.plan.status import Status
from danvan_xlsx.plan.terms import AT_LEAST
from danvan_xlsx.report.periodic.parts.material import Asked, Content, Duty
from danvan_xlsx.report.periodic.parts.outline import Part, numbered
from danvan_xlsx.report.periodic.parts.phrases import listed, lower_first, series
from danvan_xlsx.report.periodic.parts.results import lateness
from danvan_xlsx.report.periodic.parts.staff import Staff


def assessment(sections: Sequence[Content], staff: Staff) -> Part:
    duties = [duty for content in sections for duty in content.duties]
    shortfalls = list(_shortfalls(duties))
    good = list(_good(duties))
    if not shortfalls and duties:
        good.append("Không có nhiệm vụ quá hạn hoặc chưa đạt chỉ tiêu.")
    passages = [
        ("Ưu điểm", good),
        ("Tồn tại, hạn chế", shortfalls),
        ("Nguyên nhân", list(_reasons(duties, staff))),
    ]
    return Part("III. ĐÁNH GIÁ CHUNG", numbered(passages))


# -- what met its target -----------------------------------------------------------------

#: Of the targets exceeded the first few are named.
_MOST = 6


def _good(duties: Sequence[Duty]) -> Iterator[str]:
    done = sum(duty.state.status is Status.DONE for duty in duties)
    if done:
        yield f"Đã hoàn thành {done}/{len(duties)} nhiệm vụ."
    judged = [one for one in _bound(duties) if one.met or one.unmet]
    met = [one for one in judged if one.met]
    if met:
        yield f"Trong {len(judged)} chỉ tiêu đánh giá được trong kỳ, {len(met)} chỉ tiêu đạt mức giao."
    above = [one.said for one in met if _exceeds(one)]
    if above:
        yield f"Một số chỉ tiêu vượt mức giao: {lower_first(series(above[:_MOST]))}."


def _bound(duties: Iterable[Duty]) -> Iterator[Asked]:
    for duty in duties:
        if duty.state.status is not Status.NOT_REPORTED:
            yield from (one for one in duty.asked if one.binding and one.figure.actual is not None)


def _exceeds(one: Asked) -> bool:
    percent = one.figure.percent
    return one.indicator.comparison == AT_LEAST and percent is not None and round(percent, 1) > 100


# -- what did not ------------------------------------------------------------------------


def _shortfalls(duties: Iterable[Duty]) -> Iterator[str]:
    silent = []
    for duty in duties:
        if duty.late:
            yield f"- {duty.title}: {listed((lateness(duty), *_below(duty)))}."
        elif duty.state.status is Status.NOT_REPORTED:
            silent.append(duty.title)
    if silent:
        yield f"- Chưa có số liệu của {len(silent)} nhiệm vụ: {listed(silent)}."


def _below(duty: Duty) -> Iterator[str]:
    """The targets that were not met; of what is overdue also those whose period still runs."""
    overdue = duty.state.status is Status.OVERDUE
    for one in duty.asked:
        if one.said and one.binding and not one.met and (one.unmet or overdue):
            yield lower_first(str(one.said))


# -- why -----------------------------------------------------------------------------------


def _reasons(duties: Iterable[Duty], staff: Staff) -> Iterator[str]:
    for duty in duties:
        if duty.late:
            written = [note.difficulty for note in staff.on_task(duty) if note.difficulty]
            told = dict.fromkeys((*written, *staff.why(duty)))
            if told:
                yield f"- {duty.title}: {' '.join(told)}"
