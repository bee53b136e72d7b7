"""What is counted for a task: the rows that name it or are selected, in the period asked for, by their own days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import pytest

from danvan_xlsx.check.measuring import Counted, Measuring, registers_of
from danvan_xlsx.plan.plan import Condition
from danvan_xlsx.plan.windows import Window
from danvan_xlsx.words.kinds import CODE, COUNT, DUE_DAY, FACT_DAY, MONTH
from danvan_xlsx.words.layout import Row, Sheet
from danvan_xlsx.words.rules import Figure, Measure, Register
from danvan_xlsx.words.text import Text
from tests.shelf import LOANS, STUDY, WORK, column, plan, register
from tests.standing import indicator, task

AS_OF = date(2022, 11, 14)

#: B day, C task, D purpose, E people.
TALKS = Sheet(
    "talks",
    Text("Sổ nói chuyện", "Talks"),
    (
        column("day", "Ngày", FACT_DAY),
        column("task", "Mã nhiệm vụ", CODE, many=True),
        LOANS.by_code["purpose"],
        column("people", "Số người", COUNT),
    ),
)
#: B month, C from_day, D to_day, E people.
MONTHS = Sheet(
    "months",
    Text("Sổ tháng", "Months"),
    (
        column("month", "Tháng", MONTH),
        column("from_day", "Từ ngày", FACT_DAY),
        column("to_day", "Đến ngày", FACT_DAY),
        column("people", "Số người", COUNT),
    ),
)


def people(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if "people" in row.values:
            yield Figure(row, "people", row["people"])


def a_measure(sheet: Sheet, on: str | None, needs: tuple[str, ...] = ("people",), count: Any = people, **more: Any):  # type: ignore[no-untyped-def]
    return Measure("people", sheet, on, Text("người", "people"), Text("Số người", "People"), count, needs, **more)


def span(since: str, until: str) -> Window:
    first, last = (date(2022, int(one[3:]), int(one[:2])) for one in (since, until))
    return Window(Text(f"{since}–{until}", f"{since}–{until}"), first, last, True)


YEAR, QUARTER_1 = span("01/01", "31/12"), span("01/01", "31/03")


def counting(of: Register, measure: Measure, as_of: date = AS_OF, until: date | None = None) -> Measuring:
    return Measuring({of.sheet.code: of}, {"people": measure}, plan(), as_of, until)


def cells(counted: Counted) -> str:
    return " ".join(str(one.row.place(one.column).cell) for one in counted.figures)


def counted(text: str, code: str = "II.1.1", *conditions: Condition, window: Window = YEAR) -> tuple[float, str, int]:
    """Of a table of talks: the sum, the cells behind it, how many rows were left out."""
    found = counting(register(TALKS, text), a_measure(TALKS, "day")).count(
        "people", task(code=code), conditions, window
    )
    return found.amount, cells(found), found.left_out


STUDIES = Condition("purpose", frozenset({STUDY.code}))
EITHER = Condition("purpose", frozenset({STUDY.code, WORK.code}))

LINES = """
    | day        | task           | purpose   | people |
    | 05/03/2022 | II.1.1         | Học tập   | 1      |
    | 06/03/2022 | ii.1.1; II.4.9 | Công việc | 10     |
    | 07/03/2022 | II.4.9         | Học tập   | 100    |
    | 08/03/2022 |                | Học tập   | 1000   |
    | 09/03/2022 |                |           | 10000  |
    """


@pytest.mark.parametrize(
    ("code", "conditions", "amount", "behind"),
    [
        ("II.1.1", (), 11, "E7 E8"),
        ("II.4.9", (), 110, "E8 E9"),
        ("II.1", (), 0, ""),
        ("II.1.1", (STUDIES,), 1001, "E7 E10"),
        ("II.1.1", (EITHER,), 1011, "E7 E8 E10"),
        ("II.9.9", (STUDIES,), 1000, "E10"),
        ("II.1.1", (STUDIES, Condition("people", frozenset({1}))), 1, "E7"),
    ],
)
def test_a_row_counts_where_it_is_named_or_selected(
    code: str, conditions: tuple[Condition, ...], amount: float, behind: str
) -> None:
    assert counted(LINES, code, *conditions) == (amount, behind, 0)


def test_a_register_without_tasks_counts_for_every_task_that_asks_it() -> None:
    loans = register(LOANS, "| day | people | purpose |\n| 05/03/2022 | 3 | Học tập |\n| 06/03/2022 | 4 | |")
    measuring = counting(loans, a_measure(LOANS, "day"))

    assert cells(measuring.count("people", task(), (), YEAR)) == "C7 C8"
    assert cells(measuring.count("people", task(), (STUDIES,), YEAR)) == "C7"


def test_only_the_days_of_the_period_count_its_first_and_last_among_them() -> None:
    text = """
        | day        | task   | people |
        | 31/12/2021 | II.1.1 | 1      |
        | 01/01/2022 | II.1.1 | 10     |
        | 31/03/2022 | II.1.1 | 100    |
        | 01/04/2022 | II.1.1 | 1000   |
        |            | II.1.1 | 10000  |
        """
    assert counted(text, window=QUARTER_1) == (110, "E8 E9", 0)


def test_rows_that_cannot_be_read_where_it_matters_are_left_out_and_told() -> None:
    text = """
        | day        | task   | purpose   | people |
        | 05/03/2022 | II.1.1 | Học tập   | 1      |
        | quý I      | II.1.1 | Học tập   | 2      |
        | 05/03/2022 | II.1.1 | Học tập   | 'x     |
        | 05/03/2022 | II.1.1 | Việc khác | 4      |
        | 05/03/2022 | #84,01 | Học tập   | 8      |
        | quý I      | II.4.9 | Học tập   | 'x     |
        """
    assert counted(text) == (5, "E7 E10", 3)
    assert counted(text, "II.1.1", STUDIES) == (1, "E7", 4)


def test_a_cell_that_no_measure_needs_may_be_unreadable() -> None:
    found = counting(
        register(TALKS, "| day | task | people |\n| 05/03/2022 | II.1.1 | 'x |"),
        a_measure(TALKS, "day", needs=(), count=lambda rows: (Figure(row, "day", 1) for row in rows)),
    ).count("people", task(code="II.1.1"), (), YEAR)

    assert (found.amount, cells(found), found.left_out) == (1, "B7", 0)


# -- months ----------------------------------------------------------------------------

SPLIT = """
    | month | from_day   | to_day     | people |
    | 4     |            |            | 1      |
    | 5     |            | 20/05/2022 | 10     |
    | 5     | 21/05/2022 |            | 100    |
    | 6     |            |            | 1000   |
    """


def of_months(text: str, window: Window, as_of: date = AS_OF, until: date | None = None) -> tuple[str, list[str]]:
    """Cells that count, and cells of rows that lie on both sides of an edge."""
    measuring = counting(register(MONTHS, text), a_measure(MONTHS, "month"), as_of, until)
    found = measuring.count("people", task(), (), window)
    return cells(found), [str(row.place(at).cell) for row, at, _ in measuring.straddling.values()]


def test_a_month_counts_by_its_days_and_may_be_split_at_a_cut_off_day() -> None:
    assert of_months(SPLIT, span("01/01", "20/05")) == ("E7 E8", [])
    assert of_months(SPLIT, span("21/05", "31/10")) == ("E9 E10", [])
    assert of_months(SPLIT, YEAR) == ("E7 E8 E9 E10", [])


def test_a_month_across_an_edge_is_told_and_not_counted() -> None:
    whole = "| month | people |\n| 4 | 1 |\n| 5 | 10 |\n| 6 | 100 |"

    assert of_months(whole, span("01/01", "20/05")) == ("E7", ["B8"])
    assert of_months(whole, span("01/01", "31/05")) == ("E7 E8", [])
    assert of_months(whole, span("21/05", "30/06")) == ("E9", ["B8"])
    assert of_months(whole, span("01/07", "31/12")) == ("", [])


def test_a_row_across_several_edges_is_told_once() -> None:
    measuring = counting(register(MONTHS, "| month | people |\n| 5 | 1 |"), a_measure(MONTHS, "month"))
    for window in (span("01/01", "20/05"), span("21/05", "31/12")):
        measuring.count("people", task(), (), window)

    assert [window.label.vi for _, _, window in measuring.straddling.values()] == ["01/01–20/05"]


def test_the_figures_of_a_running_month_are_figures_to_date() -> None:
    running = "| month | people |\n| 10 | 1 |\n| 11 | 10 |\n| 12 | 100 |"

    assert of_months(running, span("01/01", "14/11")) == ("E7 E8", [])
    assert of_months(running, YEAR) == ("E7 E8", [])


def test_what_lies_behind_the_last_day_of_the_data_never_counts() -> None:
    days = register(TALKS, "| day | task | people |\n| 31/10/2022 | II.1.1 | 1 |\n| 01/11/2022 | II.1.1 | 10 |")
    found = counting(days, a_measure(TALKS, "day"), until=date(2022, 10, 31)).count(
        "people", task(code="II.1.1"), (), YEAR
    )

    assert cells(found) == "E7"
    running = "| month | people |\n| 10 | 1 |\n| 11 | 10 |"
    assert of_months(running, YEAR, until=date(2022, 10, 31)) == ("E7", [])
    assert of_months(running, YEAR, until=date(2022, 11, 5)) == ("E7", ["B8"])


# -- what stands, shares, totals -------------------------------------------------------


def test_what_only_stands_counts_in_every_period() -> None:
    measuring = counting(register(TALKS, LINES), a_measure(TALKS, None))

    for window in (QUARTER_1, span("01/10", "31/12")):
        assert measuring.count("people", task(code="II.1.1"), (), window).amount == 11


def test_a_measure_may_ask_for_plan_day_and_another_register() -> None:
    def of_loans(rows: Iterable[Row], plan: Any, as_of: date, loans: Register) -> Iterator[Figure]:
        for row in loans.rows:
            yield Figure(row, "people", row["people"] * as_of.month * (plan.year - 2021))

    measure = a_measure(TALKS, "day", count=of_loans, context=("plan", "as_of", "loans"))
    loans = register(LOANS, "| day | people |\n| 05/03/2022 | 3 |")

    measuring = Measuring({"talks": register(TALKS, LINES), "loans": loans}, {"people": measure}, plan(), AS_OF)

    assert measuring.count("people", task(), (), YEAR).amount == 33
    assert counting(register(TALKS, LINES), measure).count("people", task(), (), YEAR).amount == 0


def test_a_total_is_of_all_rows_and_there_is_none_where_nobody_holds_the_register() -> None:
    total = counting(register(TALKS, LINES), a_measure(TALKS, "day")).total("people", QUARTER_1)

    assert total is not None and total.amount == 11111
    assert counting(Register(TALKS, ()), a_measure(TALKS, "day")).total("people", QUARTER_1) is None


def test_a_task_stands_on_the_registers_of_both_parts_of_its_share() -> None:
    measures = {"checks": a_measure(TALKS, "day"), "whole": a_measure(LOANS, "day")}

    assert registers_of([indicator(of="whole"), indicator()], measures) == ("talks", "loans")
    assert registers_of([], measures) == ()


# -- what a report may know --------------------------------------------------------------------

ANSWERED = Sheet(
    "answers",
    Text("Sổ trả lời", "Answers"),
    (column("day", "Ngày", FACT_DAY), column("answered_on", "Ngày trả lời", FACT_DAY), column("due", "Hạn", DUE_DAY)),
)


def a_day_each(column_code: str) -> Any:
    def count(rows: Iterable[Row]) -> Iterator[Figure]:
        return (Figure(row, column_code, 1) for row in rows if column_code in row.values)

    return count


@pytest.mark.parametrize(
    ("shown_at", "until", "behind"),
    [
        ("answered_on", date(2022, 5, 20), "C7"),
        ("answered_on", date(2022, 5, 21), "C7 C8"),
        # A day that lies ahead by nature is no fact of later.
        ("due", date(2022, 5, 20), "D7 D8"),
    ],
)
def test_what_happened_after_the_data_end_has_not_happened_yet(shown_at: str, until: date, behind: str) -> None:
    found = register(
        ANSWERED,
        """
        | day        | answered_on | due        |
        | 02/05/2022 | 20/05/2022  | 30/05/2022 |
        | 03/05/2022 | 21/05/2022  | 30/05/2022 |
        """,
    )
    measuring = counting(found, a_measure(ANSWERED, None, needs=(), count=a_day_each(shown_at)), until=until)
    total = measuring.total("people", YEAR)

    assert total is not None
    assert cells(total) == behind


def test_a_month_that_was_written_on_is_not_the_month_to_date() -> None:
    """Looked at as of 20/5 in November, the row of May holds the whole of May."""
    found = register(MONTHS, "| month | people |\n| 4 | 4 |\n| 5 | 5 |")
    measure, end = a_measure(MONTHS, "month"), date(2022, 5, 20)

    def amount(read_on: date) -> float:
        measuring = Measuring({"months": found}, {"people": measure}, plan(), end, end, read_on)
        total = measuring.total("people", span("01/01", "20/05"))
        assert total is not None
        return total.amount

    assert (amount(end), amount(date(2022, 5, 24)), amount(AS_OF)) == (9, 4, 4)
