"""Questions asked of every visit by itself: who came, who received, was the answer in time, how many spoke."""

from __future__ import annotations

from datetime import date
from typing import Any

from danvan_xlsx.registers.reception.sheet import (
    ACCEPTED,
    CHAIRMAN,
    DECLINED,
    DENUNCIATION,
    FORWARDED,
    OFFICER,
    RECEPTION,
    REGULAR,
    SCHEDULED,
    UNSCHEDULED,
)
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.rules import CONDUCT, DATA, ERROR, KEEP_THE_DAY, WARNING, rule
from danvan_xlsx.words.text import Personal, Text

_GROUP, _SPEAKERS = "reception.group_min", "reception.representatives_max"
#: The cases of `reception.representatives_max` and, as their names have it, the largest group of the first.
_SMALL, _LARGE, _LARGEST_SMALL = "5-10 người", "trên 10 người", 10


@rule(
    "TCD03",
    RECEPTION,
    DATA,
    ERROR,
    message=Text(
        "Lượt tiếp ngày {day} chưa ghi họ tên – địa chỉ và cũng chưa ghi mã đơn.",
        "The visit of {day} has neither a person nor the code of a petition.",
    ),
    remedy=Text(
        "Đề nghị ghi họ tên – địa chỉ theo sổ giấy; có đơn kèm theo thì chỉ ghi mã đơn.",
        "Please take the person from the paper book; where a petition was handed in its code is enough.",
    ),
    reason=Text(
        "Sổ tiếp công dân ghi người được tiếp để theo dõi, trả lời.",
        "The register says who came, so that the matter can be followed and answered.",
    ),
    wrong="day 05/01/2022 | matter Khác | content Hỏi thủ tục",
    right="day 05/01/2022 | matter Khác | content Hỏi thủ tục | person Công dân 51",
)
def nobody_named(
    *,
    person: Personal | None = None,
    day: date,
    matter: Option,
    petition: str | None = None,
    outcome: Option | None = None,
) -> object:
    """Luật Tiếp công dân 42/2013/QH13, Điều 25; Mẫu số 03, Thông tư 04/2021/TT-TTCP."""
    # A denouncer stands in a file apart; who was turned away may not have said a name.
    return person is None and petition is None and matter != DENUNCIATION and outcome != DECLINED


@rule(
    "TCD20",
    RECEPTION,
    DATA,
    ERROR,
    message=Text(
        "Lượt tiếp ngày {day} chưa ghi nội dung và cũng chưa ghi mã đơn.",
        "The visit of {day} has neither a matter nor the code of a petition.",
    ),
    remedy=Text(
        "Đề nghị ghi tóm tắt nội dung theo sổ giấy; có đơn kèm theo thì chỉ ghi mã đơn.",
        "Please take the matter from the paper book; where a petition was handed in its code is enough.",
    ),
    reason=Text(
        "Sổ tiếp công dân ghi nội dung trình bày để theo dõi, trả lời.",
        "The register says what it was about, so that it can be followed and answered.",
    ),
    wrong="day 05/01/2022 | matter Khác | person Công dân 51",
    right="day 05/01/2022 | matter Khác | petition D-05",
)
def nothing_told(*, content: Personal | None = None, day: date, matter: Option, petition: str | None = None) -> object:
    """Luật Tiếp công dân 42/2013/QH13, Điều 25; Mẫu số 03, Thông tư 04/2021/TT-TTCP."""
    return content is None and petition is None and matter != DENUNCIATION


@rule(
    "TCD04",
    RECEPTION,
    CONDUCT,
    WARNING,
    message=Text(
        "Lượt tiếp ngày {day} ({outcome}): hạn trả lời {due}, {limit} sau ngày tiếp; đã chậm {late} ngày ({source}).",
        "Visit of {day} ({outcome}): the answer was due by {due}, {limit} after it; {late} days late ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Việc đã tiếp nhận hoặc chuyển đi thì công dân được báo kết quả xử lý đúng hạn.",
        "Whoever's matter was taken up or forwarded is told in time what becomes of it.",
    ),
    wrong="day 10/02/2022 | outcome Tiếp nhận để giải quyết | answered_on 25/02/2022",
    right="day 10/02/2022 | outcome Tiếp nhận để giải quyết | answered_on 24/02/2022",
    limits=("reception.answer",),
)
def answered_late(*, answered_on: date | None = None, day: date, outcome: Option, law: Law, as_of: date) -> object:
    """Luật Tiếp công dân 42/2013/QH13, Điều 28 khoản 1."""
    limit = law.get("reception.answer", day)
    # Nothing is owed where the answer was given on the spot.
    owed = outcome in (ACCEPTED, FORWARDED) and day <= as_of
    return owed and limit is not None and limit.breach(day, answered_on or as_of)


@rule(
    "TCD05",
    RECEPTION,
    DATA,
    WARNING,
    message=Text(
        "Lượt tiếp ngày {day} có {people} người, chưa ghi số đại diện; từ {limit} trở lên về cùng nội dung thì cử đại "
        "diện ({source}).",
        "The visit of {day} was of {people} people and names no number of representatives; {limit} or more on one "
        "matter send some ({source}).",
    ),
    remedy=Text(
        "Đề nghị ghi số đại diện đã làm việc; không cử được đại diện thì ghi 0 và nêu ở cột Giải trình.",
        "Please give how many spoke for them; if none could be chosen type 0 and say so under Explanation.",
    ),
    reason=Text(
        "Đoàn đông người được tiếp qua đại diện; báo cáo nêu số đoàn, số người.",
        "A crowd is received through representatives; the report tells of crowds and people.",
    ),
    wrong="day 13/01/2022 | people 5",
    right="day 13/01/2022 | people 4",
    limits=(_GROUP,),
)
def crowd_without_representatives(*, representatives: int | None = None, people: int, day: date, law: Law) -> object:
    """Luật Tiếp công dân 42/2013/QH13, Điều 29."""
    limit = law.get(_GROUP, day)
    return limit is not None and representatives is None and people >= limit.amount and {"limit": limit}


@rule(
    "TCD21",
    RECEPTION,
    CONDUCT,
    WARNING,
    message=Text(
        "Lượt tiếp ngày {day}: đoàn {people} người có {representatives} đại diện, nhiều nhất {limit} ({source}).",
        "Visit of {day}: a crowd of {people} with {representatives} representatives, at most {limit} ({source}).",
    ),
    remedy=Text(
        "Đề nghị giữ nguyên số đã ghi, nêu lý do ở cột Giải trình; nếu nhập nhầm, đối chiếu sổ giấy.",
        "Please leave the figures and say why under Explanation; if mistyped, look in the paper book.",
    ),
    reason=Text(
        "Số đại diện được giới hạn để buổi tiếp làm việc được.",
        "The number is limited so that a session can do its work.",
    ),
    wrong="day 13/01/2022 | people 10 | representatives 3",
    right="day 13/01/2022 | people 11 | representatives 3",
    limits=(_GROUP, _SPEAKERS),
)
def too_many_representatives(*, representatives: int, people: int, day: date, law: Law) -> object:
    """Luật Tiếp công dân 42/2013/QH13, Điều 29."""
    group, speakers = law.get(_GROUP, day), law.get(_SPEAKERS, day)
    if group is None or speakers is None or people < group.amount:
        return None
    limit = speakers.case(_LARGE if people > _LARGEST_SMALL else _SMALL)
    # More than came is told already, as a part above its whole.
    return limit.amount < representatives <= people and {"limit": limit}


@rule(
    "TCD23",
    RECEPTION,
    DATA,
    WARNING,
    message=Text(
        "Lượt tiếp ngày {day} ghi hình thức {session} nhưng người tiếp là {receiver}.",
        "The visit of {day} is in a session called {session} and was received by: {receiver}.",
    ),
    remedy=Text(
        "Đề nghị chọn lại: Định kỳ, Đột xuất là buổi tiếp của Chủ tịch; Thường xuyên là công chức tiếp hằng ngày.",
        "Please choose again: scheduled and unscheduled are the chairman's sessions, regular is the officer's.",
    ),
    reason=Text(
        "Biểu tổng hợp tách buổi tiếp của Chủ tịch và tiếp thường xuyên.",
        "The summary form counts the chairman's sessions apart from regular reception.",
    ),
    wrong="day 06/01/2022 | session Thường xuyên | receiver Chủ tịch",
    right="day 06/01/2022 | session Đột xuất | receiver Chủ tịch",
)
def received_by_another(*, receiver: Option, session: Option, day: date) -> object:
    """Mẫu biểu 01/TCD, Thông tư 02/2021/TT-TTCP."""
    return (session == REGULAR and receiver == CHAIRMAN) or (
        session in (SCHEDULED, UNSCHEDULED) and receiver == OFFICER
    )


@rule(
    "TCD24",
    RECEPTION,
    DATA,
    WARNING,
    message=Text(
        "Lượt tiếp {session} ghi ngày {day}, là ngày nghỉ ({day_off}).",
        "A visit ({session}) is of {day}, a day off ({day_off}).",
    ),
    remedy=Text(
        "Đề nghị đối chiếu sổ giấy; nếu đúng là có tiếp, chọn Đột xuất hoặc nêu ở cột Giải trình.",
        "Please look in the paper book; if it is right, choose unscheduled or say so under Explanation.",
    ),
    reason=Text(
        "Tiếp thường xuyên, định kỳ vào ngày làm việc; ngày nghỉ thường do ghi nhầm.",
        "Regular and scheduled reception is on working days; a day off is mostly a slip.",
    ),
    wrong="day 12/03/2022 | session Thường xuyên",
    right="day 11/03/2022 | session Thường xuyên",
)
def visit_on_a_day_off(*, day: date, session: Option, plan: Any, as_of: date, explanation: str | None = None) -> object:
    """Bộ luật Lao động 45/2019/QH14, Điều 111, Điều 112; lịch nghỉ của kế hoạch."""
    if session == UNSCHEDULED or explanation is not None or day.year != plan.year or day > as_of:
        return None
    why = plan.calendar.why_off(day)
    return why and {"day_off": why}
