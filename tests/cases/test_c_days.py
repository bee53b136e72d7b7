"""Cases C: days as people type and paste them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from danvan_xlsx.check.read import read
from danvan_xlsx.words.kinds import COUNT, DUE_DAY, FACT_DAY, NUMBER
from danvan_xlsx.words.layout import Cell, Grid, Sheet
from danvan_xlsx.words.rules import say
from danvan_xlsx.words.text import Text
from tests.folders import CULTURE, answer_of, told, with_meta
from tests.shelf import column
from tests.shelf import told as told_of
from tests.test_read import home

DAYS = Sheet(
    "days",
    Text("Sổ ngày", "Days"),
    (
        column("day", "Ngày nhận", FACT_DAY, required=True),
        column("due", "Hạn", DUE_DAY),
        column("people", "Số người", COUNT),
        column("weight", "Khối lượng", NUMBER),
    ),
)
DAY = Cell(44625.0, "date")


def of(*cells: Cell | None) -> tuple[dict[str, Any], list[tuple[str, str | None]], list[str]]:
    """A row of these cells from column B on: its values, what is told of it, and the sentences."""
    typed = {at: one for at, one in enumerate(cells, 2) if one is not None}
    (row,), findings = read(home(DAYS), Grid("Sổ", {7: typed}))
    return row.values, told_of(findings), [say(one).message for one in findings]


def test_case_c1_a_mistyped_day_shows_its_text_and_the_form_expected() -> None:
    _, (finding,) = read(home(DAYS), Grid("Sổ", {7: {2: Cell("03/292022")}}))

    assert (finding.code, finding.place.cell) == ("DL02", "B7")
    assert "“03/292022”" in say(finding).message and "ngày/tháng/năm, ví dụ 05/03/2022" in say(finding).remedy


@pytest.mark.parametrize(
    ("typed", "value", "code"),
    [
        (Cell(44625.0, "number"), date(2022, 3, 5), "DL23"),
        (Cell("05-03-2022"), date(2022, 3, 5), "DL22"),
        (Cell("05-03"), None, "DL02"),
        (Cell(503.0, "number"), None, "DL02"),
        (Cell(0.0, "number"), None, "DL02"),
        (Cell("0000-00-00"), None, "DL13"),
        (Cell("00/00/0000"), None, "DL13"),
    ],
)
def test_case_c2_a_serial_is_a_day_and_half_a_day_is_none(typed: Cell, value: date | None, code: str) -> None:
    values, found, _ = of(typed)

    assert (values.get("day"), found) == (value, [(code, "B7")])


def test_case_c3_a_true_day_is_trusted_and_text_is_read_day_first_and_said_so() -> None:
    """7/11 may be read both ways: how it was read is told at the cell, in every such case."""
    assert of(Cell(44872.0, "date"))[:2] == ({"day": date(2022, 11, 7)}, [])
    assert of(Cell("7/11/2022")) == (
        {"day": date(2022, 11, 7)},
        [("DL22", "B7")],
        ["Ô B7 ghi “7/11/2022”; đã đọc là 07/11/2022."],
    )
    assert of(Cell("11/25/2022"))[:2] == ({}, [("DL13", "B7")])


@pytest.mark.parametrize("none", [None, Cell(""), Cell(" "), Cell("-"), Cell("–"), Cell("---")])
def test_case_c5_a_blank_or_a_dash_is_no_day_and_no_fault(none: Cell | None) -> None:
    assert of(DAY, none)[:2] == ({"day": date(2022, 3, 5)}, [])


@pytest.mark.parametrize("typed", ["ngày năm tháng ba", "05 March 2022", "2022", "3/2022", "05/03/2022 (chiều)"])
def test_case_c6_a_filled_cell_is_never_called_empty(typed: str) -> None:
    assert of(Cell(typed), DAY)[1] == [("DL02", "B7")]


def test_case_c9_the_column_says_what_a_number_is() -> None:
    values, found, _ = of(DAY, None, Cell(30.0, "number"), Cell(30.5, "number"))
    assert (values, found) == ({"day": date(2022, 3, 5), "people": 30, "weight": 30.5}, [])
    assert of(Cell(30.5, "number"), None, Cell(44625.0, "date"))[1] == [("DL02", "B7"), ("DL29", "D7")]


def test_case_c11_day_first_text_is_a_day() -> None:
    assert of(Cell("31/12/2022"), Cell(" 31.12.2022\u00a0"))[:2] == (
        {"day": date(2022, 12, 31), "due": date(2022, 12, 31)},
        [("DL22", "B7"), ("DL22", "C7")],
    )


def test_case_c13_a_workbook_of_another_year_is_told_with_both_years(sound: Path) -> None:
    with_meta(sound / CULTURE, "year", "2021")
    answer = answer_of(sound)

    assert ("BM14", CULTURE, None) in told(answer)
    (said,) = (one["message"] for one in answer["findings"] if one["code"] == "BM14")
    assert said == "Tệp “van-hoa.xlsx” là sổ của năm 2021; kế hoạch trong thư mục là của năm 2022."
