"""Faults of counts, numbers, percentages and money: what cannot be read as one, or not as only one."""

from __future__ import annotations

from danvan_xlsx.words.rules import ERROR, fault
from danvan_xlsx.words.text import Text

NOT_A_WHOLE_NUMBER = fault(
    "DL03",
    "not_a_whole_number",
    ERROR,
    message=Text(
        "Ô {cell} ghi “{raw}”; cột {column} chỉ ghi số.",
        "Cell {cell} says “{raw}”; the column {column} takes a whole number only.",
    ),
    remedy=Text("Đề nghị ghi {expected}.", "Please type: {expected}."),
    reason=Text(
        "Chữ đi kèm số làm ô không cộng được; đơn vị tính đã có ở tiêu đề cột.",
        "With words beside it a number cannot be added; the heading already names the unit.",
    ),
    wrong=Text("12 người", "12 người"),
    right=Text("12", "12"),
)

NOT_A_NUMBER = fault(
    "DL04",
    "not_a_number",
    ERROR,
    message=Text(
        "Ô {cell} ghi “{raw}”; cột {column} chỉ ghi số, có thể có phần thập phân.",
        "Cell {cell} says “{raw}”; the column {column} takes a number, decimals allowed.",
    ),
    remedy=Text("Đề nghị ghi {expected}.", "Please type: {expected}."),
    reason=Text(
        "Chữ đi kèm số làm ô không cộng được; đơn vị tính đã có ở tiêu đề cột.",
        "With words beside it a number cannot be added; the heading already names the unit.",
    ),
    wrong=Text("1,2 km", "1,2 km"),
    right=Text("1,2", "1,2"),
)

NOT_A_PERCENTAGE = fault(
    "DL05",
    "not_a_percentage",
    ERROR,
    message=Text(
        "Ô {cell} ghi “{raw}”; cột {column} cần một tỷ lệ phần trăm.",
        "Cell {cell} says “{raw}”; the column {column} takes a percentage.",
    ),
    remedy=Text("Đề nghị ghi {expected}.", "Please type: {expected}."),
    reason=Text(
        "Tỷ lệ ghi bằng chữ hoặc có dấu chấm hàng nghìn thì chưa đọc được chắc chắn.",
        "A percentage in words, or with a dot for thousands, cannot be read for sure.",
    ),
    wrong=Text("bảy mươi; 1.250%", "bảy mươi; 1.250%"),
    right=Text("70 hoặc 33,9", "70 or 33,9"),
)

NOT_AN_AMOUNT_IN_DONG = fault(
    "DL06",
    "not_an_amount_in_dong",
    ERROR,
    message=Text(
        "Ô {cell} ghi “{raw}”; cột {column} ghi đủ số đồng, không ghi theo nghìn hay triệu.",
        "Cell {cell} says “{raw}”; the column {column} takes the full amount in đồng, not thousands or millions.",
    ),
    remedy=Text("Đề nghị ghi đủ số đồng, ví dụ 28.500.000.", "Please type the full amount in đồng, e.g. 28.500.000."),
    reason=Text(
        "Cùng một cột có nơi ghi đồng, nơi ghi triệu thì tổng không còn đúng.",
        "With đồng in one row and millions in the next the total is wrong.",
    ),
    wrong=Text("28,5 triệu; 500", "28,5 triệu; 500"),
    right=Text("28.500.000", "28.500.000"),
)

BELOW_ZERO = fault(
    "DL20",
    "below_zero",
    ERROR,
    message=Text(
        "Ô {cell} ghi “{raw}”; cột {column} chỉ ghi số từ 0 trở lên.",
        "Cell {cell} says “{raw}”; the column {column} takes 0 or more.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu hồ sơ gốc; nếu gõ nhầm dấu trừ, ghi {expected}.",
        "Please look in the paper file; if the minus is a slip, type {expected}.",
    ),
    reason=Text(
        "Số người, số việc, số tiền đã chi không thể nhỏ hơn 0.",
        "People, cases and money spent are never fewer than none.",
    ),
    wrong=Text("-3", "-3"),
    right=Text("3", "3"),
)

SHARE_OF_ONE = fault(
    "DL30",
    "share_of_one",
    ERROR,
    message=Text(
        "Ô {cell} ghi “{raw}”; chưa rõ là {raw}% hay {expected}%.",
        "Cell {cell} says “{raw}”; it is not clear whether {raw}% or {expected}% is meant.",
    ),
    remedy=Text(
        "Đề nghị ghi {expected} nếu là {expected}%, hoặc ghi kèm dấu % nếu là {raw}%.",
        "Please type {expected} for {expected}%, or add the sign % for {raw}%.",
    ),
    reason=Text(
        "Có người ghi 70, có người ghi 0,7 cho cùng một tỷ lệ; chương trình không đoán thay.",
        "Some type 70 and some 0,7 for the same share; the program does not guess.",
    ),
    wrong=Text("0,7 cho 70%", "0,7 for 70%"),
    right=Text("70 hoặc 70%", "70 or 70%"),
)

ABOVE_A_HUNDRED = fault(
    "DL34",
    "above_a_hundred",
    ERROR,
    message=Text(
        "Ô {cell} ghi “{raw}”; tỷ lệ ở cột {column} không quá 100%.",
        "Cell {cell} says “{raw}”; a share in the column {column} is at most 100%.",
    ),
    remedy=Text("Đề nghị kiểm tra lại, ghi tỷ lệ từ 0 đến 100.", "Please look again and type a share from 0 to 100."),
    reason=Text(
        "Phần không lớn hơn toàn bộ; số vượt 100 thường do gõ thừa chữ số.",
        "A part is never more than the whole; above 100 there is mostly a digit too many.",
    ),
    wrong=Text("120", "120"),
    right=Text("12 hoặc 100", "12 or 100"),
)
