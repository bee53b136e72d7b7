"""What the commune must make public: each matter, how and from when to when it was posted or read out."""

from __future__ import annotations

from danvan_xlsx.words.kinds import DOCUMENT_NUMBER, FACT_DAY, LINE, NOTE, Option, choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

FIRST_QUARTER = Option("q1", Text("Quý I", "Quarter I"), ("I", "1"))
SECOND_QUARTER = Option("q2", Text("Quý II", "Quarter II"), ("II", "2"))
THIRD_QUARTER = Option("q3", Text("Quý III", "Quarter III"), ("III", "3"))
FOURTH_QUARTER = Option("q4", Text("Quý IV", "Quarter IV"), ("IV", "4"))
QUARTERS = (FIRST_QUARTER, SECOND_QUARTER, THIRD_QUARTER, FOURTH_QUARTER)

AT_OFFICE = Option("office", Text("Trụ sở UBND xã", "Commune office"), ("Trụ sở", "UBND xã"))
AT_VILLAGES = Option("villages", Text("Nhà văn hóa thôn", "Village houses"), ("Nhà văn hóa", "Thôn"))
AT_BOTH = Option("both", Text("Trụ sở và nhà văn hóa thôn", "Office and village houses"), ("Cả hai nơi",))
POSTED_AT = (AT_OFFICE, AT_VILLAGES, AT_BOTH)

AT_MEETING = Option("meeting", Text("Họp thôn", "Village meeting"), ("Hội nghị thôn",))
BY_HEAD = Option("village_head", Text("Qua trưởng thôn", "Through the village head"), ("Trưởng thôn",))
ON_PORTAL = Option("portal", Text("Trang thông tin điện tử", "Portal"), ("Cổng thông tin điện tử", "Website"))
AT_VOTERS = Option("voters", Text("Tiếp xúc cử tri", "Meeting of voters"))
BY_SOCIAL_NETWORK = Option("social", Text("Mạng xã hội, Zalo", "Social network"), ("Zalo", "Mạng xã hội"))
OTHER_FORMS = (AT_MEETING, BY_HEAD, ON_PORTAL, AT_VOTERS, BY_SOCIAL_NETWORK)

PUBLICITY = Sheet(
    "publicity",
    Text("Công khai", "Matters made public"),
    about=Text(
        "Mỗi nội dung phải công khai ghi một dòng ngay khi có quyết định, văn bản; ngày niêm yết, truyền thanh ghi khi "
        "đã thực hiện. Nội dung niêm yết thường xuyên thì để trống ngày kết thúc.",
        "One row for each matter as soon as it is decided; the days of posting and reading out once done.",
    ),
    closes="quarter",
    columns=(
        Column(
            "item",
            Text("Nhóm nội dung", "Item"),
            choice("publicity_items"),
            required=True,
            width=20,
            example="Dự án, công trình",
        ),
        Column(
            "content",
            Text("Nội dung cụ thể", "Content"),
            LINE,
            required=True,
            width=28,
            example="Dự toán ngân sách xã năm 2022",
        ),
        Column(
            "quarter",
            Text("Danh mục quý", "List of quarter"),
            choice("quarter", *QUARTERS),
            required=True,
            width=8,
            example="Quý I",
            hint=Text(
                "Quý mà nội dung này có trong danh mục công khai.", "The quarter in whose list the matter stands."
            ),
        ),
        Column(
            "decided_on",
            Text("Ngày quyết định, văn bản", "Decided on"),
            FACT_DAY,
            required=True,
            window=False,
            width=11,
            example="05/01/2022",
        ),
        Column("document", Text("Số văn bản", "Document"), DOCUMENT_NUMBER, width=13, example="03/QĐ-UBND"),
        Column(
            "posted_at",
            Text("Nơi niêm yết", "Posted at"),
            choice("posted_at", *POSTED_AT),
            width=16,
            example="Trụ sở UBND xã",
        ),
        Column(
            "posted_from",
            Text("Niêm yết từ ngày", "Posted from"),
            FACT_DAY,
            required_when=("posted_at", ()),
            window=False,
            width=11,
            example="06/01/2022",
        ),
        Column(
            "posted_until",
            Text("Niêm yết đến ngày", "Posted until"),
            FACT_DAY,
            not_before="posted_from",
            window=False,
            width=11,
            example="10/02/2022",
            hint=Text(
                "Ghi khi đã gỡ xuống; còn đang niêm yết hoặc niêm yết thường xuyên thì để trống.",
                "Once it was taken down; blank while it is still posted.",
            ),
        ),
        Column(
            "loudspeaker_from",
            Text("Truyền thanh từ ngày", "Read out from"),
            FACT_DAY,
            window=False,
            width=11,
            example="06/01/2022",
        ),
        Column(
            "loudspeaker_until",
            Text("Truyền thanh đến ngày", "Read out until"),
            FACT_DAY,
            required_when=("loudspeaker_from", ()),
            not_before="loudspeaker_from",
            window=False,
            width=11,
            example="08/01/2022",
        ),
        Column(
            "other_form",
            Text("Hình thức khác", "Another form"),
            choice("publicity_form", *OTHER_FORMS),
            width=16,
            example="Họp thôn",
        ),
        Column(
            "other_on",
            Text("Ngày (hình thức khác)", "On (other form)"),
            FACT_DAY,
            required_when=("other_form", ()),
            window=False,
            width=11,
            example="12/01/2022",
        ),
        Column("explanation", Text("Giải trình", "Explanation"), NOTE, width=22),
    ),
)

#: A day in one of these shows that the matter was made public; the first that is filled is the evidence.
SHOWN_ON = ("posted_from", "loudspeaker_from", "other_on")
