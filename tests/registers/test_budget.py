"""The estimate and the payments: amounts, settlement, vouchers."""

from __future__ import annotations

import pytest

from danvan_xlsx.registers.budget import BUDGET, SPENDING
from danvan_xlsx.words.layout import Sheet
from tests.registers.declared import example_faults
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
