"""Surveys of satisfaction: rounds, valid papers, and the satisfied among them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from danvan_xlsx.check.columns import judge_columns
from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.registers.surveys import SURVEYS
from danvan_xlsx.words.finding import Severity
from danvan_xlsx.words.rules import Register, say
from tests.registers.declared import MINH_SON, example_faults
from tests.registers.judged import check, minh_son
from tests.registers.rows import figures, rows, total

ROUNDS = """
    | round  | day        | service    | issued | returned | valid | very_satisfied | satisfied | neutral | dissatisfied | very_dissatisfied |
    | Quý I  | 25/03/2022 | Chứng thực | 70     | 69       | 68    | 40             | 22        | 5       | 1            | 0                 |
    | Quý I  | 25/03/2022 | Xác nhận   | 50     | 49       | 48    | 30             | 14        | 4       | 0            | 0                 |
    | Quý II | 24/06/2022 | Chứng thực | 130    | 125      | 127   | 80             | 36        | 9       | 0            | 0                 |
"""  # noqa: E501


def test_the_examples_are_what_the_sheet_takes() -> None:
    assert example_faults(SURVEYS) == []


def test_services_of_one_round_are_one_round() -> None:
    held = figures("surveys_held", rows(SURVEYS, ROUNDS))

    assert sorted((figure.row.number, figure.column, figure.amount) for figure in held) == [
        (7, "round", 1),
        (9, "round", 1),
    ]


def test_the_satisfied_are_the_two_best_answers() -> None:
    found = rows(SURVEYS, ROUNDS)[:2]

    assert total("survey_valid", found) == 68 + 48
    assert total("survey_satisfied", found) == 40 + 22 + 30 + 14


def test_more_valid_papers_than_returned_are_told_at_their_cell() -> None:
    register = Register(SURVEYS, tuple(rows(SURVEYS, ROUNDS)))

    judged = judge_columns({"surveys": register}, MINH_SON, date(2022, 11, 14))
    assert [(one.code, one.place.cell) for one in judged] == [("DL19", "G9")]


#: Before the first quarter has ended no round is missed.
IN_MARCH = {"as_of": "30/03/2022"}


def test_the_five_answers_add_up_to_the_valid_papers() -> None:
    check(
        SURVEYS,
        """
        | returned | valid | very_satisfied | satisfied | neutral | dissatisfied | very_dissatisfied | expect     |
        | 64       | 63    | 40             | 19        | 2       | 1            | 0                 | KS01@valid |
        | 64       | 62    | 40             | 19        | 2       | 1            | 0                 | ~KS01      |
        | 64       | 61    | 40             | 19        | 2       | 1            | 0                 | KS01@valid |
        | 60       | 61    | 40             | 19        | 2       | 1            | 0                 | ~KS01      |  more valid than returned
        |          | 63    | 40             | 19        | 2       | 1            | 0                 | KS01@valid |
        | 64       | 63    | 40             | 19        |         | 1            | 0                 | ~KS01      |
        | 64       | 63    | 40             | 19        | 2 phiếu | 1            | 0                 | ~KS01      |
        """,  # noqa: E501
        **IN_MARCH,
    )


def rounds(*counted: tuple[str, str, str, str, str]) -> str:
    """Rows (round, day, valid, very satisfied, satisfied) of a table whose rows earn nothing."""
    rows = [f"| {' | '.join(one)} | {service} | ~KS02 |" for one in counted for service in ("Chứng thực", "Xác nhận")]
    return "\n".join(["| round | day | valid | very_satisfied | satisfied | service | expect |", *rows])


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (rounds(("Quý I", "25/03/2022", "50", "30", "15")), ()),
        (rounds(("Quý I", "25/03/2022", "50", "30", "14")), ("KS02@very_satisfied",)),
        (rounds(("Quý I", "25/03/2022", "50", "30", "14"), ("Đợt 2", "29/03/2022", "50", "30", "20")), ()),
        (
            rounds(("Quý I", "25/03/2022", "50", "30", "20"), ("Đợt 2", "29/03/2022", "50", "30", "14")),
            ("KS02@very_satisfied",),
        ),
        (rounds(("Quý I", "25/03/2022", "50", "30", "")), ()),
        (rounds(("Quý I", "25/03/2022", "0", "0", "0")), ()),
    ],
)
def test_satisfaction_below_the_target_is_told_once(table: str, told: tuple[str, ...]) -> None:
    check(SURVEYS, table, heading=told, **IN_MARCH)


def test_satisfaction_is_told_as_a_note_with_both_shares() -> None:
    table = rounds(("Quý I", "25/03/2022", "50", "30", "15"), ("Đợt 2", "29/03/2022", "62", "40", "15"))
    (found,) = check(SURVEYS, table, heading=("KS02@very_satisfied",), **IN_MARCH)

    assert found.severity is Severity.NOTE
    assert say(found).message == "Khảo sát “Đợt 2”: 88,7% hài lòng; lũy kế 89,3% (200/224 phiếu hợp lệ); mức 90%."


def test_without_a_target_no_share_is_told() -> None:
    check(SURVEYS, rounds(("Quý I", "25/03/2022", "50", "3", "1")), plan=replace(minh_son(), tasks={}))


def test_each_ended_quarter_has_a_round_of_both_services() -> None:
    check(
        SURVEYS,
        """
        | round   | day        | service    | expect |
        | Quý I   | 25/03/2022 | Chứng thực |        |
        | Quý I   | 25/03/2022 | Xác nhận   | ~KS04  |
        | Quý III | 30/09/2022 | Chứng thực | ~KS03  |
        """,
        heading=("KS03@day", "KS04@service"),
    )


@pytest.mark.parametrize(
    ("as_of", "told"),
    [("31/03/2022", ()), ("01/04/2022", ("KS03@day",))],
)
def test_a_quarter_is_over_the_day_after(as_of: str, told: tuple[str, ...]) -> None:
    check(SURVEYS, "| round | day | expect |\n| Đợt cũ | 25/12/2021 | ~KS03 |", as_of=as_of, heading=told)


def test_a_round_whose_day_or_service_is_unreadable_may_be_the_one() -> None:
    check(
        SURVEYS,
        """
        | round  | day        | service    | expect      |
        | Quý I  | 25/03/2022 | Chứng thực |             |
        | Quý I  | 25/03/2022 | 'dịch vụ x | ~KS04 ~KS03 |
        """,
    )


def without(plan: Plan, **changed: object) -> Plan:
    tasks = {code: task._replace(**changed) for code, task in plan.tasks.items()}  # type: ignore[arg-type]
    return replace(plan, tasks=tasks)


def test_nothing_is_missed_that_the_plan_does_not_ask_for() -> None:
    empty = "| round | day | expect |\n| | | ~KS03 |"
    proposals = tuple(one for one in minh_son().settings if one.key != "adopted")

    check(SURVEYS, empty, plan=replace(minh_son(), tasks={}))
    check(SURVEYS, empty, plan=replace(minh_son(), settings=proposals))
    check(SURVEYS, empty, plan=without(minh_son(), followed=True))
    check(SURVEYS, empty, plan=without(minh_son(), starts=date(2022, 10, 1)))


def test_a_service_stands_once_in_a_round() -> None:
    check(
        SURVEYS,
        """
        | round | day        | service    | expect       |
        | Quý I | 25/03/2022 | Chứng thực |              |
        | quý i | 25/03/2022 | Chứng thực | KS05@service |
        | Quý I | 25/03/2022 | Xác nhận   | ~KS05        |
        | Đợt 2 | 25/03/2022 | Xác nhận   | ~KS05        |
        |       | 25/03/2022 | Xác nhận   | ~KS05        |
        """,
        **IN_MARCH,
    )
