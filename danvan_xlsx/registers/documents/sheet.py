"""The register of documents issued: its kinds and columns."""

from __future__ import annotations

from danvan_xlsx.words.kinds import CODE, DOCUMENT_NUMBER, DUE_DAY, FACT_DAY, LINE, NOTE, REFERENCE_DAY, Option, choice
from danvan_xlsx.words.layout import Column, Placed, Row, Sheet
from danvan_xlsx.words.text import Text

#: Kinds of Nghị định 30/2020/NĐ-CP, Điều 7, that a commune issues, with their abbreviations (Phụ lục III).
RESOLUTION = Option("resolution", Text("Nghị quyết", "Resolution"), ("NQ",))
DECISION = Option("decision", Text("Quyết định", "Decision"), ("QĐ",))
DIRECTIVE = Option("directive", Text("Chỉ thị", "Directive"), ("CT",))
REGULATION = Option("regulation", Text("Quy chế", "Regulation"), ("QC", "quy chế phối hợp"))
RULES = Option("rules", Text("Quy định", "Rules"), ("QyĐ",))
ANNOUNCEMENT = Option("announcement", Text("Thông báo", "Announcement"), ("TB",))
CONCLUSION = Option("conclusion", Text("Kết luận", "Conclusion"), ("KL", "thông báo kết luận"))
GUIDANCE = Option("guidance", Text("Hướng dẫn", "Guidance"), ("HD",))
PROGRAMME = Option("programme", Text("Chương trình", "Programme"), ("CTr",))
PLAN = Option("plan", Text("Kế hoạch", "Plan"), ("KH",))
SCHEME = Option("scheme", Text("Phương án", "Scheme"), ("PA",))
REPORT = Option("report", Text("Báo cáo", "Report"), ("BC",))
MINUTES = Option("minutes", Text("Biên bản", "Minutes"), ("BB",))
PROPOSAL = Option("proposal", Text("Tờ trình", "Submission"), ("TTr",))
LETTER = Option("letter", Text("Công văn", "Official letter"), ("CV",))
INVITATION = Option("invitation", Text("Giấy mời", "Invitation"), ("GM",))

NUMBERED = (
    RESOLUTION,
    DECISION,
    DIRECTIVE,
    REGULATION,
    RULES,
    ANNOUNCEMENT,
    CONCLUSION,
    GUIDANCE,
    PROGRAMME,
    PLAN,
    SCHEME,
    REPORT,
    PROPOSAL,
    LETTER,
)
#: Minutes and invitations often carry no number.
KINDS = (*NUMBERED, MINUTES, INVITATION)

DOCUMENTS = Sheet(
    "documents",
    Text("Văn bản ban hành", "Documents issued"),
    (
        Column(
            "number",
            Text("Số, ký hiệu", "Number"),
            DOCUMENT_NUMBER,
            required_when=("kind", tuple(option.code for option in NUMBERED)),
            unique="commune",
            width=15,
            example="05/BC-UBND",
            hint=Text(
                "Ghi đủ số và ký hiệu, ví dụ 05/BC-UBND. Văn bản chỉ ghi một lần, ở tệp của đơn vị soạn thảo.",
                "Number and mark in full. A document is typed once, by the unit that drafted it.",
            ),
        ),
        Column("day", Text("Ngày ban hành", "Issued on"), FACT_DAY, required=True, width=12, example="27/05/2022"),
        Column(
            "kind",
            Text("Loại văn bản", "Kind"),
            choice("document_kind", *KINDS),
            required=True,
            width=13,
            example="Báo cáo",
        ),
        Column(
            "subject",
            Text("Trích yếu", "Subject"),
            NOTE,
            required=True,
            width=42,
            example="Kết quả công tác dân vận chính quyền 6 tháng đầu năm 2022",
        ),
        Column(
            "task",
            Text("Mã nhiệm vụ", "Task codes"),
            CODE,
            required=True,
            many=True,
            refers="plan.tasks",
            width=14,
            example="III.1.6",
            hint=Text(
                "Nhiệm vụ mà văn bản này là minh chứng, xem mã ở trang Nhiệm vụ. Nhiều mã thì cách nhau bằng dấu ;",
                "The tasks it proves, codes as in sheet Nhiệm vụ; several are separated by ;",
            ),
        ),
        Column(
            "sent_on",
            Text("Ngày gửi", "Sent on"),
            FACT_DAY,
            not_before="day",
            width=12,
            example="27/05/2022",
            hint=Text("Chỉ ghi với báo cáo, văn bản đã gửi đi.", "Only for what was sent."),
        ),
        Column("sent_to", Text("Nơi nhận", "Sent to"), LINE, width=26, example="UBND huyện (qua Phòng Nội vụ)"),
        Column(
            "period",
            Text("Kỳ báo cáo", "Report period"),
            LINE,
            width=12,
            detail=True,
            example="6 tháng",
            hint=Text(
                "Kỳ của báo cáo: Tháng 3, Quý I, 6 tháng, Năm; báo cáo của ngành Thanh tra ghi mã kỳ, ví dụ TTR-6T.",
                "Period of a report; one for the inspection sector names the plan's period, e.g. TTR-6T.",
            ),
        ),
        Column(
            "data_from",
            Text("Số liệu từ ngày", "Data from"),
            REFERENCE_DAY,
            width=12,
            detail=True,
            example="01/01/2022",
        ),
        Column(
            "data_to",
            Text("Số liệu đến ngày", "Data to"),
            REFERENCE_DAY,
            not_before="data_from",
            width=12,
            detail=True,
            example="20/05/2022",
        ),
        Column(
            "asked_by",
            Text("Văn bản giao báo cáo", "Asked for by"),
            DOCUMENT_NUMBER,
            width=15,
            detail=True,
            example="112/UBND-NV",
            hint=Text(
                "Chỉ ghi với báo cáo đột xuất: số, ký hiệu văn bản của cấp trên giao báo cáo.",
                "Only for reports on request: the letter that asked for it.",
            ),
        ),
        Column(
            "asked_on",
            Text("Ngày văn bản giao", "Asked on"),
            REFERENCE_DAY,
            required_when=("asked_by", ()),
            width=12,
            detail=True,
            example="04/04/2022",
        ),
        Column(
            "due",
            Text("Hạn báo cáo", "Due on"),
            DUE_DAY,
            required_when=("asked_by", ()),
            not_before="asked_on",
            width=12,
            detail=True,
            example="08/04/2022",
            hint=Text("Hạn ghi trong văn bản giao báo cáo.", "The day that letter names."),
        ),
        Column("explanation", Text("Giải trình", "Explanation"), NOTE, width=24),
    ),
    about=Text(
        "Mỗi văn bản một dòng, ghi khi đã ban hành; cột Mã nhiệm vụ nối văn bản với nhiệm vụ mà nó làm minh chứng.",
        "A document a line, once issued; its task codes say which tasks it proves.",
    ),
)


def heading(placed: Placed) -> Row:
    """The row of headings of one workbook: this register stands in all of them, and what is absent is told in one."""
    return Row(placed, placed.head_row, {})
