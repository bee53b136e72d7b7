"""A small commune judged by hand: nine tasks, five units, every sort of finding; what outputs are tested with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from danvan_xlsx.check.catalogue import catalogue
from danvan_xlsx.check.outcome import FileState, Outcome, SheetRead
from danvan_xlsx.plan.plan import Indicator, Period, Plan, Setting, Task, Unit
from danvan_xlsx.plan.sheets import TASKS_SHEET
from danvan_xlsx.plan.status import IndicatorState, Status, TaskState, judge_indicator
from danvan_xlsx.plan.terms import (
    AT_LEAST,
    BY_PLAN,
    CONTINUOUS,
    MONTH,
    OFFICE,
    ON_REQUEST,
    ONCE,
    PROPOSAL,
    QUARTER,
    TO_DATE,
    YEAR,
)
from danvan_xlsx.plan.windows import Window, windows
from danvan_xlsx.registers.closing import CLOSING
from danvan_xlsx.registers.documents import DOCUMENTS
from danvan_xlsx.registers.reception import RECEPTION
from danvan_xlsx.words.finding import Finding, Severity
from danvan_xlsx.words.frame import framed
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.layout import Place, Placed, Row, Sheet
from danvan_xlsx.words.page import Chart, Gap, Page, Paragraph, Table
from danvan_xlsx.words.rules import Figure, found
from danvan_xlsx.words.text import Personal, Text, shown

AS_OF = date(2022, 11, 14)
#: Stands in personal cells of the commune, and nowhere else.
PERSON = "Lò Thị Bí Mật"

UNITS = {
    one.code: one
    for one in (
        Unit(
            "VP", "Văn phòng – Thống kê", OFFICE, PERSON, "vp@minhson.vn", ("reception", "petitions"), None, None, None
        ),
        Unit("MC", "Bộ phận một cửa", OFFICE, "", "", ("dossiers",), None, None, None),
        Unit("VH", "Văn hóa – Xã hội", OFFICE, "", "vanhoa@minhson.vn", ("news",), None, None, None),
        Unit("KT", "Tài chính – Kế toán", OFFICE, "", "ketoan@minhson.vn", ("budget",), None, None, None),
        Unit("CT", "Chủ tịch UBND", OFFICE, PERSON, "", (), "VP", None, None),
    )
}

#: section, number, title, lead, frequency, deadline, basis
_TASKS: tuple[tuple[str, int, str, str, Option, date | None, Option], ...] = (
    ("II.1", 1, "Học tập, quán triệt Nghị quyết 25-NQ/TW, Kết luận 43-KL/TW", "VP", ONCE, date(2022, 6, 30), BY_PLAN),
    ("II.2", 1, "Kiểm tra, đánh giá hoạt động Bộ phận tiếp nhận và trả kết quả", "CT", QUARTER, None, BY_PLAN),
    ("II.2", 2, "Dịch vụ công trực tuyến mức độ 3, 4 đạt 70% trở lên", "MC", MONTH, None, BY_PLAN),
    ("II.4", 1, "Chủ tịch UBND tiếp công dân định kỳ", "CT", CONTINUOUS, None, BY_PLAN),
    ("II.4", 2, "Tập huấn kỹ năng cho Ban Thanh tra nhân dân", "VP", YEAR, date(2022, 11, 25), BY_PLAN),
    ("III.1", 1, "Báo cáo năm gửi UBND huyện (qua Phòng Nội vụ)", "VP", ONCE, None, BY_PLAN),
    ("III.3", 1, "Đưa tin, bài về tổ chức, cá nhân làm tốt công tác dân vận", "VH", MONTH, None, PROPOSAL),
    ("III.4", 1, "Bố trí kinh phí dân vận chính quyền", "KT", ONCE, date(2022, 3, 31), BY_PLAN),
    ("III.5", 1, "Ban Dân vận phối hợp kiểm tra thực hiện kế hoạch", "VP", ON_REQUEST, None, BY_PLAN),
)


def placed(sheet: Sheet, file: str, unit: str) -> Placed:
    return Placed(sheet, file, sheet.title.vi, unit, {c.code: n for n, c in enumerate(framed(sheet), 1)})


PLAN_TASKS = placed(TASKS_SHEET, "ke-hoach.xlsx", "")
VISITS = placed(RECEPTION, "van-phong.xlsx", "VP")
PAPERS = placed(DOCUMENTS, "van-phong.xlsx", "VP")
CLOSINGS = placed(CLOSING, "mot-cua.xlsx", "MC")


def _task(line: int, section: str, number: int, title: str, lead: str, frequency: Option, *more: Any) -> Task:
    deadline, basis = more
    return Task(
        code=f"{section}.{number}",
        section=section,
        title=title,
        lead=lead,
        lead_basis=BY_PLAN,
        typed_by=UNITS[lead].typed_in or lead,
        partners="",
        frequency=frequency,
        starts=None,
        deadline=deadline,
        deadline_basis=basis if deadline else None,
        product="",
        target="1 kế hoạch",
        target_basis=basis,
        evidence=(),
        overlaps=(),
        followed=section == "III.5",
        nothing_allowed=False,
        row=Row(PLAN_TASKS, line, {}),
    )


TASKS = {one.code: one for one in (_task(line, *task) for line, task in enumerate(_TASKS, 7))}

PLAN = Plan(
    commune="minh-son",
    commune_name="Minh Sơn",
    year=2022,
    settings=(Setting("signer_name", PERSON, None, None, "", ""),),
    units=UNITS,
    tasks=TASKS,
    periods={
        "NAM": Period(
            "NAM", "Báo cáo năm 2022", date(2022, 1, 1), date(2022, 10, 31), date(2022, 11, 20), False, "III.1.1"
        )
    },
    lists={"sections": (Option("II.2", Text("Cải cách hành chính", "Administrative reform")),)},
)

# -- tasks -----------------------------------------------------------------------------


class Sum:
    """A measure in a period."""

    def __init__(self, amount: float, figures: Iterable[Figure] = ()) -> None:
        self.amount, self.figures, self.left_out = amount, tuple(figures), 0


def _visits(*rows: int) -> tuple[Figure, ...]:
    return tuple(Figure(Row(VISITS, row, {"person": Personal(PERSON)}), "people", 1) for row in rows)


def indicator(task: str, label: str, window: Option, target: float, unit: str) -> Indicator:
    return Indicator(task, label, "visits", None, (), window, AT_LEAST, target, unit, BY_PLAN, Row(PLAN_TASKS, 7, {}))


def _online(day: date) -> IndicatorState:
    (span,) = windows(TO_DATE, 2022, day)
    asked = indicator("II.2.2", "Tỷ lệ hồ sơ trực tuyến", TO_DATE, 70, "%")
    return judge_indicator(asked, {span: Sum(1060, _visits(9, 10, 14))}, {span: Sum(2090)})


def _inspections(day: date) -> IndicatorState:
    asked = indicator("II.2.1", "Cuộc kiểm tra", QUARTER, 1, "cuộc")
    amounts: dict[Window, Sum] = {}
    for span, amount in zip(windows(QUARTER, 2022, day), (1, 1, 0, 0), strict=False):
        amounts[span] = Sum(amount)
    return judge_indicator(asked, amounts)


def _receptions(day: date) -> IndicatorState:
    (span,) = windows(TO_DATE, 2022, day)
    return judge_indicator(
        indicator("II.4.1", "Lượt tiếp", TO_DATE, 40, "lượt"), {span: Sum(54, _visits(*range(7, 61)))}
    )


def states(day: date = AS_OF) -> list[TaskState]:
    paper = Row(PAPERS, 12, {}).place("number")

    def state(code: str, status: Status, binding: bool = True, **facts: Any) -> TaskState:
        task = TASKS[code]
        known = {
            "deadline": task.deadline,
            "last_day": task.deadline,
            "next_due": None,
            "progress": 0,
            "indicators": (),
            "done_on": None,
        }
        return TaskState(task, status, binding, **{**known, **facts})

    return [
        state("II.1.1", Status.DONE, progress=100, shown_by=(paper,), done_on=date(2022, 6, 1)),
        state("II.2.1", Status.NOT_MET, indicators=(_inspections(day),), progress=67),
        state("II.2.2", Status.NOT_MET, indicators=(_online(day),), progress=72),
        state("II.4.1", Status.DONE, indicators=(_receptions(day),), progress=100),
        state("II.4.2", Status.DUE_SOON, next_due=date(2022, 11, 25)),
        state("III.1.1", Status.DUE_SOON, next_due=date(2022, 11, 20), last_day=date(2022, 11, 20)),
        state("III.3.1", Status.IN_PROGRESS, binding=False, progress=50),
        state("III.4.1", Status.NOT_REPORTED),
        state("III.5.1", Status.FOLLOWED, binding=False),
    ]


# -- findings --------------------------------------------------------------------------


def findings() -> list[Finding]:
    catalogue()
    people = RECEPTION.by_code["people"].label
    person = RECEPTION.by_code["person"].label

    def at(column: str, row: int) -> Place:
        return VISITS.place(row, column)

    return [
        found("BM17", Place(""), unit="Tài chính – Kế toán"),
        found("BM02", Place("so-cu.xlsx")),
        found("KH26", CLOSINGS.place(7, "answer"), register=Text("Hồ sơ", "D"), period=_THIRD, due=date(2022, 10, 5)),
        found(
            "KH26", CLOSINGS.place(8, "answer"), register=Text("Khảo sát", "S"), period=_THIRD, due=date(2022, 10, 5)
        ),
        found("DL03", at("people", 9), column=people, raw="12 người", expected=12),
        found("DL03", at("people", 10), column=people, raw="tám", expected="số nguyên, ví dụ 12"),
        found("DL03", at("people", 14), column=people, raw="5 lượt", expected=5),
        found("DL14", at("person", 11), column=person, raw=Personal(PERSON), expected=""),
        Finding(
            "DL01",
            at("matter", 20),
            {"column": Text("Nội dung", "Matter")},
            Severity.NOTE,
            "Ghi ở sổ giấy, có xác nhận",
        ),
    ]


_THIRD = Text("Quý III", "Quarter III")


def files() -> list[FileState]:
    return [
        FileState("ke-hoach.xlsx", None, written=True, saved=datetime(2022, 11, 1, 8)),
        FileState("mot-cua.xlsx", "MC", written=True, saved=datetime(2022, 11, 13, 16)),
        FileState("so-cu.xlsx", None, "unreadable", saved=datetime(2022, 11, 10, 9)),
        FileState("van-hoa.xlsx", "VH", written=True, saved=datetime(2022, 11, 9, 10)),
        FileState("van-phong.xlsx", "VP", written=True, saved=datetime(2022, 11, 12, 7)),
    ]


def outcome(**facts: Any) -> Outcome:
    """The commune on 14/11/2022; `facts` replace parts of it."""
    catalogue()
    known: dict[str, Any] = {
        "plan": PLAN,
        "as_of": AS_OF,
        "files": files(),
        "findings": findings(),
        "tasks": states(),
        "sheets": [SheetRead(VISITS, tuple(Row(VISITS, row, {"person": Personal(PERSON)}) for row in range(7, 61)))],
        "missing": ("KT",),
        "version": "1",
    }
    return Outcome(**{**known, **facts})


#: As `check` counts them for the page.
KEY_FIGURES = {
    "visits": 54.0,
    "visits.10": 6.0,
    "people_received": 71.0,
    "people_received.10": 8.0,
    "petitions_received": 23.0,
    "petitions_received.10": 2.0,
    "petitions_competent": 19.0,
    "petitions_settled": 16.0,
    "dossiers_received": 2090.0,
    "dossiers_received.10": 212.0,
    "dossiers_online": 1060.0,
    "dossiers_online.10": 151.0,
    "dossiers_resolved": 2050.0,
    "dossiers_resolved.10": 205.0,
    "dossiers_on_time": 2031.0,
    "dossiers_on_time.10": 203.0,
    "dossiers_late": 19.0,
    "dossiers_late.10": 2.0,
}

# -- pages as text ---------------------------------------------------------------------


def flat(page: Page) -> Iterator[str]:
    """A page as lines: cells between bars, a link in brackets behind its cell."""
    for block in page.blocks:
        match block:
            case Paragraph():
                yield block.text
            case Gap():
                yield ""
            case Table():
                yield " | ".join(" / ".join(column.heading) for column in block.columns)
                for row in block.rows:
                    yield " | ".join(
                        f"{shown(spot.value)}{f' [{spot.link}]' if spot.link else ''}".replace("\n", " ⏎ ")
                        for spot in row
                    )
            case Chart():
                yield f"[{block.title}]"
                for number, category in enumerate(block.categories):
                    numbers = (f"{name} {shown(values[number])}" for name, values in block.series)
                    yield f"{category}: {', '.join(numbers)}"
    yield f"({page.foot})"


def text(pages: Iterable[Page]) -> str:
    return "\n".join(line for page in pages for line in (f"== {page.title}", *flat(page), ""))
