"""What is asked of the supervision by the people's inspectorate and the boards: that its plan is sent in good time."""

from __future__ import annotations

from datetime import date

from danvan_xlsx.registers.inspections.sheet import BOARD, INSPECTIONS, INSPECTORATE
from danvan_xlsx.words.amounts import amount_label
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.rules import CONDUCT, DATA, NOTE, WARNING, rule
from danvan_xlsx.words.text import Text


@rule(
    "GS04",
    INSPECTIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "Kế hoạch giám sát ngày {day} được gửi ngày {plan_sent_on}, trước {before}; mức {limit} ({source}).",
        "The plan of the supervision on {day} was sent on {plan_sent_on}, {before} before; {limit} ({source}).",
    ),
    remedy=Text(
        "Trân trọng đề nghị phối hợp gửi kế hoạch các cuộc sau sớm hơn; ngày đã ghi xin giữ nguyên, lý do nêu ở cột "
        "Giải trình.",
        "We ask that later plans be sent earlier; please leave the day as it is and say why under Explanation.",
    ),
    reason=Text(
        "Nơi được giám sát cần thời gian chuẩn bị hồ sơ, tài liệu.",
        "Those concerned need time to prepare their files.",
    ),
    wrong="kind Ban TTND giám sát | day 18/08/2022 | plan_sent_on 15/08/2022",
    right="kind Ban TTND giám sát | day 18/08/2022 | plan_sent_on 13/08/2022",
    limits=("people_inspection.plan_sent",),
)
def plan_sent_late(*, plan_sent_on: date, day: date, kind: Option, law: Law) -> object:
    """Nghị định 159/2016/NĐ-CP; từ 15/8/2023 Nghị định 59/2023/NĐ-CP, Điều 14 khoản 1."""
    if kind != INSPECTORATE or plan_sent_on > day:
        return False
    limit = law.get("people_inspection.plan_sent", day)
    breach = limit and limit.breach(day, plan_sent_on)
    return limit and breach and {**breach, "before": amount_label(breach["taken"], limit.unit)}


@rule(
    "GS30",
    INSPECTIONS,
    DATA,
    NOTE,
    message=Text(
        "Kế hoạch {plan_number} của cuộc “{kind}” ngày {day} chưa ghi ngày gửi.",
        "Plan {plan_number} of “{kind}” on {day} has no day on which it was sent.",
    ),
    remedy=Text(
        "Trân trọng đề nghị phối hợp ghi ngày gửi kế hoạch tới nơi được giám sát.",
        "We ask that the day be added on which the plan reached those concerned.",
    ),
    reason=Text(
        "Ngày gửi cho biết nơi được giám sát có đủ thời gian chuẩn bị hay không.",
        "It shows whether those concerned had time to prepare.",
    ),
    wrong="kind Ban TTND giám sát | day 18/08/2022 | plan_number 03/KH-TTND",
    right="kind Kiểm tra Bộ phận một cửa | day 16/09/2022 | plan_number 09/KH-UBND",
)
def plan_without_the_day_it_was_sent(
    *, plan_sent_on: date | None = None, plan_number: str, kind: Option, day: date
) -> object:
    """Nghị định 159/2016/NĐ-CP; từ 15/8/2023 Nghị định 59/2023/NĐ-CP, Điều 14 khoản 1."""
    return plan_sent_on is None and kind in (INSPECTORATE, BOARD)
