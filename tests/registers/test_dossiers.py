"""Dossiers by month and by field, and late dossiers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from danvan_xlsx.plan.plan import Plan, Setting
from danvan_xlsx.registers.dossiers import DOSSIERS, FIELDS, LATE_DOSSIERS
from danvan_xlsx.registers.procedures import PROCEDURES
from danvan_xlsx.words.finding import Severity
from danvan_xlsx.words.layout import Sheet
from danvan_xlsx.words.rules import say
from tests.registers.declared import example_faults
from tests.registers.judged import check, minh_son
from tests.registers.rows import faults, figures, rows, total

MONTHS = """
    | month | from_day   | to_day     | carried_over | online | direct | early | on_time | late | pending_overdue | direct_in_software |
    | 3     |            |            | 11           | 71     | 143    | 140   | 68      | 2    | 0               | 143                |
    | 5     | 01/05/2022 | 20/05/2022 | 14           | 65     | 73     | 90    | 45      | 0    | 0               | 70                 |
    | 5     | 21/05/2022 | 31/05/2022 | 17           | 32     | 33     | 40    | 27      | 0    | 0               |                    |
"""  # noqa: E501


@pytest.mark.parametrize("sheet", [DOSSIERS, FIELDS, LATE_DOSSIERS], ids=lambda sheet: sheet.code)
def test_the_examples_are_what_the_sheet_takes(sheet: Sheet) -> None:
    assert example_faults(sheet) == []


@pytest.mark.parametrize(
    ("measure", "amount"),
    [
        ("dossiers_received", 71 + 143 + 65 + 73 + 32 + 33),
        ("dossiers_online", 71 + 65 + 32),
        ("dossiers_in_software", 71 + 143 + 65 + 70 + 32),
        ("dossiers_resolved", 140 + 68 + 2 + 90 + 45 + 40 + 27),
        ("dossiers_on_time", 140 + 68 + 90 + 45 + 40 + 27),
        ("dossiers_late", 2),
    ],
)
def test_dossiers_are_added_up_over_months_and_parts_of_months(measure: str, amount: int) -> None:
    assert total(measure, rows(DOSSIERS, MONTHS)) == amount


def test_what_was_carried_over_was_not_received_in_the_period() -> None:
    counted = figures("dossiers_received", rows(DOSSIERS, MONTHS)[:1])

    assert [(figure.column, figure.amount) for figure in counted] == [("online", 71), ("direct", 143)]


def test_the_first_day_of_a_part_asks_for_the_last() -> None:
    table = """
        | month | from_day   | carried_over | online | direct | early | on_time | late | pending_overdue |
        | 5     | 01/05/2022 | 14           | 65     | 73     | 90    | 45      | 0    | 0               |
    """
    assert faults(DOSSIERS, table) == [("DL28", "D7")]


LATE = """
    | code | procedure | received_on | due_on     | returned_on | cause              | section | apologised_on |
    | HS-1 | 1.001     | 08/03/2022  | 15/03/2022 | 18/03/2022  | Phối hợp           | TP      | 16/03/2022    |
    | HS-2 | 1.001     | 08/03/2022  | 15/03/2022 | 18/03/2022  | Hồ sơ phải bổ sung | TP      |               |
    | HS-3 | 1.002     | 01/06/2022  | 08/06/2022 |             | Khác               | DC      | 09/06/2022    |
"""


def test_a_late_dossier_without_an_apology_is_counted_as_late_alone() -> None:
    found = rows(LATE_DOSSIERS, LATE)

    assert total("late_dossiers_all", found) == 3
    apologised = figures("late_dossiers_apologised", found)
    assert [(figure.row["code"], figure.column) for figure in apologised] == [
        ("HS-1", "apologised_on"),
        ("HS-3", "apologised_on"),
    ]


# -- months ------------------------------------------------------------------------


#: A list in which a day is missing: nothing is compared with it.
HALF_LISTED = {LATE_DOSSIERS: "| code | returned_on |\n| HS-1 | 25/03/2022 |"}


def test_what_is_settled_was_there_and_what_is_overdue_is_left() -> None:
    check(
        DOSSIERS,
        """
        | month | carried_over | online | direct | early | on_time | late | pending_overdue | expect               |
        | 1     | 15           | 168    | 0      | 117   | 53      | 14   | 0               | HC01@early           |
        | 3     | 15           | 168    | 0      | 117   | 53      | 13   | 0               | ~HC01                |
        | 5     | 15           | 168    | 0      | 117   | 53      | 0    | 14              | HC09@pending_overdue |
        | 7     | 15           | 168    | 0      | 117   | 53      | 0    | 13              | ~HC09                |
        | 9     | 15           | 168    | 0      | 117   | 53      | 14   | 1               | HC01@early ~HC09     |
        | 11    | 15           | 168    | 0      | 317   | 53      |      | 199             | ~HC01 ~HC09          |
        """,
        others=HALF_LISTED,
    )


def test_a_month_begins_with_what_the_month_before_has_left() -> None:
    check(
        DOSSIERS,
        """
        | month   | from_day   | to_day     | carried_over | online | direct | early | on_time | late | expect            |
        | 12/2021 |            |            | 10           | 70     | 30     | 65    | 30      | 0    |                   |
        | 1       |            |            | 14           | 70     | 30     | 65    | 34      | 0    | HC02@carried_over |  into the year
        | 2       |            |            | 15           | 70     | 30     | 70    | 30      | 0    | ~HC02             |
        | 3       |            |            | 15           | 70     | 30     | 100   | 16      | 0    | HC01@early        |
        | 4       |            |            | 15           | 70     | 30     | 75    | 30      |      | ~HC02             |  follows from HC01
        | 5       | 01/05/2022 | 20/05/2022 | 15           | 70     | 30     | 75    | 30      | 0    | ~HC02             |  after a blank
        | 5       | 21/05/2022 | 31/05/2022 | 11           | 70     | 30     | 71    | 30      | 0    | HC02@carried_over |
        | 7       |            |            | 99           | 70     | 30     | 70    | 30      | 0    | HC02@carried_over |
        | 6       |            |            | 10           | 70     | 30     | 70    | 30      | 0    | ~HC02             |  rows in any order
        | 9       |            |            | 5            | 70     | 30     | 70    | 30      | 0    | ~HC02             |  August is not there
        """,  # noqa: E501
        others=HALF_LISTED,
    )


def test_the_words_of_a_carry_over_are_those_of_the_office() -> None:
    (found,) = check(
        DOSSIERS,
        """
        | month | carried_over | online | direct | early | on_time | late | expect            |
        | 5     | 14           | 97     | 3      | 60    | 39      | 0    |                   |
        | 6     | 14           | 97     | 3      | 60    | 40      | 0    | HC02@carried_over |
        """,
    )

    assert say(found).message == "Tháng 6: kỳ trước chuyển sang 14; cuối tháng 5 còn 15 hồ sơ."


def test_parts_of_a_month_lie_in_it_and_fill_it_once() -> None:
    check(
        DOSSIERS,
        """
        | month | from_day   | to_day     | expect           |
        | 1     | 01/01/2022 | 20/01/2022 | ~HC12            |
        | 1     | 21/01/2022 | 31/01/2022 | ~HC11            |
        | 2     | 01/02/2022 | 20/03/2022 | HC10@to_day      |
        | 3     | 28/02/2022 | 31/03/2022 | HC10@from_day    |
        | 4     | 30/04/2022 | 01/04/2022 | ~HC10            |  the two days are in the wrong order: told at their cell
        | 5     | 01/05/2022 | 20/05/2022 |                  |
        | 5     | 20/05/2022 | 31/05/2022 | HC11@month       |
        | 6     |            |            |                  |
        | 6     |            |            | HC11@month       |
        | 7     | 02/07/2022 | 20/07/2022 | HC12@from_day    |
        | 7     | 23/07/2022 | 31/07/2022 | HC12@from_day    |
        | 8     | 01/08/2022 | 30/08/2022 | HC12@to_day      |
        | 9     | 01/09/2022 | 30/09/2022 | ~HC10            |
        | 10    | 01/10/2022 |            | ~HC10            |  the missing day is told at its cell
        | 11    | 01/11/2022 | 13/11/2022 | ~HC12            |  the month runs on
        """,
    )


def test_a_day_that_could_not_be_read_leaves_gaps_untold() -> None:
    check(
        DOSSIERS,
        """
        | month | from_day   | to_day      | expect |
        | 5     | 01/05/2022 | 20/05/2022  | ~HC12  |
        | 5     | 21/05/2022 | '31/05/22   | ~HC12  |
        """,
    )


def test_a_month_is_split_where_a_period_with_fields_is_cut() -> None:
    months = """
        | month | from_day   | to_day     | expect     |
        | 3     |            |            | ~HC13      |  the inspection sector cuts on 14/3: no fields are written for it
        | 5     |            |            | HC13@month |
        | 10    |            |            | ~HC13      |
    """  # noqa: E501
    check(DOSSIERS, months, others={FIELDS: "| period |\n| 6t |\n| NAM |"})
    check(DOSSIERS, months.replace("HC13@month", "~HC13"), others={FIELDS: "| period |\n| NAM |\n| 9T |"})


def test_the_online_share_is_told_once_for_the_last_month_and_to_date() -> None:
    (found,) = check(
        DOSSIERS,
        """
        | month | from_day   | to_day     | online | direct | expect |
        | 9     |            |            | 912    | 970    |        |
        | 10    | 01/10/2022 | 20/10/2022 | 100    | 30     |        |
        | 10    | 21/10/2022 | 31/10/2022 | 48     | 30     |        |
        | 11    |            |            | 0      | 900    |        |  not over
        """,
        heading=("HC03@online",),
    )

    assert found.severity is Severity.NOTE
    assert say(found).message == (
        "Hồ sơ trực tuyến tháng 10 đạt 71,2%; lũy kế 50,7% (1.060/2.090); mức tham khảo 70% (tính trên mọi thủ tục)."
    )


ONLINE = """
    | month | online | direct | direct_with_service | expect |
    | 9     | 600    | 400    | 350                 | ~HC03  |
    | 10    | 700    | 300    | 250                 | ~HC03  |
"""


@pytest.mark.parametrize(
    ("months", "told"),
    [
        ([(9, "700", "300"), (10, "700", "300")], ()),
        ([(9, "800", "200"), (10, "699", "301")], ("HC03@online",)),
        ([(9, "699", "301"), (10, "700", "300")], ("HC03@online",)),
        ([(9, "1", "999"), (10, "", "300")], ()),
        ([(9, "1", "999"), (10, "7 hồ sơ", "300")], ()),
        ([(9, "0", "0")], ()),
    ],
)
def test_a_share_at_the_target_is_enough_and_one_unknown_month_is_no_share(
    months: list[tuple[int, str, str]], told: tuple[str, ...]
) -> None:
    rows = "\n".join(f"| {month} | {online} | {direct} | ~HC03 |" for month, online, direct in months)
    check(DOSSIERS, f"| month | online | direct | expect |\n{rows}", heading=told)


def test_what_is_just_below_the_target_is_not_shown_as_reached() -> None:
    table = "| month | online | direct | expect |\n| 10 | 69999 | 30001 | |"
    (found,) = check(DOSSIERS, table, heading=("HC03@online",))

    assert "tháng 10 đạt 69,9%" in say(found).message


def of_services(plan: Plan) -> Plan:
    return replace(plan, settings=(*plan.settings, Setting("online_share", "with_service", None, None, "", "")))


def test_the_plan_may_count_procedures_with_an_online_service_alone() -> None:
    (found,) = check(DOSSIERS, ONLINE, heading=("HC03@online",))
    assert "lũy kế 65% (1.300/2.000)" in say(found).message

    (found,) = check(DOSSIERS, ONLINE, plan=of_services(minh_son()), heading=("HC03@online",))
    assert "lũy kế 68,4% (1.300/1.900)" in say(found).message
    assert "(tính trên thủ tục có dịch vụ công trực tuyến)" in say(found).message


def test_without_a_target_no_share_is_told() -> None:
    check(DOSSIERS, ONLINE, plan=replace(minh_son(), tasks={}))


def test_an_adopted_target_is_no_longer_for_reference() -> None:
    adopted = Setting("adopted", "II.2.11", None, None, "", "")
    plan = replace(minh_son(), settings=(*minh_son().settings, adopted))
    (found,) = check(DOSSIERS, ONLINE, plan=plan, heading=("HC03@online",))

    assert "; mức 70% (" in say(found).message


@pytest.mark.parametrize(
    ("with_service", "setting", "told"),
    [
        (("20", "30"), False, ()),
        (("20", ""), False, ("HC16@direct_with_service",)),
        (("", ""), False, ()),
        (("", ""), True, ("HC16@direct_with_service",)),
        (("20", "0"), True, ()),
        (("20", "'ba mươi"), True, ()),
    ],
)
def test_a_share_over_services_needs_their_dossiers_in_every_row(
    with_service: tuple[str, str], setting: bool, told: tuple[str, ...]
) -> None:
    rows = "\n".join(f"| {n} | 90 | 30 | {cell} | ~HC16 |" for n, cell in enumerate(with_service, 9))
    plan = of_services(minh_son()) if setting else minh_son()
    check(
        DOSSIERS,
        f"| month | online | direct | direct_with_service | expect |\n{rows}",
        plan=plan,
        heading=told,
    )


def test_late_dossiers_of_a_month_are_listed_one_by_one() -> None:
    late = """
        | code | due_on     | returned_on |
        | HS-1 | 22/03/2022 | 25/03/2022  |
        | HS-2 | 31/03/2022 | 01/04/2022  |
        | HS-3 | 25/04/2022 | 25/04/2022  |  in time
        | HS-4 | 25/05/2022 |             |
        | HS-5 | 30/06/2022 | 04/07/2022  |
    """
    months = """
        | month | late | pending_overdue | expect               |
        | 3     | 1    | 0               | ~HC14 ~HC15          |  due on the last day: either count will do
        | 4     | 2    | 0               | HC14@late            |
        | 5     | 0    | 0               | HC15@pending_overdue |
        | 6     | 0    | 2               | ~HC15                |
        | 7     | 0    | 1               | HC14@late            |
        | 8     |      |                 | ~HC14 ~HC15          |
        | 11    | 7    | 7               | ~HC14 ~HC15          |  not over
    """
    check(DOSSIERS, months, others={LATE_DOSSIERS: late})
    unreadable = late.replace("25/03/2022  |", "'25/3/22     |", 1)
    sound = months.replace("HC14@late", "~HC14").replace("HC15@pending_overdue", "~HC15")
    check(DOSSIERS, sound, others={LATE_DOSSIERS: unreadable})


# -- fields ------------------------------------------------------------------------

TO_20_MAY = """
    | month | from_day   | to_day     | carried_over | online | direct | late | pending_overdue |
    | 1     |            |            | 15           | 10     | 20     | 0    | 3               |
    | 2     |            |            | 13           | 10     | 20     | 0    | 3               |
    | 3     |            |            | 11           | 10     | 20     | 2    | 3               |
    | 4     |            |            | 15           | 10     | 20     |      | 3               |
    | 5     | 01/05/2022 | 20/05/2022 | 14           | 10     | 20     | 0    | 1               |
    | 5     | 21/05/2022 | 31/05/2022 | 15           | 10     | 20     | 0    | 7               |
"""


def test_fields_add_up_to_the_months_of_their_period() -> None:
    check(
        FIELDS,
        """
        | period | field   | carried_over | online | direct | late | pending_overdue | expect               |
        | 6T     | Hộ tịch | 10           | 30     | 60     | 9    | 0               |                      |
        | 6t     | Đất đai | 5            | 20     | 39     | 9    | 1               | HC07@direct ~HC07    |
        | NAM    | Hộ tịch | 10           | 30     | 60     | 9    | 0               | ~HC07                |  months are missing
        | 9T     | Hộ tịch | 1            | 1      | 1      | 1    | 1               | ~HC07                |  no such period
        """,  # noqa: E501
        others={DOSSIERS: TO_20_MAY},
    )


@pytest.mark.parametrize(
    "row",
    [
        "| 6T | Đất đai | 4 | 20 | 40 | 1 | HC07@carried_over |",
        "| 6T | Đất đai | 5 | 20 | 40 | 0 | HC07@pending_overdue |",
        "| 6T | Đất đai | 5 | 20 | 40 | 1 | ~HC07 |",
        "| 6T | Đất đai | 5 | | 40 | 1 | ~HC07 |",
        "| 6T | Đất đai | 5 | 3 hồ sơ | 40 | 1 | ~HC07 |",
        "| 6T | Hộ tịch | 5 | 21 | 41 | 1 | HC19@field ~HC07 |",
        "| | Đất đai | 5 | 21 | 41 | 1 | ~HC07 |",
    ],
)
def test_what_was_there_is_of_the_first_month_and_what_is_pending_of_the_last(row: str) -> None:
    table = f"""
        | period | field | carried_over | online | direct | pending_overdue | expect |
        | 6T | Hộ tịch | 10 | 30 | 60 | 0 | |
        {row}
    """
    check(FIELDS, table, others={DOSSIERS: TO_20_MAY})


def test_months_that_overlap_or_are_not_split_show_nothing_of_a_period() -> None:
    fields = "| period | field | online | expect |\n| 6T | Hộ tịch | 1 | ~HC07 |"
    whole = TO_20_MAY.replace("| 01/05/2022 | 20/05/2022 |", "|  |  |")
    check(FIELDS, fields, others={DOSSIERS: whole})
    check(FIELDS, fields, others={DOSSIERS: TO_20_MAY.replace("| 2     |", "| 3     |")})


def test_each_field_balances_by_itself() -> None:
    check(
        FIELDS,
        """
        | period | field   | carried_over | online | direct | early | on_time | late | pending_overdue | expect               |
        | 6T     | Hộ tịch | 4            | 92     | 81     | 120   | 58      | 0    | 0               | HC17@early           |
        | 6T     | Đất đai | 4            | 92     | 81     | 120   | 57      | 0    | 0               | ~HC17                |
        | 6T     | Nội vụ  | 4            | 92     | 81     | 117   | 56      | 0    | 5               | HC18@pending_overdue |
        | 6T     | Khác    | 4            | 92     | 81     | 117   | 56      | 0    | 4               | ~HC18                |
        | 6T     | Y tế    | 4            | 92     | 81     | 117   | 156     |      | 4               | ~HC17 ~HC18          |
        """,  # noqa: E501
    )


def test_a_field_stands_once_in_a_period() -> None:
    check(
        FIELDS,
        """
        | period | field   | expect           |
        | 6T     | Hộ tịch |                  |
        | 6t     | Hộ tịch | HC19@field       |
        | NAM    | Hộ tịch | ~HC19            |
        | 6T     |         | ~HC19            |
        """,
    )


def test_a_longer_period_of_the_same_beginning_has_no_less() -> None:
    check(
        FIELDS,
        """
        | period | field   | carried_over | online | direct | expect                         |
        | NAM    | Hộ tịch | 4            | 91     | 81     | HC20@online                    |
        | 6T     | Hộ tịch | 4            | 92     | 81     | ~HC20                          |
        | NAM    | Đất đai | 5            | 62     |        | HC20@carried_over              |
        | 6T     | Đất đai | 4            | 18     | 30     |                                |
        | TTR-Q1 | Đất đai | 9            | 99     | 99     | ~HC20                          |  begins on another day
        """,
    )


def test_a_field_with_online_dossiers_has_a_procedure_that_can_be_filed_online() -> None:
    listed_procedures = """
        | code | field     | level      |
        | 1.1  | Đất đai   | Mức độ 2   |
        | 1.2  | Hộ tịch   | Mức độ 2   |
        | 1.3  | Hộ tịch   | Một phần   |
        | 1.4  | Xây dựng  | Mức độ 1   |
        | 1.5  | Bảo trợ   |            |
    """
    fields = """
        | period | field    | online | expect      |
        | 6T     | Đất đai  | 18     | HC06@online |
        | 6T     | Hộ tịch  | 18     | ~HC06       |
        | 6T     | Xây dựng | 0      | ~HC06       |
        | 6T     | Bảo trợ  | 3      | ~HC06       |  the level is not known
        | 6T     | Nội vụ   | 3      | ~HC06       |  nothing of it is listed
    """
    check(FIELDS, fields, others={PROCEDURES: listed_procedures})
    check(FIELDS, fields.replace("HC06@online", "~HC06"))


# -- late dossiers -----------------------------------------------------------------


def test_a_late_dossier_is_owed_an_apology_in_time_and_a_new_day_that_is_kept() -> None:
    found = check(
        LATE_DOSSIERS,
        """
        | code | due_on     | returned_on | apologised_on | new_due_on | explanation | expect                     |
        | 01   | 23/08/2022 | 24/08/2022  |               |            |             | HC04@apologised_on         |
        | 02   | 13/11/2022 |             |               |            |             | HC04@apologised_on         |  still not returned
        | 03   | 14/11/2022 |             |               |            |             | ~HC04                      |  due today
        | 04   | 23/08/2022 | 23/08/2022  |               |            |             | HC24@returned_on ~HC04     |
        | 05   | 23/08/2022 | 24/08/2022  | 22/08/2022    | 24/08/2022 |             | ~HC04 ~HC21 ~HC23 ~HC24    |
        | 06   | 23/08/2022 | 26/08/2022  | 23/08/2022    | 26/08/2022 |             | HC21@apologised_on         |
        | 07   | 20/06/2022 | 24/06/2022  | 19/06/2022    | 24/06/2022 |             | ~HC21                      |  a Sunday
        | 08   | 23/08/2022 | 26/08/2022  | 22/08/2022    |            |             | HC22@new_due_on            |
        | 09   | 23/08/2022 | 25/08/2022  | 25/08/2022    |            |             | HC21@apologised_on ~HC22   |  handed over with it
        | 10   | 23/08/2022 | 29/08/2022  | 22/08/2022    | 26/08/2022 |             | HC23@returned_on           |
        | 11   | 08/11/2022 |             | 07/11/2022    | 11/11/2022 |             | HC23@returned_on           |
        | 12   | 08/11/2022 |             | 07/11/2022    | 14/11/2022 |             | ~HC23                      |
        | 13   | 23/08/2022 | 24/08/2022  |               |            | Mất mạng    | HC04@apologised_on         |
        | 14   |            | 24/08/2022  | 22/08/2022    |            |             | ~HC22                      |  nobody knows when it was due
        | 15   | 20/06/2021 | 24/06/2021  | 24/06/2021    | 24/06/2021 |             | ~HC21                      |  before NĐ 107/2021
        | 16   | 30/06/2025 | 02/07/2025  | 30/06/2025    | 02/07/2025 |             | HC21@apologised_on         |
        | 17   | 01/07/2025 | 03/07/2025  | 02/07/2025    | 02/07/2025 |             | ~HC21 ~HC23                |  NĐ 118/2025 gives no day
        | 18   | 01/07/2025 | 03/07/2025  |               |            |             | HC04@apologised_on         |
        | 19   | 01/07/2026 | 03/07/2026  |               |            |             | HC04@apologised_on         |
        | 20   | 01/06/2018 | 04/06/2018  |               |            |             | ~HC04                      |  before NĐ 61/2018
        """,  # noqa: E501
    )

    severities = {(one.values["code"], one.code): one.severity for one in found}
    assert severities["01", "HC04"] is Severity.WARNING
    assert severities["13", "HC04"] is Severity.NOTE, "explained"
    assert severities["18", "HC04"] is Severity.NOTE, "not verified"
    assert {severities["06", "HC21"], severities["10", "HC23"]} == {Severity.NOTE}
    assert severities["08", "HC22"] is Severity.WARNING


def test_the_promised_day_keeps_to_the_time_limit_of_the_procedure() -> None:
    check(
        LATE_DOSSIERS,
        """
        | code | procedure | received_on | due_on     | apologised_on | new_due_on | expect      |
        | 01   | 2.001     | 09/08/2022  | 24/08/2022 | 01/08/2022    | 14/11/2022 | HC25@due_on |
        | 02   | 2.001     | 09/08/2022  | 23/08/2022 | 01/08/2022    | 14/11/2022 | ~HC25       |
        | 03   | 1.001     | 09/08/2022  | 10/08/2022 | 01/08/2022    | 14/11/2022 | ~HC25       |  received after 15:00
        | 04   | 1.001     | 09/08/2022  | 11/08/2022 | 01/08/2022    | 14/11/2022 | HC25@due_on |
        | 05   | 1.002     | 09/08/2022  | 11/11/2022 | 01/08/2022    | 14/11/2022 | ~HC25       |  no limit is written
        | 06   | 1.009     | 09/08/2022  | 11/11/2022 | 01/08/2022    | 14/11/2022 | ~HC25       |  not listed
        | 07   | 2.001     | 30/08/2022  | 15/09/2022 | 01/08/2022    | 14/11/2022 | ~HC25       |  1 and 2 September are off
        """,  # noqa: E501
        others={PROCEDURES: "| code | time_limit |\n| 2.001 | 10 |\n| 1.001 | 0 |\n| 1.002 | |"},
    )
