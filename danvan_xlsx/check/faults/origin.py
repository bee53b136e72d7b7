"""Faults of whose file it is and which copy: another form, year or commune, an older copy, rows that are gone."""

from __future__ import annotations

from danvan_xlsx.words.rules import ERROR, fault
from danvan_xlsx.words.text import Text

WITHOUT_OUR_MARKS = fault(
    "BM12",
    "without_our_marks",
    ERROR,
    message=Text(
        "Tệp “{file}” giống biểu mẫu nhưng chưa thấy dấu nhận biết, có thể là bản tự lập.",
        "The file “{file}” looks like our form but has no markers; it may be home-made.",
    ),
    remedy=Text(
        "Đề nghị chạy danvan upgrade để chuyển số liệu sang biểu mẫu của đơn vị, rồi chuyển tệp này vào “khong-dung”.",
        "Please run danvan upgrade, which moves the figures into the unit's form, then move this file to “khong-dung”.",
    ),
    reason=Text(
        "Dấu nhận biết cho biết sổ của đơn vị nào, năm nào; thiếu dấu thì không biết ghi kết quả vào đâu.",
        "The markers tell unit and year; without them there is no place for the results.",
    ),
    wrong=Text("Đơn vị kẻ lại bảng trong một tệp Excel mới.", "The unit drew the table anew in another Excel file."),
    right=Text(
        "Số liệu nằm trong biểu mẫu do lệnh danvan forms lập.",
        "The figures stand in the form drawn by danvan forms.",
    ),
)

OLDER_LAYOUT = fault(
    "BM13",
    "older_layout",
    ERROR,
    message=Text(
        "Tệp “{file}” là biểu mẫu phiên bản {found}; phiên bản đang dùng là {expected}.",
        "The file “{file}” is version {found} of the form; the version in use is {expected}.",
    ),
    remedy=Text(
        "Đề nghị chạy danvan upgrade để chuyển số liệu sang biểu mẫu đang dùng, rồi chuyển tệp này vào “khong-dung”.",
        "Please run danvan upgrade, which moves the figures into the form in use, then move this file to “khong-dung”.",
    ),
    reason=Text(
        "Biểu mẫu cũ có thể thiếu cột mà kế hoạch đang cần.",
        "An older form may lack columns that the plan needs.",
    ),
    wrong=Text("Sổ lập theo biểu mẫu của năm trước.", "A workbook made from last year's form."),
    right=Text("Sổ lập theo biểu mẫu đang dùng.", "A workbook made from the form in use."),
)

OF_ANOTHER_YEAR = fault(
    "BM14",
    "of_another_year",
    ERROR,
    message=Text(
        "Tệp “{file}” là sổ của năm {found}; kế hoạch trong thư mục là của năm {expected}.",
        "The file “{file}” is a workbook of {found}; the plan in the folder is of {expected}.",
    ),
    remedy=Text(
        "Đề nghị chuyển tệp sang đúng thư mục của năm, hoặc chuyển vào “khong-dung”.",
        "Please move it to the folder of its year, or to “khong-dung”.",
    ),
    reason=Text(
        "Số liệu của năm khác không cộng vào kế hoạch năm này.",
        "Figures of another year do not count for this year's plan.",
    ),
    wrong=Text("Sổ năm 2021 nằm trong thư mục năm 2022.", "A workbook of 2021 in the folder of 2022."),
    right=Text("Sổ và kế hoạch cùng một năm.", "Workbook and plan are of one year."),
)

OF_ANOTHER_COMMUNE = fault(
    "BM15",
    "of_another_commune",
    ERROR,
    message=Text(
        "Tệp “{file}” là sổ của {found}; kế hoạch trong thư mục là của {expected}.",
        "The file “{file}” is a workbook of {found}; the plan in the folder is of {expected}.",
    ),
    remedy=Text(
        "Đề nghị chuyển tệp sang đúng thư mục, hoặc chuyển vào “khong-dung”.",
        "Please move it to the right folder, or to “khong-dung”.",
    ),
    reason=Text(
        "Số liệu của đơn vị hành chính khác không cộng vào kết quả của xã.",
        "Figures of another commune do not count here.",
    ),
    wrong=Text("Sổ của xã bên được gửi nhầm.", "The neighbouring commune's workbook came by mistake."),
    right=Text("Sổ và kế hoạch cùng một xã.", "Workbook and plan are of one commune."),
)

OLDER_COPY = fault(
    "BM21",
    "older_copy",
    ERROR,
    message=Text(
        "Tệp “{file}” ghi Lượt kiểm tra {stamp}; lần trước đã ghi Lượt {last}, có thể đây là bản cũ.",
        "The file “{file}” carries check number {stamp}; the last one left {last}, so this may be an older copy.",
    ),
    remedy=Text(
        "Đề nghị hỏi đơn vị, đưa bản mới nhất vào thư mục; nếu đây đúng là bản dùng tiếp, ghi mã BM21 và lý do ở trang "
        "NgoaiLe của kế hoạch.",
        "Please ask the unit and put the newest copy into the folder; if this is the one to go on with, write BM21 and "
        "the reason on sheet NgoaiLe of the plan.",
    ),
    reason=Text(
        "Bản cũ thường gửi lại qua Zalo; ghi đè lên sẽ mất những dòng đã nhập sau đó.",
        "Older copies often come back by Zalo; going on with one would lose rows typed since.",
    ),
    wrong=Text("Tệp tải lại từ tin nhắn tuần trước.", "A file loaded again from last week's message."),
    right=Text("Tệp đang dùng ở máy của đơn vị.", "The file in use on the unit's computer."),
)

ROWS_ARE_GONE = fault(
    "BM29",
    "rows_are_gone",
    ERROR,
    message=Text(
        "{register} còn {rows} dòng; lần kiểm tra trước có {last_rows} dòng. Chưa ghi kết quả vào tệp này.",
        "{register} has {rows} rows; the last check saw {last_rows}. Nothing was written into this file.",
    ),
    remedy=Text(
        "Đề nghị kiểm tra có gửi nhầm bản cũ; nếu đã xóa, ghi lý do ở Chốt số liệu.",
        "Please see whether an older copy was sent; if rows were deleted, give the reason in Chốt số liệu.",
    ),
    reason=Text(
        "Dòng đã tổng hợp mà nay không còn sẽ làm số lũy kế giảm so với báo cáo đã gửi.",
        "Rows already counted and now gone make the running total smaller than the report sent.",
    ),
    wrong=Text(
        "Sổ có 37 dòng, lần sau còn 30 dòng, chưa ghi lý do.",
        "A register of 37 rows comes back with 30 and no reason.",
    ),
    right=Text(
        "Giữ nguyên các dòng cũ; dòng xóa có lý do ở Chốt số liệu.",
        "Old rows stay; deleted ones have their reason in Chốt số liệu.",
    ),
)

NEWER_LAYOUT = fault(
    "BM30",
    "newer_layout",
    ERROR,
    message=Text(
        "Tệp “{file}” là biểu mẫu phiên bản {found}, mới hơn phiên bản {expected} mà chương trình này đọc được.",
        "The file “{file}” is version {found} of the form, newer than version {expected} that this program reads.",
    ),
    remedy=Text("Đề nghị cập nhật chương trình rồi chạy lại.", "Please update the program and run again."),
    reason=Text(
        "Chương trình cũ chưa biết các cột của biểu mẫu mới nên không đọc, để không hiểu nhầm.",
        "An older program does not know the new form's columns, so it leaves them unread.",
    ),
    wrong=Text(
        "Máy chưa cập nhật mở sổ lập bằng bản mới.",
        "A computer not yet updated opens a workbook made by the newer version.",
    ),
    right=Text("Các máy dùng cùng một phiên bản.", "All computers use the same version."),
)
