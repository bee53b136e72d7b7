"""Whether each matter was made public in time, long enough and where it is owed, and what of the list is missing."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.registers.publicity.sheet import PUBLICITY, QUARTERS, SHOWN_ON
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.law import Law, Limit
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import CONDUCT, KEEP_THE_DAY, NOTE, WARNING, Register, having, rule, sheet_rule
from danvan_xlsx.words.text import Text, fold

Told = Iterator[tuple[Row | None, str, Mapping[str, Any]]]

NOTHING_TO_MEND = Text(
    "Không phải sửa số liệu; đề nghị lưu ý ở các lần công khai sau.",
    "No figure is to be changed; please keep it in mind next time.",
)

#: So many cells are named in a note about a whole period; more would not be read.
_NAMED = 8


@sheet_rule(
    "DC01",
    PUBLICITY,
    CONDUCT,
    NOTE,
    message=Text(
        "{late}/{all} nội dung được công khai sau thời hạn {limit} kể từ ngày quyết định, lâu nhất {days} ngày: "
        "các ô {cells} ({source}).",
        "{late} of {all} matters were made public later than {limit} after the decision, the longest after {days} "
        "days: cells {cells} ({source}).",
    ),
    remedy=NOTHING_TO_MEND,
    reason=Text(
        "Nhân dân phải được biết việc của xã trong thời hạn luật định kể từ khi có quyết định, văn bản.",
        "The people must learn of the commune's affairs within the time that the law gives after the decision.",
    ),
    wrong="decided_on 05/07/2022 | posted_from 11/07/2022",
    right="decided_on 05/07/2022 | posted_from 07/07/2022",
    limits=("publicity.deadline",),
)
def made_public_late(rows: Sequence[Row], law: Law) -> Told:
    """Pháp lệnh 34/2007/PL-UBTVQH11, Điều 7–8; từ 01/7/2023 Luật 10/2022/QH15, Điều 12 khoản 3."""
    asked: dict[Limit, int] = {}
    late: dict[Limit, list[tuple[int, Row, str]]] = {}
    for row in having(rows, "decided_on"):
        shown, limit = _first_shown(row), law.get("publicity.deadline", row["decided_on"])
        if shown is None or limit is None:
            continue
        asked[limit] = asked.get(limit, 0) + 1
        if limit.late(row["decided_on"], row[shown]):
            late.setdefault(limit, []).append(((row[shown] - row["decided_on"]).days, row, shown))
    for limit, found in late.items():
        yield (
            None,
            "posted_from",
            {
                "late": len(found),
                "all": asked[limit],
                "days": max(days for days, _, _ in found),
                "cells": _named((row, shown) for _, row, shown in found),
                "limit": limit,
            },
        )


def _first_shown(row: Row) -> str | None:
    """The column of the first day on which it was shown; None where there is none or a day could not be read."""
    filled = [column for column in SHOWN_ON if column in row.values]
    if not filled or row.refused & {*SHOWN_ON}:
        return None
    return min(filled, key=lambda column: row[column])


def _named(cells: Iterable[tuple[Row, str]]) -> str:
    names = [row.place(column).cell or "" for row, column in cells]
    return ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")


@rule(
    "DC12",
    PUBLICITY,
    CONDUCT,
    WARNING,
    message=Text(
        "Nội dung có quyết định ngày {decided_on}, đến {as_of} chưa thấy ngày công khai ở hình thức nào; thời hạn "
        "{limit}, chậm nhất {due} ({source}).",
        "A matter decided on {decided_on} shows no day on which it was made public by {as_of}; limit {limit}, at the "
        "latest {due} ({source}).",
    ),
    remedy=Text(
        "Đề nghị công khai, ghi ngày đã thực hiện; nếu đã công khai mà chưa ghi thì ghi đúng ngày theo hồ sơ; có lý do "
        "thì ghi ở cột Giải trình.",
        "Please make it public and enter the day; if it was done, enter the true day; a reason goes under Explanation.",
    ),
    reason=Text(
        "Nội dung thuộc danh mục phải công khai mà chưa được niêm yết, truyền thanh hay thông báo thì dân chưa được "
        "biết.",
        "What is on the list and was neither posted nor read out nor announced is not yet known to the people.",
    ),
    wrong="decided_on 05/10/2022 | content Mức thu phí",
    right="decided_on 11/11/2022 | content Mức thu phí",
    limits=("publicity.deadline",),
)
def not_made_public(
    *,
    posted_from: date | None = None,
    loudspeaker_from: date | None = None,
    other_on: date | None = None,
    posted_at: Option | None = None,
    other_form: Option | None = None,
    decided_on: date,
    law: Law,
    as_of: date,
) -> object:
    """Pháp lệnh 34/2007/PL-UBTVQH11, Điều 7–8; từ 01/7/2023 Luật 10/2022/QH15, Điều 12 khoản 3."""
    limit = law.get("publicity.deadline", decided_on)
    # A form without its day is told as a missing cell.
    if limit is None or posted_from or loudspeaker_from or other_on or posted_at or other_form:
        return None
    breach = limit.breach(decided_on, as_of)
    return breach and {**breach, "as_of": as_of}


@sheet_rule(
    "DC02",
    PUBLICITY,
    CONDUCT,
    NOTE,
    message=Text(
        "{short}/{all} lần niêm yết chưa đủ {limit} liên tục, ngắn nhất {days} ngày: các ô {cells} ({source}).",
        "{short} of {all} postings stood for less than {limit} in a row, the shortest {days} days: cells {cells} "
        "({source}).",
    ),
    remedy=NOTHING_TO_MEND,
    reason=Text(
        "Bản niêm yết phải đủ lâu để người dân ở xa, đi làm ăn xa cũng xem được.",
        "What is posted must hang long enough for those who live or work far away.",
    ),
    wrong="item 4 | posted_from 13/05/2022 | posted_until 20/05/2022",
    right="item 4 | posted_from 13/05/2022 | posted_until 11/06/2022",
    limits=("publicity.posting",),
)
def posted_too_short(rows: Sequence[Row], law: Law) -> Told:
    """Pháp lệnh 34/2007/PL-UBTVQH11, Điều 7; từ 01/7/2023 Luật 10/2022/QH15, Điều 13 khoản 2."""
    asked: dict[Limit, int] = {}
    short: dict[Limit, list[tuple[int, Row]]] = {}
    for row in having(rows, "item", "posted_from", "posted_until"):
        limit, days = (
            _of_item(law.get("publicity.posting", row["posted_from"]), row["item"]),
            _days(row["posted_from"], row["posted_until"]),
        )
        if limit is None or limit.unit != "ngày" or days < 1:
            continue
        asked[limit] = asked.get(limit, 0) + 1
        if days < limit.amount:
            short.setdefault(limit, []).append((days, row))
    for limit, found in short.items():
        yield (
            None,
            "posted_until",
            {
                "short": len(found),
                "all": asked[limit],
                "days": min(days for days, _ in found),
                "cells": _named((row, "posted_until") for _, row in found),
                "limit": limit,
            },
        )


def _days(first: date, last: date) -> int:
    """How many days it was shown, the first and the last among them."""
    return (last - first).days + 1


def _of_item(limit: Limit | None, item: Option) -> Limit | None:
    """The figure for a matter of the list, whose code is the number of its clause (khoản); None where there is none.

    A case of the law names the clauses it is of: `khoản 1-3, 5-12`.
    """
    if limit is None or "" in limit.cases:
        return limit
    if not item.code.isdecimal():
        return None
    return next((one for name, one in limit.cases.items() if int(item.code) in _clauses(name)), None)


def _clauses(case: str) -> set[int]:
    spans = re.findall(r"(\d+)(?:-(\d+))?", case)
    return {number for first, last in spans for number in range(int(first), int(last or first) + 1)}


@sheet_rule(
    "DC13",
    PUBLICITY,
    CONDUCT,
    WARNING,
    message=Text(
        "Nội dung nhóm {item} phải niêm yết {limit}; bản niêm yết từ {posted_from} đã gỡ ngày {posted_until}, chưa "
        "thấy bản thay thế ({source}).",
        "Matters of {item} are posted {limit}; the one of {posted_from} was taken down on {posted_until} and none took "
        "its place ({source}).",
    ),
    remedy=Text(
        "Đề nghị niêm yết lại bản đang có hiệu lực và ghi một dòng mới; nếu chưa gỡ thì để trống ngày kết thúc.",
        "Please post what is in force and enter it in a new row; if it still hangs, leave the last day blank.",
    ),
    reason=Text(
        "Quy chế dân chủ, nhiệm vụ của cán bộ và thủ tục hành chính phải niêm yết thường xuyên, thay đổi thì cập nhật.",
        "Rules of democracy, duties of staff and procedures are posted at all times and brought up to date.",
    ),
    wrong="item 13 | posted_from 02/01/2024 | posted_until 05/03/2024\nas_of: 14/11/2024",
    right=(
        "item 13 | posted_from 02/01/2024 | posted_until 05/03/2024\n"
        "item 13 | posted_from 05/03/2024\nas_of: 14/11/2024"
    ),
    limits=("publicity.posting",),
)
def taken_down_for_good(rows: Sequence[Row], law: Law) -> Told:
    """Luật 10/2022/QH15, Điều 13 khoản 2."""
    hanging = {
        row["item"].code
        for row in having(rows, "item", "posted_from")
        if not {"posted_until"} & (row.values.keys() | row.refused)
    }
    last: dict[str, Row] = {}
    for row in having(rows, "item", "posted_from", "posted_until"):
        held = last.setdefault(row["item"].code, row)
        if row["posted_until"] > held["posted_until"]:
            last[row["item"].code] = row
    for code, row in last.items():
        limit = _of_item(law.get("publicity.posting", row["posted_from"]), row["item"])
        if limit is not None and limit.unit == "thường xuyên" and code not in hanging:
            names = ("item", "posted_from", "posted_until")
            yield row, "posted_until", {**{name: row[name] for name in names}, "limit": limit}


@rule(
    "DC03",
    PUBLICITY,
    CONDUCT,
    WARNING,
    message=Text(
        "Truyền thanh từ {loudspeaker_from} đến {loudspeaker_until} là {days} ngày; ít nhất {limit} liên tục "
        "({source}).",
        "Read out from {loudspeaker_from} to {loudspeaker_until}: {days} days, at least {limit} in a row ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Nội dung công khai trên đài truyền thanh phải phát đủ số ngày liên tục để nhiều người nghe được.",
        "What is made public by loudspeaker is read out on enough days in a row for many to hear it.",
    ),
    wrong="item 5 | loudspeaker_from 19/07/2022 | loudspeaker_until 20/07/2022",
    right="item 5 | loudspeaker_from 19/07/2022 | loudspeaker_until 21/07/2022",
    limits=("publicity.loudspeaker",),
)
def read_out_too_short(*, loudspeaker_until: date, loudspeaker_from: date, item: Option, law: Law) -> object:
    """Pháp lệnh 34/2007/PL-UBTVQH11, Điều 8; từ 01/7/2023 Luật 10/2022/QH15, Điều 13 khoản 3."""
    limit, days = (
        _of_item(law.get("publicity.loudspeaker", loudspeaker_from), item),
        _days(loudspeaker_from, loudspeaker_until),
    )
    return limit is not None and 0 < days < limit.amount and {"limit": limit, "days": days}


@sheet_rule(
    "DC04",
    PUBLICITY,
    CONDUCT,
    WARNING,
    message=Text(
        "Danh sách nội dung đã công khai phải cập nhật {limit}; chưa thấy nội dung nào của {quarters} năm {year} "
        "({source}).",
        "The list of what was made public is brought up to date {limit}; nothing stands for {quarters} of {year} "
        "({source}).",
    ),
    remedy=Text(
        "Đề nghị bổ sung nội dung của quý; nếu không phát sinh thì ghi ở Chốt số liệu.",
        "Please add the matters of the quarter; if there were none, say so in Chốt số liệu.",
    ),
    reason=Text(
        "Danh sách nội dung, hình thức, thời gian đã công khai được cập nhật hằng quý để dân theo dõi.",
        "The list of what was made public, how and when, is brought up to date each quarter.",
    ),
    wrong="quarter Quý II | decided_on 10/04/2024\nas_of: 15/07/2024",
    right="quarter Quý I | decided_on 10/01/2024\nquarter Quý II | decided_on 10/04/2024\nas_of: 15/07/2024",
    limits=("publicity.list_update",),
)
def list_not_brought_up_to_date(rows: Sequence[Row], closing: Register, law: Law, as_of: date) -> Told:
    """Luật 10/2022/QH15, Điều 13 khoản 2."""
    known = [row for row in having(rows, "decided_on") if row["decided_on"] <= as_of]
    if not known or any("quarter" in row.refused for row in rows):
        return
    # The register of one year; a decision of the year before may stand in the list of its first quarter.
    year = max(row["decided_on"].year for row in known)
    listed = {row["quarter"].code for row in having(rows, "quarter")}
    listed |= {quarter.code for quarter in QUARTERS if fold(quarter.label.vi) in _nothing_arose(closing)}
    missing: dict[Limit, list[Option]] = {}
    for number, quarter in enumerate(QUARTERS, 1):
        end = date(year, 3 * number, monthrange(year, 3 * number)[1])
        limit = law.get("publicity.list_update", end)
        if end < as_of and limit is not None and quarter.code not in listed:
            missing.setdefault(limit, []).append(quarter)
    for limit, quarters in missing.items():
        yield None, "quarter", {"quarters": quarters, "year": str(year), "limit": limit}


def _nothing_arose(closing: Register) -> frozenset[str]:
    """The periods for which this register was closed as *Không phát sinh*."""
    answers = having(closing.rows, "register", "period", "answer")
    return frozenset(
        fold(row["period"])
        for row in answers
        if fold(row["register"]) == fold(PUBLICITY.title.vi) and row["answer"].code == "nothing"
    )


@sheet_rule(
    "DC05",
    PUBLICITY,
    CONDUCT,
    NOTE,
    message=Text(
        "Đến {as_of}, {missing}/{all} nhóm nội dung của danh mục chưa có lần công khai nào trong năm: {items}.",
        "By {as_of}, {missing} of the {all} items of the list were not made public this year: {items}.",
    ),
    remedy=Text(
        "Đề nghị rà soát theo danh mục; nhóm không phát sinh thì không phải ghi.",
        "Please go through the list; an item of which nothing arose needs no row.",
    ),
    reason=Text(
        "Đối chiếu với danh mục để không sót nhóm nội dung nào phải công khai.",
        "Compared with the list, so that no item that must be made public is left out.",
    ),
    wrong="item Dự án, công trình | posted_from 11/07/2022",
    right="\n".join(
        f"item {name} | posted_from 11/07/2022"
        for name in (
            "Kinh tế – xã hội, ngân sách",
            "Dự án, công trình",
            "Nhiệm vụ của cán bộ, công chức",
            "Quỹ, đóng góp của dân",
            "Vay vốn, bình xét hộ nghèo, trợ cấp",
            "Địa giới, đơn vị hành chính",
            "Kết quả thanh tra, kiểm tra, lấy phiếu tín nhiệm",
            "Tiếp thu ý kiến nhân dân",
            "Phí, lệ phí, nghĩa vụ tài chính",
            "Thủ tục hành chính",
            "Nội dung khác",
        )
    ),
)
def item_never_made_public(rows: Sequence[Row], plan: Any, as_of: date) -> Told:
    """Pháp lệnh 34/2007/PL-UBTVQH11, Điều 5; từ 01/7/2023 Luật 10/2022/QH15, Điều 11."""
    items = plan.lists.get("publicity_items", ())
    if not rows or any(row.refused & {"item", *SHOWN_ON} for row in rows):
        return
    shown = {fold(row["item"].label.vi) for row in having(rows, "item") if row.values.keys() & {*SHOWN_ON}}
    missing = [item.label.vi for item in items if fold(item.label.vi) not in shown]
    if missing:
        yield (
            None,
            "item",
            {"missing": len(missing), "all": len(items), "items": "; ".join(missing), "as_of": as_of},
        )
