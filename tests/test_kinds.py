"""Every kind: what it accepts, what it converts with a note, what it refuses; and drawn = read."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from danvan_xlsx.words.kinds import (
    COUNT,
    KINDS,
    NUMBER,
    PERCENT,
    Kind,
    Option,
    Typed,
    as_cell,
    choice,
    is_blank,
    serial_of,
)
from danvan_xlsx.words.layout import Cell
from danvan_xlsx.words.text import Personal, Text, fold, shown


def each(table: str) -> Any:
    rows = [(kind, row) for kind in KINDS for row in getattr(kind, table)]
    return pytest.mark.parametrize(("kind", "row"), rows, ids=[f"{kind.name}-{row[0]!r}" for kind, row in rows])


@each("accepts")
def test_what_a_kind_accepts_is_read_without_a_word(kind: Kind, row: tuple[Typed, Any]) -> None:
    assert kind.read(as_cell(row[0])) == (row[1], None, None, "")


@each("converts")
def test_what_a_kind_converts_is_noted(kind: Kind, row: tuple[Typed, Any, str]) -> None:
    reading = kind.read(as_cell(row[0]))

    assert (reading.value, reading.fault, reading.note) == (row[1], None, row[2])


@each("refuses")
def test_what_a_kind_refuses_has_its_code_and_no_value(kind: Kind, row: tuple[Typed, str]) -> None:
    reading = kind.read(as_cell(row[0]))

    assert (reading.value, reading.fault, reading.note) == (None, row[1], None)


@each("accepts")
def test_what_is_shown_is_read_back_equal(kind: Kind, row: tuple[Typed, Any]) -> None:
    stored = kind.show(row[1])
    if isinstance(stored, date):
        cell = Cell(float(serial_of(stored)), "date")
    elif isinstance(stored, (int, float)):
        cell = Cell(float(stored), "number")
    else:
        cell = Cell(stored)

    assert kind.read(cell).value == row[1]


@pytest.mark.parametrize("typed", ["", " ", "\u00a0", "\u200b", "\n", "\t ", "-", "–", " — ", "\ufeff"])
def test_white_space_and_a_lone_dash_are_blank(typed: str) -> None:
    assert is_blank(Cell(typed))


@pytest.mark.parametrize(
    "cell", [Cell("x"), Cell(0.0, "number"), Cell("#N/A", "error"), Cell("", "uncalculated", True)]
)
def test_a_zero_an_error_and_a_formula_without_result_are_not_blank(cell: Cell) -> None:
    assert not is_blank(cell)


SESSION = choice(
    "session",
    Option("regular", Text("Định kỳ", "Regular"), ("định kì",)),
    Option("standing", Text("Thường xuyên", "Standing")),
)


@pytest.mark.parametrize("typed", ["Định kỳ", " định  kỳ ", "ĐỊNH KỲ", "Ðịnh kỳ", "định kì", "regular", "Định\u00a0kỳ"])
def test_a_choice_is_known_however_it_is_spelt(typed: str) -> None:
    assert SESSION.read(Cell(typed)).value.code == "regular"


def test_a_value_outside_the_list_is_refused_with_the_list() -> None:
    reading = SESSION.read(Cell("Đột xuất"))

    assert (reading.fault, reading.expected) == ("DL09", "Định kỳ; Thường xuyên")


def test_the_plan_adds_wordings_to_a_closed_list_and_options_to_an_open_one() -> None:
    closed = SESSION.bind({"session": (Option("other", Text("Khác", "Other")),)}, {"session": {"ĐK": "regular"}})
    opened = choice("field").bind({"field": (Option("land", Text("Đất đai", "Land")),)}, {"field": {"đất": "land"}})

    assert closed.read(Cell("đk")).value.code == "regular"
    assert closed.read(Cell("Khác")).fault == "DL09"
    assert [opened.read(Cell(word)).value.code for word in ("Đất đai", "ĐẤT")] == ["land", "land"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa Bình", "Hoà Bình"),
        ("Thủy lợi", "Thuỷ lợi"),
        ("Quý I", "Qúy I"),
        ("Nguyễn", "Nguye\u0302\u0303n"),
        ("ĐẤT ĐAI", "Ðất  đai"),
        ("thôn Minh Bình", "Thôn\u00a0Minh\u200b Bình "),
    ],
)
def test_one_word_spelt_two_ways_is_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("hoàn", "hòan"), ("Minh Bình", "Minh Binh"), ("quý", "quỷ")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (1250, "1.250", "1,250"),
        (33.9, "33,9", "33.9"),
        (50.717, "50,72", "50.72"),
        (0.0, "0", "0"),
        (-0.001, "0", "0"),
        (date(2022, 3, 5), "05/03/2022", "05/03/2022"),
        (True, "có", "yes"),
        (None, "", ""),
        (("II.1.1", "II.1.2"), "II.1.1, II.1.2", "II.1.1, II.1.2"),
    ],
)
def test_values_are_shown_in_the_reader_s_manner(value: Any, vi: str, en: str) -> None:
    assert (shown(value), shown(value, "en")) == (vi, en)


def test_a_personal_value_never_shows() -> None:
    secret = Personal("Công dân 07")
    told = [
        repr(secret),
        str(secret),
        f"{secret}",
        f"{secret:>20}",
        shown(secret),
        Text("{x}", "{x}").say("vi", {"x": secret}),
    ]

    assert told == ["•••"] * 6
    assert secret == Personal(" công dân  07") and secret.reveal() == "Công dân 07"


@pytest.mark.parametrize(
    ("kind", "typed", "proposed"),
    [
        (COUNT, "12 người", "12"),
        (COUNT, "1.250 lượt", "1.250"),
        (COUNT, "1,5 người", ""),
        (COUNT, "-3 người", ""),
        (COUNT, "12 nam, 5 nữ", ""),
        (NUMBER, "1,2 km", "1,2"),
        (PERCENT, "0,7 phần", ""),
    ],
)
def test_a_refused_number_is_proposed_only_as_the_column_takes_it(kind: Kind, typed: str, proposed: str) -> None:
    assert kind.read(Cell(typed)).expected == proposed
