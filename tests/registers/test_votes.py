"""Votes, opinions and conferences of the villages, and contributions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from danvan_xlsx.check.columns import judge_columns
from danvan_xlsx.plan.plan import Village
from danvan_xlsx.registers.votes import CONTRIBUTIONS, VOTES
from danvan_xlsx.words.layout import Sheet
from danvan_xlsx.words.rules import Register
from tests.registers.declared import MINH_SON, example_faults
from tests.registers.rows import faults, figures, rows, total

MEETINGS = """
    | code  | village    | day        | kind            | matter   | content | form     | households | attending | in_favour | against | result          |
    | DB-01 | Minh Bình  | 18/05/2022 | Biểu quyết      | Đóng góp | Đường   | Giơ tay  | 214        | 176       | 162       | 14      | Thông qua       |
    | DB-02 | Minh Khai  | 20/05/2022 | Biểu quyết      | Quỹ thôn | Quỹ     | Giơ tay  | 167        | 132       | 77        | 55      | Thông qua       |
    | DB-03 | Minh Cường | 21/05/2022 | Biểu quyết      | Hương ước| Quy ước | Bỏ phiếu | 176        | 150       | 88        | 62      | Thông qua       |
    | DB-04 | Minh Phú   | 22/05/2022 | Biểu quyết      | Đóng góp | Kênh    | Giơ tay  | 143        | 120       | 60        | 60      | Không thông qua |
    | DB-05 | Minh Bình  | 10/11/2022 | Hội nghị thôn   |          | Năm     |          | 214        | 150       |           |         |                 |
    | DB-06 | Minh Bình  | 12/11/2022 | Hội nghị năm    |          | Năm     |          | 214        | 160       |           |         |                 |
    | DB-07 | Minh Phú   | 12/11/2022 | Hội nghị thôn   |          | Năm     |          | 143        | 100       |           |         |                 |
    | DB-08 | Minh Khai  | 12/11/2022 | Tham gia ý kiến |          | Dự thảo |          | 167        | 90        |           |         |                 |
"""  # noqa: E501


@pytest.mark.parametrize("sheet", [VOTES, CONTRIBUTIONS], ids=lambda sheet: sheet.code)
def test_the_examples_are_what_the_sheet_takes(sheet: Sheet) -> None:
    assert example_faults(sheet) == []


def test_only_votes_are_votes_and_only_passed_ones_passed() -> None:
    found = rows(VOTES, MEETINGS)

    assert [figure.row["code"] for figure in figures("votes_held", found)] == ["DB-01", "DB-02", "DB-03", "DB-04"]
    assert [figure.row["code"] for figure in figures("votes_passed", found)] == ["DB-01", "DB-02", "DB-03"]


def test_a_majority_is_taken_of_all_households_and_half_is_not_enough() -> None:
    """77 of 132 present are 58 %, of 167 households 46 %; 88 of 176 are just half."""
    found = rows(VOTES, MEETINGS)

    counted = figures("votes_passed_by_more_than_half", found)
    assert [(figure.row["code"], figure.column) for figure in counted] == [("DB-01", "in_favour")]


def test_a_village_that_met_twice_is_one_of_all_villages_of_the_plan() -> None:
    villages = {code: Village(code, code, 0, 0, 0, 0) for code in ("T01", "T02", "T03")}
    found = rows(VOTES, MEETINGS)

    assert sorted(figure.row["code"] for figure in figures("villages_with_conference", found)) == ["DB-05", "DB-07"]
    assert total("villages_to_confer", found, plan=replace(MINH_SON, villages=villages)) == 3
    assert total("villages_to_confer", [], plan=replace(MINH_SON, villages=villages)) == 0


def test_more_households_voting_than_there_are_is_told_at_its_cell() -> None:
    table = """
        | code  | village    | day        | kind       | matter   | content | form    | households | attending | in_favour | against | result    |
        | DB-01 | Minh Quang | 18/05/2022 | Biểu quyết | Đóng góp | Đường   | Giơ tay | 228        | 230       | 200       | 231     | Thông qua |
    """  # noqa: E501
    register = Register(VOTES, tuple(rows(VOTES, table)))

    judged = judge_columns({"votes": register}, MINH_SON, date(2022, 11, 14))
    assert [(one.code, one.place.cell) for one in judged] == [("DL19", "J7"), ("DL19", "L7")]


def test_a_vote_asks_for_its_matter_form_counts_and_result_and_a_conference_does_not() -> None:
    table = """
        | code  | village   | day        | kind          | content | households | attending |
        | DB-01 | Minh Bình | 18/05/2022 | Biểu quyết    | Đường   | 214        | 176       |
        | DB-02 | Minh Bình | 10/11/2022 | Hội nghị thôn | Năm     | 214        | 150       |
    """
    assert sorted(faults(VOTES, table)) == [("DL28", f"{letter}7") for letter in "FHKLM"]
