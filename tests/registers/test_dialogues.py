"""Dialogues: how many were held, how many opinions were raised and answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from danvan_xlsx.check.columns import judge_columns
from danvan_xlsx.registers.dialogues import DIALOGUES
from danvan_xlsx.registers.opinions import OPINIONS
from danvan_xlsx.words.finding import Severity
from danvan_xlsx.words.rules import Register
from tests.registers.declared import MINH_SON, example_faults
from tests.registers.judged import check, minh_son
from tests.registers.rows import figures, rows, total

HELD = """
    | code   | day        | topic             | audience     | chair    | noticed_on | attended | opinions_raised | answered_there | answered_later |
    | DTH-01 | 27/05/2022 | UBND với Nhân dân | Nhân dân     | Chủ tịch | 17/05/2022 | 86       | 14              | 11             | 3              |
    | DTH-02 | 24/06/2022 | Phong cách        | Dân          | Chủ tịch | 25/06/2022 | 62       | 8               | 7              | 0              |
    | DTH-03 | 12/08/2022 | GPMB              | Doanh nghiệp | Chủ tịch | 02/08/2022 | 38       | 11              | 12             | 1              |
"""  # noqa: E501


def test_the_examples_are_what_the_sheet_takes() -> None:
    assert example_faults(DIALOGUES) == []


def test_every_dialogue_is_counted_on_its_day() -> None:
    assert [figure.column for figure in figures("dialogues_held", rows(DIALOGUES, HELD))] == ["day"] * 3


def test_answers_on_the_spot_and_in_writing_are_answers() -> None:
    found = rows(DIALOGUES, HELD)[:2]

    assert total("dialogue_opinions", found) == 22
    assert total("dialogue_opinions_answered", found) == 21


def test_a_notice_after_the_day_and_more_answers_than_opinions_are_told() -> None:
    register = Register(DIALOGUES, tuple(rows(DIALOGUES, HELD)))

    judged = judge_columns({"dialogues": register}, MINH_SON, date(2022, 11, 14))
    assert [(one.code, one.place.cell) for one in judged] == [("DL19", "G8"), ("DL19", "K9")]


# -- rules -------------------------------------------------------------------------------


def test_a_dialogue_is_announced_minuted_and_its_answers_add_up() -> None:
    found = check(
        DIALOGUES,
        """
        | code   | day        | topic             | noticed_on | minutes    | opinions_raised | answered_there | answered_later | explanation | expect              |
        | DTH-01 | 27/05/2022 | UBND với Nhân dân | 20/05/2022 | 02/BB-UBND | 3               | 3              | 0              |             | ~DC30               |
        | DTH-02 | 27/05/2022 | UBND với Nhân dân | 21/05/2022 | 02/BB-UBND | 3               | 3              | 0              |             | DC30@noticed_on     |
        | DTH-03 | 27/05/2022 | Phong cách        | 26/05/2022 | 02/BB-UBND | 3               | 3              | 0              |             | ~DC30               |
        | DTH-04 | 27/05/2022 | UBND với Nhân dân | 28/05/2022 | 02/BB-UBND | 3               | 3              | 0              |             | ~DC30               |
        | DTH-05 | 27/05/2022 | Phong cách        |            | 02/BB-UBND | 3               | 3              | 0              |             | DT42@noticed_on     |
        | DTH-06 | 27/05/2022 | Phong cách        | 20/05/2022 |            | 3               | 3              | 0              | Đang ký     | DT19@minutes        |
        | DTH-07 | 14/11/2022 | Phong cách        | 10/11/2022 |            | 3               | 3              | 0              |             | ~DT19               |
        | DTH-08 | 18/11/2022 | Phong cách        |            |            | 3               | 3              | 0              |             | ~DT19 ~DT42         |
        | DTH-09 | 27/05/22   | Phong cách        |            |            | 3               | 3              | 0              |             | ~DT19 ~DT42         |
        | DTH-10 | 27/05/2022 | Phong cách        | 20/05/22   | 2          | 3               | 3              | 0              |             | ~DT19 ~DT42         |
        | DTH-11 | 27/05/2022 | Phong cách        | 20/05/2022 | 02/BB-UBND | 3               | 3              | 1              |             | DT45@answered_later |
        | DTH-12 | 27/05/2022 | Phong cách        | 20/05/2022 | 02/BB-UBND | 3               | 4              | 1              |             | ~DT45               |
        | DTH-13 | 27/05/2022 | Phong cách        | 20/05/2022 | 02/BB-UBND | 3               |                | 4              |             | ~DT45               |
        """,  # noqa: E501
    )

    # The law of 2015 was not verified; the minutes were explained.
    assert {one.code for one in found if one.severity is Severity.NOTE} == {"DC30", "DT19"}


def test_the_result_is_published_in_ten_days_from_june_2025_on() -> None:
    check(
        DIALOGUES,
        """
        | code   | day        | topic             | noticed_on | minutes    | published_on | expect            |
        | DTH-01 | 05/07/2023 | UBND với Nhân dân | 28/06/2023 | 02/BB-UBND |              | ~DC31             |
        | DTH-02 | 05/07/2023 | UBND với Nhân dân | 29/06/2023 | 02/BB-UBND |              | DC30@noticed_on   |
        | DTH-03 | 10/07/2026 | UBND với Nhân dân | 03/07/2026 | 02/BB-UBND | 20/07/2026   | ~DC31             |
        | DTH-04 | 10/07/2026 | UBND với Nhân dân | 03/07/2026 | 02/BB-UBND | 21/07/2026   | DC31@published_on |
        | DTH-05 | 10/07/2026 | UBND với Nhân dân | 04/07/2026 | 02/BB-UBND |              | DC30@noticed_on DC31@published_on |
        | DTH-06 | 10/07/2026 | Phong cách        | 03/07/2026 | 02/BB-UBND |              | ~DC31             |
        | DTH-07 | 24/07/2026 | UBND với Nhân dân | 03/07/2026 | 02/BB-UBND |              | ~DC31             |
        """,  # noqa: E501
        as_of="31/07/2026",
        plan=replace(minh_son(), year=2026),
    )


LATER = """
    | dialogue | way             | answered_on | answer     |
    | DTH-01   | Trả lời sau     | 10/06/2022  | 37/UBND-ĐC |
    | DTH-01   | Trả lời sau     | 10/06/2022  |            |
    | DTH-01   | Trả lời sau     |             |            |
    | DTH-01   | Trả lời tại chỗ |             |            |
    | DTH-02   | Trả lời sau     | 10/06/22    |            |
    | DTH-03   | sau này         | 10/06/2022  |            |
"""


def test_opinions_left_for_later_stand_in_their_own_register() -> None:
    check(
        DIALOGUES,
        """
        | code   | opinions_raised | answered_there | answered_later | expect               |
        | dth-01 | 14              | 11             | 1              | ~DT43 ~DT44          |
        | DTH-01 | 14              | 11             | 2              | ~DT44                |
        | DTH-01 | 14              | 11             | 3              | DT44@answered_later  |
        | DTH-01 | 14              | 11             | 0              | DT44@answered_later  |
        | DTH-01 | 14              | 10             | 0              | DT43@opinions_raised |
        | DTH-01 | 14              | 12             | 2              | DT43@opinions_raised |
        | DTH-01 | 14              | 11             |                | ~DT44                |
        | DTH-01 | 14              | 15             | 0              | ~DT43                |
        | DTH-02 | 14              | 12             | 1              | ~DT43                |
        | DTH-03 | 14              | 12             | 1              | ~DT43                |
        | DTH-04 | 14              | 14             | 0              | ~DT43                |
        | DTH-05 | 14              | 13             | 0              | DT43@opinions_raised |
        | DTH-06 | 14              | nhiều          | 0              | ~DT43                |
        """,
        others={OPINIONS: LATER},
    )


def test_a_dialogue_of_the_committee_and_the_people_is_owed_once_the_year_is_over() -> None:
    one = "| code | day | topic | noticed_on | minutes | expect |\n| DTH-01 | {} | {} | 12/05/2022 | 02/BB-UBND | |"
    style, people = one.format("24/06/2022", "Phong cách"), one.format("24/06/2022", "UBND với Nhân dân")

    (found,) = check(DIALOGUES, style, as_of="31/12/2022", heading=("DC09@day",))
    assert found.severity is Severity.NOTE  # the law of 2015 was not verified
    check(DIALOGUES, style, as_of="30/12/2022")  # ~DC09
    check(DIALOGUES, people, as_of="31/12/2022")
    check(DIALOGUES, one.format("24/06/2022", "GP"), as_of="31/12/2022")
    check(DIALOGUES, one.format("24/6/22", "Phong cách"), as_of="31/12/2022")


def test_from_2023_the_law_on_democracy_asks_for_the_dialogue() -> None:
    one = "| code | day | topic | noticed_on | minutes | expect |\n| DTH-01 | {} | {} | 12/05/2022 | 02/BB-UBND | |"
    for year in (2023, 2026):
        plan, as_of = replace(minh_son(), year=year), f"31/12/{year}"
        style = one.format(f"24/06/{year}", "Phong cách")
        (found,) = check(DIALOGUES, style, as_of=as_of, plan=plan, heading=("DC09@day",))
        assert (found.severity, found.values["source"]) == (Severity.WARNING, "Luật 10/2022/QH15, Điều 32 khoản 1")
