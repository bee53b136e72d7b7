"""Faults and notes of what is not seen in the cell itself: formulas, lost digits, hidden rows, covered values."""

from __future__ import annotations

from danvan_xlsx.words.rules import ERROR, NOTE, WARNING, fault
from danvan_xlsx.words.text import Text

FORMULA_IN_AN_INPUT = fault(
    "DL39",
    "formula_in_an_input",
    NOTE,
    message=Text(
        "Ô {cell} ở cột {column} là công thức; đã đọc kết quả “{raw}”.",
        "Cell {cell} in the column {column} is a formula; its result “{raw}” was read.",
    ),
    remedy=Text(
        "Không cần sửa; số liệu đã chốt thì nên ghi thẳng giá trị.",
        "Nothing need be done; figures that are closed are better typed as values.",
    ),
    reason=Text(
        "Kết quả của công thức đổi theo ô khác hoặc tệp khác; giá trị ghi thẳng thì giữ nguyên.",
        "The result of a formula changes with other cells or files; a typed value stays.",
    ),
    wrong=Text("=F7+F8", "=F7+F8"),
    right=Text("12", "12"),
)

ROWS_OUT_OF_SIGHT = fault(
    "DL40",
    "rows_out_of_sight",
    NOTE,
    message=Text(
        "Trang “{sheet}” có {count} dòng số liệu đang bị ẩn hoặc bị lọc (dòng {rows}); vẫn được đọc và tính.",
        "The sheet “{sheet}” has {count} rows of data hidden or filtered out (rows {rows}); they are read and counted.",
    ),
    remedy=Text(
        "Không cần sửa; muốn xem đủ dòng thì bỏ lọc hoặc bỏ ẩn.",
        "Nothing need be done; clear the filter or unhide the rows to see them.",
    ),
    reason=Text(
        "Dòng ẩn vẫn là số liệu của sổ; người xem có thể tưởng là chưa có, nên được nêu ra.",
        "Hidden rows are part of the register; whoever looks may think that they are missing, so they are told.",
    ),
    wrong=Text("Đang lọc theo tháng 3, các tháng khác bị ẩn.", "Filtered by March, the other months hidden."),
    right=Text("Bỏ lọc trước khi gửi.", "The filter is cleared before the file is sent."),
)

VALUES_UNDER_A_MERGE = fault(
    "DL41",
    "values_under_a_merge",
    WARNING,
    message=Text(
        "Vùng gộp {range} che giá trị ở ô {cells}; Excel chỉ hiện ô đầu, các giá trị bị che vẫn được đọc và tính.",
        "The merged range {range} covers values in {cells}; Excel shows only the first cell, yet they are read and "
        "counted.",
    ),
    remedy=Text(
        "Đề nghị bỏ gộp ô (Unmerge) ở vùng {range}, rồi giữ hoặc xóa từng giá trị.",
        "Please unmerge {range}, then keep or clear each value.",
    ),
    reason=Text(
        "Giá trị nằm dưới ô gộp không nhìn thấy nhưng vẫn ở trong tệp; cộng bằng mắt sẽ khác kết quả.",
        "What lies under merged cells cannot be seen but is in the file; adding by eye gives another result.",
    ),
    wrong=Text("Gộp F9:F11, dưới ô gộp còn số 3 và số 5.", "F9:F11 merged, with a 3 and a 5 below."),
    right=Text("Mỗi dòng một ô, không gộp.", "One cell for each row, not merged."),
)

CODE_LOST_DIGITS = fault(
    "DL42",
    "code_lost_digits",
    ERROR,
    message=Text(
        "Ô {cell} chứa số {raw}, dài hơn 15 chữ số; Excel đã thay các chữ số cuối của mã bằng số 0.",
        "Cell {cell} holds the number {raw}, longer than 15 digits; Excel put zeros for the last digits of the code.",
    ),
    remedy=Text(
        "Đề nghị định dạng ô là Văn bản (Text) rồi ghi lại đủ mã ở cột {column}.",
        "Please give the cell the format Text and type the whole code again in the column {column}.",
    ),
    reason=Text(
        "Excel chỉ giữ 15 chữ số của một số; mã dài hơn phải ghi dạng chữ.",
        "Excel keeps 15 digits of a number; a longer code must be text.",
    ),
    wrong=Text("1234567890123450 (đã gõ 1234567890123456)", "1234567890123450 (typed 1234567890123456)"),
    right=Text("1234567890123456 (dạng chữ)", "1234567890123456 (as text)"),
)

TEXT_LOST_DIGITS = fault(
    "DL43",
    "text_lost_digits",
    WARNING,
    message=Text(
        "Ô {cell} ở cột {column} chứa số {raw}, dài hơn 15 chữ số; các chữ số cuối có thể không còn như đã gõ.",
        "Cell {cell} in the column {column} holds the number {raw}, longer than 15 digits; its last digits may not be "
        "those that were typed.",
    ),
    remedy=Text(
        "Đề nghị định dạng ô là Văn bản (Text) rồi ghi lại đủ số.",
        "Please give the cell the format Text and type the whole number again.",
    ),
    reason=Text(
        "Số tài khoản, số hồ sơ dài gõ vào ô thường bị Excel thay chữ số thứ 16 trở đi bằng số 0.",
        "Of a long account or file number typed into a plain cell Excel replaces all digits after the 15th by zeros.",
    ),
    wrong=Text("Số hồ sơ 1234567890123450", "File number 1234567890123450"),
    right=Text("Số hồ sơ 1234567890123456 (dạng chữ)", "File number 1234567890123456 (as text)"),
)
