"""Where the units' workbooks depart from the plan (family KH): declared here, found by `check`."""

from __future__ import annotations

from danvan_xlsx.words.rules import CONDUCT, ERROR, NOTE, WARNING, fault
from danvan_xlsx.words.text import Text

# values: task, period
DECLARED_WITHOUT_EVIDENCE = fault(
    "KH07",
    "declared_without_evidence",
    WARNING,
    concern=CONDUCT,
    message=Text(
        "{task} ghi Hoàn thành; chưa thấy minh chứng ({period}).",
        "{task} is declared done; no evidence is seen ({period}).",
    ),
    remedy=Text(
        "Đề nghị bổ sung ngày, số văn bản; nếu chưa làm, chọn Đang thực hiện.",
        "Please add the day and number of the document; if it is not done, choose “under way”.",
    ),
    reason=Text(
        "Kết quả báo cáo lên trên phải có dòng sổ hoặc văn bản chứng minh.",
        "What goes up needs a row or a document that shows it.",
    ),
    wrong=Text("II.2.9 Hoàn thành; quý III không có cuộc kiểm tra nào", "II.2.9 done; no inspection in quarter III"),
    right=Text("II.2.9 Hoàn thành; quý nào cũng có biên bản", "II.2.9 done; minutes in every quarter"),
)

# values: task
TASK_ROW_MISSING = fault(
    "KH23",
    "task_row_missing",
    ERROR,
    message=Text("Trang Nhiệm vụ thiếu dòng {task}.", "Sheet Nhiệm vụ lacks the row of {task}."),
    remedy=Text(
        "Đề nghị chép lại dòng đó từ biểu mẫu trắng; không xóa dòng có sẵn.",
        "Please copy the row back from the blank form; prefilled rows are not to be deleted.",
    ),
    reason=Text("Mỗi nhiệm vụ được giao có sẵn một dòng.", "Each task of the unit has a prefilled row."),
    wrong=Text("Dòng II.2.9 đã bị xóa", "The row of II.2.9 was deleted"),
    right=Text("Dòng II.2.9 còn, ghi Đang thực hiện", "The row of II.2.9 is there and says under way"),
)

# values: task, other (cell of the first row)
TASK_ROW_DOUBLED = fault(
    "KH24",
    "task_row_doubled",
    ERROR,
    message=Text("Nhiệm vụ {task} đã có ở ô {other}.", "Task {task} stands already in cell {other}."),
    remedy=Text("Đề nghị gộp vào một dòng; hiện chỉ tính dòng đầu.", "Please join them; only the first row counts."),
    reason=Text("Một nhiệm vụ một dòng, một đánh giá.", "A task has one row and one assessment."),
    wrong=Text("Hai dòng II.2.9", "Two rows of II.2.9"),
    right=Text("Một dòng II.2.9", "One row of II.2.9"),
)

# values: task (as typed)
TASK_ROW_ADDED = fault(
    "KH25",
    "task_row_added",
    WARNING,
    message=Text(
        "Dòng “{task}” không thuộc nhiệm vụ kế hoạch giao cho đơn vị.",
        "The row “{task}” is no task that the plan gives this unit.",
    ),
    remedy=Text(
        "Đề nghị báo Văn phòng – Thống kê đưa vào kế hoạch, hoặc bỏ dòng.",
        "Please ask the office to put it into the plan, or remove the row.",
    ),
    reason=Text(
        "Nhiệm vụ ngoài kế hoạch chưa có chỉ tiêu, thời hạn để theo dõi.",
        "A task outside the plan has no target or deadline.",
    ),
    wrong=Text("Tự thêm dòng II.2.12", "A row II.2.12 added by hand"),
    right=Text("Thêm II.2.12 ở trang NhiemVu của kế hoạch", "II.2.12 added on sheet NhiemVu of the plan"),
)

# values: register, period, due
NOT_CLOSED = fault(
    "KH26",
    "not_closed",
    WARNING,
    message=Text(
        "Sổ {register}, {period}: chưa chốt số liệu (hạn {due}).",
        "{register}, {period}: not closed yet (due {due}).",
    ),
    remedy=Text(
        "Đề nghị chọn Có số liệu, Không phát sinh hoặc Chưa tổng hợp.",
        "Please choose: figures, nothing, or not yet.",
    ),
    reason=Text(
        "Chưa chốt thì không phân biệt được chưa có việc hay chưa ghi.",
        "Unclosed, nothing having happened cannot be told from nothing written.",
    ),
    wrong=Text("Quý II đã hết, cột Chốt để trống", "Quarter II is over, its answer is blank"),
    right=Text("Quý II: Không phát sinh", "Quarter II: nothing"),
)

# values: register, period, count
CLOSED_AS_NOTHING_WITH_ROWS = fault(
    "KH27",
    "closed_as_nothing_with_rows",
    ERROR,
    message=Text(
        "{period} chốt Không phát sinh, nhưng sổ {register} có {count} dòng.",
        "{period} is closed as “nothing”, but {register} has {count} rows.",
    ),
    remedy=Text(
        "Đề nghị chốt lại là Có số liệu, hoặc kiểm tra ngày của các dòng.",
        "Please close it as “figures”, or check the days of the rows.",
    ),
    reason=Text("Hai chỗ nói khác nhau thì chưa biết tin chỗ nào.", "Two places that differ cannot both be believed."),
    wrong=Text("Quý II: Không phát sinh; sổ có 3 dòng trong quý II", "Quarter II: nothing; three rows in it"),
    right=Text("Quý II: Có số liệu; 3 dòng", "Quarter II: figures; three rows"),
)

# values: register, period
CLOSED_WITH_FIGURES_WITHOUT_ROWS = fault(
    "KH28",
    "closed_with_figures_without_rows",
    WARNING,
    message=Text(
        "{period} chốt Có số liệu, nhưng sổ {register} chưa có dòng nào.",
        "{period} is closed with “figures”, but {register} has no row.",
    ),
    remedy=Text(
        "Đề nghị ghi bổ sung, hoặc chốt lại là Không phát sinh.",
        "Please add the rows, or close it as “nothing”.",
    ),
    reason=Text("Có thể quên ghi, hoặc ghi nhầm ngày sang kỳ khác.", "Rows may be missing or dated in another period."),
    wrong=Text("Quý II: Có số liệu; sổ trống", "Quarter II: figures; the register is empty"),
    right=Text("Quý II: Không phát sinh; sổ trống", "Quarter II: nothing; the register is empty"),
)

# values: raw
EXCEPTION_OF_UNKNOWN_CODE = fault(
    "KH29",
    "exception_of_unknown_code",
    ERROR,
    message=Text("Ngoại lệ ghi mã lỗi “{raw}”, không có mã này.", "The exception names “{raw}”, which is no code."),
    remedy=Text("Đề nghị chép đúng mã ở cột Mã lỗi.", "Please copy the code from the column of codes."),
    reason=Text("Mã sai thì ngoại lệ không áp dụng được.", "With a wrong code the exception applies to nothing."),
    wrong=Text("Mã lỗi: TCD1", "Code: TCD1"),
    right=Text("Mã lỗi: TCD01", "Code: TCD01"),
)

# values: code, raw (last day)
EXCEPTION_EXPIRED = fault(
    "KH30",
    "exception_expired",
    NOTE,
    message=Text("Ngoại lệ {code} đã hết hạn ngày {raw}.", "The exception of {code} ended on {raw}."),
    remedy=Text("Đề nghị gia hạn hoặc bỏ dòng.", "Please extend it or remove the row."),
    reason=Text("Lỗi được chấp nhận có thời hạn.", "A finding is accepted until a day."),
    wrong=Text("Đến ngày 30/06/2022, kiểm tra ngày 14/11/2022", "Until 30/06/2022, checked on 14/11/2022"),
    right=Text("Đến ngày 31/12/2022", "Until 31/12/2022"),
)

# values: code
EXCEPTION_OF_NOTHING = fault(
    "KH31",
    "exception_of_nothing",
    NOTE,
    message=Text("Ngoại lệ {code} chưa khớp với lỗi nào.", "The exception of {code} meets no finding."),
    remedy=Text("Đề nghị kiểm tra đơn vị, trang, ô; hoặc bỏ dòng.", "Please check unit, sheet and cell, or remove it."),
    reason=Text("Lỗi có thể đã sửa, hoặc ô ghi chưa đúng.", "The fault may be mended, or the cell is another one."),
    wrong=Text("Ô F9, trong khi lỗi ở F10", "Cell F9, while the fault is in F10"),
    right=Text("Ô F10", "Cell F10"),
)

# values: tasks
TWO_TASKS_IN_A_ROW = fault(
    "KH32",
    "two_tasks_in_a_row",
    WARNING,
    message=Text(
        "Dòng này ghi cho {tasks}; kế hoạch không coi các nhiệm vụ này là trùng việc.",
        "This row names {tasks}; the plan does not call these the same work.",
    ),
    remedy=Text(
        "Đề nghị giữ mã đúng nhất, hoặc báo Văn phòng – Thống kê ghi cột Trùng việc với; hiện tính cho mã ghi trước.",
        "Please keep the fitting code, or ask the office to fill “Same work as”; for now the first code counts.",
    ),
    reason=Text("Một việc không tính cho hai nhiệm vụ khác nhau.", "One piece of work is not counted for two tasks."),
    wrong=Text("Mã NV: II.1.1; II.4.9", "Tasks: II.1.1; II.4.9"),
    right=Text("Mã NV: II.2.9; III.1.3 (trùng việc)", "Tasks: II.2.9; III.1.3 (the same work)"),
)

# values: period, raw
ROW_ACROSS_AN_EDGE = fault(
    "KH35",
    "row_across_an_edge",
    WARNING,
    message=Text(
        "Dòng {raw} nằm một phần trong {period}, một phần ngoài; chưa được tính.",
        "The row {raw} lies partly in {period} and partly outside; it is not counted.",
    ),
    remedy=Text(
        "Đề nghị tách thành hai dòng tại ngày cuối kỳ (ghi từ ngày, đến ngày).",
        "Please split it in two at the period's last day (from, to).",
    ),
    reason=Text("Số liệu của cả tháng không chia được theo ngày.", "A month's figure cannot be divided by days."),
    wrong=Text("Tháng 5 một dòng; kỳ báo cáo đến 20/5", "May in one row; the report ends on 20/5"),
    right=Text("01/5–20/5 và 21/5–31/5", "01/5–20/5 and 21/5–31/5"),
)

# values: task, count, cells
EVIDENCE_WITHOUT_DECLARATION = fault(
    "KH45",
    "evidence_without_declaration",
    NOTE,
    message=Text(
        "{task} đã có {count} dòng minh chứng ({cells}), kỳ đã hết; cột Tự đánh giá chưa ghi kết quả.",
        "{task} has evidence in {count} rows ({cells}) and its period is over; it is not said to be under way or done.",
    ),
    remedy=Text(
        "Đề nghị chọn Hoàn thành và ghi ngày, hoặc Đang thực hiện nếu còn việc phải làm.",
        "Please choose “done” with its day, or “under way” if something remains to be done.",
    ),
    reason=Text(
        "Nhiệm vụ không có số đo chỉ được tính là hoàn thành khi có minh chứng và đơn vị tự đánh giá.",
        "A task that nothing measures is done when there is evidence and the unit says so.",
    ),
    wrong=Text("II.5.1: có quy chế 01/QC-UBND; Tự đánh giá để trống", "II.5.1: the regulation is there; no assessment"),
    right=Text("II.5.1: có quy chế 01/QC-UBND; Hoàn thành, 15/07/2022", "II.5.1: the regulation is there; done"),
)
