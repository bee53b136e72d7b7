"""What is asked of the estimate: items and no totals, whole đồng, settled in time, the support of the inspectorate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.registers.budget.sheet import BUDGET
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.layout import Row
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

#: An item of the estimate below this was surely typed in thousands.
SMALL_ITEM = 100_000
TOTALS = frozenset({"tổng", "tổng số", "tổng cộng", "cộng", "total"})
#: The measure by which a task of the plan asks for settlement.
SETTLED = "budget_items_settled"


@rule(
    "KP03",
    BUDGET,
    CONDUCT,
    WARNING,
    message=Text(
        "Khoản {code} quyết toán ngày {settled_on}, sau hạn {due} của nhiệm vụ {task}.",
        "Item {code} was settled on {settled_on}, after {due}, the deadline of task {task}.",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Kế hoạch đặt hạn quyết toán kinh phí công tác dân vận.",
        "The plan sets the day by which the money is settled.",
    ),
    wrong="code K01 | settled_on 05/01/2023",
    right="code K01 | settled_on 31/12/2022",
)
def settled_late(*, settled_on: date, code: str, plan: Any) -> object:
    """Kế hoạch của xã, mục III.4 (hạn quyết toán)."""
    owed = settlement(plan)
    return owed is not None and settled_on > owed["due"] and owed


@rule(
    "KP05",
    BUDGET,
    CONDUCT,
    WARNING,
    message=Text(
        "Khoản {code} chưa ghi ngày quyết toán; hạn của nhiệm vụ {task} là {due}.",
        "Item {code} has no day of settlement; the deadline of task {task} was {due}.",
    ),
    remedy=Text(
        "Đề nghị ghi ngày quyết toán; nếu chưa quyết toán, ghi lý do ở cột Giải trình.",
        "Please write the day of settlement; if it is not settled, say why under Explanation.",
    ),
    reason=Text(
        "Kế hoạch đặt hạn quyết toán kinh phí công tác dân vận.",
        "The plan sets the day by which the money is settled.",
    ),
    wrong="""
    code K01 | amount 12000000
    as_of: 01/01/2023
    """,
    right="""
    code K01 | amount 12000000
    as_of: 31/12/2022
    """,
)
def not_settled(*, settled_on: date | None = None, code: str, amount: int, plan: Any, as_of: date) -> object:
    """Kế hoạch của xã, mục III.4 (hạn quyết toán)."""
    owed = settlement(plan)
    return owed is not None and settled_on is None and amount > 0 and as_of > owed["due"] and owed


def settlement(plan: Any) -> dict[str, Any] | None:
    """The task that asks for settlement and its deadline, where the commune is bound by it."""
    for task in plan.tasks.values():
        basis = task.deadline_basis.code if task.deadline_basis else ""
        binds = task.code in plan.adopted or basis in ("plan", "law")
        if task.deadline and binds and any(one.measure == SETTLED for one in task.indicators):
            return {"task": task.code, "due": task.deadline}
    return None


@sheet_rule(
    "KP04",
    BUDGET,
    CONDUCT,
    NOTE,
    message=Text(
        "Dự toán có {amount} đồng hỗ trợ Ban Thanh tra nhân dân; mức tối thiểu {limit} ({source}).",
        "The estimate has {amount} đồng for the people's inspectorate; at least {limit} ({source}).",
    ),
    remedy=Text(
        "Đề nghị kiểm tra; nếu đã bố trí qua Ủy ban MTTQ ở nguồn khác, không cần sửa.",
        "Please check; if it comes through the Front from another source, nothing need be done.",
    ),
    reason=Text(
        "Từ năm 2025 ngân sách xã hỗ trợ hoạt động của Ban Thanh tra nhân dân theo mức tối thiểu.",
        "Since 2025 the commune's budget supports the people's inspectorate with a least amount.",
    ),
    wrong="""
    code K01 | content Hỗ trợ Ban Thanh tra nhân dân | amount 3000000
    as_of: 01/04/2025
    """,
    right="""
    code K01 | content Hỗ trợ Ban Thanh tra nhân dân | amount 5000000
    as_of: 01/04/2025
    """,
    limits=("people_inspection.support",),
)
def little_for_the_inspectorate(rows: Sequence[Row], law: Law, as_of: date) -> Told:
    """Thông tư 04/2025/TT-BTC (từ ngày 11/3/2025)."""
    limit = law.get("people_inspection.support", as_of)
    if limit is None or not rows or any(row.refused & {"content", "amount"} for row in rows):
        return
    amount = sum(row["amount"] for row in having(rows, "content", "amount") if _for_the_inspectorate(row))
    if amount < limit.amount:
        yield None, "amount", {"amount": amount, "limit": limit}


def _for_the_inspectorate(item: Row) -> bool:
    content = fold(item["content"])
    return "thanh tra nhân dân" in content or "ttnd" in content.split()


@rule(
    "KP08",
    BUDGET,
    DATA,
    NOTE,
    message=Text(
        "Khoản {code} ghi {amount} đồng; nếu ghi theo nghìn đồng thì là {meant} đồng.",
        "Item {code} says {amount} đồng; if it was meant in thousands, it is {meant} đồng.",
    ),
    remedy=Text("Đề nghị đối chiếu quyết định giao dự toán.", "Please compare with the decision."),
    reason=Text(
        "Mẫu dự toán thường tính bằng nghìn đồng, còn sổ này ghi bằng đồng.",
        "Estimates are often drawn up in thousands; this sheet takes đồng.",
    ),
    wrong="code K01 | amount 12000",
    right="code K01 | amount 100000",
)
def item_in_thousands(*, amount: int, code: str) -> object:
    """Quy tắc ghi sổ: số tiền bằng đồng."""
    return 0 < amount < SMALL_ITEM and {"meant": amount * 1000}


@rule(
    "KP10",
    BUDGET,
    DATA,
    ERROR,
    message=Text("Dòng “{content}” là dòng cộng, sẽ bị tính thêm một lần.", "The row “{content}” is a total."),
    remedy=Text("Đề nghị xóa dòng cộng; hệ thống tự cộng.", "Please clear it; totals are worked out."),
    reason=Text(
        "Tổng dự toán và tỷ lệ giải ngân được cộng từ mọi dòng của sổ.",
        "The estimate is added up from all its rows.",
    ),
    wrong="content Tổng cộng",
    right="content Tổng kết, biểu dương cuối năm",
)
def total_among_the_items(*, content: str) -> object:
    """Quy tắc ghi sổ: mỗi khoản một dòng, không ghi dòng cộng."""
    return fold(content).rstrip(" .:") in TOTALS


@sheet_rule(
    "KP14",
    BUDGET,
    DATA,
    NOTE,
    message=Text(
        "Khoản {code} đã quyết toán ngày {settled_on}, sổ Chi tiết chi chưa có khoản chi nào.",
        "Item {code} was settled on {settled_on}, and no payment from it is entered.",
    ),
    remedy=Text(
        "Đề nghị ghi bổ sung các khoản chi; nếu không chi, không cần sửa.",
        "Please add the payments; if there were none, nothing need be done.",
    ),
    reason=Text(
        "Khoản đã quyết toán thường đã có chi; có thể còn thiếu dòng.",
        "What is settled was mostly spent; rows may be missing.",
    ),
    wrong="""
    code K01 | settled_on 20/10/2022
    spending: item K02 | amount 600000
    """,
    right="""
    code K01 | settled_on 20/10/2022
    spending: item K01 | amount 600000
    """,
)
def settled_without_a_payment(rows: Sequence[Row], spending: Register) -> Told:
    """Quy tắc ghi sổ: mỗi khoản chi một dòng, kèm mã khoản dự toán."""
    if any("item" in row.refused for row in spending.rows):
        return
    spent = spending.by("item")
    for row in having(rows, "code", "settled_on"):
        if key(row["code"]) not in spent:
            yield row, "settled_on", {"code": row["code"], "settled_on": row["settled_on"]}
