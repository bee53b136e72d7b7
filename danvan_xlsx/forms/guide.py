"""*Hướng dẫn*: one A4 in each workbook that says what each sheet is for, what the statuses mean, when to send."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from danvan_xlsx.plan.plan import Period, Plan
from danvan_xlsx.plan.settings import CLOSING_KEY
from danvan_xlsx.report.unit_summary import TITLE as OVERVIEW_TITLE
from danvan_xlsx.words.frame import GOOD, LOOK_AGAIN, NOTED, STATUS, TO_MEND
from danvan_xlsx.words.layout import Sheet
from danvan_xlsx.words.page import Block, Gap, Page, Paragraph, Role, Spot, Table, TableColumn
from danvan_xlsx.words.text import Text

GUIDE_TITLE = Text("Hướng dẫn", "How to fill")
_WIDTHS = (24, 63)

_HEADING = Text("HƯỚNG DẪN GHI SỔ", "HOW TO FILL THE REGISTERS")
_SHEETS = Text("1. Mỗi trang dùng để làm gì (bấm vào tên để mở trang)", "1. What each sheet is for (click to open it)")
_SHEET_HEADS = (Text("Trang", "Sheet"), Text("Cách ghi", "How to fill"))
_OVERVIEW = Text(
    "Kết quả lần kiểm tra gần nhất: ô cần sửa và tình hình nhiệm vụ. Chương trình tự ghi, đơn vị chỉ xem.",
    "The result of the last check. Written by the program, only to be read.",
)
_STATUSES = Text("2. Cột Tình trạng cho biết gì", "2. What the column of statuses says")
_STATUS_HEADS = (STATUS.label, Text("Ý nghĩa", "Meaning"))
_MEANINGS: tuple[tuple[Text, Role, Text], ...] = (
    (
        TO_MEND,
        "bad",
        Text(
            "Có ô chưa đọc được, còn thiếu hoặc chưa khớp. Đề nghị xem cột Ghi chú của hệ thống rồi sửa ô đó.",
            "A cell cannot be read, is missing or contradicts another: see the note and mend it.",
        ),
    ),
    (
        LOOK_AGAIN,
        "warn",
        Text(
            "Đề nghị đối chiếu hồ sơ. Nếu ngày, số đã ghi đúng thì giữ nguyên và nêu lý do ở cột Giải trình.",
            "Compare with the file. What is right stays; say why in the column of explanations.",
        ),
    ),
    (NOTED, "note", Text("Để biết; chưa cần sửa.", "For information; nothing to mend.")),
    (GOOD, "good", Text("Dòng đã ghi đủ và khớp.", "The row is complete and in order.")),
)
_RULES = Text("3. Năm điều cần nhớ", "3. Five things to remember")
_FIVE = (
    Text(
        "Giữ nguyên tên cột và dòng mã chữ nhỏ phía trên tên cột (dòng 5); có thể thêm cột riêng ở bên phải.",
        "Leave headings and the small codes in row 5; columns of your own may be added on the right.",
    ),
    Text(
        "Ngày ghi đủ ngày/tháng/năm, năm bốn chữ số, ví dụ 05/03/2022. Không sửa ngày cho đúng hạn.",
        "Days in full with four digits of the year. Never change a day to be in time.",
    ),
    Text(
        "Cột số chỉ ghi số, không kèm chữ: ghi 12, không ghi “12 người”; tiền ghi đủ số đồng.",
        "Numbers without words; money in whole đồng.",
    ),
    Text(
        "Mỗi việc một dòng, mỗi ô một nội dung; không gộp ô. Ô có danh sách thì chọn trong danh sách.",
        "One matter a row, one thing a cell, no merged cells; pick from the list where there is one.",
    ),
    Text(
        "Đơn tố cáo: không ghi tên, địa chỉ người tố cáo; ghi “theo hồ sơ riêng”.",
        "Denunciations: no name or address of the denouncer.",
    ),
)
_SENDING = Text("4. Chốt và gửi tệp", "4. Closing and sending")
_CLOSE = Text(
    "Hết mỗi kỳ, chậm nhất sau {days} ngày, ghi trang Chốt số liệu: không có việc phát sinh thì chọn "
    "“Không phát sinh” (được tính là đã hoàn thành), rồi gửi chính tệp này cho người phụ trách tổng hợp "
    "của UBND, không gửi ảnh chụp.",
    "Within {days} days after each period fill the sheet of closings, then send this file itself, no picture of it, "
    "to whoever collects at the People's Committee.",
)
_REPORT = Text(
    "– {name}: số liệu từ {since} đến {until}; báo cáo gửi chậm nhất {last_day}.",
    "– {name}: data from {since} to {until}; the report leaves on {last_day} at the latest.",
)


def guide_page(plan: Plan, sheets: Sequence[Sheet], owner: Text, day: date) -> Page:
    """What stands in it follows from the sheets' own words and from the plan's periods."""
    days = plan.value(CLOSING_KEY, day) or 0
    return Page(
        GUIDE_TITLE.vi,
        _WIDTHS,
        (
            Paragraph(_HEADING.vi, "title"),
            Paragraph(owner.vi, "owner"),
            Gap(6),
            Paragraph(_SHEETS.vi, "section"),
            _sheet_table(sheets),
            Gap(6),
            Paragraph(_STATUSES.vi, "section"),
            _status_table(),
            Gap(6),
            Paragraph(_RULES.vi, "section"),
            *_five(),
            Gap(6),
            Paragraph(_SENDING.vi, "section"),
            Paragraph(_CLOSE.say("vi", {"days": days})),
            *_reports(plan.periods.values()),
        ),
        one_page=True,
    )


def _sheet_table(sheets: Sequence[Sheet]) -> Table:
    rows = [(OVERVIEW_TITLE.vi, _OVERVIEW.vi), *((sheet.title.vi, sheet.about.vi) for sheet in sheets)]
    return Table(
        tuple(TableColumn((head.vi,)) for head in _SHEET_HEADS),
        tuple((Spot(title, "link", f"#'{title}'!A1"), Spot(about)) for title, about in rows),
    )


def _status_table() -> Table:
    return Table(
        tuple(TableColumn((head.vi,)) for head in _STATUS_HEADS),
        tuple((Spot(status.vi, role), Spot(meaning.vi)) for status, role, meaning in _MEANINGS),
    )


def _five() -> Iterable[Block]:
    for number, one in enumerate(_FIVE, 1):
        yield Paragraph(f"{number}) {one.vi}")


def _reports(periods: Iterable[Period]) -> Iterable[Block]:
    for one in periods:
        if one.task is not None:
            values = {"name": one.name, "since": one.since, "until": one.until, "last_day": one.last_day}
            yield Paragraph(_REPORT.say("vi", values))
