"""Proposals and petitions for others: told in time; cells that contradict each other; doubles, carry-overs, lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from danvan_xlsx.plan.plan import Period
from danvan_xlsx.registers.petitions import PETITIONS
from danvan_xlsx.words.rules import NOTE, say
from tests.registers.judged import check, judge, minh_son


def test_who_sends_a_proposal_is_answered_or_told_in_ten_working_days() -> None:
    check(
        PETITIONS,
        """
        | code | received_on | kind      | competence         | handling   | handled_on | forwarded_on | settled_on | withdrawn_on | result  | expect          |
        | D-01 | 18/10/2022  | KNPA      | có                 |            |            |              | 01/11/2022 |              |         | ~DT10           |
        | D-02 | 18/10/2022  | KNPA      | có                 |            |            |              | 02/11/2022 |              |         | DT10@settled_on |
        | D-03 | 18/10/2022  | KNPA      | có                 |            |            |              |            |              |         | DT10@settled_on |
        | D-04 | 31/10/2022  | KNPA      | có                 |            |            |              |            |              |         | ~DT10           |
        | D-05 | 28/10/2022  | KNPA      | có                 |            |            |              |            |              |         | DT10@settled_on |
        | D-06 | 18/10/2022  | KNPA      | có                 |            | 01/11/2022 |              |            |              |         | ~DT10 ~DT29     |
        | D-07 | 18/10/2022  | KNPA      | có                 |            | 02/11/2022 |              |            |              |         | DT29@handled_on ~DT10 |
        | D-08 | 18/10/2022  | KNPA      | có                 |            | 02/11/2022 |              | 01/11/2022 |              |         | ~DT10 ~DT29     |
        | D-09 | 18/10/2022  | KNPA      | có                 |            |            |              |            | 31/10/2022   | Rút đơn | DT39@settled_on ~DT10 |
        | D-10 | 18/10/2022  | KNPA      | có                 |            |            |              |            |              | Đúng    | DT39@settled_on ~DT10 |
        | D-11 | 18/10/2022  | KNPA      | không              | Hướng dẫn  |            |              |            |              |         | DT29@handled_on ~DT10 |
        | D-12 | 18/10/2022  | KNPA      | không              | Chuyển đơn |            | 01/11/2022   |            |              |         | ~DT29           |
        | D-13 | 18/10/2022  | KNPA      | không              | Chuyển đơn |            | 02/11/2022   |            |              |         | DT29@handled_on |
        | D-14 | 18/10/2022  | KNPA      | không              | Lưu đơn    |            |              |            |              |         | ~DT29           |
        | D-15 | 18/10/2022  | Khiếu nại | không              | Hướng dẫn  | 02/11/2022 |              |            |              |         | DT29@handled_on |
        | D-16 | 18/10/2022  | Khiếu nại | không              | Hướng dẫn  | 01/11/2022 |              |            |              |         | ~DT29           |
        | D-17 | 18/10/2022  | KNPA      | không đủ điều kiện | Lưu đơn    |            |              |            |              |         | ~DT10 ~DT29 ~DT30 |
        | D-18 | 18/10/2022  | KNPA      | có                 |            | 2/11       |              |            |              |         | ~DT10 ~DT29     |
        | D-19 |             | KNPA      | có                 |            |            |              |            |              |         | ~DT10           |
        | D-20 | 18/10/2012  | KNPA      | có                 |            |            |              | 30/12/2012 |              |         | DT13@settled_on ~DT10 |
        """,  # noqa: E501
    )


def test_what_is_not_accepted_is_told_within_the_days_of_acceptance() -> None:
    check(
        PETITIONS,
        """
        | code | received_on | kind      | competence         | handling  | handled_on | settled_on | expect          |
        | D-01 | 02/03/2022  | Khiếu nại | không đủ điều kiện | Hướng dẫn | 14/03/2022 |            | ~DT30 ~DT02     |
        | D-02 | 02/03/2022  | Khiếu nại | không đủ điều kiện | Hướng dẫn | 15/03/2022 |            | DT30@handled_on |
        | D-03 | 02/03/2022  | Khiếu nại | không đủ điều kiện |           |            |            | DT30@handled_on |
        | D-04 | 02/03/2022  | Khiếu nại | không đủ điều kiện | Lưu đơn   |            |            | ~DT30           |
        | D-05 | 03/11/2022  | Khiếu nại | không đủ điều kiện | Hướng dẫn |            |            | ~DT30           |
        | D-06 | 02/03/2022  | Khiếu nại | không đủ điều kiện | Hướng dẫn |            | 11/03/2022 | ~DT30           |
        """,
    )


def test_a_petition_that_was_withdrawn_is_closed() -> None:
    check(
        PETITIONS,
        """
        | code | received_on | kind      | accepted_on | settled_on | result   | withdrawn_on | expect          |
        | D-01 | 13/06/2022  | Khiếu nại | 20/06/2022  | 07/07/2022 | Rút đơn  | 05/07/2022   | ~DT18 ~DT37     |
        | D-02 | 13/06/2022  | Khiếu nại | 20/06/2022  |            |          | 05/07/2022   | DT18@result     |
        | D-03 | 13/06/2022  | KNPA      |             |            |          | 05/07/2022   | DT18@result     |
        | D-04 | 13/06/2022  | Khiếu nại | 20/06/2022  | 07/07/2022 |          | 05/07/2022   | ~DT18           |
        | D-05 | 13/06/2022  | Khiếu nại | 20/06/2022  |            | Đình chỉ | 05/07/2022   | DT39@settled_on ~DT18 |
        | D-06 | 13/06/2022  | Khiếu nại | 20/06/2022  |            |          | 14/11/2022   | ~DT18           |
        | D-07 | 13/06/2022  | Khiếu nại | 20/06/2022  | 04/07/2022 | Rút đơn  | 05/07/2022   | DT37@settled_on |
        | D-08 | 13/06/2022  | Khiếu nại | 20/06/2022  | 04/07/2022 | Sai      | 05/07/2022   | ~DT37           |
        | D-09 | 13/06/2022  | Khiếu nại | 20/06/2022  | 17/06/2022 |          |              | DT37@settled_on |
        | D-10 | 13/06/2022  | Khiếu nại | 20/06/2022  | 20/06/2022 |          |              | ~DT37           |
        | D-11 | 13/06/2022  | Khiếu nại | 20/06/2022  |            | linh tinh |             | ~DT39           |
        | D-12 | 13/06/2022  | Khiếu nại | 20/06/2022  | 8/7        | Rút đơn  | 05/07/2022   | ~DT39 ~DT37     |
        """,
    )


def test_competence_handling_and_result_go_together() -> None:
    check(
        PETITIONS,
        """
        | code | kind      | competence         | handling   | forwarded_on | times     | complexity        | accepted_on | result                 | settled_on | expect          |
        | D-01 | KNPA      | có                 | Chuyển đơn |              |           |                   |             |                        |            | DT34@handling   |
        | D-02 | KNPA      | có                 |            | 14/09/2022   |           |                   |             |                        |            | DT34@handling   |
        | D-03 | KNPA      | có                 | Đôn đốc    |              |           |                   |             |                        |            | DT34@handling   |
        | D-04 | KNPA      | có                 | Lưu đơn    |              |           |                   |             |                        |            | ~DT34           |
        | D-05 | KNPA      | không              | Chuyển đơn | 14/09/2022   |           |                   |             |                        |            | ~DT34           |
        | D-06 | KNPA      |                    | Chuyển đơn | 14/09/2022   |           |                   |             |                        |            | ~DT34           |
        | D-07 | Khiếu nại | không              | Hướng dẫn  |              |           |                   | 10/03/2022  |                        |            | DT33@competence |
        | D-08 | Tố cáo    | không              | Hướng dẫn  |              |           |                   |             | Sai                    | 08/04/2022 | DT33@competence |
        | D-09 | Khiếu nại | không đủ điều kiện | Hướng dẫn  |              |           |                   |             | Đúng một phần          | 08/04/2022 | DT33@competence |
        | D-10 | Khiếu nại | không              | Hướng dẫn  |              |           |                   |             | Rút đơn                | 08/04/2022 | ~DT33           |
        | D-11 | KNPA      | không              | Hướng dẫn  |              |           |                   | 10/03/2022  | Đúng                   | 08/04/2022 | ~DT33           |
        | D-12 | Khiếu nại | có                 |            |              |           | Thông thường      | 10/03/2022  | Đã giải quyết, trả lời |            | DT35@result DT39@settled_on |
        | D-13 | Tố cáo    | không              | Hướng dẫn  |              |           |                   |             | Đã giải quyết, trả lời | 08/04/2022 | ~DT35 ~DT33     |
        | D-14 | KNPA      | có                 |            |              |           |                   |             | Đã giải quyết, trả lời | 08/04/2022 | ~DT35           |
        | D-15 | Khiếu nại |                    |            |              | lần 2     | Phức tạp          |             |                        |            | ~DT22 ~DT36     |
        | D-16 | Khiếu nại |                    |            |              |           | Đặc biệt phức tạp |             |                        |            | DT36@complexity |
        | D-17 | Tố cáo    | có                 |            |              | Nhiều lần | Đặc biệt phức tạp |             |                        |            | ~DT22 ~DT36     |
        | D-18 | Khiếu nại | có                 |            |              | Nhiều lần |                   |             |                        |            | DT22@competence |
        | D-19 | Khiếu nại | có                 |            |              | Lần đầu   |                   |             |                        |            | ~DT22           |
        """,  # noqa: E501
    )


def test_a_petition_entered_twice_is_told_at_the_later_line() -> None:
    found = check(
        PETITIONS,
        """
        | code | received_on | kind      | competence | handled_on | handling | times   | person           | content          | expect    |
        | D-07 | 10/03/2022  | KNPA      | có         | 11/03/2022 |          | Lần đầu | Công dân 07      | Mốc giới         |           |
        | D-08 | 10/03/2022  | KNPA      | có         | 11/03/2022 |          | Lần đầu | Công dân 07      | Đường            | ~DT12     |
        | D-09 | 11/03/2022  | KNPA      | có         | 11/03/2022 |          |         | CÔNG  DÂN 07     | mốc giới         | DT12@code |
        | D-10 | 12/03/2022  | KNPA      | có         | 14/03/2022 |          | lần 2   | Công dân 07      | Mốc giới         | ~DT12     |
        | D-11 | 12/03/2022  | KNPA      | có         | 14/03/2022 | Lưu đơn  |         | Công dân 07      | Mốc giới         | ~DT12     |
        | D-12 | 12/03/2022  | KNPA      | có         | 14/03/2022 |          | mấy lần | Công dân 07      | Mốc giới         | ~DT12     |
        | D-13 | 30/12/2021  | KNPA      | có         | 31/12/2021 |          |         | Công dân 07      | Mốc giới         | ~DT12     |
        | D-14 | 12/03/2022  | KNPA      | có         | 14/03/2022 |          |         | Công dân 08      | Mốc giới         | ~DT12     |
        | D-15 | 12/03/2022  | KNPA      | có         | 14/03/2022 |          |         | Không ghi họ tên | Phản ánh         |           |
        | D-16 | 12/03/2022  | KNPA      | có         | 14/03/2022 |          |         | Không ghi họ tên | Phản ánh         | ~DT12     |
        | D-17 | 12/09/2022  | Tố cáo    | có         |            |          |         | theo hồ sơ riêng | theo hồ sơ riêng | DT06@accepted_on |
        | D-18 | 12/09/2022  | Tố cáo    | có         |            |          |         | theo hồ sơ riêng | theo hồ sơ riêng | DT06@accepted_on ~DT12 |
        | D-19 | 12/03/2022  | KNPA      | có         | 14/03/2022 |          |         | Công dân 07      |                  | ~DT12     |
        """,  # noqa: E501
        heading=("DT31@code",),
    )

    (told,) = [say(one).message for one in found if one.code == "DT12"]
    assert told == "Đơn D-09 có họ tên và nội dung như đơn D-07 nhận ngày 10/03/2022."
    assert not [one for one in found if "Công dân" in str(one) or "CÔNG" in str(one)]


def test_what_was_settled_before_the_year_began_is_not_carried_over() -> None:
    table = """
        | code      | received_on | settled_on | expect          |
        | D-01/2021 | 01/12/2021  | 14/12/2021 | DT13@settled_on |
        | D-02/2021 | 01/12/2021  | 15/12/2021 | ~DT13           |
        | D-03/2021 | 20/12/2021  | 04/01/2022 | ~DT13           |
        | D-04/2021 | 20/12/2021  | 10/12/2021 | ~DT13           |
        | D-05/2021 | 20/12/2021  |            | ~DT13           |
        """
    # The inspection sector's year begins on 15/12.
    check(PETITIONS, table)
    without = {code: one for code, one in minh_son().periods.items() if not code.startswith("TTR")}
    check(
        PETITIONS,
        table.replace("| ~DT13           |\n        | D-03", "| DT13@settled_on |\n        | D-03"),
        plan=replace(minh_son(), periods=without),
    )
    later = Period("Q1", "Quý I", date(2022, 1, 1), date(2022, 3, 31), date(2022, 4, 5), False, None)
    assert (
        judge(
            {PETITIONS: "| code | received_on | settled_on |\n| D-01 | 01/12/2021 | 01/01/2022 |"},
            plan=replace(minh_son(), periods={"Q1": later}),
        )
        == []
    )


def test_a_petition_carried_over_is_judged_by_the_law_of_its_own_days() -> None:
    check(
        PETITIONS,
        """
        | code      | received_on | kind      | competence | accepted_on | complexity   | settled_on | handled_on | result | sent_on    | published_on | expect           |
        | D-01/2021 | 20/12/2021  | Khiếu nại | có         | 30/12/2021  | Thông thường | 07/02/2022 |            | Đúng   | 10/02/2022 | 22/02/2022   | ~DT02 ~DT03      |
        | D-05/2021 | 20/12/2021  | Khiếu nại | có         | 30/12/2021  | Thông thường | 08/02/2022 |            | Đúng   | 11/02/2022 | 22/02/2022   | DT03@settled_on  |
        | D-02/2021 | 20/12/2021  | Khiếu nại | có         | 31/12/2021  | Thông thường | 28/01/2022 |            | Đúng   | 09/02/2022 | 14/02/2022   | DT02@accepted_on ~DT03 ~DT04 |
        | D-03/2021 | 24/12/2021  | KNPA      | có         |             |              | 10/01/2022 |            |        |            |              | ~DT10            |
        | D-04/2021 | 24/12/2021  | KNPA      | có         |             |              | 11/01/2022 |            |        |            |              | DT10@settled_on  |
        """,  # noqa: E501
    )


def test_the_chairman_s_list_names_what_drags_on_once_at_its_heading() -> None:
    table = """
        | code | received_on | kind      | competence | accepted_on | complexity        | extension  | settled_on | withdrawn_on | bypassing | times | expect           |
        | D-01 | 05/10/2022  | Khiếu nại | có         |             |                   |            |            |              |           |       | DT02@accepted_on ~DT31 |
        | D-02 | 04/10/2022  | Khiếu nại | có         |             |                   |            |            |              |           |       | DT02@accepted_on |
        | D-03 | 06/09/2022  | Khiếu nại | có         | 15/09/2022  | Thông thường      |            |            |              |           |       | DT03@settled_on ~DT31 |
        | D-04 | 05/09/2022  | Khiếu nại | có         | 14/09/2022  | Thông thường      |            |            |              |           |       | DT03@settled_on  |
        | D-05 | 05/09/2022  | Khiếu nại | có         | 14/09/2022  | Phức tạp          |            |            |              |           |       | DT03@settled_on ~DT31 |
        | D-06 | 06/09/2022  | Tố cáo    | có         | 14/09/2022  | Thông thường      |            |            |              |           |       | DT07@settled_on  |
        | D-07 | 06/09/2022  | Tố cáo    | có         | 14/09/2022  | Phức tạp          | 52/QĐ-UBND |            |              |           |       | ~DT07 ~DT31      |
        | D-08 | 04/10/2022  | Khiếu nại | có         |             |                   |            | 11/11/2022 |              |           |       | ~DT31            |
        | D-09 | 04/05/2022  | Khiếu nại | có         | 05/05/2022  | Thông thường      |            |            | 06/05/2022   |           |       | DT18@result ~DT31 |
        | D-10 | 04/05/2022  | Khiếu nại | có         | 05/05/2022  |                   |            |            |              |           |       | ~DT31            |
        | D-11 | 04/05/2022  | Khiếu nại | có         | 5/5/22      |                   |            |            |              |           |       | ~DT31            |
        | D-12 | 04/05/2022  | Khiếu nại | có         | 05/05/2022  |                   |            | 6/5/22     |              |           |       | ~DT31            |
        | D-13 | 04/05/2022  | Khiếu nại | có         |             |                   |            |            |              |           | lần 2 | DT22@competence ~DT31 |
        | D-14 | 11/11/2022  | KNPA      | có         |             |                   |            |            |              | Có        |       |                  |
        | D-15 | 11/11/2022  | KNPA      | có         |             |                   |            | 14/11/2022 |              | Có        |       | ~DT16            |
        | D-16 | 11/11/2022  | KNPA      | có         |             |                   |            |            |              | Không     |       | ~DT16            |
        """  # noqa: E501
    found = check(PETITIONS, table, heading=("DT31@code", "DT16@bypassing"))

    listed = {one.code: one for one in found if one.code in ("DT16", "DT31")}
    assert {code: one.values["codes"] for code, one in listed.items()} == {
        "DT31": ("D-02", "D-04", "D-06"),
        "DT16": ("D-14",),
    }
    assert {one.severity for one in listed.values()} == {NOTE}
    assert say(listed["DT31"]).message == (
        "Khiếu nại, tố cáo quá hạn trên 30 ngày, chưa thụ lý hoặc chưa giải quyết xong: D-02, D-04, D-06."
    )
