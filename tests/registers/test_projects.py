"""Projects with and without a board, and land recovery."""

from __future__ import annotations

import pytest

from danvan_xlsx.registers import load
from danvan_xlsx.registers.projects import LAND, PROJECTS
from danvan_xlsx.words.layout import Sheet
from tests.registers.declared import example_faults
from tests.registers.rows import faults, figures, rows, total

KNOWN = """
    | code  | name      | village   | investor | total      | board_decision | board_since | people_inspectors |
    | DA-01 | Đường     | Minh Đức  | UBND xã  | 1850000000 | 12/QĐ-MTTQ     | 20/04/2022  | Có                |
    | DA-02 | Trường    | Minh Tân  | UBND xã  | 2450000000 |                |             | Có                |
"""


@pytest.mark.parametrize("sheet", [PROJECTS, LAND], ids=lambda sheet: sheet.code)
def test_the_examples_are_what_the_sheet_takes(sheet: Sheet) -> None:
    assert example_faults(sheet) == []


def test_a_project_has_a_board_when_its_decision_is_known() -> None:
    found = rows(PROJECTS, KNOWN)

    assert total("projects_all", found) == 2
    assert [(f.row["code"], f.column) for f in figures("projects_with_board", found)] == [("DA-01", "board_decision")]


def test_a_decision_asks_for_the_day_of_the_board() -> None:
    table = """
        | code  | name  | village  | investor | total      | board_decision |
        | DA-01 | Đường | Minh Đức | UBND xã  | 1850000000 | 12/QĐ-MTTQ     |
    """
    assert faults(PROJECTS, table) == [("DL28", "L7")]


def test_land_recovery_is_the_only_optional_register() -> None:
    assert [sheet.code for sheet in load().sheets.values() if sheet.optional] == ["land"]
