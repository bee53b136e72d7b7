"""Faults of one cell of whatever column, and of words: Excel's errors, choices, codes, marks of documents."""

from __future__ import annotations

from danvan_xlsx.words.rules import ERROR, fault
from danvan_xlsx.words.text import Text

NOT_YES_OR_NO = fault(
    "DL08",
    "not_yes_or_no",
    ERROR,
    message=Text(
        "Ô {cell} ghi “{raw}”; cột {column} chỉ ghi Có hoặc Không.",
        "Cell {cell} says “{raw}”; the column {column} takes Có (yes) or Không (no).",
    ),
    remedy=Text("Đề nghị chọn Có hoặc Không.", "Please choose Có or Không."),
    reason=Text(
        "Câu trả lời lưng chừng không đếm được; phần giải thích ghi ở cột ghi chú.",
        "An answer in between cannot be counted; explanations go into the notes.",
    ),
    wrong=Text("có thể", "có thể"),
    right=Text("Có", "Có"),
)

NOT_IN_THE_LIST = fault(
    "DL09",
    "not_in_the_list",
    ERROR,
    message=Text(
        "Ô {cell} ghi “{raw}”; danh sách của cột {column} chưa có nội dung này.",
        "Cell {cell} says “{raw}”; it is not in the list of the column {column}.",
    ),
    remedy=Text("Đề nghị chọn một trong: {expected}.", "Please choose one of: {expected}."),
    reason=Text(
        "Số liệu được đếm theo từng mục của danh sách; nội dung khác sẽ nằm ngoài mọi mục.",
        "Figures are counted by the items of the list; anything else falls outside all of them.",
    ),
    wrong=Text("Đột xuất theo lịch", "Đột xuất theo lịch"),
    right=Text("Định kỳ", "Định kỳ"),
)

NOT_A_DOCUMENT_NUMBER = fault(
    "DL11",
    "not_a_document_number",
    ERROR,
    message=Text(
        "Ô {cell} ghi “{raw}”; cột {column} cần đủ số và ký hiệu văn bản.",
        "Cell {cell} says “{raw}”; the column {column} takes both number and mark of the document.",
    ),
    remedy=Text("Đề nghị ghi đủ số và ký hiệu, ví dụ 05/BC-UBND.", "Please type number and mark, e.g. 05/BC-UBND."),
    reason=Text(
        "Chỉ có số thì chưa biết là quyết định, kế hoạch hay báo cáo, nên chưa làm minh chứng được.",
        "A bare number does not tell decision from plan or report, so it proves nothing.",
    ),
    wrong=Text("05; BC-UBND", "05; BC-UBND"),
    right=Text("05/BC-UBND", "05/BC-UBND"),
)

ERROR_VALUE = fault(
    "DL14",
    "error_value",
    ERROR,
    message=Text(
        "Ô {cell} đang hiện lỗi của Excel ({raw}) nên chưa đọc được.",
        "Cell {cell} shows an error of Excel ({raw}) and could not be read.",
    ),
    remedy=Text(
        "Đề nghị ghi giá trị đúng vào ô, hoặc sửa công thức.",
        "Please type the right value, or mend the formula.",
    ),
    reason=Text(
        "Lỗi của Excel cho biết công thức không tính được; ô như vậy không phải là trống, cũng không phải là 0.",
        "The formula could not be worked out; such a cell is neither blank nor zero.",
    ),
    wrong=Text("#N/A", "#N/A"),
    right=Text("12", "12"),
)

NEVER_CALCULATED = fault(
    "DL15",
    "never_calculated",
    ERROR,
    message=Text(
        "Ô {cell} có công thức chưa được tính kết quả.",
        "Cell {cell} has a formula that was never worked out.",
    ),
    remedy=Text(
        "Đề nghị mở tệp bằng Excel, bấm Lưu, rồi chạy lại; tốt nhất là ghi thẳng giá trị.",
        "Please open the file in Excel, press Save and run again; best of all, type the value.",
    ),
    reason=Text(
        "Chương trình khác Excel có thể lưu công thức mà không lưu kết quả; ô khi đó chưa có gì để đọc.",
        "Programs other than Excel may save a formula without its result; there is nothing to read.",
    ),
    wrong=Text(
        "Công thức do chương trình khác ghi, chưa mở bằng Excel.",
        "A formula written by another program and never opened in Excel.",
    ),
    right=Text("Giá trị 12 được ghi thẳng vào ô.", "The value 12 typed into the cell."),
)

CONTRADICTORY_CELL = fault(
    "DL25",
    "contradictory_cell",
    ERROR,
    message=Text(
        "Ô {cell} được lưu là số nhưng bên trong là “{raw}”, nên chưa đọc được.",
        "Cell {cell} is stored as a number but holds “{raw}”, so it could not be read.",
    ),
    remedy=Text(
        "Đề nghị xóa ô, ghi lại giá trị bằng Excel rồi lưu.",
        "Please clear the cell, type the value again in Excel and save.",
    ),
    reason=Text(
        "Một số phần mềm xuất tệp ghi sai loại của ô; đọc theo cách nào cũng có thể nhầm.",
        "Some exporting programs store the wrong type; either reading could be mistaken.",
    ),
    wrong=Text(
        "Ô kiểu số chứa “1,5” do phần mềm khác xuất.",
        "A number cell that holds “1,5”, exported by other software.",
    ),
    right=Text("Ô ghi lại bằng Excel.", "The cell typed again in Excel."),
)

BECAME_A_DAY_OR_LOGICAL = fault(
    "DL29",
    "became_a_day_or_logical",
    ERROR,
    message=Text(
        "Excel đã đổi nội dung ô {cell} thành ngày, tỷ lệ hoặc TRUE/FALSE (hiện là “{raw}”), không hợp với cột "
        "{column}.",
        "Excel turned cell {cell} into a day, a share or TRUE/FALSE (now “{raw}”), which the column {column} does "
        "not take.",
    ),
    remedy=Text(
        "Đề nghị xóa ô, chép định dạng từ ô khác trong cột, rồi ghi lại nội dung đúng.",
        "Please clear the cell, copy the format of another cell of the column, and type it again.",
    ),
    reason=Text(
        "Excel tự đổi “5-9” thành ngày 05/9; nội dung đã gõ không còn để đọc lại.",
        "Excel makes “5-9” a day; what was typed can no longer be told.",
    ),
    wrong=Text("Gõ mã 5-9, Excel đổi thành 05/09/2022.", "The code 5-9 was typed and became 05/09/2022."),
    right=Text("Ô định dạng Văn bản (Text), ghi 5-9.", "A cell of format Text that says 5-9."),
)

CODE_LOST_ITS_SHAPE = fault(
    "DL31",
    "code_lost_its_shape",
    ERROR,
    message=Text(
        "Ô {cell} chứa số {raw}; cột {column} ghi mã dạng chữ, Excel có thể đã đổi mã đã gõ.",
        "Cell {cell} holds the number {raw}; the column {column} takes a code as text, and Excel may have changed "
        "what was typed.",
    ),
    remedy=Text(
        "Đề nghị định dạng ô là Văn bản (Text) rồi ghi lại đủ mã.",
        "Please give the cell the format Text and type the whole code again.",
    ),
    reason=Text(
        "Mã 84.010 gõ vào ô thường bị Excel đổi thành số 84,01; chữ số cuối mất hẳn.",
        "The code 84.010 typed into a plain cell becomes the number 84.01; its last digit is lost.",
    ),
    wrong=Text("84,01", "84.01"),
    right=Text("84.010 (dạng chữ)", "84.010 (as text)"),
)

LOGICAL_VALUE = fault(
    "DL33",
    "logical_value",
    ERROR,
    message=Text(
        "Ô {cell} chứa giá trị TRUE/FALSE; cột {column} không ghi giá trị này.",
        "Cell {cell} holds TRUE or FALSE, which the column {column} does not take.",
    ),
    remedy=Text("Đề nghị xóa ô rồi ghi {expected}.", "Please clear the cell and type: {expected}."),
    reason=Text(
        "Giá trị này thường do ô đánh dấu hoặc công thức so sánh để lại.",
        "It mostly comes from a check box or a formula that compares.",
    ),
    wrong=Text("TRUE", "TRUE"),
    right=Text("12", "12"),
)
