"""Questions asked of every session of the schedule: announced in time, held, postponed with notice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from danvan_xlsx.registers.schedule.sheet import CHAIRMAN, DELEGATED, HOLIDAY, POSTPONED, SCHEDULE
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import CONDUCT, DATA, KEEP_THE_DAY, WARNING, having, rule, sheet_rule
from danvan_xlsx.words.text import Text

HELD = frozenset({CHAIRMAN, DELEGATED})

_Told = tuple[Row | None, str, dict[str, Any]]


@rule(
    "TCD02",
    SCHEDULE,
    CONDUCT,
    WARNING,
    message=Text(
        "Lịch tiếp ngày {day} công bố ngày {posted_on}; chậm nhất là {due}, trước ngày tiếp {limit} ({source}).",
        "The session of {day} was announced on {posted_on}; the last day was {due}, {limit} ahead ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Lịch công bố sớm để người dân biết ngày Chủ tịch tiếp mà đến.",
        "People need to know ahead on which day the chairman receives.",
    ),
    wrong="day 10/03/2022 | receiver Chủ tịch | posted_on 04/03/2022",
    right="day 10/03/2022 | receiver Chủ tịch | posted_on 03/03/2022",
    limits=("reception.schedule_posted",),
)
def posted_late(*, posted_on: date, day: date, law: Law, receiver: Option | None = None) -> object:
    """Luật Tiếp công dân 42/2013/QH13, Điều 24 khoản 4."""
    limit = law.get("reception.schedule_posted", day)
    return receiver != HOLIDAY and limit is not None and limit.breach(day, posted_on)


@rule(
    "TCD12",
    SCHEDULE,
    DATA,
    WARNING,
    message=Text(
        "Kỳ tiếp ngày {day} đã qua, chưa chọn Người tiếp.",
        "The session of {day} is past and does not say who received.",
    ),
    remedy=Text(
        "Đề nghị chọn người đã tiếp; nếu không tiếp, chọn Hoãn, ghi ngày báo hoãn và lý do.",
        "Please choose who received; if nobody did, choose postponed and give the day of the notice and the reason.",
    ),
    reason=Text(
        "Kỳ để trống thì chưa biết Chủ tịch tiếp, ủy quyền hay hoãn.",
        "A blank session tells neither that the chairman received nor that it was delegated or postponed.",
    ),
    wrong="week 41 | day 13/10/2022",
    right="week 41 | day 13/10/2022 | receiver Chủ tịch",
    limits=("reception.chair_sessions",),
)
def session_not_recorded(*, receiver: Option | None = None, day: date, law: Law, plan: Any, as_of: date) -> object:
    """Luật Tiếp công dân 42/2013/QH13, Điều 15 khoản 2 điểm d."""
    limit = law.get("reception.chair_sessions", day)
    # Where days a month are owed, not every line of a weekly schedule need be held.
    weekly = limit is not None and limit.per == "week"
    return weekly and receiver is None and day < as_of and day.year == plan.year and plan.calendar.is_working(day)


@rule(
    "TCD14",
    SCHEDULE,
    CONDUCT,
    WARNING,
    message=Text(
        "Kỳ tiếp ngày {day} hoãn hoặc lùi sang ngày khác, chưa thấy ngày báo hoãn ({source}).",
        "The session of {day} was postponed; no day of a notice is given ({source}).",
    ),
    remedy=Text(
        "Đề nghị ghi ngày đã thông báo; nếu chưa thông báo, nêu lý do ở cột Giải trình.",
        "Please give the day of the notice; if there was none, say why under Explanation.",
    ),
    reason=Text(
        "Hoãn tiếp mà không báo thì người dân đến không gặp.",
        "Without a notice people come in vain.",
    ),
    wrong="day 24/03/2022 | receiver Hoãn | reason Họp đột xuất",
    right="day 24/03/2022 | receiver Hoãn | reason Họp đột xuất | notice_on 22/03/2022",
    limits=("reception.postponed_notice",),
)
def postponed_without_notice(
    *,
    notice_on: date | None = None,
    day: date,
    receiver: Option,
    law: Law,
    as_of: date,
    held_on: date | None = None,
) -> object:
    """Luật Tiếp công dân 42/2013/QH13, Điều 24 khoản 4."""
    limit = law.get("reception.postponed_notice", day)
    moved = receiver == POSTPONED or (receiver in HELD and held_on is not None and held_on > day)
    return limit is not None and notice_on is None and moved and day <= as_of and {"limit": limit}


@rule(
    "TCD15",
    SCHEDULE,
    CONDUCT,
    WARNING,
    message=Text(
        "Kỳ tiếp ngày {day} báo hoãn ngày {notice_on}, sau ngày tiếp ({source}).",
        "The session of {day} was postponed by a notice of {notice_on}, after that day ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Thông báo hoãn chỉ có ích khi đến trước ngày tiếp.",
        "A notice helps only before the day of the session.",
    ),
    wrong="day 24/03/2022 | receiver Hoãn | reason Họp đột xuất | notice_on 25/03/2022",
    right="day 24/03/2022 | receiver Hoãn | reason Họp đột xuất | notice_on 24/03/2022",
    limits=("reception.postponed_notice",),
)
def noticed_after_the_day(*, notice_on: date, day: date, law: Law) -> object:
    """Luật Tiếp công dân 42/2013/QH13, Điều 24 khoản 4."""
    limit = law.get("reception.postponed_notice", day)
    return limit is not None and notice_on > day and {"limit": limit}


@rule(
    "TCD16",
    SCHEDULE,
    DATA,
    WARNING,
    message=Text(
        "Kỳ ngày {day} chọn {receiver} nhưng ghi ngày tiếp thực tế {held_on}.",
        "The session of {day} says {receiver} and yet that it was held on {held_on}.",
    ),
    remedy=Text(
        "Nếu đã tiếp bù, đề nghị chọn người đã tiếp, giữ ngày báo hoãn; nếu chưa tiếp, để trống ngày tiếp thực tế.",
        "If it was held later, please choose who received and keep the notice; if not, leave the day held blank.",
    ),
    reason=Text(
        "Kỳ ghi Hoãn không được tính là đã tiếp, dù sau đó đã tiếp bù.",
        "A session written down as postponed does not count as held, even where it was held later.",
    ),
    wrong="day 24/03/2022 | receiver Hoãn | reason Họp | notice_on 22/03/2022 | held_on 25/03/2022",
    right="day 24/03/2022 | receiver Chủ tịch | reason Họp | notice_on 22/03/2022 | held_on 25/03/2022",
)
def postponed_and_held(*, held_on: date, receiver: Option, day: date) -> object:
    """Cách ghi sổ của chương trình."""
    return receiver in (POSTPONED, HOLIDAY)


@rule(
    "TCD17",
    SCHEDULE,
    DATA,
    WARNING,
    message=Text(
        "Kỳ tiếp ngày {day} chưa đến (ngày kiểm tra {as_of}), đã chọn {receiver}.",
        "The session of {day} is still to come (day of the check {as_of}) and already says {receiver}.",
    ),
    remedy=Text(
        "Đề nghị để trống Người tiếp, chọn sau khi tiếp.",
        "Please leave it blank and choose once the session was held.",
    ),
    reason=Text(
        "Chọn trước thì đến ngày kỳ này tự tính là đã tiếp.",
        "Chosen ahead, the session will count as held once its day has come.",
    ),
    wrong="day 17/11/2022 | receiver Chủ tịch\nas_of: 16/11/2022",
    right="day 17/11/2022 | receiver Chủ tịch\nas_of: 17/11/2022",
)
def held_before_its_day(*, receiver: Option, day: date, as_of: date, held_on: date | None = None) -> object:
    """Cách ghi sổ của chương trình."""
    return receiver in HELD and held_on is None and day > as_of and {"as_of": as_of}


@sheet_rule(
    "TCD18",
    SCHEDULE,
    DATA,
    WARNING,
    message=Text(
        "Kỳ tiếp công dân ghi ngày {held}, là ngày nghỉ ({day_off}).",
        "The session is of {held}, a day off ({day_off}).",
    ),
    remedy=Text(
        "Đề nghị đối chiếu sổ giấy; nếu đúng là có tiếp, nêu ở cột Giải trình, ngày làm bù thì báo ghi vào kế hoạch.",
        "Please look in the paper book; if it was held, say so under Explanation; a day worked in exchange goes into "
        "the plan.",
    ),
    reason=Text(
        "Ngày nghỉ thường do ghi nhầm ngày.",
        "A day off is mostly a slip.",
    ),
    wrong="day 10/03/2022 | receiver Chủ tịch | notice_on 09/03/2022 | held_on 12/03/2022",
    right="day 10/03/2022 | receiver Chủ tịch | notice_on 09/03/2022 | held_on 11/03/2022",
)
def held_on_a_day_off(*, rows: Iterable[Row], plan: Any) -> Iterator[_Told]:
    """Bộ luật Lao động 45/2019/QH14, Điều 111, Điều 112; lịch nghỉ của kế hoạch."""
    for row in having(rows, "day", "receiver"):
        column = "held_on" if "held_on" in row.values else "day"
        held = row[column]
        if row["receiver"] not in HELD or "held_on" in row.refused or held.year != plan.year:
            continue
        if (why := plan.calendar.why_off(held)) and "explanation" not in row.values:
            yield row, column, {"held": held, "day_off": why}


@rule(
    "TCD19",
    SCHEDULE,
    DATA,
    WARNING,
    message=Text(
        "Kỳ tiếp ngày {day} chọn {receiver}; lịch làm việc chưa ghi đây là ngày nghỉ.",
        "The session of {day} says {receiver}; the calendar has no day off then.",
    ),
    remedy=Text(
        "Nếu không tiếp, đề nghị chọn Hoãn hoặc Ủy quyền; nếu là ngày nghỉ thật, báo ghi vào lịch nghỉ của kế hoạch.",
        "If nobody received, please choose postponed or delegated; a true day off goes into the plan's calendar.",
    ),
    reason=Text(
        "Kỳ nghỉ lễ không tính vào số kỳ phải tiếp, nên chỉ ghi cho ngày nghỉ.",
        "A holiday takes the session from those owed, so it is for days off only.",
    ),
    wrong="day 10/03/2022 | receiver Nghỉ lễ, Tết",
    right="day 03/02/2022 | receiver Nghỉ lễ, Tết",
)
def holiday_on_a_working_day(*, receiver: Option, day: date, plan: Any) -> object:
    """Bộ luật Lao động 45/2019/QH14, Điều 112; lịch nghỉ của kế hoạch."""
    return receiver == HOLIDAY and day.year == plan.year and plan.calendar.is_working(day)
