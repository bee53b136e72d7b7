"""The sheet of study and training: conferences, classes and new law texts, a line for each audience or text."""

from __future__ import annotations

from danvan_xlsx.words.kinds import CODE, COUNT, DOCUMENT_NUMBER, FACT_DAY, LINE, NOTE, Option, choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

STUDY = Option("study", Text("Quán triệt", "Study of documents"), ("học tập, quán triệt", "triển khai"))
NEW_TEXT = Option("new_text", Text("Văn bản mới", "New law text"), ("phổ biến văn bản mới", "văn bản QPPL mới"))
TRAINING = Option("training", Text("Tập huấn", "Training"), ("bồi dưỡng", "tập huấn, bồi dưỡng"))
STAFF_CONFERENCE = Option(
    "staff_conference",
    Text("Hội nghị CBCC", "Staff conference"),
    ("hội nghị cán bộ, công chức", "hội nghị CBCC năm"),
)
KINDS = (STUDY, NEW_TEXT, TRAINING, STAFF_CONFERENCE)
#: What is a meeting, and so has people invited.
GATHERINGS = ("study", "training", "staff_conference")

MEETING = Option("meeting", Text("Hội nghị, lớp", "Conference, class"), ("hội nghị", "lớp"))
ONLINE = Option("online", Text("Trực tuyến", "Online"))
LOUDSPEAKER = Option("loudspeaker", Text("Truyền thanh", "Loudspeaker"), ("loa truyền thanh",))
HANDOUT = Option("handout", Text("Gửi tài liệu, niêm yết", "Handout, posting"), ("gửi văn bản", "niêm yết"))
FORMS = (MEETING, ONLINE, LOUDSPEAKER, HANDOUT)

STAFF = Option("staff", Text("Cán bộ, công chức", "Officials and civil servants"), ("CBCC",))
VILLAGE_HEADS = Option("village_heads", Text("Trưởng thôn", "Village heads"), ("thôn",))
SUPERVISORS = Option(
    "supervisors", Text("Ban TTND, Ban GSĐTCĐ", "Inspectorate, supervision boards"), ("Ban TTND", "Ban GSĐTCĐ")
)
ORGANISATIONS = Option("organisations", Text("Mặt trận, đoàn thể", "Front, organisations"), ("đoàn thể", "MTTQ"))
PEOPLE = Option("people", Text("Nhân dân", "People"), ("người dân",))
AUDIENCES = (STAFF, VILLAGE_HEADS, SUPERVISORS, ORGANISATIONS, PEOPLE)

STUDIES = Sheet(
    "study",
    Text("Quán triệt, tập huấn", "Study and training"),
    (
        Column(
            "kind", Text("Loại", "Kind"), choice("study_kind", *KINDS), required=True, width=14, example="Quán triệt"
        ),
        Column(
            "day",
            Text("Ngày thực hiện", "Day"),
            FACT_DAY,
            required_when=("kind", GATHERINGS),
            width=12,
            example="15/04/2022",
            hint=Text("Văn bản mới chưa triển khai thì để trống.", "Blank for a new text not yet put into use."),
        ),
        Column(
            "subject",
            Text("Nội dung, văn bản", "Subject, documents"),
            NOTE,
            required=True,
            width=42,
            example="Nghị quyết 25-NQ/TW, Kết luận 43-KL/TW, Kết luận 114-KL/TW",
        ),
        Column(
            "text_number",
            Text("Số, ký hiệu văn bản mới", "Number of the new text"),
            DOCUMENT_NUMBER,
            required_when=("kind", ("new_text",)),
            width=17,
            example="15/2022/NĐ-CP",
            hint=Text("Chỉ ghi với loại Văn bản mới, mỗi văn bản một dòng.", "For new texts only, a text a line."),
        ),
        Column(
            "texts",
            Text("Số văn bản", "Documents"),
            COUNT,
            width=8,
            example="3",
            hint=Text("Số văn bản được quán triệt tại hội nghị.", "How many documents were studied."),
        ),
        Column(
            "form",
            Text("Hình thức", "Form"),
            choice("study_form", *FORMS),
            required_when=("day", ()),
            width=15,
            example="Hội nghị, lớp",
        ),
        Column(
            "audience",
            Text("Đối tượng", "Audience"),
            choice("study_audience", *AUDIENCES),
            required_when=("kind", GATHERINGS),
            width=17,
            example="Cán bộ, công chức",
            hint=Text(
                "Nhiều đối tượng dự chung thì mỗi đối tượng ghi một dòng để tính tỷ lệ dự.",
                "Several audiences of one conference: a line each, so that attendance can be worked out.",
            ),
        ),
        Column(
            "invited",
            Text("Số triệu tập", "Invited"),
            COUNT,
            required_when=("kind", GATHERINGS),
            width=8,
            example="45",
        ),
        Column(
            "attended",
            Text("Số dự", "Attended"),
            COUNT,
            required_when=("kind", GATHERINGS),
            at_most="invited",
            width=8,
            example="42",
        ),
        Column(
            "task",
            Text("Mã nhiệm vụ", "Task codes"),
            CODE,
            required=True,
            many=True,
            refers="plan.tasks",
            width=12,
            example="II.1.1",
            hint=Text(
                "Nhiệm vụ mà dòng này là minh chứng. Nhiều mã thì cách nhau bằng dấu ;",
                "The tasks it proves; several are separated by ;",
            ),
        ),
        Column("proof", Text("Minh chứng", "Proof"), LINE, width=26, example="Giấy mời 12/GM-UBND, biên bản"),
        Column(
            "explanation",
            Text("Giải trình", "Explanation"),
            NOTE,
            width=20,
            hint=Text("Nếu số dự thấp hơn chỉ tiêu, nêu lý do ở đây.", "Where fewer came than planned: say why."),
        ),
    ),
    about=Text(
        "Mỗi hội nghị, lớp (theo từng đối tượng dự) hoặc mỗi văn bản mới ghi một dòng.",
        "A line for each conference or class (by audience) and for each new law text.",
    ),
    closes="quarter",
)
