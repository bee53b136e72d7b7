"""The fault of a workbook that has more inside than a computer can hold: built to do harm, or grown by a mistake."""

from __future__ import annotations

from danvan_xlsx.words.rules import ERROR, fault
from danvan_xlsx.words.text import Text

TOO_MUCH_INSIDE = fault(
    "BM59",
    "too_much_inside",
    ERROR,
    message=Text(
        "Tệp “{file}” có hơn {most} {what}, vượt mức có thể đọc an toàn.",
        "The file “{file}” has more than {most} {what}, more than can be read safely.",
    ),
    remedy=Text(
        "Đề nghị hỏi rõ nơi gửi; nếu tin cậy, chép số liệu sang biểu mẫu trống rồi chạy lại.",
        "Please ask who sent it; if it can be trusted, copy the figures into a blank form and run again.",
    ),
    reason=Text(
        "Tệp nhỏ vẫn có thể chứa hàng triệu ô hoặc hàng nghìn trang, đọc hết sẽ làm treo máy.",
        "A small file can hold millions of cells or thousands of sheets; reading them all would freeze the computer.",
    ),
    wrong=Text(
        "Sổ bị một công cụ nhân thành hàng nghìn trang.",
        "A workbook that some tool has multiplied into thousands of sheets.",
    ),
    right=Text("Sổ theo biểu mẫu, mỗi năm một tệp.", "A workbook of the form, one file a year."),
)

FILLED_TO_THE_END = fault(
    "BM60",
    "filled_to_the_end",
    ERROR,
    message=Text(
        "Trang “{sheet}” có hơn {most} dòng có nội dung nên chưa được kiểm tra.",
        "The sheet “{sheet}” has more than {most} filled rows and was not checked.",
    ),
    remedy=Text(
        "Đề nghị chọn các dòng phía dưới dòng nhập cuối cùng, xóa cả dòng, lưu lại rồi chạy lại.",
        "Please select the rows below the last one that was typed, delete them, save and run again.",
    ),
    reason=Text(
        "Số dòng như vậy thường do kéo một ký tự hoặc công thức xuống hết trang; mỗi dòng sẽ thành một lỗi.",
        "So many rows mostly come from a character or a formula dragged down to the end; each would be an error.",
    ),
    wrong=Text("Kéo dấu “x” ở cột Hình thức xuống hết trang.", "An “x” in Hình thức dragged down to the last row."),
    right=Text("Chỉ có nội dung ở các dòng đã nhập.", "Only the rows that were typed have content."),
)
