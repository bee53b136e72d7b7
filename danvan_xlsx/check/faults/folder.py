"""Faults of the folder as a whole: the plan, who has not sent, who sent twice, and what keeps a run from starting."""

from __future__ import annotations

from danvan_xlsx.words.rules import ERROR, fault
from danvan_xlsx.words.text import Text

TWO_FILES_OF_ONE_UNIT = fault(
    "BM16",
    "two_files_of_one_unit",
    ERROR,
    message=Text(
        "{unit} có 2 tệp: “{file}” (lưu {saved}: {rows} dòng) và “{other}” (lưu {other_saved}: {other_rows} dòng). "
        "Chưa ghi vào tệp nào.",
        "{unit} has 2 files: “{file}” (saved {saved}: {rows} rows) and “{other}” (saved {other_saved}: "
        "{other_rows} rows). Neither was written.",
    ),
    remedy=Text(
        "Đề nghị hỏi đơn vị, chỉ giữ một tệp, chuyển tệp còn lại vào “khong-dung”.",
        "Please ask the unit, keep one file and move the other to “khong-dung”.",
    ),
    reason=Text(
        "Không chọn thay đơn vị: tên tệp hay ngày lưu không cho biết tệp nào đúng; tính cả hai thì số liệu bị lặp.",
        "We never choose: neither name nor date tells which is right, and counting both would double the figures.",
    ),
    wrong=Text(
        "Hai tệp van-hoa.xlsx và van-hoa (1).xlsx trong cùng thư mục.",
        "The files van-hoa.xlsx and van-hoa (1).xlsx in one folder.",
    ),
    right=Text(
        "Mỗi đơn vị một tệp; bản không dùng nằm trong “khong-dung”.",
        "One file for each unit; the copy not used lies in “khong-dung”.",
    ),
)

UNIT_WITHOUT_A_FILE = fault(
    "BM17",
    "unit_without_a_file",
    ERROR,
    message=Text("Chưa thấy tệp của {unit} trong thư mục.", "There is no file of {unit} in the folder."),
    remedy=Text(
        "Đề nghị nhắc đơn vị gửi; nếu đã gửi, chép tệp vào thư mục rồi chạy lại.",
        "Please remind the unit; if it has sent its file, copy it into the folder and run again.",
    ),
    reason=Text(
        "Nhiệm vụ của đơn vị chưa gửi được ghi “Chưa có số liệu”, không tính là quá hạn.",
        "Tasks of a unit that has not sent read “No figures yet”, not overdue.",
    ),
    wrong=Text(
        "Kế hoạch có 7 đơn vị giữ sổ, thư mục có 6 tệp.",
        "The plan names 7 units with a workbook; the folder has 6 files.",
    ),
    right=Text("Đủ tệp của các đơn vị giữ sổ.", "A file of every unit that keeps a workbook."),
)

UNIT_NOT_IN_THE_PLAN = fault(
    "BM18",
    "unit_not_in_the_plan",
    ERROR,
    message=Text(
        "Tệp “{file}” mang mã đơn vị “{unit}”; kế hoạch chưa có đơn vị này.",
        "The file “{file}” carries the unit code “{unit}”; the plan has no such unit.",
    ),
    remedy=Text(
        "Đề nghị bổ sung đơn vị ở trang DonVi của kế hoạch, hoặc chuyển tệp vào “khong-dung”.",
        "Please add the unit to the plan's sheet DonVi, or move the file to “khong-dung”.",
    ),
    reason=Text(
        "Kế hoạch quyết định đơn vị nào giữ sổ nào; tệp ngoài kế hoạch không được cộng vào.",
        "The plan decides who keeps which register; a file outside the plan is not counted.",
    ),
    wrong=Text("Sổ của một đơn vị đã sáp nhập.", "The workbook of a unit that has been merged."),
    right=Text("Mã đơn vị trong sổ có ở trang DonVi.", "The unit code of the workbook stands in DonVi."),
)

NO_PLAN = fault(
    "BM31",
    "no_plan",
    ERROR,
    message=Text("Chưa thấy tệp kế hoạch năm trong thư mục.", "There is no workbook of the year's plan in the folder."),
    remedy=Text(
        "Đề nghị chép tệp kế hoạch (ví dụ ke-hoach.xlsx) vào thư mục rồi chạy lại.",
        "Please copy the plan's workbook (e.g. ke-hoach.xlsx) into the folder and run again.",
    ),
    reason=Text(
        "Nhiệm vụ, chỉ tiêu, thời hạn đều lấy từ kế hoạch; thiếu kế hoạch thì không có gì để đối chiếu.",
        "Tasks, indicators and deadlines come from the plan; without it there is nothing to compare with.",
    ),
    wrong=Text("Thư mục chỉ có sổ của các đơn vị.", "A folder with workbooks of units only."),
    right=Text(
        "Thư mục có một tệp kế hoạch và sổ của các đơn vị.",
        "A folder with one plan and the workbooks of the units.",
    ),
)

TWO_PLANS = fault(
    "BM32",
    "two_plans",
    ERROR,
    message=Text(
        "Thư mục có hai tệp kế hoạch: “{file}” và “{other}”.",
        "The folder has two plans: “{file}” and “{other}”.",
    ),
    remedy=Text(
        "Đề nghị giữ một tệp, chuyển tệp kia vào “khong-dung”, rồi chạy lại.",
        "Please keep one, move the other to “khong-dung”, and run again.",
    ),
    reason=Text(
        "Hai kế hoạch có thể giao chỉ tiêu khác nhau; chương trình không chọn thay.",
        "Two plans may set different targets; the program does not choose.",
    ),
    wrong=Text(
        "ke-hoach.xlsx và ke-hoach-sua.xlsx trong cùng thư mục.",
        "ke-hoach.xlsx and ke-hoach-sua.xlsx in one folder.",
    ),
    right=Text("Chỉ bản kế hoạch đang có hiệu lực nằm trong thư mục.", "Only the plan in force lies in the folder."),
)

CLOCK_LOOKS_WRONG = fault(
    "BM34",
    "clock_looks_wrong",
    ERROR,
    message=Text(
        "Hôm nay theo máy tính là {today}; kế hoạch là của năm {year}, tệp mới nhất lưu ngày {newest}: ngày này chưa "
        "khớp.",
        "The computer says {today}; the plan is of {year} and the newest file was saved on {newest}: that does not "
        "fit.",
    ),
    remedy=Text(
        "Đề nghị chỉnh lại ngày giờ của máy, hoặc gõ: danvan check --as-of 31/12/{year} kèm thư mục cần kiểm tra.",
        "Please set the computer's clock right, or type: danvan check --as-of 31/12/{year} and the folder to check.",
    ),
    reason=Text(
        "Ngày kiểm tra quyết định việc nào đã đến hạn; đồng hồ chưa đúng làm cả bảng chưa đúng.",
        "The day of the check decides what is due; a wrong clock makes the whole table wrong.",
    ),
    wrong=Text(
        "Máy hết pin đồng hồ, ngày trở về 01/01/2015.",
        "The clock's battery is empty and the day is 01/01/2015.",
    ),
    right=Text(
        "Ngày của máy là ngày hôm nay, hoặc chạy với --as-of 2022-11-14.",
        "The computer's day is today, or the run has --as-of 2022-11-14.",
    ),
)

NOTHING_TO_CHECK = fault(
    "BM36",
    "nothing_to_check",
    ERROR,
    message=Text("Thư mục chưa có sổ Excel nào để kiểm tra.", "The folder has no Excel workbook to check."),
    remedy=Text(
        "Đề nghị chép sổ của các đơn vị vào thư mục, hoặc chọn đúng thư mục, rồi chạy lại.",
        "Please copy the units' workbooks into the folder, or name the right folder, and run again.",
    ),
    reason=Text(
        "Không có sổ nào thì không có kết quả; “không có gì” không phải là “đã đạt”.",
        "Without a workbook there is no result; nothing found is not the same as all is well.",
    ),
    wrong=Text("Chạy kiểm tra ở một thư mục trống.", "A check run on an empty folder."),
    right=Text(
        "Chạy kiểm tra ở thư mục có kế hoạch và sổ của các đơn vị.",
        "A check run on the folder with the plan and the workbooks.",
    ),
)

ANOTHER_RUN_IS_WORKING = fault(
    "BM37",
    "another_run_is_working",
    ERROR,
    message=Text("Thư mục này đang được {who} kiểm tra.", "This folder is being checked by {who}."),
    remedy=Text(
        "Đề nghị chờ lần kiểm tra đó xong rồi chạy lại.",
        "Please wait until that check has ended and run again.",
    ),
    reason=Text(
        "Hai lần kiểm tra cùng ghi vào một tệp có thể làm mất kết quả của nhau.",
        "Two checks that write into the same files could lose each other's results.",
    ),
    wrong=Text("Hai máy cùng chạy trên một thư mục dùng chung.", "Two computers run on one shared folder at once."),
    right=Text("Mỗi lúc một máy chạy kiểm tra.", "One computer at a time runs the check."),
)

PLAN_CANNOT_BE_USED = fault(
    "BM38",
    "plan_cannot_be_used",
    ERROR,
    message=Text(
        "Tệp kế hoạch “{file}” chưa dùng được: chưa đọc được tệp hoặc thiếu trang tính.",
        "The plan “{file}” cannot be used: it could not be read, or sheets are missing.",
    ),
    remedy=Text(
        "Đề nghị mở bằng Excel, xem còn đủ các trang CauHinh, DonVi, NhiemVu, ChiTieu, rồi lưu lại; nếu thiếu, lấy "
        "lại bản đầy đủ.",
        "Please open it in Excel, see that CauHinh, DonVi, NhiemVu and ChiTieu are there, and save; else get the "
        "full copy again.",
    ),
    reason=Text(
        "Chưa đọc được kế hoạch thì chưa biết đơn vị nào phải làm gì, nên chưa kiểm tra sổ nào.",
        "While the plan is not read nobody knows what each unit owes, so no workbook was checked.",
    ),
    wrong=Text("Tệp kế hoạch đã xóa trang DonVi.", "A plan whose sheet DonVi was deleted."),
    right=Text("Tệp kế hoạch còn đủ các trang như biểu mẫu.", "A plan with all the sheets of the form."),
)
