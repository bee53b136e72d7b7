"""Ý kiến, kiến nghị: answered on the spot, in time, late, or not at all."""

from __future__ import annotations

from datetime import date

from danvan_xlsx.registers.dialogues import DIALOGUES
from danvan_xlsx.registers.opinions import OPINIONS
from danvan_xlsx.words.finding import Severity
from tests.registers.judged import check
from tests.registers.rows import faults, figures, rows

TABLE = """
| raised_on  | source    | dialogue | content | way            | handler   | due        | answered_on |
| 27/05/2022 | Đối thoại | DT-01    | Mương   | Trả lời tại chỗ|           |            |             |
| 27/05/2022 | Đối thoại | DT-01    | Đường   | Trả lời sau    | Địa chính | 15/06/2022 | 15/06/2022  |
| 27/05/2022 | Đối thoại | DT-01    | Đất     | Trả lời sau    | Địa chính | 15/06/2022 | 16/06/2022  |
| 28/05/2022 | Họp thôn  |          | Chợ     | Trả lời sau    | Địa chính | 20/06/2022 |             |
| 29/05/2022 | Họp thôn  |          | Cầu     | Trả lời sau    | Địa chính | 30/06/2022 | 01/06/2022  |
"""


def numbers(measure: str, **context: object) -> list[int]:
    return [one.row.number for one in figures(measure, rows(OPINIONS, TABLE), **context)]


def test_an_opinion_is_answered_on_the_spot_or_on_its_day() -> None:
    assert numbers("opinions_raised") == [7, 8, 9, 10, 11]
    assert numbers("opinions_answered") == [7, 8, 9, 11]


def test_an_answer_is_in_time_on_the_last_day_and_late_the_day_after() -> None:
    assert numbers("opinions_answered_in_time") == [8, 11]
    assert numbers("opinions_due", as_of=date(2022, 6, 20)) == [8, 9, 11]
    assert numbers("opinions_due", as_of=date(2022, 6, 21)) == [8, 9, 10, 11]


def test_without_an_answer_an_opinion_is_overdue_once_its_day_is_past() -> None:
    assert numbers("opinions_overdue", as_of=date(2022, 6, 20)) == []
    assert numbers("opinions_overdue", as_of=date(2022, 6, 21)) == [10]


def test_an_opinion_to_be_answered_later_has_who_and_until_when() -> None:
    found = faults(
        OPINIONS,
        """
        | raised_on  | source    | dialogue | content | way            | handler   | due        |
        | 27/05/2022 | Đối thoại |          | Mương   | Trả lời tại chỗ|           |            |  DL28
        | 27/05/2022 | Họp thôn  |          | Đường   | Trả lời sau    |           |            |  DL28 twice
        """,
    )

    assert found == [("DL28", "D7"), ("DL28", "I8"), ("DL28", "J8")]


# -- rules -------------------------------------------------------------------------------


def test_an_opinion_past_its_day_is_told_and_a_recommendation_by_the_days_of_the_law() -> None:
    found = check(
        OPINIONS,
        """
        | raised_on  | source         | way             | due        | answered_on | explanation | expect           |
        | 27/05/2022 | Đối thoại      | Trả lời sau     | 15/06/2022 | 15/06/2022  |             | ~DT20            |
        | 27/05/2022 | Đối thoại      | Trả lời sau     | 15/06/2022 | 16/06/2022  |             | DT20@answered_on |
        | 27/05/2022 | Đối thoại      | Trả lời sau     | 14/11/2022 |             |             | ~DT20            |
        | 27/05/2022 | Họp thôn       | Trả lời sau     | 13/11/2022 |             | Chờ huyện   | DT20@answered_on |
        | 27/05/2022 | Họp thôn       | Trả lời tại chỗ | 13/06/2022 |             |             | ~DT20            |
        | 27/05/2022 | Họp thôn       | Trả lời sau     | 13/06/22   |             |             | ~DT20            |
        | 27/05/2022 | Họp thôn       | Trả lời sau     | 13/05/2022 |             |             | ~DT20            |
        | 16/06/2022 | Ban TTND       | Trả lời sau     | 01/07/2022 | 01/07/2022  |             | ~GS05            |
        | 16/06/2022 | Ban TTND       | Trả lời sau     | 01/07/2022 | 04/07/2022  |             | GS05@answered_on |
        | 16/06/2022 | Ban TTND       | Trả lời sau     | 24/06/2022 | 28/06/2022  |             | DT20@answered_on |
        | 16/06/2022 | Ban TTND       | Trả lời sau     |            |             |             | GS05@answered_on |
        | 16/06/2022 | Ban TTND       | Trả lời tại chỗ |            |             |             | ~GS05            |
        | 16/06/2022 | Ban GSĐTCĐ     | Trả lời sau     | 01/07/2022 | 08/07/2022  |             | DT20@answered_on |
        | 16/06/2022 | Ban GSĐTCĐ     | Trả lời sau     |            |             |             | ~GS05            |
        | 03/11/2022 | Ban TTND       | Trả lời sau     | 18/11/2022 |             |             | ~GS20            |
        | 03/11/2022 | Ban TTND       | Trả lời sau     | 21/11/2022 |             |             | GS20@due         |
        | 03/11/2022 | Ban TTND       | Trả lời sau     | 21/11/2022 | 10/11/2022  |             | ~GS20            |
        | 20/10/2022 | Ban TTND       | Trả lời sau     | 21/11/2022 |             |             | GS05@answered_on |
        """,
    )

    severities = {(one.code, one.explained): one.severity for one in found}
    assert severities == {
        ("DT20", False): Severity.WARNING,
        ("DT20", True): Severity.NOTE,
        # The decree of that time was not verified.
        ("GS05", False): Severity.NOTE,
        ("GS20", False): Severity.NOTE,
    }


def test_from_july_2023_both_boards_are_answered_in_fifteen_days() -> None:
    found = check(
        OPINIONS,
        """
        | raised_on  | source     | way         | due        | answered_on | expect           |
        | 03/07/2023 | Ban TTND   | Trả lời sau | 18/07/2023 | 18/07/2023  | ~GS05            |
        | 03/07/2023 | Ban TTND   | Trả lời sau | 18/07/2023 | 19/07/2023  | GS05@answered_on |
        | 03/07/2023 | Ban GSĐTCĐ | Trả lời sau | 18/07/2023 | 18/07/2023  | ~GS05            |
        | 03/07/2023 | Ban GSĐTCĐ | Trả lời sau | 18/07/2023 | 19/07/2023  | GS05@answered_on |
        | 06/07/2026 | Ban TTND   | Trả lời sau | 21/07/2026 | 22/07/2026  | GS05@answered_on |
        """,
        as_of="31/07/2026",
    )

    assert {one.severity for one in found} == {Severity.WARNING}


def test_an_opinion_of_a_dialogue_was_raised_on_its_day() -> None:
    check(
        OPINIONS,
        """
        | raised_on  | source    | dialogue | way             | expect         |
        | 27/05/2022 | Đối thoại | dth-01   | Trả lời tại chỗ | ~DT41          |
        | 28/05/2022 | Đối thoại | DTH-01   | Trả lời tại chỗ | DT41@raised_on |
        | 28/05/2022 | Đối thoại | DTH-02   | Trả lời tại chỗ | ~DT41          |
        | 28/05/2022 | Đối thoại | DTH-90   | Trả lời tại chỗ | ~DT41          |
        | 28/05/22   | Đối thoại | DTH-01   | Trả lời tại chỗ | ~DT41          |
        """,
        others={DIALOGUES: "| code | day |\n| DTH-01 | 27/05/2022 |\n| DTH-02 | 24/6/22 |"},
    )
