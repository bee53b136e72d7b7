"""Questions asked of complaints the commune settles: accepted, talked over, decided, sent, published in time."""

from __future__ import annotations

from datetime import date
from typing import Any

from danvan_xlsx.registers.petitions.sheet import PARTLY_RIGHT, PETITIONS, WRONG
from danvan_xlsx.registers.petitions.steps import (
    ACCEPTANCE,
    DECIDED,
    FIRST_RESOLUTION,
    GIVEN_UP,
    complaint_limit,
    earliest,
    first_complaint,
    late,
    of_case,
    open_until,
    unaccepted_until,
)
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.rules import CONDUCT, DATA, KEEP_THE_DAY, NOTE, WARNING, rule
from danvan_xlsx.words.text import Text

_SENT, _PUBLISHED, _SUSPENSION_SENT = (
    "complaint.decision_sent",
    "complaint.decision_published",
    "complaint.suspension_sent",
)
_DIALOGUE = "complaint.dialogue_required"


@rule(
    "DT02",
    PETITIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "Khiếu nại {code} nhận {received_on}, ngày thụ lý {done}: {took}, thời hạn {limit} ({source}).",
        "Complaint {code} received {received_on}, accepted {done}: {took}, limit {limit} ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Người khiếu nại được biết trong thời hạn là khiếu nại đã được thụ lý hay chưa.",
        "Who complains is told in time whether the complaint was accepted.",
    ),
    wrong="code D-05 | received_on 02/03/2022 | kind Khiếu nại | competence có | accepted_on 15/03/2022",
    right="code D-05 | received_on 02/03/2022 | kind Khiếu nại | competence có | accepted_on 14/03/2022",
    limits=(ACCEPTANCE,),
)
def accepted_late(
    *,
    accepted_on: date | None = None,
    received_on: date,
    kind: Option,
    competence: Option,
    code: str,
    times: Option | None = None,
    settled_on: date | None = None,
    withdrawn_on: date | None = None,
    result: Option | None = None,
    law: Law,
    as_of: date,
) -> object:
    """Luật Khiếu nại 02/2011/QH13, Điều 27; từ 01/7/2026 NĐ 155/2026/NĐ-CP, Điều 10."""
    until = unaccepted_until(settled_on, withdrawn_on, result, as_of)
    asked = first_complaint(kind, competence, times)
    return asked and late(law.get(ACCEPTANCE, received_on), received_on, accepted_on, until)


@rule(
    "DT03",
    PETITIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "Khiếu nại {code} thụ lý {accepted_on}, ngày giải quyết xong (rút đơn) {done}: chậm {late} ngày so với hạn "
        "{due}; thời hạn {limit} ({source}).",
        "Complaint {code} accepted {accepted_on}, settled (withdrawn) {done}: {late} days after {due}; limit "
        "{limit} ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Khiếu nại được giải quyết trong thời hạn thì không kéo dài, không thành khiếu kiện vượt cấp.",
        "A complaint settled in time does not drag on and is not taken past the commune.",
    ),
    wrong="""
        code D-05 | received_on 02/03/2022 | kind Khiếu nại | competence có | accepted_on 10/03/2022 | \
complexity Thông thường | settled_on 13/04/2022
        """,
    right="""
        code D-05 | received_on 02/03/2022 | kind Khiếu nại | competence có | accepted_on 10/03/2022 | \
complexity Thông thường | settled_on 12/04/2022
        """,
    limits=(FIRST_RESOLUTION,),
)
def decided_late(
    *,
    settled_on: date | None = None,
    accepted_on: date,
    kind: Option,
    competence: Option,
    complexity: Option,
    code: str,
    times: Option | None = None,
    withdrawn_on: date | None = None,
    result: Option | None = None,
    law: Law,
    plan: Any,
    as_of: date,
) -> object:
    """Luật Khiếu nại 02/2011/QH13, Điều 28."""
    if not first_complaint(kind, competence, times):
        return None
    limit = complaint_limit(law, plan, accepted_on, complexity)
    return late(limit, accepted_on, earliest(settled_on, withdrawn_on), open_until(result, as_of))


@rule(
    "DT04",
    PETITIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "Khiếu nại {code} có quyết định giải quyết ngày {settled_on}, ngày gửi {done}: {took}, thời hạn "
        "{limit} ({source}).",
        "Complaint {code} was decided on {settled_on}, the decision sent {done}: {took}, limit {limit} ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Người khiếu nại nhận quyết định sớm thì còn đủ thời gian khiếu nại tiếp hoặc khởi kiện.",
        "Who gets the decision soon has the time the law gives to complain again or go to court.",
    ),
    wrong="""
        code D-05 | received_on 02/03/2022 | kind Khiếu nại | competence có | settled_on 08/04/2022 | result Đúng | \
sent_on 15/04/2022
        """,
    right="""
        code D-05 | received_on 02/03/2022 | kind Khiếu nại | competence có | settled_on 08/04/2022 | result Đúng | \
sent_on 14/04/2022
        """,
    limits=(_SENT,),
)
def decision_sent_late(
    *,
    sent_on: date | None = None,
    settled_on: date,
    kind: Option,
    competence: Option,
    result: Option,
    code: str,
    times: Option | None = None,
    law: Law,
    as_of: date,
) -> object:
    """Luật Khiếu nại 02/2011/QH13, Điều 32."""
    asked = first_complaint(kind, competence, times) and result in DECIDED
    return asked and late(of_case(law.get(_SENT, settled_on), "first"), settled_on, sent_on, as_of)


@rule(
    "DT05",
    PETITIONS,
    CONDUCT,
    # The decree speaks of whoever settles a complaint, its forerunner of the second one only.
    NOTE,
    message=Text(
        "Quyết định giải quyết khiếu nại {code} ngày {settled_on}, ngày công khai {done}: {took}, thời hạn "
        "{limit} ({source}).",
        "The decision on complaint {code} of {settled_on}, published {done}: {took}, limit {limit} ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Quyết định giải quyết khiếu nại được công khai để người có liên quan biết và giám sát.",
        "Decisions on complaints are published so that those concerned know and can follow them.",
    ),
    wrong="""
        code D-05 | received_on 02/03/2022 | kind Khiếu nại | competence có | settled_on 08/04/2022 | result Đúng | \
published_on 26/04/2022
        """,
    right="""
        code D-05 | received_on 02/03/2022 | kind Khiếu nại | competence có | settled_on 08/04/2022 | result Đúng | \
published_on 25/04/2022
        """,
    limits=(_PUBLISHED,),
)
def decision_published_late(
    *,
    published_on: date | None = None,
    settled_on: date,
    kind: Option,
    competence: Option,
    result: Option,
    code: str,
    times: Option | None = None,
    law: Law,
    as_of: date,
) -> object:
    """Luật Khiếu nại 02/2011/QH13, Điều 41; NĐ 124/2020/NĐ-CP."""
    asked = first_complaint(kind, competence, times) and result in DECIDED
    return asked and late(law.get(_PUBLISHED, settled_on), settled_on, published_on, as_of)


@rule(
    "DT24",
    PETITIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "Khiếu nại {code} được đình chỉ ngày {settled_on}, ngày gửi quyết định {done}: {took}, thời hạn "
        "{limit} ({source}).",
        "Complaint {code} was suspended on {settled_on}, the decision sent {done}: {took}, limit {limit} ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Người khiếu nại được biết sớm là vụ việc đã dừng giải quyết.",
        "Who complained is soon told that the case has been closed.",
    ),
    wrong="""
        code D-05 | received_on 06/07/2026 | kind Khiếu nại | competence có | settled_on 03/08/2026 | \
result Rút đơn | sent_on 07/08/2026
        as_of: 31/12/2026
        """,
    right="""
        code D-05 | received_on 06/07/2026 | kind Khiếu nại | competence có | settled_on 03/08/2026 | \
result Rút đơn | sent_on 06/08/2026
        as_of: 31/12/2026
        """,
    limits=(_SUSPENSION_SENT,),
)
def suspension_sent_late(
    *,
    sent_on: date | None = None,
    settled_on: date,
    kind: Option,
    competence: Option,
    result: Option,
    code: str,
    times: Option | None = None,
    law: Law,
    as_of: date,
) -> object:
    """NĐ 155/2026/NĐ-CP, Điều 12."""
    asked = first_complaint(kind, competence, times) and result in GIVEN_UP
    return asked and late(law.get(_SUSPENSION_SENT, settled_on), settled_on, sent_on, as_of)


@rule(
    "DT21",
    PETITIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "Khiếu nại {code} phải đối thoại, đã giải quyết xong ngày {settled_on} mà chưa thấy ngày đối thoại ({source}).",
        "Complaint {code}, in which a dialogue is owed, was settled on {settled_on} without a day of dialogue "
        "({source}).",
    ),
    remedy=Text(
        "Đề nghị ghi ngày đối thoại theo biên bản; nếu chưa đối thoại, nêu lý do ở cột Giải trình.",
        "Please give the day of the dialogue from its minutes; if there was none, say why under Explanation.",
    ),
    reason=Text(
        "Khi kết quả xác minh và nội dung khiếu nại còn khác nhau, hai bên gặp nhau trước khi ra quyết định.",
        "Where findings and complaint differ both sides meet before the decision.",
    ),
    wrong="""
        code D-05 | received_on 02/03/2022 | kind Khiếu nại | competence có | dialogue_owed Có | \
settled_on 08/04/2022 | result Sai
        """,
    right="""
        code D-05 | received_on 02/03/2022 | kind Khiếu nại | competence có | dialogue_owed Có | \
settled_on 08/04/2022 | result Sai | dialogue_on 25/03/2022
        """,
    limits=(_DIALOGUE,),
)
def decided_without_dialogue(
    *,
    dialogue_on: date | None = None,
    dialogue_owed: bool,
    settled_on: date,
    received_on: date,
    kind: Option,
    competence: Option,
    result: Option,
    code: str,
    times: Option | None = None,
    law: Law,
) -> object:
    """Luật Khiếu nại 02/2011/QH13, Điều 30."""
    owed = law.get(_DIALOGUE, received_on)
    asked = first_complaint(kind, competence, times) and dialogue_owed and result not in GIVEN_UP
    return asked and owed is not None and dialogue_on is None and {"limit": owed}


@rule(
    "DT23",
    PETITIONS,
    DATA,
    NOTE,
    message=Text(
        "Khiếu nại {code} có kết quả {result}: kết quả xác minh khác nội dung khiếu nại, cột Phải đối thoại chưa ghi "
        "Có.",
        "Complaint {code} was found {result}: findings and complaint differ, and Dialogue owed is not Yes.",
    ),
    remedy=Text(
        "Đề nghị chọn Có, ghi ngày đối thoại; nếu hai bên đã thống nhất trước khi ra quyết định thì không phải sửa.",
        "Please choose Yes and give the day of the dialogue; nothing need be changed where both sides agreed before.",
    ),
    reason=Text(
        "Tỷ lệ đối thoại tính trên các vụ ghi Có ở cột Phải đối thoại.",
        "The share of dialogues is worked out over the cases with Yes under Dialogue owed.",
    ),
    wrong="code D-05 | kind Khiếu nại | competence có | settled_on 08/04/2022 | result Sai",
    right="code D-05 | kind Khiếu nại | competence có | settled_on 08/04/2022 | result Đúng",
)
def dialogue_not_seen_as_owed(
    *,
    dialogue_owed: bool | None = None,
    kind: Option,
    competence: Option,
    settled_on: date,
    result: Option,
    code: str,
    times: Option | None = None,
    dialogue_on: date | None = None,
) -> object:
    """Luật Khiếu nại 02/2011/QH13, Điều 30."""
    differ = first_complaint(kind, competence, times) and result in (PARTLY_RIGHT, WRONG)
    return differ and not dialogue_owed and dialogue_on is None
