"""Faults of the frame inside a workbook: a sheet or a column that is missing or stands twice."""

from __future__ import annotations

from danvan_xlsx.words.rules import ERROR, fault
from danvan_xlsx.words.text import Text

SHEET_MISSING = fault(
    "BM19",
    "sheet_missing",
    ERROR,
    message=Text(
        "Chưa thấy trang “{sheet_title}” trong tệp “{file}”.",
        "The file “{file}” has no sheet “{sheet_title}”.",
    ),
    remedy=Text(
        "Đề nghị lấy lại trang này từ bản trước hoặc chép từ biểu mẫu trống của đơn vị.",
        "Please take the sheet from an earlier copy or from the unit's blank form.",
    ),
    reason=Text(
        "Trang bị xóa thì số liệu của sổ đó chưa có trong kết quả. Đổi tên trang thì không sao.",
        "With the sheet gone its figures are missing from the result. Renaming a sheet does no harm.",
    ),
    wrong=Text("Trang Sổ đơn thư đã bị xóa.", "The sheet of petitions was deleted."),
    right=Text(
        "Đủ các trang như biểu mẫu; chưa phát sinh thì để trống và chốt số liệu.",
        "All sheets of the form are there; with nothing to enter they stay blank and are closed.",
    ),
)

COLUMN_MISSING = fault(
    "BM20",
    "column_missing",
    ERROR,
    message=Text("Chưa thấy cột {columns} ở trang “{sheet}”.", "The sheet “{sheet}” lacks these columns: {columns}."),
    remedy=Text(
        "Đề nghị khôi phục cột cùng mã ở dòng 5 và tiêu đề ở dòng 6 như biểu mẫu, rồi chạy lại.",
        "Please restore the column with its code in row 5 and its heading in row 6 as in the form, and run again.",
    ),
    reason=Text(
        "Cột được tìm theo mã rồi theo tiêu đề, ở đâu cũng được; mất cả hai thì chưa đọc được cột đó.",
        "Columns are found by code, then by heading, wherever they stand; without both one cannot be read.",
    ),
    wrong=Text("Xóa cột Số người.", "The column Số người was deleted."),
    right=Text("Ẩn cột thay vì xóa.", "The column is hidden instead of deleted."),
)

SHEET_TWICE = fault(
    "BM27",
    "sheet_twice",
    ERROR,
    message=Text(
        "Trang “{sheet}” mang cùng dấu nhận biết với trang “{other}”; chỉ trang “{other}” được đọc.",
        "The sheet “{sheet}” carries the same mark as “{other}”; only “{other}” was read.",
    ),
    remedy=Text(
        "Đề nghị gộp các dòng vào trang “{other}”, xóa trang “{sheet}”, rồi chạy lại.",
        "Please bring all rows into “{other}”, delete the sheet “{sheet}”, and run again.",
    ),
    reason=Text(
        "Trang chép thêm có thể chứa dòng trùng; cộng cả hai thì số liệu bị lặp.",
        "A copied sheet may repeat rows; counting both would double the figures.",
    ),
    wrong=Text("Sổ đơn thư và Sổ đơn thư (2) trong cùng tệp.", "Sổ đơn thư and Sổ đơn thư (2) in one file."),
    right=Text(
        "Mỗi sổ một trang; các tháng ghi nối tiếp nhau.",
        "One sheet for each register; the months follow one another.",
    ),
)

COLUMN_TWICE = fault(
    "BM35",
    "column_twice",
    ERROR,
    message=Text(
        "Cột {column} có ở hai nơi trong trang “{sheet}” (ô {other} và ô {cell}); chỉ cột ở ô {other} được đọc.",
        "The column {column} stands twice in the sheet “{sheet}” ({other} and {cell}); only the one at {other} was "
        "read.",
    ),
    remedy=Text(
        "Đề nghị chuyển số liệu về cột ở ô {other}, xóa cột ở ô {cell}, rồi chạy lại.",
        "Please bring the figures into the column at {other}, delete the one at {cell}, and run again.",
    ),
    reason=Text(
        "Cột chép thêm mang cùng mã; chương trình không tự chọn từng ô ở hai cột.",
        "A copied column carries the same code; the program does not choose cells between the two.",
    ),
    wrong=Text(
        "Chép cột Số người sang bên cạnh để tính thử.",
        "The column Số người was copied beside itself to try a sum.",
    ),
    right=Text("Cột tính thử để trống ô mã ở dòng 5.", "A column for trying has no code in row 5."),
)
