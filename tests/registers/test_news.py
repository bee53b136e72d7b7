"""News items and broadcasts: how many, and which villages heard them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from danvan_xlsx.plan.plan import Village
from danvan_xlsx.registers.news import BROADCASTS, NEWS
from danvan_xlsx.words.layout import Sheet
from tests.registers.declared import MINH_SON, example_faults
from tests.registers.rows import faults, figures, rows, total

PLAN = replace(MINH_SON, villages={code: Village(code, code, 0, 0, 0, 0) for code in ("T01", "T02", "T03")})

AIRED = """
    | month | topic   | times | reach       | villages_named |
    | 4     | Dân vận | 12    | Toàn xã     |                |
    | 4     | CCHC    | 4     | Một số thôn | T01; T02       |  both have heard in April
    | 5     | Dân vận | 6     | Một số thôn | T01, t02       |
    | 5     | CCHC    | 2     | Một số thôn | T02; T99       |  no village of the plan is called so
    | 6     | Dân vận | 0     | Toàn xã     |                |
"""


@pytest.mark.parametrize("sheet", [NEWS, BROADCASTS], ids=lambda sheet: sheet.code)
def test_the_examples_are_what_the_sheet_takes(sheet: Sheet) -> None:
    assert example_faults(sheet) == []


def test_every_item_is_counted_on_its_day() -> None:
    table = """
        | day        | channel | title | genre | topic   |
        | 15/04/2022 | Web     | A     | Bài   | Dân vận |
        | 15/04/2022 | Web     | B     | Tin   | Dân vận |
    """
    assert [(figure.row.number, figure.column) for figure in figures("news_items", rows(NEWS, table))] == [
        (7, "day"),
        (8, "day"),
    ]


def test_broadcasts_are_added_up() -> None:
    assert total("broadcasts_aired", rows(BROADCASTS, AIRED)) == 24


def test_a_village_is_reached_once_a_month_and_only_when_something_was_aired() -> None:
    found = rows(BROADCASTS, AIRED)

    reached = figures("villages_reached", found, plan=PLAN)
    assert [(figure.row.number, figure.amount) for figure in reached] == [(7, 3), (9, 2)]
    assert sorted((figure.row.number, figure.amount) for figure in figures("villages_to_reach", found, plan=PLAN)) == [
        (7, 3),
        (9, 3),
        (11, 3),
    ]


def test_some_villages_asks_which() -> None:
    table = """
        | month | topic   | times | reach       |
        | 4     | Dân vận | 12    | Một số thôn |
        | 4     | Dân vận | 12    | Cả xã       |
    """
    assert faults(BROADCASTS, table) == [("DL28", "G7")]
