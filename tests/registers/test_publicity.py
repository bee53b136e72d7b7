"""Matters made public: those due by their decision, and those that were shown in any form."""

from __future__ import annotations

from danvan_xlsx.registers.publicity import PUBLICITY
from tests.registers.declared import example_faults
from tests.registers.rows import faults, figures, rows, total

MATTERS = """
    | item | content | quarter | decided_on | posted_at | posted_from | loudspeaker_from | loudspeaker_until | other_form | other_on   |
    | NS   | A       | Quý I   | 05/01/2022 | Trụ sở    | 06/01/2022  | 06/01/2022       | 08/01/2022        |            |            |
    | NS   | B       | I       | 10/01/2022 |           |             | 12/01/2022       | 14/01/2022        |            |            |
    | DA   | C       | Quý II  | 10/04/2022 |           |             |                  |                   | Họp thôn   | 15/04/2022 |
    | DA   | D       | Quý II  | 12/04/2022 |           |             |                  |                   |            |            |
"""  # noqa: E501


def test_the_examples_are_what_the_sheet_takes() -> None:
    assert example_faults(PUBLICITY) == []


def test_a_matter_shown_in_two_forms_is_one_and_one_not_shown_is_only_due() -> None:
    found = rows(PUBLICITY, MATTERS)

    assert total("publicity_due", found) == 4
    assert [(figure.row.number, figure.column, figure.amount) for figure in figures("publicity_posted", found)] == [
        (7, "posted_from", 1),
        (8, "loudspeaker_from", 1),
        (9, "other_on", 1),
    ]


def test_a_form_without_its_day_is_told() -> None:
    table = """
        | item | content | quarter | decided_on | posted_at | other_form |
        | NS   | A       | Quý I   | 05/01/2022 | Trụ sở    | Họp thôn   |
    """
    assert sorted(faults(PUBLICITY, table)) == [("DL28", "H7"), ("DL28", "M7")]
