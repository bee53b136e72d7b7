"""Denunciations: taken up, extended, concluded, passed on and published in time, and nobody named."""

from __future__ import annotations

import pytest

from danvan_xlsx.registers.petitions import PETITIONS
from danvan_xlsx.registers.petitions.steps import kept_apart, nameless
from danvan_xlsx.words.rules import say
from danvan_xlsx.words.text import MASK
from tests.registers.judged import check, judge


def test_a_denunciation_is_taken_up_in_seven_working_days_and_forwarded_in_five() -> None:
    check(
        PETITIONS,
        """
        | code | received_on | kind   | competence         | handling   | accepted_on | forwarded_on | handled_on | withdrawn_on | settled_on | result   | expect            |
        | D-01 | 19/07/2022  | Tố cáo | có                 |            | 28/07/2022  |              |            |              |            |          | ~DT06             |
        | D-02 | 19/07/2022  | Tố cáo | có                 |            | 29/07/2022  |              |            |              |            |          | DT06@accepted_on  |
        | D-03 | 19/07/2022  | Tố cáo | có                 |            |             |              | 20/07/2022 |              |            |          | DT06@accepted_on  |
        | D-04 | 03/11/2022  | Tố cáo | có                 |            |             |              |            |              |            |          | ~DT06             |
        | D-05 | 02/11/2022  | Tố cáo | có                 |            |             |              |            |              |            |          | DT06@accepted_on  |
        | D-06 | 19/07/2022  | Tố cáo | có                 |            |             |              |            | 28/07/2022   | 01/08/2022 | Rút đơn  | ~DT06 ~DT32       |
        | D-07 | 19/07/2022  | Tố cáo | có                 |            |             |              |            |              | 29/07/2022 | Đình chỉ | DT06@accepted_on  |
        | D-08 | 19/07/2022  | Tố cáo | không              | Chuyển đơn |             | 26/07/2022   |            |              |            |          | ~DT09 ~DT06       |
        | D-09 | 19/07/2022  | Tố cáo | không              | Chuyển đơn |             | 27/07/2022   |            |              |            |          | DT09@forwarded_on |
        | D-10 | 19/07/2022  | Tố cáo | không              | Chuyển đơn |             |              | 20/07/2022 |              |            |          | DT09@forwarded_on |
        | D-11 | 07/11/2022  | Tố cáo | không              | Chuyển đơn |             |              |            |              |            |          | ~DT09             |
        | D-12 | 04/11/2022  | Tố cáo | không              | Chuyển đơn |             |              |            |              |            |          | DT09@forwarded_on |
        | D-13 | 19/07/2022  | Tố cáo | không              | Hướng dẫn  |             |              |            |              |            |          | ~DT09 ~DT29       |
        | D-14 | 19/07/2022  | Tố cáo | không              |            |             |              |            |              |            |          | ~DT09             |
        | D-15 | 19/07/2022  | Tố cáo | không đủ điều kiện | Hướng dẫn  |             |              | 28/07/2022 |              |            |          | ~DT30             |
        | D-16 | 19/07/2022  | Tố cáo | không đủ điều kiện | Hướng dẫn  |             |              | 29/07/2022 |              |            |          | DT30@handled_on   |
        | D-17 | 19/07/2022  | Tố cáo | không đủ điều kiện | Lưu đơn    |             |              |            |              |            |          | ~DT30             |
        | D-18 | 19/07/2018  | Tố cáo | có                 |            | 30/11/2018  |              |            |              |            |          | ~DT06             |
        | D-19 | 19/07/2022  | Tố cáo | có                 |            | 29/7/22     |              |            |              |            |          | ~DT06             |
        | D-20 | 19/07/2022  | KNPA   | không              | Chuyển đơn |             | 27/07/2022   |            |              |            |          | ~DT09             |
        """,  # noqa: E501
        heading=("DT31@code",),
    )


def test_a_denunciation_has_thirty_days_and_with_a_decision_to_extend_sixty_or_ninety() -> None:
    check(
        PETITIONS,
        """
        | code | received_on | kind      | competence | accepted_on | complexity        | extension  | extended_on | settled_on | withdrawn_on | result  | expect          |
        | D-01 | 19/07/2022  | Tố cáo    | có         | 28/07/2022  | Thông thường      |            |             | 29/08/2022 |              |         | ~DT07           |
        | D-02 | 19/07/2022  | Tố cáo    | có         | 28/07/2022  | Thông thường      |            |             | 30/08/2022 |              |         | DT07@settled_on |
        | D-03 | 19/07/2022  | Tố cáo    | có         | 28/07/2022  | Phức tạp          |            |             | 29/08/2022 |              |         | ~DT26           |
        | D-04 | 19/07/2022  | Tố cáo    | có         | 28/07/2022  | Phức tạp          |            |             | 30/08/2022 |              |         | DT26@extension  |
        | D-05 | 19/07/2022  | Tố cáo    | có         | 28/07/2022  | Phức tạp          |            |             | 26/09/2022 |              |         | DT26@extension  |
        | D-06 | 19/07/2022  | Tố cáo    | có         | 28/07/2022  | Phức tạp          |            |             | 27/09/2022 |              |         | DT07@settled_on ~DT26 |
        | D-07 | 19/07/2022  | Tố cáo    | có         | 28/07/2022  | Phức tạp          | 52/QĐ-UBND | 29/08/2022  | 26/09/2022 |              |         | ~DT07 ~DT27     |
        | D-08 | 19/07/2022  | Tố cáo    | có         | 28/07/2022  | Phức tạp          | 52/QĐ-UBND | 30/08/2022  | 27/09/2022 |              |         | DT27@extended_on DT07@settled_on |
        | D-09 | 19/07/2022  | Tố cáo    | có         | 28/07/2022  | Đặc biệt phức tạp | 52/QĐ-UBND | 26/09/2022  | 26/10/2022 |              |         | ~DT07 ~DT27     |
        | D-10 | 19/07/2022  | Tố cáo    | có         | 28/07/2022  | Đặc biệt phức tạp | 52/QĐ-UBND | 27/09/2022  | 27/10/2022 |              |         | DT27@extended_on DT07@settled_on |
        | D-11 | 19/07/2022  | Tố cáo    | có         | 28/07/2022  | Đặc biệt phức tạp |            |             | 26/10/2022 |              |         | DT26@extension  |
        | D-12 | 19/07/2022  | Tố cáo    | có         | 28/07/2022  | Thông thường      | 52/QĐ-UBND |             | 26/09/2022 |              |         | DT38@complexity ~DT07 |
        | D-13 | 19/07/2022  | Tố cáo    | có         | 28/07/2022  |                   |            |             | 30/11/2022 |              |         | ~DT07 ~DT26     |
        | D-14 | 19/07/2022  | Tố cáo    | có         | 28/07/2022  | Thông thường      |            |             | 01/09/2022 | 29/08/2022   | Rút đơn | ~DT07           |
        | D-15 | 06/10/2022  | Tố cáo    | có         | 13/10/2022  | Thông thường      |            |             |            |              |         | ~DT07           |
        | D-16 | 05/10/2022  | Tố cáo    | có         | 11/10/2022  | Thông thường      |            |             |            |              |         | DT07@settled_on |
        | D-17 | 05/10/2022  | Tố cáo    | có         | 11/10/2022  | Phức tạp          |            |             |            |              |         | DT26@extension  |
        | D-18 | 05/10/2022  | Tố cáo    | có         | 11/10/2022  | Phức tạp          | 52/QĐ      |             |            |              |         | ~DT26 ~DT38     |
        | D-19 | 06/10/2022  | Khiếu nại | có         | 13/10/2022  | Thông thường      | 52/QĐ-UBND | 14/10/2022  |            |              |         | ~DT27 ~DT38     |
        """,  # noqa: E501
    )


def test_a_conclusion_is_sent_in_five_working_days_and_published_in_seven() -> None:
    check(
        PETITIONS,
        """
        | code | received_on | kind   | competence | accepted_on | settled_on | result  | sent_on    | published_on | expect                         |
        | D-01 | 19/07/2022  | Tố cáo | có         | 28/07/2022  | 26/08/2022 | Sai     | 06/09/2022 | 08/09/2022   | ~DT08 ~DT25                    |
        | D-02 | 19/07/2022  | Tố cáo | có         | 28/07/2022  | 26/08/2022 | Đúng    | 07/09/2022 | 09/09/2022   | DT08@sent_on DT25@published_on |
        | D-03 | 19/07/2022  | Tố cáo | có         | 28/07/2022  | 26/08/2022 | Đúng    |            |              | DT08@sent_on DT25@published_on |
        | D-04 | 19/07/2022  | Tố cáo | có         | 28/07/2022  | 26/08/2022 | Đình chỉ |           |              | ~DT08 ~DT25                    |
        | D-05 | 19/07/2022  | Tố cáo | có         | 28/07/2022  |            |         | 07/09/2022 | 09/09/2022   | ~DT08 ~DT25                    |
        | D-06 | 19/07/2022  | Tố cáo | có         | 28/07/2022  | 26/08/2022 |         | 07/09/2022 | 09/09/2022   | ~DT08 ~DT25                    |
        """,  # noqa: E501
    )


def test_an_anonymous_denunciation_is_never_taken_up() -> None:
    check(
        PETITIONS,
        """
        | code | received_on | kind      | competence         | handling | handled_on | ineligible                        | person           | accepted_on | expect           |
        | D-01 | 19/07/2022  | Tố cáo    | không đủ điều kiện | Lưu đơn  |            | Đơn nặc danh                      |                  |             | ~DT11            |
        | D-02 | 19/07/2022  | Tố cáo    | không đủ điều kiện | Lưu đơn  |            | Đơn nặc danh                      |                  | 25/07/2022  | DT11@accepted_on ~DT33 |
        | D-03 | 19/07/2022  | Tố cáo    | có                 |          |            |                                   | Không ghi họ tên | 25/07/2022  | DT11@accepted_on ~DT17 |
        | D-04 | 19/07/2022  | Tố cáo    | có                 |          |            |                                   | theo hồ sơ riêng | 25/07/2022  | ~DT11 ~DT17      |
        | D-05 | 19/07/2022  | Tố cáo    | không đủ điều kiện | Lưu đơn  |            | Không rõ người, việc bị tố cáo    |                  | 25/07/2022  | DT33@competence ~DT11 |
        | D-06 | 19/07/2022  | Khiếu nại | không đủ điều kiện | Lưu đơn  |            | Đơn không ghi rõ họ tên, địa chỉ  | Nặc danh         | 25/07/2022  | DT33@competence ~DT11 |
        | D-07 | 19/07/2018  | Tố cáo    | không đủ điều kiện | Lưu đơn  |            | Đơn nặc danh                      |                  | 25/07/2018  | ~DT11            |
        """,  # noqa: E501
    )


def test_a_denunciation_that_names_or_tells_is_found_at_its_cell() -> None:
    found = check(
        PETITIONS,
        """
        | code | kind      | person                            | content                  | expect           |
        | D-01 | Tố cáo    | Nguyễn Văn Kiểm Thử               |                          | DT17@person      |
        | D-02 | Tố cáo    | Theo hồ sơ riêng.                 | (theo hồ sơ riêng)       | ~DT17 ~DT28      |
        | D-03 | Tố cáo    | Trần Thị Thử – theo hồ sơ riêng   | theo hồ sơ riêng         | DT17@person      |
        | D-04 | Tố cáo    | Công dân 17                       | Về thu quỹ tại thôn      | DT17@person DT28@content |
        | D-05 | Tố cáo    | Không ghi họ tên, địa chỉ         |                          | ~DT17            |
        | D-06 | Khiếu nại | Công dân 17                       | Về thu quỹ tại thôn      | ~DT17 ~DT28      |
        | D-07 |           | Công dân 17                       | Về thu quỹ tại thôn      | ~DT17            |
        | D-08 | Tố cáo    |                                   |                          | ~DT17 ~DT28      |
        """,
    )

    told = " ".join((one.message + one.remedy + str(found)) for one in map(say, found))
    assert not [word for word in ("Nguyễn", "Kiểm Thử", "Trần", "Công dân", "thu quỹ") if word in told]
    assert MASK in str(found)


def test_the_sentence_names_the_row_and_what_to_do_with_the_file() -> None:
    (one,) = judge({PETITIONS: "| code | kind | person |\n| D-17 | Tố cáo | Nguyễn Văn Kiểm Thử |"})

    assert say(one) == (
        "Dòng 7 là đơn tố cáo có thông tin người tố cáo.",
        "Đề nghị xóa, ghi “theo hồ sơ riêng”; không gửi tệp này qua Zalo, thư điện tử.",
    )


@pytest.mark.parametrize(
    "words",
    [
        "theo hồ sơ riêng",
        "THEO HỒ SƠ RIÊNG",
        "Hồ sơ riêng",
        "Ghi theo hồ sơ riêng",
        "Nặc danh",
        "đơn nặc danh",
        "Giấu tên",
        "Mạo danh",
        "Không ghi tên",
        "Không rõ họ tên",
        "Không ghi rõ họ tên và địa chỉ",
        "Không có tên",
        "Không tên",
        "không rõ người gửi",
    ],
)
def test_words_that_name_nobody(words: str) -> None:
    assert kept_apart(words)
    assert nameless(words) is ("hồ sơ" not in words.casefold())


@pytest.mark.parametrize(
    "words", ["Hồ Văn Riêng", "Nguyễn Danh", "Hồ Sơ", "Nặc danh – Trần Văn A", "bà Lan", "0912345678"]
)
def test_words_that_may_name_somebody(words: str) -> None:
    assert not kept_apart(words)
