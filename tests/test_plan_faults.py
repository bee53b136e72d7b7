"""What is told of a plan that is wrong in places: each code at its cell, and a near miss of which nothing is told."""

from __future__ import annotations

import pytest

from danvan_xlsx.check.faults.reported import CHANGED_AFTER_THE_REPORT
from danvan_xlsx.plan import departures, faults, setting_faults
from danvan_xlsx.words.rules import CATALOGUE, CONDUCT, say
from tests.plans import (
    LIST_HEAD,
    SETTING_HEAD,
    UNIT_HEAD,
    built,
    faults_of,
    indicators,
    periods,
    settings,
    tasks,
    units,
)

#: A table that earns the code, the cells told (none else is), and one that is near and sound.
CASES = {
    "KH01": (
        tasks("| II-2-9 | x | VP | | Quý | | | | |"),
        {"B8"},
        tasks("| II.2.9 | x | VP | | Quý | | | | |"),
    ),
    "KH10": (
        tasks("| ii.4.5 | x | VP | | Quý | | | | |"),
        {"B8"},
        tasks("| II.4.6 | x | VP | | Quý | | | | |"),
    ),
    "KH02": (
        tasks("| II.2.9 | x | Văn hóa | | Quý | | | | |"),
        {"E8"},
        tasks("| II.2.9 | x | VĂN HOÁ - XÃ HỘI | | Quý | | | | |"),
    ),
    "KH11": (
        {
            **units("| CU | Đơn vị cũ | UBND | | VP | | 30/06/2022 |"),
            **tasks("| II.2.9 | x | CU | | Quý | | 30/09/2022 | | |"),
        },
        {"E8"},
        {
            **units("| CU | Đơn vị cũ | UBND | | VP | | 30/06/2022 |"),
            **tasks("| II.2.9 | x | CU | | Quý | | 30/06/2022 | | |"),
        },
    ),
    "KH33": (
        tasks("| II.2.9 | x | VP | Van phong | Quý | | | | |"),
        {"G8"},
        tasks("| II.2.9 | x | VP | VANHOA | Quý | | | | |"),
    ),
    "KH04": (
        tasks("| II.2.9 | x | VP | | Một lần | | 30/06/2021 | | |"),
        {"K8"},
        tasks("| II.2.9 | x | VP | | Một lần | | 30/06/2022 | | |"),
    ),
    "KH05": (
        tasks("| II.2.9 | x | VP | | Một lần | | | | |"),
        {"K8"},
        tasks("| II.2.9 | x | VP | | Năm | | | | |"),
    ),
    "KH06": (
        tasks("| II.2.9 | x | VP | | Quý | | | Sổ đơn; documents | |"),
        {"P8"},
        tasks("| II.2.9 | x | VP | | Quý | | | SỔ ĐƠN THƯ; documents | |"),
    ),
    "KH18": (
        tasks("| II.2.9 | x | VP | | Quý | | | | II.4.5; III.9.1 |"),
        {"Q8"},
        tasks("| II.2.9 | x | VP | | Quý | | | | II.4.5 |"),
    ),
    "KH16": (
        units("| KT | Kế toán | UBND | Sổ đơn; Sổ thu | | | |"),
        {"G9"},
        units("| KT | Kế toán | UBND | Sổ đơn thư | | | |"),
    ),
    "KH38": (
        units("| CT | Chủ tịch | UBND | | VP | | |", "| CA | Công an | UBND | | CT | | |"),
        {"H10"},
        units("| CT | Chủ tịch | UBND | | VP | | |", "| CA | Công an | UBND | | VP | | |"),
    ),
    "KH37": (
        {
            "units": UNIT_HEAD + "| VP | Văn phòng | UBND | Sổ đơn thư | | | |",
            **tasks("| III.3.2 | x | VP | | Quý | | | Tin, bài | |"),
        },
        {"P8"},
        tasks("| III.3.2 | x | VANHOA | | Quý | | | Tin, bài | |"),
    ),
    "KH17": (
        tasks("| III.3.2 | x | VANHOA | VP | Quý | | | Tin, bài | |"),
        {"G8"},
        tasks("| III.3.2 | x | VP | VANHOA | Quý | | | Tin, bài | |"),
    ),
    "KH12": (
        indicators("| II.4.9 | x | Đơn tiếp nhận | | | Năm | ≥ | 1 |"),
        {"B7"},
        indicators("| ii.4.5 | x | Đơn tiếp nhận | | | Năm | ≥ | 1 |"),
    ),
    "KH13": (
        indicators("| II.4.5 | x | Đơn thư | Đơn tiếp | | Năm | ≥ | 1 |"),
        {"D7", "E7"},
        indicators("| II.4.5 | x | petitions_received | ĐƠN TIẾP NHẬN | | Năm | ≥ | 1 |"),
    ),
    "KH14": (
        indicators("| II.4.5 | x | Đơn tiếp nhận | | Loại đơn = Khiếu nại | Năm | ≥ | 1 |"),
        {"F7"},
        indicators("| II.4.5 | x | Đơn tiếp nhận | | loại=khiếu nại | Năm | ≥ | 1 |"),
    ),
    "KH15": (
        indicators("| II.4.5 | x | Đơn tiếp nhận | | Loại = Khiếu nại hoặc Tố cáo | Năm | ≥ | 1 |"),
        {"F7"},
        indicators("| II.4.5 | x | Đơn tiếp nhận | | Loại = Khiếu nại hoặc proposal | Năm | ≥ | 1 |"),
    ),
    "KH22": (
        indicators(
            "| II.4.5 | x | Đơn tiếp nhận | | Loại = KN | Năm | ≥ | 5 |",
            "| II.4.5 | y | petitions_received | | kind = complaint | Năm | ≥ | 7 |",
        ),
        {"D8"},
        indicators(
            "| II.4.5 | x | Đơn tiếp nhận | | Loại = KN | Năm | ≥ | 5 |",
            "| II.4.5 | y | Đơn tiếp nhận | | Loại = KN | Năm | ≤ | 11 |",
        ),
    ),
    "KH34": (
        indicators("| II.4.5 | x | Đơn tiếp nhận | Văn bản đã ban hành | | Năm | ≥ | 1 |"),
        {"E7"},
        indicators("| II.4.5 | x | Đơn đã giải quyết | Đơn tiếp nhận | | Năm | ≥ | 1 |"),
    ),
    "KH19": (
        periods("| 6T | x | 20/05/2022 | 01/01/2022 | 30/05/2022 | |"),
        {"E7"},
        periods("| 6T | x | 01/01/2022 | 01/01/2022 | 30/05/2022 | |"),
    ),
    "KH40": (
        periods("| 6T | x | 01/01/2022 | 30/06/2022 | 30/05/2022 | |"),
        {"F7"},
        periods("| 6T | x | 01/01/2022 | 30/05/2022 | 30/05/2022 | II.4.5 |"),
    ),
    "KH20": (
        {"settings": SETTING_HEAD + "| commune_name | Minh Sơn | |"},
        {"B6"},
        {"settings": SETTING_HEAD + "| Tên xã | Minh Sơn | |\n| superior | UBND huyện | |"},
    ),
    "KH36": (
        settings("| due_soon_days | nửa tháng | |", "| reception_day | Chủ nhật | |", "| year | 22 | |"),
        {"D11", "D12", "D13"},
        settings("| due_soon_days | 10 | |", "| reception_day | thứ 5 | |"),
    ),
    "KH41": (
        settings("| due_soon | 15 | |", "| complaint.no_such_limit | 15 | |"),
        {"B11", "B12"},
        settings("| trial_rules | DT12 | |"),
    ),
    "KH44": (
        settings("| complaint.first_resolution:complex | 40 | Nghị quyết |"),
        {"D11"},
        settings("| due_soon_days | 10 | |"),
    ),
    "KH39": (
        settings("| adopted | II.4.5; II.9.9 | |"),
        {"D11"},
        settings("| adopted | ii.4.5; III.3.2 | |"),
    ),
    "KH21": (
        {"days": "| day | change | name |\n| 26/04/2025 | làm bù | x |"},
        {"B7"},
        {"days": "| day | change | name |\n| 26/04/2022 | làm bù | x |"},
    ),
    "KH42": (
        {"lists": LIST_HEAD + "| linh_vuc | land | Đất đai | |"},
        {"B7"},
        {"lists": LIST_HEAD + "| fields | land | Đất đai | |"},
    ),
    "KH43": (
        {"lists": LIST_HEAD + "| petition_kinds | denunciation | Tố cáo | |"},
        {"C7"},
        {"lists": LIST_HEAD + "| petition_kinds | Khiếu nại | | đơn KN |"},
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_a_fault_of_the_plan_is_told_at_its_cell_and_a_near_miss_is_not(code: str) -> None:
    wrong, cells, right = CASES[code]
    assert faults_of(**wrong) == {(code, cell) for cell in cells}
    assert faults_of(**right) == set()


def test_every_fault_that_the_plan_itself_can_have_is_in_the_cases() -> None:
    here = [v for m in (faults, setting_faults) for k, v in vars(m).items() if k.isupper() and str(v).startswith("KH")]
    assert sorted(here) == sorted(CASES)
    declared = [v for k, v in vars(departures).items() if k.isupper() and str(v).startswith("KH")]
    of_reports = [CHANGED_AFTER_THE_REPORT]
    assert sorted(code for code in CATALOGUE if code.startswith("KH")) == sorted(here + declared + of_reports)
    assert [code for code in sorted(declared) if CATALOGUE[code].concern is CONDUCT] == ["KH07"]


def test_every_sentence_of_the_plans_faults_is_filled_from_its_values() -> None:
    for wrong, _, _ in CASES.values():
        for one in built(**wrong)[1]:
            for lang in ("vi", "en"):
                said = say(one, lang)
                assert "{" not in said.message + said.remedy
