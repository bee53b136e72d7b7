"""Questions asked of what a denunciation tells: nobody is named, and what nobody signed is not taken up."""

from __future__ import annotations

from datetime import date

from danvan_xlsx.registers.petitions.sheet import DENUNCIATION, PETITIONS
from danvan_xlsx.registers.petitions.steps import kept_apart, nameless
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.rules import DATA, ERROR, NOTE, rule
from danvan_xlsx.words.text import Personal, Text

_ANONYMOUS = "petition.anonymous"


@rule(
    "DT11",
    PETITIONS,
    DATA,
    ERROR,
    message=Text(
        "Đơn tố cáo {code} không có tên người gửi nhưng ghi ngày thụ lý {accepted_on} ({source}).",
        "Denunciation {code} is anonymous but has a day of acceptance, {accepted_on} ({source}).",
    ),
    remedy=Text(
        "Đề nghị bỏ ngày thụ lý, chọn Không đủ điều kiện xử lý; nội dung rõ, có chứng cứ thì dùng cho thanh tra, kiểm "
        "tra.",
        "Please delete the day and choose Not eligible; what is clear and proven is used for inspections.",
    ),
    reason=Text(
        "Đơn tố cáo nặc danh không thụ lý như tố cáo.",
        "An anonymous denunciation is not taken up as one.",
    ),
    wrong="""
        code D-30 | received_on 19/07/2022 | kind Tố cáo | ineligible Đơn không ghi họ tên | accepted_on 25/07/2022
        """,
    right="""
        code D-30 | received_on 19/07/2022 | kind Tố cáo | ineligible Đơn không ghi họ tên
        code D-31 | received_on 19/07/2022 | kind Tố cáo | person theo hồ sơ riêng | accepted_on 25/07/2022
        """,
    limits=(_ANONYMOUS,),
)
def anonymous_but_accepted(
    *,
    accepted_on: date,
    received_on: date,
    kind: Option,
    code: str,
    person: Personal | None = None,
    ineligible: str | None = None,
    law: Law,
) -> object:
    """Luật Tố cáo 25/2018/QH14, Điều 25."""
    limit = law.get(_ANONYMOUS, received_on)
    nobody = nameless(ineligible or "") or (person is not None and nameless(str(person.reveal())))
    return kind == DENUNCIATION and limit is not None and nobody and {"limit": limit}


@rule(
    "DT17",
    PETITIONS,
    DATA,
    ERROR,
    message=Text(
        "Dòng {row} là đơn tố cáo có thông tin người tố cáo.",
        "Row {row} is a denunciation that tells who denounced.",
    ),
    remedy=Text(
        "Đề nghị xóa, ghi “theo hồ sơ riêng”; không gửi tệp này qua Zalo, thư điện tử.",
        "Please delete it and write “theo hồ sơ riêng”; do not send this file by Zalo or e-mail.",
    ),
    reason=Text(
        "Họ tên, địa chỉ người tố cáo là bí mật, chỉ để ở hồ sơ riêng.",
        "Name and address of who denounces are secret and stay in a file apart.",
    ),
    wrong="code D-17 | kind Tố cáo | person Công dân 17 – thôn Minh Hải",
    right="code D-17 | kind Tố cáo | person theo hồ sơ riêng",
)
def denouncer_named(*, person: Personal, kind: Option) -> object:
    """Luật Tố cáo 25/2018/QH14, Điều 9, Điều 47, Điều 56."""
    return kind == DENUNCIATION and not kept_apart(str(person.reveal()))


@rule(
    "DT28",
    PETITIONS,
    DATA,
    NOTE,
    message=Text(
        "Dòng {row} là đơn tố cáo có ghi nội dung.",
        "Row {row} is a denunciation with its matter.",
    ),
    remedy=Text(
        "Nên để trống hoặc ghi “theo hồ sơ riêng”; nội dung có thể làm lộ người tố cáo.",
        "Better blank, or “theo hồ sơ riêng”: the matter may give away who denounced.",
    ),
    reason=Text(
        "Nội dung tố cáo nằm ở hồ sơ riêng; sổ chỉ theo dõi các ngày và kết quả.",
        "What was denounced stays in a file apart; the register follows days and results only.",
    ),
    wrong="code D-17 | kind Tố cáo | content Về việc thu quỹ tại thôn",
    right="code D-17 | kind Tố cáo | content theo hồ sơ riêng",
)
def matter_written(*, content: Personal, kind: Option) -> object:
    """Luật Tố cáo 25/2018/QH14, Điều 9, Điều 47, Điều 56."""
    return kind == DENUNCIATION and not kept_apart(str(content.reveal()))
