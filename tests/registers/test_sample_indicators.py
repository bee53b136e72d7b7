"""The sample's indicators name measures, headings and options that the registers declare."""

from __future__ import annotations

from pathlib import Path

import pytest

from danvan_xlsx.plan.plan import Condition
from danvan_xlsx.plan.terms import BASES, COMPARISONS, WINDOWS
from danvan_xlsx.registers import load
from danvan_xlsx.words.kinds import Choice, choice
from danvan_xlsx.words.layout import Cell, Sheet
from danvan_xlsx.words.text import fold
from tests.tables import lines, split

HEAD, *BODY = lines((Path(__file__).parents[1] / "sample/plan/indicators_2.txt").read_text(encoding="utf-8"))
INDICATORS = [dict(zip(split(HEAD), split(line), strict=True)) for line in BODY]


def indicator(row: dict[str, str]) -> str:
    return f"{row['task']}-{row['measure']}"


def conditions(sheet: Sheet, text: str) -> list[Condition]:
    """`Chủ đề = A hoặc B; Loại = C` → the columns and the option codes; of an open list the labels as they stand."""
    found = []
    for part in filter(None, text.split(";")):
        heading, _, values = part.partition("=")
        column = next(column for column in sheet.columns if fold(column.label.vi) == fold(heading))
        assert isinstance(column.kind, Choice)
        words = [word.strip() for word in values.split(" hoặc ")]
        known = [column.kind.read(Cell(word)).value for word in words] if column.kind.options else words
        found.append(Condition(column.code, frozenset(known)))
    return found


@pytest.mark.parametrize("row", INDICATORS, ids=indicator)
def test_an_indicator_can_be_counted(row: dict[str, str]) -> None:
    measures = load().measures
    sheet = measures[row["measure"]].sheet

    assert not [one for one in conditions(sheet, row["filter"]) if None in one.values]
    assert bool(row["of"]) == (row["unit"] == "%")
    if row["of"]:
        assert measures[row["of"]].unit == measures[row["measure"]].unit
    for options, cell in ((WINDOWS, "window"), (COMPARISONS, "comparison"), (BASES, "basis")):
        assert choice("x", *options).read(Cell(row[cell])).fault is None
    assert float(row["target"]) >= 0


def test_the_only_targets_of_the_plan_itself_are_services_online_and_boards_of_projects() -> None:
    own = {(row["task"], row["measure"], row["target"]) for row in INDICATORS if row["basis"] == "kế hoạch"}

    assert own == {("II.2.11", "services_at_level_3_4", "70"), ("II.4.12", "projects_with_board", "100")}


def test_every_task_whose_evidence_is_in_these_registers_is_measured() -> None:
    tasks: dict[str, list[str]] = {}
    for section, number in sorted({tuple(row["task"].rsplit(".", 1)) for row in INDICATORS}):
        tasks.setdefault(section, []).append(number)

    assert {section: " ".join(sorted(numbers, key=int)) for section, numbers in tasks.items()} == {
        "II.2": "2 3 4 5 6 10 11",
        "II.3": "2 3 5 6 9",
        "II.4": "9 10 12",
        "II.5": "3 4",
        "III.2": "3 4",
        "III.3": "1 2 3 4",
        "III.4": "1 2",
    }
