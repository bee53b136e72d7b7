"""Votes, opinions and conferences of the villages, and contributions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from danvan_xlsx.check.columns import judge_columns
from danvan_xlsx.plan.plan import Plan, Village
from danvan_xlsx.registers.votes import CONTRIBUTIONS, VOTES
from danvan_xlsx.words.finding import Severity
from danvan_xlsx.words.layout import Sheet
from danvan_xlsx.words.rules import Register, say
from tests.registers.declared import MINH_SON, example_faults
from tests.registers.judged import check, minh_son
from tests.registers.rows import faults, figures, rows, total

MEETINGS = """
    | code  | village    | day        | kind            | matter   | content | form     | households | attending | in_favour | against | result          |
    | DB-01 | Minh Bình  | 18/05/2022 | Biểu quyết      | Đóng góp | Đường   | Giơ tay  | 214        | 176       | 162       | 14      | Thông qua       |
    | DB-02 | Minh Khai  | 20/05/2022 | Biểu quyết      | Quỹ thôn | Quỹ     | Giơ tay  | 167        | 132       | 77        | 55      | Thông qua       |
    | DB-03 | Minh Cường | 21/05/2022 | Biểu quyết      | Hương ước| Quy ước | Bỏ phiếu | 176        | 150       | 88        | 62      | Thông qua       |
    | DB-04 | Minh Phú   | 22/05/2022 | Biểu quyết      | Đóng góp | Kênh    | Giơ tay  | 143        | 120       | 60        | 60      | Không thông qua |
    | DB-05 | Minh Bình  | 10/11/2022 | Hội nghị thôn   |          | Năm     |          | 214        | 150       |           |         |                 |
    | DB-06 | Minh Bình  | 12/11/2022 | Hội nghị năm    |          | Năm     |          | 214        | 160       |           |         |                 |
    | DB-07 | Minh Phú   | 12/11/2022 | Hội nghị thôn   |          | Năm     |          | 143        | 100       |           |         |                 |
    | DB-08 | Minh Khai  | 12/11/2022 | Tham gia ý kiến |          | Dự thảo |          | 167        | 90        |           |         |                 |
"""  # noqa: E501


@pytest.mark.parametrize("sheet", [VOTES, CONTRIBUTIONS], ids=lambda sheet: sheet.code)
def test_the_examples_are_what_the_sheet_takes(sheet: Sheet) -> None:
    assert example_faults(sheet) == []


def test_only_votes_are_votes_and_only_passed_ones_passed() -> None:
    found = rows(VOTES, MEETINGS)

    assert [figure.row["code"] for figure in figures("votes_held", found)] == ["DB-01", "DB-02", "DB-03", "DB-04"]
    assert [figure.row["code"] for figure in figures("votes_passed", found)] == ["DB-01", "DB-02", "DB-03"]


def test_a_majority_is_taken_of_all_households_and_half_is_not_enough() -> None:
    """77 of 132 present are 58 %, of 167 households 46 %; 88 of 176 are just half."""
    found = rows(VOTES, MEETINGS)

    counted = figures("votes_passed_by_more_than_half", found)
    assert [(figure.row["code"], figure.column) for figure in counted] == [("DB-01", "in_favour")]


def test_a_village_that_met_twice_is_one_of_all_villages_of_the_plan() -> None:
    villages = {code: Village(code, code, 0, 0, 0, 0) for code in ("T01", "T02", "T03")}
    found = rows(VOTES, MEETINGS)

    assert sorted(figure.row["code"] for figure in figures("villages_with_conference", found)) == ["DB-05", "DB-07"]
    assert total("villages_to_confer", found, plan=replace(MINH_SON, villages=villages)) == 3
    assert total("villages_to_confer", [], plan=replace(MINH_SON, villages=villages)) == 0


def test_more_households_voting_than_there_are_is_told_at_its_cell() -> None:
    table = """
        | code  | village    | day        | kind       | matter   | content | form    | households | attending | in_favour | against | result    |
        | DB-01 | Minh Quang | 18/05/2022 | Biểu quyết | Đóng góp | Đường   | Giơ tay | 228        | 230       | 200       | 231     | Thông qua |
    """  # noqa: E501
    register = Register(VOTES, tuple(rows(VOTES, table)))

    judged = judge_columns({"votes": register}, MINH_SON, date(2022, 11, 14))
    assert [(one.code, one.place.cell) for one in judged] == [("DL19", "J7"), ("DL19", "L7")]


def test_a_vote_asks_for_its_matter_form_counts_and_result_and_a_conference_does_not() -> None:
    table = """
        | code  | village   | day        | kind          | content | households | attending |
        | DB-01 | Minh Bình | 18/05/2022 | Biểu quyết    | Đường   | 214        | 176       |
        | DB-02 | Minh Bình | 10/11/2022 | Hội nghị thôn | Năm     | 214        | 150       |
    """
    assert sorted(faults(VOTES, table)) == [("DL28", f"{letter}7") for letter in "FHKLM"]


# -- rules of votes --------------------------------------------------------------------


def test_a_majority_of_2022_is_more_than_half_of_all_households() -> None:
    """58 % of those who came are 46 % of the village; just half is not enough."""
    table = """
        | code  | kind       | matter    | day        | households | attending | in_favour | against | result         | expect      |
        | DB-01 | Biểu quyết | Đóng góp  | 11/07/2022 | 189        | 150       | 87        | 63      | Thông qua      | DC06@result |
        | DB-02 | Biểu quyết | Đóng góp  | 11/07/2022 | 189        | 150       | 95        | 55      | Thông qua      | ~DC06       |
        | DB-03 | Biểu quyết | Quỹ thôn  | 11/07/2022 | 176        | 150       | 88        | 62      | Thông qua      | DC06@result |
        | DB-04 | Biểu quyết | Đóng góp  | 11/07/2022 | 189        | 150       | 87        | 63      | Chưa thông qua | ~DC14       |
        | DB-05 | Biểu quyết | Trưởng thôn | 11/07/2022 | 189      | 150       | 95        | 55      | Chưa thông qua | DC14@result |
        | DB-06 | Biểu quyết |           | 11/07/2022 | 189        | 150       | 87        | 63      | Thông qua      | ~DC06       |
        | DB-07 | Biểu quyết | Đóng góp  |            | 189        | 150       | 87        | 63      | Thông qua      | ~DC06       |
        | DB-08 | Biểu quyết | Đóng góp  | 11/07/2022 | 189        | 150       | 'gần hết  | 63      | Thông qua      | ~DC06       |
        | DB-09 | Biểu quyết | Đóng góp  | 11/07/2022 | 0          | 0         | 0         | 0       | Thông qua      | ~DC06       |
        | DB-10 | Biểu quyết | Đóng góp  | 11/07/2022 | 189        | 87        | 95        | 0       | Chưa thông qua | DC17@attending |
    """  # noqa: E501
    found = check(VOTES, table, heading=("DC10@village",))

    assert say(next(one for one in found if one.code == "DC06")).message == (
        "Cuộc DB-01 ghi Thông qua: 87/189 hộ tán thành (46% tổng số hộ của thôn), mức phải đạt trên 50% (Pháp lệnh "
        "34/2007/PL-UBTVQH11, Điều 12; NQLT 09/2008/NQLT-CP-UBTWMTTQVN ngày 17/4/2008)."
    )
    assert {one.severity for one in found if one.code in ("DC06", "DC14")} == {Severity.WARNING}


@pytest.mark.parametrize("year", [2023, 2026])
def test_since_july_2023_contributions_take_two_thirds_and_other_matters_half(year: int) -> None:
    table = f"""
        | code  | kind       | matter     | day          | households | attending | in_favour | against | result         | sent_on      | recognised_on | expect      |
        | DB-01 | Biểu quyết | Đóng góp   | 11/07/{year} | 189        | 150       | 125       | 25      | Thông qua      | 12/07/{year} |               | DC06@result |
        | DB-02 | Biểu quyết | Đóng góp   | 11/07/{year} | 189        | 150       | 126       | 24      | Thông qua      | 12/07/{year} |               | ~DC06       |
        | DB-03 | Biểu quyết | Quỹ thôn   | 11/07/{year} | 189        | 150       | 125       | 25      | Chưa thông qua |              |               | ~DC14       |
        | DB-04 | Biểu quyết | Quỹ thôn   | 11/07/{year} | 189        | 150       | 126       | 24      | Chưa thông qua |              |               | DC14@result |
        | DB-05 | Biểu quyết | Hương ước  | 11/07/{year} | 189        | 150       | 95        | 25      | Thông qua      | 12/07/{year} | 13/07/{year}  | ~DC06       |
        | DB-06 | Biểu quyết | Tự quản    | 11/07/{year} | 189        | 150       | 94        | 25      | Thông qua      | 12/07/{year} |               | DC06@result |
    """  # noqa: E501
    check(VOTES, table, as_of=f"14/07/{year}", plan=replace(minh_son(), year=year), heading=_first_half_of(year))


def _first_half_of(year: int) -> tuple[str, ...]:
    """Until June 2023 a conference was owed each half-year, since then each year."""
    return ("DC10@village",) if year == 2023 else ()


def test_the_majority_of_a_convention_in_2022_was_never_verified_so_it_is_a_note() -> None:
    table = """
        | code  | kind       | matter    | day        | households | attending | in_favour | against | result    | explanation   | expect      |
        | DB-01 | Biểu quyết | Hương ước | 11/07/2022 | 189        | 150       | 87        | 63      | Thông qua |               | DC06@result |
        | DB-02 | Biểu quyết | TTND      | 11/07/2022 | 189        | 150       | 95        | 55      | Thông qua |               | ~DC06       |
        | DB-03 | Biểu quyết | Đóng góp  | 11/07/2022 | 189        | 150       | 87        | 63      | Thông qua | Sẽ họp lại    | DC06@result |
        | DB-04 | Biểu quyết | Đóng góp  | 11/07/2022 | 189        | 150       | 87        | 63      | Thông qua |               | DC06@result |
    """  # noqa: E501
    found = check(VOTES, table, heading=("DC10@village",))

    assert [one.severity.value for one in found if one.code == "DC06"] == ["note", "note", "warning"]


def test_voices_for_and_against_are_no_more_than_came() -> None:
    """Each of them alone above those who came is told by its own column."""
    table = """
        | code  | households | attending | in_favour | against | expect       |
        | DB-01 | 228        | 203       | 180       | 24      | DC15@against |
        | DB-02 | 228        | 203       | 180       | 23      | ~DC15        |
        | DB-03 | 228        | 203       | 180       | 3       | ~DC15        |
        | DB-04 | 228        | 203       | 204       | 3       | ~DC15        |
        | DB-05 | 228        | 203       | 3         | 204     | ~DC15        |
        | DB-06 | 228        |           | 180       | 24      | ~DC15        |
    """
    check(VOTES, table, heading=("DC10@village",))


def test_the_households_of_a_village_are_all_it_has() -> None:
    """More than the plan has are no danger to the majority; a village that the plan lacks is told elsewhere."""
    table = """
        | code  | village | households | expect          |
        | DB-01 | T07     | 150        | DC16@households |
        | DB-02 | T07     | 189        | ~DC16           |
        | DB-03 | T07     | 192        | ~DC16           |
        | DB-04 | T77     | 12         | ~DC16           |
        | DB-05 | T07     |            | ~DC16           |
    """
    check(VOTES, table, heading=("DC10@village",))


def test_a_meeting_takes_more_than_half_of_the_households() -> None:
    """Papers to households are no meeting, opinions need none; what passed without is told by its majority."""
    table = """
        | code  | kind          | matter   | day        | form      | households | attending | in_favour | against | result         | expect         |
        | DB-01 | Hội nghị thôn |          | 05/11/2022 |           | 180        | 90        |           |         |                | DC17@attending |
        | DB-02 | Hội nghị thôn |          | 05/11/2022 |           | 180        | 91        |           |         |                | ~DC17          |
        | DB-03 | Biểu quyết    | Đóng góp | 05/11/2022 | Giơ tay   | 180        | 90        | 50        | 40      | Chưa thông qua | DC17@attending |
        | DB-04 | Biểu quyết    | Đóng góp | 05/11/2022 | Phát phiếu | 180       | 90        | 50        | 40      | Chưa thông qua | ~DC17          |
        | DB-05 | Biểu quyết    | Đóng góp | 05/11/2022 | Giơ tay   | 180        | 90        | 90        | 0       | Thông qua      | DC06@result    |
        | DB-06 | Tham gia ý kiến |        | 05/11/2022 |           | 180        | 60        |           |         |                | ~DC17          |
        | DB-07 | Hội nghị thôn |          | 05/11/2022 |           |            | 60        |           |         |                | ~DC17          |
    """  # noqa: E501
    check(VOTES, table, heading=("DC10@village",))


def test_since_july_2023_the_law_names_no_quorum() -> None:
    table = """
        | code  | kind          | day        | households | attending | expect |
        | DB-01 | Hội nghị thôn | 05/11/2023 | 180        | 90        | ~DC17  |
    """
    check(VOTES, table, as_of="14/11/2023", plan=replace(minh_son(), year=2024))


def test_a_decision_is_sent_and_recognised_in_five_working_days_since_july_2023() -> None:
    """16/7/2024 is a Tuesday. What was not sent is late by itself; contributions need no recognition."""
    table = """
        | code  | kind       | matter      | day        | households | in_favour | result         | sent_on    | recognised_on | expect             |
        | DB-01 | Biểu quyết | Đóng góp    | 16/07/2024 | 189        | 150       | Thông qua      | 24/07/2024 |               | DC07@sent_on       |
        | DB-02 | Biểu quyết | Đóng góp    | 16/07/2024 | 189        | 150       | Thông qua      | 23/07/2024 |               | ~DC07 ~DC18        |
        | DB-03 | Biểu quyết | Đóng góp    | 16/07/2024 | 189        | 150       | Thông qua      |            |               | DC07@sent_on       |
        | DB-04 | Biểu quyết | Đóng góp    | 25/07/2024 | 189        | 150       | Thông qua      |            |               | ~DC07              |
        | DB-05 | Biểu quyết | Đóng góp    | 16/07/2024 | 189        | 90        | Chưa thông qua |            |               | ~DC07              |
        | DB-06 | Biểu quyết | Hương ước   | 16/07/2024 | 189        | 150       | Thông qua      | 18/07/2024 | 26/07/2024    | DC18@recognised_on |
        | DB-07 | Biểu quyết | Hương ước   | 16/07/2024 | 189        | 150       | Thông qua      | 18/07/2024 | 25/07/2024    | ~DC18              |
        | DB-08 | Biểu quyết | Trưởng thôn | 16/07/2024 | 189        | 150       | Thông qua      | 18/07/2024 |               | DC18@recognised_on |
        | DB-09 | Biểu quyết | TTND        | 16/07/2024 | 189        | 150       | Thông qua      |            |               | DC07@sent_on       |
    """  # noqa: E501
    check(VOTES, table, as_of="01/08/2024", plan=replace(minh_son(), year=2024))


def test_in_2022_no_day_was_set_for_sending_and_recognising() -> None:
    table = """
        | code  | kind       | matter    | day        | households | in_favour | result    | sent_on    | recognised_on | expect |
        | DB-01 | Biểu quyết | Hương ước | 16/05/2022 | 189        | 150       | Thông qua |            |               | ~DC07  |
        | DB-02 | Biểu quyết | Hương ước | 16/05/2022 | 189        | 150       | Thông qua | 18/05/2022 |               | ~DC18  |
    """  # noqa: E501
    check(VOTES, table, heading=("DC10@village",))


def conferences(day: str, villages: range) -> str:
    held = "\n".join(f"| DB-{n:02} | T{n:02} | {day} | Hội nghị thôn | 100 | 90 | Năm | ~DC10 |" for n in villages)
    return f"| code | village | day | kind | households | attending | content | expect |\n{held}"


@pytest.fixture
def without_households() -> Plan:
    """The plan of the sample whose villages have no households known, so that those above are not held against it."""
    plan = minh_son()
    return replace(plan, villages={code: one._replace(households=0) for code, one in plan.villages.items()})


@pytest.mark.parametrize(
    ("year", "held_on", "as_of", "told"),
    [
        # Until June 2023 each half-year, told once it is over; never verified, so a note.
        (2022, "15/06/2022", "30/06/2022", ()),
        (2022, "15/06/2022", "01/07/2022", ("DC10@village",)),
        # Since July 2023 each year, told once the year is over.
        (2024, "15/12/2024", "14/11/2024", ()),
        (2024, "15/12/2024", "31/12/2024", ()),
        (2024, "15/12/2024", "05/01/2025", ("DC10@village",)),
        (2026, "15/12/2026", "05/01/2027", ("DC10@village",)),
    ],
)
def test_a_village_owes_its_conference_once_the_period_is_over(
    without_households: Plan, year: int, held_on: str, as_of: str, told: tuple[str, ...]
) -> None:
    plan = replace(without_households, year=year)
    found = check(VOTES, conferences(held_on, range(1, 12)), heading=told, as_of=as_of, plan=plan)

    assert [one.values["villages"] for one in found] == [["Minh Xuân"] for _ in told]
    assert [one.severity for one in found] == [Severity.NOTE if year == 2022 else Severity.WARNING for _ in told]


def test_when_every_village_met_or_one_cell_cannot_be_read_nothing_is_owed(without_households: Plan) -> None:
    all_met = conferences("15/06/2022", range(1, 13))
    check(VOTES, all_met, as_of="14/07/2022", plan=without_households)
    unreadable = (
        conferences("15/06/2022", range(1, 12)) + "\n| DB-12 | T12 | 'giữa tháng 6 | Hội nghị thôn | 100 | 90 | Năm | |"
    )
    check(VOTES, unreadable, as_of="14/07/2022", plan=without_households)


def test_a_meeting_typed_twice_under_two_codes_is_told() -> None:
    """One code in two rows is told by its own column; another kind, day or content is another meeting."""
    table = """
        | code  | village | kind            | day        | content      | expect       |
        | DB-01 | T01     | Tham gia ý kiến | 18/05/2022 | Đường thôn   |              |
        | DB-02 | T01     | Tham gia ý kiến | 18/05/2022 | đường  thôn  | DC19@content |
        | DB-01 | T01     | Tham gia ý kiến | 18/05/2022 | Đường thôn   | ~DC19        |
        | DB-03 | T01     | Hội nghị thôn   | 18/05/2022 | Đường thôn   | ~DC19        |
        | DB-04 | T01     | Tham gia ý kiến | 19/05/2022 | Đường thôn   | ~DC19        |
        | DB-05 | T02     | Tham gia ý kiến | 18/05/2022 | Đường thôn   | ~DC19        |
        | DB-06 | T01     | Tham gia ý kiến | 18/05/2022 | Rãnh thôn    | ~DC19        |
        | DB-07 | T01     | Tham gia ý kiến |            | Đường thôn   | ~DC19        |
    """
    check(VOTES, table, heading=("DC10@village",))


# -- rules of contributions ------------------------------------------------------------

VOTED = """
    | code  | village | kind       | households | result         |
    | DB-01 | T01     | Biểu quyết | 214        | Thông qua      |
    | DB-05 | T07     | Biểu quyết | 189        | Chưa thông qua |
    | DB-08 | T03     | Tham gia ý kiến | 198   |                |
"""


def test_contributions_follow_the_vote_they_rest_on() -> None:
    table = """
        | vote  | village | rate   | households | collected | spent    | published_on | expect          |
        | DB-01 | T01     | 500000 | 198        | 99000001  | 0        |              | DC11@collected  |
        | DB-01 | T01     | 500000 | 198        | 99000000  | 0        |              | ~DC11 ~DC20     |
        | DB-01 | T01     |        | 198        | 99000001  |          |              | ~DC11           |
        | DB-01 | T01     | 500000 | 198        | 99000000  | 96400000 |              | DC20@published_on |
        | DB-01 | T01     | 500000 | 198        | 99000000  | 96400000 | 30/09/2022   | ~DC20           |
        | DB-01 | T02     | 500000 | 198        | 99000000  |          |              | DC21@village    |
        | DB-01 |         | 500000 | 198        | 99000000  |          |              | ~DC21           |
        | DB-99 | T02     | 500000 | 198        | 99000000  |          |              | ~DC21           |
        | DB-05 | T07     | 500000 | 150        | 1000000   |          |              | DC22@vote       |
        | DB-05 | T07     | 500000 | 150        | 0         |          |              | ~DC22           |
        | DB-08 | T03     | 500000 | 150        | 1000000   |          |              | ~DC22           |
        | DB-01 | T01     | 500000 | 215        | 99000000  |          |              | DC23@households |
        | DB-01 | T01     | 500000 | 214        | 99000000  |          |              | ~DC23           |
    """
    found = check(CONTRIBUTIONS, table, others={VOTES: VOTED})

    assert {one.code: one.severity.value for one in found} == {
        "DC11": "warning",
        "DC20": "note",
        "DC21": "error",
        "DC22": "warning",
        "DC23": "warning",
    }


def test_what_some_gave_of_their_own_accord_is_explained() -> None:
    table = """
        | vote  | village | rate   | households | collected | explanation           | expect         |
        | DB-01 | T01     | 500000 | 198        | 109000000 | Ba hộ ủng hộ thêm     | DC11@collected |
        | DB-01 | T01     | 500000 | 198        | 99000000  | Ba hộ ủng hộ thêm     | ~DC11          |
    """
    found = check(CONTRIBUTIONS, table, others={VOTES: VOTED})

    assert [(one.severity, one.explained) for one in found] == [(Severity.NOTE, True)]
