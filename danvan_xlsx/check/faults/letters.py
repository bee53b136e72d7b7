"""Texts written before Unicode: read by the letters they were meant as, and told, since other computers show none."""

from __future__ import annotations

from danvan_xlsx.words.rules import NOTE, WARNING, fault
from danvan_xlsx.words.text import Text

WRITTEN_IN_TCVN3 = fault(
    "DL45",
    "written_in_the_old_code_tcvn",
    WARNING,
    message=Text(
        "Ô {cell} (cột {column}) ghi bằng bảng mã cũ TCVN3 (phông .VnTime, .VnArial …); đã đọc là “{expected}”.",
        "Cell {cell} (column {column}) is written in the old code TCVN3 (fonts .VnTime, .VnArial …); it was read as "
        "“{expected}”.",
    ),
    remedy=Text(
        "Đề nghị gõ lại bằng Unicode, phông Times New Roman; nhiều ô thì dùng danvan upgrade.",
        "Please type it again in Unicode, in Times New Roman; for many cells use danvan upgrade.",
    ),
    reason=Text(
        "Máy không có phông cũ sẽ hiện chữ sai dấu; cơ quan nhà nước dùng Unicode theo TCVN 6909:2001.",
        "Computers without the old font show the wrong letters; offices write Unicode (TCVN 6909:2001).",
    ),
    wrong=Text("Tranh chÊp ®Êt ®ai", "Tranh chÊp ®Êt ®ai"),
    right=Text("Tranh chấp đất đai", "Tranh chấp đất đai"),
    source="TCVN 6909:2001; TCVN 5712:1993.",
)

WRITTEN_IN_VNI = fault(
    "DL46",
    "written_in_the_old_code_vni",
    WARNING,
    message=Text(
        "Ô {cell} (cột {column}) ghi bằng bảng mã cũ VNI (phông VNI-Times …); đã đọc là “{expected}”.",
        "Cell {cell} (column {column}) is written in the old code VNI (fonts VNI-Times …); it was read as "
        "“{expected}”.",
    ),
    remedy=Text(
        "Đề nghị gõ lại bằng Unicode, phông Times New Roman; nếu nhiều ô, dùng danvan upgrade.",
        "Please type it again in Unicode, in Times New Roman; where there are many, use danvan upgrade.",
    ),
    reason=Text(
        "Máy không có phông VNI sẽ hiện chữ sai dấu; cơ quan nhà nước dùng Unicode theo TCVN 6909:2001.",
        "Computers without a VNI font show the wrong letters; offices write Unicode (TCVN 6909:2001).",
    ),
    wrong=Text("Tranh chaáp ñaát ñai", "Tranh chaáp ñaát ñai"),
    right=Text("Tranh chấp đất đai", "Tranh chấp đất đai"),
    source="TCVN 6909:2001.",
)

HEADING_IN_AN_OLD_CODE = fault(
    "DL47",
    "heading_in_an_old_code",
    NOTE,
    message=Text(
        "Tiêu đề ở ô {cell} ghi bằng bảng mã cũ {encoding}; đã đọc là “{expected}”.",
        "The heading in {cell} is written in the old code {encoding}; it was read as “{expected}”.",
    ),
    remedy=Text("Không cần sửa để kiểm tra.", "Nothing need be done for the check."),
    reason=Text(
        "Cột vẫn được nhận ra; máy không có phông cũ sẽ hiện tiêu đề sai dấu.",
        "The column is recognised all the same; computers without the old font show it wrongly.",
    ),
    wrong=Text("Sè ng­êi", "Sè ng­êi"),
    right=Text("Số người", "Số người"),
)
