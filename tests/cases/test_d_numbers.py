"""Cases D: numbers and codes."""

from __future__ import annotations

import pytest

from danvan_xlsx.check.read import read
from danvan_xlsx.report.answer import answer
from danvan_xlsx.report.summary import tasks_page
from danvan_xlsx.report.unit_summary import own_sheet
from danvan_xlsx.words.kinds import CODE, Option, choice
from danvan_xlsx.words.layout import Cell, Grid, Sheet
from danvan_xlsx.words.rules import say
from danvan_xlsx.words.text import Text
from tests.outcomes import outcome, text
from tests.registers.rows import read_table
from tests.shelf import beside, column, register, told
from tests.test_columns import judged
from tests.test_read import home

VILLAGES = Sheet("villages", Text("Danh sách thôn", "Villages"), (column("code", "Mã thôn", CODE),))
NEWS = Sheet("news", Text("Tin", "News"), (column("village", "Mã thôn", CODE, refers="villages.code"),))


def test_case_d1_a_code_that_lost_its_zero_is_told_with_the_code_that_was_meant() -> None:
    """Not padded: two codes may differ by a zero alone. The column of a form is text, where nothing gets lost."""
    news = """
        | village |
        | #1      | B7 DL10
        | #12     |
        | 02      |
        """
    villages = register(VILLAGES, "| code |\n| 01 |\n| 02 |\n| 12 |")
    findings = judged(register(NEWS, news), villages)

    assert told(findings) == beside(news)
    assert "gần giống: 01" in say(findings[0]).message
    assert CODE.number_format == "@"
    note = read_table(NEWS, "| village |\n| #1 |")[1][0]
    assert (note.code, say(note).remedy) == ("DL32", "Không cần sửa, trừ khi mã có số 0 ở đầu.")


def test_case_d4_every_page_rounds_the_same_figure_only_where_it_is_shown() -> None:
    """1.060 of 2.090: whole in the answer, 50,7 % wherever it is read."""
    one = outcome()
    (share,) = next(task for task in answer(one)["tasks"] if task["code"] == "II.2.2")["indicators"]
    unit = own_sheet(one, "MC", "mot-cua.xlsx", 1)
    pages = [text([tasks_page(one)]), "\n".join(str(spot.value) for line in unit.lines for spot in line)]

    assert share["actual"] == pytest.approx(1060 / 2090 * 100, abs=1e-9)
    assert [("50,7%" in page, "50,72" in page, "51%" in page) for page in pages] == [(True, False, False)] * 2


AGES = choice(
    "ages",
    Option("05-09", Text("05-09", "05-09"), ("5-9", "5 đến 9")),
    Option("10-14", Text("10-14", "10-14")),
)


@pytest.mark.parametrize("typed", ["05-09", "5-9", "5–9", " 5 đến 9 "])
def test_case_d9_a_class_is_known_by_its_further_wordings(typed: str) -> None:
    assert AGES.read(Cell(typed)).value.code == "05-09"


def test_case_d9_a_class_that_excel_made_a_day_of_is_told_as_that() -> None:
    sheet = Sheet("ages", Text("Sổ", "Ages"), (column("age", "Nhóm tuổi", AGES),))

    _, (finding,) = read(home(sheet), Grid("Sổ", {7: {2: Cell(44690.0, "date")}}))

    assert (finding.code, finding.place.cell) == ("DL29", "B7")
    assert "Excel đã đổi nội dung ô B7 thành ngày" in say(finding).message
