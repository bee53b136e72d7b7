"""Dossiers by month."""

from __future__ import annotations

from dataclasses import replace

import pytest

from danvan_xlsx.plan.plan import Plan, Setting
from danvan_xlsx.registers.dossiers import DOSSIERS, FIELDS, LATE_DOSSIERS
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
