"""Documents that the plan's own sheets cite: each doubt at its cell, and a near miss of which nothing is told."""

from __future__ import annotations

import pytest

from danvan_xlsx.plan import citation_faults
from danvan_xlsx.words.rules import CATALOGUE, say
from tests.plans import SETTING_HEAD, built, faults_of, settings, tasks

CITED_HEAD = "| number | day | issuer | subject | since | until | successor |\n"


def cited(*rows: str) -> dict[str, str]:
    return {"cited": CITED_HEAD + "\n".join(rows)}


def task(title: str) -> dict[str, str]:
    return tasks(f"| II.2.9 | {title} | VP | | Quý | | | | |")


def plan_of(year: int, title: str, *more: str) -> dict[str, str]:
    lines = (f"| year | {year} | |", "| commune_code | minh-son | |", "| commune_name | Minh Sơn | |")
    return {"settings": SETTING_HEAD + "\n".join((*lines, "| superior | UBND huyện | |", *more)), **task(title)}


#: code → a table that earns it, the cells told (none else is), one that is near and sound.
CASES = {
    "VB16": (
        {
            **task("Thực hiện Chỉ thị 33/2021/CT-TTg, Pháp lệnh 34/2017/PL-UBTVQH11"),
            **cited(
                "| 763/QĐ-TU | 15/10/2021 | | | | | |",
                "| 60/2014/NĐ-CP | 19/06/2014 | | Dân chủ tại nơi làm việc | | | |",
                "| 35-CT/TW | 26/05/2014 | | | | | 107 KL/TW; số 33/2021/CT-TTg |",
            ),
        },
        {"D8", "B7", "B8", "H9"},
        {
            **task("Thực hiện Chỉ thị 33/CT-TTg, Pháp lệnh 34/2007/PL-UBTVQH11, biểu 01/TCD"),
            **cited(
                "| 763-QĐ/TU | 15/10/2021 | | Sửa đổi Quyết định 33/2021/CT-TTg | | | |",
                "| 60/2014/NĐ-CP | 19/06/2014 | | Hoạt động in | | | |",
            ),
        },
    ),
    "VB17": (
        plan_of(2024, "Kiểm tra theo PL 34/2007"),
        {"D8"},
        plan_of(2022, "Kiểm tra theo PL 34/2007"),
    ),
    "VB18": (
        task("Học tập Chỉ thị 05-CT/TW của Bộ Chính trị"),
        {"D8"},
        {
            **task("Học tập Chỉ thị 05-CT/TW của Bộ Chính trị"),
            **cited("| 05-CT/TW | 15/05/2016 | Bộ Chính trị | | | | |"),
        },
    ),
    "VB19": (
        cited("| 60/2013/NĐ-CP | | | | | | |"),
        {"G7"},
        cited(
            "| 60/2013/NĐ-CP | | | | | 31/12/2018 | 149/2018/NĐ-CP |",
            "| 34/2007/PL-UBTVQH11 | 20/04/2007 | | | | | |",
        ),
    ),
    "VB20": (
        cited("| 17/2022/NĐ-CP | 31/01/2021 | | | | | |", "| 04/2015/NĐ-CP | 10/01/2015 | | | | | |"),
        {"C7", "C8"},
        cited("| 17/2022/NĐ-CP | 31/01/2022 | | | | | |", "| 33/CT-TTg | 20/08/2020 | | | | | |"),
    ),
    "VB21": (
        task("Dân chủ theo Nghị định 60/2013/NĐ-CP"),
        {"D8"},
        task("Dân chủ theo Nghị định 145/2020/NĐ-CP"),
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_a_doubt_is_told_at_its_cell_and_a_near_miss_is_not(code: str) -> None:
    wrong, cells, right = CASES[code]

    assert faults_of(**wrong) == {(code, cell) for cell in cells}
    assert faults_of(**right) == set()


def test_the_plans_own_day_decides_and_its_own_sheet_stands_above_what_is_known() -> None:
    day = "| plan_day | {} | |"
    title = "Kiểm tra theo PL 34/2007/PL-UBTVQH11"

    assert faults_of(**plan_of(2023, title, day.format("30/06/2023"))) == set()
    assert faults_of(**plan_of(2023, title, day.format("01/07/2023"))) == {("VB17", "D8")}
    kept = cited("| 34/2007/PL-UBTVQH11 | 20/04/2007 | | | | 31/12/2023 | 10/2022/QH15 |")
    assert faults_of(**plan_of(2023, title, day.format("01/07/2023")), **kept) == set()


def test_settings_cite_too() -> None:
    assert faults_of(**settings("| due_soon_days | 10 | Chỉ thị 33/2021/CT-TTg |")) == {("VB16", "G11")}
    assert faults_of(**settings("| due_soon_days | 10 | Chỉ thị 33/CT-TTg |")) == set()


def test_every_doubt_is_in_the_cases_and_speaks_in_whole_sentences() -> None:
    codes = [value for name, value in vars(citation_faults).items() if name.isupper() and str(value).startswith("VB")]

    assert sorted(codes) == sorted(CASES)
    for wrong, _, _ in CASES.values():
        for one in built(**wrong)[1]:
            for lang in ("vi", "en"):
                said = say(one, lang)
                assert said.message.endswith(".") and said.remedy.endswith(".")
                assert "{" not in said.message + said.remedy
    assert all(CATALOGUE[code].source for code in codes)
