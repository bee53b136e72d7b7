"""Sổ tiếp công dân: visits, people, crowds, and what was written down of each."""

from __future__ import annotations

from danvan_xlsx.registers.petitions import PETITIONS
from danvan_xlsx.registers.reception import RECEPTION
from danvan_xlsx.registers.schedule import SCHEDULE
from danvan_xlsx.words.text import MASK
from tests.registers.judged import check
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


# -- rules -------------------------------------------------------------------------------


def test_a_visit_says_who_came_about_what_and_on_a_day_of_work() -> None:
    check(
        RECEPTION,
        """
        | day        | session      | receiver  | person      | people | representatives | content | matter              | outcome                       | petition | explanation | expect                   |
        | 05/01/2022 | Thường xuyên | Công chức | Công dân 51 | 1      |                 | Đất     | Khác                | Giải thích, hướng dẫn tại chỗ |          |             | ~TCD03 ~TCD20            |
        | 06/01/2022 | Thường xuyên | Công chức |             | 1      |                 | Đất     | Khác                | Giải thích, hướng dẫn tại chỗ |          |             | TCD03@person             |
        | 07/01/2022 | Thường xuyên | Công chức | Công dân 52 | 1      |                 |         | Kiến nghị, phản ánh | Giải thích, hướng dẫn tại chỗ |          |             | TCD20@content            |
        | 10/01/2022 | Thường xuyên | Công chức |             | 1      |                 |         | Tố cáo              | Giải thích, hướng dẫn tại chỗ |          |             | ~TCD03 ~TCD20            |
        | 11/01/2022 | Thường xuyên | Công chức |             | 1      |                 | Say     | Khác                | Từ chối tiếp                  |          |             | ~TCD03                   |
        | 12/01/2022 | Thường xuyên | Công chức |             | 1      |                 |         | Khác                | Giải thích, hướng dẫn tại chỗ | D-09     |             | ~TCD03 ~TCD20            |
        | 13/01/2022 | Thường xuyên | Công chức | Công dân 53 | 4      |                 | Đất     | Khác                | Giải thích, hướng dẫn tại chỗ |          |             | ~TCD05                   |
        | 14/01/2022 | Thường xuyên | Công chức | Công dân 53 | 5      |                 | Đất     | Khác                | Giải thích, hướng dẫn tại chỗ |          |             | TCD05@representatives    |
        | 17/01/2022 | Thường xuyên | Công chức | Công dân 53 | 5      | 0               | Đất     | Khác                | Giải thích, hướng dẫn tại chỗ |          | Không cử    | ~TCD05                   |
        | 18/01/2022 | Thường xuyên | Công chức | Công dân 53 | 4      | 3               | Đất     | Khác                | Giải thích, hướng dẫn tại chỗ |          |             | ~TCD21                   |
        | 19/01/2022 | Thường xuyên | Công chức | Công dân 53 | 10     | 2               | Đất     | Khác                | Giải thích, hướng dẫn tại chỗ |          |             | ~TCD21                   |
        | 20/01/2022 | Thường xuyên | Công chức | Công dân 53 | 10     | 3               | Đất     | Khác                | Giải thích, hướng dẫn tại chỗ |          |             | TCD21@representatives    |
        | 21/01/2022 | Thường xuyên | Công chức | Công dân 53 | 11     | 5               | Đất     | Khác                | Giải thích, hướng dẫn tại chỗ |          |             | ~TCD21                   |
        | 24/01/2022 | Thường xuyên | Công chức | Công dân 53 | 11     | 6               | Đất     | Khác                | Giải thích, hướng dẫn tại chỗ |          |             | TCD21@representatives    |
        | 25/01/2022 | Thường xuyên | Công chức | Công dân 53 | 8      | 9               | Đất     | Khác                | Giải thích, hướng dẫn tại chỗ |          |             | ~TCD21                   |
        | 26/01/2022 | Thường xuyên | Chủ tịch  | Công dân 54 | 1      |                 | Đất     | Khác                | Giải thích, hướng dẫn tại chỗ |          |             | TCD23@receiver           |
        | 27/01/2022 | Đột xuất     | Công chức | Công dân 54 | 1      |                 | Đất     | Khác                | Giải thích, hướng dẫn tại chỗ |          |             | TCD23@receiver           |
        | 28/01/2022 | Thường xuyên | Ủy quyền  | Công dân 54 | 1      |                 | Đất     | Khác                | Giải thích, hướng dẫn tại chỗ |          |             | ~TCD23                   |
        | 03/02/2022 | Thường xuyên | Công chức | Công dân 55 | 1      |                 | Đất     | Khác                | Giải thích, hướng dẫn tại chỗ |          |             | TCD24@day                |
        | 12/02/2022 | Thường xuyên | Công chức | Công dân 55 | 1      |                 | Đất     | Khác                | Giải thích, hướng dẫn tại chỗ |          | Có tiếp     | ~TCD24                   |
        | 13/02/2022 | Đột xuất     | Chủ tịch  | Công dân 55 | 1      |                 | Đất     | Khác                | Giải thích, hướng dẫn tại chỗ |          |             | ~TCD24                   |
        | 13/02/2021 | Thường xuyên | Công chức | Công dân 55 | 1      |                 | Đất     | Khác                | Giải thích, hướng dẫn tại chỗ |          |             | ~TCD24                   |
        """,  # noqa: E501
    )


def test_an_answer_is_owed_in_ten_working_days_where_nothing_was_settled_on_the_spot() -> None:
    check(
        RECEPTION,
        """
        | day        | person | content | matter | outcome                       | answered_on | explanation | expect            |
        | 10/02/2022 | A      | Đất     | Khác   | Tiếp nhận để giải quyết       | 24/02/2022  |             | ~TCD04            |
        | 10/02/2022 | A      | Đất     | Khác   | Chuyển cơ quan khác           | 25/02/2022  |             | TCD04@answered_on |
        | 10/02/2022 | A      | Đất     | Khác   | Giải thích, hướng dẫn tại chỗ |             |             | ~TCD04            |
        | 10/02/2022 | A      | Đất     | Khác   | Từ chối tiếp                  | 25/03/2022  |             | ~TCD04            |
        | 10/02/2022 | A      | Đất     | Khác   | Tiếp nhận để giải quyết       |             | Chờ huyện   | TCD04@answered_on |
        | 10/02/2022 | A      | Đất     | Khác   | Tiếp nhận để giải quyết       | 25/02/22    |             | ~TCD04            |
        |            | A      | Đất     | Khác   | Tiếp nhận để giải quyết       |             |             | ~TCD04            |
        | 10/02/2022 | A      | Đất     | Khác   |                               |             |             | ~TCD04            |
        | 31/10/2022 | A      | Đất     | Khác   | Tiếp nhận để giải quyết       |             |             | ~TCD04            |
        | 28/10/2022 | A      | Đất     | Khác   | Tiếp nhận để giải quyết       |             |             | TCD04@answered_on |
        | 10/02/2012 | A      | Đất     | Khác   | Tiếp nhận để giải quyết       |             |             | ~TCD04            |
        """,  # noqa: E501
    )


def test_the_days_of_an_answer_are_the_same_in_july_2023_and_2026() -> None:
    check(
        RECEPTION,
        """
        | day        | person | content | matter | outcome                 | answered_on | expect            |
        | 03/07/2023 | A      | Đất     | Khác   | Tiếp nhận để giải quyết | 17/07/2023  | ~TCD04            |
        | 03/07/2023 | A      | Đất     | Khác   | Tiếp nhận để giải quyết | 18/07/2023  | TCD04@answered_on |
        | 06/07/2026 | A      | Đất     | Khác   | Tiếp nhận để giải quyết | 20/07/2026  | ~TCD04            |
        | 06/07/2026 | A      | Đất     | Khác   | Tiếp nhận để giải quyết | 21/07/2026  | TCD04@answered_on |
        """,
        as_of="31/07/2026",
    )


CALENDAR = """
    | week | day        | receiver     | held_on    |
    | 1    | 06/01/2022 | Chủ tịch     |            |
    | 2    | 13/01/2022 | Ủy quyền     |            |
    | 3    | 20/01/2022 | Hoãn         |            |
    | 4    | 27/01/2022 | Chủ tịch     | 28/01/2022 |
    | 5    | 03/02/2022 | Nghỉ lễ, Tết |            |
    | 6    | 10/02/2022 |              |            |
    | 7    | 17/02/2022 | Bí thư       |            |
    | 8    | 24/02/2022 | Chủ tịch     |            |
"""


def test_a_scheduled_visit_belongs_to_a_session_of_the_schedule() -> None:
    check(
        RECEPTION,
        """
        | day        | session      | receiver  | person | content | matter | expect         |
        | 06/01/2022 | Định kỳ      | Chủ tịch  | A      | Đất     | Khác   | ~TCD09 ~TCD22  |
        | 06/01/2022 | Định kỳ      | Ủy quyền  | A      | Đất     | Khác   | TCD22@receiver |
        | 13/01/2022 | Định kỳ      | Chủ tịch  | A      | Đất     | Khác   | TCD22@receiver |
        | 13/01/2022 | Định kỳ      | Công chức | A      | Đất     | Khác   | TCD23@receiver |
        | 20/01/2022 | Định kỳ      | Chủ tịch  | A      | Đất     | Khác   | TCD09@day      |
        | 27/01/2022 | Định kỳ      | Chủ tịch  | A      | Đất     | Khác   | TCD09@day      |
        | 28/01/2022 | Định kỳ      | Chủ tịch  | A      | Đất     | Khác   | ~TCD09         |
        | 03/02/2022 | Định kỳ      | Chủ tịch  | A      | Đất     | Khác   | TCD24@day      |
        | 10/02/2022 | Định kỳ      | Chủ tịch  | A      | Đất     | Khác   | ~TCD09         |
        | 17/02/2022 | Định kỳ      | Chủ tịch  | A      | Đất     | Khác   | ~TCD09         |
        | 23/02/2022 | Định kỳ      | Chủ tịch  | A      | Đất     | Khác   | TCD09@day      |
        | 23/02/2022 | Đột xuất     | Chủ tịch  | A      | Đất     | Khác   | ~TCD09         |
        | 23/02/2021 | Định kỳ      | Chủ tịch  | A      | Đất     | Khác   | ~TCD09         |
        | 24/02/2022 | Định kỳ      |           | A      | Đất     | Khác   | ~TCD22         |
        """,
        others={SCHEDULE: CALENDAR},
    )


BOOK = """
    | code      | received_on | source            | kind                | signers | person                       |
    | D-01      | 06/01/2022  | Qua tiếp công dân | Kiến nghị, phản ánh | 8       | Công dân 01 – thôn Minh Khai |
    | D-02      | 10/01/2022  | Qua tiếp công dân | Kiến nghị, phản ánh | 1       | Công dân 02 – thôn Minh Khai |
    | D-03      | 11/01/2022  | Qua tiếp công dân | Khiếu nại           | 1       | Công dân 03, thôn Minh Khai  |
    | D-04      | 12/01/2022  | Nộp trực tiếp     | Kiến nghị, phản ánh | 1       | Công dân 04                  |
    | D-05      | 13/01/2022  | Qua tiếp công dân | Kiến nghị, phản ánh | 1       | Công dân 05                  |
    | D-06      | 14/01/2022  | Qua tiếp công dân | Tố cáo              | 1       | theo hồ sơ riêng             |
    | D-07      | 31/02/2022  | Qua tiếp công dân | Kiến nghị, phản ánh | 1       | Công dân 07                  |
    | D-08/2021 | 30/12/2021  | Qua tiếp công dân | Kiến nghị, phản ánh | 1       | Công dân 08                  |
"""


def test_visits_and_petitions_name_each_other_and_agree() -> None:
    check(
        RECEPTION,
        """
        | day        | person      | people | representatives | content | matter              | outcome                       | petition | answered_on | expect         |
        | 06/01/2022 |             | 8      | 2               |         | Kiến nghị, phản ánh | Giải thích, hướng dẫn tại chỗ | D-01     |             | ~TCD27         |
        | 07/01/2022 |             | 8      | 2               |         | Kiến nghị, phản ánh | Giải thích, hướng dẫn tại chỗ | D-04     |             | TCD27@people   |
        | 07/01/2022 |             | 2      |                 |         | Kiến nghị, phản ánh | Giải thích, hướng dẫn tại chỗ | D-04     |             | ~TCD27         |
        | 10/01/2022 | Công dân 02 | 1      |                 | Đất     | Kiến nghị, phản ánh | Tiếp nhận để giải quyết       |          | 12/01/2022  | TCD11@petition |
        | 11/01/2022 | Công dân 03 | 1      |                 |         | Kiến nghị, phản ánh | Tiếp nhận để giải quyết       | d-03     | 12/01/2022  | TCD26@matter   |
        | 11/01/2022 | công dân 30 | 1      |                 |         | Khiếu nại           | Tiếp nhận để giải quyết       | D-03     | 12/01/2022  | TCD28@petition |
        | 11/01/2022 | công dân 30 | 2      |                 |         | Khác                | Tiếp nhận để giải quyết       | D-03     | 12/01/2022  | ~TCD26 ~TCD28  |
        | 12/01/2022 | Công dân 9  | 1      |                 | Đất     | Khác                | Tiếp nhận để giải quyết       |          | 12/01/2022  | ~TCD11         |
        | 13/01/2022 | Công dân 9  | 1      |                 | Đất     | Kiến nghị, phản ánh | Tiếp nhận để giải quyết       | D-50     | 13/01/2022  | ~TCD11 ~TCD25  |
        | 14/01/2022 |             | 1      |                 |         | Tố cáo              | Tiếp nhận để giải quyết       | D-06     | 17/01/2022  | ~TCD28         |
        """,  # noqa: E501
        others={PETITIONS: BOOK},
    )


def test_a_petition_of_a_reception_without_its_visit_is_told_once_where_it_is_missing() -> None:
    visit = "| day | person | people | content | matter | outcome | petition | expect |\n"
    first = visit + "| 06/01/2022 | | 1 | | Khác | Giải thích, hướng dẫn tại chỗ | {} | |"

    found = check(RECEPTION, first.format("D-01"), others={PETITIONS: BOOK}, heading=("TCD25@petition",))
    assert [one.values["codes"] for one in found] == [("D-02", "D-03", "D-05", "D-06")]
    # A visit whose code cannot be followed may be the one that seems to lack.
    found = check(RECEPTION, first.format("D-10"), others={PETITIONS: BOOK}, heading=("TCD25@petition",))
    assert [one.values["codes"] for one in found] == [("D-02", "D-03", "D-05", "D-06")]
    check(RECEPTION, first.format("D-10").replace("06/01/2022", "06/1/22"), others={PETITIONS: BOOK})


def test_a_person_who_does_not_agree_is_never_quoted() -> None:
    found = check(
        RECEPTION,
        """
        | day        | person      | people | matter    | petition | expect         |
        | 11/01/2022 | Công dân 30 | 1      | Khiếu nại | D-03     | TCD28@petition |
        """,
        others={PETITIONS: BOOK},
        heading=("TCD25@petition",),
    )

    assert not [one for one in found if "Công dân" in str(one.values)]
