"""Surveys of satisfaction: rounds, valid papers, and the satisfied among them."""

from __future__ import annotations

from datetime import date

from danvan_xlsx.check.columns import judge_columns
from danvan_xlsx.registers.surveys import SURVEYS
from danvan_xlsx.words.rules import Register
from tests.registers.declared import MINH_SON, example_faults
from tests.registers.rows import figures, rows, total

ROUNDS = """
    | round  | day        | service    | issued | returned | valid | very_satisfied | satisfied | neutral | dissatisfied | very_dissatisfied |
    | Quý I  | 25/03/2022 | Chứng thực | 70     | 69       | 68    | 40             | 22        | 5       | 1            | 0                 |
    | Quý I  | 25/03/2022 | Xác nhận   | 50     | 49       | 48    | 30             | 14        | 4       | 0            | 0                 |
    | Quý II | 24/06/2022 | Chứng thực | 130    | 125      | 127   | 80             | 36        | 9       | 0            | 0                 |
"""  # noqa: E501


def test_the_examples_are_what_the_sheet_takes() -> None:
    assert example_faults(SURVEYS) == []


def test_services_of_one_round_are_one_round() -> None:
    held = figures("surveys_held", rows(SURVEYS, ROUNDS))

    assert sorted((figure.row.number, figure.column, figure.amount) for figure in held) == [
        (7, "round", 1),
        (9, "round", 1),
    ]


def test_the_satisfied_are_the_two_best_answers() -> None:
    found = rows(SURVEYS, ROUNDS)[:2]

    assert total("survey_valid", found) == 68 + 48
    assert total("survey_satisfied", found) == 40 + 22 + 30 + 14


def test_more_valid_papers_than_returned_are_told_at_their_cell() -> None:
    register = Register(SURVEYS, tuple(rows(SURVEYS, ROUNDS)))

    judged = judge_columns({"surveys": register}, MINH_SON, date(2022, 11, 14))
    assert [(one.code, one.place.cell) for one in judged] == [("DL19", "G9")]
