"""The sheet of inspections: who was looked at, what was found, by when it is to be put right."""

from __future__ import annotations

from danvan_xlsx.words.kinds import CODE, COUNT, DOCUMENT_NUMBER, DUE_DAY, FACT_DAY, LINE, NOTE, Option, choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

DIRECTION = Option(
    "direction",
    Text("Chủ tịch làm việc, chỉ đạo", "Working session of the chairman"),
    ("Chủ tịch chỉ đạo", "Chủ tịch làm việc"),
)
ONE_STOP = Option("one_stop", Text("Kiểm tra Bộ phận một cửa", "One-stop office"), ("một cửa", "Bộ phận TN&TKQ"))
DEMOCRACY = Option("democracy", Text("Kiểm tra Quy chế dân chủ", "Grassroots democracy"), ("QCDC", "kiểm tra QCDC"))
INSPECTORATE = Option(
    "inspectorate",
    Text("Ban TTND giám sát", "By the people's inspectorate"),
    ("giám sát TTND", "Ban Thanh tra nhân dân giám sát"),
)
BOARD = Option("board", Text("Ban GSĐTCĐ giám sát", "By a supervision board"), ("giám sát GSĐTCĐ", "giám sát đầu tư"))
PARTY = Option("party", Text("Ban Dân vận kiểm tra", "By the Party's board"), ("Ban Dân vận",))
KINDS = (DIRECTION, ONE_STOP, DEMOCRACY, INSPECTORATE, BOARD, PARTY)

OFFICE = Option("office", Text("Đơn vị, bộ phận", "Office"), ("đơn vị", "bộ phận"))
VILLAGE = Option("village", Text("Thôn", "Village"))
PROJECT = Option("project", Text("Dự án, công trình", "Project"), ("dự án", "công trình"))
SUBJECTS = (OFFICE, VILLAGE, PROJECT)

INSPECTIONS = Sheet(
    "inspections",
    Text("Kiểm tra, giám sát", "Inspections"),
    (
        Column("day", Text("Ngày", "Day"), FACT_DAY, required=True, width=12, example="18/03/2022"),
        Column(
            "kind",
            Text("Loại", "Kind"),
            choice("inspection_kind", *KINDS),
            required=True,
            width=18,
            example="Kiểm tra Bộ phận một cửa",
        ),
        Column(
            "subject_kind",
            Text("Loại đối tượng", "Kind of subject"),
            choice("inspection_subject", *SUBJECTS),
            required=True,
            width=14,
            example="Đơn vị, bộ phận",
        ),
        Column(
            "subject",
            Text("Đối tượng", "Subject"),
            LINE,
            required=True,
            width=18,
            example="Bộ phận TN&TKQ",
            hint=Text(
                "Tên đơn vị, thôn hoặc công trình; mỗi đối tượng một dòng.",
                "Office, village or project; a line each.",
            ),
        ),
        Column(
            "findings",
            Text("Số tồn tại", "Findings"),
            COUNT,
            required=True,
            width=8,
            example="2",
            hint=Text("Không có tồn tại thì ghi 0.", "None: 0."),
        ),
        Column(
            "content",
            Text("Nội dung, tồn tại", "Content, findings"),
            NOTE,
            width=32,
            example="Thiếu bảng niêm yết lĩnh vực đất đai; sổ theo dõi hồ sơ ghi chưa đủ cột",
        ),
        Column(
            "due",
            Text("Hạn khắc phục", "To be put right by"),
            DUE_DAY,
            not_before="day",
            width=12,
            example="31/03/2022",
            hint=Text("Có tồn tại thì ghi hạn khắc phục.", "Where something was found: by when."),
        ),
        Column(
            "fixed_on",
            Text("Ngày khắc phục xong", "Put right on"),
            FACT_DAY,
            not_before="day",
            width=12,
            example="29/03/2022",
        ),
        Column(
            "proof",
            Text("Biên bản, kết luận", "Minutes, conclusion"),
            LINE,
            width=18,
            example="Thông báo 16/TB-UBND",
        ),
        Column(
            "task",
            Text("Mã nhiệm vụ", "Task codes"),
            CODE,
            many=True,
            refers="plan.tasks",
            width=12,
            example="II.2.9",
            hint=Text(
                "Nhiệm vụ mà cuộc này là minh chứng. Nhiều mã thì cách nhau bằng dấu ;",
                "The tasks it proves; several are separated by ;",
            ),
        ),
        Column(
            "plan_number",
            Text("Kế hoạch số", "Plan number"),
            DOCUMENT_NUMBER,
            width=14,
            detail=True,
            example="08/KH-UBND",
        ),
        Column(
            "plan_sent_on",
            Text("Ngày gửi kế hoạch", "Plan sent on"),
            FACT_DAY,
            width=12,
            detail=True,
            example="07/03/2022",
            hint=Text("Ngày gửi kế hoạch tới nơi được giám sát.", "When the plan reached those concerned."),
        ),
        Column(
            "explanation",
            Text("Giải trình", "Explanation"),
            NOTE,
            width=20,
            hint=Text(
                "Nếu khắc phục muộn: giữ nguyên ngày đã ghi, nêu lý do ở đây.",
                "Where it was late: leave the day as it is and say why.",
            ),
        ),
    ),
    about=Text(
        "Mỗi đối tượng kiểm tra, giám sát một dòng. Kiến nghị của Ban TTND, Ban GSĐTCĐ ghi ở sổ Ý kiến, kiến nghị.",
        "A line for each subject. Recommendations of the inspectorate and boards stand in the register of opinions.",
    ),
    closes="quarter",
)
