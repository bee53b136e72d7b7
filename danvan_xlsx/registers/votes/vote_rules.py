"""Whether the result of a village's vote follows from its figures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from danvan_xlsx.registers.votes.sheet import (
    CONVENTION,
    FUND,
    NOT_PASSED,
    PASSED,
    SELF_MANAGED,
    SUPERVISORS,
    VILLAGE_HEAD,
    VOTE,
    VOTES,
    WORKS,
)
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.law import Law, Limit
from danvan_xlsx.words.rules import CONDUCT, DATA, ERROR, WARNING, rule
from danvan_xlsx.words.text import Text

KEEP_THE_RESULT = Text(
    "Đề nghị giữ nguyên như biên bản, ghi lý do ở cột Giải trình, biểu quyết lại nếu cần; nếu nhập nhầm, đối chiếu "
    "biên bản.",
    "Please leave what the minutes say, say why under Explanation and vote again if need be; if it was mistyped, look "
    "into the minutes.",
)

#: The names under which the law's figures know a matter, of all regimes.
_OLD, _OLD_OTHERS = "thôn", "hương ước, TTND, GSĐTCĐ"
_TWO_THIRDS, _HALF = "khoản 1, 2 Điều 15", "khoản 3-6 Điều 15"
_CASES: Mapping[Option, tuple[str, str]] = {
    WORKS: (_TWO_THIRDS, _OLD),
    FUND: (_TWO_THIRDS, _OLD),
    CONVENTION: (_HALF, _OLD_OTHERS),
    VILLAGE_HEAD: (_HALF, _OLD),
    SUPERVISORS: (_HALF, _OLD_OTHERS),
    SELF_MANAGED: (_HALF, _OLD),
}


def _majority(law: Law, day: date, matter: Option) -> Limit | None:
    limit = law.get("village.majority", day)
    return limit and limit.case(*_CASES[matter])


def share_of(part: int, whole: int) -> float:
    return round(100 * part / whole, 1)


_CASE = "code DB-05 | kind Biểu quyết | matter Đóng góp | day 16/07/2022 | households 189 | "


@rule(
    "DC06",
    VOTES,
    CONDUCT,
    WARNING,
    message=Text(
        "Cuộc {code} ghi {result}: {in_favour}/{households} hộ tán thành ({share}% tổng số hộ của thôn), mức phải đạt "
        "{limit} ({source}).",
        "Vote {code} is recorded as {result}: {in_favour} of {households} households in favour ({share}% of all "
        "households of the village), needed {limit} ({source}).",
    ),
    remedy=KEEP_THE_RESULT,
    reason=Text(
        "Tỷ lệ tán thành tính trên tổng số hộ của cả thôn, không phải trên số hộ dự họp.",
        "The majority is taken of all households of the village, not of those who came.",
    ),
    wrong=_CASE + "in_favour 87 | result Thông qua",
    right=_CASE + "in_favour 95 | result Thông qua",
    limits=("village.majority",),
)
def passed_without_its_majority(
    *,
    result: Option,
    in_favour: int,
    households: int,
    matter: Option,
    day: date,
    kind: Option,
    code: str,
    law: Law,
) -> object:
    """Pháp lệnh 34/2007/PL-UBTVQH11, Điều 12; từ 01/7/2023 Luật 10/2022/QH15, Điều 21 khoản 1."""
    if kind != VOTE or result != PASSED or not households:
        return None
    limit = _majority(law, day, matter)
    return (
        limit is not None
        and not limit.reached(in_favour, households)
        and {"limit": limit, "share": share_of(in_favour, households)}
    )


@rule(
    "DC14",
    VOTES,
    CONDUCT,
    WARNING,
    message=Text(
        "Cuộc {code} ghi {result}: {in_favour}/{households} hộ tán thành ({share}% tổng số hộ của thôn), đã đạt mức "
        "{limit} ({source}).",
        "Vote {code} is recorded as {result}: {in_favour} of {households} households in favour ({share}% of all "
        "households of the village), which reaches {limit} ({source}).",
    ),
    remedy=KEEP_THE_RESULT,
    reason=Text(
        "Việc đã được đủ số hộ tán thành thì có giá trị thi hành; ghi nhầm kết quả làm dân hiểu sai.",
        "What enough households were for is binding; a wrong result misleads the people.",
    ),
    wrong=_CASE + "in_favour 95 | result Chưa thông qua",
    right=_CASE + "in_favour 87 | result Chưa thông qua",
    limits=("village.majority",),
)
def not_passed_with_its_majority(
    *,
    result: Option,
    in_favour: int,
    households: int,
    attending: int | None = None,
    matter: Option,
    day: date,
    kind: Option,
    code: str,
    law: Law,
) -> object:
    """Pháp lệnh 34/2007/PL-UBTVQH11, Điều 12; từ 01/7/2023 Luật 10/2022/QH15, Điều 21 khoản 1."""
    # More in favour than came is told as such: the figure cannot be right.
    if kind != VOTE or result != NOT_PASSED or (attending is not None and in_favour > attending):
        return None
    limit = _majority(law, day, matter)
    return (
        limit is not None
        and limit.reached(in_favour, households)
        and {"limit": limit, "share": share_of(in_favour, households)}
    )


@rule(
    "DC15",
    VOTES,
    DATA,
    ERROR,
    message=Text(
        "Cuộc {code} có {in_favour} hộ tán thành và {against} hộ không tán thành, cộng {total}; số hộ dự, gửi phiếu là "
        "{attending}.",
        "Vote {code} has {in_favour} households for and {against} against, {total} together; {attending} came.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu biên bản, sửa số chưa đúng.", "Please look into the minutes and correct the wrong figure."
    ),
    reason=Text(
        "Mỗi hộ có một ý kiến, nên tán thành và không tán thành cộng lại không thể quá số hộ dự.",
        "Each household has one voice: those for and against cannot be more than came.",
    ),
    wrong="code DB-03 | households 228 | attending 203 | in_favour 180 | against 33",
    right="code DB-03 | households 228 | attending 203 | in_favour 180 | against 23",
)
def more_voices_than_households(*, against: int, in_favour: int, attending: int, code: str) -> object:
    """Pháp lệnh 34/2007/PL-UBTVQH11, Điều 11–12; từ 01/7/2023 Luật 10/2022/QH15, Điều 20."""
    # Each of them alone above those who came is told by its own column.
    alone = max(against, in_favour) > attending
    return not alone and against + in_favour > attending and {"total": against + in_favour}


@rule(
    "DC16",
    VOTES,
    DATA,
    WARNING,
    message=Text(
        "Cuộc {code} ghi tổng số hộ {households}; kế hoạch ghi thôn {village} có {known} hộ.",
        "Meeting {code} has {households} households in all; the plan has {known} in {village}.",
    ),
    remedy=Text(
        "Đề nghị ghi tổng số hộ của cả thôn, không phải số hộ dự; nếu số hộ đã thay đổi, đề nghị Văn phòng cập nhật "
        "danh sách thôn của kế hoạch.",
        "Please enter all households of the village, not those who came; if their number changed, the plan's list of "
        "villages is brought up to date.",
    ),
    reason=Text(
        "Ghi thiếu hộ thì tỷ lệ tán thành cao hơn thực tế.",
        "With fewer households than there are, the share of those in favour looks greater than it is.",
    ),
    wrong="code DB-05 | village T07 | households 150",
    right="code DB-05 | village T07 | households 189",
)
def fewer_households_than_the_village_has(*, households: int, village: Option, code: str, plan: Any) -> object:
    """Pháp lệnh 34/2007/PL-UBTVQH11, Điều 12; từ 01/7/2023 Luật 10/2022/QH15, Điều 21 khoản 1."""
    known = plan.villages.get(village.code)
    return known is not None and households < known.households and {"known": known.households}
