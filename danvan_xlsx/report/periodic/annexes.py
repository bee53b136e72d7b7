"""The annexes of a periodic report, as Nghị định 30/2020/NĐ-CP wants them: what goes up in the workbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from danvan_xlsx.plan.status import IndicatorState, TaskState
from danvan_xlsx.report.periodic.figures import FieldLine, Periodic, ReportFigure, binds
from danvan_xlsx.report.wording import indicator_line, reference_line
from danvan_xlsx.words.page import Block, Chart, Gap, Page, Paragraph, Role, Spot, Table, TableColumn
from danvan_xlsx.words.text import Text, shown

DRAFT = Text("BẢN NHÁP", "DRAFT")
#: Behind the printed columns of every annex, hidden: the machine codes of its rows.
_CODE = TableColumn(("Mã",))
#: Of a share also what was divided by what, since shares of several communes cannot be added up.
_PARTS = (TableColumn(("Tử số",)), TableColumn(("Mẫu số",)))
_HIDDEN_WIDTH = 9.0


def annexes(report: Periodic) -> list[Page]:
    """Its pages; one for which there are no figures is left out, and the others keep their order."""
    made = (
        (_indicators_title(report), _indicators(report)),
        ("TÌNH HÌNH THỰC HIỆN NHIỆM VỤ CỦA KẾ HOẠCH", _tasks(report)),
        ("SỐ LIỆU TIẾP CÔNG DÂN, ĐƠN THƯ", _people(report)),
        ("KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH", _form(report)),
        ("HỒ SƠ NỘP TRỰC TUYẾN THEO THÁNG", _months(report)),
    )
    present = [(title, body) for title, body in made if body is not None]
    return [
        _page(report, number, title, widths, tuple(blocks), landscape=landscape)
        for number, (title, (widths, landscape, blocks)) in enumerate(present, 1)
    ]


#: Widths of the grid, landscape or not, blocks.
_Body = tuple[tuple[float, ...], bool, Sequence[Block]]
_ROMAN = ("I", "II", "III", "IV", "V")


def _page(
    report: Periodic, number: int, title: str, widths: tuple[float, ...], blocks: tuple[Block, ...], *, landscape: bool
) -> Page:
    name = f"Phụ lục {_ROMAN[number - 1]}"
    head: tuple[Block, ...] = (
        Paragraph(name, "annex"),
        Paragraph(title, "title"),
        Paragraph(attached_to(report), "attached"),
        Gap(10),
    )
    mark = DRAFT.vi if report.draft else ""
    hidden = max(len(one.columns) for one in blocks if isinstance(one, Table)) - len(widths)
    grid = (*widths, *[_HIDDEN_WIDTH] * hidden)
    return Page(name, grid, (*head, *blocks), landscape=landscape, mark=mark, hidden=hidden)


def attached_to(report: Periodic) -> str:
    """`(Kèm theo Báo cáo số 45/BC-UBND ngày 27 tháng 5 năm 2022 của …)`; number and day stay free until given."""
    plan = report.outcome.plan
    kind = plan.setting("commune_kind", report.period.until)
    number = report.number or "      /BC-UBND"
    day = day_in_words(report.signed_on) if report.signed_on else f"ngày     tháng     năm {plan.year}"
    return f"(Kèm theo Báo cáo số {number} {day} của Ủy ban nhân dân {kind} {plan.commune_name})"


def day_in_words(day: date) -> str:
    """`ngày 05 tháng 01 năm 2022`: days under 10 and the months 1 and 2 take a zero (Nghị định 30/2020/NĐ-CP)."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def _columns(*headings: str | tuple[str, ...]) -> tuple[TableColumn, ...]:
    paths = (one if isinstance(one, tuple) else (one,) for one in headings)
    return (*(TableColumn(path) for path in paths), _CODE)


def _amount(value: float | None, *, share: bool = False) -> Spot:
    """A figure: a count without decimals, a share with one; a dash where there is nothing to say."""
    if value is None:
        return Spot("–", "center")
    return Spot(round(value, 1), "share") if share or value != round(value) else Spot(round(value), "number")


# -- Phụ lục I: indicators ---------------------------------------------------------------


def _indicators_title(report: Periodic) -> str:
    return f"KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU ({shown(report.period.since)} – {shown(report.period.until)})"


def _indicators(report: Periodic) -> _Body | None:
    if not any(section.figures for section in report.sections):
        return None
    yearly = report.yearly
    headings = ["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "Tỷ lệ %", "Cùng kỳ", "So sánh"]
    codes = ["", "label", "unit", "planned", "actual", "percent", "before", "change"]
    widths = [5.0, 62.0, 11.0, 12.0, 11.0, 10.0, 11.0, 11.0]
    if yearly:
        headings.insert(5, "Ước cả năm")
        codes.insert(5, "estimate")
        widths.insert(5, 10.0)
    rows: list[tuple[Spot, ...]] = []
    number = 0
    for section in report.sections:
        if section.figures:
            rows.append((*_section_row(section.name, len(headings)), Spot(""), Spot("")))
        for one in section.figures:
            number += 1
            rows.append(_indicator_row(number, one, yearly=yearly))
    columns = (*_columns(*headings), *_PARTS)
    table = Table(columns, tuple(rows), repeated=True, codes=(*codes, "code", "part", "whole"))
    return tuple(widths), True, (table,)


def _section_row(name: str, width: int) -> tuple[Spot, ...]:
    return (Spot("", "section"), Spot(name, "section"), *(Spot("", "section") for _ in range(width - 2)), Spot(""))


def _indicator_row(number: int, one: ReportFigure, *, yearly: bool) -> tuple[Spot, ...]:
    estimate = (_amount(one.estimate, share=one.share),) if yearly else ()
    return (
        Spot(number, "center"),
        Spot(one.label),
        Spot(one.unit, "center"),
        Spot(one.planned, "center"),
        _amount(one.actual, share=one.share),
        *estimate,
        _amount(one.percent, share=True),
        _amount(one.before, share=one.share),
        _amount(one.change, share=one.share),
        Spot(one.code, "code"),
        *_divided(one),
    )


def _divided(one: ReportFigure) -> tuple[Spot, Spot]:
    if not one.share:
        return Spot("", "code"), Spot("", "code")
    part, whole = (sum(figure.amount for figure in figures) for figures in one.parts)
    return Spot(part, "code"), Spot(whole, "code")


# -- Phụ lục II: tasks ---------------------------------------------------------------------


def _tasks(report: Periodic) -> _Body | None:
    if not report.sections:
        return None
    rows: list[tuple[Spot, ...]] = []
    number = 0
    for section in report.sections:
        rows.append(_section_row(section.name, 6))
        for state in section.tasks:
            number += 1
            rows.append(_task_row(number, state, report))
    columns = _columns("TT", "Nhiệm vụ", "Chủ trì", "Hạn", "Tình trạng", "Kết quả")
    table = Table(
        columns, tuple(rows), repeated=True, codes=("", "title", "lead", "deadline", "status", "result", "code")
    )
    return (5.0, 44.0, 21.0, 13.0, 17.0, 56.0), True, (table,)


def _task_row(number: int, state: TaskState, report: Periodic) -> tuple[Spot, ...]:
    task = state.task
    deadline = Spot(state.last_day, "day") if state.last_day else Spot(task.frequency.label.vi, "center")
    return (
        Spot(number, "center"),
        Spot(task.title),
        Spot(report.outcome.plan.unit_name(task.lead)),
        deadline,
        Spot(state.status.label.vi, "center"),
        Spot("\n".join(_result(one, report) for one in state.indicators) or task.product),
        Spot(task.code, "code"),
    )


def _result(state: IndicatorState, report: Periodic) -> str:
    return indicator_line(state, upward=True) if binds(report.outcome, state.indicator) else reference_line(state)


# -- Phụ lục III: reception and petitions ---------------------------------------------------


def _people(report: Periodic) -> _Body | None:
    if not report.people:
        return None
    columns = _columns("TT", "Nội dung", "ĐVT", "Thực hiện", "Cùng kỳ", "So sánh")
    rows = tuple(
        (
            Spot(number, "center"),
            Spot(one.label),
            Spot(one.unit, "center"),
            _amount(one.actual),
            _amount(one.before),
            _amount(one.change),
            Spot(one.code, "code"),
        )
        for number, one in enumerate(report.people, 1)
    )
    table = Table(columns, rows, repeated=True, codes=("", "label", "unit", "actual", "before", "change", "code"))
    return (6.0, 46.0, 10.0, 12.0, 10.0, 10.0), False, (table,)


# -- Phụ lục IV: one-stop results ------------------------------------------------------------

_FORM = (
    ("STT",),
    ("Lĩnh vực giải quyết",),
    ("Số hồ sơ tiếp nhận", "Tổng số"),
    ("Số hồ sơ tiếp nhận", "Trong kỳ", "Trực tuyến"),
    ("Số hồ sơ tiếp nhận", "Trong kỳ", "Trực tiếp, dịch vụ bưu chính"),
    ("Số hồ sơ tiếp nhận", "Từ kỳ trước"),
    ("Số hồ sơ đã giải quyết", "Tổng số"),
    ("Số hồ sơ đã giải quyết", "Trước hạn"),
    ("Số hồ sơ đã giải quyết", "Đúng hạn"),
    ("Số hồ sơ đã giải quyết", "Quá hạn"),
    ("Số hồ sơ đang giải quyết", "Tổng số"),
    ("Số hồ sơ đang giải quyết", "Trong hạn"),
    ("Số hồ sơ đang giải quyết", "Quá hạn"),
)
_FORMULAS = {3: "(3)=\n(4)+(5)+(6)", 7: "(7)=\n(8)+(9)+(10)", 11: "(11)=\n(12)+(13)"}
_FORM_WIDTHS = (6.0, 30.0, 9.0, 9.0, 11.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0)


def _form(report: Periodic) -> _Body | None:
    if not report.fields:
        return None
    number = Paragraph("(Biểu số II.06a/VPCP/KSTT; đơn vị tính: hồ sơ)", "attached")
    return _FORM_WIDTHS, True, (number, Gap(6), _form_table(report.fields))


def _form_table(lines: Sequence[FieldLine]) -> Table:
    printed = tuple(Spot(_FORMULAS.get(number, f"({number})"), "printed") for number in range(1, 14))
    rows = [(*printed, Spot(""))]
    for number, line in enumerate(lines, 1):
        total = line is lines[-1]
        role: Role = "total" if total else "number"
        rows.append(
            (
                Spot("" if total else number, "center"),
                Spot(line.label, "section" if total else "text"),
                *(Spot(round(line.columns[one].actual or 0), role) for one in range(3, 14)),
                Spot(f"II.06a/{line.label}", "code"),
            )
        )
    codes = ("", "field", *(str(number) for number in range(3, 14)), "code")
    return Table(_columns(*_FORM), tuple(rows), repeated=True, codes=codes)


# -- Phụ lục V: filed online, month by month ---------------------------------------------------


def _months(report: Periodic) -> _Body | None:
    if not report.months:
        return None
    names = tuple(one.label for one in report.months)
    shares = tuple(round(one.share.actual or 0, 1) for one in report.months)
    height = 70 + 24 * len(names)
    chart = Chart("Tỷ lệ hồ sơ nộp trực tuyến (%)", names, (("Nộp trực tuyến", shares),), height=height)
    return (6.0, 22.0, 22.0, 22.0, 22.0), False, (_months_table(report), Gap(12), chart)


def _months_table(report: Periodic) -> Table:
    columns = _columns("TT", "Tháng", "Hồ sơ tiếp nhận", "Trong đó: nộp trực tuyến", "Tỷ lệ nộp trực tuyến (%)")
    rows = tuple(
        (
            Spot(number, "center"),
            Spot(one.label),
            _amount(one.received.actual),
            _amount(one.online.actual),
            _amount(one.share.actual, share=True),
            Spot(one.received.code.rsplit("/", 1)[0], "code"),
        )
        for number, one in enumerate(report.months, 1)
    )
    return Table(columns, rows, codes=("", "month", "received", "online", "share", "code"))
