"""What can be wrong with the documents that the plan cites (family VB), found by `plan.citations`."""

from __future__ import annotations

from danvan_xlsx.words.rules import NOTE, WARNING, fault
from danvan_xlsx.words.text import Text

_ON_DOCUMENTS = "Nghị định 30/2020/NĐ-CP, Phụ lục I và Phụ lục III; danh mục văn bản của chương trình."
_ON_FORCE = "Danh mục văn bản của chương trình; trang VanBan của kế hoạch."

# values: wrong, right, why
NUMBER_MISTAKEN = fault(
    "VB16",
    "plan_cites_a_number_that_seems_mistaken",
    WARNING,
    message=Text(
        "Kế hoạch ghi số {wrong}, chưa khớp: {why}.",
        "The plan says {wrong}, which seems mistaken: {why}.",
    ),
    remedy=Text(
        "Có thể là {right}. Đề nghị đối chiếu văn bản gốc; kế hoạch đã ký thì giữ nguyên, ghi đúng ở tệp này.",
        "Perhaps {right}. Please compare with the original; the signed plan stays, this workbook says it right.",
    ),
    reason=Text(
        "Số ghi ở đây đi vào biểu mẫu, báo cáo và kế hoạch năm sau.",
        "What stands here goes into forms, reports and next year's plan.",
    ),
    wrong=Text("Thực hiện Chỉ thị 33/2021/CT-TTg", "Chỉ thị 33/2021/CT-TTg"),
    right=Text("Thực hiện Chỉ thị 33/CT-TTg", "Chỉ thị 33/CT-TTg"),
    source=_ON_DOCUMENTS,
)

# values: ended, until, day, successor
NO_LONGER_IN_FORCE = fault(
    "VB17",
    "plan_cites_what_is_no_longer_in_force",
    WARNING,
    message=Text(
        "Kế hoạch ngày {day} dẫn {ended}, hết hiệu lực từ sau ngày {until}.",
        "The plan of {day} cites {ended}, in force until {until}.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu; văn bản thay thế: {successor}.", "Please look it up; what came instead: {successor}."
    ),
    reason=Text(
        "Kế hoạch chép từ năm trước thường còn dẫn văn bản đã được thay thế.",
        "A plan copied from last year's often still cites what has been replaced.",
    ),
    wrong=Text("Kế hoạch năm 2024 dẫn Pháp lệnh 34/2007/PL-UBTVQH11", "A plan of 2024 cites 34/2007/PL-UBTVQH11"),
    right=Text("Kế hoạch năm 2024 dẫn Luật 10/2022/QH15", "A plan of 2024 cites 10/2022/QH15"),
    source=_ON_FORCE,
)

# values: ended, until, day, successor
MAY_BE_NO_LONGER_IN_FORCE = fault(
    "VB21",
    "plan_cites_what_may_be_no_longer_in_force",
    NOTE,
    message=Text(
        "Kế hoạch ngày {day} dẫn {ended}, có thể đã hết hiệu lực từ sau ngày {until}; chưa đối chiếu được.",
        "The plan of {day} cites {ended}, perhaps in force only until {until}; nobody has verified this.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu; văn bản thay thế: {successor}.", "Please look it up; what came instead: {successor}."
    ),
    reason=Text(
        "Ngày hết hiệu lực này chưa đọc ở văn bản gốc nên chỉ để lưu ý.",
        "This end was not read in the text itself, so it is only noted.",
    ),
    wrong=Text("Kế hoạch năm 2022 dẫn Nghị định 60/2013/NĐ-CP", "A plan of 2022 cites 60/2013/NĐ-CP"),
    right=Text("Kế hoạch năm 2022 dẫn Nghị định 145/2020/NĐ-CP", "A plan of 2022 cites 145/2020/NĐ-CP"),
    source=_ON_FORCE,
)

# values: wrong, right, why
WITHOUT_ITS_TERM = fault(
    "VB18",
    "plan_cites_without_its_term",
    NOTE,
    message=Text("Kế hoạch dẫn {wrong} không ghi ngày: {why}.", "The plan cites {wrong} without a day: {why}."),
    remedy=Text(
        "Đề nghị ghi thêm ngày hoặc khóa, hoặc thêm văn bản vào trang VanBan; gợi ý: {right}.",
        "Please add its day or term, or add the document to sheet VanBan; suggestion: {right}.",
    ),
    reason=Text(
        "Chỉ thị 05-CT/TW khóa XI và khóa XII là hai văn bản khác nhau.",
        "Directive 05-CT/TW of one term and of the next are two documents.",
    ),
    wrong=Text("Tuyên truyền Chỉ thị 05-CT/TW; trang VanBan chưa có văn bản này", "05-CT/TW, not on sheet VanBan"),
    right=Text("Tuyên truyền Chỉ thị 05-CT/TW ngày 15/5/2016", "05-CT/TW of 15/5/2016"),
    source="Thể thức văn bản của Đảng: số ghi liên tục trong một nhiệm kỳ cấp ủy.",
)

# values: number, until, successor
END_NOT_SAID = fault(
    "VB19",
    "end_not_said",
    NOTE,
    message=Text(
        "Văn bản {number} có thể hết hiệu lực từ sau ngày {until}; cột Đến ngày đang để trống.",
        "{number} may be in force only until {until}; its last day is blank here.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu, ghi Đến ngày và Thay bằng ({successor}).",
        "Please look it up and fill in its last day and what came instead ({successor}).",
    ),
    reason=Text(
        "Trang VanBan cho biết văn bản nào còn dùng được cho kế hoạch năm nay.",
        "This sheet says which documents still hold for this year's plan.",
    ),
    wrong=Text("34/2007/PL-UBTVQH11 trong kế hoạch năm 2023, Đến ngày để trống", "34/2007, no last day, plan of 2023"),
    right=Text("34/2007/PL-UBTVQH11, Đến ngày 30/06/2023, Thay bằng 10/2022/QH15", "34/2007, until 30/06/2023"),
    source=_ON_FORCE,
)

# values: number, raw, right, why
DAY_MISTAKEN = fault(
    "VB20",
    "day_of_a_cited_document_seems_mistaken",
    WARNING,
    message=Text(
        "Văn bản {number} ghi ngày {raw}, chưa khớp: {why}.",
        "{number} is dated {raw}, which seems mistaken: {why}.",
    ),
    remedy=Text(
        "Có thể là {right}. Đề nghị đối chiếu văn bản gốc.", "Perhaps {right}. Please compare with the original."
    ),
    reason=Text(
        "Báo cáo dẫn văn bản lần đầu có đủ số và ngày như ở đây.",
        "Reports cite a document the first time with number and day as they stand here.",
    ),
    wrong=Text("34/2007/PL-UBTVQH11, ngày 20/04/2017", "34/2007/PL-UBTVQH11 of 20/04/2017"),
    right=Text("34/2007/PL-UBTVQH11, ngày 20/04/2007", "34/2007/PL-UBTVQH11 of 20/04/2007"),
    source=_ON_FORCE,
)
