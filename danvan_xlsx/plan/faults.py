"""What can be wrong with the plan's units, tasks and indicators (family KH).

The rest of the family: `setting_faults` (settings, days off, periods, lists) and `departures` (where the work departs
from the plan). The documents it cites are of the family VB (`citation_faults`).

KH03 (a period outside the list) is told by DL09, KH09 (a citation) by VB16 to VB21, and KH08 is free: a progress above
100 is no fault. Values that all sentences may use: file, sheet, cell, row.
"""

from __future__ import annotations

from danvan_xlsx.plan import citation_faults, departures, setting_faults  # noqa: F401 - the family is entered whole
from danvan_xlsx.words.rules import ERROR, WARNING, fault
from danvan_xlsx.words.text import Text

TASK_CODE_OF_ANOTHER_FORM = fault(
    "KH01",
    "task_code_of_another_form",
    ERROR,
    message=Text(
        "Mã nhiệm vụ “{raw}” chưa đúng dạng mục.điểm.số, ví dụ II.2.9.",
        "The task code “{raw}” is not of the form section.point.number, e.g. II.2.9.",
    ),
    remedy=Text("Đề nghị ghi mã theo mục của kế hoạch, ví dụ II.2.9.", "Please write the code as in the plan: II.2.9."),
    reason=Text(
        "Sổ của đơn vị, chỉ tiêu và báo cáo tìm nhiệm vụ theo mã này; dòng có mã khác dạng chưa được tính.",
        "Registers, indicators and reports find the task by this code; a row with another form is not counted.",
    ),
    wrong=Text("Mã nhiệm vụ: II-2-9", "Task code: II-2-9"),
    right=Text("Mã nhiệm vụ: II.2.9", "Task code: II.2.9"),
)

CODE_TWICE = fault(
    "KH10",
    "code_twice",
    ERROR,
    message=Text("Mã “{raw}” đã có ở ô {other}.", "The code “{raw}” stands already in cell {other}."),
    remedy=Text(
        "Đề nghị giữ một dòng, hoặc đổi mã một dòng; hiện chỉ tính dòng đầu.",
        "Please keep one row or change a code; for now only the first row counts.",
    ),
    reason=Text("Mỗi mã chỉ được chỉ một dòng.", "A code must name one row."),
    wrong=Text("Hai dòng cùng mã II.2.9", "Two rows with the code II.2.9"),
    right=Text("II.2.9 và II.2.10", "II.2.9 and II.2.10"),
)

LEAD_UNKNOWN = fault(
    "KH02",
    "lead_unknown",
    ERROR,
    message=Text(
        "Đơn vị chủ trì “{raw}” chưa có ở trang DonVi (gần giống: {near}).",
        "The lead “{raw}” is not on sheet DonVi (nearest: {near}).",
    ),
    remedy=Text(
        "Đề nghị chọn đơn vị có ở trang DonVi, hoặc thêm đơn vị vào trang đó.",
        "Please use a unit of sheet DonVi, or add the unit there.",
    ),
    reason=Text("Không rõ đơn vị thì không biết nhắc ai.", "Without a known unit nobody can be reminded."),
    wrong=Text("Chủ trì: Văn hóa", "Lead: Văn hóa"),
    right=Text("Chủ trì: Văn hóa – Xã hội", "Lead: Văn hóa – Xã hội"),
)

UNIT_NOT_ACTIVE = fault(
    "KH11",
    "unit_not_active",
    ERROR,
    message=Text(
        "Đơn vị “{unit}” không hoạt động vào ngày {day}, là thời gian của nhiệm vụ {task}.",
        "The unit “{unit}” is not active on {day}, within the time of task {task}.",
    ),
    remedy=Text(
        "Đề nghị giao đơn vị khác, hoặc sửa thời gian hoạt động ở trang DonVi.",
        "Please name another unit, or correct its days on sheet DonVi.",
    ),
    reason=Text(
        "Sau khi sắp xếp lại bộ máy, nhiệm vụ phải có đơn vị đang hoạt động thực hiện.",
        "After a reorganisation a task needs a unit that is at work.",
    ),
    wrong=Text("Hạn 30/9, đơn vị hoạt động đến 30/6", "Deadline 30/9, the unit is active to 30/6"),
    right=Text("Hạn 30/9, đơn vị hoạt động từ 01/7", "Deadline 30/9, the unit is active from 01/7"),
)

UNIT_UNKNOWN = fault(
    "KH33",
    "unit_unknown",
    ERROR,
    message=Text(
        "Đơn vị “{raw}” chưa có ở trang DonVi (gần giống: {near}).",
        "The unit “{raw}” is not on sheet DonVi (nearest: {near}).",
    ),
    remedy=Text("Đề nghị ghi mã hoặc tên có ở trang DonVi.", "Please write a code or name of sheet DonVi."),
    reason=Text(
        "Số liệu ghi ở đâu, ngoại lệ của ai đều tìm theo trang DonVi.",
        "Where figures are typed and whose exception it is are looked up on sheet DonVi.",
    ),
    wrong=Text("Ghi trong sổ của: Van phong", "Typed in the workbook of: Van phong"),
    right=Text("Ghi trong sổ của: VP", "Typed in the workbook of: VP"),
)

TYPED_IN_A_BORROWED_BOOK = fault(
    "KH38",
    "typed_in_a_borrowed_book",
    ERROR,
    message=Text(
        "Đơn vị {unit} ghi trong sổ của {other}, nhưng {other} không có tệp riêng.",
        "The unit {unit} types in the workbook of {other}, but {other} keeps none of its own.",
    ),
    remedy=Text("Đề nghị ghi đơn vị có tệp riêng.", "Please name a unit that keeps a workbook."),
    reason=Text("Số liệu phải có một tệp để ghi.", "Figures need a workbook to stand in."),
    wrong=Text("CONGAN ghi trong sổ của CHUTICH, CHUTICH ghi trong sổ của VP", "CONGAN → CHUTICH → VP"),
    right=Text("CONGAN ghi trong sổ của VP", "CONGAN → VP"),
)

DEADLINE_OUTSIDE_THE_YEAR = fault(
    "KH04",
    "deadline_outside_the_year",
    ERROR,
    message=Text("Hạn {raw} không thuộc năm kế hoạch {year}.", "The deadline {raw} is outside the plan's year {year}."),
    remedy=Text("Đề nghị ghi ngày trong năm {year}.", "Please write a day of {year}."),
    reason=Text(
        "Kế hoạch theo năm; hạn ngoài năm thường do sao chép từ kế hoạch cũ.",
        "The plan is of one year; another year comes from copying an old plan.",
    ),
    wrong=Text("Kế hoạch 2022, hạn 30/06/2021", "Plan of 2022, deadline 30/06/2021"),
    right=Text("Hạn 30/06/2022", "Deadline 30/06/2022"),
)

ONCE_WITHOUT_DEADLINE = fault(
    "KH05",
    "once_without_deadline",
    WARNING,
    message=Text(
        "Nhiệm vụ {task} làm một lần nhưng chưa ghi hạn; tạm tính đến 31/12.",
        "Task {task} is done once but has no deadline; the year's end is taken.",
    ),
    remedy=Text("Đề nghị ghi hạn.", "Please write the deadline."),
    reason=Text(
        "Việc làm một lần không có kỳ để suy ra hạn.", "What is done once has no period to take a deadline from."
    ),
    wrong=Text("Kỳ: Một lần; Hạn: (trống)", "How often: once; deadline: blank"),
    right=Text("Kỳ: Một lần; Hạn: 30/06/2022", "How often: once; deadline: 30/06/2022"),
)

EVIDENCE_UNKNOWN = fault(
    "KH06",
    "evidence_unknown",
    ERROR,
    message=Text("Chưa có sổ minh chứng “{raw}” (gần giống: {near}).", "No register “{raw}” (nearest: {near})."),
    remedy=Text("Đề nghị ghi đúng tên sổ.", "Please write the register's title."),
    reason=Text("Minh chứng được tìm trong sổ này.", "Evidence is looked for in this register."),
    wrong=Text("Sổ minh chứng: Sổ đơn", "Registers of evidence: Sổ đơn"),
    right=Text("Sổ minh chứng: Sổ đơn thư", "Registers of evidence: Sổ đơn thư"),
)

REGISTER_UNKNOWN = fault(
    "KH16",
    "register_unknown",
    ERROR,
    message=Text(
        "Đơn vị {unit} được giao sổ “{raw}”, chưa có sổ tên này (gần giống: {near}).",
        "The unit {unit} owes the register “{raw}”, which does not exist (nearest: {near}).",
    ),
    remedy=Text("Đề nghị ghi đúng tên sổ, cách nhau bằng dấu ;", "Please write titles of registers, separated by ;"),
    reason=Text("Tệp của đơn vị được lập từ các sổ này.", "The unit's workbook is made of these registers."),
    wrong=Text("Sổ phải ghi: Sổ tiếp dân", "Registers owed: Sổ tiếp dân"),
    right=Text("Sổ phải ghi: Sổ tiếp công dân", "Registers owed: Sổ tiếp công dân"),
)

REGISTER_KEPT_BY_NOBODY = fault(
    "KH37",
    "register_kept_by_nobody",
    ERROR,
    message=Text(
        "Nhiệm vụ {task} cần sổ “{register}”, nhưng chưa đơn vị nào ghi sổ này.",
        "Task {task} needs the register “{register}”, which no unit keeps.",
    ),
    remedy=Text("Đề nghị giao sổ cho một đơn vị ở trang DonVi.", "Please give the register to a unit on sheet DonVi."),
    reason=Text("Không ai ghi thì nhiệm vụ không bao giờ có số liệu.", "What nobody types can never be counted."),
    wrong=Text("Chỉ tiêu đếm Tin, bài; không đơn vị nào có sổ Tin, bài", "Counts news; no unit keeps the register"),
    right=Text("Văn hóa – Xã hội ghi sổ Tin, bài", "Văn hóa – Xã hội keeps the register of news"),
)

TYPED_WHERE_NOTHING_IS_KEPT = fault(
    "KH17",
    "typed_where_nothing_is_kept",
    WARNING,
    message=Text(
        "Nơi ghi số liệu của {task} là {unit}, nhưng đơn vị này không ghi sổ nào nhiệm vụ cần ({registers}).",
        "Task {task} is typed by {unit}, which keeps none of the registers it needs ({registers}).",
    ),
    remedy=Text(
        "Đề nghị sửa cột Nơi ghi số liệu, hoặc giao sổ cho đơn vị đó ở trang DonVi.",
        "Please correct who types it, or give that unit the register on sheet DonVi.",
    ),
    reason=Text("Lời nhắc sẽ gửi cho người không có sổ để ghi.", "Reminders would reach someone without the register."),
    wrong=Text("Hồ sơ theo tháng, nơi ghi: Tài chính – Kế toán", "Dossiers by month, typed by the accountant"),
    right=Text("Hồ sơ theo tháng, nơi ghi: Bộ phận TN&TKQ", "Dossiers by month, typed by the one-stop office"),
)

TASK_UNKNOWN = fault(
    "KH12",
    "task_unknown",
    ERROR,
    message=Text("Mã nhiệm vụ “{raw}” chưa có ở trang NhiemVu.", "The task “{raw}” is not on sheet NhiemVu."),
    remedy=Text("Đề nghị ghi mã có ở trang NhiemVu.", "Please write a code of sheet NhiemVu."),
    reason=Text("Dòng này chưa được tính cho nhiệm vụ nào.", "The row counts for no task."),
    wrong=Text("Chỉ tiêu của II.2.99", "An indicator of II.2.99"),
    right=Text("Chỉ tiêu của II.2.9", "An indicator of II.2.9"),
)

ADOPTED_TASK_UNKNOWN = fault(
    "KH39",
    "adopted_task_unknown",
    ERROR,
    message=Text(
        "Danh sách nhiệm vụ đã thông qua có “{raw}”, chưa có ở trang NhiemVu.",
        "The adopted tasks include “{raw}”, which is not on sheet NhiemVu.",
    ),
    remedy=Text("Đề nghị sửa hoặc bỏ mã đó.", "Please correct or remove that code."),
    reason=Text(
        "Nhiệm vụ được thông qua thì thời hạn, chỉ tiêu đề xuất mới có hiệu lực.",
        "Only what is adopted binds, so the code must name a task.",
    ),
    wrong=Text("adopted: II.1.1; II.9.9", "adopted: II.1.1; II.9.9"),
    right=Text("adopted: II.1.1; II.1.2", "adopted: II.1.1; II.1.2"),
)

OVERLAP_UNKNOWN = fault(
    "KH18",
    "overlap_unknown",
    ERROR,
    message=Text(
        "Cột Trùng việc với ghi “{raw}”, chưa có ở trang NhiemVu.",
        "“{raw}” in “Same work as” is not on sheet NhiemVu.",
    ),
    remedy=Text("Đề nghị ghi mã có ở trang NhiemVu.", "Please write a code of sheet NhiemVu."),
    reason=Text(
        "Một minh chứng chỉ tính cho hai nhiệm vụ khi kế hoạch nói hai việc trùng nhau.",
        "Evidence counts for two tasks only where the plan says that they are the same work.",
    ),
    wrong=Text("Trùng việc với: III.9.1", "Same work as: III.9.1"),
    right=Text("Trùng việc với: III.1.3", "Same work as: III.1.3"),
)

MEASURE_UNKNOWN = fault(
    "KH13",
    "measure_unknown",
    ERROR,
    message=Text("Chưa có số đo “{raw}” (gần giống: {near}).", "There is no measure “{raw}” (nearest: {near})."),
    remedy=Text(
        "Đề nghị ghi đúng tên hoặc mã số đo trong danh sách số đo.",
        "Please write the name or code of a measure.",
    ),
    reason=Text("Chỉ tiêu này chưa đo được, nhiệm vụ chưa thể hoàn thành.", "The indicator cannot be measured."),
    wrong=Text("Số đo: Số hồ sơ mạng", "Measure: Số hồ sơ mạng"),
    right=Text("Số đo: Hồ sơ tiếp nhận trực tuyến", "Measure: Hồ sơ tiếp nhận trực tuyến"),
)

FILTER_COLUMN_UNKNOWN = fault(
    "KH14",
    "filter_column_unknown",
    ERROR,
    message=Text(
        "Điều kiện “{raw}” chưa rõ cột; sổ {register} có các cột: {expected}.",
        "The condition “{raw}” names no column; {register} has: {expected}.",
    ),
    remedy=Text("Đề nghị ghi dạng Cột = giá trị, ví dụ {example}.", "Please write Column = value, e.g. {example}."),
    reason=Text(
        "Điều kiện chưa hiểu được mà bỏ qua thì sẽ đếm thừa; chỉ tiêu này chưa được đo.",
        "A condition passed over would count too much: the indicator is not measured.",
    ),
    wrong=Text("Loại đơn Khiếu nại", "Loại đơn Khiếu nại"),
    right=Text("Loại = Khiếu nại", "Loại = Khiếu nại"),
)

FILTER_VALUE_UNKNOWN = fault(
    "KH15",
    "filter_value_unknown",
    ERROR,
    message=Text(
        "Điều kiện ghi {column} = “{raw}”; cột này nhận: {expected}.",
        "The condition says {column} = “{raw}”; the column takes: {expected}.",
    ),
    remedy=Text(
        "Đề nghị chọn giá trị có trong danh mục; nhiều giá trị nối bằng chữ “hoặc”.",
        "Please use a value of the list; several are joined by “hoặc”.",
    ),
    reason=Text("Giá trị không có thì không dòng nào được đếm.", "With a value that is not there no row is counted."),
    wrong=Text("Loại = Khieu nai; Lĩnh vực = đất cát", "Loại = Khieu nai; Lĩnh vực = đất cát"),
    right=Text("Loại = Khiếu nại; Lĩnh vực = Đất đai", "Loại = Khiếu nại; Lĩnh vực = Đất đai"),
)

INDICATOR_TWICE = fault(
    "KH22",
    "indicator_twice",
    WARNING,
    message=Text(
        "Chỉ tiêu này của {task} đã có ở dòng {other} (cùng số đo, điều kiện, kỳ đo, so sánh).",
        "This indicator of {task} stands already in row {other} (same measure, filter, period, comparison).",
    ),
    remedy=Text("Đề nghị bỏ một dòng; hiện chỉ tính dòng đầu.", "Please remove one; only the first counts."),
    reason=Text("Tính hai lần làm sai tiến độ.", "Counted twice it distorts the progress."),
    wrong=Text("Hai dòng: II.2.9, Cuộc kiểm tra, Năm, ≥", "Two rows: II.2.9, inspections, year, ≥"),
    right=Text("Một dòng ≥ 5 và một dòng ≤ 11", "One row ≥ 5, one row ≤ 11"),
)

SHARE_OF_ANOTHER_UNIT = fault(
    "KH34",
    "share_of_another_unit",
    WARNING,
    message=Text(
        "Tỷ lệ chia “{measure}” (tính bằng {unit}) cho “{of}” (tính bằng {other}).",
        "The share divides “{measure}” (in {unit}) by “{of}” (in {other}).",
    ),
    remedy=Text(
        "Đề nghị chọn hai số đo cùng đơn vị tính; nếu đúng ý, ghi ở trang NgoaiLe.",
        "Please use two measures of one unit; if it is meant so, say it on sheet NgoaiLe.",
    ),
    reason=Text("Tỷ lệ phần trăm chia hai số cùng đơn vị tính.", "A percentage divides like by like."),
    wrong=Text("Số người dự ÷ số hội nghị", "People present ÷ conferences"),
    right=Text("Số người dự ÷ số người triệu tập", "People present ÷ people invited"),
)
