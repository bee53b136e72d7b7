"""Projects with and without a board, and land recovery."""

from __future__ import annotations

import pytest

from danvan_xlsx.registers import load
from danvan_xlsx.registers.projects import LAND, PROJECTS
from danvan_xlsx.registers.supervision import BOARDS
from danvan_xlsx.words.finding import Severity
from danvan_xlsx.words.layout import Sheet
from danvan_xlsx.words.rules import say
from tests.registers.declared import example_faults
from tests.registers.judged import check
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


# -- rules of projects -----------------------------------------------------------------

SET_UP = """
    | project | decision   | decided_on | members | deputies | holds_office |
    | DA-01   | 05/QĐ-MTTQ | 04/03/2022 | 7       | 2        | Không        |
    | DA-03   | 08/QĐ-MTTQ | 05/04/2022 | 5       | 1        | Không        |
    | DA-04   | '15        | 12/07/2022 | 5       | 1        | Không        |
"""


def test_a_project_is_public_before_work_begins() -> None:
    table = """
        | code  | started_on | board_decision | board_since | published_on | explanation | expect            |
        | DA-01 | 25/04/2022 | 05/QĐ-MTTQ     | 04/03/2022  | 26/04/2022   |             | DC24@published_on |
        | DA-01 | 25/04/2022 | 05/QĐ-MTTQ     | 04/03/2022  | 25/04/2022   |             | ~DC24             |
        | DA-01 | 25/04/2022 | 05/QĐ-MTTQ     | 04/03/2022  |              |             | DC24@published_on |
        | DA-01 |            | 05/QĐ-MTTQ     | 04/03/2022  |              |             | ~DC24             |
        | DA-01 | 25/12/2022 | 05/QĐ-MTTQ     | 04/03/2022  |              |             | ~DC24             |
        | DA-01 | 25/04/2022 | 05/QĐ-MTTQ     | 04/03/2022  | 'đã làm      |             | ~DC24             |
        | DA-01 | 25/04/2022 | 05/QĐ-MTTQ     | 04/03/2022  | 26/04/2022   | Huyện làm   | DC24@published_on |
    """
    found = check(PROJECTS, table, others={BOARDS: SET_UP})

    assert [one.severity for one in found] == [Severity.WARNING, Severity.WARNING, Severity.NOTE]
    assert say(found[1]).message == "Dự án DA-01 khởi công 25/04/2022; ngày công khai: chưa ghi."


def test_a_project_has_its_board_before_work_begins() -> None:
    """A board that the Front's register has is a board; one whose decision is not copied here is told as such."""
    table = """
        | code  | started_on | board_decision | board_since | published_on | expect                     |
        | DA-02 | 10/05/2022 |                |             | 01/03/2022   | GS06@board_decision        |
        | DA-05 |            |                |             | 01/03/2022   | ~GS06                      |
        | DA-06 | 10/12/2022 |                |             | 01/03/2022   | ~GS06                      |
        | DA-07 | 10/05/2022 | 'đã lập        |             | 01/03/2022   | ~GS06                      |
        | DA-03 | 10/05/2022 |                |             | 01/03/2022   | ~GS06 GS13@board_decision  |
        | DA-01 | 03/03/2022 | 05/QĐ-MTTQ     | 04/03/2022  | 01/03/2022   | GS12@board_since           |
        | DA-01 | 04/03/2022 | 05/QĐ-MTTQ     | 04/03/2022  | 01/03/2022   | ~GS12                      |
        | DA-01 |            | 05/QĐ-MTTQ     | 04/03/2022  | 01/03/2022   | ~GS12                      |
    """
    check(PROJECTS, table, others={BOARDS: SET_UP})


def test_a_board_is_the_same_in_both_registers() -> None:
    table = """
        | code  | board_decision | board_since | expect              |
        | DA-01 | 06/QĐ-MTTQ     | 04/03/2022  | GS13@board_decision |
        | DA-01 | 05/QĐ-MTTQ     | 05/03/2022  | GS13@board_since    |
        | DA-01 | 05/qđ-mttq     | 04/03/2022  | ~GS13 ~GS17         |
        | DA-01 | 05/QĐ-MTTQ     |             | ~GS13               |
        | DA-01 | 'Quyết định 5  | 04/03/2022  | ~GS13               |
        | DA-04 | 15/QĐ-MTTQ     | 12/07/2022  | ~GS13               |
        | DA-02 | 06/QĐ-MTTQ     | 15/03/2022  | GS17@board_decision |
        | DA-05 |                |             | ~GS17               |
    """
    found = check(PROJECTS, table, others={BOARDS: SET_UP})

    assert say(found[0]).message == (
        "Dự án DA-01, cột Số QĐ lập Ban GSĐTCĐ ghi 06/QĐ-MTTQ; sổ Ban Giám sát đầu tư ghi 05/QĐ-MTTQ."
    )


def test_where_a_board_s_project_cannot_be_read_none_is_missing() -> None:
    unreadable = """
        | project | decision   | decided_on | members | deputies | holds_office |
        | #N/A    | 05/QĐ-MTTQ | 04/03/2022 | 7       | 2        | Không        |
    """
    table = """
        | code  | started_on | board_decision | board_since | published_on | expect |
        | DA-02 | 10/05/2022 |                |             | 01/03/2022   | ~GS06  |
        | DA-01 | 10/05/2022 | 05/QĐ-MTTQ     | 04/03/2022  | 01/03/2022   | ~GS17  |
    """
    check(PROJECTS, table, others={BOARDS: unreadable})


# -- rules of land ---------------------------------------------------------------------


def test_a_scheme_is_made_public_and_its_proposals_are_answered() -> None:
    """T03 has 198 households."""
    known = """
        | code  | village |
        | DA-01 | T03     |
        | DA-02 |         |
    """
    table = """
        | code   | project | households | published_from | published_until | dialogue | proposals | answered | expect              |
        | THD-01 | DA-01   | 199        | 01/07/2022     | 05/08/2022      | DTH-03   | 6         | 6        | DC25@households     |
        | THD-02 | DA-01   | 198        | 01/07/2022     | 05/08/2022      | DTH-03   | 6         | 6        | ~DC25 ~DC26 ~DC27   |
        | THD-03 | DA-02   | 199        | 01/07/2022     | 05/08/2022      | DTH-03   | 6         | 6        | ~DC25               |
        | THD-04 | DA-01   | 14         |                |                 |          | 6         | 6        | DC26@published_from |
        | THD-05 | DA-01   | 14         |                |                 | DTH-03   | 0         | 0        | DC26@published_from |
        | THD-06 | DA-01   | 14         |                |                 |          | 0         | 0        | ~DC26               |
        | THD-07 | DA-01   | 14         | 'tháng 7       |                 |          | 6         | 6        | ~DC26               |
        | THD-08 | DA-01   | 14         | 01/07/2022     | 05/08/2022      |          | 6         | 5        | DC27@answered       |
        | THD-09 | DA-01   | 14         | 01/11/2022     | 14/11/2022      |          | 6         | 5        | ~DC27               |
        | THD-10 | DA-01   | 14         | 01/11/2022     |                 |          | 6         | 5        | ~DC27               |
        | THD-11 | DA-01   | 14         | 01/07/2022     | 05/08/2022      |          | 6         |          | ~DC27               |
    """  # noqa: E501
    found = check(LAND, table, others={PROJECTS: known})

    assert {one.code: one.severity.value for one in found} == {"DC25": "note", "DC26": "warning", "DC27": "note"}
