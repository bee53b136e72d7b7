"""Does what was found lead to a proposal, the proposal to a letter, the letter to an answer?"""

from __future__ import annotations

from datetime import date

from danvan_xlsx.registers.reviews.sheet import CHANGES, KEEP, REVIEWS, SOUND, WAITING
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.rules import CONDUCT, DATA, NOTE, WARNING, rule
from danvan_xlsx.words.text import Text

FIRST_HALF = Text("6 tháng đầu năm", "first half-year")
SECOND_HALF = Text("6 tháng cuối năm", "second half-year")


@rule(
    "HC08",
    REVIEWS,
    CONDUCT,
    WARNING,
    message=Text(
        "Rà soát ngày {day}, kiến nghị {proposal}; đến hết {period} chưa thấy ngày gửi kiến nghị.",
        "Reviewed on {day}, proposed: {proposal}; by the end of the {period} no day on which it was sent.",
    ),
    remedy=Text(
        "Đề nghị ghi số, ngày văn bản kiến nghị; nếu chưa gửi, ghi lý do ở cột Giải trình.",
        "Please write number and day of the letter; where none was sent, say why under Explanation.",
    ),
    reason=Text(
        "Kiến nghị chưa gửi thì thủ tục rườm rà vẫn như cũ.",
        "A proposal that is not sent changes nothing.",
    ),
    wrong="day 20/06/2022 | proposal Đơn giản hóa | sent_to UBND huyện",
    right="day 20/06/2022 | proposal Đơn giản hóa | sent_to UBND huyện | sent_on 24/06/2022 | outcome Chờ trả lời",
)
def proposal_not_sent(
    *,
    sent_on: date | None = None,
    day: date,
    proposal: Option,
    sent_number: str | None = None,
    outcome: Option | None = None,
    as_of: date,
) -> object:
    """Nghị định 63/2010/NĐ-CP (rà soát, đánh giá thủ tục hành chính); kế hoạch của xã, mục II.2, III.2."""
    if proposal.code not in CHANGES or any((sent_on, sent_number, outcome)):
        return None
    # No text names a number of days: the register is closed by the half-year, and so long it may take.
    first = day.month <= 6
    ended = date(day.year, 6, 30) if first else date(day.year, 12, 31)
    return ended < as_of and {"period": FIRST_HALF if first else SECOND_HALF}


@rule(
    "HC28",
    REVIEWS,
    DATA,
    WARNING,
    message=Text(
        "Kiến nghị {proposal} đã có số văn bản hoặc đang chờ trả lời, chưa ghi ngày gửi.",
        "The proposal {proposal} has a letter or awaits an answer, and no day on which it was sent.",
    ),
    remedy=Text("Đề nghị ghi ngày gửi văn bản kiến nghị.", "Please write the day of the letter."),
    reason=Text(
        "Có ngày gửi mới theo dõi được thời gian chờ trả lời.",
        "Without that day nobody knows how long an answer has been awaited.",
    ),
    wrong="proposal Đơn giản hóa | sent_number 45/UBND-TP | outcome Chờ trả lời",
    right="proposal Đơn giản hóa | sent_number 45/UBND-TP | sent_on 24/06/2022 | outcome Chờ trả lời",
)
def sent_without_a_day(
    *,
    sent_on: date | None = None,
    proposal: Option,
    sent_number: str | None = None,
    outcome: Option | None = None,
) -> object:
    """Hướng dẫn ghi sổ Rà soát TTHC, văn bản."""
    # What the commune settles itself may have an outcome and no letter.
    return sent_on is None and (sent_number is not None or outcome == WAITING)


@rule(
    "HC29",
    REVIEWS,
    DATA,
    WARNING,
    message=Text(
        "Kiến nghị gửi ngày {sent_on} chưa ghi kết quả.",
        "The proposal sent on {sent_on} has no outcome.",
    ),
    remedy=Text(
        "Đề nghị chọn kết quả; chưa có trả lời thì chọn Chờ trả lời.",
        "Please choose an outcome; while there is no answer, choose Waiting.",
    ),
    reason=Text(
        "Báo cáo cần biết kiến nghị nào đã được tiếp thu.",
        "The report says which proposals were taken up.",
    ),
    wrong="proposal Đơn giản hóa | sent_on 24/06/2022",
    right="proposal Đơn giản hóa | sent_on 24/06/2022 | outcome Chờ trả lời",
)
def no_outcome(*, outcome: Option | None = None, sent_on: date) -> object:
    """Hướng dẫn ghi sổ Rà soát TTHC, văn bản."""
    return outcome is None


@rule(
    "HC30",
    REVIEWS,
    DATA,
    NOTE,
    message=Text(
        "Vấn đề ghi “{problem}”, kiến nghị ghi “{proposal}”: chưa khớp nhau.",
        "Found: “{problem}”; proposed: “{proposal}”. The two do not fit.",
    ),
    remedy=Text(
        "Đề nghị xem lại hai ô; nếu giữ nguyên có lý do riêng, ghi ở cột Ghi chú.",
        "Please look at both cells again; where there is a reason, write it under Remarks.",
    ),
    reason=Text(
        "Có vướng mắc thì cần kiến nghị sửa; không có thì không cần sửa.",
        "What is in the way asks for a change; where nothing is, nothing needs one.",
    ),
    wrong="problem Rườm rà, gây phiền hà | proposal Giữ nguyên",
    right="problem Chưa thấy vướng mắc | proposal Giữ nguyên",
)
def problem_and_proposal_differ(*, proposal: Option, problem: Option, remarks: str | None = None) -> object:
    """Hướng dẫn ghi sổ Rà soát TTHC, văn bản."""
    return remarks is None and (problem == SOUND) != (proposal == KEEP)
