"""Why results were not written into a workbook, or not everywhere: open, read-only, signed, shared, covered."""

from __future__ import annotations

from danvan_xlsx.words.rules import NOTE, WARNING, fault
from danvan_xlsx.words.text import Text

OPEN_ELSEWHERE = fault(
    "BM10",
    "open_elsewhere",
    WARNING,
    message=Text(
        "Tệp “{file}” đang được {who} mở; kết quả chưa ghi vào tệp này.",
        "The file “{file}” is held open by {who}; the results were not written into it.",
    ),
    remedy=Text(
        "Đề nghị đóng tệp rồi chạy lại; kết quả đã có trong bảng tổng hợp.",
        "Please close the file and run again; the results are in the summary.",
    ),
    reason=Text(
        "Ghi vào tệp đang mở có thể làm mất những gì người đang nhập chưa lưu.",
        "Writing into an open file could lose what its user has not yet saved.",
    ),
    wrong=Text(
        "Sổ đang mở trên máy khác khi chạy kiểm tra.",
        "The workbook is open on another computer during the check.",
    ),
    right=Text("Đóng sổ trước khi chạy kiểm tra.", "The workbook is closed before the check."),
)

READ_ONLY = fault(
    "BM11",
    "read_only",
    WARNING,
    message=Text(
        "Tệp “{file}” đang ở chế độ chỉ đọc; kết quả chưa ghi vào tệp này.",
        "The file “{file}” is read-only; the results were not written into it.",
    ),
    remedy=Text(
        "Đề nghị bỏ dấu Chỉ đọc (Read-only) trong Thuộc tính của tệp rồi chạy lại.",
        "Please clear Read-only in the file's properties and run again.",
    ),
    reason=Text(
        "Chương trình tôn trọng dấu chỉ đọc, không tự bỏ.",
        "The program respects the mark and does not remove it.",
    ),
    wrong=Text("Tệp chép từ đĩa, còn dấu Chỉ đọc.", "A file copied from a disc, still marked Read-only."),
    right=Text("Tệp ghi được.", "A file that can be written."),
)

DIGITALLY_SIGNED = fault(
    "BM22",
    "digitally_signed",
    WARNING,
    message=Text(
        "Tệp “{file}” có chữ ký số; ghi vào sẽ làm mất chữ ký nên kết quả chưa ghi vào tệp này.",
        "The file “{file}” is digitally signed; writing would break the signature, so the results were not written "
        "into it.",
    ),
    remedy=Text(
        "Đề nghị xem kết quả trong bảng tổng hợp; nếu cần ghi vào sổ, dùng bản chưa ký.",
        "Please read the results in the summary; if they are wanted in the workbook, use the unsigned copy.",
    ),
    reason=Text(
        "Chữ ký số bảo vệ nguyên vẹn nội dung; thêm một ô cũng làm chữ ký không còn giá trị.",
        "A signature covers every byte; one cell more and it is void.",
    ),
    wrong=Text("Ký số vào sổ đang nhập hằng ngày.", "A signature on the workbook that is filled every day."),
    right=Text("Ký số vào báo cáo; sổ theo dõi để chưa ký.", "The report is signed, the workbook is not."),
)

SHARED_WITH_HISTORY = fault(
    "BM23",
    "shared_with_history",
    WARNING,
    message=Text(
        "Tệp “{file}” đang ở chế độ dùng chung có lưu lịch sử; kết quả chưa ghi vào tệp này.",
        "The file “{file}” is shared with a history of changes; the results were not written into it.",
    ),
    remedy=Text(
        "Đề nghị tắt chế độ dùng chung (Share Workbook) trong Excel, lưu lại rồi chạy lại.",
        "Please switch off Share Workbook in Excel, save and run again.",
    ),
    reason=Text(
        "Lịch sử thay đổi ghi từng ô; ghi từ bên ngoài làm lịch sử không còn khớp.",
        "The history lists every cell; writing from outside would contradict it.",
    ),
    wrong=Text(
        "Sổ bật Share Workbook để nhiều người cùng nhập.",
        "Share Workbook is on so that many can type at once.",
    ),
    right=Text("Mỗi lúc một người nhập; tệp không bật dùng chung.", "One person types at a time; sharing is off."),
)

OUR_CELL_IS_COVERED = fault(
    "BM24",
    "our_cell_is_covered",
    WARNING,
    message=Text(
        "Ô {cell} dành cho kết quả nằm trong vùng gộp {range}; kết quả của dòng này chưa ghi được.",
        "Cell {cell}, kept for results, lies in the merged range {range}; the result of this row was not written.",
    ),
    remedy=Text("Đề nghị bỏ gộp ô (Unmerge) ở vùng {range} rồi chạy lại.", "Please unmerge {range} and run again."),
    reason=Text(
        "Ô bị gộp chỉ hiện giá trị của ô đầu vùng, kết quả ghi vào sẽ không nhìn thấy.",
        "Merged cells show only the first one; a result written there could not be seen.",
    ),
    wrong=Text("Gộp A9:A10 ở cột Tình trạng.", "A9:A10 merged in the column Tình trạng."),
    right=Text("Mỗi dòng một ô, không gộp.", "One cell for each row, not merged."),
)

INSIDE_NOT_UNDERSTOOD = fault(
    "BM25",
    "inside_not_understood",
    WARNING,
    message=Text(
        "Tệp “{file}” có phần bên trong chưa nhận biết được; để giữ nguyên tệp, kết quả chưa ghi vào.",
        "The file “{file}” has parts inside that were not understood; to keep it whole, the results were not written.",
    ),
    remedy=Text(
        "Đề nghị xem kết quả trong bảng tổng hợp; nếu cần ghi vào sổ, mở bằng Excel, lưu lại rồi chạy lại.",
        "Please read the results in the summary; if they are wanted in the workbook, save it by Excel and run again.",
    ),
    reason=Text(
        "Chương trình chỉ ghi khi chắc chắn giữ nguyên mọi phần khác của tệp.",
        "The program writes only where it is sure to keep all other parts of the file.",
    ),
    wrong=Text(
        "Tệp do một chương trình khác Excel lưu theo cách riêng.",
        "A file that another program saved in its own way.",
    ),
    right=Text("Tệp do Excel lưu.", "A file saved by Excel."),
)

OUR_TITLE_IS_TAKEN = fault(
    "BM26",
    "our_title_is_taken",
    NOTE,
    message=Text(
        "Trang “{title}” trong tệp “{file}” là của đơn vị nên được giữ nguyên; trang kết quả mang tên gần giống.",
        "The sheet “{title}” in “{file}” is the unit's own and was kept; the sheet of results has a similar name.",
    ),
    remedy=Text("Không cần làm gì thêm.", "Nothing need be done."),
    reason=Text(
        "Trang kết quả được nhận ra bằng mã bên trong, không bằng tên; trang của đơn vị không bị ghi đè.",
        "Our sheet is known by its codes, not its title; a sheet of the unit is never overwritten.",
    ),
    wrong=Text("Đơn vị tự lập trang Tổng hợp.", "The unit made a sheet Tổng hợp of its own."),
    right=Text(
        "Trang của đơn vị mang tên khác, ví dụ Tổng hợp riêng.",
        "The unit's sheet has another name, e.g. Tổng hợp riêng.",
    ),
)

CHANGED_MEANWHILE = fault(
    "BM28",
    "changed_meanwhile",
    WARNING,
    message=Text(
        "Tệp “{file}” vừa được lưu trong lúc kiểm tra; kết quả chưa ghi vào tệp này.",
        "The file “{file}” was saved during the check; the results were not written into it.",
    ),
    remedy=Text("Đề nghị đóng tệp rồi chạy lại.", "Please close the file and run again."),
    reason=Text(
        "Kết quả của bản đã đọc không còn đúng với bản vừa lưu; ghi đè sẽ mất phần mới nhập.",
        "The results belong to the copy that was read; writing would lose what was saved since.",
    ),
    wrong=Text("Vừa chạy kiểm tra vừa nhập tiếp vào sổ.", "Typing goes on while the check runs."),
    right=Text("Lưu và đóng sổ rồi mới chạy kiểm tra.", "The workbook is saved and closed before the check."),
)

COULD_NOT_BE_WRITTEN = fault(
    "BM33",
    "could_not_be_written",
    WARNING,
    message=Text(
        "Chưa ghi được kết quả vào “{file}” vì ổ đĩa đầy hoặc thư mục chỉ cho đọc; tệp được giữ nguyên.",
        "The results could not be written into “{file}”: the disk is full or the folder read-only; the file is as "
        "it was.",
    ),
    remedy=Text(
        "Đề nghị dọn bớt ổ đĩa hoặc xin quyền ghi vào thư mục, rồi chạy lại.",
        "Please free some space or ask for the right to write in the folder, then run again.",
    ),
    reason=Text(
        "Kết quả được ghi vào một bản mới rồi mới thay bản cũ, nên cần chỗ trống và quyền ghi.",
        "A new copy is written and then takes the old one's place, which needs space and the right to write.",
    ),
    wrong=Text("Thư mục nằm trên USB đã đầy.", "The folder lies on a full USB stick."),
    right=Text("Thư mục còn chỗ trống và ghi được.", "The folder has space and can be written."),
)
