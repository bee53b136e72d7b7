"""The people's inspectorate and the boards of investment supervision."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from danvan_xlsx.registers.projects import PROJECTS
from danvan_xlsx.registers.supervision import BOARDS, INSPECTORATE
from danvan_xlsx.words.finding import Severity
from danvan_xlsx.words.layout import Sheet
from danvan_xlsx.words.rules import say
from tests.registers.declared import example_faults
from tests.registers.judged import check, judge, minh_son
from tests.registers.rows import faults, figures, rows, total

MEMBERS = """
    | role       | village    | since      | until      | holds_office |
    | Trưởng ban | Minh Bình  | 01/12/2021 |            | Không        |
    | Phó ban    | Minh Cường | 01/12/2021 | 30/06/2022 | Không        |
    | Thành viên | Minh Cường | 01/07/2022 |            | Không        |
"""

KNOWN = """
    | project | decision    | decided_on | members | deputies | holds_office | report       | reported_on |
    | DA-01   | 12/QĐ-MTTQ  | 20/04/2022 | 5       | 1        | Không        | 03/BC-GSĐTCĐ | 15/09/2022  |
    | DA-02   | 13/QĐ-MTTQ  | 20/04/2022 | 4       | 1        | Không        |              |             |
"""


@pytest.mark.parametrize("sheet", [INSPECTORATE, BOARDS], ids=lambda sheet: sheet.code)
def test_the_examples_are_what_the_sheet_takes(sheet: Sheet) -> None:
    assert example_faults(sheet) == []


@pytest.mark.parametrize(
    ("day", "numbers"),
    [
        (date(2021, 11, 30), []),
        (date(2022, 6, 30), [7, 8]),
        (date(2022, 7, 1), [7, 9]),
    ],
)
def test_members_are_those_in_office_on_the_day(day: date, numbers: list[int]) -> None:
    counted = figures("inspectorate_members", rows(INSPECTORATE, MEMBERS), as_of=day)

    assert [figure.row.number for figure in counted] == numbers


def test_a_board_of_four_is_a_board_without_five_members() -> None:
    found = rows(BOARDS, KNOWN)

    assert total("boards_all", found) == 2
    assert [figure.row["project"] for figure in figures("boards_with_five_members", found)] == ["DA-01"]
    assert [figure.row["project"] for figure in figures("boards_with_report", found)] == ["DA-01"]


def test_reports_count_on_their_day() -> None:
    reported = [row for row in rows(BOARDS, KNOWN) if "reported_on" in row.values]

    assert [(f.row["project"], f.column) for f in figures("board_reports", reported)] == [("DA-01", "reported_on")]


def test_a_day_of_report_asks_for_its_number() -> None:
    table = """
        | project | decision   | decided_on | members | deputies | holds_office | reported_on |
        | DA-01   | 12/QĐ-MTTQ | 20/04/2022 | 5       | 1        | Không        | 15/09/2022  |
    """
    assert faults(BOARDS, table) == [("DL28", "I7")]


# -- rules of the inspectorate ---------------------------------------------------------


def members(count: int, since: str, expect: str = "") -> str:
    found = "\n".join(f"| Thành viên | T{n:02} | {since} | | Không | {expect} |" for n in range(1, count + 1))
    return f"| role | village | since | until | holds_office | expect |\n{found}"


@pytest.mark.parametrize(
    ("count", "as_of", "told"),
    [
        # Until June 2023 from 5 to 11.
        (4, "14/11/2022", ("GS01@role",)),
        (5, "14/11/2022", ()),
        (11, "30/06/2023", ()),
        (12, "30/06/2023", ("GS01@role",)),
        # Since July 2023 as many as villages: the sample has 12.
        (11, "01/07/2023", ("GS01@role",)),
        (12, "01/07/2023", ()),
        (13, "01/07/2026", ("GS01@role",)),
    ],
)
def test_the_inspectorate_has_as_many_members_as_the_regime_asks(count: int, as_of: str, told: tuple[str, ...]) -> None:
    check(INSPECTORATE, members(count, "01/12/2021", "~GS01"), heading=told, as_of=as_of)


def test_where_there_are_fewer_villages_than_five_there_are_five_members() -> None:
    few = replace(minh_son(), villages=dict(list(minh_son().villages.items())[:3]))
    check(INSPECTORATE, members(5, "01/12/2023"), as_of="14/11/2024", plan=few)
    found = check(INSPECTORATE, members(3, "01/12/2023"), heading=("GS01@role",), as_of="14/11/2024", plan=few)

    assert say(found[0]).message == (
        "Ban Thanh tra nhân dân có 3 thành viên đương nhiệm đến 14/11/2024; số thành viên theo quy định là 5 người "
        "(Luật 10/2022/QH15, Điều 36 khoản 1)."
    )


def test_only_members_in_office_are_counted_and_a_doubtful_day_silences() -> None:
    four = members(4, "01/12/2021")
    check(INSPECTORATE, f"{four}\n| Thành viên | T05 | 01/12/2021 | 31/03/2022 | Không | |", heading=("GS01@role",))
    check(INSPECTORATE, f"{four}\n| Thành viên | T05 | 01/12/2021 | 14/11/2022 | Không | ~GS01 |")
    check(INSPECTORATE, f"{four}\n| Thành viên | T05 | 01/12/2021 | 'hết quý I | Không | ~GS01 |")
    check(INSPECTORATE, f"{four}\n| Thành viên | T05 | | | Không | ~GS01 |")
    assert judge({INSPECTORATE: ""}) == []


def test_a_member_in_office_at_the_commune_is_told_politely_while_a_member() -> None:
    table = """
        | role       | village | since      | until      | holds_office | explanation  | expect            |
        | Trưởng ban | T01     | 01/12/2021 |            | Có           |              | GS02@holds_office |
        | Phó ban    | T02     | 01/12/2021 |            | Không        |              | ~GS02             |
        | Thành viên | T03     | 01/12/2021 | 31/03/2022 | Có           |              | ~GS02             |
        | Thành viên | T04     | 01/12/2021 |            | 'có thể      |              | ~GS02             |
        | Thành viên | T05     | 01/12/2021 |            | Có           | Sẽ bầu thay  | GS02@holds_office |
        | Thành viên | T06     | 01/12/2021 |            |              |              | ~GS02             |
    """
    found = check(INSPECTORATE, table)

    assert [one.severity for one in found] == [Severity.WARNING, Severity.NOTE]
    assert say(found[0]).remedy.startswith("Trân trọng đề nghị Ủy ban MTTQ xã phối hợp")


@pytest.mark.parametrize(
    ("as_of", "told"),
    [
        # Twelve members in all are one too many until June 2023, and as many as villages since.
        ("14/11/2022", ("GS01@role",)),
        ("14/08/2023", ()),
        ("15/08/2023", ("GS14@role",)),
    ],
)
def test_three_deputies_are_too_many_since_august_2023(as_of: str, told: tuple[str, ...]) -> None:
    deputies = "\n".join(f"| Phó ban | T{n} | 01/12/2021 | | Không | |" for n in (10, 11, 12))
    check(INSPECTORATE, f"{members(9, '01/12/2021')}\n{deputies}", heading=told, as_of=as_of)


def test_two_deputies_and_a_former_third_are_not_too_many() -> None:
    left = ((11, ""), (12, ""), (12, "31/03/2022"))
    deputies = "\n".join(f"| Phó ban | T{n} | 01/12/2021 | {until} | Không | ~GS14 |" for n, until in left)
    check(INSPECTORATE, f"{members(10, '01/12/2021')}\n{deputies}", as_of="14/11/2023")


def test_two_heads_at_once_are_a_head_without_a_last_day() -> None:
    table = """
        | role       | village | since      | until      | holds_office | expect |
        | Trưởng ban | T01     | 01/12/2021 |            | Không        | {told} |
        | Trưởng ban | T02     | 01/04/2022 | {until}    | Không        |        |
        | Thành viên | T03     | 01/12/2021 |            | Không        |        |
        | Thành viên | T04     | 01/12/2021 |            | Không        |        |
        | Thành viên | T05     | 01/12/2021 |            | Không        |        |
        | Thành viên | T06     | 01/12/2021 |            | Không        |        |
    """
    check(INSPECTORATE, table.format(told="GS15@role", until=""))
    check(INSPECTORATE, table.format(told="~GS15", until="30/06/2022"))
    check(INSPECTORATE, table.format(told="~GS15", until="'hè 2022"))


@pytest.mark.parametrize(
    ("since", "as_of", "told"),
    [
        ("14/11/2020", "14/11/2022", ()),
        ("11/11/2020", "14/11/2022", ("GS16@since",)),
        # 13/11 is a Sunday: the last day is Monday.
        ("13/11/2020", "14/11/2022", ()),
        # Since July 2023 the term is that of the heads of villages: no figure is known.
        ("01/12/2020", "01/07/2023", ("GS01@role",)),
    ],
)
def test_the_term_of_the_inspectorate_was_two_years(since: str, as_of: str, told: tuple[str, ...]) -> None:
    check(INSPECTORATE, members(11, since, "~GS16"), heading=told, as_of=as_of)


# -- rules of the boards ---------------------------------------------------------------

STARTED = """
    | code  | started_on | board_decision | board_since |
    | DA-01 | 25/04/2022 | 05/QĐ-MTTQ     | 04/03/2022  |
    | DA-02 |            | 06/QĐ-MTTQ     | 04/03/2022  |
    | DA-03 | 20/12/2022 | 07/QĐ-MTTQ     | 04/03/2022  |
"""


def test_a_board_has_five_members_and_nobody_in_office() -> None:
    """The figure of 2022 was never verified; since July 2023 it stands in the law."""
    table = """
        | project | decision   | decided_on | members | deputies | holds_office | expect       |
        | DA-11   | 01/QĐ-MTTQ | 04/03/2022 | 4       | 3        | Không        | GS08@members |
        | DA-12   | 02/QĐ-MTTQ | 04/03/2022 | 5       | 3        | Không        | ~GS08 ~GS09  |
        | DA-13   | 03/QĐ-MTTQ | 04/03/2020 | 4       | 1        | Không        | ~GS08        |
        | DA-14   | 04/QĐ-MTTQ | 04/03/2024 | 4       | 1        | Không        | GS08@members |
        | DA-15   | 05/QĐ-MTTQ | 04/03/2024 | 7       | 3        | Không        | GS09@deputies |
        | DA-16   | 06/QĐ-MTTQ | 04/03/2024 | 7       | 2        | Không        | ~GS09        |
        | DA-17   | 07/QĐ-MTTQ |            | 4       | 3        | Không        | ~GS08        |
        | DA-18   | 08/QĐ-MTTQ | 04/03/2024 | 7       | 2        | Có           | GS10@holds_office |
        | DA-19   | 09/QĐ-MTTQ | 04/03/2024 | 7       | 2        |              | ~GS10        |
        | DA-20   | 10/QĐ-MTTQ | 02/07/2026 | 5       | 2        | Không        | ~GS10        |
    """
    found = check(BOARDS, table, as_of="14/11/2026")

    told = {one.values["project"]: one.severity.value for one in found}
    assert told == {"DA-11": "note", "DA-14": "warning", "DA-15": "warning", "DA-18": "warning"}


@pytest.mark.parametrize(
    ("project", "decided_on", "noticed_on", "expect"),
    [
        # 45 days before 25/4 is 11/3.
        ("DA-01", "04/03/2022", "12/03/2022", "GS11@noticed_on"),
        ("DA-01", "04/03/2022", "11/03/2022", "~GS11"),
        ("DA-01", "04/03/2022", "", "GS11@noticed_on"),
        ("DA-01", "04/03/2022", "'đã báo", "~GS11"),
        # Set up after the start: told at the project. Not started yet, or in the future: nothing to count from.
        ("DA-01", "26/04/2022", "28/04/2022", "~GS11"),
        ("DA-02", "04/03/2022", "", "~GS11"),
        ("DA-03", "04/03/2022", "", "~GS11"),
        ("DA-99", "04/03/2022", "", "~GS11"),
    ],
)
def test_the_investor_is_told_forty_five_days_ahead(
    project: str, decided_on: str, noticed_on: str, expect: str
) -> None:
    """A note: the law counts from the supervision, of which the start of the works is only the earliest day."""
    table = f"""
        | project   | decision   | decided_on   | members | deputies | holds_office | noticed_on   | expect   |
        | {project} | 05/QĐ-MTTQ | {decided_on} | 5       | 1        | Không        | {noticed_on} | {expect} |
    """
    found = check(BOARDS, table, others={PROJECTS: STARTED})

    assert {one.severity for one in found} <= {Severity.NOTE}
