"""Faults of a cell beside others: blank where needed, standing twice, found nowhere, a part above its whole."""

from __future__ import annotations

from danvan_xlsx.words.rules import ERROR, fault
from danvan_xlsx.words.text import Text

BLANK_BUT_REQUIRED = fault(
    "DL01",
    "blank_but_required",
    ERROR,
    message=Text(
        "Ô {cell} còn trống; cột {column} cần có ở mỗi dòng.",
        "Cell {cell} is blank; the column {column} is needed in every row.",
    ),
    remedy=Text(
        "Đề nghị ghi bổ sung ô {cell}; nếu nhập thừa dòng, xóa cả dòng.",
        "Please fill {cell}; if the row was entered by mistake, clear the whole row.",
    ),
    reason=Text(
        "Thiếu ô này thì dòng chưa đếm được vào kỳ, vào mục nào.",
        "Without this cell the row cannot be counted in its period or class.",
    ),
    wrong=Text(
        "Có nội dung, kết quả; chưa có ngày tiếp.",
        "Content and result are there, the day of reception is not.",
    ),
    right=Text("Ngày tiếp 05/03/2022.", "Day of reception 05/03/2022."),
)

NOTHING_BY_THAT_CODE = fault(
    "DL10",
    "nothing_by_that_code",
    ERROR,
    message=Text(
        "Ô {cell} ghi “{raw}” ở cột {column}; chưa thấy trong {expected}.",
        "Cell {cell} says “{raw}” in the column {column}; it was not found in {expected}.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu với {home}: bổ sung nếu còn thiếu, hoặc sửa lại ô {cell}.",
        "Please compare with {home}: enter what is missing there, or put {cell} right.",
    ),
    reason=Text(
        "Mã nối hai sổ với nhau; mã không có nơi đến thì việc không được tính cho nhiệm vụ nào.",
        "A code joins two registers; one that leads nowhere counts for no task.",
    ),
    wrong=Text(
        "Lượt tiếp ghi mã đơn D-09; Sổ đơn thư có đến D-08.",
        "A reception names the petition D-09; the register ends with D-08.",
    ),
    right=Text("Vào sổ đơn D-09, hoặc sửa thành D-08.", "D-09 is entered in the register, or put right to D-08."),
)

STANDS_TWICE = fault(
    "DL18",
    "stands_twice",
    ERROR,
    message=Text(
        "Ô {cell} ghi “{raw}” ở cột {column}; giá trị này đã có ở ô {other}.",
        "Cell {cell} says “{raw}” in the column {column}; it already stands in {other}.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu hai dòng: xóa dòng nhập lặp, hoặc ghi mã khác.",
        "Please compare the two rows: clear the one entered twice, or give it another code.",
    ),
    reason=Text("Một việc ghi hai lần thì được đếm hai lần.", "What is entered twice is counted twice."),
    wrong=Text("D-05 ở ô B8 và ô B12.", "D-05 in B8 and in B12."),
    right=Text("D-05 ở ô B8, D-06 ở ô B12.", "D-05 in B8, D-06 in B12."),
)

PART_ABOVE_WHOLE = fault(
    "DL19",
    "part_above_whole",
    ERROR,
    message=Text(
        "Ô {cell} ghi {column} là {raw}, lớn hơn {other_column} ({other_raw}).",
        "Cell {cell} gives {column} as {raw}, more than {other_column} ({other_raw}).",
    ),
    remedy=Text(
        "Đề nghị đối chiếu hồ sơ gốc, sửa ô chưa đúng.",
        "Please look in the paper file and put the wrong cell right.",
    ),
    reason=Text("Phần không thể lớn hơn tổng của cùng dòng.", "A part is never more than the whole in the same row."),
    wrong=Text("Số phiếu đồng ý 120, tổng số phiếu 100.", "120 votes in favour out of 100."),
    right=Text("Số phiếu đồng ý 90, tổng số phiếu 100.", "90 votes in favour out of 100."),
)

ONLY_ONE_CELL_FILLED = fault(
    "DL26",
    "only_one_cell_filled",
    ERROR,
    message=Text(
        "Dòng {row} chỉ có ô {cell} được ghi, các ô cần có khác đều trống.",
        "In row {row} only {cell} is filled; the other cells that are needed are blank.",
    ),
    remedy=Text(
        "Đề nghị xóa ô {cell} nếu ghi nhầm, hoặc ghi đủ cả dòng.",
        "Please clear {cell} if it is a slip, or complete the row.",
    ),
    reason=Text(
        "Một ký tự gõ nhầm ở cuối trang không phải là một dòng số liệu; chỉ báo một ô này.",
        "A stray letter at the foot of a sheet is no row of figures; only this cell is told.",
    ),
    wrong=Text("Dòng 80 chỉ có chữ “x” ở cột Ghi chú.", "Row 80 has only an “x” in the notes."),
    right=Text("Dòng 80 trống, hoặc đủ các ô cần có.", "Row 80 is blank, or has all it needs."),
)

BLANK_THOUGH_NEEDED_HERE = fault(
    "DL28",
    "blank_though_needed_here",
    ERROR,
    message=Text(
        "Ô {cell} còn trống; cột {column} cần có khi {other_column} là “{other_raw}”.",
        "Cell {cell} is blank; the column {column} is needed where {other_column} is “{other_raw}”.",
    ),
    remedy=Text(
        "Đề nghị ghi bổ sung ô {cell}, hoặc xem lại cột {other_column} của dòng này.",
        "Please fill {cell}, or look again at {other_column} in this row.",
    ),
    reason=Text(
        "Cột này chỉ cần cho một số loại việc; dòng này thuộc loại cần có.",
        "The column is needed for some kinds of case only; this row is one of them.",
    ),
    wrong=Text(
        "Loại đơn là Khiếu nại, chưa ghi ngày thụ lý.",
        "The petition is a complaint and has no day of acceptance.",
    ),
    right=Text(
        "Loại đơn là Khiếu nại, ngày thụ lý 05/03/2022.",
        "The petition is a complaint, accepted on 05/03/2022.",
    ),
)
