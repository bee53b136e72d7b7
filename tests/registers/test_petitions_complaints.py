"""Complaints the commune settles: accepted, decided, talked over, sent and published in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from danvan_xlsx.plan.plan import Setting
from danvan_xlsx.registers.petitions import PETITIONS
from danvan_xlsx.words.law import Law, Override
from danvan_xlsx.words.rules import NOTE, WARNING, say
from tests.registers.judged import check, judge, minh_son


def test_a_complaint_is_accepted_in_ten_days_or_told_even_while_it_stands_open() -> None:
    check(
        PETITIONS,
        """
        | code | received_on | kind      | competence | times     | handling  | handled_on | accepted_on | settled_on | withdrawn_on | result  | expect             |
        | D-01 | 02/03/2022  | Khiếu nại | có         |           |           |            | 14/03/2022  |            |              | Rút đơn | DT39@settled_on ~DT02 |
        | D-02 | 02/03/2022  | Khiếu nại | có         | Lần đầu   |           |            | 15/03/2022  |            |              | Rút đơn | DT39@settled_on DT02@accepted_on |
        | D-03 | 02/03/2022  | Khiếu nại | có         |           |           |            |             |            |              |         | DT02@accepted_on   |
        | D-04 | 31/10/2022  | Khiếu nại | có         |           |           |            |             |            |              |         | DT02@accepted_on   |
        | D-05 | 03/11/2022  | Khiếu nại | có         |           |           |            |             |            |              |         | ~DT02              |
        | D-06 | 02/03/2022  | Khiếu nại | có         | Nhiều lần |           |            |             |            |              |         | DT22@competence ~DT02 |
        | D-07 | 02/03/2022  | Khiếu nại | không      | Nhiều lần | Hướng dẫn | 04/03/2022 |             |            |              |         | ~DT02 ~DT22        |
        | D-08 | 02/03/2022  | Tố cáo    | có         |           |           |            | 11/03/2022  |            |              |         | ~DT02              |
        | D-09 | 02/03/2022  | Khiếu nại | có         |           |           |            | 15/3/22     |            |              |         | ~DT02              |
        | D-10 | 02/03/22    | Khiếu nại | có         |           |           |            | 15/03/2022  |            |              |         | ~DT02              |
        | D-11 | 02/03/2022  | Khiếu nại |            |           |           |            | 15/03/2022  |            |              |         | ~DT02              |
        | D-12 | 02/03/2022  | Khiếu nại | có         |           |           |            |             | 18/03/2022 | 14/03/2022   | Rút đơn | ~DT02 ~DT32        |
        | D-13 | 02/03/2022  | Khiếu nại | có         |           |           |            |             | 18/03/2022 | 15/03/2022   | Rút đơn | DT02@accepted_on   |
        | D-14 | 02/03/2022  | Khiếu nại | có         |           |           |            |             | 15/03/2022 |              | Đình chỉ | DT02@accepted_on  |
        | D-15 | 02/03/2012  | Khiếu nại | có         |           |           |            | 15/10/2012  |            |              |         | ~DT02              |
        """,  # noqa: E501
        heading=("DT31@code",),
    )


def test_a_complaint_settled_without_acceptance_is_told_that_and_not_that_it_is_late() -> None:
    check(
        PETITIONS,
        """
        | code | received_on | kind      | competence | times     | accepted_on | settled_on | result  | sent_on    | published_on | expect           |
        | D-01 | 02/03/2022  | Khiếu nại | có         |           |             | 08/04/2022 | Đúng    | 12/04/2022 | 12/04/2022   | DT32@accepted_on |
        | D-02 | 02/03/2022  | Khiếu nại | có         |           |             | 08/03/2022 | Đình chỉ |           |              | ~DT32            |
        | D-03 | 02/03/2022  | Khiếu nại | có         |           |             | 08/04/2022 |         |            |              | ~DT32            |
        | D-04 | 02/03/2022  | Khiếu nại | có         | Nhiều lần |             | 08/04/2022 | Đúng    |            |              | DT22@competence ~DT32 |
        | D-05 | 02/03/2022  | KNPA      | có         |           |             | 08/03/2022 | Đúng    |            |              | ~DT32            |
        | D-06 | 02/03/2022  | Tố cáo    | có         |           |             | 08/04/2022 | Đúng    | 12/04/2022 | 12/04/2022   | DT32@accepted_on |
        """,  # noqa: E501
    )


RESOLUTIONS = """
    | code | received_on | kind      | competence | times     | accepted_on | complexity         | settled_on | withdrawn_on | result  | expect          |
    | D-01 | 10/03/2022  | Khiếu nại | có         |           | 10/03/2022  | Thông thường       | 12/04/2022 |              |         | ~DT03           |
    | D-02 | 10/03/2022  | Khiếu nại | có         |           | 10/03/2022  | Thông thường       | 13/04/2022 |              |         | {plain}         |
    | D-03 | 10/03/2022  | Khiếu nại | có         |           | 10/03/2022  | Phức tạp           | 25/04/2022 |              |         | ~DT03           |
    | D-04 | 10/03/2022  | Khiếu nại | có         |           | 10/03/2022  | Phức tạp           | 26/04/2022 |              |         | {complex}       |
    | D-05 | 10/03/2022  | Khiếu nại | có         |           | 10/03/2022  | Đặc biệt phức tạp  | 26/04/2022 |              |         | DT36@complexity {complex} |
    | D-06 | 10/03/2022  | Khiếu nại | có         |           | 10/03/2022  | Phức tạp           | 10/05/2022 |              |         | {remote}        |
    | D-07 | 10/03/2022  | Khiếu nại | có         |           | 10/03/2022  |                    | 10/06/2022 |              |         | ~DT03           |
    | D-08 | 10/03/2022  | Khiếu nại | có         | lần 2     | 10/03/2022  | Thông thường       | 10/06/2022 |              |         | DT22@competence ~DT03 |
    | D-09 | 10/03/2022  | Khiếu nại | có         |           | 10/03/2022  | Thông thường       | 14/04/2022 | 08/04/2022   | Rút đơn | ~DT03           |
    | D-10 | 08/09/2022  | Khiếu nại | có         |           | 16/09/2022  | Thông thường       |            |              |         | DT03@settled_on |
    | D-11 | 10/10/2022  | Khiếu nại | có         |           | 14/10/2022  | Thông thường       |            |              |         | ~DT03           |
    | D-12 | 01/09/2022  | Khiếu nại | có         |           | 05/09/2022  | Thông thường       |            |              | Đúng    | DT39@settled_on ~DT03 |
    | D-13 | 01/09/2022  | Khiếu nại | có         |           | 05/09/2022  | Thông thường       | 7/10       |              | Đúng    | ~DT03 ~DT39     |
    | D-14 | 01/09/2022  | Tố cáo    | có         |           | 05/09/2022  | Thông thường       | 05/10/2022 |              |         | ~DT03           |
"""  # noqa: E501

SETTLED_LATE = "DT03@settled_on"


def test_a_complaint_is_settled_in_thirty_days_and_a_complex_one_in_forty_five() -> None:
    check(PETITIONS, RESOLUTIONS.format(plain=SETTLED_LATE, complex=SETTLED_LATE, remote=SETTLED_LATE))


@pytest.mark.parametrize(("settled_on", "found"), [("09/05/2022", "~DT03"), ("10/05/2022", SETTLED_LATE)])
def test_a_remote_area_has_forty_five_days_and_sixty_where_it_is_complex(settled_on: str, found: str) -> None:
    remote = Setting("remote_area", "Có", None, None, "", "")
    plan = replace(minh_son(), settings=(*minh_son().settings, remote))

    table = RESOLUTIONS.format(plain="", complex="", remote=found).replace("10/05/2022", settled_on)
    check(PETITIONS, table, plan=plan)


def test_decisions_are_sent_in_three_working_days_and_published_in_fifteen_days() -> None:
    found = check(
        PETITIONS,
        """
        | code | received_on | kind      | competence | times | accepted_on | settled_on | result  | sent_on    | published_on | expect               |
        | D-01 | 10/03/2022  | Khiếu nại | có         |       | 10/03/2022  | 08/04/2022 | Đúng    | 14/04/2022 | 25/04/2022   | ~DT04 ~DT05          |
        | D-02 | 10/03/2022  | Khiếu nại | có         |       | 10/03/2022  | 08/04/2022 | Đúng    | 15/04/2022 | 26/04/2022   | DT04@sent_on DT05@published_on |
        | D-03 | 10/03/2022  | Khiếu nại | có         |       | 10/03/2022  | 08/04/2022 | Đúng    |            |              | DT04@sent_on DT05@published_on |
        | D-04 | 10/03/2022  | Khiếu nại | có         |       | 10/03/2022  | 08/04/2022 | Rút đơn |            |              | ~DT04 ~DT05 ~DT24    |
        | D-05 | 10/03/2022  | Khiếu nại | có         |       | 10/03/2022  | 08/04/2022 |         |            |              | ~DT04 ~DT05          |
        | D-06 | 10/03/2022  | Khiếu nại | có         | lần 2 | 10/03/2022  | 08/04/2022 | Đúng    |            |              | DT22@competence ~DT04 |
        | D-07 | 10/03/2022  | KNPA      | có         |       |             | 22/03/2022 | Đúng    |            |              | ~DT04 ~DT05          |
        | D-08 | 10/10/2022  | Khiếu nại | có         |       | 11/10/2022  | 09/11/2022 | Đúng    |            |              | ~DT04 ~DT05          |
        | D-09 | 10/10/2022  | Khiếu nại | có         |       | 11/10/2022  | 08/11/2022 | Đúng    |            |              | DT04@sent_on ~DT05   |
        | D-10 | 10/03/2022  | Khiếu nại | có         |       | 10/03/2022  | 8/4/22     | Đúng    | 15/04/2022 | 26/04/2022   | ~DT04 ~DT05          |
        """,  # noqa: E501
    )

    assert {one.severity for one in found if one.code == "DT05"} == {NOTE}
    assert {one.severity for one in found if one.code == "DT04"} == {WARNING}


def test_a_dialogue_is_owed_where_the_findings_differ() -> None:
    check(
        PETITIONS,
        """
        | code | received_on | kind      | competence | times | accepted_on | dialogue_owed | dialogue_on | settled_on | result        | sent_on    | published_on | expect             |
        | D-01 | 10/03/2022  | Khiếu nại | có         |       | 10/03/2022  | Có            | 25/03/2022  | 08/04/2022 | Sai           | 08/04/2022 | 08/04/2022   | ~DT21 ~DT40        |
        | D-02 | 10/03/2022  | Khiếu nại | có         |       | 10/03/2022  | Có            |             | 08/04/2022 | Sai           | 08/04/2022 | 08/04/2022   | DT21@dialogue_on   |
        | D-03 | 10/03/2022  | Khiếu nại | có         |       | 10/03/2022  | Có            |             | 08/04/2022 | Đúng một phần | 08/04/2022 | 08/04/2022   | DT21@dialogue_on ~DT23 |
        | D-04 | 10/03/2022  | Khiếu nại | có         |       | 10/03/2022  | Có            |             | 08/04/2022 | Rút đơn       |            |              | ~DT21              |
        | D-05 | 10/10/2022  | Khiếu nại | có         |       | 14/10/2022  | Có            |             |            |               |            |              | ~DT21              |
        | D-06 | 10/03/2022  | Khiếu nại | có         |       | 10/03/2022  | Không         |             | 08/04/2022 | Đúng          | 08/04/2022 | 08/04/2022   | ~DT21 ~DT23        |
        | D-07 | 10/03/2022  | Khiếu nại | có         |       | 10/03/2022  | Không         |             | 08/04/2022 | Đúng một phần | 08/04/2022 | 08/04/2022   | DT23@dialogue_owed |
        | D-08 | 10/03/2022  | Khiếu nại | có         |       | 10/03/2022  |               |             | 08/04/2022 | Sai           | 08/04/2022 | 08/04/2022   | DT23@dialogue_owed |
        | D-09 | 10/03/2022  | Khiếu nại | có         |       | 10/03/2022  |               | 25/03/2022  | 08/04/2022 | Sai           | 08/04/2022 | 08/04/2022   | ~DT23              |
        | D-10 | 10/03/2022  | Khiếu nại | có         |       | 10/03/2022  | có chứ        |             | 08/04/2022 | Sai           | 08/04/2022 | 08/04/2022   | ~DT21 ~DT23        |
        | D-11 | 10/03/2022  | Khiếu nại | có         |       | 10/03/2022  | Có            | 11/04/2022  | 08/04/2022 | Sai           | 08/04/2022 | 08/04/2022   | DT40@dialogue_on   |
        | D-12 | 10/03/2022  | KNPA      | có         |       |             |               | 31/03/2022  | 22/03/2022 | Sai           |            |              | ~DT23 ~DT40        |
        """,  # noqa: E501
    )


def test_what_was_explained_is_a_note_and_an_override_of_the_plan_is_the_limit() -> None:
    table = """
        | code | received_on | kind      | competence | accepted_on | explanation       |
        | D-05 | 02/03/2022  | Khiếu nại | có         | 15/03/2022  | {}                |
        """

    (explained,) = judge({PETITIONS: table.format("Chờ xác minh")})
    assert (explained.code, explained.severity, explained.explained) == ("DT02", NOTE, True)
    law = Law([Override("complaint.acceptance", "", 14, date(2022, 1, 1), None, "Quy chế của xã")])
    assert judge({PETITIONS: table.format("")}, law=law) == []


def test_an_open_complaint_says_so_in_its_sentence() -> None:
    table = "| code | received_on | kind | competence |\n| D-05 | 02/11/2022 | Khiếu nại | có |"

    (one,) = judge({PETITIONS: table}, as_of="15/11/2022")

    assert say(one).message == (
        "Khiếu nại D-05 nhận 02/11/2022, ngày thụ lý chưa có, tính đến 15/11/2022: 13 ngày, thời hạn 10 ngày "
        "(Luật Khiếu nại 02/2011/QH13, Điều 27)."
    )
