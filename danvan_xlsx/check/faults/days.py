"""Faults of days and months: what cannot be read as one, and days that cannot be right where they stand."""

from __future__ import annotations

from danvan_xlsx.words.rules import ERROR, fault
from danvan_xlsx.words.text import Text

NOT_A_DAY = fault(
    "DL02",
    "not_a_day",
    ERROR,
    message=Text(
        "Ô {cell} ghi “{raw}”; cột {column} cần đủ ngày, tháng, năm.",
        "Cell {cell} says “{raw}”; the column {column} takes a full day, month and year.",
    ),
    remedy=Text(
        "Đề nghị ghi theo dạng ngày/tháng/năm, ví dụ 05/03/2022.",
        "Please type it as day/month/year, e.g. 05/03/2022.",
    ),
    reason=Text(
        "Ngày chưa rõ thì chưa biết việc thuộc kỳ nào, nên dòng này chưa được tính.",
        "Without a clear day nobody knows the period, so the row is not counted.",
    ),
    wrong=Text("quý I; ngày 5 tháng 3; 03/292022", "quý I; ngày 5 tháng 3; 03/292022"),
    right=Text("05/03/2022", "05/03/2022"),
)

NOT_A_MONTH = fault(
    "DL07",
    "not_a_month",
    ERROR,
    message=Text(
        "Ô {cell} ghi “{raw}”; cột {column} cần một tháng từ 1 đến 12.",
        "Cell {cell} says “{raw}”; the column {column} takes a month from 1 to 12.",
    ),
    remedy=Text(
        "Đề nghị ghi số của tháng, ví dụ 5 hoặc 5/2022.",
        "Please type the number of the month, e.g. 5 or 5/2022.",
    ),
    reason=Text(
        "Mỗi dòng ghi một tháng để cộng đúng kỳ báo cáo.",
        "Each row is one month, so that it counts in the right period.",
    ),
    wrong=Text("quý II; 13", "quý II; 13"),
    right=Text("5", "5"),
)

YEAR_OF_TWO_DIGITS = fault(
    "DL12",
    "year_of_two_digits",
    ERROR,
    message=Text("Ô {cell} ghi “{raw}”, năm có hai chữ số.", "Cell {cell} says “{raw}”, a year of two digits."),
    remedy=Text("Đề nghị ghi đủ, ví dụ {expected}.", "Please type it in full, e.g. {expected}."),
    reason=Text(
        "Hai chữ số không cho biết thế kỷ, Excel của mỗi máy lại hiểu một cách; chương trình không đoán thay.",
        "Two digits do not tell the century and each Excel reads them its own way; the program does not guess.",
    ),
    wrong=Text("05/03/22", "05/03/22"),
    right=Text("05/03/2022", "05/03/2022"),
)

NO_SUCH_DAY = fault(
    "DL13",
    "no_such_day",
    ERROR,
    message=Text(
        "Ô {cell} ghi “{raw}”; lịch không có ngày này.",
        "Cell {cell} says “{raw}”; the calendar has no such day.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu hồ sơ gốc, ghi lại theo thứ tự ngày/tháng/năm, ví dụ 28/02/2022.",
        "Please look in the paper file and type it as day/month/year, e.g. 28/02/2022.",
    ),
    reason=Text(
        "Ngày không có trong lịch thường do gõ nhầm hoặc đảo ngày và tháng.",
        "A day that does not exist is mostly a slip, or day and month changed places.",
    ),
    wrong=Text("31/02/2022", "31/02/2022"),
    right=Text("28/02/2022", "28/02/2022"),
)

DAY_IN_THE_FUTURE = fault(
    "DL16",
    "day_in_the_future",
    ERROR,
    message=Text(
        "Ô {cell} ghi {raw}, sau ngày kiểm tra {as_of}; cột {column} chỉ ghi việc đã diễn ra.",
        "Cell {cell} says {raw}, after the day of the check, {as_of}; the column {column} is for what has happened.",
    ),
    remedy=Text(
        "Đề nghị ghi ngày thực tế đã làm; việc chưa diễn ra thì chưa ghi vào sổ.",
        "Please type the day on which it was done; what is still to come is not entered yet.",
    ),
    reason=Text(
        "Việc chưa diễn ra thì chưa tính là kết quả của kỳ.",
        "What has not happened is no result of the period.",
    ),
    wrong=Text(
        "Kiểm tra ngày 14/11/2022, ngày tiếp ghi 15/12/2022.",
        "The check is of 14/11/2022, the day of reception 15/12/2022.",
    ),
    right=Text("Ngày tiếp 15/10/2022, đúng như sổ giấy.", "The day of reception is 15/10/2022, as in the paper book."),
)

DAY_OUTSIDE_THE_YEAR = fault(
    "DL17",
    "day_outside_the_year",
    ERROR,
    message=Text(
        "Ô {cell} ghi {raw}; cột {column} chỉ ghi việc trong năm {year}.",
        "Cell {cell} says {raw}; the column {column} is for what happened in {year}.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu hồ sơ gốc; nếu là việc của năm khác, chuyển sang sổ của năm đó.",
        "Please look in the paper file; what belongs to another year goes into that year's workbook.",
    ),
    reason=Text(
        "Kết quả của kế hoạch năm chỉ tính việc trong năm.",
        "The year's plan counts only what was done in the year.",
    ),
    wrong=Text("Sổ năm 2022 có dòng ngày 05/03/2021.", "A row of 05/03/2021 in a workbook of 2022."),
    right=Text("05/03/2022", "05/03/2022"),
)

ENDS_BEFORE_IT_STARTS = fault(
    "DL27",
    "ends_before_it_starts",
    ERROR,
    message=Text(
        "Ô {cell} ghi {column} là {raw}, trước {other_column} ({other_raw}).",
        "Cell {cell} gives {column} as {raw}, before {other_column} ({other_raw}).",
    ),
    remedy=Text(
        "Đề nghị đối chiếu hồ sơ gốc, sửa ngày nhập nhầm.",
        "Please look in the paper file and put right the day that was mistyped.",
    ),
    reason=Text(
        "Việc không thể kết thúc trước khi bắt đầu; thường do đảo ngày và tháng.",
        "Nothing ends before it starts; mostly day and month changed places.",
    ),
    wrong=Text("Từ ngày 05/03/2022, đến ngày 01/03/2022.", "From 05/03/2022 to 01/03/2022."),
    right=Text("Từ ngày 01/03/2022, đến ngày 05/03/2022.", "From 01/03/2022 to 05/03/2022."),
)
