"""What is asked of news and broadcasts: each item once, with its link; every village hears something each month."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.registers.news.sheet import BROADCASTS, NEWS, WHOLE_COMMUNE
from danvan_xlsx.words.kinds import Month, Option
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.repeats import Repeat, repeated
from danvan_xlsx.words.rules import CONDUCT, DATA, ERROR, NOTE, WARNING, having, key, rule, sheet_rule
from danvan_xlsx.words.text import Text

Told = Iterator[tuple[Row | None, str, dict[str, Any]]]

#: So many cells are named in one note.
NAMED = 8


@sheet_rule(
    "TT01",
    NEWS,
    DATA,
    WARNING,
    message=Text(
        "“{title}” ngày {day} đã có ở ô {other}.",
        "“{title}” of {day} stands already in {other}.",
    ),
    remedy=Text(
        "Đề nghị giữ một dòng; kênh khác của cùng tin, bài ghi ở cột Đường dẫn, minh chứng.",
        "Please keep one row; another channel of the same item is told under Link, proof.",
    ),
    reason=Text("Tin, bài nhập hai lần được đếm hai lần.", "An item entered twice is counted twice."),
    wrong="""
    day 25/10/2022 | title Người trưởng thôn nói dân nghe
    day 25/10/2022 | title Người trưởng thôn nói dân nghe
    """,
    right="""
    day 25/10/2022 | title Người trưởng thôn nói dân nghe
    day 25/10/2022 | title Bí thư chi bộ khéo dân vận
    """,
)
def item_twice(rows: Sequence[Row]) -> Told:
    """Kế hoạch, mục III.3 (số tin, bài); quy tắc ghi sổ: mỗi tin, bài một dòng."""
    for again in repeated(rows, "title", "day"):
        named = {column: again.row[column] for column in ("title", "day")}
        yield again.row, "title", {**named, "other": again.other("title")}


@sheet_rule(
    "TT03",
    NEWS,
    DATA,
    NOTE,
    message=Text(
        "“{title}” ngày {day} đã ghi ngày {other_day} ở ô {other}.",
        "“{title}” of {day} was entered on {other_day} in {other}.",
    ),
    remedy=Text(
        "Nếu là đăng, phát lại, đề nghị bỏ dòng này; nếu là bài khác, không cần sửa.",
        "If it was published again, please clear this row; if it is another item, nothing need be done.",
    ),
    reason=Text("Tin, bài đăng, phát lại không tính là tin, bài mới.", "What is repeated is no new item."),
    wrong="""
    day 25/10/2022 | title Người trưởng thôn nói dân nghe
    day 26/10/2022 | title Người trưởng thôn nói dân nghe
    """,
    right="""
    day 25/10/2022 | title Người trưởng thôn nói dân nghe (kỳ 1)
    day 26/10/2022 | title Người trưởng thôn nói dân nghe (kỳ 2)
    """,
)
def item_published_again(rows: Sequence[Row]) -> Told:
    """Kế hoạch, mục III.3 (số tin, bài); quy tắc ghi sổ: mỗi tin, bài một dòng."""
    twice = {id(again.row) for again in repeated(rows, "title", "day")}
    for again in repeated(having(rows, "day"), "title"):
        if id(again.row) not in twice:
            values = {"title": again.row["title"], "day": again.row["day"], "other_day": again.first["day"]}
            yield again.row, "title", {**values, "other": again.other("title")}


@sheet_rule(
    "TT04",
    NEWS,
    DATA,
    NOTE,
    message=Text(
        "{count}/{all} tin, bài chưa ghi đường dẫn, minh chứng (các ô {cells}).",
        "{count} of {all} items have no link and no proof ({cells}).",
    ),
    remedy=Text(
        "Đề nghị ghi đường dẫn, hoặc số bản tin phát thanh.",
        "Please write the link, or the number of the bulletin read out.",
    ),
    reason=Text(
        "Danh sách tin, bài gửi lên trên có ngày, kênh và đường dẫn; các ô thiếu được gộp thành một lưu ý.",
        "The list that goes up has day, channel and link; what is lacking is told at once.",
    ),
    wrong="title Thôn Minh Bình hiến đất | day 06/05/2022",
    right="title Thôn Minh Bình hiến đất | day 06/05/2022 | proof Bản tin số 17",
)
def items_without_proof(rows: Sequence[Row]) -> Told:
    """Kế hoạch, mục III.3 (danh sách tin, bài: ngày, kênh, đường dẫn)."""
    items = list(having(rows, "title", "day"))
    bare = [row for row in items if "proof" not in row.values and "proof" not in row.refused]
    if bare:
        cells = tuple(row.place("proof").cell for row in bare[:NAMED])
        yield None, "proof", {"count": len(bare), "all": len(items), "cells": (*cells, "…")[: len(bare)]}


@sheet_rule(
    "TT02",
    BROADCASTS,
    CONDUCT,
    NOTE,
    message=Text(
        "Còn {count} lượt thôn chưa có nội dung truyền thanh trong tháng: {months}.",
        "Villages without a broadcast in a month, {count} in all: {months}.",
    ),
    remedy=Text(
        "Đề nghị ghi bổ sung nếu đã phát; nếu chưa phát, nêu nguyên nhân trong báo cáo.",
        "Please add what was read out; if nothing was, give the reason in the report.",
    ),
    reason=Text(
        "Kế hoạch đặt mức 100% thôn có truyền thanh; các tháng đã hết được gộp thành một lưu ý.",
        "The plan asks that every village hears the broadcasts; the months that are over are told at once.",
    ),
    wrong="""
    month 9 | times 5 | reach Toàn xã
    month 10 | times 5 | reach Một số thôn | villages_named T01; T02; T03; T04; T05; T06; T07; T08; T09; T10; T11
    """,
    right="""
    month 10 | times 5 | reach Một số thôn | villages_named T01; T02; T03; T04; T05; T06; T07; T08; T09; T10; T11
    month 10 | times 1 | reach Một số thôn | villages_named T12
    month 11 | times 1 | reach Một số thôn | villages_named T12
    """,
)
def villages_that_heard_nothing(rows: Sequence[Row], plan: Any, as_of: date) -> Told:
    """Kế hoạch, mục III.3 (100% thôn có truyền thanh)."""
    # A row whose month cannot be read may be of any month.
    if any("month" in row.refused for row in rows):
        return
    every = {key(code) for code in plan.villages}
    heard: dict[int, set[Any]] = {}
    for row in having(rows, "month"):
        heard.setdefault(row["month"].number, set()).update(_reached(row, every))
    lacking = {number: len(every - heard.get(number, set())) for number in _ended(heard, plan.year, as_of)}
    months = tuple(_lacking(number, count) for number, count in lacking.items() if count)
    if months:
        yield None, "month", {"count": sum(lacking.values()), "months": months}


def _reached(row: Row, every: set[Any]) -> set[Any]:
    """The villages that a row reached; all of them where it cannot be read."""
    if row.refused & {"times", "reach", "villages_named"} or (row.get("reach") == WHOLE_COMMUNE and row.get("times")):
        return every
    return {key(code) for code in row.get("villages_named", ())} if row.get("times") else set()


def _ended(heard: dict[int, set[Any]], year: int, as_of: date) -> Iterator[int]:
    """The months that are over, from the first that has a row."""
    for number in range(min(heard, default=13), 13):
        if date(year, number, monthrange(year, number)[1]) < as_of:
            yield number


def _lacking(month: int, villages: int) -> Text:
    return Text(f"tháng {month} ({villages} thôn)", f"month {month} ({villages})")


@rule(
    "TT05",
    BROADCASTS,
    DATA,
    NOTE,
    message=Text(
        "Chủ đề “{topic}” ghi 0 buổi phát, chưa tính cho thôn nào.",
        "“{topic}” was read out no time, and counts for no village.",
    ),
    remedy=Text("Đề nghị ghi số buổi, hoặc xóa dòng.", "Please write how often, or clear the row."),
    reason=Text("Dòng 0 buổi không phải là nội dung đã phát.", "What was read out no time was not read out."),
    wrong="month 5 | topic Dân vận | times 0",
    right="month 5 | topic Dân vận | times 1",
)
def read_out_no_time(*, times: int, topic: Option) -> object:
    """Quy tắc ghi sổ: mỗi tháng, mỗi chủ đề một dòng, có số buổi phát."""
    return times == 0


@sheet_rule(
    "TT06",
    BROADCASTS,
    DATA,
    WARNING,
    message=Text(
        "Tháng {month}, chủ đề “{topic}”, cùng phạm vi: đã có ở ô {other}.",
        "Month {month}, “{topic}”, the same reach: stands already in {other}.",
    ),
    remedy=Text(
        "Đề nghị cộng số buổi vào một dòng, xóa dòng kia.",
        "Please add the times up in one row and clear the other.",
    ),
    reason=Text("Dòng nhập hai lần làm số buổi phát tăng gấp đôi.", "A row entered twice doubles the times."),
    wrong="""
    month 5 | topic Dân vận | times 12 | reach Toàn xã
    month 5 | topic Dân vận | times 12 | reach Toàn xã
    """,
    right="""
    month 5 | topic Dân vận | times 12 | reach Toàn xã
    month 6 | topic Dân vận | times 12 | reach Toàn xã
    """,
)
def broadcast_twice(rows: Sequence[Row]) -> Told:
    """Quy tắc ghi sổ: mỗi tháng, mỗi chủ đề, mỗi phạm vi một dòng."""
    first: dict[tuple[Any, ...], Row] = {}
    for row in having(rows, "month", "topic", "reach"):
        villages = frozenset(key(code) for code in row.get("villages_named", ()))
        same = (row["month"].number, key(row["topic"]), key(row["reach"]), villages)
        held = first.setdefault(same, row)
        if held is not row and not {"villages_named"} & (row.refused | held.refused):
            other = Repeat(row, held).other("topic")
            yield row, "topic", {"month": row["month"].number, "topic": row["topic"], "other": other}


@rule(
    "TT07",
    BROADCASTS,
    DATA,
    NOTE,
    message=Text(
        "{times} buổi phát, tổng thời lượng {minutes} phút: mỗi buổi chưa đến một phút.",
        "{times} times in {minutes} minutes: less than a minute each.",
    ),
    remedy=Text(
        "Đề nghị ghi tổng số phút của cả tháng, không ghi số phút của một buổi.",
        "Please write the minutes of the whole month, not of one time.",
    ),
    reason=Text(
        "Cột này là tổng thời lượng; ghi theo buổi thì báo cáo thiếu.",
        "The column is the total; the minutes of one time fall short of it.",
    ),
    wrong="times 12 | minutes 10",
    right="times 12 | minutes 12",
)
def minutes_of_one_time(*, minutes: int, times: int) -> object:
    """Quy tắc ghi sổ: tổng thời lượng của tháng."""
    return 0 < minutes < times


@rule(
    "TT08",
    BROADCASTS,
    DATA,
    WARNING,
    message=Text(
        "Phạm vi ghi “{reach}” nhưng cột các thôn ghi {villages_named}.",
        "The reach is “{reach}”, but villages are named: {villages_named}.",
    ),
    remedy=Text(
        "Đề nghị chọn Một số thôn nếu chỉ các thôn này được nghe; nếu không, bỏ mã thôn.",
        "Please choose “some villages” if only these heard it; else clear the codes.",
    ),
    reason=Text(
        "Ghi Toàn xã thì mọi thôn được tính là đã nghe.",
        "With the whole commune every village counts as having heard it.",
    ),
    wrong="reach Toàn xã | villages_named T01; T02",
    right="reach Một số thôn | villages_named T01; T02",
)
def villages_named_for_the_whole_commune(*, villages_named: Any, reach: Option) -> object:
    """Quy tắc ghi sổ: mã thôn chỉ ghi khi phát ở một số thôn."""
    return reach == WHOLE_COMMUNE


@rule(
    "TT09",
    BROADCASTS,
    DATA,
    ERROR,
    message=Text(
        "Ghi {times} buổi phát của tháng {number}, tháng này chưa đến.",
        "{times} times are entered for month {number}, which has not begun.",
    ),
    remedy=Text(
        "Đề nghị sửa tháng; số buổi dự kiến không ghi ở sổ này.",
        "Please put the month right; what is only planned is not entered here.",
    ),
    reason=Text("Sổ ghi buổi đã phát.", "The register holds what was read out."),
    wrong="month 12 | times 5",
    right="month 11 | times 5",
)
def month_that_has_not_begun(*, month: Month, times: int, plan: Any, as_of: date) -> object:
    """Quy tắc ghi sổ: chỉ ghi nội dung đã phát."""
    return date(month.year or plan.year, month.number, 1) > as_of and {"number": str(month.number)}
