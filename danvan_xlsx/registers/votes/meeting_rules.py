"""How the villages met: with enough households, once a period, and what became of their decisions."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.registers.votes.sheet import (
    CONFERENCE,
    CONVENTION,
    OPINION,
    PASSED,
    SUPERVISORS,
    TO_HOUSEHOLDS,
    VILLAGE_HEAD,
    VOTE,
    VOTES,
)
from danvan_xlsx.registers.votes.vote_rules import share_of
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.law import Law, Limit
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import CONDUCT, DATA, KEEP_THE_DAY, WARNING, having, key, rule, sheet_rule
from danvan_xlsx.words.text import Text, fold

Told = Iterator[tuple[Row | None, str, Mapping[str, Any]]]

_NOT_YET = Text("chưa thấy", "not yet")


@rule(
    "DC17",
    VOTES,
    CONDUCT,
    WARNING,
    message=Text(
        "Cuộc họp {code} có {attending}/{households} hộ dự ({share}%); họp được khi {limit} tổng số hộ dự ({source}).",
        "Meeting {code} had {attending} of {households} households ({share}%); it takes {limit} of all ({source}).",
    ),
    remedy=Text(
        "Đề nghị giữ nguyên như biên bản, ghi lý do ở cột Giải trình và tổ chức họp lại; nếu nhập nhầm, đối chiếu biên "
        "bản.",
        "Please leave what the minutes say, say why under Explanation and meet again; if it was mistyped, look into "
        "the minutes.",
    ),
    reason=Text(
        "Cuộc họp thôn chưa đủ số hộ dự thì ý kiến chưa thay được cho cả thôn.",
        "A meeting of too few households does not speak for the village.",
    ),
    wrong="code DB-10 | kind Hội nghị thôn | day 05/11/2022 | households 181 | attending 90",
    right="code DB-10 | kind Hội nghị thôn | day 05/11/2022 | households 181 | attending 91",
    limits=("village.meeting_quorum",),
)
def too_few_households_met(
    *,
    attending: int,
    households: int,
    kind: Option,
    day: date,
    form: Option | None = None,
    result: Option | None = None,
    code: str,
    law: Law,
) -> object:
    """Nghị quyết liên tịch 09/2008/NQLT-CP-UBTWMTTQVN ngày 17/4/2008."""
    # A vote that passed with too few at the meeting has no majority either, which is told.
    if kind == OPINION or form == TO_HOUSEHOLDS or result == PASSED or not households:
        return None
    limit = law.get("village.meeting_quorum", day)
    return (
        limit is not None
        and not limit.reached(attending, households)
        and {"limit": limit, "share": share_of(attending, households)}
    )


@rule(
    "DC07",
    VOTES,
    CONDUCT,
    WARNING,
    message=Text(
        "Cuộc {code} ngày {day}, quyết định của thôn gửi UBND xã: {sent}; thời hạn {limit}, chậm nhất {due} "
        "({source}).",
        "Vote {code} of {day}: the decision of the village went to the commune: {sent}; limit {limit}, at the latest "
        "{due} ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "UBND và Ủy ban MTTQ xã phải nhận được quyết định của thôn để theo dõi, công nhận, hỗ trợ thực hiện.",
        "The commune and the Front must have the decision of the village to follow, recognise and support it.",
    ),
    wrong="code DB-05 | kind Biểu quyết | day 16/07/2024 | result Thông qua | sent_on 24/07/2024\nas_of: 14/11/2024",
    right="code DB-05 | kind Biểu quyết | day 16/07/2024 | result Thông qua | sent_on 23/07/2024\nas_of: 14/11/2024",
    limits=("village.decision_sent",),
)
def decision_sent_late(
    *,
    sent_on: date | None = None,
    day: date,
    kind: Option,
    result: Option,
    code: str,
    law: Law,
    as_of: date,
) -> object:
    """Luật 10/2022/QH15, Điều 20 khoản 3."""
    limit = law.get("village.decision_sent", day)
    if kind != VOTE or result != PASSED or limit is None:
        return None
    breach = limit.breach(day, sent_on or as_of)
    return breach and {**breach, "sent": sent_on or _NOT_YET}


@rule(
    "DC18",
    VOTES,
    CONDUCT,
    WARNING,
    message=Text(
        "Cuộc {code} gửi quyết định ngày {sent_on}, công nhận: {recognised}; thời hạn {limit}, chậm nhất {due} "
        "({source}).",
        "Vote {code}: decision sent {sent_on}, recognised: {recognised}; limit {limit}, at the latest {due} "
        "({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Hương ước, trưởng thôn, thành viên Ban TTND và Ban GSĐTCĐ chỉ có hiệu lực khi được công nhận.",
        "A convention, a head of village and members of the boards hold good only once recognised.",
    ),
    wrong=(
        "code DB-04 | kind Biểu quyết | matter Hương ước | day 16/07/2024 | result Thông qua | sent_on 18/07/2024 | "
        "recognised_on 26/07/2024\nas_of: 14/11/2024"
    ),
    right=(
        "code DB-04 | kind Biểu quyết | matter Hương ước | day 16/07/2024 | result Thông qua | sent_on 18/07/2024 | "
        "recognised_on 25/07/2024\nas_of: 14/11/2024"
    ),
    limits=("village.recognition",),
)
def recognised_late(
    *,
    recognised_on: date | None = None,
    sent_on: date,
    kind: Option,
    matter: Option,
    result: Option,
    code: str,
    law: Law,
    as_of: date,
) -> object:
    """Luật 10/2022/QH15, Điều 21 khoản 2."""
    limit = law.get("village.recognition", sent_on)
    owed = kind == VOTE and result == PASSED and matter in (CONVENTION, VILLAGE_HEAD, SUPERVISORS)
    if limit is None or not owed:
        return None
    breach = limit.breach(sent_on, recognised_on or as_of)
    return breach and {**breach, "recognised": recognised_on or _NOT_YET}


@sheet_rule(
    "DC10",
    VOTES,
    CONDUCT,
    WARNING,
    message=Text(
        "Từ {since} đến {until}: {missing}/{all} thôn chưa thấy hội nghị thôn, quy định {limit} ({source}): "
        "{villages}.",
        "From {since} to {until} {missing} of {all} villages show no conference, due {limit} ({source}): {villages}.",
    ),
    remedy=Text(
        "Đề nghị bổ sung biên bản các hội nghị đã tổ chức; thôn chưa họp thì nêu lý do trong báo cáo.",
        "Please add the conferences that were held; of the others the report says why.",
    ),
    reason=Text(
        "Hội nghị thôn là nơi dân bàn, nghe kết quả và nhận xét việc của thôn, xã.",
        "At the conference of the village the people discuss and hear how its affairs and the commune's went.",
    ),
    wrong="\n".join(
        [
            *(f"village T{number:02} | kind Hội nghị thôn | day 15/06/2022" for number in range(1, 12)),
            "village T12 | kind Hội nghị thôn | day 12/11/2022",
        ]
    ),
    right="\n".join(f"village T{number:02} | kind Hội nghị thôn | day 15/06/2022" for number in range(1, 13)),
    limits=("village.conference",),
)
def village_without_conference(rows: Sequence[Row], law: Law, plan: Any, as_of: date) -> Told:
    """Thông tư 04/2012/TT-BNV; từ 01/7/2023 Luật 10/2022/QH15, Điều 33 khoản 1."""
    if any(row.refused & {"village", "kind", "day"} for row in rows):
        return
    for since, until, limit in _conference_periods(law, plan.year):
        if until >= as_of:
            continue
        met = {
            row["village"].code
            for row in having(rows, "village", "kind", "day")
            if row["kind"] == CONFERENCE and since <= row["day"] <= until
        }
        missing = [one.name for code, one in plan.villages.items() if code not in met]
        if missing:
            yield (
                None,
                "village",
                {
                    "since": since,
                    "until": until,
                    "missing": len(missing),
                    "all": len(plan.villages),
                    "villages": missing,
                    "limit": limit,
                },
            )


def _conference_periods(law: Law, year: int) -> Iterator[tuple[date, date, Limit]]:
    """The parts of a year in each of which a conference is owed: as many as the law in force at their end asks for."""
    for month in range(1, 13):
        end = date(year, month, monthrange(year, month)[1])
        limit = law.get("village.conference", end)
        months = 12 // int(limit.amount) if limit else 0
        if limit and month % months == 0:
            yield date(year, month - months + 1, 1), end, limit


@sheet_rule(
    "DC19",
    VOTES,
    DATA,
    WARNING,
    message=Text(
        "Cuộc {code} trùng thôn, ngày, loại và nội dung với cuộc {other} ở dòng {at}.",
        "Meeting {code} has the village, day, kind and content of {other} in row {at}.",
    ),
    remedy=Text(
        "Đề nghị xóa một dòng nếu nhập hai lần; nếu là hai cuộc, ghi rõ nội dung từng cuộc.",
        "Please delete one row if it was typed twice; of two meetings, say what each was about.",
    ),
    reason=Text("Một cuộc họp ghi hai lần thì được đếm hai lần.", "A meeting typed twice is counted twice."),
    wrong=(
        "code DB-01 | village T01 | day 18/05/2022 | content Làm đường\n"
        "code DB-02 | village T01 | day 18/05/2022 | content làm đường"
    ),
    right=(
        "code DB-01 | village T01 | day 18/05/2022 | content Làm đường\n"
        "code DB-02 | village T01 | day 18/05/2022 | content Làm rãnh"
    ),
)
def typed_twice(rows: Sequence[Row]) -> Told:
    """Quy tắc của chương trình."""
    first: dict[tuple[Any, ...], Row] = {}
    for row in having(rows, "code", "village", "day", "content"):
        same = (key(row["village"]), row["day"], key(row.get("kind")), fold(row["content"]))
        held = first.setdefault(same, row)
        # One code in two rows is told by its own column.
        if key(held["code"]) != key(row["code"]):
            yield row, "content", {"code": row["code"], "other": held["code"], "at": str(held.number)}
