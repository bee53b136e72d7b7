"""Late dossiers: each has its cause and its apology."""

from __future__ import annotations

from danvan_xlsx.registers.dossiers import LATE_DOSSIERS
from danvan_xlsx.registers.procedures import PROCEDURES
from danvan_xlsx.words.finding import Severity
from tests.registers.judged import check
from tests.registers.rows import figures, rows, total

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


def test_a_late_dossier_is_owed_an_apology_in_time_and_a_new_day_that_is_kept() -> None:
    found = check(
        LATE_DOSSIERS,
        """
        | code | due_on     | returned_on | apologised_on | new_due_on | explanation | expect                     |
        | 01   | 23/08/2022 | 24/08/2022  |               |            |             | HC04@apologised_on         |
        | 02   | 13/11/2022 |             |               |            |             | HC04@apologised_on         |  still not returned
        | 03   | 14/11/2022 |             |               |            |             | ~HC04                      |  due today
        | 04   | 23/08/2022 | 23/08/2022  |               |            |             | HC24@returned_on ~HC04     |
        | 05   | 23/08/2022 | 24/08/2022  | 22/08/2022    | 24/08/2022 |             | ~HC04 ~HC21 ~HC23 ~HC24    |
        | 06   | 23/08/2022 | 26/08/2022  | 23/08/2022    | 26/08/2022 |             | HC21@apologised_on         |
        | 07   | 20/06/2022 | 24/06/2022  | 19/06/2022    | 24/06/2022 |             | ~HC21                      |  a Sunday
        | 08   | 23/08/2022 | 26/08/2022  | 22/08/2022    |            |             | HC22@new_due_on            |
        | 09   | 23/08/2022 | 25/08/2022  | 25/08/2022    |            |             | HC21@apologised_on ~HC22   |  handed over with it
        | 10   | 23/08/2022 | 29/08/2022  | 22/08/2022    | 26/08/2022 |             | HC23@returned_on           |
        | 11   | 08/11/2022 |             | 07/11/2022    | 11/11/2022 |             | HC23@returned_on           |
        | 12   | 08/11/2022 |             | 07/11/2022    | 14/11/2022 |             | ~HC23                      |
        | 13   | 23/08/2022 | 24/08/2022  |               |            | Mất mạng    | HC04@apologised_on         |
        | 14   |            | 24/08/2022  | 22/08/2022    |            |             | ~HC22                      |  nobody knows when it was due
        | 15   | 20/06/2021 | 24/06/2021  | 24/06/2021    | 24/06/2021 |             | ~HC21                      |  before NĐ 107/2021
        | 16   | 30/06/2025 | 02/07/2025  | 30/06/2025    | 02/07/2025 |             | HC21@apologised_on         |
        | 17   | 01/07/2025 | 03/07/2025  | 02/07/2025    | 02/07/2025 |             | ~HC21 ~HC23                |  NĐ 118/2025 gives no day
        | 18   | 01/07/2025 | 03/07/2025  |               |            |             | HC04@apologised_on         |
        | 19   | 01/07/2026 | 03/07/2026  |               |            |             | HC04@apologised_on         |
        | 20   | 01/06/2018 | 04/06/2018  |               |            |             | ~HC04                      |  before NĐ 61/2018
        """,  # noqa: E501
    )

    severities = {(one.values["code"], one.code): one.severity for one in found}
    assert severities["01", "HC04"] is Severity.WARNING
    assert severities["13", "HC04"] is Severity.NOTE, "explained"
    assert severities["18", "HC04"] is Severity.NOTE, "not verified"
    assert {severities["06", "HC21"], severities["10", "HC23"]} == {Severity.NOTE}
    assert severities["08", "HC22"] is Severity.WARNING


def test_the_promised_day_keeps_to_the_time_limit_of_the_procedure() -> None:
    check(
        LATE_DOSSIERS,
        """
        | code | procedure | received_on | due_on     | apologised_on | new_due_on | expect      |
        | 01   | 2.001     | 09/08/2022  | 24/08/2022 | 01/08/2022    | 14/11/2022 | HC25@due_on |
        | 02   | 2.001     | 09/08/2022  | 23/08/2022 | 01/08/2022    | 14/11/2022 | ~HC25       |
        | 03   | 1.001     | 09/08/2022  | 10/08/2022 | 01/08/2022    | 14/11/2022 | ~HC25       |  received after 15:00
        | 04   | 1.001     | 09/08/2022  | 11/08/2022 | 01/08/2022    | 14/11/2022 | HC25@due_on |
        | 05   | 1.002     | 09/08/2022  | 11/11/2022 | 01/08/2022    | 14/11/2022 | ~HC25       |  no limit is written
        | 06   | 1.009     | 09/08/2022  | 11/11/2022 | 01/08/2022    | 14/11/2022 | ~HC25       |  not listed
        | 07   | 2.001     | 30/08/2022  | 15/09/2022 | 01/08/2022    | 14/11/2022 | ~HC25       |  1 and 2 September are off
        """,  # noqa: E501
        others={PROCEDURES: "| code | time_limit |\n| 2.001 | 10 |\n| 1.001 | 0 |\n| 1.002 | |"},
    )
