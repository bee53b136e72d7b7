"""Sổ tiếp công dân: every visit of citizens, who received them and what came of it."""

from __future__ import annotations

from danvan_xlsx.words.kinds import CODE, COUNT, DOCUMENT_NUMBER, FACT_DAY, LINE, NOTE, Option, choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

CHAIRMAN = Option("chairman", Text("Chủ tịch", "Chairman"), ("Chủ tịch UBND", "CT"))
DELEGATED = Option("delegated", Text("Ủy quyền", "Delegated"), ("Phó Chủ tịch", "PCT", "Phó Chủ tịch UBND"))
OFFICER = Option("officer", Text("Công chức", "Officer"), ("Công chức tiếp công dân",))
VISIT_RECEIVERS = (OFFICER, CHAIRMAN, DELEGATED)

REGULAR = Option("regular", Text("Thường xuyên", "Regular"), ("hằng ngày",))
SCHEDULED = Option("scheduled", Text("Định kỳ", "Scheduled"), ("theo lịch",))
UNSCHEDULED = Option("unscheduled", Text("Đột xuất", "Unscheduled"))
SESSIONS = (REGULAR, SCHEDULED, UNSCHEDULED)

COMPLAINT = Option("complaint", Text("Khiếu nại", "Complaint"), ("KN",))
DENUNCIATION = Option("denunciation", Text("Tố cáo", "Denunciation"), ("TC",))
PROPOSAL = Option("proposal", Text("Kiến nghị, phản ánh", "Proposal"), ("KNPA", "kiến nghị", "phản ánh"))
OTHER = Option("other", Text("Khác", "Other"))
MATTERS = (COMPLAINT, DENUNCIATION, PROPOSAL, OTHER)

FIRST = Option("first", Text("Lần đầu", "First time"), ("lần 1",))
REPEATED = Option("repeated", Text("Nhiều lần", "Repeated"), ("lần 2", "lần 3"))
TIMES = (FIRST, REPEATED)

ANSWERED = Option(
    "answered", Text("Giải thích, hướng dẫn tại chỗ", "Answered on the spot"), ("hướng dẫn", "giải thích")
)
ACCEPTED = Option("accepted", Text("Tiếp nhận để giải quyết", "Taken up"), ("thụ lý", "tiếp nhận"))
FORWARDED = Option("forwarded", Text("Chuyển cơ quan khác", "Forwarded"), ("chuyển đơn",))
DECLINED = Option("declined", Text("Từ chối tiếp", "Declined"), ("từ chối",))
OUTCOMES = (ANSWERED, ACCEPTED, FORWARDED, DECLINED)

RECEPTION = Sheet(
    "reception",
    Text("Sổ tiếp công dân", "Citizen reception"),
    (
        Column("day", Text("Ngày tiếp", "Day"), FACT_DAY, required=True, width=12, example="10/03/2022"),
        Column(
            "session",
            Text("Hình thức", "Session"),
            choice("session", *SESSIONS),
            required=True,
            width=12,
            example="Định kỳ",
            hint=Text(
                "Định kỳ, Đột xuất: buổi tiếp của Chủ tịch. Thường xuyên: công chức tiếp hằng ngày.",
                "Scheduled, unscheduled: the chairman's sessions; regular: the officer's.",
            ),
        ),
        Column(
            "receiver",
            Text("Người tiếp", "Received by"),
            choice("visit_receiver", *VISIT_RECEIVERS),
            required=True,
            width=10,
            example="Chủ tịch",
        ),
        Column(
            "person",
            Text("Họ tên – địa chỉ", "Person"),
            LINE,
            personal=True,
            width=20,
            example="Công dân 01 – thôn Minh Bình",
            hint=Text(
                "Đã ghi Mã đơn thì để trống. Người tố cáo: ghi “theo hồ sơ riêng”. Số giấy tờ chỉ ghi ở sổ giấy.",
                "Blank where the petition's code is given; a denouncer is never named. Identity papers stay on paper.",
            ),
        ),
        Column("people", Text("Số người", "People"), COUNT, required=True, width=8, example="6"),
        Column(
            "representatives",
            Text("Số đại diện", "Representatives"),
            COUNT,
            at_most="people",
            width=8,
            example="2",
            hint=Text("Chỉ ghi khi từ 5 người trở lên về cùng một việc.", "Only for five people or more."),
        ),
        Column(
            "content",
            Text("Nội dung", "Matter"),
            NOTE,
            personal=True,
            width=26,
            example="Đề nghị đo đạc lại ranh giới thửa đất",
            hint=Text("Ghi tóm tắt. Đã ghi Mã đơn thì để trống.", "In short; blank where the code is given."),
        ),
        Column("field", Text("Lĩnh vực", "Field"), choice("fields"), required=True, width=14, example="Đất đai"),
        Column(
            "matter",
            Text("Loại việc", "Kind of matter"),
            choice("visit_matter", *MATTERS),
            required=True,
            width=15,
            example="Kiến nghị, phản ánh",
        ),
        Column(
            "times",
            Text("Lần tiếp", "First or repeated"),
            choice("visit_times", *TIMES),
            required=True,
            width=10,
            example="Lần đầu",
        ),
        Column(
            "outcome",
            Text("Kết quả tiếp", "Outcome"),
            choice("visit_outcome", *OUTCOMES),
            required=True,
            width=18,
            example="Tiếp nhận để giải quyết",
        ),
        Column(
            "petition",
            Text("Mã đơn", "Petition"),
            CODE,
            refers="petitions.code",
            width=9,
            example="D-05",
            hint=Text("Có đơn kèm theo: ghi mã ở Sổ đơn thư.", "Where a petition was handed in: its code."),
        ),
        Column(
            "answered_on",
            Text("Ngày trả lời", "Answered on"),
            FACT_DAY,
            not_before="day",
            width=12,
            example="21/03/2022",
            hint=Text(
                "Ngày thông báo kết quả cho công dân; đã hướng dẫn, giải thích tại chỗ thì để trống.",
                "The day of the reply; blank where the answer was given on the spot.",
            ),
        ),
        Column(
            "answer_number",
            Text("Số văn bản trả lời", "Reply number"),
            DOCUMENT_NUMBER,
            width=12,
            example="21/UBND",
        ),
        Column(
            "handled_by",
            Text("Cơ quan đã giải quyết", "Handled before by"),
            LINE,
            width=20,
            detail=True,
            hint=Text("Cơ quan đã giải quyết việc này trước đây, nếu có.", "Who dealt with it before, if anyone."),
        ),
        Column(
            "explanation",
            Text("Giải trình", "Explanation"),
            NOTE,
            width=20,
            hint=Text(
                "Nếu làm muộn hoặc khác quy định: giữ nguyên ngày đã ghi, nêu lý do ở đây.",
                "Where the work was late: leave the day as it is and say why.",
            ),
        ),
    ),
    about=Text(
        "Mỗi lượt tiếp một dòng. Có đơn thì ghi Mã đơn, không ghi lại họ tên và nội dung.",
        "A visit a line. With a petition, its code stands for person and matter.",
    ),
    closes="quarter",
)
