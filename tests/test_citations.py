"""Numbers of documents: the form each has, those cited in a text, and what is known of them."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from danvan_xlsx.words.citations import (
    Citation,
    Document,
    Library,
    Verdict,
    cited_in,
    known_documents,
)
from danvan_xlsx.words.document_forms import comparable, lacks_its_zero, misformed, take_apart

SEED = Path(__file__).parent / "files/ke-hoach-2022.txt"

#: Right as they stand: law texts, state offices, the Party, the Front and its members.
SOUND = """
34/2007/PL-UBTVQH11 · 04/2015/NĐ-CP · 10/2022/QH15 · 13/2007/QH12 · 1211/2016/UBTVQH13 · 1686/NQ-UBTVQH15
01/2018/TT-VPCP · 05/2008/TTLT/BNV-BTC · 09/2008/NQLT-CP-UBTWMTTQVN · 30a/2008/NQ-CP · 66.1/2025/NQ-CP
33/CT-TTg · 18/2000/CT-TTg · 32/2008/CT-TTg · 766/QĐ-TTg · 45/2013/QĐ-TTg · 332/NQ-CP
62/KH-UBND · 05/TTr-UBND · 144/2025/QĐ-CTUBND · 07/2023/QĐ-UBND · 02/2012/CT-UBND · 012/CT-UBND · 12/GM-UBND
112/UBND-NV · 9086/BNV-CTTN&BĐG · 215/TTCP-C.IV · 01/QCPH-UBND-MTTQ · 02/BC-TTND · 01/QĐ-BCĐTW
43-KL/TW · 763-QĐ/TU · 547-CV/TU · 11-QĐi/TW · 07-BC/BDV · 07-ĐA/TU · 08-HD/BTCTW · 4-NQ/ĐU
15/KH-MTTQ-BTT · 40/TTr-MTTW-BTT · 120/HD-MTTW · 17-KH/HPN · 20/KH-HND
"""

#: As typed → as it should be ("" where nobody can tell).
SLIPS = {
    "33/2021/CT-TTg": "33/CT-TTg",
    "14/CTTTg": "14/CT-TTg",
    "14-CT/TTg": "14/CT-TTg",
    "35 CT/TW": "35-CT/TW",
    "35CT/TW": "35-CT/TW",
    "35-CT-TW": "35-CT/TW",
    "763/QĐ-TU": "763-QĐ/TU",
    "763-QĐTU": "763-QĐ/TU",
    "05/2016/35-CT/TW": None,
    "05/2022/BC-UBND": "05/BC-UBND",
    "45/2022/UBND-TP": "45/UBND-TP",
    "02/2022/CT-UBND": "02/CT-UBND",
    "05-BC-UBND": "05/BC-UBND",
    "05/BC/UBND": "05/BC-UBND",
    "05-BC/UBND": "05/BC-UBND",
    "07/BC-BDV": "07-BC/BDV",
    "04/2015/NĐCP": "04/2015/NĐ-CP",
    "10/2022-QH15": "10/2022/QH15",
    "59/NĐ-CP": "59/…/NĐ-CP",
    "10/QH15": "10/…/QH15",
    "33/TT-TTg": "",
}

#: No numbers of documents: forms, days, a lone office, a company.
NO_NUMBERS = "01/TCD · 02/XLD · 01/KQGQ · 02/TTCP · 20/5 · 20/5/2022 · 03/CTCP · Điều 5"


def split(text: str) -> list[str]:
    return [one.strip() for line in text.strip().splitlines() for one in line.split("·")]


# -- the form of a number ----------------------------------------------------------------------


@pytest.mark.parametrize("number", split(SOUND))
def test_a_sound_number_is_left_in_peace(number: str) -> None:
    assert take_apart(number) is not None
    assert misformed(number) is None
    assert misformed(number, own=True) is None


@pytest.mark.parametrize("number", SLIPS)
def test_a_slip_is_told_with_the_form_it_should_have(number: str) -> None:
    wrong = misformed(number)

    assert (None if wrong is None else wrong.right) == SLIPS[number]


@pytest.mark.parametrize("text", split(NO_NUMBERS))
def test_what_is_no_number_of_a_document_is_not_judged(text: str) -> None:
    assert take_apart(text) is None
    assert cited_in(f"theo {text} của xã") == ()


def test_the_kind_named_before_it_says_what_was_meant() -> None:
    assert [one.right for one in known_documents().doubts("Chỉ thị số 33/TT-TTg của Thủ tướng")] == ["33/CT-TTg"]


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("05/bc-ubnd", "05/BC-UBND"),
        ("05/TTR-UBND", "05/TTr-UBND"),
        ("50/CV-UBND", "50/UBND-…"),
        ("05/BC", "05/BC-…"),
        ("547-CV/TU", None),
        ("05 / BC - UBND", None),
    ],
)
def test_ones_own_number_is_judged_to_the_last_letter(number: str, right: str | None) -> None:
    wrong = misformed(number, own=True)

    assert (None if wrong is None else wrong.right) == right
    assert misformed(number) is None


def test_numbers_under_ten_have_a_zero_in_state_offices_only() -> None:
    numbers = ("5/BC-UBND", "05/BC-UBND", "5-CT/TW", "7/2007/QH12", "12/BC-UBND")

    assert [lacks_its_zero(one) for one in numbers] == ["05/BC-UBND", "", "", "", ""]


def test_two_writings_of_one_number_are_one() -> None:
    assert comparable("5/bc-UBND") == comparable("05 / BC–UBND")
    assert comparable("14/CTTTg") == comparable("14/CT-TTg")
    assert comparable("05/BC-UBND") != comparable("05/KH-UBND")


# -- numbers in a text ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Chỉ thị số 35\n\nCT/TW ngày 26/5/2014; Chỉ thị số 14/CTTTg", ["35 CT/TW", "14/CTTTg"]),
        ("các Nghị định số 60/2014/NĐ-CP, số 04/2015/NĐ-CP.", ["60/2014/NĐ-CP", "04/2015/NĐ-CP"]),
        ("Pháp lệnh 34/2007, NĐ 04/2015, Luật Khiếu nại 02/2011", ["34/2007", "04/2015", "02/2011"]),
        ("05/BC-UBND - UBND huyện; ngày 20/5/2022 UBND xã", ["05/BC-UBND"]),
        ("Kế hoạch 05/2022, Báo cáo tháng 05/2022, năm 2022 CT-TTg", []),
        ("biểu 02/XLD, 01/KQGQ, mẫu II.06a/VPCP/KSTT", []),
        ("trực 24/24 UBND xã, ngày 8/3 HPN-UBND", []),
        ("không có số nào", []),
        ("", []),
    ],
)
def test_numbers_are_found_in_a_text(text: str, numbers: list[str]) -> None:
    assert [one.text for one in cited_in(text)] == numbers


@pytest.mark.parametrize(
    ("after", "day", "dated"),
    [
        (" ngày 26/11/2021 của Thủ tướng", date(2021, 11, 26), True),
        (", ngày 21/9/2000", date(2000, 9, 21), True),
        (" ngày 9 tháng 01 năm 2015 về", date(2015, 1, 9), True),
        (" (15/5/2016)", date(2016, 5, 15), True),
        (" của Bộ Chính trị khóa XII", None, True),
        (" của Bộ Chính trị, ngày ban hành 15/5", None, False),
        (" năm 2016", None, True),
        (" về học tập. Hội nghị ngày 20/5/2022", None, False),
        (" ngày 31/02/2022", None, True),
    ],
)
def test_the_day_or_term_of_a_document_follows_its_number(after: str, day: date | None, dated: bool) -> None:
    (one,) = cited_in("Chỉ thị 05-CT/TW" + after)

    assert (one.day, one.dated) == (day, dated)


# -- what is known ----------------------------------------------------------------------------


def doubts(text: str, library: Library | None = None) -> list[tuple[str, str, Verdict]]:
    return [(one.citation.text, one.right, one.verdict) for one in (library or known_documents()).doubts(text)]


def test_the_whole_plan_of_2022_yields_exactly_its_six_slips() -> None:
    text = SEED.read_text(encoding="utf-8")

    assert len(cited_in(text)) == 17
    assert doubts(text) == [
        ("33/2021/CT-TTg", "33/CT-TTg", Verdict.WRONG),
        ("34/2017/PL-UBTVQH11", "34/2007/PL-UBTVQH11", Verdict.WRONG),
        ("60/2014/NĐ-CP", "60/2013/NĐ-CP", Verdict.WRONG),
        ("05-CT/TW", "05-CT/TW ngày 15/05/2016", Verdict.UNDATED),
        ("35 CT/TW", "35-CT/TW", Verdict.WRONG),
        ("14/CTTTg", "14/CT-TTg", Verdict.WRONG),
    ]
    assert known_documents().ceased(text, date(2022, 4, 8)) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nghị định 60/2014/NĐ-CP về hoạt động in", []),
        ("dân chủ theo NĐ 60/2014", [("60/2014", "60/2013/NĐ-CP", Verdict.WRONG)]),
        ("Nghị định 04/2014/NĐ-CP", [("04/2014/NĐ-CP", "", Verdict.UNKNOWN)]),
        ("Luật 10/2032/QH15", [("10/2032/QH15", "10/2022/QH15", Verdict.WRONG)]),
        ("Luật 77/2032/QH15", [("77/2032/QH15", "", Verdict.WRONG)]),
        (
            "Nghị định 30/2020/NĐ-CP ngày 05/3/2021",
            [("30/2020/NĐ-CP", "30/2020/NĐ-CP ngày 05/03/2020", Verdict.WRONG)],
        ),
        ("Nghị định 30/2020/NĐ-CP ngày 05/3/2020", []),
        ("Nghị định 17/2022/NĐ-CP ngày 31/01/2021", [("17/2022/NĐ-CP", "", Verdict.WRONG)]),
        # A year-less number of another day is another document.
        ("Chỉ thị 33/CT-TTg ngày 20/8/2020", []),
        ("Chỉ thị 33/CT-TTg", []),
        ("Kế hoạch 500/KH-UBND, Công văn 112/UBND-NV", []),
    ],
)
def test_numbers_are_held_against_what_is_known(text: str, found: list[tuple[str, str, Verdict]]) -> None:
    assert doubts(text) == found


def test_the_plans_documents_stand_above_those_known_everywhere() -> None:
    own = [
        Document("34/2007/PL-UBTVQH11", until=date(2022, 12, 31)),
        Document("05-CT/TW"),
        Document("60/2014/NĐ-CP"),
        Document("17/2022/NĐ-CP"),
    ]
    library = known_documents().beneath(own)

    assert doubts("Chỉ thị 05-CT/TW, NĐ 60/2014/NĐ-CP, Nghị định 17/2022/NĐ-CP", library) == []
    (ended,) = library.ceased("theo Pháp lệnh 34/2007/PL-UBTVQH11", date(2023, 1, 1))
    assert (ended.until, ended.standing, ended.successors) == (date(2022, 12, 31), "plan", ("10/2022/QH15",))
    assert library.ceased("theo PL 34/2007", date(2023, 1, 1)) == (ended,)
    # What the plan leaves blank is known from elsewhere, and as well as there.
    same = known_documents().beneath([Document("60/2013/NĐ-CP")])
    (ended,) = same.ceased("Nghị định 60/2013/NĐ-CP", date(2022, 4, 8))
    assert (ended.until, ended.verified) == (date(2018, 12, 31), False)


def test_a_document_ceases_on_its_day_and_may_be_looked_back_on() -> None:
    library = known_documents()

    def ended(text: str, day: date) -> list[str]:
        return [one.number for one in library.ceased(text, day)]

    assert ended("Kiểm tra theo PL 34/2007", date(2023, 6, 30)) == []
    assert ended("Kiểm tra theo PL 34/2007", date(2023, 7, 1)) == ["34/2007/PL-UBTVQH11"]
    assert ended("Tổng kết thực hiện Pháp lệnh 34/2007/PL-UBTVQH11", date(2023, 7, 1)) == []
    assert ended("Chỉ thị 18/2000/CT-TTg", date(2026, 1, 1)) == []


def test_what_is_issued_later_cannot_be_cited() -> None:
    library = known_documents()

    assert library.issued_later("Nghị định 42/2022/NĐ-CP", date(2022, 6, 24)) == ()
    (one,) = library.issued_later("Nghị định 42/2022/NĐ-CP", date(2022, 6, 23))
    assert one.number == "42/2022/NĐ-CP"


def test_the_list_of_documents_keeps_its_own_rules() -> None:
    library = known_documents()
    numbers = {one.number for one in library.documents}

    assert len(numbers) == len(library.documents)
    for one in library.documents:
        assert misformed(one.number) is None, one.number
        assert one.source, one.number
        assert one.standing in ("read", "secondary", "unverified"), one.number
        assert one.since is None or one.until is None or one.since < one.until, one.number
        assert one.day is None or one.since is None or one.day <= one.since, one.number
        assert one.until is None or one.successors, one.number
        for successor in one.successors:
            (held,) = [other for other in library.documents if other.number == successor]
            assert held.since is None or one.until is None or held.since > one.until or held.number == "10/2022/QH15"
        number = take_apart(one.number)
        assert number is not None
        assert number.year is None or one.day is None or one.day.year == number.year, one.number
        # Found by itself: a number that carries no year needs its day.
        assert library.find(Citation(one.number, None, one.day, True)) == one, one.number


def test_the_list_is_read_only_when_it_is_asked() -> None:
    asked = "import sys, danvan_xlsx.plan.plan, danvan_xlsx.words.citations; print('tomllib' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True).stdout.strip() == "False"


def test_a_text_is_taken_apart_once() -> None:
    library = Library(known_documents().documents)

    assert library.doubts("Chỉ thị 33/2021/CT-TTg") is library.doubts("Chỉ thị 33/2021/CT-TTg")
    assert cited_in("Chỉ thị 33/2021/CT-TTg") is cited_in("Chỉ thị 33/2021/CT-TTg")
