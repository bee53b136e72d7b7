"""One register whose petitions straddle a change of the law: each is judged by the law of the day its step began."""

from __future__ import annotations

import pytest

from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.registers.petitions import PETITIONS
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.rules import say
from tests.registers.judged import check

#: 01/7/2026: a complaint is accepted in 7 working days, no longer in 10 days, and a suspension sent in 3 working days.
#: The days accepted are those on which the other regime would say otherwise.
JULY_2026 = """
    | code | received_on | kind      | competence         | handling  | handled_on | accepted_on | complexity   | settled_on | result  | sent_on    | expect           |
    | D-01 | 29/06/2026  | Khiếu nại | có                 |           |            | 09/07/2026  | Thông thường | 10/08/2026 |         |            | ~DT02 ~DT03      |
    | D-02 | 30/06/2026  | Khiếu nại | có                 |           |            | 10/07/2026  | Thông thường | 10/08/2026 |         |            | ~DT02 ~DT03      |
    | D-03 | 30/06/2026  | Khiếu nại | có                 |           |            | 13/07/2026  | Thông thường | 13/08/2026 |         |            | DT02@accepted_on DT03@settled_on |
    | D-04 | 01/07/2026  | Khiếu nại | có                 |           |            | 10/07/2026  | Thông thường | 10/08/2026 |         |            | ~DT02            |
    | D-05 | 01/07/2026  | Khiếu nại | có                 |           |            | 13/07/2026  | Thông thường | 12/08/2026 |         |            | DT02@accepted_on ~DT03 |
    | D-06 | 30/06/2026  | Khiếu nại | không đủ điều kiện | Hướng dẫn | 10/07/2026 |             |              |            |         |            | ~DT30            |
    | D-07 | 01/07/2026  | Khiếu nại | không đủ điều kiện | Hướng dẫn | 13/07/2026 |             |              |            |         |            | DT30@handled_on  |
    | D-08 | 30/06/2026  | Tố cáo    | có                 |           |            | 09/07/2026  | Thông thường | 10/08/2026 |         |            | ~DT06 ~DT07      |
    | D-09 | 01/07/2026  | Tố cáo    | có                 |           |            | 13/07/2026  | Thông thường | 12/08/2026 |         |            | DT06@accepted_on |
    | D-10 | 01/06/2026  | Khiếu nại | có                 |           |            | 09/06/2026  | Thông thường | 30/06/2026 | Rút đơn |            | ~DT24            |
    | D-11 | 01/06/2026  | Khiếu nại | có                 |           |            | 09/06/2026  | Thông thường | 01/07/2026 | Rút đơn | 06/07/2026 | ~DT24            |
    | D-12 | 01/06/2026  | Khiếu nại | có                 |           |            | 09/06/2026  | Thông thường | 01/07/2026 | Rút đơn | 07/07/2026 | DT24@sent_on     |
    | D-13 | 01/06/2026  | Khiếu nại | có                 |           |            | 09/06/2026  | Thông thường | 01/07/2026 | Rút đơn |            | DT24@sent_on     |
    | D-14 | 26/06/2026  | KNPA      | có                 |           |            |             |              | 10/07/2026 |         |            | ~DT10            |
    | D-15 | 30/06/2026  | KNPA      | có                 |           |            |             |              | 15/07/2026 |         |            | DT10@settled_on  |
"""  # noqa: E501


def straddling(table: str, year: int) -> list[Finding]:
    return check(PETITIONS, table, plan=Plan("minh-son", "Minh Sơn", year), as_of=f"31/12/{year}")


def test_petitions_of_june_and_july_2026_are_judged_in_one_run_by_two_regimes() -> None:
    found = straddling(JULY_2026, 2026)

    accepted = {str(one.values["code"]): one for one in found if one.code == "DT02"}
    assert {code: one.values["limit"].label.vi for code, one in accepted.items()} == {
        "D-03": "10 ngày",
        "D-05": "7 ngày làm việc",
    }
    assert say(accepted["D-03"]).message == (
        "Khiếu nại D-03 nhận 30/06/2026, ngày thụ lý 13/07/2026: 13 ngày, thời hạn 10 ngày (Luật Khiếu nại "
        "02/2011/QH13, Điều 27)."
    )
    assert say(accepted["D-05"]).message == (
        "Khiếu nại D-05 nhận 01/07/2026, ngày thụ lý 13/07/2026: 8 ngày làm việc, thời hạn 7 ngày làm việc (NĐ "
        "155/2026/NĐ-CP, Điều 10 (sửa Điều 16 khoản 1 NĐ 124/2020))."
    )


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_the_lines_does_not_matter(order: int) -> None:
    head, *body = JULY_2026.strip().splitlines()

    assert len(straddling("\n".join((head, *body[::order])), 2026)) == 8


def test_nothing_changed_for_petitions_in_july_2023() -> None:
    straddling(
        """
        | code | received_on | kind      | competence | accepted_on | complexity   | settled_on | result | sent_on    | published_on | expect                         |
        | D-01 | 29/06/2023  | Khiếu nại | có         | 10/07/2023  | Thông thường | 09/08/2023 | Đúng   | 14/08/2023 | 24/08/2023   | ~DT02 ~DT03 ~DT04 ~DT05        |
        | D-02 | 30/06/2023  | Khiếu nại | có         | 11/07/2023  | Thông thường | 10/08/2023 | Đúng   | 15/08/2023 | 25/08/2023   | DT02@accepted_on ~DT03         |
        | D-03 | 03/07/2023  | Khiếu nại | có         | 13/07/2023  | Thông thường | 14/08/2023 | Đúng   | 18/08/2023 | 30/08/2023   | ~DT02 DT04@sent_on DT05@published_on |
        | D-04 | 03/07/2023  | Khiếu nại | có         | 14/07/2023  | Thông thường | 15/08/2023 | Đúng   | 18/08/2023 | 30/08/2023   | DT02@accepted_on DT03@settled_on |
        | D-05 | 30/06/2023  | Tố cáo    | có         | 11/07/2023  | Thông thường | 10/08/2023 |        |            |              | ~DT06 ~DT07                    |
        | D-06 | 03/07/2023  | Tố cáo    | có         | 13/07/2023  | Thông thường | 15/08/2023 |        |            |              | DT06@accepted_on DT07@settled_on |
        """,  # noqa: E501
        2023,
    )


def test_before_a_law_was_in_force_it_asks_nothing() -> None:
    straddling(
        """
        | code | received_on | kind      | competence | accepted_on | complexity   | settled_on | result | sent_on    | published_on | expect          |
        | D-01 | 02/11/2020  | Khiếu nại | có         | 10/11/2020  | Thông thường | 09/12/2020 | Đúng   | 10/12/2020 | 30/12/2020   | ~DT05           |
        | D-02 | 02/11/2020  | Khiếu nại | có         | 10/11/2020  | Thông thường | 10/12/2020 | Đúng   | 10/12/2020 | 30/12/2020   | DT05@published_on |
        """,  # noqa: E501
        2020,
    )
    straddling(
        """
        | code | received_on | kind   | competence | accepted_on | complexity   | settled_on | expect           |
        | D-01 | 31/12/2018  | Tố cáo | có         | 31/01/2019  | Thông thường | 02/03/2019 | ~DT06            |
        | D-02 | 02/01/2019  | Tố cáo | có         | 31/01/2019  | Thông thường | 02/03/2019 | DT06@accepted_on |
        """,
        2019,
    )
