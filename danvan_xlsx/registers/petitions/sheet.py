"""Sổ đơn thư: complaints, denunciations and proposals in writing, from the day received to the day settled."""

from __future__ import annotations

from typing import Any

from danvan_xlsx.words.kinds import CODE, COUNT, DOCUMENT_NUMBER, FACT_DAY, LINE, NOTE, YES_NO, Kind, Option, choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

BY_HAND = Option("by_hand", Text("Nộp trực tiếp", "By hand"), ("trực tiếp",))
BY_POST = Option("by_post", Text("Qua bưu điện", "By post"), ("bưu điện",))
AT_RECEPTION = Option("reception", Text("Qua tiếp công dân", "At a reception"), ("tiếp công dân",))
FROM_OFFICE = Option("from_office", Text("Cơ quan khác chuyển đến", "From another office"), ("cơ quan chuyển",))
SOURCES = (BY_HAND, BY_POST, AT_RECEPTION, FROM_OFFICE)

COMPLAINT = Option("complaint", Text("Khiếu nại", "Complaint"), ("KN",))
DENUNCIATION = Option("denunciation", Text("Tố cáo", "Denunciation"), ("TC",))
PROPOSAL = Option("proposal", Text("Kiến nghị, phản ánh", "Proposal"), ("KNPA", "kiến nghị", "phản ánh"))
KINDS = (COMPLAINT, DENUNCIATION, PROPOSAL)

OWN = Option("own", Text("Thuộc thẩm quyền", "Competent"), ("có",))
NOT_OWN = Option("not_own", Text("Không thuộc thẩm quyền", "Not competent"), ("không",))
NOT_ELIGIBLE = Option("not_eligible", Text("Không đủ điều kiện xử lý", "Not eligible"), ("không đủ điều kiện",))
COMPETENCE = (OWN, NOT_OWN, NOT_ELIGIBLE)

GUIDED = Option("guided", Text("Hướng dẫn", "Guided"))
FORWARDED = Option("forwarded", Text("Chuyển đơn", "Forwarded"), ("chuyển",))
URGED = Option("urged", Text("Đôn đốc giải quyết", "Urged"), ("đôn đốc",))
FILED = Option("filed", Text("Lưu đơn", "Filed"), ("lưu",))
HANDLINGS = (GUIDED, FORWARDED, URGED, FILED)

RIGHT = Option("right", Text("Đúng", "Right"))
PARTLY_RIGHT = Option("partly_right", Text("Đúng một phần", "Partly right"), ("một phần", "có đúng, có sai"))
WRONG = Option("wrong", Text("Sai", "Wrong"))
ANSWERED = Option("answered", Text("Đã giải quyết, trả lời", "Settled, answered"), ("đã trả lời", "đã giải quyết"))
WITHDRAWN = Option("withdrawn", Text("Rút đơn", "Withdrawn"))
SUSPENDED = Option("suspended", Text("Đình chỉ", "Suspended"))
RESULTS = (RIGHT, PARTLY_RIGHT, WRONG, ANSWERED, WITHDRAWN, SUSPENDED)

PLAIN = Option("plain", Text("Thông thường", "Plain"), ("bình thường",))
COMPLEX = Option("complex", Text("Phức tạp", "Complex"))
ESPECIALLY_COMPLEX = Option("especially_complex", Text("Đặc biệt phức tạp", "Especially complex"))
COMPLEXITIES = (PLAIN, COMPLEX, ESPECIALLY_COMPLEX)

FIRST = Option("first", Text("Lần đầu", "First time"), ("lần 1",))
REPEATED = Option("repeated", Text("Nhiều lần", "Repeated"), ("lần 2",))
TIMES = (FIRST, REPEATED)

#: A denunciation carries no name at all: Luật Tố cáo 2018, Điều 9, Điều 47 and Điều 56.
NAMED = ("kind", ("complaint", "proposal"))
FORMAL = ("right", "partly_right", "wrong")
SENT_ON = ("handling", ("forwarded",))
TAKEN_BACK = ("result", ("withdrawn",))

_SEPARATE = Text(
    "Đơn tố cáo: để trống hoặc ghi “theo hồ sơ riêng”, không ghi thông tin người tố cáo.",
    "A denunciation: blank, or “theo hồ sơ riêng”; nothing about the denouncer.",
)

#: (column, option codes) as in `Column.required_when`.
When = tuple[str, tuple[str, ...]]


def _step(code: str, label: Text, kind: Kind, example: str, *, when: When | None = None, **facts: Any) -> Column:
    """A column of the collapsed group. A day of the procedure follows the day received and may lie in last year."""
    if kind is FACT_DAY:
        facts = {"not_before": "received_on", "window": False, **facts}
    width = facts.pop("width", 13)
    return Column(code, label, kind, width=width, detail=True, example=example, required_when=when, **facts)


PETITIONS = Sheet(
    "petitions",
    Text("Sổ đơn thư", "Petitions"),
    (
        Column(
            "code",
            Text("Mã đơn", "Code"),
            CODE,
            required=True,
            unique="commune",
            width=9,
            example="D-05",
            hint=Text("Đánh số theo thứ tự nhận trong năm: D-01, D-02, …", "In the order received: D-01, D-02, …"),
        ),
        Column(
            "received_on",
            Text("Ngày nhận", "Received on"),
            FACT_DAY,
            required=True,
            # Carried over from last year.
            window=False,
            width=12,
            example="02/03/2022",
        ),
        Column(
            "source",
            Text("Nguồn đơn", "Source"),
            choice("petition_source", *SOURCES),
            required=True,
            width=14,
            example="Nộp trực tiếp",
        ),
        Column(
            "kind",
            Text("Loại đơn", "Kind"),
            choice("petition_kind", *KINDS),
            required=True,
            width=15,
            example="Khiếu nại",
        ),
        Column(
            "person",
            Text("Họ tên – địa chỉ", "Person"),
            LINE,
            required_when=NAMED,
            personal=True,
            width=20,
            example="Công dân 07 – thôn Minh Đức",
            hint=_SEPARATE,
        ),
        Column("signers", Text("Số người ký", "Signers"), COUNT, required=True, width=8, example="1"),
        Column(
            "content",
            Text("Nội dung", "Matter"),
            NOTE,
            required_when=NAMED,
            personal=True,
            width=26,
            example="Về quyết định thu hồi đất tại thôn Minh Đức",
            hint=_SEPARATE,
        ),
        Column("field", Text("Lĩnh vực", "Field"), choice("fields"), required=True, width=14, example="Đất đai"),
        Column(
            "competence",
            Text("Thẩm quyền, điều kiện", "Competence"),
            choice("petition_competence", *COMPETENCE),
            required=True,
            width=16,
            example="Thuộc thẩm quyền",
        ),
        Column(
            "handling",
            Text("Hướng xử lý", "Handling"),
            choice("petition_handling", *HANDLINGS),
            required_when=("competence", ("not_own", "not_eligible")),
            width=12,
            example="Chuyển đơn",
            hint=Text("Chỉ chọn khi đơn không được giải quyết ở xã.", "Only where the commune does not settle it."),
        ),
        Column(
            "settled_on",
            Text("Ngày giải quyết xong", "Settled on"),
            FACT_DAY,
            not_before="received_on",
            width=12,
            example="11/04/2022",
            hint=Text(
                "Ngày quyết định giải quyết, kết luận nội dung tố cáo hoặc văn bản trả lời.",
                "The day of the decision, the conclusion or the reply.",
            ),
        ),
        Column(
            "result",
            Text("Kết quả", "Result"),
            choice("petition_result", *RESULTS),
            required_when=("settled_on", ()),
            width=14,
            example="Đúng một phần",
        ),
        _step("times", Text("Lần đầu, nhiều lần", "Times"), choice("petition_times", *TIMES), "Lần đầu"),
        _step(
            "handled_on",
            Text("Ngày xử lý ban đầu", "First handled on"),
            FACT_DAY,
            "04/03/2022",
            hint=Text(
                "Ngày phân loại và báo cho người gửi, hoặc ngày quyết định việc thụ lý tố cáo.",
                "When it was sorted and the sender told, or acceptance of a denunciation decided.",
            ),
        ),
        _step("forwarded_on", Text("Ngày chuyển đơn", "Forwarded on"), FACT_DAY, "05/03/2022", when=SENT_ON),
        _step(
            "ineligible",
            Text("Lý do không đủ điều kiện", "Why not eligible"),
            LINE,
            "Đơn không có chữ ký",
            when=("competence", ("not_eligible",)),
            width=22,
        ),
        _step("accepted_on", Text("Ngày thụ lý", "Accepted on"), FACT_DAY, "09/03/2022"),
        _step(
            "acceptance",
            Text("Số văn bản thụ lý", "Acceptance number"),
            DOCUMENT_NUMBER,
            "18/TB-UBND",
            when=("accepted_on", ()),
        ),
        _step(
            "complexity",
            Text("Mức độ phức tạp", "Complexity"),
            choice("petition_complexity", *COMPLEXITIES),
            "Thông thường",
            when=("accepted_on", ()),
        ),
        _step("extension", Text("Số quyết định gia hạn", "Extension number"), DOCUMENT_NUMBER, "52/QĐ-UBND"),
        _step(
            "extended_on",
            Text("Ngày gia hạn", "Extended on"),
            FACT_DAY,
            "05/04/2022",
            when=("extension", ()),
            not_before="accepted_on",
        ),
        _step(
            "dialogue_owed",
            Text("Phải đối thoại", "Dialogue owed"),
            YES_NO,
            "Có",
            hint=Text(
                "Chọn Có khi kết quả xác minh và nội dung khiếu nại còn khác nhau, hoặc khiếu nại lần hai.",
                "Yes where findings and complaint differ, or in a second complaint.",
            ),
        ),
        _step("dialogue_on", Text("Ngày đối thoại", "Dialogue on"), FACT_DAY, "25/03/2022"),
        _step(
            "decision",
            Text("Số văn bản giải quyết", "Decision number"),
            DOCUMENT_NUMBER,
            "60/QĐ-UBND",
            when=("result", FORMAL),
            hint=Text("Quyết định, kết luận hoặc văn bản trả lời.", "Decision, conclusion or reply."),
        ),
        _step("sent_on", Text("Ngày gửi kết quả", "Sent on"), FACT_DAY, "12/04/2022", not_before="settled_on"),
        _step("published_on", Text("Ngày công khai", "Published"), FACT_DAY, "18/04/2022", not_before="settled_on"),
        _step("withdrawn_on", Text("Ngày rút đơn", "Withdrawn on"), FACT_DAY, "30/03/2022", when=TAKEN_BACK),
        _step(
            "suspension",
            Text("Số quyết định đình chỉ", "Suspension number"),
            DOCUMENT_NUMBER,
            "58/QĐ-UBND",
            when=("result", ("withdrawn", "suspended")),
        ),
        _step(
            "replied_on",
            Text("Ngày nhận phúc đáp", "Reply received on"),
            FACT_DAY,
            "28/03/2022",
            not_before="forwarded_on",
            hint=Text("Cơ quan nhận đơn chuyển đã có văn bản phúc đáp.", "The office it was forwarded to replied."),
        ),
        _step(
            "bypassing",
            Text("Đơn vượt cấp", "Sent past the commune"),
            YES_NO,
            "Không",
            hint=Text("Có: đơn thuộc thẩm quyền xã nhưng gửi cấp trên.", "Yes: sent to a higher level instead."),
        ),
        Column(
            "explanation",
            Text("Giải trình", "Explanation"),
            NOTE,
            width=20,
            hint=Text(
                "Nếu làm muộn: giữ nguyên ngày đã ghi, nêu lý do ở đây.",
                "Where the work was late: leave the day as it is and say why.",
            ),
        ),
    ),
    about=Text(
        "Mỗi đơn một dòng, ghi khi nhận, bổ sung khi giải quyết. Đơn tố cáo không ghi tên. "
        "Bấm dấu + trên đầu trang để mở các cột của khiếu nại, tố cáo.",
        "A petition a line, begun when received. Denunciations carry no name. The + above opens further columns.",
    ),
    closes="quarter",
)
