"""What is asked of the payments: within their item and its days, each once, with a voucher."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.registers.budget.estimate import TOTALS
from danvan_xlsx.registers.budget.sheet import SPENDING
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.repeats import repeated
from danvan_xlsx.words.rules import (
    CONDUCT,
    DATA,
    ERROR,
    KEEP_THE_DAY,
    NOTE,
    WARNING,
    Register,
    having,
    key,
    rule,
    sheet_rule,
)
from danvan_xlsx.words.text import Text, fold

Told = Iterator[tuple[Row | None, str, dict[str, Any]]]

#: A payment below this was surely typed in thousands.
SMALL_PAYMENT = 10_000


@sheet_rule(
    "KP01",
    SPENDING,
    CONDUCT,
    WARNING,
    message=Text(
        "Khoản {item}: đã chi {spent} đồng, dự toán {planned} đồng, vượt {over} đồng; vượt từ dòng này.",
        "Item {item}: {spent} đồng spent, {planned} đồng planned, {over} more; from this row on.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu chứng từ; nếu dự toán đã điều chỉnh, sửa sổ Dự toán; nếu chưa, ghi lý do ở cột Giải trình.",
        "Please check the vouchers; if the estimate was changed, put it right there; else say why under Explanation.",
    ),
    reason=Text("Chi không vượt khoản dự toán được duyệt.", "What is spent stays within what was approved."),
    wrong="""
    day 10/06/2022 | item K01 | amount 7000000
    day 08/07/2022 | item K01 | amount 5000001
    budget: code K01 | amount 12000000
    """,
    right="""
    day 10/06/2022 | item K01 | amount 7000000
    day 08/07/2022 | item K01 | amount 5000000
    budget: code K01 | amount 12000000
    """,
)
def more_spent_than_planned(rows: Sequence[Row], budget: Register) -> Told:
    """Kế hoạch của xã, mục III.4 (dự toán được duyệt)."""
    payments: dict[Any, list[Row]] = {}
    for row in sorted(having(rows, "day", "item", "amount"), key=lambda one: one["day"]):
        payments.setdefault(key(row["item"]), []).append(row)
    planned = budget.by("code")
    for item, paid in payments.items():
        amount = planned[item].get("amount") if item in planned else None
        spent = sum(row["amount"] for row in paid)
        if amount is not None and spent > amount:
            values = {"item": paid[0]["item"], "spent": spent, "planned": amount, "over": spent - amount}
            yield _first_beyond(paid, amount), "amount", values


def _first_beyond(paid: Sequence[Row], amount: int) -> Row:
    total = 0
    for row in paid:
        total += row["amount"]
        if total > amount:
            return row
    raise AssertionError("the payments together are above the amount")


@rule(
    "KP02",
    SPENDING,
    DATA,
    WARNING,
    message=Text(
        "Khoản chi ngày {day} ({content}) chưa có số chứng từ.", "The payment of {day} ({content}) names no voucher."
    ),
    remedy=Text(
        "Đề nghị ghi số phiếu chi hoặc giấy rút dự toán.", "Please write the number of the voucher of payment."
    ),
    reason=Text(
        "Kế hoạch đặt mức 100% khoản chi có chứng từ; thiếu số thì chưa quyết toán được.",
        "The plan asks a voucher for each payment; without one it cannot be settled.",
    ),
    wrong="day 23/09/2022 | content Kiểm tra một cửa quý III",
    right="day 23/09/2022 | content Kiểm tra một cửa quý III | voucher PC-051",
)
def no_voucher(*, voucher: str | None = None, day: date, content: str) -> object:
    """Kế hoạch của xã, mục III.4 (100% khoản chi có chứng từ)."""
    return voucher is None


@sheet_rule(
    "KP06",
    SPENDING,
    DATA,
    WARNING,
    message=Text(
        "Chứng từ {voucher}, khoản {item}, {amount} đồng: đã có ở ô {other}.",
        "Voucher {voucher}, item {item}, {amount} đồng: stands already in {other}.",
    ),
    remedy=Text(
        "Đề nghị xóa dòng nhập lặp; nếu là hai khoản chi, ghi đúng số chứng từ của từng khoản.",
        "Please clear the row entered twice; if there are two payments, write each one's voucher.",
    ),
    reason=Text("Khoản chi ghi hai lần làm tổng chi tăng gấp đôi.", "A payment entered twice doubles what was spent."),
    wrong="""
    voucher PC-024 | item K01 | amount 2400000
    voucher PC-024 | item K01 | amount 2400000
    """,
    right="""
    voucher PC-024 | item K01 | amount 2400000
    voucher PC-024 | item K01 | amount 2150000
    """,
)
def payment_twice(rows: Sequence[Row]) -> Told:
    """Quy tắc ghi sổ: mỗi khoản chi một dòng."""
    for again in repeated(rows, "voucher", "item", "amount"):
        named = {column: again.row[column] for column in ("voucher", "item", "amount")}
        yield again.row, "voucher", {**named, "other": again.other("voucher")}


@sheet_rule(
    "KP07",
    SPENDING,
    DATA,
    WARNING,
    message=Text(
        "Chứng từ {voucher} ghi ngày {day}; ô {other} ghi cùng số, ngày {other_day}.",
        "Voucher {voucher} is of {day}; {other} has the same number on {other_day}.",
    ),
    remedy=Text("Đề nghị đối chiếu chứng từ, sửa số hoặc ngày.", "Please look at the voucher: number or day."),
    reason=Text("Một chứng từ chi có một số, một ngày.", "A voucher has one number and one day."),
    wrong="""
    voucher PC-024 | day 10/06/2022 | item K01 | amount 2400000
    voucher PC-024 | day 11/06/2022 | item K01 | amount 2150000
    """,
    right="""
    voucher PC-024 | day 10/06/2022 | item K01 | amount 2400000
    voucher PC-024 | day 10/06/2022 | item K01 | amount 2150000
    """,
)
def voucher_of_two_days(rows: Sequence[Row]) -> Told:
    """Quy tắc ghi sổ: mỗi chứng từ một số, một ngày."""
    same = {id(again.row) for again in repeated(rows, "voucher", "item", "amount")}
    for again in repeated(having(rows, "day"), "voucher"):
        if again.row["day"] != again.first["day"] and id(again.row) not in same:
            values = {"voucher": again.row["voucher"], "day": again.row["day"], "other_day": again.first["day"]}
            yield again.row, "voucher", {**values, "other": again.other("voucher")}


@rule(
    "KP09",
    SPENDING,
    DATA,
    NOTE,
    message=Text(
        "Khoản chi ngày {day} ghi {amount} đồng; nếu ghi theo nghìn đồng thì là {meant} đồng.",
        "The payment of {day} says {amount} đồng; if it was meant in thousands, it is {meant} đồng.",
    ),
    remedy=Text("Đề nghị đối chiếu chứng từ.", "Please compare with the voucher."),
    reason=Text(
        "Bảng kê thường tính bằng nghìn đồng, còn sổ này ghi bằng đồng.",
        "Lists of payments are often in thousands; this sheet takes đồng.",
    ),
    wrong="day 10/06/2022 | amount 2400",
    right="day 10/06/2022 | amount 10000",
)
def payment_in_thousands(*, amount: int, day: date) -> object:
    """Quy tắc ghi sổ: số tiền bằng đồng."""
    return 0 < amount < SMALL_PAYMENT and {"meant": amount * 1000}


@rule(
    "KP11",
    SPENDING,
    DATA,
    ERROR,
    message=Text("Dòng “{content}” là dòng cộng, sẽ bị tính thêm một lần.", "The row “{content}” is a total."),
    remedy=Text("Đề nghị xóa dòng cộng; hệ thống tự cộng.", "Please clear it; totals are worked out."),
    reason=Text("Số đã chi được cộng từ mọi dòng của sổ.", "What was spent is added up from all rows."),
    wrong="content Cộng:",
    right="content Cộng tác viên tin, bài quý III",
)
def total_among_the_payments(*, content: str) -> object:
    """Quy tắc ghi sổ: mỗi khoản chi một dòng, không ghi dòng cộng."""
    return fold(content).rstrip(" .:") in TOTALS


@sheet_rule(
    "KP12",
    SPENDING,
    CONDUCT,
    WARNING,
    message=Text(
        "Chi ngày {day}, trước ngày {decided_on} giao khoản {item}.",
        "Paid on {day}, before item {item} was granted on {decided_on}.",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text("Khoản chi dựa trên dự toán đã được giao.", "A payment rests on an item that was granted."),
    wrong="""
    day 27/12/2021 | item K01
    budget: code K01 | decided_on 28/12/2021
    """,
    right="""
    day 28/12/2021 | item K01
    budget: code K01 | decided_on 28/12/2021
    """,
)
def paid_before_it_was_granted(rows: Sequence[Row], budget: Register) -> Told:
    """Quyết định giao dự toán của xã."""
    for row, item in _with_items(rows, budget):
        granted = item.get("decided_on")
        if granted is not None and row["day"] < granted:
            yield row, "day", {"day": row["day"], "item": row["item"], "decided_on": granted}


@sheet_rule(
    "KP13",
    SPENDING,
    DATA,
    WARNING,
    message=Text(
        "Chi ngày {day}, sau ngày {settled_on} quyết toán khoản {item}.",
        "Paid on {day}, after item {item} was settled on {settled_on}.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu chứng từ: sửa ngày chi, mã khoản, hoặc ngày quyết toán ở sổ Dự toán.",
        "Please look at the voucher: day, item, or the day of settlement on the estimate.",
    ),
    reason=Text("Khoản đã quyết toán thì không còn chi thêm.", "What is settled is spent no more."),
    wrong="""
    day 21/10/2022 | item K01
    budget: code K01 | settled_on 20/10/2022
    """,
    right="""
    day 20/10/2022 | item K01
    budget: code K01 | settled_on 20/10/2022
    """,
)
def paid_after_it_was_settled(rows: Sequence[Row], budget: Register) -> Told:
    """Kế hoạch của xã, mục III.4 (quyết toán kinh phí)."""
    for row, item in _with_items(rows, budget):
        settled = item.get("settled_on")
        if settled is not None and row["day"] > settled:
            yield row, "day", {"day": row["day"], "item": row["item"], "settled_on": settled}


def _with_items(rows: Sequence[Row], budget: Register) -> Iterator[tuple[Row, Row]]:
    """Each dated payment with its item of the estimate."""
    items = budget.by("code")
    for row in having(rows, "day", "item"):
        if key(row["item"]) in items:
            yield row, items[key(row["item"])]
