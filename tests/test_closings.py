"""What had to be closed by a day, what was answered, and where the answer and the rows do not agree."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from danvan_xlsx.check.closings import Closings, closings, judge_closings
from danvan_xlsx.plan.plan import Setting
from danvan_xlsx.plan.settings import CLOSING_KEY
from danvan_xlsx.registers import Registry
from danvan_xlsx.registers.closing import CLOSING
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.kinds import FACT_DAY, LINE, MONTH, NOTE
from danvan_xlsx.words.layout import Sheet
from danvan_xlsx.words.rules import Register, say
from danvan_xlsx.words.text import Text
from tests.shelf import LOANS, beside, column, plan, register, told, unit

#: Quarter II is over, and its days for closing too; quarter III is not.
AS_OF = date(2022, 9, 1)
MONTHS = Sheet("months", Text("Sổ tháng", "Months"), (column("month", "Tháng", MONTH),), closes="month")
READY = Sheet(
    "ready",
    Text("Lịch", "Schedule"),
    (column("day", "Ngày", FACT_DAY), column("held", "Ngày tiếp", FACT_DAY), column("why", "Lý do", NOTE)),
    closes="half",
    key=("day",),
)
UNDATED = Sheet("undated", Text("Danh mục", "List"), (column("name", "Tên", LINE),), closes="year")
NEVER = Sheet("never", Text("Sổ tay", "Notebook"), (column("day", "Ngày", FACT_DAY),))
SHEETS = {one.code: one for one in (CLOSING, LOANS, MONTHS, READY, UNDATED, NEVER)}

PLAN = plan(unit("VP", "loans", "never"), unit("VH", "ready", "undated"))


def asked(*registers: Register, present: tuple[str, ...] = ("VP",), as_of: date = AS_OF, of=PLAN) -> Closings:  # type: ignore[no-untyped-def]
    return closings(of, Registry(SHEETS, {}), {one.sheet.code: one for one in registers}, present, as_of)


def judged(closing: str, *others: Register, unread: frozenset[tuple[str, str]] = frozenset()) -> list[Finding]:
    registers = {one.sheet.code: one for one in (register(CLOSING, closing), *others)}
    return judge_closings(asked(*registers.values()), registers, unread)


LOANED = "| day | people |\n| 05/02/2022 | 1 |\n| 31/03/2022 | 2 |"


def test_answers_and_rows_of_a_period_agree_or_are_told() -> None:
    closing = """
        | register     | period | answer          |
        | Sổ mượn sách | Quý I  | Không phát sinh | D7 KH27
        | Sổ mượn sách | Quý II | Có số liệu      | D8 KH28
        """
    findings = judged(closing, register(LOANS, LOANED))

    assert told(findings) == beside(closing)
    assert say(findings[0]).message == "Quý I chốt Không phát sinh, nhưng sổ Sổ mượn sách có 2 dòng."


@pytest.mark.parametrize("loans", ["| day | people |\n| 05/05/2022 | 1 |", "| day | people |\n| 30/06/2022 | |"])
def test_near_misses_of_answers_and_rows(loans: str) -> None:
    closing = """
        | register      | period  | answer          |
        | SỔ MƯỢN␣SÁCH  | quý  I  | Không phát sinh |
        | Sổ mượn sách  | Quý II  | Có số liệu      |
        | Sổ mượn sách  | Quý III |                 |
        """
    assert told(judged(closing, register(LOANS, loans))) == []


def test_what_is_not_closed_is_told_at_its_answer_or_at_the_heading() -> None:
    closing = """
        | register     | period | answer |
        | Sổ mượn sách | Quý I  |        | D7 KH26, D6 KH26
        """
    findings = judged(closing, register(LOANS, LOANED))

    assert told(findings) == beside(closing)
    assert [say(one).message for one in findings] == [
        "Sổ Sổ mượn sách, Quý I: chưa chốt số liệu (hạn 05/04/2022).",
        "Sổ Sổ mượn sách, Quý II: chưa chốt số liệu (hạn 05/07/2022).",
    ]


def test_not_yet_is_an_answer_but_closes_nothing() -> None:
    closing = (
        "| register | period | answer |\n| Sổ mượn sách | Quý I | Chưa tổng hợp |\n| Sổ mượn sách | Quý II | chưa |"
    )

    assert told(judged(closing)) == []
    assert not asked(register(CLOSING, closing)).closed("VP", ["loans"])


def test_an_answer_that_could_not_be_read_is_not_blamed_again() -> None:
    closing = (
        "| register | period | answer |\n| Sổ mượn sách | Quý I | xong rồi |\n| Sổ mượn sách | Quý II | không có |"
    )

    assert told(judged(closing)) == []


def test_the_first_of_two_answers_stands() -> None:
    closing = """
        | register     | period | answer          |
        | Sổ mượn sách | Quý I  | Có số liệu      |
        | Sổ mượn sách | Quý I  | Không phát sinh |
        | Sổ mượn sách | Quý II | Không phát sinh |
        """
    assert told(judged(closing, register(LOANS, LOANED))) == []


def test_a_row_whose_day_could_not_be_read_is_held_against_nobody() -> None:
    closing = """
        | register     | period | answer          |
        | Sổ mượn sách | Quý I  | Có số liệu      |
        | Sổ mượn sách | Quý II | Không phát sinh |
        """
    for day in ("quý I", ""):
        assert told(judged(closing, register(LOANS, f"| day | people |\n| {day} | 2 |"))) == []


def test_rows_of_another_unit_are_its_own() -> None:
    closing = (
        "| register | period | answer |\n| Sổ mượn sách | Quý I | Không phát sinh |\n| Sổ mượn sách | Quý II | không |"
    )

    assert told(judged(closing, register(LOANS, ("VH", LOANED)))) == []


def test_a_register_or_closing_that_was_not_read_is_not_asked_about() -> None:
    assert told(judged("| register | period |\n| Sổ | Quý I |", unread=frozenset({("VP", "loans")}))) == []
    without = {"loans": register(LOANS, LOANED)}
    assert judge_closings(asked(*without.values()), without, frozenset()) == []


# -- what dates a row ------------------------------------------------------------------


def of_unit(unit_code: str, sheet: Sheet, rows: str, *answers: str) -> list[tuple[str, str | None]]:
    """What is told where the periods of a sheet were answered so, in their order, at the end of the year."""
    names = {
        "months": [f"Tháng {number}" for number in range(1, 13)],
        "ready": ["6 tháng đầu năm", "6 tháng cuối năm"],
        "undated": ["Cả năm"],
    }[sheet.code]
    body = "\n".join(f"| {sheet.title.vi} | {name} | {one} |" for name, one in zip(names, answers, strict=True))
    registers = {
        "closing": register(CLOSING, (unit_code, f"| register | period | answer |\n{body}")),
        sheet.code: register(sheet, (unit_code, rows)),
    }
    of = plan(unit(unit_code, sheet.code))
    return told(
        judge_closings(
            asked(*registers.values(), present=(unit_code,), as_of=date(2023, 2, 1), of=of), registers, frozenset()
        )
    )


def test_a_month_dates_its_row() -> None:
    answers = ["Không phát sinh"] * 12
    answers[4] = "Có số liệu"

    assert of_unit("VH", MONTHS, "| month |\n| 5 |", *answers) == []
    assert of_unit("VH", MONTHS, "| month |\n| 6 |", *answers) == [("KH27", "D12"), ("KH28", "D11")]


def test_a_row_that_stands_ready_counts_once_something_is_typed_and_by_its_own_day() -> None:
    ready = "| day | held | why |\n| 03/01/2022 | | |\n| 04/07/2022 | 20/06/2022 | |"

    assert of_unit("VH", READY, ready, "Không phát sinh", "Có số liệu") == []
    assert of_unit("VH", READY, ready, "Có số liệu", "Không phát sinh") == [("KH27", "D8"), ("KH28", "D7")]


def test_a_register_without_days_is_only_asked_to_be_closed() -> None:
    assert of_unit("VH", UNDATED, "| name |\n| A |", "Không phát sinh") == []
    assert of_unit("VH", UNDATED, "| name |\n| A |", "") == [("KH26", "D7")]


# -- what tasks ask --------------------------------------------------------------------


def test_a_period_is_due_after_the_plans_days_for_closing() -> None:
    def periods(as_of: date, of=PLAN) -> list[str]:  # type: ignore[no-untyped-def]
        return [one.label.vi for one in asked(as_of=as_of, of=of).due]

    days = int(PLAN.value(CLOSING_KEY, AS_OF))
    last = date(2022, 6, 30) + timedelta(days)
    assert (periods(last), periods(last + timedelta(1))) == (["Quý I"], ["Quý I", "Quý II"])
    slow = plan(unit("VP", "loans"), settings=(Setting(CLOSING_KEY, "30", None, None, "", ""),))
    assert periods(date(2022, 7, 30), slow) == ["Quý I"]


def test_only_units_that_were_read_and_registers_that_close_are_asked() -> None:
    assert {(one.unit, one.sheet.code) for one in asked(present=("VP", "VH")).due} == {("VP", "loans"), ("VH", "ready")}
    assert asked(present=()).due == ()


@pytest.mark.parametrize(
    ("first", "second", "closed", "nothing"),
    [
        ("Không phát sinh", "Không phát sinh", True, True),
        ("Có số liệu", "Không phát sinh", True, False),
        ("Có số liệu", "Có số liệu", True, False),
        ("Không phát sinh", "Chưa tổng hợp", False, False),
        ("Không phát sinh", "", False, False),
    ],
)
def test_a_register_is_closed_when_every_period_due_is(first: str, second: str, closed: bool, nothing: bool) -> None:
    answers = (
        f"| register | period | answer |\n| Sổ mượn sách | Quý I | {first} |\n| Sổ mượn sách | Quý II | {second} |"
    )
    held = asked(register(CLOSING, answers))

    assert (held.closed("VP", ["loans"]), held.nothing("VP", ["loans"])) == (closed, nothing)
    assert (held.closed("VP", ["loans", "never"]), held.nothing("VP", ["loans", "never"])) == (closed, nothing)


def test_a_register_that_never_closes_is_always_closed_and_never_nothing() -> None:
    held = asked(register(CLOSING, "| register | period |\n| Sổ mượn sách | Quý I |"))

    assert (held.closed("VP", ["never"]), held.nothing("VP", ["never"]), held.nothing("VP", [])) == (True, False, False)


def test_a_unit_that_does_not_keep_a_register_waits_for_who_does() -> None:
    answers = "| register | period | answer |\n| Sổ mượn sách | Quý I | Có số liệu |"
    held = asked(register(CLOSING, ("VP", answers)), present=("VP", "VH"), as_of=date(2022, 5, 1))

    assert held.closed("VH", ["loans"])
    assert not asked(present=("VP", "VH"), as_of=date(2022, 5, 1)).closed("VH", ["loans"])
