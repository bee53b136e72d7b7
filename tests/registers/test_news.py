"""News items and broadcasts: how many, and which villages heard them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from danvan_xlsx.plan.plan import Village
from danvan_xlsx.registers.news import BROADCASTS, NEWS
from danvan_xlsx.words.layout import Sheet
from danvan_xlsx.words.rules import say
from danvan_xlsx.words.text import shown
from tests.registers.declared import MINH_SON, example_faults
from tests.registers.judged import check
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


# -- rules ------------------------------------------------------------------------------


def test_an_item_stands_once() -> None:
    check(
        NEWS,
        """
        | day        | channel | title            | proof | expect      |
        | 25/10/2022 | Web     | Nói dân nghe     | tin/1 |             |
        | 25/10/2022 | Đài     | NÓI  dân nghe    | tin/2 | TT01@title  |
        | 26/10/2022 | Web     | Nói dân nghe     | tin/3 | TT03@title  |
        | 26/10/2022 | Web     | Nói dân nghe (2) | tin/4 | ~TT01 ~TT03 |
        | 10/22      | Web     | Nói dân nghe     | tin/6 |             |
        """,
    )


def test_items_without_a_link_are_one_note_that_names_their_cells() -> None:
    rows = "\n".join(f"| {day:02}/10/2022 | Tin {day} | | ~TT04 |" for day in range(1, 11))
    (found,) = check(NEWS, f"| day | title | proof | expect |\n{rows}", heading=("TT04@proof",))
    assert say(found).message == (
        "10/10 tin, bài chưa ghi đường dẫn, minh chứng (các ô G7, G8, G9, G10, G11, G12, G13, G14, …)."
    )

    one = "| day | title | proof | expect |\n| 01/10/2022 | A | | ~TT04 |\n| 02/10/2022 | B | #N/A | ~TT04 |"
    (found,) = check(NEWS, one, heading=("TT04@proof",))
    assert say(found).message == "1/2 tin, bài chưa ghi đường dẫn, minh chứng (các ô G7)."
    check(NEWS, "| day | title | proof | expect |\n| 01/10/2022 | A | tin/1 | ~TT04 |")


HALF = "T01; T02; T03; T04; T05; T06"
OTHER_HALF = "T07; T08; T09; T10; T11; T12"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (f"| 9 | 1 | Một số thôn | {HALF} |\n| 9 | 1 | Một số thôn | {OTHER_HALF} |\n| 10 | 1 | Toàn xã | |", ""),
        (f"| 9 | 1 | Một số thôn | {HALF} |\n| 10 | 1 | Toàn xã | |", "6: tháng 9 (6 thôn)"),
        ("| 8 | 1 | Toàn xã | |", "24: tháng 9 (12 thôn), tháng 10 (12 thôn)"),
        # The month that runs is not over, and those before the first row were before the work began.
        ("| 10 | 1 | Toàn xã | |", ""),
        ("| 11 | 1 | Một số thôn | T01 |", ""),
        ("| 9 | 0 | Toàn xã | |\n| 10 | 1 | Toàn xã | |", "12: tháng 9 (12 thôn)"),
        # What cannot be read may be what seems to be lacking.
        ("| quý III | 1 | Toàn xã | |\n| 8 | 1 | Toàn xã | |", ""),
        ("| 9 | 'x | Toàn xã | |\n| 10 | 1 | Toàn xã | |", ""),
    ],
)
def test_villages_that_heard_nothing_are_one_note_at_a_heading(body: str, told: str) -> None:
    lines = "\n".join(f"{line} ~TT02 |" for line in body.split("\n"))
    found = check(
        BROADCASTS,
        f"| month | times | reach | villages_named | expect |\n{lines}",
        heading=("TT02@month",) if told else (),
    )

    assert [f"{one.values['count']}: {shown(one.values['months'])}" for one in found] == ([told] if told else [])


def test_a_broadcast_stands_once_in_a_month_that_has_begun() -> None:
    check(
        BROADCASTS,
        """
        | month  | topic | times | minutes | reach       | villages_named | expect              |
        | 9      | DV    | 5     | 50      | Toàn xã     |                |                     |
        | 9/2022 | dv    | 5     | 50      | Cả xã       |                | TT06@topic          |
        | 9      | DV    | 5     | 50      | Một số thôn | T01; T02       | ~TT06 ~TT08         |
        | 9      | DV    | 5     | 50      | Một số thôn | t02; T01       | TT06@topic          |
        | 9      | PL    | 5     | 50      | Một số thôn | T01; T02       | ~TT06               |
        | 10     | DV    | 0     |         | Toàn xã     |                | TT05@times          |
        | 10     | PL    | 1     | 1       | Toàn xã     |                | ~TT05 ~TT07         |
        | 10     | NTM   | 12    | 10      | Toàn xã     |                | TT07@minutes        |
        | 10     | CCHC  | 12    | 12      | Toàn xã     | T01            | TT08@villages_named |
        | 11     | DV    | 1     | 10      | Toàn xã     |                | ~TT09               |
        | 12     | DV    | 1     | 10      | Toàn xã     |                | TT09@month          |
        """,
    )
