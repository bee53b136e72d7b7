"""The sheet of officials and civil servants: numbers of people by group."""

from __future__ import annotations

from danvan_xlsx.words.kinds import COUNT, FACT_DAY, NOTE, Option, choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

OFFICIALS = Option("officials", Text("Cán bộ", "Officials"))
CIVIL_SERVANTS = Option("civil_servants", Text("Công chức", "Civil servants"))
PART_TIME = Option(
    "part_time",
    Text("Người hoạt động không chuyên trách", "Part-time posts"),
    ("không chuyên trách", "bán chuyên trách"),
)
GROUPS = (OFFICIALS, CIVIL_SERVANTS, PART_TIME)

STAFF = Sheet(
    "staff",
    Text("Cán bộ, công chức", "Officials and civil servants"),
    (
        Column(
            "group",
            Text("Nhóm", "Group"),
            choice("staff_group", *GROUPS),
            required=True,
            unique="commune",
            width=22,
            example="Công chức",
        ),
        Column(
            "counted_on", Text("Ngày thống kê", "Counted on"), FACT_DAY, required=True, width=12, example="31/10/2022"
        ),
        Column("people", Text("Tổng số người", "People"), COUNT, required=True, width=10, example="10"),
        Column(
            "registered",
            Text("Đã đăng ký phong cách dân vận", "Registered"),
            COUNT,
            at_most="people",
            width=13,
            example="10",
            hint=Text(
                "Số người đã có bản đăng ký rèn luyện tác phong, phong cách phục vụ nhân dân.",
                "Those who registered how they will serve the people.",
            ),
        ),
        Column(
            "reviewed",
            Text("Đã được nhận xét, xếp loại", "Reviewed"),
            COUNT,
            at_most="people",
            width=13,
            example="9",
            hint=Text("Số người đã có nhận xét, kết quả xếp loại năm.", "Those reviewed for the year."),
        ),
        Column(
            "scored",
            Text("Đã chấm điểm QCDC", "Democracy scored"),
            COUNT,
            at_most="people",
            width=12,
            example="10",
            hint=Text(
                "Số người có kết quả thực hiện Quy chế dân chủ trong tiêu chuẩn thi đua, xếp loại.",
                "Those whose grassroots democracy counts in their grading.",
            ),
        ),
        Column("trained", Text("Được đào tạo, bồi dưỡng", "Trained"), COUNT, at_most="people", width=12, example="4"),
        Column(
            "succession_on",
            Text("Ngày rà soát quy hoạch", "Succession reviewed on"),
            FACT_DAY,
            width=13,
            example="20/06/2022",
            hint=Text("Ngày rà soát quy hoạch gần nhất trong năm.", "The latest review of this year."),
        ),
        Column("note", Text("Ghi chú", "Note"), NOTE, width=30),
    ),
    about=Text(
        "Mỗi nhóm một dòng, ghi số người; có thay đổi thì sửa ngay trên dòng đó. "
        "Không ghi tên, không ghi xếp loại của từng người.",
        "A line for each group, kept up to date; no names, no person's grade.",
    ),
    closes="half",
)
