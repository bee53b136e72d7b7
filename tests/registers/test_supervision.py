"""The people's inspectorate and the boards of investment supervision."""

from __future__ import annotations

from datetime import date

import pytest

from danvan_xlsx.registers.supervision import BOARDS, INSPECTORATE
from danvan_xlsx.words.layout import Sheet
from tests.registers.declared import example_faults
from tests.registers.rows import faults, figures, rows, total

MEMBERS = """
    | role       | village    | since      | until      | holds_office |
    | Trưởng ban | Minh Bình  | 01/12/2021 |            | Không        |
    | Phó ban    | Minh Cường | 01/12/2021 | 30/06/2022 | Không        |
    | Thành viên | Minh Cường | 01/07/2022 |            | Không        |
"""

KNOWN = """
    | project | decision    | decided_on | members | deputies | holds_office | report       | reported_on |
    | DA-01   | 12/QĐ-MTTQ  | 20/04/2022 | 5       | 1        | Không        | 03/BC-GSĐTCĐ | 15/09/2022  |
    | DA-02   | 13/QĐ-MTTQ  | 20/04/2022 | 4       | 1        | Không        |              |             |
"""


@pytest.mark.parametrize("sheet", [INSPECTORATE, BOARDS], ids=lambda sheet: sheet.code)
def test_the_examples_are_what_the_sheet_takes(sheet: Sheet) -> None:
    assert example_faults(sheet) == []


@pytest.mark.parametrize(
    ("day", "numbers"),
    [
        (date(2021, 11, 30), []),
        (date(2022, 6, 30), [7, 8]),
        (date(2022, 7, 1), [7, 9]),
    ],
)
def test_members_are_those_in_office_on_the_day(day: date, numbers: list[int]) -> None:
    counted = figures("inspectorate_members", rows(INSPECTORATE, MEMBERS), as_of=day)

    assert [figure.row.number for figure in counted] == numbers


def test_a_board_of_four_is_a_board_without_five_members() -> None:
    found = rows(BOARDS, KNOWN)

    assert total("boards_all", found) == 2
    assert [figure.row["project"] for figure in figures("boards_with_five_members", found)] == ["DA-01"]
    assert [figure.row["project"] for figure in figures("boards_with_report", found)] == ["DA-01"]


def test_reports_count_on_their_day() -> None:
    reported = [row for row in rows(BOARDS, KNOWN) if "reported_on" in row.values]

    assert [(f.row["project"], f.column) for f in figures("board_reports", reported)] == [("DA-01", "reported_on")]


def test_a_day_of_report_asks_for_its_number() -> None:
    table = """
        | project | decision   | decided_on | members | deputies | holds_office | reported_on |
        | DA-01   | 12/QĐ-MTTQ | 20/04/2022 | 5       | 1        | Không        | 15/09/2022  |
    """
    assert faults(BOARDS, table) == [("DL28", "I7")]
