"""Classes held against classes paid for: each should have the other, about the same time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from danvan_xlsx.registers.budget.sheet import BUDGET, SPENDING
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import DATA, NOTE, Register, having, key, sheet_rule
from danvan_xlsx.words.text import Text, fold

Told = Iterator[tuple[Row | None, str, dict[str, Any]]]

#: A class is paid for about when it is held: an advance before, the vouchers after.
NEAR = timedelta(days=60)


@sheet_rule(
    "KP15",
    SPENDING,
    DATA,
    NOTE,
    message=Text(
        "Khoản chi ngày {day} từ khoản {item} (tập huấn); sổ Quán triệt, tập huấn chưa thấy lớp nào trong {near} ngày "
        "trước, sau.",
        "Paid on {day} from {item} (training); no class is entered within {near} days before or after.",
    ),
    remedy=Text(
        "Đề nghị đơn vị tổ chức ghi lớp vào sổ Quán triệt, tập huấn; nếu chi cho việc khác, xem lại mã khoản.",
        "Please have the class entered in Study and training; if it was for something else, look at the item.",
    ),
    reason=Text(
        "Lớp tập huấn và khoản chi của lớp cần khớp nhau khi quyết toán.",
        "A class and its payments should match when the money is settled.",
    ),
    wrong="""
    day 10/08/2022 | item K01
    budget: code K01 | content Tập huấn, bồi dưỡng kỹ năng dân vận
    study: kind Tập huấn | day 10/06/2022
    """,
    right="""
    day 09/08/2022 | item K01
    budget: code K01 | content Tập huấn, bồi dưỡng kỹ năng dân vận
    study: kind Tập huấn | day 10/06/2022
    """,
)
def paid_without_a_class(rows: Sequence[Row], budget: Register, study: Register) -> Told:
    """Kế hoạch của xã, mục III.4 (kinh phí tập huấn, bồi dưỡng kỹ năng)."""
    if any(row.refused & {"kind", "day"} for row in study.rows):
        return
    items = {key(row["code"]) for row in _training_items(budget.rows)}
    held = sorted(_classes(study.rows))
    for row in having(rows, "day", "item"):
        if key(row["item"]) in items and not _any_near(row["day"], held):
            yield row, "item", {"day": row["day"], "item": row["item"], "near": NEAR.days}


@sheet_rule(
    "KP16",
    BUDGET,
    DATA,
    NOTE,
    message=Text(
        "Khoản {code} ({content}): chưa thấy khoản chi nào trong {near} ngày trước, sau lớp ngày {days}.",
        "Item {code} ({content}): nothing is paid within {near} days of the class of {days}.",
    ),
    remedy=Text(
        "Đề nghị ghi bổ sung khoản chi; nếu lớp không dùng kinh phí này, không cần sửa.",
        "Please add the payment; if the class needed no money, nothing need be done.",
    ),
    reason=Text(
        "Lớp tập huấn và khoản chi của lớp cần khớp nhau khi quyết toán.",
        "A class and its payments should match when the money is settled.",
    ),
    wrong="""
    code K01 | content Tập huấn, bồi dưỡng kỹ năng dân vận
    spending: day 10/08/2022 | item K01
    study: kind Tập huấn | day 10/06/2022
    """,
    right="""
    code K01 | content Tập huấn, bồi dưỡng kỹ năng dân vận
    spending: day 09/08/2022 | item K01
    study: kind Tập huấn | day 10/06/2022
    """,
)
def class_without_a_payment(rows: Sequence[Row], spending: Register, study: Register, as_of: date) -> Told:
    """Kế hoạch của xã, mục III.4 (kinh phí tập huấn, bồi dưỡng kỹ năng)."""
    items = list(_training_items(rows))
    codes = {key(row["code"]) for row in items}
    if not items or any(row.refused & {"day", "item"} for row in spending.rows):
        return
    paid = sorted(row["day"] for row in having(spending.rows, "day", "item") if key(row["item"]) in codes)
    days = tuple(day for day in sorted(_classes(study.rows)) if as_of - day > NEAR and not _any_near(day, paid))
    if days:
        # Told at the first such item: which of several was meant, nobody can see.
        first = items[0]
        yield first, "content", {"code": first["code"], "content": first["content"], "days": days, "near": NEAR.days}


def _training_items(items: Iterable[Row]) -> Iterator[Row]:
    """The items of the estimate that are for training, by the words of their content."""
    for row in having(items, "code", "content"):
        if any(word in fold(row["content"]) for word in ("tập huấn", "bồi dưỡng")):
            yield row


def _classes(rows: Iterable[Row]) -> set[date]:
    return {row["day"] for row in having(rows, "day", "kind") if row["kind"].code == "training"}


def _any_near(day: date, days: Sequence[date]) -> bool:
    """Whether any of the sorted days is near."""
    place = bisect_left(days, day - NEAR)
    return place < len(days) and days[place] <= day + NEAR
