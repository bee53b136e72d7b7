"""What the people discuss and decide in their villages: votes, opinions, yearly conferences, contributions."""

from __future__ import annotations

from danvan_xlsx.words.kinds import CODE, COUNT, DOCUMENT_NUMBER, FACT_DAY, LINE, MONEY, NOTE, Option, choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

VOTE = Option("vote", Text("Biểu quyết", "Vote"), ("Bàn và quyết định", "Bàn, biểu quyết"))
OPINION = Option("opinion", Text("Tham gia ý kiến", "Opinions given"), ("Lấy ý kiến", "Góp ý"))
CONFERENCE = Option("conference", Text("Hội nghị thôn", "Village conference"), ("Hội nghị năm", "Họp thôn cuối năm"))
VOTE_KINDS = (VOTE, OPINION, CONFERENCE)

WORKS = Option("works", Text("Đóng góp xây dựng công trình", "Contributions to works"), ("Đóng góp",))
FUND = Option("fund", Text("Thu, chi quỹ của thôn", "Funds of the village"), ("Thu chi", "Quỹ thôn"))
CONVENTION = Option("convention", Text("Hương ước, quy ước", "Village convention"), ("Hương ước", "Quy ước"))
VILLAGE_HEAD = Option("village_head", Text("Bầu, miễn nhiệm trưởng thôn", "Village head"), ("Trưởng thôn",))
SUPERVISORS = Option("supervisors", Text("Thành viên TTND, GSĐTCĐ", "Members of the boards"), ("TTND", "GSĐTCĐ"))
SELF_MANAGED = Option("self_managed", Text("Việc tự quản khác", "Other own affairs"), ("Tự quản", "Khác"))
#: Pháp lệnh 34/2007, Điều 10 and 13; Luật 10/2022/QH15, Điều 15 khoản 1–6 in this order.
MATTERS = (WORKS, FUND, CONVENTION, VILLAGE_HEAD, SUPERVISORS, SELF_MANAGED)

BY_HAND = Option("hands", Text("Họp, giơ tay", "Meeting, by hands"), ("Giơ tay",))
BY_BALLOT = Option("ballot", Text("Họp, bỏ phiếu kín", "Meeting, by ballot"), ("Bỏ phiếu kín", "Bỏ phiếu"))
TO_HOUSEHOLDS = Option("households", Text("Phát phiếu tới hộ", "Papers to households"), ("Phát phiếu",))
VOTE_FORMS = (BY_HAND, BY_BALLOT, TO_HOUSEHOLDS)

PASSED = Option("passed", Text("Thông qua", "Passed"), ("Đạt", "Tán thành"))
NOT_PASSED = Option("not_passed", Text("Chưa thông qua", "Not passed"), ("Không thông qua", "Không đạt"))
RESULTS = (PASSED, NOT_PASSED)

VOTES = Sheet(
    "votes",
    Text("Dân bàn, biểu quyết", "Discussions and votes"),
    about=Text(
        "Mỗi cuộc họp, lấy ý kiến hoặc hội nghị của một thôn ghi một dòng theo biên bản. Tổng số hộ là số hộ của cả "
        "thôn, không phải số hộ dự.",
        "One row for each meeting, consultation or conference of a village, as its minutes have it.",
    ),
    closes="half",
    columns=(
        Column("code", Text("Mã cuộc", "Code"), CODE, required=True, unique="commune", width=9, example="DB-01"),
        Column("village", Text("Thôn", "Village"), choice("villages"), required=True, width=13, example="Minh Bình"),
        Column("day", Text("Ngày", "Day"), FACT_DAY, required=True, width=11, example="18/05/2022"),
        Column(
            "kind",
            Text("Loại", "Kind"),
            choice("village_meeting", *VOTE_KINDS),
            required=True,
            width=14,
            example="Biểu quyết",
        ),
        Column(
            "matter",
            Text("Nhóm nội dung", "Matter"),
            choice("village_matter", *MATTERS),
            required_when=("kind", ("vote",)),
            width=20,
            example="Đóng góp xây dựng công trình",
        ),
        Column(
            "content",
            Text("Nội dung cụ thể", "Content"),
            LINE,
            required=True,
            width=24,
            example="Đóng góp làm đường ngõ xóm",
        ),
        Column(
            "form",
            Text("Hình thức", "Form"),
            choice("vote_form", *VOTE_FORMS),
            required_when=("kind", ("vote",)),
            width=14,
            example="Họp, giơ tay",
        ),
        Column("households", Text("Tổng số hộ", "Households"), COUNT, required=True, width=8, example="214"),
        Column(
            "attending",
            Text("Số hộ dự, gửi phiếu", "Attending"),
            COUNT,
            required=True,
            at_most="households",
            width=8,
            example="176",
        ),
        Column(
            "in_favour",
            Text("Tán thành", "In favour"),
            COUNT,
            required_when=("kind", ("vote",)),
            at_most="attending",
            width=8,
            example="162",
        ),
        Column(
            "against",
            Text("Không tán thành", "Against"),
            COUNT,
            required_when=("kind", ("vote",)),
            at_most="attending",
            width=8,
            example="14",
        ),
        Column(
            "result",
            Text("Kết quả", "Result"),
            choice("vote_result", *RESULTS),
            required_when=("kind", ("vote",)),
            width=12,
            example="Thông qua",
            hint=Text(
                "Ghi như biên bản. Tỷ lệ tán thành tính trên tổng số hộ của thôn.",
                "As the minutes have it. The share is taken of all households of the village.",
            ),
        ),
        Column(
            "sent_on", Text("Ngày gửi UBND xã", "Sent on"), FACT_DAY, not_before="day", width=11, example="20/05/2022"
        ),
        Column(
            "recognised_on",
            Text("Ngày công nhận", "Recognised on"),
            FACT_DAY,
            not_before="sent_on",
            width=11,
            example="25/05/2022",
            detail=True,
            hint=Text(
                "Chỉ ghi với nội dung cần UBND xã hoặc Ủy ban MTTQ công nhận.",
                "Only for matters that must be recognised by the commune or the Front.",
            ),
        ),
        Column(
            "recognition",
            Text("Số văn bản công nhận", "Recognition"),
            DOCUMENT_NUMBER,
            required_when=("recognised_on", ()),
            width=13,
            example="61/QĐ-UBND",
            detail=True,
        ),
        Column("explanation", Text("Giải trình", "Explanation"), NOTE, width=20),
    ),
)

CONTRIBUTIONS = Sheet(
    "contributions",
    Text("Đóng góp của dân", "Contributions of the people"),
    about=Text(
        "Mỗi khoản dân đã bàn và thống nhất đóng góp ghi một dòng cho từng thôn; số tiền ghi bằng đồng.",
        "One row for each contribution of a village that its people agreed on; amounts in đồng.",
    ),
    closes="half",
    columns=(
        Column(
            "vote",
            Text("Mã cuộc biểu quyết", "Vote"),
            CODE,
            required=True,
            refers="votes.code",
            width=10,
            example="DB-01",
        ),
        Column("village", Text("Thôn", "Village"), choice("villages"), required=True, width=13, example="Minh Bình"),
        Column(
            "content",
            Text("Khoản đóng góp", "Contribution"),
            LINE,
            required=True,
            width=28,
            example="Làm đường ngõ xóm",
        ),
        Column("rate", Text("Mức mỗi hộ (đồng)", "Per household (đồng)"), MONEY, width=12, example="500.000"),
        Column("households", Text("Số hộ đóng góp", "Households"), COUNT, required=True, width=9, example="205"),
        Column("collected", Text("Đã thu (đồng)", "Collected"), MONEY, required=True, width=14, example="102.500.000"),
        Column("spent", Text("Đã chi (đồng)", "Spent"), MONEY, at_most="collected", width=14, example="98.000.000"),
        Column(
            "published_on",
            Text("Ngày công khai thu, chi", "Published on"),
            FACT_DAY,
            width=12,
            example="30/09/2022",
        ),
        Column("explanation", Text("Giải trình", "Explanation"), NOTE, width=24),
    ),
)
