"""II. Kết quả: the five contents of the plan, each with its figures against their targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from danvan_xlsx.plan.status import Status
from danvan_xlsx.plan.terms import ONCE, YEAR
from danvan_xlsx.report.periodic.annexes import annexes
from danvan_xlsx.report.periodic.figures import Periodic, ReportFigure
from danvan_xlsx.report.periodic.parts.material import Content, Duty, last_day_of_data
from danvan_xlsx.report.periodic.parts.outline import Part, Passage
from danvan_xlsx.report.periodic.parts.phrases import Said, amount, day_in_figures, listed, sentence, series
from danvan_xlsx.report.periodic.parts.staff import Staff
from danvan_xlsx.report.standing import standing
from danvan_xlsx.words.text import fold

#: Registers whose own totals belong to a content: receptions and petitions, dossiers.
_PEOPLE, _DOSSIERS = frozenset({"reception", "petitions", "schedule"}), frozenset({"dossiers", "fields"})


def results(report: Periodic, sections: Sequence[Content], staff: Staff, *, everything: Sequence[Content]) -> Part:
    """sections: the contents; everything: with the sections that organise the work, for the first sentences."""
    passages = [Passage("", tuple(_overall(report, everything)))] if everything else []
    totals = {_PEOPLE: list(_people(report)), _DOSSIERS: list(_dossiers(report))}
    for number, content in enumerate(sections, 1):
        mine = [line for registers in totals if registers & content.registers for line in totals[registers]]
        totals = {registers: lines for registers, lines in totals.items() if not registers & content.registers}
        lines = (*_summed(content.duties), *mine, *(duty_line(duty, staff) for duty in content.duties))
        passages.append(Passage(f"{number}. {content.name}", lines))
    left = tuple(line for lines in totals.values() for line in lines)
    if left:
        passages.append(Passage(f"{len(sections) + 1}. Tiếp công dân, thủ tục hành chính", left))
    return Part("II. KẾT QUẢ THỰC HIỆN", tuple(passages))


def _overall(report: Periodic, sections: Sequence[Content]) -> Iterator[str]:
    duties, day = [duty for content in sections for duty in content.duties], last_day_of_data(report)
    now = standing((duty.state for duty in duties), report.outcome.plan, day)
    due = f" Trong {now.due} nhiệm vụ đã đến hạn, hoàn thành {now.done_due} ({now.share}%)." if now.due else ""
    own = " (không kể việc gửi báo cáo này)" if _holds_its_own_task(report) else ""
    yield f"Đến ngày {day_in_figures(day)}, trong {len(duties)} nhiệm vụ{own}: {_by_status(duties)}.{due}"
    names = [page.title.removeprefix("Phụ lục ") for page in annexes(report)]
    if names:
        yield f"Số liệu chi tiết tại {'các ' if len(names) > 1 else ''}Phụ lục {', '.join(names)} kèm theo."


def _holds_its_own_task(report: Periodic) -> bool:
    return any(state.task.code == report.period.task for section in report.sections for state in section.tasks)


def _summed(duties: Sequence[Duty]) -> Iterator[str]:
    if len(duties) > 1:
        yield f"Có {len(duties)} nhiệm vụ: {_by_status(duties)}."


def _by_status(duties: Iterable[Duty]) -> str:
    """`hoàn thành 4; đang thực hiện 2`."""
    counted = Counter(_WORDS[duty.state.status] for duty in duties)
    return listed(f"{word} {counted[word]}" for word in dict.fromkeys(_WORDS.values()) if counted[word])


_WORDS = {
    Status.DONE: "hoàn thành",
    Status.DONE_LATE: "hoàn thành muộn",
    Status.NOTHING_AROSE: "không phát sinh",
    Status.IN_PROGRESS: "đang thực hiện",
    Status.DUE_SOON: "đang thực hiện",
    Status.NO_EVIDENCE: "đang thực hiện",
    Status.NOT_DUE: "chưa đến hạn",
    Status.NOT_MET: "chưa đạt chỉ tiêu",
    Status.OVERDUE: "quá hạn",
    Status.NOT_REPORTED: "chưa có số liệu",
    Status.FOLLOWED: "theo dõi, phối hợp",
}


# -- tasks -----------------------------------------------------------------------------


def duty_line(duty: Duty, staff: Staff) -> str:
    """A task with its figures, how it stands, and what its unit notes; why it is late stands in part III."""
    said, stands = figures(duty), _standing(duty)
    notes = [] if duty.late else [note.difficulty for note in staff.on_task(duty)]
    after = [sentence(part) for part in (stands if said else "", *notes) if part]
    if not said:
        opening = f"{duty.title}: {stands}." if stands else f"{duty.title}."
    elif len(said) == 1 and fold(said[0].label) in fold(duty.title):
        opening = f"{duty.title}: {said[0].value}."
    else:
        opening = f"{duty.title}. {series(said)}."
    return " ".join(["-", opening, *after])


def figures(duty: Duty) -> list[Said]:
    """Nothing of registers that were not closed, nor of what has not begun: their noughts say nothing."""
    if duty.state.status is Status.NOT_REPORTED:
        return []
    begun = (one for one in duty.asked if one.figure.actual or duty.state.status is not Status.NOT_DUE)
    return [said for one in begun if (said := one.said)]


def _standing(duty: Duty) -> str:
    """How the task stands, where its figures do not say so by themselves."""
    state = duty.state
    once = state.task.frequency in (ONCE, YEAR)
    done = day_in_figures(state.done_on) if state.done_on else ""
    match state.status:
        case Status.DONE:
            return f"hoàn thành ngày {done}" if once and done else ("" if duty.asked else "đã hoàn thành")
        case Status.IN_PROGRESS | Status.DUE_SOON | Status.NOT_DUE if all_idle(duty):
            return "trong kỳ chưa có trường hợp thuộc phạm vi đánh giá"
        case Status.IN_PROGRESS | Status.DUE_SOON | Status.NOT_DUE:
            word = "chưa đến hạn" if state.status is Status.NOT_DUE else "đang thực hiện"
            due = state.last_day if once else state.next_due
            return f"{word} (hạn {day_in_figures(due)})" if due else word
    return lateness(duty) if duty.late else _STANDING.get(state.status, "")


def all_idle(duty: Duty) -> bool:
    return bool(duty.asked) and all(one.nothing_arose for one in duty.asked)


def lateness(duty: Duty) -> str:
    """`đã quá hạn 30/6/2022`, `hoàn thành ngày 15/7/2022, muộn 15 ngày so với hạn 30/6/2022`."""
    state = duty.state
    due = day_in_figures(state.last_day) if state.last_day else ""
    if state.status is Status.OVERDUE:
        return f"đã quá hạn {due}".rstrip()
    if state.status is Status.DONE_LATE and state.done_on and state.last_day:
        days = (state.done_on - state.last_day).days
        return f"hoàn thành ngày {day_in_figures(state.done_on)}, muộn {days} ngày so với hạn {due}"
    return "hoàn thành muộn" if state.status is Status.DONE_LATE else "chưa đạt chỉ tiêu"


_STANDING = {
    Status.NOTHING_AROSE: "trong kỳ không phát sinh",
    Status.NO_EVIDENCE: "chưa có minh chứng kết quả",
    Status.NOT_REPORTED: "chưa có số liệu",
}


# -- totals of registers ---------------------------------------------------------------


def _people(report: Periodic) -> Iterator[str]:
    known = {one.code: one for one in report.people}
    received = [_visits(known), _crowds(known), _chair(known)]
    if any(received):
        yield f"- Tiếp công dân: {', '.join(part for part in received if part)}."
    if "don.received" in known:
        yield f"- Đơn thư: {_petitions(known)}."


def _told(one: ReportFigure) -> str:
    before = f" (cùng kỳ năm trước {amount(one.before)})" if one.before is not None else ""
    return f"{amount(one.actual or 0)} {one.unit}{before}"


def _visits(known: dict[str, ReportFigure]) -> str:
    return ", ".join(_told(known[code]) for code in ("tcd.visits", "tcd.people") if code in known)


def _crowds(known: dict[str, ReportFigure]) -> str:
    one = known.get("tcd.crowds")
    if one is None:
        return ""
    return f"có {_told(one)} đông người" if one.actual else "không có đoàn đông người"


def _chair(known: dict[str, ReportFigure]) -> str:
    one = known.get("tcd.chair_sessions")
    return f"Chủ tịch Ủy ban nhân dân trực tiếp tiếp {_told(one)}" if one else ""


def _petitions(known: dict[str, ReportFigure]) -> str:
    told = f"tiếp nhận {_told(known['don.received'])}"
    kinds = (("khiếu nại", "don.complaints"), ("tố cáo", "don.denunciations"), ("kiến nghị, phản ánh", "don.proposals"))
    counted = [
        f"{amount(known[code].actual or 0)} {word}" for word, code in kinds if code in known and known[code].actual
    ]
    told += f" (gồm {listed(counted)})" if counted else ""
    if "don.not_competent" in known:
        told += f"; không thuộc thẩm quyền {_told(known['don.not_competent'])}"
    if "don.settled" in known:
        told += f"; giải quyết xong {_told(known['don.settled'])} thuộc thẩm quyền"
    return told


def _dossiers(report: Periodic) -> Iterator[str]:
    if not report.fields:
        return
    total = {printed: amount(one.actual or 0) for printed, one in report.fields[-1].columns.items()}
    yield (
        f"- Giải quyết thủ tục hành chính: tiếp nhận {total[3]} hồ sơ (trực tuyến {total[4]}; trực tiếp, qua bưu chính "
        f"{total[5]}; kỳ trước chuyển sang {total[6]}). Đã giải quyết {total[7]} hồ sơ (trước hạn {total[8]}; đúng hạn "
        f"{total[9]}; quá hạn {total[10]}). Đang giải quyết {total[11]} hồ sơ (trong hạn {total[12]}; quá hạn "
        f"{total[13]})."
    )
