"""The estimate and the payments: amounts, settlement, vouchers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from danvan_xlsx.registers.budget import BUDGET, SPENDING
from danvan_xlsx.registers.study import STUDIES
from danvan_xlsx.words.layout import Sheet
from tests.registers.declared import example_faults
from tests.registers.judged import check, minh_son
from tests.registers.rows import faults, figures, rows, total

ESTIMATE = """
    | code | content   | amount     | source       | settled_on |
    | K01  | Tập huấn  | 12000000   | Ngân sách xã | 20/12/2022 |
    | K02  | Đối thoại | 4500000    | NS xã        |            |
    | K03  | Chưa giao | 0          | Tài trợ      | 20/12/2022 |
"""

PAYMENTS = """
    | day        | item | content | amount  | voucher |
    | 10/06/2022 | K01  | A       | 2400000 | PC-015  |
    | 27/05/2022 | K02  | B       | 1000000 |         |
"""


@pytest.mark.parametrize("sheet", [BUDGET, SPENDING], ids=lambda sheet: sheet.code)
def test_the_examples_are_what_the_sheet_takes(sheet: Sheet) -> None:
    assert example_faults(sheet) == []


def test_an_item_of_nothing_is_no_item() -> None:
    found = rows(BUDGET, ESTIMATE)

    assert total("budget_planned", found) == 16_500_000
    assert [figure.row["code"] for figure in figures("budget_items", found)] == ["K01", "K02"]
    assert [figure.row["code"] for figure in figures("budget_items_settled", found)] == ["K01"]


def test_a_payment_without_a_voucher_is_spent_and_not_proved() -> None:
    found = rows(SPENDING, PAYMENTS)

    assert total("budget_spent", found) == 3_400_000
    assert total("spending_all", found) == 2
    assert [(f.row.number, f.column) for f in figures("spending_with_voucher", found)] == [(7, "voucher")]


def test_millions_typed_as_a_small_number_are_refused() -> None:
    table = """
        | code | content  | amount | source       |
        | K01  | Tập huấn | 28,5   | Ngân sách xã |
    """
    assert faults(BUDGET, table) == [("DL06", "D7")]


# -- rules ------------------------------------------------------------------------------


def test_an_item_is_whole_dong_and_no_total() -> None:
    check(
        BUDGET,
        """
        | code | content     | amount   | expect       |
        | K01  | Tập huấn    | 12000000 | ~KP08 ~KP10  |
        | K02  | Đối thoại   | 99999    | KP08@amount  |
        | K03  | Khảo sát    | 100000   | ~KP08        |
        | K04  | Kiểm tra    | 0        | ~KP08        |
        | Tổng | TỔNG CỘNG:  | 18000000 | KP10@content |
        | K05  | Tổng kết    | 18000000 | ~KP10        |
        """,
    )


def test_millions_typed_as_a_small_number_are_told_once() -> None:
    """Below a thousand đồng the cell itself is refused, with or without a unit beside it: no rule tells it again."""
    check(BUDGET, "| code | content | amount | expect |\n| K01 | Tập huấn | 12 | ~KP08 |")
    check(SPENDING, "| day | content | amount | voucher | expect |\n| 10/06/2022 | A | 2 | PC-1 | ~KP09 |")


SETTLED = """
    | code | content | amount  | settled_on | explanation | expect |
    | K01  | A       | 1200000 | 31/12/2022 |             | ~KP03  |
    | K02  | B       | 1200000 | 01/01/2023 |             | {}     |
    | K03  | C       | 1200000 |            |             | {}     |
    | K04  | D       | 0       |            |             | ~KP05  |
    | K05  | E       | 1200000 | chưa       |             |        |
    """


def test_items_are_settled_by_the_day_the_plan_sets() -> None:
    paid = {SPENDING: "| item |\n| K01 |\n| K02 |\n| K05 |"}
    check(BUDGET, SETTLED.format("KP03@settled_on", "KP05@settled_on"), as_of="15/01/2023", others=paid)
    check(BUDGET, SETTLED.format("KP03@settled_on", "~KP05"), as_of="31/12/2022", others=paid)
    # Where the commune has not adopted the deadline nobody is late.
    free = replace(minh_son(), settings=())
    check(BUDGET, SETTLED.format("~KP03", "~KP05"), as_of="15/01/2023", others=paid, plan=free)


@pytest.mark.parametrize(
    ("content", "amount", "as_of", "told"),
    [
        ("Hỗ trợ Ban TTND", "4999999", "01/04/2025", "4999999"),
        ("Hỗ trợ Ban Thanh tra nhân dân", "5000000", "01/04/2025", ""),
        ("Tập huấn", "5000000", "11/03/2025", "0"),
        ("Tập huấn", "5000000", "10/03/2025", ""),
        ("Tập huấn", "'x", "01/04/2025", ""),
        ("Tập huấn", "5000000", "14/11/2022", ""),
    ],
)
def test_the_support_of_the_inspectorate_is_a_note_since_2025(content: str, amount: str, as_of: str, told: str) -> None:
    plan = replace(minh_son(), settings=())
    table = f"| code | content | amount | expect |\n| K01 | {content} | {amount} | ~KP04 |"

    found = check(BUDGET, table, heading=("KP04@amount",) if told else (), as_of=as_of, plan=plan)

    assert [(str(one.values["amount"]), one.severity.value) for one in found] == ([(told, "note")] if told else [])


def test_what_is_settled_was_spent() -> None:
    table = """
        | code | settled_on | expect          |
        | K01  | 20/10/2022 | ~KP14           |
        | K02  | 20/10/2022 | {} |
        | K03  |            | ~KP14           |
        """
    check(BUDGET, table.format("KP14@settled_on"), others={SPENDING: "| item |\n| k01 |"})
    check(BUDGET, table.format("~KP14"), others={SPENDING: "| item |\n| K01 |\n| #84,01 |"})


ITEMS = """
    | code | content    | amount   | decided_on | settled_on |
    | K01  | Tập huấn   | 12000000 | 28/12/2021 | 20/10/2022 |
    | K02  | Đối thoại  | 'x       |            |            |
    """


def test_payments_stay_within_their_item() -> None:
    found = check(
        SPENDING,
        """
        | day        | item | content | amount   | voucher | explanation | expect      |
        | 08/07/2022 | K01  | B       | 6000000  | PC-2    | Bổ sung     | KP01@amount |
        | 10/06/2022 | k01  | A       | 6000001  | PC-1    |             |             |
        | 10/07/2022 | K01  | C       | 6000000  | PC-3    |             |             |
        | 10/06/2022 | K02  | D       | 90000000 | PC-4    |             | ~KP01       |
        | 10/06/2022 | K09  | E       | 90000000 | PC-5    |             | ~KP01       |
        """,
        others={BUDGET: ITEMS, STUDIES: CLASSES},
    )

    assert (found[0].values["spent"], found[0].values["over"], found[0].severity.value) == (18000001, 6000001, "note")
    exactly = "| day | item | content | amount | voucher | expect |\n| 10/06/2022 | K01 | A | 12000000 | PC-1 | ~KP01 |"
    check(SPENDING, exactly, others={BUDGET: ITEMS, STUDIES: CLASSES})


def test_a_payment_has_its_voucher_and_stands_once() -> None:
    check(
        SPENDING,
        """
        | day        | item | content | amount  | voucher | expect       |
        | 10/06/2022 | K02  | A       | 2400000 | PC-1    | ~KP02        |
        | 10/06/2022 | K02  | A       | 2400000 | pc-1    | KP06@voucher |
        | 10/06/2022 | K02  | A       | 2500000 | PC-1    | ~KP06 ~KP07  |
        | 11/06/2022 | K02  | A       | 2600000 | PC-1    | KP07@voucher |
        | 11/06/2022 | K02  | A       | 2400000 | PC-2    | ~KP06 ~KP07  |
        | 11/06/2022 | K02  | A       | 2400000 |         | KP02@voucher |
        | 11/06/2022 | K02  | A       | 2400000 | #84,01  |              |
        | 11/06/2022 | K02  | A       | 9999    | PC-3    | KP09@amount  |
        | 11/06/2022 | K02  | A       | 10000   | PC-4    | ~KP09        |
        | 11/06/2022 | K02  | Tổng số | 20000   | PC-5    | KP11@content |
        | 11/06/2022 | K02  | Công tác phí | 20000 | PC-6 | ~KP11        |
        """,
    )


def test_payments_fall_between_the_grant_and_the_settlement() -> None:
    check(
        SPENDING,
        """
        | day        | item | content | amount | voucher | explanation | expect      |
        | 27/12/2021 | K01  | A       | 100000 | PC-1    | Ứng trước   | KP12@day    |
        | 28/12/2021 | K01  | B       | 100000 | PC-2    |             | ~KP12       |
        | 20/10/2022 | K01  | C       | 100000 | PC-3    |             | ~KP13       |
        | 21/10/2022 | K01  | D       | 100000 | PC-4    |             | KP13@day    |
        | 21/10/2022 | K02  | E       | 100000 | PC-5    |             | ~KP12 ~KP13 |
        """,
        others={BUDGET: ITEMS, STUDIES: "| kind | day |\n| Tập huấn | 28/12/2021 |\n| Tập huấn | 20/10/2022 |"},
    )


CLASSES = """
    | kind       | day        |
    | Tập huấn   | 10/06/2022 |
    | Quán triệt | 01/11/2022 |
    """
TRAINING = "| code | content | expect |\n| K01 | Bồi dưỡng kỹ năng | {} |\n| K02 | Đối thoại | ~KP16 |"


@pytest.mark.parametrize(
    ("paid", "told"),
    [("10/06/2022", ""), ("09/08/2022", ""), ("11/04/2022", ""), ("10/08/2022", "KP15"), ("10/04/2022", "KP15")],
)
def test_a_training_that_was_paid_for_was_held_about_that_day_and_the_reverse(paid: str, told: str) -> None:
    payments = f"| day | item | content | voucher | expect |\n| {paid} | K01 | Lớp | PC-1 | {{}} |"
    items = TRAINING.replace("| expect |", "|").replace("| {} |", "|").replace("| ~KP16 |", "|")
    check(SPENDING, payments.format("KP15@item" if told else "~KP15"), others={BUDGET: items, STUDIES: CLASSES})

    spent = f"| day | item |\n| {paid} | K01 |"
    check(
        BUDGET,
        TRAINING.format("KP16@content" if told else "~KP16"),
        others={SPENDING: spent, STUDIES: CLASSES},
    )


def test_a_class_just_held_may_still_be_paid_for_and_what_cannot_be_read_is_not_missed() -> None:
    check(BUDGET, TRAINING.format("~KP16"), others={STUDIES: CLASSES}, as_of="09/08/2022")
    check(BUDGET, TRAINING.format("KP16@content"), others={STUDIES: CLASSES}, as_of="10/08/2022")
    check(BUDGET, TRAINING.format("~KP16"), others={STUDIES: CLASSES, SPENDING: "| day | item |\n| quý II | K01 |"})
    check(
        SPENDING,
        "| day | item | content | voucher | expect |\n| 10/10/2022 | K01 | Lớp | PC-1 | ~KP15 |",
        others={BUDGET: "| code | content |\n| K01 | Tập huấn |", STUDIES: CLASSES + "| Tập huấn | quý III |"},
    )
