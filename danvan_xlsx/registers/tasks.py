"""Nhiệm vụ: the plan's tasks as a unit finds them in its workbook, with its own word on those nothing measures."""

from __future__ import annotations

from danvan_xlsx.words.kinds import CODE, FACT_DAY, LINE, NOTE, Option, choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

PLACE = 1

NOT_BEGUN = Option("not_begun", Text("Chưa thực hiện", "Not begun"), ("chưa làm", "chưa"))
UNDER_WAY = Option("under_way", Text("Đang thực hiện", "Under way"), ("đang làm",))
DONE = Option("done", Text("Hoàn thành", "Done"), ("đã hoàn thành", "xong", "đã xong"))
ASSESSMENTS = (NOT_BEGUN, UNDER_WAY, DONE)

#: A row that is no task: the box of difficulties and proposals of a reporting period, `KK-6T`.
BOX = "KK-"

TASKS = Sheet(
    "tasks",
    Text("Nhiệm vụ", "Tasks"),
    (
        Column("code", Text("Mã nhiệm vụ", "Code"), CODE, required=True, unique="unit", width=10, example="II.2.9"),
        Column(
            "title",
            Text("Nội dung", "Task"),
            NOTE,
            width=46,
            example="Kiểm tra, đánh giá hoạt động Bộ phận TN&TKQ",
        ),
        Column("lead", Text("Chủ trì", "Lead"), LINE, width=20, example="Văn phòng – Thống kê"),
        Column("deadline", Text("Thời hạn", "Deadline"), LINE, width=13, example="Hằng quý"),
        Column("target", Text("Chỉ tiêu", "Target"), NOTE, width=24, example="≥ 1 cuộc/quý"),
        Column(
            "assessment",
            Text("Tự đánh giá", "Own assessment"),
            choice("assessment", *ASSESSMENTS),
            width=15,
            example="Đang thực hiện",
            hint=Text(
                "Chỉ chọn ở nhiệm vụ không có số đo. Nhiệm vụ đo được bằng sổ thì hệ thống tự tính, ô này để trống.",
                "Only for tasks that no register measures; the others are worked out.",
            ),
        ),
        Column(
            "done_on",
            Text("Ngày hoàn thành", "Done on"),
            FACT_DAY,
            required_when=("assessment", ("done",)),
            width=12,
            example="28/03/2022",
            hint=Text("Ghi khi đã chọn Hoàn thành, ví dụ 28/03/2022.", "Where done was chosen, e.g. 28/03/2022."),
        ),
        Column(
            "remarks",
            Text("Khó khăn, đề xuất", "Difficulties and proposals"),
            NOTE,
            width=40,
            example="Đề xuất bố trí thêm máy tính cho công dân nộp hồ sơ trực tuyến",
            hint=Text(
                "Ghi ngắn gọn khó khăn, đề xuất hoặc lý do chậm. Ý kiến chung cả kỳ ghi ở dòng có mã bắt đầu bằng KK-.",
                "In short: difficulties, proposals, why it is late. For the whole period: in the row whose code "
                "begins with KK-.",
            ),
        ),
    ),
    about=Text(
        "Dòng nhiệm vụ đã có sẵn. Chỉ ghi ở ba cột cuối; khó khăn, đề xuất chung ghi ở dòng cuối của mỗi kỳ báo cáo.",
        "The rows are ready. Fill the last three columns only; a period's own row takes its difficulties.",
    ),
    key=("code", "title", "lead", "deadline", "target"),
    protected=True,
)
