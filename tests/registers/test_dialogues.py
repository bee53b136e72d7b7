"""Dialogues: how many were held, how many opinions were raised and answered."""

from __future__ import annotations

from datetime import date

from danvan_xlsx.check.columns import judge_columns
from danvan_xlsx.registers.dialogues import DIALOGUES
from danvan_xlsx.words.rules import Register
from tests.registers.declared import MINH_SON, example_faults
from tests.registers.rows import figures, rows, total

HELD = """
    | code   | day        | topic             | audience     | chair    | noticed_on | attended | opinions_raised | answered_there | answered_later |
    | DTH-01 | 27/05/2022 | UBND với Nhân dân | Nhân dân     | Chủ tịch | 17/05/2022 | 86       | 14              | 11             | 3              |
    | DTH-02 | 24/06/2022 | Phong cách        | Dân          | Chủ tịch | 25/06/2022 | 62       | 8               | 7              | 0              |
    | DTH-03 | 12/08/2022 | GPMB              | Doanh nghiệp | Chủ tịch | 02/08/2022 | 38       | 11              | 12             | 1              |
"""  # noqa: E501


def test_the_examples_are_what_the_sheet_takes() -> None:
    assert example_faults(DIALOGUES) == []


def test_every_dialogue_is_counted_on_its_day() -> None:
    assert [figure.column for figure in figures("dialogues_held", rows(DIALOGUES, HELD))] == ["day"] * 3


def test_answers_on_the_spot_and_in_writing_are_answers() -> None:
    found = rows(DIALOGUES, HELD)[:2]

    assert total("dialogue_opinions", found) == 22
    assert total("dialogue_opinions_answered", found) == 21


def test_a_notice_after_the_day_and_more_answers_than_opinions_are_told() -> None:
    register = Register(DIALOGUES, tuple(rows(DIALOGUES, HELD)))

    judged = judge_columns({"dialogues": register}, MINH_SON, date(2022, 11, 14))
    assert [(one.code, one.place.cell) for one in judged] == [("DL19", "G8"), ("DL19", "K9")]
