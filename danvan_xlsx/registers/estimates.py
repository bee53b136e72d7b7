"""Ước cả năm: what an indicator will have come to by the end of the year, asked for the yearly report."""

from __future__ import annotations

from danvan_xlsx.words.kinds import CODE, LINE, NOTE, NUMBER
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

PLACE = 75

ESTIMATES = Sheet(
    "estimates",
    Text("Ước cả năm", "Estimates of the year"),
    (
        Column(
            "indicator",
            Text("Mã chỉ tiêu", "Indicator code"),
            CODE,
            required=True,
            width=24,
            example="II.5.4/models_registered",
        ),
        Column("label", Text("Chỉ tiêu", "Indicator"), LINE, width=50, example="Mô hình “Dân vận khéo” đăng ký"),
        Column("unit", Text("Đơn vị tính", "Unit"), LINE, width=12, example="mô hình"),
        Column(
            "estimate",
            Text("Ước thực hiện cả năm", "Estimate of the year"),
            NUMBER,
            width=14,
            example="8",
            hint=Text(
                "Ghi khi lập báo cáo năm: đến 31/12 ước đạt bao nhiêu. Chưa ước được thì để trống.",
                "For the yearly report: what it will have come to by 31/12. Blank where nobody can say.",
            ),
        ),
        Column("basis", Text("Căn cứ ước", "Basis"), NOTE, width=40, example="Hai thôn đăng ký thêm trong quý IV"),
    ),
    about=Text(
        "Các chỉ tiêu đã có sẵn; chỉ ghi cột Ước thực hiện cả năm khi lập báo cáo năm.",
        "The indicators are ready; only the estimate is typed, for the yearly report.",
    ),
    key=("indicator", "label", "unit"),
)
