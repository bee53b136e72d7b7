"""Faults of what has gone up already: its figures are no longer those of the registers."""

from __future__ import annotations

from danvan_xlsx.words.rules import WARNING, fault
from danvan_xlsx.words.text import Text

CHANGED_AFTER_THE_REPORT = fault(
    "KH46",
    "changed_after_the_report",
    WARNING,
    message=Text(
        "Tệp “{file}” có thay đổi sau khi lập {period} ({number}): {figures}.",
        "The file “{file}” was changed after {period} ({number}) was drawn up: {figures}.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu hồ sơ gốc; nếu số liệu mới là đúng, lập lại hoặc báo cáo bổ sung.",
        "Please look into the original files; if the new figures are right, draw the report anew or add to it.",
    ),
    reason=Text(
        "Cấp trên đã nhận số liệu cũ; sổ và báo cáo cần khớp nhau, kỳ sau còn so sánh cùng kỳ.",
        "The level above has the old figures; registers and reports must agree, and next year compares with them.",
    ),
    wrong=Text(
        "Báo cáo 6 tháng ghi 22 lượt tiếp; sau đó sổ thêm một lượt ngày 12/05/2022.",
        "The half-year report says 22 visits; then a visit of 12/05/2022 was added.",
    ),
    right=Text(
        "Lập lại báo cáo, hoặc báo cáo bổ sung lượt tiếp ghi thiếu.",
        "The report drawn anew, or the missing visit told in another report.",
    ),
)
