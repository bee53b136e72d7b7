"""The inspection sector's forms filled from rows of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.plan.windows import Window
from danvan_xlsx.registers import load
from danvan_xlsx.report.official.cases import Asked
from danvan_xlsx.report.official.definitions import circular_on, sides
from danvan_xlsx.report.official.forms import FilledForm, fill
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.text import Text
from tests.registers.rows import read_table

TT02 = circular_on(date(2022, 6, 14))
FORMS = {form.code: form for form in TT02.forms}
SHEETS = load().sheets
HALF = Window(Text("6 tháng", "half"), date(2021, 12, 15), date(2022, 6, 14), True)
PERIODS = ("TTR-Q1", "TTR-6T", "TTR-9T", "TTR-NAM")


#: Fields of the tables below; what is not among them is of the administration.
AREAS = {"Đất đai": "land", "Hộ nghèo": "policy", "Tư pháp": "justice", "Khác": "other"}
VISITS = "| day | session | receiver | people | times |"
PETITIONS = (
    "| code | received_on | source | kind | signers | field | competence | handling | settled_on | result | times "
    "| handled_on | forwarded_on | accepted_on | complexity | replied_on |"
)
SESSIONS = "| week | day | receiver | held_on |"


def asked(*, visits: str = "", petitions: str = "", sessions: str = "", window: Window = HALF, **facts: Any) -> Asked:
    """Registers from rows under the headings above."""
    registers = {
        "reception": read_table(SHEETS["reception"], f"{VISITS}\n{visits}")[0],
        "petitions": read_table(SHEETS["petitions"], f"{PETITIONS}\n{petitions}")[0],
        "schedule": read_table(SHEETS["schedule"], f"{SESSIONS}\n{sessions}")[0],
    }
    return Asked(registers, window, Law(), AREAS, **facts)


def filled(code: str, one: Asked) -> FilledForm:
    return next(form for form in fill(TT02, one) if form.form.code == code)


def counted(form: FilledForm) -> dict[int, int]:
    """The columns that have something."""
    return {number: round(one.actual) for number, one in form.figures.items() if one.actual}


def line(text: str) -> dict[int, int]:
    """`1 8, 2 30`: column and figure."""
    return {int(number): int(amount) for number, amount in (one.split() for one in text.split(","))}


def blank(form: FilledForm) -> list[int]:
    return [number for number, one in form.figures.items() if one.actual is None]


def assert_printed(form: FilledForm) -> None:
    """Every formula as it is printed, added up here; a withdrawn denunciation is on no side of the conclusions."""
    for column in form.form.columns:
        if not column.formula:
            continue
        sums = {sum(form.figures[one].actual or 0 for one in side) for side in printed_sides(form, column.formula)}
        assert len(sums) == 1, (form.form.code, column.formula, counted(form))


def printed_sides(form: FilledForm, formula: str) -> Iterator[Sequence[int]]:
    for side in sides(formula):
        concluded = form.form.code == "03/KQGQ" and side == (24, 26, 28)
        yield (*side, 9, 10) if concluded else side
