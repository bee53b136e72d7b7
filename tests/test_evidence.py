"""Evidence and the unit's own word held against each other, and no piece of work the evidence of two tasks."""

from __future__ import annotations

from datetime import date

import pytest

from danvan_xlsx.check.commune import Judged
from danvan_xlsx.check.measuring import Measuring
from danvan_xlsx.check.overlaps import Overlaps
from danvan_xlsx.plan.plan import Exempted
from danvan_xlsx.plan.windows import windows
from danvan_xlsx.words.finding import Severity
from danvan_xlsx.words.kinds import CODE, FACT_DAY
from danvan_xlsx.words.layout import Sheet
from danvan_xlsx.words.rules import Figure, Measure, say
from danvan_xlsx.words.text import Text
from tests.shelf import column, plan, register
from tests.standing import ROW, task
from tests.test_commune import DOCUMENT, TASKS_OF_VP, judged, of_vh, of_vp

OVER = date(2022, 7, 1)

# -- shown, and not said ----------------------------------------------------------------


def of(assessment: str = "", document: str = DOCUMENT, as_of: date = OVER) -> Judged:
    """II.1.1, which nothing measures, falls due on 30/06."""
    tasks = TASKS_OF_VP.replace("| II.1.1 | | |", f"| II.1.1 | {assessment} | |")
    return judged(of_vp(tasks=tasks, documents=document), of_vh(), as_of=as_of)


def kh45(one: Judged) -> list[str | None]:
    return [finding.place.cell for finding in one.findings if finding.code == "KH45"]


@pytest.mark.parametrize(
    ("assessment", "document", "as_of", "cells"),
    [
        ("", DOCUMENT, OVER, ["G7"]),
        ("Chưa thực hiện", DOCUMENT, OVER, ["G7"]),
        # Near misses: the period still runs, the unit has spoken, nothing shows it, its word cannot be read.
        ("", DOCUMENT, date(2022, 6, 30), []),
        ("Đang thực hiện", DOCUMENT, OVER, []),
        ("Hoàn thành", DOCUMENT, OVER, []),
        ("", DOCUMENT.replace("II.1.1", "II.4.1"), OVER, []),
        ("", "| number |", OVER, []),
        ("xem sau", DOCUMENT, OVER, []),
    ],
)
def test_evidence_without_a_word_of_the_unit_is_a_note(
    assessment: str, document: str, as_of: date, cells: list[str]
) -> None:
    assert kh45(of(assessment, document, as_of)) == cells


def test_the_note_names_the_rows_that_show_it() -> None:
    row = "| {}/KH-UBND | 20/01/2022 | Kế hoạch | Dân vận | II.1.1 |\n"
    many = DOCUMENT.rstrip() + "\n" + "".join(row.format(number) for number in (6, 7, 8))

    (found,) = (one for one in of(document=many).findings if one.code == "KH45")

    assert found.severity is Severity.NOTE
    assert say(found).message.startswith(
        "II.1.1 đã có 4 dòng minh chứng (Văn bản ban hành F7, Văn bản ban hành F8, Văn bản ban hành F9, …), kỳ đã hết"
    )


def test_a_measured_task_is_worked_out_and_asked_for_no_word() -> None:
    assert kh45(judged(of_vp(documents=DOCUMENT.replace("II.1.1", "II.4.5")), of_vh(), as_of=OVER)) == []


# -- one piece of work, one task -----------------------------------------------------------

TALKS = Sheet(
    "talks",
    Text("Sổ nói chuyện", "Talks"),
    (column("day", "Ngày", FACT_DAY), column("task", "Mã nhiệm vụ", CODE, many=True)),
)
TABLE = """
    | day        | task                    |
    | 05/03/2022 | II.2.9                  |
    | 06/03/2022 | II.2.9; III.1.3         |
    | 07/03/2022 | III.1.3; II.1.1         |
    | 08/03/2022 | II.1.1; II.2.9; III.1.3 |
    | 09/03/2022 | X.9; II.1.1             |
    """
TASKS = {
    one.code: one for one in (task(code="II.1.1"), task(code="II.2.9", overlaps=("III.1.3",)), task(code="III.1.3"))
}
ACCEPTED = Exempted("KH32", "VP", "Sổ nói chuyện", "C9", "Một việc chung", "Chủ tịch", date(2022, 12, 31), ROW)


def rows_of(code: str, *exempted: Exempted, as_of: date = date(2022, 11, 14)) -> list[int]:
    """The rows of the table that count for a task."""
    measure = Measure(
        "talks", TALKS, "day", Text("", ""), Text("", ""), lambda rows: (Figure(row, "day", 1) for row in rows), ()
    )
    measuring = Measuring(
        {"talks": register(TALKS, TABLE)}, {"talks": measure}, plan(tasks=TASKS, exempted=exempted), as_of
    )
    (year,) = windows("year", 2022, as_of)
    return [figure.row.number for figure in measuring.count("talks", task(code=code), (), year).figures]


def test_a_row_counts_for_several_tasks_only_where_the_plan_calls_them_the_same_work() -> None:
    assert rows_of("II.2.9") == [7, 8]
    assert rows_of("III.1.3") == [8, 9]
    # Of tasks that are not the same work the first has it; a code that the plan does not know has nothing.
    assert rows_of("II.1.1") == [10, 11]


def test_no_row_is_the_evidence_of_two_tasks_that_are_not_the_same_work() -> None:
    counted = {code: set(rows_of(code)) for code in TASKS}

    assert counted["II.1.1"] & (counted["II.2.9"] | counted["III.1.3"]) == set()
    assert set.union(*counted.values()) == {7, 8, 9, 10, 11}


def test_what_the_commune_accepts_counts_for_all_its_tasks_while_it_is_accepted() -> None:
    assert rows_of("II.1.1", ACCEPTED) == [9, 10, 11]
    assert rows_of("II.1.1", ACCEPTED, as_of=date(2023, 1, 1)) == [10, 11]


@pytest.mark.parametrize(
    ("tasks", "same"),
    [
        (("II.2.9", "III.1.3"), True),
        (("iii.1.3", "ii.2.9"), True),
        (("II.2.9", "II.2.9"), True),
        (("II.2.9", "II.1.1"), False),
        (("II.2.9", "III.1.3", "II.1.1"), False),
    ],
)
def test_tasks_are_the_same_work_when_either_of_each_two_says_so(tasks: tuple[str, ...], same: bool) -> None:
    assert Overlaps(plan(tasks=TASKS)).same_work(tasks) is same
