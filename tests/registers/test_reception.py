"""Sổ tiếp công dân: visits, people, crowds, and what was written down of each."""

from __future__ import annotations

from danvan_xlsx.registers.reception import RECEPTION
from danvan_xlsx.words.text import MASK
from tests.registers.rows import faults, figures, rows, total

TABLE = """
| day        | session      | receiver  | person       | people | content | field   | matter     | times     | outcome                      | petition | answered_on |
| 06/01/2022 | Định kỳ      | Chủ tịch  | Công dân 01  | 1      | Đất     | đất đai | KNPA       | Lần đầu   | Giải thích, hướng dẫn tại chỗ|          |             |
| 13/01/2022 | Thường xuyên | Công chức |              | 8      |         | đất đai | Khiếu nại  | Nhiều lần | Tiếp nhận để giải quyết      | D-01     | 20/01/2022  |
| 20/01/2022 | Đột xuất     | Ủy quyền  | Công dân 03  | 5      |         | khác    | Khác       | Lần đầu   | Chuyển cơ quan khác          |          |             |
| 21/01/2022 | Thường xuyên | Công chức | Công dân 04  | 4      | Đường   | khác    | Khác       | Nhiều lần | Từ chối tiếp                 |          |             |
"""  # noqa: E501 - a register is wide


def numbers(measure: str) -> list[int]:
    return [one.row.number for one in figures(measure, rows(RECEPTION, TABLE))]


def test_visits_and_people_are_counted() -> None:
    assert total("visits", rows(RECEPTION, TABLE)) == 4
    assert total("people_received", rows(RECEPTION, TABLE)) == 18


def test_a_visit_is_complete_with_person_and_matter_or_with_the_code_of_its_petition() -> None:
    assert numbers("visits_complete") == [7, 8, 10]


def test_a_reply_is_owed_where_nothing_was_settled_on_the_spot() -> None:
    assert numbers("visits_awaiting_reply") == [8, 9]
    assert numbers("visits_replied") == [8]


def test_five_people_are_a_crowd_and_four_are_not() -> None:
    assert numbers("crowds_received") == [8, 9]
    assert numbers("crowds_returning") == [8]


def test_a_name_stays_in_its_cell() -> None:
    first = rows(RECEPTION, TABLE)[0]

    assert f"{first['person']}{first['content']}" == MASK + MASK


def test_every_visit_needs_its_day_people_field_and_outcome() -> None:
    found = faults(
        RECEPTION,
        """
        | day        | session | receiver | people   | field | matter | times   | outcome | petition |
        |            | Định kỳ | Chủ tịch |          |       | Khác   | Lần đầu |         |          |
        | 06/01/2022 | Sáng    | Chủ tịch | 12 người | khác  | Khác   | Lần đầu | từ chối | D-01     |
        """,
    )

    assert found == [
        ("DL01", "B7"),
        ("DL01", "F7"),
        ("DL01", "I7"),
        ("DL01", "L7"),
        ("DL09", "C8"),
        ("DL03", "F8"),
    ]
