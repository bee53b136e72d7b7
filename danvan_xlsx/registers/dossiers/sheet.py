"""The three sheets on dossiers: by month, by field for a report, and those that came late."""

from __future__ import annotations

from danvan_xlsx.words.kinds import CODE, COUNT, DUE_DAY, FACT_DAY, MONTH, NOTE, Option, choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

DOSSIERS = Sheet(
    "dossiers",
    Text("Hồ sơ theo tháng", "Dossiers by month"),
    about=Text(
        "Mỗi tháng ghi một dòng, tổng số hồ sơ của tất cả lĩnh vực; các cột tổng cộng do hệ thống tính. Chỉ tách tháng "
        "thành hai dòng (ghi từ ngày, đến ngày) khi kỳ báo cáo chốt số liệu giữa tháng.",
        "One row a month for all fields; totals are worked out. Split a month only where a report cuts it.",
    ),
    closes="month",
    columns=(
        Column("month", Text("Tháng", "Month"), MONTH, required=True, width=7, example="5"),
        Column(
            "from_day",
            Text("Từ ngày", "From"),
            FACT_DAY,
            required_when=("to_day", ()),
            width=11,
            example="01/05/2022",
            hint=Text("Để trống nếu dòng ghi trọn tháng.", "Blank when the row is the whole month."),
        ),
        Column(
            "to_day",
            Text("Đến ngày", "To"),
            FACT_DAY,
            required_when=("from_day", ()),
            not_before="from_day",
            width=11,
            example="20/05/2022",
            hint=Text("Để trống nếu dòng ghi trọn tháng.", "Blank when the row is the whole month."),
        ),
        Column(
            "carried_over",
            Text("Kỳ trước chuyển sang", "Carried over"),
            COUNT,
            required=True,
            width=10,
            example="14",
            hint=Text(
                "Số hồ sơ chưa giải quyết xong cuối kỳ trước; đề nghị đối chiếu phần mềm một cửa.",
                "Dossiers not finished at the end of the period before.",
            ),
        ),
        Column("online", Text("Tiếp nhận trực tuyến", "Received online"), COUNT, required=True, width=10, example="65"),
        Column(
            "direct",
            Text("Tiếp nhận trực tiếp, bưu chính", "Received in person, by post"),
            COUNT,
            required=True,
            width=11,
            example="73",
        ),
        Column("early", Text("Trả trước hạn", "Early"), COUNT, required=True, width=9, example="95"),
        Column("on_time", Text("Trả đúng hạn", "On time"), COUNT, required=True, width=9, example="42"),
        Column("late", Text("Trả quá hạn", "Late"), COUNT, required=True, width=9, example="0"),
        Column(
            "pending_overdue",
            Text("Đang xử lý quá hạn", "Pending, overdue"),
            COUNT,
            required=True,
            width=10,
            example="0",
        ),
        Column(
            "direct_in_software",
            Text("Trực tiếp đã nhập phần mềm", "In person, entered in the software"),
            COUNT,
            at_most="direct",
            width=12,
            example="73",
            hint=Text(
                "Số hồ sơ nộp trực tiếp, bưu chính đã nhập phần mềm một cửa (hồ sơ trực tuyến đã có sẵn).",
                "Dossiers filed in person or by post that were entered in the one-stop software.",
            ),
        ),
        Column(
            "direct_with_service",
            Text("Trực tiếp, thủ tục có DVC", "In person, service offered"),
            COUNT,
            at_most="direct",
            width=12,
            example="61",
            detail=True,
            hint=Text(
                "Chỉ ghi khi kế hoạch tính tỷ lệ trực tuyến trên thủ tục có dịch vụ công trực tuyến: trong số hồ sơ "
                "trực tiếp, bưu chính, bao nhiêu hồ sơ có thể nộp trực tuyến.",
                "Only where the plan counts the online share over procedures with an online service: how many of those "
                "filed in person could have been filed online.",
            ),
        ),
    ),
)

#: Columns of II.06a/VPCP/KSTT that are typed, by what they are added up to.
RECEIVED = ("online", "direct")
IN_TIME = ("early", "on_time")
RESOLVED = (*IN_TIME, "late")

FIELDS = Sheet(
    "fields",
    Text("Hồ sơ theo lĩnh vực", "Dossiers by field"),
    about=Text(
        "Ghi khi đến kỳ báo cáo: mỗi lĩnh vực một dòng, số liệu trong khoảng thời gian của kỳ đó. Tổng các lĩnh vực "
        "cần khớp với sổ Hồ sơ theo tháng.",
        "Filled once a reporting period: one row a field. The fields add up to the dossiers by month.",
    ),
    closes="half",
    columns=(
        Column(
            "period",
            Text("Kỳ báo cáo", "Report period"),
            CODE,
            required=True,
            refers="plan.periods",
            width=10,
            example="6T",
            hint=Text("Ghi mã kỳ báo cáo của kế hoạch, ví dụ 6T, NAM.", "The plan's code of the period, e.g. 6T."),
        ),
        Column(
            "field",
            Text("Lĩnh vực", "Field"),
            choice("procedure_fields"),
            required=True,
            width=22,
            example="Hộ tịch",
        ),
        *(column for column in DOSSIERS.columns[3:10]),
    ),
)

BY_COORDINATION = Option(
    "coordination", Text("Phối hợp giữa các bộ phận", "Coordination between sections"), ("Phối hợp", "Do phối hợp")
)
BY_SUPPLEMENT = Option("supplement", Text("Hồ sơ phải bổ sung", "Papers to be supplied"), ("Bổ sung hồ sơ",))
BY_CONSULTING = Option("consulting", Text("Chờ ý kiến cấp trên", "Waiting for a higher level"), ("Xin ý kiến",))
BY_SOFTWARE = Option("software", Text("Phần mềm, đường truyền", "Software or network"), ("Lỗi phần mềm",))
BY_STAFF = Option("staffing", Text("Thiếu người xử lý", "No one to do it"), ("Công chức đi vắng", "Quá tải"))
BY_OTHER = Option("other", Text("Nguyên nhân khác", "Another cause"), ("Khác",))
DELAY_CAUSES = (BY_COORDINATION, BY_SUPPLEMENT, BY_CONSULTING, BY_SOFTWARE, BY_STAFF, BY_OTHER)

LATE_DOSSIERS = Sheet(
    "late_dossiers",
    Text("Hồ sơ quá hạn", "Late dossiers"),
    about=Text(
        "Mỗi hồ sơ trả sau ngày hẹn, hoặc đã qua ngày hẹn mà chưa trả, ghi một dòng, kèm nguyên nhân và ngày gửi thư "
        "xin lỗi. Không ghi họ tên công dân.",
        "One row for each dossier past its promised day, with the cause and the day of the apology. No names.",
    ),
    closes="month",
    columns=(
        Column("code", Text("Mã hồ sơ", "Dossier"), CODE, required=True, unique="commune", width=16, example="HS-0142"),
        Column(
            "procedure",
            Text("Mã TTHC", "Procedure code"),
            CODE,
            required=True,
            refers="procedures.code",
            width=12,
            example="1.001193",
        ),
        Column(
            "received_on",
            Text("Ngày nhận", "Received"),
            FACT_DAY,
            required=True,
            window=False,
            width=11,
            example="08/03/2022",
        ),
        Column(
            "due_on",
            Text("Ngày hẹn trả", "Promised day"),
            DUE_DAY,
            required=True,
            not_before="received_on",
            width=11,
            example="15/03/2022",
        ),
        Column(
            "returned_on",
            Text("Ngày trả", "Returned"),
            FACT_DAY,
            not_before="received_on",
            width=11,
            example="18/03/2022",
            hint=Text("Để trống khi chưa trả kết quả.", "Blank while the result is not given."),
        ),
        Column(
            "cause",
            Text("Nguyên nhân", "Cause"),
            choice("delay_cause", *DELAY_CAUSES),
            required=True,
            width=20,
            example="Hồ sơ phải bổ sung",
        ),
        Column(
            "section",
            Text("Bộ phận xử lý", "Section"),
            choice("units"),
            required=True,
            width=18,
            example="Địa chính – Xây dựng",
        ),
        Column(
            "apologised_on",
            Text("Ngày thư xin lỗi", "Apology"),
            FACT_DAY,
            not_before="received_on",
            width=11,
            example="16/03/2022",
        ),
        Column(
            "new_due_on",
            Text("Ngày hẹn lại", "New promised day"),
            DUE_DAY,
            not_before="due_on",
            width=11,
            example="18/03/2022",
        ),
        Column("explanation", Text("Giải trình", "Explanation"), NOTE, width=24),
    ),
)
