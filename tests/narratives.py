"""A small report made by hand: what the tests of its words and of its Word document begin with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from danvan_xlsx.check.outcome import SheetRead
from danvan_xlsx.plan.plan import Period, Plan, Recipient, Setting
from danvan_xlsx.plan.status import Status, TaskState
from danvan_xlsx.registers.documents.sheet import ANNOUNCEMENT, DECISION, DOCUMENTS, MINUTES, REPORT
from danvan_xlsx.registers.documents.sheet import PLAN as PLAN_KIND
from danvan_xlsx.registers.petitions.sheet import PETITIONS
from danvan_xlsx.registers.study.sheet import STUDIES, STUDY
from danvan_xlsx.registers.tasks import TASKS
from danvan_xlsx.report.periodic.figures import Periodic, ReportFigure, Section
from danvan_xlsx.report.periodic.parts.outline import Narrative
from danvan_xlsx.words.layout import Row, Sheet
from danvan_xlsx.words.rules import Figure
from danvan_xlsx.words.text import Personal, Text
from tests import outcomes

#: Who came to complain; stands in no report.
PETITIONER = "Trần Văn Thử Nghiệm"
NAM = Period("NAM", "Báo cáo năm 2022", date(2022, 1, 1), date(2022, 10, 31), date(2022, 11, 15), True, "III.1.1")
RECIPIENTS = (
    Recipient("NAM", 1, "Ủy ban nhân dân huyện Ngọc Lặc (qua Phòng Nội vụ)", True, "b/c", "noivu@ngoclac.example"),
    Recipient("NAM", 3, "Ủy ban MTTQ xã", False, "p/h", ""),
    Recipient("NAM", 2, "TT Đảng ủy, TT HĐND", False, "b/c", ""),
    Recipient("NAM", 9, "Lưu: VT, VP", False, "", ""),
    Recipient("6T", 1, "Thanh tra huyện", True, "b/c", ""),
)


def settings(**values: str) -> tuple[Setting, ...]:
    known = {"place_name": "Minh Sơn", "plan_number": "31/KH-UBND", "signer_title": "Chủ tịch", **values}
    return tuple(Setting(key, value, None, None, "", "") for key, value in known.items())


def plan(**facts: Any) -> Plan:
    known: dict[str, Any] = {"settings": settings(), "recipients": RECIPIENTS, "periods": {"NAM": NAM}}
    return replace(outcomes.PLAN, **{**known, **facts})


def sheet(kind: Sheet, *rows: dict[str, Any], file: str = "van-phong.xlsx", unit: str = "VP") -> SheetRead:
    at = outcomes.placed(kind, file, unit)
    return SheetRead(at, tuple(Row(at, number, values) for number, values in enumerate(rows, 7)))


def papers() -> SheetRead:
    """Of the year; the last two are no document of the committee in the window."""
    return sheet(
        DOCUMENTS,
        {
            "number": "31/KH-UBND",
            "day": date(2022, 4, 8),
            "kind": PLAN_KIND,
            "subject": "Thực hiện công tác dân vận chính quyền năm 2022",
        },
        {"number": "02/KH-UBND", "day": date(2022, 1, 10), "kind": PLAN_KIND, "subject": "Cải cách hành chính"},
        {
            "number": "52/QĐ-UBND",
            "day": date(2022, 4, 20),
            "kind": DECISION,
            "subject": "Về việc kiện toàn Ban",
        },
        {"number": "60/TB-UBND", "day": date(2022, 5, 4), "kind": ANNOUNCEMENT, "subject": f"Mời ông {PETITIONER}"},
        {"number": "26/BC-UBND", "day": date(2022, 4, 29), "kind": REPORT, "subject": "Tiếp công dân tháng 4"},
        {"day": date(2022, 5, 5), "kind": MINUTES, "subject": "Họp giao ban"},
        {"number": "99/KH-UBND", "day": date(2022, 11, 5), "kind": PLAN_KIND, "subject": "Sau ngày chốt số liệu"},
    )


def conferences() -> SheetRead:
    held = {"day": date(2022, 4, 15), "kind": STUDY, "subject": "Nghị quyết 25-NQ/TW, Kết luận 43-KL/TW"}
    return sheet(STUDIES, {**held, "invited": 21, "attended": 20}, {**held, "invited": 12, "attended": 11})


def petitions() -> SheetRead:
    return sheet(PETITIONS, {"code": "D-01", "person": Personal(f"{PETITIONER}, thôn Minh Đức")})


def remarks(**texts: str) -> SheetRead:
    """*Nhiệm vụ* of the office: code → what it wrote; `_` in a code stands for a dot or a dash."""
    rows = ({"code": code.replace("__", "-").replace("_", "."), "remarks": text} for code, text in texts.items())
    return sheet(TASKS, *rows)


REMARKS = {
    "II_2_1": "Quý III chưa kiểm tra do trưng tập chống bão; đề xuất giao Tư pháp làm thay",
    "II_4_2": "Đã gửi giấy mời",
    "KK__NAM": "Đường truyền chậm; đề xuất huyện cấp thêm một máy tính",
}


def states() -> list[TaskState]:
    """Those of `outcomes` whose tasks know their indicators; the one followed and the one nobody adopted stay out."""
    return [_knowing(one) for one in outcomes.states(NAM.until) if one.binding and one.status is not Status.FOLLOWED]


def _knowing(state: TaskState) -> TaskState:
    measure = _MEASURES.get(state.task.code, "visits")
    stand = tuple(one._replace(indicator=one.indicator._replace(measure=measure)) for one in state.indicators)
    return state._replace(indicators=stand, task=state.task._replace(indicators=tuple(one.indicator for one in stand)))


_MEASURES = {"II.2.1": "inspections_held", "II.2.2": "dossiers_online"}


def _figures(state: TaskState) -> Iterator[ReportFigure]:
    for one in state.indicators:
        asked, last = one.indicator, one.measured[-1]
        if last.denominator is None:
            actual = sum(span.numerator for span in one.measured)
            yield ReportFigure(asked.code, asked.label, asked.unit, actual, percent=100 * actual / asked.target)
            continue
        rows = [Row(outcomes.VISITS, number, {}) for number in (7, 8)]
        parts = tuple(
            (Figure(row, "people", n),) for row, n in zip(rows, (last.numerator, last.denominator), strict=True)
        )
        yield ReportFigure(asked.code, asked.label, asked.unit, last.actual, parts, before=33.9, share=True)


def report(
    *, sheets: Sequence[SheetRead] | None = None, tasks: Sequence[TaskState] | None = None, **facts: Any
) -> Periodic:
    """The yearly report of the small commune. `of`: its plan; other facts replace fields of the report."""
    stand = list(states() if tasks is None else tasks)
    by_section: dict[str, list[TaskState]] = {}
    for state in stand:
        by_section.setdefault(state.task.section, []).append(state)
    sections = tuple(
        Section(f"{code} {_NAMES[code]}", tuple(group), tuple(figure for one in group for figure in _figures(one)))
        for code, group in by_section.items()
    )
    read = [papers(), conferences(), petitions(), remarks(**REMARKS)] if sheets is None else list(sheets)
    outcome = outcomes.outcome(plan=facts.pop("of", plan()), tasks=stand, sheets=read, findings=[])
    known: dict[str, Any] = {"people": _people(), "fields": (), "months": (), **facts}
    return Periodic(outcome, NAM, sections, **known)


_NAMES = {
    "II.1": "Quán triệt, học tập",
    "II.2": "Cải cách hành chính",
    "II.4": "Tiếp dân, đơn thư",
    "III.1": "Văn phòng",
    "III.4": "Kinh phí",
}


def _people() -> tuple[ReportFigure, ...]:
    counted = (("tcd.visits", "lượt", 50), ("tcd.people", "người", 66), ("tcd.crowds", "đoàn", 0))
    petitions = (("don.received", "đơn", 3), ("don.complaints", "đơn", 1), ("don.proposals", "đơn", 2))
    return tuple(ReportFigure(code, "", unit, number) for code, unit, number in (*counted, *petitions))


DRAFT = (Text("Còn 1 lỗi số liệu.", "1 error."),)


def flat(told: Narrative) -> list[str]:
    """All its lines in the order of the paper."""
    head = told.head
    lines = [*head.agency, head.number, head.place_and_day, head.kind, head.subject, *head.addressed, told.opening]
    for part in told.parts:
        lines.append(part.heading)
        for passage in part.passages:
            lines += [*([passage.heading] if passage.heading else []), *passage.lines]
    return [*lines, told.closing, *head.copies, *head.authority, head.title, head.name]
