"""Cases B: white space, invisible marks, Vietnamese letters composed in two ways."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from danvan_xlsx.check.read import read
from danvan_xlsx.plan.windows import windows
from danvan_xlsx.words.kinds import CODE, Option, choice
from danvan_xlsx.words.layout import CODE_ROW, HEAD_ROW, Cell, Grid, Sheet
from danvan_xlsx.words.rules import Register
from danvan_xlsx.words.text import Personal, Text, tidy
from tests.folders import PLAN, danvan, opened
from tests.shelf import column, register, told
from tests.tables import table
from tests.test_columns import judged
from tests.test_commune import AS_OF, PLAN_TABLES, REGISTRY, a_book, the_plan
from tests.test_commune import judged as judged_commune
from tests.test_read import home

CASES = Sheet("cases", Text("Sổ hồ sơ", "Cases"), (column("code", "Mã", CODE),))
VISITS = Sheet("visits", Text("Sổ tiếp", "Visits"), (column("case", "Mã hồ sơ", CODE, refers="cases.code"),))


@pytest.mark.parametrize("around", ["{}", " {} ", "\u00a0{}\u00a0\u00a0", "\u200b{}", "{}\n", "\t{}"])
def test_case_b3_blanks_around_a_number_do_not_make_it_another(around: str) -> None:
    """No column of ours takes a citizen's number; the number of a case is looked up without what stands around it."""
    number = "0380900012345678"
    rows, findings = read(home(VISITS), Grid("Sổ tiếp", {7: {2: Cell(around.format(number))}}))
    visits = Register(VISITS, tuple(rows))

    assert findings == judged(visits, register(CASES, f"| code |\n| {number} |")) == []
    assert told(judged(visits, register(CASES, "| code |\n| 0380900012345679 |"))) == [("DL10", "B7")]


FORMS: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")


@pytest.mark.parametrize("word", ["Hiếu", "Phú Quốc", "bệnh viện"])
@pytest.mark.parametrize("listed", FORMS)
@pytest.mark.parametrize("typed", FORMS)
def test_case_b7_a_name_is_one_however_its_letters_are_composed(
    word: str, listed: Literal["NFC", "NFD"], typed: Literal["NFC", "NFD"]
) -> None:
    one, other = unicodedata.normalize(listed, word), unicodedata.normalize(typed, word)
    kind = choice("places", Option("it", Text(one, one)))

    assert kind.read(Cell(other)).value.code == "it"
    assert Personal(one) == Personal(other)
    assert tidy(one) == tidy(other) == word


def test_case_b11_no_form_holds_a_formula(folder: Path, tmp_path: Path) -> None:
    """Nothing in a form looks a name up: codes and lists do, in the program."""
    out = tmp_path / "bieu-mau"
    danvan("forms", folder / PLAN, "--out", out, "--paper")
    forms = sorted(out.glob("*.xlsx"))
    formulas = [
        (path.name, sheet.title, one.coordinate)
        for path in (*forms, folder / PLAN)
        for sheet in opened(path)
        for row in sheet.iter_rows()
        for one in row
        if one.data_type == "f"
    ]

    assert (len(forms), formulas) == (4, [])


def test_case_b13_a_register_of_two_workbooks_is_one_whatever_its_headings_look_like() -> None:
    """In the second the codes are gone and every heading has a blank before it: its rows count with the others."""
    units = PLAN_TABLES["units"].replace(
        "| Sổ tiếp công dân; Sổ đơn thư |", "| Sổ tiếp công dân; Sổ đơn thư; Tin, bài |"
    )
    plan = the_plan(units=units)
    news = "| day | title |\n| 05/01/2022 | Một |\n| 06/02/2022 | Hai |"
    sound = table(REGISTRY.sheets["news"], news)
    headings = {at: Cell(f" \u00a0{one.value} ") for at, one in sound.rows[HEAD_ROW].items()}
    spoilt = Grid(sound.title, {at: row for at, row in sound.rows.items() if at != CODE_ROW} | {HEAD_ROW: headings})
    (window,) = windows("to_date", 2022, AS_OF)
    books = [a_book(unit, plan, news=grid) for unit, grid in (("VP", sound), ("VH", spoilt))]

    one = judged_commune(*books, plan=plan, wanted={"news": ("news_items", window)})

    assert (one.figures, {code for code, _ in told(one.findings)} & {"BM19", "BM20"}) == ({"news": 4}, set())
