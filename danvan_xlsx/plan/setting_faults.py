"""What can be wrong with the plan's settings, days off, report periods and lists (family KH)."""

from __future__ import annotations

from danvan_xlsx.words.rules import ERROR, NOTE, WARNING, fault
from danvan_xlsx.words.text import Text

WINDOW_INVERTED = fault(
    "KH19",
    "window_inverted",
    ERROR,
    message=Text(
        "Kỳ {period}: số liệu đến ngày {raw}, trước ngày bắt đầu {since}.",
        "Period {period}: the data end on {raw}, before they begin on {since}.",
    ),
    remedy=Text("Đề nghị kiểm tra hai ngày.", "Please check both days."),
    reason=Text("Kỳ báo cáo phải có ngày nào đó để đếm.", "A period must have a day to count."),
    wrong=Text("Từ 20/05/2022 đến 01/01/2022", "From 20/05/2022 to 01/01/2022"),
    right=Text("Từ 01/01/2022 đến 20/05/2022", "From 01/01/2022 to 20/05/2022"),
)

DUE_BEFORE_THE_DATA_END = fault(
    "KH40",
    "due_before_the_data_end",
    ERROR,
    message=Text(
        "Kỳ {period}: hạn gửi {raw} trước ngày kết thúc số liệu {until}.",
        "Period {period}: due on {raw}, before its data end on {until}.",
    ),
    remedy=Text("Đề nghị sửa hạn gửi hoặc ngày kết thúc số liệu.", "Please correct the deadline or the data's end."),
    reason=Text("Không thể gửi số liệu của những ngày chưa đến.", "Days to come cannot be reported."),
    wrong=Text("Số liệu đến 30/06/2022, hạn 30/05/2022", "Data to 30/06/2022, due 30/05/2022"),
    right=Text("Số liệu đến 20/05/2022, hạn 30/05/2022", "Data to 20/05/2022, due 30/05/2022"),
)

SETTING_MISSING = fault(
    "KH20",
    "setting_missing",
    ERROR,
    message=Text("Trang CauHinh chưa có “{label}” (mã {key}).", "Sheet CauHinh lacks “{label}” (key {key})."),
    remedy=Text("Đề nghị thêm dòng mã {key} và ghi giá trị.", "Please add a row with the key {key} and its value."),
    reason=Text(
        "Giá trị này có trong mọi biểu mẫu và báo cáo.",
        "This value stands in every form and report.",
    ),
    wrong=Text("Không có dòng mã commune_name", "No row with the key commune_name"),
    right=Text("commune_name: Minh Sơn", "commune_name: Minh Sơn"),
)

SETTING_OF_ANOTHER_KIND = fault(
    "KH36",
    "setting_of_another_kind",
    ERROR,
    message=Text(
        "“{label}” ghi “{raw}”; cần {expected}.",
        "“{label}” says “{raw}”; wanted: {expected}.",
    ),
    remedy=Text("Đề nghị ghi lại giá trị.", "Please write the value anew."),
    reason=Text("Giá trị chưa đọc được thì dùng giá trị mặc định.", "Unreadable, the default stands in for it."),
    wrong=Text("due_soon_days: nửa tháng", "due_soon_days: nửa tháng"),
    right=Text("due_soon_days: 15", "due_soon_days: 15"),
)

SETTING_UNKNOWN = fault(
    "KH41",
    "setting_unknown",
    WARNING,
    message=Text(
        "Mã cấu hình “{raw}” chưa được dùng ở đâu (gần giống: {near}).",
        "The key “{raw}” is used nowhere (nearest: {near}).",
    ),
    remedy=Text("Đề nghị kiểm tra mã.", "Please check the key."),
    reason=Text("Mã sai thì giá trị không có tác dụng.", "Under a wrong key the value has no effect."),
    wrong=Text("due_soon: 15", "due_soon: 15"),
    right=Text("due_soon_days: 15", "due_soon_days: 15"),
)

LIMIT_SET_ANEW = fault(
    "KH44",
    "limit_set_anew",
    NOTE,
    message=Text(
        "Xã đặt mức riêng cho {key}: {raw} ({basis}); các quy tắc dùng mức này thay cho mức của văn bản.",
        "The commune sets {key} anew: {raw} ({basis}); the rules use it instead of the law's figure.",
    ),
    remedy=Text("Không phải sửa.", "Nothing to mend."),
    reason=Text(
        "Mức riêng thay đổi kết quả kiểm tra, nên mỗi lượt kiểm tra đều nêu lại.",
        "A figure of one's own changes what the check finds, so every run says so.",
    ),
    wrong=Text("complaint.acceptance: 12, không ghi căn cứ", "complaint.acceptance: 12, without a basis"),
    right=Text("complaint.acceptance: 12, theo Quyết định 20/QĐ-UBND", "complaint.acceptance: 12, by 20/QĐ-UBND"),
)

DAY_OUTSIDE_THE_YEAR = fault(
    "KH21",
    "day_outside_the_year",
    WARNING,
    message=Text("Ngày {raw} không thuộc năm kế hoạch {year}.", "The day {raw} is outside the plan's year {year}."),
    remedy=Text("Đề nghị kiểm tra năm.", "Please check the year."),
    reason=Text(
        "Lịch nghỉ của năm khác không làm thay đổi thời hạn của năm nay.",
        "Another year's days off change no deadline of this year.",
    ),
    wrong=Text("Kế hoạch 2025, làm bù 26/04/2024", "Plan of 2025, worked on 26/04/2024"),
    right=Text("Làm bù 26/04/2025", "Worked on 26/04/2025"),
)

LIST_UNKNOWN = fault(
    "KH42",
    "list_unknown",
    ERROR,
    message=Text(
        "Chưa có danh mục “{raw}” (gần giống: {near}).",
        "There is no list “{raw}” (nearest: {near}).",
    ),
    remedy=Text("Đề nghị ghi đúng mã danh mục.", "Please write the code of a list."),
    reason=Text("Giá trị chưa vào danh mục nào.", "The value joins no list."),
    wrong=Text("Danh mục: linh_vuc", "List: linh_vuc"),
    right=Text("Danh mục: fields", "List: fields"),
)

FIXED_LIST_HAS_NO_SUCH_VALUE = fault(
    "KH43",
    "fixed_list_has_no_such_value",
    ERROR,
    message=Text(
        "Danh mục cố định “{list}” không có mã “{raw}”; có: {expected}.",
        "The fixed list “{list}” has no code “{raw}”; it has: {expected}.",
    ),
    remedy=Text(
        "Đề nghị ghi mã có sẵn; với danh mục này chỉ thêm được cách ghi khác.",
        "Please use a code it has; this list takes further wordings only.",
    ),
    reason=Text("Quy định dựa vào các giá trị này nên không thêm, bớt.", "Rules of the law name these values."),
    wrong=Text("kinds, khieu_nai_moi", "kinds, khieu_nai_moi"),
    right=Text("kinds, complaint; cách ghi khác: KN", "kinds, complaint; other wordings: KN"),
)
