"""The sheets of the year's estimate and of the payments."""

from __future__ import annotations

from danvan_xlsx.words.kinds import CODE, DOCUMENT_NUMBER, FACT_DAY, LINE, MONEY, NOTE, REFERENCE_DAY, Option, choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

COMMUNE_BUDGET = Option("commune", Text("Ngân sách xã", "Commune budget"), ("NS xã", "Ngân sách"))
HIGHER_BUDGET = Option("higher", Text("Cấp trên hỗ trợ", "Support from above"), ("Huyện hỗ trợ", "Tỉnh hỗ trợ"))
CONTRIBUTED = Option("contributed", Text("Xã hội hóa", "Contributed"), ("Đóng góp", "Tài trợ"))
SOURCES = (COMMUNE_BUDGET, HIGHER_BUDGET, CONTRIBUTED)

BUDGET = Sheet(
    "budget",
    Text("Dự toán", "Estimate"),
    about=Text(
        "Mỗi khoản dự toán được duyệt cho công tác dân vận chính quyền ghi một dòng, số tiền bằng đồng. Ngày quyết "
        "toán ghi khi khoản đó đã quyết toán xong.",
        "One row for each item of the estimate, in đồng. The day of settlement once it is settled.",
    ),
    closes="half",
    columns=(
        Column("code", Text("Mã khoản", "Item"), CODE, required=True, unique="commune", width=9, example="K01"),
        Column(
            "content",
            Text("Nội dung", "Content"),
            LINE,
            required=True,
            width=36,
            example="Tập huấn kỹ năng dân vận",
        ),
        Column(
            "amount",
            Text("Số tiền dự toán (đồng)", "Amount (đồng)"),
            MONEY,
            required=True,
            width=16,
            example="12.000.000",
        ),
        Column(
            "source",
            Text("Nguồn", "Source"),
            choice("budget_source", *SOURCES),
            required=True,
            width=15,
            example="Ngân sách xã",
        ),
        Column("decision", Text("Quyết định giao", "Decision"), DOCUMENT_NUMBER, width=15, example="210/QĐ-UBND"),
        Column("decided_on", Text("Ngày quyết định", "Decided on"), REFERENCE_DAY, width=11, example="28/12/2021"),
        Column(
            "settled_on",
            Text("Ngày quyết toán", "Settled on"),
            FACT_DAY,
            not_before="decided_on",
            window=False,
            width=11,
            example="20/12/2022",
            hint=Text("Để trống khi chưa quyết toán.", "Blank until it is settled."),
        ),
        Column("explanation", Text("Giải trình", "Explanation"), NOTE, width=26),
    ),
)

SPENDING = Sheet(
    "spending",
    Text("Chi tiết chi", "Payments"),
    about=Text(
        "Mỗi khoản chi ghi một dòng, kèm mã khoản dự toán và số chứng từ; số tiền bằng đồng.",
        "One row for each payment, with the item of the estimate and the voucher; amounts in đồng.",
    ),
    closes="quarter",
    columns=(
        Column("day", Text("Ngày chi", "Day"), FACT_DAY, required=True, width=11, example="10/06/2022"),
        Column(
            "item",
            Text("Mã khoản dự toán", "Item"),
            CODE,
            required=True,
            refers="budget.code",
            width=10,
            example="K01",
        ),
        Column(
            "content",
            Text("Nội dung chi", "Content"),
            LINE,
            required=True,
            width=36,
            example="Thuê báo cáo viên lớp tập huấn",
        ),
        Column("amount", Text("Số tiền (đồng)", "Amount (đồng)"), MONEY, required=True, width=14, example="2.400.000"),
        Column(
            "voucher",
            Text("Số chứng từ", "Voucher"),
            CODE,
            width=12,
            example="PC-015",
            hint=Text("Số phiếu chi, giấy rút dự toán; chưa có thì để trống.", "Blank while there is none."),
        ),
        Column("explanation", Text("Giải trình", "Explanation"), NOTE, width=26),
    ),
)
