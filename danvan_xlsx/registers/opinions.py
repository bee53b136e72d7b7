"""Ý kiến, kiến nghị: what people raised in dialogues, meetings and elsewhere, and whether they were answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from danvan_xlsx.words.kinds import CODE, DOCUMENT_NUMBER, DUE_DAY, FACT_DAY, NOTE, Option, choice
from danvan_xlsx.words.layout import Column, Row, Sheet
from danvan_xlsx.words.rules import Figure, measure
from danvan_xlsx.words.text import Text

PLACE = 30

DIALOGUE = Option("dialogue", Text("Đối thoại", "Dialogue"), ("hội nghị đối thoại",))
VILLAGE_MEETING = Option("village_meeting", Text("Họp thôn", "Village meeting"), ("hội nghị thôn",))
INSPECTORATE = Option("inspectorate", Text("Ban Thanh tra nhân dân", "People's inspectorate"), ("TTND", "Ban TTND"))
BOARD = Option(
    "board",
    Text("Ban Giám sát đầu tư của cộng đồng", "Community investment supervision"),
    ("GSĐTCĐ", "Ban GSĐTCĐ"),
)
VOTERS = Option("voters", Text("Tiếp xúc cử tri", "Meeting with voters"), ("cử tri",))
BOX = Option("box", Text("Hòm thư, đường dây nóng", "Letter box, hotline"), ("hòm thư", "hòm thư góp ý"))
OTHER = Option("other", Text("Khác", "Other"))
SOURCES = (DIALOGUE, VILLAGE_MEETING, INSPECTORATE, BOARD, VOTERS, BOX, OTHER)

ON_THE_SPOT = Option("on_the_spot", Text("Trả lời tại chỗ", "On the spot"), ("tại chỗ",))
LATER = Option("later", Text("Trả lời sau", "Later"), ("bằng văn bản", "trả lời bằng văn bản"))
WAYS = (ON_THE_SPOT, LATER)

OPINIONS = Sheet(
    "opinions",
    Text("Ý kiến, kiến nghị", "Opinions and proposals"),
    (
        Column("raised_on", Text("Ngày nêu", "Raised on"), FACT_DAY, required=True, width=12, example="27/05/2022"),
        Column(
            "source",
            Text("Nguồn", "Source"),
            choice("opinion_source", *SOURCES),
            required=True,
            width=18,
            example="Đối thoại",
        ),
        Column(
            "dialogue",
            Text("Mã buổi đối thoại", "Dialogue"),
            CODE,
            required_when=("source", ("dialogue",)),
            refers="dialogues.code",
            width=10,
            example="DT-01",
            hint=Text("Mã ở sổ Đối thoại (tệp Văn hóa – Xã hội).", "Its code in the register of dialogues."),
        ),
        Column("village", Text("Thôn", "Village"), choice("villages"), width=12, example="Minh Bình"),
        Column(
            "content",
            Text("Nội dung", "What was raised"),
            NOTE,
            required=True,
            width=32,
            example="Đề nghị tu sửa mương nội đồng",
            hint=Text("Ghi tóm tắt, không ghi tên người nêu.", "In short; without the name of who raised it."),
        ),
        Column("field", Text("Lĩnh vực", "Field"), choice("fields"), width=14, example="Đất đai"),
        Column(
            "way",
            Text("Cách trả lời", "How answered"),
            choice("opinion_way", *WAYS),
            required=True,
            width=15,
            example="Trả lời sau",
        ),
        Column(
            "handler",
            Text("Đơn vị xử lý", "Handled by"),
            choice("units"),
            required_when=("way", ("later",)),
            width=18,
            example="Địa chính – Xây dựng",
        ),
        Column(
            "due",
            Text("Hạn trả lời", "Due on"),
            DUE_DAY,
            required_when=("way", ("later",)),
            not_before="raised_on",
            width=12,
            example="15/06/2022",
        ),
        Column(
            "answered_on",
            Text("Ngày trả lời", "Answered on"),
            FACT_DAY,
            not_before="raised_on",
            width=12,
            example="10/06/2022",
            hint=Text("Đã trả lời tại chỗ thì để trống.", "Blank where the answer was given on the spot."),
        ),
        Column(
            "answer",
            Text("Số văn bản trả lời", "Reply number"),
            DOCUMENT_NUMBER,
            width=14,
            example="45/UBND-ĐC",
            hint=Text("Trả lời bằng lời thì để trống.", "Blank where the answer was spoken."),
        ),
        Column(
            "explanation",
            Text("Giải trình", "Explanation"),
            NOTE,
            width=20,
            hint=Text(
                "Nếu trả lời muộn: giữ nguyên ngày đã ghi, nêu lý do ở đây.",
                "Where the answer was late: leave the day as it is and say why.",
            ),
        ),
    ),
    about=Text(
        "Mỗi ý kiến một dòng. Trả lời sau thì ghi đơn vị xử lý, hạn; khi đã trả lời ghi thêm ngày, số văn bản.",
        "An opinion a line. To be answered later: by whom and when; the day and number once answered.",
    ),
    closes="quarter",
)


def _answered(row: Row) -> bool:
    return row.get("way") == ON_THE_SPOT or "answered_on" in row.values


def _late(row: Row, as_of: date) -> bool:
    return bool(row.get("answered_on", as_of) > row["due"])


@measure(
    "opinions_raised",
    OPINIONS,
    on="raised_on",
    unit=Text("ý kiến", "opinions"),
    label=Text("Ý kiến, kiến nghị đã nêu", "Opinions raised"),
)
def opinions_raised(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        yield Figure(row, "raised_on", 1)


@measure(
    "opinions_answered",
    OPINIONS,
    on="raised_on",
    needs=("way", "answered_on"),
    unit=Text("ý kiến", "opinions"),
    label=Text("Ý kiến, kiến nghị đã được trả lời", "Opinions answered"),
)
def opinions_answered(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if _answered(row):
            yield Figure(row, "answered_on" if "answered_on" in row.values else "way", 1)


@measure(
    "opinions_due",
    OPINIONS,
    on="due",
    needs=("way", "answered_on"),
    unit=Text("ý kiến", "opinions"),
    label=Text("Ý kiến, kiến nghị đã đến hạn trả lời", "Opinions whose answer is due"),
)
def opinions_due(rows: Iterable[Row], as_of: date) -> Iterator[Figure]:
    """Answered before its day, or its day is past."""
    for row in rows:
        if row["due"] < as_of or _answered(row):
            yield Figure(row, "due", 1)


@measure(
    "opinions_answered_in_time",
    OPINIONS,
    on="due",
    needs=("way", "answered_on"),
    unit=Text("ý kiến", "opinions"),
    label=Text("Ý kiến, kiến nghị được trả lời đúng hạn", "Opinions answered in time"),
)
def opinions_answered_in_time(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if _answered(row) and not _late(row, row["due"]):
            yield Figure(row, "answered_on" if "answered_on" in row.values else "way", 1)


@measure(
    "opinions_overdue",
    OPINIONS,
    on="due",
    needs=("way", "answered_on"),
    unit=Text("ý kiến", "opinions"),
    label=Text("Ý kiến, kiến nghị quá hạn chưa trả lời", "Opinions past their day without an answer"),
)
def opinions_overdue(rows: Iterable[Row], as_of: date) -> Iterator[Figure]:
    for row in rows:
        if not _answered(row) and _late(row, as_of):
            yield Figure(row, "due", 1)
