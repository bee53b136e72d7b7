"""Sổ đơn thư: what is received, whose it is, what was settled, and what a petition's kind asks for."""

from __future__ import annotations

from datetime import date
from typing import Any

from danvan_xlsx.registers.petitions import PETITIONS
from tests.registers.rows import faults, figures, rows, total

TABLE = """
| code | received_on | source         | kind      | person      | signers | content | field   | competence        | handling   | settled_on | result  | dialogue_owed | dialogue_on | bypassing |
| D-01 | 20/12/2021  | Nộp trực tiếp  | Khiếu nại | Công dân 01 | 1       | Đất     | đất đai | Thuộc thẩm quyền  |            | 20/01/2022 | Đúng    | Có            | 10/01/2022  |           |
| D-02 | 06/01/2022  | Qua bưu điện   | KNPA      | Công dân 02 | 3       | Đường   | khác    | có                |            |            |         |               |             | Có        |
| D-03 | 07/01/2022  | bưu điện       | Tố cáo    |             | 1       |         | khác    | không             | Chuyển đơn |            |         |               |             | Không     |
| D-04 | 08/01/2022  | Nộp trực tiếp  | Khiếu nại | Công dân 04 | 1       | Đất     | đất đai | Thuộc thẩm quyền  |            | 15/02/2022 | Sai     | Có            |             |           |
"""  # noqa: E501 - a register is wide


def numbers(measure: str, **context: Any) -> list[int]:
    return [one.row.number for one in figures(measure, rows(PETITIONS, TABLE), **context)]


def test_petitions_received_are_all_rows_and_competent_ones_are_the_communes_own() -> None:
    assert total("petitions_received", rows(PETITIONS, TABLE)) == 4
    assert numbers("petitions_competent", as_of=date(2022, 12, 31)) == [7, 8, 10]
    assert numbers("petitions_not_competent") == [9]
    assert numbers("petitions_settled", as_of=date(2022, 12, 31)) == numbers("petitions_settled_in_period") == [7, 10]


def test_what_stands_on_a_day_leaves_out_what_came_and_was_settled_later() -> None:
    assert numbers("petitions_competent", as_of=date(2022, 1, 6)) == [7, 8]
    assert numbers("petitions_settled", as_of=date(2022, 2, 14)) == [7]


def test_a_dialogue_is_asked_about_once_the_case_is_settled() -> None:
    assert numbers("petition_dialogues_owed") == [7, 10]
    assert numbers("petition_dialogues_held") == [7]


def test_petitions_sent_past_the_commune_are_told_by_yes() -> None:
    assert numbers("petitions_bypassing") == [8]


def test_a_denunciation_has_no_name_and_a_complaint_has_one() -> None:
    found = faults(
        PETITIONS,
        """
        | code | received_on | source        | kind      | person | signers | content | field | competence        | handling   | ineligible |
        | D-01 | 06/01/2022  | Nộp trực tiếp | Tố cáo    |        | 1       |         | khác  | Thuộc thẩm quyền  |            |            |
        | D-02 | 06/01/2022  | Nộp trực tiếp | Khiếu nại |        | 1       | Đất     | khác  | Thuộc thẩm quyền  |            |            |
        | D-03 | 06/01/2022  | Nộp trực tiếp | Tố cáo    |        | 1       |         | khác  | không             |            |            |
        | D-04 | 06/01/2022  | Nộp trực tiếp | Tố cáo    |        | 1       |         | khác  | không đủ điều kiện| Lưu đơn    |            |
        """,  # noqa: E501 - a register is wide
    )

    assert found == [("DL28", "F8"), ("DL28", "K9"), ("DL28", "Q10")]


def test_what_was_settled_says_how_and_by_which_document() -> None:
    found = faults(
        PETITIONS,
        """
        | code | received_on | source        | kind   | signers | field | competence | settled_on | result   | withdrawn_on | suspension | decision    |
        | D-01 | 06/01/2022  | Nộp trực tiếp | Tố cáo | 1       | khác  | có         | 20/02/2022 |          |              |            |             |
        | D-02 | 06/01/2022  | Nộp trực tiếp | Tố cáo | 1       | khác  | có         | 20/02/2022 | Sai      |              |            |             |
        | D-03 | 06/01/2022  | Nộp trực tiếp | Tố cáo | 1       | khác  | có         | 20/02/2022 | Rút đơn  |              |            |             |
        | D-04 | 06/01/2022  | Nộp trực tiếp | Tố cáo | 1       | khác  | có         | 20/02/2022 | Đúng     |              |            | 05/KL-UBND  |
        """,  # noqa: E501 - a register is wide
    )

    assert [(code, cell) for code, cell in found] == [
        ("DL28", "M7"),
        ("DL28", "Y8"),
        ("DL28", "AB9"),
        ("DL28", "AC9"),
    ]
