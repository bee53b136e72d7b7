"""Cases G: how errors are told."""

from __future__ import annotations

from pathlib import Path

from tests.folders import OFFICE, RECEPTION, answer_of, cell, edited, told


def test_case_g14_a_formula_without_its_result_says_open_save_and_run_again(sound: Path) -> None:
    with edited(sound / OFFICE) as book:
        book[RECEPTION]["F8"] = "=5+7"
    answer = answer_of(sound)

    assert (answer["exit"], ("DL15", OFFICE, "F8") in told(answer)) == (1, True)
    (said,) = (one["remedy"] for one in answer["findings"] if one["code"] == "DL15")
    assert "mở tệp bằng Excel, bấm Lưu, rồi chạy lại" in said
    assert cell(sound / OFFICE, RECEPTION, "A8") == "Cần sửa"
