"""Faults of copies that came in: why one in `nhan-ve` was not put in the place of the unit's workbook."""

from __future__ import annotations

from danvan_xlsx.words.rules import ERROR, NOTE, WARNING, fault
from danvan_xlsx.words.text import Text

COPY_OF_NO_UNIT = fault(
    "BM45",
    "copy_of_no_unit",
    WARNING,
    message=Text(
        "Tệp nhận về “{file}” không phải sổ theo biểu mẫu của đơn vị nào trong xã nên được để nguyên.",
        "The received file “{file}” is not a workbook of any unit on the commune's forms, so it was left as it is.",
    ),
    remedy=Text(
        "Đề nghị hỏi nơi gửi; kế hoạch thì chép vào thư mục làm việc, tệp không dùng thì chuyển vào “khong-dung”.",
        "Please ask who sent it; put a plan into the working folder, and move what is not needed to “khong-dung”.",
    ),
    reason=Text(
        "Tệp nhận về được nhận biết bằng nội dung bên trong; tệp khác loại hoặc kế hoạch do người phụ trách tự đặt.",
        "Received files are known by what is inside; other files, and a plan, are put in place by hand.",
    ),
    wrong=Text("Ảnh chụp hoặc công văn nằm trong nhan-ve.", "A photo or a letter lies in nhan-ve."),
    right=Text("Trong nhan-ve chỉ có sổ do đơn vị gửi về.", "Only workbooks sent by units lie in nhan-ve."),
)

COPY_LOST_ROWS = fault(
    "BM46",
    "copy_lost_rows",
    ERROR,
    message=Text(
        "Bản gửi về “{file}” thiếu {gone} trong {rows_before} dòng đã biết của {register}; chưa nhận bản này.",
        "The copy “{file}” lacks {gone} of the {rows_before} rows known of {register}; it was not taken.",
    ),
    remedy=Text(
        "Đề nghị hỏi đơn vị có gửi nhầm bản không; nếu đã xóa dòng, đơn vị ghi lý do ở Chốt số liệu rồi gửi lại.",
        "Please ask whether the wrong copy was sent; if rows were deleted, the unit gives the reason in Chốt số liệu "
        "and sends it again.",
    ),
    reason=Text(
        "Nhận bản thiếu dòng sẽ làm mất số liệu đã tổng hợp mà không ai hay.",
        "Taking a copy with fewer rows would lose figures already counted without anybody noticing.",
    ),
    wrong=Text(
        "Sổ đang dùng có 37 dòng, bản gửi về còn 30 dòng, chưa ghi lý do.",
        "The workbook in use has 37 rows, the copy 30, and no reason is given.",
    ),
    right=Text(
        "Bản gửi về còn đủ các dòng cũ; dòng xóa có lý do ở Chốt số liệu.",
        "The copy has all the old rows; deleted ones have their reason in Chốt số liệu.",
    ),
)

SEVERAL_COPIES_OF_ONE_UNIT = fault(
    "BM47",
    "several_copies_of_one_unit",
    ERROR,
    message=Text(
        "{unit} có {count} tệp khác nhau, chưa nhận tệp nào: {copies}.",
        "{unit} has {count} different files, and none was taken: {copies}.",
    ),
    remedy=Text(
        "Đề nghị hỏi đơn vị, giữ lại tệp đúng, chuyển các tệp còn lại vào “khong-dung”.",
        "Please ask the unit, keep the right file and move the others to “khong-dung”.",
    ),
    reason=Text(
        "Tên tệp và giờ lưu không cho biết bản nào đúng, nên chương trình không chọn thay.",
        "Neither name nor time of saving tells which copy is right, so the program does not choose.",
    ),
    wrong=Text(
        "Bao cao.xlsx và Bao cao (2).xlsx của một đơn vị cùng nằm trong nhan-ve.",
        "Bao cao.xlsx and Bao cao (2).xlsx of one unit lie in nhan-ve.",
    ),
    right=Text("Mỗi đơn vị chỉ có một bản trong nhan-ve.", "One copy of each unit lies in nhan-ve."),
)

COPY_IS_OLDER = fault(
    "BM48",
    "copy_is_older",
    WARNING,
    message=Text(
        "Bản gửi về “{file}” (Lượt kiểm tra {stamp}, {rows} dòng) cũ hơn “{into}” (Lượt {last}, {last_rows} dòng) nên "
        "chưa nhận.",
        "The copy “{file}” (check number {stamp}, {rows} rows) is older than “{into}” (number {last}, {last_rows} "
        "rows) and was not taken.",
    ),
    remedy=Text(
        "Đề nghị lấy bản mới nhất từ đơn vị và chuyển bản này vào “khong-dung”; nếu đúng là bản dùng tiếp, chép đè lên "
        "“{into}” rồi chạy lại.",
        "Please get the newest copy from the unit and move this one to “khong-dung”; if it is the one to go on with, "
        "copy it over “{into}” and run again.",
    ),
    reason=Text(
        "Bản cũ thường gửi lại qua Zalo; nhận vào sẽ mất phần đã nhập sau đó.",
        "Older copies often come back by Zalo; taking one would lose what was typed since.",
    ),
    wrong=Text("Tệp tải lại từ tin nhắn tuần trước.", "A file loaded again from last week's message."),
    right=Text("Bản đơn vị vừa nhập xong.", "The copy that the unit has just finished."),
)

BOTH_WERE_CHANGED = fault(
    "BM49",
    "both_were_changed",
    ERROR,
    message=Text(
        "Bản gửi về “{file}” (lưu {saved}: {rows} dòng) và “{into}” (lưu {other_saved}: {other_rows} dòng) đều đã được "
        "sửa: {only} dòng chỉ có ở bản gửi về, {other_only} dòng chỉ có ở tệp đang dùng. Chưa nhận bản này.",
        "The copy “{file}” (saved {saved}: {rows} rows) and “{into}” (saved {other_saved}: {other_rows} rows) were "
        "both changed: {only} rows only in the copy, {other_only} only in the file in use. It was not taken.",
    ),
    remedy=Text(
        "Đề nghị đơn vị ghi đủ vào một tệp, để tệp đó trong nhan-ve; chuyển tệp kia vào “khong-dung”.",
        "Please let the unit bring everything into one file, put that into nhan-ve, and move the other to "
        "“khong-dung”.",
    ),
    reason=Text(
        "Nhận bản gửi về sẽ mất phần nhập ở tệp đang dùng, và ngược lại; chương trình không chọn thay.",
        "Taking the copy would lose what was typed in the file in use, and the other way round.",
    ),
    wrong=Text(
        "Văn phòng sửa sổ ở máy chủ, cùng lúc đơn vị sửa bản ở máy mình.",
        "The office types in the shared workbook while the unit types in its own copy.",
    ),
    right=Text("Mỗi lúc chỉ một nơi nhập vào sổ.", "One place at a time types in a workbook."),
)

NOT_TAKEN_WHILE_OPEN = fault(
    "BM50",
    "not_taken_while_open",
    WARNING,
    message=Text(
        "Chưa nhận “{file}” vì tệp “{open}” đang được {who} mở.",
        "The copy “{file}” was not taken, because “{open}” is held open by {who}.",
    ),
    remedy=Text("Đề nghị đóng tệp rồi chạy lại.", "Please close the file and run again."),
    reason=Text(
        "Thay một tệp đang mở thì lần lưu sau của người đang mở sẽ ghi đè lên bản mới nhận.",
        "If an open file is replaced, the next save of who has it open overwrites the new copy.",
    ),
    wrong=Text("Sổ đang mở trong Excel khi chạy kiểm tra.", "The workbook is open in Excel during the check."),
    right=Text("Sổ đã lưu và đóng trước khi kiểm tra.", "The workbook is saved and closed before the check."),
)

COPY_COULD_NOT_BE_PLACED = fault(
    "BM51",
    "copy_could_not_be_placed",
    WARNING,
    message=Text(
        "Chưa nhận “{file}”: chưa thay được “{into}” do chỉ đọc, ổ đĩa đầy, vừa được sửa, khác loại tệp hoặc tên đã "
        "dùng cho tệp khác.",
        "The copy “{file}” was not taken: “{into}” could not be replaced; it is read-only, just changed, of another "
        "type or another file's name, or the disk is full.",
    ),
    remedy=Text(
        "Đề nghị xem lại tệp đó và quyền ghi của thư mục, rồi chạy lại.",
        "Please look at that file and at the right to write in the folder, then run again.",
    ),
    reason=Text(
        "Bản cũ phải được giữ lại nguyên vẹn trước khi bản mới vào chỗ của nó.",
        "The old copy must be kept whole before the new one takes its place.",
    ),
    wrong=Text("Sổ đang dùng được đặt chế độ chỉ đọc.", "The workbook in use is marked read-only."),
    right=Text("Thư mục và các sổ ghi được.", "The folder and its workbooks can be written."),
)

RECORD_SET_ASIDE = fault(
    "BM52",
    "record_set_aside",
    NOTE,
    message=Text(
        "Bản ghi nhớ của một lượt kiểm tra trước bị hỏng nên được để riêng ở “{file}”; kết quả lần này vẫn đầy đủ.",
        "The record of an earlier check is damaged and was set aside as “{file}”; this result is complete all the "
        "same.",
    ),
    remedy=Text("Không cần làm gì thêm.", "Nothing need be done."),
    reason=Text(
        "Bản ghi nhớ chỉ dùng để so với lần trước và để hoàn lại; mất một bản không ảnh hưởng đến số liệu.",
        "Records serve to compare with the check before and to undo; losing one does not touch the figures.",
    ),
    wrong=Text("Máy tắt đột ngột khi đang ghi bản ghi nhớ.", "The computer went off while a record was written."),
    right=Text("Các bản ghi nhớ trong .danvan/runs đọc được.", "The records in .danvan/runs can be read."),
)
