"""The sheets of the plan workbook. They refer to each other and to registers by code or by name, whichever is typed."""

from __future__ import annotations

from danvan_xlsx.plan.terms import BASES, COMPARISONS, DAY_CHANGES, FREQUENCIES, UNIT_KINDS, WINDOWS
from danvan_xlsx.words.kinds import (
    CODE,
    COUNT,
    DOCUMENT_NUMBER,
    DUE_DAY,
    LINE,
    NOTE,
    NUMBER,
    PERCENT,
    REFERENCE_DAY,
    YES_NO,
    choice,
)
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

BASIS = choice("bases", *BASES)


def _since(label: Text | None = None, hint: Text | None = None) -> Column:
    return Column("since", label or Text("Từ ngày", "From"), REFERENCE_DAY, width=12, hint=hint)


def _until(label: Text | None = None) -> Column:
    return Column("until", label or Text("Đến ngày", "To"), REFERENCE_DAY, width=12, not_before="since")


SETTINGS_SHEET = Sheet(
    "settings",
    Text("CauHinh", "CauHinh"),
    (
        Column("key", Text("Mã", "Key"), CODE, required=True, width=16, example="due_soon_days"),
        Column("label", Text("Nội dung", "What it says"), LINE, width=44, example="Số ngày báo trước “sắp đến hạn”"),
        Column(
            "value",
            Text("Giá trị", "Value"),
            LINE,
            required=True,
            width=36,
            example="15",
            hint=Text("Ghi đúng dạng ở cột Nội dung. Nhiều mã thì cách nhau bằng dấu ;", "Separate codes by ;"),
        ),
        _since(hint=Text("Để trống nếu áp dụng cả năm.", "Blank: the whole year.")),
        _until(),
        Column("basis", Text("Căn cứ", "Basis"), LINE, width=30, example="Kế hoạch, mục III.1.5"),
        Column(
            "document",
            Text("Văn bản thông qua", "Adopting document"),
            LINE,
            width=22,
            example="45/KH-UBND",
            hint=Text("Văn bản của xã thông qua giá trị này.", "The commune's document that adopted this value."),
        ),
    ),
    about=Text(
        "Tên xã, nơi nhận báo cáo, số ngày báo trước, nhiệm vụ đề xuất đã được thông qua. Không đổi cột Mã.",
        "Name of the commune, who gets the reports, days of notice, adopted proposals. Leave the keys as they are.",
    ),
)

UNITS_SHEET = Sheet(
    "units",
    Text("DonVi", "DonVi"),
    (
        Column("code", Text("Mã đơn vị", "Code"), CODE, required=True, width=12, example="VP"),
        Column("name", Text("Tên đơn vị", "Name"), LINE, required=True, width=32, example="Văn phòng – Thống kê"),
        Column("kind", Text("Loại", "Kind"), choice("unit_kinds", *UNIT_KINDS), required=True, width=24),
        Column("head", Text("Người phụ trách (chức danh)", "Head (title)"), LINE, width=28, example="Công chức VP"),
        Column("email", Text("Thư điện tử", "E-mail"), LINE, width=26),
        Column(
            "registers",
            Text("Sổ phải ghi", "Registers owed"),
            LINE,
            width=50,
            example="Sổ tiếp công dân; Sổ đơn thư",
            hint=Text("Tên sổ, cách nhau bằng dấu ;", "Titles of registers, separated by ;"),
        ),
        Column(
            "typed_in",
            Text("Ghi trong sổ của", "Typed in the workbook of"),
            LINE,
            width=20,
            hint=Text("Để trống nếu đơn vị có tệp riêng.", "Blank: the unit keeps a workbook of its own."),
        ),
        _since(Text("Hoạt động từ ngày", "Active from")),
        _until(Text("Đến ngày", "To")),
    ),
    about=Text(
        "Mỗi đơn vị một dòng: ghi những sổ nào, trong tệp của ai.",
        "A unit a line: which registers it owes and in whose workbook they are typed.",
    ),
)

VILLAGES_SHEET = Sheet(
    "villages",
    Text("Thon", "Thon"),
    (
        Column("code", Text("Mã thôn", "Code"), CODE, required=True, width=10, example="T01"),
        Column("name", Text("Tên thôn", "Name"), LINE, required=True, width=24, example="Minh Bình"),
        Column("households", Text("Số hộ", "Households"), COUNT, required=True, width=10, example="214"),
        Column("people", Text("Số khẩu", "People"), COUNT, required=True, width=10, example="889"),
        Column("poor", Text("Hộ nghèo", "Poor households"), COUNT, width=10, at_most="households", example="18"),
        Column("near_poor", Text("Hộ cận nghèo", "Near-poor"), COUNT, width=12, at_most="households", example="20"),
    ),
    about=Text("Mỗi thôn một dòng, số liệu đầu năm kế hoạch.", "A village a line, figures of the year's beginning."),
)

DAYS_SHEET = Sheet(
    "days",
    Text("LichNghi", "LichNghi"),
    (
        Column("day", Text("Ngày", "Day"), DUE_DAY, required=True, width=12, example="26/04/2025"),
        Column("change", Text("Nghỉ hay làm bù", "Off or worked"), choice("day_changes", *DAY_CHANGES), required=True),
        Column("name", Text("Diễn giải", "What for"), LINE, width=44, example="Làm bù cho ngày 02/5"),
    ),
    about=Text(
        "Chỉ ghi ngày nghỉ hoán đổi, ngày làm bù; lễ, Tết và cuối tuần đã có sẵn.",
        "Only exchanged days; public holidays and weekends are known already.",
    ),
)

TASKS_SHEET = Sheet(
    "plan_tasks",
    Text("NhiemVu", "NhiemVu"),
    (
        Column("code", Text("Mã nhiệm vụ", "Code"), CODE, required=True, width=11, example="II.2.9"),
        Column("section", Text("Mục", "Section"), CODE, width=8, example="II.2"),
        Column("title", Text("Nội dung", "Task"), LINE, required=True, width=60, example="Kiểm tra Bộ phận TN&TKQ"),
        Column("lead", Text("Chủ trì", "Lead"), LINE, required=True, width=24, example="Văn phòng – Thống kê"),
        Column("lead_basis", Text("Căn cứ phân công", "Basis of the lead"), BASIS, width=12),
        Column(
            "typed_by",
            Text("Nơi ghi số liệu", "Typed by"),
            LINE,
            width=22,
            hint=Text("Để trống nếu là đơn vị chủ trì.", "Blank: the lead, or who types for it."),
        ),
        Column("partners", Text("Phối hợp", "With"), LINE, width=36),
        Column("frequency", Text("Kỳ", "How often"), choice("frequencies", *FREQUENCIES), required=True, width=12),
        Column("starts", Text("Từ ngày", "From"), DUE_DAY, width=12),
        Column("deadline", Text("Hạn", "Deadline"), DUE_DAY, width=12, not_before="starts", example="30/06/2022"),
        Column("deadline_basis", Text("Căn cứ thời hạn", "Basis of the deadline"), BASIS, width=12),
        Column("product", Text("Sản phẩm", "Product"), LINE, width=40),
        Column("target", Text("Chỉ tiêu", "Target in words"), LINE, width=36, example="≥ 4 cuộc/năm"),
        Column("target_basis", Text("Căn cứ chỉ tiêu", "Basis of the target"), BASIS, width=12),
        Column(
            "evidence",
            Text("Sổ minh chứng", "Registers of evidence"),
            LINE,
            width=30,
            example="Kiểm tra, giám sát",
            hint=Text("Tên sổ, cách nhau bằng dấu ;", "Titles of registers, separated by ;"),
        ),
        Column("overlaps", Text("Trùng việc với", "Same work as"), CODE, many=True, width=16, example="III.1.3"),
        Column(
            "followed",
            Text("Chỉ theo dõi", "Only followed"),
            YES_NO,
            width=9,
            hint=Text("Có: việc của Đảng, Mặt trận; không chấm, không nhắc.", "Yes: not the commune's own duty."),
        ),
        Column(
            "nothing_allowed",
            Text("Có thể không phát sinh", "May have nothing"),
            YES_NO,
            width=11,
            hint=Text("Có: chốt “Không phát sinh” thì coi là xong.", "Yes: closed as “nothing” counts as done."),
        ),
        Column("status", Text("Tình trạng nhiệm vụ", "Status of the task"), LINE, width=18, ours=True),
        Column("actual", Text("Thực hiện", "Actual"), LINE, width=22, ours=True),
        Column("progress", Text("Tiến độ %", "Progress %"), PERCENT, width=9, ours=True),
        Column("evidence_found", Text("Minh chứng đã thấy", "Evidence found"), LINE, width=30, ours=True),
    ),
    about=Text(
        "Mỗi nhiệm vụ một dòng. Căn cứ “đề xuất” chỉ để tham khảo cho đến khi xã thông qua (CauHinh, mã adopted).",
        "A task a line. What is only proposed is for reference until the commune adopts it (CauHinh, key adopted).",
    ),
)

INDICATORS_SHEET = Sheet(
    "indicators",
    Text("ChiTieu", "ChiTieu"),
    (
        Column("task", Text("Mã nhiệm vụ", "Task"), CODE, required=True, width=11, example="II.2.11"),
        Column("label", Text("Chỉ tiêu", "Indicator"), LINE, required=True, width=44, example="Hồ sơ nộp trực tuyến"),
        Column("measure", Text("Số đo", "Measure"), LINE, required=True, width=36, example="Hồ sơ trực tuyến"),
        Column(
            "of",
            Text("Chia cho", "Over"),
            LINE,
            width=36,
            example="Hồ sơ tiếp nhận",
            hint=Text("Chỉ ghi khi chỉ tiêu là tỷ lệ %.", "Only for a share, in per cent."),
        ),
        Column(
            "filter",
            Text("Chỉ tính các dòng", "Counting only"),
            LINE,
            width=44,
            example="Loại = Khiếu nại; Lĩnh vực = Đất đai hoặc Môi trường",
            hint=Text(
                "Cột = giá trị hoặc giá trị; nhiều điều kiện cách nhau bằng dấu ;",
                "Column = value or value; conditions separated by ;",
            ),
        ),
        Column("window", Text("Kỳ đo", "Measured by"), choice("windows", *WINDOWS), required=True, width=10),
        Column("comparison", Text("So sánh", "Compared"), choice("comparisons", *COMPARISONS), required=True, width=9),
        Column(
            "target",
            Text("Mức", "Target"),
            NUMBER,
            required=True,
            width=9,
            example="70",
            hint=Text("Tỷ lệ ghi 70, không ghi 70%.", "A share is typed 70, not 70%."),
        ),
        Column("unit", Text("Đơn vị tính", "Measure unit"), LINE, width=12, example="%"),
        Column("basis", Text("Căn cứ", "Basis"), BASIS, width=12),
    ),
    about=Text(
        "Mỗi chỉ tiêu đo được một dòng; một nhiệm vụ có thể có nhiều dòng.",
        "A measured target a line; a task may have several.",
    ),
)

PERIODS_SHEET = Sheet(
    "periods",
    Text("KyBaoCao", "KyBaoCao"),
    (
        Column("code", Text("Mã kỳ", "Code"), CODE, required=True, width=12, example="6T"),
        Column("name", Text("Tên báo cáo", "Name"), LINE, required=True, width=36, example="Báo cáo 6 tháng đầu năm"),
        Column("since", Text("Số liệu từ ngày", "Data from"), DUE_DAY, required=True, width=12, example="01/01/2022"),
        Column("until", Text("Số liệu đến ngày", "Data to"), DUE_DAY, required=True, width=12, example="20/05/2022"),
        Column("deadline", Text("Hạn gửi", "Deadline"), DUE_DAY, required=True, width=12, example="30/05/2022"),
        Column(
            "strict",
            Text("Gửi trước ngày hạn", "Before that day"),
            YES_NO,
            width=10,
            example="Có",
            hint=Text("Có: “trước 30/5”, chậm nhất 29/5.", "Yes: “before 30/5”, on 29/5 at the latest."),
        ),
        Column("task", Text("Mã nhiệm vụ", "Task"), CODE, width=11, example="III.1.6"),
    ),
    about=Text("Mỗi báo cáo một dòng: số liệu từ ngày đến ngày, hạn gửi.", "A report a line: its data and deadline."),
)

RECIPIENTS_SHEET = Sheet(
    "recipients",
    Text("NoiNhan", "NoiNhan"),
    (
        Column("document", Text("Văn bản, mã kỳ", "Document or period"), CODE, required=True, width=14, example="6T"),
        Column("order", Text("Thứ tự", "Order"), COUNT, required=True, width=8, example="1"),
        Column("name", Text("Nơi nhận", "Recipient"), LINE, required=True, width=44, example="Phòng Nội vụ huyện"),
        Column("addressed", Text("Kính gửi", "Addressed"), YES_NO, width=9, example="Không"),
        Column("purpose", Text("Để", "Purpose"), LINE, width=8, example="b/c"),
        Column("email", Text("Thư điện tử", "E-mail"), LINE, width=28),
    ),
    about=Text("Nơi nhận của từng văn bản, theo thứ tự ghi ở cuối văn bản.", "Who receives each document, in order."),
)

CITED_SHEET = Sheet(
    "cited",
    Text("VanBan", "VanBan"),
    (
        Column("number", Text("Số, ký hiệu", "Number"), DOCUMENT_NUMBER, required=True, width=22),
        Column("day", Text("Ngày ban hành", "Day"), REFERENCE_DAY, width=12, example="20/04/2007"),
        Column("issuer", Text("Cơ quan ban hành", "Issued by"), LINE, width=30),
        Column("subject", Text("Trích yếu", "Subject"), LINE, width=60),
        _since(Text("Hiệu lực từ ngày", "In force from")),
        _until(),
        Column("successor", Text("Thay bằng", "Replaced by"), LINE, width=24),
    ),
    about=Text("Văn bản kế hoạch viện dẫn, còn hiệu lực đến khi nào.", "Documents the plan cites, and while in force."),
)

LISTS_SHEET = Sheet(
    "lists",
    Text("DanhMuc", "DanhMuc"),
    (
        Column("list", Text("Danh mục", "List"), CODE, required=True, width=18, example="fields"),
        Column("code", Text("Mã", "Code"), CODE, required=True, width=16, example="land"),
        Column("label", Text("Tên", "Label"), LINE, width=40, example="Đất đai"),
        Column(
            "words",
            Text("Cách ghi khác", "Other wordings"),
            LINE,
            width=40,
            example="đất; ruộng đất",
            hint=Text("Cách nhau bằng dấu ;", "Separated by ;"),
        ),
        _since(),
        _until(),
    ),
    about=Text(
        "Giá trị của các danh mục mở; với danh mục cố định chỉ thêm được cách ghi khác.",
        "Values of the open lists; a fixed list takes further wordings only.",
    ),
)

EXCEPTIONS_SHEET = Sheet(
    "exceptions",
    Text("NgoaiLe", "NgoaiLe"),
    (
        Column("code", Text("Mã được chấp nhận", "Accepted code"), CODE, required=True, width=12, example="TCD01"),
        Column("unit", Text("Đơn vị", "Unit"), LINE, width=22, example="Văn phòng – Thống kê"),
        Column("sheet", Text("Trang", "Sheet"), LINE, width=22, example="Sổ tiếp công dân"),
        Column("cell", Text("Ô hoặc dòng", "Cell or row"), CODE, width=12, example="F9"),
        Column("reason", Text("Lý do", "Reason"), NOTE, required=True, width=50, example="Nghỉ Tết, không bố trí tiếp"),
        Column("decided_by", Text("Người quyết định", "Decided by"), LINE, required=True, width=22),
        Column("until", Text("Đến ngày", "Until"), DUE_DAY, width=12),
    ),
    about=Text(
        "Lỗi được lãnh đạo chấp nhận, có lý do; vẫn hiện là Lưu ý trong tổng hợp nội bộ.",
        "Findings accepted with a reason; they stay visible as notes.",
    ),
)

SAME_PERIOD_SHEET = Sheet(
    "same_period",
    Text("CungKy", "CungKy"),
    (
        Column("period", Text("Kỳ", "Period"), CODE, required=True, width=10, example="6T"),
        Column("figure", Text("Mã số liệu", "Figure code"), CODE, required=True, width=40, example="tcd.visits"),
        Column("label", Text("Số liệu", "Figure"), LINE, width=50, example="Lượt tiếp công dân"),
        Column("value", Text("Cùng kỳ năm trước", "Same period of last year"), NUMBER, required=True, width=16),
        Column("source", Text("Nguồn", "Source"), LINE, required=True, width=40, example="Báo cáo 48/BC-UBND năm 2021"),
    ),
    about=Text(
        "Số liệu cùng kỳ năm trước, ghi một lần theo báo cáo đã gửi; mã số liệu có ở tệp báo cáo nội bộ.",
        "Figures of last year's report, typed once; their codes stand in the internal workbook.",
    ),
    optional=True,
)

#: In the order of the workbook.
SHEETS = (
    SETTINGS_SHEET,
    UNITS_SHEET,
    VILLAGES_SHEET,
    DAYS_SHEET,
    TASKS_SHEET,
    INDICATORS_SHEET,
    PERIODS_SHEET,
    RECIPIENTS_SHEET,
    CITED_SHEET,
    LISTS_SHEET,
    EXCEPTIONS_SHEET,
    SAME_PERIOD_SHEET,
)
