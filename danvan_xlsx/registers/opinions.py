"""Ý kiến, kiến nghị: what people raised in dialogues, meetings and elsewhere, and whether they were answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from danvan_xlsx.words.kinds import CODE, DOCUMENT_NUMBER, DUE_DAY, FACT_DAY, Option, choice
from danvan_xlsx.words.kinds import NOTE as NOTE_KIND
from danvan_xlsx.words.law import Law, Limit
from danvan_xlsx.words.layout import Column, Row, Sheet
from danvan_xlsx.words.rules import (
    CONDUCT,
    DATA,
    KEEP_THE_DAY,
    NOTE,
    WARNING,
    Figure,
    Register,
    having,
    key,
    measure,
    rule,
    sheet_rule,
)
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
            NOTE_KIND,
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
            NOTE_KIND,
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


#: Whose recommendations the law has answered in a number of days, and by which figure.
_ANSWER_DAYS = {INSPECTORATE.code: "people_inspection.answer", BOARD.code: "investment_board.answer"}


def _answer_limit(source: Option, raised_on: date, law: Law) -> Limit | None:
    """The days that the law gives for the answer; None where it gives none."""
    return {code: law.get(figure, raised_on) for code, figure in _ANSWER_DAYS.items()}.get(source.code)


@rule(
    "DT20",
    OPINIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "Ý kiến nêu ngày {raised_on} ({source}) có hạn trả lời {due}; đã quá hạn {late} ngày.",
        "The opinion of {raised_on} ({source}) was to be answered by {due}; it is {late} days late.",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Ý kiến đã hẹn trả lời thì được trả lời đúng hạn và theo dõi đến khi xong.",
        "An answer promised for a day is given by that day and followed until it is.",
    ),
    wrong="raised_on 28/10/2022 | source Đối thoại | way Trả lời sau | due 10/11/2022",
    right="raised_on 28/10/2022 | source Đối thoại | way Trả lời sau | due 14/11/2022",
    limits=tuple(_ANSWER_DAYS.values()),
)
def answered_after_its_day(
    *,
    answered_on: date | None = None,
    raised_on: date,
    source: Option,
    way: Option,
    due: date,
    law: Law,
    as_of: date,
) -> object:
    """Kế hoạch công tác dân vận chính quyền năm 2022, mục II.3."""
    end = answered_on or as_of
    if way != LATER or due < raised_on or end <= due:
        return None
    limit = _answer_limit(source, raised_on, law)
    # Past the days of the law it is told so, once.
    told = limit is not None and limit.late(raised_on, end) > 0
    return not told and {"late": (end - due).days}


@rule(
    "GS05",
    OPINIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "Kiến nghị ngày {raised_on} của {who}: {taken} ngày đến khi trả lời hoặc đến ngày kiểm tra, thời hạn {limit} "
        "({source}).",
        "Recommendation of {raised_on} ({who}): {taken} days to the answer or the day of the check, limit {limit} "
        "({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Kiến nghị của các ban giám sát của Nhân dân được UBND xem xét, trả lời trong thời hạn.",
        "What the people's own supervisors recommend is looked into and answered in time.",
    ),
    wrong="raised_on 16/06/2022 | source Ban TTND | way Trả lời sau | answered_on 08/07/2022",
    right="raised_on 16/06/2022 | source Ban TTND | way Trả lời sau | answered_on 01/07/2022",
    limits=tuple(_ANSWER_DAYS.values()),
)
def recommendation_answered_late(
    *, answered_on: date | None = None, raised_on: date, source: Option, way: Option, law: Law, as_of: date
) -> object:
    """Luật Thanh tra 2010, NĐ 159/2016/NĐ-CP; từ 01/7/2023 Luật 10/2022/QH15, Điều 40, Điều 45."""
    limit = _answer_limit(source, raised_on, law)
    if limit is None or way != LATER or raised_on > as_of:
        return None
    found = limit.breach(raised_on, answered_on or as_of)
    return found and {**found, "who": source}


@rule(
    "GS20",
    OPINIONS,
    CONDUCT,
    NOTE,
    message=Text(
        "Kiến nghị ngày {raised_on} của {who} hẹn trả lời {due}, sau ngày {last}, ngày cuối của thời hạn {limit} "
        "({source}).",
        "The recommendation of {raised_on} ({who}) is to be answered by {due}, after {last}, the last day of {limit} "
        "({source}).",
    ),
    remedy=Text(
        "Đề nghị trả lời trong thời hạn của luật; hạn đã ghi thì giữ nguyên.",
        "Please answer within the days of the law; leave the day as it is.",
    ),
    reason=Text(
        "Nhắc trước khi hết hạn thì còn kịp trả lời.",
        "Told before the last day, it can still be answered in time.",
    ),
    wrong="raised_on 03/11/2022 | source Ban TTND | way Trả lời sau | due 19/11/2022",
    right="raised_on 03/11/2022 | source Ban TTND | way Trả lời sau | due 18/11/2022",
    limits=tuple(_ANSWER_DAYS.values()),
)
def promised_too_late(
    *,
    due: date,
    raised_on: date,
    source: Option,
    way: Option,
    law: Law,
    as_of: date,
    answered_on: date | None = None,
) -> object:
    """Luật Thanh tra 2010, NĐ 159/2016/NĐ-CP; từ 01/7/2023 Luật 10/2022/QH15, Điều 40, Điều 45."""
    limit = _answer_limit(source, raised_on, law)
    if limit is None or way != LATER or answered_on is not None or raised_on > as_of:
        return None
    last = limit.last_day(raised_on)
    # Once the last day is past the answer itself is late, and told so.
    return as_of <= last < due and {"limit": limit, "last": last, "who": source, "source": limit.source}


@sheet_rule(
    "DT41",
    OPINIONS,
    DATA,
    WARNING,
    message=Text(
        "Ý kiến của buổi {dialogue} ghi ngày nêu {raised_on}; buổi đối thoại diễn ra ngày {held}.",
        "The opinion of dialogue {dialogue} is of {raised_on}; the dialogue was held on {held}.",
    ),
    remedy=Text(
        "Đề nghị kiểm tra mã buổi, ngày nêu ở sổ này và ngày đối thoại ở sổ Đối thoại.",
        "Please check the code and the day here, and the day in the register of dialogues.",
    ),
    reason=Text(
        "Ngày khác nhau thường do ghi nhầm mã buổi, làm ý kiến tính vào buổi khác.",
        "Where the days differ mostly the code is a slip, and the opinion counts for another dialogue.",
    ),
    wrong="""
        raised_on 28/05/2022 | dialogue DTH-01
        dialogues: code DTH-01 | day 27/05/2022
        """,
    right="""
        raised_on 27/05/2022 | dialogue DTH-01
        dialogues: code DTH-01 | day 27/05/2022
        """,
)
def raised_on_another_day(
    *, rows: Iterable[Row], dialogues: Register
) -> Iterator[tuple[Row | None, str, dict[str, Any]]]:
    """Cách ghi sổ của chương trình."""
    held = {code: row["day"] for code, row in dialogues.by("code").items() if "day" in row.values}
    for row in having(rows, "raised_on", "dialogue"):
        day = held.get(key(row["dialogue"]), row["raised_on"])
        if day != row["raised_on"]:
            yield row, "raised_on", {"dialogue": row["dialogue"], "raised_on": row["raised_on"], "held": day}
