"""Lịch tiếp công dân: the chairman's reception, session by session, as scheduled and as held."""

from __future__ import annotations

from danvan_xlsx.words.kinds import COUNT, DOCUMENT_NUMBER, DUE_DAY, FACT_DAY, NOTE, Option, choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

CHAIRMAN = Option("chairman", Text("Chủ tịch", "Chairman"), ("Chủ tịch UBND", "CT"))
DELEGATED = Option("delegated", Text("Ủy quyền", "Delegated"), ("Phó Chủ tịch", "PCT", "Phó Chủ tịch UBND"))
POSTPONED = Option("postponed", Text("Hoãn", "Postponed"), ("hoãn tiếp",))
HOLIDAY = Option("holiday", Text("Nghỉ lễ, Tết", "Public holiday"), ("nghỉ", "nghỉ lễ", "nghỉ Tết"))
RECEIVERS = (CHAIRMAN, DELEGATED, POSTPONED, HOLIDAY)

SCHEDULE = Sheet(
    "schedule",
    Text("Lịch tiếp công dân", "Schedule of reception"),
    (
        Column("week", Text("Tuần", "Week"), COUNT, required=True, width=6, example="10"),
        Column("day", Text("Ngày theo lịch", "Scheduled day"), DUE_DAY, required=True, width=12, example="10/03/2022"),
        Column(
            "receiver",
            Text("Người tiếp", "Received by"),
            choice("session_receiver", *RECEIVERS),
            width=13,
            example="Chủ tịch",
            hint=Text(
                "Chọn sau mỗi kỳ tiếp. Kỳ chưa đến thì để trống.",
                "Chosen after each session; sessions to come stay blank.",
            ),
        ),
        Column(
            "held_on",
            Text("Ngày tiếp thực tế", "Held on"),
            FACT_DAY,
            width=12,
            example="11/03/2022",
            hint=Text("Chỉ ghi khi khác ngày theo lịch.", "Only where it differs from the schedule."),
        ),
        Column(
            "posted_on",
            Text("Ngày công bố lịch", "Posted on"),
            FACT_DAY,
            # The schedule of January is posted in December.
            window=False,
            width=12,
            example="25/02/2022",
            hint=Text("Ngày niêm yết, thông báo lịch có kỳ tiếp này.", "The day this session was announced."),
        ),
        Column("notice_on", Text("Ngày báo hoãn", "Postponed on"), FACT_DAY, width=12, example="08/03/2022"),
        Column(
            "reason",
            Text("Lý do", "Reason"),
            NOTE,
            required_when=("receiver", ("postponed",)),
            width=30,
            example="Họp Ban Chỉ đạo phòng, chống thiên tai huyện",
            hint=Text("Lý do hoãn hoặc ủy quyền.", "Why it was postponed or delegated."),
        ),
        Column(
            "conclusion",
            Text("Số thông báo kết luận", "Conclusion number"),
            DOCUMENT_NUMBER,
            width=14,
            example="15/TB-UBND",
        ),
        Column(
            "explanation",
            Text("Giải trình", "Explanation"),
            NOTE,
            width=26,
            hint=Text(
                "Nếu làm muộn hoặc khác quy định: giữ nguyên ngày đã ghi, nêu lý do ở đây.",
                "Where the work was late: leave the day as it is and say why.",
            ),
        ),
    ),
    about=Text(
        "Tuần và ngày đã ghi sẵn theo lịch. Sau mỗi kỳ chọn Người tiếp; các cột khác chỉ ghi khi có thay đổi.",
        "Weeks and days are ready. After each session choose who received; the rest only where something changed.",
    ),
    closes="quarter",
    key=("week", "day"),
)
