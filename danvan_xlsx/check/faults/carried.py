"""What found no place when rows were carried into a new form: columns, rows, sheets, and what only the old file has."""

from __future__ import annotations

from danvan_xlsx.words.rules import WARNING, fault
from danvan_xlsx.words.text import Text

COLUMN_HAS_NO_PLACE = fault(
    "BM53",
    "column_has_no_place",
    WARNING,
    message=Text(
        "Cột “{heading}” của trang “{sheet}” chưa có chỗ trong biểu mẫu mới; chưa chuyển {count} ô ({cells}).",
        "The column “{heading}” of the sheet “{sheet}” has no place in the new form; {count} cells were not carried "
        "({cells}).",
    ),
    remedy=Text(
        "Đề nghị xem cột này ở tệp “{file}”; nếu cần, chép sang cột phù hợp hoặc cột Giải trình, Ghi chú.",
        "Please look at it in “{file}”; where it is needed, copy it into a fitting column or a note.",
    ),
    reason=Text(
        "Chương trình chỉ chuyển vào cột có cùng mã hoặc cùng tiêu đề; đoán thay có thể đặt nhầm số liệu.",
        "Only columns of the same code or heading are filled; a guess could put figures in the wrong place.",
    ),
    wrong=Text("Cột riêng “Điện thoại” thêm bên phải sổ.", "A column of their own, “Điện thoại”, at the right."),
    right=Text("Số liệu nằm ở các cột của biểu mẫu.", "The figures stand in the columns of the form."),
)

ROW_NOT_IN_THE_PLAN = fault(
    "BM54",
    "row_not_in_the_plan",
    WARNING,
    message=Text(
        "Dòng {row} của trang “{sheet}” ({words}) không còn trong kế hoạch; nội dung đã ghi được giữ ở cuối trang.",
        "Row {row} of the sheet “{sheet}” ({words}) is no longer in the plan; what was typed is kept at its end.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu kế hoạch; chuyển nội dung sang dòng đúng hoặc xóa dòng này.",
        "Please compare with the plan; move what is needed to the right row, or delete this one.",
    ),
    reason=Text(
        "Kế hoạch đã bỏ hoặc đổi mã nhiệm vụ, sổ hay lịch; phần đơn vị đã ghi không được tự xóa.",
        "The plan dropped or renamed a task, register or session; what a unit typed is never deleted for that.",
    ),
    wrong=Text(
        "Nhiệm vụ II.3.9 đã bỏ khỏi kế hoạch, dòng cũ có ghi khó khăn.", "Task II.3.9 is gone, its row had text."
    ),
    right=Text("Mỗi dòng là một nhiệm vụ của kế hoạch đang dùng.", "Each row is a task of the plan in force."),
)

SHEET_HAS_NO_PLACE = fault(
    "BM55",
    "sheet_has_no_place",
    WARNING,
    message=Text(
        "Trang “{sheet}” không có trong biểu mẫu mới của {unit}; chưa chuyển {count} ô.",
        "The sheet “{sheet}” is not in the new form of {unit}; {count} cells were not carried.",
    ),
    remedy=Text(
        "Đề nghị giữ tệp “{file}”; nếu là sổ của đơn vị thì ghi vào trang DonVi của kế hoạch rồi chạy lại.",
        "Please keep “{file}”; if it is a register of the unit, name it on sheet DonVi of the plan and run again.",
    ),
    reason=Text(
        "Trang riêng, trang chép thêm và sổ đã giao đơn vị khác không có chỗ trong biểu mẫu.",
        "Sheets of their own, copies, and registers now kept by another unit have no place in the form.",
    ),
    wrong=Text("Trang “Nháp” thêm vào sổ.", "A sheet “Nháp” was added."),
    right=Text("Các trang như biểu mẫu; trang riêng ở tệp khác.", "The sheets of the form; others in another file."),
)

NOT_CARRIED = fault(
    "BM56",
    "not_carried",
    WARNING,
    message=Text(
        "Tệp “{file}”{where}: chưa chuyển được {things}.",
        "The file “{file}”{where}: {things} could not be carried.",
    ),
    remedy=Text(
        "Đề nghị giữ tệp này để đối chiếu, chép tay phần cần dùng sang biểu mẫu mới.",
        "Please keep this file, and copy by hand into the new form what is needed of it.",
    ),
    reason=Text(
        "Biểu mẫu mới được vẽ lại từ giá trị các ô; hình ảnh, ghi chú, công thức, màu tô không nằm trong giá trị.",
        "A new form is drawn from the values of cells; pictures, comments, formulas and colours are none.",
    ),
    wrong=Text("Sổ có biểu đồ và ghi chú (comment) ở vài ô.", "A workbook with a chart and comments."),
    right=Text("Sổ chỉ có số liệu trong các cột của biểu mẫu.", "A workbook with figures in its columns only."),
)

NOTHING_RECOGNISED = fault(
    "BM57",
    "nothing_recognised",
    WARNING,
    message=Text(
        "Tệp “{file}” không có trang nào giống sổ của đơn vị nên chưa chuyển được gì.",
        "No sheet of the file “{file}” is like a register of a unit; nothing was carried.",
    ),
    remedy=Text(
        "Đề nghị kiểm tra đúng tệp; tiêu đề cột cần giống biểu mẫu thì chương trình mới nhận ra.",
        "Please see whether it is the right file; its headings must be like those of the form.",
    ),
    reason=Text(
        "Không nhận ra trang nào mà vẫn báo xong thì số liệu sẽ bị thiếu.",
        "To report success where nothing was recognised would leave figures out.",
    ),
    wrong=Text("Đưa nhầm tệp danh bạ điện thoại.", "A telephone list was given by mistake."),
    right=Text("Tệp có bảng Sổ tiếp công dân với tiêu đề cột.", "A file with the register and its headings."),
)

UNIT_NOT_KNOWN = fault(
    "BM58",
    "unit_not_known",
    WARNING,
    message=Text(
        "Chưa rõ tệp “{file}” là sổ của đơn vị nào; có thể là: {units}.",
        "It is not clear whose workbook “{file}” is; it may be that of: {units}.",
    ),
    remedy=Text(
        "Đề nghị chạy lại danvan upgrade, thêm --unit và mã đơn vị.",
        "Please run danvan upgrade again with --unit and the code of the unit.",
    ),
    reason=Text(
        "Bản tự lập không ghi mã đơn vị; chương trình không chọn thay khi nhiều đơn vị giữ cùng loại sổ.",
        "A home-made copy names no unit; where several keep such a register the program does not choose.",
    ),
    wrong=Text("Tệp chỉ có trang Văn bản ban hành, đơn vị nào cũng có.", "A file with the sheet that all units have."),
    right=Text("danvan upgrade van-ban.xls --unit VANHOA", "danvan upgrade van-ban.xls --unit VANHOA"),
)
