"""The definitions of the inspection sector's forms fit the circulars, each other and the registers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files

import pytest

from danvan_xlsx.report.official.cases import READS
from danvan_xlsx.report.official.definitions import Form, NoForms, circular_on, circulars, sides
from danvan_xlsx.report.official.forms import Contradiction, fill
from danvan_xlsx.words.kinds import Choice
from tests.official import (
    FORMS,
    SHEETS,
    TT02,
    asked,
)


def test_the_circulars_follow_each_other_without_a_gap() -> None:
    first, *later = circulars()

    assert [one.name.split("/")[0] for one in circulars()] == ["Thông tư 02", "Thông tư 01", "Thông tư 06"]
    assert (first.since, first.until) == (date(2021, 5, 10), date(2024, 3, 4))
    for before, after in zip(circulars(), later, strict=False):
        assert before.until is not None and before.until + timedelta(days=1) == after.since


@pytest.mark.parametrize("day", [date(2021, 3, 14), date(2024, 6, 14), date(2025, 12, 14)])
def test_a_period_whose_columns_nobody_knows_is_refused_in_a_sentence(day: date) -> None:
    with pytest.raises(NoForms) as none:
        circular_on(day)

    assert none.value.told.vi.endswith(".") and "hương trình chưa" in none.value.told.vi


def test_the_forms_are_those_of_the_commune() -> None:
    counts = {code: len(form.columns) for code, form in FORMS.items()}

    assert counts == {
        "01/TCD": 29,
        "02/TCD": 17,
        "01/XLD": 26,
        "02/XLD": 30,
        "03/XLD": 33,
        "04/XLD": 24,
        "01/KQGQ": 26,
        "03/KQGQ": 31,
    }


@pytest.mark.parametrize("form", TT02.forms, ids=lambda form: form.code)
def test_columns_are_numbered_in_order_and_formulas_name_them(form: Form) -> None:
    numbers = [column.number for column in form.columns]
    assert numbers == list(range(1, len(numbers) + 1))
    for column in form.columns:
        for formula in filter(None, (column.formula, column.check)):
            assert sides(formula)[0][0] == column.number
            assert {one for side in sides(formula) for one in side} <= set(numbers)
        if column.part_of:
            assert form.by_number[column.part_of].where is not None
        kinds = (column.where is not None, bool(column.sum_of), column.blank, column.remark)
        assert sum(kinds) == 1, column


@pytest.mark.parametrize("name", ["tt02-2021.toml", "tt01-2024.toml", "tt06-2025.toml", "grading-example.toml"])
def test_a_definition_is_composed_text(name: str) -> None:
    text = files("danvan_xlsx.report.official").joinpath(name).read_text(encoding="utf-8")

    assert unicodedata.is_normalized("NFC", text)


def test_what_is_read_in_a_register_stands_in_it() -> None:
    for register, columns in READS.items():
        assert columns <= SHEETS[register].by_code.keys()
    for form in TT02.forms:
        register = "reception" if form.cases == "visits" else "petitions"
        assert set(form.needs) <= READS[register]
        for column in form.columns:
            assert not column.adds or column.adds in SHEETS[register].by_code


#: Facts that are no column of a register, with all their values.
DERIVED = {
    "stage": {"carried", "received"},
    "state": {"settled", "under_way", "waiting"},
    "signed": {"many", "one", "none"},
    "handled": {"yes", "no"},
    "crowd": {"yes", "no"},
    "timely": {"yes", "no", ""},
    "route": {"own", "guided", "forwarded", "urged", "filed", "not_eligible", ""},
    "area": {"policy", "land", "officials", "corruption", "justice", "party", "other", "administrative"},
}


def conditions(form: Form) -> Iterator[tuple[str, str]]:
    wheres = [form.where, *form.left_out, *(note.where or {} for note in form.notes)]
    for where in (*wheres, *(column.where or {} for column in form.columns)):
        yield from ((fact, value) for fact, values in where.items() for value in values)


def test_every_condition_asks_for_a_value_that_there_is() -> None:
    for form in TT02.forms:
        sheet = SHEETS["reception" if form.cases == "visits" else "petitions"]
        for fact, value in conditions(form):
            if fact in DERIVED:
                assert value in DERIVED[fact], (form.code, fact, value)
                continue
            kind = sheet.by_code[fact].kind
            assert isinstance(kind, Choice)
            assert value in {"", *(option.code for option in kind.options)}, (form.code, fact, value)


def test_every_area_of_the_definition_is_asked_for() -> None:
    asked = {value for form in TT02.forms for fact, value in conditions(form) if fact == "area"}

    assert set(TT02.areas.values()) | {"administrative"} == asked == DERIVED["area"]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("1=4+13+22", ((1,), (4, 13, 22))),
        ("1=2+3+...+7", ((1,), (2, 3, 4, 5, 6, 7))),
        ("1=2+..+5", ((1,), (2, 3, 4, 5))),
        ("10=11+15+16+17=18+…+22=23+26", ((10,), (11, 15, 16, 17), (18, 19, 20, 21, 22), (23, 26))),
    ],
)
def test_a_printed_formula_is_read_with_its_dots(formula: str, expected: object) -> None:
    assert sides(formula) == expected


def test_a_definition_that_contradicts_itself_is_our_mistake() -> None:
    form = FORMS["02/TCD"]
    proposals = {"kind": frozenset({"proposal"})}
    columns = tuple(one._replace(where=proposals) if one.number == 3 else one for one in form.columns)
    wrong = TT02._replace(forms=(replace(form, columns=columns),))

    with pytest.raises(Contradiction, match=r"02/TCD: 1=3\+5\+7=9\+11 reads 2.* = 2.* = 1"):
        fill(wrong, asked(petitions="| D-1 | 10/03/2022 | tiếp công dân | KNPA | 1 | Khác | có | | | | | | | | | |"))
