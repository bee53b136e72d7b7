"""What is counted of the money: items, settled or not, money planned and spent, payments with a voucher."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from danvan_xlsx.registers.budget.sheet import BUDGET, SPENDING
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, measure
from danvan_xlsx.words.text import Text

MONEY_UNIT = Text("đồng", "đồng")
ITEM_UNIT = Text("khoản", "items")
PAYMENT_UNIT = Text("khoản chi", "payments")


@measure(
    "budget_items",
    BUDGET,
    on=None,
    unit=ITEM_UNIT,
    label=Text("Khoản dự toán được duyệt", "Items of the estimate"),
    needs=("amount", "settled_on"),
)
def budget_items(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("amount"):
            yield Figure(row, "amount", 1)


@measure(
    "budget_items_settled",
    BUDGET,
    on=None,
    unit=ITEM_UNIT,
    label=Text("Khoản dự toán đã quyết toán", "Items of the estimate settled"),
    needs=("amount", "settled_on"),
)
def budget_items_settled(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("amount") and "settled_on" in row.values:
            yield Figure(row, "settled_on", 1)


@measure(
    "budget_planned",
    BUDGET,
    on=None,
    unit=MONEY_UNIT,
    label=Text("Kinh phí theo dự toán", "Money planned"),
    needs=("amount",),
)
def budget_planned(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        if "amount" in row.values:
            yield Figure(row, "amount", row["amount"])


@measure(
    "budget_spent",
    SPENDING,
    on="day",
    unit=MONEY_UNIT,
    label=Text("Kinh phí đã chi", "Money spent"),
    needs=("amount",),
)
def budget_spent(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        if "amount" in row.values:
            yield Figure(row, "amount", row["amount"])


@measure(
    "spending_all",
    SPENDING,
    on="day",
    unit=PAYMENT_UNIT,
    label=Text("Khoản chi trong kỳ", "Payments"),
    needs=("voucher",),
)
def spending_all(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        yield Figure(row, "day", 1)


@measure(
    "spending_with_voucher",
    SPENDING,
    on="day",
    unit=PAYMENT_UNIT,
    label=Text("Khoản chi có chứng từ", "Payments with a voucher"),
    needs=("voucher",),
)
def spending_with_voucher(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        if "voucher" in row.values:
            yield Figure(row, "voucher", 1)
