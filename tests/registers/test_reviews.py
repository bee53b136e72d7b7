"""Reviews of procedures and documents: rounds, procedures, and documents still to be looked at."""

from __future__ import annotations

from danvan_xlsx.registers.reviews import REVIEWS
from danvan_xlsx.words.finding import Severity
from tests.registers.declared import example_faults
from tests.registers.judged import check
from tests.registers.rows import faults, figures, rows, total

REVIEWED = """
    | round | subject           | procedure | document    | day        | problem      | proposal     | sent_to    |
    | Đợt 1 | TTHC              | 1.001     |             | 20/06/2022 | Rườm rà      | Đơn giản hóa | UBND huyện |
    | đợt 1 | Thủ tục hành chính| 1.002     |             | 20/06/2022 | Phù hợp      | Giữ nguyên   |            |
    | Đợt 2 | TTHC              | 1.001     |             | 12/09/2022 | Phù hợp      | Giữ nguyên   |            |
    | VB    | Văn bản           |           | 12/QĐ-UBND  | 15/09/2022 | Hết hiệu lực | Bãi bỏ       | UBND xã    |
    | VB    | Văn bản           |           | 15/QĐ-UBND  |            |              |              |            |
"""


def test_the_examples_are_what_the_sheet_takes() -> None:
    assert example_faults(REVIEWS) == []


def test_a_round_is_counted_once_however_it_is_written() -> None:
    done = [row for row in rows(REVIEWS, REVIEWED) if "day" in row.values]

    assert [(figure.row.number, figure.amount) for figure in figures("reviews_done", done)] == [(10, 1), (9, 1), (7, 1)]


def test_a_procedure_reviewed_twice_is_one_and_a_document_is_none() -> None:
    found = rows(REVIEWS, REVIEWED)

    assert sorted(figure.row.number for figure in figures("procedures_reviewed", found)) == [7, 8]


def test_a_document_without_a_day_is_still_to_be_reviewed() -> None:
    found = rows(REVIEWS, REVIEWED)

    assert total("documents_to_review", found) == 2
    assert [figure.row.number for figure in figures("documents_reviewed", found)] == [10]


def test_what_is_reviewed_says_which_and_a_change_says_to_whom() -> None:
    table = """
        | round | subject | procedure | day        | problem | proposal   | sent_to |
        | Đợt 1 | TTHC    |           | 20/06/2022 | Phù hợp | Giữ nguyên |         |
        | Đợt 1 | Văn bản |           |            |         |            |         |
        | Đợt 1 | TTHC    | 1.001     | 20/06/2022 | Rườm rà | Sửa đổi    |         |
    """
    assert sorted(faults(REVIEWS, table)) == [("DL28", "D7"), ("DL28", "E8"), ("DL28", "J9")]


def test_a_proposal_leads_to_a_letter_and_the_letter_to_an_outcome() -> None:
    found = check(
        REVIEWS,
        """
        | day        | problem | proposal     | sent_number  | sent_on    | outcome     | explanation | expect          |
        | 20/06/2022 | Rườm rà | Đơn giản hóa |              |            |             |             | HC08@sent_on    |
        | 20/06/2022 | Rườm rà | Đơn giản hóa |              |            |             | Chờ họp     | HC08@sent_on    |
        | 01/07/2022 | Rườm rà | Đơn giản hóa |              |            |             |             | ~HC08           |  the half-year runs
        | 31/12/2021 | Rườm rà | Bãi bỏ       |              |            |             |             | HC08@sent_on    |
        |            | Rườm rà | Bãi bỏ       |              |            |             |             | ~HC08           |
        | 20/06/2022 | Phù hợp | Giữ nguyên   |              |            |             |             | ~HC08           |
        | 20/06/2022 | Rườm rà | Đơn giản hóa | 45/UBND-TP   |            |             |             | HC28@sent_on    |  told once
        | 20/06/2022 | Rườm rà | Đơn giản hóa |              |            | Chờ trả lời |             | HC28@sent_on    |
        | 20/06/2022 | Rườm rà | Đơn giản hóa |              |            | Đã xử lý    |             | ~HC28 ~HC08     |  settled by the commune
        | 20/06/2022 | Rườm rà | Đơn giản hóa | 45/UBND-TP   | 24/06/2022 |             |             | HC29@outcome    |
        | 20/06/2022 | Rườm rà | Đơn giản hóa | 45/UBND-TP   | 24/06/2022 | Chờ trả lời |             | ~HC28 ~HC29     |
        | 20/06/2022 | Rườm rà | Đơn giản hóa | 45/UBND-TP   | 24/06/2022 | 'chưa rõ    |             | ~HC29           |
        | 20/06/2022 | Rườm rà | Đơn giản hóa |              | '24/6/22   |             |             | ~HC08 ~HC28     |
        """,  # noqa: E501
    )

    assert [one.severity for one in found if one.code == "HC08"] == [Severity.WARNING, Severity.NOTE, Severity.WARNING]


def test_the_half_year_has_ended_on_its_last_day() -> None:
    table = "| day | proposal | expect |\n| 20/06/2022 | Bãi bỏ | {} |"

    check(REVIEWS, table.format("~HC08"), as_of="30/06/2022")
    check(REVIEWS, table.format("HC08@sent_on"), as_of="01/07/2022")


def test_what_is_in_the_way_asks_for_a_change_and_nothing_else_does() -> None:
    check(
        REVIEWS,
        """
        | problem    | proposal     | remarks          | expect        |
        | Rườm rà    | Giữ nguyên   |                  | HC30@proposal |
        | Phù hợp    | Bãi bỏ       |                  | HC30@proposal |
        | Phù hợp    | Giữ nguyên   |                  | ~HC30         |
        | Chồng chéo | Sửa đổi      |                  | ~HC30         |
        | Rườm rà    | Giữ nguyên   | Theo luật mới    | ~HC30         |
        | Rườm rà    |              |                  | ~HC30         |
        """,
    )
