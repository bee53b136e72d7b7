"""Personal data where they do not belong: columns that reports quote, sheets that go from hand to hand."""

from __future__ import annotations

from danvan_xlsx.words.rules import ERROR, NOTE, WARNING, fault
from danvan_xlsx.words.text import Text

DENOUNCER_NAMED = fault(
    "DL36",
    "denouncer_named",
    ERROR,
    message=Text(
        "Ô {cell} (cột {column}) có thông tin của người gửi đơn tố cáo.",
        "Cell {cell} (column {column}) tells who sent in a denunciation.",
    ),
    remedy=Text(
        "Đề nghị xóa, ghi “theo hồ sơ riêng”; không gửi tệp này qua Zalo, thư điện tử.",
        "Please delete it and write “theo hồ sơ riêng”; do not send this file by Zalo or e-mail.",
    ),
    reason=Text(
        "Thông tin người tố cáo là bí mật; cột này có thể được trích ra báo cáo.",
        "Who denounces is secret; this column may be quoted in a report.",
    ),
    wrong=Text(
        "Họ tên đã ghi ở một đơn tố cáo, ghi lại ở cột Nội dung", "The name of a denunciation, typed under Content"
    ),
    right=Text("Theo hồ sơ riêng", "Theo hồ sơ riêng"),
    source="Luật Tố cáo 25/2018/QH14, Điều 9, Điều 47, Điều 56.",
)

PETITIONER_NAMED = fault(
    "DL37",
    "petitioner_named",
    WARNING,
    message=Text(
        "Ô {cell} (cột {column}) có họ tên người dân đã ghi ở sổ tiếp công dân hoặc sổ đơn thư.",
        "Cell {cell} (column {column}) has the name of a citizen of the visits or petitions.",
    ),
    remedy=Text(
        "Đề nghị ghi mã đơn hoặc “công dân” thay cho họ tên.",
        "Please write the petition's code or “công dân” instead of the name.",
    ),
    reason=Text(
        "Họ tên người dân chỉ để ở cột dành riêng; các cột khác có thể được trích ra báo cáo.",
        "Names of citizens belong into their own column only; others may be quoted in reports.",
    ),
    wrong=Text("Ý kiến của ông (họ tên đủ ba chữ, có ở sổ đơn)", "The opinion of (a full name that the register has)"),
    right=Text("Ý kiến theo đơn D-05", "The opinion of petition D-05"),
)

IDENTITY_NUMBER = fault(
    "DL38",
    "identity_number",
    NOTE,
    message=Text(
        "Ô {cell} (cột {column}) có dãy số giống số điện thoại hoặc số căn cước.",
        "Cell {cell} (column {column}) has digits like those of a telephone or an identity card.",
    ),
    remedy=Text(
        "Không cần giữ ở sổ nếu là số của người dân.",
        "Nothing need be done unless it is a citizen's: that is not needed here.",
    ),
    reason=Text(
        "Sổ không cần giấy tờ tùy thân và số điện thoại; các dãy số này nằm ở hồ sơ giấy.",
        "The registers need neither; such numbers stay in the paper file.",
    ),
    wrong=Text("Liên hệ 0912345678", "Liên hệ 0912345678"),
    right=Text("Liên hệ theo hồ sơ", "Liên hệ theo hồ sơ"),
)
