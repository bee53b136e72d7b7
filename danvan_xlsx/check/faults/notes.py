"""Notes on cells that were not typed as the column asks but could be read for sure: how each was read."""

from __future__ import annotations

from danvan_xlsx.words.rules import NOTE, fault
from danvan_xlsx.words.text import Text

TEXT_READ_AS_NUMBER = fault(
    "DL21",
    "text_read_as_number",
    NOTE,
    message=Text(
        "Ô {cell} ghi “{raw}” dạng chữ; đã đọc là {expected}.",
        "Cell {cell} says “{raw}” as text; it was read as {expected}.",
    ),
    remedy=Text("Không cần sửa.", "Nothing need be done."),
    reason=Text(
        "Số lưu dạng chữ thường do dán từ nơi khác; cách đọc chắc chắn nên số liệu vẫn được tính.",
        "Numbers stored as text mostly come from pasting; the reading is sure, so they are counted.",
    ),
    wrong=Text("“1.250” dạng chữ", "“1.250” as text"),
    right=Text("1250 dạng số", "1250 as a number"),
)

TEXT_READ_AS_DAY = fault(
    "DL22",
    "text_read_as_day",
    NOTE,
    message=Text("Ô {cell} ghi “{raw}”; đã đọc là {expected}.", "Cell {cell} says “{raw}”; it was read as {expected}."),
    remedy=Text("Không cần sửa.", "Nothing need be done."),
    reason=Text(
        "Ngày gõ dạng chữ được đọc theo thứ tự ngày, tháng, năm.",
        "A day typed as text is read day first, then month and year.",
    ),
    wrong=Text("ngày 5 tháng 3 năm 2022", "ngày 5 tháng 3 năm 2022"),
    right=Text("05/03/2022", "05/03/2022"),
)

NUMBER_READ_AS_DAY = fault(
    "DL23",
    "number_read_as_day",
    NOTE,
    message=Text(
        "Ô {cell} hiện số {raw}; đây là cách Excel lưu ngày, đã đọc là {expected}.",
        "Cell {cell} shows the number {raw}; Excel keeps days so, and it was read as {expected}.",
    ),
    remedy=Text("Không cần sửa.", "Nothing need be done."),
    reason=Text(
        "Ô mất định dạng ngày thì hiện số thứ tự của ngày; giá trị bên trong vẫn đúng.",
        "A cell that lost its day format shows the day's serial number; the value is right.",
    ),
    wrong=Text("44625", "44625"),
    right=Text("05/03/2022", "05/03/2022"),
)

WORD_READ_AS_ZERO = fault(
    "DL24",
    "word_read_as_zero",
    NOTE,
    message=Text("Ô {cell} ghi “{raw}”; đã đọc là số 0.", "Cell {cell} says “{raw}”; it was read as 0."),
    remedy=Text("Không cần sửa.", "Nothing need be done."),
    reason=Text(
        "“Không” ở cột số có nghĩa là không phát sinh.",
        "“Không” in a column of numbers means that nothing arose.",
    ),
    wrong=Text("không", "không"),
    right=Text("0", "0"),
)

NUMBER_READ_AS_CODE = fault(
    "DL32",
    "number_read_as_code",
    NOTE,
    message=Text(
        "Ô {cell} chứa số {raw}; đã đọc là mã “{expected}”.",
        "Cell {cell} holds the number {raw}; it was read as the code “{expected}”.",
    ),
    remedy=Text("Không cần sửa, trừ khi mã có số 0 ở đầu.", "Nothing need be done, unless the code begins with 0."),
    reason=Text(
        "Mã ghi dạng số vẫn đọc được, nhưng Excel bỏ số 0 ở đầu; ô định dạng Văn bản (Text) giữ đủ.",
        "A code stored as a number is read, but Excel drops leading zeros; format Text keeps them.",
    ),
    wrong=Text("12 dạng số", "12 as a number"),
    right=Text("012 dạng chữ", "012 as text"),
)

READ_AS_YES_OR_NO = fault(
    "DL35",
    "read_as_yes_or_no",
    NOTE,
    message=Text(
        "Ô {cell} ghi “{raw}”; đã đọc là “{expected}”.",
        "Cell {cell} says “{raw}”; it was read as “{expected}”.",
    ),
    remedy=Text("Không cần sửa.", "Nothing need be done."),
    reason=Text(
        "TRUE, 1 và FALSE, 0 được hiểu là Có và Không.",
        "TRUE and 1 mean Có (yes), FALSE and 0 mean Không (no).",
    ),
    wrong=Text("TRUE; 1", "TRUE; 1"),
    right=Text("Có", "Có"),
)
