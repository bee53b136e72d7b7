"""Faults and notes of how a workbook was saved: by an older format, without what its form had, with parts of others."""

from __future__ import annotations

from danvan_xlsx.words.rules import NOTE, WARNING, fault
from danvan_xlsx.words.text import Text

FORM_LOST_ITS_HELP = fault(
    "BM39",
    "form_lost_its_help",
    NOTE,
    message=Text(
        "Trang “{sheet}” không còn đủ phần hỗ trợ của biểu mẫu: {lost}.",
        "The sheet “{sheet}” lacks some of the help that its form had: {lost}.",
    ),
    remedy=Text(
        "Không cần sửa số liệu; muốn có lại thì chép dòng trống của biểu mẫu, dán riêng định dạng.",
        "Nothing need be done about the figures; to get it back, copy a blank row of the form and paste its formats.",
    ),
    reason=Text(
        "Dán đè cả ô làm mất danh sách chọn và màu; các ô vẫn được kiểm tra đủ như có danh sách.",
        "Pasting over whole cells removes drop-downs and colours; the cells are checked all the same.",
    ),
    wrong=Text("Chép 30 dòng từ tệp khác, dán đè (Paste).", "30 rows of another file pasted over."),
    right=Text("Dán giá trị (Paste Values).", "Pasted as values."),
)

LINKS_TO_OTHER_FILES = fault(
    "BM40",
    "links_to_other_files",
    NOTE,
    message=Text(
        "Tệp “{file}” có công thức lấy số liệu từ tệp khác: {targets}.",
        "The file “{file}” has formulas that take figures from other files: {targets}.",
    ),
    remedy=Text(
        "Không cần sửa; trước khi gửi đi nên ghi thẳng giá trị, vì nơi nhận không có các tệp đó.",
        "Nothing need be done; before it is sent, values are better typed: whoever gets it has not those files.",
    ),
    reason=Text(
        "Máy khác không có tệp nguồn thì công thức giữ kết quả cũ hoặc hiện lỗi.",
        "Where the other file is missing, such formulas keep an old result or show an error.",
    ),
    wrong=Text("='[so-2021.xlsx]Sổ'!F9", "='[so-2021.xlsx]Sổ'!F9"),
    right=Text("12", "12"),
)

THREADED_COMMENTS = fault(
    "BM41",
    "threaded_comments",
    NOTE,
    message=Text(
        "Tệp “{file}” có trao đổi trong chú thích (Comments) ở trang {sheets}; chú thích được giữ nguyên, không đọc "
        "làm số liệu.",
        "The file “{file}” has conversations in comments on {sheets}; they are kept as they are and not read as data.",
    ),
    remedy=Text(
        "Không cần sửa; nội dung cần báo cáo thì ghi vào ô.",
        "Nothing need be done; what is to be reported belongs in the cells.",
    ),
    reason=Text(
        "Chú thích là lời trao đổi giữa người nhập; số liệu chỉ được lấy từ ô.",
        "Comments are talk between those who type; figures are taken from cells only.",
    ),
    wrong=Text("Số người ghi trong chú thích, ô để trống.", "The number stands in a comment, the cell is blank."),
    right=Text("Số người ghi trong ô.", "The number stands in the cell."),
)

OLDER_FORMAT = fault(
    "BM42",
    "older_format",
    WARNING,
    message=Text(
        "Tệp “{file}” có định dạng {format}: đã đọc và kiểm tra, kết quả để ở “{result}”; lỗi công thức trong tệp loại "
        "này hiện như ô trống.",
        "The file “{file}” has the format {format}: it was read and checked, the results are in “{result}”; errors of "
        "formulas in such a file look like blank cells.",
    ),
    remedy=Text(
        "Đề nghị mở bằng Excel, chọn Lưu thành (Save As), loại Excel Workbook (.xlsx), rồi chuyển tệp cũ vào "
        "“khong-dung”.",
        "Please open it in Excel, choose Save As, Excel Workbook (.xlsx), then move the old file to “khong-dung”.",
    ),
    reason=Text(
        "Kết quả chỉ ghi trở lại được vào tệp .xlsx hoặc .xlsm, và chỉ ở đó thấy đủ lỗi, công thức, định dạng phần "
        "trăm, dòng ẩn.",
        "Results can be written back only into .xlsx and .xlsm files, and only there errors, formulas, percent formats "
        "and hidden rows are seen.",
    ),
    wrong=Text("Sổ lưu theo loại Excel 97–2003 (.xls).", "A workbook saved as Excel 97–2003 (.xls)."),
    right=Text("Sổ lưu theo loại Excel Workbook (.xlsx).", "A workbook saved as Excel Workbook (.xlsx)."),
)
