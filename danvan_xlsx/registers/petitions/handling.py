"""Questions asked of how a petition was handled: whoever sent it is told in time, and what was withdrawn is closed."""

from __future__ import annotations

from datetime import date

from danvan_xlsx.registers.petitions.sheet import (
    COMPLAINT,
    DENUNCIATION,
    FILED,
    NOT_ELIGIBLE,
    NOT_OWN,
    OWN,
    PETITIONS,
    PROPOSAL,
)
from danvan_xlsx.registers.petitions.steps import ACCEPTANCE, INITIAL, earliest, late, open_until
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.rules import CONDUCT, DATA, KEEP_THE_DAY, WARNING, rule
from danvan_xlsx.words.text import Text

_TOLD = "petition.reflection_answer"


@rule(
    "DT10",
    PETITIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "Kiến nghị, phản ánh {code} nhận {received_on}, ngày trả lời {done}: {took}, thời hạn {limit} ({source}).",
        "Proposal {code} received {received_on}, answered {done}: {took}, limit {limit} ({source}).",
    ),
    remedy=Text(
        "Đã báo cho người gửi thì ghi ngày ở cột Ngày xử lý ban đầu; nếu chưa, đề nghị trả lời, ghi lý do ở cột Giải "
        "trình.",
        "If who sent it was told how it is handled, please give that day under First handled on; if not, please answer "
        "and say why under Explanation.",
    ),
    reason=Text(
        "Người gửi kiến nghị, phản ánh được trả lời hoặc được báo hướng xử lý.",
        "Who sends in a proposal is answered or told what will be done about it.",
    ),
    wrong="code D-24 | received_on 18/10/2022 | kind Kiến nghị, phản ánh | competence có | settled_on 02/11/2022",
    right="code D-24 | received_on 18/10/2022 | kind Kiến nghị, phản ánh | competence có | settled_on 01/11/2022",
    limits=(_TOLD,),
)
def answered_late(
    *,
    settled_on: date | None = None,
    received_on: date,
    kind: Option,
    competence: Option,
    code: str,
    handled_on: date | None = None,
    withdrawn_on: date | None = None,
    result: Option | None = None,
    law: Law,
    as_of: date,
) -> object:
    """Luật Tiếp công dân 42/2013/QH13, Điều 28 khoản 1."""
    asked = kind == PROPOSAL and competence == OWN and handled_on is None
    done = earliest(settled_on, withdrawn_on)
    return asked and late(law.get(_TOLD, received_on), received_on, done, open_until(result, as_of))


@rule(
    "DT29",
    PETITIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "Đơn {code} ({kind}) nhận {received_on}, ngày báo cho người gửi {done}: {took}, thời hạn {limit} ({source}).",
        "Petition {code} ({kind}) received {received_on}, who sent it told {done}: {took}, limit {limit} ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Người gửi đơn được biết đơn đang được giải quyết, được hướng dẫn hoặc đã chuyển đi đâu.",
        "Who sends a petition is told whether it is dealt with, where to turn, or where it was sent.",
    ),
    wrong="""
        code D-20 | received_on 08/09/2022 | kind Kiến nghị, phản ánh | competence không | handling Hướng dẫn | \
handled_on 23/09/2022
        """,
    right="""
        code D-20 | received_on 08/09/2022 | kind Kiến nghị, phản ánh | competence không | handling Hướng dẫn | \
handled_on 22/09/2022
        """,
    limits=(_TOLD,),
)
def told_late(
    *,
    handled_on: date | None = None,
    received_on: date,
    kind: Option,
    competence: Option,
    code: str,
    handling: Option | None = None,
    forwarded_on: date | None = None,
    settled_on: date | None = None,
    withdrawn_on: date | None = None,
    law: Law,
    as_of: date,
) -> object:
    """Luật Tiếp công dân 42/2013/QH13, Điều 28 khoản 1."""
    own = kind == PROPOSAL and competence == OWN and handled_on is not None
    # What is only filed owes nobody an answer; a denunciation for another office is forwarded in fewer days.
    for_another = kind in (PROPOSAL, COMPLAINT) and competence == NOT_OWN and handling != FILED
    told = earliest(handled_on, forwarded_on, settled_on, withdrawn_on)
    return (own or for_another) and late(law.get(_TOLD, received_on), received_on, told, as_of)


@rule(
    "DT30",
    PETITIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "Đơn {code} ({kind}) không đủ điều kiện thụ lý, nhận {received_on}, ngày báo cho người gửi {done}: {took}, "
        "thời hạn {limit} ({source}).",
        "Petition {code} ({kind}) was not eligible, received {received_on}, who sent it told {done}: {took}, "
        "limit {limit} ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Không thụ lý thì người gửi được biết lý do trong thời hạn thụ lý; đơn chỉ lưu thì không cần báo.",
        "Who sent what is not accepted is told why within the same days; what is only filed needs no word.",
    ),
    wrong="""
        code D-05 | received_on 02/03/2022 | kind Khiếu nại | competence không đủ điều kiện | handling Hướng dẫn | \
handled_on 15/03/2022
        """,
    right="""
        code D-05 | received_on 02/03/2022 | kind Khiếu nại | competence không đủ điều kiện | handling Hướng dẫn | \
handled_on 14/03/2022
        code D-06 | received_on 02/03/2022 | kind Tố cáo | competence không đủ điều kiện | handling Hướng dẫn | \
handled_on 11/03/2022
        """,
    limits=(ACCEPTANCE, INITIAL),
)
def refused_late(
    *,
    handled_on: date | None = None,
    received_on: date,
    kind: Option,
    competence: Option,
    code: str,
    handling: Option | None = None,
    settled_on: date | None = None,
    withdrawn_on: date | None = None,
    law: Law,
    as_of: date,
) -> object:
    """Luật Khiếu nại 02/2011/QH13, Điều 27; Luật Tố cáo 25/2018/QH14, Điều 24 khoản 1."""
    figure = {COMPLAINT: ACCEPTANCE, DENUNCIATION: INITIAL}.get(kind)
    if figure is None or competence != NOT_ELIGIBLE or handling == FILED:
        return None
    told = earliest(handled_on, settled_on, withdrawn_on)
    return late(law.get(figure, received_on), received_on, told, as_of)


@rule(
    "DT18",
    PETITIONS,
    DATA,
    WARNING,
    message=Text(
        "Đơn {code} có ngày rút đơn {withdrawn_on}, cột Kết quả còn trống.",
        "Petition {code} was withdrawn on {withdrawn_on} and has no result.",
    ),
    remedy=Text(
        "Đề nghị chọn Rút đơn, ghi ngày và số quyết định đình chỉ; nếu vẫn giải quyết tiếp, ghi kết quả khi xong.",
        "Please choose Withdrawn with day and number of the suspension; where it goes on, give the result in the end.",
    ),
    reason=Text(
        "Đơn đã rút được đình chỉ bằng văn bản và tính là đã giải quyết.",
        "What was withdrawn is suspended in writing and counts as settled.",
    ),
    wrong="code D-15 | withdrawn_on 05/07/2022",
    right="code D-15 | withdrawn_on 05/07/2022 | result Rút đơn",
)
def withdrawn_and_open(
    *, result: Option | None = None, withdrawn_on: date, code: str, settled_on: date | None = None, as_of: date
) -> object:
    """Luật Khiếu nại 02/2011/QH13, Điều 10; Luật Tố cáo 25/2018/QH14, Điều 33, Điều 34."""
    # Settled without a result is told by the column.
    return result is None and settled_on is None and withdrawn_on < as_of
