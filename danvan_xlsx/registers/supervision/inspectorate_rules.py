"""Whether the people's inspectorate has the members it should, none of them in office, within its term."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.registers.supervision.sheet import DEPUTY, HEAD, INSPECTORATE
from danvan_xlsx.words.law import Law, Limit
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import CONDUCT, DATA, WARNING, rule, sheet_rule
from danvan_xlsx.words.text import Text

Told = Iterator[tuple[Row | None, str, Mapping[str, Any]]]

#: What the Front is asked for: never to change a day.
TOGETHER = Text(
    "Trân trọng đề nghị Ủy ban MTTQ xã phối hợp rà soát, bổ sung nếu còn thiếu; các ngày đã ghi xin giữ nguyên, lý do "
    "ghi ở cột Giải trình.",
    "We kindly ask the Front to go through it with us and add what is missing; the days stay as they are, a reason "
    "goes under Explanation.",
)


def in_office(rows: Sequence[Row], as_of: date) -> list[Row] | None:
    """Members on a day; None where a cell that decides it is blank or could not be read."""
    if any("since" not in row.values or row.refused & {"role", "until"} for row in rows):
        return None
    return [row for row in rows if row["since"] <= as_of <= row.get("until", as_of)]


@sheet_rule(
    "GS01",
    INSPECTORATE,
    CONDUCT,
    WARNING,
    message=Text(
        "Ban Thanh tra nhân dân có {members} thành viên đương nhiệm đến {as_of}; số thành viên theo quy định là {size} "
        "({source}).",
        "The people's inspectorate has {members} members in office on {as_of}; it should have {size} ({source}).",
    ),
    remedy=TOGETHER,
    reason=Text(
        "Ban Thanh tra nhân dân đủ thành viên thì mới giám sát được hết các thôn.",
        "Only with all its members can the people's inspectorate watch over every village.",
    ),
    wrong="\n".join(f"role Thành viên | village T{number:02} | since 01/12/2021" for number in range(1, 5)),
    right="\n".join(f"role Thành viên | village T{number:02} | since 01/12/2021" for number in range(1, 6)),
    limits=("people_inspection.size_min", "people_inspection.size_max"),
)
def too_few_or_too_many_members(rows: Sequence[Row], law: Law, plan: Any, as_of: date) -> Told:
    """Nghị định 159/2016/NĐ-CP; từ 01/7/2023 Luật 10/2022/QH15, Điều 36 khoản 1."""
    members, least = in_office(rows, as_of), law.get("people_inspection.size_min", as_of)
    most = law.get("people_inspection.size_max", as_of)
    if not rows or members is None or least is None:
        return
    lowest, highest = _size(least, most, len(plan.villages))
    if not lowest <= len(members) <= highest:
        size = _size_told(lowest, highest, len(plan.villages))
        yield None, "role", {"members": len(members), "as_of": as_of, "size": size, "limit": least}


def _size(least: Limit, most: Limit | None, villages: int) -> tuple[int, int]:
    """From how many to how many; where the law has no upper figure, as many as villages and not fewer than `least`."""
    lowest = int(least.amount)
    return (lowest, int(most.amount)) if most else (max(lowest, villages), max(lowest, villages))


def _size_told(lowest: int, highest: int, villages: int) -> Text:
    if lowest < highest:
        return Text(f"từ {lowest} đến {highest} người", f"{lowest} to {highest} people")
    if lowest == villages:
        return Text(f"{lowest} người, bằng số thôn", f"{lowest} people, as many as villages")
    return Text(f"{lowest} người", f"{lowest} people")


@rule(
    "GS02",
    INSPECTORATE,
    CONDUCT,
    WARNING,
    message=Text(
        "Thành viên Ban Thanh tra nhân dân do thôn {village} bầu đang công tác tại UBND xã; quy định không chọn người "
        "đương nhiệm.",
        "The member elected by {village} holds office in the commune; the law takes none who does.",
    ),
    remedy=TOGETHER,
    reason=Text(
        "Người đang làm việc tại UBND xã không tự giám sát việc của mình.",
        "Who works for the commune cannot watch over the commune.",
    ),
    wrong="village T01 | since 01/12/2021 | holds_office Có",
    right="village T01 | since 01/12/2021 | holds_office Không",
)
def member_holds_office(
    *, holds_office: bool, village: object, since: date, until: date | None = None, as_of: date
) -> object:
    """Nghị định 159/2016/NĐ-CP; từ 01/7/2023 Luật 10/2022/QH15, Điều 36."""
    return holds_office and since <= as_of <= (until or as_of)


@sheet_rule(
    "GS14",
    INSPECTORATE,
    CONDUCT,
    WARNING,
    message=Text(
        "Ban Thanh tra nhân dân có {deputies} Phó Trưởng ban đương nhiệm; quy định không quá {limit} ({source}).",
        "The people's inspectorate has {deputies} deputy heads in office; at most {limit} ({source}).",
    ),
    remedy=TOGETHER,
    reason=Text(
        "Số Phó Trưởng ban do nghị định quy định để việc của Ban được phân công gọn.",
        "The number of deputies is set so that the work is shared plainly.",
    ),
    wrong="\n".join(f"role Phó Trưởng ban | village T{n:02} | since 01/12/2023" for n in (1, 2, 3))
    + "\nas_of: 14/11/2024",
    right="\n".join(f"role Phó Trưởng ban | village T{n:02} | since 01/12/2023" for n in (1, 2))
    + "\nas_of: 14/11/2024",
    limits=("people_inspection.deputies_max",),
)
def too_many_deputy_heads(rows: Sequence[Row], law: Law, as_of: date) -> Told:
    """Nghị định 59/2023/NĐ-CP, Điều 13 khoản 3."""
    members, limit = in_office(rows, as_of), law.get("people_inspection.deputies_max", as_of)
    if members is None or limit is None:
        return
    deputies = sum(row.get("role") == DEPUTY for row in members)
    if deputies > limit.amount:
        yield None, "role", {"deputies": deputies, "limit": limit}


@sheet_rule(
    "GS15",
    INSPECTORATE,
    DATA,
    WARNING,
    message=Text(
        "Đến {as_of} có {heads} dòng Trưởng ban chưa ghi ngày thôi nhiệm vụ; Ban chỉ có một Trưởng ban.",
        "On {as_of} {heads} rows of heads have no last day; there is only one head.",
    ),
    remedy=Text(
        "Trân trọng đề nghị Ủy ban MTTQ xã phối hợp ghi ngày thôi nhiệm vụ của người trước hoặc sửa vai trò chưa đúng.",
        "We kindly ask the Front to enter the last day of the former head, or to correct the role.",
    ),
    reason=Text(
        "Người đã thôi nhiệm vụ mà chưa ghi ngày thì vẫn được đếm là thành viên.",
        "Who has left and has no last day is still counted as a member.",
    ),
    wrong="role Trưởng ban | village T01 | since 01/12/2021\nrole Trưởng ban | village T02 | since 01/04/2022",
    right=(
        "role Trưởng ban | village T01 | since 01/12/2021 | until 31/03/2022\n"
        "role Trưởng ban | village T02 | since 01/04/2022"
    ),
)
def two_heads_at_once(rows: Sequence[Row], as_of: date) -> Told:
    """Nghị định 159/2016/NĐ-CP; từ 15/8/2023 Nghị định 59/2023/NĐ-CP, Điều 13."""
    heads = [row for row in in_office(rows, as_of) or () if row.get("role") == HEAD]
    if len(heads) > 1:
        yield heads[0], "role", {"heads": len(heads), "as_of": as_of}


@sheet_rule(
    "GS16",
    INSPECTORATE,
    CONDUCT,
    WARNING,
    message=Text(
        "Ban Thanh tra nhân dân có thành viên từ {since}; nhiệm kỳ {limit}, đến {due} ({source}), chưa thấy Ban "
        "khóa mới.",
        "The people's inspectorate has members since {since}; its term is {limit}, until {due} ({source}), and no new "
        "one is seen.",
    ),
    remedy=TOGETHER,
    reason=Text(
        "Hết nhiệm kỳ thì thôn bầu lại để Ban có đủ tư cách giám sát.",
        "When the term is over the villages elect again, so that the members may act.",
    ),
    wrong="role Trưởng ban | village T01 | since 01/10/2020",
    right="role Trưởng ban | village T01 | since 15/11/2020",
    limits=("people_inspection.term",),
)
def term_is_over(rows: Sequence[Row], law: Law, as_of: date) -> Told:
    """Nghị định 159/2016/NĐ-CP."""
    # By the law of the day of the check: since 01/7/2023 the term is that of the heads of villages.
    members, limit = in_office(rows, as_of), law.get("people_inspection.term", as_of)
    if not members or limit is None:
        return
    since = min(row["since"] for row in members)
    if breach := limit.breach(since, as_of):
        yield None, "since", {**breach, "since": since}
