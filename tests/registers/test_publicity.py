"""Matters made public: those due by their decision, and those that were shown in any form."""

from __future__ import annotations

import pytest

from danvan_xlsx.registers.closing import CLOSING
from danvan_xlsx.registers.publicity import PUBLICITY
from danvan_xlsx.words.finding import Severity
from danvan_xlsx.words.rules import say
from tests.registers.declared import example_faults
from tests.registers.judged import check, judge
from tests.registers.rows import faults, figures, rows, total

MATTERS = """
    | item | content | quarter | decided_on | posted_at | posted_from | loudspeaker_from | loudspeaker_until | other_form | other_on   |
    | NS   | A       | Quý I   | 05/01/2022 | Trụ sở    | 06/01/2022  | 06/01/2022       | 08/01/2022        |            |            |
    | NS   | B       | I       | 10/01/2022 |           |             | 12/01/2022       | 14/01/2022        |            |            |
    | DA   | C       | Quý II  | 10/04/2022 |           |             |                  |                   | Họp thôn   | 15/04/2022 |
    | DA   | D       | Quý II  | 12/04/2022 |           |             |                  |                   |            |            |
"""  # noqa: E501


def test_the_examples_are_what_the_sheet_takes() -> None:
    assert example_faults(PUBLICITY) == []


def test_a_matter_shown_in_two_forms_is_one_and_one_not_shown_is_only_due() -> None:
    found = rows(PUBLICITY, MATTERS)

    assert total("publicity_due", found) == 4
    assert [(figure.row.number, figure.column, figure.amount) for figure in figures("publicity_posted", found)] == [
        (7, "posted_from", 1),
        (8, "loudspeaker_from", 1),
        (9, "other_on", 1),
    ]


def test_a_form_without_its_day_is_told() -> None:
    table = """
        | item | content | quarter | decided_on | posted_at | other_form |
        | NS   | A       | Quý I   | 05/01/2022 | Trụ sở    | Họp thôn   |
    """
    assert sorted(faults(PUBLICITY, table)) == [("DL28", "H7"), ("DL28", "M7")]


# -- rules ---------------------------------------------------------------------------


def test_late_publications_are_one_note_that_names_their_cells() -> None:
    """Two days in 2022, moved off a day off: 08/7 is a Friday, so Monday 11/7 is in time. The first form decides."""
    table = """
        | item | content | decided_on | posted_from | loudspeaker_from | loudspeaker_until | other_on   | expect |
        | 1    | A       | 05/07/2022 | 11/07/2022  |                  |                   |            |        |
        | 1    | B       | 05/07/2022 | 07/07/2022  |                  |                   |            | ~DC01  |
        | 1    | C       | 08/07/2022 | 11/07/2022  |                  |                   |            | ~DC01  |
        | 1    | D       | 05/07/2022 | 11/07/2022  |                  |                   | 06/07/2022 | ~DC01  |
        | 1    | E       | 05/07/2022 | 20/07/2022  | 12/07/2022       | 14/07/2022        |            |        |
        | 1    | F       |            | 20/07/2022  |                  |                   |            |        |
        | 1    | G       | 05/07/2022 | 20/07/2022  |                  |                   | 'hôm sau   |        |
    """
    # The day that could not be read may be the one that shows an item of the list: DC05 is silent.
    found = check(PUBLICITY, table, heading=("DC01@posted_from",))

    (late,) = [one for one in found if one.code == "DC01"]
    assert late.severity is Severity.NOTE
    assert say(late).message == (
        "2/5 nội dung được công khai sau thời hạn 2 ngày kể từ ngày quyết định, lâu nhất 7 ngày: các ô H7, J11 "
        "(Pháp lệnh 34/2007/PL-UBTVQH11, Điều 7–8)."
    )


def test_more_late_cells_than_a_note_can_hold_are_not_all_named() -> None:
    rows_late = "\n".join("| 1 | A | 05/07/2022 | 11/07/2022 |" for _ in range(10))
    found = judge({PUBLICITY: f"| item | content | decided_on | posted_from |\n{rows_late}"})

    (late,) = [one for one in found if one.code == "DC01"]
    assert late.values["cells"] == "H7, H8, H9, H10, H11, H12, H13, H14 …"


@pytest.mark.parametrize(
    ("decided_on", "shown_on", "told"),
    [
        ("30/06/2023", "03/07/2023", ()),
        ("30/06/2023", "04/07/2023", ("DC01@posted_from",)),
        ("03/07/2023", "10/07/2023", ()),
        ("03/07/2023", "11/07/2023", ("DC01@posted_from",)),
        ("01/07/2026", "08/07/2026", ()),
        ("01/07/2026", "09/07/2026", ("DC01@posted_from",)),
    ],
)
def test_the_time_to_publish_changed_in_july_2023(decided_on: str, shown_on: str, told: tuple[str, ...]) -> None:
    """From two days, moved off days off, to five working days."""
    table = f"""
        | item | content | quarter | decided_on   | posted_from | expect |
        | 1    | A       | Quý I   | 02/01/2023   | 03/01/2023  |        |
        | 1    | B       | Quý II  | {decided_on} | {shown_on}  | ~DC01  |
    """
    check(PUBLICITY, table, heading=("DC05@item", *told), as_of=shown_on)


def test_what_was_shown_in_no_form_is_told_once_its_time_is_over() -> None:
    """10/11/2022 is a Thursday: the second day is Saturday, so Monday 14/11 is still in time."""
    table = """
        | item | content | decided_on | posted_at | posted_from | loudspeaker_from | loudspeaker_until | other_form | other_on   | expect           |
        | 1    | A       | 05/10/2022 |           |             |                  |                   |            |            | DC12@posted_from |
        | 1    | B       | 10/11/2022 |           |             |                  |                   |            |            | ~DC12            |
        | 1    | C       | 05/10/2022 |           | 06/10/2022  |                  |                   |            |            | ~DC12            |
        | 1    | D       | 05/10/2022 |           |             | 06/10/2022       | 08/10/2022        |            |            | ~DC12            |
        | 1    | E       | 05/10/2022 |           |             |                  |                   | Họp thôn   | 06/10/2022 | ~DC12            |
        | 1    | F       | 05/10/2022 | Trụ sở    |             |                  |                   |            |            | ~DC12            |
        | 1    | G       | 05/10/2022 |           | 'rồi        |                  |                   |            |            | ~DC12            |
    """  # noqa: E501
    check(PUBLICITY, table)


def test_a_reason_for_not_publishing_makes_it_a_note() -> None:
    table = """
        | item | content | decided_on | explanation        | expect           |
        | 1    | A       | 05/10/2022 | Chờ huyện thẩm định | DC12@posted_from |
        | 1    | B       | 10/11/2022 | Chờ huyện thẩm định | ~DC12            |
    """
    found = check(PUBLICITY, table, heading=("DC05@item",))

    assert [one.severity for one in found if one.code == "DC12"] == [Severity.NOTE]


def test_short_postings_are_one_note_and_the_first_and_last_day_count() -> None:
    table = """
        | item | content | decided_on | posted_from | posted_until | expect |
        | 4    | A       | 12/05/2022 | 13/05/2022  | 20/05/2022   |        |
        | 4    | B       | 12/05/2022 | 13/05/2022  | 11/06/2022   | ~DC02  |
        | 4    | C       | 12/05/2022 | 13/05/2022  | 10/06/2022   |        |
        | 4    | D       | 12/05/2022 | 13/05/2022  |              | ~DC02  |
        | 4    | E       | 12/05/2022 | 13/05/2022  | 10/05/2022   | ~DC02  |
    """
    found = check(PUBLICITY, table, heading=("DC02@posted_until", "DC05@item"))

    (short,) = [one for one in found if one.code == "DC02"]
    assert (short.severity, short.values["cells"], short.values["days"]) == (Severity.NOTE, "I7, I9", 8)
    assert (short.values["short"], short.values["all"]) == (2, 3)


def test_since_july_2023_some_items_hang_for_good_and_the_others_thirty_days() -> None:
    """Clauses 4 and 13 at all times; clause 14 is in no group; a code that is no clause is not guessed at."""
    table = """
        | item | content | quarter | decided_on | posted_from | posted_until | expect            |
        | 3    | A       | Quý I   | 02/01/2024 | 03/01/2024  | 31/01/2024   |                   |
        | 12   | B       | Quý I   | 02/01/2024 | 03/01/2024  | 01/02/2024   | ~DC02             |
        | 13   | C       | Quý I   | 02/01/2024 | 03/01/2024  | 10/01/2024   | ~DC13 ~DC02       |
        | 13   | D       | Quý I   | 10/01/2024 | 10/01/2024  |              |                   |
        | 4    | E       | Quý I   | 02/01/2024 | 03/01/2024  | 10/01/2024   | ~DC13             |
        | 4    | F       | Quý I   | 09/01/2024 | 10/01/2024  | 20/01/2024   | DC13@posted_until |
        | 14   | G       | Quý I   | 02/01/2024 | 03/01/2024  | 10/01/2024   | ~DC02             |
        | phí  | H       | Quý I   | 02/01/2024 | 03/01/2024  | 10/01/2024   | ~DC02             |
    """
    check(PUBLICITY, table, heading=("DC02@posted_until", "DC05@item"), as_of="20/03/2024")


def test_in_2022_no_item_had_to_hang_for_good() -> None:
    table = """
        | item | content | decided_on | posted_from | posted_until | expect |
        | 4    | A       | 12/05/2022 | 13/05/2022  | 20/06/2022   | ~DC13  |
    """
    check(PUBLICITY, table, heading=("DC05@item",))


@pytest.mark.parametrize(
    ("year", "severity"), [(2022, Severity.NOTE), (2024, Severity.WARNING), (2026, Severity.WARNING)]
)
def test_reading_out_takes_three_days_in_a_row(year: int, severity: Severity) -> None:
    """The figure of 2022 was never verified. Since July 2023 it is owed for clauses 7–12 only."""
    table = f"""
        | item | content | quarter | decided_on   | loudspeaker_from | loudspeaker_until | expect                 |
        | 7    | A       | Quý III | 01/08/{year} | 01/08/{year}     | 02/08/{year}      | DC03@loudspeaker_until |
        | 7    | B       | Quý III | 01/08/{year} | 01/08/{year}     | 03/08/{year}      | ~DC03                  |
        | 7    | C       | Quý III | 01/08/{year} | 01/08/{year}     |                   | ~DC03                  |
        | 7    | D       | Quý I   | 03/01/{year} | 03/01/{year}     | 05/01/{year}      | ~DC03                  |
        | 7    | E       | Quý II  | 03/04/{year} | 03/04/{year}     | 05/04/{year}      | ~DC03                  |
    """
    found = check(PUBLICITY, table, heading=("DC05@item",), as_of=f"14/08/{year}")

    assert [one.severity for one in found if one.code == "DC03"] == [severity]


def test_since_july_2023_other_items_need_not_be_read_out() -> None:
    table = """
        | item | content | quarter | decided_on | loudspeaker_from | loudspeaker_until | expect |
        | 2    | A       | Quý I   | 03/01/2024 | 03/01/2024       | 04/01/2024        | ~DC03  |
    """
    check(PUBLICITY, table, heading=("DC05@item",), as_of="14/02/2024")


ONLY_THE_SECOND_QUARTER = """
    | item | content | quarter | decided_on | posted_from | expect |
    | 1    | A       | Quý II  | 10/04/2024 | 10/04/2024  | ~DC04  |
    | 1    | B       |         | 11/04/2024 | 11/04/2024  |        |
"""


def test_an_ended_quarter_without_any_matter_is_told() -> None:
    found = check(PUBLICITY, ONLY_THE_SECOND_QUARTER, heading=("DC04@quarter", "DC05@item"), as_of="14/11/2024")

    (told,) = [one for one in found if one.code == "DC04"]
    assert say(told).message.startswith(
        "Danh sách nội dung đã công khai phải cập nhật 1 lần mỗi quý; chưa thấy nội dung nào của Quý I, Quý III năm "
    )


def test_a_quarter_closed_as_nothing_or_not_over_yet_is_not_missing() -> None:
    closed = """
        | register  | period | answer          |
        | Công khai | Quý I  | Không phát sinh |
        | Tin, bài  | Quý II | Không phát sinh |
    """
    check(PUBLICITY, ONLY_THE_SECOND_QUARTER, heading=("DC05@item",), others={CLOSING: closed}, as_of="30/09/2024")


def test_in_2022_no_quarterly_list_was_owed() -> None:
    table = """
        | item | content | quarter | decided_on | posted_from | expect |
        | 1    | A       | Quý II  | 11/04/2022 | 11/04/2022  | ~DC04  |
    """
    check(PUBLICITY, table, heading=("DC05@item",))


def test_items_of_the_list_that_were_never_shown_are_named_once() -> None:
    """What is decided and not shown yet does not show its item."""
    names = (
        "Kinh tế – xã hội, ngân sách",
        "Dự án, công trình",
        "Nhiệm vụ của cán bộ, công chức",
        "Quỹ, đóng góp của dân",
        "Vay vốn, bình xét hộ nghèo, trợ cấp",
        "Kết quả thanh tra, kiểm tra, lấy phiếu tín nhiệm",
        "Tiếp thu ý kiến nhân dân",
        "Phí, lệ phí, nghĩa vụ tài chính",
        "Thủ tục hành chính",
    )
    shown = "\n".join(f"| {name} | 06/07/2022 | 07/07/2022 | ~DC05 |" for name in names)
    table = f"| item | decided_on | posted_from | expect |\n{shown}\n| Nội dung khác | 14/11/2022 | | |"
    found = check(PUBLICITY, table, heading=("DC05@item",))

    assert [one.values["items"] for one in found] == ["Địa giới, đơn vị hành chính; Nội dung khác"]


def test_an_empty_register_is_told_by_its_closing_not_by_the_list() -> None:
    assert judge({PUBLICITY: ""}) == []
