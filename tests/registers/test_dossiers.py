"""Dossiers by month and by field, and late dossiers."""

from __future__ import annotations

import pytest

from danvan_xlsx.registers.dossiers import DOSSIERS, FIELDS, LATE_DOSSIERS
from danvan_xlsx.words.layout import Sheet
from tests.registers.declared import example_faults
from tests.registers.rows import faults, figures, rows, total

MONTHS = """
    | month | from_day   | to_day     | carried_over | online | direct | early | on_time | late | pending_overdue | direct_in_software |
    | 3     |            |            | 11           | 71     | 143    | 140   | 68      | 2    | 0               | 143                |
    | 5     | 01/05/2022 | 20/05/2022 | 14           | 65     | 73     | 90    | 45      | 0    | 0               | 70                 |
    | 5     | 21/05/2022 | 31/05/2022 | 17           | 32     | 33     | 40    | 27      | 0    | 0               |                    |
"""  # noqa: E501


@pytest.mark.parametrize("sheet", [DOSSIERS, FIELDS, LATE_DOSSIERS], ids=lambda sheet: sheet.code)
def test_the_examples_are_what_the_sheet_takes(sheet: Sheet) -> None:
    assert example_faults(sheet) == []


@pytest.mark.parametrize(
    ("measure", "amount"),
    [
        ("dossiers_received", 71 + 143 + 65 + 73 + 32 + 33),
        ("dossiers_online", 71 + 65 + 32),
        ("dossiers_in_software", 71 + 143 + 65 + 70 + 32),
        ("dossiers_resolved", 140 + 68 + 2 + 90 + 45 + 40 + 27),
        ("dossiers_on_time", 140 + 68 + 90 + 45 + 40 + 27),
        ("dossiers_late", 2),
    ],
)
def test_dossiers_are_added_up_over_months_and_parts_of_months(measure: str, amount: int) -> None:
    assert total(measure, rows(DOSSIERS, MONTHS)) == amount


def test_what_was_carried_over_was_not_received_in_the_period() -> None:
    counted = figures("dossiers_received", rows(DOSSIERS, MONTHS)[:1])

    assert [(figure.column, figure.amount) for figure in counted] == [("online", 71), ("direct", 143)]


def test_the_first_day_of_a_part_asks_for_the_last() -> None:
    table = """
        | month | from_day   | carried_over | online | direct | early | on_time | late | pending_overdue |
        | 5     | 01/05/2022 | 14           | 65     | 73     | 90    | 45      | 0    | 0               |
    """
    assert faults(DOSSIERS, table) == [("DL28", "D7")]


LATE = """
    | code | procedure | received_on | due_on     | returned_on | cause              | section | apologised_on |
    | HS-1 | 1.001     | 08/03/2022  | 15/03/2022 | 18/03/2022  | Phối hợp           | TP      | 16/03/2022    |
    | HS-2 | 1.001     | 08/03/2022  | 15/03/2022 | 18/03/2022  | Hồ sơ phải bổ sung | TP      |               |
    | HS-3 | 1.002     | 01/06/2022  | 08/06/2022 |             | Khác               | DC      | 09/06/2022    |
"""


def test_a_late_dossier_without_an_apology_is_counted_as_late_alone() -> None:
    found = rows(LATE_DOSSIERS, LATE)

    assert total("late_dossiers_all", found) == 3
    apologised = figures("late_dossiers_apologised", found)
    assert [(figure.row["code"], figure.column) for figure in apologised] == [
        ("HS-1", "apologised_on"),
        ("HS-3", "apologised_on"),
    ]
