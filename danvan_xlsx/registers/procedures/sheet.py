"""The list of procedures: what the commune keeps, posts and offers online."""

from __future__ import annotations

from danvan_xlsx.words.kinds import (
    CODE,
    COUNT,
    DOCUMENT_NUMBER,
    FACT_DAY,
    LINE,
    MONEY,
    NOTE,
    REFERENCE_DAY,
    Option,
    choice,
)
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

LEVEL_1 = Option("level_1", Text("Mức độ 1", "Level 1"), ("1", "MĐ1"))
LEVEL_2 = Option("level_2", Text("Mức độ 2", "Level 2"), ("2", "MĐ2"))
LEVEL_3 = Option("level_3", Text("Mức độ 3", "Level 3"), ("3", "MĐ3"))
LEVEL_4 = Option("level_4", Text("Mức độ 4", "Level 4"), ("4", "MĐ4"))
PARTIAL = Option("partial", Text("Một phần", "Partly online"), ("Trực tuyến một phần",))
FULL = Option("full", Text("Toàn trình", "Wholly online"), ("Trực tuyến toàn trình",))
#: Levels 1–4 until NĐ 42/2022 (24/6/2022) put *một phần* and *toàn trình* in their place.
SERVICE_LEVELS = (LEVEL_1, LEVEL_2, LEVEL_3, LEVEL_4, PARTIAL, FULL)
LEVEL_3_4 = frozenset({LEVEL_3, LEVEL_4, FULL})

AT_ONE_STOP = Option("one_stop", Text("Bộ phận TN&TKQ", "One-stop office"), ("Bộ phận một cửa", "Một cửa"))
AT_OFFICE = Option("office", Text("Trụ sở UBND xã", "Commune office"), ("Trụ sở", "UBND xã"))
ON_PORTAL = Option("portal", Text("Trang thông tin điện tử", "Portal"), ("Cổng thông tin điện tử", "Website"))
PROCEDURE_PLACES = (AT_ONE_STOP, AT_OFFICE, ON_PORTAL)

PROCEDURES = Sheet(
    "procedures",
    Text("Danh mục TTHC", "List of procedures"),
    about=Text(
        "Mỗi dòng ghi một thủ tục hành chính xã đang tiếp nhận, giải quyết. Khi có quyết định công bố mới, đề nghị sửa "
        "ngay trên dòng cũ và ghi ngày cập nhật.",
        "One row for each procedure the commune receives. When a new decision comes, change the row and its day.",
    ),
    closes="quarter",
    columns=(
        Column(
            "code",
            Text("Mã TTHC", "Procedure code"),
            CODE,
            required=True,
            unique="commune",
            width=12,
            example="1.001193",
            hint=Text(
                "Ghi mã theo Cơ sở dữ liệu quốc gia về TTHC, dạng chữ.", "The national code of the procedure, as text."
            ),
        ),
        Column("name", Text("Tên thủ tục", "Name"), LINE, required=True, width=32, example="Thủ tục đăng ký khai sinh"),
        Column(
            "field",
            Text("Lĩnh vực", "Field"),
            choice("procedure_fields"),
            required=True,
            width=14,
            example="Hộ tịch",
        ),
        Column(
            "level",
            Text("Mức độ DVC", "Service level"),
            choice("service_level", *SERVICE_LEVELS),
            required=True,
            width=11,
            example="Mức độ 3",
            hint=Text(
                "Chọn mức độ cung cấp dịch vụ công trực tuyến của thủ tục.", "How far the procedure is offered online."
            ),
        ),
        Column(
            "decision",
            Text("Quyết định công bố", "Decision"),
            DOCUMENT_NUMBER,
            required=True,
            width=14,
            example="1872/QĐ-UBND",
        ),
        Column(
            "decided_on",
            Text("Ngày quyết định", "Decided on"),
            REFERENCE_DAY,
            width=11,
            example="25/05/2022",
            detail=True,
        ),
        Column(
            "received_on",
            Text("Ngày xã nhận quyết định", "Decision received"),
            FACT_DAY,
            width=11,
            window=False,
            not_before="decided_on",
            example="30/05/2022",
            hint=Text(
                "Ngày xã nhận được quyết định công bố; dùng để tính số ngày làm việc đến khi cập nhật.",
                "The day the decision reached the commune: working days are counted from it.",
            ),
        ),
        Column(
            "updated_on",
            Text("Ngày cập nhật", "Updated on"),
            FACT_DAY,
            required=True,
            width=11,
            window=False,
            not_before="received_on",
            example="02/06/2022",
        ),
        Column(
            "posted_at",
            Text("Nơi niêm yết", "Posted at"),
            choice("procedure_place", *PROCEDURE_PLACES),
            required_when=("posted_from", ()),
            width=15,
            example="Bộ phận TN&TKQ",
        ),
        Column(
            "posted_from",
            Text("Niêm yết từ ngày", "Posted from"),
            FACT_DAY,
            required_when=("posted_at", ()),
            width=11,
            window=False,
            example="02/06/2022",
        ),
        Column(
            "time_limit",
            Text("Thời hạn (ngày làm việc)", "Time limit (working days)"),
            COUNT,
            width=10,
            example="1",
            detail=True,
            hint=Text("Trả kết quả trong ngày thì ghi 0.", "0 when the result is given the same day."),
        ),
        Column("fee", Text("Lệ phí (đồng)", "Fee (đồng)"), MONEY, width=10, example="8.000", detail=True),
        Column(
            "ended_on",
            Text("Ngày hết hiệu lực", "Ended on"),
            REFERENCE_DAY,
            width=11,
            example="",
            detail=True,
            hint=Text(
                "Chỉ ghi khi thủ tục bị bãi bỏ; giữ nguyên dòng để theo dõi.",
                "Only when the procedure was abolished; the row stays.",
            ),
        ),
        Column("explanation", Text("Giải trình", "Explanation"), NOTE, width=24),
    ),
)
