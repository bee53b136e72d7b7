"""The sheet of reviews: each procedure or document looked at, what was found, what was proposed to whom."""

from __future__ import annotations

from danvan_xlsx.words.kinds import CODE, DOCUMENT_NUMBER, FACT_DAY, LINE, NOTE, Option, choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

PROCEDURE = Option("procedure", Text("Thủ tục hành chính", "Procedure"), ("TTHC", "Thủ tục"))
DOCUMENT = Option("document", Text("Văn bản của xã", "Document of the commune"), ("Văn bản", "Quy định"))
REVIEWED = (PROCEDURE, DOCUMENT)

SOUND = Option("sound", Text("Chưa thấy vướng mắc", "Nothing in the way"), ("Không vướng mắc", "Phù hợp"))
BURDENSOME = Option("burdensome", Text("Rườm rà, gây phiền hà", "Burdensome"), ("Rườm rà", "Phiền hà"))
AGAINST_LAW = Option("against_law", Text("Chưa phù hợp quy định", "Against the law"), ("Trái luật", "Trái quy định"))
NOT_COMPETENT = Option("not_competent", Text("Không đúng thẩm quyền", "Outside the competence"), ("Sai thẩm quyền",))
OUTDATED = Option("outdated", Text("Hết hiệu lực, lạc hậu", "Out of date"), ("Hết hiệu lực", "Lạc hậu"))
OVERLAPPING = Option("overlapping", Text("Chồng chéo, mâu thuẫn", "Overlapping"), ("Chồng chéo", "Mâu thuẫn"))
PROBLEMS = (SOUND, BURDENSOME, AGAINST_LAW, NOT_COMPETENT, OUTDATED, OVERLAPPING)

KEEP = Option("keep", Text("Giữ nguyên", "Keep"), ("Không sửa",))
SIMPLIFY = Option("simplify", Text("Đơn giản hóa", "Simplify"), ("Cắt giảm",))
AMEND = Option("amend", Text("Sửa đổi, bổ sung", "Amend"), ("Sửa đổi", "Bổ sung"))
REPLACE = Option("replace", Text("Thay thế", "Replace"))
ABOLISH = Option("abolish", Text("Bãi bỏ", "Abolish"), ("Hủy bỏ",))
PROPOSALS = (KEEP, SIMPLIFY, AMEND, REPLACE, ABOLISH)
#: Every proposal but to keep what is there has someone who receives it.
CHANGES = ("simplify", "amend", "replace", "abolish")

TAKEN_UP = Option("taken_up", Text("Đã tiếp thu, xử lý", "Taken up"), ("Đã xử lý", "Đã tiếp thu"))
WAITING = Option("waiting", Text("Chờ trả lời", "Waiting"), ("Chưa trả lời", "Đang chờ"))
NOT_TAKEN_UP = Option("not_taken_up", Text("Chưa tiếp thu", "Not taken up"), ("Không tiếp thu",))
OUTCOMES = (TAKEN_UP, WAITING, NOT_TAKEN_UP)

REVIEWS = Sheet(
    "reviews",
    Text("Rà soát TTHC, văn bản", "Reviews"),
    about=Text(
        "Mỗi thủ tục hoặc văn bản trong danh mục rà soát ghi một dòng; mục chưa rà soát thì để trống ngày. Kiến nghị "
        "gửi cấp trên ghi đủ nơi nhận, ngày gửi và kết quả trả lời.",
        "One row for each procedure or document to be reviewed; the day is blank until it is done.",
    ),
    closes="half",
    columns=(
        Column(
            "round",
            Text("Đợt rà soát", "Round"),
            LINE,
            required=True,
            width=10,
            example="Đợt 1",
            hint=Text("Các dòng của một đợt ghi cùng tên đợt.", "Rows of one round bear one name."),
        ),
        Column(
            "subject",
            Text("Đối tượng rà soát", "Subject"),
            choice("review_subject", *REVIEWED),
            required=True,
            width=17,
            example="Thủ tục hành chính",
        ),
        Column(
            "procedure",
            Text("Mã TTHC", "Procedure code"),
            CODE,
            required_when=("subject", ("procedure",)),
            refers="procedures.code",
            width=12,
            example="1.001193",
        ),
        Column(
            "document",
            Text("Số văn bản rà soát", "Document reviewed"),
            DOCUMENT_NUMBER,
            required_when=("subject", ("document",)),
            width=14,
            example="12/QĐ-UBND",
            hint=Text(
                "Chỉ ghi khi rà soát văn bản của xã; với thủ tục hành chính thì để trống.",
                "Only for documents of the commune.",
            ),
        ),
        Column("content", Text("Nội dung rà soát", "Content"), LINE, width=22, example="Thành phần hồ sơ"),
        Column(
            "day",
            Text("Ngày rà soát", "Reviewed on"),
            FACT_DAY,
            width=11,
            example="20/06/2022",
            hint=Text("Để trống khi mục này chưa được rà soát.", "Blank until it is reviewed."),
        ),
        Column(
            "problem",
            Text("Vấn đề", "Problem"),
            choice("review_problem", *PROBLEMS),
            required_when=("day", ()),
            width=17,
            example="Rườm rà, gây phiền hà",
        ),
        Column(
            "proposal",
            Text("Kiến nghị", "Proposal"),
            choice("review_proposal", *PROPOSALS),
            required_when=("day", ()),
            width=14,
            example="Đơn giản hóa",
        ),
        Column(
            "sent_to",
            Text("Nơi nhận kiến nghị", "Sent to"),
            LINE,
            required_when=("proposal", CHANGES),
            width=16,
            example="UBND huyện",
            hint=Text("Thuộc thẩm quyền của xã thì ghi UBND xã.", "The commune itself where it is competent."),
        ),
        Column(
            "sent_number",
            Text("Số văn bản kiến nghị", "Letter"),
            DOCUMENT_NUMBER,
            width=14,
            example="45/UBND-TP",
        ),
        Column("sent_on", Text("Ngày gửi", "Sent on"), FACT_DAY, not_before="day", width=11, example="24/06/2022"),
        Column(
            "outcome",
            Text("Kết quả", "Outcome"),
            choice("review_outcome", *OUTCOMES),
            width=14,
            example="Chờ trả lời",
        ),
        Column("remarks", Text("Ghi chú, phản ánh kèm theo", "Remarks"), NOTE, width=18),
        Column("explanation", Text("Giải trình", "Explanation"), NOTE, width=18),
    ),
)
