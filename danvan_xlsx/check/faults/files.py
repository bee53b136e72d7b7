"""Faults of a file that cannot be opened or read at all: what it is instead of a workbook, and what keeps it shut."""

from __future__ import annotations

from danvan_xlsx.words.rules import ERROR, WARNING, fault
from danvan_xlsx.words.text import Text

NOT_A_WORKBOOK = fault(
    "BM01",
    "not_a_workbook",
    ERROR,
    message=Text(
        "Tệp “{file}” mang tên sổ Excel nhưng bên trong không phải sổ Excel.",
        "The file “{file}” is named as an Excel workbook, but its content is not one.",
    ),
    remedy=Text(
        "Đề nghị mở bằng chương trình đã tạo ra tệp, lưu thành .xlsx; nếu không dùng, chuyển vào “khong-dung”.",
        "Please open it in the program that made it and save as .xlsx; if not needed, move it to “khong-dung”.",
    ),
    reason=Text(
        "Đổi đuôi tên không đổi được nội dung; chỉ sổ do Excel lưu mới đọc được từng ô.",
        "Another ending of the name does not change what is inside; only a real workbook has cells to read.",
    ),
    wrong=Text("Tệp văn bản được đổi tên thành so-don.xlsx.", "A text file renamed to so-don.xlsx."),
    right=Text(
        "Sổ được lưu bằng Excel, loại Excel Workbook (.xlsx).",
        "A workbook saved by Excel as Excel Workbook (.xlsx).",
    ),
)

DAMAGED = fault(
    "BM02",
    "damaged",
    ERROR,
    message=Text(
        "Tệp “{file}” bị hỏng nên chưa đọc được, thường do chép hoặc tải về chưa xong.",
        "The file “{file}” is damaged and could not be read, often because copying or loading it was cut short.",
    ),
    remedy=Text(
        "Đề nghị lấy lại bản gốc từ đơn vị, hoặc mở bằng Excel, để Excel sửa rồi lưu lại.",
        "Please get the original from the unit again, or let Excel open and repair it, then save.",
    ),
    reason=Text(
        "Tệp thiếu một phần thì số liệu còn lại có thể không đủ, nên không dùng để tính.",
        "What is left of an incomplete file may lack rows, so nothing is counted from it.",
    ),
    wrong=Text("Tệp tải từ Zalo mới được một nửa.", "A file half loaded from Zalo."),
    right=Text("Tệp tải đủ, mở được bằng Excel.", "A file loaded whole, which Excel opens."),
)

PASSWORD_PROTECTED = fault(
    "BM03",
    "password_protected",
    ERROR,
    message=Text(
        "Tệp “{file}” được đặt mật khẩu mở nên chưa đọc được.",
        "The file “{file}” has a password to open and could not be read.",
    ),
    remedy=Text(
        "Đề nghị mở bằng Excel, vào Tệp (File), Thông tin (Info), bỏ mật khẩu mở rồi lưu lại.",
        "Please open it in Excel, go to File, Info, remove the password to open, and save.",
    ),
    reason=Text(
        "Tệp có mật khẩu được mã hóa toàn bộ, chương trình không mở thay được.",
        "A file with a password is encrypted as a whole; the program cannot open it.",
    ),
    wrong=Text("Sổ được bảo vệ bằng mật khẩu mở.", "A workbook that asks for a password when opened."),
    right=Text(
        "Sổ mở được ngay; nơi lưu tệp chỉ người có trách nhiệm mới vào được.",
        "A workbook that opens at once, kept where only those in charge may enter.",
    ),
)

FORMAT_OF_ANOTHER_PROGRAM = fault(
    "BM04",
    "format_of_another_program",
    ERROR,
    message=Text(
        "Tệp “{file}” có định dạng {format} và chưa đọc được bên trong.",
        "The file “{file}” has the format {format}, and what is inside could not be read.",
    ),
    remedy=Text(
        "Đề nghị mở bằng Excel, chọn Lưu thành (Save As), loại Excel Workbook (.xlsx), rồi chuyển tệp cũ vào "
        "“khong-dung”.",
        "Please open it in Excel, choose Save As, Excel Workbook (.xlsx), then move the old file to “khong-dung”.",
    ),
    reason=Text(
        "Tệp loại này thường đọc được; tệp hỏng, quá lớn hoặc do phần mềm khác lưu lạ thì chỉ Excel mở được.",
        "Most files of this kind are read; one that is damaged, too big or oddly saved only Excel can open.",
    ),
    wrong=Text("Sổ .xls chép chưa xong.", "A workbook .xls that was copied half-way."),
    right=Text("Sổ lưu theo loại Excel Workbook (.xlsx).", "A workbook saved as Excel Workbook (.xlsx)."),
)

EMPTY_FILE = fault(
    "BM05",
    "empty_file",
    ERROR,
    message=Text("Tệp “{file}” rỗng, bên trong chưa có gì.", "The file “{file}” is empty; there is nothing in it."),
    remedy=Text(
        "Đề nghị lấy lại tệp đầy đủ từ đơn vị; nếu không dùng, chuyển vào “khong-dung”.",
        "Please get the full file from the unit again; if not needed, move it to “khong-dung”.",
    ),
    reason=Text(
        "Tệp 0 byte thường do chép bị ngắt hoặc ổ đĩa đầy.",
        "A file of 0 bytes is mostly left by a copy that was interrupted or a full disk.",
    ),
    wrong=Text("Tệp có dung lượng 0 KB.", "A file of 0 KB."),
    right=Text("Tệp mở được và thấy các trang của sổ.", "A file that opens and shows the sheets of the workbook."),
)

FOLDER_NAMED_AS_A_WORKBOOK = fault(
    "BM06",
    "folder_named_as_a_workbook",
    WARNING,
    message=Text(
        "Thư mục “{file}” mang tên như tệp Excel; các tệp bên trong chưa được đọc.",
        "The folder “{file}” is named like an Excel file; the files inside were not read.",
    ),
    remedy=Text(
        "Đề nghị chuyển tệp bên trong ra ngoài, rồi xóa hoặc đổi tên thư mục.",
        "Please move the files inside out of it, then delete or rename the folder.",
    ),
    reason=Text(
        "Giải nén một sổ Excel bằng chương trình nén sẽ để lại thư mục như vậy.",
        "Unpacking a workbook with an archive program leaves such a folder.",
    ),
    wrong=Text("Thư mục tên van-hoa.xlsx.", "A folder named van-hoa.xlsx."),
    right=Text(
        "Tệp van-hoa.xlsx nằm ngay trong thư mục làm việc.",
        "The file van-hoa.xlsx itself, in the working folder.",
    ),
)

CANNOT_BE_OPENED = fault(
    "BM07",
    "cannot_be_opened",
    ERROR,
    message=Text(
        "Chưa mở được tệp “{file}” vì máy tính chưa cho phép đọc.",
        "The file “{file}” could not be opened because the computer does not allow it to be read.",
    ),
    remedy=Text(
        "Đề nghị đóng chương trình đang giữ tệp hoặc xin quyền đọc, rồi chạy lại.",
        "Please close the program that holds the file or ask for the right to read it, then run again.",
    ),
    reason=Text(
        "Tệp chưa đọc được thì số liệu của đơn vị chưa có trong kết quả.",
        "As long as the file is not read, the unit's figures are missing from the result.",
    ),
    wrong=Text(
        "Tệp chép từ máy khác, tài khoản này chưa có quyền đọc.",
        "A file copied from another computer that this account may not read.",
    ),
    right=Text("Tệp mở được bằng tài khoản đang dùng.", "A file that the present account can open."),
)

TOO_BIG_UNPACKED = fault(
    "BM08",
    "too_big_unpacked",
    ERROR,
    message=Text(
        "Tệp “{file}” khi mở ra chiếm khoảng {size} MB, vượt mức có thể đọc an toàn.",
        "The file “{file}” takes about {size} MB when unpacked, more than can be read safely.",
    ),
    remedy=Text(
        "Đề nghị xóa ảnh lớn và trang không dùng rồi lưu lại, hoặc chép số liệu sang biểu mẫu trống.",
        "Please delete large pictures and unused sheets and save, or copy the figures into a blank form.",
    ),
    reason=Text(
        "Tệp quá lớn có thể làm treo máy; sổ của một đơn vị thường chỉ vài MB.",
        "Too big a file can freeze the computer; a unit's workbook is mostly a few MB.",
    ),
    wrong=Text("Sổ dán kèm hàng trăm ảnh chụp.", "A workbook with hundreds of pictures pasted in."),
    right=Text(
        "Sổ chỉ có số liệu; ảnh lưu ở thư mục riêng.",
        "A workbook with figures only; pictures are kept in their own folder.",
    ),
)

UNSAFE_XML = fault(
    "BM09",
    "unsafe_xml",
    ERROR,
    message=Text(
        "Tệp “{file}” được một chương trình lưu theo cách khác thường nên chưa đọc, để bảo đảm an toàn.",
        "The file “{file}” was saved by a program in an unusual way and was not read, to be safe.",
    ),
    remedy=Text(
        "Đề nghị hỏi rõ nơi gửi; nếu tin cậy, mở bằng Excel, lưu lại rồi chạy lại.",
        "Please ask who sent it; if it can be trusted, open it in Excel, save it and run again.",
    ),
    reason=Text(
        "Tệp khai báo nội dung thay thế (thực thể XML); Excel không lưu như vậy và cách này có thể gây hại.",
        "The file declares XML entities; Excel never does, and they can be used to do harm.",
    ),
    wrong=Text("Tệp do một công cụ trên mạng tạo ra.", "A file made by a tool on the web."),
    right=Text("Tệp do Excel lưu.", "A file saved by Excel."),
)
